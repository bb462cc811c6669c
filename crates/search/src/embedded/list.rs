//! Lists of documents with scores: what is found of a word, and how such findings are put together.
//!
//! A document is named by its number in the whole index, see [`super::columns`]. Lists are sorted
//! by it and name none twice, so everything here is one walk along both lists.

/// Number of a document in a view of an index.
pub(super) type DocNumber = u32;

/// Documents that match, in order, with what the match is worth.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct List(Vec<(DocNumber, f32)>);

impl List {
    /// From entries that are in order.
    pub(super) fn sorted(entries: Vec<(DocNumber, f32)>) -> Self {
        debug_assert!(entries.is_sorted_by(|a, b| a.0 < b.0));
        Self(entries)
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub(super) fn entries(&self) -> &[(DocNumber, f32)] {
        &self.0
    }

    pub(super) fn docs(&self) -> Vec<DocNumber> {
        self.0.iter().map(|(doc, _)| *doc).collect()
    }

    /// The documents that are worth most, in order.
    pub(super) fn best(&self, most: usize) -> Vec<DocNumber> {
        if self.0.len() <= most {
            return self.docs();
        }
        let mut best = self.0.clone();
        best.select_nth_unstable_by(most, |a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
        best.truncate(most);
        let mut docs: Vec<DocNumber> = best.into_iter().map(|(doc, _)| doc).collect();
        docs.sort_unstable();
        docs
    }

    /// The documents of both; one that is in both counts for its better match.
    pub(super) fn or(self, other: Self) -> Self {
        if self.is_empty() {
            return other;
        }
        if other.is_empty() {
            return self;
        }
        let mut merged = Vec::with_capacity(self.0.len() + other.0.len());
        let (mut ours, mut theirs) = (self.0.into_iter().peekable(), other.0.into_iter().peekable());
        while let (Some(a), Some(b)) = (ours.peek(), theirs.peek()) {
            let (ours_first, same) = (a.0 < b.0, a.0 == b.0);
            if same {
                merged.push((a.0, a.1.max(b.1)));
                ours.next();
                theirs.next();
            } else {
                merged.extend(if ours_first { ours.next() } else { theirs.next() });
            }
        }
        merged.extend(ours);
        merged.extend(theirs);
        Self(merged)
    }

    /// The documents that are in both, with the worth of both matches.
    pub(super) fn and(mut self, other: &Self) -> Self {
        let mut rest = other.0.as_slice();
        self.0.retain_mut(|(doc, worth)| {
            rest = from(rest, *doc);
            let found = rest.first().filter(|found| found.0 == *doc);
            *worth += found.map_or(0.0, |found| found.1);
            found.is_some()
        });
        self
    }

    /// These documents; those that are in `other` too are worth more by that.
    pub(super) fn plus(mut self, other: &Self) -> Self {
        let mut rest = other.0.as_slice();
        for (doc, worth) in &mut self.0 {
            rest = from(rest, *doc);
            *worth += rest.first().filter(|found| found.0 == *doc).map_or(0.0, |found| found.1);
        }
        self
    }

    /// The documents that are not in `other`.
    pub(super) fn without(mut self, other: &Self) -> Self {
        let mut rest = other.0.as_slice();
        self.0.retain(|(doc, _)| {
            rest = from(rest, *doc);
            rest.first().is_none_or(|found| found.0 != *doc)
        });
        self
    }

    /// The same documents, each worth so many times as much.
    pub(super) fn times(mut self, factor: f32) -> Self {
        for (_, worth) in &mut self.0 {
            *worth *= factor;
        }
        self
    }
}

/// The entries from this document on. Gallops: lists of very different lengths are usual.
fn from(entries: &[(DocNumber, f32)], doc: DocNumber) -> &[(DocNumber, f32)] {
    let mut step = 1;
    while entries.get(step).is_some_and(|entry| entry.0 < doc) {
        step *= 2;
    }
    let (low, high) = (step / 2, entries.len().min(step + 1));
    let within = entries[low..high].partition_point(|entry| entry.0 < doc);
    &entries[low + within..]
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use proptest::prelude::*;

    use super::*;

    fn list(docs: &BTreeMap<DocNumber, u8>) -> List {
        List::sorted(docs.iter().map(|(doc, worth)| (*doc, f32::from(*worth))).collect())
    }

    fn docs() -> impl Strategy<Value = BTreeMap<DocNumber, u8>> {
        proptest::collection::btree_map(0..200u32, 1..9u8, 0..60)
    }

    proptest! {
        #[test]
        fn lists_are_sets(a in docs(), b in docs()) {
            let worth = |doc: &DocNumber, map: &BTreeMap<DocNumber, u8>| map.get(doc).copied();
            let both: BTreeMap<_, _> =
                a.iter().filter_map(|(doc, n)| Some((*doc, n + worth(doc, &b)?))).collect();
            prop_assert_eq!(list(&a).and(&list(&b)), list(&both));
            let mut any = b.clone();
            for (doc, n) in &a {
                let best = worth(doc, &b).unwrap_or(0).max(*n);
                any.insert(*doc, best);
            }
            prop_assert_eq!(list(&a).or(list(&b)), list(&any));
            let rest: BTreeMap<_, _> =
                a.iter().filter(|(doc, _)| !b.contains_key(doc)).map(|(doc, n)| (*doc, *n)).collect();
            prop_assert_eq!(list(&a).without(&list(&b)), list(&rest));
            let more: BTreeMap<_, _> =
                a.iter().map(|(doc, n)| (*doc, n + worth(doc, &b).unwrap_or(0))).collect();
            prop_assert_eq!(list(&a).plus(&list(&b)), list(&more));
        }
    }
}
