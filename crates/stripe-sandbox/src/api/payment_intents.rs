//! `/v1/payment_intents`.

use serde_json::Value;

use super::{GET, POST, Route, currency, retrieve};
use crate::{
    error::{Answer, Refusal},
    form::{Metadata, Params},
    http::Call,
    money,
    objects::{Customer, IntentStatus, PaymentIntent},
    paging::page,
    world::{Asking, Attempt, NewIntent, World},
};

pub(super) const ROUTES: &[Route] = &[
    (POST, "/v1/payment_intents", create),
    (GET, "/v1/payment_intents", list),
    (GET, "/v1/payment_intents/{id}", retrieve::<PaymentIntent>),
    (POST, "/v1/payment_intents/{id}", update),
    (POST, "/v1/payment_intents/{id}/confirm", confirm),
    (POST, "/v1/payment_intents/{id}/cancel", cancel),
];

const WITHOUT_EFFECT: &[&str] = &[
    "automatic_payment_methods",
    "capture_method",
    "confirmation_method",
    "error_on_requires_action",
    "mandate_data",
    "payment_method_options",
    "payment_method_types",
    "statement_descriptor",
    "statement_descriptor_suffix",
    "use_stripe_sdk",
];

const FUTURE_USAGE: &[&str] = &["off_session", "on_session"];

fn create(world: &mut World, call: Call) -> Answer<Value> {
    let mut params = call.params;
    let amount =
        params.int_within("amount", 1, money::LARGEST)?.ok_or_else(|| Refusal::missing_param("amount"))?;
    let currency = currency(&mut params, "currency")?.ok_or_else(|| Refusal::missing_param("currency"))?;
    if !money::is_chargeable(amount, &currency) {
        return Err(Refusal::invalid("amount", "In a three-decimal currency amounts must end in 0."));
    }
    let customer = params.text("customer")?;
    if let Some(id) = &customer {
        world.living::<Customer>(id, "customer")?;
    }
    let method = params.text("payment_method")?;
    let (confirms, asking) = (params.flag("confirm")?.unwrap_or(false), asking(&mut params)?);
    let mut metadata = Metadata::new();
    params.metadata(&mut metadata)?;
    let mut new = NewIntent {
        amount,
        currency,
        customer,
        description: params.text("description")?,
        invoice: None,
        metadata,
        payment_method: None,
        receipt_email: params.text("receipt_email")?,
        return_url: params.text("return_url")?,
        setup_future_usage: params.choice("setup_future_usage", FUTURE_USAGE)?,
    };
    params.ignore(WITHOUT_EFFECT);
    params.finish()?;
    if let Some(method) = method {
        new.payment_method = Some(super::payment_methods::resolve(world, &method)?);
    }
    let method = new.payment_method.clone();
    let id = world.create_intent(new);
    if confirms {
        let method = method.ok_or_else(|| Refusal::missing_param("payment_method"))?;
        save_and_confirm(world, &id, &method, asking)?;
    }
    Ok(world.show::<PaymentIntent>(&id))
}

/// `off_session` says that the payer is away.
fn asking(params: &mut Params) -> Answer<Asking> {
    Ok(match params.text("off_session")?.as_deref() {
        None | Some("false") => Asking::May,
        Some(_) => Asking::MayNot,
    })
}

fn save_and_confirm(world: &mut World, id: &str, method: &str, asking: Asking) -> Answer<Attempt> {
    let outcome = world.confirm_intent(id, method, asking)?;
    let intent: PaymentIntent = world.get(id, "id")?;
    if let (Some(customer), Some(_), Attempt::Paid) = (&intent.customer, intent.setup_future_usage, outcome) {
        world.attach(method, customer)?;
    }
    Ok(outcome)
}

fn update(world: &mut World, call: Call) -> Answer<Value> {
    let mut intent: PaymentIntent = world.get(call.id(), "id")?;
    let mut params = call.params;
    params.patch("description")?.apply(&mut intent.description);
    params.patch("receipt_email")?.apply(&mut intent.receipt_email);
    params.metadata(&mut intent.metadata)?;
    if let Some(amount) = params.int_within("amount", 1, money::LARGEST)? {
        if matches!(intent.status, IntentStatus::Succeeded | IntentStatus::Canceled) {
            return Err(Refusal::request(format!(
                "This PaymentIntent's amount could not be updated because it has a status of {}.",
                intent.status.name()
            ))
            .code("payment_intent_unexpected_state"));
        }
        intent.amount = amount;
    }
    if let Some(method) = params.text("payment_method")? {
        intent.payment_method = Some(super::payment_methods::resolve(world, &method)?);
        if intent.status == IntentStatus::RequiresPaymentMethod {
            intent.status = IntentStatus::RequiresConfirmation;
        }
    }
    params.ignore(WITHOUT_EFFECT);
    params.finish()?;
    let id = intent.id.clone();
    world.edit::<PaymentIntent>(&id, |old| *old = intent);
    Ok(world.show::<PaymentIntent>(&id))
}

fn confirm(world: &mut World, call: Call) -> Answer<Value> {
    let mut intent: PaymentIntent = world.get(call.id(), "id")?;
    let mut params = call.params;
    let asking = asking(&mut params)?;
    let method = params.text("payment_method")?;
    params.patch("return_url")?.apply(&mut intent.return_url);
    params.patch("receipt_email")?.apply(&mut intent.receipt_email);
    params.ignore(WITHOUT_EFFECT);
    params.ignore(&["setup_future_usage"]);
    params.finish()?;
    let method = match method {
        Some(method) => super::payment_methods::resolve(world, &method)?,
        None => intent.payment_method.clone().ok_or_else(|| Refusal::missing_param("payment_method"))?,
    };
    let id = intent.id.clone();
    world.edit::<PaymentIntent>(&id, |old| *old = intent);
    save_and_confirm(world, &id, &method, asking)?;
    Ok(world.show::<PaymentIntent>(&id))
}

fn cancel(world: &mut World, call: Call) -> Answer<Value> {
    let id = call.id().to_owned();
    let mut params = call.params;
    let reasons = &["duplicate", "fraudulent", "requested_by_customer", "abandoned"];
    let reason = params.choice("cancellation_reason", reasons)?;
    params.finish()?;
    if world.get::<PaymentIntent>(&id, "id")?.invoice.is_some() {
        return Err(Refusal::request("This PaymentIntent belongs to an invoice; void the invoice instead."));
    }
    world.cancel_intent(&id, reason)?;
    Ok(world.show::<PaymentIntent>(&id))
}

fn list(world: &mut World, call: Call) -> Answer<Value> {
    let mut params = call.params;
    let customer = params.text("customer")?;
    page(world, params, "/v1/payment_intents", |intent: &PaymentIntent| {
        customer.is_none() || intent.customer == customer
    })
}
