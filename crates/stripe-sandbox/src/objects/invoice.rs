//! `invoice` and `invoice_payment`: what is asked for a period, and what paid it.

use serde_json::{Value, json};

use super::{Address, Collection, Line, Object, Period, TaxBehavior, list, object};
use crate::{form::Metadata, world::World};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum InvoiceStatus {
    Draft,
    Open,
    Paid,
    Uncollectible,
    Void,
}

impl InvoiceStatus {
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Open => "open",
            Self::Paid => "paid",
            Self::Uncollectible => "uncollectible",
            Self::Void => "void",
        }
    }
}

/// When an invoice became what it is.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Transitions {
    pub(crate) finalized: Option<i64>,
    pub(crate) marked_uncollectible: Option<i64>,
    pub(crate) paid: Option<i64>,
    pub(crate) voided: Option<i64>,
}

#[derive(Debug, Clone)]
pub(crate) struct Invoice {
    pub(crate) id: String,
    pub(crate) created: i64,
    pub(crate) customer: String,
    pub(crate) customer_email: Option<String>,
    pub(crate) customer_name: Option<String>,
    pub(crate) customer_phone: Option<String>,
    pub(crate) customer_address: Option<Address>,
    pub(crate) subscription: Option<String>,
    pub(crate) subscription_metadata: Metadata,
    pub(crate) currency: String,
    pub(crate) status: InvoiceStatus,
    pub(crate) billing_reason: &'static str,
    pub(crate) collection: Collection,
    pub(crate) lines: Vec<Line>,
    pub(crate) discounts: Vec<String>,
    pub(crate) starting_balance: i64,
    pub(crate) ending_balance: Option<i64>,
    pub(crate) amount_paid: i64,
    pub(crate) attempt_count: i64,
    /// Failed tries by schedule.
    pub(crate) retries: usize,
    pub(crate) auto_advance: bool,
    pub(crate) automatic_tax: bool,
    pub(crate) automatically_finalizes_at: Option<i64>,
    pub(crate) next_payment_attempt: Option<i64>,
    pub(crate) default_payment_method: Option<String>,
    pub(crate) due_date: Option<i64>,
    pub(crate) description: Option<String>,
    pub(crate) metadata: Metadata,
    pub(crate) number: Option<String>,
    pub(crate) payment_intent: Option<String>,
    pub(crate) period: Period,
    pub(crate) transitions: Transitions,
}

impl Invoice {
    pub(crate) fn subtotal(&self) -> i64 {
        self.lines.iter().map(|line| line.amount).sum()
    }

    pub(crate) fn discounted(&self) -> Vec<(String, i64)> {
        let mut totals: Vec<(String, i64)> = Vec::new();
        for (id, off) in self.lines.iter().flat_map(|line| &line.discounts) {
            match totals.iter_mut().find(|(known, _)| known == id) {
                Some((_, total)) => *total += off,
                None => totals.push((id.clone(), *off)),
            }
        }
        totals
    }

    /// All tax, inside or added.
    pub(crate) fn tax(&self) -> i64 {
        self.lines.iter().filter_map(|line| line.tax).map(|tax| tax.amount).sum()
    }

    /// After discounts and with tax; may be negative.
    pub(crate) fn total(&self) -> i64 {
        let added: i64 = self
            .lines
            .iter()
            .filter_map(|line| line.tax)
            .filter(|tax| tax.behavior != TaxBehavior::Inclusive)
            .map(|tax| tax.amount)
            .sum();
        self.lines.iter().map(Line::net).sum::<i64>() + added
    }

    /// What is to be paid after the customer's credit, never negative.
    pub(crate) fn amount_due(&self) -> i64 {
        (self.total() + self.starting_balance).max(0)
    }

    pub(crate) fn amount_remaining(&self) -> i64 {
        self.amount_due() - self.amount_paid
    }

    pub(crate) fn hosted_url(&self, world: &World) -> Option<String> {
        self.transitions.finalized.map(|_| world.address(&format!("/i/{}", self.id)))
    }

    fn taxes(&self) -> Vec<Value> {
        self.lines.iter().filter_map(|line| line.tax).map(super::LineTax::json).collect()
    }
}

impl Object for Invoice {
    object!(Invoice, "invoice", invoices);

    fn json(&self, world: &World) -> Value {
        let lines = self.lines.iter().map(|line| line.json(&self.id)).collect();
        let excluding_tax: i64 = self.total() - self.tax();
        let inside: i64 = self.tax() - (self.total() - self.lines.iter().map(Line::net).sum::<i64>());
        let parent = self.subscription.as_ref().map(|id| {
            json!({
                "quote_details": null,
                "subscription_details": { "metadata": self.subscription_metadata, "subscription": id },
                "type": "subscription_details",
            })
        });
        let hosted = self.hosted_url(world);
        json!({
            "id": self.id,
            "object": "invoice",
            "account_country": world.settings.country,
            "account_name": world.settings.business_name,
            "account_tax_ids": null,
            "amount_due": self.amount_due(),
            "amount_overpaid": 0,
            "amount_paid": self.amount_paid,
            "amount_remaining": self.amount_remaining(),
            "amount_shipping": 0,
            "application": null,
            "attempt_count": self.attempt_count,
            "attempted": self.attempt_count > 0 || self.status == InvoiceStatus::Paid,
            "auto_advance": self.auto_advance,
            "automatic_tax": automatic_tax(self.automatic_tax),
            "automatically_finalizes_at": self.automatically_finalizes_at,
            "billing_reason": self.billing_reason,
            "collection_method": self.collection.name(),
            "created": self.created,
            "currency": self.currency,
            "custom_fields": null,
            "customer": self.customer,
            "customer_address": self.customer_address.as_ref().map(Address::json),
            "customer_email": self.customer_email,
            "customer_name": self.customer_name,
            "customer_phone": self.customer_phone,
            "customer_shipping": null,
            "customer_tax_exempt": "none",
            "customer_tax_ids": [],
            "default_payment_method": self.default_payment_method,
            "default_source": null,
            "default_tax_rates": [],
            "description": self.description,
            "discounts": self.discounts,
            "due_date": self.due_date,
            "effective_at": self.transitions.finalized,
            "ending_balance": self.ending_balance,
            "footer": null,
            "from_invoice": null,
            "hosted_invoice_url": hosted,
            "invoice_pdf": hosted.as_ref().map(|url| format!("{url}/pdf")),
            "issuer": { "type": "self" },
            "last_finalization_error": null,
            "latest_revision": null,
            "lines": list(&format!("/v1/invoices/{}/lines", self.id), lines, false),
            "livemode": false,
            "metadata": self.metadata,
            "next_payment_attempt": self.next_payment_attempt,
            "number": self.number,
            "on_behalf_of": null,
            "parent": parent,
            "payment_settings": {
                "default_mandate": null,
                "payment_method_options": null,
                "payment_method_types": null,
            },
            "period_end": self.period.end,
            "period_start": self.period.start,
            "post_payment_credit_notes_amount": 0,
            "pre_payment_credit_notes_amount": 0,
            "receipt_number": null,
            "rendering": null,
            "shipping_cost": null,
            "shipping_details": null,
            "starting_balance": self.starting_balance,
            "statement_descriptor": null,
            "status": self.status.name(),
            "status_transitions": {
                "finalized_at": self.transitions.finalized,
                "marked_uncollectible_at": self.transitions.marked_uncollectible,
                "paid_at": self.transitions.paid,
                "voided_at": self.transitions.voided,
            },
            "subscription": self.subscription,
            "subtotal": self.subtotal(),
            "subtotal_excluding_tax": self.subtotal() - inside,
            "test_clock": null,
            "total": self.total(),
            "total_discount_amounts": super::line::amounts(&self.discounted()),
            "total_excluding_tax": excluding_tax,
            "total_pretax_credit_amounts": [],
            "total_taxes": self.taxes(),
            "webhooks_delivered_at": self.transitions.finalized,
        })
    }
}

/// Stripe Tax has always answered.
fn automatic_tax(enabled: bool) -> Value {
    json!({
        "disabled_reason": null,
        "enabled": enabled,
        "liability": enabled.then(|| json!({ "type": "self" })),
        "provider": enabled.then_some("stripe"),
        "status": enabled.then_some("complete"),
    })
}

#[derive(Debug, Clone)]
pub(crate) struct InvoicePayment {
    pub(crate) id: String,
    pub(crate) created: i64,
    pub(crate) invoice: String,
    pub(crate) payment_intent: String,
    pub(crate) amount: i64,
    pub(crate) currency: String,
    pub(crate) paid_at: Option<i64>,
    pub(crate) canceled_at: Option<i64>,
}

impl InvoicePayment {
    pub(crate) fn status(&self) -> &'static str {
        match (self.paid_at, self.canceled_at) {
            (Some(_), _) => "paid",
            (None, Some(_)) => "canceled",
            (None, None) => "open",
        }
    }
}

impl Object for InvoicePayment {
    object!(InvoicePayment, "invoice payment", invoice_payments);

    fn json(&self, _: &World) -> Value {
        json!({
            "id": self.id,
            "object": "invoice_payment",
            "amount_paid": self.paid_at.map(|_| self.amount),
            "amount_requested": self.amount,
            "created": self.created,
            "currency": self.currency,
            "invoice": self.invoice,
            "is_default": true,
            "livemode": false,
            "payment": { "payment_intent": self.payment_intent, "type": "payment_intent" },
            "status": self.status(),
            "status_transitions": { "canceled_at": self.canceled_at, "paid_at": self.paid_at },
        })
    }
}
