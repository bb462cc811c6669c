//! A story that exists, but not in the language asked for: offered in those it has.

use axum::response::Response;
use content::Edition;
use content::store::Shelf;
use http::header::ACCEPT_LANGUAGE;
use http::{HeaderMap, Method, StatusCode};
use kernel::Locale;

use crate::address;
use crate::app::App;
use crate::extract::redirect;
use crate::failure::Failure;
use crate::framing::{self, Head};
use crate::http::{Encoded, Freshness};
use crate::i18n::accepted;
use crate::publication::Publication;
use crate::reader::Reader;
use crate::view::build;
use crate::view::listing::{ElsewhereView, TitledEdition};

/// The page in the language asked for, if the story has it under another slug; otherwise the
/// languages it has, those the reader knows first: by a member's list, or by what the browser says.
pub(crate) async fn show(
    app: &App,
    publication: &Publication,
    locale: &Locale,
    slug: &str,
    editions: &[Edition],
    reader: &Reader,
    headers: &HeaderMap,
) -> Result<Response, Failure> {
    if let Some(edition) = editions.iter().find(|edition| edition.locale == *locale) {
        return redirect(&address::text(locale, &edition.slug));
    }
    let header = headers.get(ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok());
    let accepted = accepted(header.unwrap_or_default());
    let languages = match reader.member() {
        Some(member) => member.languages.iter(),
        None => accepted.iter(),
    };
    let sorted = best_first(editions, languages);
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

/// The editions, those in the reader's languages first and in their order.
fn best_first<'a>(editions: &'a [Edition], languages: impl Iterator<Item = &'a Locale>) -> Vec<&'a Edition> {
    let mut rest: Vec<&Edition> = editions.iter().collect();
    let mut sorted = Vec::with_capacity(rest.len());
    for language in languages {
        let there: Vec<Locale> = rest.iter().map(|edition| edition.locale.clone()).collect();
        if let Some(best) = accounts::best_of([language], &there) {
            sorted.extend(rest.extract_if(.., |edition| edition.locale == best));
        }
    }
    sorted.extend(rest);
    sorted
}

#[cfg(test)]
mod tests {
    use jiff::Timestamp;
    use kernel::TranslationId;

    use super::*;

    #[test]
    fn a_reader_is_offered_their_own_languages_first() {
        let locale = |tag: &str| tag.parse::<Locale>().expect("a tag");
        let edition = |tag: &str| Edition {
            translation: TranslationId::new(Timestamp::UNIX_EPOCH),
            locale: locale(tag),
            slug: String::new(),
            title: String::new(),
            published_at: None,
            updated_at: None,
        };
        let there = [edition("de"), edition("en"), edition("fr"), edition("pt-BR")];
        let reads = [locale("pt"), locale("ja"), locale("fr")];
        let sorted = best_first(&there, reads.iter());
        let tags: Vec<_> = sorted.iter().map(|edition| edition.locale.as_str()).collect();
        assert_eq!(tags, ["pt-BR", "fr", "de", "en"]);
    }
}
