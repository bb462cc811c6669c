//! The checkout page, as a payer meets it.

use reqwest::StatusCode;
use serde_json::Value;

use stripe_sandbox::{Authentication, Checkout};

use crate::bench::{Bench, id, text};

const SUCCESS: &str = "http://localhost/thanks?session={CHECKOUT_SESSION_ID}";

async fn session(bench: &Bench, more: &[(&str, &str)]) -> Value {
    let price = bench.price(990, "eur", "month").await;
    let mut form = vec![
        ("mode", "subscription"),
        ("line_items[0][price]", &*price),
        ("line_items[0][quantity]", "1"),
        ("success_url", SUCCESS),
        ("cancel_url", "http://localhost/plans"),
    ];
    form.extend(more);
    bench.post("/v1/checkout/sessions", &form).await
}

#[tokio::test]
async fn a_visitor_pays_and_comes_back() {
    let bench = Bench::new().await;
    let more = [
        ("client_reference_id", "visit-1"),
        ("locale", "de"),
        ("subscription_data[metadata][member]", "m1"),
        ("metadata[article]", "a1"),
    ];
    let session = session(&bench, &more).await;
    assert_eq!(
        (text(&session["status"]), text(&session["payment_status"])),
        ("open".into(), "unpaid".into())
    );
    assert_eq!(session["locale"], "de");
    let url = text(&session["url"]);
    let page = bench.page(&url).await;
    assert!(
        page.contains("9.90 EUR")
            && page.contains("type=\"email\"")
            && page.contains("http://localhost/plans")
    );

    let form = [("email", "visitor@example.com"), ("card", "4242424242424242")];
    let (status, location, _) = bench.page_post(&url, &form).await;
    assert_eq!(
        (status, location),
        (StatusCode::SEE_OTHER, SUCCESS.replace("{CHECKOUT_SESSION_ID}", &id(&session)))
    );

    let done = bench
        .get(&format!("/v1/checkout/sessions/{}?expand[]=subscription&expand[]=line_items", id(&session)))
        .await;
    assert_eq!((&done["status"], &done["payment_status"]), (&"complete".into(), &"paid".into()));
    assert_eq!(done["customer_details"]["email"], "visitor@example.com");
    assert_eq!(done["client_reference_id"], "visit-1");
    assert!(done["url"].is_null());
    assert_eq!(
        (&done["subscription"]["status"], &done["subscription"]["metadata"]["member"]),
        (&"active".into(), &"m1".into())
    );
    assert_eq!(done["line_items"]["data"][0]["amount_total"], 990);

    let kinds = bench.event_types();
    let place = |kind: &str| {
        kinds.iter().position(|of| of == kind).unwrap_or_else(|| panic!("no {kind} in {kinds:?}"))
    };
    let order = [
        "customer.created",
        "payment_method.attached",
        "customer.subscription.created",
        "charge.succeeded",
        "invoice.paid",
        "customer.subscription.updated",
        "checkout.session.completed",
    ];
    assert!(order.windows(2).all(|pair| place(pair[0]) < place(pair[1])), "{kinds:?}");
    let created = bench.event("customer.subscription.created");
    assert_eq!(created["data"]["object"]["status"], "incomplete");
    assert!(bench.page(&url).await.contains("complete"));
    let (again, _, _) = bench.page_post(&url, &form).await;
    assert_eq!(again, StatusCode::BAD_REQUEST);
    assert_eq!(bench.count("charge.succeeded"), 1);
}

#[tokio::test]
async fn a_declined_card_can_be_followed_by_a_good_one() {
    let bench = Bench::new().await;
    let session = session(&bench, &[]).await;
    let url = text(&session["url"]);
    let declined = [("email", "v@example.com"), ("card", "4000000000009995")];
    let (status, _, page) = bench.page_post(&url, &declined).await;
    assert_eq!(status, StatusCode::PAYMENT_REQUIRED);
    assert!(page.contains("role=\"alert\"") && page.contains("insufficient funds"));
    assert_eq!((bench.count("charge.failed"), bench.count("customer.subscription.created")), (1, 0));
    let good = [("email", "v@example.com"), ("card", "4242424242424242")];
    assert_eq!(bench.page_post(&url, &good).await.0, StatusCode::SEE_OTHER);
    assert_eq!(bench.count("checkout.session.completed"), 1);
}

#[tokio::test]
async fn a_bank_asks_on_the_page() {
    let bench = Bench::new().await;
    let session = session(&bench, &[("customer_email", "v@example.com")]).await;
    let url = text(&session["url"]);
    let form = [("card", "4000002760003184")];
    for (answer, expected) in [("fail", StatusCode::PAYMENT_REQUIRED), ("complete", StatusCode::SEE_OTHER)] {
        let (status, location, _) = bench.page_post(&url, &form).await;
        assert_eq!((status, location), (StatusCode::SEE_OTHER, format!("/c/pay/{}", id(&session))));
        assert!(bench.page(&url).await.contains("3-D Secure"));
        let (status, _, _) =
            bench.page_post(&format!("/c/pay/{}/authenticate", id(&session)), &[("answer", answer)]).await;
        assert_eq!(status, expected);
    }
    let done = bench.get(&format!("/v1/checkout/sessions/{}", id(&session))).await;
    assert_eq!(done["payment_status"], "paid");
    assert_eq!(bench.status_of(&text(&done["subscription"])), "active");
    let charge = bench.get("/v1/charges").await["data"][0].clone();
    assert_eq!(charge["payment_method_details"]["card"]["three_d_secure"]["result"], "authenticated");
}

#[tokio::test]
async fn a_session_expires_by_itself_or_by_call() {
    let bench = Bench::new().await;
    let (first, second) = (session(&bench, &[]).await, session(&bench, &[]).await);
    bench.post(&format!("/v1/checkout/sessions/{}/expire", id(&first)), &[]).await;
    let again = bench.try_post(&format!("/v1/checkout/sessions/{}/expire", id(&first)), &[]).await;
    assert_eq!(again.status, StatusCode::BAD_REQUEST);
    bench.advance_hours(24).await;
    assert_eq!(bench.get(&format!("/v1/checkout/sessions/{}", id(&second))).await["status"], "expired");
    assert_eq!(bench.count("checkout.session.expired"), 2);
    let page = bench.page(&format!("{}/c/pay/{}", bench.address, id(&second))).await;
    assert!(page.contains("expired"));
}

#[tokio::test]
async fn a_trial_needs_no_payment_and_perhaps_no_card() {
    let bench = Bench::new().await;
    let more = [
        ("subscription_data[trial_period_days]", "14"),
        ("payment_method_collection", "if_required"),
        ("subscription_data[trial_settings][end_behavior][missing_payment_method]", "cancel"),
    ];
    let session = session(&bench, &more).await;
    assert_eq!(session["amount_total"], 0);
    let url = text(&session["url"]);
    assert!(!bench.page(&url).await.contains("4242"));
    assert_eq!(bench.page_post(&url, &[("email", "v@example.com")]).await.0, StatusCode::SEE_OTHER);
    let done = bench.get(&format!("/v1/checkout/sessions/{}", id(&session))).await;
    assert_eq!(done["payment_status"], "no_payment_required");
    assert_eq!(bench.status_of(&text(&done["subscription"])), "trialing");
}

#[tokio::test]
async fn a_promotion_code_is_entered_on_the_page() {
    let bench = Bench::new().await;
    let coupon = id(&bench.post("/v1/coupons", &[("percent_off", "50"), ("duration", "once")]).await);
    bench
        .post(
            "/v1/promotion_codes",
            &[("promotion[type]", "coupon"), ("promotion[coupon]", &coupon), ("code", "HALF")],
        )
        .await;
    let session = session(&bench, &[("allow_promotion_codes", "true")]).await;
    let url = text(&session["url"]);
    let wrong = bench.page_post(&url, &[("action", "apply"), ("promotion_code", "NOPE")]).await;
    assert!(wrong.2.contains("This code is invalid."));
    bench.page_post(&url, &[("action", "apply"), ("promotion_code", "half")]).await;
    assert!(bench.page(&url).await.contains("4.95 EUR"));
    bench
        .page_post(&url, &[("email", "v@example.com"), ("card", "4242424242424242"), ("action", "pay")])
        .await;
    let done = bench.get(&format!("/v1/checkout/sessions/{}?expand[]=invoice", id(&session))).await;
    assert_eq!((&done["amount_total"], &done["invoice"]["amount_paid"]), (&495.into(), &495.into()));
}

#[tokio::test]
async fn a_single_payment_makes_a_payment_intent() {
    let bench = Bench::new().await;
    for (creation, has_customer) in [("if_required", false), ("always", true)] {
        let form = [
            ("mode", "payment"),
            ("line_items[0][price_data][currency]", "jpy"),
            ("line_items[0][price_data][unit_amount]", "500"),
            ("line_items[0][price_data][product_data][name]", "One story"),
            ("line_items[0][quantity]", "1"),
            ("payment_intent_data[metadata][story]", "s1"),
            ("customer_creation", creation),
            ("success_url", SUCCESS),
        ];
        let session = bench.post("/v1/checkout/sessions", &form).await;
        let url = text(&session["url"]);
        assert!(bench.page(&url).await.contains("500 JPY"));
        bench.page_post(&url, &[("email", "v@example.com"), ("card", "5555555555554444")]).await;
        let done =
            bench.get(&format!("/v1/checkout/sessions/{}?expand[]=payment_intent", id(&session))).await;
        assert_eq!((&done["status"], &done["payment_status"]), (&"complete".into(), &"paid".into()));
        assert_eq!(done["payment_intent"]["metadata"]["story"], "s1");
        assert_eq!(done["payment_intent"]["amount_received"], 500);
        assert_eq!(done["customer"].is_string(), has_customer);
    }
}

#[tokio::test]
async fn text_from_outside_is_escaped_on_pages() {
    let bench = Bench::new().await;
    let form = [
        ("mode", "payment"),
        ("line_items[0][price_data][currency]", "eur"),
        ("line_items[0][price_data][unit_amount]", "500"),
        ("line_items[0][price_data][product_data][name]", "<script>alert(1)</script>"),
        ("success_url", SUCCESS),
        ("cancel_url", "http://localhost/\"><b>"),
    ];
    let page = bench.page(&text(&bench.post("/v1/checkout/sessions", &form).await["url"])).await;
    assert!(!page.contains("<script>") && !page.contains("\"><b>") && page.contains("&lt;script&gt;"));
}

#[tokio::test]
async fn wrong_sessions_are_refused() {
    let bench = Bench::new().await;
    let price = bench.price(990, "eur", "month").await;
    let base = [("line_items[0][price]", &*price), ("success_url", SUCCESS)];
    for (more, param) in [(("mode", "payment"), "line_items"), (("mode", "setup"), "mode")] {
        let mut form = base.to_vec();
        form.push(more);
        let reply = bench.try_post("/v1/checkout/sessions", &form).await;
        assert_eq!(
            (reply.status, text(&reply.body["error"]["param"])),
            (StatusCode::BAD_REQUEST, param.to_owned())
        );
    }
    let mut form = base.to_vec();
    let soon = (bench.sandbox.now().as_second() + 60).to_string();
    form.extend([("mode", "subscription"), ("expires_at", &soon)]);
    assert_eq!(bench.try_post("/v1/checkout/sessions", &form).await.body["error"]["param"], "expires_at");
}

#[tokio::test]
async fn two_tabs_make_two_subscriptions_as_at_stripe() {
    let bench = Bench::new().await;
    let customer = id(&bench.post("/v1/customers", &[("email", "v@example.com")]).await);
    let (first, second) = (
        session(&bench, &[("customer", &customer)]).await,
        session(&bench, &[("customer", &customer)]).await,
    );
    for tab in [&first, &second] {
        let (status, _, _) = bench.page_post(&text(&tab["url"]), &[("card", "4242424242424242")]).await;
        assert_eq!(status, StatusCode::SEE_OTHER);
    }
    let subscriptions = bench.get(&format!("/v1/subscriptions?customer={customer}")).await;
    assert_eq!(subscriptions["data"].as_array().unwrap().len(), 2);
}

#[tokio::test]
async fn what_cannot_be_made_leaves_nothing_behind() {
    let bench = Bench::new().await;
    let coupon = [("percent_off", "50"), ("duration", "once"), ("max_redemptions", "1")];
    let coupon = id(&bench.post("/v1/coupons", &coupon).await);
    let discount = [("discounts[0][coupon]", &*coupon)];
    let (first, second) = (session(&bench, &discount).await, session(&bench, &discount).await);
    let form = [("email", "v@example.com"), ("card", "4242424242424242")];
    assert_eq!(bench.page_post(&text(&first["url"]), &form).await.0, StatusCode::SEE_OTHER);
    let events = bench.event_types().len();
    let (status, _, page) = bench.page_post(&text(&second["url"]), &form).await;
    assert_eq!(status, StatusCode::BAD_REQUEST);
    assert!(page.contains("Coupon expired"));
    assert_eq!(bench.event_types().len(), events);
}

#[tokio::test]
async fn a_test_pays_without_the_page() {
    let bench = Bench::new().await;
    let session = id(&session(&bench, &[]).await);
    let pay = |card, email| bench.sandbox.pay_checkout(&session, card, email);
    assert!(pay("4242424242424242", None).is_err(), "an e-mail is needed");
    assert!(pay("4111111111111111", Some("v@example.com")).is_err(), "a test card is needed");
    let declined = pay("pm_card_visa_chargeDeclined", Some("v@example.com")).unwrap();
    assert_eq!(declined, Checkout::Declined("generic_decline".into()));
    assert_eq!(pay("pm_card_authenticationRequired", Some("v@example.com")).unwrap(), Checkout::Asks);
    let done = bench.sandbox.answer_checkout(&session, Authentication::Passed).unwrap();
    assert_eq!(done, Checkout::Complete { success_url: SUCCESS.replace("{CHECKOUT_SESSION_ID}", &session) });
    assert_eq!(bench.count("invoice.payment_failed"), 0);
}
