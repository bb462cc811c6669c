//! `/v1/disputes`: payers' banks open them (see `/_sandbox/disputes`), newsrooms answer or accept.

use serde_json::Value;

use super::{GET, POST, Route, retrieve};
use crate::{
    error::Answer,
    http::Call,
    objects::{Dispute, DisputeStatus},
    paging::page,
    world::World,
};

pub(super) const ROUTES: &[Route] = &[
    (GET, "/v1/disputes", list),
    (GET, "/v1/disputes/{id}", retrieve::<Dispute>),
    (POST, "/v1/disputes/{id}", update),
    (POST, "/v1/disputes/{id}/close", close),
];

fn list(world: &mut World, call: Call) -> Answer<Value> {
    let mut params = call.params;
    let (charge, intent) = (params.text("charge")?, params.text("payment_intent")?);
    page(world, params, "/v1/disputes", |dispute: &Dispute| {
        charge.as_ref().is_none_or(|charge| dispute.charge == *charge)
            && intent.as_ref().is_none_or(|intent| dispute.payment_intent == *intent)
    })
}

fn update(world: &mut World, call: Call) -> Answer<Value> {
    let dispute: Dispute = world.get(call.id(), "id")?;
    let mut params = call.params;
    let explanation = match params.map("evidence")? {
        None => None,
        Some(mut evidence) => evidence.text("uncategorized_text")?,
    };
    let submits = params.flag("submit")?.unwrap_or(false);
    let mut metadata = dispute.metadata.clone();
    params.metadata(&mut metadata)?;
    params.finish()?;
    if explanation.is_some() || submits {
        world.answer_dispute(&dispute.id, explanation, submits)?;
    }
    world.edit::<Dispute>(&dispute.id, |dispute| dispute.metadata = metadata);
    Ok(world.show::<Dispute>(&dispute.id))
}

/// The newsroom accepts that the money is gone.
fn close(world: &mut World, call: Call) -> Answer<Value> {
    let id = call.id().to_owned();
    call.params.finish()?;
    world.close_dispute(&id, DisputeStatus::Lost)?;
    Ok(world.show::<Dispute>(&id))
}
