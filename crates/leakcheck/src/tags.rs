//! Validators that answers carried, so that others can try them.

use std::collections::{BTreeMap, BTreeSet};

/// For each address, the validators it gave and the places (in the walk's list of words) of the
/// words that were in the answer.
#[derive(Debug, Default)]
pub(crate) struct Tags(BTreeMap<String, BTreeMap<String, BTreeSet<usize>>>);

impl Tags {
    /// Keeps the validator of an answer with these words in it.
    pub(crate) fn keep(&mut self, address: &str, tag: &str, words: &BTreeSet<usize>) {
        let of_address = self.0.entry(address.to_owned()).or_default();
        of_address.entry(tag.to_owned()).or_default().extend(words);
    }

    /// The validators of an address that stand for an answer with words in it, and one that doesn't:
    /// more of those would only cost time.
    pub(crate) fn of(&self, address: &str) -> Vec<(String, BTreeSet<usize>)> {
        let Some(tags) = self.0.get(address) else { return Vec::new() };
        let (mut closed, open): (Vec<_>, Vec<_>) = tags.iter().partition(|(_, words)| !words.is_empty());
        closed.extend(open.into_iter().next_back());
        closed.into_iter().map(|(tag, words)| (tag.clone(), words.clone())).collect()
    }

    /// The addresses that have shown words to somebody.
    pub(crate) fn closed(&self) -> Vec<String> {
        let closed = self.0.iter().filter(|(_, tags)| tags.values().any(|words| !words.is_empty()));
        closed.map(|(address, _)| address.clone()).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_tags_of_the_entitled_are_kept_apart() {
        let mut tags = Tags::default();
        tags.keep("/en/a", "\"visitor\"", &BTreeSet::new());
        tags.keep("/en/a", "\"member\"", &BTreeSet::new());
        tags.keep("/en/a", "\"full\"", &BTreeSet::from([3]));
        tags.keep("/en/b", "\"open\"", &BTreeSet::new());
        let found = tags.of("/en/a");
        assert_eq!(found.len(), 2, "the closed one, and one of the open");
        assert_eq!(found[0], ("\"full\"".to_owned(), BTreeSet::from([3])));
        assert_eq!(tags.closed(), ["/en/a"]);
    }
}
