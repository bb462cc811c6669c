//! The publication's settings: one row.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "site")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) id: i32,
    #[sea_orm(column_type = "Text")]
    pub(crate) default_locale: String,
    #[sea_orm(column_type = "Text")]
    pub(crate) time_zone: String,
    pub(crate) teaser_paragraphs: i32,
    #[sea_orm(column_type = "Text", nullable)]
    pub(crate) contact: Option<String>,
    pub(crate) changed_at: i64,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
