//! What the analysis must know of a language.

use charabia::Language as Script;
use kernel::Locale;
use tantivy::tokenizer::Language as Stemmer;

/// How words are cut and folded in a language.
#[derive(Debug)]
pub(crate) struct Profile {
    /// BCP 47 language.
    pub(crate) tag: &'static str,
    /// The language `charabia` is told, as the list of those it may choose from.
    pub(crate) segmented_as: &'static [Script],
    /// Snowball stemmer and stop words.
    pub(crate) stemmer: Option<Stemmer>,
    /// Which of two words joined by an apostrophe says nothing by itself.
    pub(crate) apostrophe: Apostrophe,
    /// Words are glued together: `Sicherheitsgarantie`.
    pub(crate) compounds: bool,
    /// The article is written with its word, and `charabia` cuts it off: `السلام`.
    pub(crate) article: bool,
}

/// What an apostrophe between two words means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Apostrophe {
    /// It stands between words like a space.
    Separates,
    /// A shortened word goes before it: `l'Ukraine`, `dell'Ucraina`.
    ElidesBefore,
    /// A shortened word or ending comes after it: `Ukraine's`, `they're`.
    ElidesAfter,
    /// It is a letter of the word: `об'єкт`.
    Joins,
}

/// A language of which `charabia` knows nothing particular: it then goes by the script alone.
const NEUTRAL: &[Script] = &[Script::Epo];

static UNKNOWN: Profile = plain("und", None);

/// Languages of which more is known than their script.
static PROFILES: &[Profile] = &[
    Profile { segmented_as: &[Script::Ara], article: true, ..plain("ar", Some(Stemmer::Arabic)) },
    Profile { apostrophe: Apostrophe::Joins, ..plain("be", None) },
    Profile { apostrophe: Apostrophe::ElidesBefore, ..plain("ca", None) },
    plain("da", Some(Stemmer::Danish)),
    Profile { segmented_as: &[Script::Deu], compounds: true, ..plain("de", Some(Stemmer::German)) },
    plain("el", Some(Stemmer::Greek)),
    Profile { apostrophe: Apostrophe::ElidesAfter, ..plain("en", Some(Stemmer::English)) },
    plain("es", Some(Stemmer::Spanish)),
    Profile { segmented_as: &[Script::Pes], ..plain("fa", None) },
    plain("fi", Some(Stemmer::Finnish)),
    Profile { apostrophe: Apostrophe::ElidesBefore, ..plain("fr", Some(Stemmer::French)) },
    plain("hu", Some(Stemmer::Hungarian)),
    Profile { apostrophe: Apostrophe::ElidesBefore, ..plain("it", Some(Stemmer::Italian)) },
    plain("nb", Some(Stemmer::Norwegian)),
    Profile { apostrophe: Apostrophe::ElidesAfter, ..plain("nl", Some(Stemmer::Dutch)) },
    plain("nn", Some(Stemmer::Norwegian)),
    plain("no", Some(Stemmer::Norwegian)),
    Profile { apostrophe: Apostrophe::ElidesBefore, ..plain("oc", None) },
    plain("pt", Some(Stemmer::Portuguese)),
    plain("ro", Some(Stemmer::Romanian)),
    plain("ru", Some(Stemmer::Russian)),
    Profile { segmented_as: &[Script::Swe], ..plain("sv", Some(Stemmer::Swedish)) },
    plain("ta", Some(Stemmer::Tamil)),
    Profile { apostrophe: Apostrophe::ElidesAfter, ..plain("tr", Some(Stemmer::Turkish)) },
    Profile { apostrophe: Apostrophe::Joins, ..plain("uk", None) },
];

const fn plain(tag: &'static str, stemmer: Option<Stemmer>) -> Profile {
    Profile {
        tag,
        segmented_as: NEUTRAL,
        stemmer,
        apostrophe: Apostrophe::Separates,
        compounds: false,
        article: false,
    }
}

impl Profile {
    /// What is known of the locale's language; a language without an entry is taken by its script.
    pub(crate) fn of(locale: &Locale) -> &'static Self {
        let found = PROFILES.binary_search_by_key(&locale.language(), |profile| profile.tag);
        found.ok().and_then(|index| PROFILES.get(index)).unwrap_or(&UNKNOWN)
    }

    /// All profiles.
    pub(crate) fn all() -> impl Iterator<Item = &'static Self> {
        PROFILES.iter().chain([&UNKNOWN])
    }

    /// All languages with a stemmer.
    pub(crate) fn with_stemmer() -> impl Iterator<Item = (&'static str, Stemmer)> {
        PROFILES.iter().filter_map(|profile| Some((profile.tag, profile.stemmer?)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_sorted() {
        assert!(PROFILES.is_sorted_by_key(|profile| profile.tag));
    }

    #[test]
    fn regions_share_their_language() {
        let tag = |locale: &str| Profile::of(&locale.parse().expect("a locale")).tag;
        assert_eq!((tag("de-CH"), tag("pt-BR"), tag("eo")), ("de", "pt", "und"));
    }
}
