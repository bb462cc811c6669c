//! Stripe's API, a file an object: parameters in, transitions of the world, objects out.

use axum::Router;
use http::Method;
use serde_json::Value;

use crate::{
    error::{Answer, Refusal},
    form::{Params, Patch},
    http::{Call, Handler, call},
    objects::{Address, Object},
    sandbox::Sandbox,
    world::World,
};

mod account;
mod billing_portal;
mod charges;
mod checkout_sessions;
mod coupons;
mod customers;
mod disputes;
mod events;
mod invoices;
mod payment_intents;
mod payment_methods;
mod prices;
mod products;
mod promotion_codes;
mod refunds;
mod subscription_items;
mod subscriptions;

/// Every address of the API.
pub(crate) fn routes() -> Router<Sandbox> {
    let addresses = [
        account::ROUTES,
        billing_portal::ROUTES,
        charges::ROUTES,
        checkout_sessions::ROUTES,
        coupons::ROUTES,
        customers::ROUTES,
        disputes::ROUTES,
        events::ROUTES,
        invoices::ROUTES,
        payment_intents::ROUTES,
        payment_methods::ROUTES,
        prices::ROUTES,
        products::ROUTES,
        promotion_codes::ROUTES,
        refunds::ROUTES,
        subscription_items::ROUTES,
        subscriptions::ROUTES,
    ];
    addresses
        .iter()
        .copied()
        .flatten()
        .fold(Router::new(), |router, (method, path, handler)| router.route(path, call(method, *handler)))
}

/// The id of the newest promotion code with this word.
pub(crate) fn promotion_code(world: &World, word: &str) -> Option<String> {
    promotion_codes::find(world, word).map(|code| code.id.clone())
}

/// Method, path and handler of a call.
type Route = (Method, &'static str, Handler);

const GET: Method = Method::GET;
const POST: Method = Method::POST;
const DELETE: Method = Method::DELETE;

/// The most common call: an object by its id.
fn retrieve<T: Object>(world: &mut World, call: Call) -> Answer<Value> {
    let object: T = world.living(call.id(), "id")?;
    call.params.finish()?;
    Ok(object.json(world))
}

/// Reads an address; Stripe replaces it as a whole.
fn address(params: &mut Params, key: &str) -> Answer<Patch<Address>> {
    Ok(match params.patch_map(key)? {
        Patch::Keep => Patch::Keep,
        Patch::Clear => Patch::Clear,
        Patch::Set(mut part) => {
            let address = Address {
                city: part.text("city")?,
                country: part.text("country")?,
                line1: part.text("line1")?,
                line2: part.text("line2")?,
                postal_code: part.text("postal_code")?,
                state: part.text("state")?,
            };
            part.finish()?;
            Patch::Set(address)
        }
    })
}

/// `automatic_tax[enabled]`.
fn automatic_tax(params: &mut Params) -> Answer<Option<bool>> {
    let Some(mut part) = params.map("automatic_tax")? else { return Ok(None) };
    let enabled = part.flag("enabled")?;
    part.ignore(&["liability"]);
    part.finish()?;
    Ok(enabled)
}

/// A currency as Stripe takes it: three letters, in any case.
fn currency(params: &mut Params, key: &str) -> Answer<Option<String>> {
    let Some(currency) = params.text(key)? else { return Ok(None) };
    let currency = currency.to_lowercase();
    if currency.len() == 3 && currency.bytes().all(|byte| byte.is_ascii_lowercase()) {
        return Ok(Some(currency));
    }
    Err(Refusal::invalid(key, format!("Invalid currency: {currency}.")))
}
