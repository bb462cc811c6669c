//! `/{locale}/redeem`: making a gift one's own.

use axum::Form;
use axum::extract::{Query, State};
use axum::response::Response;
use billing::RedeemError;
use http::StatusCode;
use serde::Deserialize;
use url::form_urlencoded;

use super::{Page, Request};
use crate::address;
use crate::app::App;
use crate::extract::{Offered, see_other};
use crate::failure::Failure;
use crate::http::ClientAddress;
use crate::reader::Reader;
use crate::view::build;
use crate::view::offers::{RedeemView, RedeemedView};

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Typed {
    code: String,
}

/// `GET`: the form, filled in by the link in the mail. It changes nothing.
pub(crate) async fn show(
    State(app): State<App>,
    Offered(locale, publication): Offered,
    reader: Reader,
    Query(typed): Query<Typed>,
) -> Result<Response, Failure> {
    let request = Request { app: &app, publication: &publication, locale: &locale, reader: &reader };
    page(&request, StatusCode::OK, RedeemView { code: shortened(&typed.code), ..RedeemView::default() })
}

/// `POST`: redeems it.
pub(crate) async fn redeem(
    State(app): State<App>,
    Offered(locale, publication): Offered,
    reader: Reader,
    client: ClientAddress,
    Form(typed): Form<Typed>,
) -> Result<Response, Failure> {
    let code = shortened(&typed.code);
    let Reader::SignedIn(signed_in) = &reader else { return see_other(&sign_in(&locale, &code)) };
    let request = Request { app: &app, publication: &publication, locale: &locale, reader: &reader };
    match app.billing.redeem(&code, signed_in.member.id, &client.network()).await {
        Ok(redeemed) => {
            app.readers.forget(signed_in.session.id);
            let done = RedeemedView {
                plan: request.plan_name(&redeemed.plan).await?,
                from: build::rfc3339(redeemed.starts_at),
                until: build::rfc3339(redeemed.ends_at),
                giver: redeemed.giver_name,
                message: redeemed.message,
            };
            page(&request, StatusCode::OK, RedeemView { done: Some(done), ..RedeemView::default() })
        }
        Err(error) => {
            let (status, problem) = problem(error)?;
            page(&request, status, RedeemView { code, problem: Some(problem), ..RedeemView::default() })
        }
    }
}

fn problem(error: RedeemError) -> Result<(StatusCode, &'static str), Failure> {
    Ok(match error {
        RedeemError::NoSuchCode => (StatusCode::UNPROCESSABLE_ENTITY, "code"),
        RedeemError::TooMany => (StatusCode::TOO_MANY_REQUESTS, "too-many"),
        RedeemError::Used => (StatusCode::CONFLICT, "used"),
        RedeemError::Void => (StatusCode::CONFLICT, "void"),
        RedeemError::Expired => (StatusCode::CONFLICT, "expired"),
        RedeemError::Subscribed => (StatusCode::CONFLICT, "subscribed"),
        RedeemError::ForGood => (StatusCode::CONFLICT, "for-good"),
        RedeemError::Billing(error) => return Err(error.into()),
    })
}

fn page(request: &Request<'_>, status: StatusCode, view: RedeemView) -> Result<Response, Failure> {
    let sign_in_href = (!request.reader.is_signed_in()).then(|| sign_in(request.locale, &view.code));
    let page = Page {
        path: "redeem".to_owned(),
        title: if view.done.is_some() { "redeem-done-title" } else { "title-redeem" },
        template: "redeem.html",
        name: "redeem",
    };
    request.answer(&page, RedeemView { sign_in_href, ..view }, status)
}

/// Signing in, and back here with the code.
fn sign_in(locale: &kernel::Locale, code: &str) -> String {
    let query: String = form_urlencoded::Serializer::new(String::new()).append_pair("code", code).finish();
    address::sign_in(locale, &format!("{}?{query}", address::named(locale, "redeem")))
}

/// No code is longer.
fn shortened(code: &str) -> String {
    code.chars().take(60).collect()
}
