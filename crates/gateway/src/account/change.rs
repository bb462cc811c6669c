//! `/{locale}/account/subscription/change`: moving to another plan or interval, after seeing what
//! it costs now.

use axum::Form;
use axum::extract::{Query, State};
use axum::response::Response;
use billing::{BillingError, Every, Price, PriceId, Purchase};
use http::{HeaderMap, Method, StatusCode};
use jiff::Timestamp;
use kernel::{Locale, MemberId};
use serde::Deserialize;
use url::form_urlencoded;

use super::subscription::{failed, home, member};
use crate::address;
use crate::app::App;
use crate::extract::{Offered, see_other};
use crate::failure::Failure;
use crate::framing::{self, Head};
use crate::http::{Encoded, Freshness};
use crate::publication::Publication;
use crate::reader::Reader;
use crate::subscribe::offer;
use crate::view::subscribe::{ChangeView, ChosenView, OfferView};

#[derive(Default, Deserialize)]
pub(crate) struct Wanted {
    #[serde(default)]
    pub(crate) purchase: String,
    /// A price.
    pub(crate) to: Option<String>,
    /// When what it costs was shown, in seconds after 1970.
    #[serde(default)]
    pub(crate) shown: Option<i64>,
    /// Whether it was shown before, too long ago.
    pub(crate) anew: Option<String>,
}

impl Wanted {
    /// When what it costs was shown; long ago if that isn't said.
    pub(crate) fn shown_at(&self) -> Timestamp {
        let shown = self.shown.and_then(|shown| Timestamp::from_second(shown).ok());
        shown.unwrap_or(Timestamp::UNIX_EPOCH)
    }
}

/// `GET`: the plans to choose from; with `to`, what moving there would cost.
pub(crate) async fn show(
    State(app): State<App>,
    Offered(locale, publication): Offered,
    reader: Reader,
    Query(wanted): Query<Wanted>,
) -> Result<Response, Failure> {
    let Some(member) = member(&reader) else {
        return see_other(&address::sign_in(&locale, &home(&locale)));
    };
    let own = app.billing.purchases(member).await?;
    let own = own.into_iter().find(|own| own.id == wanted.purchase && own.facts.status.is_live());
    let Some(own) = own else { return see_other(&home(&locale)) };
    let view = match choices(&app, &publication, &locale, member, &own, &wanted).await {
        Ok(view) => view,
        Err(error) => return failed(&app, &publication, &locale, &reader, error).await,
    };
    let head = Head {
        path: home(&locale),
        title: framing::text(&app, &locale, "title-change"),
        robots: Some("noindex"),
        ..Head::default()
    };
    let frame = framing::frame(&app, &publication, &locale, head, true);
    let html = framing::render(&app, &publication, "change.html", &frame, "change", view)?;
    let answer =
        Encoded::html(html).answer_with(StatusCode::OK, &Method::GET, &HeaderMap::new(), Freshness::Never);
    Ok(answer.map(axum::body::Body::new))
}

/// Where a subscription can move to, and what moving to the price that is wanted would cost now.
pub(crate) async fn choices(
    app: &App,
    publication: &Publication,
    locale: &Locale,
    member: MemberId,
    own: &Purchase,
    wanted: &Wanted,
) -> Result<ChangeView, BillingError> {
    let prices = app.billing.prices().await?;
    let current = prices.iter().find(|price| Some(price.id) == own.price);
    // Stripe can't change the currency of a running subscription.
    let fits = |price: &&Price| {
        price.offered
            && Some(price.id) != own.price
            && !matches!(price.every, Every::Pass { .. })
            && current.is_some_and(|current| current.amount.currency == price.amount.currency)
    };
    let plans = app.billing.plans().await?;
    let default = &publication.site.default_locale;
    let views = plans.iter().filter_map(|plan| {
        let mut view = offer::plan_view(plan, locale, default)?;
        view.held = own.facts.plan.as_ref() == Some(&plan.key);
        let own = prices.iter().filter(|price| price.plan == plan.key).filter(fits);
        view.offers = own.map(offer_to_subscriber).collect();
        (!view.offers.is_empty()).then_some(view)
    });
    let views = views.collect();
    let to: Option<PriceId> = wanted.to.as_deref().and_then(|to| to.parse().ok());
    let chosen = match prices.iter().filter(fits).find(|price| Some(price.id) == to) {
        None => None,
        Some(price) => {
            let preview = app.billing.preview_change(member, &own.id, price.id).await?;
            let plan = plans.iter().find(|plan| plan.key == price.plan);
            let named = plan.and_then(|plan| offer::plan_view(plan, locale, default));
            Some(ChosenView {
                plan: named.map_or_else(|| price.plan.to_string(), |plan| plan.name),
                offer: offer_to_subscriber(price),
                due: preview.due,
                credit: (preview.credit.minor > 0).then_some(preview.credit),
                shown: preview.at.as_second(),
            })
        }
    };
    Ok(ChangeView { purchase: own.id.clone(), plans: views, chosen, anew: wanted.anew.is_some() })
}

/// Who subscribes already has no trial.
fn offer_to_subscriber(price: &Price) -> OfferView {
    OfferView { trial_days: 0, ..offer::offer(price) }
}

/// `POST`: moves there.
pub(crate) async fn make(
    State(app): State<App>,
    Offered(locale, publication): Offered,
    reader: Reader,
    Form(wanted): Form<Wanted>,
) -> Result<Response, Failure> {
    let Some(member) = member(&reader) else { return see_other(&home(&locale)) };
    let to: PriceId = wanted.to.as_deref().and_then(|to| to.parse().ok()).ok_or(Failure::NotFound)?;
    match app.billing.change_price(member, &wanted.purchase, to, wanted.shown_at()).await {
        // Shown too long ago: it is shown anew, as it is now.
        Err(BillingError::Stale) => {
            let query = form_urlencoded::Serializer::new(String::new())
                .append_pair("purchase", &wanted.purchase)
                .append_pair("to", &to.to_string())
                .append_pair("anew", "1")
                .finish();
            see_other(&format!("{}/change?{query}", home(&locale)))
        }
        Ok(()) => see_other(&format!("{}?done=changed", home(&locale))),
        Err(error) => failed(&app, &publication, &locale, &reader, error).await,
    }
}
