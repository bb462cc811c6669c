//! The whole schema, for SQLite and PostgreSQL from the same text.
//!
//! The statements are plain SQL in the part that both databases share. What differs is a
//! placeholder: `{uuid}` is PostgreSQL's `uuid` and SQLite's 16-byte `blob`. Times are `bigint`,
//! milliseconds after 1970 UTC, so that they compare and index alike on both (docs/adr/0004).
//!
//! Rules that must hold whoever writes are in the schema: foreign keys, uniqueness, checks.
//! Each migration must work with the code before and after it (expand, then contract).

pub use sea_orm_migration::MigratorTrait;
use sea_orm_migration::prelude::*;
use sea_orm_migration::sea_orm::DbBackend;

mod m20261123_000001_content;
mod m20261123_000002_accounts;
mod m20261123_000003_billing;
mod m20261123_000004_mail;
mod m20261123_000005_stripe;
mod m20261124_000001_search;
mod m20261124_000004_adoption;
mod m20261125_000101_media_text;
mod m20261125_000201_billing_truth;
mod m20261125_000202_customer_looks;
mod m20261125_000301_courtesy;
mod m20261125_000401_notices;
mod m20261125_000402_payment_detail;
mod m20261125_000403_declarations;
mod m20261125_000501_offers;
mod m20261125_000601_desk;
mod m20261125_000801_popular;
mod m20261126_000101_staff_locales;
mod m20261126_000102_staff_door;
mod m20261126_000103_invitations;
mod m20261126_000201_writing;
mod m20261126_000301_translation_work;
mod m20261126_000302_machine_drafts;
mod m20261126_000303_glossary;
mod m20261126_000401_media;
mod m20261126_000402_settings;
mod m20261126_000501_numbers;
mod m20261126_000502_member_import;

/// All migrations, in order.
#[derive(Debug)]
pub struct Migrator;

#[async_trait::async_trait]
impl MigratorTrait for Migrator {
    fn migrations() -> Vec<Box<dyn MigrationTrait>> {
        vec![
            Box::new(m20261123_000001_content::Migration),
            Box::new(m20261123_000002_accounts::Migration),
            Box::new(m20261123_000003_billing::Migration),
            Box::new(m20261123_000004_mail::Migration),
            Box::new(m20261123_000005_stripe::Migration),
            Box::new(m20261124_000001_search::Migration),
            Box::new(m20261124_000004_adoption::Migration),
            Box::new(m20261125_000801_popular::Migration),
            Box::new(m20261125_000101_media_text::Migration),
            Box::new(m20261125_000201_billing_truth::Migration),
            Box::new(m20261125_000501_offers::Migration),
            Box::new(m20261125_000301_courtesy::Migration),
            Box::new(m20261125_000601_desk::Migration),
            Box::new(m20261125_000202_customer_looks::Migration),
            Box::new(m20261125_000401_notices::Migration),
            Box::new(m20261125_000402_payment_detail::Migration),
            Box::new(m20261125_000403_declarations::Migration),
            Box::new(m20261126_000101_staff_locales::Migration),
            Box::new(m20261126_000102_staff_door::Migration),
            Box::new(m20261126_000103_invitations::Migration),
            Box::new(m20261126_000301_translation_work::Migration),
            Box::new(m20261126_000201_writing::Migration),
            Box::new(m20261126_000302_machine_drafts::Migration),
            Box::new(m20261126_000303_glossary::Migration),
            Box::new(m20261126_000401_media::Migration),
            Box::new(m20261126_000402_settings::Migration),
            Box::new(m20261126_000501_numbers::Migration),
            Box::new(m20261126_000502_member_import::Migration),
        ]
    }
}

/// Runs statements separated by `;` with the placeholders filled in for the database at hand.
async fn execute(manager: &SchemaManager<'_>, sql: &str) -> Result<(), DbErr> {
    let uuid = match manager.get_database_backend() {
        DbBackend::Postgres => "uuid",
        _ => "blob",
    };
    manager.get_connection().execute_unprepared(&sql.replace("{uuid}", uuid)).await?;
    Ok(())
}

/// Drops tables, last made first.
async fn drop_tables(manager: &SchemaManager<'_>, tables: &[&str]) -> Result<(), DbErr> {
    for table in tables.iter().rev() {
        manager.get_connection().execute_unprepared(&format!("DROP TABLE {table}")).await?;
    }
    Ok(())
}
