//! How calls to Stripe are made: patiently, and each once.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use axum::Router;
use axum::extract::{Request, State};
use axum::response::{IntoResponse, Response};
use billing::{Billing, BillingError, Patience, Policy, Stripe, StripeSettings};
use http::{HeaderMap, Method, StatusCode};
use kernel::{ManualClock, MemberId};
use test_db::TestDb;

/// A status, headers, and a body; 0 is no answer.
type Answer = (u16, Vec<(&'static str, &'static str)>, &'static str);

/// A Stripe that answers as it is told, and notes what it was asked.
#[derive(Clone, Default)]
struct Scripted {
    answers: Arc<Mutex<VecDeque<Answer>>>,
    asked: Arc<Mutex<Vec<(Method, HeaderMap)>>>,
}

impl Scripted {
    async fn start(&self) -> String {
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let address = format!("http://{}", listener.local_addr().expect("an address"));
        let router = Router::new().fallback(answer).with_state(self.clone());
        tokio::spawn(async move { axum::serve(listener, router).await });
        address
    }

    fn then(&self, status: u16, headers: &[(&'static str, &'static str)], body: &'static str) {
        self.answers.lock().expect("one").push_back((status, headers.to_vec(), body));
    }

    fn asked(&self) -> Vec<(Method, HeaderMap)> {
        self.asked.lock().expect("one").clone()
    }
}

async fn answer(State(scripted): State<Scripted>, request: Request) -> Response {
    let asked = (request.method().clone(), request.headers().clone());
    scripted.asked.lock().expect("one").push(asked);
    let next = scripted.answers.lock().expect("one").pop_front();
    let (status, headers, body) = next.unwrap_or((500, Vec::new(), "{}"));
    if status == 0 {
        tokio::time::sleep(Duration::from_secs(30)).await;
    }
    let mut response = body.into_response();
    *response.status_mut() = StatusCode::from_u16(status).unwrap_or(StatusCode::OK);
    for (name, value) in headers {
        response.headers_mut().insert(name, value.parse().expect("a value"));
    }
    response
}

/// A publication that asks the scripted Stripe.
async fn asking(scripted: &Scripted, patience: Patience) -> (Billing, TestDb) {
    let db = TestDb::sqlite().await;
    let settings = StripeSettings {
        secret_key: "sk_test_x".to_owned(),
        api_base: Some(scripted.start().await.parse().expect("a URL")),
        account: Some("acct_1".to_owned()),
        webhook_secrets: Vec::new(),
        automatic_tax: false,
    };
    let stripe = Stripe::new(settings).expect("settings").with_patience(patience).expect("settings");
    let clock = ManualClock::at("2026-11-23T08:00:00Z".parse().expect("a time"));
    let billing = Billing::new(db.connection().clone(), clock).with_stripe(stripe, Policy::default());
    (billing, db)
}

const PAGE: &str = r#"{"object":"list","data":[],"has_more":false,"url":"/v1/events"}"#;
const BUSY: &str = r#"{"error":{"type":"invalid_request_error","code":"rate_limit","message":"Slow down."}}"#;

#[tokio::test]
async fn who_is_asked_to_wait_waits() {
    let scripted = Scripted::default();
    let (billing, _db) = asking(&scripted, Patience::default()).await;
    scripted.then(429, &[("retry-after", "1")], BUSY);
    scripted.then(200, &[], PAGE);
    let began = Instant::now();
    billing.catch_up().await.expect("asked");
    assert!(began.elapsed() >= Duration::from_secs(1), "{:?}", began.elapsed());
    assert_eq!(scripted.asked().len(), 2);
}

#[tokio::test]
async fn who_is_asked_to_wait_for_long_comes_back_later() {
    let scripted = Scripted::default();
    let (billing, _db) = asking(&scripted, Patience::default()).await;
    scripted.then(429, &[("retry-after", "3600")], BUSY);
    let began = Instant::now();
    let error = billing.catch_up().await.expect_err("not now");
    let BillingError::Stripe(failure) = &error else { panic!("{error}") };
    assert_eq!(failure.retry_after(), Some(Duration::from_hours(1)));
    assert!(began.elapsed() < Duration::from_secs(1) && scripted.asked().len() == 1);
}

#[tokio::test]
async fn what_may_pass_is_tried_again_and_what_may_not_is_not() {
    let scripted = Scripted::default();
    let (billing, _db) = asking(&scripted, Patience::default()).await;
    scripted.then(502, &[("content-type", "text/html")], "<h1>Bad gateway</h1>");
    scripted.then(409, &[], BUSY);
    scripted.then(200, &[], PAGE);
    billing.catch_up().await.expect("asked");
    assert_eq!(scripted.asked().len(), 3);
    // Stripe's own word counts more than the status.
    scripted.then(500, &[("stripe-should-retry", "false")], "{}");
    billing.catch_up().await.expect_err("not now");
    assert_eq!(scripted.asked().len(), 4);
    scripted.then(401, &[], "<h1>No</h1>");
    billing.catch_up().await.expect_err("never");
    assert_eq!(scripted.asked().len(), 5);
}

#[tokio::test]
async fn patience_is_a_setting() {
    let scripted = Scripted::default();
    let patience = Patience { timeout: Duration::from_millis(100), tries: 2 };
    let (billing, _db) = asking(&scripted, patience).await;
    scripted.then(0, &[], "");
    scripted.then(0, &[], "");
    let began = Instant::now();
    billing.catch_up().await.expect_err("no answer");
    assert!(began.elapsed() < Duration::from_secs(2), "{:?}", began.elapsed());
    assert_eq!(scripted.asked().len(), 2);
}

#[tokio::test]
async fn the_tries_of_a_change_carry_one_key_and_each_call_another() {
    let scripted = Scripted::default();
    let (billing, db) = asking(&scripted, Patience::default()).await;
    let member = MemberId::new(jiff::Timestamp::UNIX_EPOCH);
    let rows = [
        format!(
            "INSERT INTO member (id, email, name, languages, created_at) VALUES (X'{}', 'a@example.org', '', 'de', 0)",
            member.as_uuid().simple()
        ),
        format!(
            "INSERT INTO stripe_customer (id, member_id, email, created_at) VALUES ('cus_1', X'{}', 'a@example.org', 0)",
            member.as_uuid().simple()
        ),
    ];
    for row in rows {
        sea_orm::ConnectionTrait::execute_unprepared(db.connection(), &row).await.expect("a row");
    }
    for _ in 0..2 {
        scripted.then(500, &[], "{}");
        scripted.then(500, &[], "{}");
        scripted.then(500, &[], "{}");
        billing.portal(member, &"de".parse().expect("a tag"), "http://x.example").await.expect_err("down");
    }
    let asked = scripted.asked();
    assert_eq!(asked.len(), 6);
    let key = |index: usize| asked[index].1.get("idempotency-key").cloned().expect("a key");
    assert!(key(0) == key(1) && key(1) == key(2) && key(3) == key(5) && key(0) != key(3));
    for (method, headers) in &asked {
        assert_eq!(*method, Method::POST);
        assert_eq!(headers["authorization"], "Bearer sk_test_x");
        assert_eq!(headers["stripe-account"], "acct_1");
        assert_eq!(headers["stripe-version"], billing::api_version().as_str());
    }
}
