//! What purchases are paid with, and at which discount.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, DeriveEntityModel)]
#[sea_orm(table_name = "payment_detail")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) purchase: String,
    pub(crate) card: Option<String>,
    pub(crate) card_expires_at: Option<i64>,
    pub(crate) discount: Option<String>,
    pub(crate) stayed_at: Option<i64>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
