//! A bounded list that many threads append to at once.

use std::cell::Cell;
use std::mem;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};

/// Lists that are appended to apart, so that threads seldom wait for each other.
const SHARDS: usize = 16;

/// The list; its order is of no meaning.
pub(super) struct Buffer<T> {
    shards: [Mutex<Vec<T>>; SHARDS],
    /// Most that one shard holds.
    most: usize,
}

impl<T> Buffer<T> {
    /// An empty list of at most so many. It takes memory only as it grows.
    pub(super) fn holding(most: usize) -> Self {
        Self { shards: std::array::from_fn(|_| Mutex::default()), most: most.div_ceil(SHARDS) }
    }

    /// Appends; `false` if the calling thread's part is full, and then nothing is kept.
    pub(super) fn push(&self, item: T) -> bool {
        let mut shard = self.shards[own_shard()].lock().unwrap_or_else(PoisonError::into_inner);
        let fits = shard.len() < self.most;
        if fits {
            shard.push(item);
        }
        fits
    }

    /// Takes everything.
    pub(super) fn take(&self) -> Vec<T> {
        let taken = self.shards.iter().map(|shard| {
            let mut shard = shard.lock().unwrap_or_else(PoisonError::into_inner);
            let next = Vec::with_capacity(shard.len());
            mem::replace(&mut *shard, next)
        });
        taken.flatten().collect()
    }
}

/// The shard of this thread: threads are dealt out in turn.
fn own_shard() -> usize {
    static NEXT: AtomicUsize = AtomicUsize::new(0);
    thread_local! {
        static OWN: Cell<Option<usize>> = const { Cell::new(None) };
    }
    OWN.with(|own| {
        own.get().unwrap_or_else(|| {
            let shard = NEXT.fetch_add(1, Ordering::Relaxed) % SHARDS;
            own.set(Some(shard));
            shard
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_lost_until_it_is_full() {
        let buffer = Buffer::holding(16 * 100);
        let pushed: usize = std::thread::scope(|scope| {
            let threads: Vec<_> =
                (0..4).map(|_| scope.spawn(|| (0..150).filter(|n| buffer.push(*n)).count())).collect();
            threads.into_iter().map(|thread| thread.join().expect("no panic")).sum()
        });
        assert!((100..600).contains(&pushed), "{pushed}: each thread's part is bounded");
        assert_eq!(buffer.take().len(), pushed);
        assert!(buffer.take().is_empty());
        assert!(buffer.push(1), "there is room again");
    }
}
