//! `/v1/invoices` and `/v1/invoice_payments`; subscriptions make the invoices.

use serde_json::Value;

use super::{GET, POST, Route, automatic_tax, retrieve};
use crate::{
    error::{Answer, Refusal},
    form::Params,
    http::Call,
    objects::{Customer, Invoice, InvoiceItem, InvoicePayment, InvoiceStatus, Subscription},
    paging::{page, page_of},
    world::{NewSubscription, PreviewOf, World},
};

pub(super) const ROUTES: &[Route] = &[
    (GET, "/v1/invoices", list),
    (POST, "/v1/invoices/create_preview", create_preview),
    (GET, "/v1/invoices/{id}", retrieve::<Invoice>),
    (POST, "/v1/invoices/{id}", update),
    (GET, "/v1/invoices/{id}/lines", lines),
    (POST, "/v1/invoices/{id}/finalize", finalize),
    (POST, "/v1/invoices/{id}/pay", pay),
    (POST, "/v1/invoices/{id}/void", void),
    (POST, "/v1/invoices/{id}/mark_uncollectible", mark_uncollectible),
    (GET, "/v1/invoice_payments", list_payments),
    (GET, "/v1/invoice_payments/{id}", retrieve::<InvoicePayment>),
    (GET, "/v1/invoiceitems", list_items),
    (GET, "/v1/invoiceitems/{id}", retrieve::<InvoiceItem>),
];

fn list(world: &mut World, call: Call) -> Answer<Value> {
    let mut params = call.params;
    let (customer, subscription) = (params.text("customer")?, params.text("subscription")?);
    let status = params.choice("status", &["draft", "open", "paid", "uncollectible", "void"])?;
    let collection = params.choice("collection_method", &["charge_automatically", "send_invoice"])?;
    page(world, params, "/v1/invoices", |invoice: &Invoice| {
        customer.as_ref().is_none_or(|customer| invoice.customer == *customer)
            && (subscription.is_none() || invoice.subscription == subscription)
            && status.is_none_or(|name| invoice.status.name() == name)
            && collection.is_none_or(|name| invoice.collection.name() == name)
    })
}

fn lines(world: &mut World, call: Call) -> Answer<Value> {
    let invoice: Invoice = world.get(call.id(), "id")?;
    let lines = invoice.lines.iter().map(|line| line.json(&invoice.id)).collect();
    page_of(call.params, &format!("/v1/invoices/{}/lines", invoice.id), "line_item", lines)
}

fn update(world: &mut World, call: Call) -> Answer<Value> {
    let mut invoice: Invoice = world.get(call.id(), "id")?;
    let mut params = call.params;
    params.patch("description")?.apply(&mut invoice.description);
    params.patch("default_payment_method")?.apply(&mut invoice.default_payment_method);
    invoice.auto_advance = params.flag("auto_advance")?.unwrap_or(invoice.auto_advance);
    params.metadata(&mut invoice.metadata)?;
    params.ignore(&["footer", "payment_settings", "rendering"]);
    params.finish()?;
    let id = invoice.id.clone();
    let begins = invoice.status == InvoiceStatus::Draft
        && invoice.auto_advance
        && invoice.automatically_finalizes_at.is_none();
    let before = world.show::<Invoice>(&id);
    world.edit::<Invoice>(&id, |old| *old = invoice);
    if begins {
        world.finalize_in_an_hour(&id);
    }
    world.tell_change::<Invoice>(&id, "invoice.updated", &before);
    Ok(world.show::<Invoice>(&id))
}

/// The invoice, in one of these states.
fn in_state(world: &World, id: &str, states: &[InvoiceStatus], deed: &str) -> Answer<Invoice> {
    let invoice: Invoice = world.get(id, "id")?;
    if states.contains(&invoice.status) {
        return Ok(invoice);
    }
    Err(Refusal::request(format!("An invoice that is {} can't be {deed}.", invoice.status.name())))
}

fn finalize(world: &mut World, call: Call) -> Answer<Value> {
    let invoice = in_state(world, call.id(), &[InvoiceStatus::Draft], "finalized")?;
    let mut params = call.params;
    params.ignore(&["auto_advance"]);
    params.finish()?;
    world.finalize(&invoice.id);
    Ok(world.show::<Invoice>(&invoice.id))
}

fn pay(world: &mut World, call: Call) -> Answer<Value> {
    let id = call.id().to_owned();
    let mut params = call.params;
    let method = params.text("payment_method")?;
    let out_of_band = params.flag("paid_out_of_band")?.unwrap_or(false);
    params.ignore(&["forgive", "off_session", "mandate"]);
    params.finish()?;
    world.get::<Invoice>(&id, "id")?;
    if out_of_band {
        world.pay_out_of_band(&id)?;
    } else {
        let method = match method {
            Some(method) => Some(super::payment_methods::resolve(world, &method)?),
            None => None,
        };
        world.pay_invoice(&id, method)?;
    }
    Ok(world.show::<Invoice>(&id))
}

fn void(world: &mut World, call: Call) -> Answer<Value> {
    let states = &[InvoiceStatus::Open, InvoiceStatus::Uncollectible];
    let invoice = in_state(world, call.id(), states, "voided")?;
    call.params.finish()?;
    world.void(&invoice.id);
    Ok(world.show::<Invoice>(&invoice.id))
}

fn mark_uncollectible(world: &mut World, call: Call) -> Answer<Value> {
    let invoice = in_state(world, call.id(), &[InvoiceStatus::Open], "marked uncollectible")?;
    call.params.finish()?;
    world.mark_uncollectible(&invoice.id);
    Ok(world.show::<Invoice>(&invoice.id))
}

fn create_preview(world: &mut World, call: Call) -> Answer<Value> {
    let mut params = call.params;
    let (customer, subscription) = (params.text("customer")?, params.text("subscription")?);
    let details = params.map("subscription_details")?;
    let discounts = super::subscriptions::discounts(&mut params)?;
    let tax = automatic_tax(&mut params)?;
    super::currency(&mut params, "currency")?;
    params.ignore(&["preview_mode", "customer_details"]);
    params.finish()?;
    let of = match (subscription, details) {
        (Some(id), details) => {
            let subscription: Subscription = world.get(&id, "subscription")?;
            preview_of_change(world, &subscription, details, discounts, tax)?
        }
        (None, Some(mut details)) => {
            let customer = customer.ok_or_else(|| Refusal::missing_param("customer"))?;
            let items = super::subscriptions::new_items(&mut details, "items")?;
            let items = items.ok_or_else(|| Refusal::missing_param("subscription_details[items]"))?;
            details.ignore(&["proration_behavior", "billing_mode"]);
            let trial = super::subscriptions::trial_end(&mut details, world.now())?;
            details.finish()?;
            PreviewOf::New(Box::new(NewSubscription {
                discounts: discounts.unwrap_or_default(),
                automatic_tax: tax.unwrap_or(false),
                trial_end: match trial {
                    Some(crate::world::TrialEnd::At(end)) => Some(end),
                    _ => None,
                },
                ..NewSubscription::of(&customer, items)
            }))
        }
        (None, None) => PreviewOf::Change(only_subscription(world, customer)?, Box::default()),
    };
    world.preview(of)
}

fn preview_of_change(
    world: &World,
    subscription: &Subscription,
    details: Option<Params>,
    discounts: Option<Vec<crate::world::DiscountRef>>,
    tax: Option<bool>,
) -> Answer<PreviewOf> {
    let id = subscription.id.clone();
    let mut change = match details {
        None => crate::world::Change::default(),
        Some(mut details) => {
            if details.flag("cancel_now")? == Some(true) {
                return Ok(PreviewOf::Cancellation(id));
            }
            let change = super::subscriptions::billing_change(&mut details, subscription, world.now())?;
            details.ignore(&["billing_mode", "start_date"]);
            details.finish()?;
            change
        }
    };
    change.discounts = discounts.or(change.discounts);
    change.automatic_tax = tax;
    Ok(PreviewOf::Change(id, Box::new(change)))
}

/// The customer's subscription that is billed next.
fn only_subscription(world: &World, customer: Option<String>) -> Answer<String> {
    let customer: Customer =
        world.living(&customer.ok_or_else(|| Refusal::missing_param("customer"))?, "customer")?;
    let living = world.subscriptions.iter().filter(|of| of.customer == customer.id && of.status.renews());
    living.min_by_key(|of| of.period.end).map(|of| of.id.clone()).ok_or_else(|| {
        Refusal::request(format!("No upcoming invoices for customer: {}", customer.id))
            .code("invoice_upcoming_none")
    })
}

fn list_payments(world: &mut World, call: Call) -> Answer<Value> {
    let mut params = call.params;
    let invoice = params.text("invoice")?;
    let status = params.choice("status", &["canceled", "open", "paid"])?;
    let intent = match params.map("payment")? {
        None => None,
        Some(mut part) => {
            part.choice("type", &["payment_intent", "charge"])?;
            let intent = part.text("payment_intent")?;
            part.finish()?;
            intent
        }
    };
    page(world, params, "/v1/invoice_payments", |payment: &InvoicePayment| {
        invoice.as_ref().is_none_or(|invoice| payment.invoice == *invoice)
            && intent.as_ref().is_none_or(|intent| payment.payment_intent == *intent)
            && status.is_none_or(|status| payment.status() == status)
    })
}

fn list_items(world: &mut World, call: Call) -> Answer<Value> {
    let mut params = call.params;
    let (customer, invoice) = (params.text("customer")?, params.text("invoice")?);
    let pending = params.flag("pending")?;
    page(world, params, "/v1/invoiceitems", |item: &InvoiceItem| {
        customer.as_ref().is_none_or(|customer| item.customer == *customer)
            && (invoice.is_none() || item.invoice == invoice)
            && pending.is_none_or(|pending| pending == item.invoice.is_none())
    })
}
