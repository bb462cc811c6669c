//! Subscriptions and passes, as Stripe last told of them.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, DeriveEntityModel)]
#[sea_orm(table_name = "purchase")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) id: String,
    pub(crate) customer: String,
    pub(crate) plan: Option<String>,
    pub(crate) price: Option<Uuid>,
    pub(crate) status: String,
    pub(crate) renews_at: Option<i64>,
    pub(crate) ends_at: Option<i64>,
    pub(crate) facts: String,
    pub(crate) changed_at: i64,
    pub(crate) rule: String,
    pub(crate) changes: i64,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {
    #[sea_orm(
        belongs_to = "super::stripe_customer::Entity",
        from = "Column::Customer",
        to = "super::stripe_customer::Column::Id"
    )]
    Customer,
}

impl Related<super::stripe_customer::Entity> for Entity {
    fn to() -> RelationDef {
        Relation::Customer.def()
    }
}

impl ActiveModelBehavior for ActiveModel {}
