//! `/admin/billing/payments`: payments that failed, why, and where they can be made good.

use axum::extract::State;
use axum::response::Response;
use billing::FailedPayment;

use super::paging;
use super::{Staff, page};
use crate::address;
use crate::app::App;
use crate::extract::PageNumber;
use crate::failure::Failure;
use crate::view::build;
use crate::view::desk::{FailedView, PaymentsView};

const PATH: &str = "/admin/billing/payments";

/// Stripe's reasons that there are words for.
const REASONS: [&str; 7] = [
    "card_declined",
    "insufficient_funds",
    "expired_card",
    "incorrect_cvc",
    "processing_error",
    "authentication_required",
    "lost_card",
];

/// `GET`
pub(crate) async fn show(
    State(app): State<App>,
    staff: Staff,
    PageNumber(number): PageNumber,
) -> Result<Response, Failure> {
    let mut failed = app.billing.failed_payments(paging::stretch(number)).await?;
    let more = paging::more(&mut failed);
    let view = PaymentsView {
        failed: failed.into_iter().map(failed_view).collect(),
        pager: paging::pager(number, more, |number| address::paged(PATH, number)),
    };
    page(&app, &staff, PATH, "title-admin-payments", "admin/payments.html", "payments", view)
}

pub(crate) fn failed_view(failed: FailedPayment) -> FailedView {
    FailedView {
        email: failed.email,
        member: failed.member.map(|member| member.to_string()),
        amount: failed.amount,
        at: build::rfc3339(failed.at),
        reason: REASONS.into_iter().find(|reason| *reason == failed.code),
        message: failed.message,
        settled: failed.invoice == "paid",
        dropped: matches!(failed.invoice.as_str(), "void" | "uncollectible"),
        url: failed.url.filter(|_| failed.invoice == "open"),
    }
}
