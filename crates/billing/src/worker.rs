//! Doing the tasks, and looking regularly for what nobody told us of.

use std::sync::Arc;
use std::time::Duration;

use tokio::sync::Semaphore;
use tokio::task::JoinSet;
use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;
use tracing::Instrument;

use crate::billing::Billing;
use crate::error::BillingError;
use crate::stripe::Stripe;
use crate::tasks::Claimed;

/// Tasks done at the same time, so that one slow call doesn't hold up the others.
const LANES: usize = 8;
/// How often it is looked for tasks that another process has asked for. Those of this process wake
/// the worker at once.
const POLL: Duration = Duration::from_secs(1);
/// How often it is looked for what we never heard of.
const UPKEEP_EVERY: Duration = Duration::from_hours(1);
/// How soon after upkeep has failed it is tried again.
const UPKEEP_AGAIN: Duration = Duration::from_mins(5);

impl Billing {
    /// Works until cancelled, then finishes what is under way. Several workers, in one process or
    /// many, share the tasks.
    pub async fn work(self, cancel: CancellationToken) {
        let Some(stripe) = self.stripe.clone() else { return };
        if let Err(error) = self.ask_for_catalog().await {
            tracing::error!(%error, "can't ask for the plans to be pushed");
        }
        let (lanes, under_way) = (Arc::new(Semaphore::new(LANES)), TaskTracker::new());
        under_way.spawn(self.clone().keep_up(cancel.clone()));
        loop {
            let lane = tokio::select! {
                () = cancel.cancelled() => break,
                lane = Arc::clone(&lanes).acquire_owned() => lane,
            };
            let woken = self.wake.notified();
            match self.claim_task().await {
                Ok(Some(claimed)) => {
                    let (billing, stripe) = (self.clone(), stripe.clone());
                    under_way.spawn(async move {
                        if let Err(error) = billing.attempt(&stripe, &claimed).await {
                            tracing::error!(%error, "can't write down what came of a task; trying again");
                        }
                        drop(lane);
                    });
                    continue;
                }
                Ok(None) => {}
                Err(error) => tracing::error!(%error, "can't get at the tasks of billing; trying again"),
            }
            drop(lane);
            tokio::select! {
                () = cancel.cancelled() => break,
                () = woken => {}
                () = tokio::time::sleep(POLL) => {}
            }
        }
        under_way.close();
        under_way.wait().await;
    }

    /// Does all tasks that are due now; gives their number. Tests call it to know when all is done.
    pub async fn work_off(&self) -> Result<usize, BillingError> {
        let stripe = self.stripe()?.clone();
        let (mut lanes, mut count) = (JoinSet::new(), 0);
        loop {
            while lanes.len() < LANES
                && let Some(claimed) = self.claim_task().await?
            {
                let (billing, stripe) = (self.clone(), stripe.clone());
                lanes.spawn(async move { billing.attempt(&stripe, &claimed).await });
            }
            match lanes.join_next().await {
                Some(Ok(outcome)) => outcome?,
                Some(Err(stopped)) => std::panic::resume_unwind(stopped.into_panic()),
                None => return Ok(count),
            }
            count += 1;
        }
    }

    /// Does a task, or puts it back for later.
    async fn attempt(&self, stripe: &Stripe, claimed: &Claimed) -> Result<(), BillingError> {
        // Tasks name customers by Stripe's ids, which say nothing to others.
        let span = tracing::info_span!("billing", task = %claimed.task);
        let performed = self.perform(stripe, claimed).instrument(span).await;
        let outcome = if performed.is_ok() { "done" } else { "failed" };
        metrics::counter!("gazette_jobs_total", "job" => "billing", "outcome" => outcome).increment(1);
        match performed {
            Ok(()) => tracing::debug!(task = %claimed.task, "done"),
            Err(BillingError::TooSlow) => tracing::warn!(task = %claimed.task, "given to another worker"),
            Err(error) => {
                tracing::warn!(task = %claimed.task, %error, "failed; trying again later");
                self.task_failed(claimed, &error).await?;
            }
        }
        Ok(())
    }

    /// Applies the rule in force, and then regularly compares with Stripe and throws away what is
    /// over.
    async fn keep_up(self, cancel: CancellationToken) {
        loop {
            let pause = match self.upkeep().await {
                Ok(()) => UPKEEP_EVERY,
                Err(error) => {
                    tracing::warn!(%error, "can't compare billing with Stripe; trying again in five minutes");
                    UPKEEP_AGAIN
                }
            };
            tokio::select! {
                () = cancel.cancelled() => return,
                () = tokio::time::sleep(pause) => {}
            }
        }
    }

    async fn upkeep(&self) -> Result<(), BillingError> {
        let recomputed = self.apply_rule().await?;
        if recomputed > 0 {
            tracing::info!(recomputed, "the rule from money to access has changed");
        }
        let swept = self.sweep().await?;
        let missed = self.catch_up().await?;
        let compared = self.compare_some().await?;
        tracing::debug!(swept, missed, compared, "billing is compared with Stripe");
        Ok(())
    }
}
