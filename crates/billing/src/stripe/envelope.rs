//! The part of an event that we read: what it is about. The rest is fetched afresh.

use serde::Deserialize;
use serde_json::Value;

/// An event as Stripe sends it.
#[derive(Debug, Deserialize)]
pub(crate) struct Envelope {
    pub(crate) id: String,
    #[serde(rename = "type")]
    pub(crate) kind: String,
    /// Seconds after 1970.
    pub(crate) created: i64,
    pub(crate) livemode: bool,
    #[serde(default)]
    pub(crate) account: Option<String>,
    /// In which version of the API the endpoint gets its events.
    #[serde(default)]
    pub(crate) api_version: Option<String>,
    data: Data,
}

#[derive(Debug, Deserialize)]
struct Data {
    object: Value,
    #[serde(default)]
    previous_attributes: Option<Value>,
}

impl Envelope {
    /// An event that was asked for rather than sent.
    pub(super) fn new(
        id: String,
        kind: String,
        created: i64,
        livemode: bool,
        account: Option<String>,
        api_version: Option<String>,
        object: Value,
    ) -> Self {
        let data = Data { object, previous_attributes: None };
        Self { id, kind, created, livemode, account, api_version, data }
    }

    /// The customer the event is about, if it is about one we act on: subscriptions, invoices,
    /// checkouts, payments, refunds and disputes are all looked at through their customer.
    pub(crate) fn customer(&self) -> Option<&str> {
        let object = &self.data.object;
        match self.kind.split('.').next()? {
            "customer" if object["object"] == "customer" => object["id"].as_str(),
            "customer"
            | "subscription_schedule"
            | "invoice"
            | "charge"
            | "refund"
            | "payment_intent"
            | "checkout" => id(&object["customer"]),
            _ => None,
        }
    }

    /// The charge it is about, where the customer isn't named: refunds and disputes.
    pub(crate) fn charge(&self) -> Option<&str> {
        let about = self.kind.starts_with("charge.dispute.")
            || self.kind.starts_with("refund.")
            || self.kind.starts_with("charge.refund.");
        about.then(|| id(&self.data.object["charge"])).flatten()
    }

    /// Whether somebody may read from now on who couldn't, or no longer. Renewals that go well come
    /// in bursts and change nothing for a day; they can wait behind this.
    pub(crate) fn is_urgent(&self) -> bool {
        match self.kind.as_str() {
            "customer.subscription.updated" => !self.is_plain_renewal(),
            "customer.created" | "customer.updated" => false,
            kind => {
                ["checkout.session.", "customer.subscription.", "charge.dispute.", "refund."]
                    .iter()
                    .any(|urgent| kind.starts_with(urgent))
                    || ["customer.deleted", "charge.refunded", "charge.refund.updated"].contains(&kind)
            }
        }
    }

    /// Whether an update only moves an active subscription to its next period, as renewals do.
    fn is_plain_renewal(&self) -> bool {
        let Some(Value::Object(before)) = &self.data.previous_attributes else { return false };
        let of_renewal =
            ["items", "latest_invoice", "current_period_start", "current_period_end", "billing_cycle_anchor"];
        let same_price = |before: &Value| {
            before["data"][0]
                .get("price")
                .is_none_or(|price| price["id"] == self.data.object["items"]["data"][0]["price"]["id"])
        };
        before.keys().all(|key| of_renewal.contains(&key.as_str()))
            && before.get("items").is_none_or(same_price)
    }

    /// The checkout it is about.
    pub(crate) fn checkout(&self) -> Option<&str> {
        self.kind.starts_with("checkout.session.").then(|| self.data.object["id"].as_str()).flatten()
    }
}

/// An id, or an object that was expanded.
fn id(value: &Value) -> Option<&str> {
    value.as_str().or_else(|| value["id"].as_str())
}
