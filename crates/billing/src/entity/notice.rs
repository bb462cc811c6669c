//! What readers are told by mail.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, DeriveEntityModel)]
#[sea_orm(table_name = "notice")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) id: Uuid,
    pub(crate) key: String,
    pub(crate) payload: String,
    pub(crate) customer: Option<String>,
    pub(crate) member_id: Option<Uuid>,
    pub(crate) email: Option<String>,
    pub(crate) locale: Option<String>,
    pub(crate) created_at: i64,
    pub(crate) due_at: Option<i64>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
