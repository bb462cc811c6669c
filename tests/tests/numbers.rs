//! What is counted of readers, over HTTP: from the page that is read to the figures of the newsroom.

mod paying;

use std::time::{Duration, Instant};

use gazette_tests::{Browser, Site, sample};
use reqwest::StatusCode;

const PAID: &str = "/en/security-guarantees-ukraine";
const FIREFOX: (&str, &str) =
    ("user-agent", "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0");
const SAFARI: (&str, &str) = (
    "user-agent",
    "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 Version/18.6 Safari/605.1.15",
);
/// Within this time what was read is written down.
const SOON: Duration = Duration::from_secs(10);

async fn owner(site: &Site) -> Browser {
    site.staff("owner").await
}

/// The lines of a file, each its cells.
async fn lines(owner: &Browser, path: &str) -> Vec<Vec<String>> {
    let file = owner.page(path).await;
    file.lines().map(|line| line.split(',').map(str::to_owned).collect()).collect()
}

/// The last line of a file once it ends like this, or as it is when it hasn't in time.
async fn last_line(owner: &Browser, path: &str, end: &str) -> String {
    let began = Instant::now();
    loop {
        let file = owner.page(path).await;
        let last = file.lines().last().unwrap_or_default().to_owned();
        if last.ends_with(end) || began.elapsed() > SOON {
            return last;
        }
        tokio::time::sleep(Duration::from_millis(200)).await;
    }
}

/// The cells of the paid story, by the names of their columns; empty as long as nobody's reading is
/// written down.
async fn story(owner: &Browser) -> impl Fn(&str) -> String {
    let lines = lines(owner, "/admin/numbers/stories.csv?days=7").await;
    let names = lines[0].clone();
    let found = lines.into_iter().find(|cells| cells[1] == "en");
    let cells = found.unwrap_or_else(|| vec![String::new(); names.len()]);
    move |name: &str| cells[names.iter().position(|known| known == name).expect("a column")].clone()
}

test_db::both! {
    async fn what_people_read_is_counted_and_nothing_else(db: TestDb) {
        let site = Site::start(&db).await;
        let owner = owner(&site).await;
        let visitor = site.browser();
        let read = async |headers: &[(&str, &str)]| {
            let answer = visitor.open_with(PAID, headers).await;
            assert!(answer.status() == StatusCode::OK || answer.status() == StatusCode::NOT_MODIFIED);
            answer
        };
        // Rendered, from memory, and known already.
        let first = read(&[FIREFOX]).await;
        let tag = first.headers()["etag"].to_str().expect("text").to_owned();
        read(&[FIREFOX]).await;
        let known = read(&[FIREFOX, ("if-none-match", &tag)]).await;
        assert_eq!(known.status(), StatusCode::NOT_MODIFIED);
        read(&[SAFARI]).await;
        // Nobody reads these.
        read(&[FIREFOX, ("sec-purpose", "prefetch;prerender")]).await;
        read(&[("user-agent", "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)")]).await;
        read(&[]).await;
        visitor.head(PAID, &[FIREFOX]).await;
        owner.open_with(PAID, &[FIREFOX]).await;
        visitor.open_with("/en/", &[FIREFOX]).await;
        // A member reads a member's page; a subscriber all of it.
        let reader = site.browser();
        reader.sign_in(&site.mail, "reader@example.org").await;
        reader.open_with(PAID, &[FIREFOX]).await;
        let subscriber = site.browser();
        subscriber.sign_in(&site.mail, "subscriber@example.org").await;
        site.run(&["member", "grant", "subscriber@example.org", "--plan", "standard"]).await;
        tokio::time::sleep(Duration::from_secs(3)).await;
        subscriber.open_with(PAID, &[FIREFOX]).await;
        // One looks twice what it costs.
        for currency in ["EUR", "USD"] {
            visitor.open_with(&format!("/en/subscribe?return_to={PAID}&currency={currency}"), &[FIREFOX]).await;
        }
        visitor.open_with("/en/subscribe?return_to=/en/", &[FIREFOX]).await;

        let last = last_line(&owner, "/admin/numbers/days.csv?days=7", ",4,1,1").await;
        assert!(last.ends_with(",4,1,1"), "{last}");
        let story = story(&owner).await;
        assert_eq!((story("visitors"), story("members"), story("subscribers")), ("4".into(), "1".into(), "1".into()));
        assert_eq!((story("readers"), story("met_paywall")), ("4".into(), "3".into()), "two visitors, a member, a subscriber");
        assert_eq!((story("opened_plans"), story("subscribed")), ("1".into(), "0".into()));

        let page = owner.page("/admin/numbers?days=7").await;
        assert!(page.contains("<svg role=\"img\"") && page.contains("<path class=\"fill-visitor\""), "a chart");
        let refused = owner.open("/admin/numbers?from=2026-02-01&until=2026-01-01").await;
        assert_eq!(refused.status(), StatusCode::UNPROCESSABLE_ENTITY);
        let refused = refused.text().await.expect("text");
        assert!(refused.contains("value=\"2026-02-01\"") && refused.contains("role=\"alert\""), "what was typed is kept");
        let restarted = site.kill_and_restart().await;
        let editor = restarted.staff("editor").await;
        let again = restarted.browser().open_with(PAID, &[FIREFOX]).await;
        assert_eq!(again.status(), StatusCode::OK);
        last_line(&editor, "/admin/numbers/days.csv?days=7", ",5,1,1").await;
        let told = self::story(&editor).await;
        assert_eq!((told("visitors"), told("readers")), ("5".into(), "4".into()), "the salt is the same all day");
    }

    async fn what_brought_a_subscriber_is_known(db: TestDb) {
        let (sandbox, settings) = paying::provider().await;
        let site = Site::with(&db, &sample(), &settings.each_ref().map(|(name, value)| (*name, value.as_str()))).await;
        paying::tell(&sandbox, site.browser().base());
        let owner = owner(&site).await;
        let visitor = site.browser();
        visitor.open_with(PAID, &[FIREFOX]).await;
        paying::pay(&sandbox, &paying::checkout(&visitor, PAID).await, Some("new@example.org"));
        // The trial of the sample's plans brings nothing yet; the conversion counts.
        let began = Instant::now();
        let mut told = story(&owner).await;
        while (told("visitors") != "1" || told("subscribed") != "1") && began.elapsed() < SOON {
            tokio::time::sleep(Duration::from_millis(300)).await;
            told = story(&owner).await;
        }
        assert_eq!((told("visitors"), told("subscribed")), ("1".into(), "1".into()));
        let revenue = lines(&owner, "/admin/numbers/money.csv?days=7").await;
        let today = revenue.last().expect("today");
        assert_eq!(revenue[0][..4], ["day", "paying", "new", "ended"]);
        assert_eq!(revenue.len(), 8);
        assert!(today.len() >= 4);
        let page = owner.page("/admin/numbers/money").await;
        assert!(page.contains("id=\"movement\""));
    }
}
