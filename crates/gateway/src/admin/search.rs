//! `/admin/search`: what readers search for, and what they don't find. Nobody's searches: only what
//! several have asked is shown.

use axum::extract::{Query, State};
use axum::response::Response;
use jiff::SignedDuration;
use kernel::Locale;
use search::Searched;
use serde::Deserialize;

use super::{Staff, page};
use crate::address;
use crate::app::App;
use crate::failure::Failure;
use crate::view::build;
use crate::view::desk::{Choice, SearchedView, SearchesView};

const PATH: &str = "/admin/search";
/// Rows of a list.
const ROWS: u64 = 50;
/// The days that can be looked back on.
const DAYS: [i64; 3] = [7, 30, 90];

#[derive(Deserialize)]
pub(crate) struct Asked {
    locale: Option<String>,
    days: Option<i64>,
}

/// `GET`
pub(crate) async fn show(
    State(app): State<App>,
    staff: Staff,
    Query(asked): Query<Asked>,
) -> Result<Response, Failure> {
    let locale = chosen(&staff, asked.locale.as_deref());
    let days = asked.days.filter(|days| DAYS.contains(days)).unwrap_or(30);
    let since = app.clock.now() - SignedDuration::from_hours(24 * (days - 1));
    let top = app.curation.top(&locale, since, ROWS).await?;
    let without = app.curation.without_result(&locale, since, ROWS).await?;
    let searched = |searched| searched_view(&locale, searched);
    let view = SearchesView {
        locales: locales(&staff, &locale),
        days: DAYS
            .iter()
            .map(|of| Choice { word: of.to_string(), name: String::new(), chosen: *of == days })
            .collect(),
        top: top.into_iter().map(searched).collect(),
        without: without.into_iter().map(searched).collect(),
        locale: locale.clone(),
    };
    page(&app, &staff, PATH, "title-admin-search", "admin/search.html", "searches", view)
}

/// A query, with what can be done about it.
pub(super) fn searched_view(locale: &Locale, searched: Searched) -> SearchedView {
    SearchedView {
        href: format!("{}?{}", address::named(locale, "search"), query("q", &searched.query)),
        pin_href: format!(
            "/admin/search/pins?{}&{}",
            query("locale", locale.as_str()),
            query("query", &searched.query)
        ),
        searches: searched.searches,
        query: searched.query,
    }
}

/// The language that is looked at: the one asked for if it is offered, else that of the interface,
/// else the first.
pub(super) fn chosen(staff: &Staff, asked: Option<&str>) -> Locale {
    let site = &staff.publication.site;
    let offered = |tag: &str| site.locales.iter().find(|offered| offered.locale.as_str() == tag);
    let found = asked.and_then(offered).or_else(|| offered(staff.locale.as_str()));
    found.map_or_else(|| site.default_locale.clone(), |offered| offered.locale.clone())
}

/// The languages that can be looked at.
pub(super) fn locales(staff: &Staff, chosen: &Locale) -> Vec<Choice> {
    let offered = staff.publication.site.locales.iter();
    offered
        .map(|offered| Choice {
            word: offered.locale.to_string(),
            name: build::language(&offered.locale, &staff.locale, String::new()).name,
            chosen: offered.locale == *chosen,
        })
        .collect()
}

/// A query of one pair.
pub(super) fn query(name: &str, value: &str) -> String {
    url::form_urlencoded::Serializer::new(String::new()).append_pair(name, value).finish()
}
