//! Proving again who one is, before a dangerous act.
//!
//! A form that was sent too long after the last proof comes back as a page that asks for the password
//! and holds all that was typed; sent from there, the act goes on as if nothing had been in between.

use accounts::EnterError;
use axum::Form;
use axum::body::{Body, to_bytes};
use axum::extract::{Query, Request, State};
use axum::response::Response;
use http::header::{CONTENT_LENGTH, CONTENT_TYPE};
use http::{HeaderMap, HeaderValue, Method, StatusCode};
use serde::Deserialize;
use url::form_urlencoded;

use super::{Caller, entry, place, rotated};
use crate::admin::{Staff, page_with};
use crate::app::App;
use crate::extract::see_other;
use crate::failure::Failure;
use crate::http::ClientAddress;
use crate::view::staff::{Hidden, ProofView};

/// The field by which the page sends the password; no form of the newsroom's has one of this name.
const FIELD: &str = "proof-password";
/// Bytes of the largest form that comes back.
const LARGEST: usize = 64 * 1024;

/// What became of a request for a dangerous act.
pub(crate) enum Asked {
    /// Who it is had to be asked, or wasn't right.
    Answered(Response),
    /// Proved by what came with it: the request as the form first was, and the session's new cookie.
    Proved(Request, Option<HeaderValue>),
}

/// Asks for a proof, or takes the one that came along.
pub(crate) async fn ask(
    app: &App,
    staff: &Staff,
    client: ClientAddress,
    request: Request,
) -> Result<Asked, Failure> {
    let (mut parts, body) = request.into_parts();
    let path = parts.uri.path_and_query().map_or("/admin", |path| path.as_str()).to_owned();
    let is_form = parts
        .headers
        .get(CONTENT_TYPE)
        .is_none_or(|kind| kind.as_bytes().starts_with(b"application/x-www-form-urlencoded"));
    if parts.method != Method::POST || !is_form {
        let back = if parts.method == Method::POST { "/admin" } else { &path };
        return Ok(Asked::Answered(see_other(&place::with_return(place::PROOF, back))?));
    }
    let bytes = to_bytes(body, LARGEST).await.map_err(|_| Failure::TooLarge)?;
    let sent: Vec<(String, String)> = form_urlencoded::parse(&bytes).into_owned().collect();
    let (proofs, fields): (Vec<_>, Vec<_>) = sent.into_iter().partition(|(name, _)| name == FIELD);
    let fresh_view = |problem, wait| {
        let hidden = fields.iter().map(|(name, value)| Hidden { name: name.clone(), value: value.clone() });
        ProofView { action: path.clone(), hidden: hidden.collect(), problem, wait, ..ProofView::default() }
    };
    let Some((_, password)) = proofs.into_iter().next() else {
        let view = fresh_view(None, 0);
        return Ok(Asked::Answered(page(app, staff, StatusCode::FORBIDDEN, view).await?));
    };
    match prove_by(app, staff, client, &parts.headers, &password).await {
        Ok(cookie) => {
            let mut form = form_urlencoded::Serializer::new(String::new());
            form.extend_pairs(&fields);
            parts.headers.remove(CONTENT_LENGTH);
            Ok(Asked::Proved(Request::from_parts(parts, Body::from(form.finish())), cookie))
        }
        Err(error) => {
            let (problem, wait) = entry::problem(error)?;
            let view = fresh_view(Some(problem), wait);
            Ok(Asked::Answered(page(app, staff, entry::status(problem), view).await?))
        }
    }
}

async fn prove_by(
    app: &App,
    staff: &Staff,
    client: ClientAddress,
    headers: &HeaderMap,
    password: &str,
) -> Result<Option<HeaderValue>, EnterError> {
    let caller = Caller::of(app, client, headers);
    app.accounts.prove_by_password(&staff.member, staff.session, password, caller.visit()).await?;
    match rotated(app, staff).await {
        Ok(cookie) => Ok(cookie),
        // The proof stands; the session keeps its token.
        Err(error) => {
            tracing::warn!(%error, "can't give a session a new token");
            app.readers.forget(staff.session);
            Ok(None)
        }
    }
}

#[derive(Default, Deserialize)]
#[serde(default)]
pub(crate) struct Back {
    return_to: String,
}

#[derive(Default, Deserialize)]
#[serde(default, rename_all = "kebab-case")]
pub(crate) struct Proof {
    #[serde(rename = "return_to")]
    return_to: String,
    proof_password: String,
}

/// `GET /admin/security/proof`: for what no form leads to.
pub(crate) async fn show(
    State(app): State<App>,
    staff: Staff,
    Query(back): Query<Back>,
) -> Result<Response, Failure> {
    let view = alone(place::return_to(&back.return_to), None, 0);
    page(&app, &staff, StatusCode::OK, view).await
}

/// `POST /admin/security/proof`
pub(crate) async fn prove(
    State(app): State<App>,
    staff: Staff,
    client: ClientAddress,
    headers: HeaderMap,
    Form(form): Form<Proof>,
) -> Result<Response, Failure> {
    let return_to = place::return_to(&form.return_to);
    match prove_by(&app, &staff, client, &headers, &form.proof_password).await {
        Ok(cookie) => {
            let mut response = see_other(&return_to)?;
            response.headers_mut().extend(cookie.map(|cookie| (http::header::SET_COOKIE, cookie)));
            Ok(response)
        }
        Err(error) => {
            let (problem, wait) = entry::problem(error)?;
            page(&app, &staff, entry::status(problem), alone(return_to, Some(problem), wait)).await
        }
    }
}

fn alone(return_to: String, problem: Option<&'static str>, wait: i64) -> ProofView {
    let hidden = vec![Hidden { name: "return_to".to_owned(), value: return_to.clone() }];
    ProofView { action: place::PROOF.to_owned(), hidden, return_to, problem, wait, passkeys: false }
}

async fn page(app: &App, staff: &Staff, status: StatusCode, view: ProofView) -> Result<Response, Failure> {
    let passkeys = app.passkeys.is_some() && !staff.factors(app).await?.passkeys.is_empty();
    let view = ProofView { passkeys, ..view };
    page_with(app, staff, status, place::PROOF, "title-staff-proof", "admin/staff-proof.html", "proof", view)
}
