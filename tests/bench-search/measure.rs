//! How long answers take, and whether they are the right ones.

use std::future::Future;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use uuid::Uuid;

use crate::questions::Known;

/// Time measured, after as much again to warm up.
const TIME: Duration = Duration::from_secs(3);

/// What somebody found who looked for something that is there.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Relevance {
    asked: u32,
    found: u32,
    reciprocal_ranks: f64,
}

impl Relevance {
    /// One question more, and the place of what was sought.
    pub(crate) fn add(&mut self, place: Option<usize>) {
        self.asked += 1;
        if let Some(place) = place.filter(|place| *place < 10) {
            self.found += 1;
            self.reciprocal_ranks += 1.0 / (place + 1) as f64;
        }
    }

    /// Mean of 1/rank, 0 where it isn't among the first ten.
    pub(crate) fn mrr(self) -> f64 {
        self.reciprocal_ranks / f64::from(self.asked.max(1))
    }

    /// Share that is among the first ten.
    pub(crate) fn recall(self) -> f64 {
        f64::from(self.found) / f64::from(self.asked.max(1))
    }
}

/// Asks for what is known to be there.
pub(crate) async fn relevance<'a, F: Future<Output = Vec<Uuid>>>(
    known: &'a [Known<'a>],
    ask: impl Fn(&'a Known<'a>) -> F,
) -> Relevance {
    let mut relevance = Relevance::default();
    for known in known {
        let found = ask(known).await;
        relevance.add(found.iter().position(|id| *id == known.document.translation.as_uuid()));
    }
    relevance
}

/// The answers of some clients who ask again as soon as they are answered.
pub(crate) struct Load {
    pub(crate) per_second: f64,
    pub(crate) p50: Duration,
    pub(crate) p99: Duration,
}

/// Lets `clients` ask all questions in turn for some seconds.
pub(crate) async fn load<F>(
    clients: usize,
    questions: usize,
    ask: impl Fn(usize) -> F + Clone + Send + Sync + 'static,
) -> Load
where
    F: Future<Output = ()> + Send + 'static,
{
    let next = Arc::new(AtomicUsize::new(0));
    let start = Instant::now() + TIME;
    let tasks: Vec<_> = (0..clients)
        .map(|_| {
            let (next, ask) = (Arc::clone(&next), ask.clone());
            tokio::spawn(async move {
                let mut times = Vec::new();
                loop {
                    let begun = Instant::now();
                    if begun > start + TIME {
                        return times;
                    }
                    ask(next.fetch_add(1, Ordering::Relaxed) % questions).await;
                    if begun > start {
                        times.push(begun.elapsed());
                    }
                }
            })
        })
        .collect();
    let mut times = Vec::new();
    for task in tasks {
        times.extend(task.await.expect("no panic"));
    }
    times.sort_unstable();
    let at = |share: usize| times.get(times.len() * share / 100).copied().unwrap_or_default();
    Load { per_second: times.len() as f64 / TIME.as_secs_f64(), p50: at(50), p99: at(99) }
}
