//! What a customer should be able to read, from Stripe's own objects and in plain words: the model
//! that the real thing is compared with. It shares no code with it.

use std::collections::BTreeMap;

use reqwest::{Client, Method};
use serde_json::Value;

const DAY: i64 = 86_400;

/// Stripe's API, spoken to directly.
pub(crate) struct Api {
    client: Client,
    base: String,
}

impl Api {
    pub(crate) fn new(base: &str) -> Self {
        let _ = rustls::crypto::ring::default_provider().install_default();
        Self { client: Client::new(), base: base.trim_end_matches('/').to_owned() }
    }

    pub(crate) async fn call(&self, method: Method, path: &str, form: &[(&str, &str)]) -> Value {
        let request = self.client.request(method, format!("{}{path}", self.base));
        let answer = request.bearer_auth("sk_test_of_the_tests").form(form).send().await.expect("an answer");
        answer.json().await.expect("JSON")
    }

    /// Sends the form of a hosted page, as a payer does.
    pub(crate) async fn page(&self, path: &str, form: &[(&str, &str)]) {
        let sent = self.client.post(format!("{}{path}", self.base)).form(form).send().await;
        let status = sent.expect("an answer").status();
        assert!(status.is_success() || status.is_redirection(), "{path}: {status}");
    }

    pub(crate) async fn list(&self, path: &str) -> Vec<Value> {
        let answer = self
            .client
            .get(format!("{}{path}", self.base))
            .bearer_auth("sk_test_of_the_tests")
            .send()
            .await
            .expect("an answer");
        let list: Value = answer.json().await.expect("JSON");
        list["data"].as_array().unwrap_or_else(|| panic!("a list: {list}")).clone()
    }

    /// `-`, `p` or `s`, as [`super::World::reads`] says it.
    pub(crate) async fn should_read(&self, customer: &str, now: i64) -> char {
        let charges = self.list(&format!("/v1/charges?customer={customer}&limit=100")).await;
        let charges: BTreeMap<&str, &Value> =
            charges.iter().filter_map(|charge| Some((charge["payment_intent"].as_str()?, charge))).collect();
        let path = format!("/v1/invoices?customer={customer}&limit=100&expand[]=data.payments");
        let invoices = self.list(&path).await;
        let mut best = '-';
        let path = format!("/v1/subscriptions?customer={customer}&status=all&limit=100");
        for subscription in self.list(&path).await {
            let own: Vec<&Value> = invoices
                .iter()
                .filter(|invoice| {
                    invoice["parent"]["subscription_details"]["subscription"] == subscription["id"]
                })
                .collect();
            if !open(&subscription, &own, now) {
                continue;
            }
            // Of all that was paid for this moment, something must be left, if anything went back.
            let (mut kept, mut taken_back) = (false, false);
            for invoice in &own {
                for payment in invoice["payments"]["data"].as_array().into_iter().flatten() {
                    let intent = payment["payment"]["payment_intent"].as_str().unwrap_or_default();
                    let Some(charge) = charges.get(intent) else { continue };
                    let Some((from, until, difference)) = paid_for(invoice) else { continue };
                    if charge["paid"] != true || difference || now < from || until <= now {
                        continue;
                    }
                    if self.taken_back(charge).await {
                        taken_back = true;
                    } else {
                        kept = true;
                    }
                }
            }
            if taken_back && !kept {
                continue;
            }
            // The supporters' prices are the higher ones.
            let supporter = matches!(
                subscription["items"]["data"][0]["price"]["unit_amount"].as_i64(),
                Some(990 | 9_900)
            );
            best = if supporter { 's' } else { best.max('p') };
        }
        best
    }

    async fn taken_back(&self, charge: &Value) -> bool {
        if charge["amount_refunded"].as_i64() >= charge["amount"].as_i64() {
            return true;
        }
        if charge["disputed"] != true {
            return false;
        }
        let id = charge["id"].as_str().expect("an id");
        self.list(&format!("/v1/disputes?charge={id}")).await.iter().any(|dispute| dispute["status"] != "won")
    }
}

/// From when to when an invoice pays, and whether it is only a difference after a change of plan.
fn paid_for(invoice: &Value) -> Option<(i64, i64, bool)> {
    let proration = |line: &&Value| {
        ["invoice_item_details", "subscription_item_details"]
            .iter()
            .any(|details| line["parent"][details]["proration"] == true)
    };
    let charged = invoice["lines"]["data"].as_array().expect("lines").iter();
    let charged: Vec<&Value> = charged.filter(|line| line["amount"].as_i64() > Some(0)).collect();
    let whole: Vec<&Value> = charged.iter().copied().filter(|line| !proration(line)).collect();
    let (lines, difference) = if whole.is_empty() { (charged, true) } else { (whole, false) };
    let from = lines.iter().filter_map(|line| line["period"]["start"].as_i64()).min()?;
    let until = lines.iter().filter_map(|line| line["period"]["end"].as_i64()).max()?;
    Some((from, until, difference))
}

fn open(subscription: &Value, invoices: &[&Value], now: i64) -> bool {
    let number = |value: &Value| value.as_i64();
    let item = &subscription["items"]["data"][0];
    let period_end = number(&item["current_period_end"]).expect("a period");
    let at_period_end = subscription["cancel_at_period_end"] == true;
    let cancelled = number(&subscription["cancel_at"]).or(at_period_end.then_some(period_end));
    if cancelled.is_some_and(|at| now >= at) {
        return false;
    }
    match subscription["status"].as_str().expect("a status") {
        "trialing" => now < number(&subscription["trial_end"]).expect("an end") + DAY,
        "active" => now < period_end + DAY,
        "past_due" => {
            let unpaid = invoices.iter().filter(|invoice| invoice["status"] == "open");
            let since = unpaid.filter_map(|invoice| number(&invoice["created"])).min();
            now < since.unwrap_or_else(|| number(&item["current_period_start"]).expect("a period")) + 7 * DAY
        }
        _ => false,
    }
}
