//! `charge`: one try at a card.

use serde_json::{Value, json};

use super::{Billing, Card, Object, PaymentError, object};
use crate::{form::Metadata, world::World};

#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum ChargeStatus {
    Succeeded,
    Failed(PaymentError),
}

#[derive(Debug, Clone)]
pub(crate) struct Charge {
    pub(crate) id: String,
    pub(crate) created: i64,
    pub(crate) amount: i64,
    pub(crate) amount_refunded: i64,
    pub(crate) currency: String,
    pub(crate) customer: Option<String>,
    pub(crate) description: Option<String>,
    pub(crate) status: ChargeStatus,
    pub(crate) disputed: bool,
    pub(crate) authenticated: bool,
    pub(crate) payment_intent: String,
    pub(crate) payment_method: String,
    /// The card as it was then.
    pub(crate) card: Card,
    pub(crate) billing: Billing,
    pub(crate) balance_transaction: Option<String>,
    pub(crate) metadata: Metadata,
}

impl Charge {
    pub(crate) fn is_paid(&self) -> bool {
        self.status == ChargeStatus::Succeeded
    }

    pub(crate) fn refundable(&self) -> i64 {
        if self.is_paid() { self.amount - self.amount_refunded } else { 0 }
    }

    fn outcome(&self) -> Value {
        match &self.status {
            ChargeStatus::Succeeded => json!({
                "advice_code": null,
                "network_advice_code": null,
                "network_decline_code": null,
                "network_status": "approved_by_network",
                "reason": null,
                "seller_message": "Payment complete.",
                "type": "authorized",
            }),
            ChargeStatus::Failed(error) => json!({
                "advice_code": null,
                "network_advice_code": null,
                "network_decline_code": null,
                "network_status": "declined_by_network",
                "reason": error.decline_code.unwrap_or(error.code),
                "seller_message": "The bank declined the payment.",
                "type": "issuer_declined",
            }),
        }
    }
}

impl Object for Charge {
    object!(Charge, "charge", charges);

    fn json(&self, world: &World) -> Value {
        let paid = self.is_paid();
        let failure = match &self.status {
            ChargeStatus::Succeeded => None,
            ChargeStatus::Failed(error) => Some(error),
        };
        let three_d_secure = self.authenticated.then(|| {
            json!({
                "authentication_flow": "challenge",
                "electronic_commerce_indicator": "05",
                "exemption_indicator": null,
                "result": "authenticated",
                "result_reason": null,
                "transaction_id": null,
                "version": "2.2.0",
            })
        });
        json!({
            "id": self.id,
            "object": "charge",
            "amount": self.amount,
            "amount_captured": if paid { self.amount } else { 0 },
            "amount_refunded": self.amount_refunded,
            "application": null,
            "application_fee": null,
            "application_fee_amount": null,
            "balance_transaction": self.balance_transaction,
            "billing_details": self.billing.json(),
            "calculated_statement_descriptor": "GAZETTE",
            "captured": paid,
            "created": self.created,
            "currency": self.currency,
            "customer": self.customer,
            "description": self.description,
            "disputed": self.disputed,
            "failure_balance_transaction": null,
            "failure_code": failure.map(|error| error.code),
            "failure_message": failure.map(|error| error.message),
            "fraud_details": {},
            "livemode": false,
            "metadata": self.metadata,
            "on_behalf_of": null,
            "outcome": self.outcome(),
            "paid": paid,
            "payment_intent": self.payment_intent,
            "payment_method": self.payment_method,
            "payment_method_details": {
                "card": {
                    "amount_authorized": paid.then_some(self.amount),
                    "authorization_code": null,
                    "brand": self.card.brand,
                    "checks": {
                        "address_line1_check": null,
                        "address_postal_code_check": null,
                        "cvc_check": "pass",
                    },
                    "country": self.card.country,
                    "exp_month": self.card.exp_month,
                    "exp_year": self.card.exp_year,
                    "extended_authorization": { "status": "disabled" },
                    "fingerprint": self.card.fingerprint,
                    "funding": self.card.funding,
                    "incremental_authorization": { "status": "unavailable" },
                    "installments": null,
                    "last4": self.card.last4,
                    "mandate": null,
                    "multicapture": { "status": "unavailable" },
                    "network": self.card.brand,
                    "network_token": { "used": false },
                    "network_transaction_id": null,
                    "overcapture": { "maximum_amount_capturable": self.amount, "status": "unavailable" },
                    "regulated_status": "unregulated",
                    "three_d_secure": three_d_secure,
                    "wallet": null,
                },
                "type": "card",
            },
            "receipt_email": null,
            "receipt_number": null,
            "receipt_url": paid.then(|| world.address(&format!("/receipts/{}", self.id))),
            "refunded": self.amount_refunded == self.amount && self.amount > 0,
            "review": null,
            "shipping": null,
            "source": null,
            "source_transfer": null,
            "statement_descriptor": null,
            "statement_descriptor_suffix": null,
            "status": if paid { "succeeded" } else { "failed" },
            "transfer_data": null,
            "transfer_group": null,
        })
    }
}
