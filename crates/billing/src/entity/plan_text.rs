//! What a plan is called and promises in one language; `benefits` is a JSON list of strings.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, DeriveEntityModel)]
#[sea_orm(table_name = "plan_text")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) plan: String,
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) locale: String,
    pub(crate) name: String,
    pub(crate) description: String,
    pub(crate) benefits: String,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
