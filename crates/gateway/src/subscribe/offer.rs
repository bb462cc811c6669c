//! `GET /{locale}/subscribe`: what subscribers get, and what it costs.

use std::collections::BTreeSet;
use std::time::Duration;

use accounts::ReturnTo;
use axum::extract::{Query, State};
use axum::response::Response;
use billing::{Every, Lasts, Off, Plan, Price, Selling, Tax};
use http::header::{ACCEPT_LANGUAGE, CONTENT_SECURITY_POLICY, SET_COOKIE};
use http::request::Parts;
use http::{HeaderMap, Method, StatusCode};
use kernel::{Currency, Email, Locale, Money};
use serde::Deserialize;
use url::form_urlencoded;

use super::{browser, buyer};
use crate::address;
use crate::app::App;
use crate::counting;
use crate::extract::Offered;
use crate::failure::Failure;
use crate::framing::{self, Head};
use crate::http::{Encoded, Freshness, cookie, policy_with_forms_to, set_cookie};
use crate::i18n::accepted;
use crate::publication::Publication;
use crate::reader::Reader;
use crate::view::frame::Preview;
use crate::view::subscribe::{ChoiceView, OffView, OfferView, PlanView, SubscribeView};

/// Characters of the longest promotion code; Stripe's own limit is lower.
const LONGEST_CODE: usize = 100;
/// How long the page waits for what a code takes off.
const PATIENCE: Duration = Duration::from_secs(3);

/// The cookie that remembers the currency somebody chose, and for how many seconds.
const CURRENCY: &str = "gazette-currency";
const CURRENCY_KEPT: i64 = 60 * 60 * 24 * 365;

/// What the reader chose on the page.
#[derive(Debug, Default, Deserialize)]
pub(crate) struct Chosen {
    /// `month` or `year`.
    pub(crate) every: Option<String>,
    /// Three letters.
    pub(crate) currency: Option<String>,
    pub(crate) return_to: Option<String>,
    /// A promotion code from a link.
    pub(crate) code: Option<String>,
}

pub(crate) async fn show(
    State(app): State<App>,
    Offered(locale, publication): Offered,
    reader: Reader,
    headers: HeaderMap,
    Query(chosen): Query<Chosen>,
    request: Parts,
) -> Result<Response, Failure> {
    if let Some(from) = &chosen.return_to {
        counting::opened(&app, &reader, from, &request);
    }
    page(&app, &publication, &locale, &reader, &headers, &chosen, StatusCode::OK, None).await
}

/// The page; `problem` is what went wrong with an order, as the second half of a key
/// `subscribe-problem-…`.
#[expect(clippy::too_many_arguments, reason = "all that a request has")]
pub(crate) async fn page(
    app: &App,
    publication: &Publication,
    locale: &Locale,
    reader: &Reader,
    headers: &HeaderMap,
    chosen: &Chosen,
    status: StatusCode,
    problem: Option<&'static str>,
) -> Result<Response, Failure> {
    let reach = reader.reach(app.clock.now());
    let held: BTreeSet<_> = reach.plans().cloned().collect();
    let prices = if app.billing.sells() { app.billing.offered_prices().await? } else { Vec::new() };
    let currencies: BTreeSet<&str> = prices.iter().map(|price| price.amount.currency.code()).collect();
    let currency = currency(chosen.currency.as_deref(), headers, locale, &prices);
    let region = region(headers);
    let (code, off, bad_code) = promotion(app, chosen.code.as_deref()).await;
    let problem = problem.or(bad_code.then_some("code"));
    let yearly = chosen.every.as_deref() == Some("year");
    let return_to: Option<ReturnTo> = chosen.return_to.as_deref().and_then(|path| path.parse().ok());
    let buyer = buyer(reader, browser(app, headers).as_ref());
    let tried = match &buyer {
        Some(buyer) => app.billing.had_trial(buyer).await?,
        None => false,
    };
    let plans = app.billing.plans().await?;
    let plans = plans.iter().filter_map(|plan| {
        let mut view = plan_view(plan, locale, &publication.site.default_locale)?;
        view.held = held.contains(&plan.key);
        // What nobody can buy any more is shown to those alone who have it.
        if !prices.is_empty() && !view.held && !prices.iter().any(|price| price.plan == plan.key) {
            return None;
        }
        let own =
            prices.iter().filter(|price| price.plan == plan.key && Some(price.amount.currency) == currency);
        view.offers = offers(own, yearly, |price| offer_in(app.billing.selling(), region.as_deref(), price));
        if tried {
            view.offers.iter_mut().for_each(|offer| offer.trial_days = 0);
        }
        Some(view)
    });
    let href = |every: &str, currency: &str| {
        let mut query = form_urlencoded::Serializer::new(String::new());
        query.append_pair("every", every).append_pair("currency", currency);
        if let Some(return_to) = &return_to {
            query.append_pair("return_to", return_to.as_str());
        }
        if !code.is_empty() {
            query.append_pair("code", &code);
        }
        format!("{}?{}", address::named(locale, "subscribe"), query.finish())
    };
    let (money, every) = (currency.map_or("", Currency::code), if yearly { "year" } else { "month" });
    let both =
        [Every::Month, Every::Year].iter().all(|every| prices.iter().any(|price| price.every == *every));
    let choice = |word: &str, href: String, current| ChoiceView { word: word.to_owned(), href, current };
    let view = SubscribeView {
        plans: plans.collect(),
        everies: ["month", "year"]
            .into_iter()
            .filter(|_| both)
            .map(|word| choice(word, href(word, money), word == every))
            .collect(),
        currencies: currencies
            .iter()
            .filter(|_| currencies.len() > 1)
            .map(|word| choice(word, href(every, word), *word == money))
            .collect(),
        sells: !prices.is_empty(),
        subscribed: subscribes(app, reader).await?,
        every: every.to_owned(),
        currency: money.to_owned(),
        gifts: app.billing.sells() && !app.billing.gift_offers().await?.is_empty(),
        groups: app.billing.sells() && !app.billing.seat_offers().await?.is_empty(),
        return_to: return_to.map(|path| path.to_string()).unwrap_or_default(),
        problem,
        code: code.clone(),
        off,
        contact: publication.site.contact.as_ref().map(Email::to_string),
    };
    let head = Head {
        path: address::named(locale, "subscribe"),
        title: framing::text(app, locale, "title-subscribe"),
        editions: publication
            .site
            .locales
            .iter()
            .map(|offered| (offered.locale.clone(), address::named(&offered.locale, "subscribe")))
            .collect(),
        preview: Preview { kind: "website", ..Preview::default() },
        ..Head::default()
    };
    let frame = framing::frame(app, publication, locale, head, reader.is_signed_in());
    let html = framing::render(app, publication, "subscribe.html", &frame, "subscribe", view)?;
    // It marks the plans the reader has and shows prices in their currency: nobody else's page.
    let answer = Encoded::html(html).answer_with(status, &Method::GET, &HeaderMap::new(), Freshness::Private);
    let mut answer = answer.map(axum::body::Body::new);
    let chosen = currency.filter(|currency| chosen.currency.as_deref() == Some(currency.code()));
    if let Some(cookie) = chosen.and_then(|chosen| set_cookie(CURRENCY, chosen.code(), CURRENCY_KEPT)) {
        answer.headers_mut().append(SET_COOKIE, cookie);
    }
    if let Some(policy) = policy_with_forms_to(&app.settings.payment_origins) {
        answer.headers_mut().insert(CONTENT_SECURITY_POLICY, policy);
    }
    Ok(answer)
}

/// The country that the reader's browser names.
fn region(headers: &HeaderMap) -> Option<String> {
    let wanted = headers.get(ACCEPT_LANGUAGE)?.to_str().ok()?;
    accepted(wanted).into_iter().find_map(|locale| locale.region().map(str::to_owned))
}

/// A promotion code as it can be used: the code, what it takes off, and whether it is none.
async fn promotion(app: &App, code: Option<&str>) -> (String, Option<OffView>, bool) {
    let code: String = code.unwrap_or_default().trim().chars().take(LONGEST_CODE).collect();
    if code.is_empty() || !app.billing.sells() {
        return (String::new(), None, false);
    }
    match tokio::time::timeout(PATIENCE, app.billing.promotion(&code)).await {
        Ok(Ok(Some(offer))) => (code, Some(off(&offer)), false),
        Ok(Ok(None)) => (String::new(), None, true),
        // It is tried again at the checkout.
        Ok(Err(error)) => {
            tracing::warn!(%error, "can't ask what a promotion code takes off");
            (code, None, false)
        }
        Err(_) => (code, None, false),
    }
}

/// Whether the reader pays for a subscription. Who was given a plan may still subscribe.
async fn subscribes(app: &App, reader: &Reader) -> Result<bool, Failure> {
    let Some(member) = reader.member() else { return Ok(false) };
    let purchases = app.billing.purchases(member.id).await?;
    Ok(purchases.iter().any(|purchase| {
        purchase.facts.plan.is_some() && purchase.facts.bought.is_plan() && purchase.facts.status.is_live()
    }))
}

/// The currency the reader prefers; else the one most prices are in.
fn currency(
    chosen: Option<&str>,
    headers: &HeaderMap,
    locale: &Locale,
    prices: &[Price],
) -> Option<Currency> {
    let all: Vec<Currency> = prices.iter().map(|price| price.amount.currency).collect();
    let count = |currency: &Currency| all.iter().filter(|other| *other == currency).count();
    preferred(chosen, headers, locale, &all).or_else(|| all.iter().copied().max_by_key(count))
}

/// The currency chosen, now or before; else that of a region the reader's browser names; else that
/// of the page's region.
pub(crate) fn preferred(
    chosen: Option<&str>,
    headers: &HeaderMap,
    locale: &Locale,
    all: &[Currency],
) -> Option<Currency> {
    let offered = |currency: &Currency| all.contains(currency);
    let wanted = headers.get(ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let of_region = || {
        let regions = accepted(wanted).into_iter().chain([locale.clone()]);
        let regions = regions.filter_map(|locale| locale.region().map(str::to_owned));
        regions.flat_map(|region| Currency::of_region(&region)).find(offered)
    };
    let wished = |code: Option<&str>| code.and_then(|code| code.parse().ok()).filter(offered);
    wished(chosen).or_else(|| wished(cookie(headers, CURRENCY))).or_else(of_region)
}

/// What a plan is called and promises, in the page's language or the publication's.
pub(crate) fn plan_view(plan: &Plan, locale: &Locale, default: &Locale) -> Option<PlanView> {
    let text = plan.text(locale).or_else(|| plan.text(default))?;
    Some(PlanView {
        key: plan.key.to_string(),
        name: text.name.clone(),
        description: text.description.clone(),
        benefits: text.benefits.clone(),
        held: false,
        offers: Vec::new(),
    })
}

/// The price for the interval chosen, or the other where a plan has only that; and its passes.
fn offers<'a>(
    prices: impl Iterator<Item = &'a Price>,
    yearly: bool,
    view: impl Fn(&Price) -> OfferView,
) -> Vec<OfferView> {
    let prices: Vec<&Price> = prices.collect();
    let wanted = if yearly { Every::Year } else { Every::Month };
    let renewed = || prices.iter().filter(|price| !matches!(price.every, Every::Pass { .. }));
    let first = renewed().find(|price| price.every == wanted).or_else(|| renewed().next());
    let passes = prices.iter().filter(|price| matches!(price.every, Every::Pass { .. }));
    first.into_iter().chain(passes).map(|price| view(price)).collect()
}

/// A price as the page shows it.
pub(crate) fn offer(price: &Price) -> OfferView {
    let (every, days) = match price.every {
        Every::Month => ("month", 0),
        Every::Year => ("year", 0),
        Every::Pass { days } => ("pass", days),
    };
    let monthly = Money::new(price.amount.minor / 12, price.amount.currency);
    OfferView {
        price: price.id.to_string(),
        amount: price.amount,
        every,
        days,
        monthly: (price.every == Every::Year).then_some(monthly),
        trial_days: price.trial_days,
        tax: (price.tax == Tax::Exclusive).then_some("added"),
    }
}

/// The same with what the reader's market says of the tax.
pub(crate) fn offer_in(selling: &Selling, region: Option<&str>, price: &Price) -> OfferView {
    OfferView { tax: selling.tax_words(price, region), ..offer(price) }
}

/// What a coupon takes off.
pub(crate) fn off(promotion: &billing::Promotion) -> OffView {
    let (lasts, months) = match promotion.lasts {
        Lasts::Once => ("once", 0),
        Lasts::Months(months) => ("months", months),
        Lasts::Forever => ("forever", 0),
    };
    OffView { lasts, months, ..off_amount(promotion.off) }
}

/// How much is taken off, for good.
pub(crate) fn off_amount(off: Off) -> OffView {
    let (percent, amount) = match off {
        Off::Percent(percent) => (Some(percent.to_string()), None),
        Off::Amount(amount) => (None, Some(amount)),
    };
    OffView { percent, amount, lasts: "forever", months: 0, until: None }
}
