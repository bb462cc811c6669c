//! Plans that come, or came, with others.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, DeriveEntityModel)]
#[sea_orm(table_name = "plan_includes_history")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) plan: String,
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) included: String,
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) starts_at: i64,
    pub(crate) ends_at: Option<i64>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
