//! `/v1/events`: the last 30 days, as Stripe keeps them.

use serde_json::Value;

use super::{GET, Route, retrieve};
use crate::{calendar::DAY, error::Answer, http::Call, objects::Event, paging::page, world::World};

pub(super) const ROUTES: &[Route] = &[(GET, "/v1/events", list), (GET, "/v1/events/{id}", retrieve::<Event>)];

fn list(world: &mut World, call: Call) -> Answer<Value> {
    let mut params = call.params;
    let (kind, kinds) = (params.text("type")?, params.texts("types")?);
    let delivered = params.flag("delivery_success")?;
    let oldest = world.now() - 30 * DAY;
    page(world, params, "/v1/events", |event: &Event| {
        event.created >= oldest
            && kind.as_ref().is_none_or(|kind| fits(kind, &event.kind))
            && kinds.as_ref().is_none_or(|kinds| kinds.iter().any(|kind| fits(kind, &event.kind)))
            && delivered.is_none_or(|delivered| delivered == (event.pending_webhooks == 0))
    })
}

/// `invoice.*` stands for all that begin so.
fn fits(wanted: &str, kind: &str) -> bool {
    wanted.strip_suffix('*').map_or(wanted == kind, |beginning| kind.starts_with(beginning))
}
