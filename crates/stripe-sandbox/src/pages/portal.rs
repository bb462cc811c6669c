//! The customer's portal: cancel, stay, change the plan, change the card, pay what is open.

use axum::{
    extract::{Path, State},
    response::Response,
};
use http::StatusCode;

use super::{
    html::{alert, chosen_card, page, problem, see_other},
    portal_view,
};
use crate::{
    error::{Answer, Refusal},
    form::{Params, Patch},
    objects::{Customer, PortalSession, Subscription},
    sandbox::Sandbox,
    world::{Change, ItemChange, Proration, World},
};

pub(super) async fn show(State(sandbox): State<Sandbox>, Path(id): Path<String>) -> Response {
    let mut core = sandbox.core();
    core.catch_up();
    view(&core.world, &id, StatusCode::OK, "")
}

pub(super) async fn act(State(sandbox): State<Sandbox>, Path(id): Path<String>, body: String) -> Response {
    let mut outcome = Ok(());
    let done = sandbox.act(|world| {
        outcome = perform(world, &id, &body);
        Ok(())
    });
    debug_assert!(done.is_ok(), "the closure never fails");
    let core = sandbox.core();
    match outcome {
        Ok(()) => see_other(&format!("/p/session/{id}")),
        Err(refusal) => view(&core.world, &id, refusal.status(), &alert(refusal.message())),
    }
}

fn view(world: &World, id: &str, status: StatusCode, notice: &str) -> Response {
    match world.get::<PortalSession>(id, "id") {
        Ok(session) => page(status, world, "Your subscription", &portal_view::body(world, &session, notice)),
        Err(refusal) => problem(world, &refusal),
    }
}

fn perform(world: &mut World, id: &str, body: &str) -> Answer<()> {
    let session: PortalSession = world.get(id, "id")?;
    let mut params = Params::parse(body)?;
    let action = params.required("action")?;
    if action == "update_card" {
        return update_card(world, &session.customer, &mut params);
    }
    if action == "pay" {
        let invoice: crate::objects::Invoice = world.get(&params.required("invoice")?, "invoice")?;
        if invoice.customer != session.customer {
            return Err(Refusal::missing("invoice", &invoice.id, "invoice"));
        }
        return world.pay_invoice(&invoice.id, None);
    }
    let subscription: Subscription = world.get(&params.required("subscription")?, "subscription")?;
    if subscription.customer != session.customer {
        return Err(Refusal::missing("subscription", &subscription.id, "subscription"));
    }
    let change = match action.as_str() {
        "cancel" => Change { cancel_at_period_end: Some(true), ..Change::default() },
        "resume" => {
            Change { cancel_at_period_end: Some(false), cancel_at: Patch::Clear, ..Change::default() }
        }
        "change_plan" => change_of_plan(&subscription, params.required("price")?)?,
        _ => return Err(Refusal::invalid("action", "The portal has no such action.")),
    };
    world.change_subscription(&subscription.id, &change)
}

/// The difference is settled at once.
fn change_of_plan(subscription: &Subscription, price: String) -> Answer<Change> {
    let item = subscription.items.first().ok_or_else(|| Refusal::request("There is nothing to change."))?;
    let item = ItemChange { id: Some(item.id.clone()), price: Some(price), ..ItemChange::default() };
    Ok(Change { items: vec![item], proration: Proration::Invoice, ..Change::default() })
}

/// The new card becomes the customer's and pays each of the customer's subscriptions.
fn update_card(world: &mut World, customer_id: &str, params: &mut Params) -> Answer<()> {
    let customer: Customer = world.living(customer_id, "customer")?;
    let method = chosen_card(world, params, customer.email)?.ok_or_else(|| Refusal::missing_param("card"))?;
    world.attach(&method, customer_id)?;
    world.update::<Customer>(customer_id, "customer.updated", |customer| {
        customer.default_payment_method = Some(method.clone());
    });
    let living: Vec<String> = world
        .subscriptions
        .iter()
        .filter(|subscription| subscription.customer == customer_id && !subscription.status.is_over())
        .map(|subscription| subscription.id.clone())
        .collect();
    for id in living {
        world.update_subscription(&id, |subscription| {
            subscription.default_payment_method = Some(method.clone());
        });
    }
    Ok(())
}
