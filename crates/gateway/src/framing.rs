//! Putting the frame around a page: head, masthead, navigation, language switch.

use kernel::Locale;
use minijinja::value::Serde;
use serde::Serialize;

use crate::address;
use crate::app::App;
use crate::failure::Failure;
use crate::i18n::{self, Argument};
use crate::menu;
use crate::publication::Publication;
use crate::view::frame::{Alternate, Feed, Preview};
use crate::view::{Frame, Html, Link, build};

/// What a page says about itself.
#[derive(Debug, Default)]
pub(crate) struct Head {
    /// The address of the page, as it is linked.
    pub(crate) path: String,
    pub(crate) title: String,
    pub(crate) description: String,
    /// Kept out of search engines: personal pages, results, errors.
    pub(crate) robots: Option<&'static str>,
    /// The same page in other languages (and this one); empty if it has no counterparts.
    pub(crate) editions: Vec<(Locale, String)>,
    pub(crate) preview: Preview,
    pub(crate) json_ld: Option<serde_json::Value>,
    /// Feed of this page, besides that of the language.
    pub(crate) feed: Option<Feed>,
    /// The section whose page or story this is.
    pub(crate) section: Option<String>,
    /// Today, for the front page.
    pub(crate) today: Option<String>,
}

/// The frame of a page in `locale`.
pub(crate) fn frame(
    app: &App,
    publication: &Publication,
    locale: &Locale,
    head: Head,
    signed_in: bool,
) -> Frame {
    let site = &publication.site;
    let own = publication.offered(locale).or_else(|| publication.offered(&site.default_locale));
    let absolute = |path: &str| app.settings.absolute(path);
    let mut alternates: Vec<_> = head
        .editions
        .iter()
        .map(|(locale, path)| Alternate { hreflang: locale.to_string(), href: absolute(path) })
        .collect();
    if let Some((_, path)) = default_edition(&head.editions, &site.default_locale) {
        alternates.push(Alternate { hreflang: "x-default".to_owned(), href: absolute(path) });
    }
    let languages = site.locales.iter().map(|offered| {
        let edition = head.editions.iter().find(|(locale, _)| *locale == offered.locale);
        let href = edition.map_or_else(|| address::front(&offered.locale), |(_, path)| path.clone());
        build::language(&offered.locale, locale, href)
    });
    // From the sign-in page the way leads on, not back to it.
    let (home, signing_in) =
        (address::front(locale), head.path.starts_with(&address::named(locale, "sign-in")));
    let site_name = own.map(|own| own.name.clone()).unwrap_or_default();
    let feeds = std::iter::once(Feed::of(site_name.clone(), &address::front(locale)));
    let menu = publication.menus.of(locale);
    let header = menu.map(|menu| &menu.header).filter(|header| !header.is_empty());
    let footer = menu.map(|menu| &menu.footer).filter(|footer| !footer.is_empty());
    let other_editions = head.editions.iter().map(|(locale, _)| locale).filter(|other| *other != locale);
    Frame {
        lang: locale.clone(),
        dir: locale.direction(),
        ui_lang: app.theme.texts().nearest(locale),
        title: head.title,
        description: head.description,
        canonical: absolute(&head.path),
        robots: head.robots,
        alternates,
        languages: languages.collect(),
        preview: head.preview,
        og_locale: i18n::open_graph(locale),
        og_locale_alternates: other_editions.map(i18n::open_graph).collect(),
        json_ld: Html(head.json_ld.map(|json| script_safe(&json)).unwrap_or_default()),
        tagline: own.map(|own| own.tagline.clone()).unwrap_or_default(),
        home: home.clone(),
        sections: header.map_or_else(
            || sections(publication, locale, head.section.as_deref()),
            |header| menu::links(header, &head.path),
        ),
        pages: footer
            .map_or_else(|| pages(publication, locale, &head.path), |footer| menu::links(footer, &head.path)),
        feeds: feeds.chain(head.feed).collect(),
        signed_in,
        sign_in_href: address::sign_in(locale, if signing_in { &home } else { &head.path }),
        account_href: address::named(locale, "account"),
        subscribe_href: address::named(locale, "subscribe"),
        search_href: address::named(locale, "search"),
        archive_href: address::archive(locale, None),
        today: head.today,
        look_href: publication.look.as_ref().map(|sheet| sheet.href.clone()),
        eu_kit: app.billing.selling().eu_kit(),
        demo: app.mailbox.is_some(),
        site_name,
    }
}

/// Renders a template in its frame. `name` is what the template calls the view.
pub(crate) fn render(
    app: &App,
    publication: &Publication,
    template: &str,
    frame: &Frame,
    name: &'static str,
    view: impl Serialize,
) -> Result<String, Failure> {
    let context = minijinja::Value::from_pairs([
        ("page", minijinja::Value::from(Serde(frame))),
        (name, minijinja::Value::from(Serde(view))),
    ]);
    Ok(app.theme.render(template, &frame.lang, &publication.site.time_zone, context)?)
}

/// An interface text in the language of a page. A missing key shows as itself; a test finds it first.
pub(crate) fn text(app: &App, locale: &Locale, key: &str) -> String {
    text_with(app, locale, key, &[])
}

/// [`text`] with values put in.
pub(crate) fn text_with(app: &App, locale: &Locale, key: &str, args: &[(&str, Argument)]) -> String {
    let texts = app.theme.texts();
    texts.get(&texts.nearest(locale), key, args).unwrap_or_else(|| key.to_owned())
}

/// `x-default` is the edition in the site's default language, or the first.
fn default_edition<'a>(editions: &'a [(Locale, String)], default: &Locale) -> Option<&'a (Locale, String)> {
    editions.iter().find(|(locale, _)| locale == default).or_else(|| editions.first())
}

fn sections(publication: &Publication, locale: &Locale, current: Option<&str>) -> Vec<Link> {
    let named = publication.sections.iter().filter_map(|section| {
        let name = section.names.iter().find(|name| name.locale == *locale)?;
        Some(Link {
            name: name.name.clone(),
            href: Some(address::term(locale, section.kind, &name.slug)),
            lang: None,
            current: current == Some(section.key.as_str()),
        })
    });
    named.collect()
}

fn pages(publication: &Publication, locale: &Locale, path: &str) -> Vec<Link> {
    let pages = publication.pages(locale).iter().map(|page| {
        let href = address::text(&page.locale, &page.slug);
        Link { name: page.title.clone(), lang: None, current: href == path, href: Some(href) }
    });
    pages.collect()
}

/// JSON for a script element: `<` can't end the element or open a comment (HTML, "Restrictions for
/// contents of script elements").
fn script_safe(json: &serde_json::Value) -> String {
    json.to_string().replace('<', "\\u003c")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn json_cannot_leave_its_script_element() {
        let json = serde_json::json!({ "headline": "</script><script>alert(1)</script><!--" });
        let text = script_safe(&json);
        assert!(!text.contains('<'));
        assert_eq!(serde_json::from_str::<serde_json::Value>(&text).expect("still JSON"), json);
    }
}
