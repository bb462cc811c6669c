//! `invoiceitem`: something that waits for the next invoice, here always a proration.

use serde_json::{Value, json};

use super::{Object, Period, object};
use crate::{form::Metadata, world::World};

#[derive(Debug, Clone)]
pub(crate) struct InvoiceItem {
    pub(crate) id: String,
    pub(crate) created: i64,
    pub(crate) amount: i64,
    pub(crate) currency: String,
    pub(crate) customer: String,
    pub(crate) description: String,
    pub(crate) invoice: Option<String>,
    pub(crate) metadata: Metadata,
    pub(crate) period: Period,
    pub(crate) price: String,
    pub(crate) product: String,
    pub(crate) proration: bool,
    pub(crate) quantity: i64,
    pub(crate) subscription: Option<String>,
    pub(crate) unit_amount: i64,
}

impl Object for InvoiceItem {
    object!(InvoiceItem, "invoiceitem", invoice_items);

    fn json(&self, _: &World) -> Value {
        let parent = self.subscription.as_ref().map(
            |id| json!({ "subscription_details": { "subscription": id }, "type": "subscription_details" }),
        );
        json!({
            "id": self.id,
            "object": "invoiceitem",
            "amount": self.amount,
            "currency": self.currency,
            "customer": self.customer,
            "date": self.created,
            "description": self.description,
            "discountable": !self.proration,
            "discounts": [],
            "invoice": self.invoice,
            "livemode": false,
            "metadata": self.metadata,
            "net_amount": self.amount,
            "parent": parent,
            "period": self.period.json(),
            "pricing": {
                "price_details": { "price": self.price, "product": self.product },
                "type": "price_details",
                "unit_amount_decimal": self.unit_amount.to_string(),
            },
            "proration": self.proration,
            "quantity": self.quantity,
            "quantity_decimal": self.quantity.to_string(),
            "tax_rates": [],
            "test_clock": null,
        })
    }
}
