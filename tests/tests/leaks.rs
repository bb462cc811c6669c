//! The leak matrix: every surface, every visitor, every canary; and that it can fail.

use std::process::Output;

use gazette_tests::{Site, gazette, small};

test_db::both! {
    async fn no_paid_word_leaks_and_the_entitled_see_all(db: TestDb) {
        let data = tempfile::tempdir().expect("a folder");
        let mut arguments = vec!["leakcheck"];
        if db.url().starts_with("postgres") {
            arguments.extend(["--scratch-database", db.url()]);
        }
        let output = gazette(data.path(), None, &arguments).output().await.expect("the binary runs");
        let report = text_of(&output);
        assert!(output.status.success(), "{report}");
        assert!(report.contains("0 leaks, 0 missed, 0 oracles"), "{report}");
        // What it logs on the way, such as a slow query, stands on its other output.
        let found = String::from_utf8_lossy(&output.stdout);
        let answers: u64 = found.lines().last().and_then(|line| line.split(' ').next()?.parse().ok()).expect("a count");
        assert!(answers > 5_000, "it walked the site: {report}");
    }

    async fn a_word_that_shows_is_reported(db: TestDb) {
        let folder = tempfile::tempdir().expect("a folder");
        small::write_site(folder.path());
        // A word of a teaser stands for a leak.
        let body = "The quibbleworth.\n\nTwo.\n\nThree.\n\nThe paid half.";
        small::write_story(folder.path(), "harbour", "paid", "published_at = 2026-01-01T00:00:00Z", body);
        let site = Site::of(&db, folder.path()).await;
        let words = tempfile::NamedTempFile::new().expect("a file");
        std::fs::write(words.path(), "quibbleworth\nqzxwvutsrqponmlk\n").expect("written");
        let base = site.browser().base().to_owned();
        let data = tempfile::tempdir().expect("a folder");
        let arguments = ["leakcheck", &base, "--canaries", words.path().to_str().expect("UTF-8")];
        let output = gazette(data.path(), None, &arguments).output().await.expect("the binary runs");
        let report = text_of(&output);
        assert!(!output.status.success(), "{report}");
        for surface in ["/en/harbour", "/de/harbour", "/de/feed.xml", "search for quibbleworth"] {
            assert!(report.contains(surface), "{surface} in every language: {report}");
        }
        assert!(report.contains("LEAK") && !report.contains("qzxwvutsrqponmlk"), "{report}");
    }

    async fn words_of_a_site_show_to_those_named_and_nobody_else(db: TestDb) {
        let folder = tempfile::tempdir().expect("a folder");
        small::write_site(folder.path());
        let body = "One.\n\nTwo.\n\nThree.\n\nThe paid half has a snorfblatt.";
        small::write_story(folder.path(), "harbour", "paid", "published_at = 2026-01-01T00:00:00Z", body);
        let site = Site::of(&db, folder.path()).await;
        site.run(&["member", "grant", "subscriber@example.org", "--plan", "standard"]).await;
        let browser = site.browser();
        let cookie = browser.sign_in(&site.mail, "subscriber@example.org").await;
        let file = tempfile::Builder::new().suffix(".toml").tempfile().expect("a file");
        let base = browser.base().to_owned();
        let data = tempfile::tempdir().expect("a folder");
        let check = async |words: &str, sees: &str| {
            let text = format!(
                "words = [{words}]\n\n[[visitor]]\nname = \"subscriber\"\ncookie = \"{cookie}\"\nsees = [{sees}]\n"
            );
            std::fs::write(file.path(), text).expect("written");
            let arguments = ["leakcheck", &base, "--canaries", file.path().to_str().expect("UTF-8")];
            let output = gazette(data.path(), None, &arguments).output().await.expect("the binary runs");
            (output.status.success(), text_of(&output))
        };
        let paid = "\"snorfblatt\"";
        let (clean, report) = check(paid, paid).await;
        assert!(clean, "{report}");
        let (clean, report) = check(paid, "").await;
        assert!(!clean && report.contains("as subscriber"), "{report}");
        let nowhere = "\"qzxwvutsrqponmlk\"";
        let (clean, report) = check(nowhere, nowhere).await;
        assert!(!clean && report.contains("MISSED"), "{report}");
    }
}

fn text_of(output: &Output) -> String {
    format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr))
}
