//! Customers at Stripe, and whose they are.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, DeriveEntityModel)]
#[sea_orm(table_name = "stripe_customer")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) id: String,
    pub(crate) member_id: Option<Uuid>,
    pub(crate) email: String,
    pub(crate) created_at: i64,
    pub(crate) adopted_at: Option<i64>,
    pub(crate) deleted_at: Option<i64>,
    pub(crate) erased_at: Option<i64>,
    pub(crate) looked_at: i64,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
