//! Changes of plan, their prorations, and previews of them.

use serde_json::Value;

use crate::bench::{Bench, id, item, text};

/// A subscriber at 31.00 a month, after one of January's 31 days.
async fn subscriber(bench: &Bench) -> (Value, String) {
    let (price, customer) = (bench.price(3100, "eur", "month").await, bench.customer("pm_card_visa").await);
    let subscription = bench.subscribe(&customer, &price).await;
    bench.advance_days(1).await;
    (subscription, customer)
}

fn amounts(invoice: &Value) -> Vec<i64> {
    invoice["lines"]["data"].as_array().unwrap().iter().map(|line| line["amount"].as_i64().unwrap()).collect()
}

#[tokio::test]
async fn an_upgrade_is_prorated_by_the_second_on_the_next_invoice() {
    let bench = Bench::new().await;
    let (subscription, _) = subscriber(&bench).await;
    let dear = bench.price(6200, "eur", "month").await;
    let form = [("items[0][id]", &*item(&subscription)), ("items[0][price]", &dear)];
    bench.post(&format!("/v1/subscriptions/{}", id(&subscription)), &form).await;
    assert_eq!(bench.count("invoiceitem.created"), 2);
    assert_eq!(bench.count("charge.succeeded"), 1);
    bench.advance_days(31).await;
    let invoice = bench.get("/v1/invoices?limit=1").await["data"][0].clone();
    let mut lines = amounts(&invoice);
    lines.sort_unstable();
    assert_eq!(lines, [-3000, 6000, 6200]);
    assert_eq!((&invoice["total"], &invoice["status"]), (&9200.into(), &"paid".into()));
    let proration = &invoice["lines"]["data"]
        .as_array()
        .unwrap()
        .iter()
        .find(|line| line["amount"] == -3000)
        .unwrap()["parent"];
    assert_eq!(proration["invoice_item_details"]["proration"], true);
}

#[tokio::test]
async fn always_invoice_settles_at_once() {
    let bench = Bench::new().await;
    let (subscription, _) = subscriber(&bench).await;
    let dear = bench.price(6200, "eur", "month").await;
    let form = [
        ("items[0][id]", &*item(&subscription)),
        ("items[0][price]", &dear),
        ("proration_behavior", "always_invoice"),
    ];
    let changed = bench.post(&format!("/v1/subscriptions/{}", id(&subscription)), &form).await;
    let invoice = bench.get(&format!("/v1/invoices/{}", text(&changed["latest_invoice"]))).await;
    assert_eq!(
        (&invoice["total"], &invoice["billing_reason"]),
        (&3000.into(), &"subscription_update".into())
    );
    assert_eq!(invoice["status"], "paid");
}

#[tokio::test]
async fn a_downgrade_becomes_credit_that_later_invoices_use() {
    let bench = Bench::new().await;
    let (subscription, customer) = subscriber(&bench).await;
    let cheap = bench.price(1000, "eur", "month").await;
    let form = [
        ("items[0][id]", &*item(&subscription)),
        ("items[0][price]", &cheap),
        ("proration_behavior", "always_invoice"),
    ];
    bench.post(&format!("/v1/subscriptions/{}", id(&subscription)), &form).await;
    // 30/31 of 31.00 back, 30/31 of 10.00 (9.677…) due: 9.68 after rounding half up.
    assert_eq!(bench.sandbox.object(&customer).unwrap()["balance"], -3000 + 968);
    bench.advance_days(31).await;
    assert_eq!(bench.sandbox.object(&customer).unwrap()["balance"], -3000 + 968 + 1000);
    assert_eq!(bench.count("charge.succeeded"), 1);
}

#[tokio::test]
async fn without_proration_nothing_is_settled() {
    let bench = Bench::new().await;
    let (subscription, _) = subscriber(&bench).await;
    let dear = bench.price(6200, "eur", "month").await;
    let form =
        [("items[0][id]", &*item(&subscription)), ("items[0][price]", &dear), ("proration_behavior", "none")];
    bench.post(&format!("/v1/subscriptions/{}", id(&subscription)), &form).await;
    assert_eq!(bench.count("invoiceitem.created"), 0);
    bench.advance_days(31).await;
    assert_eq!(bench.get("/v1/invoices?limit=1").await["data"][0]["total"], 6200);
}

#[tokio::test]
async fn another_interval_begins_a_new_period_now() {
    let bench = Bench::new().await;
    let (subscription, _) = subscriber(&bench).await;
    let yearly = bench.price(31_000, "eur", "year").await;
    let form = [("items[0][id]", &*item(&subscription)), ("items[0][price]", &yearly)];
    let changed = bench.post(&format!("/v1/subscriptions/{}", id(&subscription)), &form).await;
    assert_eq!(changed["items"]["data"][0]["current_period_start"], bench.sandbox.now().as_second());
    let invoice = bench.get(&format!("/v1/invoices/{}", text(&changed["latest_invoice"]))).await;
    assert_eq!((amounts(&invoice).iter().sum::<i64>(), &invoice["status"]), (28_000, &"paid".into()));
}

#[tokio::test]
async fn a_preview_says_what_the_change_then_does() {
    for behavior in ["always_invoice", "create_prorations"] {
        let bench = Bench::new().await;
        let (subscription, _) = subscriber(&bench).await;
        let (sub, dear) = (id(&subscription), bench.price(6200, "eur", "month").await);
        let events = bench.event_types().len();
        let form = [
            ("subscription", &*sub),
            ("subscription_details[items][0][id]", &item(&subscription)),
            ("subscription_details[items][0][price]", &dear),
            ("subscription_details[proration_behavior]", behavior),
        ];
        let preview = bench.post("/v1/invoices/create_preview", &form).await;
        assert_eq!(bench.event_types().len(), events, "a preview changes nothing");
        assert!(id(&preview).starts_with("upcoming_in_"));
        let form = [
            ("items[0][id]", &*item(&subscription)),
            ("items[0][price]", &dear),
            ("proration_behavior", behavior),
        ];
        let changed = bench.post(&format!("/v1/subscriptions/{sub}"), &form).await;
        if behavior == "create_prorations" {
            bench.advance_days(31).await;
        }
        let newest = bench.get("/v1/invoices?limit=1").await["data"][0].clone();
        assert_eq!(
            (amounts(&preview), &preview["amount_due"]),
            (amounts(&newest), &newest["amount_due"]),
            "{behavior}"
        );
        assert_eq!(changed["status"], "active");
    }
}

#[tokio::test]
async fn a_preview_of_the_next_renewal_and_of_a_new_subscription() {
    let bench = Bench::new().await;
    let (subscription, customer) = subscriber(&bench).await;
    let next = bench.post("/v1/invoices/create_preview", &[("subscription", &id(&subscription))]).await;
    assert_eq!((amounts(&next), &next["status"]), (vec![3100], &"draft".into()));
    let price = bench.price(500, "eur", "month").await;
    let form = [("customer", &*customer), ("subscription_details[items][0][price]", &price)];
    assert_eq!(bench.post("/v1/invoices/create_preview", &form).await["amount_due"], 500);
    bench
        .post(&format!("/v1/subscriptions/{}", id(&subscription)), &[("cancel_at_period_end", "true")])
        .await;
    let none = bench.try_post("/v1/invoices/create_preview", &[("subscription", &id(&subscription))]).await;
    assert_eq!(none.body["error"]["code"], "invoice_upcoming_none");
}

#[tokio::test]
async fn a_change_that_cannot_be_paid_is_past_due_or_refused() {
    let bench = Bench::new().await;
    let (subscription, customer) = subscriber(&bench).await;
    let (sub, dear) = (id(&subscription), bench.price(6200, "eur", "month").await);
    bench.change_card(&customer, "pm_card_chargeCustomerFail").await;
    let form = |behavior| {
        [
            ("items[0][id]", item(&subscription)),
            ("items[0][price]", dear.clone()),
            ("proration_behavior", "always_invoice".to_owned()),
            ("payment_behavior", String::from(behavior)),
        ]
    };
    let before = bench.sandbox.object(&sub);
    let strict = form("error_if_incomplete");
    let strict: Vec<_> = strict.iter().map(|(key, value)| (*key, value.as_str())).collect();
    assert_eq!(bench.try_post(&format!("/v1/subscriptions/{sub}"), &strict).await.status, 402);
    assert_eq!(bench.sandbox.object(&sub), before);
    let lenient = form("allow_incomplete");
    let lenient: Vec<_> = lenient.iter().map(|(key, value)| (*key, value.as_str())).collect();
    assert_eq!(bench.post(&format!("/v1/subscriptions/{sub}"), &lenient).await["status"], "past_due");
}

#[tokio::test]
async fn credit_is_for_what_was_paid_also_when_another_item_changed_meanwhile() {
    let bench = Bench::new().await;
    let (paper, extra) = (bench.price(3100, "eur", "month").await, bench.price(310, "eur", "month").await);
    let coupon = id(&bench.post("/v1/coupons", &[("percent_off", "50"), ("duration", "once")]).await);
    let customer = bench.customer("pm_card_visa").await;
    let form = [
        ("customer", &*customer),
        ("items[0][price]", &paper),
        ("items[1][price]", &extra),
        ("discounts[0][coupon]", &coupon),
    ];
    let subscription = bench.post("/v1/subscriptions", &form).await;
    let second = text(&subscription["items"]["data"][1]["id"]);
    let path = format!("/v1/subscriptions/{}", id(&subscription));
    let form = [("items[0][id]", &*second), ("items[0][deleted]", "true"), ("proration_behavior", "none")];
    bench.post(&path, &form).await;
    bench.advance_days(1).await;
    bench.delete(&format!("{path}?prorate=true&invoice_now=true")).await;
    assert_eq!(bench.sandbox.object(&customer).unwrap()["balance"], -1500);
}
