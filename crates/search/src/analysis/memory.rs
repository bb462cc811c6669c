//! What was analysed lately: texts are made of few words, and analysing one costs a hundred times
//! what looking it up does.
//!
//! How fast an answer comes must not tell which words are in texts that the reader may not read. So
//! what was analysed is remembered apart by where it stands ([`Origin`]): a query is never the
//! faster because a closed text has its words.

use std::array::from_fn;
use std::collections::{BTreeMap, HashMap};
use std::hash::{BuildHasher, RandomState};
use std::mem;
use std::sync::{Arc, LazyLock, PoisonError, RwLock};

use super::Word;
use super::language::Profile;

/// Parts of a language's memory; each has a lock of its own.
const SHARDS: usize = 8;
/// Runs kept in each of a part's two generations; some 5 MB a language and origin at most.
const KEPT: usize = 1_000;
/// Longest run that is kept, in bytes: longer ones hardly come twice.
const LONGEST: usize = 40;

/// Where words stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Origin {
    /// In what somebody has typed.
    Query,
    /// In what everyone may see of a text.
    Open,
    /// In the other half of a text. Only what is done for those who may read it, and indexing, look
    /// here.
    Closed,
}

/// The runs of one language and their words. Whoever is asked for again survives.
#[derive(Default)]
struct Shard {
    young: HashMap<Box<str>, Arc<[Word]>>,
    old: HashMap<Box<str>, Arc<[Word]>>,
}

struct Memory {
    hasher: RandomState,
    shards: [RwLock<Shard>; SHARDS],
}

/// By language, then by origin.
static MEMORIES: LazyLock<BTreeMap<&'static str, [Memory; 3]>> =
    LazyLock::new(|| Profile::all().map(|profile| (profile.tag, from_fn(|_| Memory::new()))).collect());

/// The words of a run, remembered or found by `analyse`.
pub(super) fn remembered(
    run: &str,
    profile: &'static Profile,
    origin: Origin,
    analyse: impl FnOnce() -> Vec<Word>,
) -> Arc<[Word]> {
    let Some(memory) = memory(profile, origin).filter(|_| run.len() <= LONGEST) else {
        return analyse().into();
    };
    let shard = memory.shard(run);
    if let Some(words) = shard.read().unwrap_or_else(PoisonError::into_inner).young.get(run) {
        return Arc::clone(words);
    }
    let mut shard = shard.write().unwrap_or_else(PoisonError::into_inner);
    let words = shard.old.remove(run).unwrap_or_else(|| analyse().into());
    if shard.young.len() >= KEPT {
        shard.old = mem::take(&mut shard.young);
    }
    shard.young.insert(run.into(), Arc::clone(&words));
    words
}

fn memory(profile: &Profile, origin: Origin) -> Option<&'static Memory> {
    let [query, open, closed] = MEMORIES.get(profile.tag)?;
    Some(match origin {
        Origin::Query => query,
        Origin::Open => open,
        Origin::Closed => closed,
    })
}

impl Memory {
    fn new() -> Self {
        Self { hasher: RandomState::new(), shards: from_fn(|_| RwLock::default()) }
    }

    fn shard(&self, run: &str) -> &RwLock<Shard> {
        // The remainder is smaller than the number of shards.
        #[expect(clippy::cast_possible_truncation, reason = "any bits of a hash do")]
        let index = self.hasher.hash_one(run) as usize % SHARDS;
        &self.shards[index]
    }
}

/// Whether a run is remembered.
#[cfg(test)]
pub(crate) fn knows(run: &str, locale: &kernel::Locale, origin: Origin) -> bool {
    let Some(memory) = memory(Profile::of(locale), origin) else { return false };
    let shard = memory.shard(run).read().unwrap_or_else(PoisonError::into_inner);
    shard.young.contains_key(run) || shard.old.contains_key(run)
}
