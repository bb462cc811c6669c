//! The bank's question (3-D Secure) for a payment intent, outside of checkout.

use axum::{
    extract::{Path, State},
    response::Response,
};
use http::StatusCode;

use super::html::{page, problem, see_other};
use crate::{form::Params, money, objects::PaymentIntent, sandbox::Sandbox, world::Confirmation};

pub(super) async fn show(State(sandbox): State<Sandbox>, Path(id): Path<String>) -> Response {
    let mut core = sandbox.core();
    core.catch_up();
    let intent: PaymentIntent = match core.world.get(&id, "id") {
        Ok(intent) => intent,
        Err(refusal) => return problem(&core.world, &refusal),
    };
    let body = format!(
        "<p>Is it you who pays {}? (3-D Secure)</p><form method=\"post\">\
         <button name=\"answer\" value=\"complete\">Complete authentication</button>\
         <button name=\"answer\" value=\"fail\">Fail authentication</button></form>",
        money::display(intent.amount, &intent.currency)
    );
    page(StatusCode::OK, &core.world, "Your bank asks", &body)
}

pub(super) async fn answer(State(sandbox): State<Sandbox>, Path(id): Path<String>, body: String) -> Response {
    let mut outcome = Ok(());
    let done = sandbox.act(|world| {
        let passed = Params::parse(&body)?.text("answer")?.as_deref() == Some("complete");
        let answer = if passed { Confirmation::Given } else { Confirmation::Refused };
        outcome = world.confirm_action(&id, answer).map(|_| ());
        Ok(())
    });
    let core = sandbox.core();
    if let Err(refusal) = outcome {
        return problem(&core.world, &refusal);
    }
    let intent = core.world.payment_intents.get(&id).filter(|_| done.is_ok());
    match intent.map(|intent| (&intent.return_url, &intent.invoice)) {
        Some((Some(url), _)) => see_other(url),
        Some((None, Some(invoice))) => see_other(&format!("/i/{invoice}")),
        _ => page(StatusCode::OK, &core.world, "Thank you", "<p>You may close this page.</p>"),
    }
}
