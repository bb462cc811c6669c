//! JSON-LD for search engines (schema.org).

use content::Reading;
use kernel::{Access, Locale};
use serde_json::{Value, json};

use crate::address;
use crate::app::App;
use crate::publication::Publication;

/// A story as `NewsArticle`.
///
/// The remainder of a closed article is withheld by the server and is in nobody's page who may not
/// read it, so there is no `hasPart` to point at: `isAccessibleForFree` says all there is (Google,
/// "Subscription and paywalled content").
pub(crate) fn article(app: &App, publication: &Publication, path: &str, reading: &Reading) -> Value {
    let absolute = |path: &str| app.settings.absolute(path);
    let edition = |edition: &content::Edition| json!({ "@id": absolute(&address::text(&edition.locale, &edition.slug)), "@type": "NewsArticle", "inLanguage": edition.locale });
    let source = reading.editions.iter().find(|edition| edition.locale == reading.source_locale);
    let others = reading.editions.iter().filter(|edition| edition.locale != reading.locale);
    let mut json = json!({
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "@id": absolute(path),
        "mainEntityOfPage": absolute(path),
        "headline": reading.title,
        "description": described(reading),
        "inLanguage": reading.locale,
        "isAccessibleForFree": reading.access == Access::Public,
        "wordCount": reading.words,
        "timeRequired": format!("PT{}M", reading.minutes),
        "datePublished": reading.published_at,
        "dateModified": reading.updated_at.or(reading.published_at),
        "author": reading.authors.iter().map(|author| json!({ "@type": "Organization", "name": author.name })).collect::<Vec<_>>(),
        "publisher": publisher(app, publication, &reading.locale),
        "keywords": reading.tags.iter().map(|tag| &tag.name).collect::<Vec<_>>(),
    });
    if let Some(section) = &reading.section {
        json["articleSection"] = json!(section.name);
    }
    if let Some(cover) = &reading.cover {
        json["image"] = json!([absolute(&address::media_cut(&cover.hash, "og.jpg", cover.focus))]);
    }
    // Translations are of the source: among themselves they aren't, even where the source isn't
    // published.
    if reading.locale == reading.source_locale {
        json["workTranslation"] = others.map(edition).collect();
    } else if let Some(source) = source {
        json["translationOfWork"] = edition(source);
    }
    json
}

/// What a text is about, for those who show it elsewhere: its description, or else its standfirst.
pub(crate) fn described(reading: &Reading) -> &str {
    if reading.description.is_empty() { &reading.standfirst } else { &reading.description }
}

/// The publication as `WebSite` with its search.
pub(crate) fn website(app: &App, publication: &Publication, locale: &Locale) -> Value {
    let home = app.settings.absolute(&address::front(locale));
    let search = app.settings.absolute(&address::named(locale, "search"));
    json!({
        "@context": "https://schema.org",
        "@type": "WebSite",
        "@id": home,
        "url": home,
        "name": publication.offered(locale).map(|own| &own.name),
        "inLanguage": locale,
        "potentialAction": {
            "@type": "SearchAction",
            "target": format!("{search}?q={{search_term_string}}"),
            "query-input": "required name=search_term_string",
        },
    })
}

fn publisher(app: &App, publication: &Publication, locale: &Locale) -> Value {
    json!({
        "@type": "NewsMediaOrganization",
        "name": publication.offered(locale).map(|own| &own.name),
        "url": app.settings.absolute(&address::front(locale)),
    })
}
