//! Files of members on their way in.

use sea_orm::entity::prelude::*;

#[derive(Clone, DeriveEntityModel)]
#[sea_orm(table_name = "member_import")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) id: Uuid,
    pub(crate) started_by: Option<Uuid>,
    pub(crate) text: String,
    pub(crate) lines: i64,
    pub(crate) done: i64,
    pub(crate) made: i64,
    pub(crate) granted: i64,
    pub(crate) wrong: String,
    pub(crate) state: String,
    pub(crate) created_at: i64,
    pub(crate) touched_at: i64,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

/// Addresses have no place in logs.
impl std::fmt::Debug for Model {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("member_import")
            .field("id", &self.id)
            .field("state", &self.state)
            .finish_non_exhaustive()
    }
}
