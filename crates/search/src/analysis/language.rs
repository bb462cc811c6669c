//! What the analysis must know of a language.

use charabia::Language as Script;
use frostem::Algorithm;
use kernel::Locale;

use super::stems::Stemmer;

/// How words are cut and folded in a language.
#[derive(Debug)]
pub(crate) struct Profile {
    /// BCP 47 language.
    pub(crate) tag: &'static str,
    /// The language `charabia` is told, as the list of those it may choose from.
    pub(crate) segmented_as: &'static [Script],
    /// What cuts off endings.
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

static UNKNOWN: Profile = plain("und");

/// Languages of which more is known than their script: at least their stop words.
static PROFILES: &[Profile] = &[
    Profile { segmented_as: &[Script::Ara], article: true, ..snowball("ar", Algorithm::Arabic) },
    Profile { apostrophe: Apostrophe::Joins, ..plain("be") },
    plain("bg"),
    plain("bn"),
    Profile { apostrophe: Apostrophe::ElidesBefore, ..snowball("ca", Algorithm::Catalan) },
    snowball("cs", Algorithm::Czech),
    snowball("da", Algorithm::Danish),
    Profile { segmented_as: &[Script::Deu], compounds: true, ..snowball("de", Algorithm::German) },
    snowball("el", Algorithm::Greek),
    Profile { apostrophe: Apostrophe::ElidesAfter, ..snowball("en", Algorithm::English) },
    snowball("es", Algorithm::Spanish),
    snowball("et", Algorithm::Estonian),
    snowball("eu", Algorithm::Basque),
    Profile { segmented_as: &[Script::Pes], ..snowball("fa", Algorithm::Persian) },
    snowball("fi", Algorithm::Finnish),
    Profile { apostrophe: Apostrophe::ElidesBefore, ..snowball("fr", Algorithm::French) },
    snowball("ga", Algorithm::Irish),
    plain("gl"),
    plain("he"),
    snowball("hi", Algorithm::Hindi),
    plain("hr"),
    snowball("hu", Algorithm::Hungarian),
    snowball("hy", Algorithm::Armenian),
    snowball("id", Algorithm::Indonesian),
    Profile { apostrophe: Apostrophe::ElidesBefore, ..snowball("it", Algorithm::Italian) },
    Profile {
        segmented_as: if cfg!(feature = "japanese") { &[Script::Jpn] } else { NEUTRAL },
        ..plain("ja")
    },
    Profile { segmented_as: if cfg!(feature = "korean") { &[Script::Kor] } else { NEUTRAL }, ..plain("ko") },
    snowball("lt", Algorithm::Lithuanian),
    plain("lv"),
    plain("ms"),
    snowball("nb", Algorithm::Norwegian),
    snowball("ne", Algorithm::Nepali),
    Profile { apostrophe: Apostrophe::ElidesAfter, ..snowball("nl", Algorithm::Dutch) },
    snowball("nn", Algorithm::Norwegian),
    snowball("no", Algorithm::Norwegian),
    Profile { apostrophe: Apostrophe::ElidesBefore, ..plain("oc") },
    snowball("pl", Algorithm::Polish),
    snowball("pt", Algorithm::Portuguese),
    snowball("ro", Algorithm::Romanian),
    snowball("ru", Algorithm::Russian),
    plain("sk"),
    plain("sl"),
    snowball("sr", Algorithm::Serbian),
    Profile { segmented_as: &[Script::Swe], ..snowball("sv", Algorithm::Swedish) },
    plain("sw"),
    snowball("ta", Algorithm::Tamil),
    plain("th"),
    Profile { apostrophe: Apostrophe::ElidesAfter, ..snowball("tr", Algorithm::Turkish) },
    Profile { apostrophe: Apostrophe::Joins, stemmer: Some(Stemmer::Ukrainian), ..plain("uk") },
    plain("ur"),
    plain("vi"),
    snowball("yi", Algorithm::Yiddish),
    plain("zh"),
];

const fn snowball(tag: &'static str, algorithm: Algorithm) -> Profile {
    Profile { stemmer: Some(Stemmer::Snowball(algorithm)), ..plain(tag) }
}

const fn plain(tag: &'static str) -> Profile {
    Profile {
        tag,
        segmented_as: NEUTRAL,
        stemmer: None,
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
