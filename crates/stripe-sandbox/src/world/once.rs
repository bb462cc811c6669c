//! The invoice of what is sold once at a checkout, for sellers who ask for one (Stripe "create invoices for one-time payments").

use super::{DiscountRef, World};
use crate::{
    form::Metadata,
    objects::{
        CheckoutSession, Collection, Customer, Invoice, InvoiceItem, InvoicePayment, InvoiceStatus, Line,
        LineParent, Period, Transitions,
    },
};

impl World {
    /// Redeems the session's discount and gives its id.
    pub(super) fn redeem_of(&mut self, session: &CheckoutSession, customer: &str) -> Option<String> {
        let (coupon, code) = session.discount.as_ref()?;
        let reference =
            code.clone().map_or_else(|| DiscountRef::Coupon(coupon.clone()), DiscountRef::PromotionCode);
        // It was usable when the session was made, and a discount that ran out since is still honoured.
        self.redeem(&reference, customer, None, &session.currency).ok()
    }

    /// Makes the invoice of a payment that has just succeeded, or that wasn't needed.
    pub(super) fn invoice_once(
        &mut self,
        session: &CheckoutSession,
        customer: &str,
        discount: Option<String>,
    ) {
        let id = self.ids.next("in");
        let mut lines: Vec<Line> = session
            .items
            .iter()
            .filter_map(|item| self.line_once(&id, customer, &item.price, item.quantity))
            .collect();
        let discounts: Vec<_> = discount.iter().filter_map(|id| self.discounts.get(id)).cloned().collect();
        self.discount_lines(&mut lines, &discounts);
        if session.automatic_tax {
            self.tax_lines(&mut lines);
        }
        let payer: Option<Customer> = self.customers.get(customer).cloned();
        let number = payer
            .as_ref()
            .map(|payer| format!("{}-{:04}", payer.invoice_prefix, payer.next_invoice_sequence));
        self.edit::<Customer>(customer, |payer| payer.next_invoice_sequence += 1);
        let now = self.now();
        let intent =
            self.checkout_sessions.get(&session.id).and_then(|session| session.payment_intent.clone());
        let invoice = Invoice {
            id: id.clone(),
            created: now,
            customer: customer.to_owned(),
            customer_email: payer.as_ref().and_then(|payer| payer.email.clone()),
            customer_name: payer.as_ref().and_then(|payer| payer.name.clone()),
            customer_phone: payer.as_ref().and_then(|payer| payer.phone.clone()),
            customer_address: payer.as_ref().and_then(|payer| payer.address.clone()),
            subscription: None,
            subscription_metadata: Metadata::new(),
            currency: session.currency.clone(),
            status: InvoiceStatus::Paid,
            billing_reason: "manual",
            collection: Collection::Charge,
            lines,
            discounts: discount.into_iter().collect(),
            starting_balance: 0,
            ending_balance: Some(0),
            amount_paid: session.total(self),
            attempt_count: i64::from(intent.is_some()),
            retries: 0,
            auto_advance: false,
            automatic_tax: session.automatic_tax,
            automatically_finalizes_at: None,
            next_payment_attempt: None,
            default_payment_method: None,
            due_date: None,
            description: session.made_description.clone(),
            metadata: Metadata::new(),
            number,
            payment_intent: intent.clone(),
            period: Period { start: now, end: now },
            transitions: Transitions { finalized: Some(now), paid: Some(now), ..Transitions::default() },
        };
        let amount = invoice.amount_paid;
        self.insert(invoice);
        for kind in ["invoice.created", "invoice.finalized"] {
            self.tell::<Invoice>(&id, kind);
        }
        if let Some(payment_intent) = intent {
            let payment = self.ids.next("inpay");
            self.insert(InvoicePayment {
                id: payment.clone(),
                created: now,
                invoice: id.clone(),
                payment_intent,
                amount,
                currency: session.currency.clone(),
                paid_at: Some(now),
                canceled_at: None,
            });
            self.tell::<InvoicePayment>(&payment, "invoice_payment.paid");
        }
        for kind in ["invoice.paid", "invoice.payment_succeeded"] {
            self.tell::<Invoice>(&id, kind);
        }
        self.edit::<CheckoutSession>(&session.id, |session| session.invoice = Some(id));
    }

    fn line_once(&mut self, invoice: &str, customer: &str, price: &str, quantity: i64) -> Option<Line> {
        let price = self.prices.get(price)?.clone();
        let name = self.products.get(&price.product).map(|product| product.name.clone()).unwrap_or_default();
        let (now, item) = (self.now(), self.ids.next("ii"));
        let period = Period { start: now, end: now };
        self.insert(InvoiceItem {
            id: item.clone(),
            created: now,
            amount: price.unit_amount * quantity,
            currency: price.currency.clone(),
            customer: customer.to_owned(),
            description: name.clone(),
            invoice: Some(invoice.to_owned()),
            metadata: Metadata::new(),
            period,
            price: price.id.clone(),
            product: price.product.clone(),
            proration: false,
            quantity,
            subscription: None,
            unit_amount: price.unit_amount,
        });
        self.tell::<InvoiceItem>(&item, "invoiceitem.created");
        Some(Line {
            id: self.ids.next("il"),
            amount: price.unit_amount * quantity,
            currency: price.currency,
            description: name,
            discounts: Vec::new(),
            discountable: true,
            metadata: Metadata::new(),
            parent: LineParent::InvoiceItem { invoice_item: item, subscription: None },
            period,
            price: price.id,
            product: price.product,
            unit_amount: price.unit_amount,
            proration: false,
            quantity,
            tax: None,
        })
    }
}
