//! `expand[]`: ids replaced by what they stand for, and parts shown that Stripe leaves out unless asked.

use serde_json::{Value, json};

use crate::{
    error::{Answer, Refusal},
    objects::{
        Charge, CheckoutSession, Coupon, Customer, Discount, Dispute, Event, Invoice, InvoiceItem,
        InvoicePayment, Object, PaymentIntent, PaymentMethod, PortalSession, Price, Product, PromotionCode,
        Refund, Subscription, list,
    },
    world::World,
};

/// Stripe's limit of levels.
const DEEPEST: usize = 4;

/// Expands an answer by paths such as `latest_invoice.payments` or `data.customer`.
pub(crate) fn expand(world: &World, value: &mut Value, paths: &[String]) -> Answer<()> {
    for path in paths {
        let segments: Vec<&str> = path.split('.').collect();
        if segments.len() > DEEPEST {
            return Err(Refusal::invalid(
                "expand",
                format!("You cannot expand more than {DEEPEST} levels of a property. Property: {path}"),
            )
            .code("property_expansion_max_depth"));
        }
        if !walk(world, value, &segments) {
            return Err(Refusal::invalid("expand", format!("This property cannot be expanded ({path}).")));
        }
    }
    Ok(())
}

/// Whether the path leads to something that can be expanded.
fn walk(world: &World, value: &mut Value, path: &[&str]) -> bool {
    let Some((key, rest)) = path.split_first() else { return true };
    match value {
        Value::Array(items) => items.iter_mut().all(|item| walk(world, item, path)),
        Value::Object(_) => {
            if let Some(part) = included(world, value, key) {
                value[*key] = part;
            }
            let Some(inner) = value.get_mut(*key) else { return false };
            let expanded = replace(world, inner, key);
            match inner {
                Value::Null => true,
                _ if rest.is_empty() => {
                    expanded || inner.is_object() || inner.as_array().is_some_and(Vec::is_empty)
                }
                inner => walk(world, inner, rest),
            }
        }
        _ => false,
    }
}

/// Replaces an id, or each of several.
fn replace(world: &World, value: &mut Value, key: &str) -> bool {
    match value {
        Value::String(id) => match lookup(world, key, id) {
            Some(object) => {
                *value = object;
                true
            }
            None => false,
        },
        Value::Array(items) => {
            !items.is_empty() && items.iter_mut().all(|item| item.is_object() || replace(world, item, key))
        }
        _ => false,
    }
}

fn lookup(world: &World, key: &str, id: &str) -> Option<Value> {
    match key {
        "customer" => show::<Customer>(world, id),
        "subscription" => show::<Subscription>(world, id),
        "invoice" | "latest_invoice" => show::<Invoice>(world, id),
        "invoice_item" => show::<InvoiceItem>(world, id),
        "payment_intent" => show::<PaymentIntent>(world, id),
        "charge" | "latest_charge" => show::<Charge>(world, id),
        "payment_method" | "default_payment_method" => show::<PaymentMethod>(world, id),
        "price" | "default_price" => show::<Price>(world, id),
        "product" => show::<Product>(world, id),
        "coupon" => show::<Coupon>(world, id),
        "promotion_code" => show::<PromotionCode>(world, id),
        "discount" | "discounts" => show::<Discount>(world, id),
        _ => None,
    }
}

/// Parts that are shown only when asked for.
fn included(world: &World, value: &Value, key: &str) -> Option<Value> {
    let (object, id) = (value.get("object")?.as_str()?, value.get("id")?.as_str()?);
    match (object, key) {
        ("invoice", "payments") => {
            let payments = world.invoice_payments.iter().filter(|payment| payment.invoice == id);
            Some(list("/v1/invoice_payments", payments.map(|payment| payment.json(world)).collect(), false))
        }
        ("invoice", "confirmation_secret") => {
            let intent = world.invoices.get(id)?.payment_intent.as_ref()?;
            let secret = &world.payment_intents.get(intent)?.client_secret;
            Some(json!({ "client_secret": secret, "type": "payment_intent" }))
        }
        ("charge", "refunds") => {
            let refunds = world.refunds.iter().rev().filter(|refund| refund.charge == id);
            Some(list(
                &format!("/v1/charges/{id}/refunds"),
                refunds.map(|refund| refund.json(world)).collect(),
                false,
            ))
        }
        ("checkout.session", "line_items") => Some(world.checkout_sessions.get(id)?.line_items_list(world)),
        ("customer", "subscriptions") => {
            let of = world.subscriptions.iter().rev().filter(|subscription| subscription.customer == id);
            let living = of.filter(|subscription| !subscription.status.is_over());
            Some(list(
                &format!("/v1/customers/{id}/subscriptions"),
                living.map(|subscription| subscription.json(world)).collect(),
                false,
            ))
        }
        _ => None,
    }
}

fn show<T: Object>(world: &World, id: &str) -> Option<Value> {
    T::table(world).get(id).map(|object| object.json(world))
}

/// Any object by its id's prefix; coupons have none and come last.
pub(crate) fn by_id(world: &World, id: &str) -> Option<Value> {
    let prefix = id.split_once('_').map_or("", |(prefix, _)| prefix);
    match prefix {
        "cus" => show::<Customer>(world, id),
        "sub" => show::<Subscription>(world, id),
        "in" => show::<Invoice>(world, id),
        "ii" => show::<InvoiceItem>(world, id),
        "inpay" => show::<InvoicePayment>(world, id),
        "pi" => show::<PaymentIntent>(world, id),
        "ch" => show::<Charge>(world, id),
        "re" => show::<Refund>(world, id),
        "dp" => show::<Dispute>(world, id),
        "di" => show::<Discount>(world, id),
        "pm" => show::<PaymentMethod>(world, id),
        "price" => show::<Price>(world, id),
        "promo" => show::<PromotionCode>(world, id),
        "cs" => show::<CheckoutSession>(world, id),
        "bps" => show::<PortalSession>(world, id),
        "evt" => show::<Event>(world, id),
        _ => show::<Product>(world, id).or_else(|| show::<Coupon>(world, id)),
    }
}
