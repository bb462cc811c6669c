//! Who is on the way to Stripe with an offer.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, DeriveEntityModel)]
#[sea_orm(table_name = "offer_checkout")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) id: Uuid,
    pub(crate) buyer: String,
    pub(crate) member_id: Option<Uuid>,
    pub(crate) what: String,
    pub(crate) offer: Uuid,
    pub(crate) quantity: i32,
    pub(crate) locale: String,
    pub(crate) return_to: String,
    pub(crate) done_url: String,
    pub(crate) cancel_url: String,
    pub(crate) session: Option<String>,
    pub(crate) url: Option<String>,
    pub(crate) customer: Option<String>,
    pub(crate) state: String,
    pub(crate) created_at: i64,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
