//! The HTTP face: one router, thin handlers.

use axum::{Router, routing::get};

use crate::{api, control, pages, sandbox::Sandbox};

mod auth;
mod envelope;

pub(crate) use envelope::{Call, Handler, call, json_response};

/// The table of contents: Stripe's API, the hosted pages, the sandbox's own switches.
pub(crate) fn router(sandbox: Sandbox) -> Router {
    Router::new()
        .merge(api::routes())
        .merge(pages::routes())
        .merge(control::routes())
        .route("/healthz", get(|| async { "ok" }))
        .fallback(envelope::no_such_address)
        .method_not_allowed_fallback(envelope::no_such_address)
        .with_state(sandbox)
}
