//! `POST /{locale}/account/sessions/…`: signing out elsewhere.

use axum::extract::{Path, State};
use axum::response::Response;
use kernel::{Locale, SessionId};

use crate::address;
use crate::app::App;
use crate::extract::{Offered, see_other};
use crate::failure::Failure;
use crate::reader::Reader;

/// `…/{id}/revoke`: ends one of the reader's own sessions.
pub(crate) async fn revoke(
    State(app): State<App>,
    Offered(locale, _): Offered,
    Path((_, session)): Path<(String, String)>,
    reader: Reader,
) -> Result<Response, Failure> {
    let session: SessionId = session.parse().map_err(|_| Failure::NotFound)?;
    if let Reader::SignedIn(signed_in) = &reader {
        app.accounts.revoke_session(signed_in.member.id, session).await?;
        app.readers.forget(session);
    }
    done(&locale)
}

/// `…/revoke-others`: ends all but this one.
pub(crate) async fn revoke_others(
    State(app): State<App>,
    Offered(locale, _): Offered,
    reader: Reader,
) -> Result<Response, Failure> {
    if let Reader::SignedIn(signed_in) = &reader {
        for session in app.accounts.revoke_other_sessions(signed_in.member.id, signed_in.session.id).await? {
            app.readers.forget(session);
        }
    }
    done(&locale)
}

fn done(locale: &Locale) -> Result<Response, Failure> {
    see_other(&format!("{}?done=revoked", address::named(locale, "account")))
}
