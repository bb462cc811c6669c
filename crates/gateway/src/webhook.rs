//! `POST /webhooks/stripe`: Stripe's messages.

use axum::body::Bytes;
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use billing::NotReceived;
use http::{HeaderMap, StatusCode};

use crate::app::App;
use crate::failure::Failure;

/// Acknowledged once it is stored. The body is taken as it came, since the signature is over its
/// bytes; the router limits its size.
pub(crate) async fn receive(
    State(app): State<App>,
    headers: HeaderMap,
    body: Bytes,
) -> Result<Response, Failure> {
    let signature = headers.get("stripe-signature").and_then(|value| value.to_str().ok());
    match app.billing.receive(signature.unwrap_or_default(), &body).await {
        Ok(_) => Ok(StatusCode::NO_CONTENT.into_response()),
        Err(NotReceived::NoStripe) => Err(Failure::NotFound),
        Err(NotReceived::Billing(error)) => Err(error.into()),
        Err(refused) => {
            tracing::warn!(%refused, "a message for the billing was refused");
            Err(Failure::BadRequest)
        }
    }
}
