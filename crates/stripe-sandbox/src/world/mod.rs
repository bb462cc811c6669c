//! The sandbox without HTTP: objects, transitions between their states, and the events these make.
//!
//! Everything here is plain data and arithmetic. Time is a number that [`World::run_until`] moves; chance is a
//! seed. So a month, or ten years, can be lived through in a unit test.

use std::sync::Arc;

use serde_json::Value;

use crate::{
    error::{Answer, Refusal},
    ids::Ids,
    money,
    objects::{
        Charge, CheckoutSession, Coupon, Customer, Discount, Dispute, Event, Invoice, InvoiceItem,
        InvoicePayment, LineTax, Object, PaymentIntent, PaymentMethod, PortalSession, Price, Product,
        PromotionCode, Refund, Subscription, TaxBehavior, previous_attributes,
    },
};

mod agenda;
mod cancel;
mod cards;
mod change;
mod checkout;
mod collect;
mod customers;
mod discounts;
mod disputes;
mod invoices;
mod lines;
mod once;
mod payments;
mod preview;
mod proration;
mod refunds;
mod renewal;
mod settings;
mod subscribe;
mod table;
#[cfg(test)]
mod tests;

pub(crate) use agenda::Agenda;
pub(crate) use cancel::Leaving;
pub(crate) use cards::{TEST_CARDS, TestCard, by_number, by_token};
pub(crate) use change::{Change, ItemChange, Proration, TrialEnd};
pub(crate) use checkout::{CheckoutOutcome, Payer};
pub(crate) use collect::Try;
pub(crate) use discounts::DiscountRef;
pub(crate) use payments::{Asking, Attempt, Confirmation, NewIntent, refuses_saving};
pub(crate) use preview::PreviewOf;
pub use settings::FinalState;
pub(crate) use settings::Settings;
pub(crate) use subscribe::{NewItem, NewSubscription, PaymentBehavior};
pub(crate) use table::Table;

/// Everything the sandbox knows.
#[derive(Debug, Clone)]
pub(crate) struct World {
    pub(crate) settings: Settings,
    pub(crate) ids: Ids,
    now: i64,
    agenda: Agenda,
    /// The call being answered, which its events name.
    pub(crate) request: Option<(String, Option<String>)>,
    /// Events that nobody has delivered yet.
    fresh: Vec<String>,
    pub(crate) charges: Table<Charge>,
    pub(crate) checkout_sessions: Table<CheckoutSession>,
    pub(crate) coupons: Table<Coupon>,
    pub(crate) customers: Table<Customer>,
    pub(crate) discounts: Table<Discount>,
    pub(crate) disputes: Table<Dispute>,
    pub(crate) events: Table<Event>,
    pub(crate) invoice_items: Table<InvoiceItem>,
    pub(crate) invoice_payments: Table<InvoicePayment>,
    pub(crate) invoices: Table<Invoice>,
    pub(crate) payment_intents: Table<PaymentIntent>,
    pub(crate) payment_methods: Table<PaymentMethod>,
    pub(crate) portal_sessions: Table<PortalSession>,
    pub(crate) prices: Table<Price>,
    pub(crate) products: Table<Product>,
    pub(crate) promotion_codes: Table<PromotionCode>,
    pub(crate) refunds: Table<Refund>,
    pub(crate) subscriptions: Table<Subscription>,
}

impl World {
    /// An empty world at a moment (Unix seconds).
    pub(crate) fn new(settings: Settings, seed: u64, now: i64) -> Self {
        Self {
            settings,
            ids: Ids::new(seed),
            now,
            agenda: Agenda::default(),
            request: None,
            fresh: Vec::new(),
            charges: Table::default(),
            checkout_sessions: Table::default(),
            coupons: Table::default(),
            customers: Table::default(),
            discounts: Table::default(),
            disputes: Table::default(),
            events: Table::default(),
            invoice_items: Table::default(),
            invoice_payments: Table::default(),
            invoices: Table::default(),
            payment_intents: Table::default(),
            payment_methods: Table::default(),
            portal_sessions: Table::default(),
            prices: Table::default(),
            products: Table::default(),
            promotion_codes: Table::default(),
            refunds: Table::default(),
            subscriptions: Table::default(),
        }
    }

    /// Unix seconds.
    pub(crate) fn now(&self) -> i64 {
        self.now
    }

    /// An address of the sandbox's own pages.
    pub(crate) fn address(&self, path: &str) -> String {
        format!("{}{path}", self.settings.base_url)
    }

    /// The object with this id, also when it was deleted; refused as Stripe does when there is none.
    pub(crate) fn get<T: Object>(&self, id: &str, param: &str) -> Answer<T> {
        T::table(self).get(id).cloned().ok_or_else(|| Refusal::missing(T::KIND, id, param))
    }

    /// The object with this id, unless deleted.
    pub(crate) fn living<T: Object>(&self, id: &str, param: &str) -> Answer<T> {
        self.get::<T>(id, param).and_then(|found| {
            if found.is_deleted() { Err(Refusal::missing(T::KIND, id, param)) } else { Ok(found) }
        })
    }

    /// Adds an object.
    pub(crate) fn insert<T: Object>(&mut self, object: T) {
        let id = object.id().to_owned();
        T::table_mut(self).insert(id, object);
    }

    /// The object as it is shown now; null when there is none.
    pub(crate) fn show<T: Object>(&self, id: &str) -> Value {
        T::table(self).get(id).map_or(Value::Null, |object| object.json(self))
    }

    /// Changes an object without an event.
    pub(crate) fn edit<T: Object>(&mut self, id: &str, change: impl FnOnce(&mut T)) {
        if let Some(object) = T::table_mut(self).get_mut(id) {
            change(object);
        }
    }

    /// Changes an object, and makes the event with what it was before, if anything changed.
    pub(crate) fn update<T: Object>(&mut self, id: &str, kind: &str, change: impl FnOnce(&mut T)) {
        let before = self.show::<T>(id);
        self.edit(id, change);
        self.tell_change::<T>(id, kind, &before);
    }

    /// The event of a change since `before`, if anything changed.
    pub(crate) fn tell_change<T: Object>(&mut self, id: &str, kind: &str, before: &Value) {
        let after = self.show::<T>(id);
        if let Some(previous) = previous_attributes(before, &after) {
            self.record(kind, after, Some(previous));
        }
    }

    /// The event of an object as it is now.
    pub(crate) fn tell<T: Object>(&mut self, id: &str, kind: &str) {
        let object = self.show::<T>(id);
        self.record(kind, object, None);
    }

    /// Keeps an event with a snapshot.
    pub(crate) fn record(&mut self, kind: &str, object: Value, previous_attributes: Option<Value>) {
        let id = self.ids.next("evt");
        self.fresh.push(id.clone());
        self.insert(Event {
            id,
            created: self.now,
            kind: kind.to_owned(),
            object: Arc::new(object),
            previous_attributes,
            request: self.request.clone(),
            pending_webhooks: 0,
        });
    }

    /// Events made since the last call, oldest first.
    pub(crate) fn take_events(&mut self) -> Vec<String> {
        std::mem::take(&mut self.fresh)
    }

    /// The tax of a net amount, when the sandbox was given a rate.
    pub(crate) fn tax(&self, net: i64, behavior: TaxBehavior) -> Option<LineTax> {
        let rate = self.settings.tax_hundredths?;
        Some(match behavior {
            TaxBehavior::Inclusive => {
                let taxable = money::share(net, 10_000, 10_000 + rate);
                LineTax { amount: net - taxable, taxable, behavior }
            }
            TaxBehavior::Exclusive | TaxBehavior::Unspecified => {
                LineTax { amount: money::percent(net, rate), taxable: net, behavior: TaxBehavior::Exclusive }
            }
        })
    }
}
