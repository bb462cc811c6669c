//! `/v1/customers`.

use serde_json::Value;

use super::{DELETE, GET, POST, Route, address};
use crate::{
    error::{Answer, Refusal},
    form::{Params, Patch},
    http::Call,
    money,
    objects::{Customer, Object as _, PaymentMethod, deleted},
    paging::page,
    world::{World, refuses_saving},
};

pub(super) const ROUTES: &[Route] = &[
    (POST, "/v1/customers", create),
    (GET, "/v1/customers", list),
    (GET, "/v1/customers/{id}", retrieve),
    (POST, "/v1/customers/{id}", update),
    (DELETE, "/v1/customers/{id}", delete),
    (GET, "/v1/customers/{id}/payment_methods", payment_methods),
    (GET, "/v1/customers/{id}/payment_methods/{method}", retrieve_method),
];

const WITHOUT_EFFECT: &[&str] =
    &["cash_balance", "shipping", "tax", "tax_id_data", "business_name", "individual_name"];

fn create(world: &mut World, call: Call) -> Answer<Value> {
    let mut params = call.params;
    let mut customer = world.new_customer(None);
    let method = params.text("payment_method")?;
    read(world, &mut customer, &mut params)?;
    params.finish()?;
    let method = match method {
        Some(token) => Some(super::payment_methods::resolve(world, &token)?),
        None => None,
    };
    if let Some(refusal) =
        method.as_ref().and_then(|id| world.payment_methods.get(id)).and_then(refuses_saving)
    {
        return Err(refusal);
    }
    let id = customer.id.clone();
    world.insert(customer);
    if let Some(method) = &method {
        world.attach(method, &id)?;
    }
    world.tell::<Customer>(&id, "customer.created");
    Ok(world.show::<Customer>(&id))
}

fn read(world: &mut World, customer: &mut Customer, params: &mut Params) -> Answer<()> {
    address(params, "address")?.apply(&mut customer.address);
    customer.balance =
        params.int_within("balance", -money::LARGEST, money::LARGEST)?.unwrap_or(customer.balance);
    params.patch("description")?.apply(&mut customer.description);
    params.patch("email")?.apply(&mut customer.email);
    if customer.email.as_ref().is_some_and(|email| !email.contains('@')) {
        return Err(Refusal::invalid("email", "Invalid email address.").code("email_invalid"));
    }
    params.patch("name")?.apply(&mut customer.name);
    params.patch("phone")?.apply(&mut customer.phone);
    if let Some(prefix) = params.text("invoice_prefix")? {
        customer.invoice_prefix = prefix;
    }
    customer.next_invoice_sequence =
        params.int_from("next_invoice_sequence", 1)?.unwrap_or(customer.next_invoice_sequence);
    if let Some(locales) = params.texts("preferred_locales")? {
        customer.preferred_locales = locales;
    }
    if let Some(exempt) = params.choice("tax_exempt", &["none", "exempt", "reverse"])? {
        customer.tax_exempt = exempt;
    }
    params.metadata(&mut customer.metadata)?;
    if let Some(mut settings) = params.map("invoice_settings")? {
        match settings.patch("default_payment_method")? {
            Patch::Set(id) => {
                let method: PaymentMethod = world.get(&id, "invoice_settings[default_payment_method]")?;
                if method.customer.as_deref().is_some_and(|of| of != customer.id) {
                    return Err(Refusal::invalid(
                        "invoice_settings[default_payment_method]",
                        "The payment method belongs to another customer.",
                    ));
                }
                customer.default_payment_method = Some(method.id);
            }
            patch => patch.apply(&mut customer.default_payment_method),
        }
        settings.ignore(&["custom_fields", "footer", "rendering_options"]);
        settings.finish()?;
    }
    params.ignore(WITHOUT_EFFECT);
    Ok(())
}

/// Deleted customers can still be fetched, and say that they are.
fn retrieve(world: &mut World, call: Call) -> Answer<Value> {
    let customer: Customer = world.get(call.id(), "id")?;
    call.params.finish()?;
    Ok(customer.json(world))
}

fn update(world: &mut World, call: Call) -> Answer<Value> {
    let mut customer: Customer = world.living(call.id(), "id")?;
    let mut params = call.params;
    read(world, &mut customer, &mut params)?;
    params.finish()?;
    let id = customer.id.clone();
    world.update::<Customer>(&id, "customer.updated", |old| *old = customer);
    Ok(world.show::<Customer>(&id))
}

fn list(world: &mut World, call: Call) -> Answer<Value> {
    let mut params = call.params;
    let email = params.text("email")?;
    page(world, params, "/v1/customers", |customer: &Customer| email.is_none() || customer.email == email)
}

fn delete(world: &mut World, call: Call) -> Answer<Value> {
    let id = call.id().to_owned();
    call.params.finish()?;
    world.delete_customer(&id)?;
    Ok(deleted("customer", &id))
}

fn payment_methods(world: &mut World, call: Call) -> Answer<Value> {
    let customer: Customer = world.living(call.id(), "id")?;
    let mut params = call.params;
    params.ignore(&["type", "allow_redisplay"]);
    let url = format!("/v1/customers/{}/payment_methods", customer.id);
    page(world, params, &url, |method: &PaymentMethod| method.customer.as_ref() == Some(&customer.id))
}

fn retrieve_method(world: &mut World, call: Call) -> Answer<Value> {
    let customer: Customer = world.living(call.id(), "id")?;
    let method: PaymentMethod = world.get(call.second(), "payment_method")?;
    call.params.finish()?;
    if method.customer.as_ref() != Some(&customer.id) {
        return Err(Refusal::missing("PaymentMethod", &method.id, "id"));
    }
    Ok(method.json(world))
}
