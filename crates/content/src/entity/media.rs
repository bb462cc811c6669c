//! A stored picture.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "media")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) hash: String,
    #[sea_orm(column_type = "Text")]
    pub(crate) mime: String,
    pub(crate) width: i32,
    pub(crate) height: i32,
    pub(crate) bytes: i64,
    #[sea_orm(column_type = "Text")]
    pub(crate) credit: String,
    pub(crate) created_at: i64,
    #[sea_orm(column_type = "Text")]
    pub(crate) name: String,
    pub(crate) focus_x: i32,
    pub(crate) focus_y: i32,
    #[sea_orm(column_type = "Text", nullable)]
    pub(crate) replaced_by: Option<String>,
    pub(crate) variants_due: bool,
    pub(crate) version: i64,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
