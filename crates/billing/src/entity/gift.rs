//! Plans given away by a code.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, DeriveEntityModel)]
#[sea_orm(table_name = "gift")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) id: Uuid,
    pub(crate) buyer: String,
    pub(crate) offer: Uuid,
    pub(crate) plan: String,
    pub(crate) months: i32,
    pub(crate) giver_name: String,
    pub(crate) recipient_name: String,
    pub(crate) recipient_email: Option<String>,
    pub(crate) message: String,
    pub(crate) locale: String,
    pub(crate) deliver_at: Option<i64>,
    pub(crate) delivered_at: Option<i64>,
    pub(crate) created_at: i64,
    pub(crate) purchase: Option<String>,
    pub(crate) receipt_at: Option<i64>,
    pub(crate) code_hash: Option<String>,
    pub(crate) paid_at: Option<i64>,
    pub(crate) expires_at: Option<i64>,
    pub(crate) void_at: Option<i64>,
    pub(crate) redeemed_by: Option<Uuid>,
    pub(crate) redeemed_at: Option<i64>,
    pub(crate) starts_at: Option<i64>,
    pub(crate) ends_at: Option<i64>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
