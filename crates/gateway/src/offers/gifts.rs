//! `GET /{locale}/account/gifts`: what the reader has given, and what has become of it.

use axum::extract::State;
use axum::response::Response;
use billing::{Gift, GiftState};
use http::StatusCode;
use jiff::{SignedDuration, Timestamp};
use url::form_urlencoded;

use super::{Page, Request};
use crate::address;
use crate::app::App;
use crate::extract::{Offered, see_other};
use crate::failure::Failure;
use crate::reader::Reader;
use crate::view::build;
use crate::view::offers::{GiftView, GiftsView};

pub(crate) async fn show(
    State(app): State<App>,
    Offered(locale, publication): Offered,
    reader: Reader,
) -> Result<Response, Failure> {
    let here = "account/gifts";
    let Some(member) = reader.member() else {
        return see_other(&address::sign_in(&locale, &address::named(&locale, here)));
    };
    let request = Request { app: &app, publication: &publication, locale: &locale, reader: &reader };
    let mut gifts = Vec::new();
    for gift in app.billing.gifts(member.id).await? {
        gifts.push(view(&request, &gift).await?);
    }
    let sells = app.billing.sells() && !app.billing.gift_offers().await?.is_empty();
    let page = Page { path: here.to_owned(), title: "title-gifts", template: "gifts.html", name: "gifts" };
    request.answer(&page, GiftsView { gifts, sells }, StatusCode::OK)
}

/// A moment of the last day before an end at midnight.
pub(super) fn last_day(end: Timestamp) -> Timestamp {
    end.checked_sub(SignedDuration::from_hours(12)).unwrap_or(end)
}

/// A gift as its giver sees it.
pub(crate) async fn view(request: &Request<'_>, gift: &Gift) -> Result<GiftView, Failure> {
    let code = gift.code.as_ref().map(ToString::to_string);
    let href = code.as_ref().map(|code| {
        let query: String =
            form_urlencoded::Serializer::new(String::new()).append_pair("code", code).finish();
        request.app.settings.absolute(&format!("{}?{query}", address::named(&gift.locale, "redeem")))
    });
    Ok(GiftView {
        plan: request.plan_name(&gift.plan).await?,
        months: gift.months,
        recipient: gift.recipient_name.clone(),
        email: gift.recipient_email.as_ref().map(ToString::to_string).unwrap_or_default(),
        state: match gift.state {
            GiftState::Unpaid => "unpaid",
            GiftState::Ready => "ready",
            GiftState::Redeemed => "redeemed",
            GiftState::Void => "void",
            GiftState::Expired => "expired",
        },
        deliver_at: gift.deliver_at.map(build::rfc3339),
        delivered_at: gift.delivered_at.map(build::rfc3339),
        expires_at: gift.expires_at.map(last_day).map(build::rfc3339),
        code,
        href,
    })
}
