//! `subscription` and its items: the eight states and what surrounds them.

use serde_json::{Value, json};

use super::{Object, list, object};
use crate::{form::Metadata, world::World};

/// Stripe's eight states.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Status {
    Incomplete,
    IncompleteExpired,
    Trialing,
    Active,
    PastDue,
    Canceled,
    Unpaid,
    Paused,
}

impl Status {
    pub(crate) const ALL: &[Self] = &[
        Self::Incomplete,
        Self::IncompleteExpired,
        Self::Trialing,
        Self::Active,
        Self::PastDue,
        Self::Canceled,
        Self::Unpaid,
        Self::Paused,
    ];

    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Incomplete => "incomplete",
            Self::IncompleteExpired => "incomplete_expired",
            Self::Trialing => "trialing",
            Self::Active => "active",
            Self::PastDue => "past_due",
            Self::Canceled => "canceled",
            Self::Unpaid => "unpaid",
            Self::Paused => "paused",
        }
    }

    /// Nothing happens any more.
    pub(crate) fn is_over(self) -> bool {
        matches!(self, Self::Canceled | Self::IncompleteExpired)
    }

    /// Periods go on.
    pub(crate) fn renews(self) -> bool {
        matches!(self, Self::Trialing | Self::Active | Self::PastDue | Self::Unpaid)
    }
}

/// From `start` up to and not including `end`, in Unix seconds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Period {
    pub(crate) start: i64,
    pub(crate) end: i64,
}

impl Period {
    pub(crate) fn json(self) -> Value {
        json!({ "start": self.start, "end": self.end })
    }
}

#[derive(Debug, Clone)]
pub(crate) struct Item {
    pub(crate) id: String,
    pub(crate) created: i64,
    pub(crate) price: String,
    pub(crate) quantity: i64,
    pub(crate) metadata: Metadata,
    /// What a whole period of it cost after discounts, when last billed; prorations credit from this.
    pub(crate) period_cost: i64,
}

/// Who starts the payment of an invoice.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Collection {
    Charge,
    SendInvoice { days_until_due: i64 },
}

/// What a trial without a card ends in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum MissingPaymentMethod {
    Cancel,
    CreateInvoice,
    Pause,
}

/// What becomes of invoices while collection is paused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum PauseBehavior {
    KeepAsDraft,
    MarkUncollectible,
    Void,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Pause {
    pub(crate) behavior: PauseBehavior,
    pub(crate) resumes_at: Option<i64>,
}

#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Cancellation {
    pub(crate) comment: Option<String>,
    pub(crate) feedback: Option<String>,
    pub(crate) reason: Option<&'static str>,
}

#[derive(Debug, Clone)]
pub(crate) struct Subscription {
    pub(crate) id: String,
    pub(crate) created: i64,
    pub(crate) customer: String,
    pub(crate) currency: String,
    pub(crate) status: Status,
    pub(crate) items: Vec<Item>,
    pub(crate) period: Period,
    pub(crate) billing_cycle_anchor: i64,
    pub(crate) trial: Option<Period>,
    pub(crate) cancel_at: Option<i64>,
    pub(crate) cancel_at_period_end: bool,
    pub(crate) canceled_at: Option<i64>,
    pub(crate) ended_at: Option<i64>,
    pub(crate) cancellation: Cancellation,
    pub(crate) collection: Collection,
    pub(crate) default_payment_method: Option<String>,
    pub(crate) latest_invoice: Option<String>,
    pub(crate) metadata: Metadata,
    pub(crate) description: Option<String>,
    pub(crate) discounts: Vec<String>,
    pub(crate) pause: Option<Pause>,
    pub(crate) missing_payment_method: MissingPaymentMethod,
    pub(crate) saves_payment_method: bool,
    pub(crate) automatic_tax: bool,
    /// `customer.subscription.created` was sent; before that, changes make no event.
    pub(crate) announced: bool,
}

impl Object for Subscription {
    object!(Subscription, "subscription", subscriptions);

    fn json(&self, world: &World) -> Value {
        let items = self.items.iter().map(|item| item.json(self, world)).collect();
        let items = list(&format!("/v1/subscription_items?subscription={}", self.id), items, false);
        json!({
            "id": self.id,
            "object": "subscription",
            "application": null,
            "application_fee_percent": null,
            "automatic_tax": {
                "disabled_reason": null,
                "enabled": self.automatic_tax,
                "liability": self.automatic_tax.then(|| json!({ "type": "self" })),
            },
            "billing_cycle_anchor": self.billing_cycle_anchor,
            "billing_cycle_anchor_config": null,
            "billing_mode": { "type": "classic", "flexible": null },
            "billing_schedules": [],
            "billing_thresholds": null,
            "cancel_at": self.shown_cancel_at(),
            "cancel_at_period_end": self.cancel_at_period_end,
            "canceled_at": self.canceled_at,
            "cancellation_details": {
                "comment": self.cancellation.comment,
                "feedback": self.cancellation.feedback,
                "reason": self.cancellation.reason,
            },
            "collection_method": self.collection.name(),
            "created": self.created,
            "currency": self.currency,
            "customer": self.customer,
            "days_until_due": self.collection.days_until_due(),
            "default_payment_method": self.default_payment_method,
            "default_source": null,
            "default_tax_rates": [],
            "description": self.description,
            "discounts": self.discounts,
            "ended_at": self.ended_at,
            "invoice_settings": { "account_tax_ids": null, "issuer": { "type": "self" } },
            "items": items,
            "latest_invoice": self.latest_invoice,
            "livemode": false,
            "metadata": self.metadata,
            "next_pending_invoice_item_invoice": null,
            "on_behalf_of": null,
            "pause_collection": self.pause.map(Pause::json),
            "payment_settings": {
                "payment_method_options": null,
                "payment_method_types": null,
                "save_default_payment_method": if self.saves_payment_method { "on_subscription" } else { "off" },
            },
            "pending_invoice_item_interval": null,
            "pending_setup_intent": null,
            "pending_update": null,
            "schedule": null,
            "start_date": self.created,
            "status": self.status.name(),
            "test_clock": null,
            "transfer_data": null,
            "trial_end": self.trial.map(|trial| trial.end),
            "trial_settings": {
                "end_behavior": { "missing_payment_method": self.missing_payment_method.name() },
            },
            "trial_start": self.trial.map(|trial| trial.start),
        })
    }
}

impl Subscription {
    /// Stripe shows the period's end in `cancel_at` too when it cancels there.
    fn shown_cancel_at(&self) -> Option<i64> {
        if self.cancel_at_period_end { Some(self.period.end) } else { self.cancel_at }
    }
}

impl Item {
    pub(crate) fn json(&self, subscription: &Subscription, world: &World) -> Value {
        let price = world.prices.get(&self.price);
        json!({
            "id": self.id,
            "object": "subscription_item",
            "billing_thresholds": null,
            "created": self.created,
            "current_period_end": subscription.period.end,
            "current_period_start": subscription.period.start,
            "discounts": [],
            "metadata": self.metadata,
            "plan": price.map(super::Price::plan),
            "price": price.map(|price| price.json(world)),
            "quantity": self.quantity,
            "subscription": subscription.id,
            "tax_rates": [],
        })
    }
}

impl Collection {
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Charge => "charge_automatically",
            Self::SendInvoice { .. } => "send_invoice",
        }
    }

    pub(crate) fn days_until_due(self) -> Option<i64> {
        match self {
            Self::Charge => None,
            Self::SendInvoice { days_until_due } => Some(days_until_due),
        }
    }
}

impl MissingPaymentMethod {
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Cancel => "cancel",
            Self::CreateInvoice => "create_invoice",
            Self::Pause => "pause",
        }
    }
}

impl Pause {
    fn json(self) -> Value {
        let behavior = match self.behavior {
            PauseBehavior::KeepAsDraft => "keep_as_draft",
            PauseBehavior::MarkUncollectible => "mark_uncollectible",
            PauseBehavior::Void => "void",
        };
        json!({ "behavior": behavior, "resumes_at": self.resumes_at })
    }
}
