//! What was analysed lately: texts are made of few words, and analysing one costs a hundred times
//! what looking it up does.

use std::collections::HashMap;
use std::hash::{BuildHasher, RandomState};
use std::mem;
use std::sync::{Arc, LazyLock, PoisonError, RwLock};

use super::Word;
use super::language::Profile;

/// Parts of a language's memory; each has a lock of its own.
const SHARDS: usize = 8;
/// Runs kept in each of a part's two generations; some 5 MB a language at most.
const KEPT: usize = 1_000;
/// Longest run that is kept, in bytes: longer ones hardly come twice.
const LONGEST: usize = 40;

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

static MEMORIES: LazyLock<HashMap<&'static str, Memory>> = LazyLock::new(|| {
    let memory = || Memory { hasher: RandomState::new(), shards: Default::default() };
    Profile::all().map(|profile| (profile.tag, memory())).collect()
});

/// The words of a run, remembered or found by `analyse`.
pub(super) fn remembered(
    run: &str,
    profile: &'static Profile,
    analyse: impl FnOnce() -> Vec<Word>,
) -> Arc<[Word]> {
    let Some(memory) = MEMORIES.get(profile.tag).filter(|_| run.len() <= LONGEST) else {
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

impl Memory {
    fn shard(&self, run: &str) -> &RwLock<Shard> {
        // The remainder is smaller than the number of shards.
        #[expect(clippy::cast_possible_truncation, reason = "any bits of a hash do")]
        let index = self.hasher.hash_one(run) as usize % SHARDS;
        &self.shards[index]
    }
}
