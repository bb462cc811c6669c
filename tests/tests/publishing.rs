//! What editors do: bring a folder in, try it first, schedule, withdraw.

use std::path::Path;
use std::process::Output;
use std::time::Duration;

use gazette_tests::{Site, gazette, small};
use jiff::SignedDuration;
use kernel::{Clock, SystemClock};
use reqwest::StatusCode;

const LONG_AGO: &str = "published_at = 2026-01-01T00:00:00Z";

test_db::both! {
    async fn what_is_wrong_is_named_by_file_and_line_and_the_rest_goes_in(db: TestDb) {
        let (data, folder) = (tempfile::tempdir().expect("a folder"), tempfile::tempdir().expect("a folder"));
        small::write_site(folder.path());
        small::write_story(folder.path(), "good", "public", LONG_AGO, "Good.");
        small::write_story(folder.path(), "bad", "public", "published_at = 2026-01-01", "Bad.");
        std::fs::write(folder.path().join("plans.toml"), "[[plan]]\nkey = \"Gold!\"\n[plan.texts]\n").expect("written");
        for dry_run in [true, false] {
            let output = import(data.path(), Some(db.url()), folder.path(), dry_run).await;
            let (out, err) = texts(&output);
            assert_eq!(output.status.code(), Some(1), "{out}{err}");
            let expected = if dry_run { "1 created, 0 updated, 0 unchanged, 3 errors (dry run: nothing was written)" } else { "1 created, 0 updated, 0 unchanged, 3 errors" };
            assert_eq!(out.trim(), expected, "{err}");
            let named = |file: &str, line: u32| err.contains(&format!("{}:{line}: ", folder.path().join(file).display()));
            assert!(named("plans.toml", 2), "{err}");
            assert!(named("bad/en.md", 4) && named("bad/de.md", 4), "{err}");
            assert!(err.contains(", expected a date and time such as"), "{err}");
        }
        let again = import(data.path(), Some(db.url()), folder.path(), true).await;
        assert!(texts(&again).0.starts_with("0 created, 0 updated, 1 unchanged"), "the good one is in");
    }

    async fn a_story_appears_by_itself_when_its_time_has_come(db: TestDb) {
        let folder = tempfile::tempdir().expect("a folder");
        small::write_site(folder.path());
        small::write_story(folder.path(), "first", "public", LONG_AGO, "First.");
        let site = Site::of(&db, folder.path()).await;
        let reader = site.browser();
        let places = ["/en/", "/en/feed.xml", "/en/rss.xml", "/en/feed.json", "/en/sections/news", "/sitemaps/1", "/news-sitemap.xml"];
        // In memory before, so that it must be dropped from there.
        for place in places {
            assert!(!reader.page(place).await.contains("/en/tide"), "{place}");
        }
        let time = SystemClock.now() + SignedDuration::from_secs(4);
        small::write_story(folder.path(), "tide", "public", &format!("published_at = {time}"), "The tide turns at noon.");
        site.run(&["import", "markdown", folder.path().to_str().expect("UTF-8")]).await;
        assert_eq!(reader.open("/en/tide").await.status(), StatusCode::NOT_FOUND, "not yet");
        for place in places {
            assert!(!reader.page(place).await.contains("/en/tide"), "{place}");
        }
        let appeared = async {
            while reader.open("/en/tide").await.status() != StatusCode::OK {
                tokio::time::sleep(Duration::from_millis(100)).await;
            }
        };
        tokio::time::timeout(Duration::from_secs(20), appeared).await.expect("it appears");
        assert!(SystemClock.now() >= time, "not before its time");
        tokio::time::sleep(Duration::from_secs(1)).await;
        for place in places {
            assert!(reader.page(place).await.contains("/en/tide"), "{place}");
        }
        assert!(reader.page("/en/search?q=noon").await.contains("/en/tide"), "and is found");
    }

    async fn a_withdrawn_story_is_gone(db: TestDb) {
        let folder = tempfile::tempdir().expect("a folder");
        small::write_site(folder.path());
        small::write_story(folder.path(), "harbour", "public", LONG_AGO, "Boats.");
        let site = Site::of(&db, folder.path()).await;
        let reader = site.browser();
        assert!(reader.page("/de/harbour").await.contains("Story harbour"));
        small::write_story(folder.path(), "harbour", "public", "state = \"withdrawn\"", "Boats.");
        site.run(&["import", "markdown", folder.path().to_str().expect("UTF-8")]).await;
        tokio::time::sleep(Duration::from_secs(1)).await;
        for (path, words) in [("/de/harbour", "Zurückgezogen"), ("/en/harbour", "Withdrawn")] {
            let answer = reader.open(path).await;
            assert_eq!(answer.status(), StatusCode::GONE, "{path}");
            let html = answer.text().await.expect("text");
            assert!(html.contains(words) && !html.contains("Boats"), "{html}");
        }
    }
}

#[tokio::test]
async fn a_rehearsal_leaves_no_trace() {
    let (parent, folder) = (tempfile::tempdir().expect("a folder"), tempfile::tempdir().expect("a folder"));
    small::write_site(folder.path());
    small::write_story(folder.path(), "good", "public", LONG_AGO, "Good.");
    let data = parent.path().join("data");
    let output = import(&data, None, folder.path(), true).await;
    let (out, err) = texts(&output);
    assert!(output.status.success(), "{err}");
    assert_eq!(out.trim(), "1 created, 0 updated, 0 unchanged, 0 errors (dry run: nothing was written)");
    assert!(!data.exists(), "not even the data folder is made");
}

async fn import(data: &Path, database: Option<&str>, folder: &Path, dry_run: bool) -> Output {
    let mut arguments = vec!["import", "markdown", folder.to_str().expect("UTF-8")];
    arguments.extend(dry_run.then_some("--dry-run"));
    gazette(data, database, &arguments).output().await.expect("the binary runs")
}

fn texts(output: &Output) -> (String, String) {
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    (text(&output.stdout), text(&output.stderr))
}
