//! A story that exists, but not in the language asked for: offered in those it has.

use axum::response::Response;
use content::Edition;
use content::store::Shelf;
use http::{HeaderMap, Method, StatusCode};
use kernel::Locale;

use crate::address;
use crate::app::App;
use crate::extract::redirect;
use crate::failure::Failure;
use crate::framing::{self, Head};
use crate::http::{Encoded, Freshness};
use crate::publication::Publication;
use crate::reader::Reader;
use crate::view::build;
use crate::view::listing::{ElsewhereView, TitledEdition};

/// The page in the language asked for, if the story has it under another slug; otherwise the
/// languages it has, those the reader knows first.
pub(crate) async fn show(
    app: &App,
    publication: &Publication,
    locale: &Locale,
    slug: &str,
    editions: &[Edition],
    reader: &Reader,
) -> Result<Response, Failure> {
    if let Some(edition) = editions.iter().find(|edition| edition.locale == *locale) {
        return redirect(&address::text(locale, &edition.slug));
    }
    let languages: Vec<&Locale> =
        reader.member().map(|member| member.languages.iter().collect()).unwrap_or_default();
    let place = |edition: &Edition| languages.iter().position(|known| **known == edition.locale);
    let mut sorted: Vec<&Edition> = editions.iter().collect();
    sorted.sort_by_key(|edition| place(edition).unwrap_or(usize::MAX));
    let view = ElsewhereView {
        editions: sorted
            .into_iter()
            .map(|edition| TitledEdition {
                link: build::edition(edition, locale),
                title: edition.title.clone(),
            })
            .collect(),
        latest: build::cards(&app.content.shelf(locale, Shelf::All, 0, 4).await?.cards),
    };
    let head = Head {
        path: address::text(locale, slug),
        title: framing::text(app, locale, "title-elsewhere"),
        robots: Some("noindex"),
        editions: editions
            .iter()
            .map(|edition| (edition.locale.clone(), address::text(&edition.locale, &edition.slug)))
            .collect(),
        ..Head::default()
    };
    let frame = framing::frame(app, publication, locale, head, reader.is_signed_in());
    let html = framing::render(app, publication, "elsewhere.html", &frame, "elsewhere", view)?;
    let answer = Encoded::html(html).answer_with(
        StatusCode::NOT_FOUND,
        &Method::GET,
        &HeaderMap::new(),
        Freshness::Never,
    );
    Ok(answer.map(axum::body::Body::new))
}
