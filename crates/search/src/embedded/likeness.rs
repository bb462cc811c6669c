//! Words with typing errors.

use std::sync::LazyLock;

use levenshtein_automata::{DFA, Distance, LevenshteinAutomatonBuilder, SINK_STATE};
use tantivy_fst::Automaton;

/// Shortest word in which one error is forgiven, and in which two are, in letters. Of two, none may
/// be in the first letter: hardly anybody mistypes that, and far fewer words are then alike.
const ONE_ERROR: usize = 4;
const TWO_ERRORS: usize = 8;
/// Shortest beginning of a word in which one error is forgiven: fewer letters begin too many words.
const ONE_ERROR_IN_BEGINNING: usize = 5;

/// Two letters that changed places are one error.
static ONE: LazyLock<LevenshteinAutomatonBuilder> =
    LazyLock::new(|| LevenshteinAutomatonBuilder::new(1, true));
static TWO: LazyLock<LevenshteinAutomatonBuilder> =
    LazyLock::new(|| LevenshteinAutomatonBuilder::new(2, true));

/// How many errors are forgiven.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Errors {
    One,
    Two,
}

/// Takes terms that begin as told and go on with a word like the one sought.
pub(super) struct Likeness {
    /// What goes before the word, and what of it must be right.
    beginning: Vec<u8>,
    /// How much of that is the word's.
    right: usize,
    rest: DFA,
}

/// How far into a term.
#[derive(Clone, Copy, Debug)]
pub(super) enum Progress {
    /// So many bytes of the beginning.
    Beginning(usize),
    /// A state of the automaton for the rest.
    Rest(u32),
    /// It is no such term.
    Lost,
}

impl Likeness {
    /// Takes words with at most so many errors. None if the word is too short for that many to be
    /// forgiven.
    pub(super) fn to(word: &str, prefix: String, errors: Errors) -> Option<Self> {
        let first = word.chars().next().map_or(0, char::len_utf8);
        let letters = word.chars().count();
        let (right, rest) = match errors {
            Errors::One if letters >= ONE_ERROR => (0, ONE.build_dfa(word)),
            Errors::Two if letters >= TWO_ERRORS => (first, TWO.build_dfa(&word[first..])),
            _ => return None,
        };
        let beginning = prefix + &word[..right];
        Some(Self { beginning: beginning.into_bytes(), right, rest })
    }

    /// Takes what goes on as a word that is like the one sought: its end is still to be typed. None
    /// if it is too short for an error to be forgiven.
    pub(super) fn to_beginning(word: &str, prefix: String) -> Option<Self> {
        let letters = word.chars().count();
        (letters >= ONE_ERROR_IN_BEGINNING).then(|| Self {
            beginning: prefix.into_bytes(),
            right: 0,
            rest: ONE.build_prefix_dfa(word),
        })
    }

    /// The word of a term, and how many errors it takes to get there.
    pub(super) fn word<'a>(&self, term: &'a [u8]) -> Option<(&'a str, u8)> {
        let rest = term.strip_prefix(self.beginning.as_slice())?;
        let Distance::Exact(errors) = self.rest.eval(rest) else { return None };
        let word = term.get(self.beginning.len() - self.right..)?;
        Some((std::str::from_utf8(word).ok()?, errors))
    }
}

impl Automaton for &Likeness {
    type State = Progress;

    fn start(&self) -> Progress {
        if self.beginning.is_empty() {
            Progress::Rest(self.rest.initial_state())
        } else {
            Progress::Beginning(0)
        }
    }

    fn is_match(&self, state: &Progress) -> bool {
        matches!(state, Progress::Rest(state) if matches!(self.rest.distance(*state), Distance::Exact(_)))
    }

    fn can_match(&self, state: &Progress) -> bool {
        match state {
            Progress::Beginning(_) => true,
            Progress::Rest(state) => *state != SINK_STATE,
            Progress::Lost => false,
        }
    }

    fn accept(&self, state: &Progress, byte: u8) -> Progress {
        match state {
            Progress::Beginning(at) if self.beginning.get(*at) == Some(&byte) => {
                if at + 1 == self.beginning.len() {
                    Progress::Rest(self.rest.initial_state())
                } else {
                    Progress::Beginning(at + 1)
                }
            }
            Progress::Rest(state) => Progress::Rest(self.rest.transition(*state, byte)),
            _ => Progress::Lost,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn longer_words_are_forgiven_more() {
        let errors = |sought: &str, found: &str| {
            [Errors::One, Errors::Two].into_iter().find_map(|most| {
                let likeness = Likeness::to(sought, "de.".to_owned(), most)?;
                likeness.word(format!("de.{found}").as_bytes()).map(|(_, errors)| errors)
            })
        };
        assert_eq!(errors("zug", "zur"), None);
        assert_eq!(errors("brief", "breif"), Some(1));
        assert_eq!(errors("brief", "breit"), None);
        assert_eq!(errors("garantie", "garrantei"), Some(2));
        assert_eq!(errors("гарантія", "гарантия"), Some(1));
        assert_eq!(errors("brief", "brief"), Some(0));
        assert_eq!(errors("brief", "prief"), Some(1));
        assert_eq!(errors("garantie", "karrantie"), None, "of two, none is in the first letter");
    }

    #[test]
    fn a_beginning_may_be_mistyped_too() {
        let errors = |sought: &str, found: &str| {
            let likeness = Likeness::to_beginning(sought, "de.".to_owned())?;
            likeness.word(format!("de.{found}").as_bytes()).map(|(_, errors)| errors)
        };
        assert_eq!(errors("sicherhiet", "sicherheitsgarantie"), Some(1));
        assert_eq!(errors("sicherheit", "sicherheitsgarantie"), Some(0));
        assert_eq!(errors("zugh", "zugfahrt"), None);
        assert_eq!(errors("brife", "garantie"), None);
    }
}
