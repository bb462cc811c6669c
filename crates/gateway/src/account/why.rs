//! `/{locale}/account/why`: why can, or can't, I read a story, now or at a moment gone by?

use axum::extract::{Query, State};
use axum::response::Response;
use http::{HeaderMap, Method, StatusCode};
use serde::Deserialize;

use crate::address;
use crate::admin::explain::{moment, named};
use crate::app::App;
use crate::explain::recorded;
use crate::explain::words::{Audience, Words, names};
use crate::extract::{Offered, see_other};
use crate::failure::Failure;
use crate::framing::{self, Head};
use crate::http::{Encoded, Freshness};
use crate::reader::Reader;
use crate::view::desk::WhyView;

#[derive(Deserialize)]
pub(crate) struct Asked {
    #[serde(default)]
    story: String,
    #[serde(default)]
    at: String,
}

/// `GET`. Nobody keeps it; it is about the one who asks and nobody else.
pub(crate) async fn show(
    State(app): State<App>,
    Offered(locale, publication): Offered,
    reader: Reader,
    Query(asked): Query<Asked>,
) -> Result<Response, Failure> {
    let path = address::named(&locale, "account/why");
    let Some(member) = reader.member() else {
        return see_other(&address::sign_in(&locale, &address::why(&locale, &asked.story)));
    };
    let site = &publication.site;
    let mut view = WhyView {
        story: asked.story.trim().to_owned(),
        at: asked.at.trim().to_owned(),
        ..WhyView::default()
    };
    if !view.story.is_empty() {
        let (tag, slug) = named(&view.story);
        let article = app.content.story_named(tag.as_ref().or(Some(&locale)), &slug).await?;
        let article = match article {
            Some(article) => Some(article),
            None => app.content.story_named(None, &slug).await?,
        };
        let heading = match article {
            Some(article) => app.content.headings(&[article], &locale).await?.pop(),
            None => None,
        };
        match (heading, moment(&view.at, &site.time_zone, app.clock.now())) {
            (None, _) => view.problem = Some("story"),
            (Some(_), None) => view.problem = Some("at"),
            (Some(heading), Some(at)) => {
                let recorded =
                    recorded(&app.content, &app.accounts, &app.billing, member, &heading, at).await?;
                let plans = app.billing.plans().await?;
                let names = names(&plans, &locale, &site.default_locale);
                let words = Words::new(app.theme.texts(), &locale, site.time_zone.clone(), names);
                view.told = Some(words.tell(&recorded, &heading.title, &Audience::Member));
                view.href = Some(address::text(&heading.locale, &heading.slug));
            }
        }
    }
    let status = if view.problem.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let head = Head {
        path: path.clone(),
        title: framing::text(&app, &locale, "title-why"),
        robots: Some("noindex"),
        editions: site
            .locales
            .iter()
            .map(|offered| (offered.locale.clone(), address::named(&offered.locale, "account/why")))
            .collect(),
        ..Head::default()
    };
    let frame = framing::frame(&app, &publication, &locale, head, true);
    let html = framing::render(&app, &publication, "why.html", &frame, "why", view)?;
    let answer = Encoded::html(html).answer_with(status, &Method::GET, &HeaderMap::new(), Freshness::Never);
    Ok(answer.map(axum::body::Body::new))
}
