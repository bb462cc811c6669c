//! `line_item`: one line of an invoice.

use serde_json::{Value, json};

use super::{Period, TaxBehavior};
use crate::form::Metadata;

/// Where a line comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum LineParent {
    /// A period of a subscription's item.
    Item { subscription: String, item: String },
    /// A pending invoice item, such as a proration.
    InvoiceItem { invoice_item: String, subscription: Option<String> },
}

/// The tax of a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct LineTax {
    pub(crate) amount: i64,
    pub(crate) taxable: i64,
    pub(crate) behavior: TaxBehavior,
}

#[derive(Debug, Clone)]
pub(crate) struct Line {
    pub(crate) id: String,
    /// Before discounts; may be negative.
    pub(crate) amount: i64,
    pub(crate) currency: String,
    pub(crate) description: String,
    /// Discount and what it takes off this line.
    pub(crate) discounts: Vec<(String, i64)>,
    pub(crate) discountable: bool,
    pub(crate) metadata: Metadata,
    pub(crate) parent: LineParent,
    pub(crate) period: Period,
    pub(crate) price: String,
    pub(crate) product: String,
    pub(crate) unit_amount: i64,
    pub(crate) proration: bool,
    pub(crate) quantity: i64,
    pub(crate) tax: Option<LineTax>,
}

impl Line {
    /// After discounts, before tax that is added.
    pub(crate) fn net(&self) -> i64 {
        self.amount - self.discounts.iter().map(|(_, off)| off).sum::<i64>()
    }

    pub(crate) fn json(&self, invoice: &str) -> Value {
        let discounts: Vec<&str> = self.discounts.iter().map(|(id, _)| id.as_str()).collect();
        json!({
            "id": self.id,
            "object": "line_item",
            "amount": self.amount,
            "currency": self.currency,
            "description": self.description,
            "discount_amounts": amounts(&self.discounts),
            "discountable": self.discountable,
            "discounts": discounts,
            "invoice": invoice,
            "livemode": false,
            "metadata": self.metadata,
            "parent": self.parent_json(),
            "period": self.period.json(),
            "pretax_credit_amounts": [],
            "pricing": {
                "price_details": { "price": self.price, "product": self.product },
                "type": "price_details",
                "unit_amount_decimal": self.unit_amount.to_string(),
            },
            "quantity": self.quantity,
            "subscription": self.subscription(),
            "subtotal": self.amount,
            "taxes": self.tax.map(LineTax::json).into_iter().collect::<Vec<_>>(),
        })
    }

    pub(crate) fn subscription(&self) -> Option<&str> {
        match &self.parent {
            LineParent::Item { subscription, .. } => Some(subscription),
            LineParent::InvoiceItem { subscription, .. } => subscription.as_deref(),
        }
    }

    fn parent_json(&self) -> Value {
        let proration_details = json!({ "credited_items": null });
        match &self.parent {
            LineParent::Item { subscription, item } => json!({
                "invoice_item_details": null,
                "subscription_item_details": {
                    "invoice_item": null,
                    "proration": self.proration,
                    "proration_details": proration_details,
                    "subscription": subscription,
                    "subscription_item": item,
                },
                "type": "subscription_item_details",
            }),
            LineParent::InvoiceItem { invoice_item, subscription } => json!({
                "invoice_item_details": {
                    "invoice_item": invoice_item,
                    "proration": self.proration,
                    "proration_details": proration_details,
                    "subscription": subscription,
                },
                "subscription_item_details": null,
                "type": "invoice_item_details",
            }),
        }
    }
}

impl LineTax {
    pub(crate) fn json(self) -> Value {
        json!({
            "amount": self.amount,
            "tax_behavior": self.behavior.name(),
            "tax_rate_details": null,
            "taxability_reason": "standard_rated",
            "taxable_amount": self.taxable,
            "type": "tax_rate_details",
        })
    }
}

pub(crate) fn amounts(discounts: &[(String, i64)]) -> Vec<Value> {
    discounts.iter().map(|(id, off)| json!({ "amount": off, "discount": id })).collect()
}
