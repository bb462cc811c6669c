//! `/v1/subscriptions`.

use serde_json::Value;

use super::{DELETE, GET, POST, Route, automatic_tax, retrieve};
use crate::{
    calendar::DAY,
    error::{Answer, Refusal},
    form::{Metadata, Params, Patch},
    http::Call,
    objects::{Cancellation, Collection, MissingPaymentMethod, Pause, PauseBehavior, Status, Subscription},
    paging::page,
    world::{
        Change, DiscountRef, ItemChange, Leaving, NewItem, NewSubscription, PaymentBehavior, Proration,
        TrialEnd, World,
    },
};

pub(super) const ROUTES: &[Route] = &[
    (POST, "/v1/subscriptions", create),
    (GET, "/v1/subscriptions", list),
    (GET, "/v1/subscriptions/{id}", retrieve::<Subscription>),
    (POST, "/v1/subscriptions/{id}", update),
    (DELETE, "/v1/subscriptions/{id}", cancel),
    (POST, "/v1/subscriptions/{id}/resume", resume),
];

const WITHOUT_EFFECT: &[&str] =
    &["billing_mode", "default_tax_rates", "invoice_settings", "off_session", "trial_from_plan"];

/// More of one thing than any group subscription has; amounts stay countable.
pub(super) const MOST: i64 = 1_000_000;

const FEEDBACK: &[&str] = &[
    "customer_service",
    "low_quality",
    "missing_features",
    "other",
    "switched_service",
    "too_complex",
    "too_expensive",
    "unused",
];

fn create(world: &mut World, call: Call) -> Answer<Value> {
    let mut params = call.params;
    let customer = params.required("customer")?;
    let items = new_items(&mut params, "items")?.ok_or_else(|| Refusal::missing_param("items"))?;
    let behavior = payment_behavior(&mut params)?.unwrap_or(PaymentBehavior::Allow);
    let mut new = NewSubscription::of(&customer, items);
    new.once = new_items(&mut params, "add_invoice_items")?.unwrap_or_default();
    new.trial_end = trial_end(&mut params, world.now())?.and_then(|end| match end {
        TrialEnd::Now => None,
        TrialEnd::At(end) => Some(end),
    });
    if let Some(days) = params.int_within("trial_period_days", 1, 730)? {
        new.trial_end = Some(world.now() + days * DAY);
    }
    new.cancel_at = params.int("cancel_at")?;
    new.cancel_at_period_end = params.flag("cancel_at_period_end")?.unwrap_or(false);
    new.collection = collection(&mut params)?.unwrap_or(Collection::Charge);
    new.default_payment_method = params.text("default_payment_method")?;
    new.description = params.text("description")?;
    new.discounts = discounts(&mut params)?.unwrap_or_default();
    params.metadata(&mut new.metadata)?;
    if let Some(missing) = trial_settings(&mut params)? {
        new.missing_payment_method = missing;
    }
    new.saves_payment_method = payment_settings(&mut params)?;
    new.automatic_tax = automatic_tax(&mut params)?.unwrap_or(false);
    params.choice("proration_behavior", PRORATIONS)?;
    params.ignore(WITHOUT_EFFECT);
    super::currency(&mut params, "currency")?;
    params.finish()?;
    let id = world.create_subscription(new, behavior)?;
    Ok(world.show::<Subscription>(&id))
}

pub(super) fn new_items(params: &mut Params, key: &str) -> Answer<Option<Vec<NewItem>>> {
    let Some(parts) = params.parts(key)? else { return Ok(None) };
    parts
        .into_iter()
        .map(|mut part| {
            let mut metadata = Metadata::new();
            part.metadata(&mut metadata)?;
            let item = NewItem {
                price: part.required("price")?,
                quantity: part.int_within("quantity", 1, MOST)?.unwrap_or(1),
                metadata,
            };
            part.ignore(&["tax_rates"]);
            part.finish()?;
            Ok(item)
        })
        .collect::<Answer<_>>()
        .map(Some)
}

fn payment_behavior(params: &mut Params) -> Answer<Option<PaymentBehavior>> {
    let names = &["allow_incomplete", "default_incomplete", "error_if_incomplete"];
    Ok(params.choice("payment_behavior", names)?.map(|name| match name {
        "default_incomplete" => PaymentBehavior::DefaultIncomplete,
        "error_if_incomplete" => PaymentBehavior::Error,
        _ => PaymentBehavior::Allow,
    }))
}

/// `now`, or a moment.
pub(super) fn trial_end(params: &mut Params, now: i64) -> Answer<Option<TrialEnd>> {
    match params.text("trial_end")?.as_deref() {
        None => Ok(None),
        Some("now") => Ok(Some(TrialEnd::Now)),
        Some(text) => {
            let end: i64 = text
                .parse()
                .map_err(|_| Refusal::invalid("trial_end", format!("Invalid timestamp: {text}")))?;
            if end > now + 730 * DAY {
                return Err(Refusal::invalid(
                    "trial_end",
                    "Invalid timestamp: can be no more than two years in the future",
                ));
            }
            if end <= now {
                return Err(Refusal::invalid(
                    "trial_end",
                    format!("Invalid timestamp: must be in the future: {end}"),
                ));
            }
            Ok(Some(TrialEnd::At(end)))
        }
    }
}

fn collection(params: &mut Params) -> Answer<Option<Collection>> {
    let days = params.int_within("days_until_due", 0, 365)?;
    match (params.choice("collection_method", &["charge_automatically", "send_invoice"])?, days) {
        (Some("send_invoice"), Some(days_until_due)) => Ok(Some(Collection::SendInvoice { days_until_due })),
        (Some("send_invoice"), None) => Err(Refusal::missing_param("days_until_due")),
        (Some(_), _) => Ok(Some(Collection::Charge)),
        (None, _) => Ok(None),
    }
}

/// `discounts[0][coupon]`, `…[promotion_code]`, `…[discount]`.
pub(super) fn discounts(params: &mut Params) -> Answer<Option<Vec<DiscountRef>>> {
    let Some(parts) = params.parts("discounts")? else { return Ok(None) };
    parts
        .into_iter()
        .map(|mut part| {
            let found = (part.text("coupon")?, part.text("promotion_code")?, part.text("discount")?);
            part.finish()?;
            match found {
                (Some(coupon), None, None) => Ok(DiscountRef::Coupon(coupon)),
                (None, Some(code), None) => Ok(DiscountRef::PromotionCode(code)),
                (None, None, Some(discount)) => Ok(DiscountRef::Discount(discount)),
                _ => Err(Refusal::invalid(
                    "discounts",
                    "Give exactly one of coupon, promotion_code, discount.",
                )),
            }
        })
        .collect::<Answer<_>>()
        .map(Some)
}

pub(super) fn trial_settings(params: &mut Params) -> Answer<Option<MissingPaymentMethod>> {
    let Some(mut part) = params.map("trial_settings")? else { return Ok(None) };
    let Some(mut end) = part.map("end_behavior")? else { return Ok(None) };
    let names = &["cancel", "create_invoice", "pause"];
    let missing = end.choice("missing_payment_method", names)?.map(|name| match name {
        "cancel" => MissingPaymentMethod::Cancel,
        "pause" => MissingPaymentMethod::Pause,
        _ => MissingPaymentMethod::CreateInvoice,
    });
    end.finish()?;
    part.finish()?;
    Ok(missing)
}

fn payment_settings(params: &mut Params) -> Answer<bool> {
    let Some(mut part) = params.map("payment_settings")? else { return Ok(false) };
    let saves = part.choice("save_default_payment_method", &["on_subscription", "off"])?;
    part.ignore(&["payment_method_options", "payment_method_types"]);
    part.finish()?;
    Ok(saves == Some("on_subscription"))
}

const PRORATIONS: &[&str] = &["create_prorations", "always_invoice", "none"];

fn proration(params: &mut Params) -> Answer<Proration> {
    Ok(match params.choice("proration_behavior", PRORATIONS)? {
        Some("always_invoice") => Proration::Invoice,
        Some("none") => Proration::None,
        _ => Proration::Create,
    })
}

fn update(world: &mut World, call: Call) -> Answer<Value> {
    let subscription: Subscription = world.get(call.id(), "id")?;
    let mut params = call.params;
    let mut change = billing_change(&mut params, &subscription, world.now())?;
    change.description = params.patch("description")?;
    change.collection = collection(&mut params)?;
    change.default_payment_method = params.patch("default_payment_method")?;
    change.payment_behavior = payment_behavior(&mut params)?.unwrap_or(PaymentBehavior::Allow);
    let mut metadata = subscription.metadata.clone();
    params.metadata(&mut metadata)?;
    change.metadata = Some(metadata);
    change.missing_payment_method = trial_settings(&mut params)?;
    change.automatic_tax = automatic_tax(&mut params)?;
    change.cancellation = cancellation_details(&mut params)?;
    change.pause = pause(&mut params)?;
    payment_settings(&mut params)?;
    params.ignore(WITHOUT_EFFECT);
    params.finish()?;
    world.change_subscription(&subscription.id, &change)?;
    Ok(world.show::<Subscription>(&subscription.id))
}

/// What an update and a preview of one have in common.
pub(super) fn billing_change(params: &mut Params, subscription: &Subscription, now: i64) -> Answer<Change> {
    let mut change = Change { proration: proration(params)?, ..Change::default() };
    change.proration_date = params.int("proration_date")?;
    if let Some(date) = change.proration_date {
        let period = subscription.period;
        if !(period.start..=period.end).contains(&date) {
            return Err(Refusal::invalid("proration_date", "Must be within the current billing period."));
        }
    }
    change.anchor_now = params.choice("billing_cycle_anchor", &["now", "unchanged"])? == Some("now");
    change.trial_end = trial_end(params, now)?;
    change.cancel_at = params.patch_int("cancel_at")?;
    change.cancel_at_period_end = params.flag("cancel_at_period_end")?;
    change.discounts = discounts(params)?;
    for part in params.parts("items")?.unwrap_or_default() {
        change.items.push(item_change(part)?);
    }
    Ok(change)
}

fn item_change(mut part: Params) -> Answer<ItemChange> {
    let mut metadata = Metadata::new();
    let has_metadata = part.has("metadata");
    part.metadata(&mut metadata)?;
    let change = ItemChange {
        id: part.text("id")?,
        price: part.text("price")?,
        quantity: part.int_within("quantity", 0, MOST)?,
        deleted: part.flag("deleted")?.unwrap_or(false),
        metadata: has_metadata.then_some(metadata),
    };
    part.ignore(&["tax_rates", "clear_usage"]);
    part.finish()?;
    Ok(change)
}

fn pause(params: &mut Params) -> Answer<Patch<Pause>> {
    Ok(match params.patch_map("pause_collection")? {
        Patch::Keep => Patch::Keep,
        Patch::Clear => Patch::Clear,
        Patch::Set(mut part) => {
            let behavior = match part.choice("behavior", &["keep_as_draft", "mark_uncollectible", "void"])? {
                Some("keep_as_draft") => PauseBehavior::KeepAsDraft,
                Some("mark_uncollectible") => PauseBehavior::MarkUncollectible,
                Some(_) => PauseBehavior::Void,
                None => return Err(Refusal::missing_param("pause_collection[behavior]")),
            };
            let resumes_at = part.int("resumes_at")?;
            part.finish()?;
            Patch::Set(Pause { behavior, resumes_at })
        }
    })
}

fn cancellation_details(params: &mut Params) -> Answer<Option<Cancellation>> {
    let Some(mut part) = params.map("cancellation_details")? else { return Ok(None) };
    let (comment, feedback) = (part.text("comment")?, part.choice("feedback", FEEDBACK)?);
    part.finish()?;
    Ok(Some(Cancellation { comment, feedback: feedback.map(str::to_owned), reason: None }))
}

fn cancel(world: &mut World, call: Call) -> Answer<Value> {
    let id = call.id().to_owned();
    let mut params = call.params;
    let leaving = Leaving {
        details: cancellation_details(&mut params)?.unwrap_or_default(),
        invoice_now: params.flag("invoice_now")?.unwrap_or(false),
        prorate: params.flag("prorate")?.unwrap_or(false),
    };
    params.finish()?;
    world.cancel_now(&id, leaving)?;
    Ok(world.show::<Subscription>(&id))
}

fn resume(world: &mut World, call: Call) -> Answer<Value> {
    let id = call.id().to_owned();
    let mut params = call.params;
    let keeps_anchor = params.choice("billing_cycle_anchor", &["now", "unchanged"])? == Some("unchanged");
    params.ignore(&["proration_behavior", "proration_date", "payment_behavior"]);
    params.finish()?;
    world.resume(&id, keeps_anchor)?;
    Ok(world.show::<Subscription>(&id))
}

/// Without a status, everything but the canceled; `all` and `ended` as Stripe has them.
fn list(world: &mut World, call: Call) -> Answer<Value> {
    let mut params = call.params;
    let (customer, price) = (params.text("customer")?, params.text("price")?);
    let status = params.text("status")?;
    let known =
        |name: &str| ["all", "ended"].contains(&name) || Status::ALL.iter().any(|of| of.name() == name);
    if let Some(name) = status.as_deref().filter(|name| !known(name)) {
        return Err(Refusal::invalid("status", format!("Invalid status: {name}")));
    }
    let collection = params.choice("collection_method", &["charge_automatically", "send_invoice"])?;
    params.ignore(&["current_period_end", "current_period_start", "automatic_tax"]);
    page(world, params, "/v1/subscriptions", |of: &Subscription| {
        let status_fits = match status.as_deref() {
            None => of.status != Status::Canceled,
            Some("all") => true,
            Some("ended") => of.status.is_over(),
            Some(name) => of.status.name() == name,
        };
        status_fits
            && customer.as_ref().is_none_or(|customer| of.customer == *customer)
            && price.as_ref().is_none_or(|price| of.items.iter().any(|item| item.price == *price))
            && collection.is_none_or(|name| of.collection.name() == name)
    })
}
