//! What plans cost.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, DeriveEntityModel)]
#[sea_orm(table_name = "price")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) id: Uuid,
    pub(crate) plan: String,
    pub(crate) amount: i64,
    pub(crate) currency: String,
    pub(crate) every: String,
    pub(crate) days: Option<i32>,
    pub(crate) trial_days: i32,
    pub(crate) tax: String,
    pub(crate) offered: bool,
    pub(crate) created_at: i64,
    pub(crate) stripe_price: Option<String>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
