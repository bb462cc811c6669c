//! The plain life of a subscription: begun, renewed, cancelled.

use crate::bench::{Bench, id, item, text};

#[tokio::test]
async fn a_paid_subscription_is_active_and_renews_each_month() {
    let bench = Bench::new().await;
    let (price, customer) = (bench.price(990, "eur", "month").await, bench.customer("pm_card_visa").await);
    let subscription = bench.subscribe(&customer, &price).await;
    assert_eq!(subscription["status"], "active");
    let start = subscription["items"]["data"][0]["current_period_end"].as_i64().unwrap();
    let invoice = bench.get(&format!("/v1/invoices/{}", text(&subscription["latest_invoice"]))).await;
    assert_eq!((invoice["status"].as_str(), invoice["amount_paid"].as_i64()), (Some("paid"), Some(990)));
    assert_eq!(invoice["billing_reason"], "subscription_create");

    bench.advance_days(92).await;
    let invoices = bench.get(&format!("/v1/invoices?subscription={}", id(&subscription))).await;
    let paid: Vec<_> = invoices["data"]
        .as_array()
        .unwrap()
        .iter()
        .map(|of| (text(&of["status"]), text(&of["billing_reason"])))
        .collect();
    assert_eq!(paid.len(), 4);
    assert!(paid.iter().all(|(status, _)| status == "paid"));
    assert_eq!(paid.iter().filter(|(_, reason)| reason == "subscription_cycle").count(), 3);
    let now = bench.sandbox.object(&id(&subscription)).unwrap();
    assert!(now["items"]["data"][0]["current_period_end"].as_i64().unwrap() > start);
    assert_eq!(bench.count("invoice.upcoming"), 3);
}

#[tokio::test]
async fn a_renewal_is_a_draft_for_an_hour() {
    let bench = Bench::new().await;
    let (price, customer) = (bench.price(990, "eur", "month").await, bench.customer("pm_card_visa").await);
    bench.subscribe(&customer, &price).await;
    bench.advance_days(31).await;
    let draft = bench.get("/v1/invoices?status=draft").await["data"][0].clone();
    assert_eq!(
        draft["automatically_finalizes_at"].as_i64().unwrap(),
        draft["created"].as_i64().unwrap() + 3_600
    );
    assert!(draft["hosted_invoice_url"].is_null());
    bench.advance_hours(1).await;
    let paid = bench.get(&format!("/v1/invoices/{}", id(&draft))).await;
    assert_eq!(paid["status"], "paid");
    assert!(bench.page(&text(&paid["hosted_invoice_url"])).await.contains("9.90 EUR"));
    let kinds = bench.event_types();
    let place = |kind: &str| kinds.iter().rposition(|of| of == kind).unwrap();
    let order = [
        "invoice.created",
        "invoice.finalized",
        "charge.succeeded",
        "payment_intent.succeeded",
        "invoice.paid",
    ];
    assert!(order.windows(2).all(|pair| place(pair[0]) < place(pair[1])), "{kinds:?}");
}

#[tokio::test]
async fn events_keep_what_was_then_and_what_was_before() {
    let bench = Bench::new().await;
    let (price, customer) = (bench.price(990, "eur", "month").await, bench.customer("pm_card_visa").await);
    let subscription = bench.subscribe(&customer, &price).await;
    let path = format!("/v1/subscriptions/{}", id(&subscription));
    bench
        .post(&path, &[("cancel_at_period_end", "true"), ("cancellation_details[feedback]", "too_expensive")])
        .await;
    let wish = bench.event("customer.subscription.updated");
    bench.post(&path, &[("cancel_at_period_end", "false")]).await;
    assert_eq!(wish["data"]["object"]["cancel_at_period_end"], true);
    assert_eq!(wish["data"]["object"]["cancellation_details"]["feedback"], "too_expensive");
    assert_eq!(wish["data"]["previous_attributes"]["cancel_at_period_end"], false);
    assert!(wish["data"]["previous_attributes"].get("status").is_none());
    let fetched = bench.get(&format!("/v1/events/{}", id(&wish))).await;
    assert_eq!(fetched["data"], wish["data"]);
    let taken_back = bench.sandbox.object(&id(&subscription)).unwrap();
    assert!(taken_back["canceled_at"].is_null());
}

#[tokio::test]
async fn a_cancelled_subscription_lives_until_its_period_ends() {
    let bench = Bench::new().await;
    let (price, customer) = (bench.price(990, "eur", "month").await, bench.customer("pm_card_visa").await);
    let subscription = id(&bench.subscribe(&customer, &price).await);
    bench.post(&format!("/v1/subscriptions/{subscription}"), &[("cancel_at_period_end", "true")]).await;
    bench.advance_days(30).await;
    assert_eq!(bench.status_of(&subscription), "active");
    bench.advance_days(1).await;
    assert_eq!(bench.status_of(&subscription), "canceled");
    assert_eq!(bench.count("charge.succeeded"), 1);
    let ended = bench.event("customer.subscription.deleted");
    assert_eq!(ended["data"]["object"]["cancellation_details"]["reason"], "cancellation_requested");
    assert!(ended["request"]["id"].is_null());
    assert_eq!(bench.get("/v1/subscriptions").await["data"].as_array().unwrap().len(), 0);
    assert_eq!(bench.get("/v1/subscriptions?status=all").await["data"].as_array().unwrap().len(), 1);
}

#[tokio::test]
async fn cancelling_now_with_proration_gives_credit() {
    let bench = Bench::new().await;
    let (price, customer) = (bench.price(3100, "eur", "month").await, bench.customer("pm_card_visa").await);
    let subscription = id(&bench.subscribe(&customer, &price).await);
    bench.advance_days(1).await;
    let path = format!("/v1/subscriptions/{subscription}?prorate=true&invoice_now=true");
    assert_eq!(bench.delete(&path).await["status"], "canceled");
    assert_eq!(bench.sandbox.object(&customer).unwrap()["balance"], -3000);
    let again = bench.send(bench.request(reqwest::Method::DELETE, &path)).await;
    assert_eq!(again.body["error"]["code"], "resource_missing");
}

#[tokio::test]
async fn collection_can_pause_and_come_back_on_a_date() {
    let bench = Bench::new().await;
    let (price, customer) = (bench.price(990, "eur", "month").await, bench.customer("pm_card_visa").await);
    let subscription = id(&bench.subscribe(&customer, &price).await);
    let resumes = (bench.sandbox.now().as_second() + 40 * 86_400).to_string();
    let pause = [("pause_collection[behavior]", "void"), ("pause_collection[resumes_at]", &*resumes)];
    let paused = bench.post(&format!("/v1/subscriptions/{subscription}"), &pause).await;
    assert_eq!(
        (&*text(&paused["status"]), &*text(&paused["pause_collection"]["behavior"])),
        ("active", "void")
    );
    bench.advance_days(39).await;
    assert_eq!((bench.count("invoice.voided"), bench.count("charge.succeeded")), (1, 1));
    bench.advance_days(30).await;
    assert!(bench.sandbox.object(&subscription).unwrap()["pause_collection"].is_null());
    assert_eq!(bench.count("charge.succeeded"), 2);
}

#[tokio::test]
async fn tax_is_added_or_inside_as_the_price_says() {
    let config = stripe_sandbox::Config { tax_hundredths: Some(1900), ..stripe_sandbox::Config::default() };
    let bench = Bench::with(config).await;
    let customer = bench.customer("pm_card_visa").await;
    for (behavior, total, without) in [("inclusive", 1190, 1000), ("exclusive", 1416, 1190)] {
        let form = [
            ("unit_amount", "1190"),
            ("currency", "eur"),
            ("recurring[interval]", "month"),
            ("product_data[name]", "Digital"),
            ("tax_behavior", behavior),
        ];
        let price = id(&bench.post("/v1/prices", &form).await);
        let form = [
            ("customer", &*customer),
            ("items[0][price]", &price),
            ("automatic_tax[enabled]", "true"),
            ("expand[]", "latest_invoice"),
        ];
        let subscription = bench.post("/v1/subscriptions", &form).await;
        let invoice = &subscription["latest_invoice"];
        assert_eq!(
            (&invoice["total"], &invoice["total_excluding_tax"]),
            (&total.into(), &without.into()),
            "{behavior}"
        );
        assert_eq!(invoice["amount_paid"], total);
        assert!(!item(&subscription).is_empty());
    }
}

#[tokio::test]
async fn who_began_on_the_31st_pays_on_the_last_days_of_shorter_months() {
    let bench = Bench::new().await;
    bench.sandbox.advance_to("2026-01-31T09:00:00Z".parse().unwrap()).await;
    let (price, customer) = (bench.price(990, "eur", "month").await, bench.customer("pm_card_visa").await);
    let subscription = id(&bench.subscribe(&customer, &price).await);
    for day in ["2026-02-28", "2026-03-31", "2026-04-30"] {
        let end = bench.sandbox.object(&subscription).unwrap()["items"]["data"][0]["current_period_end"]
            .as_i64()
            .unwrap();
        let expected: jiff::Timestamp = format!("{day}T09:00:00Z").parse().unwrap();
        assert_eq!(end, expected.as_second());
        bench.sandbox.advance_to(expected).await;
    }
}

#[tokio::test]
async fn events_are_listed_for_thirty_days() {
    let bench = Bench::new().await;
    let customer = id(&bench.post("/v1/customers", &[]).await);
    let event = id(&bench.event("customer.created"));
    bench.advance_days(30).await;
    assert_eq!(bench.get("/v1/events?type=customer.*").await["data"].as_array().unwrap().len(), 1);
    bench.advance_days(1).await;
    assert_eq!(bench.get("/v1/events").await["data"].as_array().unwrap().len(), 0);
    assert_eq!(bench.get(&format!("/v1/events/{event}")).await["data"]["object"]["id"], customer);
}

#[tokio::test]
async fn a_draft_kept_by_a_pause_is_collected_when_it_advances_again() {
    let bench = Bench::new().await;
    let (price, customer) = (bench.price(990, "eur", "month").await, bench.customer("pm_card_visa").await);
    let subscription = id(&bench.subscribe(&customer, &price).await);
    let path = format!("/v1/subscriptions/{subscription}");
    bench.post(&path, &[("pause_collection[behavior]", "keep_as_draft")]).await;
    bench.advance_days(32).await;
    let draft = id(&bench.get("/v1/invoices?status=draft").await["data"][0]);
    bench.post(&path, &[("pause_collection", "")]).await;
    bench.advance_days(1).await;
    assert_eq!(bench.sandbox.object(&draft).unwrap()["status"], "draft");
    bench.post(&format!("/v1/invoices/{draft}"), &[("auto_advance", "true")]).await;
    bench.advance_hours(1).await;
    assert_eq!(bench.sandbox.object(&draft).unwrap()["status"], "paid");
}
