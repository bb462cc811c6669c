//! The writers' desk over HTTP: writing, two at once, publishing, going back, deleting.

use std::time::Duration;

use gazette_tests::{Browser, Site, location, small};
use reqwest::StatusCode;
use serde_json::{Value, json};

const LONG_AGO: &str = "published_at = 2026-01-01T00:00:00Z";
const BODY: &str = "The harbour is quiet.\n\nTwo.\n\nThree.\n\nOnly subscribers read of the quibbleworth.";

/// A site with a paid story in English and German, and its folder.
async fn harbour(db: &test_db::TestDb) -> (Site, tempfile::TempDir) {
    let folder = tempfile::tempdir().expect("a folder");
    small::write_site(folder.path());
    small::write_story(folder.path(), "harbour", "paid", LONG_AGO, BODY);
    (Site::of(db, folder.path()).await, folder)
}

async fn staff(site: &Site, email: &str, role: &str) -> Browser {
    site.run(&["staff", "add", email, "--role", role]).await;
    let browser = site.browser();
    browser.sign_in(&site.mail, email).await;
    browser
}

/// What stands between two texts.
fn between(page: &str, before: &str, after: &str) -> String {
    let rest = page.split(before).nth(1).unwrap_or_else(|| panic!("no {before} in {page}"));
    rest.split(after).next().expect("a part").to_owned()
}

/// The address of a story in the newsroom, by its title or slug.
async fn story(browser: &Browser, words: &str) -> String {
    let list = browser.page(&format!("/admin/stories?q={words}")).await;
    format!("/admin/stories/{}", between(&list, "name=\"story\" value=\"", "\""))
}

async fn text(browser: &Browser, path: &str, form: &[(&str, &str)], status: StatusCode) -> String {
    let answer = browser.post(path, form).await;
    let got = answer.status();
    let page = answer.text().await.expect("text");
    assert_eq!(got, status, "{path} {form:?}: {page}");
    page
}

async fn done(browser: &Browser, path: &str, form: &[(&str, &str)]) -> String {
    browser.page(&location(&browser.post(path, form).await)).await
}

/// The version that the editor's form was made from.
fn version(page: &str) -> String {
    between(page, "name=\"version\" value=\"", "\"")
}

async fn autosave(browser: &Browser, text: &str, sent: &Value) -> reqwest::Response {
    browser.post_json(&format!("{text}/autosave"), sent).await
}

test_db::both! {
    async fn a_story_is_begun_written_and_published(db: TestDb) {
        let (site, _folder) = harbour(&db).await;
        let editor = staff(&site, "editor@example.org", "editor").await;
        let new = "/admin/stories/new";
        let page = text(&editor, new, &[("title", ""), ("source", "en"), ("access", "public")], StatusCode::UNPROCESSABLE_ENTITY).await;
        assert!(page.contains("role=\"alert\"") && page.contains("<option value=\"public\" selected"), "{page}");
        let form = [("title", "Größe & *Glanz*"), ("source", "de"), ("section", "news"), ("access", "public")];
        let path = location(&editor.post(new, &form).await);
        let page = editor.page(&path).await;
        assert!(page.contains("value=\"groesse-glanz\"") && version(&page) == "1", "{page}");
        let again = location(&editor.post(new, &form).await);
        assert!(editor.page(&again).await.contains("value=\"groesse-glanz-2\""), "another with the same title");

        let body = "Über das Wasser.[^1]\r\n\r\n    Code bleibt eingerückt\r\n\r\n[^1]: Note.";
        let form = [("version", "1"), ("title", "Größe"), ("slug", "groesse"), ("body", body), ("description", "Ein Satz."), ("act", "publish")];
        for (slug, status) in [("Nicht So", "slug"), ("search", "slug-reserved"), ("harbour", "slug-taken")] {
            let wrong: Vec<_> = form.iter().map(|(name, value)| (*name, if *name == "slug" { slug } else { *value })).collect();
            let page = text(&editor, &path, &wrong, StatusCode::UNPROCESSABLE_ENTITY).await;
            assert!(page.contains(&format!("value=\"{slug}\"")) && page.contains("    Code bleibt eingerückt"), "{status}: everything typed is there");
            assert!(page.contains("aria-invalid=\"true\""), "{status}");
            let kept = editor.page(&path).await;
            assert!(kept.contains(&format!("value=\"{slug}\"")), "and still is when the page is opened again");
        }
        let to = location(&editor.post(&path, &form).await);
        assert_eq!(to, format!("{path}/publish"));
        assert!(!editor.page(&path).await.contains("value=\"discard\""), "what is saved isn't unsaved");
        let reader = site.browser();
        assert_eq!(reader.open("/de/groesse").await.status(), StatusCode::NOT_FOUND);
        let page = done(&editor, &to, &[("act", "publish")]).await;
        assert!(page.contains("role=\"status\""), "{page}");
        let page = reader.page("/de/groesse").await;
        assert!(page.contains("Über das Wasser.") && page.contains("<code>Code bleibt eingerückt"), "{page}");

        let page = done(&editor, &to, &[("act", "withdraw")]).await;
        assert!(!page.contains("value=\"withdraw\""), "{page}");
        tokio::time::sleep(Duration::from_secs(1)).await;
        assert_eq!(reader.open("/de/groesse").await.status(), StatusCode::GONE);
    }

    async fn two_write_at_once_and_nothing_is_lost(db: TestDb) {
        let (site, _folder) = harbour(&db).await;
        let (one, other) = (staff(&site, "one@example.org", "editor").await, staff(&site, "other@example.org", "editor").await);
        let path = format!("{}/en", story(&one, "harbour").await);
        let before = version(&one.page(&path).await);
        let form = |body: &'static str, version: String| [("version".to_owned(), version), ("title".to_owned(), "Harbour".to_owned()), ("slug".to_owned(), "harbour".to_owned()), ("body".to_owned(), body.to_owned()), ("act".to_owned(), "save".to_owned())];
        let send = async |browser: &Browser, form: &[(String, String)]| {
            let form: Vec<_> = form.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
            browser.post(&path, &form).await
        };
        assert_eq!(send(&one, &form("The harbour is loud.", before.clone())).await.status(), StatusCode::SEE_OTHER);
        let refused = send(&other, &form("The harbour is empty.", before.clone())).await;
        assert_eq!(refused.status(), StatusCode::CONFLICT);
        let page = refused.text().await.expect("text");
        assert!(page.contains("<del>loud.</del>") && page.contains("<ins>empty.</ins>"), "{page}");
        assert!(page.contains("The harbour is empty.</textarea>"), "mine is in the form");
        assert!(other.page(&path).await.contains("The harbour is empty.</textarea>"), "and when the page is opened again");
        let newest = version(&page);
        assert_ne!(newest, before);
        assert_eq!(send(&other, &form("The harbour is empty.", newest)).await.status(), StatusCode::SEE_OTHER);
        let page = one.page(&format!("{path}/revisions?from=1&to=3")).await;
        assert!(page.contains("one@example.org") && page.contains("other@example.org"), "who saved which: {page}");
        assert!(page.contains("<ins>empty.</ins>"), "{page}");
        let page = done(&one, &format!("{path}/revisions"), &[("version", "2")]).await;
        assert!(page.contains("The harbour is loud.</textarea>") && version(&page) == "4", "{page}");
        assert_eq!(one.open(&format!("{path}/revisions?from=9&to=3")).await.status(), StatusCode::NOT_FOUND);
    }

    async fn what_is_typed_is_kept_by_itself(db: TestDb) {
        let (site, _folder) = harbour(&db).await;
        let editor = staff(&site, "editor@example.org", "editor").await;
        let other = staff(&site, "other@example.org", "editor").await;
        let path = format!("{}/en", story(&editor, "harbour").await);
        let sent = json!({ "version": 1, "title": "New tides", "standfirst": "", "slug": "", "body": "Typed, not saved.", "description": "", "seo_title": "", "cover_alt": "", "cover_caption": "" });
        let kept: Value = autosave(&editor, &path, &sent).await.json().await.expect("JSON");
        assert_eq!((&kept["slug"], &kept["words"], &kept["minutes"], &kept["newer"]), (&json!("new-tides"), &json!(3), &json!(1), &Value::Null), "{kept}");
        assert!(kept["saved_at"].as_str().is_some_and(|at| at.ends_with('Z')));
        let page = editor.page(&path).await;
        assert!(page.contains("Typed, not saved.</textarea>") && page.contains("value=\"discard\""), "{page}");
        assert!(!other.page(&path).await.contains("Typed, not saved."), "it is nobody else's");
        assert!(!editor.page(&format!("{path}/revisions")).await.contains("New tides"), "and no revision");
        let form = [("version", "1"), ("title", "Harbour"), ("slug", "harbour"), ("body", "Somebody else’s."), ("act", "save")];
        assert_eq!(other.post(&path, &form).await.status(), StatusCode::SEE_OTHER);
        let kept: Value = autosave(&editor, &path, &sent).await.json().await.expect("JSON");
        assert_eq!((&kept["newer"]["version"], &kept["newer"]["by"]), (&json!(2), &json!("other@example.org")), "{kept}");
        assert_eq!(version(&editor.page(&path).await), "1", "it is still made from the old one, so saving shows both");
        let page = done(&editor, &path, &[("act", "discard")]).await;
        assert!(page.contains("Somebody else’s.</textarea>"), "{page}");

        let long = json!({ "version": 1, "body": "x".repeat(500_000) });
        for (wrong, status) in [(&json!({ "version": "one" }), StatusCode::UNPROCESSABLE_ENTITY), (&long, StatusCode::PAYLOAD_TOO_LARGE)] {
            let answer = autosave(&editor, &path, wrong).await;
            assert_eq!(answer.status(), status);
            assert_eq!(answer.headers()["content-type"], "application/problem+json");
        }
        let visitor = site.browser();
        let answer = autosave(&visitor, &path, &sent).await;
        assert_eq!(answer.status(), StatusCode::UNAUTHORIZED);
        let problem: Value = answer.json().await.expect("JSON");
        assert!(problem["sign_in"].as_str().is_some_and(|to| to.contains("return_to=%2Fadmin%2Fstories%2F")), "{problem}");
    }

    async fn a_preview_shows_each_reader_what_is_theirs(db: TestDb) {
        let (site, _folder) = harbour(&db).await;
        let editor = staff(&site, "editor@example.org", "editor").await;
        let path = format!("{}/en", story(&editor, "harbour").await);
        let body = "The harbour is loud.\n\n<!-- paywall -->\n\nOnly subscribers read of the snorfblatt.[^1]\n\n[^1]: A snorfblatt is rare.";
        for (reader, sees) in [("visitor", false), ("member", false), ("", false), ("subscriber", true)] {
            let form = [("version", "1"), ("title", "Harbour"), ("slug", ""), ("body", body), ("as", reader)];
            let answer = editor.post(&format!("{path}/preview"), &form).await;
            assert_eq!(answer.status(), StatusCode::OK);
            let headers = answer.headers().clone();
            assert_eq!(headers["cache-control"], "no-store");
            assert!(headers["content-security-policy"].to_str().expect("ASCII").contains("sandbox"));
            let page = answer.text().await.expect("text");
            assert!(page.contains("The harbour is loud.") && page.contains("content=\"noindex\""), "{page}");
            assert_eq!(page.contains("snorfblatt"), sees, "as {reader}");
        }
        assert!(!site.browser().page("/en/harbour").await.contains("loud"), "nothing of it is kept");
        assert!(!editor.page("/en/harbour").await.contains("loud"));
    }

    async fn authors_and_translators_stay_with_theirs(db: TestDb) {
        let (site, _folder) = harbour(&db).await;
        let author = staff(&site, "author@example.org", "author").await;
        let editor = staff(&site, "editor@example.org", "editor").await;
        let translator = staff(&site, "translator@example.org", "translator").await;
        let harbour = story(&editor, "harbour").await;
        let form = [("version", "1"), ("title", "Mine now"), ("slug", "harbour"), ("body", "Mine."), ("act", "save")];
        for browser in [&author, &translator] {
            assert!(browser.page(&format!("{harbour}/en")).await.contains("readonly"), "reading is open to staff");
            for (path, form) in [
                (format!("{harbour}/en"), &form[..]),
                (format!("{harbour}/en/revisions"), &[("version", "1")]),
                (format!("{harbour}/en/preview"), &form[..]),
                (harbour.clone(), &[("version", "1"), ("access", "public"), ("source", "en")]),
            ] {
                text(browser, &path, form, StatusCode::FORBIDDEN).await;
            }
            let sent = json!({ "version": 1, "title": "Mine", "body": "Mine." });
            assert_eq!(autosave(browser, &format!("{harbour}/en"), &sent).await.status(), StatusCode::FORBIDDEN);
            for path in [format!("{harbour}/en/publish"), format!("{harbour}/launch"), "/admin/stories/bulk".to_owned()] {
                assert_eq!(browser.post(&path, &[("act", "publish")]).await.status(), StatusCode::NOT_FOUND, "{path}");
            }
        }
        text(&author, &format!("{harbour}/delete"), &[], StatusCode::FORBIDDEN).await;
        assert!(!editor.page(&format!("{harbour}/en")).await.contains("Mine"));

        let own = location(&author.post("/admin/stories/new", &[("title", "Tide tables"), ("source", "en"), ("access", "paid")]).await);
        let form = [("version", "1"), ("title", "Tide tables"), ("slug", "tide-tables"), ("body", BODY), ("act", "submit")];
        let page = done(&author, &own, &form).await;
        assert!(page.contains("waiting for a yes") || page.contains("wartet auf Freigabe"), "{page}");
        let path = own.strip_suffix("/en").expect("English");
        let page = done(&author, path, &[("version", "1"), ("access", "members"), ("source", "en"), ("section", "news"), ("kind", "story")]).await;
        assert!(page.contains("value=\"members\" checked"), "{page}");
        assert_eq!(author.post(&format!("{own}/publish"), &[("act", "publish")]).await.status(), StatusCode::NOT_FOUND);
        text(&author, path, &[("version", "1"), ("access", "public"), ("source", "en")], StatusCode::CONFLICT).await;
        let page = done(&author, &format!("{path}/delete"), &[]).await;
        assert!(page.contains("action=\"/admin/stories/deleted\""), "it can be undone: {page}");
        assert_eq!(author.open(&own).await.status(), StatusCode::NOT_FOUND);
    }

    async fn a_deleted_story_is_out_of_everything_until_it_is_back(db: TestDb) {
        let (site, _folder) = harbour(&db).await;
        let editor = staff(&site, "editor@example.org", "editor").await;
        let reader = site.browser();
        let path = story(&editor, "harbour").await;
        let places = ["/en/", "/en/feed.xml", "/en/feed.json", "/en/sections/news", "/sitemaps/1", "/en/search?q=quiet"];
        let there = async || {
            let mut there = Vec::new();
            for place in places {
                // A list of nothing may be no page at all.
                let page = reader.open(place).await.text().await.expect("text");
                there.push(page.contains("/en/harbour"));
            }
            there
        };
        // The index is built while the site serves already.
        for _ in 0..200 {
            if reader.open("/en/search?q=quiet").await.status() == StatusCode::OK && there().await.iter().all(|it| *it) {
                break;
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        assert_eq!(there().await, [true; 6]);
        done(&editor, &format!("{path}/delete"), &[]).await;
        tokio::time::sleep(Duration::from_secs(2)).await;
        assert_eq!(there().await, [false; 6]);
        assert_eq!(reader.open("/en/harbour").await.status(), StatusCode::NOT_FOUND);
        for closed in [path.clone(), format!("{path}/en"), format!("{path}/en/revisions"), format!("{path}/en/publish")] {
            assert_eq!(editor.open(&closed).await.status(), StatusCode::NOT_FOUND, "{closed}");
        }
        let preview = editor.post(&format!("{path}/en/preview"), &[("title", "x"), ("as", "subscriber")]).await;
        assert_eq!(preview.status(), StatusCode::NOT_FOUND);
        let list = editor.page("/admin/stories/deleted").await;
        assert!(list.contains("Story harbour"), "{list}");
        text(&editor, "/admin/stories/deleted", &[("story", "00000000-0000-0000-0000-000000000000")], StatusCode::UNPROCESSABLE_ENTITY).await;
        let id = path.rsplit('/').next().expect("an id").to_owned();
        done(&editor, "/admin/stories/deleted", &[("story", &id)]).await;
        tokio::time::sleep(Duration::from_secs(2)).await;
        assert_eq!(there().await, [true; 6]);
        assert!(!reader.page("/en/harbour").await.contains("quibbleworth"));
    }

    async fn texts_are_checked_scheduled_and_launched(db: TestDb) {
        let (site, _folder) = harbour(&db).await;
        let editor = staff(&site, "editor@example.org", "editor").await;
        let own = location(&editor.post("/admin/stories/new", &[("title", "Tides"), ("source", "en"), ("access", "public")]).await);
        let publish = format!("{own}/publish");
        let save = async |path: &str, version: &str, slug: &str, body: &str| {
            let form = [("version", version), ("title", "Tides"), ("slug", slug), ("body", body), ("description", "A sentence."), ("act", "save")];
            assert_eq!(editor.post(path, &form).await.status(), StatusCode::SEE_OTHER);
        };
        save(&own, "1", "tides", "See [it](/en/nowhere).").await;
        let page = text(&editor, &publish, &[("act", "publish"), ("confirm", "yes")], StatusCode::UNPROCESSABLE_ENTITY).await;
        assert!(page.contains("/en/nowhere") && page.contains(&format!("{own}#body")), "{page}");
        save(&own, "2", "tides", "See [it](/en/harbour).\n\n<!-- paywall -->\n\nMore.").await;
        let page = text(&editor, &publish, &[("act", "publish")], StatusCode::UNPROCESSABLE_ENTITY).await;
        assert!(page.contains("name=\"confirm\""), "a warning is to be confirmed: {page}");
        for (at, problem) in [("yesterday", "time"), ("2020-01-01T00:00", "past")] {
            let page = text(&editor, &publish, &[("act", "schedule"), ("at", at), ("confirm", "yes")], StatusCode::UNPROCESSABLE_ENTITY).await;
            assert!(page.contains(&format!("value=\"{at}\"")) && page.contains("aria-invalid"), "{problem}: {page}");
        }
        let page = done(&editor, &publish, &[("act", "schedule"), ("at", "2096-02-03T06:00"), ("confirm", "yes")]).await;
        assert!(page.contains("value=\"2096-02-03T06:00\"") && page.contains("UTC"), "{page}");
        done(&editor, &publish, &[("act", "withdraw")]).await;

        let path = own.strip_suffix("/en").expect("English");
        done(&editor, &format!("{path}/launch"), &[("launch", "together"), ("wait", "en"), ("wait", "de")]).await;
        done(&editor, &publish, &[("act", "ready"), ("confirm", "yes")]).await;
        let reader = site.browser();
        assert_eq!(reader.open("/en/tides").await.status(), StatusCode::NOT_FOUND, "it waits for German");
        save(&format!("{path}/de"), "0", "gezeiten", "Siehe [dort](/de/harbour).").await;
        done(&editor, &format!("{path}/de/publish"), &[("act", "ready"), ("confirm", "yes")]).await;
        assert!(reader.page("/en/tides").await.contains("See") && reader.page("/de/gezeiten").await.contains("Siehe"));

        let story = path.rsplit('/').next().expect("an id");
        let page = text(&editor, "/admin/stories/bulk", &[("story", story), ("act", "access"), ("access", "members")], StatusCode::OK).await;
        assert!(page.contains("badge-good"), "{page}");
        assert!(editor.page(path).await.contains("value=\"members\" checked"));
        text(&editor, "/admin/stories/bulk", &[("act", "delete")], StatusCode::UNPROCESSABLE_ENTITY).await;
        let copy = location(&editor.post(&format!("{path}/duplicate"), &[]).await);
        let page = editor.page(&copy).await;
        assert!(page.contains("tides-2") && page.contains("chip-draft") && !page.contains("chip-published"), "{page}");
        text(&editor, "/admin/stories/bulk", &[("story", story), ("act", "withdraw")], StatusCode::OK).await;
        tokio::time::sleep(Duration::from_secs(1)).await;
        assert_eq!(reader.open("/en/tides").await.status(), StatusCode::GONE);
    }
}
