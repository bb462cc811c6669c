//! Invoices: made, finalised, voided, written off.

use super::{NewIntent, World, agenda::Task};
use crate::{
    calendar::{DAY, HOUR},
    form::Metadata,
    objects::{
        Collection, Customer, Invoice, InvoiceItem, InvoicePayment, InvoiceStatus, Line, Period,
        Subscription, Transitions,
    },
};

impl World {
    /// A draft for a subscription, with what waited for it. No event yet.
    pub(super) fn draft_invoice(
        &mut self,
        subscription: &Subscription,
        mut lines: Vec<Line>,
        reason: &'static str,
        period: Period,
    ) -> String {
        let id = self.ids.next("in");
        for item in self.pending_items(&subscription.id) {
            lines.insert(0, self.pending_line(&item));
            self.edit::<InvoiceItem>(&item.id, |item| item.invoice = Some(id.clone()));
        }
        if subscription.automatic_tax {
            self.tax_lines(&mut lines);
        }
        let customer = self.customers.get(&subscription.customer).cloned();
        let of = |pick: fn(&Customer) -> Option<String>| customer.as_ref().and_then(pick);
        let invoice = Invoice {
            id: id.clone(),
            created: self.now,
            customer: subscription.customer.clone(),
            customer_email: of(|customer| customer.email.clone()),
            customer_name: of(|customer| customer.name.clone()),
            customer_phone: of(|customer| customer.phone.clone()),
            customer_address: customer.as_ref().and_then(|customer| customer.address.clone()),
            subscription: Some(subscription.id.clone()),
            subscription_metadata: subscription.metadata.clone(),
            currency: subscription.currency.clone(),
            status: InvoiceStatus::Draft,
            billing_reason: reason,
            collection: subscription.collection,
            lines,
            discounts: subscription.discounts.clone(),
            starting_balance: customer.as_ref().map_or(0, |customer| customer.balance),
            ending_balance: None,
            amount_paid: 0,
            attempt_count: 0,
            retries: 0,
            auto_advance: true,
            automatic_tax: subscription.automatic_tax,
            automatically_finalizes_at: None,
            next_payment_attempt: None,
            default_payment_method: None,
            due_date: None,
            description: subscription.description.clone(),
            metadata: Metadata::new(),
            number: None,
            payment_intent: None,
            period,
            transitions: Transitions::default(),
        };
        let used = invoice.discounted();
        self.insert(invoice);
        self.end_used_discounts(&subscription.id, &used);
        id
    }

    /// Numbers an invoice, settles credit, and asks for the rest; one of nothing is paid at once.
    pub(crate) fn finalize(&mut self, id: &str) {
        let Some(invoice) = self.invoices.get(id).cloned() else { return };
        let customer = self.customers.get(&invoice.customer).cloned();
        let balance = customer.as_ref().map_or(0, |customer| customer.balance);
        let ending = (invoice.total() + balance).min(0);
        let number = customer
            .as_ref()
            .map(|customer| format!("{}-{:04}", customer.invoice_prefix, customer.next_invoice_sequence));
        self.edit::<Customer>(&invoice.customer, |customer| customer.next_invoice_sequence += 1);
        if ending != balance {
            self.update::<Customer>(&invoice.customer, "customer.updated", |customer| {
                customer.balance = ending;
            });
        }
        let now = self.now;
        self.edit::<Invoice>(id, |invoice| {
            invoice.status = InvoiceStatus::Open;
            invoice.number = number;
            invoice.starting_balance = balance;
            invoice.ending_balance = Some(ending);
            invoice.automatically_finalizes_at = None;
            invoice.transitions.finalized = Some(now);
            invoice.due_date = invoice.collection.days_until_due().map(|days| now + days * DAY);
        });
        let due = self.invoices.get(id).map_or(0, Invoice::amount_due);
        if due > 0 {
            self.ask_for(id, due);
        }
        self.tell::<Invoice>(id, "invoice.finalized");
        if due == 0 {
            self.settle(id);
        } else if invoice.collection != Collection::Charge {
            self.tell::<Invoice>(id, "invoice.sent");
        }
    }

    fn ask_for(&mut self, id: &str, amount: i64) {
        let Some(invoice) = self.invoices.get(id).cloned() else { return };
        let description = if invoice.billing_reason == "subscription_create" {
            "Subscription creation"
        } else {
            "Subscription update"
        };
        let intent = self.create_intent(NewIntent {
            amount,
            currency: invoice.currency.clone(),
            customer: Some(invoice.customer.clone()),
            description: Some(description.to_owned()),
            invoice: Some(id.to_owned()),
            metadata: Metadata::new(),
            setup_future_usage: invoice.subscription.as_ref().map(|_| "off_session"),
            ..NewIntent::default()
        });
        let payment = self.ids.next("inpay");
        self.insert(InvoicePayment {
            id: payment,
            created: self.now,
            invoice: id.to_owned(),
            payment_intent: intent.clone(),
            amount,
            currency: invoice.currency,
            paid_at: None,
            canceled_at: None,
        });
        self.edit::<Invoice>(id, |invoice| invoice.payment_intent = Some(intent));
    }

    /// A draft that advances by itself is finalised after an hour.
    pub(crate) fn finalize_in_an_hour(&mut self, id: &str) {
        let at = self.now + HOUR;
        self.edit::<Invoice>(id, |invoice| invoice.automatically_finalizes_at = Some(at));
        self.plan(at, Task::Finalize(id.to_owned()));
    }

    pub(crate) fn void(&mut self, id: &str) {
        let Some(invoice) = self.invoices.get(id).cloned() else { return };
        let now = self.now;
        let used = invoice.ending_balance.map_or(0, |ending| ending - invoice.starting_balance);
        if used != 0 {
            self.update::<Customer>(&invoice.customer, "customer.updated", |customer| {
                customer.balance -= used;
            });
        }
        if let Some(intent) = &invoice.payment_intent {
            // Already cancelled is as good.
            let _ = self.cancel_intent(intent, Some("void_invoice"));
        }
        self.edit::<Invoice>(id, |invoice| {
            invoice.status = InvoiceStatus::Void;
            invoice.auto_advance = false;
            invoice.next_payment_attempt = None;
            invoice.transitions.voided = Some(now);
        });
        self.tell::<Invoice>(id, "invoice.voided");
    }

    pub(crate) fn mark_uncollectible(&mut self, id: &str) {
        let now = self.now;
        self.edit::<Invoice>(id, |invoice| {
            invoice.status = InvoiceStatus::Uncollectible;
            invoice.auto_advance = false;
            invoice.next_payment_attempt = None;
            invoice.transitions.marked_uncollectible = Some(now);
        });
        self.tell::<Invoice>(id, "invoice.marked_uncollectible");
    }
}
