//! `/v1/subscription_items`: reading; changes go through the subscription.

use serde_json::Value;

use super::{GET, Route};
use crate::{
    error::{Answer, Refusal},
    http::Call,
    objects::Subscription,
    paging::page_of,
    world::World,
};

pub(super) const ROUTES: &[Route] =
    &[(GET, "/v1/subscription_items", list), (GET, "/v1/subscription_items/{id}", retrieve)];

fn list(world: &mut World, call: Call) -> Answer<Value> {
    let mut params = call.params;
    let subscription: Subscription = world.get(&params.required("subscription")?, "subscription")?;
    let items = subscription.items.iter().map(|item| item.json(&subscription, world)).collect();
    page_of(params, "/v1/subscription_items", "subscription_item", items)
}

fn retrieve(world: &mut World, call: Call) -> Answer<Value> {
    let found = world
        .subscriptions
        .iter()
        .find_map(|of| of.items.iter().find(|item| item.id == call.id()).map(|item| item.json(of, world)));
    let found = found.ok_or_else(|| Refusal::missing("subscription_item", call.id(), "id"))?;
    call.params.finish()?;
    Ok(found)
}
