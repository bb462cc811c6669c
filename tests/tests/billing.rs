//! Selling with the real binary: two of it over one database, and one that dies again and again.

mod paying;

use std::path::Path;
use std::time::{Duration, Instant};

use gazette_tests::{Browser, Gazette, Mailbox, Site, gazette, sample};
use paying::{SECRET, checkout, pay, provider, tell};
use tempfile::TempDir;

/// How a node is told of the payment provider.
type Settings = [(&'static str, String)];

const STORY: &str = "/en/security-guarantees-ukraine";
/// Within this time what Stripe says takes effect on every node.
const SOON: Duration = Duration::from_secs(5);

/// A server over a shared database, with a data folder of its own.
struct Node {
    server: Gazette,
    data: TempDir,
}

impl Node {
    async fn start(data: TempDir, database: &str, stripe: &Settings, mail: &Mailbox) -> Self {
        let mut command = gazette(data.path(), Some(database), &["serve", "--listen", "127.0.0.1:0"]);
        command
            .env("GAZETTE_SECRET", "a secret that all nodes share, long enough to be one")
            .envs(stripe.iter().map(|(name, value)| (name, value)))
            .env("GAZETTE_MAIL__SMTP_URL", &mail.url)
            .env("GAZETTE_MAIL__FROM", "Gazette <gazette@example.org>");
        Self { server: Gazette::start(command).await, data }
    }

    async fn kill_and_restart(self, database: &str, stripe: &Settings, mail: &Mailbox) -> Self {
        self.server.kill().await;
        Self::start(self.data, database, stripe, mail).await
    }

    fn browser(&self) -> Browser {
        Browser::new(&self.server.base)
    }
}

async fn import(data: &Path, database: &str) {
    let mut command =
        gazette(data, Some(database), &["import", "markdown", sample().to_str().expect("UTF-8")]);
    let output = command.output().await.expect("the binary runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
}

/// Waits until somebody sees the whole story, or no longer, and gives how long that took.
async fn until(browser: &Browser, cookie: &str, teaser: usize, whole: bool, patience: Duration) -> Duration {
    let began = Instant::now();
    while (browser.page_with(STORY, cookie).await.len() > teaser + 1_500) != whole {
        assert!(began.elapsed() < patience, "not within {patience:?}");
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    began.elapsed()
}

#[tokio::test]
async fn what_is_paid_or_taken_back_counts_on_every_node_within_seconds() {
    let db = test_db::TestDb::postgres().await;
    let (sandbox, stripe) = provider().await;
    let mail = Mailbox::start().await;
    let folders = [tempfile::tempdir().expect("a folder"), tempfile::tempdir().expect("a folder")];
    import(folders[0].path(), db.url()).await;
    let [one, two] = folders;
    let one = Node::start(one, db.url(), &stripe, &mail).await;
    let two = Node::start(two, db.url(), &stripe, &mail).await;
    // Only the first hears of anything.
    tell(&sandbox, &one.server.base);
    let browsers = [one.browser(), two.browser()];
    let teaser = browsers[1].page(STORY).await.len();
    let cookie = browsers[0].sign_in(&mail, "reader@example.org").await;
    for browser in &browsers {
        until(browser, &cookie, teaser, false, SOON).await;
    }
    pay(&sandbox, &checkout(&browsers[0], STORY).await, None);
    for browser in &browsers {
        until(browser, &cookie, teaser, true, SOON).await;
    }
    let event = sandbox.events().into_iter().find(|event| event["type"] == "charge.succeeded").expect("paid");
    let charge = event["data"]["object"]["id"].as_str().expect("an id").to_owned();
    sandbox.open_dispute(&charge, "fraudulent").expect("a dispute");
    for browser in &browsers {
        until(browser, &cookie, teaser, false, SOON).await;
    }
}

test_db::both! {
    async fn a_death_loses_no_payment(db: TestDb) {
        let (sandbox, stripe) = provider().await;
        let mail = Mailbox::start().await;
        let data = tempfile::tempdir().expect("a folder");
        import(data.path(), db.url()).await;
        let mut node = Node::start(data, db.url(), &stripe, &mail).await;
        let teaser = node.browser().page(STORY).await.len();
        for death in 0..6_u64 {
            tell(&sandbox, &node.server.base);
            let browser = node.browser();
            let cookie = browser.sign_in(&mail, &format!("reader{death}@example.org")).await;
            pay(&sandbox, &checkout(&browser, STORY).await, None);
            // Before the message, in the middle of the work, after it.
            tokio::time::sleep(Duration::from_millis(death * 23)).await;
            node = node.kill_and_restart(db.url(), &stripe, &mail).await;
            tell(&sandbox, &node.server.base);
            // The dead worker's lease must run out.
            until(&node.browser(), &cookie, teaser, true, Duration::from_secs(30)).await;
        }
    }

    async fn large_messages_are_taken_and_forged_ones_are_not(db: TestDb) {
        let (sandbox, stripe) = provider().await;
        let mail = Mailbox::start().await;
        let data = tempfile::tempdir().expect("a folder");
        import(data.path(), db.url()).await;
        let node = Node::start(data, db.url(), &stripe, &mail).await;
        let post = async |size: usize, signed: bool| {
            let filler = "x".repeat(size);
            let body = format!(
                "{{\"id\":\"evt_{size}\",\"type\":\"zebra.crossed\",\"created\":1,\"livemode\":false,\"data\":{{\"object\":{{\"note\":\"{filler}\"}}}}}}"
            );
            let signature = if signed { sandbox.sign(SECRET, &body) } else { "t=1,v1=00".to_owned() };
            let url = format!("{}/webhooks/stripe", node.server.base);
            let request = gazette_tests::client().post(url).header("stripe-signature", signature).body(body);
            request.send().await.expect("an answer").status().as_u16()
        };
        assert_eq!(post(10, true).await, 204);
        assert_eq!(post(500_000, true).await, 204, "more than a form may have");
        assert_eq!(post(2_000_000, true).await, 413);
        assert_eq!(post(11, false).await, 400);
    }
}

/// Without Stripe there is nobody to believe.
#[tokio::test]
async fn without_an_account_there_is_no_inbox() {
    let db = test_db::TestDb::sqlite().await;
    let site = Site::start(&db).await;
    assert_eq!(site.browser().post("/webhooks/stripe", &[]).await.status(), 404);
}
