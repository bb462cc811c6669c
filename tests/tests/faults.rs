//! The process dies (SIGKILL) in the middle of its work, again and again: nothing acknowledged is
//! lost, and what was begun is completed by the next run.
//!
//! A death counts only if the process was alive and at work: something of what it had to do was
//! done, and something was left.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::time::Duration;

use gazette_tests::{Gazette, gazette};
use sea_orm::{ConnectionTrait, FromQueryResult, Statement};
use test_db::TestDb;
use tokio::process::Child;

/// Deaths during import, and during publishing; each on both databases.
const IMPORT_DEATHS: usize = 50;
const PUBLISH_DEATHS: usize = 50;
/// Stories in two languages. A death during publishing uses up some of them.
const IMPORTED: usize = 40;
const SCHEDULED: usize = 300;
/// How long a process is waited for that has work to do.
const PATIENCE: Duration = Duration::from_secs(30);

test_db::both! {
    async fn an_import_survives_any_death(db: TestDb) {
        let (data, folder) = (tempfile::tempdir().expect("a folder"), tempfile::tempdir().expect("a folder"));
        write_site(folder.path());
        let import = ["import", "markdown", folder.path().to_str().expect("UTF-8")];
        let mut seen: BTreeMap<String, u64> = BTreeMap::new();
        let (mut deaths, mut stamp) = (0, 0);
        while deaths < IMPORT_DEATHS {
            stamp += 1;
            for article in 0..IMPORTED {
                write_story(folder.path(), article, "2026-01-01T00:00:00Z", stamp);
            }
            let before = count(&db, "revision").await;
            let child = gazette(data.path(), Some(db.url()), &import).spawn().expect("started");
            // From the first text written to near the last.
            let written = deaths * 37 % (2 * IMPORTED - 6);
            let alive = kill_when(child, || async { count(&db, "revision").await > before + written }).await;
            let after = count(&db, "revision").await;
            if alive && before < after && after < before + 2 * IMPORTED {
                deaths += 1;
            }
            let found = stamps(&db).await;
            for (article, stamp) in &seen {
                assert!(found.get(article) >= Some(stamp), "{article} fell back after {deaths} deaths");
            }
            seen = found;
        }
        eprintln!("{deaths} deaths in {stamp} imports");
        let first = run(data.path(), db.url(), &import).await;
        assert!(first.contains("0 errors"), "{first}");
        assert!(stamps(&db).await.values().all(|found| *found == stamp), "the last run completes it");
        let second = run(data.path(), db.url(), &import).await;
        assert!(second.starts_with(&format!("0 created, 0 updated, {IMPORTED} unchanged")), "{second}");
        assert_index_agrees(data.path(), &db).await;
    }

    async fn a_server_that_publishes_survives_any_death(db: TestDb) {
        let (data, folder) = (tempfile::tempdir().expect("a folder"), tempfile::tempdir().expect("a folder"));
        write_site(folder.path());
        for article in 0..SCHEDULED {
            write_story(folder.path(), article, "2099-01-01T00:00:00Z", 1);
        }
        run(data.path(), db.url(), &["import", "markdown", folder.path().to_str().expect("UTF-8")]).await;
        assert_eq!(count(&db, "publication").await, 0, "all of it is scheduled");
        // Their time has come while nobody was there.
        db.connection().execute_unprepared("UPDATE translation SET publish_at = 1767225600000").await.expect("written");
        let (mut deaths, mut starts) = (0, 0);
        let mut live: BTreeSet<String> = BTreeSet::new();
        while deaths < PUBLISH_DEATHS {
            starts += 1;
            let before = live.len();
            let serve = ["serve", "--listen", "127.0.0.1:0"];
            let mut command = gazette(data.path(), Some(db.url()), &serve);
            let child = command.stdout(std::process::Stdio::null()).spawn().expect("started");
            let published = 1 + starts * 7 % 5;
            let enough = || async { count(&db, "publication").await >= before + published };
            let alive = kill_when(child, enough).await;
            let now = slugs(&db, "SELECT locale || '/' || slug AS slug FROM publication").await;
            assert!(now.is_superset(&live), "what was published stays so, after {deaths} deaths");
            if alive && before < now.len() && now.len() < 2 * SCHEDULED {
                deaths += 1;
            }
            live = now;
        }
        eprintln!("{deaths} deaths in {starts} starts, {} of {} published", live.len(), 2 * SCHEDULED);
        assert_index_agrees(data.path(), &db).await;
        let now = slugs(&db, "SELECT locale || '/' || slug AS slug FROM publication").await;
        assert_eq!(now.len(), 2 * SCHEDULED, "the last server publishes the rest");
        let told = slugs(&db, "SELECT DISTINCT CAST(translation_id AS TEXT) AS slug FROM outbox WHERE version IS NOT NULL").await;
        assert_eq!(told.len(), 2 * SCHEDULED, "and every publication is told to those who follow");
    }
}

/// Kills the process once `enough` has happened; whether it was still alive then.
async fn kill_when<F: Future<Output = bool>>(mut child: Child, enough: impl Fn() -> F) -> bool {
    let waiting = async {
        while !enough().await {
            if child.try_wait().expect("waited").is_some() {
                return false;
            }
        }
        true
    };
    let in_time = tokio::time::timeout(PATIENCE, waiting).await.expect("it does its work");
    let alive = in_time && child.try_wait().expect("waited").is_none();
    child.kill().await.expect("killed");
    alive
}

/// Serves until the index has caught up and everything is published, then compares it with the
/// database.
async fn assert_index_agrees(data: &Path, db: &TestDb) {
    let mut command = gazette(data, Some(db.url()), &["serve", "--listen", "127.0.0.1:0"]);
    command.env("GAZETTE_METRICS_LISTEN", "127.0.0.1:0");
    let server = Gazette::start(command).await;
    let metrics = server.metrics.clone().expect("metrics");
    let client = gazette_tests::client();
    let caught_up = async {
        loop {
            let waiting =
                slugs(db, "SELECT CAST(id AS TEXT) AS slug FROM translation WHERE publish_at IS NOT NULL")
                    .await;
            let text = client.get(&metrics).send().await.expect("an answer").text().await.expect("text");
            if waiting.is_empty() && text.lines().any(|line| line == "gazette_index_changes_behind 0") {
                return;
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    };
    tokio::time::timeout(PATIENCE, caught_up).await.expect("the index catches up");
    let page = client.get(format!("{}/en/search?q=ordinary", server.base)).send().await.expect("an answer");
    assert!(page.text().await.expect("text").contains("/en/story-"), "and finds");
    assert!(server.stop().await);
    let answer = run(data, db.url(), &["doctor"]).await;
    assert!(answer.contains("0 missing, 0 outdated, 0 surplus"), "{answer}");
}

async fn run(data: &Path, database: &str, arguments: &[&str]) -> String {
    let output = gazette(data, Some(database), arguments).output().await.expect("the binary runs");
    let (out, err) = (String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    assert!(output.status.success(), "{arguments:?}: {out}{err}");
    out.into_owned()
}

#[derive(FromQueryResult)]
struct Count {
    rows: i64,
}

#[derive(FromQueryResult)]
struct Slug {
    slug: String,
}

#[derive(FromQueryResult)]
struct Body {
    slug: String,
    body: String,
}

async fn count(db: &TestDb, table: &str) -> usize {
    let counted: Vec<Count> = rows(db, &format!("SELECT count(*) AS rows FROM {table}")).await;
    usize::try_from(counted[0].rows).expect("small")
}

async fn slugs(db: &TestDb, sql: &str) -> BTreeSet<String> {
    rows::<Slug>(db, sql).await.into_iter().map(|row| row.slug).collect()
}

async fn rows<T: FromQueryResult>(db: &TestDb, sql: &str) -> Vec<T> {
    let backend = db.connection().get_database_backend();
    T::find_by_statement(Statement::from_string(backend, sql)).all(db.connection()).await.expect("read")
}

/// The stamp of each story; its two languages are written together or not at all.
async fn stamps(db: &TestDb) -> BTreeMap<String, u64> {
    let sql = "SELECT t.slug, r.body FROM translation t JOIN revision r ON r.translation_id = t.id AND r.version = t.version";
    let mut found: BTreeMap<String, u64> = BTreeMap::new();
    for Body { slug, body } in rows::<Body>(db, sql).await {
        let stamp = body.split_whitespace().nth(1).and_then(|stamp| stamp.parse().ok()).expect("a stamp");
        let other = found.insert(slug.clone(), stamp);
        assert!(other.is_none_or(|other| other == stamp), "{slug} is half written");
    }
    found
}

fn write_site(folder: &Path) {
    let site = "default_locale = \"en\"\ntime_zone = \"UTC\"\n\n[[locale]]\ntag = \"en\"\nname = \"Faults\"\n\n\
                [[locale]]\ntag = \"de\"\nname = \"Fehler\"\n\n[[section]]\nkey = \"news\"\n[section.names]\n\
                en = { name = \"News\", slug = \"news\" }\n";
    std::fs::write(folder.join("site.toml"), site).expect("written");
}

fn write_story(folder: &Path, article: usize, date: &str, stamp: u64) {
    let dir = folder.join(format!("story-{article}"));
    std::fs::create_dir_all(&dir).expect("made");
    std::fs::write(dir.join("article.toml"), "access = \"paid\"\nsource = \"en\"\nsection = \"news\"\n")
        .expect("written");
    let paragraphs = "A paragraph of ordinary words that says nothing in particular.\n\n".repeat(8);
    let text = format!(
        "+++\ntitle = \"Story {article}\"\nslug = \"story-{article}\"\npublished_at = {date}\n+++\n\nStamp {stamp} .\n\n{paragraphs}"
    );
    for locale in ["en", "de"] {
        std::fs::write(dir.join(format!("{locale}.md")), &text).expect("written");
    }
}
