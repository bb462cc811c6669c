//! Every kind of object against Stripe's published fixtures: each field we send is there with the same JSON type,
//! and what clients can't do without is sent.

use std::{collections::BTreeSet, fs, path::PathBuf};

use serde_json::Value;

use crate::bench::{Bench, id, item, text};

/// Fields we send that the fixtures leave out, and why. One that is no longer used fails the test.
const ALLOWED: &[(&str, &str)] = &[
    ("event.data.previous_attributes", "documented; only updates have it, and the fixture isn't one"),
    ("subscription.billing_schedules", "newer than the fixtures; typed clients of 2026 require it"),
    (
        "dispute.payment_method_details.card.network",
        "newer than the fixtures; typed clients of 2026 require it",
    ),
    ("invoiceitem.quantity_decimal", "newer than the fixtures; typed clients of 2026 require it"),
    ("line_item.subtotal", "newer than the fixtures; typed clients of 2026 require it"),
    ("line_item.pricing.price_details", "documented; the fixtures leave optional parts of pricing out"),
    ("invoiceitem.pricing.price_details", "documented; the fixtures leave optional parts of pricing out"),
    (
        "invoice_payment.payment.payment_intent",
        "documented; the fixtures leave optional parts of payment out",
    ),
    ("payment_intent.last_payment_error.*", "documented (api_errors); the fixtures show the type only"),
    ("payment_intent.next_action.redirect_to_url", "documented; the fixtures show the type only"),
];

/// What typed clients require of each kind, by Stripe's `OpenAPI` description.
const NEEDED: &[(&str, &[&str])] = &[
    ("account", &["id", "object", "charges_enabled", "country", "default_currency", "details_submitted"]),
    (
        "product",
        &[
            "active",
            "created",
            "images",
            "livemode",
            "marketing_features",
            "metadata",
            "name",
            "type",
            "updated",
        ],
    ),
    (
        "price",
        &[
            "active",
            "billing_scheme",
            "created",
            "currency",
            "livemode",
            "metadata",
            "product",
            "type",
            "unit_amount",
        ],
    ),
    ("customer", &["created", "livemode", "balance", "delinquent", "email", "invoice_settings", "metadata"]),
    ("payment_method", &["billing_details", "created", "livemode", "type", "card"]),
    ("coupon", &["created", "duration", "livemode", "times_redeemed", "valid"]),
    (
        "promotion_code",
        &["active", "code", "created", "livemode", "promotion", "restrictions", "times_redeemed"],
    ),
    ("discount", &["source", "start", "customer", "subscription"]),
    (
        "subscription",
        &[
            "automatic_tax",
            "billing_cycle_anchor",
            "billing_mode",
            "cancel_at_period_end",
            "collection_method",
            "created",
            "currency",
            "customer",
            "discounts",
            "invoice_settings",
            "items",
            "latest_invoice",
            "livemode",
            "metadata",
            "start_date",
            "status",
            "trial_end",
        ],
    ),
    (
        "subscription_item",
        &[
            "created",
            "current_period_end",
            "current_period_start",
            "discounts",
            "plan",
            "price",
            "subscription",
        ],
    ),
    (
        "invoice",
        &[
            "amount_due",
            "amount_overpaid",
            "amount_paid",
            "amount_remaining",
            "amount_shipping",
            "attempt_count",
            "attempted",
            "automatic_tax",
            "collection_method",
            "created",
            "currency",
            "default_tax_rates",
            "discounts",
            "hosted_invoice_url",
            "issuer",
            "lines",
            "livemode",
            "payment_settings",
            "period_end",
            "period_start",
            "parent",
            "starting_balance",
            "status",
            "status_transitions",
            "subtotal",
            "total",
        ],
    ),
    (
        "line_item",
        &[
            "amount",
            "currency",
            "discountable",
            "discounts",
            "livemode",
            "metadata",
            "parent",
            "period",
            "pricing",
        ],
    ),
    (
        "invoice_payment",
        &[
            "amount_requested",
            "created",
            "currency",
            "invoice",
            "is_default",
            "livemode",
            "payment",
            "status",
        ],
    ),
    (
        "invoiceitem",
        &["currency", "customer", "date", "discountable", "livemode", "period", "proration", "quantity"],
    ),
    (
        "payment_intent",
        &[
            "amount",
            "amount_capturable",
            "amount_received",
            "capture_method",
            "client_secret",
            "confirmation_method",
            "created",
            "currency",
            "latest_charge",
            "livemode",
            "metadata",
            "payment_method_types",
            "status",
        ],
    ),
    (
        "charge",
        &[
            "amount",
            "amount_captured",
            "amount_refunded",
            "billing_details",
            "captured",
            "created",
            "currency",
            "disputed",
            "livemode",
            "metadata",
            "paid",
            "payment_intent",
            "refunded",
            "status",
        ],
    ),
    ("refund", &["amount", "charge", "created", "currency", "payment_intent", "status"]),
    (
        "dispute",
        &[
            "amount",
            "balance_transactions",
            "charge",
            "created",
            "currency",
            "enhanced_eligibility_types",
            "evidence",
            "evidence_details",
            "is_charge_refundable",
            "livemode",
            "metadata",
            "reason",
            "status",
        ],
    ),
    (
        "checkout.session",
        &[
            "automatic_tax",
            "client_reference_id",
            "created",
            "custom_fields",
            "custom_text",
            "customer",
            "expires_at",
            "livemode",
            "metadata",
            "mode",
            "payment_method_types",
            "payment_status",
            "shipping_options",
            "status",
            "subscription",
            "url",
        ],
    ),
    (
        "item",
        &[
            "amount_discount",
            "amount_subtotal",
            "amount_tax",
            "amount_total",
            "currency",
            "price",
            "quantity",
        ],
    ),
    ("billing_portal.session", &["configuration", "created", "customer", "livemode", "url"]),
    ("event", &["api_version", "created", "data", "livemode", "pending_webhooks", "request", "type"]),
    ("card", &["brand", "country", "exp_month", "exp_year", "last4"]),
    ("plan", &["active", "billing_scheme", "created", "currency", "interval", "interval_count", "livemode"]),
    ("deleted_customer", &["deleted"]),
    ("deleted_product", &["deleted"]),
    ("deleted_coupon", &["deleted"]),
];

#[tokio::test]
async fn every_object_has_the_shape_of_stripes_fixtures() {
    let Some(fixtures) = fixtures() else { return };
    let samples = samples().await;
    let (mut problems, mut used) = (Vec::new(), BTreeSet::new());
    for (kind, needed) in NEEDED {
        let fixture = &fixtures["resources"][*kind];
        assert!(fixture.is_object(), "no fixture {kind}");
        let ours: Vec<&Value> = samples.iter().filter(|(of, _)| of == kind).map(|(_, value)| value).collect();
        assert!(!ours.is_empty(), "no sample of {kind}");
        for value in ours {
            compare(kind, kind, value, fixture, &mut problems, &mut used);
            for field in ["id", "object"].iter().chain(*needed) {
                if value.get(*field).is_none() {
                    problems.push(format!("{kind}.{field} is needed and missing"));
                }
            }
        }
    }
    problems.sort();
    problems.dedup();
    assert_eq!(problems, Vec::<String>::new());
    for (path, why) in ALLOWED {
        assert!(used.contains(path), "the exception {path} ({why}) is no longer needed");
    }
}

/// Stripe's published fixtures; None, said loudly, if they aren't beside the project and not named.
fn fixtures() -> Option<Value> {
    let beside = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../shared/stripe/fixtures3.json");
    let named = std::env::var_os("STRIPE_FIXTURES").map(PathBuf::from);
    if named.is_none() && !beside.is_file() {
        eprintln!(
            "SKIPPED: Stripe's fixtures are not at {}. Put fixtures3.json of github.com/stripe/openapi there, \
             or name it in STRIPE_FIXTURES.",
            beside.display()
        );
        return None;
    }
    let path = named.unwrap_or(beside);
    let text = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    Some(serde_json::from_str(&text).unwrap())
}

/// Walks ours beside the fixture; nulls fit everything.
fn compare(
    kind: &str,
    path: &str,
    ours: &Value,
    fixture: &Value,
    problems: &mut Vec<String>,
    used: &mut BTreeSet<&'static str>,
) {
    match (ours, fixture) {
        (Value::Object(ours), Value::Object(fixture)) => {
            // Free-form words, and the object of an event, which is compared under its own kind.
            if path.ends_with("metadata")
                || path == "event.data.object"
                || path == "event.data.previous_attributes"
            {
                return;
            }
            for (key, value) in ours {
                let inner = format!("{path}.{key}");
                let allowed = ALLOWED.iter().find(|(of, _)| {
                    *of == inner
                        || of.strip_suffix(".*").is_some_and(|above| inner.starts_with(&format!("{above}.")))
                });
                match (fixture.get(key), allowed) {
                    (Some(there), _) => compare(kind, &inner, value, there, problems, used),
                    (None, Some((of, _))) => {
                        used.insert(of);
                    }
                    (None, None) => problems.push(format!("{inner} is not in Stripe's fixture")),
                }
            }
        }
        (Value::Array(ours), Value::Array(fixture)) => {
            if let Some(there) = fixture.first() {
                for value in ours {
                    let kind_of = value["object"].as_str().unwrap_or(kind);
                    let path = if kind_of == "line_item" { kind_of } else { path };
                    compare(kind_of, path, value, there, problems, used);
                }
            }
        }
        (Value::Null, _)
        | (_, Value::Null)
        | (Value::Bool(_), Value::Bool(_))
        | (Value::Number(_), Value::Number(_))
        | (Value::String(_), Value::String(_)) => {}
        _ => problems.push(format!("{path} has another type than Stripe's: {ours} and {fixture}")),
    }
}

/// Objects of every kind, and each in the states that fill its fields.
async fn samples() -> Vec<(String, Value)> {
    let bench = Bench::new().await;
    let mut found: Vec<(String, Value)> = vec![("account".into(), bench.get("/v1/account").await)];
    let price = bench.price(990, "eur", "month").await;
    let dear = bench.price(1990, "eur", "month").await;
    let coupon = bench
        .post(
            "/v1/coupons",
            &[("percent_off", "25.5"), ("duration", "repeating"), ("duration_in_months", "3")],
        )
        .await;
    let code = [("promotion[type]", "coupon"), ("promotion[coupon]", &*id(&coupon)), ("code", "SPRING")];
    let code = id(&bench.post("/v1/promotion_codes", &code).await);

    let customer = bench.customer("pm_card_visa").await;
    let form = [
        ("customer", &*customer),
        ("items[0][price]", &price),
        ("discounts[0][promotion_code]", &code),
        ("metadata[plan]", "digital"),
        ("trial_settings[end_behavior][missing_payment_method]", "pause"),
    ];
    let subscription = bench.post("/v1/subscriptions", &form).await;
    let sub = id(&subscription);
    let changed = [("items[0][id]", &*item(&subscription)), ("items[0][price]", &dear)];
    bench.post(&format!("/v1/subscriptions/{sub}"), &changed).await;
    let pause = [("pause_collection[behavior]", "void"), ("cancel_at_period_end", "true")];
    bench.post(&format!("/v1/subscriptions/{sub}"), &pause).await;
    let preview = bench
        .post(
            "/v1/invoices/create_preview",
            &[("subscription", &sub), ("subscription_details[cancel_now]", "true")],
        )
        .await;
    found.push(("invoice".into(), preview));

    let asks = bench.customer("pm_card_authenticationRequired").await;
    bench.subscribe(&asks, &price).await;
    let declines = bench.customer("pm_card_chargeCustomerFail").await;
    bench.subscribe(&declines, &price).await;

    let charge = text(
        &bench.get("/v1/charges").await["data"]
            .as_array()
            .unwrap()
            .iter()
            .find(|of| of["paid"] == true)
            .unwrap()["id"],
    );
    bench
        .post("/v1/refunds", &[("charge", &charge), ("amount", "100"), ("reason", "requested_by_customer")])
        .await;
    bench.sandbox.open_dispute(&charge, "fraudulent").unwrap();

    let session = [
        ("mode", "subscription"),
        ("line_items[0][price]", &*price),
        ("line_items[0][quantity]", "1"),
        ("success_url", "http://localhost/ok?s={CHECKOUT_SESSION_ID}"),
        ("cancel_url", "http://localhost/no"),
        ("locale", "de"),
        ("automatic_tax[enabled]", "true"),
        ("discounts[0][coupon]", &id(&coupon)),
    ];
    let session = bench.post("/v1/checkout/sessions", &session).await;
    let lines = bench.get(&format!("/v1/checkout/sessions/{}/line_items", id(&session))).await;
    found.push(("item".into(), lines["data"][0].clone()));
    found.push(("checkout.session".into(), session.clone()));
    bench
        .page_post(&text(&session["url"]), &[("email", "b@example.com"), ("card", "4242424242424242")])
        .await;
    let portal = [
        ("customer", &*customer),
        ("return_url", "http://localhost/"),
        ("flow_data[type]", "subscription_cancel"),
        ("flow_data[subscription_cancel][subscription]", &sub),
    ];
    bench.post("/v1/billing_portal/sessions", &portal).await;
    bench.advance_days(1600).await;

    let gone = id(&bench.post("/v1/customers", &[]).await);
    found.push(("deleted_customer".into(), bench.delete(&format!("/v1/customers/{gone}")).await));
    let product = id(&bench.post("/v1/products", &[("name", "Nothing")]).await);
    found.push(("deleted_product".into(), bench.delete(&format!("/v1/products/{product}")).await));
    found.push(("deleted_coupon".into(), bench.delete(&format!("/v1/coupons/{}", id(&coupon))).await));

    for event in bench.sandbox.events() {
        if event["type"] != "customer.deleted" {
            collect(&event["data"]["object"], &mut found);
        }
        found.push(("event".into(), event));
    }
    let payments = bench.get("/v1/invoice_payments").await;
    payments["data"].as_array().unwrap().iter().for_each(|payment| collect(payment, &mut found));
    found
}

/// Adds an object and those within it.
fn collect(value: &Value, found: &mut Vec<(String, Value)>) {
    match value {
        Value::Object(map) => {
            if let Some(kind) = map.get("object").and_then(Value::as_str).filter(|kind| *kind != "list") {
                found.push((kind.to_owned(), value.clone()));
            }
            map.values().for_each(|inner| collect(inner, found));
        }
        Value::Array(items) => items.iter().for_each(|inner| collect(inner, found)),
        _ => {}
    }
}
