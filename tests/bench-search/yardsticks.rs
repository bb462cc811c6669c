//! What the databases themselves offer: PostgreSQL's full-text search and SQLite's FTS5.

use content::Document;
use kernel::Locale;
use sea_orm::{ConnectOptions, ConnectionTrait, Database, DatabaseConnection, DbBackend, Statement, Value};
use uuid::Uuid;

use crate::corpus::whole;

/// Documents inserted at a time.
const AT_A_TIME: usize = 500;

/// A database with the documents in it.
#[derive(Clone)]
pub(crate) struct Yardstick {
    db: DatabaseConnection,
}

impl Yardstick {
    /// Fills a database of either kind.
    pub(crate) async fn fill(url: &str, connections: u32, documents: &[Document]) -> Self {
        let mut options = ConnectOptions::new(url);
        options.max_connections(connections).sqlx_logging(false);
        let yardstick = Self { db: Database::connect(options).await.expect("a database") };
        for statement in yardstick.schema() {
            yardstick.run(statement, vec![]).await;
        }
        for some in documents.chunks(AT_A_TIME) {
            let mut values: Vec<Value> = Vec::with_capacity(some.len() * 4);
            let mut rows = Vec::with_capacity(some.len());
            for document in some {
                let at = values.len();
                rows.push(format!("(${}, ${}, ${}, ${})", at + 1, at + 2, at + 3, at + 4));
                values.push(document.translation.as_uuid().to_string().into());
                values.push(configuration(&document.locale).into());
                values.push(document.title.clone().into());
                values.push(whole(document).into());
            }
            let insert = format!("INSERT INTO text (id, locale, title, body) VALUES {}", rows.join(", "));
            yardstick.run(&insert, values).await;
        }
        for statement in yardstick.indexes() {
            yardstick.run(statement, vec![]).await;
        }
        yardstick
    }

    /// The ids of the ten best documents that have all words.
    pub(crate) async fn words(&self, text: &str, locale: &Locale) -> Vec<Uuid> {
        let (sql, values): (&str, Vec<Value>) = if self.is_postgres() {
            let sql = "SELECT id, count(*) OVER () FROM text, plainto_tsquery($1::regconfig, $2) q WHERE words @@ q \
                       ORDER BY ts_rank_cd(words, q, 1) DESC LIMIT 10";
            (sql, vec![configuration(locale).into(), text.into()])
        } else {
            let quoted: Vec<String> = text.split(' ').map(|word| format!("\"{word}\"")).collect();
            let sql = "SELECT id FROM text WHERE text MATCH $1 ORDER BY bm25(text, 0, 0, 4, 1) LIMIT 10";
            (sql, vec![quoted.join(" ").into()])
        };
        let statement = Statement::from_sql_and_values(self.db.get_database_backend(), sql, values);
        let rows = self.db.query_all_raw(statement).await.expect("an answer");
        rows.iter().filter_map(|row| row.try_get_by_index::<String>(0).ok()?.parse().ok()).collect()
    }

    fn is_postgres(&self) -> bool {
        self.db.get_database_backend() == DbBackend::Postgres
    }

    fn schema(&self) -> &'static [&'static str] {
        if self.is_postgres() {
            &[
                "CREATE TABLE text (id text, locale text, title text, body text, words tsvector GENERATED ALWAYS AS \
               (setweight(to_tsvector(CASE locale WHEN 'english' THEN 'english'::regconfig WHEN 'german' THEN \
               'german'::regconfig WHEN 'french' THEN 'french'::regconfig WHEN 'italian' THEN \
               'italian'::regconfig WHEN 'spanish' THEN 'spanish'::regconfig WHEN 'russian' THEN \
               'russian'::regconfig ELSE 'simple'::regconfig END, title || ' ' || title), 'A') || \
               to_tsvector(CASE locale WHEN 'english' THEN 'english'::regconfig WHEN 'german' THEN \
               'german'::regconfig WHEN 'french' THEN 'french'::regconfig WHEN 'italian' THEN \
               'italian'::regconfig WHEN 'spanish' THEN 'spanish'::regconfig WHEN 'russian' THEN \
               'russian'::regconfig ELSE 'simple'::regconfig END, body)) STORED)",
            ]
        } else {
            &["CREATE VIRTUAL TABLE text USING fts5(id UNINDEXED, locale UNINDEXED, title, body, \
               tokenize = 'unicode61 remove_diacritics 2')"]
        }
    }

    fn indexes(&self) -> &'static [&'static str] {
        if self.is_postgres() {
            &["CREATE INDEX ON text USING gin (words)", "VACUUM ANALYZE text"]
        } else {
            &["INSERT INTO text (text) VALUES ('optimize')"]
        }
    }

    async fn run(&self, sql: &str, values: Vec<Value>) {
        let statement = Statement::from_sql_and_values(self.db.get_database_backend(), sql, values);
        self.db.execute_raw(statement).await.expect("done");
    }
}

/// PostgreSQL's name for a language.
fn configuration(locale: &Locale) -> &'static str {
    match locale.language() {
        "en" => "english",
        "de" => "german",
        "fr" => "french",
        "it" => "italian",
        "es" => "spanish",
        "ru" => "russian",
        _ => "simple",
    }
}
