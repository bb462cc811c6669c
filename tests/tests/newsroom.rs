//! The newsroom over HTTP: who may go where, and what they can do there.

use gateway::ROUTES;
use gazette_tests::{Browser, Site, location, page_between};
use reqwest::StatusCode;

const STORY: &str = "/de/sicherheitsgarantien-ukraine";

const ROLES: [&str; 5] = ["owner", "admin", "editor", "author", "translator"];

/// The least role that each part of the newsroom asks for; the longest beginning counts.
const LEAST: [(&str, &str); 32] = [
    ("/admin", "translator"),
    ("/admin/translate", "translator"),
    ("/admin/stories/new", "author"),
    ("/admin/stories/bulk", "editor"),
    ("/admin/stories/deleted", "author"),
    ("/admin/stories/{article}", "translator"),
    ("/admin/stories/{article}/launch", "editor"),
    ("/admin/stories/{article}/duplicate", "author"),
    ("/admin/stories/{article}/delete", "author"),
    ("/admin/stories/{article}/{locale}", "translator"),
    ("/admin/stories/{article}/{locale}/publish", "editor"),
    ("/admin/media", "author"),
    ("/admin/media/{hash}/replace", "editor"),
    ("/admin/media/{hash}/delete", "editor"),
    ("/admin/settings", "admin"),
    ("/admin/search", "editor"),
    ("/admin/numbers", "editor"),
    ("/admin/numbers/money", "owner"),
    ("/admin/numbers/money.csv", "owner"),
    ("/admin/members", "admin"),
    ("/admin/members/{id}/refund", "owner"),
    ("/admin/members/{id}/change", "owner"),
    ("/admin/explain", "admin"),
    ("/admin/plans", "owner"),
    ("/admin/coupons", "owner"),
    ("/admin/billing", "owner"),
    ("/admin/declarations", "owner"),
    ("/admin/staff", "admin"),
    ("/admin/audit", "owner"),
    ("/admin/audit.csv", "owner"),
    ("/admin/staff/{id}/reset-factor", "owner"),
    ("/admin/staff/{id}/sessions", "owner"),
];

/// Where nobody is signed in yet; `tests/staff.rs` looks at these.
const OPEN: [&str; 7] = [
    "/admin/invitation",
    "/admin/sign-in",
    "/admin/sign-in/factor",
    "/admin/passkey/sign-in",
    "/admin/passkey/sign-in/finish",
    "/admin/passkey/factor",
    "/admin/passkey/factor/finish",
];

/// What would end the session of who tries it.
const ENDING: [&str; 1] = ["/admin/sign-out"];

fn may(role: &str, pattern: &str) -> bool {
    let within = |part: &str| pattern == part || pattern.starts_with(&format!("{part}/"));
    let parts = LEAST.iter().filter(|(part, _)| within(part));
    let least = parts.max_by_key(|(part, _)| part.len()).map(|(_, least)| *least).expect("listed");
    let rank = |role: &str| ROLES.iter().position(|known| *known == role);
    rank(role) <= rank(least)
}

/// Somebody with this role, signed in.
async fn staff(site: &Site, role: &str) -> Browser {
    site.staff(role).await
}

/// The id of the member with this address.
async fn id(owner: &Browser, email: &str) -> String {
    let list = owner.page(&format!("/admin/members?email={email}")).await;
    let after = list.split("/admin/members/").nth(1).expect("a member");
    after.split('"').next().expect("an id").to_owned()
}

async fn refused(browser: &Browser, path: &str, form: &[(&str, &str)]) -> String {
    let answer = browser.post(path, form).await;
    assert_eq!(answer.status(), StatusCode::UNPROCESSABLE_ENTITY, "{path} {form:?}");
    answer.text().await.expect("text")
}

async fn done(browser: &Browser, path: &str, form: &[(&str, &str)]) -> String {
    browser.page(&location(&browser.post(path, form).await)).await
}

test_db::both! {
    async fn every_address_is_open_to_its_roles_alone(db: TestDb) {
        let site = Site::start(&db).await;
        let owner = staff(&site, "owner").await;
        let reader = site.browser();
        reader.sign_in(&site.mail, "reader@example.org").await;
        let member = id(&owner, "reader@example.org").await;
        let own = id(&owner, "owner@example.org").await;
        let import = location(&owner.upload("/admin/members/import", b"email\nada@example.org\n").await);
        let import = import.rsplit('/').next().expect("an id").to_owned();
        let newsroom: Vec<&str> = ROUTES.iter().copied().filter(|route| *route == "/admin" || (route.starts_with("/admin/") && !OPEN.contains(route))).collect();
        assert!(newsroom.len() > 15, "{newsroom:?}");
        let list = owner.page("/admin/stories?q=sicherheitsgarantien-ukraine").await;
        let story = page_between(&list, "name=\"story\" value=\"", "\"");
        let desk = owner.page("/admin/translate?locale=en&list=all").await;
        let translation = page_between(&desk, "<th scope=\"row\"><a href=\"/admin/translate/", "\"");
        let picture = page_between(&owner.page("/admin/media").await, "href=\"/admin/media/", "\"");
        let section = page_between(&owner.page("/admin/settings/terms/sections").await, "href=\"/admin/settings/terms/sections/", "\"");
        let address = |pattern: &str| {
            let pattern = if pattern.starts_with("/admin/settings/terms") { pattern.replace("{key}", &section) } else { pattern.to_owned() };
            // Those who work here are others than the member.
            let pattern = if pattern.starts_with("/admin/staff") { pattern.replace("{id}", &own) } else { pattern };
            let pattern = pattern.replace("{hash}", &picture).replace("{kind}", "sections");
            let (article, locale) = if pattern.starts_with("/admin/translate") {
                translation.split_once('/').expect("a story and a language")
            } else {
                (story.as_str(), "de")
            };
            let pattern = pattern.replace("{article}", article).replace("{locale}", locale);
            pattern.replace("{id}", &member).replace("{key}", "standard").replace("{grant}", "00000000-0000-0000-0000-000000000000").replace("{session}", "00000000-0000-0000-0000-000000000000").replace("{import}", &import)
                .replace("{passkey}", "00000000-0000-0000-0000-000000000000").replace("{invitation}", "00000000-0000-0000-0000-000000000000")
        };
        let visitor = site.browser();
        for pattern in &newsroom {
            let path = address(pattern);
            for answer in [visitor.open(&path).await, visitor.post(&path, &[]).await] {
                if answer.status() == StatusCode::UNAUTHORIZED {
                    // Told to the program that asks, since it can't be led there.
                    let problem: serde_json::Value = answer.json().await.expect("JSON");
                    assert!(problem["sign_in"].as_str().is_some_and(|to| to.starts_with("/admin/sign-in?return_to=")), "{pattern}");
                    continue;
                }
                assert!(location(&answer).starts_with("/admin/sign-in?return_to="), "{pattern}");
            }
            for answer in [reader.open(&path).await, reader.post(&path, &[]).await] {
                assert_eq!(answer.status(), StatusCode::NOT_FOUND, "{pattern} for a member");
            }
        }
        let mut people = vec![("owner", owner)];
        for role in &ROLES[1..] {
            people.push((role, staff(&site, role).await));
        }
        for (role, browser) in &people {
            for pattern in &newsroom {
                let path = address(pattern);
                if ENDING.contains(pattern) {
                    continue;
                }
                let got = browser.open(&path).await.status();
                if *pattern == "/admin/stories/{article}/delete" && may(role, pattern) {
                    // It would do so; the test of writing asks it.
                    continue;
                }
                let posted = browser.post(&path, &[]).await.status();
                if may(role, pattern) {
                    // Who has all that is asked for is sent on from where it would be set up.
                    let leads_on = *pattern == "/admin/security/factor" && got == StatusCode::SEE_OTHER;
                    assert!(leads_on || [StatusCode::OK, StatusCode::METHOD_NOT_ALLOWED].contains(&got), "{got} {pattern} for {role}");
                    // The forms are empty, but that is told, not hidden.
                    let told = [StatusCode::NOT_FOUND, StatusCode::INTERNAL_SERVER_ERROR];
                    let needs_more = pattern.ends_with("/pins/change");
                    assert!(needs_more || !told.contains(&posted), "{posted} {pattern} for {role}");
                } else {
                    assert_eq!((got, posted), (StatusCode::NOT_FOUND, StatusCode::NOT_FOUND), "{pattern} for {role}");
                }
            }
        }
    }

    async fn plans_are_kept_on_a_page(db: TestDb) {
        let site = Site::start(&db).await;
        let owner = staff(&site, "owner").await;
        let page = refused(&owner, "/admin/plans", &[("key", "Gold!"), ("name", "Geld & Gold")]).await;
        assert!(page.contains("value=\"Gold!\"") && page.contains("value=\"Geld &amp; Gold\""), "nothing typed is lost");
        refused(&owner, "/admin/plans", &[("key", "standard"), ("name", "Zweites")]).await;
        let page = done(&owner, "/admin/plans", &[("key", "gold"), ("name", "Gold")]).await;
        assert!(page.contains("Gold") && page.contains("role=\"status\""));

        let prices = "/admin/plans/gold/prices";
        for (amount, currency, every, days) in [("4.999", "EUR", "month", ""), ("vier", "EUR", "month", ""), ("4", "EURO", "year", ""), ("4", "EUR", "pass", "")] {
            let form = [("amount", amount), ("currency", currency), ("every", every), ("days", days), ("tax", "inclusive")];
            let page = refused(&owner, prices, &form).await;
            assert!(page.contains(&format!("value=\"{amount}\"")), "{form:?}");
        }
        done(&owner, prices, &[("amount", "12,50"), ("currency", "eur"), ("every", "month"), ("trial", "14"), ("tax", "inclusive")]).await;
        let page = done(&owner, prices, &[("amount", "13,50"), ("currency", "EUR"), ("every", "month"), ("tax", "exclusive")]).await;
        let prices = page.split("id=\"texts\"").next().expect("the prices come first");
        assert_eq!(prices.matches("action=\"/admin/plans/gold/stop\"").count(), 1, "one of the two is on offer");
        assert!(prices.contains("12.50") || prices.contains("12,50"), "the old one is shown");

        let page = refused(&owner, "/admin/plans/gold", &[("name-de", ""), ("description-de", "Ohne Namen")]).await;
        assert!(page.contains("value=\"Ohne Namen\""));
        let form = [("name-de", "Goldabo"), ("description-de", "Alles"), ("benefits-de", "Eins\r\n\r\nZwei"), ("includes", "standard")];
        let page = done(&owner, "/admin/plans/gold", &form).await;
        assert!(page.contains("Eins\nZwei") && page.contains("name=\"includes\" value=\"standard\" checked"));
        let page = done(&owner, "/admin/plans/gold/move", &[("to", "up")]).await;
        assert!(page.find("/admin/plans/gold").expect("there") < page.find("/admin/plans/supporter").expect("there"));
        let page = done(&owner, "/admin/plans/gold/stop", &[]).await;
        assert!(!page.contains("name=\"price\""), "nothing is on offer any more");
        assert_eq!(owner.open("/admin/plans/nowhere").await.status(), StatusCode::NOT_FOUND);
        let page = owner.page("/admin/coupons").await;
        assert!(!page.contains("<form method=\"post\" action=\"/admin/coupons\""), "without Stripe there is nothing to make");
    }

    async fn plans_are_given_and_taken_back_and_explained(db: TestDb) {
        let site = Site::start(&db).await;
        let (admin, reader) = (staff(&site, "admin").await, site.browser());
        reader.sign_in(&site.mail, "reader@example.org").await;
        let member = id(&admin, "reader@example.org").await;
        let path = format!("/admin/members/{member}");
        let wall = reader.page(STORY).await;
        assert!(wall.contains("/de/account/why?story="), "the wall leads to the reason");

        let why = reader.page(&format!("/en/account/why?story={STORY}")).await;
        assert!(why.contains("told-closed") && why.contains("Any plan would be enough"), "{why}");
        let form = [("plan", "standard"), ("until", "2001-01-01"), ("reason", "")];
        let page = refused(&admin, &format!("{path}/grants"), &form).await;
        assert!(page.contains("value=\"2001-01-01\""));
        refused(&admin, &format!("{path}/grants"), &[("plan", "standard"), ("until", "2001-01-01"), ("reason", "Preis")]).await;
        let before = site.run(&["access", "explain", "reader@example.org", "sicherheitsgarantien-ukraine"]).await;
        assert!(before.contains("could not read all of") && before.contains("Nothing was recorded"), "{before}");

        let page = done(&admin, &format!("{path}/grants"), &[("plan", "standard"), ("reason", "Preis <1>")]).await;
        assert!(page.contains("Preis &lt;1&gt;"));
        let open = site.run(&["access", "explain", "reader@example.org", "sicherheitsgarantien-ukraine"]).await;
        assert!(open.contains("could read all of") && open.contains("\n+ Given: Subscription"), "{open}");
        let page = admin.page(&format!("/admin/explain?email=reader@example.org&story={STORY}&at=")).await;
        assert!(page.contains("told-open") && page.contains("badge-good"), "{page}");

        let grant = page_between(&admin.page(&path).await, &format!("{path}/grants/"), "/end");
        done(&admin, &format!("{path}/grants/{grant}/end"), &[]).await;
        let page = admin.page(&format!("/admin/explain?email=reader@example.org&story={STORY}")).await;
        assert!(page.contains("told-closed") && page.contains("zurückgenommen"), "it is remembered: {page}");

        // Long ago, neither story nor account was there.
        let then = ["access", "explain", "reader@example.org", "sicherheitsgarantien-ukraine", "--at", "2020-01-01T00:00:00Z"];
        assert!(site.run(&then).await.contains("was not published"));
        let page = admin.page("/admin/explain?email=&story=").await;
        assert!(!page.contains("told-"), "nothing was asked");
        for wrong in ["email=nobody@example.org&story=x", "email=reader@example.org&story=/de/gibt-es-nicht", "email=reader@example.org&story=/de/sicherheitsgarantien-ukraine&at=gestern"] {
            let answer = admin.open(&format!("/admin/explain?{wrong}")).await;
            assert_eq!(answer.status(), StatusCode::UNPROCESSABLE_ENTITY, "{wrong}");
        }
        assert!(!admin.page(&path).await.contains("id=\"payments\""), "the money is the owners' to see");
        let visitor = site.browser();
        assert!(location(&visitor.open(&format!("/de/account/why?story={STORY}")).await).starts_with("/de/sign-in"));
        assert_eq!(reader.open("/en/account/why?story=nowhere").await.status(), StatusCode::UNPROCESSABLE_ENTITY);
    }

    async fn the_search_is_taught(db: TestDb) {
        let site = Site::start(&db).await;
        let editor = staff(&site, "editor").await;
        let visitor = site.browser();
        let first = async |query: &str| {
            let page = visitor.page(&format!("/de/search?q={query}")).await;
            let hit = page.split("class=\"hit\"").nth(1).map(|hit| hit.split("href=\"").nth(1).expect("a link").to_owned());
            hit.map(|hit| hit.split('"').next().expect("an address").to_owned())
        };
        // The index is built while the site serves already.
        for _ in 0..400 {
            if visitor.open("/de/search?q=Ukraine").await.status() == StatusCode::OK {
                break;
            }
            tokio::time::sleep(std::time::Duration::from_millis(50)).await;
        }
        assert_eq!(first("xyzzyplugh").await, None);
        let page = refused(&editor, "/admin/search/pins", &[("locale", "de"), ("query", "xyzzyplugh"), ("story", "gibt-es-nicht")]).await;
        assert!(page.contains("value=\"gibt-es-nicht\""));
        let form = [("locale", "de"), ("query", "Xyzzyplugh"), ("story", "https://x.example/de/sicherheitsgarantien-ukraine?a")];
        let page = done(&editor, "/admin/search/pins", &form).await;
        assert!(page.contains("/de/sicherheitsgarantien-ukraine"), "{page}");
        assert_eq!(first("xyzzyplugh,").await.as_deref(), Some("/de/sicherheitsgarantien-ukraine"));
        let told = site.run(&["search", "pins", "--locale", "de"]).await;
        assert!(told.contains("xyzzyplugh:") && told.contains("/de/sicherheitsgarantien-ukraine"), "{told}");
        let story = page_between(&page, "name=\"story\" value=\"", "\"");
        done(&editor, "/admin/search/pins/change", &[("locale", "de"), ("query", "xyzzyplugh"), ("story", &story), ("do", "remove")]).await;
        assert_eq!(first("xyzzyplugh").await, None);

        refused(&editor, "/admin/search/synonyms", &[("locale", "de"), ("word", "qwrtzpsd"), ("means", "")]).await;
        let page = done(&editor, "/admin/search/synonyms", &[("locale", "de"), ("word", "Qwrtzpsd"), ("means", "Sicherheitsgarantien, Zusagen"), ("both", "1")]).await;
        assert!(page.contains("qwrtzpsd") && page.contains("sicherheitsgarantien"));
        assert!(site.run(&["search", "synonyms"]).await.contains("qwrtzpsd = sicherheitsgarantien, zusagen"));
        assert!(first("qwrtzpsd").await.is_some());
        done(&editor, "/admin/search/synonyms", &[("locale", "de"), ("word", "qwrtzpsd"), ("remove", "1")]).await;
        assert_eq!(first("qwrtzpsd").await, None);
        assert!(!editor.page("/admin/search/synonyms?locale=en").await.contains("qwrtzpsd"));
        for days in ["7", "30", "90", "12"] {
            editor.page(&format!("/admin/search?locale=de&days={days}")).await;
        }
    }
}
