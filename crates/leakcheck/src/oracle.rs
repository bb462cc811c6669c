//! Ways of asking the search about a word: none may tell whether it stands in a closed text.

/// A question, as a page of the search is asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Question {
    /// The address below the language.
    pub(crate) place: &'static str,
    /// What is typed.
    pub(crate) text: String,
    /// The other parameters.
    pub(crate) more: &'static str,
    /// Who may read the word must find it.
    pub(crate) finds: bool,
}

/// A word that planted texts have in what everyone may see.
const OPEN: &str = "teaser";

/// The usual ways to ask about a word: everywhere that takes one.
pub(crate) fn usual(word: &str) -> Vec<Question> {
    vec![
        Question { finds: true, ..ask("search", word.to_owned(), "") },
        ask("search", format!("\"{word}\""), ""),
        ask("search", word.chars().take(9).collect(), ""),
        ask("search/suggest", word.to_owned(), ""),
        ask("search/feed.xml", word.to_owned(), ""),
    ]
}

fn ask(place: &'static str, text: String, more: &'static str) -> Question {
    Question { place, text, more, finds: false }
}

/// All ways to ask about a word.
pub(crate) fn all(word: &str) -> Vec<Question> {
    let part = |letters: usize| word.chars().take(letters).collect::<String>();
    let mut all = usual(word);
    all.extend(
        [
            mistyped(word),
            mistyped(&part(11)),
            format!("{OPEN} {word}"),
            format!("{OPEN} -{word}"),
            format!("{OPEN} -\"{word}\""),
            format!("\"{OPEN} {word}\""),
            word.to_uppercase(),
        ]
        .map(|text| ask("search", text, "")),
    );
    let narrowed = [
        "&sort=date",
        "&page=2",
        "&section=news",
        "&tag=topic",
        "&author=desk",
        "&language=en",
        "&access=paid",
        "&from=2025-12-01&until=2026-12-01",
        "&sort=date&access=members&tag=topic",
    ];
    all.extend(narrowed.map(|more| ask("search", word.to_owned(), more)));
    all.extend(
        ["&sort=date", "&page=2", "&access=paid"].map(|more| ask("search", format!("{OPEN} -{word}"), more)),
    );
    let suggested = [part(2), part(5), part(9), mistyped(word), format!("{OPEN} {}", part(6))];
    all.extend(suggested.map(|text| ask("search/suggest", text, "")));
    all.push(ask("search/feed.xml", format!("{OPEN} -{word}"), ""));
    all.push(ask("search/feed.xml", word.to_owned(), "&access=paid&tag=topic"));
    all
}

/// The word of the same form that exists nowhere.
pub(crate) fn nowhere(text: &str, word: &str) -> String {
    let x =
        |word: &str| word.chars().map(|c| if c.is_ascii_alphabetic() { 'x' } else { c }).collect::<String>();
    let forms = [word.to_owned(), word.to_uppercase(), mistyped(word)];
    let longest = word.chars().count();
    // Beginnings of the word are asked for too, the longest first.
    let beginnings = (2..longest).rev().flat_map(|letters| {
        let part: String = word.chars().take(letters).collect();
        [mistyped(&part), part]
    });
    let found = forms.into_iter().chain(beginnings).find(|form| text.contains(form.as_str()));
    found.map_or_else(|| text.to_owned(), |form| text.replace(&form, &x(&form)))
}

/// With two letters exchanged.
fn mistyped(word: &str) -> String {
    let mut letters: Vec<char> = word.chars().collect();
    if let Some(place) =
        (2..letters.len().saturating_sub(1)).find(|at| letters.get(*at) != letters.get(at + 1))
    {
        letters.swap(place, place + 1);
    }
    letters.into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_word_is_in_no_question_about_nowhere() {
        let word = "qzabcdefghijkl";
        for question in all(word) {
            let other = nowhere(&question.text, word);
            assert_ne!(other, question.text);
            assert_eq!(other.chars().count(), question.text.chars().count());
            assert!(!other.to_lowercase().contains("qz"), "{other}");
            assert_eq!(other.contains(OPEN), question.text.contains(OPEN));
        }
    }
}
