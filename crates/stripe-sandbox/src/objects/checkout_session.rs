//! `checkout.session`: a page to pay on.

use serde_json::{Value, json};

use super::{Address, MissingPaymentMethod, Object, list, object};
use crate::{form::Metadata, world::World};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum CheckoutMode {
    Payment,
    Subscription,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum CheckoutStatus {
    Open,
    Complete,
    Expired,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum PaymentStatus {
    Unpaid,
    Paid,
    NotRequired,
}

impl CheckoutStatus {
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Complete => "complete",
            Self::Expired => "expired",
        }
    }
}

impl PaymentStatus {
    fn name(self) -> &'static str {
        match self {
            Self::Unpaid => "unpaid",
            Self::Paid => "paid",
            Self::NotRequired => "no_payment_required",
        }
    }
}

/// One thing in the basket.
#[derive(Debug, Clone)]
pub(crate) struct CheckoutItem {
    pub(crate) id: String,
    pub(crate) price: String,
    pub(crate) quantity: i64,
}

#[derive(Debug, Clone)]
pub(crate) struct CheckoutSession {
    pub(crate) id: String,
    pub(crate) created: i64,
    pub(crate) mode: CheckoutMode,
    pub(crate) status: CheckoutStatus,
    pub(crate) payment_status: PaymentStatus,
    pub(crate) items: Vec<CheckoutItem>,
    pub(crate) currency: String,
    pub(crate) customer: Option<String>,
    pub(crate) customer_email: Option<String>,
    /// The e-mail that was paid with.
    pub(crate) email: Option<String>,
    pub(crate) always_creates_customer: bool,
    pub(crate) client_reference_id: Option<String>,
    pub(crate) success_url: String,
    pub(crate) cancel_url: Option<String>,
    pub(crate) locale: Option<String>,
    pub(crate) expires_at: i64,
    pub(crate) allow_promotion_codes: Option<bool>,
    pub(crate) automatic_tax: bool,
    /// Coupon and promotion code.
    pub(crate) discount: Option<(String, Option<String>)>,
    pub(crate) card_if_required: bool,
    pub(crate) ui_mode: &'static str,
    pub(crate) submit_type: Option<String>,
    pub(crate) metadata: Metadata,
    /// For the subscription or payment that it makes.
    pub(crate) made_metadata: Metadata,
    pub(crate) made_description: Option<String>,
    pub(crate) trial_end: Option<Trial>,
    pub(crate) missing_payment_method: MissingPaymentMethod,
    pub(crate) setup_future_usage: Option<&'static str>,
    /// Whether a single payment gets an invoice.
    pub(crate) makes_invoice: bool,
    pub(crate) invoice: Option<String>,
    pub(crate) payment_intent: Option<String>,
    pub(crate) subscription: Option<String>,
    /// A payment that waits for the payer's confirmation.
    pub(crate) awaiting: Option<Awaiting>,
}

/// How a trial is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Trial {
    Days(i64),
    Until(i64),
}

/// What the payer entered before the bank asked for confirmation.
#[derive(Debug, Clone)]
pub(crate) struct Awaiting {
    pub(crate) payment_method: String,
    pub(crate) email: Option<String>,
}

impl CheckoutSession {
    /// Where the payer goes afterwards.
    pub(crate) fn filled_success_url(&self) -> String {
        self.success_url.replace("{CHECKOUT_SESSION_ID}", &self.id)
    }

    pub(crate) fn subscribes(&self) -> bool {
        self.mode == CheckoutMode::Subscription
    }

    /// Before discounts and added tax.
    pub(crate) fn subtotal(&self, world: &World) -> i64 {
        if self.trial_end.is_some() {
            return self.amounts(world, false);
        }
        self.amounts(world, true)
    }

    fn amounts(&self, world: &World, recurring_too: bool) -> i64 {
        self.items
            .iter()
            .filter_map(|item| world.prices.get(&item.price).map(|price| (item, price)))
            .filter(|(_, price)| recurring_too || price.recurring.is_none())
            .map(|(item, price)| price.unit_amount * item.quantity)
            .sum()
    }

    pub(crate) fn discounted(&self, world: &World) -> i64 {
        let coupon = self.discount.as_ref().and_then(|(coupon, _)| world.coupons.get(coupon));
        coupon.map_or(0, |coupon| coupon.taken_off(self.subtotal(world), &self.currency))
    }

    /// Tax inside and added.
    pub(crate) fn taxes(&self, world: &World) -> (i64, i64) {
        if !self.automatic_tax {
            return (0, 0);
        }
        let (subtotal, off) = (self.subtotal(world), self.discounted(world));
        let mut taxes = (0, 0);
        for item in &self.items {
            let Some(price) = world.prices.get(&item.price) else { continue };
            if self.trial_end.is_some() && price.recurring.is_some() {
                continue;
            }
            let amount = price.unit_amount * item.quantity;
            let net = amount - crate::money::share(off, amount, subtotal);
            if let Some(tax) = world.tax(net, price.tax_behavior) {
                if tax.behavior == super::TaxBehavior::Inclusive {
                    taxes.0 += tax.amount;
                } else {
                    taxes.1 += tax.amount;
                }
            }
        }
        taxes
    }

    pub(crate) fn total(&self, world: &World) -> i64 {
        self.subtotal(world) - self.discounted(world) + self.taxes(world).1
    }

    pub(crate) fn url(&self, world: &World) -> String {
        world.address(&format!("/c/pay/{}", self.id))
    }

    /// `line_items`, which Stripe shows when asked.
    pub(crate) fn line_items(&self, world: &World) -> Vec<Value> {
        let (subtotal, off) = (self.subtotal(world), self.discounted(world));
        self.items
            .iter()
            .filter_map(|item| world.prices.get(&item.price).map(|price| (item, price)))
            .map(|(item, price)| {
                let free = self.trial_end.is_some() && price.recurring.is_some();
                let amount = if free { 0 } else { price.unit_amount * item.quantity };
                let discount = crate::money::share(off, amount, subtotal);
                let net = amount - discount;
                let tax = self.automatic_tax.then(|| world.tax(net, price.tax_behavior)).flatten();
                let added = tax
                    .filter(|tax| tax.behavior != super::TaxBehavior::Inclusive)
                    .map_or(0, |tax| tax.amount);
                json!({
                    "id": item.id,
                    "object": "item",
                    "amount_discount": discount,
                    "amount_subtotal": amount,
                    "amount_tax": tax.map_or(0, |tax| tax.amount),
                    "amount_total": net + added,
                    "currency": self.currency,
                    "description": world.products.get(&price.product).map(|product| product.name.as_str()),
                    "price": price.json(world),
                    "quantity": item.quantity,
                })
            })
            .collect()
    }

    pub(crate) fn line_items_list(&self, world: &World) -> Value {
        list(&format!("/v1/checkout/sessions/{}/line_items", self.id), self.line_items(world), false)
    }

    fn details(&self, world: &World) -> Value {
        let customer = self.customer.as_ref().and_then(|id| world.customers.get(id));
        let email = self.email.as_ref().or(self.customer_email.as_ref());
        let email = email.or_else(|| customer.and_then(|customer| customer.email.as_ref()));
        if email.is_none() && customer.is_none() {
            return Value::Null;
        }
        json!({
            "address": customer.and_then(|customer| customer.address.as_ref()).map(Address::json),
            "business_name": null,
            "email": email,
            "individual_name": null,
            "name": customer.and_then(|customer| customer.name.as_ref()),
            "phone": customer.and_then(|customer| customer.phone.as_ref()),
            "tax_exempt": "none",
            "tax_ids": null,
        })
    }
}

impl Object for CheckoutSession {
    object!(CheckoutSession, "checkout.session", checkout_sessions);

    fn json(&self, world: &World) -> Value {
        let subscribes = self.subscribes();
        let discounts = self.discount.as_ref().map(|(coupon, code)| {
            // Stripe names the code and leaves the coupon null when a code was used.
            let coupon = code.is_none().then_some(coupon);
            vec![json!({ "coupon": coupon, "promotion_code": code })]
        });
        let (inside, added) = self.taxes(world);
        json!({
            "id": self.id,
            "object": "checkout.session",
            "adaptive_pricing": { "enabled": false },
            "after_expiration": null,
            "allow_promotion_codes": self.allow_promotion_codes,
            "amount_subtotal": self.subtotal(world),
            "amount_total": self.total(world),
            "automatic_tax": {
                "enabled": self.automatic_tax,
                "liability": self.automatic_tax.then(|| json!({ "type": "self" })),
                "provider": self.automatic_tax.then_some("stripe"),
                "status": self.automatic_tax.then_some("complete"),
            },
            "billing_address_collection": null,
            "cancel_url": self.cancel_url,
            "client_reference_id": self.client_reference_id,
            "client_secret": null,
            "collected_information": null,
            "consent": null,
            "consent_collection": null,
            "created": self.created,
            "currency": self.currency,
            "currency_conversion": null,
            "custom_fields": [],
            "custom_text": {
                "after_submit": null,
                "shipping_address": null,
                "submit": null,
                "terms_of_service_acceptance": null,
            },
            "customer": self.customer,
            "customer_creation": (!subscribes).then_some(if self.always_creates_customer { "always" } else { "if_required" }),
            "customer_details": self.details(world),
            "customer_email": self.customer_email,
            "discounts": discounts,
            "expires_at": self.expires_at,
            "invoice": self.invoice,
            "invoice_creation": (!subscribes).then(|| json!({
                "enabled": self.makes_invoice,
                "invoice_data": {
                    "account_tax_ids": null,
                    "custom_fields": null,
                    "description": null,
                    "footer": null,
                    "issuer": null,
                    "metadata": {},
                    "rendering_options": null,
                },
            })),
            "livemode": false,
            "locale": self.locale,
            "metadata": self.metadata,
            "mode": if subscribes { "subscription" } else { "payment" },
            "origin_context": null,
            "payment_intent": self.payment_intent,
            "payment_link": null,
            "payment_method_collection": subscribes.then_some(if self.card_if_required { "if_required" } else { "always" }),
            "payment_method_configuration_details": null,
            "payment_method_options": {},
            "payment_method_types": ["card"],
            "payment_status": self.payment_status.name(),
            "permissions": null,
            "phone_number_collection": { "enabled": false },
            "recovered_from": null,
            "saved_payment_method_options": null,
            "setup_intent": null,
            "shipping_address_collection": null,
            "shipping_cost": null,
            "shipping_options": [],
            "status": self.status.name(),
            "submit_type": self.submit_type,
            "subscription": self.subscription,
            "success_url": self.success_url,
            "total_details": {
                "amount_discount": self.discounted(world),
                "amount_shipping": 0,
                "amount_tax": inside + added,
            },
            "ui_mode": self.ui_mode,
            "url": (self.status == CheckoutStatus::Open).then(|| self.url(world)),
            "wallet_options": null,
        })
    }
}
