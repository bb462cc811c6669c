//! `account`: whose sandbox it is.

use serde_json::{Value, json};

use crate::world::Settings;

/// The one account of the sandbox.
pub(crate) fn account(settings: &Settings) -> Value {
    json!({
        "id": settings.account,
        "object": "account",
        "business_profile": { "name": settings.business_name, "url": null, "support_email": null, "mcc": null },
        "business_type": null,
        "capabilities": { "card_payments": "active", "transfers": "active" },
        "charges_enabled": true,
        "country": settings.country,
        "created": settings.created,
        "default_currency": settings.default_currency,
        "details_submitted": true,
        "email": "newsroom@example.com",
        "metadata": {},
        "payouts_enabled": true,
        "settings": {
            "branding": { "icon": null, "logo": null, "primary_color": null, "secondary_color": null },
            "card_payments": {
                "decline_on": { "avs_failure": false, "cvc_failure": true },
                "statement_descriptor_prefix": null,
            },
            "dashboard": { "display_name": settings.business_name, "timezone": "Etc/UTC" },
            "payments": { "statement_descriptor": null },
        },
        "type": "standard",
    })
}
