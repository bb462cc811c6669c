//! A change, for those who follow changes.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "outbox")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) seq: i64,
    pub(crate) at: i64,
    #[sea_orm(column_type = "Text")]
    pub(crate) change: String,
    pub(crate) article_id: Option<Uuid>,
    pub(crate) translation_id: Option<Uuid>,
    #[sea_orm(column_type = "Text", nullable)]
    pub(crate) locale: Option<String>,
    pub(crate) version: Option<i64>,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
