//! Who is on the way through a checkout.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, DeriveEntityModel)]
#[sea_orm(table_name = "checkout")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) id: Uuid,
    pub(crate) buyer: String,
    pub(crate) member_id: Option<Uuid>,
    pub(crate) price: Uuid,
    pub(crate) locale: String,
    pub(crate) return_to: String,
    pub(crate) session: Option<String>,
    pub(crate) url: Option<String>,
    pub(crate) customer: Option<String>,
    pub(crate) state: String,
    pub(crate) created_at: i64,
    pub(crate) done_url: String,
    pub(crate) cancel_url: String,
    pub(crate) trial_days: i32,
    pub(crate) code: Option<String>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
