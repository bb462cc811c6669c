//! A story in all its languages.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "article")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) id: Uuid,
    #[sea_orm(column_type = "Text")]
    pub(crate) key: String,
    #[sea_orm(column_type = "Text")]
    pub(crate) kind: String,
    #[sea_orm(column_type = "Text")]
    pub(crate) access: String,
    #[sea_orm(column_type = "Text")]
    pub(crate) source_locale: String,
    #[sea_orm(column_type = "Text", nullable)]
    pub(crate) cover: Option<String>,
    pub(crate) version: i64,
    pub(crate) created_at: i64,
    pub(crate) changed_at: i64,
    pub(crate) created_by: Option<Uuid>,
    pub(crate) deleted_at: Option<i64>,
    pub(crate) touched_at: i64,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
