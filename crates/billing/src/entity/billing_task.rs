//! What must be fetched from Stripe and written down.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, DeriveEntityModel)]
#[sea_orm(table_name = "billing_task")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) key: String,
    pub(crate) asked: i64,
    pub(crate) attempts: i32,
    pub(crate) due_at: Option<i64>,
    pub(crate) lease: Option<Uuid>,
    pub(crate) leased_till: Option<i64>,
    pub(crate) last_error: Option<String>,
    pub(crate) urgency: i32,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
