//! `POST /{locale}/account/delete`: deletes the reader's account.

use accounts::Member;
use axum::Form;
use axum::extract::State;
use axum::response::Response;
use http::StatusCode;
use http::header::SET_COOKIE;
use serde::Deserialize;

use super::overview::{self, Notice};
use crate::address;
use crate::app::App;
use crate::extract::{Offered, see_other};
use crate::failure::Failure;
use crate::http::removed_cookie;
use crate::reader::Reader;

#[derive(Deserialize)]
pub(crate) struct Confirmed {
    #[serde(default)]
    confirm: String,
}

/// Deletes an account with all that is known of its member, and ends what they pay for.
pub(crate) async fn erase(app: &App, member: &Member) -> Result<(), Failure> {
    let sessions = app.accounts.sessions(member.id).await?;
    // Nobody pays for an account that is gone.
    app.billing.erase(member.id).await?;
    app.billing.forget_seats(member.id, &member.email).await?;
    app.accounts.erase(member.id).await?;
    app.mail.forget(&member.email).await?;
    for session in sessions {
        app.readers.forget(session.id);
    }
    Ok(())
}

/// Only with the account's own address typed in, so that nobody does it by mistake.
pub(crate) async fn delete(
    State(app): State<App>,
    Offered(locale, publication): Offered,
    reader: Reader,
    Form(form): Form<Confirmed>,
) -> Result<Response, Failure> {
    let Reader::SignedIn(signed_in) = &reader else {
        return see_other(&address::front(&locale));
    };
    let member = &signed_in.member;
    if form.confirm.trim().to_lowercase() != member.email.as_str() {
        let notice = Notice { problem: Some("confirm"), ..Notice::default() };
        return overview::page(
            &app,
            &publication,
            &locale,
            &reader,
            StatusCode::UNPROCESSABLE_ENTITY,
            notice,
        )
        .await;
    }
    erase(&app, member).await?;
    let mut response = see_other(&address::front(&locale))?;
    let removed = removed_cookie(app.settings.session_cookie());
    response.headers_mut().extend(removed.map(|cookie| (SET_COOKIE, cookie)));
    Ok(response)
}
