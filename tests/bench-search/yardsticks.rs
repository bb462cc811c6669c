//! What the databases themselves offer: PostgreSQL's full-text search and SQLite's FTS5.

use content::Document;
use kernel::Locale;
use sea_orm::{ConnectOptions, ConnectionTrait, Database, DatabaseConnection, DbBackend, Statement, Value};
use uuid::Uuid;

use crate::corpus::whole;
use crate::engines::Ask;

/// Documents inserted at a time.
const AT_A_TIME: usize = 400;

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
            let mut values: Vec<Value> = Vec::with_capacity(some.len() * 5);
            let mut rows = Vec::with_capacity(some.len());
            for document in some {
                let at = values.len();
                rows.push(format!("(${}, ${}, ${}, ${}, ${})", at + 1, at + 2, at + 3, at + 4, at + 5));
                values.push(document.translation.as_uuid().to_string().into());
                values.push(configuration(&document.locale).into());
                values.push(document.published_at.map(|at| at.to_string()).unwrap_or_default().into());
                values.push(document.title.clone().into());
                values.push(whole(document).into());
            }
            let insert =
                format!("INSERT INTO text (id, locale, day, title, body) VALUES {}", rows.join(", "));
            yardstick.run(&insert, values).await;
        }
        for statement in yardstick.indexes() {
            yardstick.run(statement, vec![]).await;
        }
        yardstick
    }

    /// The ids of the ten documents that answer best, as far as it can be asked for such a thing.
    pub(crate) async fn ask(&self, ask: Ask, text: &str, locale: &Locale) -> Vec<Uuid> {
        let (sql, values) = if self.is_postgres() { postgres(ask, text, locale) } else { sqlite(ask, text) };
        let statement = Statement::from_sql_and_values(self.db.get_database_backend(), sql, values);
        let rows = self.db.query_all_raw(statement).await.expect("an answer");
        rows.iter().filter_map(|row| row.try_get_by_index::<String>(0).ok()?.parse().ok()).collect()
    }

    /// What it takes on disk.
    pub(crate) async fn bytes(&self) -> u64 {
        let sql = if self.is_postgres() {
            "SELECT pg_total_relation_size('text')"
        } else {
            "SELECT page_count * page_size FROM pragma_page_count(), pragma_page_size()"
        };
        let statement = Statement::from_string(self.db.get_database_backend(), sql);
        let row = self.db.query_one_raw(statement).await.expect("an answer").expect("a row");
        row.try_get_by_index::<i64>(0).ok().and_then(|bytes| u64::try_from(bytes).ok()).unwrap_or(0)
    }

    fn is_postgres(&self) -> bool {
        self.db.get_database_backend() == DbBackend::Postgres
    }

    fn schema(&self) -> &'static [&'static str] {
        if self.is_postgres() {
            &[
                "CREATE TABLE text (id text, locale text, day text, title text, body text, words tsvector GENERATED ALWAYS AS \
               (setweight(to_tsvector(CASE locale WHEN 'english' THEN 'english'::regconfig WHEN 'german' THEN \
               'german'::regconfig WHEN 'french' THEN 'french'::regconfig WHEN 'italian' THEN \
               'italian'::regconfig WHEN 'spanish' THEN 'spanish'::regconfig WHEN 'russian' THEN \
               'russian'::regconfig WHEN 'dutch' THEN 'dutch'::regconfig ELSE 'simple'::regconfig END, title || ' ' || title), 'A') || \
               to_tsvector(CASE locale WHEN 'english' THEN 'english'::regconfig WHEN 'german' THEN \
               'german'::regconfig WHEN 'french' THEN 'french'::regconfig WHEN 'italian' THEN \
               'italian'::regconfig WHEN 'spanish' THEN 'spanish'::regconfig WHEN 'russian' THEN \
               'russian'::regconfig WHEN 'dutch' THEN 'dutch'::regconfig ELSE 'simple'::regconfig END, body)) STORED)",
            ]
        } else {
            &[
                "CREATE VIRTUAL TABLE text USING fts5(id UNINDEXED, locale UNINDEXED, day UNINDEXED, title, body, \
               tokenize = 'unicode61 remove_diacritics 2')",
            ]
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

/// The best that have all words, with their number; or those that go on as the last does.
fn postgres(ask: Ask, text: &str, locale: &Locale) -> (String, Vec<Value>) {
    let unfinished = matches!(ask, Ask::Beginning | Ask::Suggestions);
    let words: Vec<String> =
        text.split(' ').map(|word| format!("'{}'", word.replace(['\'', '\\'], ""))).collect();
    let (query, text) = if unfinished {
        ("to_tsquery($1::regconfig, $2)", format!("{}:*", words.join(" & ")))
    } else {
        ("plainto_tsquery($1::regconfig, $2)", text.to_owned())
    };
    let (order, offset) = match ask {
        Ask::Filtered => ("day DESC", 0),
        Ask::Deep => ("ts_rank_cd(words, q, 1) DESC", 1_000),
        _ => ("ts_rank_cd(words, q, 1) DESC", 0),
    };
    let filter = if ask == Ask::Filtered { "AND day >= '2025-01-01'" } else { "" };
    let sql = format!(
        "SELECT id, count(*) OVER () FROM text, {query} q WHERE words @@ q {filter} ORDER BY {order} LIMIT 10 OFFSET {offset}"
    );
    (sql, vec![configuration(locale).into(), text.into()])
}

fn sqlite(ask: Ask, text: &str) -> (String, Vec<Value>) {
    let quoted: Vec<String> = text.split(' ').map(|word| format!("\"{word}\"")).collect();
    let unfinished = matches!(ask, Ask::Beginning | Ask::Suggestions);
    let text = quoted.join(" ") + if unfinished { "*" } else { "" };
    let (order, offset) = match ask {
        Ask::Filtered => ("day DESC", 0),
        Ask::Deep => ("bm25(text, 0, 0, 0, 4, 1)", 1_000),
        _ => ("bm25(text, 0, 0, 0, 4, 1)", 0),
    };
    let filter = if ask == Ask::Filtered { "AND day >= '2025-01-01'" } else { "" };
    let sql =
        format!("SELECT id FROM text WHERE text MATCH $1 {filter} ORDER BY {order} LIMIT 10 OFFSET {offset}");
    (sql, vec![text.into()])
}

/// PostgreSQL's name for a language.
fn configuration(locale: &Locale) -> &'static str {
    match locale.language() {
        "en" => "english",
        "de" => "german",
        "fr" => "french",
        "it" => "italian",
        "es" => "spanish",
        "nl" => "dutch",
        "ru" => "russian",
        _ => "simple",
    }
}
