//! The queue. `next_at` is when a mail is due; a courier that has taken one moves it to the end of
//! its lease. Without it the mail is sent, or given up.

use sea_orm::entity::prelude::*;

#[derive(Clone, DeriveEntityModel)]
#[sea_orm(table_name = "mail")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) id: Uuid,
    pub(crate) recipient: String,
    pub(crate) subject: String,
    pub(crate) text_body: String,
    pub(crate) html_body: String,
    pub(crate) attempts: i32,
    pub(crate) created_at: i64,
    pub(crate) next_at: Option<i64>,
    pub(crate) sent_at: Option<i64>,
    pub(crate) last_error: Option<String>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

/// Neither addresses nor texts have a place in logs.
impl std::fmt::Debug for Model {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("mail").field("id", &self.id).field("attempts", &self.attempts).finish_non_exhaustive()
    }
}
