//! `customer`: who pays.

use serde_json::{Value, json};

use super::{Object, deleted, object};
use crate::{form::Metadata, world::World};

/// A postal address; parts may be missing.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Address {
    pub(crate) city: Option<String>,
    pub(crate) country: Option<String>,
    pub(crate) line1: Option<String>,
    pub(crate) line2: Option<String>,
    pub(crate) postal_code: Option<String>,
    pub(crate) state: Option<String>,
}

impl Address {
    pub(crate) fn json(&self) -> Value {
        json!({
            "city": self.city,
            "country": self.country,
            "line1": self.line1,
            "line2": self.line2,
            "postal_code": self.postal_code,
            "state": self.state,
        })
    }
}

#[derive(Debug, Clone)]
pub(crate) struct Customer {
    pub(crate) id: String,
    pub(crate) created: i64,
    pub(crate) deleted: bool,
    pub(crate) address: Option<Address>,
    /// Minor units; negative is credit that the next invoice uses up.
    pub(crate) balance: i64,
    /// Set by the first thing billed; a customer pays in one currency.
    pub(crate) currency: Option<String>,
    pub(crate) default_payment_method: Option<String>,
    pub(crate) delinquent: bool,
    pub(crate) description: Option<String>,
    pub(crate) email: Option<String>,
    pub(crate) invoice_prefix: String,
    pub(crate) metadata: Metadata,
    pub(crate) name: Option<String>,
    pub(crate) next_invoice_sequence: i64,
    pub(crate) phone: Option<String>,
    pub(crate) preferred_locales: Vec<String>,
    pub(crate) tax_exempt: &'static str,
}

impl Object for Customer {
    object!(Customer, "customer", customers);

    fn is_deleted(&self) -> bool {
        self.deleted
    }

    fn json(&self, _: &World) -> Value {
        if self.deleted {
            return deleted("customer", &self.id);
        }
        json!({
            "id": self.id,
            "object": "customer",
            "address": self.address.as_ref().map(Address::json),
            "balance": self.balance,
            "created": self.created,
            "currency": self.currency,
            "default_source": null,
            "delinquent": self.delinquent,
            "description": self.description,
            "discount": null,
            "email": self.email,
            "invoice_prefix": self.invoice_prefix,
            "invoice_settings": {
                "custom_fields": null,
                "default_payment_method": self.default_payment_method,
                "footer": null,
                "rendering_options": null,
            },
            "livemode": false,
            "metadata": self.metadata,
            "name": self.name,
            "next_invoice_sequence": self.next_invoice_sequence,
            "phone": self.phone,
            "preferred_locales": self.preferred_locales,
            "shipping": null,
            "tax_exempt": self.tax_exempt,
            "test_clock": null,
        })
    }
}
