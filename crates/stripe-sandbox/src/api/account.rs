//! `/v1/account`: whose sandbox it is.

use serde_json::Value;

use super::{GET, Route};
use crate::{
    error::{Answer, Refusal},
    http::Call,
    objects,
    world::World,
};

pub(super) const ROUTES: &[Route] = &[(GET, "/v1/account", own), (GET, "/v1/accounts/{id}", by_id)];

fn own(world: &mut World, call: Call) -> Answer<Value> {
    call.params.finish()?;
    Ok(objects::account(&world.settings))
}

fn by_id(world: &mut World, call: Call) -> Answer<Value> {
    if call.id() == world.settings.account {
        own(world, call)
    } else {
        Err(Refusal::missing("account", call.id(), "id"))
    }
}
