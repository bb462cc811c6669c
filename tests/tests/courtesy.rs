//! Reading without a plan, over HTTP: the meter, gift links, institutions.

use std::time::Duration;

use gazette_tests::{Browser, Site, location};
use reqwest::header::{CACHE_CONTROL, SET_COOKIE};
use reqwest::{Response, StatusCode};

const UKRAINE: &str = "/en/security-guarantees-ukraine";
const UKRAINE_DE: &str = "/de/sicherheitsgarantien-ukraine";
const WEATHER: &str = "/en/machine-learned-weather-forecasts";
/// Another story for subscribers.
const SEEDS: &str = "/en/seed-banks-sow-again";
/// A story for those with a certain plan.
const SUPPORTERS: &str = "/en/building-sand-desert-concrete";
/// What stands in place of the rest.
const WALL: &str = "class=\"wall\"";

/// What a browser sends when somebody opens a page.
const OPENS: [(&str, &str); 3] = [
    ("sec-fetch-mode", "navigate"),
    ("sec-fetch-dest", "document"),
    ("user-agent", "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"),
];

/// Opens a page as a person does, and follows where it leads.
async fn read(browser: &Browser, path: &str) -> String {
    let mut path = path.to_owned();
    for _ in 0..5 {
        let response = browser.open_with(&path, &OPENS).await;
        if !response.status().is_redirection() {
            assert_eq!(response.status(), StatusCode::OK, "{path}");
            assert_private(&response);
            return response.text().await.expect("text");
        }
        path = location(&response);
    }
    panic!("it never ended: {path}")
}

fn assert_private(response: &Response) {
    let header = response.headers()[CACHE_CONTROL].to_str().expect("text");
    assert!(header.starts_with("private") || header == "no-store", "{header}");
}

/// Searches; until the index is open, the page says so.
async fn find(browser: &Browser, word: &str) -> String {
    for _ in 0..100 {
        let response = browser.open(&format!("/en/search?q={word}")).await;
        if response.status() == StatusCode::OK {
            return response.text().await.expect("text");
        }
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    panic!("search never opened")
}

/// Until every node has heard of it.
async fn takes_effect() {
    tokio::time::sleep(Duration::from_millis(2500)).await;
}

fn closed(html: &str) -> bool {
    html.contains(WALL)
}

test_db::both! {
    async fn a_visitor_reads_as_many_stories_as_are_free(db: TestDb) {
        let site = Site::start(&db).await;
        let reader = site.browser();
        // Off by default: everyone's page, for shared caches too.
        let before = reader.open_with(UKRAINE, &OPENS).await;
        assert!(before.headers()[CACHE_CONTROL].to_str().expect("text").starts_with("public"));
        assert!(closed(&before.text().await.expect("text")));
        site.run(&["meter", "--visitors", "2"]).await;
        takes_effect().await;

        let story = read(&reader, UKRAINE).await;
        assert!(!closed(&story) && story.contains("1 more story for free"), "{story}");
        assert!(!closed(&read(&reader, UKRAINE_DE).await), "another language costs nothing");
        assert!(read(&reader, UKRAINE).await.contains("1 more story for free"), "nor does reading again");
        // Ten seconds later it is no bounce.
        tokio::time::sleep(Duration::from_secs(11)).await;
        assert!(read(&reader, WEATHER).await.contains("last of your free stories"));
        tokio::time::sleep(Duration::from_secs(11)).await;
        let spent = read(&reader, SEEDS).await;
        assert!(closed(&spent) && spent.contains("2 free stories"), "{spent}");
        assert!(!closed(&read(&reader, WEATHER).await), "what counts stays open");
        assert!(!spent.contains("name=\"robots\""), "everyone's page is for search engines");
    }

    async fn nothing_opens_to_whoever_keeps_no_count(db: TestDb) {
        let site = Site::start(&db).await;
        site.run(&["meter", "--visitors", "5"]).await;
        takes_effect().await;
        let stranger = || site.browser();
        // A program, a crawler, a browser that fetches ahead, one that keeps no cookies.
        let plain = stranger().open(UKRAINE).await;
        assert_private(&plain);
        assert!(!plain.headers().contains_key(SET_COOKIE));
        let offer = plain.text().await.expect("text");
        assert!(closed(&offer) && offer.contains("action=\"/en/meter\""), "{offer}");
        let crawler = "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)";
        let asked = stranger().open_with(UKRAINE, &[OPENS[0], OPENS[1], ("user-agent", crawler)]).await;
        assert_eq!(asked.status(), StatusCode::OK, "search engines find the page where it is");
        assert!(closed(&asked.text().await.expect("text")));
        let cookieless = stranger().open_with(&format!("{UKRAINE}?free"), &OPENS).await;
        let html = cookieless.text().await.expect("text");
        assert!(closed(&html) && html.contains("keep a cookie"), "{html}");
        let sent = stranger().open_with(UKRAINE, &OPENS).await;
        assert_eq!(location(&sent), format!("{UKRAINE}?free"));
        // An old browser asks by the button.
        let old = stranger();
        let asked = old.post("/en/meter", &[("story", "security-guarantees-ukraine")]).await;
        assert_eq!(location(&asked), format!("{UKRAINE}?free"));
        assert_eq!(location(&old.open(&format!("{UKRAINE}?free")).await), UKRAINE);
        // What is fetched ahead doesn't count and can't be shown.
        let ahead = old.open_with(UKRAINE, &[("sec-purpose", "prefetch")]).await;
        assert_eq!(ahead.status(), StatusCode::SERVICE_UNAVAILABLE);
        assert!(!ahead.headers().contains_key(SET_COOKIE));
        assert!(!closed(&old.page(UKRAINE).await));
        // What is for a certain plan isn't given away.
        assert!(closed(&old.page(SUPPORTERS).await));
        // What is free to read isn't found: search is what it is for everyone.
        assert_eq!(find(&old, "Hadya").await, find(&stranger(), "Hadya").await);
    }

    async fn a_story_left_at_once_does_not_count(db: TestDb) {
        let site = Site::start(&db).await;
        site.run(&["meter", "--visitors", "1"]).await;
        takes_effect().await;
        let reader = site.browser();
        let story = read(&reader, UKRAINE).await;
        let id = story.split("data-story=\"").nth(1).and_then(|rest| rest.split('"').next()).expect("its id");
        let said = reader.post("/en/meter/left", &[("story", id)]).await;
        assert_eq!(said.status(), StatusCode::NO_CONTENT);
        assert!(said.headers().contains_key(SET_COOKIE));
        assert!(!closed(&read(&reader, WEATHER).await));
        // The next within seconds: the one before was no reading, and nobody has to say so.
        assert!(!closed(&read(&reader, UKRAINE).await));
        tokio::time::sleep(Duration::from_secs(11)).await;
        assert!(closed(&read(&reader, WEATHER).await));
        assert_eq!(reader.post("/en/meter/left", &[("story", "nonsense")]).await.status(), StatusCode::NOT_FOUND);
    }

    async fn a_visitors_count_goes_along_to_the_account(db: TestDb) {
        let site = Site::start(&db).await;
        site.run(&["meter", "--visitors", "3", "--members", "2"]).await;
        takes_effect().await;
        let reader = site.browser();
        read(&reader, UKRAINE).await;
        tokio::time::sleep(Duration::from_secs(11)).await;
        reader.sign_in(&site.mail, "reader@example.org").await;
        let ledger = reader.page("/en/account/meter").await;
        assert!(ledger.contains("1 more paid story") && ledger.contains(UKRAINE), "{ledger}");
        assert!(read(&reader, WEATHER).await.contains("last of your free stories"));
        tokio::time::sleep(Duration::from_secs(11)).await;
        assert!(closed(&read(&reader, SEEDS).await));
        // One can be taken back, once.
        let ledger = reader.page("/en/account/meter").await;
        let ids: Vec<_> = ledger.split("name=\"read\" value=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
        assert_eq!(ids.len(), 2);
        let undo = async |id: &str| reader.post("/en/account/meter/undo", &[("read", id)]).await;
        assert_eq!(location(&undo(ids[0]).await), "/en/account/meter?done=undone");
        assert_eq!(undo(ids[1]).await.status(), StatusCode::CONFLICT);
        assert!(!closed(&read(&reader, SEEDS).await));
        tokio::time::sleep(Duration::from_secs(11)).await;
        assert!(closed(&read(&reader, WEATHER).await), "what was taken back is closed");
        // Who signs in here next begins with what they have read themselves.
        reader.post("/en/sign-out", &[]).await;
        reader.sign_in(&site.mail, "other@example.org").await;
        assert!(reader.page("/en/account/meter").await.contains("2 more paid stories"));
        let why = site.run(&["access", "explain", "reader@example.org", "machine-learned-weather-forecasts"]).await;
        assert!(why.contains("taken back at"), "{why}");
        let why = site.run(&["access", "explain", "reader@example.org", "security-guarantees-ukraine"]).await;
        assert!(why.contains("could read all") && why.contains("on the meter"), "{why}");
    }

    async fn a_subscriber_gives_a_story_away(db: TestDb) {
        let site = Site::start(&db).await;
        site.run(&["member", "grant", "subscriber@example.org", "--plan", "standard"]).await;
        site.run(&["gift-links", "--per-month", "1"]).await;
        takes_effect().await;
        let giver = site.browser();
        giver.sign_in(&site.mail, "subscriber@example.org").await;
        let story = giver.page(UKRAINE).await;
        let article = story.split("name=\"article\" value=\"").nth(1).and_then(|rest| rest.split('"').next()).expect("a form");
        let give = async |from: &Browser| from.post("/en/account/gift-links", &[("article", article)]).await;
        let made = location(&give(&giver).await);
        assert_eq!(location(&give(&giver).await), made, "one link for each story");
        let page = giver.page(&made).await;
        let link = page.split("value=\"http").nth(1).and_then(|rest| rest.split('"').next()).expect("the link");
        let link = format!("/en/gift/{}", link.rsplit_once("/gift/").expect("its address").1);

        // Anyone reads that story with it, in every language, and no other.
        let friend = site.browser();
        let opened = friend.open_with(&link, &OPENS).await;
        assert_eq!(location(&opened), UKRAINE, "the address is gone at once");
        assert_eq!(opened.headers()["x-robots-tag"], "noindex, nofollow");
        assert_eq!(opened.headers()["referrer-policy"], "no-referrer");
        let html = read(&friend, UKRAINE).await;
        assert!(!closed(&html) && html.contains("given you this story") && html.contains("content=\"noindex\""));
        assert!(!closed(&read(&friend, UKRAINE_DE).await));
        assert!(closed(&friend.page(WEATHER).await));
        friend.open(&link).await;
        site.browser().open(&link).await;
        assert!(giver.page("/en/account/gift-links").await.contains("opened in 2 browsers"));
        let forged = if link.ends_with('A') { "B" } else { "A" };
        let forged = format!("{}{forged}", &link[..link.len() - 10]);
        assert_eq!(friend.open(&forged).await.status(), StatusCode::NOT_FOUND);

        // What somebody was given isn't theirs to give.
        assert!(!html.contains("name=\"article\""));
        friend.sign_in(&site.mail, "friend@example.org").await;
        assert_eq!(give(&friend).await.status(), StatusCode::FORBIDDEN);
        assert!(!closed(&read(&friend, UKRAINE).await), "the gift stays open to who signs in");

        let id = made.rsplit_once('=').expect("an id").1;
        friend.post("/en/account/gift-links/revoke", &[("link", id)]).await;
        assert!(!closed(&read(&friend, UKRAINE).await), "somebody else can't take it back");
        giver.post("/en/account/gift-links/revoke", &[("link", id)]).await;
        assert!(closed(&read(&friend, UKRAINE).await));
        let ended = site.browser().open(&link).await;
        assert_eq!(ended.status(), StatusCode::GONE);
        assert!(ended.text().await.expect("text").contains(UKRAINE), "the story's beginning is there to read");
        assert_eq!(give(&giver).await.status(), StatusCode::CONFLICT, "one a month");
    }

    async fn whoever_reads_in_a_library_has_its_plan(db: TestDb) {
        let site = Site::start(&db).await;
        let reader = site.browser();
        let add = |network: &'static str| ["institution", "add", "City library", "--plan", "standard", "--network", network];
        let far = site.run(&add("203.0.113.0/24")).await;
        takes_effect().await;
        let claims = reader.open_with(UKRAINE, &[("x-forwarded-for", "203.0.113.9")]).await;
        assert_private(&claims);
        assert!(closed(&claims.text().await.expect("text")), "anybody can say where they are");
        let here = site.run(&add("127.0.0.0/8")).await;
        takes_effect().await;
        let html = read(&reader, UKRAINE).await;
        assert!(!closed(&html) && html.contains("You are reading through City library"), "{html}");
        let found = find(&reader, "Hadya").await;
        for institution in [far, here] {
            site.run(&["institution", "end", institution.split(' ').next().expect("an id")]).await;
        }
        takes_effect().await;
        let after = reader.open(UKRAINE).await;
        assert!(after.headers()[CACHE_CONTROL].to_str().expect("text").starts_with("public"));
        assert!(closed(&after.text().await.expect("text")));
        assert_ne!(find(&reader, "Hadya").await, found, "search had its plan, too");
        assert!(site.run(&["institution", "list"]).await.contains("ended"));
    }
}
