//! Buying over HTTP, from a payment provider in this process.

use std::time::{Duration, Instant};

use gazette_tests::{Browser, location};
use jiff::SignedDuration;
use stripe_sandbox::{Checkout, Clock, Config, Endpoint, Sandbox, Timeline};

/// The secret with which the provider signs what it tells.
pub(crate) const SECRET: &str = "whsec_of_the_tests";

/// A payment provider that lives by the wall clock, and the settings of a site that uses it.
pub(crate) async fn provider() -> (Sandbox, [(&'static str, String); 3]) {
    let config = Config {
        clock: Clock::Wall(SignedDuration::ZERO),
        signature_time: Timeline::Wall,
        webhook_backoff: vec![1; 60],
        ..Config::default()
    };
    let sandbox = Sandbox::new(&config).expect("a sandbox");
    let address = sandbox.start().await.expect("an address");
    let settings = [
        ("GAZETTE_STRIPE__SECRET_KEY", "sk_test_of_the_tests".to_owned()),
        ("GAZETTE_STRIPE__WEBHOOK_SECRETS", format!("[\"{SECRET}\"]")),
        ("GAZETTE_STRIPE__API_BASE", address),
    ];
    (sandbox, settings)
}

/// Has the provider tell the site at `base` what happens.
pub(crate) fn tell(sandbox: &Sandbox, base: &str) {
    let url = format!("{base}/webhooks/stripe");
    sandbox
        .set_webhooks(vec![Endpoint { url, secrets: vec![SECRET.to_owned()], events: vec![] }])
        .expect("an endpoint");
}

/// The address of the page to pay on, for somebody who comes from `story`. Right after the start the
/// prices aren't known to Stripe yet.
pub(crate) async fn checkout(browser: &Browser, story: &str) -> String {
    let page = browser.page("/en/subscribe?currency=EUR&return_to=/en/").await;
    let mut offers = page.split("name=\"price\" value=\"").skip(1);
    let price = offers.find_map(|rest| rest.split('"').next()).expect("an offer").to_owned();
    let began = Instant::now();
    loop {
        let answer = browser.post("/en/subscribe", &[("price", &price), ("return_to", story)]).await;
        if answer.status().is_redirection() {
            return location(&answer);
        }
        assert!(began.elapsed() < Duration::from_secs(20), "nothing can be bought: {}", answer.status());
        tokio::time::sleep(Duration::from_millis(200)).await;
    }
}

/// Pays on that page, with an address if the buyer has no account.
pub(crate) fn pay(sandbox: &Sandbox, page: &str, email: Option<&str>) {
    let session = page.rsplit('/').next().expect("an id");
    let paid = sandbox.pay_checkout(session, "pm_card_visa", email).expect("an answer");
    assert!(matches!(paid, Checkout::Complete { .. }), "{paid:?}");
}
