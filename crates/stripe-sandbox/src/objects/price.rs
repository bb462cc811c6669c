//! `price`: what a product costs, once or again and again; also shown as the older `plan` inside subscriptions.

use serde_json::{Value, json};

use super::{Object, object};
use crate::{calendar::Interval, form::Metadata, money, world::World};

/// Whether tax is inside the amount.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum TaxBehavior {
    Inclusive,
    Exclusive,
    Unspecified,
}

impl TaxBehavior {
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Inclusive => "inclusive",
            Self::Exclusive => "exclusive",
            Self::Unspecified => "unspecified",
        }
    }
}

#[derive(Debug, Clone)]
pub(crate) struct Price {
    pub(crate) id: String,
    pub(crate) created: i64,
    pub(crate) active: bool,
    pub(crate) product: String,
    pub(crate) currency: String,
    /// Minor units.
    pub(crate) unit_amount: i64,
    /// `None` is a one-time price.
    pub(crate) recurring: Option<Interval>,
    pub(crate) trial_period_days: Option<i64>,
    pub(crate) tax_behavior: TaxBehavior,
    pub(crate) nickname: Option<String>,
    pub(crate) lookup_key: Option<String>,
    pub(crate) metadata: Metadata,
}

impl Object for Price {
    object!(Price, "price", prices);

    fn json(&self, _: &World) -> Value {
        let recurring = self.recurring.map(|interval| {
            json!({
                "interval": interval.unit.name(),
                "interval_count": interval.count,
                "meter": null,
                "trial_period_days": self.trial_period_days,
                "usage_type": "licensed",
            })
        });
        json!({
            "id": self.id,
            "object": "price",
            "active": self.active,
            "billing_scheme": "per_unit",
            "created": self.created,
            "currency": self.currency,
            "custom_unit_amount": null,
            "livemode": false,
            "lookup_key": self.lookup_key,
            "metadata": self.metadata,
            "nickname": self.nickname,
            "product": self.product,
            "recurring": recurring,
            "tax_behavior": self.tax_behavior.name(),
            "tiers_mode": null,
            "transform_quantity": null,
            "type": if self.recurring.is_some() { "recurring" } else { "one_time" },
            "unit_amount": self.unit_amount,
            "unit_amount_decimal": self.unit_amount.to_string(),
        })
    }
}

impl Price {
    /// The older form that subscription items still carry.
    pub(crate) fn plan(&self) -> Value {
        json!({
            "id": self.id,
            "object": "plan",
            "active": self.active,
            "amount": self.unit_amount,
            "amount_decimal": self.unit_amount.to_string(),
            "billing_scheme": "per_unit",
            "created": self.created,
            "currency": self.currency,
            "interval": self.recurring.map(|interval| interval.unit.name()),
            "interval_count": self.recurring.map(|interval| interval.count),
            "livemode": false,
            "metadata": self.metadata,
            "meter": null,
            "nickname": self.nickname,
            "product": self.product,
            "tiers_mode": null,
            "transform_usage": null,
            "trial_period_days": self.trial_period_days,
            "usage_type": "licensed",
        })
    }

    /// Price for people: `9.90 EUR / month`.
    pub(crate) fn display(&self) -> String {
        let amount = money::display(self.unit_amount, &self.currency);
        match self.recurring {
            None => amount,
            Some(interval) if interval.count == 1 => format!("{amount} / {}", interval.unit.name()),
            Some(interval) => format!("{amount} / {} {}s", interval.count, interval.unit.name()),
        }
    }
}
