//! The end of a period: the next one, or what was decided for then.

use super::{World, lines::Charging};
use crate::objects::{Invoice, MissingPaymentMethod, Period, Price, Status, Subscription};

impl World {
    /// A period ended at `at`.
    pub(super) fn renew(&mut self, id: &str, at: i64) {
        let Some(subscription) = self.subscriptions.get(id).cloned() else { return };
        if subscription.period.end != at || !subscription.status.renews() {
            return;
        }
        if subscription.cancel_at_period_end || subscription.cancel_at.is_some_and(|moment| moment <= at) {
            self.end_subscription(id, subscription.cancellation.reason);
            return;
        }
        if subscription.status == Status::Trialing && self.lacks_card(&subscription) {
            match subscription.missing_payment_method {
                MissingPaymentMethod::Cancel => return self.end_subscription(id, None),
                MissingPaymentMethod::Pause => return self.pause_after_trial(id),
                MissingPaymentMethod::CreateInvoice => {}
            }
        }
        self.next_period(id, at);
    }

    fn lacks_card(&self, subscription: &Subscription) -> bool {
        let customer = self.customers.get(&subscription.customer);
        subscription.default_payment_method.is_none()
            && customer.is_none_or(|customer| customer.default_payment_method.is_none())
    }

    fn pause_after_trial(&mut self, id: &str) {
        let before = self.show::<Subscription>(id);
        self.edit::<Subscription>(id, |subscription| subscription.status = Status::Paused);
        self.tell::<Subscription>(id, "customer.subscription.paused");
        self.tell_change::<Subscription>(id, "customer.subscription.updated", &before);
    }

    /// Begins the period that starts at `start`, with a draft that is collected an hour later.
    fn next_period(&mut self, id: &str, start: i64) {
        let before = self.show::<Subscription>(id);
        let Some(old) = self.subscriptions.get(id).map(|subscription| subscription.period) else { return };
        self.set_period(id, start);
        let Some(subscription) = self.subscriptions.get(id).cloned() else { return };
        let lines = self.period_lines(&subscription, subscription.period, Charging::Full);
        let invoice = self.draft_invoice(&subscription, lines, "subscription_cycle", old);
        self.edit::<Subscription>(id, |subscription| {
            subscription.latest_invoice = Some(invoice.clone());
            if subscription.status == Status::Trialing {
                subscription.status = Status::Active;
            }
        });
        if subscription.status == Status::Unpaid {
            self.edit::<Invoice>(&invoice, |invoice| invoice.auto_advance = false);
        } else if subscription
            .pause
            .is_some_and(|pause| pause.behavior == crate::objects::PauseBehavior::KeepAsDraft)
        {
            self.edit::<Invoice>(&invoice, |invoice| invoice.auto_advance = false);
        } else {
            self.finalize_in_an_hour(&invoice);
        }
        self.tell::<Invoice>(&invoice, "invoice.created");
        self.tell_change::<Subscription>(id, "customer.subscription.updated", &before);
        self.plan_period(id);
    }

    /// Sets the period that contains `start`, by the anchor, and notes its cost.
    pub(super) fn set_period(&mut self, id: &str, start: i64) {
        let Some(subscription) = self.subscriptions.get(id) else { return };
        let price = subscription.items.first().and_then(|item| self.prices.get(&item.price));
        let Some(interval) = price.and_then(|price: &Price| price.recurring) else { return };
        let end = interval.next_after(subscription.billing_cycle_anchor, start);
        self.edit::<Subscription>(id, |subscription| subscription.period = Period { start, end });
        self.remember_cost(id);
    }
}
