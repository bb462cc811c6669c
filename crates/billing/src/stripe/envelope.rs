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
    data: Data,
}

#[derive(Debug, Deserialize)]
struct Data {
    object: Value,
}

impl Envelope {
    /// An event that was asked for rather than sent.
    pub(super) fn new(
        id: String,
        kind: String,
        created: i64,
        livemode: bool,
        account: Option<String>,
        object: Value,
    ) -> Self {
        Self { id, kind, created, livemode, account, data: Data { object } }
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

    /// The checkout it is about.
    pub(crate) fn checkout(&self) -> Option<&str> {
        self.kind.starts_with("checkout.session.").then(|| self.data.object["id"].as_str()).flatten()
    }
}

/// An id, or an object that was expanded.
fn id(value: &Value) -> Option<&str> {
    value.as_str().or_else(|| value["id"].as_str())
}
