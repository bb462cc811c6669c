//! Collecting invoices: tries, the retry schedule, recovery, giving up.

use super::{Asking, Attempt, FinalState, World, agenda::Task};
use crate::{
    calendar::DAY,
    error::{Answer, Refusal},
    objects::{Collection, Customer, Invoice, InvoicePayment, InvoiceStatus, Status},
};

/// Who tries to collect.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Try {
    /// The schedule; a failure plans the next try.
    Scheduled,
    /// A person or a call; the schedule stays as it is.
    ByHand,
}

impl World {
    /// The card an invoice is charged to.
    pub(super) fn card_for(&self, invoice: &Invoice) -> Option<String> {
        let of_subscription = || {
            let id = invoice.subscription.as_ref()?;
            self.subscriptions.get(id)?.default_payment_method.clone()
        };
        let of_customer = || self.customers.get(&invoice.customer)?.default_payment_method.clone();
        invoice.default_payment_method.clone().or_else(of_subscription).or_else(of_customer)
    }

    /// Tries to collect an open invoice.
    pub(crate) fn collect(&mut self, id: &str, method: Option<String>, by: Try) -> Attempt {
        self.collect_asking(id, method, by, Asking::May)
    }

    pub(super) fn collect_asking(
        &mut self,
        id: &str,
        method: Option<String>,
        by: Try,
        asking: Asking,
    ) -> Attempt {
        let Some(invoice) = self.invoices.get(id).cloned() else { return Attempt::Declined };
        if invoice.status == InvoiceStatus::Paid {
            return Attempt::Paid;
        }
        let method = method.or_else(|| self.card_for(&invoice)).unwrap_or_default();
        let intent = invoice.payment_intent.clone().unwrap_or_default();
        let outcome = self.charge(&intent, &method, asking);
        self.after_attempt(id, outcome, by);
        outcome
    }

    pub(super) fn collect_when_finalized(&mut self, id: &str) {
        let charges = self.invoices.get(id).is_some_and(|invoice| invoice.collection == Collection::Charge);
        if charges && self.is_open(id) {
            self.collect(id, None, Try::Scheduled);
        }
    }

    pub(super) fn retry(&mut self, id: &str, at: i64) {
        let Some(invoice) = self.invoices.get(id) else { return };
        let due = invoice.next_payment_attempt.is_some_and(|moment| moment == at);
        if due && invoice.status == InvoiceStatus::Open {
            self.collect(id, None, Try::Scheduled);
        }
    }

    /// What a try at an invoice's money means for it and its subscription.
    pub(super) fn after_attempt(&mut self, id: &str, outcome: Attempt, by: Try) {
        self.edit::<Invoice>(id, |invoice| invoice.attempt_count += 1);
        match outcome {
            Attempt::Paid => {
                self.keep_card(id);
                self.settle(id);
            }
            Attempt::Declined | Attempt::NeedsAction => self.not_collected(id, outcome, by),
        }
    }

    /// A card that paid for a subscription becomes the customer's, and the subscription's when it was told so.
    fn keep_card(&mut self, id: &str) {
        let Some(invoice) = self.invoices.get(id) else { return };
        let intent = invoice.payment_intent.as_ref().and_then(|intent| self.payment_intents.get(intent));
        let method = intent.and_then(|intent| intent.payment_method.clone());
        let (Some(method), Some(subscription)) = (method, invoice.subscription.clone()) else { return };
        let customer = invoice.customer.clone();
        if self.payment_methods.get(&method).is_some_and(|method| method.customer.is_none()) {
            // A card that has just paid can be attached.
            let _ = self.attach(&method, &customer);
        }
        if self.subscriptions.get(&subscription).is_some_and(|of| of.saves_payment_method) {
            self.update_subscription(&subscription, |of| of.default_payment_method = Some(method));
        }
    }

    /// The invoice is paid; its subscription comes to life or recovers.
    pub(super) fn settle(&mut self, id: &str) {
        let before = self.show::<Invoice>(id);
        let now = self.now;
        self.edit::<Invoice>(id, |invoice| {
            invoice.status = InvoiceStatus::Paid;
            invoice.amount_paid = invoice.amount_due();
            invoice.next_payment_attempt = None;
            invoice.auto_advance = false;
            invoice.transitions.paid = Some(now);
        });
        let payment = self
            .invoice_payments
            .iter()
            .find(|payment| payment.invoice == id)
            .map(|payment| payment.id.clone());
        if let Some(payment) = &payment {
            self.edit::<InvoicePayment>(payment, |payment| payment.paid_at = Some(now));
        }
        self.tell_change::<Invoice>(id, "invoice.updated", &before);
        self.tell::<Invoice>(id, "invoice.paid");
        self.tell::<Invoice>(id, "invoice.payment_succeeded");
        if let Some(payment) = &payment {
            self.tell::<InvoicePayment>(payment, "invoice_payment.paid");
        }
        let Some(invoice) = self.invoices.get(id).cloned() else { return };
        self.forgive(&invoice.customer);
        if let Some(subscription) = &invoice.subscription {
            self.recover(subscription, id);
        }
    }

    fn forgive(&mut self, customer: &str) {
        let owes = self.invoices.iter().any(|invoice| {
            invoice.customer == customer && invoice.status == InvoiceStatus::Open && invoice.attempt_count > 0
        });
        if !owes {
            self.update::<Customer>(customer, "customer.updated", |customer| customer.delinquent = false);
        }
    }

    /// A subscription recovers when its newest finalised invoice is paid.
    fn recover(&mut self, subscription_id: &str, invoice_id: &str) {
        let newest = self
            .invoices
            .iter()
            .rev()
            .filter(|invoice| invoice.subscription.as_deref() == Some(subscription_id))
            .find(|invoice| !matches!(invoice.status, InvoiceStatus::Draft | InvoiceStatus::Void))
            .map(|invoice| invoice.id.clone());
        let Some(subscription) = self.subscriptions.get(subscription_id).cloned() else { return };
        let now = self.now;
        let on_trial = subscription.trial.is_some_and(|trial| trial.end > now);
        let alive = if on_trial { Status::Trialing } else { Status::Active };
        match subscription.status {
            Status::Incomplete => self.update_subscription(subscription_id, |of| of.status = alive),
            Status::PastDue | Status::Unpaid if newest.as_deref() == Some(invoice_id) => {
                self.update_subscription(subscription_id, |of| of.status = alive);
            }
            Status::Paused => self.resumed(subscription_id),
            _ => {}
        }
    }

    fn not_collected(&mut self, id: &str, outcome: Attempt, by: Try) {
        let Some(invoice) = self.invoices.get(id).cloned() else { return };
        let subscription = invoice.subscription.as_ref().and_then(|id| self.subscriptions.get(id)).cloned();
        let status = subscription.as_ref().map(|subscription| subscription.status);
        let retries = !matches!(status, Some(Status::Incomplete | Status::Paused))
            && !status.is_some_and(Status::is_over)
            && invoice.auto_advance;
        let before = self.show::<Invoice>(id);
        let mut exhausted = false;
        if retries && by == Try::Scheduled {
            let days = self.settings.retry_days.get(invoice.retries).copied();
            let next = days.map(|days| self.now + i64::from(days) * DAY);
            exhausted = next.is_none();
            self.edit::<Invoice>(id, |invoice| {
                invoice.retries += 1;
                invoice.next_payment_attempt = next;
            });
            if let Some(next) = next {
                self.plan(next, Task::Retry(id.to_owned()));
            }
        }
        if outcome == Attempt::NeedsAction {
            self.tell::<Invoice>(id, "invoice.payment_action_required");
        }
        self.tell_change::<Invoice>(id, "invoice.updated", &before);
        self.tell::<Invoice>(id, "invoice.payment_failed");
        if retries {
            self.update::<Customer>(&invoice.customer, "customer.updated", |customer| {
                customer.delinquent = true;
            });
        }
        let Some(subscription) = subscription else { return };
        if matches!(subscription.status, Status::Active | Status::Trialing) {
            self.update_subscription(&subscription.id, |of| of.status = Status::PastDue);
        }
        if exhausted {
            self.give_up(&subscription.id, id);
        }
    }

    /// The last try failed.
    fn give_up(&mut self, subscription: &str, invoice: &str) {
        self.edit::<Invoice>(invoice, |invoice| invoice.auto_advance = false);
        match self.settings.final_state {
            FinalState::Canceled => self.end_for_nonpayment(subscription),
            FinalState::Unpaid => self.update_subscription(subscription, |of| of.status = Status::Unpaid),
            FinalState::PastDue => {}
        }
    }

    /// Pays an open invoice by call: a decline is a 402.
    pub(crate) fn pay_invoice(&mut self, id: &str, method: Option<String>) -> Answer<()> {
        let mut invoice: Invoice = self.get(id, "id")?;
        if invoice.status == InvoiceStatus::Draft {
            self.finalize(id);
            invoice = self.get(id, "id")?;
            if invoice.status == InvoiceStatus::Paid {
                return Ok(());
            }
        }
        match invoice.status {
            InvoiceStatus::Open | InvoiceStatus::Uncollectible => {}
            InvoiceStatus::Paid => {
                return Err(Refusal::request("Invoice is already paid").code("invoice_already_paid"));
            }
            _ => {
                return Err(Refusal::request(format!(
                    "Invoice is {} and can't be paid.",
                    invoice.status.name()
                )));
            }
        }
        if method.is_none() && self.card_for(&invoice).is_none() {
            return Err(Refusal::request(
                "There is no default_payment_method set on this Customer or Invoice. Please set a default_payment_method.",
            )
            .code("invoice_payment_intent_requires_action"));
        }
        match self.collect(id, method, Try::ByHand) {
            Attempt::Paid => Ok(()),
            Attempt::Declined => Err(self.refusal_of(&invoice.payment_intent.unwrap_or_default())),
            Attempt::NeedsAction => Err(Refusal::card(
                "invoice_payment_intent_requires_action",
                None,
                "This payment requires additional user action before it can be completed successfully.",
            )),
        }
    }

    /// Pays an open invoice by other means than a card.
    pub(crate) fn pay_out_of_band(&mut self, id: &str) -> Answer<()> {
        if !self.is_open(id) {
            return Err(Refusal::request("Only an open invoice can be paid."));
        }
        if let Some(intent) = self.invoices.get(id).and_then(|invoice| invoice.payment_intent.clone()) {
            self.cancel_intent(&intent, None)?;
        }
        self.settle(id);
        Ok(())
    }
}
