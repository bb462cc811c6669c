//! `/{locale}/`: the front page.

use axum::extract::State;
use axum::response::Response;
use content::store::Shelf;
use content::{Card, Term};
use http::request::Parts;
use jiff::{Timestamp, ToSpan};
use kernel::Locale;

use crate::address;
use crate::app::App;
use crate::extract::Offered;
use crate::failure::Failure;
use crate::framing::{self, Head};
use crate::http::Encoded;
use crate::page_cache::{Page, Scope};
use crate::public::structured;
use crate::publication::Publication;
use crate::reader::Reader;
use crate::serve_page::{cached, plain_variant};
use crate::view::build;
use crate::view::frame::Preview;
use crate::view::listing::{FrontView, SectionBlock};

/// Stories beside the lead.
const LATEST: usize = 5;
/// Stories of each section.
const PER_SECTION: usize = 4;

pub(crate) async fn show(
    State(app): State<App>,
    Offered(locale, publication): Offered,
    reader: Reader,
    request: Parts,
) -> Result<Response, Failure> {
    let path = address::front(&locale);
    let render = || async {
        let now = app.clock.now().to_zoned_datetime(publication.site.time_zone.clone());
        let view = view(&app, &locale).await?;
        let frame = framing::frame(
            &app,
            &publication,
            &locale,
            head(&app, &publication, &locale, &now),
            reader.is_signed_in(),
        );
        let html = framing::render(&app, &publication, "front.html", &frame, "front", view)?;
        Ok(Page {
            body: Encoded::html(html),
            variant: plain_variant(&reader),
            scope: Scope::Language(locale.clone()),
            expires_at: Some(midnight(&now)),
        })
    };
    cached(&app, &reader, &request, &path, render).await
}

/// The page as a visitor sees it, with another sheet for what staff have chosen; kept nowhere.
pub(crate) async fn preview(app: &App, locale: &Locale, look_href: String) -> Result<String, Failure> {
    let publication = app.publications.current().await?;
    let now = app.clock.now().to_zoned_datetime(publication.site.time_zone.clone());
    let mut frame = framing::frame(app, &publication, locale, head(app, &publication, locale, &now), false);
    frame.look_href = Some(look_href);
    framing::render(app, &publication, "front.html", &frame, "front", view(app, locale).await?)
}

/// The lead, the newest, and some of each section.
async fn view(app: &App, locale: &Locale) -> Result<FrontView, Failure> {
    let newest = app.content.shelf(locale, Shelf::All, 0, LATEST as u64 + 1).await?;
    // Enough to leave out those that stand above already.
    let sections = app.content.by_section(locale, (PER_SECTION + LATEST + 1) as u64).await?;
    let above: Vec<_> = newest.cards.iter().map(|card| card.article).collect();
    let mut cards = build::cards(&newest.cards).into_iter();
    let block = |(section, cards): (Term, Vec<Card>)| {
        let cards: Vec<_> =
            cards.into_iter().filter(|card| !above.contains(&card.article)).take(PER_SECTION).collect();
        if cards.is_empty() {
            return None;
        }
        let name = section.names.iter().find(|name| name.locale == *locale)?;
        let href = address::term(locale, section.kind, &name.slug);
        Some(SectionBlock { name: name.name.clone(), href, cards: build::cards(&cards) })
    };
    Ok(FrontView {
        lead: cards.next(),
        latest: cards.collect(),
        sections: sections.into_iter().filter_map(block).collect(),
    })
}

fn head(app: &App, publication: &Publication, locale: &Locale, now: &jiff::ZonedDateTime) -> Head {
    let own = publication.offered(locale);
    let languages = publication.site.locales.iter();
    Head {
        path: address::front(locale),
        title: own.map(|own| own.tagline.clone()).unwrap_or_default(),
        description: own.map(|own| own.tagline.clone()).unwrap_or_default(),
        editions: languages
            .map(|offered| (offered.locale.clone(), address::front(&offered.locale)))
            .collect(),
        preview: Preview { kind: "website", ..Preview::default() },
        json_ld: Some(structured::website(app, publication, locale)),
        today: Some(now.date().to_string()),
        ..Head::default()
    }
}

/// The next midnight of the site: the masthead carries the date.
fn midnight(now: &jiff::ZonedDateTime) -> Timestamp {
    let tomorrow = now.checked_add(1.day()).and_then(|tomorrow| tomorrow.start_of_day());
    tomorrow.map_or(Timestamp::MAX, |midnight| midnight.timestamp())
}
