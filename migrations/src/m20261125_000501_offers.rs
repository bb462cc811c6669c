//! Single stories, gifts and groups.

use sea_orm_migration::prelude::*;

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

const TABLES: &[&str] = &[
    "offer",
    "story_pricing",
    "offer_checkout",
    "story_entitlement",
    "gift",
    "code_attempt",
    "seat_group",
    "seat_span",
    "seat",
];

/// The view as it was before.
const HOLDING: &str = "CREATE VIEW holding AS
    WITH held (id, member_id, plan, starts_at, ends_at) AS (
        SELECT id, member_id, plan, starts_at, ends_at FROM access_grant
        UNION ALL
        SELECT id, member_id, plan, starts_at, ends_at FROM entitlement
    )
    SELECT id, member_id, plan, CAST(NULL AS {uuid}) AS article_id, starts_at, ends_at FROM held
    UNION ALL
    SELECT held.id, held.member_id, plan_includes.included, CAST(NULL AS {uuid}), held.starts_at, held.ends_at
    FROM held JOIN plan_includes ON plan_includes.plan = held.plan";

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        crate::execute(manager, include_str!("m20261125_000501_offers.sql")).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.get_connection().execute_unprepared("DROP VIEW holding").await?;
        crate::drop_tables(manager, TABLES).await?;
        crate::execute(manager, HOLDING).await
    }
}
