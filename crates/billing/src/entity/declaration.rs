//! Declarations of consumers that end contracts.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, DeriveEntityModel)]
#[sea_orm(table_name = "declaration")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) id: Uuid,
    pub(crate) kind: String,
    pub(crate) received_at: i64,
    pub(crate) locale: String,
    pub(crate) name: String,
    pub(crate) email: String,
    pub(crate) member_id: Option<Uuid>,
    pub(crate) contract: String,
    pub(crate) cause: Option<String>,
    pub(crate) ends_on: Option<String>,
    pub(crate) state: String,
    pub(crate) receipt: String,
    pub(crate) proof: String,
    pub(crate) network: String,
    pub(crate) proved_at: Option<i64>,
    pub(crate) decided_at: Option<i64>,
    pub(crate) outcome: String,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
