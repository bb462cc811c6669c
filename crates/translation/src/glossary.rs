//! How words are to be translated, and where they stand in a text.

/// How a word, or several that belong together, is to be translated.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Term {
    /// In the source.
    pub source: String,
    /// In the translation.
    pub target: String,
}

/// Shortest word, in characters, that may have an ending: "Bundestags" has "Bundestag", but
/// "Europa" hasn't "EU".
const SHORTEST_WITH_ENDING: usize = 4;

/// The terms whose source stands in a text, in the glossary's order.
pub fn used<'a>(text: &str, glossary: &'a [Term]) -> impl Iterator<Item = &'a Term> {
    let text = text.to_lowercase();
    glossary.iter().filter(move |term| stands(&text, &term.source.to_lowercase()))
}

/// Whether a text has a term, whatever the case of its letters. In scripts with capitals it must
/// begin a word, and a short one must be one; others don't all part words.
#[must_use]
pub fn has(text: &str, term: &str) -> bool {
    stands(&text.to_lowercase(), &term.to_lowercase())
}

fn stands(text: &str, term: &str) -> bool {
    let may_go_on = term.chars().count() >= SHORTEST_WITH_ENDING;
    !term.is_empty()
        && text.match_indices(term).any(|(at, _)| {
            let before = text[..at].chars().next_back();
            let after = text[at + term.len()..].chars().next();
            let begins = !before.is_some_and(char::is_alphanumeric) || !term.starts_with(char::is_lowercase);
            let ends = !after.is_some_and(char::is_alphanumeric) || !term.ends_with(char::is_lowercase);
            begins && (may_go_on || ends)
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn terms_are_found_where_they_begin_a_word() {
        for (text, term, expected) in [
            ("Reden des Bundestags.", "Bundestag", true),
            ("Im BUNDESTAG", "Bundestag", true),
            ("Der Unterbundestag", "Bundestag", false),
            ("(EU)-Staaten", "EU", true),
            ("Neu in Europa", "EU", false),
            ("Die Vereinten Nationen tagen", "Vereinte Nationen", false),
            ("Die Vereinten Nationen tagen", "Vereinten Nationen", true),
            ("二十国集团领导人", "国集团", true),
            ("Рада Європи", "Рада", true),
            ("nothing", "", false),
        ] {
            assert_eq!(has(text, term), expected, "{term} in {text}");
        }
    }

    #[test]
    fn only_what_stands_there_is_used() {
        let term = |source: &str| Term { source: source.to_owned(), target: "x".to_owned() };
        let glossary = [term("Haus"), term("Baum")];
        assert_eq!(used("Ein Baum", &glossary).collect::<Vec<_>>(), [&glossary[1]]);
    }
}
