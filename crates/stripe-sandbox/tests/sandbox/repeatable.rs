//! The same seed and the same calls make the same history.

use serde_json::Value;
use stripe_sandbox::{Config, Switches};

use crate::{
    bench::{Bench, id, item},
    receiver::Receiver,
};

async fn history(seed: u64) -> (Vec<Value>, Vec<String>) {
    let (receiver, endpoint) = Receiver::start(&["whsec_1"]).await;
    let switches = Switches { reorder: true, duplicate: 1, hold: true, ..Switches::default() };
    let config = Config {
        seed,
        webhooks: vec![endpoint],
        switches,
        base_url: Some("http://sandbox".into()),
        ..Config::default()
    };
    let bench = Bench::with(config).await;
    let (price, customer) = (bench.price(990, "eur", "month").await, bench.customer("pm_card_visa").await);
    let dear = bench.price(1990, "eur", "month").await;
    let subscription = bench.subscribe(&customer, &price).await;
    bench.advance_days(40).await;
    let form = [("items[0][id]", &*item(&subscription)), ("items[0][price]", &dear)];
    bench.post(&format!("/v1/subscriptions/{}", id(&subscription)), &form).await;
    bench.change_card(&customer, "pm_card_chargeCustomerFail").await;
    bench.advance_days(60).await;
    bench.sandbox.release_all().await;
    (bench.sandbox.events(), receiver.letters().into_iter().map(|letter| letter.body).collect())
}

#[tokio::test]
async fn a_seed_repeats_ids_events_and_the_order_of_deliveries() {
    let (first, second) = (history(7).await, history(7).await);
    assert!(first.0.len() > 40);
    assert_eq!(first, second);
    let other = history(8).await;
    assert_eq!(first.0.len(), other.0.len());
    assert_ne!(first.0[0]["id"], other.0[0]["id"]);
}
