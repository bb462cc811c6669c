//! `GET /{locale}/subscribe/paid`: back from paying a story, a gift or seats. What counts is what the
//! payment provider says, not that somebody came here.

use std::time::Duration;

use axum::extract::{Query, State};
use axum::response::Response;
use billing::facts::Bought;
use billing::{Buyer, OfferCheckoutId, OfferProgress, Step};
use http::{HeaderMap, StatusCode};
use kernel::Email;
use serde::Deserialize;

use super::{Page, Request, gifts};
use crate::address;
use crate::app::App;
use crate::extract::{Offered, see_other};
use crate::failure::Failure;
use crate::reader::Reader;
use crate::subscribe::{browser, buyer};
use crate::view::offers::PaidView;

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
    let checkout: OfferCheckoutId = asked.checkout.parse().map_err(|_| Failure::NotFound)?;
    // Whoever signed in on the way began as a visitor.
    let buyers = [buyer(&reader, None), buyer(&Reader::Visitor, browser(&app, &headers).as_ref())];
    let (buyer, progress) = find(&app, checkout, buyers).await?.ok_or(Failure::NotFound)?;
    let progress = wait(&app, checkout, &buyer, progress).await?;
    let complete = progress.step == Step::Complete;
    if complete && let Reader::SignedIn(signed_in) = &reader {
        app.billing.adopt(signed_in.member.id, &signed_in.member.email).await?;
        app.readers.forget(signed_in.session.id);
        match progress.bought {
            Bought::Gift(_) => {}
            Bought::Seats(_) => return see_other(&address::named(&locale, "account/group")),
            Bought::Story(_) | Bought::Plan => return see_other(&progress.return_to),
        }
    }
    let request = Request { app: &app, publication: &publication, locale: &locale, reader: &reader };
    let mut gift = None;
    let state = match (progress.step, progress.bought) {
        (Step::Open, _) => "waiting",
        (Step::Expired, _) => "expired",
        (Step::Complete, Bought::Gift(id)) => {
            let own = app.billing.gift_of(id, &buyer).await?.ok_or(Failure::NotFound)?;
            gift = Some(gifts::view(&request, &own).await?);
            "gift"
        }
        (Step::Complete, _) => "story",
    };
    let view = PaidView {
        state,
        email: progress.email.as_ref().map(Email::to_string).unwrap_or_default(),
        return_to: progress.return_to.clone(),
        gift,
        refresh: (state == "waiting").then_some(3),
    };
    let page = Page {
        path: format!("subscribe/paid?checkout={checkout}"),
        title: match state {
            "waiting" => "subscribe-done-waiting-title",
            "expired" => "subscribe-done-expired-title",
            "gift" => "gift-paid-title",
            _ => "subscribe-done-paid-title",
        },
        template: "paid.html",
        name: "paid",
    };
    request.answer(&page, view, StatusCode::OK)
}

async fn find(
    app: &App,
    checkout: OfferCheckoutId,
    buyers: [Option<Buyer>; 2],
) -> Result<Option<(Buyer, OfferProgress)>, Failure> {
    for buyer in buyers.into_iter().flatten() {
        if let Some(progress) = app.billing.order_progress(checkout, &buyer).await? {
            return Ok(Some((buyer, progress)));
        }
    }
    Ok(None)
}

/// Has the payment looked at, and waits a little for what comes of it.
async fn wait(
    app: &App,
    checkout: OfferCheckoutId,
    buyer: &Buyer,
    mut progress: OfferProgress,
) -> Result<OfferProgress, Failure> {
    if progress.step != Step::Open {
        return Ok(progress);
    }
    app.billing.look_at_order(checkout).await?;
    for _ in 0..PATIENCE {
        tokio::time::sleep(PAUSE).await;
        if let Some(now) = app.billing.order_progress(checkout, buyer).await? {
            progress = now;
        }
        if progress.step != Step::Open {
            break;
        }
    }
    Ok(progress)
}
