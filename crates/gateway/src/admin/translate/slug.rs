//! The last part of a translation's address, from its title.

use content::markdown::title_plain;
use kernel::Slug;

/// Longest slug that is suggested, in bytes.
const LONGEST: usize = 80;

/// A slug for a title: its words in lower case, joined by hyphens. None if there is no word in it,
/// or if they name one of the site's own pages.
pub(crate) fn suggest(title: &str) -> Option<Slug> {
    let title = title_plain(title).to_lowercase();
    let mut slug = String::new();
    // Apostrophes stand within words.
    let words =
        title.split(|c: char| !c.is_alphanumeric() && !matches!(c, '\'' | '’' | '\u{300}'..='\u{36f}'));
    for word in words {
        let word: String = word.chars().filter(|c| !matches!(c, '\'' | '’')).collect();
        if word.is_empty() {
            continue;
        }
        if slug.len() + word.len() >= LONGEST && !slug.is_empty() {
            break;
        }
        if !slug.is_empty() {
            slug.push('-');
        }
        slug.push_str(&word);
    }
    slug.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_become_addresses() {
        let table = [
            ("What *Ukraine* asks for", Some("what-ukraine-asks-for")),
            ("L’été, et après ?", Some("lété-et-après")),
            ("  — ", None),
            ("Search", None),
            ("مرحبا بالعالم", Some("مرحبا-بالعالم")),
        ];
        for (title, expected) in table {
            assert_eq!(suggest(title).as_ref().map(Slug::as_str), expected, "{title}");
        }
        let long = suggest(&"word ".repeat(60)).expect("a slug");
        assert!(long.as_str().len() <= LONGEST && long.as_str().ends_with("word"));
    }
}
