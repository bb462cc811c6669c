//! `/{locale}/search/suggest?q=`: what somebody may be about to type, for the field on the search
//! page and for browsers' own search fields (`OpenSearch` Suggestions 1.0; browsers pass over what
//! comes after the four lists).
//!
//! It is the same for everyone: titles and names, which are open, and what visitors often search for
//! and find. Without JavaScript nobody misses it: the field is a plain form.

use axum::extract::{Query, State};
use axum::response::Response;
use http::request::Parts;
use kernel::{Locale, Reach};
use serde_json::json;

use super::asked::Asked;
use crate::address;
use crate::app::App;
use crate::extract::Offered;
use crate::failure::Failure;
use crate::framing;
use crate::http::{Encoded, Freshness};
use crate::i18n::{Argument, Formats};

/// Most suggestions of each kind.
const MOST: usize = 6;
/// Most of them that are others' searches.
const MOST_POPULAR: usize = 2;

/// Suggestions in the order in which they are shown.
#[derive(Default)]
struct Lists {
    titles: Vec<String>,
    notes: Vec<String>,
    addresses: Vec<String>,
}

pub(crate) async fn show(
    State(app): State<App>,
    Offered(locale, _): Offered,
    Query(asked): Query<Asked>,
    request: Parts,
) -> Result<Response, Failure> {
    let text = asked.text();
    let mut lists = Lists::default();
    for query in popular(&app, &locale, &text).await {
        let note = framing::text(&app, &locale, "suggest-popular");
        let address = app.settings.absolute(&Asked::words(&query).address(&locale, 1));
        lists.add(query, note, address);
    }
    // A field that can't suggest anything is still a field.
    let found = app.search.suggest(&text, &locale, MOST).await.unwrap_or_default();
    // From the database, so that nothing withdrawn is suggested.
    let ids: Vec<_> = found.stories.iter().map(|story| story.translation).collect();
    let cards = app.content.cards(&ids).await?;
    let formats = Formats::for_locale(&locale);
    for card in ids.iter().filter_map(|id| cards.iter().find(|card| card.translation == *id)) {
        let note = if card.locale == locale { String::new() } else { formats.language_name(&card.locale) };
        let address = app.settings.absolute(&address::text(&card.locale, &card.slug));
        lists.add(card.title.clone(), note, address);
    }
    for label in found.labels {
        let all = Asked::words(&label.name).toggled(label.kind.into(), &label.key);
        lists.add(label.name, String::new(), app.settings.absolute(&all.address(&locale, 1)));
    }
    let count = Argument::Number(i64::try_from(lists.titles.len()).unwrap_or(i64::MAX));
    let status = framing::text_with(&app, &locale, "suggest-count", &[("count", count)]);
    let Lists { titles, notes, addresses } = lists;
    let body = json!([text, titles, notes, addresses, { "status": status }]).to_string();
    let body = Encoded::new(body, "application/x-suggestions+json");
    Ok(body.answer(&request.method, &request.headers, Freshness::Never).map(axum::body::Body::new))
}

/// What others search for that goes on as this does, if a visitor finds something with it now.
async fn popular(app: &App, locale: &Locale, text: &str) -> Vec<String> {
    let queries = match app.curation.popular(locale, text, MOST_POPULAR).await {
        Ok(queries) => queries,
        Err(error) => {
            tracing::error!(%error, "suggesting without popular searches");
            return Vec::new();
        }
    };
    let mut found = Vec::with_capacity(queries.len());
    for query in queries {
        let asked =
            search::Query { limit: 1, ..search::Query::new(&query, locale.clone(), Reach::visitor()) };
        let answer = app.search.search(&asked).await;
        // What only comes close to it doesn't count: the words may be in no text any more.
        if answer.is_ok_and(|answer| answer.total > 0 && answer.instead.is_none()) {
            found.push(query);
        }
    }
    found
}

impl Lists {
    fn add(&mut self, title: String, note: String, address: String) {
        self.titles.push(title);
        self.notes.push(note);
        self.addresses.push(address);
    }
}
