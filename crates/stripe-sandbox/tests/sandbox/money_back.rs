//! Single payments, refunds and disputes.

use reqwest::StatusCode;
use stripe_sandbox::Verdict;

use crate::bench::{Bench, id, text};

async fn charge(bench: &Bench, card: &str) -> String {
    let form = [("amount", "1000"), ("currency", "eur"), ("payment_method", card), ("confirm", "true")];
    text(&bench.post("/v1/payment_intents", &form).await["latest_charge"])
}

#[tokio::test]
async fn a_charge_is_refunded_in_parts_and_never_more_than_paid() {
    let bench = Bench::new().await;
    let charge = charge(&bench, "pm_card_visa").await;
    let refund = bench.post("/v1/refunds", &[("charge", &charge), ("amount", "300")]).await;
    assert_eq!((&refund["status"], &refund["amount"]), (&"succeeded".into(), &300.into()));
    let too_much = bench.try_post("/v1/refunds", &[("charge", &charge), ("amount", "701")]).await;
    assert_eq!(too_much.status, StatusCode::BAD_REQUEST);
    let intent = text(&bench.sandbox.object(&charge).unwrap()["payment_intent"]);
    bench.post("/v1/refunds", &[("payment_intent", &intent)]).await;
    let now = bench.get(&format!("/v1/charges/{charge}?expand[]=refunds")).await;
    assert_eq!((&now["amount_refunded"], &now["refunded"]), (&1000.into(), &true.into()));
    assert_eq!(now["refunds"]["data"].as_array().unwrap().len(), 2);
    let again = bench.try_post("/v1/refunds", &[("charge", &charge)]).await;
    assert_eq!(again.body["error"]["code"], "charge_already_refunded");
    let told = bench.event("charge.refunded");
    assert_eq!(told["data"]["previous_attributes"]["amount_refunded"], 300);
}

#[tokio::test]
async fn a_dispute_is_opened_answered_and_decided() {
    for (verdict, status, reinstated) in [(Verdict::Won, "won", 1), (Verdict::Lost, "lost", 0)] {
        let bench = Bench::new().await;
        let charge = charge(&bench, "pm_card_visa").await;
        let dispute = bench.sandbox.open_dispute(&charge, "product_not_received").unwrap();
        assert_eq!(bench.sandbox.object(&charge).unwrap()["disputed"], true);
        assert!(bench.sandbox.open_dispute(&charge, "fraudulent").is_err());
        let form = [("evidence[uncategorized_text]", "It was read."), ("submit", "true")];
        let answered = bench.post(&format!("/v1/disputes/{dispute}"), &form).await;
        assert_eq!(answered["status"], "under_review");
        bench.sandbox.close_dispute(&dispute, verdict).unwrap();
        assert_eq!(bench.get(&format!("/v1/disputes/{dispute}")).await["status"], status);
        assert_eq!(bench.count("charge.dispute.funds_reinstated"), reinstated);
        assert_eq!(bench.event("charge.dispute.closed")["data"]["object"]["status"], status);
        assert!(bench.sandbox.close_dispute(&dispute, Verdict::Won).is_err());
    }
}

#[tokio::test]
async fn a_card_that_disputes_does_so_by_itself() {
    let bench = Bench::new().await;
    charge(&bench, "pm_card_createDispute").await;
    assert_eq!(bench.count("charge.dispute.created"), 1);
    assert_eq!(bench.get("/v1/disputes").await["data"][0]["reason"], "fraudulent");
}

#[tokio::test]
async fn an_absent_payer_is_not_asked() {
    let bench = Bench::new().await;
    let form = |away| {
        [
            ("amount", "1000"),
            ("currency", "eur"),
            ("payment_method", "pm_card_authenticationRequired"),
            ("confirm", "true"),
            ("off_session", away),
        ]
    };
    let refused = bench.try_post("/v1/payment_intents", &form("true")).await;
    assert_eq!(
        (refused.status.as_u16(), text(&refused.body["error"]["code"])),
        (402, "authentication_required".into())
    );
    assert_eq!(refused.body["error"]["payment_intent"]["status"], "requires_payment_method");
    let asked = bench.post("/v1/payment_intents", &form("false")).await;
    assert_eq!(asked["status"], "requires_action");
    bench
        .post(&format!("/v1/payment_intents/{}/cancel", id(&asked)), &[("cancellation_reason", "abandoned")])
        .await;
    assert_eq!(bench.count("payment_intent.canceled"), 1);
}

#[tokio::test]
async fn a_disputed_charge_is_not_refunded_too() {
    let bench = Bench::new().await;
    let charge = charge(&bench, "pm_card_visa").await;
    bench.sandbox.open_dispute(&charge, "fraudulent").unwrap();
    let refused = bench.try_post("/v1/refunds", &[("charge", &charge)]).await;
    assert_eq!(refused.body["error"]["code"], "charge_disputed");
}
