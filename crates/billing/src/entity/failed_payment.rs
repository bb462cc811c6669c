//! Payments that failed, and why.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, DeriveEntityModel)]
#[sea_orm(table_name = "failed_payment")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) charge: String,
    pub(crate) customer: String,
    pub(crate) invoice: Option<String>,
    pub(crate) amount: i64,
    pub(crate) currency: String,
    pub(crate) at: i64,
    pub(crate) code: String,
    pub(crate) message: String,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
