//! `/{locale}/search/suggest?q=`: what somebody may be about to type, for the field on the search
//! page and for browsers' own search fields (`OpenSearch` Suggestions 1.0).
//!
//! It is the same for everyone: titles and names, which are open. Without JavaScript nobody misses
//! it: the field is a plain form.

use axum::extract::{Query, State};
use axum::response::Response;
use http::request::Parts;
use serde_json::json;

use super::asked::Asked;
use crate::address;
use crate::app::App;
use crate::extract::Offered;
use crate::failure::Failure;
use crate::http::{Encoded, Freshness};
use crate::i18n::Formats;

/// Most suggestions of each kind.
const MOST: usize = 6;

pub(crate) async fn show(
    State(app): State<App>,
    Offered(locale, _): Offered,
    Query(asked): Query<Asked>,
    request: Parts,
) -> Result<Response, Failure> {
    let text = asked.text();
    // A field that can't suggest anything is still a field.
    let found = app.search.suggest(&text, &locale, MOST).await.unwrap_or_default();
    let (mut titles, mut notes, mut addresses) = (Vec::new(), Vec::new(), Vec::new());
    // From the database, so that nothing withdrawn is suggested.
    let ids: Vec<_> = found.stories.iter().map(|story| story.translation).collect();
    let cards = app.content.cards(&ids).await?;
    let formats = Formats::for_locale(&locale);
    for card in ids.iter().filter_map(|id| cards.iter().find(|card| card.translation == *id)) {
        titles.push(card.title.clone());
        notes.push(if card.locale == locale { String::new() } else { formats.language_name(&card.locale) });
        addresses.push(app.settings.absolute(&address::text(&card.locale, &card.slug)));
    }
    for label in found.labels {
        titles.push(label.name.clone());
        notes.push(String::new());
        let all = Asked::words(&label.name).toggled(label.kind.into(), &label.key);
        addresses.push(app.settings.absolute(&all.address(&locale, 1)));
    }
    let body = json!([text, titles, notes, addresses]).to_string();
    let body = Encoded::new(body, "application/x-suggestions+json");
    Ok(body.answer(&request.method, &request.headers, Freshness::Never).map(axum::body::Body::new))
}
