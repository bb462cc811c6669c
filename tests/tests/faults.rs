//! The process dies (SIGKILL) in the middle of its work, again and again: nothing acknowledged is
//! lost, and what was begun is completed by the next run.

use std::path::Path;
use std::time::Duration;

use gazette_tests::{Gazette, gazette};

/// Deaths during import, and during publishing.
const IMPORT_DEATHS: u64 = 70;
const PUBLISH_DEATHS: u64 = 30;
const ARTICLES: usize = 60;

test_db::both! {
    async fn an_import_survives_any_death(db: TestDb) {
        let (data, folder) = (tempfile::tempdir().expect("a folder"), tempfile::tempdir().expect("a folder"));
        write_publication(folder.path(), "2026-01-01T00:00:00Z");
        let import = ["import", "markdown", folder.path().to_str().expect("UTF-8")];
        for death in 0..IMPORT_DEATHS {
            let mut child = gazette(data.path(), Some(db.url()), &import).spawn().expect("started");
            // From the first milliseconds to where the work is done; by now and then changing a text
            // there is always something left to do.
            tokio::time::sleep(Duration::from_millis(20 + death * 97 % 700)).await;
            child.kill().await.expect("killed");
            if death % 10 == 9 {
                write_text(folder.path(), usize::try_from(death).expect("small"), &format!("Changed after {death}."));
            }
        }
        let first = run(data.path(), db.url(), &import).await;
        assert!(first.contains("0 errors"), "{first}");
        let second = run(data.path(), db.url(), &import).await;
        assert!(second.starts_with(&format!("0 created, 0 updated, {ARTICLES} unchanged")), "{second}");
        assert_index_agrees(data.path(), db.url()).await;
    }

    async fn what_was_published_stays_published(db: TestDb) {
        let (data, folder) = (tempfile::tempdir().expect("a folder"), tempfile::tempdir().expect("a folder"));
        write_publication(folder.path(), "2099-01-01T00:00:00Z");
        let import = ["import", "markdown", folder.path().to_str().expect("UTF-8")];
        run(data.path(), db.url(), &import).await;
        let client = gazette_tests::client();
        let mut acknowledged: Vec<usize> = Vec::new();
        for death in 0..PUBLISH_DEATHS {
            let death = usize::try_from(death).expect("small");
            let server = Gazette::start(gazette(data.path(), Some(db.url()), &["serve", "--listen", "127.0.0.1:0"])).await;
            for article in &acknowledged {
                let url = format!("{}/en/story-{article}", server.base);
                assert_eq!(client.get(url).send().await.expect("an answer").status(), 200, "{article} after {death} deaths");
            }
            // The next story is due; the import says so while the server runs.
            set_date(folder.path(), death, "2026-01-02T00:00:00Z");
            let done = run(data.path(), db.url(), &import).await;
            assert!(done.contains("1 updated"), "{done}");
            acknowledged.push(death);
            tokio::time::sleep(Duration::from_millis(u64::try_from(death).expect("small") * 13 % 90)).await;
            server.kill().await;
        }
        assert_index_agrees(data.path(), db.url()).await;
    }
}

async fn assert_index_agrees(data: &Path, database: &str) {
    let server = Gazette::start(gazette(data, Some(database), &["serve", "--listen", "127.0.0.1:0"])).await;
    let client = gazette_tests::client();
    for _ in 0..200 {
        let page =
            client.get(format!("{}/en/search?q=ordinary", server.base)).send().await.expect("an answer");
        if page.text().await.expect("text").contains("/en/story-") {
            break;
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    tokio::time::sleep(Duration::from_secs(2)).await;
    assert!(server.stop().await);
    let answer = run(data, database, &["doctor"]).await;
    assert!(answer.contains("0 missing, 0 outdated, 0 surplus"), "{answer}");
}

async fn run(data: &Path, database: &str, arguments: &[&str]) -> String {
    let output = gazette(data, Some(database), arguments).output().await.expect("the binary runs");
    let (out, err) = (String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    assert!(output.status.success(), "{arguments:?}: {out}{err}");
    out.into_owned()
}

fn write_publication(folder: &Path, date: &str) {
    let site = "default_locale = \"en\"\ntime_zone = \"UTC\"\n\n[[locale]]\ntag = \"en\"\nname = \"Faults\"\n\n\
                [[locale]]\ntag = \"de\"\nname = \"Fehler\"\n\n[[section]]\nkey = \"news\"\n[section.names]\n\
                en = { name = \"News\", slug = \"news\" }\n";
    std::fs::write(folder.join("site.toml"), site).expect("written");
    for article in 0..ARTICLES {
        let dir = folder.join(format!("story-{article}"));
        std::fs::create_dir(&dir).expect("made");
        std::fs::write(dir.join("article.toml"), "access = \"paid\"\nsource = \"en\"\nsection = \"news\"\n")
            .expect("written");
        for locale in ["en", "de"] {
            std::fs::write(dir.join(format!("{locale}.md")), story(article, date, "Ordinary words."))
                .expect("written");
        }
    }
}

fn story(article: usize, date: &str, first: &str) -> String {
    let paragraphs = "A paragraph of ordinary words that says nothing in particular.\n\n".repeat(8);
    format!(
        "+++\ntitle = \"Story {article}\"\nslug = \"story-{article}\"\npublished_at = {date}\n+++\n\n{first}\n\n{paragraphs}"
    )
}

fn write_text(folder: &Path, article: usize, first: &str) {
    let file = folder.join(format!("story-{}/en.md", article % ARTICLES));
    std::fs::write(file, story(article % ARTICLES, "2026-01-01T00:00:00Z", first)).expect("written");
}

fn set_date(folder: &Path, article: usize, date: &str) {
    for locale in ["en", "de"] {
        let file = folder.join(format!("story-{article}/{locale}.md"));
        std::fs::write(file, story(article, date, "Ordinary words.")).expect("written");
    }
}
