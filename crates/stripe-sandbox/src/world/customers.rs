//! Customers and their cards.

use super::{TestCard, World, agenda::Task};
use crate::{
    calendar,
    error::{Answer, Refusal},
    form::Metadata,
    objects::{Billing, Card, Customer, PaymentMethod, Subscription},
};

impl World {
    /// A customer of whom only the e-mail is known.
    pub(crate) fn add_customer(&mut self, email: Option<String>) -> String {
        let customer = self.new_customer(email);
        let id = customer.id.clone();
        self.insert(customer);
        self.tell::<Customer>(&id, "customer.created");
        id
    }

    /// A customer that is not kept yet.
    pub(crate) fn new_customer(&mut self, email: Option<String>) -> Customer {
        Customer {
            id: self.ids.next("cus"),
            created: self.now,
            deleted: false,
            address: None,
            balance: 0,
            currency: None,
            default_payment_method: None,
            delinquent: false,
            description: None,
            email,
            invoice_prefix: self.ids.letters("invoice_prefix", 11)[..8].to_uppercase(),
            metadata: Metadata::new(),
            name: None,
            next_invoice_sequence: 1,
            phone: None,
            preferred_locales: Vec::new(),
            tax_exempt: "none",
        }
    }

    /// Deletes a customer; the subscriptions end at once, the cards are let go.
    pub(crate) fn delete_customer(&mut self, id: &str) -> Answer<()> {
        self.living::<Customer>(id, "id")?;
        let subscriptions: Vec<String> = self
            .subscriptions
            .iter()
            .filter(|subscription| subscription.customer == id && !subscription.status.is_over())
            .map(|subscription| subscription.id.clone())
            .collect();
        for subscription in subscriptions {
            self.end_subscription(&subscription, None);
        }
        let methods: Vec<String> = self.methods_of(id).map(|method| method.id.clone()).collect();
        for method in methods {
            self.edit::<PaymentMethod>(&method, |method| method.customer = None);
        }
        // The event shows the customer as it last was.
        let last = self.show::<Customer>(id);
        self.edit::<Customer>(id, |customer| customer.deleted = true);
        self.record("customer.deleted", last, None);
        Ok(())
    }

    pub(crate) fn methods_of(&self, customer: &str) -> impl Iterator<Item = &PaymentMethod> {
        self.payment_methods.iter().filter(move |method| method.customer.as_deref() == Some(customer))
    }

    /// A card from a test number or token, belonging to nobody yet.
    pub(crate) fn add_card(
        &mut self,
        card: &TestCard,
        expiry: Option<(i64, i64)>,
        billing: Billing,
    ) -> String {
        let (exp_year, exp_month) = expiry.unwrap_or_else(|| card.expiry(self.now));
        let id = self.ids.next("pm");
        self.insert(PaymentMethod {
            id: id.clone(),
            created: self.now,
            card: Card {
                behaviour: card.behaviour,
                brand: card.brand,
                country: "US",
                exp_month,
                exp_year,
                funding: "credit",
                last4: card.number[card.number.len() - 4..].to_owned(),
                fingerprint: fingerprint(card.number),
            },
            billing,
            customer: None,
            metadata: Metadata::new(),
            confirmed: false,
            paid: 0,
        });
        id
    }

    /// Gives a card to a customer; one that always declines is refused already here.
    pub(crate) fn attach(&mut self, method_id: &str, customer: &str) -> Answer<()> {
        self.living::<Customer>(customer, "customer")?;
        let method: PaymentMethod = self.get(method_id, "payment_method")?;
        if method.customer.as_deref() == Some(customer) {
            return Ok(());
        }
        if method.customer.is_some() {
            return Err(Refusal::request(
                "The payment method you provided has already been attached to a customer.",
            ));
        }
        if let Some(refusal) = super::refuses_saving(&method) {
            return Err(refusal);
        }
        self.edit::<PaymentMethod>(method_id, |method| method.customer = Some(customer.to_owned()));
        self.tell::<PaymentMethod>(method_id, "payment_method.attached");
        self.plan_expiry(method_id);
        Ok(())
    }

    /// The card's last month begins one month before it is no longer good.
    pub(crate) fn plan_expiry(&mut self, method_id: &str) {
        let Some(method) = self.payment_methods.get(method_id) else { return };
        let last_month = calendar::month_start(method.card.exp_year, method.card.exp_month).max(self.now);
        self.plan(last_month, Task::CardExpiring(method_id.to_owned()));
    }

    /// Takes a card away from its customer and from what it would have paid.
    pub(crate) fn detach(&mut self, method_id: &str) -> Answer<()> {
        let method: PaymentMethod = self.get(method_id, "payment_method")?;
        let Some(customer) = method.customer.clone() else {
            return Err(Refusal::request(
                "The payment method you provided is not attached to a customer so detachment is impossible.",
            ));
        };
        let before = self.show::<PaymentMethod>(method_id);
        self.edit::<PaymentMethod>(method_id, |method| method.customer = None);
        let is_this = |of: &Option<String>| of.as_deref() == Some(method_id);
        if self.customers.get(&customer).is_some_and(|of| is_this(&of.default_payment_method)) {
            self.update::<Customer>(&customer, "customer.updated", |customer| {
                customer.default_payment_method = None;
            });
        }
        let using: Vec<String> = self
            .subscriptions
            .iter()
            .filter(|subscription| is_this(&subscription.default_payment_method))
            .map(|subscription| subscription.id.clone())
            .collect();
        for id in using {
            self.update_subscription(&id, |subscription: &mut Subscription| {
                subscription.default_payment_method = None;
            });
        }
        let after = self.show::<PaymentMethod>(method_id);
        let previous = crate::objects::previous_attributes(&before, &after);
        self.record("payment_method.detached", after, previous);
        Ok(())
    }
}

/// The same for the same number, as Stripe's.
fn fingerprint(number: &str) -> String {
    let hash = number.bytes().fold(0, |hash, byte| crate::chance::mix(hash ^ u64::from(byte)));
    format!("{hash:016x}")
}
