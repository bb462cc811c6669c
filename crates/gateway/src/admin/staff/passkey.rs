//! `/admin/passkey/…`: what `assets/passkey.js` says to us, as JSON.

use accounts::{EnterError, Passkeys, Refused};
use axum::Json;
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use http::HeaderMap;
use http::header::{CACHE_CONTROL, SET_COOKIE};
use serde::Deserialize;
use serde_json::{Value, json};

use super::{Caller, place, rotated, session_cookies};
use crate::admin::Staff;
use crate::app::App;
use crate::failure::Failure;
use crate::http::{ClientAddress, Freshness, cookie};

/// What a browser answers to a challenge.
#[derive(Deserialize)]
pub(crate) struct Answered {
    #[serde(default)]
    step: String,
    answer: Value,
    #[serde(default)]
    name: String,
    #[serde(default)]
    return_to: String,
}

/// `POST …/sign-in`
pub(crate) async fn begin_entry(State(app): State<App>) -> Result<Response, Failure> {
    let (step, options) = app.accounts.begin_passkey_entry(passkeys(&app)?).await?;
    Ok(said(&json!({ "step": step.as_str(), "options": options })))
}

/// `POST …/sign-in/finish`
pub(crate) async fn finish_entry(
    State(app): State<App>,
    client: ClientAddress,
    headers: HeaderMap,
    Json(answered): Json<Answered>,
) -> Result<Response, Failure> {
    let caller = Caller::of(&app, client, &headers);
    let Answered { step, answer, return_to, .. } = answered;
    let entered = app.accounts.enter_by_passkey(passkeys(&app)?, &step, answer, caller.visit()).await;
    in_(&app, &headers, entered, &return_to).await
}

/// `POST …/factor`
pub(crate) async fn begin_factor(State(app): State<App>, headers: HeaderMap) -> Result<Response, Failure> {
    let step = cookie(&headers, app.settings.step_cookie()).unwrap_or_default();
    let options = app.accounts.begin_entry_by_passkey(passkeys(&app)?, step).await?;
    Ok(said(&json!({ "options": options })))
}

/// `POST …/factor/finish`
pub(crate) async fn finish_factor(
    State(app): State<App>,
    client: ClientAddress,
    headers: HeaderMap,
    Json(answered): Json<Answered>,
) -> Result<Response, Failure> {
    let caller = Caller::of(&app, client, &headers);
    let step = cookie(&headers, app.settings.step_cookie()).unwrap_or_default();
    let passkeys = passkeys(&app)?;
    let entered = app.accounts.finish_entry_by_passkey(passkeys, step, answered.answer, caller.visit()).await;
    in_(&app, &headers, entered, &answered.return_to).await
}

/// `POST …/add`
pub(crate) async fn begin_adding(State(app): State<App>, staff: Staff) -> Result<Response, Failure> {
    if !staff.is_fresh {
        return Err(Failure::Forbidden);
    }
    let member = &staff.member;
    let begun = app.accounts.begin_passkey(passkeys(&app)?, member.id, &member.email, &member.name).await?;
    Ok(said(&json!({ "step": begun.0.as_str(), "options": begun.1 })))
}

/// `POST …/add/finish`
pub(crate) async fn finish_adding(
    State(app): State<App>,
    staff: Staff,
    Json(answered): Json<Answered>,
) -> Result<Response, Failure> {
    let Answered { step, answer, name, .. } = answered;
    let (member, actor) = (staff.member.id, staff.actor());
    let added = app.accounts.finish_passkey(passkeys(&app)?, member, &step, answer, &name, actor).await?;
    if let Err(Refused) = added {
        return Err(Failure::Forbidden);
    }
    app.accounts.complete_session(staff.session).await?;
    let cookie = rotated(&app, &staff).await?;
    let left = app.accounts.recovery_codes_left(member).await?;
    // Whoever has no recovery codes yet is told to make some.
    let done = if left == 0 { "passkey-first" } else { "passkey" };
    let mut response = said(&json!({ "to": format!("{}?done={done}", place::SECURITY) }));
    response.headers_mut().extend(cookie.map(|cookie| (SET_COOKIE, cookie)));
    Ok(response)
}

/// `POST …/proof`
pub(crate) async fn begin_proof(State(app): State<App>, staff: Staff) -> Result<Response, Failure> {
    let begun = app.accounts.begin_proof_by_passkey(passkeys(&app)?, staff.member.id).await?;
    let (step, options) = begun.ok_or(Failure::Forbidden)?;
    Ok(said(&json!({ "step": step.as_str(), "options": options })))
}

/// `POST …/proof/finish`: the form that waits for it is then sent by the script.
pub(crate) async fn finish_proof(
    State(app): State<App>,
    staff: Staff,
    Json(answered): Json<Answered>,
) -> Result<Response, Failure> {
    let Answered { step, answer, return_to, .. } = answered;
    let (member, session) = (staff.member.id, staff.session);
    let proved = app.accounts.prove_by_passkey(passkeys(&app)?, member, session, &step, answer).await?;
    if let Err(Refused) = proved {
        return Err(Failure::Forbidden);
    }
    let cookie = rotated(&app, &staff).await?;
    let mut response = said(&json!({ "to": place::return_to(&return_to) }));
    response.headers_mut().extend(cookie.map(|cookie| (SET_COOKIE, cookie)));
    Ok(response)
}

async fn in_(
    app: &App,
    headers: &HeaderMap,
    entered: Result<accounts::Entered, EnterError>,
    return_to: &str,
) -> Result<Response, Failure> {
    let entered = entered?;
    let mut response = said(&json!({ "to": place::return_to(return_to) }));
    for cookie in session_cookies(app, headers, &entered).await? {
        response.headers_mut().append(SET_COOKIE, cookie);
    }
    Ok(response)
}

fn passkeys(app: &App) -> Result<&Passkeys, Failure> {
    app.passkeys.as_ref().ok_or(Failure::NotFound)
}

fn said(value: &Value) -> Response {
    ([(CACHE_CONTROL, Freshness::Never.header())], Json(value)).into_response()
}
