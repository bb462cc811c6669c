//! Stories that members have read on the meter.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, DeriveEntityModel)]
#[sea_orm(table_name = "meter_read")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) id: Uuid,
    pub(crate) member_id: Uuid,
    pub(crate) month: i32,
    pub(crate) article_id: Uuid,
    pub(crate) read_at: i64,
    pub(crate) ends_at: i64,
    pub(crate) given_back_at: Option<i64>,
    pub(crate) given_back: Option<String>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
