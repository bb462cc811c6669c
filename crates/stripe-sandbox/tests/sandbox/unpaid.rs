//! Payments that fail: the first one, and later ones with their retries.

use stripe_sandbox::{Authentication, Config, FinalState};

use crate::bench::{Bench, id, text};

#[tokio::test]
async fn a_failed_first_payment_is_incomplete_and_another_card_mends_it() {
    let bench = Bench::new().await;
    let (price, customer) =
        (bench.price(990, "eur", "month").await, bench.customer("pm_card_chargeCustomerFail").await);
    let subscription = bench.subscribe(&customer, &price).await;
    assert_eq!(subscription["status"], "incomplete");
    let invoice = text(&subscription["latest_invoice"]);
    bench.post(&format!("/v1/invoices/{invoice}/pay"), &[("payment_method", "pm_card_visa")]).await;
    assert_eq!(bench.status_of(&id(&subscription)), "active");
    let event = bench.event("customer.subscription.updated");
    assert_eq!(event["data"]["previous_attributes"]["status"], "incomplete");
}

#[tokio::test]
async fn an_incomplete_subscription_expires_after_23_hours() {
    let bench = Bench::new().await;
    let (price, customer) =
        (bench.price(990, "eur", "month").await, bench.customer("pm_card_chargeCustomerFail").await);
    let subscription = bench.subscribe(&customer, &price).await;
    bench.advance_hours(22).await;
    assert_eq!(bench.status_of(&id(&subscription)), "incomplete");
    bench.advance_hours(1).await;
    assert_eq!(bench.status_of(&id(&subscription)), "incomplete_expired");
    assert_eq!(bench.sandbox.object(&text(&subscription["latest_invoice"])).unwrap()["status"], "void");
}

#[tokio::test]
async fn error_if_incomplete_leaves_nothing_behind() {
    let bench = Bench::new().await;
    let (price, customer) =
        (bench.price(990, "eur", "month").await, bench.customer("pm_card_chargeCustomerFail").await);
    let events = bench.event_types().len();
    let form =
        [("customer", &*customer), ("items[0][price]", &price), ("payment_behavior", "error_if_incomplete")];
    let reply = bench.try_post("/v1/subscriptions", &form).await;
    assert_eq!((reply.status.as_u16(), text(&reply.body["error"]["code"])), (402, "card_declined".into()));
    assert_eq!(bench.get("/v1/subscriptions?status=all").await["data"].as_array().unwrap().len(), 0);
    assert_eq!(bench.event_types().len(), events);
}

#[tokio::test]
async fn a_subscription_without_a_card_is_refused_and_leaves_nothing_behind() {
    let bench = Bench::new().await;
    let price = bench.price(990, "eur", "month").await;
    let customer = id(&bench.post("/v1/customers", &[]).await);
    let reply =
        bench.try_post("/v1/subscriptions", &[("customer", &customer), ("items[0][price]", &price)]).await;
    assert_eq!((reply.status.as_u16(), text(&reply.body["error"]["code"])), (400, "resource_missing".into()));
    assert_eq!(bench.get("/v1/subscriptions?status=all").await["data"].as_array().unwrap().len(), 0);
    assert_eq!(bench.count("invoice.created"), 0);
}

#[tokio::test]
async fn default_incomplete_waits_for_the_payer() {
    let bench = Bench::new().await;
    let (price, customer) = (bench.price(990, "eur", "month").await, bench.customer("pm_card_visa").await);
    let form = [
        ("customer", &*customer),
        ("items[0][price]", &price),
        ("payment_behavior", "default_incomplete"),
        ("payment_settings[save_default_payment_method]", "on_subscription"),
        ("expand[]", "latest_invoice.payments"),
        ("expand[]", "latest_invoice.confirmation_secret"),
    ];
    let subscription = bench.post("/v1/subscriptions", &form).await;
    assert_eq!(subscription["status"], "incomplete");
    let invoice = &subscription["latest_invoice"];
    let intent = text(&invoice["payments"]["data"][0]["payment"]["payment_intent"]);
    assert!(text(&invoice["confirmation_secret"]["client_secret"]).starts_with(&intent));
    let card = [("payment_method", "pm_card_mastercard")];
    let paid = bench.post(&format!("/v1/payment_intents/{intent}/confirm"), &card).await;
    let now = bench.sandbox.object(&id(&subscription)).unwrap();
    assert_eq!((&now["status"], &now["default_payment_method"]), (&"active".into(), &paid["payment_method"]));
    assert_eq!(bench.sandbox.object(&text(&paid["payment_method"])).unwrap()["customer"], customer);
}

#[tokio::test]
async fn a_bank_that_asks_is_answered() {
    for (answer, status) in [(Authentication::Passed, "active"), (Authentication::Failed, "incomplete")] {
        let bench = Bench::new().await;
        let price = bench.price(990, "eur", "month").await;
        let customer = bench.customer("pm_card_authenticationRequired").await;
        let subscription = bench.subscribe(&customer, &price).await;
        assert_eq!(subscription["status"], "incomplete");
        let asked = bench.event("invoice.payment_action_required");
        assert_eq!(asked["data"]["object"]["id"], subscription["latest_invoice"]);
        let intent = bench.get("/v1/payment_intents").await["data"][0].clone();
        assert_eq!(intent["status"], "requires_action");
        let page = text(&intent["next_action"]["redirect_to_url"]["url"]);
        assert!(bench.page(&page).await.contains("9.90 EUR"));
        assert_eq!(
            bench.sandbox.authenticate(&id(&intent), answer).unwrap(),
            answer == Authentication::Passed
        );
        assert_eq!(bench.status_of(&id(&subscription)), status);
    }
}

async fn failing_renewal(final_state: FinalState) -> (Bench, String, String) {
    let bench = Bench::with(Config { final_state, ..Config::default() }).await;
    let (price, customer) = (bench.price(990, "eur", "month").await, bench.customer("pm_card_visa").await);
    let subscription = id(&bench.subscribe(&customer, &price).await);
    bench.change_card(&customer, "pm_card_chargeCustomerFail").await;
    bench.advance_days(31).await;
    bench.advance_hours(1).await;
    (bench, subscription, customer)
}

#[tokio::test]
async fn a_failed_renewal_is_retried_by_the_schedule_and_then_ends_as_configured() {
    for (state, status) in [
        (FinalState::Canceled, "canceled"),
        (FinalState::Unpaid, "unpaid"),
        (FinalState::PastDue, "past_due"),
    ] {
        let (bench, subscription, customer) = failing_renewal(state).await;
        assert_eq!(bench.status_of(&subscription), "past_due");
        assert_eq!(bench.sandbox.object(&customer).unwrap()["delinquent"], true);
        let mut failures = 1;
        for days in [3, 5, 7] {
            assert_eq!(bench.count("invoice.payment_failed"), failures);
            let invoice = bench.event("invoice.payment_failed")["data"]["object"].clone();
            let next = bench.sandbox.now().as_second() + days * 86_400;
            assert_eq!(
                (&invoice["attempt_count"], &invoice["next_payment_attempt"]),
                (&failures.into(), &next.into())
            );
            assert_eq!(bench.status_of(&subscription), "past_due");
            bench.advance_days(u64::try_from(days).unwrap()).await;
            failures += 1;
        }
        assert_eq!(bench.count("invoice.payment_failed"), failures);
        assert!(bench.event("invoice.payment_failed")["data"]["object"]["next_payment_attempt"].is_null());
        assert_eq!(bench.status_of(&subscription), status);
    }
}

#[tokio::test]
async fn a_new_card_mends_a_past_due_subscription_at_the_next_try() {
    let (bench, subscription, customer) = failing_renewal(FinalState::Canceled).await;
    bench.change_card(&customer, "pm_card_visa").await;
    bench.advance_days(3).await;
    assert_eq!(bench.status_of(&subscription), "active");
    assert_eq!(bench.sandbox.object(&customer).unwrap()["delinquent"], false);
    assert_eq!(
        bench.event("customer.subscription.updated")["data"]["previous_attributes"]["status"],
        "past_due"
    );
}

#[tokio::test]
async fn an_unpaid_subscription_collects_no_more_and_recovers_by_paying() {
    let (bench, subscription, customer) = failing_renewal(FinalState::Unpaid).await;
    bench.advance_days(15).await;
    assert_eq!(bench.status_of(&subscription), "unpaid");
    let tries = bench.count("charge.failed");
    bench.advance_days(40).await;
    assert_eq!(bench.count("charge.failed"), tries);
    assert_eq!(bench.get("/v1/invoices?status=draft").await["data"][0]["auto_advance"], false);
    let open = id(&bench.get("/v1/invoices?status=open").await["data"][0]);
    bench.change_card(&customer, "pm_card_visa").await;
    bench.post(&format!("/v1/invoices/{open}/pay"), &[]).await;
    assert_eq!(bench.status_of(&subscription), "active");
}

#[tokio::test]
async fn a_card_that_pays_once_fails_later() {
    let bench = Bench::new().await;
    let price = bench.price(990, "eur", "month").await;
    let customer = bench.customer("pm_card_sandboxLaterChargesFail").await;
    let subscription = id(&bench.subscribe(&customer, &price).await);
    assert_eq!(bench.status_of(&subscription), "active");
    bench.advance_days(32).await;
    assert_eq!(bench.status_of(&subscription), "past_due");
}

#[tokio::test]
async fn an_expiring_card_is_announced_and_then_declined() {
    let bench = Bench::new().await;
    let price = bench.price(990, "eur", "month").await;
    let customer = bench.customer("pm_card_sandboxExpiresSoon").await;
    let subscription = id(&bench.subscribe(&customer, &price).await);
    bench.advance_days(28).await;
    assert_eq!(bench.count("customer.source.expiring"), 1);
    assert_eq!(bench.event("customer.source.expiring")["data"]["object"]["customer"], customer);
    bench.advance_days(35).await;
    assert_eq!(bench.event("charge.failed")["data"]["object"]["failure_code"], "expired_card");
    assert_eq!(bench.status_of(&subscription), "past_due");
}

#[tokio::test]
async fn a_try_by_hand_leaves_the_schedule_as_it_is() {
    let (bench, subscription, _) = failing_renewal(FinalState::Canceled).await;
    let invoice = bench.get("/v1/invoices?status=open").await["data"][0].clone();
    let refused = bench.try_post(&format!("/v1/invoices/{}/pay", id(&invoice)), &[]).await;
    assert_eq!(refused.status, 402);
    let after = bench.get(&format!("/v1/invoices/{}", id(&invoice))).await;
    assert_eq!(after["next_payment_attempt"], invoice["next_payment_attempt"]);
    assert_eq!(after["attempt_count"], 2);
    bench.advance_days(15).await;
    assert_eq!(bench.sandbox.object(&id(&invoice)).unwrap()["attempt_count"], 5);
    assert_eq!(bench.status_of(&subscription), "canceled");
}

#[tokio::test]
async fn a_cancelled_subscription_is_no_longer_collected() {
    let (bench, subscription, _) = failing_renewal(FinalState::Canceled).await;
    let invoice = id(&bench.get("/v1/invoices?status=open").await["data"][0]);
    bench.delete(&format!("/v1/subscriptions/{subscription}")).await;
    let tries = bench.count("charge.failed");
    bench.advance_days(20).await;
    let left = bench.sandbox.object(&invoice).unwrap();
    assert_eq!((&left["status"], &left["auto_advance"]), (&"open".into(), &false.into()));
    assert_eq!(bench.count("charge.failed"), tries);
}

#[tokio::test]
async fn only_the_newest_invoice_mends_a_past_due_subscription() {
    let (bench, subscription, customer) = failing_renewal(FinalState::PastDue).await;
    bench.advance_days(32).await;
    let open = bench.get("/v1/invoices?status=open").await["data"].clone();
    assert_eq!(open.as_array().unwrap().len(), 2);
    bench.change_card(&customer, "pm_card_visa").await;
    bench.post(&format!("/v1/invoices/{}/pay", id(&open[1])), &[]).await;
    assert_eq!(bench.status_of(&subscription), "past_due");
    bench.post(&format!("/v1/invoices/{}/pay", id(&open[0])), &[]).await;
    assert_eq!(bench.status_of(&subscription), "active");
}

#[tokio::test]
async fn a_card_confirmed_once_pays_later_by_itself() {
    let bench = Bench::new().await;
    let price = bench.price(990, "eur", "month").await;
    let customer = bench.customer("pm_card_authenticationRequiredOnSetup").await;
    let subscription = id(&bench.subscribe(&customer, &price).await);
    let intent = id(&bench.get("/v1/payment_intents").await["data"][0]);
    assert!(bench.sandbox.authenticate(&intent, Authentication::Passed).unwrap());
    bench.advance_days(32).await;
    assert_eq!(bench.status_of(&subscription), "active");
    assert_eq!(bench.count("payment_intent.requires_action"), 1);
}

#[tokio::test]
async fn credit_that_a_voided_invoice_used_comes_back() {
    let bench = Bench::new().await;
    let price = bench.price(990, "eur", "month").await;
    let customer = bench.customer("pm_card_chargeCustomerFail").await;
    bench.post(&format!("/v1/customers/{customer}"), &[("balance", "-500")]).await;
    let subscription = bench.subscribe(&customer, &price).await;
    let invoice = bench.get(&format!("/v1/invoices/{}", text(&subscription["latest_invoice"]))).await;
    assert_eq!((&invoice["amount_due"], &invoice["starting_balance"]), (&490.into(), &(-500).into()));
    assert_eq!(bench.sandbox.object(&customer).unwrap()["balance"], 0);
    bench.advance_hours(23).await;
    assert_eq!(bench.sandbox.object(&customer).unwrap()["balance"], -500);
}
