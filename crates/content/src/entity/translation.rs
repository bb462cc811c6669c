//! A story in one language.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "translation")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) id: Uuid,
    pub(crate) article_id: Uuid,
    #[sea_orm(column_type = "Text")]
    pub(crate) locale: String,
    #[sea_orm(column_type = "Text")]
    pub(crate) slug: String,
    #[sea_orm(column_type = "Text")]
    pub(crate) state: String,
    pub(crate) version: i64,
    pub(crate) live_version: Option<i64>,
    pub(crate) publish_at: Option<i64>,
    pub(crate) published_at: Option<i64>,
    pub(crate) updated_at: Option<i64>,
    pub(crate) created_at: i64,
    pub(crate) changed_at: i64,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
