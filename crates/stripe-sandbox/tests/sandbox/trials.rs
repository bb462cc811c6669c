//! Trials, and what they end in.

use crate::bench::{Bench, id, text};

async fn trial(bench: &Bench, customer: &str, days: &str, missing: &str) -> String {
    let price = bench.price(990, "eur", "month").await;
    let form = [
        ("customer", customer),
        ("items[0][price]", &*price),
        ("trial_period_days", days),
        ("trial_settings[end_behavior][missing_payment_method]", missing),
    ];
    let subscription = bench.post("/v1/subscriptions", &form).await;
    assert_eq!(subscription["status"], "trialing");
    id(&subscription)
}

#[tokio::test]
async fn a_trial_is_announced_three_days_before_its_end_and_then_paid() {
    let bench = Bench::new().await;
    let customer = bench.customer("pm_card_visa").await;
    let subscription = trial(&bench, &customer, "14", "create_invoice").await;
    bench.advance_days(10).await;
    assert_eq!(bench.count("customer.subscription.trial_will_end"), 0);
    bench.advance_days(1).await;
    assert_eq!(bench.count("customer.subscription.trial_will_end"), 1);
    bench.advance_days(3).await;
    assert_eq!(bench.status_of(&subscription), "active");
    assert_eq!(
        bench.event("customer.subscription.updated")["data"]["previous_attributes"]["status"],
        "trialing"
    );
    bench.advance_hours(1).await;
    assert_eq!(bench.count("charge.succeeded"), 1);
}

#[tokio::test]
async fn a_trial_without_a_card_ends_as_it_was_told() {
    for (missing, status) in [("cancel", "canceled"), ("pause", "paused"), ("create_invoice", "past_due")] {
        let bench = Bench::new().await;
        let customer = id(&bench.post("/v1/customers", &[]).await);
        let subscription = trial(&bench, &customer, "7", missing).await;
        bench.advance_days(7).await;
        bench.advance_hours(1).await;
        assert_eq!(bench.status_of(&subscription), status);
    }
}

#[tokio::test]
async fn a_paused_subscription_is_resumed_by_paying() {
    let bench = Bench::new().await;
    let customer = id(&bench.post("/v1/customers", &[]).await);
    let subscription = trial(&bench, &customer, "7", "pause").await;
    bench.advance_days(8).await;
    assert_eq!(bench.count("customer.subscription.paused"), 1);
    let path = format!("/v1/subscriptions/{subscription}/resume");
    bench.change_card(&customer, "pm_card_chargeCustomerFail").await;
    assert_eq!(bench.try_post(&path, &[]).await.status, 402);
    assert_eq!(bench.status_of(&subscription), "paused");
    bench.change_card(&customer, "pm_card_visa").await;
    assert_eq!(bench.post(&path, &[]).await["status"], "active");
    assert_eq!(bench.count("customer.subscription.resumed"), 1);
}

#[tokio::test]
async fn a_trial_can_end_now() {
    let bench = Bench::new().await;
    let customer = bench.customer("pm_card_visa").await;
    let subscription = trial(&bench, &customer, "14", "create_invoice").await;
    let ended = bench.post(&format!("/v1/subscriptions/{subscription}"), &[("trial_end", "now")]).await;
    assert_eq!(text(&ended["status"]), "active");
    assert_eq!(bench.count("charge.succeeded"), 1);
    assert_eq!(ended["billing_cycle_anchor"], bench.sandbox.now().as_second());
}

#[tokio::test]
async fn nothing_is_credited_for_a_trial() {
    let bench = Bench::new().await;
    let customer = bench.customer("pm_card_visa").await;
    let subscription = trial(&bench, &customer, "14", "create_invoice").await;
    bench.advance_days(1).await;
    let now =
        bench.post(&format!("/v1/subscriptions/{subscription}"), &[("billing_cycle_anchor", "now")]).await;
    assert_eq!((now["status"].as_str(), bench.count("invoiceitem.created")), (Some("active"), 0));
    assert_eq!(bench.event("charge.succeeded")["data"]["object"]["amount"], 990);
    let another = trial(&bench, &customer, "14", "create_invoice").await;
    bench.delete(&format!("/v1/subscriptions/{another}?prorate=true")).await;
    assert_eq!(bench.count("invoiceitem.created"), 0);
}
