//! `/{locale}/subscribe`: what subscribers get, and how to become one.

use axum::extract::State;
use axum::response::Response;
use http::request::Parts;
use kernel::Email;

use crate::address;
use crate::app::App;
use crate::extract::Offered;
use crate::failure::Failure;
use crate::framing::{self, Head};
use crate::http::{Encoded, Freshness};
use crate::reader::Reader;
use crate::view::frame::Preview;
use crate::view::subscribe::{PlanView, SubscribeView};

/// Not kept in memory: it marks the plans the reader has.
pub(crate) async fn show(
    State(app): State<App>,
    Offered(locale, publication): Offered,
    reader: Reader,
    request: Parts,
) -> Result<Response, Failure> {
    let reach = reader.reach(app.clock.now());
    let held: Vec<_> = reach.plans().collect();
    let plans = app.billing.plans().await?;
    let plans = plans.iter().filter_map(|plan| {
        let text = plan.text(&locale).or_else(|| plan.text(&publication.site.default_locale))?;
        Some(PlanView {
            key: plan.key.to_string(),
            name: text.name.clone(),
            description: text.description.clone(),
            benefits: text.benefits.clone(),
            held: held.contains(&&plan.key),
        })
    });
    let view = SubscribeView {
        plans: plans.collect(),
        contact: publication.site.contact.as_ref().map(Email::to_string),
    };
    let head = Head {
        path: address::named(&locale, "subscribe"),
        title: framing::text(&app, &locale, "title-subscribe"),
        editions: publication
            .site
            .locales
            .iter()
            .map(|offered| (offered.locale.clone(), address::named(&offered.locale, "subscribe")))
            .collect(),
        preview: Preview { kind: "website", ..Preview::default() },
        ..Head::default()
    };
    let frame = framing::frame(&app, &publication, &locale, head, reader.is_signed_in());
    let html = framing::render(&app, &publication, "subscribe.html", &frame, "subscribe", view)?;
    let freshness = if reader.is_signed_in() { Freshness::Private } else { Freshness::Shared };
    Ok(Encoded::html(html).answer(&request.method, &request.headers, freshness).map(axum::body::Body::new))
}
