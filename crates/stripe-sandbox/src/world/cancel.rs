//! The end of a subscription, and the way back from a pause.

use super::{Attempt, Try, World, lines::Charging};
use crate::{
    error::{Answer, Refusal},
    objects::{Cancellation, Invoice, InvoiceStatus, Status, Subscription},
};

/// How a subscription is ended now.
#[derive(Debug, Clone, Default)]
pub(crate) struct Leaving {
    pub(crate) details: Cancellation,
    /// A last invoice for what is pending.
    pub(crate) invoice_now: bool,
    /// Credit for the time that is left.
    pub(crate) prorate: bool,
}

impl World {
    /// Ends a subscription by call.
    pub(crate) fn cancel_now(&mut self, id: &str, leaving: Leaving) -> Answer<()> {
        let subscription: Subscription = self.get(id, "id")?;
        if subscription.status.is_over() {
            return Err(Refusal::missing("subscription", id, "id"));
        }
        if leaving.prorate && subscription.status != Status::Trialing {
            self.credit_rest(&subscription, self.now());
        }
        let details = leaving.details;
        self.edit::<Subscription>(id, |subscription| {
            subscription.cancellation.comment = details.comment.or(subscription.cancellation.comment.take());
            subscription.cancellation.feedback =
                details.feedback.or(subscription.cancellation.feedback.take());
        });
        if leaving.invoice_now && !self.pending_items(id).is_empty() {
            let subscription: Subscription = self.get(id, "id")?;
            let period = subscription.period;
            let invoice = self.draft_invoice(&subscription, Vec::new(), "subscription_update", period);
            self.tell::<Invoice>(&invoice, "invoice.created");
            self.finalize(&invoice);
            self.collect_when_finalized(&invoice);
        }
        self.end_subscription(id, Some("cancellation_requested"));
        Ok(())
    }

    pub(super) fn cancel_when_due(&mut self, id: &str, at: i64) {
        let Some(subscription) = self.subscriptions.get(id) else { return };
        if subscription.cancel_at == Some(at) && !subscription.status.is_over() {
            self.end_subscription(id, subscription.cancellation.reason);
        }
    }

    pub(super) fn end_for_nonpayment(&mut self, id: &str) {
        self.end_subscription(id, Some("payment_failed"));
    }

    /// The subscription is over: its unpaid invoices are no longer collected.
    pub(super) fn end_subscription(&mut self, id: &str, reason: Option<&'static str>) {
        let Some(subscription) = self.subscriptions.get(id).cloned() else { return };
        let now = self.now();
        let unpaid: Vec<(String, InvoiceStatus)> = self
            .invoices
            .iter()
            .filter(|invoice| invoice.subscription.as_deref() == Some(id))
            .filter(|invoice| matches!(invoice.status, InvoiceStatus::Draft | InvoiceStatus::Open))
            .map(|invoice| (invoice.id.clone(), invoice.status))
            .collect();
        self.edit::<Subscription>(id, |subscription| {
            subscription.status = Status::Canceled;
            subscription.canceled_at = subscription.canceled_at.or(Some(now));
            subscription.ended_at = Some(now);
            subscription.cancellation.reason = reason.or(subscription.cancellation.reason);
        });
        for (invoice, status) in unpaid {
            if subscription.status == Status::Incomplete && status == InvoiceStatus::Open {
                self.void(&invoice);
            } else {
                self.update::<Invoice>(&invoice, "invoice.updated", |invoice| {
                    invoice.auto_advance = false;
                    invoice.next_payment_attempt = None;
                    invoice.automatically_finalizes_at = None;
                });
            }
        }
        self.tell::<Subscription>(id, "customer.subscription.deleted");
    }

    /// Ends the pause of a trial without a card: a new period begins and is paid for.
    pub(crate) fn resume(&mut self, id: &str, keeps_anchor: bool) -> Answer<()> {
        let subscription: Subscription = self.get(id, "id")?;
        if subscription.status != Status::Paused {
            return Err(Refusal::request(format!(
                "Only a paused subscription can be resumed; this one is {}.",
                subscription.status.name()
            )));
        }
        let now = self.now();
        if !keeps_anchor {
            self.edit::<Subscription>(id, |subscription| subscription.billing_cycle_anchor = now);
        }
        self.set_period(id, now);
        let subscription: Subscription = self.get(id, "id")?;
        let lines = self.period_lines(&subscription, subscription.period, Charging::Full);
        let invoice = self.draft_invoice(&subscription, lines, "subscription_cycle", subscription.period);
        self.edit::<Subscription>(id, |subscription| subscription.latest_invoice = Some(invoice.clone()));
        self.tell::<Invoice>(&invoice, "invoice.created");
        self.finalize(&invoice);
        self.plan_period(id);
        if !self.is_open(&invoice) || self.collect(&invoice, None, Try::ByHand) == Attempt::Paid {
            return Ok(());
        }
        let intent = self.latest_intent(id).unwrap_or_default();
        self.void(&invoice);
        Err(self.refusal_of(&intent))
    }

    /// The invoice of a resumption was paid.
    pub(super) fn resumed(&mut self, id: &str) {
        let before = self.show::<Subscription>(id);
        self.edit::<Subscription>(id, |subscription| subscription.status = Status::Active);
        self.tell::<Subscription>(id, "customer.subscription.resumed");
        self.tell_change::<Subscription>(id, "customer.subscription.updated", &before);
    }
}
