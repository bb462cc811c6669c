//! Words with typing errors.

use std::sync::LazyLock;

use levenshtein_automata::{DFA, Distance, LevenshteinAutomatonBuilder, SINK_STATE};
use tantivy_fst::Automaton;

/// Shortest word in which one error is forgiven, and in which two are, in letters.
const ONE_ERROR: usize = 4;
const TWO_ERRORS: usize = 8;

/// Two letters that changed places are one error.
static ONE: LazyLock<LevenshteinAutomatonBuilder> =
    LazyLock::new(|| LevenshteinAutomatonBuilder::new(1, true));
static TWO: LazyLock<LevenshteinAutomatonBuilder> =
    LazyLock::new(|| LevenshteinAutomatonBuilder::new(2, true));

/// Takes terms that begin as told and go on with a word like the one sought.
pub(super) struct Likeness {
    beginning: Vec<u8>,
    word: DFA,
}

/// How far into a term.
#[derive(Clone, Copy, Debug)]
pub(super) enum Progress {
    /// So many bytes of the beginning.
    Beginning(usize),
    /// A state of the word's automaton.
    Word(u32),
    /// It is no such term.
    Lost,
}

impl Likeness {
    /// None if the word is too short for an error to be forgiven.
    pub(super) fn to(word: &str, beginning: String) -> Option<Self> {
        let word = match word.chars().count() {
            ..ONE_ERROR => return None,
            ONE_ERROR..TWO_ERRORS => ONE.build_dfa(word),
            TWO_ERRORS.. => TWO.build_dfa(word),
        };
        Some(Self { beginning: beginning.into_bytes(), word })
    }

    /// The word of a term, and how many errors it takes to get there.
    pub(super) fn word<'a>(&self, term: &'a [u8]) -> Option<(&'a str, u8)> {
        let word = term.strip_prefix(self.beginning.as_slice())?;
        match self.word.eval(word) {
            Distance::Exact(errors) => Some((std::str::from_utf8(word).ok()?, errors)),
            Distance::AtLeast(_) => None,
        }
    }
}

impl Automaton for &Likeness {
    type State = Progress;

    fn start(&self) -> Progress {
        if self.beginning.is_empty() {
            Progress::Word(self.word.initial_state())
        } else {
            Progress::Beginning(0)
        }
    }

    fn is_match(&self, state: &Progress) -> bool {
        matches!(state, Progress::Word(state) if matches!(self.word.distance(*state), Distance::Exact(_)))
    }

    fn can_match(&self, state: &Progress) -> bool {
        match state {
            Progress::Beginning(_) => true,
            Progress::Word(state) => *state != SINK_STATE,
            Progress::Lost => false,
        }
    }

    fn accept(&self, state: &Progress, byte: u8) -> Progress {
        match state {
            Progress::Beginning(at) if self.beginning.get(*at) == Some(&byte) => {
                if at + 1 == self.beginning.len() {
                    Progress::Word(self.word.initial_state())
                } else {
                    Progress::Beginning(at + 1)
                }
            }
            Progress::Word(state) => Progress::Word(self.word.transition(*state, byte)),
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
            let likeness = Likeness::to(sought, "de.".to_owned())?;
            likeness.word(format!("de.{found}").as_bytes()).map(|(_, errors)| errors)
        };
        assert_eq!(errors("zug", "zur"), None);
        assert_eq!(errors("brief", "breif"), Some(1));
        assert_eq!(errors("brief", "breit"), None);
        assert_eq!(errors("garantie", "garrantei"), Some(2));
        assert_eq!(errors("гарантія", "гарантия"), Some(1));
        assert_eq!(errors("brief", "brief"), Some(0));
    }
}
