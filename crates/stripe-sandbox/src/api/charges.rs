//! `/v1/charges`: reading only, since payment intents make them.

use serde_json::Value;

use super::{GET, POST, Route, retrieve};
use crate::{
    error::Answer,
    http::Call,
    objects::{Charge, Refund},
    paging::page,
    world::World,
};

pub(super) const ROUTES: &[Route] = &[
    (GET, "/v1/charges", list),
    (GET, "/v1/charges/{id}", retrieve::<Charge>),
    (POST, "/v1/charges/{id}", update),
    (GET, "/v1/charges/{id}/refunds", refunds),
];

fn list(world: &mut World, call: Call) -> Answer<Value> {
    let mut params = call.params;
    let (customer, intent) = (params.text("customer")?, params.text("payment_intent")?);
    page(world, params, "/v1/charges", |charge: &Charge| {
        (customer.is_none() || charge.customer == customer)
            && intent.as_ref().is_none_or(|intent| charge.payment_intent == *intent)
    })
}

fn update(world: &mut World, call: Call) -> Answer<Value> {
    let mut charge: Charge = world.get(call.id(), "id")?;
    let mut params = call.params;
    params.patch("description")?.apply(&mut charge.description);
    params.metadata(&mut charge.metadata)?;
    params.finish()?;
    let id = charge.id.clone();
    world.update::<Charge>(&id, "charge.updated", |old| *old = charge);
    Ok(world.show::<Charge>(&id))
}

fn refunds(world: &mut World, call: Call) -> Answer<Value> {
    let charge: Charge = world.get(call.id(), "id")?;
    let url = format!("/v1/charges/{}/refunds", charge.id);
    page(world, call.params, &url, |refund: &Refund| refund.charge == charge.id)
}
