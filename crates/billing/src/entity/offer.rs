//! What is sold beside subscriptions.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, DeriveEntityModel)]
#[sea_orm(table_name = "offer")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) id: Uuid,
    pub(crate) kind: String,
    pub(crate) plan: Option<String>,
    pub(crate) article_id: Option<Uuid>,
    pub(crate) months: Option<i32>,
    pub(crate) min_seats: Option<i32>,
    pub(crate) amount: i64,
    pub(crate) currency: String,
    pub(crate) tax: String,
    pub(crate) offered: bool,
    pub(crate) position: i32,
    pub(crate) created_at: i64,
    pub(crate) stripe_price: Option<String>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
