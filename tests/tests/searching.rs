//! Searching over HTTP: pages, filters, suggestions, feed and description; and that answers hold
//! while the index lags.

use std::fs::File;
use std::path::{Path, PathBuf};
use std::time::Duration;

use gazette_tests::{Browser, Gazette, Site, gazette};
use reqwest::StatusCode;
use sea_orm::ConnectionTrait;
use serde_json::Value;

const GERMAN: &str = "/de/sicherheitsgarantien-ukraine";

test_db::both! {
    async fn a_search_can_be_narrowed_ordered_and_paged(db: TestDb) {
        let site = Site::start(&db).await;
        let reader = site.browser();
        indexed(&reader, "/de/search?q=Sicherheitsgarantien").await;
        let all = reader.page("/de/search?q=die").await;
        let total = hits(&all).len();
        assert!(total == 10 && all.contains("page=2"), "more than a page: {total}");
        let second = reader.page("/de/search?q=die&page=2").await;
        assert!(hits(&second).iter().all(|hit| !hits(&all).contains(hit)), "no story twice");
        let newest = reader.page("/de/search?q=die&sort=date").await;
        assert_eq!(hits(&newest).len(), 10);
        assert!(dates(&newest).is_sorted_by(|a, b| a >= b), "{:?}", dates(&newest));
        let option = all.split("href=\"").find(|part| part.contains("section=")).and_then(|part| part.split('"').next());
        let narrowed = reader.page(&option.expect("a section to narrow down to").replace("&amp;", "&")).await;
        assert!(narrowed.contains("aria-current=\"true\""));
        assert!(!hits(&narrowed).is_empty() && narrowed.contains("name=\"section\""), "forms keep the filter");
        let french = reader.page("/de/search?q=Ukraine&language=fr").await;
        assert!(hits(&french).iter().all(|hit| hit.starts_with("/fr/")) && !hits(&french).is_empty());
        for nonsense in ["access=?", "from=yesterday", "section=nowhere", "language=%00", "sort=up"] {
            assert_eq!(reader.open(&format!("/de/search?q=die&{nonsense}")).await.status(), StatusCode::OK);
        }
        assert_eq!(reader.open("/de/search?q=die&page=0").await.status(), StatusCode::NOT_FOUND);
        assert!(hits(&reader.page("/de/search?q=die&page=900").await).is_empty());
    }

    async fn a_search_helps_where_nothing_is_found(db: TestDb) {
        let site = Site::start(&db).await;
        let reader = site.browser();
        indexed(&reader, "/de/search?q=Sicherheitsgarantien").await;
        let mistyped = reader.page("/de/search?q=Sicherheitsgarnatien").await;
        assert!(mistyped.contains("q=Sicherheitsgarantien"), "what was meant is a link");
        assert!(hits(&mistyped).contains(&GERMAN.to_owned()));
        let nothing = reader.page("/de/search?q=qzxwvutsrqponmlk").await;
        assert!(hits(&nothing).is_empty() && nothing.contains("id=\"latest\""), "the newest stories instead");
        // A browser's languages come before others that are not the page's.
        let first = |page: String| hits(&page).first().cloned().unwrap_or_default();
        let page = reader.open_in("/ar/search?q=Ukraine", "fr;q=0.9, en;q=0.5").await.text().await.expect("text");
        let other = reader.open_in("/ar/search?q=Ukraine", "en, fr;q=0.5").await.text().await.expect("text");
        assert!(first(page).starts_with("/fr/") && first(other).starts_with("/en/"));
    }

    async fn suggestions_feed_and_description(db: TestDb) {
        let site = Site::start(&db).await;
        let reader = site.browser();
        indexed(&reader, "/de/search?q=Sicherheitsgarantien").await;
        let suggest = async |text: &str| {
            let answer = reader.open(&format!("/de/search/suggest?q={text}")).await;
            assert_eq!(answer.headers()["content-type"], "application/x-suggestions+json");
            let lists: Value = serde_json::from_str(&answer.text().await.expect("text")).expect("JSON");
            let titles = lists[1].as_array().expect("titles").len();
            assert_eq!(titles, lists[2].as_array().expect("notes").len());
            assert_eq!(titles, lists[3].as_array().expect("addresses").len());
            assert!(!lists[4]["status"].as_str().expect("a text").is_empty());
            lists
        };
        let found = suggest("sicherheits").await;
        assert_eq!(found[0], "sicherheits");
        assert!(found[3][0].as_str().expect("an address").ends_with(GERMAN), "{found}");
        let address = found[3][0].as_str().expect("an address").replace(reader.base(), "");
        assert_eq!(reader.open(&address).await.status(), StatusCode::OK);
        assert_eq!(suggest("sicherhietsgar").await[3][0], found[3][0], "a typing error is forgiven");
        assert_eq!(suggest("qzxwvuts").await[1], Value::Array(vec![]));
        assert_eq!(suggest("").await[1], Value::Array(vec![]));

        let feed = reader.open("/de/search/feed.xml?q=Sicherheitsgarantien").await;
        assert_eq!(feed.headers()["content-type"], "application/atom+xml; charset=utf-8");
        let feed = feed.text().await.expect("text");
        assert!(feed.contains("<entry>") && feed.contains(GERMAN), "{feed}");
        assert!(!reader.page("/de/search/feed.xml?q=qzxwvuts").await.contains("<entry>"));

        let description = reader.open("/de/search/opensearch.xml").await;
        assert_eq!(description.headers()["content-type"], "application/opensearchdescription+xml; charset=utf-8");
        let description = description.text().await.expect("text");
        for part in ["/de/search?q={searchTerms}", "/de/search/suggest?q={searchTerms}"] {
            assert!(description.contains(part), "{description}");
        }
        assert!(reader.page("/de/search").await.contains("opensearch.xml"), "pages lead to it");
    }

    /// On two days, five times: nobody's search alone. What only subscribers find isn't suggested.
    async fn what_many_visitors_find_is_suggested(db: TestDb) {
        let (data, folder) = (tempfile::tempdir().expect("a folder"), tempfile::tempdir().expect("a folder"));
        publication(folder.path());
        set_access(folder.path(), "sold", "paid");
        run(data.path(), db.url(), &["import", "markdown", folder.path().to_str().expect("UTF-8")]).await;
        let serve = ["serve", "--listen", "127.0.0.1:0"];
        let start = async || Gazette::start(gazette(data.path(), Some(db.url()), &serve)).await;
        let suggested = async |server: &Gazette, text: &str| {
            let found = Browser::new(&server.base).page(&format!("/en/search/suggest?q={text}")).await;
            let lists: Value = serde_json::from_str(&found).expect("JSON");
            lists[1].as_array().expect("titles").iter().any(|title| title == "lighthouse of five")
        };
        for day in 0..2 {
            let server = start().await;
            let visitor = Browser::new(&server.base);
            indexed(&visitor, "/en/search?q=lighthouse").await;
            for _ in 0..3 {
                visitor.page("/en/search?q=Lighthouse+of+five").await;
                visitor.page("/en/search?q=quartzlamp+lighthouse").await;
            }
            assert!(!suggested(&server, "lighthouse+o").await, "after {day} days");
            assert!(server.stop().await, "which writes down what was counted");
            db.connection().execute_unprepared("UPDATE search_count SET day = day - 1").await.expect("a day passes");
        }
        let server = start().await;
        indexed(&Browser::new(&server.base), "/en/search?q=lighthouse").await;
        assert!(suggested(&server, "lighthouse+o").await);
        let closed = Browser::new(&server.base).page("/en/search/suggest?q=quartz").await;
        assert!(!closed.contains("quartzlamp"), "{closed}");
        assert!(server.stop().await);
    }

    async fn the_index_lags_and_answers_hold(db: TestDb) {
        let (data, folder) = (tempfile::tempdir().expect("a folder"), tempfile::tempdir().expect("a folder"));
        publication(folder.path());
        let import = ["import", "markdown", folder.path().to_str().expect("UTF-8")];
        run(data.path(), db.url(), &import).await;
        let serve = ["serve", "--listen", "127.0.0.1:0"];
        let server = Gazette::start(gazette(data.path(), Some(db.url()), &serve)).await;
        let reader = Browser::new(&server.base);
        indexed(&reader, "/en/search?q=lighthouse").await;
        let (total, found) = totals(&reader, "lighthouse").await;
        assert_eq!((total, found.len()), (5, 5), "{found:?}");
        assert!(reader.page("/en/search?q=quartzlamp").await.contains("quartzlamp</mark>"));

        // Nobody can write the index now: it stays as it is.
        let held = hold(&data.path().join("index"));
        let text = |name: &str, locale: &str| folder.path().join(name).join(format!("{locale}.md"));
        set_access(folder.path(), "sold", "paid");
        std::fs::write(text("gone", "en"), story("gone", "withdrawn", "Closing", "")).expect("written");
        std::fs::write(text("two", "en"), story("two", "withdrawn", "Closing", "")).expect("written");
        std::fs::write(text("cut", "en"), story("cut", "published", "Moved up.", "quartzcut and lighthouse")).expect("written");
        run(data.path(), db.url(), &import).await;

        // Within a second, though the index still has it all.
        tokio::time::sleep(Duration::from_secs(1)).await;
        for closed in ["quartzlamp", "quartzcut", "quartzgone"] {
            let page = reader.page(&format!("/en/search?q={closed}")).await;
            let nowhere = reader.page(&format!("/en/search?q={}", "x".repeat(closed.len()))).await;
            let without = |page: &str, word: &str| page.replace(word, "");
            assert_eq!(without(&page, closed), without(&nowhere, &"x".repeat(closed.len())), "{closed}");
        }
        let (total, found) = totals(&reader, "lighthouse").await;
        assert_eq!(found, ["/de/two", "/en/kept"], "what is gone or closed is left out; a story in its other language");
        assert_eq!(total, 2, "and counted as such");
        let feed = reader.page("/en/search/feed.xml?q=lighthouse").await;
        assert!(feed.contains("/en/kept") && !feed.contains("/en/gone") && !feed.contains("/en/sold"), "{feed}");
        let suggested = reader.page("/en/search/suggest?q=gone").await;
        assert!(!suggested.contains("/en/gone"), "{suggested}");
        drop(held);
        assert!(server.stop().await);
    }

    async fn a_publisher_may_let_closed_words_match(db: TestDb) {
        let (data, folder) = (tempfile::tempdir().expect("a folder"), tempfile::tempdir().expect("a folder"));
        publication(folder.path());
        set_access(folder.path(), "sold", "paid");
        run(data.path(), db.url(), &["import", "markdown", folder.path().to_str().expect("UTF-8")]).await;
        let mut command = gazette(data.path(), Some(db.url()), &["serve", "--listen", "127.0.0.1:0"]);
        command.env("GAZETTE_SEARCH__MATCH_CLOSED_WORDS", "true");
        let server = Gazette::start(command).await;
        let reader = Browser::new(&server.base);
        indexed(&reader, "/en/search?q=quartzlamp").await;
        let page = reader.page("/en/search?q=quartzlamp").await;
        assert_eq!(hits(&page), ["/en/sold"]);
        assert!(page.contains("Opening of sold.") && !page.contains("<mark>quartzlamp"), "the teaser is shown: {page}");
        assert!(server.stop().await);
    }
}

/// Waits until the index is open and has what is sought.
async fn indexed(reader: &Browser, path: &str) {
    for _ in 0..200 {
        let answer = reader.open(path).await;
        if answer.status() == StatusCode::OK && !hits(&answer.text().await.expect("text")).is_empty() {
            return;
        }
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    panic!("{path} finds nothing");
}

/// The addresses of a page's hits.
fn hits(page: &str) -> Vec<String> {
    let titles = page.split("<article class=\"hit\"").skip(1);
    let address = |hit: &str| hit.split("href=\"").nth(1)?.split('"').next().map(str::to_owned);
    titles.filter_map(address).collect()
}

/// The dates of a page's hits.
fn dates(page: &str) -> Vec<String> {
    let hits = page.split("<article class=\"hit\"").skip(1);
    let date = |hit: &str| hit.split("datetime=\"").nth(1)?.split('"').next().map(str::to_owned);
    hits.filter_map(date).collect()
}

/// The number of stories as the page says it, and its hits, sorted.
async fn totals(reader: &Browser, word: &str) -> (usize, Vec<String>) {
    let page = reader.page(&format!("/en/search?q={word}")).await;
    let told = page.split("<p class=\"page-meta\" role=\"status\">").nth(1).expect("a number of stories");
    let total = told.split_whitespace().next().and_then(|number| number.parse().ok()).unwrap_or(0);
    let mut found = hits(&page);
    found.sort();
    (total, found)
}

/// Takes the lock of every index's writer.
fn hold(index: &Path) -> Vec<File> {
    let folders = std::fs::read_dir(index).expect("an index").filter_map(|entry| Some(entry.ok()?.path()));
    let locks: Vec<PathBuf> = folders.map(|folder| folder.join(".tantivy-writer.lock")).collect();
    let taken: Vec<File> = locks
        .iter()
        .filter(|lock| lock.parent().is_some_and(Path::is_dir))
        .map(|lock| {
            let file = File::create(lock).expect("a lock");
            file.lock().expect("taken");
            file
        })
        .collect();
    assert!(!taken.is_empty());
    taken
}

fn publication(folder: &Path) {
    let site = "default_locale = \"en\"\ntime_zone = \"UTC\"\n\n[[locale]]\ntag = \"en\"\nname = \"Lag\"\n\n\
                [[locale]]\ntag = \"de\"\nname = \"Lag\"\n\n[[section]]\nkey = \"news\"\n[section.names]\n\
                en = { name = \"News\", slug = \"news\" }\n";
    std::fs::write(folder.join("site.toml"), site).expect("written");
    for name in ["sold", "gone", "two", "cut", "kept"] {
        let dir = folder.join(name);
        std::fs::create_dir(&dir).expect("made");
        set_access(folder, name, if name == "cut" { "paid" } else { "public" });
        let (open, closed) = match name {
            "sold" => ("", "A quartzlamp in the lighthouse."),
            "gone" => ("The quartzgone in the lighthouse.", ""),
            "cut" => ("The quartzcut and the lighthouse.", ""),
            "kept" => ("A lighthouse of five.", ""),
            _ => ("A lighthouse.", ""),
        };
        std::fs::write(dir.join("en.md"), story(name, "published", open, closed)).expect("written");
    }
    std::fs::write(folder.join("two/de.md"), story("two", "published", "A lighthouse.", ""))
        .expect("written");
}

fn set_access(folder: &Path, name: &str, access: &str) {
    let article = format!("access = \"{access}\"\nsource = \"en\"\nsection = \"news\"\n");
    std::fs::write(folder.join(name).join("article.toml"), article).expect("written");
}

/// A story with something before the cut, and something after it.
fn story(name: &str, state: &str, open: &str, closed: &str) -> String {
    format!(
        "+++\ntitle = \"Story {name}\"\nslug = \"{name}\"\nstate = \"{state}\"\n\
         published_at = 2026-01-01T00:00:00Z\n+++\n\nOpening of {name}. {open}\n\n<!-- paywall -->\n\n\
         The end of {name}. {closed}\n"
    )
}

async fn run(data: &Path, database: &str, arguments: &[&str]) -> String {
    let output = gazette(data, Some(database), arguments).output().await.expect("the binary runs");
    let (out, err) = (String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    assert!(output.status.success(), "{arguments:?}: {out}{err}");
    out.into_owned()
}
