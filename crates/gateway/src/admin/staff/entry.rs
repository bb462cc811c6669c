//! `/admin/sign-in`: a password, then a second factor; or a passkey alone.

use accounts::{EnterError, PasswordEntry};
use axum::Form;
use axum::extract::{Query, State};
use axum::response::Response;
use http::header::SET_COOKIE;
use http::{HeaderMap, StatusCode};
use kernel::{Email, Locale};
use serde::Deserialize;

use super::{Caller, chosen_locale, entered, open_page, place};
use crate::admin::Staff;
use crate::app::App;
use crate::extract::see_other;
use crate::failure::Failure;
use crate::http::{ClientAddress, cookie, removed_cookie, set_cookie};
use crate::publication::Publication;
use crate::reader::Reader;
use crate::view::staff::{FactorView, StaffSignInView};

#[derive(Default, Deserialize)]
#[serde(default)]
pub(crate) struct Asked {
    return_to: String,
    locale: String,
}

#[derive(Default, Deserialize)]
#[serde(default)]
pub(crate) struct PasswordForm {
    email: String,
    password: String,
    return_to: String,
    locale: String,
}

#[derive(Default, Deserialize)]
#[serde(default)]
pub(crate) struct CodeForm {
    code: String,
    return_to: String,
    locale: String,
}

/// `GET`: the form.
pub(crate) async fn ask(
    State(app): State<App>,
    reader: Reader,
    headers: HeaderMap,
    Query(asked): Query<Asked>,
) -> Result<Response, Failure> {
    let return_to = place::return_to(&asked.return_to);
    if let Reader::SignedIn(signed_in) = &reader
        && signed_in.staff.is_some()
    {
        return see_other(&return_to);
    }
    let publication = app.publications.current().await?;
    let locale = chosen_locale(&publication, &asked.locale, &headers);
    let view = StaffSignInView { return_to, demo: demo(&app), ..StaffSignInView::default() };
    sign_in_page(&app, &publication, &locale, StatusCode::OK, view)
}

/// `POST`: address and password.
pub(crate) async fn password(
    State(app): State<App>,
    client: ClientAddress,
    headers: HeaderMap,
    Form(form): Form<PasswordForm>,
) -> Result<Response, Failure> {
    let return_to = place::return_to(&form.return_to);
    let caller = Caller::of(&app, client, &headers);
    let outcome = match form.email.parse::<Email>() {
        Ok(email) => app.accounts.enter_by_password(&email, &form.password, caller.visit()).await,
        Err(_) => Err(EnterError::Wrong),
    };
    let (problem, wait) = match outcome {
        Ok(PasswordEntry::Entered(in_)) => return entered(&app, &headers, &in_, &return_to).await,
        Ok(PasswordEntry::Half(token)) => {
            let query =
                format!("{}&locale={}", place::with_return(place::SIGN_IN_FACTOR, &return_to), form.locale);
            let mut response = see_other(&query)?;
            let lifetime = accounts::STEP_LIFETIME.as_secs();
            let kept = set_cookie(app.settings.step_cookie(), token.as_str(), lifetime);
            response.headers_mut().extend(kept.map(|cookie| (SET_COOKIE, cookie)));
            return Ok(response);
        }
        Err(error) => problem(error)?,
    };
    let publication = app.publications.current().await?;
    let locale = chosen_locale(&publication, &form.locale, &headers);
    let view =
        StaffSignInView { email: form.email, return_to, problem: Some(problem), wait, demo: demo(&app) };
    sign_in_page(&app, &publication, &locale, status(problem), view)
}

/// `GET …/factor`: the form for the second factor.
pub(crate) async fn factor(
    State(app): State<App>,
    headers: HeaderMap,
    Query(asked): Query<Asked>,
) -> Result<Response, Failure> {
    let return_to = place::return_to(&asked.return_to);
    factor_page(&app, &headers, &return_to, &asked.locale, None, 0).await
}

/// `POST …/factor`: a one-time code or a recovery code.
pub(crate) async fn code(
    State(app): State<App>,
    client: ClientAddress,
    headers: HeaderMap,
    Form(form): Form<CodeForm>,
) -> Result<Response, Failure> {
    let return_to = place::return_to(&form.return_to);
    let caller = Caller::of(&app, client, &headers);
    let token = cookie(&headers, app.settings.step_cookie()).unwrap_or_default();
    match app.accounts.finish_entry_by_code(token, &form.code, caller.visit()).await {
        Ok(in_) if in_.by_recovery_code => {
            entered(&app, &headers, &in_, &format!("{}?done=recovered", place::SECURITY)).await
        }
        Ok(in_) => entered(&app, &headers, &in_, &return_to).await,
        Err(error) => {
            let (problem, wait) = problem(error)?;
            factor_page(&app, &headers, &return_to, &form.locale, Some(problem), wait).await
        }
    }
}

/// `POST /admin/sign-out`.
pub(crate) async fn sign_out(State(app): State<App>, staff: Staff) -> Result<Response, Failure> {
    app.accounts.revoke_session(staff.member.id, staff.session).await?;
    app.readers.forget(staff.session);
    let mut response = see_other(place::SIGN_IN)?;
    let removed = removed_cookie(app.settings.session_cookie());
    response.headers_mut().extend(removed.map(|cookie| (SET_COOKIE, cookie)));
    Ok(response)
}

/// What is told, and for how many seconds nothing is tried.
pub(super) fn problem(error: EnterError) -> Result<(&'static str, i64), Failure> {
    Ok(match error {
        EnterError::Wrong => ("wrong", 0),
        EnterError::Wait(seconds) => ("wait", seconds),
        EnterError::Expired => ("expired", 0),
        EnterError::Account(error) => return Err(error.into()),
    })
}

pub(super) fn status(problem: &str) -> StatusCode {
    if problem == "wait" { StatusCode::TOO_MANY_REQUESTS } else { StatusCode::UNPROCESSABLE_ENTITY }
}

/// In the demo, the page says how to get in.
fn demo(app: &App) -> Option<&'static str> {
    app.settings.demo_password
}

fn sign_in_page(
    app: &App,
    publication: &Publication,
    locale: &Locale,
    status: StatusCode,
    view: StaffSignInView,
) -> Result<Response, Failure> {
    let edition = place::sign_in(&view.return_to);
    let editions = |locale: &Locale| format!("{edition}&locale={locale}");
    let template = "admin/staff-sign-in.html";
    open_page(app, publication, locale, status, "title-staff-sign-in", editions, template, "entry", view)
}

async fn factor_page(
    app: &App,
    headers: &HeaderMap,
    return_to: &str,
    locale: &str,
    problem: Option<&'static str>,
    wait: i64,
) -> Result<Response, Failure> {
    let token = cookie(headers, app.settings.step_cookie()).unwrap_or_default();
    let publication = app.publications.current().await?;
    let locale = chosen_locale(&publication, locale, headers);
    let Some((totp, passkeys)) = app.accounts.pending_entry(token).await? else {
        let view = StaffSignInView {
            return_to: return_to.to_owned(),
            problem: Some("expired"),
            demo: demo(app),
            ..StaffSignInView::default()
        };
        return sign_in_page(app, &publication, &locale, StatusCode::UNPROCESSABLE_ENTITY, view);
    };
    let edition = place::with_return(place::SIGN_IN_FACTOR, return_to);
    let editions = |locale: &Locale| format!("{edition}&locale={locale}");
    let return_to = return_to.to_owned();
    let status = problem.map_or(StatusCode::OK, status);
    let view = FactorView { return_to, totp, passkeys: passkeys && app.passkeys.is_some(), problem, wait };
    let template = "admin/staff-factor.html";
    open_page(app, &publication, &locale, status, "title-staff-factor", editions, template, "entry", view)
}
