//! The database: what is written, what is published, and what has changed.
//!
//! [`Store`] is the whole of it; its methods are spread over the modules by what they are about.
//!
//! - **Writing** goes to articles, translations and revisions. Every save is a revision; a save
//!   names the version it was made from, and one that comes too late is refused and kept.
//! - **Publishing** renders the newest revision once, and writes both halves.
//! - **Reading** touches what was published and nothing else: no draft can reach a reader by way of
//!   a forgotten filter, because drafts aren't in the tables that readers' queries name. The other
//!   half is in a table of its own, which [`Store::remainder`] reads against a proof.
//! - **Changes** that readers can see leave an entry in the [outbox], in the same transaction.
//!
//! ```
//! # use std::sync::Arc;
//! # use content::{Store, StoreError};
//! # use content::store::{Found, Shelf};
//! # async fn example(database: sea_orm::DatabaseConnection) -> Result<(), StoreError> {
//! let store = Store::new(database, Arc::new(kernel::SystemClock));
//! let german = store.site().await?.default_locale;
//! for card in store.shelf(&german, Shelf::All, 0, 10).await?.cards {
//!     if let Found::Text(reading) = store.find(&german, &card.slug).await? {
//!         println!("{}: {}", reading.title, reading.teaser_text);
//!     }
//! }
//! # Ok(()) }
//! ```

use std::sync::Arc;

use jiff::Timestamp;
use kernel::{Clock, OutboxSeq};
use sea_orm::{ConnectionTrait, DatabaseConnection, DbErr, FromQueryResult, Statement, Value};
use tokio::sync::watch;

mod addresses;
mod altered;
pub(crate) mod article;
mod cards;
mod checks;
pub(crate) mod compose;
mod deleted;
mod desk;
mod document;
mod editions;
mod error;
mod find;
mod glossary;
mod launch;
mod library;
pub(crate) mod live;
mod machine;
pub(crate) mod media;
pub mod outbox;
mod preview;
mod publish;
mod remainder;
mod revision;
mod save;
mod settings;
mod shelf;
mod side;
mod site;
mod stories;
mod term;
mod term_desk;
mod terms_of;
pub(crate) mod text;
mod work;
mod working;
mod writing;

pub use altered::Altered;
pub use deleted::DELETED_KEPT_DAYS;
pub use error::{SaveError, StoreError};
pub use find::Found;
pub use outbox::{Change, Entry};
pub use shelf::Shelf;

pub(crate) use article::{self as rows_of, TermIds};
pub(crate) use media::Pictures;
pub(crate) use save::touch;
pub(crate) use writing::Writing;

/// The content database. Cheap to clone; clones share the connections.
#[derive(Clone)]
pub struct Store {
    db: DatabaseConnection,
    clock: Arc<dyn Clock>,
    head: Arc<watch::Sender<OutboxSeq>>,
}

impl Store {
    /// A store on a database that has the schema.
    #[must_use]
    pub fn new(db: DatabaseConnection, clock: Arc<dyn Clock>) -> Self {
        Self { db, clock, head: Arc::new(watch::Sender::new(0)) }
    }

    /// The store's clock.
    pub(crate) fn now(&self) -> Timestamp {
        self.clock.now()
    }

    /// Connections to read with.
    pub(crate) fn db(&self) -> &DatabaseConnection {
        &self.db
    }
}

impl std::fmt::Debug for Store {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Store").finish_non_exhaustive()
    }
}

/// Rows of a query written in the SQL that both databases understand, with `$1`, `$2`, … for
/// values.
pub(crate) async fn rows<T: FromQueryResult>(
    db: &impl ConnectionTrait,
    sql: impl Into<String>,
    values: impl IntoIterator<Item = Value>,
) -> Result<Vec<T>, DbErr> {
    let statement = Statement::from_sql_and_values(db.get_database_backend(), sql, values);
    T::find_by_statement(statement).all(db).await
}

/// The first row of such a query.
async fn row<T: FromQueryResult>(
    db: &impl ConnectionTrait,
    sql: impl Into<String>,
    values: impl IntoIterator<Item = Value>,
) -> Result<Option<T>, DbErr> {
    let statement = Statement::from_sql_and_values(db.get_database_backend(), sql, values);
    T::find_by_statement(statement).one(db).await
}

/// Runs a statement written so; how many rows it touched.
async fn run(
    db: &impl ConnectionTrait,
    sql: impl Into<String>,
    values: impl IntoIterator<Item = Value>,
) -> Result<u64, DbErr> {
    let statement = Statement::from_sql_and_values(db.get_database_backend(), sql, values);
    Ok(db.execute_raw(statement).await?.rows_affected())
}

/// `$first, $first+1, …`: places for `count` values.
pub(crate) fn places(first: usize, count: usize) -> String {
    let places: Vec<_> = (first..first + count).map(|place| format!("${place}")).collect();
    places.join(", ")
}
