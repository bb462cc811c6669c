//! `GET /{locale}/subscribe/done`: back from the payment page. What counts is what the payment
//! provider says, not that somebody came here.

use std::time::Duration;

use axum::extract::{Query, State};
use axum::response::Response;
use billing::{Buyer, CheckoutId, Progress, Step};
use http::header::CONTENT_SECURITY_POLICY;
use http::{HeaderMap, Method, StatusCode};
use kernel::Email;
use serde::Deserialize;

use super::{browser, buyer};
use crate::address;
use crate::app::App;
use crate::extract::{Offered, see_other};
use crate::failure::Failure;
use crate::framing::{self, Head};
use crate::http::{Encoded, Freshness, policy_with_forms_to};
use crate::reader::Reader;
use crate::view::subscribe::DoneView;

/// How long one request waits for the truth, and how often it looks. Then the page looks again by
/// itself.
const PATIENCE: u32 = 25;
const PAUSE: Duration = Duration::from_millis(120);

#[derive(Deserialize)]
pub(crate) struct Asked {
    #[serde(default)]
    checkout: String,
}

pub(crate) async fn show(
    State(app): State<App>,
    Offered(locale, publication): Offered,
    reader: Reader,
    headers: HeaderMap,
    Query(asked): Query<Asked>,
) -> Result<Response, Failure> {
    let checkout: CheckoutId = asked.checkout.parse().map_err(|_| Failure::NotFound)?;
    let key = browser(&app, &headers);
    // Whoever signed in on the way began as a visitor.
    let buyers = [buyer(&reader, None), buyer(&Reader::Visitor, key.as_ref())];
    let (buyer, progress) = find(&app, checkout, buyers).await?.ok_or(Failure::NotFound)?;
    let progress = wait(&app, checkout, &buyer, progress).await?;
    if progress.step == Step::Complete
        && let Reader::SignedIn(signed_in) = &reader
    {
        app.billing.adopt(signed_in.member.id, &signed_in.member.email).await?;
        app.readers.forget(signed_in.session.id);
        return see_other(&progress.return_to);
    }
    let state = match progress.step {
        Step::Complete => "paid",
        Step::Open => "waiting",
        Step::Expired => "expired",
    };
    let view = DoneView {
        state,
        email: progress.email.as_ref().map(Email::to_string).unwrap_or_default(),
        return_to: progress.return_to.clone(),
        again: address::subscribe(&locale, &progress.return_to),
        refresh: (progress.step == Step::Open).then_some(3),
    };
    let head = Head {
        path: address::named(&locale, "subscribe"),
        title: framing::text(&app, &locale, &format!("subscribe-done-{state}-title")),
        robots: Some("noindex"),
        ..Head::default()
    };
    let frame = framing::frame(&app, &publication, &locale, head, reader.is_signed_in());
    let html = framing::render(&app, &publication, "subscribe-done.html", &frame, "done", view)?;
    let answer =
        Encoded::html(html).answer_with(StatusCode::OK, &Method::GET, &HeaderMap::new(), Freshness::Never);
    let mut answer = answer.map(axum::body::Body::new);
    if let Some(policy) = policy_with_forms_to(&app.settings.payment_origins) {
        answer.headers_mut().insert(CONTENT_SECURITY_POLICY, policy);
    }
    Ok(answer)
}

async fn find(
    app: &App,
    checkout: CheckoutId,
    buyers: [Option<Buyer>; 2],
) -> Result<Option<(Buyer, Progress)>, Failure> {
    for buyer in buyers.into_iter().flatten() {
        if let Some(progress) = app.billing.progress(checkout, &buyer).await? {
            return Ok(Some((buyer, progress)));
        }
    }
    Ok(None)
}

/// Has the payment looked at, and waits a little for what comes of it.
async fn wait(
    app: &App,
    checkout: CheckoutId,
    buyer: &Buyer,
    mut progress: Progress,
) -> Result<Progress, Failure> {
    if progress.step != Step::Open {
        return Ok(progress);
    }
    app.billing.look_at_checkout(checkout).await?;
    for _ in 0..PATIENCE {
        tokio::time::sleep(PAUSE).await;
        if let Some(now) = app.billing.progress(checkout, buyer).await? {
            progress = now;
        }
        if progress.step != Step::Open {
            break;
        }
    }
    Ok(progress)
}
