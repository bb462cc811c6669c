//! `/admin/security/…`: setting up second factors, and taking them away.

use axum::Form;
use axum::extract::{Path, State};
use axum::response::Response;
use http::StatusCode;
use http::header::SET_COOKIE;
use qrcode::QrCode;
use qrcode::render::svg;
use serde::Deserialize;

use super::{place, rotated, security};
use crate::admin::{Staff, page, page_with};
use crate::app::App;
use crate::extract::see_other;
use crate::failure::Failure;
use crate::mails;
use crate::view::Html;
use crate::view::staff::{AddPasskeyView, ChooseFactorView, CodesView, TotpView};

/// `GET …/factor`: the choice, for whom it is asked of and who has none.
pub(crate) async fn choose(State(app): State<App>, staff: Staff) -> Result<Response, Failure> {
    if staff.is_complete {
        return see_other(place::SECURITY);
    }
    // Who has one signs in with it; a session that was opened before it was set up isn't enough.
    if staff.factors(&app).await?.second() {
        app.accounts.revoke_session(staff.member.id, staff.session).await?;
        app.readers.forget(staff.session);
        return see_other(place::SIGN_IN);
    }
    let view = ChooseFactorView { can_passkeys: app.passkeys.is_some() };
    let template = "admin/staff-choose-factor.html";
    page(&app, &staff, place::FACTOR, "title-staff-choose-factor", template, "factor", view)
}

/// `GET …/totp`: a fresh secret, to scan or to type. Nothing is kept until the first code is right.
pub(crate) async fn set_up(State(app): State<App>, staff: Staff) -> Result<Response, Failure> {
    let issuer = issuer(&staff);
    let new = app.accounts.new_totp(staff.member.id, &staff.member.email, issuer)?;
    totp_page(&app, &staff, StatusCode::OK, &new, None)
}

#[derive(Default, Deserialize)]
#[serde(default)]
pub(crate) struct Confirmation {
    sealed: String,
    code: String,
}

/// `POST …/totp`: the first code. With a first second factor come recovery codes.
pub(crate) async fn confirm(
    State(app): State<App>,
    staff: Staff,
    Form(form): Form<Confirmation>,
) -> Result<Response, Failure> {
    let member = staff.member.id;
    if app.accounts.confirm_totp(member, &form.sealed, &form.code, staff.actor()).await?.is_err() {
        let issuer = issuer(&staff);
        let same = app.accounts.same_totp(member, &form.sealed, &staff.member.email, issuer)?;
        // A page left open for too long begins anew.
        let (new, problem) = match same {
            Some(same) => (same, "code"),
            None => (app.accounts.new_totp(member, &staff.member.email, issuer)?, "setup-expired"),
        };
        return totp_page(&app, &staff, StatusCode::UNPROCESSABLE_ENTITY, &new, Some(problem));
    }
    app.accounts.complete_session(staff.session).await?;
    let cookie = rotated(&app, &staff).await?;
    let mut response = if app.accounts.recovery_codes_left(member).await? == 0 {
        codes_page(&app, &staff).await?
    } else {
        security::done("totp")?
    };
    response.headers_mut().extend(cookie.map(|cookie| (SET_COOKIE, cookie)));
    Ok(response)
}

/// `POST …/totp/remove`
pub(crate) async fn remove_totp(State(app): State<App>, staff: Staff) -> Result<Response, Failure> {
    let factors = staff.factors(&app).await?;
    if must_keep(&app, &staff, factors.passkeys.len() + usize::from(factors.totp)) {
        let status = StatusCode::UNPROCESSABLE_ENTITY;
        return security::page(&app, &staff, status, None, Some("last-factor"), None).await;
    }
    app.accounts.remove_totp(staff.member.id, staff.actor()).await?;
    security::done("totp-removed")
}

/// `GET …/passkey`: the page on which a passkey is added, by script.
pub(crate) async fn add_passkey(State(app): State<App>, staff: Staff) -> Result<Response, Failure> {
    let view = AddPasskeyView { can_passkeys: app.passkeys.is_some() };
    let template = "admin/staff-passkey.html";
    page(&app, &staff, place::SECURITY, "title-staff-passkey", template, "passkey", view)
}

/// `POST …/passkeys/{passkey}/remove`
pub(crate) async fn remove_passkey(
    State(app): State<App>,
    staff: Staff,
    Path(passkey): Path<String>,
) -> Result<Response, Failure> {
    let passkey = passkey.parse().map_err(|_| Failure::NotFound)?;
    let factors = staff.factors(&app).await?;
    let owned = factors.passkeys.iter().any(|own| own.id == passkey);
    if owned && must_keep(&app, &staff, factors.passkeys.len() + usize::from(factors.totp)) {
        let status = StatusCode::UNPROCESSABLE_ENTITY;
        return security::page(&app, &staff, status, None, Some("last-factor"), None).await;
    }
    app.accounts.remove_passkey(staff.member.id, passkey, staff.actor()).await?;
    security::done("passkey-removed")
}

/// `POST …/codes`: ten new recovery codes, in place of those before.
pub(crate) async fn new_codes(State(app): State<App>, staff: Staff) -> Result<Response, Failure> {
    codes_page(&app, &staff).await
}

/// Whether a second factor can't be taken away, because it is the last and their role asks for one.
fn must_keep(app: &App, staff: &Staff, factors: usize) -> bool {
    factors == 1 && app.accounts.asks_second_factor_of(staff.role)
}

fn issuer(staff: &Staff) -> &str {
    mails::site_name(&staff.publication, &staff.locale)
}

async fn codes_page(app: &App, staff: &Staff) -> Result<Response, Failure> {
    let codes = app.accounts.new_recovery_codes(staff.member.id, staff.actor()).await?;
    let (path, template) = (place::SECURITY, "admin/staff-codes.html");
    page(app, staff, path, "title-staff-codes", template, "recovery", CodesView { codes })
}

fn totp_page(
    app: &App,
    staff: &Staff,
    status: StatusCode,
    new: &accounts::NewTotp,
    problem: Option<&'static str>,
) -> Result<Response, Failure> {
    let groups: Vec<String> =
        new.secret.as_bytes().chunks(4).map(|group| String::from_utf8_lossy(group).into_owned()).collect();
    let view = TotpView {
        picture: Html(picture(&new.url)),
        url: new.url.clone(),
        secret: groups.join(" "),
        sealed: new.sealed.clone(),
        problem,
    };
    let (path, template) = (place::SECURITY, "admin/staff-totp.html");
    page_with(app, staff, status, path, "title-staff-totp", template, "totp", view)
}

/// The address as a picture to scan; empty if it doesn't fit into one, which leaves the secret to type.
fn picture(url: &str) -> String {
    let Ok(code) = QrCode::new(url.as_bytes()) else { return String::new() };
    let svg = code.render::<svg::Color<'_>>().min_dimensions(240, 240).build();
    // Without the declaration, which has no place inside a page.
    svg.find("<svg").map(|start| svg[start..].to_owned()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_picture_is_a_piece_of_a_page() {
        let svg = picture("otpauth://totp/The%20Meridian:owner%40example.org?secret=ABC");
        assert!(svg.starts_with("<svg") && svg.ends_with("</svg>"), "{svg}");
        assert!(!svg.contains("style=") && !svg.contains("<script"), "the policy allows neither");
    }
}
