//! `payment_method`: a test card, and how it behaves.

use serde_json::{Value, json};

use super::{Address, Object, object};
use crate::{calendar, form::Metadata, world::World};

/// What a test card does when it is attached and charged.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Behaviour {
    /// Always pays.
    Pays,
    /// Can't be attached and never pays, with this decline code.
    Declines(&'static str),
    /// Can be attached, and each charge is declined.
    DeclinesCharges,
    /// Sandbox only: the first charge is paid, each later one is declined.
    DeclinesLaterCharges,
    /// Wants the payer's confirmation for each charge.
    AsksEachTime,
    /// Wants it once; later charges in the payer's absence pass.
    AsksOnce,
    /// Pays, and the payer then disputes the charge.
    Disputes,
}

#[derive(Debug, Clone)]
pub(crate) struct Card {
    pub(crate) behaviour: Behaviour,
    pub(crate) brand: &'static str,
    pub(crate) country: &'static str,
    pub(crate) exp_month: i64,
    pub(crate) exp_year: i64,
    pub(crate) funding: &'static str,
    pub(crate) last4: String,
    pub(crate) fingerprint: String,
}

/// Whose card it is.
#[derive(Debug, Clone, Default)]
pub(crate) struct Billing {
    pub(crate) address: Address,
    pub(crate) email: Option<String>,
    pub(crate) name: Option<String>,
    pub(crate) phone: Option<String>,
}

#[derive(Debug, Clone)]
pub(crate) struct PaymentMethod {
    pub(crate) id: String,
    pub(crate) created: i64,
    pub(crate) card: Card,
    pub(crate) billing: Billing,
    pub(crate) customer: Option<String>,
    pub(crate) metadata: Metadata,
    /// The payer confirmed it once.
    pub(crate) confirmed: bool,
    /// Charges it has paid.
    pub(crate) paid: u32,
}

impl Billing {
    pub(crate) fn json(&self) -> Value {
        json!({
            "address": self.address.json(),
            "email": self.email,
            "name": self.name,
            "phone": self.phone,
            "tax_id": null,
        })
    }
}

impl Card {
    /// The first second at which the card is no longer good.
    pub(crate) fn expires(&self) -> i64 {
        calendar::month_start(self.exp_year, self.exp_month + 1)
    }

    /// For people: `visa •••• 4242, 08/2030`.
    pub(crate) fn display(&self) -> String {
        format!("{} •••• {}, {:02}/{}", self.brand, self.last4, self.exp_month, self.exp_year)
    }
}

impl Object for PaymentMethod {
    object!(PaymentMethod, "PaymentMethod", payment_methods);

    fn json(&self, _: &World) -> Value {
        json!({
            "id": self.id,
            "object": "payment_method",
            "allow_redisplay": "unspecified",
            "billing_details": self.billing.json(),
            "card": {
                "brand": self.card.brand,
                "checks": {
                    "address_line1_check": null,
                    "address_postal_code_check": null,
                    "cvc_check": "pass",
                },
                "country": self.card.country,
                "display_brand": self.card.brand,
                "exp_month": self.card.exp_month,
                "exp_year": self.card.exp_year,
                "fingerprint": self.card.fingerprint,
                "funding": self.card.funding,
                "generated_from": null,
                "last4": self.card.last4,
                "networks": { "available": [self.card.brand], "preferred": null },
                "regulated_status": "unregulated",
                "three_d_secure_usage": { "supported": true },
                "wallet": null,
            },
            "created": self.created,
            "customer": self.customer,
            "livemode": false,
            "metadata": self.metadata,
            "type": "card",
        })
    }
}

impl PaymentMethod {
    /// The older `card` object, which `customer.source.expiring` carries.
    pub(crate) fn source(&self) -> Value {
        json!({
            "id": self.id,
            "object": "card",
            "address_city": self.billing.address.city,
            "address_country": self.billing.address.country,
            "address_line1": self.billing.address.line1,
            "address_line1_check": null,
            "address_line2": self.billing.address.line2,
            "address_state": self.billing.address.state,
            "address_zip": self.billing.address.postal_code,
            "address_zip_check": null,
            "brand": self.card.brand,
            "country": self.card.country,
            "customer": self.customer,
            "cvc_check": "pass",
            "dynamic_last4": null,
            "exp_month": self.card.exp_month,
            "exp_year": self.card.exp_year,
            "fingerprint": self.card.fingerprint,
            "funding": self.card.funding,
            "last4": self.card.last4,
            "metadata": self.metadata,
            "name": self.billing.name,
            "regulated_status": "unregulated",
            "tokenization_method": null,
        })
    }
}
