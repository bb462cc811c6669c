//! What staff teach the search, and what it tells them: words that mean the same, stories that come
//! first, and what readers search for.
//!
//! Engines know nothing of this: [`Curation::teach`] puts what concerns a query into it.

mod counts;
mod popular;
mod rules;

use std::sync::Arc;

use kernel::Clock;
use sea_orm::{ConnectionTrait, DatabaseConnection, DbErr, FromQueryResult, Statement, Value};
use tokio::sync::RwLock;

use self::counts::Buffer;
pub use self::counts::Searched;
use self::popular::Popular;
use self::rules::Rules;
pub use self::rules::{Pinned, Synonym};

/// Why the tables of the search can't be used.
#[derive(Debug, thiserror::Error)]
pub enum CurationError {
    /// The database failed.
    #[error("can't read or write what the search was taught: {0}")]
    Database(#[from] DbErr),
    /// There is no word in what should be one, or it is too long.
    #[error("“{0}” can't be searched for; give one to five words of at most 100 characters in all")]
    NoQuery(String),
    /// More than anybody needs.
    #[error("at most twenty meanings of one word, and at most twenty stories for one query")]
    TooMany,
}

/// The tables of the search; cheap to clone.
#[derive(Clone)]
pub struct Curation {
    db: DatabaseConnection,
    clock: Arc<dyn Clock>,
    /// What staff have taught, kept for a few seconds: every search asks for it.
    rules: Arc<RwLock<Option<Rules>>>,
    counts: Arc<Buffer>,
    popular: Arc<Popular>,
}

impl Curation {
    /// The tables in this database.
    #[must_use]
    pub fn new(db: DatabaseConnection, clock: Arc<dyn Clock>) -> Self {
        Self { db, clock, rules: Arc::default(), counts: Arc::default(), popular: Arc::default() }
    }

    async fn run(&self, sql: &str, values: Vec<Value>) -> Result<(), DbErr> {
        let statement = Statement::from_sql_and_values(self.db.get_database_backend(), sql, values);
        self.db.execute_raw(statement).await.map(drop)
    }

    async fn rows<T: FromQueryResult>(&self, sql: &str, values: Vec<Value>) -> Result<Vec<T>, DbErr> {
        let statement = Statement::from_sql_and_values(self.db.get_database_backend(), sql, values);
        T::find_by_statement(statement).all(&self.db).await
    }
}

impl std::fmt::Debug for Curation {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Curation").finish_non_exhaustive()
    }
}

/// A query as tables hold it: in lower case, with single spaces.
fn plain(text: &str) -> String {
    text.split_whitespace().map(str::to_lowercase).collect::<Vec<_>>().join(" ")
}
