//! Invoices, to show and to link to.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, DeriveEntityModel)]
#[sea_orm(table_name = "invoice")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) id: String,
    pub(crate) customer: String,
    pub(crate) purchase: Option<String>,
    pub(crate) number: Option<String>,
    pub(crate) status: String,
    pub(crate) total: i64,
    pub(crate) refunded: i64,
    pub(crate) currency: String,
    pub(crate) url: Option<String>,
    pub(crate) created_at: i64,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
