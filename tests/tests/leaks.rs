//! The leak matrix: every surface, every visitor, every canary; and that it can fail.

use std::process::Output;

use gazette_tests::{Site, gazette};

test_db::both! {
    async fn no_paid_word_leaks_and_the_entitled_see_all(db: TestDb) {
        let data = tempfile::tempdir().expect("a folder");
        let mut arguments = vec!["leakcheck"];
        if db.url().starts_with("postgres") {
            arguments.extend(["--scratch-database", db.url()]);
        }
        let output = gazette(data.path(), None, &arguments).output().await.expect("the binary runs");
        let report = text(&output);
        assert!(output.status.success(), "{report}");
        assert!(report.contains("0 leaks, 0 missed, 0 oracles"), "{report}");
        let answers: u64 = report.lines().last().and_then(|line| line.split(' ').next()?.parse().ok()).expect("a count");
        assert!(answers > 5_000, "it walked the site: {report}");
    }

    async fn a_word_that_shows_is_reported(db: TestDb) {
        let site = Site::start(&db).await;
        let words = tempfile::NamedTempFile::new().expect("a file");
        // A word of a teaser stands for a leak.
        std::fs::write(words.path(), "Sicherheitsgarantien\nqzxwvutsrqponmlk\n").expect("written");
        let base = site.browser().base().to_owned();
        let data = tempfile::tempdir().expect("a folder");
        let arguments = ["leakcheck", &base, "--canaries", words.path().to_str().expect("UTF-8")];
        let output = gazette(data.path(), None, &arguments).output().await.expect("the binary runs");
        let report = text(&output);
        assert!(!output.status.success(), "{report}");
        assert!(report.contains("LEAK") && report.contains("Sicherheitsgarantien"), "{report}");
        assert!(!report.contains("qzxwvutsrqponmlk"), "{report}");
    }
}

fn text(output: &Output) -> String {
    format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr))
}
