//! What is the same for every call: keys, versions, errors, idempotency, paging, expansion.

use reqwest::{Method, StatusCode};
use serde_json::Value;
use stripe_sandbox::{Config, Sandbox};

use crate::bench::{Bench, id, text};

#[tokio::test]
async fn live_keys_and_production_are_refused() {
    assert!(Sandbox::new(&Config { environment: "production".into(), ..Config::default() }).is_err());
    let bench = Bench::new().await;
    let reply =
        bench.send(bench.http.get(format!("{}/v1/account", bench.address)).bearer_auth("sk_live_1")).await;
    assert_eq!(reply.status, StatusCode::UNAUTHORIZED);
    assert!(text(&reply.body["error"]["message"]).contains("live key"));
    let reply = bench.send(bench.http.get(format!("{}/v1/account", bench.address))).await;
    assert_eq!(reply.status, StatusCode::UNAUTHORIZED);
    assert!(reply.header("request-id").unwrap().starts_with("req_"));
}

#[tokio::test]
async fn answers_name_request_and_version() {
    let bench = Bench::new().await;
    let reply = bench
        .send(bench.request(Method::GET, "/v1/account").header("stripe-version", "2025-09-30.clover"))
        .await;
    assert_eq!(reply.header("stripe-version"), Some("2025-09-30.clover"));
    assert!(reply.header("request-id").unwrap().starts_with("req_"));
    let reply =
        bench.send(bench.request(Method::GET, "/v1/account").header("stripe-version", "newest")).await;
    assert_eq!(reply.status, StatusCode::BAD_REQUEST);
    let reply =
        bench.send(bench.request(Method::GET, "/v1/account").header("stripe-account", "acct_other")).await;
    assert_eq!(reply.body["error"]["code"], "account_invalid");
}

#[tokio::test]
async fn errors_have_stripes_bodies() {
    let bench = Bench::new().await;
    let missing = bench.try_get("/v1/customers/cus_none").await;
    assert_eq!(missing.status, StatusCode::NOT_FOUND);
    assert_eq!(missing.body["error"]["type"], "invalid_request_error");
    assert_eq!(missing.body["error"]["code"], "resource_missing");
    assert_eq!(missing.body["error"]["message"], "No such customer: 'cus_none'");
    let unknown = bench.try_post("/v1/customers", &[("emial", "a@b.c")]).await;
    assert_eq!(unknown.body["error"]["code"], "parameter_unknown");
    assert_eq!(unknown.body["error"]["param"], "emial");
    let nowhere = bench.try_get("/v1/nothing").await;
    assert_eq!(nowhere.status, StatusCode::NOT_FOUND);
    let undone = bench.try_post("/v1/charges", &[("amount", "1")]).await;
    assert_eq!(undone.body["error"]["type"], "invalid_request_error");
    let customer = bench.customer("pm_card_visa").await;
    let declined = bench
        .try_post(
            "/v1/payment_methods/pm_card_visa_chargeDeclinedInsufficientFunds/attach",
            &[("customer", &customer)],
        )
        .await;
    assert_eq!(declined.status, StatusCode::PAYMENT_REQUIRED);
    assert_eq!(declined.body["error"]["type"], "card_error");
    assert_eq!(declined.body["error"]["decline_code"], "insufficient_funds");
}

#[tokio::test]
async fn the_same_key_does_a_call_once() {
    let bench = Bench::new().await;
    let post = |email: &'static str| {
        bench.request(Method::POST, "/v1/customers").header("idempotency-key", "k1").form(&[("email", email)])
    };
    let first = bench.send(post("a@example.com")).await;
    let again = bench.send(post("a@example.com")).await;
    assert_eq!(first.body, again.body);
    assert_eq!(
        (first.header("idempotent-replayed"), again.header("idempotent-replayed")),
        (None, Some("true"))
    );
    assert_eq!(bench.count("customer.created"), 1);
    let other = bench.send(post("b@example.com")).await;
    assert_eq!(other.status, StatusCode::BAD_REQUEST);
    assert_eq!(other.body["error"]["type"], "idempotency_error");
    bench.advance_hours(24).await;
    let later = bench.send(post("a@example.com")).await;
    assert_ne!(later.body["id"], first.body["id"]);
    let event = bench.event("customer.created");
    assert_eq!(event["request"]["idempotency_key"], "k1");
    assert_eq!(event["request"]["id"], later.header("request-id").unwrap());
}

#[tokio::test]
async fn pages_walk_a_list_in_both_directions() {
    let bench = Bench::new().await;
    let mut made = Vec::new();
    for _ in 0..7 {
        made.push(id(&bench.post("/v1/customers", &[]).await));
    }
    made.reverse();
    let ids = |page: &Value| page["data"].as_array().unwrap().iter().map(id).collect::<Vec<_>>();
    let first = bench.get("/v1/customers?limit=3").await;
    assert_eq!((ids(&first), &first["has_more"]), (made[..3].to_vec(), &Value::Bool(true)));
    let last = bench.get(&format!("/v1/customers?limit=4&starting_after={}", made[2])).await;
    assert_eq!((ids(&last), &last["has_more"]), (made[3..].to_vec(), &Value::Bool(false)));
    let back = bench.get(&format!("/v1/customers?limit=2&ending_before={}", made[3])).await;
    assert_eq!((ids(&back), &back["has_more"]), (made[1..3].to_vec(), &Value::Bool(true)));
    assert_eq!(bench.try_get("/v1/customers?limit=101").await.status, StatusCode::BAD_REQUEST);
    let unknown = bench.try_get("/v1/customers?starting_after=cus_none").await;
    assert_eq!(unknown.body["error"]["param"], "starting_after");
}

#[tokio::test]
async fn lists_are_filtered() {
    let bench = Bench::new().await;
    bench.post("/v1/customers", &[("email", "a@example.com")]).await;
    bench.advance_days(1).await;
    let second = bench.post("/v1/customers", &[("email", "b@example.com")]).await;
    let since = bench.get(&format!("/v1/customers?created[gte]={}", second["created"])).await;
    assert_eq!(since["data"].as_array().unwrap().len(), 1);
    let by_mail = bench.get("/v1/customers?email=a%40example.com").await;
    assert_eq!(by_mail["data"][0]["email"], "a@example.com");
    assert_eq!(bench.try_get("/v1/customers?emial=x").await.status, StatusCode::BAD_REQUEST);
}

#[tokio::test]
async fn what_is_asked_for_is_expanded() {
    let bench = Bench::new().await;
    let (price, customer) = (bench.price(990, "eur", "month").await, bench.customer("pm_card_visa").await);
    let form = [
        ("customer", &*customer),
        ("items[0][price]", &price),
        ("expand[]", "latest_invoice.payments"),
        ("expand[]", "customer"),
    ];
    let subscription = bench.post("/v1/subscriptions", &form).await;
    assert_eq!(subscription["customer"]["email"], "ada@example.com");
    let payment = &subscription["latest_invoice"]["payments"]["data"][0];
    assert_eq!(payment["status"], "paid");
    let intent = text(&payment["payment"]["payment_intent"]);
    let charge = bench.get(&format!("/v1/payment_intents/{intent}?expand[]=latest_charge")).await;
    assert_eq!(charge["latest_charge"]["object"], "charge");
    let list = bench.get("/v1/subscriptions?expand[]=data.latest_invoice").await;
    assert_eq!(list["data"][0]["latest_invoice"]["object"], "invoice");
    let refused = bench.try_get("/v1/subscriptions?expand[]=data.status").await;
    assert_eq!(refused.status, StatusCode::BAD_REQUEST);
    let deep = bench.try_get("/v1/subscriptions?expand[]=data.items.data.price.product").await;
    assert_eq!(deep.body["error"]["code"], "property_expansion_max_depth");
    let made = bench.count("customer.created");
    let refused = bench.try_post("/v1/customers", &[("name", "Ada"), ("expand[]", "name")]).await;
    assert_eq!((refused.status, bench.count("customer.created")), (StatusCode::BAD_REQUEST, made));
}

#[tokio::test]
async fn a_deleted_customer_says_so_and_its_subscriptions_end() {
    let bench = Bench::new().await;
    let (price, customer) = (bench.price(990, "eur", "month").await, bench.customer("pm_card_visa").await);
    let subscription = id(&bench.subscribe(&customer, &price).await);
    bench.delete(&format!("/v1/customers/{customer}")).await;
    assert_eq!(bench.status_of(&subscription), "canceled");
    let gone = bench.get(&format!("/v1/customers/{customer}")).await;
    assert_eq!(gone["deleted"], true);
    assert_eq!(
        bench.try_post(&format!("/v1/customers/{customer}"), &[("name", "x")]).await.status,
        StatusCode::NOT_FOUND
    );
    assert_eq!(bench.get("/v1/customers").await["data"].as_array().unwrap().len(), 0);
    assert_eq!(bench.event("customer.deleted")["data"]["object"]["email"], "ada@example.com");
}
