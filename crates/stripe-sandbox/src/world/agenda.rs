//! What will happen by itself, and when.
//!
//! A task is checked again when its moment comes: a subscription that was cancelled meanwhile isn't renewed. So
//! nothing is ever taken off the agenda by hand.

use std::collections::BTreeMap;

use super::World;
use crate::{
    calendar::DAY,
    objects::{CheckoutStatus, InvoiceStatus, PauseBehavior, Status},
};

/// Something that happens when its moment comes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Task {
    /// A period of a subscription ends.
    Renew(String),
    /// A cancellation with a date is due.
    Cancel(String),
    /// Three days before a trial ends.
    TrialWillEnd(String),
    /// Some days before a renewal.
    Upcoming(String),
    /// 23 hours after a first invoice that nobody paid.
    ExpireIncomplete(String),
    /// A pause of collection has a last day.
    ResumeCollection(String),
    /// An hour after a renewal's draft.
    Finalize(String),
    /// The next try at an unpaid invoice.
    Retry(String),
    /// A checkout page closes.
    ExpireSession(String),
    /// A card's last month begins.
    CardExpiring(String),
}

/// Tasks by moment and, within one, by the order of their planning.
#[derive(Debug, Clone, Default)]
pub(crate) struct Agenda {
    tasks: BTreeMap<(i64, u64), Task>,
    planned: u64,
}

impl Agenda {
    fn add(&mut self, at: i64, task: Task) {
        self.planned += 1;
        self.tasks.insert((at, self.planned), task);
    }

    fn next(&self) -> Option<i64> {
        self.tasks.first_key_value().map(|((at, _), _)| *at)
    }

    fn take(&mut self) -> Option<Task> {
        self.tasks.pop_first().map(|(_, task)| task)
    }
}

impl World {
    pub(super) fn plan(&mut self, at: i64, task: Task) {
        self.agenda.add(at, task);
    }

    /// The next moment at which something may happen.
    pub(crate) fn next_moment(&self) -> Option<i64> {
        self.agenda.next()
    }

    /// Moves time to `moment` and does, in order, what is due on the way. Time never goes back.
    pub(crate) fn run_until(&mut self, moment: i64) {
        while let Some(at) = self.agenda.next().filter(|at| *at <= moment) {
            self.now = self.now.max(at);
            if let Some(task) = self.agenda.take() {
                self.perform(&task, at);
            }
        }
        self.now = self.now.max(moment);
    }

    fn perform(&mut self, task: &Task, at: i64) {
        match task {
            Task::Renew(id) => self.renew(id, at),
            Task::Cancel(id) => self.cancel_when_due(id, at),
            Task::TrialWillEnd(id) => self.trial_will_end(id, at),
            Task::Upcoming(id) => self.upcoming(id, at),
            Task::ExpireIncomplete(id) => self.expire_incomplete(id),
            Task::ResumeCollection(id) => self.resume_collection(id, at),
            Task::Finalize(id) => self.finalize_when_due(id, at),
            Task::Retry(id) => self.retry(id, at),
            Task::ExpireSession(id) => self.expire_session_when_due(id),
            Task::CardExpiring(id) => self.card_expiring(id),
        }
    }

    fn trial_will_end(&mut self, id: &str, at: i64) {
        let Some(subscription) = self.subscriptions.get(id) else { return };
        let ends = subscription.trial.map(|trial| trial.end);
        if subscription.status == Status::Trialing && ends.is_some_and(|end| end - 3 * DAY <= at) {
            self.tell::<crate::objects::Subscription>(id, "customer.subscription.trial_will_end");
        }
    }

    fn upcoming(&mut self, id: &str, at: i64) {
        let Some(subscription) = self.subscriptions.get(id) else { return };
        let due = subscription.period.end - i64::from(self.settings.upcoming_days) * DAY;
        let leaves = subscription.cancel_at_period_end
            || subscription.cancel_at.is_some_and(|moment| moment <= subscription.period.end);
        let applies = subscription.status.renews() && due == at && !leaves;
        if let Some(invoice) = applies.then(|| self.upcoming_invoice(id)).flatten() {
            self.record("invoice.upcoming", invoice, None);
        }
    }

    fn resume_collection(&mut self, id: &str, at: i64) {
        let due = |pause: crate::objects::Pause| pause.resumes_at.is_some_and(|moment| moment <= at);
        if self.subscriptions.get(id).and_then(|subscription| subscription.pause).is_some_and(due) {
            self.update_subscription(id, |subscription| subscription.pause = None);
        }
    }

    fn finalize_when_due(&mut self, id: &str, at: i64) {
        let Some(invoice) = self.invoices.get(id) else { return };
        if invoice.status != InvoiceStatus::Draft || !invoice.auto_advance {
            return;
        }
        if invoice.automatically_finalizes_at.is_none_or(|moment| moment > at) {
            return;
        }
        let pause =
            invoice.subscription.as_ref().and_then(|id| self.subscriptions.get(id)).and_then(|of| of.pause);
        self.finalize(id);
        match pause.map(|pause| pause.behavior) {
            None => self.collect_when_finalized(id),
            Some(PauseBehavior::Void) => self.void(id),
            Some(PauseBehavior::MarkUncollectible) => self.mark_uncollectible(id),
            Some(PauseBehavior::KeepAsDraft) => {}
        }
    }

    fn expire_session_when_due(&mut self, id: &str) {
        if self.checkout_sessions.get(id).is_some_and(|session| session.status == CheckoutStatus::Open) {
            self.expire_session(id);
        }
    }

    fn card_expiring(&mut self, id: &str) {
        let Some(method) = self.payment_methods.get(id) else { return };
        if method.customer.is_some() && method.card.expires() > self.now {
            let source = method.source();
            self.record("customer.source.expiring", source, None);
        }
    }
}
