//! Which words of a text somebody may have meant, as the server takes them for.

use std::sync::LazyLock;

use levenshtein_automata::{Distance, LevenshteinAutomatonBuilder};

/// Letters from which on a second error is forgiven.
const TWO_ERRORS: usize = 8;

/// Two letters that changed places are one error.
static ONE: LazyLock<LevenshteinAutomatonBuilder> =
    LazyLock::new(|| LevenshteinAutomatonBuilder::new(1, true));
static TWO: LazyLock<LevenshteinAutomatonBuilder> =
    LazyLock::new(|| LevenshteinAutomatonBuilder::new(2, true));

/// Those of the words found that are like the one written, the likest first; none if it is there as
/// it was written.
pub(super) fn meant(written: &str, found: &[String]) -> Vec<String> {
    let builder = if written.chars().count() < TWO_ERRORS { &ONE } else { &TWO };
    let dfa = builder.build_dfa(written);
    let errors = |word: &&String| match dfa.eval(word.as_bytes()) {
        Distance::Exact(errors) => Some(errors),
        Distance::AtLeast(_) => None,
    };
    let mut alike: Vec<(u8, &String)> =
        found.iter().filter_map(|word| Some((errors(&word)?, word))).collect();
    alike.sort();
    alike.dedup();
    if alike.first().is_some_and(|(errors, _)| *errors == 0) {
        return Vec::new();
    }
    alike.into_iter().map(|(_, word)| word.clone()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_likest_comes_first() {
        let found = ["prasident", "prasidenten", "resident", "rom"].map(str::to_owned);
        assert_eq!(meant("presidnet", &found), ["prasident", "resident"]);
        assert_eq!(meant("ron", &found), ["rom"]);
        assert_eq!(meant("resident", &found), Vec::<String>::new());
    }
}
