//! Languages as `OpenGraph` writes them.

use icu::locale::LocaleExpander;
use kernel::Locale;

/// `de_DE`: language and region (ogp.me, `og:locale`). A tag without a region gets the one where most
/// of its speakers are (CLDR's likely subtags).
pub(crate) fn open_graph(locale: &Locale) -> String {
    let mut tag = locale.identifier();
    LocaleExpander::new_extended().maximize(&mut tag);
    match tag.region {
        Some(region) => format!("{}_{region}", tag.language),
        None => tag.language.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn regions_are_the_likely_ones() {
        let table = [
            ("de", "de_DE"),
            ("en", "en_US"),
            ("fr-CH", "fr_CH"),
            ("uk", "uk_UA"),
            ("ar", "ar_EG"),
            ("zh-Hant", "zh_TW"),
        ];
        for (tag, expected) in table {
            assert_eq!(open_graph(&tag.parse().expect("a tag")), expected);
        }
    }
}
