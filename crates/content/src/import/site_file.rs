//! `site.toml`: the publication's settings, sections, tags and authors.

use std::collections::{BTreeMap, HashSet};
use std::path::Path;

use jiff::tz::TimeZone;
use kernel::{Email, Locale, Slug};
use serde::Deserialize;
use toml::Spanned;

use super::problem::{FileError, Toml, read_text};
use crate::model::{Site, SiteLocale, TermDraft, TermKind, TermName};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SiteForm {
    default_locale: Spanned<Locale>,
    time_zone: Spanned<String>,
    teaser_paragraphs: Option<Spanned<u32>>,
    contact: Option<Email>,
    locale: Vec<LocaleForm>,
    #[serde(default)]
    section: Vec<TermForm>,
    #[serde(default)]
    tag: Vec<TermForm>,
    #[serde(default)]
    author: Vec<TermForm>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct LocaleForm {
    tag: Spanned<Locale>,
    name: Spanned<String>,
    #[serde(default)]
    tagline: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct TermForm {
    key: Spanned<String>,
    names: BTreeMap<Locale, NameForm>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct NameForm {
    name: Spanned<String>,
    slug: Spanned<Slug>,
    #[serde(default)]
    description: String,
}

/// What `site.toml` says.
#[derive(Clone, Debug)]
pub(super) struct SiteFile {
    pub(super) site: Site,
    pub(super) terms: Vec<TermDraft>,
}

/// Reads it.
pub(super) fn read(path: &Path) -> Result<SiteFile, FileError> {
    let source = read_text(path)?;
    let toml = Toml { path, source: &source, before: 0 };
    let form: SiteForm = toml.read()?;
    let mut terms = Vec::new();
    let kinds =
        [(TermKind::Section, form.section), (TermKind::Tag, form.tag), (TermKind::Author, form.author)];
    for (kind, forms) in kinds {
        read_terms(toml, kind, forms, &mut terms)?;
    }
    let zone = TimeZone::get(form.time_zone.get_ref()).map_err(|_| {
        let problem = format!("there is no time zone “{}”", form.time_zone.get_ref());
        toml.at(form.time_zone.span(), problem, "an IANA name such as Europe/Berlin")
    })?;
    let teaser_paragraphs = match form.teaser_paragraphs {
        None => Site::default().teaser_paragraphs,
        Some(number) if (1..=50).contains(number.get_ref()) => *number.get_ref(),
        Some(number) => {
            let problem = format!("teaser_paragraphs is {}", number.get_ref());
            return Err(toml.at(number.span(), problem, "a number from 1 to 50"));
        }
    };
    let locales = read_locales(toml, form.locale)?;
    if locales.iter().all(|offered| offered.locale != *form.default_locale.get_ref()) {
        let problem = format!("default_locale is {}, which isn't offered", form.default_locale.get_ref());
        return Err(toml.at(form.default_locale.span(), problem, "the tag of a [[locale]]"));
    }
    let default_locale = form.default_locale.into_inner();
    let site = Site { default_locale, time_zone: zone, teaser_paragraphs, contact: form.contact, locales };
    Ok(SiteFile { site, terms })
}

fn read_locales(toml: Toml<'_>, forms: Vec<LocaleForm>) -> Result<Vec<SiteLocale>, FileError> {
    let mut locales: Vec<SiteLocale> = Vec::new();
    for form in forms {
        let (tag, name) = (form.tag.get_ref(), form.name.get_ref());
        if locales.iter().any(|offered| offered.locale == *tag) {
            return Err(toml.at(
                form.tag.span(),
                format!("the language {tag} is offered twice"),
                "each language once",
            ));
        }
        if name.trim().is_empty() {
            return Err(toml.at(
                form.name.span(),
                "the publication's name is empty",
                "a name in this language",
            ));
        }
        locales.push(SiteLocale { locale: tag.clone(), name: name.clone(), tagline: form.tagline });
    }
    Ok(locales)
}

fn read_terms(
    toml: Toml<'_>,
    kind: TermKind,
    forms: Vec<TermForm>,
    terms: &mut Vec<TermDraft>,
) -> Result<(), FileError> {
    let word = kind.as_str();
    let (mut keys, mut slugs) = (HashSet::new(), HashSet::new());
    for (form, position) in forms.into_iter().zip(0..) {
        let key = form.key.get_ref();
        if key.trim().is_empty() || !keys.insert(key.clone()) {
            let problem = format!("the key “{key}” is empty or another {word} has it");
            return Err(toml.at(form.key.span(), problem, "a key of its own"));
        }
        let mut names = Vec::new();
        for (locale, name) in form.names {
            let slug = name.slug.get_ref().to_string();
            if name.name.get_ref().trim().is_empty() {
                return Err(toml.at(
                    name.name.span(),
                    "the name is empty",
                    format!("a name of the {word} in {locale}"),
                ));
            }
            if !slugs.insert((locale.clone(), slug.clone())) {
                let problem = format!("another {word} has the slug “{slug}” in {locale}");
                return Err(toml.at(name.slug.span(), problem, "a slug of its own"));
            }
            names.push(TermName {
                locale,
                name: name.name.into_inner(),
                slug,
                description: name.description,
            });
        }
        terms.push(TermDraft { kind, key: form.key.into_inner(), position, names });
    }
    Ok(())
}
