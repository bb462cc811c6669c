//! What a reader does: opens the site, finds a story, changes the language, meets the paywall.

use gazette_tests::Site;
use reqwest::StatusCode;

const GERMAN: &str = "/de/sicherheitsgarantien-ukraine";
const ENGLISH: &str = "/en/security-guarantees-ukraine";

test_db::both! {
    async fn the_front_page_is_in_the_readers_language(db: TestDb) {
        let site = Site::start(&db).await;
        let reader = site.browser();
        for (languages, page) in [("fr-CH,fr;q=0.9,en;q=0.8", "/fr/"), ("it", "/it/"), ("sv", "/de/"), ("ja,es;q=0.2", "/es/")] {
            let response = reader.open_in("/", languages).await;
            assert_eq!(gazette_tests::location(&response), page, "{languages}");
        }
        for (page, date) in [("/de/", "November 2026"), ("/fr/", "novembre 2026"), ("/it/", "novembre 2026"), ("/es/", "noviembre de 2026")] {
            let html = reader.page(page).await;
            assert!(html.contains(date), "{page} shows dates as its language writes them");
        }
        assert!(site.stop().await, "the server stops in good order");
    }

    async fn a_story_says_where_else_it_can_be_read(db: TestDb) {
        let site = Site::start(&db).await;
        let reader = site.browser();
        let german = reader.page(GERMAN).await;
        assert!(german.contains("<html lang=\"de\""), "the page names its language");
        assert!(german.contains("3. September 2025") && german.contains("datetime=\"2025-09-03T04:00:00Z\""));
        assert!(german.contains(&format!("href=\"{ENGLISH}\"")) && german.contains("hreflang=\"x-default\""));
        assert!(german.contains("Min. Lesezeit") || german.contains("Minuten Lesezeit"), "nothing stays English");
        assert!(german.contains("property=\"og:locale\" content=\"de_DE\"") && german.contains("og:locale:alternate\" content=\"en_US\""));
        assert!(german.contains(&format!("href=\"{ENGLISH}\" hreflang=\"en\" lang=\"de\">Englisch</a>")), "the name of a language is in the page's");
        let arabic = reader.page("/ar/").await;
        assert!(arabic.contains("dir=\"rtl\""));
        // A slug of another language leads to the story in the language asked for.
        assert_eq!(reader.redirect("/en/sicherheitsgarantien-ukraine").await, ENGLISH);
        // A story that isn't there in a language is offered in those it has.
        let elsewhere = reader.open_in("/ar/night-trains-europe-sums", "fr,it;q=0.5").await;
        assert_eq!(elsewhere.status(), StatusCode::NOT_FOUND);
        let page = elsewhere.text().await.expect("text");
        let offered: Vec<_> = ["/fr/trains-de-nuit", "/it/treni-notturni", "/de/nachtzuege", "/en/night-trains"]
            .map(|address| page.find(&format!("<a href=\"{address}"))).into_iter().collect();
        assert!(offered.iter().all(Option::is_some) && offered.is_sorted(), "in the languages it has, the reader's first");
    }

    async fn the_paywall_holds_until_there_is_a_grant(db: TestDb) {
        let site = Site::start(&db).await;
        let reader = site.browser();
        let teaser = reader.page(ENGLISH).await;
        reader.sign_in(&site.mail, "reader@example.org").await;
        let member = reader.page(ENGLISH).await;
        site.run(&["member", "grant", "reader@example.org", "--plan", "standard"]).await;
        // A grant takes effect within two seconds.
        tokio::time::sleep(std::time::Duration::from_millis(2300)).await;
        let full = reader.page(ENGLISH).await;
        assert!(full.len() > teaser.len() + 1500 && full.len() > member.len() + 1500, "the rest is there");
        site.run(&["member", "revoke", "reader@example.org"]).await;
        tokio::time::sleep(std::time::Duration::from_millis(2300)).await;
        assert_eq!(reader.page(ENGLISH).await, member, "and gone again");
        assert_eq!(site.browser().page(ENGLISH).await, teaser);
    }

    async fn errors_are_told_in_the_readers_language(db: TestDb) {
        let site = Site::start(&db).await;
        let reader = site.browser();
        for (path, lang) in [("/de/gibt-es-nicht", "de"), ("/fr/rien-ici", "fr"), ("/nowhere", "de")] {
            let response = reader.open(path).await;
            assert_eq!(response.status(), StatusCode::NOT_FOUND, "{path}");
            assert_eq!(response.headers()["cache-control"], "no-store");
            let html = response.text().await.expect("text");
            assert!(html.contains(&format!("<html lang=\"{lang}\"")), "{path}");
        }
        for path in ["/de/sections/nirgends", "/de/archive/2025/13", "/de/archive/1999/01", "/de/?page=x", "/xx/", "/DE/"] {
            let status = reader.open(path).await.status();
            let expected = if path == "/de/?page=x" { StatusCode::OK } else { StatusCode::NOT_FOUND };
            assert_eq!(status, expected, "{path}");
        }
        assert_eq!(reader.post("/de/", &[]).await.status(), StatusCode::METHOD_NOT_ALLOWED);
    }

    async fn a_scheduled_story_is_nobodys_business(db: TestDb) {
        let site = Site::start(&db).await;
        let reader = site.browser();
        for path in ["/de/bibliothek-nachts-ohne-personal", "/en/public-library-at-night"] {
            assert_eq!(reader.open(path).await.status(), StatusCode::NOT_FOUND, "{path}");
        }
        let scheduled = ["bibliothek-nachts-ohne-personal", "public-library-at-night"];
        for path in ["/de/", "/en/", "/sitemaps/1", "/news-sitemap.xml", "/de/feed.xml", "/en/feed.json", "/de/archive"] {
            let page = reader.page(path).await;
            assert!(!scheduled.iter().any(|slug| page.contains(slug)) && !page.contains("2035"), "{path}");
        }
    }

    async fn feeds_and_sitemaps_are_well_formed(db: TestDb) {
        let site = Site::start(&db).await;
        let reader = site.browser();
        let feed = reader.page("/de/feed.xml").await;
        assert!(feed.starts_with("<?xml") && feed.contains("<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"de\">"));
        assert!(feed.contains("<link rel=\"alternate\" type=\"text/html\" href=\"http://"));
        assert!(feed.contains("<content type=\"xhtml\"><div xmlns=\"http://www.w3.org/1999/xhtml\"><p>Das abschreckende Beispiel"), "the teaser");
        let rss = reader.page("/de/rss.xml").await;
        assert!(rss.contains("<rss version=\"2.0\"") && rss.contains("<pubDate>Wed, 3 Sep 2025 04:00:00 GMT</pubDate>") || rss.contains("<pubDate>Wed, 03 Sep 2025 04:00:00 GMT</pubDate>"), "{rss}");
        let json: serde_json::Value = reader.open("/en/sections/world/feed.json").await.json().await.expect("JSON");
        assert_eq!(json["version"], "https://jsonfeed.org/version/1.1");
        assert!(json["items"].as_array().is_some_and(|items| items.iter().any(|item| item["url"].as_str().is_some_and(|url| url.ends_with(ENGLISH)))));
        assert!(!json.to_string().contains("hardware"), "nothing of the other half");
        assert!(reader.page("/news-sitemap.xml").await.contains("sitemap-news/0.9"));
        let section = reader.page("/de/sections/welt/feed.xml").await;
        assert!(section.contains("sicherheitsgarantien-ukraine"));
        let sitemap = reader.page("/sitemaps/1").await;
        assert!(sitemap.contains("hreflang=\"uk\"") && sitemap.contains(ENGLISH));
        assert!(reader.page("/robots.txt").await.contains("Sitemap: http://"));
    }

    async fn search_finds_what_the_reader_may_read(db: TestDb) {
        let site = Site::start(&db).await;
        let reader = site.browser();
        let mut found = String::new();
        for _ in 0..100 {
            // Until the index is open, the page says so with status 503.
            found = reader.open("/de/search?q=Sicherheitsgarantien").await.text().await.expect("text");
            if found.contains(GERMAN) {
                break;
            }
            tokio::time::sleep(std::time::Duration::from_millis(100)).await;
        }
        assert!(found.contains(GERMAN), "found soon after the start");
        assert!(found.contains("<mark>"), "with the words marked");
        assert_eq!(reader.open("/de/search").await.status(), StatusCode::OK);
        assert_eq!(reader.open("/de/search?q=%22%28%5B*").await.status(), StatusCode::OK, "no query is an error");
    }

    async fn validators_save_the_second_transfer(db: TestDb) {
        let site = Site::start(&db).await;
        let reader = site.browser();
        let first = reader.open(GERMAN).await;
        assert!(first.headers()["cache-control"].to_str().expect("text").starts_with("public"));
        assert_eq!(first.headers()["vary"], "accept-encoding, cookie");
        assert!(first.headers().contains_key("etag"));
        assert!(first.headers()["content-security-policy"].to_str().expect("text").contains("default-src 'none'"));
        assert!(!first.headers().contains_key("set-cookie"), "visitors get no cookie");
    }
}
