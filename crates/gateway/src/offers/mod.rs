//! Buying a story alone, giving a plan away, seats for groups; and looking after them.

pub(crate) mod gift;
pub(crate) mod gifts;
pub(crate) mod group;
pub(crate) mod group_offer;
pub(crate) mod letters;
pub(crate) mod paid;
pub(crate) mod redeem;
pub(crate) mod seat;
pub(crate) mod stories;
pub(crate) mod story;

use axum::response::Response;
use billing::{BillingError, NextStep, Offer, OfferOrder};
use http::header::CONTENT_SECURITY_POLICY;
use http::{HeaderMap, Method, StatusCode};
use kernel::{Currency, Locale, PlanKey};
use serde::Serialize;
use url::form_urlencoded;

use crate::address;
use crate::app::App;
use crate::extract::see_other;
use crate::failure::Failure;
use crate::framing::{self, Head};
use crate::http::{Encoded, Freshness, policy_with_forms_to};
use crate::publication::Publication;
use crate::reader::Reader;
use crate::subscribe::offer::{plan_view, preferred};
use crate::view::subscribe::ChoiceView;

/// What a page is made with.
pub(crate) struct Request<'a> {
    pub(crate) app: &'a App,
    pub(crate) publication: &'a Publication,
    pub(crate) locale: &'a Locale,
    pub(crate) reader: &'a Reader,
}

/// A page's address, title and template, and what its template calls the view.
pub(crate) struct Page {
    /// Under the language, with its query.
    pub(crate) path: String,
    /// The key of its title.
    pub(crate) title: &'static str,
    pub(crate) template: &'static str,
    pub(crate) name: &'static str,
}

impl Request<'_> {
    /// Renders a page of the reader's own, from which forms may lead to the payment provider.
    pub(crate) fn answer(
        &self,
        page: &Page,
        view: impl Serialize,
        status: StatusCode,
    ) -> Result<Response, Failure> {
        let Self { app, publication, locale, reader } = self;
        let offered = publication.site.locales.iter();
        let head = Head {
            path: address::named(locale, &page.path),
            title: framing::text(app, locale, page.title),
            robots: Some("noindex"),
            editions: offered
                .map(|offered| (offered.locale.clone(), address::named(&offered.locale, &page.path)))
                .collect(),
            ..Head::default()
        };
        let frame = framing::frame(app, publication, locale, head, reader.is_signed_in());
        let html = framing::render(app, publication, page.template, &frame, page.name, view)?;
        let answer =
            Encoded::html(html).answer_with(status, &Method::GET, &HeaderMap::new(), Freshness::Never);
        let mut answer = answer.map(axum::body::Body::new);
        if let Some(policy) = policy_with_forms_to(&app.settings.payment_origins) {
            answer.headers_mut().insert(CONTENT_SECURITY_POLICY, policy);
        }
        Ok(answer)
    }

    /// What a plan is called in the page's language or the publication's.
    pub(crate) async fn plan_name(&self, key: &PlanKey) -> Result<String, Failure> {
        let plans = self.app.billing.plans().await?;
        let plan = plans.iter().find(|plan| plan.key == *key);
        let named = plan.and_then(|plan| plan_view(plan, self.locale, &self.publication.site.default_locale));
        Ok(named.map_or_else(|| key.to_string(), |plan| plan.name))
    }
}

/// Where an order leads: on, or back with what is wrong (the second half of a key
/// `subscribe-problem-…`).
pub(crate) enum Led {
    /// There.
    To(Response),
    /// Back.
    Refused(StatusCode, &'static str),
}

/// Orders, and says where it leads; `owned` is where who has the thing goes.
pub(crate) async fn lead(app: &App, order: &OfferOrder, owned: &str) -> Result<Led, Failure> {
    let paid = address::named(&order.locale, "subscribe/paid");
    Ok(match app.billing.order(order).await {
        Ok(NextStep::Pay(url)) => Led::To(see_other(&url)?),
        Ok(NextStep::Wait(checkout)) => Led::To(see_other(&format!("{paid}?checkout={checkout}"))?),
        Ok(NextStep::Owned) => Led::To(see_other(owned)?),
        Err(BillingError::Seats { .. }) => Led::Refused(StatusCode::UNPROCESSABLE_ENTITY, "seats"),
        Err(BillingError::NoSuchPrice) => Led::Refused(StatusCode::UNPROCESSABLE_ENTITY, "price"),
        Err(error @ BillingError::Stripe(_)) => {
            tracing::error!(%error, "nobody can buy");
            Led::Refused(StatusCode::BAD_GATEWAY, "failed")
        }
        Err(error) => return Err(error.into()),
    })
}

/// The absolute address of the page that waits for a payment, without its checkout.
pub(crate) fn done_url(app: &App, locale: &Locale) -> String {
    app.settings.absolute(&format!("{}?checkout=", address::named(locale, "subscribe/paid")))
}

/// The currency the reader prefers; else that of the first offer.
fn currency(
    chosen: Option<&str>,
    headers: &HeaderMap,
    locale: &Locale,
    offers: &[Offer],
) -> Option<Currency> {
    let all: Vec<Currency> = offers.iter().map(|offer| offer.amount.currency).collect();
    preferred(chosen, headers, locale, &all).or_else(|| all.first().copied())
}

/// Links to the same page in other currencies; none if there is no choice.
fn currencies(
    page: &str,
    rest: &[(&str, &str)],
    current: Option<Currency>,
    offers: &[Offer],
) -> Vec<ChoiceView> {
    let mut codes: Vec<&str> = offers.iter().map(|offer| offer.amount.currency.code()).collect();
    codes.sort_unstable();
    codes.dedup();
    if codes.len() < 2 {
        return Vec::new();
    }
    let choice = |code: &str| {
        let mut query = form_urlencoded::Serializer::new(String::new());
        query.extend_pairs(rest).append_pair("currency", code);
        let href = format!("{page}?{}", query.finish());
        ChoiceView { word: code.to_owned(), href, current: current.is_some_and(|own| own.code() == code) }
    };
    codes.into_iter().map(choice).collect()
}
