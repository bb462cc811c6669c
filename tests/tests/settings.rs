//! The settings over HTTP.

use gazette_tests::{Browser, Site, location, page_between};
use reqwest::StatusCode;

/// What a form has to say that it was made from the newest.
async fn seen(browser: &Browser, path: &str) -> String {
    page_between(&browser.page(path).await, "name=\"seen\" value=\"", "\"")
}

/// The answer of a form that can't be taken.
async fn refused(browser: &Browser, path: &str, form: &[(&str, &str)], status: StatusCode) -> String {
    let answer = browser.post(path, form).await;
    assert_eq!(answer.status(), status, "{path} {form:?}");
    answer.text().await.expect("text")
}

/// The page at an address, once it says something: nodes hear of changes within a moment.
async fn soon(browser: &Browser, path: &str, what: impl Fn(&str) -> bool) -> String {
    let mut page = String::new();
    for _ in 0..100 {
        page = browser.open(path).await.text().await.expect("text");
        if what(&page) {
            return page;
        }
        tokio::time::sleep(std::time::Duration::from_millis(50)).await;
    }
    panic!("{path} stays {page}");
}

test_db::both! {
    async fn a_language_is_added_and_the_publication_renamed(db: TestDb) {
        let site = Site::start(&db).await;
        let admin = site.staff("admin").await;
        let path = "/admin/settings";
        let page = admin.page(path).await;
        let locales: Vec<String> = page.split("name=\"tagline-").skip(1).map(|rest| rest.split('"').next().expect("a tag").to_owned()).collect();
        let names: Vec<(String, String)> = locales.iter().map(|tag| (format!("name-{tag}"), format!("Blatt {tag}"))).collect();
        let mark = seen(&admin, path).await;
        let form = |more: &[(&'static str, &'static str)]| {
            let names = names.iter().map(|(name, value)| (name.clone(), value.clone()));
            let fixed = [("seen", &*mark), ("default", "de"), ("zone", "Europe/Vienna")].map(|(name, value)| (name.to_owned(), value.to_owned()));
            let more = more.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
            more.chain(names).chain(fixed).collect::<Vec<_>>()
        };
        let send = async |more: &[(&'static str, &'static str)]| {
            let form = form(more);
            let form: Vec<_> = form.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
            admin.post(path, &form).await
        };
        for wrong in [
            &[("add", "not a language")][..],
            &[("add", "de")],
            &[("add", "pl")],
            &[("remove-de", "1")],
            &[("zone", "Mars/Olympus")],
            &[("contact", "nobody")],
            &[("name-de", "")],
        ] {
            let answer = send(wrong).await;
            assert_eq!(answer.status(), StatusCode::UNPROCESSABLE_ENTITY, "{wrong:?}");
            assert!(answer.text().await.expect("text").contains("Blatt de") || wrong[0].0 == "name-de", "{wrong:?}");
        }
        let done = send(&[("add", "pl"), ("add-name", "Południk"), ("place-pl", "1"), ("contact", "post@example.org")]).await;
        assert!(admin.page(&location(&done)).await.contains("role=\"status\""));
        let front = soon(&site.browser(), "/pl/", |page| page.contains("Południk")).await;
        assert!(front.contains("lang=\"pl\""), "{front}");
        soon(&site.browser(), "/de/", |page| page.contains("Blatt de")).await;
        assert_eq!(send(&[]).await.status(), StatusCode::CONFLICT, "it was made from what no longer holds");
    }

    async fn sections_are_renamed_merged_and_guarded(db: TestDb) {
        let site = Site::start(&db).await;
        let admin = site.staff("admin").await;
        let visitor = site.browser();
        let all = "/admin/settings/terms/tags";
        for (form, field) in [
            ([("key", "Groß"), ("name-de", "Neu"), ("slug-de", "neu")], "Groß"),
            ([("key", "neu"), ("name-de", "Neu"), ("slug-de", "Zwei Worte")], "Zwei Worte"),
            ([("key", "neu"), ("name-de", ""), ("slug-de", "neu")], "neu"),
        ] {
            let page = refused(&admin, all, &form, StatusCode::UNPROCESSABLE_ENTITY).await;
            assert!(page.contains(&format!("value=\"{field}\"")), "{form:?}");
        }
        for key in ["neu", "alt"] {
            let slug = format!("thema-{key}");
            let done = admin.post(all, &[("key", key), ("name-de", key), ("slug-de", &slug)]).await;
            assert!(admin.page(&location(&done)).await.contains(&format!("{all}/{key}")));
        }
        refused(&admin, all, &[("key", "neu"), ("name-de", "x"), ("slug-de", "x")], StatusCode::UNPROCESSABLE_ENTITY).await;
        refused(&admin, all, &[("key", "dritt"), ("name-de", "x"), ("slug-de", "thema-neu")], StatusCode::UNPROCESSABLE_ENTITY).await;

        // Renamed: the old address leads to the new one.
        let one = format!("{all}/alt");
        let mark = seen(&admin, &one).await;
        admin.post(&one, &[("seen", &mark), ("name-de", "Ganz alt"), ("slug-de", "ganz-alt")]).await;
        refused(&admin, &one, &[("seen", &mark), ("name-de", "Zu spät"), ("slug-de", "zu-spaet")], StatusCode::CONFLICT).await;
        assert_eq!(visitor.redirect("/de/tags/thema-alt").await, "/de/tags/ganz-alt");

        // Merged: so do both.
        let mark = seen(&admin, &one).await;
        refused(&admin, &format!("{one}/merge"), &[("seen", &mark), ("into", "alt")], StatusCode::UNPROCESSABLE_ENTITY).await;
        let done = admin.post(&format!("{one}/merge"), &[("seen", &mark), ("into", "neu")]).await;
        assert!(location(&done).ends_with("done=merged"));
        for old in ["thema-alt", "ganz-alt"] {
            let answer = visitor.open(&format!("/de/tags/{old}")).await;
            assert_eq!((answer.status(), &*location(&answer)), (StatusCode::PERMANENT_REDIRECT, "/de/tags/thema-neu"));
        }
        assert_eq!(admin.open(&one).await.status(), StatusCode::NOT_FOUND);

        // Deleted only if nothing has it; the sample's first section has stories.
        let sections = admin.page("/admin/settings/terms/sections").await;
        let used = page_between(&sections, "href=\"/admin/settings/terms/sections/", "\"");
        refused(&admin, &format!("/admin/settings/terms/sections/{used}/delete"), &[], StatusCode::UNPROCESSABLE_ENTITY).await;
        let done = admin.post(&format!("{all}/neu/delete"), &[]).await;
        assert!(location(&done).ends_with("done=deleted"));
        assert_eq!(visitor.open("/de/tags/thema-neu").await.status(), StatusCode::NOT_FOUND);

        // Moved down, it comes second.
        admin.post(&format!("/admin/settings/terms/sections/{used}/move"), &[("to", "down")]).await;
        let sections = admin.page("/admin/settings/terms/sections").await;
        assert_ne!(page_between(&sections, "href=\"/admin/settings/terms/sections/", "\""), used);
        assert_eq!(admin.open("/admin/settings/terms/colours").await.status(), StatusCode::NOT_FOUND);
    }

    async fn former_addresses_lead_on(db: TestDb) {
        let site = Site::start(&db).await;
        let admin = site.staff("admin").await;
        let visitor = site.browser();
        let path = "/admin/settings/redirects";
        let add = async |from: &str, to: &str, status: &str| admin.post(path, &[("from", from), ("to", to), ("status", status)]).await;
        for (from, to) in [("alt", "/de/"), ("/alt", "ftp://x.example"), ("/admin", "/de/"), ("/alt", "/alt")] {
            let answer = add(from, to, "301").await;
            assert_eq!(answer.status(), StatusCode::UNPROCESSABLE_ENTITY, "{from} {to}");
            assert!(answer.text().await.expect("text").contains(&format!("value=\"{from}\"")));
        }
        let csv = "from,to,status\n/blog/hafen.html,/de/,301\n/bäume,https://else.example/,302\n/weg,,410\n";
        let done = admin.post(path, &[("csv", csv)]).await;
        assert!(admin.page(&location(&done)).await.contains("/blog/hafen.html"));
        let answered = async |path: &str| {
            let answer = visitor.open(path).await;
            (answer.status().as_u16(), answer.headers().get("location").map(|to| to.to_str().expect("ASCII").to_owned()))
        };
        assert_eq!(answered("/blog/hafen.html?utm=1").await, (301, Some("/de/".to_owned())));
        assert_eq!(answered("/b%C3%A4ume").await, (302, Some("https://else.example/".to_owned())));
        assert_eq!(answered("/weg").await, (410, None));
        assert!(visitor.post("/blog/hafen.html", &[]).await.status().is_client_error(), "only reading leads on");
        // A chain is no loop; its end mustn't be its beginning.
        assert!(location(&add("/eins", "/zwei", "301").await).contains("done=saved"));
        assert!(location(&add("/zwei", "/drei", "301").await).contains("done=saved"));
        assert_eq!(add("/drei", "/eins", "301").await.status(), StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(answered("/drei").await.0, 404, "what is refused isn't kept");
        let page = refused(&admin, path, &[("csv", "/gut,/de/\nschlecht,/de/\n")], StatusCode::UNPROCESSABLE_ENTITY).await;
        assert!(page.contains("schlecht, /de/"), "{page}");
        assert_eq!(answered("/gut").await.0, 404, "all lines or none");
        // What the site has itself comes first.
        add("/de/sicherheitsgarantien-ukraine", "/de/", "301").await;
        assert_eq!(answered("/de/sicherheitsgarantien-ukraine").await.0, 200);
        admin.post(path, &[("remove", "/weg")]).await;
        assert_eq!(answered("/weg").await.0, 404);
    }

    async fn the_paywall_and_crawlers_are_set(db: TestDb) {
        let site = Site::start(&db).await;
        let admin = site.staff("admin").await;
        let path = "/admin/settings/paywall";
        let mark = seen(&admin, path).await;
        let form = |teaser, visitors| [("seen", &*mark), ("teaser", teaser), ("visitors", visitors), ("members", "3"), ("links", "5")].to_vec();
        for (teaser, visitors) in [("0", "1"), ("51", "1"), ("x", "1"), ("2", "31"), ("2", "")] {
            let page = refused(&admin, path, &form(teaser, visitors), StatusCode::UNPROCESSABLE_ENTITY).await;
            assert!(page.contains(&format!("name=\"teaser\" value=\"{teaser}\"")));
        }
        let paragraphs = async || site.browser().page("/de/sicherheitsgarantien-ukraine").await.matches("<p id=").count();
        let before = paragraphs().await;
        admin.post(path, &form("1", "2")).await;
        soon(&site.browser(), "/de/sicherheitsgarantien-ukraine", |page| page.matches("<p id=").count() < before).await;
        let told = site.run(&["meter"]).await;
        assert!(told.contains("2 for visitors, 3 for members"), "{told}");
        refused(&admin, path, &form("2", "2"), StatusCode::CONFLICT).await;

        let path = "/admin/settings/robots";
        let page = refused(&admin, path, &[("version", "0"), ("more", "GPTBot: out")], StatusCode::UNPROCESSABLE_ENTITY).await;
        assert!(page.contains("GPTBot: out"));
        admin.post(path, &[("version", "0"), ("more", "User-agent: GPTBot\r\nDisallow: /")]).await;
        soon(&site.browser(), "/robots.txt", |text| text.contains("User-agent: GPTBot\nDisallow: /\n\nSitemap: ")).await;
        refused(&admin, path, &[("version", "0"), ("more", "# late")], StatusCode::CONFLICT).await;
    }

    async fn colours_must_be_readable_and_take_effect_at_once(db: TestDb) {
        let site = Site::start(&db).await;
        let admin = site.staff("admin").await;
        let path = "/admin/settings/theme";
        let form = |ink, accent| [("version", "0"), ("light-paper", "#ffffff"), ("light-ink", ink), ("light-accent", accent), ("type", "plain")];
        for (ink, accent, status) in [
            ("#aaaaaa", "#aa0000", StatusCode::UNPROCESSABLE_ENTITY),
            ("#000000", "#ffcc00", StatusCode::UNPROCESSABLE_ENTITY),
            ("#000000", "red", StatusCode::UNPROCESSABLE_ENTITY),
        ] {
            let page = refused(&admin, path, &form(ink, accent), status).await;
            assert!(page.contains(&format!("value=\"{ink}\"")) && page.contains("aria-invalid"), "{ink} {accent}");
        }
        assert!(!site.browser().page("/de/").await.contains("look.css"));
        let preview = admin.open(&format!("{path}/preview?light-paper=%23ffffff&light-ink=%23002244")).await;
        assert!(preview.headers()["content-security-policy"].to_str().expect("ASCII").contains("frame-ancestors 'self'"));
        let preview = preview.text().await.expect("text");
        let sheet = page_between(&preview, &format!("href=\"{path}/sheet?"), "\"").replace("&amp;", "&");
        assert!(admin.page(&format!("{path}/sheet?{sheet}")).await.contains("--ink:#002244;"));
        assert_eq!(admin.open(&format!("{path}/sheet?light-ink=red;}}")).await.status(), StatusCode::BAD_REQUEST);

        let done = admin.post(path, &form("#001122", "#aa0000")).await;
        assert!(admin.page(&location(&done)).await.contains("value=\"#001122\""));
        let front = soon(&site.browser(), "/de/", |page| page.contains("look.css")).await;
        let mut addresses = front.split("href=\"").filter_map(|rest| rest.split('"').next());
        let href = addresses.find(|href| href.ends_with("/look.css")).expect("the sheet");
        let sheet = site.browser().open(href).await;
        assert!(sheet.headers()["cache-control"].to_str().expect("ASCII").contains("immutable"));
        let sheet = sheet.text().await.expect("text");
        assert!(sheet.contains("--ink:#001122;") && sheet.contains("Gazette Sans"), "{sheet}");
        refused(&admin, path, &form("#000000", "#aa0000"), StatusCode::CONFLICT).await;
        admin.post(path, &[("version", "1"), ("reset", "1")]).await;
        soon(&site.browser(), "/de/", |page| !page.contains("look.css")).await;
    }

    async fn menus_stand_in_place_of_sections_and_pages(db: TestDb) {
        let site = Site::start(&db).await;
        let admin = site.staff("admin").await;
        let path = "/admin/settings/menus";
        let entry = |label, address| [("version", "0"), ("locale", "de"), ("header-label-0", "Zuletzt"), ("header-address-0", "/de/archive"),
            ("header-place-0", "2"), ("header-label-3", label), ("header-address-3", address), ("header-place-3", "1")];
        for (label, address) in [("", "/de/"), ("Fremd", "javascript:alert(1)"), ("Fremd", "")] {
            let page = refused(&admin, path, &entry(label, address), StatusCode::UNPROCESSABLE_ENTITY).await;
            assert!(page.contains("value=\"Zuletzt\""), "{label} {address}");
        }
        let done = admin.post(path, &entry("Fremd & frei", "https://else.example/")).await;
        assert!(location(&done).contains("locale=de"));
        let page = soon(&site.browser(), "/de/", |page| page.contains("Fremd &amp; frei")).await;
        let head = page_between(&page, "class=\"sections\"", "</nav>");
        let (first, second) = (head.find("https://else.example/").expect("there"), head.find("Zuletzt").expect("there"));
        assert!(first < second && !head.contains("/de/sections/"), "{head}");
        assert!(site.browser().page("/en/").await.contains("/en/sections/"), "other languages have theirs");
        refused(&admin, path, &entry("Zu spät", "/de/"), StatusCode::CONFLICT).await;
        admin.post(path, &[("version", "1"), ("locale", "de")]).await;
        soon(&site.browser(), "/de/", |page| page_between(page, "class=\"sections\"", "</nav>").contains("/de/sections/")).await;
    }

    async fn integrations_say_what_is_wrong(db: TestDb) {
        let site = Site::start(&db).await;
        let admin = site.staff("admin").await;
        let path = "/admin/settings/integrations";
        let tried = async |name: &str| admin.post(path, &[("test", name)]).await.text().await.expect("text");
        for name in ["storage", "mail"] {
            let page = tried(name).await;
            assert!(page.contains("badge-good") && page.contains("role=\"status\""), "{name}: {page}");
        }
        assert!(tried("stripe").await.contains("stripe.secret_key"), "nothing is configured");
        soon_tried(&admin, path).await;
        refused(&admin, path, &[("test", "moon")], StatusCode::UNPROCESSABLE_ENTITY).await;
    }

    async fn a_bucket_that_is_not_there_is_told_in_plain_words(db: TestDb) {
        let nowhere = [
            ("GAZETTE_MEDIA__S3__BUCKET", "pictures"),
            ("GAZETTE_MEDIA__S3__REGION", "eu"),
            ("GAZETTE_MEDIA__S3__ENDPOINT", "http://127.0.0.1:9"),
            ("GAZETTE_MEDIA__S3__ACCESS_KEY_ID", "x"),
            ("GAZETTE_MEDIA__S3__SECRET_ACCESS_KEY", "hush"),
        ];
        let site = Site::with(&db, &gazette_tests::sample(), &nowhere).await;
        let admin = site.staff("admin").await;
        let page = admin.post("/admin/settings/integrations", &[("test", "storage")]).await.text().await.expect("text");
        assert!(page.contains("badge-bad") && page.contains("role=\"alert\"") && !page.contains("hush"), "{page}");
    }
}

/// The index is built while the site serves already.
async fn soon_tried(admin: &Browser, path: &str) {
    for _ in 0..100 {
        let page = admin.post(path, &[("test", "search")]).await.text().await.expect("text");
        if page.contains("badge-good") {
            return;
        }
        tokio::time::sleep(std::time::Duration::from_millis(50)).await;
    }
    panic!("the index is never there");
}
