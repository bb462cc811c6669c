//! `/{locale}/account/subscription`: what I pay for, and ending it.

use axum::Form;
use axum::extract::{Query, State};
use axum::response::Response;
use billing::facts::Bought;
use billing::rule::explain;
use billing::{BillingError, Detail, Invoice, Plan, Policy, Price, Purchase};
use http::header::CONTENT_SECURITY_POLICY;
use http::{HeaderMap, Method, StatusCode};
use jiff::Timestamp;
use kernel::{Locale, MemberId, Money};
use serde::Deserialize;

use crate::address;
use crate::app::App;
use crate::extract::{Offered, see_other};
use crate::failure::Failure;
use crate::framing::{self, Head};
use crate::http::{Encoded, Freshness, policy_with_forms_to};
use crate::notices;
use crate::publication::Publication;
use crate::reader::Reader;
use crate::subscribe::offer;
use crate::view::build;
use crate::view::subscribe::{CardView, InvoiceView, OffView, PurchaseView, SubscriptionView};

#[derive(Deserialize)]
pub(crate) struct Asked {
    done: Option<String>,
}

#[derive(Deserialize)]
pub(crate) struct Which {
    #[serde(default)]
    pub(crate) purchase: String,
}

/// What the page can say has been done.
const DONE: [&str; 6] = ["ended", "resumed", "changed", "paused", "pause-ended", "stayed"];

/// `GET`
pub(crate) async fn show(
    State(app): State<App>,
    Offered(locale, publication): Offered,
    reader: Reader,
    Query(asked): Query<Asked>,
) -> Result<Response, Failure> {
    let done = DONE.into_iter().find(|done| asked.done.as_deref() == Some(done));
    page(&app, &publication, &locale, &reader, StatusCode::OK, done, None).await
}

/// `POST …/portal`: on to the payment provider's page for cards and invoices.
pub(crate) async fn portal(
    State(app): State<App>,
    Offered(locale, publication): Offered,
    reader: Reader,
) -> Result<Response, Failure> {
    let Some(member) = member(&reader) else { return see_other(&home(&locale)) };
    let back = app.settings.absolute(&home(&locale));
    match app.billing.portal(member, &locale, &back).await {
        Ok(url) => see_other(&url),
        Err(error) => failed(&app, &publication, &locale, &reader, error).await,
    }
}

/// `POST …/resume`: it goes on after all.
pub(crate) async fn resume(
    State(app): State<App>,
    Offered(locale, publication): Offered,
    reader: Reader,
    Form(which): Form<Which>,
) -> Result<Response, Failure> {
    let Some(member) = member(&reader) else { return see_other(&home(&locale)) };
    match app.billing.set_ending(member, &which.purchase, false).await {
        Ok(()) => done(&locale, "resumed"),
        Err(error) => failed(&app, &publication, &locale, &reader, error).await,
    }
}

/// Back to the page, which says what has been done.
pub(crate) fn done(locale: &Locale, what: &str) -> Result<Response, Failure> {
    see_other(&format!("{}?done={what}", home(locale)))
}

/// Says that the payment provider won't or can't; anything else is ours.
pub(crate) async fn failed(
    app: &App,
    publication: &Publication,
    locale: &Locale,
    reader: &Reader,
    error: BillingError,
) -> Result<Response, Failure> {
    match error {
        BillingError::NoSuchPurchase | BillingError::NoSuchPrice | BillingError::NoStripe => {
            Err(Failure::NotFound)
        }
        // It was possible when the page was shown.
        BillingError::NotNow | BillingError::Stale => {
            page(app, publication, locale, reader, StatusCode::CONFLICT, None, Some("not-now")).await
        }
        BillingError::Stripe(error) => {
            tracing::error!(%error, "a subscription couldn't be changed");
            page(app, publication, locale, reader, StatusCode::BAD_GATEWAY, None, Some("failed")).await
        }
        other => Err(other.into()),
    }
}

async fn page(
    app: &App,
    publication: &Publication,
    locale: &Locale,
    reader: &Reader,
    status: StatusCode,
    done: Option<&'static str>,
    problem: Option<&'static str>,
) -> Result<Response, Failure> {
    let path = home(locale);
    let Some(member) = member(reader) else { return see_other(&address::sign_in(locale, &path)) };
    let purchases = app.billing.purchases(member).await?;
    let invoices = app.billing.invoices(member).await?;
    let known = Known {
        plans: app.billing.plans().await?,
        prices: app.billing.prices().await?,
        policy: app.billing.policy(),
        now: app.clock.now(),
        locale,
        default: &publication.site.default_locale,
    };
    let mut views = Vec::with_capacity(purchases.len());
    for purchase in purchases.iter().filter(|own| is_subscription(own)) {
        let (detail, next) =
            tokio::join!(app.billing.detail(&purchase.id), app.billing.next_charge(purchase));
        views.push(known.purchase(purchase, &detail?, next));
    }
    let view = SubscriptionView {
        portal: !purchases.is_empty(),
        purchases: views,
        invoices: invoices.iter().map(invoice).collect(),
        done,
        problem,
    };
    let head = Head {
        path,
        title: framing::text(app, locale, "title-subscription"),
        robots: Some("noindex"),
        editions: publication
            .site
            .locales
            .iter()
            .map(|offered| (offered.locale.clone(), home(&offered.locale)))
            .collect(),
        ..Head::default()
    };
    let frame = framing::frame(app, publication, locale, head, true);
    let html = framing::render(app, publication, "subscription.html", &frame, "subscription", view)?;
    let answer = Encoded::html(html).answer_with(status, &Method::GET, &HeaderMap::new(), Freshness::Never);
    let mut answer = answer.map(axum::body::Body::new);
    if let Some(policy) = policy_with_forms_to(&app.settings.payment_origins) {
        answer.headers_mut().insert(CONTENT_SECURITY_POLICY, policy);
    }
    Ok(answer)
}

/// Whether it is looked after here: stories and gifts have pages of their own.
fn is_subscription(purchase: &Purchase) -> bool {
    matches!(purchase.facts.bought, Bought::Plan | Bought::Seats(_))
}

/// What a purchase is shown with.
struct Known<'a> {
    plans: Vec<Plan>,
    prices: Vec<Price>,
    policy: Policy,
    now: Timestamp,
    locale: &'a Locale,
    default: &'a Locale,
}

impl Known<'_> {
    fn purchase(&self, purchase: &Purchase, detail: &Detail, next: Option<Money>) -> PurchaseView {
        let facts = &purchase.facts;
        let plan = self.plans.iter().find(|plan| Some(&plan.key) == facts.plan.as_ref());
        let named = plan.and_then(|plan| offer::plan_view(plan, self.locale, self.default));
        let price = self.prices.iter().find(|price| Some(price.id) == purchase.price);
        let (open, why) = explain(facts, &self.policy, self.now);
        let live = facts.status.is_live();
        let ends_at = facts.ended_at.or(facts.cancel_at);
        let once = !live && open;
        PurchaseView {
            id: purchase.id.clone(),
            plan: named.map_or_else(
                || facts.plan.as_ref().map(ToString::to_string).unwrap_or_default(),
                |plan| plan.name,
            ),
            offer: price.map(offer::offer),
            why: why.as_str().to_owned(),
            open,
            renews_at: (live && ends_at.is_none() && !facts.collection_paused)
                .then(|| build::rfc3339(facts.period.until)),
            ends_at: ends_at.or(once.then_some(facts.period.until)).map(build::rfc3339),
            next,
            card: detail.card.as_ref().filter(|_| live).map(|card| CardView {
                name: notices::card(&card.brand, &card.last4),
                month: format!("{:04}-{:02}-01", card.year, card.month),
            }),
            off: detail.discount.as_ref().filter(|_| live).map(|discount| OffView {
                until: discount.until.map(build::rfc3339),
                ..offer::off_amount(discount.off)
            }),
            paused: live && facts.collection_paused,
            resumes_at: facts.resumes_at.filter(|_| live).map(build::rfc3339),
            can_pause: purchase.may_pause(),
            can_end: live && facts.cancel_at.is_none(),
            can_resume: live && facts.cancel_at.is_some(),
            can_change: live && open && facts.cancel_at.is_none() && purchase.price.is_some(),
        }
    }
}

fn invoice(invoice: &Invoice) -> InvoiceView {
    let refunded = Money::new(invoice.refunded, invoice.total.currency);
    InvoiceView {
        number: invoice.number.clone().unwrap_or_default(),
        status: invoice.status.clone(),
        total: invoice.total,
        refunded: (invoice.refunded > 0).then_some(refunded),
        url: invoice.url.clone(),
        date: build::rfc3339(invoice.created_at),
    }
}

/// The address of this page.
pub(crate) fn home(locale: &Locale) -> String {
    address::named(locale, "account/subscription")
}

pub(crate) fn member(reader: &Reader) -> Option<MemberId> {
    reader.member().map(|member| member.id)
}
