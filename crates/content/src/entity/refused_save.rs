//! A save that came too late, kept.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "refused_save")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) id: Uuid,
    pub(crate) translation_id: Uuid,
    pub(crate) based_on: i64,
    pub(crate) found: i64,
    #[sea_orm(column_type = "Text")]
    pub(crate) draft: String,
    pub(crate) author: Option<Uuid>,
    pub(crate) created_at: i64,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
