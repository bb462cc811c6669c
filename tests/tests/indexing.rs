//! The index beside a running server: built anew, compared and repaired while readers search; and
//! away, while they read.

use std::time::Duration;

use gazette_tests::{Browser, Gazette, Site, gazette, sample};

test_db::both! {
    async fn an_index_is_built_and_compared_beside_a_running_server(db: TestDb) {
        let site = Site::start(&db).await;
        let browser = site.browser();
        wait_until_found(&browser).await;
        for _ in 0..2 {
            let searching = async {
                for _ in 0..20 {
                    let page = browser.page("/de/search?q=nachtz").await;
                    assert!(page.contains("<mark>"), "searches go on: {page}");
                }
            };
            let (built, ()) = tokio::join!(site.run(&["reindex"]), searching);
            assert!(built.contains("translations indexed"), "{built}");
            let doctor = site.run(&["doctor"]).await;
            assert!(doctor.contains("0 missing, 0 outdated, 0 surplus"), "{doctor}");
        }
        assert!(site.run(&["doctor", "--repair"]).await.contains("0 missing"));
        wait_until_found(&browser).await;
        assert!(site.stop().await);
    }

    /// A folder that can't be used stops search, and nothing else; put right, search is back.
    async fn without_an_index_everything_else_works(db: TestDb) {
        let data = tempfile::tempdir().expect("a folder");
        let import = ["import", "markdown", sample().to_str().expect("UTF-8")];
        let imported = gazette(data.path(), Some(db.url()), &import).output().await.expect("runs");
        assert!(imported.status.success());
        let index = data.path().join("index");
        std::fs::write(&index, "in the way").expect("written");
        let serve = ["serve", "--listen", "127.0.0.1:0"];
        let server = Gazette::start(gazette(data.path(), Some(db.url()), &serve)).await;
        let browser = Browser::new(&server.base);
        assert!(browser.page("/de/").await.contains("<article"));
        let down = browser.open("/de/search?q=nacht").await;
        assert_eq!(down.status(), 503);
        assert!(down.text().await.expect("text").contains("Suche"));
        let feed = browser.open("/de/search/feed.xml?q=nacht").await;
        assert_eq!(feed.status(), 503);
        assert!(feed.text().await.expect("text").contains("Suche"));
        assert_eq!(browser.open("/de/search/suggest?q=nacht").await.status(), 200);
        std::fs::remove_file(&index).expect("removed");
        wait_until_found(&browser).await;
        assert!(server.stop().await);
    }

    /// A server that isn't there: the site starts, says so, and needs no key to write.
    async fn without_its_server_meilisearch_is_only_a_search_that_is_down(db: TestDb) {
        let data = tempfile::tempdir().expect("a folder");
        let import = ["import", "markdown", sample().to_str().expect("UTF-8")];
        let imported = gazette(data.path(), Some(db.url()), &import).output().await.expect("runs");
        assert!(imported.status.success());
        let serve = ["serve", "--role", "web", "--listen", "127.0.0.1:0"];
        let mut web = gazette(data.path(), Some(db.url()), &serve);
        web.env("GAZETTE_SEARCH__ENGINE", "meilisearch")
            .env("GAZETTE_SEARCH__URL", "http://127.0.0.1:1")
            .env("GAZETTE_SEARCH__SEARCH_KEY", "a-key");
        let server = Gazette::start(web).await;
        let browser = Browser::new(&server.base);
        assert!(browser.page("/de/").await.contains("<article"));
        assert_eq!(browser.open("/de/search?q=nacht").await.status(), 503);
        assert!(server.stop().await);
    }
}

async fn wait_until_found(browser: &Browser) {
    for _ in 0..200 {
        let page = browser.open("/de/search?q=nachtz").await;
        if page.status() == 200 && page.text().await.expect("text").contains("<mark>") {
            return;
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    panic!("nothing is found");
}
