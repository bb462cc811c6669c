//! `payment_intent`: the way from wanting money to having it.

use serde_json::{Value, json};

use super::{Object, object};
use crate::{form::Metadata, world::World};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum IntentStatus {
    RequiresPaymentMethod,
    RequiresConfirmation,
    RequiresAction,
    Succeeded,
    Canceled,
}

impl IntentStatus {
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::RequiresPaymentMethod => "requires_payment_method",
            Self::RequiresConfirmation => "requires_confirmation",
            Self::RequiresAction => "requires_action",
            Self::Succeeded => "succeeded",
            Self::Canceled => "canceled",
        }
    }
}

/// Why the last try failed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct PaymentError {
    pub(crate) code: &'static str,
    pub(crate) decline_code: Option<&'static str>,
    pub(crate) message: &'static str,
}

#[derive(Debug, Clone)]
pub(crate) struct PaymentIntent {
    pub(crate) id: String,
    pub(crate) created: i64,
    pub(crate) amount: i64,
    pub(crate) currency: String,
    pub(crate) customer: Option<String>,
    pub(crate) description: Option<String>,
    pub(crate) status: IntentStatus,
    pub(crate) client_secret: String,
    pub(crate) payment_method: Option<String>,
    pub(crate) latest_charge: Option<String>,
    pub(crate) last_error: Option<PaymentError>,
    /// The invoice it pays, if any; Stripe tells through `invoice_payment`.
    pub(crate) invoice: Option<String>,
    pub(crate) return_url: Option<String>,
    pub(crate) canceled_at: Option<i64>,
    pub(crate) cancellation_reason: Option<&'static str>,
    pub(crate) receipt_email: Option<String>,
    pub(crate) setup_future_usage: Option<&'static str>,
    pub(crate) metadata: Metadata,
}

impl Object for PaymentIntent {
    object!(PaymentIntent, "payment_intent", payment_intents);

    fn json(&self, world: &World) -> Value {
        let received = if self.status == IntentStatus::Succeeded { self.amount } else { 0 };
        let next_action = (self.status == IntentStatus::RequiresAction).then(|| {
            json!({
                "type": "redirect_to_url",
                "redirect_to_url": {
                    "return_url": self.return_url,
                    "url": world.address(&format!("/authenticate/{}", self.id)),
                },
            })
        });
        json!({
            "id": self.id,
            "object": "payment_intent",
            "amount": self.amount,
            "amount_capturable": 0,
            "amount_details": { "tip": {} },
            "amount_received": received,
            "application": null,
            "application_fee_amount": null,
            "automatic_payment_methods": null,
            "canceled_at": self.canceled_at,
            "cancellation_reason": self.cancellation_reason,
            "capture_method": "automatic",
            "client_secret": self.client_secret,
            "confirmation_method": "automatic",
            "created": self.created,
            "currency": self.currency,
            "customer": self.customer,
            "description": self.description,
            "excluded_payment_method_types": null,
            "last_payment_error": self.last_error.as_ref().map(|error| error.json(self, world)),
            "latest_charge": self.latest_charge,
            "livemode": false,
            "metadata": self.metadata,
            "next_action": next_action,
            "on_behalf_of": null,
            "payment_method": self.payment_method,
            "payment_method_configuration_details": null,
            "payment_method_options": {},
            "payment_method_types": ["card"],
            "processing": null,
            "receipt_email": self.receipt_email,
            "review": null,
            "setup_future_usage": self.setup_future_usage,
            "shipping": null,
            "source": null,
            "statement_descriptor": null,
            "statement_descriptor_suffix": null,
            "status": self.status.name(),
            "transfer_data": null,
            "transfer_group": null,
        })
    }
}

impl PaymentError {
    fn json(&self, intent: &PaymentIntent, world: &World) -> Value {
        let method = intent.payment_method.as_ref().and_then(|id| world.payment_methods.get(id));
        let mut error = json!({
            "type": "card_error",
            "code": self.code,
            "doc_url": format!("https://stripe.com/docs/error-codes/{}", self.code.replace('_', "-")),
            "message": self.message,
        });
        let optional = [
            ("charge", intent.latest_charge.as_ref().map(|id| json!(id))),
            ("decline_code", self.decline_code.map(|code| json!(code))),
            ("payment_method", method.map(|method| method.json(world))),
        ];
        for (key, value) in optional {
            if let Some(value) = value {
                error[key] = value;
            }
        }
        error
    }
}
