//! Seats of groups.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, DeriveEntityModel)]
#[sea_orm(table_name = "seat")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) id: Uuid,
    pub(crate) purchase: String,
    pub(crate) email: String,
    pub(crate) member_id: Option<Uuid>,
    pub(crate) invited_at: i64,
    pub(crate) expires_at: i64,
    pub(crate) accepted_at: Option<i64>,
    pub(crate) removed_at: Option<i64>,
    pub(crate) counts: bool,
    pub(crate) locale: String,
    pub(crate) mailed_at: Option<i64>,
    pub(crate) farewell_at: Option<i64>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
