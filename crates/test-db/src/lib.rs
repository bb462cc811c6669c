//! Fresh, migrated databases for tests: the same test on SQLite and on PostgreSQL.
//!
//! ```text
//! test_db::both! {
//!     /// A save is a revision.
//!     async fn a_save_is_a_revision(db: TestDb) {
//!         let store = Store::new(db.connection().clone(), …);
//!     }
//! }
//! ```
//!
//! makes two tests, `a_save_is_a_revision::sqlite` and `a_save_is_a_revision::postgres`. The server
//! for the second is named by `GAZETTE_TEST_POSTGRES_URL` (`just db` starts one); without it the
//! test fails and says so, because a test that was skipped in silence proves nothing.

use migrations::{Migrator, MigratorTrait};
use sea_orm::{ConnectOptions, ConnectionTrait, Database, DatabaseConnection};

/// The variable that names the PostgreSQL server on which tests make their databases.
pub const POSTGRES_URL: &str = "GAZETTE_TEST_POSTGRES_URL";

/// A database of its own, gone when dropped (SQLite) or with the throw-away server (PostgreSQL).
#[derive(Debug)]
pub struct TestDb {
    connection: DatabaseConnection,
    url: String,
    _folder: Option<tempfile::TempDir>,
}

impl TestDb {
    /// An empty database with the whole schema, in a SQLite file.
    pub async fn sqlite() -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let url = format!("sqlite://{}?mode=rwc", folder.path().join("test.db").display());
        Self::migrated(url, Some(folder)).await
    }

    /// An empty database with the whole schema, on the PostgreSQL server of the environment.
    pub async fn postgres() -> Self {
        let Ok(server) = std::env::var(POSTGRES_URL) else {
            panic!("{POSTGRES_URL} is not set; `just db` starts a throw-away server and prints it");
        };
        let name = format!("test_{}", uuid::Uuid::new_v4().simple());
        let admin = Database::connect(&server).await.expect("the PostgreSQL server answers");
        admin.execute_unprepared(&format!("CREATE DATABASE {name}")).await.expect("a new database");
        admin.close().await.expect("closed");
        let (base, _) = server.rsplit_once('/').expect("a URL with a database name");
        Self::migrated(format!("{base}/{name}"), None).await
    }

    async fn migrated(url: String, folder: Option<tempfile::TempDir>) -> Self {
        let mut options = ConnectOptions::new(&url);
        options.max_connections(4).sqlx_logging(false);
        let connection = Database::connect(options).await.expect("the database opens");
        Migrator::up(&connection, None).await.expect("the schema is made");
        Self { connection, url, _folder: folder }
    }

    /// The open connection pool.
    #[must_use]
    pub fn connection(&self) -> &DatabaseConnection {
        &self.connection
    }

    /// The address another process can open it by.
    #[must_use]
    pub fn url(&self) -> &str {
        &self.url
    }
}

/// Runs each test on both databases; see the crate's documentation.
#[macro_export]
macro_rules! both {
    ($($(#[$meta:meta])* async fn $name:ident($db:ident: TestDb) $body:block)+) => {
        $(
            $(#[$meta])*
            mod $name {
                #[allow(unused_imports)]
                use super::*;

                async fn this_test($db: $crate::TestDb) $body

                #[tokio::test]
                async fn sqlite() {
                    this_test($crate::TestDb::sqlite().await).await;
                }

                #[tokio::test]
                async fn postgres() {
                    this_test($crate::TestDb::postgres().await).await;
                }
            }
        )+
    };
}
