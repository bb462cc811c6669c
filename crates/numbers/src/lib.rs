//! What is counted of readers, without the readers.
//!
//! A read is an article, a language, a [`State`] and a [`Day`]. Readers of a day are told apart by
//! hashes under a salt that is thrown away with the day ([`Salt`]), so nobody can be followed from
//! one day to the next, nor from one story to another: the hash that is kept is of reader and story
//! together.
//!
//! The gateway gathers a [`Batch`] in memory and has it written every few seconds
//! ([`Numbers::write`]); the other methods say what came of it.

mod batch;
mod day;
mod report;
mod salt;

use sea_orm::{ConnectionTrait, DatabaseConnection, DbErr, FromQueryResult, Statement, Value};

pub use batch::{Batch, Read};
pub use day::{Day, Days};
pub use report::{DayCount, LocaleCount, Opened, StoryCount};
pub use salt::{Reader, Salt};

/// Why counts can't be read or written.
#[derive(Debug, thiserror::Error)]
pub enum NumbersError {
    /// The database failed.
    #[error("can't read or write what is counted: {0}")]
    Database(#[from] DbErr),
    /// The system gives no randomness.
    #[error("the system gives no randomness for a salt: {0}")]
    Random(#[from] getrandom::Error),
    /// A row that this version can't read.
    #[error("the database holds “{0}” where a count has its language, state or salt")]
    Unreadable(String),
}

/// Who reads, as far as it is counted. The names are those of the database.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum State {
    /// Nobody is signed in.
    Visitor,
    /// Signed in, without a plan.
    Member,
    /// Signed in, and holds a plan.
    Subscriber,
}

impl State {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Visitor, Self::Member, Self::Subscriber];

    /// The database's word.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Visitor => "visitor",
            Self::Member => "member",
            Self::Subscriber => "subscriber",
        }
    }

    fn parse(text: &str) -> Result<Self, NumbersError> {
        let found = Self::ALL.into_iter().find(|state| state.as_str() == text);
        found.ok_or_else(|| NumbersError::Unreadable(text.to_owned()))
    }
}

/// The tables of counts; cheap to clone.
#[derive(Clone)]
pub struct Numbers {
    db: DatabaseConnection,
}

impl Numbers {
    /// The tables in this database.
    #[must_use]
    pub fn new(db: DatabaseConnection) -> Self {
        Self { db }
    }

    async fn rows<T: FromQueryResult>(
        &self,
        sql: &str,
        values: impl IntoIterator<Item = Value>,
    ) -> Result<Vec<T>, DbErr> {
        rows(&self.db, sql, values).await
    }
}

impl std::fmt::Debug for Numbers {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Numbers").finish_non_exhaustive()
    }
}

async fn rows<T: FromQueryResult>(
    db: &impl ConnectionTrait,
    sql: &str,
    values: impl IntoIterator<Item = Value>,
) -> Result<Vec<T>, DbErr> {
    T::find_by_statement(Statement::from_sql_and_values(db.get_database_backend(), sql, values)).all(db).await
}

async fn run(
    db: &impl ConnectionTrait,
    sql: &str,
    values: impl IntoIterator<Item = Value>,
) -> Result<(), DbErr> {
    db.execute_raw(Statement::from_sql_and_values(db.get_database_backend(), sql, values)).await.map(drop)
}

/// `($1, $2), ($3, $4)`: so many rows of so many values each.
fn tuples(rows: usize, columns: usize) -> String {
    let row = |row: usize| {
        let places: Vec<_> = (1..=columns).map(|column| format!("${}", row * columns + column)).collect();
        format!("({})", places.join(", "))
    };
    (0..rows).map(row).collect::<Vec<_>>().join(", ")
}
