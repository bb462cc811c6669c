//! The content crate through its public face, on SQLite and PostgreSQL.

mod articles;
mod desk;
mod import;
mod import_changes;
mod library;
mod media;
mod outbox;
mod publishing;
mod reading;
mod revisions;
mod setup;
mod shelves;
mod side;
mod site_and_terms;
mod stories;
