//! The lines of a subscription's invoices.

use super::World;
use crate::{
    form::Metadata,
    objects::{InvoiceItem, Item, Line, LineParent, Object as _, Period, Subscription},
};

/// Whether the items of a period cost something.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Charging {
    Full,
    /// A trial's line is there and costs nothing.
    Trial,
}

impl World {
    /// One line an item, for a whole period.
    pub(super) fn period_lines(
        &mut self,
        subscription: &Subscription,
        period: Period,
        charging: Charging,
    ) -> Vec<Line> {
        let mut lines: Vec<Line> = subscription
            .items
            .iter()
            .filter_map(|item| self.period_line(subscription, item, period, charging))
            .collect();
        let discounts = self.discounts_at(subscription, period.start);
        self.discount_lines(&mut lines, &discounts);
        lines
    }

    fn period_line(
        &mut self,
        subscription: &Subscription,
        item: &Item,
        period: Period,
        charging: Charging,
    ) -> Option<Line> {
        let price = self.prices.get(&item.price)?.clone();
        let name = self
            .products
            .get(&price.product)
            .map_or_else(|| price.product.clone(), |product| product.name.clone());
        let (amount, description) = match charging {
            Charging::Full => (
                price.unit_amount * item.quantity,
                format!("{} × {name} (at {})", item.quantity, price.display()),
            ),
            Charging::Trial => (0, format!("Trial period for {name}")),
        };
        Some(Line {
            id: self.ids.next("il"),
            amount,
            currency: subscription.currency.clone(),
            description,
            discounts: Vec::new(),
            discountable: true,
            metadata: subscription.metadata.clone(),
            parent: LineParent::Item { subscription: subscription.id.clone(), item: item.id.clone() },
            period,
            price: price.id,
            product: price.product,
            unit_amount: price.unit_amount,
            proration: false,
            quantity: item.quantity,
            tax: None,
        })
    }

    /// What waits for the subscription's next invoice.
    pub(super) fn pending_items(&self, subscription: &str) -> Vec<InvoiceItem> {
        self.invoice_items
            .iter()
            .filter(|item| item.invoice.is_none() && item.subscription.as_deref() == Some(subscription))
            .cloned()
            .collect()
    }

    pub(super) fn pending_line(&mut self, item: &InvoiceItem) -> Line {
        Line {
            id: self.ids.next("il"),
            amount: item.amount,
            currency: item.currency.clone(),
            description: item.description.clone(),
            discounts: Vec::new(),
            discountable: !item.proration,
            metadata: Metadata::new(),
            parent: LineParent::InvoiceItem {
                invoice_item: item.id().to_owned(),
                subscription: item.subscription.clone(),
            },
            period: item.period,
            price: item.price.clone(),
            product: item.product.clone(),
            unit_amount: item.unit_amount,
            proration: item.proration,
            quantity: item.quantity,
            tax: None,
        }
    }

    /// Writes tax into lines.
    pub(super) fn tax_lines(&self, lines: &mut [Line]) {
        for line in lines {
            let behavior = self.prices.get(&line.price).map(|price| price.tax_behavior);
            line.tax = behavior.and_then(|behavior| self.tax(line.net(), behavior));
        }
    }
}
