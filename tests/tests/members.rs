//! Looking after members over HTTP: refunds that Stripe knows of, subscriptions ended and kept, lists as
//! files, accounts deleted.

mod paying;

use std::time::{Duration, Instant};

use gazette_tests::{Browser, Site, location, sample};
use reqwest::StatusCode;
use stripe_sandbox::Sandbox;
use test_db::TestDb;

const STORY: &str = "/en/security-guarantees-ukraine";
/// Within this time what Stripe says takes effect.
const SOON: Duration = Duration::from_secs(10);

/// A site that sells, and its owner.
struct Shop {
    site: Site,
    sandbox: Sandbox,
    owner: Browser,
}

impl Shop {
    async fn open(db: &TestDb) -> Self {
        let (sandbox, settings) = paying::provider().await;
        let settings = settings.each_ref().map(|(name, value)| (*name, value.as_str()));
        let site = Site::with(db, &sample(), &settings).await;
        paying::tell(&sandbox, site.browser().base());
        site.run(&["staff", "add", "owner@example.org", "--role", "owner"]).await;
        let owner = site.browser();
        owner.sign_in(&site.mail, "owner@example.org").await;
        Self { site, sandbox, owner }
    }

    /// Somebody who has subscribed; their browser, and their page in the newsroom once it shows that.
    async fn subscriber(&self, email: &str) -> (Browser, String) {
        let reader = self.site.browser();
        reader.sign_in(&self.site.mail, email).await;
        paying::pay(&self.sandbox, &paying::checkout(&reader, STORY).await, None);
        let path = format!("/admin/members/{}", self.id(email).await);
        self.until(&path, "a payment", |page| page.contains("name=\"charge\"")).await;
        (reader, path)
    }

    async fn id(&self, email: &str) -> String {
        let list = self.owner.page(&format!("/admin/members?email={email}")).await;
        let after = list.split("/admin/members/").nth(1).expect("a member");
        after.split('"').next().expect("an id").to_owned()
    }

    /// Waits until a page of the newsroom shows something; gives the page.
    async fn until(&self, path: &str, what: &str, shows: impl Fn(&str) -> bool) -> String {
        let began = Instant::now();
        loop {
            let page = self.owner.page(path).await;
            if shows(&page) {
                return page;
            }
            assert!(began.elapsed() < SOON, "{path} doesn't show {what}: {page}");
            tokio::time::sleep(Duration::from_millis(200)).await;
        }
    }

    async fn refused(&self, path: &str, form: &[(&str, &str)], status: StatusCode) -> String {
        let answer = self.owner.post(path, form).await;
        assert_eq!(answer.status(), status, "{path} {form:?}");
        answer.text().await.expect("text")
    }

    async fn done(&self, path: &str, form: &[(&str, &str)]) -> String {
        self.owner.page(&location(&self.owner.post(path, form).await)).await
    }
}

/// The value of the first field with this name.
fn value(page: &str, name: &str) -> String {
    let after = page.split(&format!("name=\"{name}\" value=\"")).nth(1).expect("the field");
    after.split('"').next().expect("a value").to_owned()
}

async fn reads_all(reader: &Browser) -> bool {
    !reader.page(STORY).await.contains("class=\"wall\"")
}

async fn reads_all_is(reader: &Browser, expected: bool) {
    let began = Instant::now();
    while reads_all(reader).await != expected {
        assert!(began.elapsed() < SOON, "reading all is not {expected}");
        tokio::time::sleep(Duration::from_millis(200)).await;
    }
}

test_db::both! {
    async fn money_is_given_back_through_stripe(db: TestDb) {
        let shop = Shop::open(&db).await;
        let (reader, path) = shop.subscriber("anna@example.org").await;
        reads_all_is(&reader, true).await;
        let page = shop.owner.page(&path).await;
        let (charge, left) = (value(&page, "charge"), value(&page, "amount"));
        let refund = format!("{path}/refund");
        let form = |amount: &str, shown: &str| {
            [("charge", charge.clone()), ("shown", shown.to_owned()), ("amount", amount.to_owned()), ("reason", "requested_by_customer".to_owned())]
        };
        let send = async |amount: &str, shown: &str, status: StatusCode| {
            let form = form(amount, shown);
            shop.refused(&refund, &form.each_ref().map(|(name, value)| (*name, value.as_str())), status).await
        };
        for amount in ["", "0", "-1", "1000000", "viel"] {
            let page = send(amount, "0", StatusCode::UNPROCESSABLE_ENTITY).await;
            assert!(page.contains("role=\"alert\""), "{amount}");
            assert!(page.contains(&format!("name=\"amount\" value=\"{amount}\"")), "what was typed is kept: {amount}");
        }
        shop.refused(&refund, &[("charge", "ch_of_somebody_else"), ("shown", "0"), ("amount", "1")], StatusCode::UNPROCESSABLE_ENTITY).await;
        let refunded = || shop.sandbox.events().into_iter().filter(|event| event["type"] == "charge.refunded").map(|event| event["data"]["object"]["amount_refunded"].as_i64().unwrap_or(0)).max().unwrap_or(0);
        assert_eq!(refunded(), 0);

        // A part: they read on.
        let part = form("1,00", "0");
        let part = part.each_ref().map(|(name, value)| (*name, value.as_str()));
        let page = shop.done(&refund, &part).await;
        assert!(page.contains("role=\"status\""));
        assert_eq!(refunded(), 100);
        // The same form again gives nothing more.
        shop.done(&refund, &part).await;
        assert_eq!(refunded(), 100);
        send("2.00", "0", StatusCode::CONFLICT).await;
        let told = shop.site.mail.next("anna@example.org").await;
        assert!(!told.is_empty());
        reads_all_is(&reader, true).await;

        // The rest: access ends, as the policy says.
        let page = shop.owner.page(&path).await;
        let rest = value(&page, "amount");
        assert_ne!(rest, left);
        let rest = form(&rest, "100");
        shop.done(&refund, &rest.each_ref().map(|(name, value)| (*name, value.as_str()))).await;
        reads_all_is(&reader, false).await;
        let page = shop.owner.page(&path).await;
        assert!(!page.contains("name=\"charge\""), "nothing is left to give back");
    }

    async fn subscriptions_are_ended_and_kept_for_their_holders(db: TestDb) {
        let shop = Shop::open(&db).await;
        let (reader, path) = shop.subscriber("berta@example.org").await;
        let page = shop.owner.page(&path).await;
        let purchase = value(&page, "purchase");
        let act = format!("{path}/subscription");
        for wrong in [vec![("act", "end")], vec![("purchase", purchase.as_str()), ("act", "explode")], vec![("purchase", "sub_of_another"), ("act", "end")]] {
            shop.refused(&act, &wrong, StatusCode::UNPROCESSABLE_ENTITY).await;
        }
        shop.refused(&act, &[("purchase", &purchase), ("act", "pause"), ("months", "12")], StatusCode::CONFLICT).await;
        let page = shop.done(&act, &[("purchase", &purchase), ("act", "end")]).await;
        assert!(page.contains("value=\"keep\""), "it can be kept now");
        let page = shop.done(&act, &[("purchase", &purchase), ("act", "keep")]).await;
        assert!(!page.contains("value=\"keep\"") && page.contains("value=\"end\""));
        let page = shop.done(&act, &[("purchase", &purchase), ("act", "pause"), ("months", "2")]).await;
        assert!(page.contains("value=\"end-pause\""));
        let page = shop.done(&act, &[("purchase", &purchase), ("act", "end-pause")]).await;
        assert!(!page.contains("value=\"end-pause\""));

        // Moving to another price shows what it costs first.
        let change = format!("{path}/change");
        let page = shop.owner.page(&format!("{change}?purchase={purchase}")).await;
        let to = value(&page, "to");
        let page = shop.owner.page(&format!("{change}?purchase={purchase}&to={to}")).await;
        let shown = value(&page, "shown");
        let stale = shop.owner.post(&change, &[("purchase", &purchase), ("to", &to), ("shown", "1")]).await;
        assert_eq!(stale.status(), StatusCode::CONFLICT, "shown too long ago");
        let moved = shop.owner.post(&change, &[("purchase", &purchase), ("to", &to), ("shown", &shown)]).await;
        assert!(location(&moved).ends_with("done=sale-changed"));

        shop.done(&act, &[("purchase", &purchase), ("act", "end-now")]).await;
        reads_all_is(&reader, false).await;
        shop.refused(&act, &[("purchase", &purchase), ("act", "end-now")], StatusCode::CONFLICT).await;
    }

    async fn members_leave_as_a_file_and_for_good(db: TestDb) {
        let site = Site::start(&db).await;
        site.run(&["staff", "add", "owner@example.org", "--role", "owner"]).await;
        let owner = site.browser();
        owner.sign_in(&site.mail, "owner@example.org").await;
        let reader = site.browser();
        reader.sign_in(&site.mail, "zoe@example.org").await;
        reader.post("/en/account/profile", &[("name", "=HYPERLINK(1)"), ("language", "en")]).await;
        site.run(&["member", "grant", "zoe@example.org", "--plan", "standard"]).await;
        let file = owner.page("/admin/members/export.csv").await;
        let lines: Vec<&str> = file.lines().collect();
        assert_eq!(lines[0], "email,name,languages,plans,since,role");
        assert_eq!(lines.len(), 3, "{file}");
        assert!(lines[1].starts_with("owner@example.org,") && lines[1].ends_with(",owner"));
        assert!(lines[2].starts_with("zoe@example.org,'=HYPERLINK(1),") && lines[2].contains(",standard,"), "no formula: {}", lines[2]);
        let narrowed = owner.page("/admin/members/export.csv?plan=standard&email=z").await;
        assert_eq!(narrowed.lines().count(), 2);
        assert_eq!(owner.open("/admin/members?since=gestern").await.status(), StatusCode::UNPROCESSABLE_ENTITY);

        let list = owner.page("/admin/members?holds=plan").await;
        let id = list.split("/admin/members/").nth(1).and_then(|rest| rest.split('"').next()).expect("a member");
        let path = format!("/admin/members/{id}");
        let page = owner.page(&path).await;
        assert!(page.contains("••••••"), "the mail is listed, its code isn't");
        owner.post(&format!("{path}/sessions/end"), &[]).await;
        assert!(location(&reader.open("/en/account").await).starts_with("/en/sign-in"), "signed out");
        let answer = owner.post(&format!("{path}/delete"), &[("confirm", "zoe@example.com")]).await;
        assert_eq!(answer.status(), StatusCode::UNPROCESSABLE_ENTITY);
        assert!(answer.text().await.expect("text").contains("value=\"zoe@example.com\""), "what was typed is kept");
        assert_eq!(location(&owner.post(&format!("{path}/delete"), &[("confirm", " Zoe@example.org")]).await), "/admin/members?done=deleted");
        assert_eq!(owner.open(&path).await.status(), StatusCode::NOT_FOUND);
        let own = owner.page("/admin/members?holds=staff").await;
        let own = own.split("/admin/members/").nth(1).and_then(|rest| rest.split('"').next()).expect("a member").to_owned();
        let answer = owner.post(&format!("/admin/members/{own}/delete"), &[("confirm", "owner@example.org")]).await;
        assert_eq!(answer.status(), StatusCode::UNPROCESSABLE_ENTITY, "staff aren't deleted");
    }

    async fn members_come_from_a_file(db: TestDb) {
        let site = Site::start(&db).await;
        site.run(&["staff", "add", "owner@example.org", "--role", "owner"]).await;
        let owner = site.browser();
        owner.sign_in(&site.mail, "owner@example.org").await;
        let file = "email,name,languages,plans,until\n\
                    ada@example.org,Ada,en uk,standard,2099-12-31\n\
                    ben@example.org,,,,\n\
                    nobody,,,,\n\
                    dora@example.org,,,gold,\n\
                    owner@example.org,Somebody else,fr,,\n";
        for (name, content) in [("empty.csv", ""), ("wrong.csv", "\u{0}")] {
            let answer = owner.upload("/admin/members/import", content.as_bytes()).await;
            assert!(answer.status() == StatusCode::UNPROCESSABLE_ENTITY || answer.status().is_redirection(), "{name}");
        }
        let large = "x".repeat(5 * 1024 * 1024);
        let answer = owner.upload("/admin/members/import", large.as_bytes()).await;
        assert!([StatusCode::UNPROCESSABLE_ENTITY, StatusCode::PAYLOAD_TOO_LARGE].contains(&answer.status()), "{}", answer.status());

        let path = location(&owner.upload("/admin/members/import", file.as_bytes()).await);
        let page = owner.page(&path).await;
        assert!(page.contains("nobody") && page.contains("gold"), "what is wrong is told");
        assert!(page.contains(">4<") && page.contains(">5<"), "with its line");
        assert_eq!(owner.page("/admin/members?email=ada").await.matches("ada@example.org").count(), 0, "nothing has changed");
        let run = format!("{path}/run");
        let finished = async |path: &str| {
            let began = Instant::now();
            loop {
                let page = owner.page(path).await;
                if !page.contains("http-equiv=\"refresh\"") {
                    return page;
                }
                assert!(began.elapsed() < SOON, "{page}");
                tokio::time::sleep(Duration::from_millis(100)).await;
            }
        };
        assert_eq!(location(&owner.post(&run, &[]).await), path);
        let page = finished(&path).await;
        assert!(page.contains("value=\"3\""), "three members: {page}");
        // Again: nothing more.
        owner.post(&run, &[]).await;
        let again = location(&owner.upload("/admin/members/import", file.as_bytes()).await);
        owner.post(&format!("{again}/run"), &[]).await;
        finished(&again).await;
        let file = owner.page("/admin/members/export.csv").await;
        assert_eq!(file.lines().count(), 4, "{file}");
        assert!(file.contains("ada@example.org,Ada,en uk,standard,"), "{file}");
        assert!(!file.contains("Somebody else"), "who has an account keeps it as it is");
        let list = owner.page("/admin/members?email=ada").await;
        let id = list.split("/admin/members/").nth(1).and_then(|rest| rest.split('"').next()).expect("a member");
        let member = owner.page(&format!("/admin/members/{id}")).await;
        assert_eq!(member.matches("/grants/").count(), 1, "given once");
    }
}
