//! What has changed in a source since a translation was made from it.

use std::collections::HashMap;

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

/// Compares the source as the translation was made from it with the source now.
#[must_use]
pub fn staleness(then: &[Block], now: &[Block]) -> Staleness {
    let before: HashMap<&BlockId, &str> = then.iter().map(|block| (&block.id, block.hash.as_str())).collect();
    let mut staleness = Staleness::default();
    let mut kept = 0;
    for block in now {
        match before.get(&block.id) {
            None => staleness.added.push(block.id.clone()),
            Some(hash) => {
                kept += 1;
                if *hash != block.hash {
                    staleness.changed.push(block.id.clone());
                }
            }
        }
    }
    staleness.removed = then.len().saturating_sub(kept);
    staleness
}
