//! Products, prices, coupons.

use reqwest::StatusCode;

use crate::bench::{Bench, id};

#[tokio::test]
async fn a_product_gets_prices_in_several_currencies() {
    let bench = Bench::new().await;
    let product =
        id(&bench.post("/v1/products", &[("name", "Digital"), ("metadata[plan]", "digital")]).await);
    for (currency, amount) in [("eur", "990"), ("jpy", "1500"), ("kwd", "3500")] {
        let form = [
            ("product", &*product),
            ("currency", currency),
            ("unit_amount", amount),
            ("recurring[interval]", "month"),
            ("tax_behavior", "inclusive"),
        ];
        let price = bench.post("/v1/prices", &form).await;
        assert_eq!(price["unit_amount"].to_string(), amount);
        assert_eq!(price["currency"], currency);
        assert_eq!(price["tax_behavior"], "inclusive");
        assert_eq!(price["recurring"]["interval"], "month");
    }
    let euros = bench.get(&format!("/v1/prices?product={product}&currency=eur")).await;
    assert_eq!(euros["data"].as_array().unwrap().len(), 1);

    let form = [("product", &*product), ("currency", "kwd"), ("unit_amount", "3501")];
    let refused = bench.try_post("/v1/prices", &form).await;
    assert_eq!(refused.status, StatusCode::BAD_REQUEST);
    assert_eq!(refused.body["error"]["param"], "unit_amount");
}

#[tokio::test]
async fn a_lookup_key_moves_only_when_told() {
    let bench = Bench::new().await;
    let form = |transfer| {
        [
            ("currency", "eur"),
            ("unit_amount", "500"),
            ("product_data[name]", "Pass"),
            ("lookup_key", "pass"),
            ("transfer_lookup_key", transfer),
        ]
    };
    let first = id(&bench.post("/v1/prices", &form("false")).await);
    assert_eq!(bench.try_post("/v1/prices", &form("false")).await.status, StatusCode::BAD_REQUEST);
    let second = id(&bench.post("/v1/prices", &form("true")).await);
    assert!(bench.get(&format!("/v1/prices/{first}")).await["lookup_key"].is_null());
    assert_eq!(bench.get("/v1/prices?lookup_keys[]=pass").await["data"][0]["id"], second);
}

#[tokio::test]
async fn a_product_with_prices_is_not_deleted() {
    let bench = Bench::new().await;
    bench.price(100, "eur", "month").await;
    let product = id(&bench.get("/v1/products").await["data"][0]);
    let reply = bench.send(bench.request(reqwest::Method::DELETE, &format!("/v1/products/{product}"))).await;
    assert_eq!(reply.status, StatusCode::BAD_REQUEST);
    let archived = bench.post(&format!("/v1/products/{product}"), &[("active", "false")]).await;
    assert_eq!(archived["active"], false);
    let event = bench.event("product.updated");
    assert_eq!(event["data"]["previous_attributes"]["active"], true);
}

#[tokio::test]
async fn a_coupon_for_one_invoice_is_used_once() {
    let bench = Bench::new().await;
    let price = bench.price(1000, "eur", "month").await;
    let coupon = id(&bench.post("/v1/coupons", &[("percent_off", "25.5"), ("duration", "once")]).await);
    let customer = bench.customer("pm_card_visa").await;
    let form = [("customer", &*customer), ("items[0][price]", &price), ("discounts[0][coupon]", &coupon)];
    let subscription = id(&bench.post("/v1/subscriptions", &form).await);
    bench.advance_days(32).await;
    let invoices = bench.get(&format!("/v1/invoices?subscription={subscription}")).await;
    let totals: Vec<_> =
        invoices["data"].as_array().unwrap().iter().map(|invoice| invoice["total"].clone()).collect();
    assert_eq!(totals, [1000, 745]);
    assert_eq!(bench.get(&format!("/v1/coupons/{coupon}")).await["times_redeemed"], 1);
    assert_eq!(bench.count("customer.discount.deleted"), 1);
}

#[tokio::test]
async fn a_used_up_promotion_code_is_refused() {
    let bench = Bench::new().await;
    let price = bench.price(1000, "eur", "month").await;
    let coupon = [("amount_off", "300"), ("currency", "eur"), ("duration", "forever")];
    let coupon = id(&bench.post("/v1/coupons", &coupon).await);
    let code = [
        ("promotion[type]", "coupon"),
        ("promotion[coupon]", &*coupon),
        ("code", "ONE"),
        ("max_redemptions", "1"),
    ];
    let code = id(&bench.post("/v1/promotion_codes", &code).await);
    let (first, second) = (bench.customer("pm_card_visa").await, bench.customer("pm_card_visa").await);
    let form = |customer| {
        [("customer", customer), ("items[0][price]", &*price), ("discounts[0][promotion_code]", &*code)]
    };
    let subscription = bench.post("/v1/subscriptions", &form(&first)).await;
    let invoice = bench.sandbox.object(subscription["latest_invoice"].as_str().unwrap()).unwrap();
    assert_eq!((invoice["subtotal"].as_i64(), invoice["total"].as_i64()), (Some(1000), Some(700)));
    assert_eq!(bench.try_post("/v1/subscriptions", &form(&second)).await.status, StatusCode::BAD_REQUEST);
    assert_eq!(
        bench.get("/v1/promotion_codes?code=one&active=true").await["data"].as_array().unwrap().len(),
        0
    );
}

#[tokio::test]
async fn a_coupon_for_a_month_is_over_at_the_first_renewal() {
    let bench = Bench::new().await;
    let price = bench.price(1000, "eur", "month").await;
    let coupon = [("percent_off", "10"), ("duration", "repeating"), ("duration_in_months", "1")];
    let coupon = id(&bench.post("/v1/coupons", &coupon).await);
    let customer = bench.customer("pm_card_visa").await;
    let form = [("customer", &*customer), ("items[0][price]", &price), ("discounts[0][coupon]", &coupon)];
    let subscription = bench.post("/v1/subscriptions", &form).await;
    bench.advance_days(32).await;
    let invoices = bench.get("/v1/invoices").await["data"].clone();
    assert_eq!((&invoices[1]["total"], &invoices[0]["total"]), (&900.into(), &1000.into()));
    assert_eq!(bench.sandbox.object(&id(&subscription)).unwrap()["discounts"], serde_json::json!([]));
}

#[tokio::test]
async fn a_deleted_coupons_name_can_be_given_again() {
    let bench = Bench::new().await;
    let form = [("id", "SUMMER"), ("percent_off", "10"), ("duration", "once")];
    bench.post("/v1/coupons", &form).await;
    assert_eq!(bench.try_post("/v1/coupons", &form).await.body["error"]["code"], "resource_already_exists");
    bench.delete("/v1/coupons/SUMMER").await;
    assert_eq!(bench.try_get("/v1/coupons/SUMMER").await.status, StatusCode::NOT_FOUND);
    bench.post("/v1/coupons", &form).await;
    assert_eq!(bench.get("/v1/coupons").await["data"].as_array().unwrap().len(), 1);
}

#[tokio::test]
async fn a_code_for_newcomers_is_refused_to_who_has_paid() {
    let bench = Bench::new().await;
    let price = bench.price(1000, "eur", "month").await;
    let coupon = id(&bench.post("/v1/coupons", &[("percent_off", "10"), ("duration", "once")]).await);
    let code = [("promotion[coupon]", &*coupon), ("restrictions[first_time_transaction]", "true")];
    let code = id(&bench.post("/v1/promotion_codes", &code).await);
    let customer = bench.customer("pm_card_visa").await;
    let form =
        [("customer", &*customer), ("items[0][price]", &price), ("discounts[0][promotion_code]", &code)];
    assert_eq!(bench.post("/v1/subscriptions", &form).await["status"], "active");
    let refused = bench.try_post("/v1/subscriptions", &form).await;
    assert_eq!(
        (refused.status, refused.body["error"]["param"].as_str()),
        (StatusCode::BAD_REQUEST, Some("promotion_code"))
    );
}
