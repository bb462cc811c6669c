//! One keeper at a time for an index that nodes share.
//!
//! Two kinds of work are held apart: following the outbox, and building a new index, which takes
//! long and must not keep changes from being followed. Who holds a lease renews it while at work
//! and gives it back; if it is killed, others wait until the lease has run out.

use std::future::Future;
use std::pin::pin;
use std::sync::{MutexGuard, PoisonError};
use std::time::Duration;

use jiff::SignedDuration;
use kernel::OutboxSeq;

use super::{Worker, WorkerError};

/// For how long a lease is taken, in seconds: how long indexing rests if its keeper is killed.
const LEASE: i64 = 15;
/// How often it is renewed.
const RENEW: Duration = Duration::from_secs(5);
/// How often somebody asks who must have it.
const ASK: Duration = Duration::from_millis(200);

/// What one worker at a time may do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Work {
    /// Writing to the index in use, or exchanging it.
    Following,
    /// Building a new one beside it.
    Building,
}

impl Work {
    fn name(self) -> &'static str {
        match self {
            Self::Following => "search",
            Self::Building => "search-build",
        }
    }
}

impl Worker {
    /// Does work that no other may do at the same time; [`WorkerError::Taken`] if another is at it.
    /// Where each node has its own index there is nobody to be kept away.
    pub(super) async fn alone<T>(
        &self,
        what: Work,
        work: impl Future<Output = Result<T, WorkerError>>,
    ) -> Result<T, WorkerError> {
        if !self.engine.is_shared() || self.holds(what) {
            return work.await;
        }
        self.take(what, LEASE).await?.ok_or(WorkerError::Taken)?;
        self.held().push(what);
        let outcome = self.renewing(what, work).await;
        self.held().retain(|held| *held != what);
        // Another's stays as it is. If this fails, it runs out.
        let _ = self.take(what, 0).await;
        outcome
    }

    /// The same, but waits until nobody else is at it.
    pub(super) async fn in_turn<T>(
        &self,
        what: Work,
        work: impl Future<Output = Result<T, WorkerError>>,
    ) -> Result<T, WorkerError> {
        while self.engine.is_shared() && !self.holds(what) && self.take(what, LEASE).await?.is_none() {
            tokio::time::sleep(ASK).await;
        }
        self.alone(what, work).await
    }

    async fn renewing<T>(
        &self,
        what: Work,
        work: impl Future<Output = Result<T, WorkerError>>,
    ) -> Result<T, WorkerError> {
        let mut work = pin!(work);
        loop {
            tokio::select! {
                outcome = &mut work => return outcome,
                () = tokio::time::sleep(RENEW) => {
                    self.take(what, LEASE).await?.ok_or(WorkerError::Taken)?;
                }
            }
        }
    }

    fn holds(&self, what: Work) -> bool {
        self.held().contains(&what)
    }

    fn held(&self) -> MutexGuard<'_, Vec<Work>> {
        self.held.lock().unwrap_or_else(PoisonError::into_inner)
    }

    async fn take(&self, what: Work, seconds: i64) -> Result<Option<OutboxSeq>, WorkerError> {
        let time = SignedDuration::from_secs(seconds);
        Ok(self.store.lease(what.name(), &self.owner, time).await?)
    }
}
