//! `/admin/members/{id}`: all that is known of a member, and what can be done for them.

mod change;
mod delete;
mod grants;
mod page;
mod refund;
mod sessions;
mod subscription;

use accounts::Member;
use axum::extract::{Path, Query, State};
use axum::response::Response;
use billing::{BillingError, Purchase};
use http::StatusCode;
use kernel::MemberId;

use self::page::Said;
use super::{Done, Staff};
use crate::app::App;
use crate::failure::Failure;

pub(crate) use change::{make as change, show as show_change};
pub(crate) use delete::delete;
pub(crate) use grants::{grant, revoke};
pub(crate) use refund::refund;
pub(crate) use sessions::{end as end_session, end_all as end_sessions};
pub(crate) use subscription::act as act_on_subscription;

/// What the page can say has been done.
const DONE: &[&str] = &[
    "granted",
    "revoked",
    "refunded",
    "sale-end",
    "sale-end-now",
    "sale-keep",
    "sale-pause",
    "sale-end-pause",
    "sale-changed",
    "signed-out",
];

/// How long a request waits for what Stripe makes of it, and how often it looks.
const PATIENCE: u32 = 25;
const PAUSE: std::time::Duration = std::time::Duration::from_millis(120);

/// `GET`
pub(crate) async fn show(
    State(app): State<App>,
    staff: Staff,
    Path(id): Path<String>,
    Query(done): Query<Done>,
) -> Result<Response, Failure> {
    let said = Said { done: done.of(DONE), ..Said::default() };
    page::page(&app, &staff, &id, said).await
}

async fn find(app: &App, id: &str) -> Result<Member, Failure> {
    let id: MemberId = id.parse().map_err(|_| Failure::NotFound)?;
    app.accounts.member(id).await?.ok_or(Failure::NotFound)
}

fn address(member: MemberId, done: &str) -> String {
    format!("/admin/members/{member}?done={done}")
}

/// Whether a member of staff may act on an account: on that of staff only who could give that role.
fn may_act_on(staff: &Staff, member: &Member) -> bool {
    member.role.is_none() || staff.role == accounts::Role::Owner
}

/// What to say of an act on a purchase that failed; anything that is no answer to staff is a failure.
fn problem_of(error: BillingError) -> Result<Said, Failure> {
    let (status, problem) = match error {
        BillingError::NotNow | BillingError::Stale => (StatusCode::CONFLICT, "sale-not-now"),
        BillingError::NotChargeable(_) => (StatusCode::UNPROCESSABLE_ENTITY, "refund-amount"),
        BillingError::NoSuchPurchase | BillingError::NoSuchPrice => {
            (StatusCode::UNPROCESSABLE_ENTITY, "sale-unknown")
        }
        BillingError::Stripe(error) => {
            tracing::error!(%error, "what staff asked for couldn't be done at Stripe");
            (StatusCode::BAD_GATEWAY, "sale-failed")
        }
        BillingError::NoStripe => (StatusCode::CONFLICT, "sale-no-stripe"),
        other => return Err(other.into()),
    };
    Ok(Said { status, problem: Some(problem), ..Said::default() })
}

/// Waits a little until what was done shows in what is known of the member's purchases.
async fn wait(app: &App, member: MemberId, shows: impl Fn(&[Purchase]) -> bool) -> Result<(), Failure> {
    for _ in 0..PATIENCE {
        if shows(&app.billing.purchases(member).await?) {
            break;
        }
        tokio::time::sleep(PAUSE).await;
    }
    Ok(())
}
