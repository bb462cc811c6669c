//! Calls that go wrong on purpose.

use std::time::Duration;

use reqwest::Method;
use stripe_sandbox::{Fault, FaultKind};

use crate::bench::{Bench, text};

fn fault(kind: FaultKind, calls: u32) -> Fault {
    Fault { method: Some("POST".into()), path: "/v1/customers".into(), calls, kind }
}

#[tokio::test]
async fn the_next_calls_are_refused_and_then_it_works() {
    let bench = Bench::new().await;
    bench.sandbox.add_fault(fault(FaultKind::RateLimit, 2));
    bench.sandbox.add_fault(fault(FaultKind::ServerError, 1));
    let mut statuses = Vec::new();
    for _ in 0..4 {
        statuses.push(bench.try_post("/v1/customers", &[]).await.status.as_u16());
    }
    assert_eq!(statuses, [429, 429, 500, 200]);
    assert_eq!(bench.count("customer.created"), 1);
}

#[tokio::test]
async fn an_answer_that_was_lost_is_repeated_by_its_key() {
    let bench = Bench::new().await;
    bench.sandbox.add_fault(fault(FaultKind::ServerErrorAfterwards, 1));
    let post = || {
        bench.request(Method::POST, "/v1/customers").header("idempotency-key", "k").form(&[("name", "Ada")])
    };
    let lost = bench.send(post()).await;
    assert_eq!((lost.status.as_u16(), text(&lost.body["error"]["type"])), (500, "api_error".into()));
    let again = bench.send(post()).await;
    assert_eq!((again.status.as_u16(), again.header("idempotent-replayed")), (200, Some("true")));
    assert_eq!(bench.count("customer.created"), 1);
}

#[tokio::test]
async fn a_call_hangs_until_the_client_gives_up() {
    let bench = Bench::new().await;
    for (kind, done) in [(FaultKind::Hang(60), 0), (FaultKind::HangAfterwards(60), 1)] {
        bench.sandbox.add_fault(fault(kind, 1));
        let form = [("name", "Ada")];
        let call = bench.request(Method::POST, "/v1/customers").form(&form).timeout(Duration::from_secs(1));
        assert!(call.send().await.unwrap_err().is_timeout());
        assert_eq!(bench.count("customer.created"), done);
    }
    bench.sandbox.add_fault(fault(FaultKind::ServerError, 5));
    bench.sandbox.clear_faults();
    assert_eq!(bench.try_post("/v1/customers", &[]).await.status, 200);
}
