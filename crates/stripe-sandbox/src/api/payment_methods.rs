//! `/v1/payment_methods`: test cards.

use serde_json::Value;

use super::{GET, POST, Route, address, retrieve};
use crate::{
    error::{Answer, Refusal},
    form::{Params, Patch},
    http::Call,
    objects::{Billing, PaymentMethod},
    paging::page,
    world::{World, by_number, by_token},
};

pub(super) const ROUTES: &[Route] = &[
    (POST, "/v1/payment_methods", create),
    (GET, "/v1/payment_methods", list),
    (GET, "/v1/payment_methods/{id}", retrieve::<PaymentMethod>),
    (POST, "/v1/payment_methods/{id}", update),
    (POST, "/v1/payment_methods/{id}/attach", attach),
    (POST, "/v1/payment_methods/{id}/detach", detach),
];

fn create(world: &mut World, call: Call) -> Answer<Value> {
    let mut params = call.params;
    params.choice("type", &["card"])?.ok_or_else(|| Refusal::missing_param("type"))?;
    let mut card = params.map("card")?.ok_or_else(|| Refusal::missing_param("card"))?;
    let (number, token) = (card.text("number")?, card.text("token")?);
    let expiry = match (card.int("exp_year")?, card.int("exp_month")?) {
        (Some(year), Some(month)) => Some((check_year(year)?, check_month(month)?)),
        _ => None,
    };
    card.ignore(&["cvc", "networks"]);
    card.finish()?;
    let known = match (&number, &token) {
        (Some(number), _) => by_number(number),
        (None, Some(token)) => by_token(token),
        (None, None) => return Err(Refusal::missing_param("card[number]")),
    };
    let known = known.ok_or_else(|| {
        Refusal::card(
            "incorrect_number",
            None,
            "Your card number is incorrect. The sandbox takes Stripe's test cards only.",
        )
        .param("card[number]")
    })?;
    let billing = billing(&mut params, Billing::default())?;
    let mut metadata = crate::form::Metadata::new();
    params.metadata(&mut metadata)?;
    params.ignore(&["allow_redisplay"]);
    params.finish()?;
    let id = world.add_card(known, expiry, billing);
    world.edit::<PaymentMethod>(&id, |method| method.metadata = metadata);
    Ok(world.show::<PaymentMethod>(&id))
}

fn check_year(year: i64) -> Answer<i64> {
    let year = if year < 100 { year + 2000 } else { year };
    if (2000..=2100).contains(&year) {
        return Ok(year);
    }
    Err(Refusal::card("invalid_expiry_year", None, "Your card's expiration year is invalid.")
        .param("card[exp_year]"))
}

fn check_month(month: i64) -> Answer<i64> {
    if (1..=12).contains(&month) {
        return Ok(month);
    }
    Err(Refusal::card("invalid_expiry_month", None, "Your card's expiration month is invalid.")
        .param("card[exp_month]"))
}

fn billing(params: &mut Params, old: Billing) -> Answer<Billing> {
    let Some(mut part) = params.map("billing_details")? else { return Ok(old) };
    let mut billing = old;
    if let Patch::Set(address) = address(&mut part, "address")? {
        billing.address = address;
    }
    part.patch("email")?.apply(&mut billing.email);
    part.patch("name")?.apply(&mut billing.name);
    part.patch("phone")?.apply(&mut billing.phone);
    part.ignore(&["tax_id"]);
    part.finish()?;
    Ok(billing)
}

/// A payment method by its id, or a new card by a token such as `pm_card_visa`.
pub(super) fn resolve(world: &mut World, name: &str) -> Answer<String> {
    if world.payment_methods.get(name).is_some() {
        return Ok(name.to_owned());
    }
    let card = by_token(name).ok_or_else(|| Refusal::missing("PaymentMethod", name, "payment_method"))?;
    Ok(world.add_card(card, None, Billing::default()))
}

fn update(world: &mut World, call: Call) -> Answer<Value> {
    let mut method: PaymentMethod = world.get(call.id(), "id")?;
    let mut params = call.params;
    method.billing = billing(&mut params, method.billing)?;
    params.metadata(&mut method.metadata)?;
    if let Some(mut card) = params.map("card")? {
        if let Some(year) = card.int("exp_year")? {
            method.card.exp_year = check_year(year)?;
        }
        if let Some(month) = card.int("exp_month")? {
            method.card.exp_month = check_month(month)?;
        }
        card.finish()?;
    }
    params.ignore(&["allow_redisplay"]);
    params.finish()?;
    let id = method.id.clone();
    world.update::<PaymentMethod>(&id, "payment_method.updated", |old| *old = method);
    world.plan_expiry(&id);
    Ok(world.show::<PaymentMethod>(&id))
}

fn attach(world: &mut World, call: Call) -> Answer<Value> {
    let id = call.id().to_owned();
    let mut params = call.params;
    let customer = params.required("customer")?;
    params.finish()?;
    let id = resolve(world, &id)?;
    world.attach(&id, &customer)?;
    Ok(world.show::<PaymentMethod>(&id))
}

fn detach(world: &mut World, call: Call) -> Answer<Value> {
    let id = call.id().to_owned();
    call.params.finish()?;
    world.detach(&id)?;
    Ok(world.show::<PaymentMethod>(&id))
}

fn list(world: &mut World, call: Call) -> Answer<Value> {
    let mut params = call.params;
    let customer = params.text("customer")?;
    params.ignore(&["type", "allow_redisplay"]);
    page(world, params, "/v1/payment_methods", |method: &PaymentMethod| {
        customer.is_some() && method.customer == customer
    })
}
