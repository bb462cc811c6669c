//! `/v1/checkout/sessions`.

use serde_json::Value;

use super::{GET, POST, Route, automatic_tax, retrieve};
use crate::{
    calendar::{DAY, MINUTE},
    error::{Answer, Refusal},
    form::{Metadata, Params},
    http::Call,
    objects::{
        CheckoutItem, CheckoutMode, CheckoutSession, CheckoutStatus, Customer, MissingPaymentMethod,
        PaymentStatus, Price, Trial,
    },
    paging::{page, page_of},
    world::{DiscountRef, TrialEnd, World},
};

pub(super) const ROUTES: &[Route] = &[
    (POST, "/v1/checkout/sessions", create),
    (GET, "/v1/checkout/sessions", list),
    (GET, "/v1/checkout/sessions/{id}", retrieve::<CheckoutSession>),
    (POST, "/v1/checkout/sessions/{id}", update),
    (GET, "/v1/checkout/sessions/{id}/line_items", line_items),
    (POST, "/v1/checkout/sessions/{id}/expire", expire),
];

const WITHOUT_EFFECT: &[&str] = &[
    "after_expiration",
    "allowed_payment_method_types",
    "billing_address_collection",
    "branding_settings",
    "consent_collection",
    "custom_fields",
    "custom_text",
    "customer_update",
    "excluded_payment_method_types",
    "integration_identifier",
    "name_collection",
    "origin_context",
    "payment_method_options",
    "payment_method_types",
    "phone_number_collection",
    "permissions",
    "saved_payment_method_options",
    "tax_id_collection",
    "wallet_options",
    "adaptive_pricing",
];

fn create(world: &mut World, call: Call) -> Answer<Value> {
    let mut params = call.params;
    let mode = match params.choice("mode", &["payment", "subscription"])? {
        Some("payment") => CheckoutMode::Payment,
        Some(_) => CheckoutMode::Subscription,
        None => return Err(Refusal::missing_param("mode")),
    };
    let (items, currency) = items(world, &mut params, mode)?;
    let now = world.now();
    let expires_at = params.int("expires_at")?.unwrap_or(now + DAY);
    if !(now + 30 * MINUTE..=now + DAY).contains(&expires_at) {
        return Err(Refusal::invalid(
            "expires_at",
            "The `expires_at` timestamp must be between 30 minutes and 24 hours from Checkout Session creation.",
        ));
    }
    let mut session = CheckoutSession {
        id: String::new(),
        created: now,
        mode,
        status: CheckoutStatus::Open,
        payment_status: PaymentStatus::Unpaid,
        items,
        currency,
        customer: params.text("customer")?,
        customer_email: params.text("customer_email")?,
        email: None,
        always_creates_customer: params.choice("customer_creation", &["always", "if_required"])?
            == Some("always"),
        client_reference_id: params.text("client_reference_id")?,
        success_url: params.required("success_url")?,
        cancel_url: params.text("cancel_url")?,
        locale: params.text("locale")?,
        expires_at,
        allow_promotion_codes: params.flag("allow_promotion_codes")?,
        automatic_tax: automatic_tax(&mut params)?.unwrap_or(false),
        discount: None,
        card_if_required: params.choice("payment_method_collection", &["always", "if_required"])?
            == Some("if_required"),
        ui_mode: params.choice("ui_mode", &["hosted_page"])?.unwrap_or("hosted_page"),
        submit_type: params.text("submit_type")?,
        metadata: Metadata::new(),
        made_metadata: Metadata::new(),
        made_description: None,
        trial_end: None,
        missing_payment_method: MissingPaymentMethod::CreateInvoice,
        setup_future_usage: None,
        makes_invoice: false,
        invoice: None,
        payment_intent: None,
        subscription: None,
        awaiting: None,
    };
    params.metadata(&mut session.metadata)?;
    super::currency(&mut params, "currency")?;
    payer(world, &session)?;
    session.discount = discount(world, &mut params, &session)?;
    what_it_makes(&mut session, &mut params, now)?;
    params.ignore(WITHOUT_EFFECT);
    params.finish()?;
    session.id = world.ids.next("cs_test");
    let id = session.id.clone();
    world.open_session(session);
    Ok(world.show::<CheckoutSession>(&id))
}

fn items(world: &mut World, params: &mut Params, mode: CheckoutMode) -> Answer<(Vec<CheckoutItem>, String)> {
    let parts = params.parts("line_items")?.filter(|parts| !parts.is_empty());
    let parts = parts.ok_or_else(|| Refusal::missing_param("line_items"))?;
    let mut items = Vec::new();
    let mut recurring = 0;
    let mut currency: Option<String> = None;
    for mut part in parts {
        let quantity = part.int_within("quantity", 1, super::subscriptions::MOST)?.unwrap_or(1);
        let price = match part.map("price_data")? {
            Some(data) => super::prices::add(world, data, None)?,
            None => part.required("price")?,
        };
        part.ignore(&["adjustable_quantity", "tax_rates", "metadata"]);
        part.finish()?;
        let price: Price = world.get(&price, "line_items[0][price]")?;
        if !price.active {
            return Err(Refusal::invalid("line_items[0][price]", "The price specified is inactive."));
        }
        if currency.get_or_insert_with(|| price.currency.clone()) != &price.currency {
            return Err(Refusal::invalid(
                "line_items",
                "All prices of a session must have the same currency.",
            ));
        }
        recurring += usize::from(price.recurring.is_some());
        items.push(CheckoutItem { id: world.ids.next("li"), price: price.id, quantity });
    }
    match mode {
        CheckoutMode::Payment if recurring > 0 => Err(Refusal::invalid(
            "line_items",
            "You specified `payment` mode but passed a recurring price. Either switch to `subscription` mode or use only one-time prices.",
        )),
        CheckoutMode::Subscription if recurring == 0 => Err(Refusal::invalid(
            "line_items",
            "You must provide at least one recurring price in `subscription` mode when using prices.",
        )),
        _ => Ok((items, currency.unwrap_or_default())),
    }
}

fn payer(world: &World, session: &CheckoutSession) -> Answer<()> {
    let Some(id) = &session.customer else { return Ok(()) };
    if session.customer_email.is_some() {
        return Err(Refusal::request(
            "You may only specify one of these parameters: customer, customer_email.",
        ));
    }
    let customer: Customer = world.living(id, "customer")?;
    let subscribes = session.mode == CheckoutMode::Subscription;
    if subscribes && customer.currency.as_ref().is_some_and(|currency| *currency != session.currency) {
        return Err(Refusal::invalid("line_items", "You cannot combine currencies on a single customer."));
    }
    Ok(())
}

fn discount(
    world: &World,
    params: &mut Params,
    session: &CheckoutSession,
) -> Answer<Option<(String, Option<String>)>> {
    let references = super::subscriptions::discounts(params)?.unwrap_or_default();
    let Some(reference) = references.first() else { return Ok(None) };
    if references.len() > 1 || session.allow_promotion_codes == Some(true) {
        return Err(Refusal::invalid("discounts", "Give one discount, or allow_promotion_codes, not both."));
    }
    if matches!(reference, DiscountRef::Discount(_)) {
        return Err(Refusal::invalid("discounts", "Give a coupon or a promotion_code."));
    }
    let (coupon, code) = world.usable(reference, session.customer.as_deref())?;
    Ok(Some((coupon.id, code.map(|code| code.id))))
}

fn what_it_makes(session: &mut CheckoutSession, params: &mut Params, now: i64) -> Answer<()> {
    let (subscription, payment) = (params.map("subscription_data")?, params.map("payment_intent_data")?);
    if let Some(mut creation) = params.map("invoice_creation")? {
        session.makes_invoice = creation.flag("enabled")?.unwrap_or(false);
        creation.ignore(&["invoice_data"]);
        creation.finish()?;
        if session.makes_invoice && session.mode == CheckoutMode::Subscription {
            return Err(Refusal::invalid(
                "invoice_creation",
                "You can only enable invoice creation when `mode` is set to `payment`.",
            ));
        }
    }
    match (session.mode, subscription, payment) {
        (CheckoutMode::Subscription, Some(mut data), None) => {
            data.metadata(&mut session.made_metadata)?;
            session.made_description = data.text("description")?;
            session.trial_end = data.int_within("trial_period_days", 1, 730)?.map(Trial::Days);
            if let Some(TrialEnd::At(end)) = super::subscriptions::trial_end(&mut data, now)? {
                session.trial_end = Some(Trial::Until(end));
            }
            if let Some(missing) = super::subscriptions::trial_settings(&mut data)? {
                session.missing_payment_method = missing;
            }
            data.ignore(&["billing_mode", "default_tax_rates", "invoice_settings", "proration_behavior"]);
            data.finish()
        }
        (CheckoutMode::Payment, None, Some(mut data)) => {
            data.metadata(&mut session.made_metadata)?;
            session.made_description = data.text("description")?;
            session.setup_future_usage = data.choice("setup_future_usage", &["off_session", "on_session"])?;
            data.ignore(&[
                "capture_method",
                "receipt_email",
                "statement_descriptor",
                "statement_descriptor_suffix",
            ]);
            data.finish()
        }
        (_, None, None) => Ok(()),
        (CheckoutMode::Payment, ..) => Err(Refusal::invalid(
            "subscription_data",
            "You can not pass `subscription_data` in `payment` mode.",
        )),
        (CheckoutMode::Subscription, ..) => Err(Refusal::invalid(
            "payment_intent_data",
            "You can not pass `payment_intent_data` in `subscription` mode.",
        )),
    }
}

fn update(world: &mut World, call: Call) -> Answer<Value> {
    let mut session: CheckoutSession = world.get(call.id(), "id")?;
    let mut params = call.params;
    params.metadata(&mut session.metadata)?;
    params.finish()?;
    let id = session.id.clone();
    world.edit::<CheckoutSession>(&id, |old| *old = session);
    Ok(world.show::<CheckoutSession>(&id))
}

fn line_items(world: &mut World, call: Call) -> Answer<Value> {
    let session: CheckoutSession = world.get(call.id(), "id")?;
    let url = format!("/v1/checkout/sessions/{}/line_items", session.id);
    page_of(call.params, &url, "item", session.line_items(world))
}

fn expire(world: &mut World, call: Call) -> Answer<Value> {
    let session: CheckoutSession = world.get(call.id(), "id")?;
    call.params.finish()?;
    if session.status != CheckoutStatus::Open {
        return Err(Refusal::request(format!(
            "Only Checkout Sessions with a status in [\"open\"] can be expired. This Checkout Session has a status of {}.",
            session.status.name()
        )));
    }
    world.expire_session(&session.id);
    Ok(world.show::<CheckoutSession>(&session.id))
}

fn list(world: &mut World, call: Call) -> Answer<Value> {
    let mut params = call.params;
    let (customer, subscription) = (params.text("customer")?, params.text("subscription")?);
    let intent = params.text("payment_intent")?;
    let status = params.choice("status", &["open", "complete", "expired"])?;
    let email = match params.map("customer_details")? {
        None => None,
        Some(mut part) => {
            let email = part.text("email")?;
            part.finish()?;
            email
        }
    };
    page(world, params, "/v1/checkout/sessions", |session: &CheckoutSession| {
        (customer.is_none() || session.customer == customer)
            && (subscription.is_none() || session.subscription == subscription)
            && (intent.is_none() || session.payment_intent == intent)
            && (email.is_none() || session.email == email)
            && status.is_none_or(|name| session.status.name() == name)
    })
}
