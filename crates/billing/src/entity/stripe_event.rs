//! Every event Stripe has sent.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, DeriveEntityModel)]
#[sea_orm(table_name = "stripe_event")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) id: String,
    #[sea_orm(column_name = "type")]
    pub(crate) type_: String,
    pub(crate) created_at: i64,
    pub(crate) received_at: i64,
    pub(crate) task: Option<String>,
    pub(crate) applied_at: Option<i64>,
    pub(crate) api_version: Option<String>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
