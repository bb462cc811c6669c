//! Every state a purchase has been in.

use jiff::Timestamp;
use sea_orm::ActiveValue::Set;
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::OnConflict;

#[derive(Clone, Debug, DeriveEntityModel)]
#[sea_orm(table_name = "purchase_history")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) purchase: String,
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) at: i64,
    pub(crate) facts: String,
    pub(crate) rule: String,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

/// Notes how a purchase stands from now on, and by which rule it is read.
pub(crate) async fn note(
    db: &impl ConnectionTrait,
    now: Timestamp,
    purchase: String,
    facts: String,
    rule: String,
) -> Result<(), DbErr> {
    let row = ActiveModel {
        purchase: Set(purchase),
        at: Set(now.as_millisecond()),
        facts: Set(facts),
        rule: Set(rule),
    };
    // Two states heard of within a millisecond: the later is the one that was in force.
    let same = OnConflict::columns([Column::Purchase, Column::At])
        .update_columns([Column::Facts, Column::Rule])
        .to_owned();
    Entity::insert(row).on_conflict(same).exec_without_returning(db).await?;
    Ok(())
}
