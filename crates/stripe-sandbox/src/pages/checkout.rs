//! The checkout page: choose a card, pay, be declined, confirm, or leave.

use axum::{
    extract::{Path, State},
    response::Response,
};
use http::StatusCode;

use super::html::{add, alert, card_choice, chosen_card, escape, page, problem, see_other};
use crate::{
    api,
    error::{Answer, Refusal},
    form::Params,
    money,
    objects::{CheckoutSession, CheckoutStatus},
    sandbox::Sandbox,
    world::{CheckoutOutcome, Confirmation, DiscountRef, Payer, World},
};

pub(super) async fn show(State(sandbox): State<Sandbox>, Path(id): Path<String>) -> Response {
    let mut core = sandbox.core();
    core.catch_up();
    view(&core.world, &id, StatusCode::OK, "")
}

pub(super) async fn pay(State(sandbox): State<Sandbox>, Path(id): Path<String>, body: String) -> Response {
    respond(&sandbox, &id, |world| {
        let mut params = Params::parse(&body)?;
        if let Some(code) = params.text("promotion_code")? {
            apply_code(world, &id, &code)?;
        }
        if params.text("action")?.as_deref() == Some("apply") {
            return Ok(None);
        }
        let email = params.text("email")?;
        if email.as_ref().is_some_and(|email| !email.contains('@')) {
            return Err(Refusal::invalid("email", "Enter an e-mail address."));
        }
        let session: CheckoutSession = world.get(&id, "id")?;
        let wants_card = !(session.card_if_required && session.total(world) == 0);
        let payment_method = if wants_card { chosen_card(world, &mut params, email.clone())? } else { None };
        world.pay_session(&id, Payer { email, payment_method }).map(Some)
    })
}

pub(super) async fn authenticate(
    State(sandbox): State<Sandbox>,
    Path(id): Path<String>,
    body: String,
) -> Response {
    respond(&sandbox, &id, |world| {
        let passed = Params::parse(&body)?.text("answer")?.as_deref() == Some("complete");
        world.answer_session(&id, if passed { Confirmation::Given } else { Confirmation::Refused }).map(Some)
    })
}

/// Does something with the session and shows what came of it.
fn respond(
    sandbox: &Sandbox,
    id: &str,
    act: impl FnOnce(&mut World) -> Answer<Option<CheckoutOutcome>>,
) -> Response {
    let mut outcome = Ok(None);
    let done = sandbox.act(|world| {
        outcome = act(world);
        Ok(())
    });
    debug_assert!(done.is_ok(), "the closure never fails");
    let core = sandbox.core();
    match outcome {
        Ok(Some(CheckoutOutcome::Complete)) => see_other(&success_url(&core.world, id)),
        Ok(None | Some(CheckoutOutcome::Ask)) => see_other(&format!("/c/pay/{id}")),
        Ok(Some(CheckoutOutcome::Declined(error))) => {
            view(&core.world, id, StatusCode::PAYMENT_REQUIRED, &alert(error.message))
        }
        Err(refusal) => view(&core.world, id, refusal.status(), &alert(refusal.message())),
    }
}

fn apply_code(world: &mut World, id: &str, code: &str) -> Answer<()> {
    let session: CheckoutSession = world.get(id, "id")?;
    let found = api::promotion_code(world, code).filter(|_| session.allow_promotion_codes == Some(true));
    let found = found.ok_or_else(|| Refusal::invalid("promotion_code", "This code is invalid."))?;
    let (coupon, code) = world.usable(&DiscountRef::PromotionCode(found), session.customer.as_deref())?;
    let discount = Some((coupon.id, code.map(|code| code.id)));
    world.edit::<CheckoutSession>(id, |session| session.discount = discount);
    Ok(())
}

fn success_url(world: &World, id: &str) -> String {
    world.checkout_sessions.get(id).map_or_else(|| "/".to_owned(), CheckoutSession::filled_success_url)
}

fn view(world: &World, id: &str, status: StatusCode, notice: &str) -> Response {
    let session: CheckoutSession = match world.get(id, "id") {
        Ok(session) => session,
        Err(refusal) => return problem(world, &refusal),
    };
    match session.status {
        CheckoutStatus::Complete => {
            let link = link(&success_url(world, id), "Go on");
            page(status, world, "All done", &format!("{notice}<p>This checkout is complete.</p>{link}"))
        }
        CheckoutStatus::Expired => {
            let back = session.cancel_url.as_deref().map_or_else(String::new, |url| link(url, "Back"));
            page(status, world, "Too late", &format!("{notice}<p>This checkout has expired.</p>{back}"))
        }
        CheckoutStatus::Open if session.awaiting.is_some() => {
            page(status, world, "Your bank asks", &bank_form(&session, notice))
        }
        CheckoutStatus::Open => page(status, world, "Checkout", &form(world, &session, notice)),
    }
}

fn link(url: &str, text: &str) -> String {
    format!("<p><a href=\"{}\">{text}</a></p>", escape(url))
}

fn bank_form(session: &CheckoutSession, notice: &str) -> String {
    format!(
        "{notice}<p>Is it you who pays? (3-D Secure)</p>\
         <form method=\"post\" action=\"/c/pay/{}/authenticate\">\
         <button name=\"answer\" value=\"complete\">Complete authentication</button>\
         <button name=\"answer\" value=\"fail\">Fail authentication</button></form>",
        session.id
    )
}

fn form(world: &World, session: &CheckoutSession, notice: &str) -> String {
    let total = session.total(world);
    let email = if session.customer.is_none() && session.customer_email.is_none() {
        "<label>E-mail <input type=\"email\" name=\"email\" autocomplete=\"email\" required></label>"
            .to_owned()
    } else {
        let known =
            session.customer.as_ref().and_then(|id| world.customers.get(id)).and_then(|of| of.email.clone());
        let known = known.or_else(|| session.customer_email.clone()).unwrap_or_default();
        format!("<p>E-mail: {}</p>", escape(&known))
    };
    let cards = if session.card_if_required && total == 0 { String::new() } else { card_choice("Test card") };
    let code = if session.allow_promotion_codes == Some(true) {
        "<label>Promotion code <input type=\"text\" name=\"promotion_code\"></label>\
         <button name=\"action\" value=\"apply\" formnovalidate>Apply code</button>"
    } else {
        ""
    };
    let cancel = session
        .cancel_url
        .as_deref()
        .map_or_else(String::new, |url| format!("<p><a href=\"{}\">Cancel and go back</a></p>", escape(url)));
    let word = if session.subscribes() { "Subscribe" } else { "Pay" };
    format!(
        "{notice}{}<form method=\"post\">{email}{code}{cards}\
         <button name=\"action\" value=\"pay\">{word} {}</button></form>{cancel}",
        summary(world, session),
        money::display(total, &session.currency)
    )
}

fn summary(world: &World, session: &CheckoutSession) -> String {
    let mut rows = String::new();
    for item in &session.items {
        let Some(price) = world.prices.get(&item.price) else { continue };
        let name = world.products.get(&price.product).map_or("", |product| product.name.as_str());
        add(
            &mut rows,
            format_args!(
                "<tr><td>{} × {}</td><td class=\"amount\">{}</td></tr>",
                item.quantity,
                escape(name),
                escape(&price.display())
            ),
        );
    }
    let off = session.discounted(world);
    if off > 0 {
        let off = money::display(-off, &session.currency);
        add(&mut rows, format_args!("<tr><td>Discount</td><td class=\"amount\">{off}</td></tr>"));
    }
    let (inside, added) = session.taxes(world);
    if inside + added > 0 {
        let tax = money::display(inside + added, &session.currency);
        add(&mut rows, format_args!("<tr><td>Tax</td><td class=\"amount\">{tax}</td></tr>"));
    }
    let due = money::display(session.total(world), &session.currency);
    format!(
        "<table><thead><tr><th>What</th><th class=\"amount\">Price</th></tr></thead><tbody>{rows}</tbody>\
         <tfoot><tr><th>Due today</th><th class=\"amount\">{due}</th></tr></tfoot></table>"
    )
}
