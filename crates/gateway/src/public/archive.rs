//! `/{locale}/archive` and `/{locale}/archive/{year}/{month}`: everything, by date.

use std::collections::BTreeMap;

use axum::extract::{Path, State};
use axum::response::Response;
use content::store::Shelf;
use http::request::Parts;
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan, civil};

use crate::address;
use crate::app::App;
use crate::extract::{Offered, PageNumber};
use crate::failure::Failure;
use crate::framing::{self, Head};
use crate::http::Encoded;
use crate::page_cache::{Page, Scope};
use crate::public::listing::{PER_PAGE, pager};
use crate::reader::Reader;
use crate::serve_page::{cached, plain_variant};
use crate::view::build;
use crate::view::frame::Preview;
use crate::view::listing::{ArchiveMonth, ArchiveView, ArchiveYear, ListingView};

/// Every month that has stories.
pub(crate) async fn index(
    State(app): State<App>,
    Offered(locale, publication): Offered,
    reader: Reader,
    request: Parts,
) -> Result<Response, Failure> {
    let path = address::archive(&locale, None);
    let render = || async {
        let times = app.content.published_times(&locale).await?;
        let mut years: BTreeMap<i16, BTreeMap<i8, u64>> = BTreeMap::new();
        for at in times {
            let day = publication.site.time_zone.to_datetime(at).date();
            *years.entry(day.year()).or_default().entry(day.month()).or_default() += 1;
        }
        let month = |year: i16, (month, stories): (i8, u64)| ArchiveMonth {
            month: format!("{year:04}-{month:02}-01"),
            href: address::archive(&locale, Some((year, month))),
            stories,
        };
        let years = years.into_iter().rev().map(|(year, months)| ArchiveYear {
            year: year.to_string(),
            months: months.into_iter().rev().map(|counted| month(year, counted)).collect(),
        });
        let view = ArchiveView { years: years.collect() };
        let head = Head {
            path: path.clone(),
            title: framing::text(&app, &locale, "title-archive"),
            editions: publication
                .site
                .locales
                .iter()
                .map(|offered| (offered.locale.clone(), address::archive(&offered.locale, None)))
                .collect(),
            preview: Preview { kind: "website", ..Preview::default() },
            ..Head::default()
        };
        let frame = framing::frame(&app, &publication, &locale, head, reader.is_signed_in());
        let html = framing::render(&app, &publication, "archive.html", &frame, "archive", view)?;
        let scope = Scope::Language(locale.clone());
        Ok(Page { body: Encoded::html(html), variant: plain_variant(&reader), scope, expires_at: None })
    };
    cached(&app, &reader, &request, &path, render).await
}

/// The stories of a month, in the site's time zone.
pub(crate) async fn month(
    State(app): State<App>,
    Offered(locale, publication): Offered,
    Path((_, year, month)): Path<(String, String, String)>,
    PageNumber(page): PageNumber,
    reader: Reader,
    request: Parts,
) -> Result<Response, Failure> {
    let day = first_day(&year, &month).ok_or(Failure::NotFound)?;
    let first = address::archive(&locale, Some((day.year(), day.month())));
    let path = address::paged(&first, page);
    let render = || async {
        let (from, to) = bounds(day, &publication.site.time_zone).ok_or(Failure::NotFound)?;
        let shelf = Shelf::Month { from, to };
        let listing = app.content.shelf(&locale, shelf, (page - 1) * PER_PAGE, PER_PAGE).await?;
        if listing.total == 0 {
            return Err(Failure::NotFound);
        }
        let view = ListingView {
            kind: "month",
            name: String::new(),
            description: String::new(),
            month: Some(day.to_string()),
            cards: build::cards(&listing.cards),
            total: listing.total,
            pager: pager(&first, page, &listing)?,
            feed: None,
        };
        let head = Head {
            path: path.clone(),
            title: crate::i18n::Formats::for_locale(&app.theme.texts().nearest(&locale)).month(day),
            preview: Preview { kind: "website", ..Preview::default() },
            ..Head::default()
        };
        let frame = framing::frame(&app, &publication, &locale, head, reader.is_signed_in());
        let html = framing::render(&app, &publication, "listing.html", &frame, "listing", view)?;
        let scope = Scope::Language(locale.clone());
        Ok(Page { body: Encoded::html(html), variant: plain_variant(&reader), scope, expires_at: None })
    };
    cached(&app, &reader, &request, &path, render).await
}

/// Four and two digits, as addresses are written; anything else is no address.
fn first_day(year: &str, month: &str) -> Option<civil::Date> {
    let digits = |text: &str, len| text.len() == len && text.bytes().all(|b| b.is_ascii_digit());
    let well_formed = digits(year, 4) && digits(month, 2);
    if !well_formed {
        return None;
    }
    civil::Date::new(year.parse().ok()?, month.parse().ok()?, 1).ok()
}

fn bounds(day: civil::Date, time_zone: &TimeZone) -> Option<(Timestamp, Timestamp)> {
    let next = day.checked_add(1.month()).ok()?;
    let midnight = |day: civil::Date| time_zone.to_timestamp(day.at(0, 0, 0, 0)).ok();
    Some((midnight(day)?, midnight(next)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_have_one_address() {
        assert_eq!(first_day("2025", "09"), Some(civil::date(2025, 9, 1)));
        for (year, month) in [("2025", "9"), ("2025", "13"), ("25", "09"), ("2025", "00"), ("+202", "09")] {
            assert_eq!(first_day(year, month), None, "{year}/{month}");
        }
    }

    #[test]
    fn months_begin_at_the_sites_midnight() {
        let berlin = TimeZone::get("Europe/Berlin").expect("a time zone");
        let (from, to) = bounds(civil::date(2026, 10, 1), &berlin).expect("in range");
        assert_eq!(from.to_string(), "2026-09-30T22:00:00Z");
        assert_eq!(to.to_string(), "2026-10-31T23:00:00Z");
    }
}
