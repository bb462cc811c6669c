//! Deliveries: signed, retried, and spoiled on purpose.

use std::{
    collections::HashSet,
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
    time::Duration,
};

use jiff::SignedDuration;
use serde_json::json;
use stripe_sandbox::{Clock, Config, Drop, Outcome, Signature, Switches, Timeline};

use crate::{
    bench::{Bench, id},
    receiver::Receiver,
};

async fn bench(switches: Switches) -> (Bench, Receiver) {
    let (receiver, endpoint) = Receiver::start(&["whsec_new", "whsec_old"]).await;
    let bench = Bench::with(Config { webhooks: vec![endpoint], switches, ..Config::default() }).await;
    (bench, receiver)
}

#[tokio::test]
async fn each_event_is_delivered_signed_with_every_secret() {
    let (bench, receiver) = bench(Switches::default()).await;
    let customer = id(&bench.post("/v1/customers", &[]).await);
    bench.sandbox.settle().await;
    let letters = receiver.letters();
    assert_eq!(letters.len(), 1);
    let letter = &letters[0];
    assert!(letter.is_signed_with("whsec_new") && letter.is_signed_with("whsec_old"));
    assert!(!letter.is_signed_with("whsec_other"));
    assert_eq!(letter.timestamp(), bench.sandbox.now().as_second());
    let event = letter.event();
    assert_eq!(
        (&event["type"], &event["data"]["object"]["id"]),
        (&"customer.created".into(), &customer.into())
    );
    assert_eq!((&event["pending_webhooks"], &event["livemode"]), (&1.into(), &false.into()));
    assert_eq!(bench.event("customer.created")["pending_webhooks"], 0);
}

#[tokio::test]
async fn a_refused_delivery_is_retried_at_its_moments() {
    let (bench, receiver) = bench(Switches::default()).await;
    receiver.answer(&[500, 302, 200]);
    bench.post("/v1/customers", &[]).await;
    bench.sandbox.settle().await;
    assert_eq!(receiver.letters().len(), 1);
    assert_eq!(bench.event("customer.created")["pending_webhooks"], 1);
    bench.sandbox.advance(Duration::from_secs(59)).await;
    assert_eq!(receiver.letters().len(), 1);
    bench.sandbox.advance(Duration::from_secs(1)).await;
    assert_eq!(receiver.letters().len(), 2);
    bench.sandbox.advance(Duration::from_mins(5)).await;
    let ids: HashSet<String> = receiver.letters().iter().map(crate::receiver::Letter::id).collect();
    assert_eq!((receiver.letters().len(), ids.len()), (3, 1));
    let outcomes: Vec<Outcome> =
        bench.sandbox.deliveries().into_iter().map(|report| report.outcome).collect();
    assert_eq!(outcomes, [Outcome::Answered(500), Outcome::Answered(302), Outcome::Answered(200)]);
    assert_eq!(bench.event("customer.created")["pending_webhooks"], 0);
}

#[tokio::test]
async fn nobody_listening_is_a_failure_too() {
    let (bench, _) = bench(Switches::default()).await;
    let nobody =
        stripe_sandbox::Endpoint { url: "http://127.0.0.1:9/hook".into(), secrets: vec![], events: vec![] };
    bench.sandbox.set_webhooks(vec![nobody]).unwrap();
    bench.post("/v1/customers", &[]).await;
    bench.sandbox.settle().await;
    assert!(matches!(bench.sandbox.deliveries()[0].outcome, Outcome::Failed(_)));
}

#[tokio::test]
async fn while_time_advances_events_arrive_at_their_moments() {
    let (bench, receiver) = bench(Switches::default()).await;
    let (price, customer) = (bench.price(990, "eur", "month").await, bench.customer("pm_card_visa").await);
    bench.subscribe(&customer, &price).await;
    bench.advance_days(64).await;
    for letter in receiver.letters() {
        assert_eq!(letter.event()["created"].as_i64().unwrap(), letter.timestamp(), "{}", letter.kind());
    }
    let created: Vec<_> = receiver.letters().iter().map(crate::receiver::Letter::timestamp).collect();
    assert!(created.is_sorted());
    assert_eq!(receiver.kinds().iter().filter(|kind| *kind == "invoice.paid").count(), 3);
}

#[tokio::test]
async fn events_are_duplicated_reordered_and_dropped() {
    let (bench, receiver) =
        bench(Switches { duplicate: 1, reorder: true, hold: true, ..Switches::default() }).await;
    for _ in 0..8 {
        bench.post("/v1/customers", &[]).await;
    }
    assert!(receiver.letters().is_empty());
    assert_eq!(bench.sandbox.release_all().await, 16);
    let order: Vec<String> = receiver.letters().iter().map(crate::receiver::Letter::id).collect();
    let made: Vec<String> = bench.sandbox.events().iter().map(id).collect();
    assert_eq!((order.len(), order.iter().collect::<HashSet<_>>().len()), (16, 8));
    let mut first_seen = Vec::new();
    for event in &order {
        if !first_seen.contains(event) {
            first_seen.push(event.clone());
        }
    }
    assert_ne!(first_seen, made);

    bench.sandbox.set_switches(Switches { drop: Drop::Everything, ..Switches::default() });
    bench.post("/v1/customers", &[]).await;
    bench.sandbox.settle().await;
    assert_eq!(receiver.letters().len(), 16);
    let lost = bench.event("customer.created");
    assert!(bench.sandbox.deliveries().iter().any(|report| report.outcome == Outcome::Dropped));
    bench.sandbox.resend(&id(&lost)).await.unwrap();
    assert_eq!(receiver.letters().last().unwrap().id(), id(&lost));
}

#[tokio::test]
async fn held_events_are_released_in_the_order_a_test_wants() {
    let (bench, receiver) = bench(Switches { hold: true, ..Switches::default() }).await;
    let (price, customer) = (bench.price(990, "eur", "month").await, bench.customer("pm_card_visa").await);
    bench.subscribe(&customer, &price).await;
    let mut held = bench.sandbox.held();
    held.reverse();
    assert_eq!(bench.sandbox.release(&held).await, held.len());
    assert_eq!(receiver.letters().iter().map(crate::receiver::Letter::id).collect::<Vec<_>>(), held);
}

#[tokio::test]
async fn a_delayed_event_comes_later() {
    let (bench, receiver) = bench(Switches { delay: 30, ..Switches::default() }).await;
    bench.post("/v1/customers", &[]).await;
    bench.sandbox.advance(Duration::from_secs(29)).await;
    assert!(receiver.letters().is_empty());
    bench.sandbox.advance(Duration::from_secs(1)).await;
    assert_eq!(receiver.letters().len(), 1);
}

#[tokio::test]
async fn signatures_are_spoiled_as_told() {
    let (bench, receiver) = bench(Switches::default()).await;
    let now = bench.sandbox.now().as_second();
    let spoiled = [
        Switches { signature: Signature::Wrong, ..Switches::default() },
        Switches { signature: Signature::Missing, ..Switches::default() },
        Switches { signature: Signature::Shifted(-600), ..Switches::default() },
        Switches { signature: Signature::Shifted(600), ..Switches::default() },
        Switches { alter_body: true, ..Switches::default() },
        Switches { livemode: true, ..Switches::default() },
    ];
    for switches in spoiled {
        bench.sandbox.set_switches(switches);
        bench.post("/v1/customers", &[]).await;
        bench.sandbox.settle().await;
    }
    let letters = receiver.letters();
    assert!(!letters[0].is_signed_with("whsec_new"));
    assert!(letters[1].signature.is_none());
    assert!(letters[2].is_signed_with("whsec_new") && letters[2].timestamp() == now - 600);
    assert!(letters[3].is_signed_with("whsec_new") && letters[3].timestamp() == now + 600);
    assert!(!letters[4].is_signed_with("whsec_new"));
    assert!(letters[5].is_signed_with("whsec_new") && letters[5].event()["livemode"] == true);
}

#[tokio::test]
async fn an_endpoint_gets_only_what_it_wants() {
    let (bench, receiver) = bench(Switches::default()).await;
    let mut endpoint = bench
        .http
        .get(format!("{}/_sandbox/webhooks", bench.address))
        .send()
        .await
        .unwrap()
        .json::<serde_json::Value>()
        .await
        .unwrap();
    endpoint[0]["events"] = json!(["customer.deleted"]);
    let put =
        bench.http.put(format!("{}/_sandbox/webhooks", bench.address)).json(&endpoint).send().await.unwrap();
    assert!(put.status().is_success());
    let customer = id(&bench.post("/v1/customers", &[]).await);
    bench.delete(&format!("/v1/customers/{customer}")).await;
    bench.sandbox.settle().await;
    assert_eq!(receiver.kinds(), ["customer.deleted"]);
}

#[tokio::test]
async fn the_switches_work_over_http() {
    let (bench, receiver) = bench(Switches::default()).await;
    let url = |path: &str| format!("{}/_sandbox/{path}", bench.address);
    let put =
        bench.http.put(url("switches")).json(&json!({ "hold": true, "signature": { "shifted": -600 } }));
    assert!(put.send().await.unwrap().status().is_success());
    bench.post("/v1/customers", &[]).await;
    let held: Vec<String> = bench.http.get(url("held")).send().await.unwrap().json().await.unwrap();
    assert_eq!(held.len(), 1);
    bench.http.post(url("release")).json(&json!({ "events": held })).send().await.unwrap();
    assert_eq!(receiver.letters().len(), 1);
    let before = bench.sandbox.now().as_second();
    bench.http.post(url("clock")).json(&json!({ "advance_seconds": 60 })).send().await.unwrap();
    assert_eq!(bench.sandbox.now().as_second(), before + 60);
    let wrong = bench.http.put(url("switches")).json(&json!({ "hodl": true })).send().await.unwrap();
    assert!(wrong.status().is_client_error());
}

#[tokio::test]
async fn by_the_wall_clock_deliveries_and_retries_happen_by_themselves() {
    let (receiver, endpoint) = Receiver::start(&["whsec_new"]).await;
    receiver.answer(&[500]);
    let config = Config {
        clock: Clock::Wall(SignedDuration::from_hours(24 * 365)),
        webhooks: vec![endpoint],
        webhook_backoff: vec![1],
        webhook_time: Timeline::Wall,
        signature_time: Timeline::Wall,
        ..Config::default()
    };
    let bench = Bench::with(config).await;
    let (price, customer) = (bench.price(990, "eur", "month").await, bench.customer("pm_card_visa").await);
    bench.subscribe(&customer, &price).await;
    let expected = bench.sandbox.events().len() + 1;
    let arrived = async {
        while receiver.letters().len() < expected {
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    };
    tokio::time::timeout(Duration::from_secs(20), arrived).await.unwrap();
    let a_year = 364 * 86_400;
    let letter = &receiver.letters()[0];
    assert!(letter.event()["created"].as_i64().unwrap() > letter.timestamp() + a_year);
    bench.advance_days(32).await;
    assert_eq!(bench.count("invoice.paid"), 2);
}

#[tokio::test]
async fn deliveries_can_be_made_at_the_same_time() {
    for (parallel, most) in [(true, 2), (false, 1)] {
        // How many deliveries wait in the endpoint, and how many ever did.
        let waiting = Arc::new((AtomicUsize::new(0), AtomicUsize::new(0)));
        let seen = Arc::clone(&waiting);
        let hook = axum::routing::post(move || async move {
            let now = waiting.0.fetch_add(1, Ordering::SeqCst) + 1;
            waiting.1.fetch_max(now, Ordering::SeqCst);
            tokio::time::sleep(Duration::from_millis(500)).await;
            waiting.0.fetch_sub(1, Ordering::SeqCst);
        });
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("http://{}/hook", listener.local_addr().unwrap());
        tokio::spawn(async move { axum::serve(listener, axum::Router::new().route("/hook", hook)).await });
        let webhooks = vec![stripe_sandbox::Endpoint { url, secrets: vec![], events: vec![] }];
        let switches = Switches { parallel, duplicate: 1, ..Switches::default() };
        let bench = Bench::with(Config { webhooks, switches, ..Config::default() }).await;
        bench.post("/v1/customers", &[]).await;
        bench.sandbox.settle().await;
        assert_eq!(seen.1.load(Ordering::SeqCst), most);
    }
}
