//! `billing_portal.session`: a way for a customer into the portal.

use serde_json::{Value, json};

use super::{Object, object};
use crate::world::World;

#[derive(Debug, Clone)]
pub(crate) struct PortalSession {
    pub(crate) id: String,
    pub(crate) created: i64,
    pub(crate) customer: String,
    pub(crate) locale: Option<String>,
    pub(crate) return_url: Option<String>,
    /// What the caller asked to open at: `payment_method_update`, `subscription_cancel`, `subscription_update`.
    pub(crate) flow: Option<(&'static str, Option<String>)>,
}

impl PortalSession {
    pub(crate) fn url(&self, world: &World) -> String {
        world.address(&format!("/p/session/{}", self.id))
    }
}

impl Object for PortalSession {
    object!(PortalSession, "billing_portal session", portal_sessions);

    fn json(&self, world: &World) -> Value {
        let flow = self.flow.as_ref().map(|(kind, subscription)| {
            let part = |wanted: &str| {
                (*kind == wanted).then(|| match wanted {
                    "subscription_cancel" => json!({ "retention": null, "subscription": subscription }),
                    _ => json!({ "subscription": subscription }),
                })
            };
            json!({
                "after_completion": { "hosted_confirmation": null, "redirect": null, "type": "portal_homepage" },
                "subscription_cancel": part("subscription_cancel"),
                "subscription_update": part("subscription_update"),
                "subscription_update_confirm": null,
                "type": kind,
            })
        });
        json!({
            "id": self.id,
            "object": "billing_portal.session",
            "configuration": world.settings.portal_configuration,
            "created": self.created,
            "customer": self.customer,
            "flow": flow,
            "livemode": false,
            "locale": self.locale,
            "on_behalf_of": null,
            "return_url": self.return_url,
            "url": self.url(world),
        })
    }
}
