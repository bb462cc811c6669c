//! Hosted-looking pages: plain HTML that works without JavaScript.

use axum::{
    Router,
    routing::{get, post},
};

use crate::sandbox::Sandbox;

mod bank;
mod checkout;
mod html;
mod invoice;
mod portal;
mod portal_view;

pub(crate) fn routes() -> Router<Sandbox> {
    Router::new()
        .route("/c/pay/{id}", get(checkout::show).post(checkout::pay))
        .route("/c/pay/{id}/authenticate", post(checkout::authenticate))
        .route("/p/session/{id}", get(portal::show).post(portal::act))
        .route("/i/{id}", get(invoice::show).post(invoice::pay))
        .route("/i/{id}/pdf", get(invoice::pdf))
        .route("/receipts/{id}", get(invoice::receipt))
        .route("/authenticate/{id}", get(bank::show).post(bank::answer))
}
