//! Addresses from titles, as the language of the title spells itself in Latin letters.

use deunicode::deunicode_char;
use kernel::{Locale, Slug};

/// Longest suggestion in bytes; what is longer ends with a whole word.
const LONGEST: usize = 80;

/// The slug that a title suggests: words in lower case, joined by hyphens. What is written in Latin,
/// Greek or Cyrillic letters is spelled in ASCII, after the rules of the language (German ä is “ae”,
/// Ukrainian after the table of 2010); other scripts stay, as their readers can read them. None if
/// nothing of the title can stand in an address.
#[must_use]
pub fn suggest(title: &str, locale: &Locale) -> Option<Slug> {
    let language = locale.language();
    let mut words: Vec<String> = Vec::new();
    let mut word = String::new();
    for c in title.chars().flat_map(char::to_lowercase) {
        if matches!(c, '\'' | '’' | 'ʼ' | '`') {
            // An elision parts two words; elsewhere it is inside of one.
            if matches!(language, "fr" | "it" | "ca" | "oc") {
                words.push(std::mem::take(&mut word));
            }
            continue;
        }
        match spelled(c, language, word.is_empty()) {
            Some(spelling) => word.push_str(&spelling),
            None => words.push(std::mem::take(&mut word)),
        }
    }
    words.push(word);
    let mut slug = String::new();
    for word in words.iter().filter(|word| !word.is_empty()) {
        if !slug.is_empty() && slug.len() + 1 + word.len() > LONGEST {
            break;
        }
        if !slug.is_empty() {
            slug.push('-');
        }
        slug.push_str(word);
    }
    // The name of one of our own pages can't be a text's.
    slug.parse().or_else(|_| format!("{slug}-1").parse()).ok()
}

/// How a lower-case character stands in a slug; none if it parts words.
fn spelled(c: char, language: &str, initial: bool) -> Option<String> {
    if let Some(own) = by_language(c, language, initial) {
        return Some(own.to_owned());
    }
    match c {
        'a'..='z' | '0'..='9' => Some(c.to_string()),
        c if c.is_ascii() => None,
        // Latin, combining accents, Greek, Cyrillic.
        '\u{00C0}'..='\u{052F}' | '\u{1E00}'..='\u{1FFF}' => {
            let spelling = deunicode_char(c).unwrap_or_default().to_ascii_lowercase();
            Some(spelling.chars().filter(char::is_ascii_alphanumeric).collect())
        }
        // Arabic vowel signs and the letter that only lengthens.
        '\u{0640}' | '\u{064B}'..='\u{0652}' => Some(String::new()),
        // Signs of Indic scripts belong to their letters.
        '\u{0900}'..='\u{0DFF}' => Some(c.to_string()),
        c => c.is_alphanumeric().then(|| c.to_string()),
    }
}

fn by_language(c: char, language: &str, initial: bool) -> Option<&'static str> {
    Some(match (language, c) {
        ("de", 'ä') => "ae",
        ("de", 'ö') | ("da" | "nb" | "nn" | "no", 'ø') => "oe",
        ("de", 'ü') => "ue",
        ("da" | "nb" | "nn" | "no", 'å') => "aa",
        ("uk", 'г') => "h",
        ("uk", 'ґ') => "g",
        ("uk", 'е') => "e",
        ("uk", 'и') => "y",
        ("uk", 'х') => "kh",
        ("uk", 'щ') => "shch",
        ("uk", 'ь') => "",
        ("uk", 'є') if initial => "ye",
        ("uk", 'ї') if initial => "yi",
        ("uk", 'й') if initial => "y",
        ("uk", 'ю') if initial => "yu",
        ("uk", 'я') if initial => "ya",
        ("uk", 'є') => "ie",
        ("uk", 'ї' | 'й') => "i",
        ("uk", 'ю') => "iu",
        ("uk", 'я') => "ia",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(title: &str, tag: &str) -> String {
        suggest(title, &tag.parse().expect("a tag")).map(String::from).unwrap_or_default()
    }

    #[test]
    fn titles_are_spelled_as_their_language_spells_them() {
        for (title, tag, slug) in [
            ("Größe & Übermut: was *jetzt* zählt", "de", "groesse-uebermut-was-jetzt-zaehlt"),
            ("Größe", "sv", "grosse"),
            ("L’État, c’est moi", "fr", "l-etat-c-est-moi"),
            ("Don’t look back", "en", "dont-look-back"),
            ("Гарантії безпеки для України", "uk", "harantii-bezpeky-dlia-ukrainy"),
            ("Щастя їжака", "uk", "shchastia-yizhaka"),
            ("Год Юрия", "ru", "god-iuriia"),
            ("ضمانات أمنية", "ar", "ضمانات-أمنية"),
            ("Smørrebrød på Åen", "da", "smoerrebroed-paa-aaen"),
            ("Search", "en", "search-1"),
            ("— ! —", "en", ""),
        ] {
            assert_eq!(of(title, tag), slug, "{title}");
        }
    }

    #[test]
    fn long_titles_end_with_a_whole_word() {
        let slug = of(&"Donaudampfschifffahrt ".repeat(12), "de");
        assert!(slug.len() <= LONGEST && slug.ends_with("donaudampfschifffahrt"), "{slug}");
    }
}
