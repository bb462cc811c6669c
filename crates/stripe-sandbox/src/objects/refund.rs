//! `refund`: money back.

use serde_json::{Value, json};

use super::{Object, object};
use crate::{form::Metadata, world::World};

#[derive(Debug, Clone)]
pub(crate) struct Refund {
    pub(crate) id: String,
    pub(crate) created: i64,
    pub(crate) amount: i64,
    pub(crate) charge: String,
    pub(crate) currency: String,
    pub(crate) balance_transaction: String,
    pub(crate) metadata: Metadata,
    pub(crate) payment_intent: String,
    pub(crate) reason: Option<&'static str>,
}

impl Object for Refund {
    object!(Refund, "refund", refunds);

    fn json(&self, _: &World) -> Value {
        json!({
            "id": self.id,
            "object": "refund",
            "amount": self.amount,
            "balance_transaction": self.balance_transaction,
            "charge": self.charge,
            "created": self.created,
            "currency": self.currency,
            "destination_details": { "card": { "type": "refund" }, "type": "card" },
            "metadata": self.metadata,
            "payment_intent": self.payment_intent,
            "reason": self.reason,
            "receipt_number": null,
            "source_transfer_reversal": null,
            "status": "succeeded",
            "transfer_reversal": null,
        })
    }
}
