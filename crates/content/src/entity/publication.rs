//! What everyone may see of a published translation.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "publication")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) translation_id: Uuid,
    pub(crate) article_id: Uuid,
    #[sea_orm(column_type = "Text")]
    pub(crate) kind: String,
    #[sea_orm(column_type = "Text")]
    pub(crate) locale: String,
    #[sea_orm(column_type = "Text")]
    pub(crate) slug: String,
    pub(crate) version: i64,
    #[sea_orm(column_type = "Text")]
    pub(crate) title: String,
    #[sea_orm(column_type = "Text")]
    pub(crate) title_html: String,
    #[sea_orm(column_type = "Text")]
    pub(crate) standfirst: String,
    #[sea_orm(column_type = "Text")]
    pub(crate) description: String,
    #[sea_orm(column_type = "Text", nullable)]
    pub(crate) seo_title: Option<String>,
    #[sea_orm(column_type = "Text")]
    pub(crate) cover_alt: String,
    #[sea_orm(column_type = "Text")]
    pub(crate) cover_caption: String,
    #[sea_orm(column_type = "Text")]
    pub(crate) teaser_html: String,
    #[sea_orm(column_type = "Text")]
    pub(crate) teaser_text: String,
    pub(crate) has_remainder: bool,
    pub(crate) words: i32,
    pub(crate) minutes: i32,
    #[sea_orm(column_type = "Text")]
    pub(crate) blocks: String,
    pub(crate) source_version: Option<i64>,
    pub(crate) published_at: i64,
    pub(crate) updated_at: Option<i64>,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
