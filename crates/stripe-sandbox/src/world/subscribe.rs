//! The beginning of a subscription.

use super::{Asking, Attempt, DiscountRef, Try, World, agenda::Task, lines::Charging};
use crate::{
    calendar::{DAY, HOUR, Interval},
    error::{Answer, Refusal},
    form::Metadata,
    objects::{
        Cancellation, Collection, Customer, Invoice, Item, MissingPaymentMethod, PaymentMethod, Period,
        Price, Status, Subscription,
    },
};

/// What happens when the first payment fails.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum PaymentBehavior {
    /// The subscription stays incomplete.
    Allow,
    /// No payment is tried; the caller confirms it later.
    DefaultIncomplete,
    /// The call is refused and nothing changes.
    Error,
}

#[derive(Debug, Clone)]
pub(crate) struct NewItem {
    pub(crate) price: String,
    pub(crate) quantity: i64,
    pub(crate) metadata: Metadata,
}

/// A subscription wanted.
#[derive(Debug, Clone)]
pub(crate) struct NewSubscription {
    pub(crate) customer: String,
    pub(crate) items: Vec<NewItem>,
    /// One-time prices for the first invoice.
    pub(crate) once: Vec<NewItem>,
    pub(crate) trial_end: Option<i64>,
    pub(crate) cancel_at: Option<i64>,
    pub(crate) cancel_at_period_end: bool,
    pub(crate) collection: Collection,
    pub(crate) default_payment_method: Option<String>,
    pub(crate) description: Option<String>,
    pub(crate) discounts: Vec<DiscountRef>,
    pub(crate) metadata: Metadata,
    pub(crate) missing_payment_method: MissingPaymentMethod,
    pub(crate) saves_payment_method: bool,
    pub(crate) automatic_tax: bool,
}

impl NewSubscription {
    /// One with nothing special about it.
    pub(crate) fn of(customer: &str, items: Vec<NewItem>) -> Self {
        Self {
            customer: customer.to_owned(),
            items,
            once: Vec::new(),
            trial_end: None,
            cancel_at: None,
            cancel_at_period_end: false,
            collection: Collection::Charge,
            default_payment_method: None,
            description: None,
            discounts: Vec::new(),
            metadata: Metadata::new(),
            missing_payment_method: MissingPaymentMethod::CreateInvoice,
            saves_payment_method: false,
            automatic_tax: false,
        }
    }
}

impl World {
    /// The interval and currency that all items share.
    pub(super) fn shared_terms(&self, prices: &[String]) -> Answer<(Interval, String)> {
        let mut terms: Option<(Interval, String)> = None;
        for (index, id) in prices.iter().enumerate() {
            let price: Price = self.get(id, &format!("items[{index}][price]"))?;
            if prices[..index].contains(id) {
                return Err(Refusal::invalid(
                    format!("items[{index}][price]"),
                    format!("Cannot add multiple subscription items with the same plan: {id}"),
                ));
            }
            if !price.active {
                return Err(Refusal::invalid(
                    format!("items[{index}][price]"),
                    format!("The price specified is inactive. This field only accepts active prices. ({id})"),
                ));
            }
            let Some(interval) = price.recurring else {
                return Err(Refusal::invalid(
                    format!("items[{index}][price]"),
                    "The price specified is set to `type=one_time` but this field only accepts prices with `type=recurring`.",
                ));
            };
            match &terms {
                None => terms = Some((interval, price.currency)),
                Some((of, currency)) if *of == interval && *currency == price.currency => {}
                Some(_) => {
                    return Err(Refusal::invalid(
                        "items",
                        "All prices on a subscription must have the same `recurring.interval` and currency.",
                    ));
                }
            }
        }
        terms.ok_or_else(|| Refusal::missing_param("items"))
    }

    /// Makes the subscription and its first invoice. Nothing is tried yet and no event tells of the subscription.
    pub(super) fn start_subscription(&mut self, new: NewSubscription) -> Answer<String> {
        let customer: Customer = self.living(&new.customer, "customer")?;
        let prices: Vec<String> = new.items.iter().map(|item| item.price.clone()).collect();
        let (interval, currency) = self.shared_terms(&prices)?;
        if customer.currency.as_ref().is_some_and(|of| *of != currency) {
            return Err(Refusal::invalid(
                "items",
                format!(
                    "You cannot combine currencies on a single customer. This customer has had a subscription, coupon, or invoice item with currency {}.",
                    customer.currency.unwrap_or_default()
                ),
            ));
        }
        if let Some(method) = &new.default_payment_method {
            self.get::<PaymentMethod>(method, "default_payment_method")?;
        }
        if let Some(end) = new.trial_end.filter(|end| *end <= self.now) {
            return Err(Refusal::invalid(
                "trial_end",
                format!("Invalid timestamp: must be in the future: {end}"),
            ));
        }
        let id = self.ids.next("sub");
        let mut discounts = Vec::new();
        for reference in &new.discounts {
            discounts.push(self.redeem(reference, &new.customer, Some(&id), &currency)?);
        }
        let trial = new.trial_end.map(|end| Period { start: self.now, end });
        let anchor = trial.map_or(self.now, |trial| trial.end);
        let period = trial.unwrap_or(Period { start: self.now, end: interval.next_after(anchor, self.now) });
        let items = new
            .items
            .into_iter()
            .map(|item| Item {
                id: self.ids.next("si"),
                created: self.now,
                price: item.price,
                quantity: item.quantity,
                metadata: item.metadata,
                period_cost: 0,
            })
            .collect();
        self.edit::<Customer>(&new.customer, |customer| customer.currency = Some(currency.clone()));
        self.insert(Subscription {
            id: id.clone(),
            created: self.now,
            customer: new.customer,
            currency,
            status: Status::Incomplete,
            items,
            period,
            billing_cycle_anchor: anchor,
            trial,
            cancel_at: new.cancel_at,
            cancel_at_period_end: new.cancel_at_period_end,
            canceled_at: (new.cancel_at_period_end || new.cancel_at.is_some()).then_some(self.now),
            ended_at: None,
            cancellation: Cancellation::default(),
            collection: new.collection,
            default_payment_method: new.default_payment_method,
            latest_invoice: None,
            metadata: new.metadata,
            description: new.description,
            discounts,
            pause: None,
            missing_payment_method: new.missing_payment_method,
            saves_payment_method: new.saves_payment_method,
            automatic_tax: new.automatic_tax,
            announced: false,
        });
        self.remember_cost(&id);
        self.first_invoice(&id, &new.once)?;
        self.plan_period(&id);
        if let Some(at) = new.cancel_at {
            self.plan(at, Task::Cancel(id.clone()));
        }
        Ok(id)
    }

    fn first_invoice(&mut self, id: &str, once: &[NewItem]) -> Answer<()> {
        let subscription: Subscription = self.get(id, "id")?;
        let charging = if subscription.trial.is_some() { Charging::Trial } else { Charging::Full };
        for item in once {
            self.add_once(&subscription, item)?;
        }
        let lines = self.period_lines(&subscription, subscription.period, charging);
        let now = Period { start: self.now, end: self.now };
        let invoice = self.draft_invoice(&subscription, lines, "subscription_create", now);
        self.edit::<Subscription>(id, |subscription| subscription.latest_invoice = Some(invoice.clone()));
        self.tell::<Invoice>(&invoice, "invoice.created");
        Ok(())
    }

    fn add_once(&mut self, subscription: &Subscription, item: &NewItem) -> Answer<()> {
        let price: Price = self.get(&item.price, "price")?;
        let name = self.products.get(&price.product).map(|product| product.name.clone()).unwrap_or_default();
        let id = self.ids.next("ii");
        self.insert(crate::objects::InvoiceItem {
            id: id.clone(),
            created: self.now,
            amount: price.unit_amount * item.quantity,
            currency: subscription.currency.clone(),
            customer: subscription.customer.clone(),
            description: name,
            invoice: None,
            metadata: item.metadata.clone(),
            period: Period { start: self.now, end: self.now },
            price: price.id,
            product: price.product,
            proration: false,
            quantity: item.quantity,
            subscription: Some(subscription.id.clone()),
            unit_amount: price.unit_amount,
        });
        self.tell::<crate::objects::InvoiceItem>(&id, "invoiceitem.created");
        Ok(())
    }

    /// Finalises the first invoice and collects it; a subscription with nothing to pay lives at once.
    fn open_first_invoice(&mut self, id: &str, behavior: PaymentBehavior) -> Attempt {
        let Some(invoice) = self.subscriptions.get(id).and_then(|of| of.latest_invoice.clone()) else {
            return Attempt::Declined;
        };
        self.finalize(&invoice);
        if !self.is_open(&invoice) {
            return Attempt::Paid;
        }
        if self.subscriptions.get(id).is_some_and(|of| of.collection != Collection::Charge) {
            self.update_subscription(id, |of| of.status = Status::Active);
            return Attempt::Paid;
        }
        let at = self.now + 23 * HOUR;
        self.plan(at, Task::ExpireIncomplete(id.to_owned()));
        if behavior == PaymentBehavior::DefaultIncomplete {
            return Attempt::NeedsAction;
        }
        self.collect(&invoice, None, Try::Scheduled)
    }

    /// A subscription by call: its event comes with the state it has when the call is answered.
    pub(crate) fn create_subscription(
        &mut self,
        new: NewSubscription,
        behavior: PaymentBehavior,
    ) -> Answer<String> {
        let has_card = new.default_payment_method.is_some()
            || self
                .customers
                .get(&new.customer)
                .is_some_and(|customer| customer.default_payment_method.is_some());
        let needs_card = new.trial_end.is_none()
            && new.collection == Collection::Charge
            && behavior != PaymentBehavior::DefaultIncomplete;
        let cardless = needs_card && !has_card;
        let before = (behavior == PaymentBehavior::Error || cardless).then(|| self.clone());
        let id = self.start_subscription(new)?;
        let due = self.subscriptions.get(&id).and_then(|of| of.latest_invoice.as_ref());
        let due = due.and_then(|invoice| self.invoices.get(invoice)).map_or(0, Invoice::amount_due);
        if let (Some(before), true) = (&before, cardless && due > 0) {
            *self = before.clone();
            return Err(Refusal::request(
                "This customer has no attached payment source or default payment method. Please consider adding a default payment method.",
            )
            .code("resource_missing"));
        }
        let outcome = self.open_first_invoice(&id, behavior);
        if let (Some(before), false) = (before, outcome == Attempt::Paid) {
            let refusal = if outcome == Attempt::NeedsAction {
                Refusal::card(
                    "subscription_payment_intent_requires_action",
                    None,
                    "Payment for this subscription requires additional user action before it can be completed successfully.",
                )
            } else {
                self.refusal_of(&self.latest_intent(&id).unwrap_or_default())
            };
            *self = before;
            return Err(refusal);
        }
        self.announce(&id);
        Ok(id)
    }

    /// A subscription by checkout: told of as incomplete, then updated, as Stripe's pages do.
    pub(super) fn subscribe_by_checkout(
        &mut self,
        new: NewSubscription,
        method: Option<&str>,
        asking: Asking,
    ) -> Answer<String> {
        let id = self.start_subscription(new)?;
        let due = self.subscriptions.get(&id).and_then(|of| of.latest_invoice.clone()).unwrap_or_default();
        self.announce(&id);
        self.finalize(&due);
        if self.is_open(&due) {
            self.collect_asking(&due, method.map(str::to_owned), Try::Scheduled, asking);
        }
        Ok(id)
    }

    fn announce(&mut self, id: &str) {
        self.edit::<Subscription>(id, |subscription| subscription.announced = true);
        self.tell::<Subscription>(id, "customer.subscription.created");
    }

    pub(super) fn latest_intent(&self, subscription: &str) -> Option<String> {
        let invoice = self.subscriptions.get(subscription)?.latest_invoice.as_ref()?;
        self.invoices.get(invoice)?.payment_intent.clone()
    }

    /// Changes a subscription and tells of it, once it is announced.
    pub(crate) fn update_subscription(&mut self, id: &str, change: impl FnOnce(&mut Subscription)) {
        if self.subscriptions.get(id).is_some_and(|subscription| subscription.announced) {
            self.update::<Subscription>(id, "customer.subscription.updated", change);
        } else {
            self.edit(id, change);
        }
    }

    /// Notes what a period costs now, for later prorations.
    pub(super) fn remember_cost(&mut self, id: &str) {
        let Some(subscription) = self.subscriptions.get(id).cloned() else { return };
        let discounts = self.discounts_at(&subscription, self.now);
        let costs: Vec<i64> = subscription
            .items
            .iter()
            .map(|item| {
                let price = self.prices.get(&item.price);
                let full = price.map_or(0, |price| price.unit_amount * item.quantity);
                let product = price.map_or("", |price| price.product.as_str());
                self.after_discounts(full, &subscription.currency, product, &discounts)
            })
            .collect();
        self.edit::<Subscription>(id, |subscription| {
            for (item, cost) in subscription.items.iter_mut().zip(costs) {
                item.period_cost = cost;
            }
        });
    }

    /// Plans what the present period brings: its end, the word before it, the word before a trial's end.
    pub(super) fn plan_period(&mut self, id: &str) {
        let Some(subscription) = self.subscriptions.get(id) else { return };
        let (end, trial) = (subscription.period.end, subscription.trial.map(|trial| trial.end));
        let upcoming = end - i64::from(self.settings.upcoming_days) * DAY;
        if self.settings.upcoming_days > 0 && upcoming > self.now {
            self.plan(upcoming, Task::Upcoming(id.to_owned()));
        }
        if trial == Some(end) {
            // A trial shorter than three days is told of at once (Stripe "trial_will_end").
            self.plan((end - 3 * DAY).max(self.now), Task::TrialWillEnd(id.to_owned()));
        }
        self.plan(end, Task::Renew(id.to_owned()));
    }

    /// Nobody paid the first invoice for 23 hours.
    pub(super) fn expire_incomplete(&mut self, id: &str) {
        let Some(subscription) = self.subscriptions.get(id) else { return };
        if subscription.status != Status::Incomplete {
            return;
        }
        let invoice = subscription.latest_invoice.clone();
        let now = self.now;
        self.update_subscription(id, |subscription| {
            subscription.status = Status::IncompleteExpired;
            subscription.ended_at = Some(now);
        });
        if let Some(invoice) = invoice.filter(|invoice| self.is_open(invoice)) {
            self.void(&invoice);
        }
    }
}
