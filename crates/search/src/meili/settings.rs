//! How indexes are set.
//!
//! Settings are code: [`version`] changes with them, and an index that was made by others is built
//! anew beside the one in use and swapped in. Fields are by language, so the first text in a
//! language adds its fields to the indexes there are, which changes nothing for the others.

use std::collections::BTreeSet;

use kernel::Locale;
use kernel::hash::content_hash;
use meilisearch_sdk::settings::{
    FacetingSettings, LocalizedAttributes, MinWordSizeForTypos, PaginationSetting, Settings,
    TypoToleranceSettings,
};

/// Number of what settings don't tell: how words are spelt and documents made. To be raised when
/// that changes.
const SPELLING: u32 = 2;
/// The language the server is told all words are in: one of which it knows nothing particular, so
/// that it cuts and folds no word by itself.
pub(super) const LANGUAGE: &str = "eng";

/// What of a text a field holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Field {
    Title,
    TitleStems,
    /// Standfirst, and the names of section, tags and authors.
    Lead,
    LeadStems,
    Teaser,
    TeaserStems,
    /// The other half.
    Rest,
    RestStems,
    /// All words in which errors are forgiven, each once.
    Alike,
}

/// All fields in which words are sought, the weightiest first.
pub(super) const FIELDS: [Field; 9] = [
    Field::Title,
    Field::TitleStems,
    Field::Lead,
    Field::LeadStems,
    Field::Teaser,
    Field::TeaserStems,
    Field::Rest,
    Field::RestStems,
    Field::Alike,
];

impl Field {
    /// What it is called in a language.
    pub(super) fn of(self, locale: &Locale) -> String {
        let name = match self {
            Self::Title => "title",
            Self::TitleStems => "title_stems",
            Self::Lead => "lead",
            Self::LeadStems => "lead_stems",
            Self::Teaser => "teaser",
            Self::TeaserStems => "teaser_stems",
            Self::Rest => "rest",
            Self::RestStems => "rest_stems",
            Self::Alike => "alike",
        };
        format!("{name}_{locale}")
    }
}

/// The field with the date of a text in this language.
pub(super) fn published(locale: &Locale) -> String {
    format!("published_{locale}")
}

/// What the fields with a text as it is shown begin with.
pub(super) const TEXT: &str = "text_";

/// The field with a text in this language as it is shown.
pub(super) fn text(locale: &Locale) -> String {
    format!("{TEXT}{locale}")
}

/// The settings of an index with texts in these languages.
pub(super) fn settings(locales: &BTreeSet<Locale>) -> Settings {
    let fields = |wanted: &[Field]| -> Vec<String> {
        wanted.iter().flat_map(|field| locales.iter().map(|locale| field.of(locale))).collect()
    };
    let dates: Vec<String> = locales.iter().map(published).collect();
    let exact: Vec<Field> = FIELDS.into_iter().filter(|field| *field != Field::Alike).collect();
    let shown = ["id", "access", "prints"];
    let filterable = ["id", "access", "labels", "names", "locales", "translations"].map(str::to_owned);
    Settings::new()
        .with_searchable_attributes(fields(&FIELDS))
        .with_displayed_attributes(
            shown.iter().map(|name| (*name).to_owned()).chain(locales.iter().map(text)),
        )
        .with_filterable_attributes(filterable.iter().chain(&dates))
        .with_sortable_attributes(&dates)
        // What is asked to be sorted is sorted; of two that match alike the newer comes first.
        .with_ranking_rules([
            "sort",
            "words",
            "typo",
            "proximity",
            "attribute",
            "exactness",
            "published:desc",
        ])
        // Words are folded and common ones known to the analysis; synonyms come with the query.
        .with_stop_words(Vec::<String>::new())
        .with_synonyms(std::collections::HashMap::<String, Vec<String>>::new())
        .with_localized_attributes([LocalizedAttributes {
            locales: vec![LANGUAGE.to_owned()],
            attribute_patterns: vec!["*".to_owned()],
        }])
        .with_typo_tolerance(TypoToleranceSettings {
            enabled: Some(true),
            disable_on_attributes: Some(fields(&exact)),
            disable_on_words: Some(Vec::new()),
            min_word_size_for_typos: Some(MinWordSizeForTypos { one_typo: Some(4), two_typos: Some(8) }),
            disable_on_numbers: Some(true),
        })
        .with_proximity_precision("byWord")
        // All are counted. How deep can be paged is our own limit.
        .with_pagination(PaginationSetting { max_total_hits: 10_000_000 })
        .with_faceting(FacetingSettings { max_values_per_facet: 50_000, sort_facet_values_by: None })
        .with_search_cutoff(5_000)
}

/// Changes whenever an index made before has to be built anew.
pub(super) fn version() -> String {
    // Any language stands for all.
    let sample: BTreeSet<Locale> = "en".parse().into_iter().collect();
    let settings = serde_json::to_string(&settings(&sample)).unwrap_or_default();
    format!("{SPELLING}-{}", content_hash(settings.as_bytes()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_language_more_keeps_the_version_and_the_order() {
        let locales = |tags: &[&str]| tags.iter().map(|tag| tag.parse().expect("a locale")).collect();
        let two = settings(&locales(&["de", "fr"])).searchable_attributes.expect("set");
        let first: Vec<&str> = two.iter().take(4).map(String::as_str).collect();
        assert_eq!(first, ["title_de", "title_fr", "title_stems_de", "title_stems_fr"]);
        assert_eq!(version(), version());
    }

    /// Errors are forgiven in one field only, so that nothing else is found by them.
    #[test]
    fn errors_are_forgiven_in_one_field() {
        let settings = settings(&["de".parse().expect("a locale")].into());
        let exact = settings.typo_tolerance.and_then(|typos| typos.disable_on_attributes).expect("set");
        let tolerant: Vec<String> = settings
            .searchable_attributes
            .expect("set")
            .into_iter()
            .filter(|field| !exact.contains(field))
            .collect();
        assert_eq!(tolerant, ["alike_de"]);
    }
}
