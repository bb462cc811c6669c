//! The customer's portal and the hosted invoice.

use reqwest::StatusCode;

use crate::bench::{Bench, id, text};

async fn open(bench: &Bench, customer: &str) -> String {
    let form = [("customer", customer), ("return_url", "http://localhost/account")];
    text(&bench.post("/v1/billing_portal/sessions", &form).await["url"])
}

#[tokio::test]
async fn a_customer_cancels_and_stays_after_all() {
    let bench = Bench::new().await;
    let (price, customer) = (bench.price(990, "eur", "month").await, bench.customer("pm_card_visa").await);
    let subscription = id(&bench.subscribe(&customer, &price).await);
    let url = open(&bench, &customer).await;
    let page = bench.page(&url).await;
    assert!(page.contains("Cancel subscription") && page.contains("http://localhost/account"));
    let (status, _, _) =
        bench.page_post(&url, &[("action", "cancel"), ("subscription", &subscription)]).await;
    assert_eq!(status, StatusCode::SEE_OTHER);
    assert_eq!(bench.sandbox.object(&subscription).unwrap()["cancel_at_period_end"], true);
    assert!(
        bench.page(&url).await.contains("Don&#39;t cancel")
            || bench.page(&url).await.contains("Don't cancel")
    );
    bench.page_post(&url, &[("action", "resume"), ("subscription", &subscription)]).await;
    assert_eq!(bench.sandbox.object(&subscription).unwrap()["cancel_at_period_end"], false);
}

#[tokio::test]
async fn a_customer_changes_plan_and_card() {
    let bench = Bench::new().await;
    let (price, customer) = (bench.price(990, "eur", "month").await, bench.customer("pm_card_visa").await);
    let dear = bench.price(1990, "eur", "month").await;
    let subscription = id(&bench.subscribe(&customer, &price).await);
    let url = open(&bench, &customer).await;
    assert!(bench.page(&url).await.contains("19.90 EUR / month"));
    bench
        .page_post(&url, &[("action", "change_plan"), ("subscription", &subscription), ("price", &dear)])
        .await;
    let now = bench.sandbox.object(&subscription).unwrap();
    assert_eq!(now["items"]["data"][0]["price"]["id"], dear);
    bench
        .page_post(&url, &[("action", "update_card"), ("card", "5555555555554444"), ("expiry", "02/31")])
        .await;
    assert!(bench.page(&url).await.contains("mastercard •••• 4444, 02/2031"));
    let (status, _, page) =
        bench.page_post(&url, &[("action", "update_card"), ("card", "4000000000000002")]).await;
    assert_eq!(status, StatusCode::PAYMENT_REQUIRED);
    assert!(page.contains("Your card was declined."));
}

#[tokio::test]
async fn nobody_reaches_into_another_customers_subscription() {
    let bench = Bench::new().await;
    let price = bench.price(990, "eur", "month").await;
    let (ada, eve) = (bench.customer("pm_card_visa").await, bench.customer("pm_card_visa").await);
    let subscription = id(&bench.subscribe(&ada, &price).await);
    let url = open(&bench, &eve).await;
    let (status, _, _) =
        bench.page_post(&url, &[("action", "cancel"), ("subscription", &subscription)]).await;
    assert_eq!(status, StatusCode::BAD_REQUEST);
    assert_eq!(bench.sandbox.object(&subscription).unwrap()["cancel_at_period_end"], false);
}

#[tokio::test]
async fn an_open_invoice_is_paid_on_its_page() {
    let bench = Bench::new().await;
    let (price, customer) = (bench.price(990, "eur", "month").await, bench.customer("pm_card_visa").await);
    let subscription = id(&bench.subscribe(&customer, &price).await);
    bench.change_card(&customer, "pm_card_chargeCustomerFail").await;
    bench.advance_days(32).await;
    assert_eq!(bench.status_of(&subscription), "past_due");
    let invoice = bench.get("/v1/invoices?status=open").await["data"][0].clone();
    let url = text(&invoice["hosted_invoice_url"]);
    assert!(bench.page(&url).await.contains("Pay 9.90 EUR"));
    assert_eq!(bench.page_post(&url, &[("card", "4000000000000002")]).await.0, StatusCode::PAYMENT_REQUIRED);
    let (status, location, _) = bench.page_post(&url, &[("card", "4000002760003184")]).await;
    assert_eq!(status, StatusCode::SEE_OTHER);
    assert!(location.starts_with("/authenticate/pi_"));
    bench.page_post(&location, &[("answer", "complete")]).await;
    assert_eq!(bench.status_of(&subscription), "active");
    let pdf = bench.http.get(text(&invoice["invoice_pdf"])).send().await.unwrap();
    assert!(pdf.text().await.unwrap().starts_with("%PDF-"));
}
