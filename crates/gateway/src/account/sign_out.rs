//! `POST /{locale}/sign-out`.

use axum::extract::State;
use axum::response::Response;
use http::header::SET_COOKIE;

use crate::address;
use crate::app::App;
use crate::extract::{Offered, see_other};
use crate::failure::Failure;
use crate::http::removed_cookie;
use crate::reader::Reader;

/// Ends the session in the database and in memory; the old cookie opens nothing from now on.
pub(crate) async fn sign_out(
    State(app): State<App>,
    Offered(locale, _): Offered,
    reader: Reader,
) -> Result<Response, Failure> {
    if let Reader::SignedIn(signed_in) = &reader {
        app.accounts.revoke_session(signed_in.member.id, signed_in.session.id).await?;
        app.readers.forget(signed_in.session.id);
    }
    let mut response = see_other(&address::front(&locale))?;
    let removed = removed_cookie(app.settings.session_cookie());
    response.headers_mut().extend(removed.map(|cookie| (SET_COOKIE, cookie)));
    Ok(response)
}
