//! `/v1/refunds`.

use serde_json::Value;

use super::{GET, POST, Route, retrieve};
use crate::{error::Answer, form::Metadata, http::Call, objects::Refund, paging::page, world::World};

pub(super) const ROUTES: &[Route] = &[
    (POST, "/v1/refunds", create),
    (GET, "/v1/refunds", list),
    (GET, "/v1/refunds/{id}", retrieve::<Refund>),
    (POST, "/v1/refunds/{id}", update),
];

fn create(world: &mut World, call: Call) -> Answer<Value> {
    let mut params = call.params;
    let (charge, intent) = (params.text("charge")?, params.text("payment_intent")?);
    let amount = params.int_from("amount", 1)?;
    let reason = params.choice("reason", &["duplicate", "fraudulent", "requested_by_customer"])?;
    let mut metadata = Metadata::new();
    params.metadata(&mut metadata)?;
    params.ignore(&["instructions_email", "refund_application_fee", "reverse_transfer"]);
    params.finish()?;
    let charge = world.charge_of(charge.as_deref(), intent.as_deref())?;
    let id = world.refund(&charge, amount, reason, metadata)?;
    Ok(world.show::<Refund>(&id))
}

fn update(world: &mut World, call: Call) -> Answer<Value> {
    let mut refund: Refund = world.get(call.id(), "id")?;
    let mut params = call.params;
    params.metadata(&mut refund.metadata)?;
    params.finish()?;
    let id = refund.id.clone();
    world.update::<Refund>(&id, "refund.updated", |old| *old = refund);
    Ok(world.show::<Refund>(&id))
}

fn list(world: &mut World, call: Call) -> Answer<Value> {
    let mut params = call.params;
    let (charge, intent) = (params.text("charge")?, params.text("payment_intent")?);
    page(world, params, "/v1/refunds", |refund: &Refund| {
        charge.as_ref().is_none_or(|charge| refund.charge == *charge)
            && intent.as_ref().is_none_or(|intent| refund.payment_intent == *intent)
    })
}
