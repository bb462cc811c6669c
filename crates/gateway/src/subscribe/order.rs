//! `POST /{locale}/subscribe`: on to the payment page.

use accounts::ReturnTo;
use axum::Form;
use axum::extract::State;
use axum::response::Response;
use billing::{BillingError, Next, Order};
use http::header::SET_COOKIE;
use http::{HeaderMap, StatusCode};
use serde::Deserialize;

use super::offer::{self, Chosen};
use super::{BROWSER_KEPT, browser_or_new, buyer};
use crate::address;
use crate::app::App;
use crate::extract::{Offered, see_other};
use crate::failure::Failure;
use crate::http::set_cookie;
use crate::reader::Reader;

#[derive(Deserialize)]
pub(crate) struct Choice {
    #[serde(default)]
    price: String,
    #[serde(default)]
    return_to: String,
    /// What the page showed, to show it again if need be.
    every: Option<String>,
    currency: Option<String>,
    #[serde(default)]
    code: String,
}

pub(crate) async fn start(
    State(app): State<App>,
    Offered(locale, publication): Offered,
    reader: Reader,
    headers: HeaderMap,
    Form(choice): Form<Choice>,
) -> Result<Response, Failure> {
    let code = Some(choice.code.trim()).filter(|code| !code.is_empty()).map(str::to_owned);
    let refused = async |status, problem| {
        let chosen = Chosen {
            every: choice.every.clone(),
            currency: choice.currency.clone(),
            return_to: Some(choice.return_to.clone()),
            code: code.clone(),
        };
        offer::page(&app, &publication, &locale, &reader, &headers, &chosen, status, Some(problem)).await
    };
    let Ok(price) = choice.price.parse() else {
        return refused(StatusCode::UNPROCESSABLE_ENTITY, "price").await;
    };
    let key = browser_or_new(&app, &headers)?;
    let Some(buyer) = buyer(&reader, Some(&key)) else { return Err(Failure::BadRequest) };
    let return_to: ReturnTo = choice.return_to.parse().unwrap_or_else(|_| ReturnTo::front(&locale));
    let done = address::named(&locale, "subscribe/done");
    let order = Order {
        buyer,
        price,
        return_to: return_to.to_string(),
        done_url: app.settings.absolute(&format!("{done}?checkout=")),
        cancel_url: app.settings.absolute(&address::subscribe(&locale, return_to.as_str())),
        locale: locale.clone(),
        code: code.clone(),
    };
    let next = match app.billing.buy(&order).await {
        Ok(next) => next,
        Err(BillingError::NoSuchCode) => return refused(StatusCode::UNPROCESSABLE_ENTITY, "code").await,
        Err(BillingError::NoSuchPrice) => return refused(StatusCode::UNPROCESSABLE_ENTITY, "price").await,
        Err(error @ BillingError::Stripe(_)) => {
            tracing::error!(%error, "nobody can subscribe");
            return refused(StatusCode::BAD_GATEWAY, "failed").await;
        }
        Err(error) => return Err(error.into()),
    };
    let mut response = match next {
        Next::Pay(url) => see_other(&url)?,
        Next::Wait(checkout) => see_other(&format!("{done}?checkout={checkout}"))?,
        Next::Subscribed => see_other(&address::named(&locale, "account/subscription"))?,
    };
    let kept = set_cookie(app.settings.browser_cookie(), key.as_str(), BROWSER_KEPT);
    response.headers_mut().extend(kept.map(|cookie| (SET_COOKIE, cookie)));
    Ok(response)
}
