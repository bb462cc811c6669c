//! What has changed in a source since a translation was made from it.

use std::collections::{HashMap, HashSet};

use super::block::{Block, BlockId};

/// The difference between two revisions of a source, by block.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Staleness {
    /// Blocks that read differently now.
    pub changed: Vec<BlockId>,
    /// Blocks that are new.
    pub added: Vec<BlockId>,
    /// How many blocks are gone.
    pub removed: usize,
}

impl Staleness {
    /// Whether nothing changed.
    #[must_use]
    pub fn is_none(&self) -> bool {
        *self == Self::default()
    }
}

/// Compares the source as the translation was made from it with the source now. A block that was
/// rewritten so far that it got another name still stands in its old place: it has changed, and
/// counts once.
#[must_use]
pub fn staleness(then: &[Block], now: &[Block]) -> Staleness {
    let before: HashMap<&BlockId, &str> = then.iter().map(|block| (&block.id, block.hash.as_str())).collect();
    let after: HashSet<&BlockId> = now.iter().map(|block| &block.id).collect();
    // The blocks that are gone, by the block before them that is still there.
    let mut gone: HashMap<Option<&BlockId>, usize> = HashMap::new();
    let mut staleness = Staleness::default();
    let mut anchor = None;
    for block in then {
        if after.contains(&block.id) {
            anchor = Some(&block.id);
        } else {
            *gone.entry(anchor).or_default() += 1;
        }
    }
    anchor = None;
    for block in now {
        let Some(hash) = before.get(&block.id) else {
            match gone.get_mut(&anchor).filter(|left| **left > 0) {
                Some(left) => {
                    *left -= 1;
                    staleness.changed.push(block.id.clone());
                }
                None => staleness.added.push(block.id.clone()),
            }
            continue;
        };
        anchor = Some(&block.id);
        if *hash != block.hash {
            staleness.changed.push(block.id.clone());
        }
    }
    staleness.removed = gone.values().sum();
    staleness
}

#[cfg(test)]
mod tests {
    use super::super::{carry_ids, outline};
    use super::*;

    /// Changed, added and removed blocks between two bodies.
    fn difference(then: &str, now: &str) -> (usize, usize, usize) {
        let mut next = 0u64;
        let mut fresh = || {
            next += 1;
            BlockId::from_random(next.wrapping_mul(0x9E37_79B9_7F4A_7C15))
        };
        let outlined = outline(then);
        let texts: Vec<_> = outlined.iter().map(|block| block.markdown.clone()).collect();
        let then: Vec<_> = carry_ids(&[], outlined, &mut fresh).into_iter().zip(texts).collect();
        let now = carry_ids(&then, outline(now), &mut fresh);
        let then: Vec<_> = then.into_iter().map(|(block, _)| block).collect();
        let staleness = staleness(&then, &now);
        (staleness.changed.len(), staleness.added.len(), staleness.removed)
    }

    #[test]
    fn what_a_reader_would_call_one_change_counts_once() {
        let then = "One stands here.\n\nTwo stands there.\n\nThree is last.";
        let table = [
            ("One stands here.\n\nTwo stands there.\n\nThree is last.", (0, 0, 0), "nothing"),
            ("One stands here.\n\nTwo stood there.\n\nThree is last.", (1, 0, 0), "an edit"),
            ("One stands here.\n\nSomething else entirely.\n\nThree is last.", (1, 0, 0), "a rewriting"),
            ("Quite another opening.\n\nTwo stands there.\n\nThree is last.", (1, 0, 0), "of the first"),
            ("One stands here.\n\nTwo stands there.\n\nA wholly new ending now.", (1, 0, 0), "of the last"),
            ("One stands here.\n\nThree is last.", (0, 0, 1), "a cut"),
            (
                "One stands here.\n\nFresh words come in.\n\nTwo stands there.\n\nThree is last.",
                (0, 1, 0),
                "a new one",
            ),
            (
                "One stands here.\n\nFresh words come in.\n\nMore of them follow.\n\nThree is last.",
                (1, 1, 0),
                "one into two",
            ),
            ("Everything differs.", (1, 0, 2), "three into one"),
        ];
        for (now, expected, what) in table {
            assert_eq!(difference(then, now), expected, "{what}");
        }
    }
}
