//! Changes of a living subscription.

use super::{Attempt, DiscountRef, PaymentBehavior, Try, World, agenda::Task, lines::Charging};
use crate::{
    error::{Answer, Refusal},
    form::{Metadata, Patch},
    objects::{
        Cancellation, Collection, Invoice, Item, MissingPaymentMethod, Pause, PaymentMethod, Period, Status,
        Subscription,
    },
};

/// What a change of price in the middle of a period does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Proration {
    /// Credit and charge wait for the next invoice.
    Create,
    /// Credit and charge are invoiced now.
    Invoice,
    /// The difference is nobody's.
    None,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum TrialEnd {
    Now,
    At(i64),
}

/// A change of one item; without an id it is another item.
#[derive(Debug, Clone, Default)]
pub(crate) struct ItemChange {
    pub(crate) id: Option<String>,
    pub(crate) price: Option<String>,
    pub(crate) quantity: Option<i64>,
    pub(crate) deleted: bool,
    pub(crate) metadata: Option<Metadata>,
}

/// A change wanted; `None` and `Keep` leave as is.
#[derive(Debug, Clone)]
pub(crate) struct Change {
    pub(crate) items: Vec<ItemChange>,
    pub(crate) proration: Proration,
    /// Prorate as if changed then.
    pub(crate) proration_date: Option<i64>,
    pub(crate) anchor_now: bool,
    pub(crate) trial_end: Option<TrialEnd>,
    pub(crate) cancel_at: Patch<i64>,
    pub(crate) cancel_at_period_end: Option<bool>,
    pub(crate) cancellation: Option<Cancellation>,
    pub(crate) collection: Option<Collection>,
    pub(crate) default_payment_method: Patch<String>,
    pub(crate) description: Patch<String>,
    pub(crate) discounts: Option<Vec<DiscountRef>>,
    pub(crate) metadata: Option<Metadata>,
    pub(crate) missing_payment_method: Option<MissingPaymentMethod>,
    pub(crate) pause: Patch<Pause>,
    pub(crate) payment_behavior: PaymentBehavior,
    pub(crate) automatic_tax: Option<bool>,
}

impl Default for Change {
    fn default() -> Self {
        Self {
            items: Vec::new(),
            proration: Proration::Create,
            proration_date: None,
            anchor_now: false,
            trial_end: None,
            cancel_at: Patch::Keep,
            cancel_at_period_end: None,
            cancellation: None,
            collection: None,
            default_payment_method: Patch::Keep,
            description: Patch::Keep,
            discounts: None,
            metadata: None,
            missing_payment_method: None,
            pause: Patch::Keep,
            payment_behavior: PaymentBehavior::Allow,
            automatic_tax: None,
        }
    }
}

impl Change {
    fn touches_billing(&self) -> bool {
        !self.items.is_empty() || self.anchor_now || self.trial_end.is_some()
    }
}

impl World {
    /// Changes a subscription by call; one event tells of the whole change.
    pub(crate) fn change_subscription(&mut self, id: &str, change: &Change) -> Answer<()> {
        let old: Subscription = self.get(id, "id")?;
        check_changeable(&old, change)?;
        let items =
            if change.touches_billing() { Some(self.changed_items(&old, &change.items)?) } else { None };
        let saved = (change.payment_behavior == PaymentBehavior::Error).then(|| self.clone());
        let before = self.show::<Subscription>(id);
        self.change_plainly(id, change)?;
        let invoice = items.and_then(|items| self.change_billing(id, &old, items, change));
        if let Some(invoice) = &invoice {
            self.edit::<Subscription>(id, |subscription| subscription.latest_invoice = Some(invoice.clone()));
        }
        self.tell_change::<Subscription>(id, "customer.subscription.updated", &before);
        let Some(invoice) = invoice else { return Ok(()) };
        self.tell::<Invoice>(&invoice, "invoice.created");
        self.finalize(&invoice);
        if !self.is_open(&invoice)
            || self.invoices.get(&invoice).is_some_and(|of| of.collection != Collection::Charge)
        {
            return Ok(());
        }
        let outcome = self.collect(&invoice, None, Try::Scheduled);
        match saved {
            Some(saved) if outcome != Attempt::Paid => {
                let refusal = self.refusal_of(&self.latest_intent(id).unwrap_or_default());
                *self = saved;
                Err(refusal)
            }
            _ => Ok(()),
        }
    }

    /// What changes without touching periods and money.
    fn change_plainly(&mut self, id: &str, change: &Change) -> Answer<()> {
        let old: Subscription = self.get(id, "id")?;
        if let Patch::Set(method) = &change.default_payment_method {
            let method: PaymentMethod = self.get(method, "default_payment_method")?;
            if method.customer.as_ref() != Some(&old.customer) {
                return Err(Refusal::invalid(
                    "default_payment_method",
                    "The customer does not have a payment method with this ID. Attach it to the customer first.",
                ));
            }
        }
        let discounts = match &change.discounts {
            None => None,
            Some(references) => Some(
                references
                    .iter()
                    .map(|reference| self.redeem(reference, &old.customer, Some(id), &old.currency))
                    .collect::<Answer<Vec<String>>>()?,
            ),
        };
        if let Patch::Set(at) = change.cancel_at {
            self.plan(at, Task::Cancel(id.to_owned()));
        }
        if let Patch::Set(Pause { resumes_at: Some(at), .. }) = change.pause {
            self.plan(at, Task::ResumeCollection(id.to_owned()));
        }
        let now = self.now();
        let change = change.clone();
        self.edit::<Subscription>(id, |subscription| {
            change.cancel_at.apply(&mut subscription.cancel_at);
            subscription.cancel_at_period_end =
                change.cancel_at_period_end.unwrap_or(subscription.cancel_at_period_end);
            note_cancellation(subscription, now);
            if let Some(details) = change.cancellation {
                subscription.cancellation.comment =
                    details.comment.or(subscription.cancellation.comment.take());
                subscription.cancellation.feedback =
                    details.feedback.or(subscription.cancellation.feedback.take());
            }
            subscription.collection = change.collection.unwrap_or(subscription.collection);
            change.default_payment_method.apply(&mut subscription.default_payment_method);
            change.description.apply(&mut subscription.description);
            if let Some(discounts) = discounts {
                subscription.discounts = discounts;
            }
            if let Some(metadata) = change.metadata {
                subscription.metadata = metadata;
            }
            if let Some(missing) = change.missing_payment_method {
                subscription.missing_payment_method = missing;
            }
            subscription.automatic_tax = change.automatic_tax.unwrap_or(subscription.automatic_tax);
            change.pause.apply(&mut subscription.pause);
        });
        Ok(())
    }

    /// Items, anchor and trial. Gives the invoice that the change makes at once, if any.
    fn change_billing(
        &mut self,
        id: &str,
        old: &Subscription,
        items: Vec<Item>,
        change: &Change,
    ) -> Option<String> {
        let interval = |world: &Self, items: &[Item]| {
            items.first().and_then(|item| world.prices.get(&item.price)).and_then(|price| price.recurring)
        };
        let new_rhythm = interval(self, &old.items) != interval(self, &items);
        self.edit::<Subscription>(id, |subscription| subscription.items = items);
        self.remember_cost(id);
        self.edit::<Subscription>(id, |subscription| keep_costs(&mut subscription.items, &old.items));

        let now = self.now();
        let on_trial = old.status == Status::Trialing;
        match change.trial_end {
            Some(TrialEnd::At(end)) if end > now => {
                self.start_trial(id, old, end, change);
                return None;
            }
            Some(_) if on_trial => return Some(self.restart(id, old, now)),
            _ if on_trial && !change.anchor_now => return None,
            _ => {}
        }
        let settles = change.proration != Proration::None;
        let at = change.proration_date.unwrap_or(now);
        if change.anchor_now || new_rhythm {
            if settles && !on_trial {
                self.credit_rest(old, at);
            }
            return Some(self.restart(id, old, now));
        }
        let after = self.subscriptions.get(id).cloned()?;
        if settles {
            self.prorate(old, &after, at);
        }
        let invoices = change.proration == Proration::Invoice && !self.pending_items(id).is_empty();
        invoices.then(|| self.draft_invoice(&after, Vec::new(), "subscription_update", after.period))
    }

    /// A new period begins now and is invoiced now.
    fn restart(&mut self, id: &str, old: &Subscription, now: i64) -> String {
        self.edit::<Subscription>(id, |subscription| {
            subscription.billing_cycle_anchor = now;
            if let Some(trial) = subscription.trial.as_mut().filter(|trial| trial.end > now) {
                trial.end = now;
            }
            if subscription.status == Status::Trialing {
                subscription.status = Status::Active;
            }
        });
        self.set_period(id, now);
        self.plan_period(id);
        let subscription = self.subscriptions.get(id).cloned().unwrap_or_else(|| old.clone());
        let lines = self.period_lines(&subscription, subscription.period, Charging::Full);
        self.draft_invoice(&subscription, lines, "subscription_update", old.period)
    }

    fn start_trial(&mut self, id: &str, old: &Subscription, end: i64, change: &Change) {
        let now = self.now();
        if old.status != Status::Trialing && change.proration != Proration::None {
            self.credit_rest(old, now);
        }
        let start = old.trial.filter(|trial| trial.end > now).map_or(now, |trial| trial.start);
        self.edit::<Subscription>(id, |subscription| {
            subscription.trial = Some(Period { start, end });
            subscription.period =
                Period { start: if old.status == Status::Trialing { old.period.start } else { now }, end };
            subscription.billing_cycle_anchor = end;
            subscription.status = Status::Trialing;
        });
        self.plan_period(id);
    }

    fn changed_items(&mut self, old: &Subscription, changes: &[ItemChange]) -> Answer<Vec<Item>> {
        let mut items = old.items.clone();
        for (index, change) in changes.iter().enumerate() {
            let Some(id) = &change.id else {
                let price = change.price.clone();
                items.push(Item {
                    id: self.ids.next("si"),
                    created: self.now(),
                    price: price.ok_or_else(|| Refusal::missing_param(&format!("items[{index}][price]")))?,
                    quantity: change.quantity.unwrap_or(1),
                    metadata: change.metadata.clone().unwrap_or_default(),
                    period_cost: 0,
                });
                continue;
            };
            let Some(position) = items.iter().position(|item| item.id == *id) else {
                return Err(Refusal::missing("subscription_item", id, &format!("items[{index}][id]")));
            };
            if change.deleted {
                items.remove(position);
                continue;
            }
            let item = &mut items[position];
            item.price = change.price.clone().unwrap_or_else(|| item.price.clone());
            item.quantity = change.quantity.unwrap_or(item.quantity);
            if let Some(metadata) = &change.metadata {
                item.metadata.clone_from(metadata);
            }
        }
        let prices: Vec<String> = items.iter().map(|item| item.price.clone()).collect();
        let (_, currency) = self.shared_terms(&prices)?;
        if currency != old.currency {
            return Err(Refusal::invalid("items", "The currency of a subscription can't be changed."));
        }
        Ok(items)
    }
}

/// Items that stay as they were cost what they cost, also when a discount has ended since.
fn keep_costs(items: &mut [Item], old: &[Item]) {
    for item in items {
        let same = old
            .iter()
            .find(|was| was.id == item.id && was.price == item.price && was.quantity == item.quantity);
        if let Some(same) = same {
            item.period_cost = same.period_cost;
        }
    }
}

/// Stripe dates a cancellation by the wish, and forgets it when the wish is taken back.
fn note_cancellation(subscription: &mut Subscription, now: i64) {
    if subscription.cancel_at_period_end || subscription.cancel_at.is_some() {
        subscription.canceled_at = subscription.canceled_at.or(Some(now));
        subscription.cancellation.reason = Some("cancellation_requested");
    } else if !subscription.status.is_over() {
        subscription.canceled_at = None;
        subscription.cancellation = Cancellation::default();
    }
}

fn check_changeable(subscription: &Subscription, change: &Change) -> Answer<()> {
    let status = subscription.status;
    let more =
        change.touches_billing() || change.cancel_at_period_end.is_some() || change.pause != Patch::Keep;
    if status.is_over() && more {
        return Err(Refusal::request(
            "A canceled subscription can only update its cancellation_details and metadata.",
        ));
    }
    if status == Status::Incomplete && change.touches_billing() {
        return Err(Refusal::request(
            "An incomplete subscription can't change its items; pay its first invoice or cancel it.",
        ));
    }
    if change.cancel_at_period_end == Some(true) && matches!(change.cancel_at, Patch::Set(_)) {
        return Err(Refusal::invalid("cancel_at", "Set either cancel_at or cancel_at_period_end, not both."));
    }
    Ok(())
}
