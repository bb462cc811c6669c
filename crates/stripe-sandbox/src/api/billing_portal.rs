//! `/v1/billing_portal/sessions`.

use serde_json::Value;

use super::{POST, Route};
use crate::{
    error::Answer,
    http::Call,
    objects::{Customer, PortalSession, Subscription},
    world::World,
};

pub(super) const ROUTES: &[Route] = &[(POST, "/v1/billing_portal/sessions", create)];

const FLOWS: &[&str] = &["payment_method_update", "subscription_cancel", "subscription_update"];

fn create(world: &mut World, call: Call) -> Answer<Value> {
    let mut params = call.params;
    let customer: Customer = world.living(&params.required("customer")?, "customer")?;
    let flow = match params.map("flow_data")? {
        None => None,
        Some(mut part) => {
            let kind = part.choice("type", FLOWS)?;
            let mut subscription = None;
            for of in ["subscription_cancel", "subscription_update"] {
                if let Some(mut inner) = part.map(of)? {
                    subscription = inner.text("subscription")?;
                    inner.ignore(&["retention"]);
                    inner.finish()?;
                }
            }
            if let Some(id) = &subscription {
                world.get::<Subscription>(id, "flow_data[subscription]")?;
            }
            part.ignore(&["after_completion"]);
            part.finish()?;
            kind.map(|kind| (kind, subscription))
        }
    };
    let (locale, return_url) = (params.text("locale")?, params.text("return_url")?);
    params.ignore(&["configuration"]);
    params.finish()?;
    let id = world.ids.next("bps");
    let created = world.now();
    world.insert(PortalSession { id: id.clone(), created, customer: customer.id, locale, return_url, flow });
    world.tell::<PortalSession>(&id, "billing_portal.session.created");
    Ok(world.show::<PortalSession>(&id))
}
