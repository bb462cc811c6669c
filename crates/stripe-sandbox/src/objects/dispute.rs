//! `dispute`: the payer's bank takes the money back, perhaps for good.

use serde_json::{Value, json};

use super::{Object, object};
use crate::{form::Metadata, world::World};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum DisputeStatus {
    NeedsResponse,
    UnderReview,
    Won,
    Lost,
}

impl DisputeStatus {
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::NeedsResponse => "needs_response",
            Self::UnderReview => "under_review",
            Self::Won => "won",
            Self::Lost => "lost",
        }
    }
}

#[derive(Debug, Clone)]
pub(crate) struct Dispute {
    pub(crate) id: String,
    pub(crate) created: i64,
    pub(crate) amount: i64,
    pub(crate) brand: &'static str,
    pub(crate) charge: String,
    pub(crate) currency: String,
    pub(crate) due_by: i64,
    pub(crate) explanation: Option<String>,
    pub(crate) metadata: Metadata,
    pub(crate) payment_intent: String,
    pub(crate) reason: String,
    pub(crate) status: DisputeStatus,
}

impl Object for Dispute {
    object!(Dispute, "dispute", disputes);

    fn json(&self, world: &World) -> Value {
        json!({
            "id": self.id,
            "object": "dispute",
            "amount": self.amount,
            "balance_transactions": [],
            "charge": self.charge,
            "created": self.created,
            "currency": self.currency,
            "enhanced_eligibility_types": [],
            "evidence": self.evidence(),
            "evidence_details": {
                "due_by": self.due_by,
                "enhanced_eligibility": {},
                "has_evidence": self.explanation.is_some(),
                "past_due": world.now() > self.due_by,
                "submission_count": i64::from(self.status != DisputeStatus::NeedsResponse && self.explanation.is_some()),
            },
            "is_charge_refundable": false,
            "livemode": false,
            "metadata": self.metadata,
            "payment_intent": self.payment_intent,
            "payment_method_details": {
                "card": { "brand": self.brand, "case_type": "chargeback", "network": self.brand, "network_reason_code": "10.4" },
                "type": "card",
            },
            "reason": self.reason,
            "status": self.status.name(),
        })
    }
}

impl Dispute {
    fn evidence(&self) -> Value {
        json!({
            "access_activity_log": null,
            "billing_address": null,
            "cancellation_policy": null,
            "cancellation_policy_disclosure": null,
            "cancellation_rebuttal": null,
            "customer_communication": null,
            "customer_email_address": null,
            "customer_name": null,
            "customer_purchase_ip": null,
            "customer_signature": null,
            "duplicate_charge_documentation": null,
            "duplicate_charge_explanation": null,
            "duplicate_charge_id": null,
            "enhanced_evidence": {},
            "product_description": null,
            "receipt": null,
            "refund_policy": null,
            "refund_policy_disclosure": null,
            "refund_refusal_explanation": null,
            "service_date": null,
            "service_documentation": null,
            "shipping_address": null,
            "shipping_carrier": null,
            "shipping_date": null,
            "shipping_documentation": null,
            "shipping_tracking_number": null,
            "uncategorized_file": null,
            "uncategorized_text": self.explanation,
        })
    }
}
