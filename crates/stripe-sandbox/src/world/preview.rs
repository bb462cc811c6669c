//! What an invoice would be: the next renewal's, or that of a change not made yet.
//!
//! A preview makes the change in a copy of the world, or of the part that matters, and looks there.

use serde_json::{Value, json};

use super::{Change, NewSubscription, PaymentBehavior, World, lines::Charging};
use crate::{
    error::{Answer, Refusal},
    objects::{Invoice, Object, Period, Status, Subscription},
};

/// What is to be previewed.
#[derive(Debug, Clone)]
pub(crate) enum PreviewOf {
    Change(String, Box<Change>),
    Cancellation(String),
    New(Box<NewSubscription>),
}

/// A preview with an id that looks like Stripe's for such.
pub(super) type Upcoming = Value;

impl World {
    /// The invoice of the next renewal as things are, or `None` when there will be none.
    pub(super) fn upcoming_invoice(&self, id: &str) -> Option<Upcoming> {
        let subscription = self.subscriptions.get(id)?.clone();
        let mut copy = self.sketch(&subscription);
        let ends = subscription.cancel_at_period_end;
        if subscription.status.is_over() || (ends && copy.pending_items(id).is_empty()) {
            return None;
        }
        let old = subscription.period;
        copy.now = old.end;
        let mut lines = Vec::new();
        if !ends {
            copy.set_period(id, old.end);
            let next = copy.subscriptions.get(id)?.clone();
            lines = copy.period_lines(&next, next.period, Charging::Full);
        }
        let invoice = copy.draft_invoice(&subscription, lines, "upcoming", old);
        Some(copy.as_preview(&invoice, &subscription))
    }

    /// A small world with just what one subscription's next invoice is made of: each renewal is announced, and
    /// copying everything each time would cost more than the renewal.
    fn sketch(&self, subscription: &Subscription) -> Self {
        let mut sketch = Self::new(self.settings.clone(), 0, self.now);
        sketch.ids = self.ids.clone();
        sketch.insert(subscription.clone());
        let pending = self.pending_items(&subscription.id);
        let prices =
            subscription.items.iter().map(|item| &item.price).chain(pending.iter().map(|item| &item.price));
        for price in prices.filter_map(|id| self.prices.get(id)) {
            sketch.insert(price.clone());
            sketch.insert_some(self.products.get(&price.product));
        }
        for discount in subscription.discounts.iter().filter_map(|id| self.discounts.get(id)) {
            sketch.insert(discount.clone());
            sketch.insert_some(self.coupons.get(&discount.coupon));
        }
        sketch.insert_some(self.customers.get(&subscription.customer));
        for item in pending {
            sketch.insert(item);
        }
        sketch
    }

    fn insert_some<T: Object>(&mut self, object: Option<&T>) {
        if let Some(object) = object {
            self.insert(object.clone());
        }
    }

    /// `create_preview`.
    pub(crate) fn preview(&self, of: PreviewOf) -> Answer<Upcoming> {
        let mut copy = self.clone();
        let id = match of {
            PreviewOf::Change(id, change) => {
                let before: Subscription = copy.get(&id, "subscription")?;
                let change = Change { payment_behavior: PaymentBehavior::Allow, ..*change };
                copy.change_subscription(&id, &change)?;
                let after: Subscription = copy.get(&id, "subscription")?;
                if let Some(invoice) =
                    after.latest_invoice.filter(|now| before.latest_invoice.as_ref() != Some(now))
                {
                    let subscription: Subscription = copy.get(&id, "subscription")?;
                    return Ok(copy.as_preview(&invoice, &subscription));
                }
                id
            }
            PreviewOf::Cancellation(id) => {
                let subscription: Subscription = copy.get(&id, "subscription")?;
                if subscription.status != Status::Trialing {
                    copy.credit_rest(&subscription, copy.now);
                }
                let now = Period { start: copy.now, end: copy.now };
                let invoice = copy.draft_invoice(&subscription, Vec::new(), "upcoming", now);
                return Ok(copy.as_preview(&invoice, &subscription));
            }
            PreviewOf::New(new) => {
                let id = copy.start_subscription(*new)?;
                let subscription: Subscription = copy.get(&id, "subscription")?;
                let invoice = subscription.latest_invoice.clone().unwrap_or_default();
                return Ok(copy.as_preview(&invoice, &subscription));
            }
        };
        copy.upcoming_invoice(&id).ok_or_else(|| {
            Refusal::request("No upcoming invoices for customer: the subscription ends.")
                .code("invoice_upcoming_none")
        })
    }

    /// An invoice as it is shown before it exists.
    fn as_preview(&self, id: &str, subscription: &Subscription) -> Value {
        let Some(invoice) = self.invoices.get(id) else { return Value::Null };
        let due = (invoice.total() + invoice.starting_balance).max(0);
        let ending = (invoice.total() + invoice.starting_balance).min(0);
        let mut shown = Invoice { number: None, payment_intent: None, ..invoice.clone() }.json(self);
        let preview = format!("upcoming_in_{}", id.trim_start_matches("in_"));
        let overrides = [
            ("id", json!(preview)),
            ("status", json!("draft")),
            ("amount_paid", json!(0)),
            ("amount_due", json!(due)),
            ("amount_remaining", json!(due)),
            ("ending_balance", json!(ending)),
            ("attempted", json!(false)),
            ("attempt_count", json!(0)),
            ("hosted_invoice_url", Value::Null),
            ("invoice_pdf", Value::Null),
            ("effective_at", Value::Null),
            ("webhooks_delivered_at", Value::Null),
            ("next_payment_attempt", json!(subscription.period.end)),
        ];
        for (key, value) in overrides {
            shown[key] = value;
        }
        shown["status_transitions"]["finalized_at"] = Value::Null;
        shown["status_transitions"]["paid_at"] = Value::Null;
        if let Some(lines) = shown["lines"]["data"].as_array_mut() {
            for line in lines {
                line["invoice"] = json!(preview);
            }
        }
        shown["lines"]["url"] = json!(format!("/v1/invoices/{preview}/lines"));
        shown
    }
}
