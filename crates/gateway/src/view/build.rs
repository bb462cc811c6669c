//! From what is stored to what templates see.

use content::{Card, Cover, Edition, TermKind, TermLink};
use jiff::Timestamp;
use kernel::{Access, ArticleId, Locale};

use super::courtesy::StoryLink;
use super::{CardView, Html, LanguageLink, Link, PictureView};
use crate::address;
use crate::i18n::Formats;
use crate::reader::Reader;

/// A story in a list.
pub(crate) fn card(card: &Card) -> CardView {
    CardView {
        href: address::text(&card.locale, &card.slug),
        lang: card.locale.clone(),
        title: card.title.clone(),
        title_html: Html(card.title_html.clone()),
        standfirst: card.standfirst.clone(),
        section: card.section.as_ref().map(|section| term(section, &card.locale)),
        authors: card.authors.iter().map(|author| term(author, &card.locale)).collect(),
        published_at: card.published_at.map(rfc3339),
        minutes: card.minutes,
        cover: card.cover.as_ref().map(picture),
        access: access_word(&card.access),
    }
}

/// Stories in a list.
pub(crate) fn cards(cards: &[Card]) -> Vec<CardView> {
    cards.iter().map(card).collect()
}

/// Of a story's editions, the one for a page in `locale`: in its language, or in the first that the
/// reader knows.
pub(crate) fn best_edition<'a>(
    editions: impl IntoIterator<Item = &'a Card>,
    locale: &Locale,
    reader: &Reader,
) -> Option<&'a Card> {
    let known: Vec<&Locale> =
        reader.member().map(|member| member.languages.iter().collect()).unwrap_or_default();
    let place = |card: &&Card| {
        let wanted = std::iter::once(locale).chain(known.iter().copied());
        wanted.into_iter().position(|wanted| *wanted == card.locale).unwrap_or(usize::MAX)
    };
    editions.into_iter().min_by_key(|card| (place(card), card.locale.to_string()))
}

/// A story by its title, in the best language for a page in `locale`; none if it isn't published
/// any more.
pub(crate) fn story_link(
    cards: &[Card],
    article: ArticleId,
    locale: &Locale,
    reader: &Reader,
) -> Option<StoryLink> {
    let card = best_edition(cards.iter().filter(|card| card.article == article), locale, reader)?;
    Some(StoryLink {
        title: card.title.clone(),
        href: address::text(&card.locale, &card.slug),
        lang: card.locale.clone(),
    })
}

/// A section, tag or author on a page in `locale`.
pub(crate) fn term(term: &TermLink, locale: &Locale) -> Link {
    Link {
        name: term.name.clone(),
        href: term.slug.as_ref().map(|slug| address::term(locale, term.kind, slug)),
        lang: (term.locale != *locale).then(|| term.locale.clone()),
        current: false,
    }
}

/// A picture in all the sizes it has.
pub(crate) fn picture(cover: &Cover) -> PictureView {
    let widths: Vec<u32> = content::media::widths_for(cover.width).collect();
    let srcset = |extension: &str| {
        let sizes = widths.iter().map(|width| {
            format!("{} {width}w", address::media(&cover.hash, &format!("w{width}.{extension}")))
        });
        sizes.collect::<Vec<_>>().join(", ")
    };
    let middle = widths.iter().rev().find(|width| **width <= 960).or(widths.first()).copied().unwrap_or(480);
    PictureView {
        src: address::media(&cover.hash, &format!("w{middle}.jpg")),
        jpeg_srcset: srcset("jpg"),
        webp_srcset: srcset("webp"),
        width: cover.width,
        height: cover.height,
        alt: cover.alt.clone(),
        caption: cover.caption.clone(),
        credit: cover.credit.clone(),
    }
}

/// An edition of a story, named in the language of the page.
pub(crate) fn edition(edition: &Edition, page: &Locale) -> LanguageLink {
    let href = address::text(&edition.locale, &edition.slug);
    language(&edition.locale, page, href)
}

/// A language, named in the language of the page.
pub(crate) fn language(locale: &Locale, page: &Locale, href: String) -> LanguageLink {
    LanguageLink {
        lang: locale.clone(),
        dir: locale.direction(),
        name: Formats::for_locale(page).language_name(locale),
        autonym: capitalised(&Formats::for_locale(locale).language_name(locale)),
        href,
        current: locale == page,
    }
}

/// Names of languages stand alone in menus, where every language capitalises.
fn capitalised(name: &str) -> String {
    let mut letters = name.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// A moment for `datetime` attributes and feeds.
pub(crate) fn rfc3339(at: Timestamp) -> String {
    at.to_string()
}

/// One word for the kind of rule.
pub(crate) fn access_word(access: &Access) -> &'static str {
    match access {
        Access::Public => "public",
        Access::Members => "members",
        Access::Paid => "paid",
        Access::Plans(_) => "plans",
    }
}

/// The listing a kind of term has under `/{locale}/`.
pub(crate) fn term_word(kind: TermKind) -> &'static str {
    match kind {
        TermKind::Section => "section",
        TermKind::Tag => "tag",
        TermKind::Author => "author",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn languages_are_named_twice() {
        let (french, german): (Locale, Locale) = ("fr".parse().expect("a tag"), "de".parse().expect("a tag"));
        let link = language(&french, &german, "/fr/".to_owned());
        assert_eq!((link.name.as_str(), link.autonym.as_str()), ("Französisch", "Français"));
        assert!(!link.current);
    }
}
