//! Proration by the second (Stripe "prorations").
//!
//! A change at second `t` of a period from `s` to `e` credits each changed item with what its whole period cost
//! after discounts, times `(e - t) / (e - s)`, and charges the new item's cost after discounts times the same
//! share. Each line is rounded by itself, half away from zero, to the minor unit. Trials cost nothing, so
//! changes within them make no lines.

use super::World;
use crate::{
    calendar,
    form::Metadata,
    money,
    objects::{InvoiceItem, Item, Period, Subscription},
};

impl World {
    /// Credits the rest of the present period of all items.
    pub(super) fn credit_rest(&mut self, subscription: &Subscription, at: i64) {
        for item in &subscription.items {
            self.credit(subscription, item, at);
        }
    }

    /// Lines for the difference between the items before and those now.
    pub(super) fn prorate(&mut self, before: &Subscription, after: &Subscription, at: i64) {
        let changed = |item: &Item, among: &[Item]| {
            among
                .iter()
                .find(|other| other.id == item.id)
                .is_none_or(|other| other.price != item.price || other.quantity != item.quantity)
        };
        for item in before.items.iter().filter(|item| changed(item, &after.items)) {
            self.credit(before, item, at);
        }
        for item in after.items.iter().filter(|item| changed(item, &before.items)) {
            self.debit(after, before.period, item, at);
        }
    }

    fn credit(&mut self, subscription: &Subscription, item: &Item, at: i64) {
        let Period { start, end } = subscription.period;
        let amount = -money::share(item.period_cost, end - at, end - start);
        let text = format!("Unused time on {} after {}", self.named(item), calendar::display(at));
        self.add_proration(subscription, item, amount, text, Period { start: at, end });
    }

    fn debit(&mut self, subscription: &Subscription, period: Period, item: &Item, at: i64) {
        let amount = money::share(item.period_cost, period.end - at, period.end - period.start);
        let text = format!("Remaining time on {} after {}", self.named(item), calendar::display(at));
        self.add_proration(subscription, item, amount, text, Period { start: at, end: period.end });
    }

    fn named(&self, item: &Item) -> String {
        let product = self.prices.get(&item.price).and_then(|price| self.products.get(&price.product));
        let name = product.map_or(item.price.as_str(), |product| product.name.as_str());
        if item.quantity == 1 { name.to_owned() } else { format!("{} × {name}", item.quantity) }
    }

    fn add_proration(
        &mut self,
        of: &Subscription,
        item: &Item,
        amount: i64,
        description: String,
        period: Period,
    ) {
        let Some(price) = self.prices.get(&item.price).cloned() else { return };
        let id = self.ids.next("ii");
        self.insert(InvoiceItem {
            id: id.clone(),
            created: self.now(),
            amount,
            currency: of.currency.clone(),
            customer: of.customer.clone(),
            description,
            invoice: None,
            metadata: Metadata::new(),
            period,
            price: price.id,
            product: price.product,
            proration: true,
            quantity: item.quantity,
            subscription: Some(of.id.clone()),
            unit_amount: price.unit_amount,
        });
        self.tell::<InvoiceItem>(&id, "invoiceitem.created");
    }
}
