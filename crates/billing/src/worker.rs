//! Doing the tasks, and looking regularly for what nobody told us of.

use std::time::Duration;

use tokio_util::sync::CancellationToken;
use tracing::Instrument;

use crate::billing::Billing;
use crate::error::BillingError;
use crate::stripe::Stripe;

/// How often it is looked for tasks that another process has asked for. Those of this process wake
/// the worker at once.
const POLL: Duration = Duration::from_secs(1);
/// How often Stripe is asked for events that never came.
const CATCH_UP_EVERY: Duration = Duration::from_hours(1);

impl Billing {
    /// Works until cancelled. Several workers, in one process or many, share the tasks.
    pub async fn work(self, cancel: CancellationToken) {
        let Some(stripe) = self.stripe.clone() else { return };
        if let Err(error) = self.ask_for_catalog().await {
            tracing::error!(%error, "can't ask for the plans to be pushed");
        }
        let mut caught_up: Option<tokio::time::Instant> = None;
        while !cancel.is_cancelled() {
            let woken = self.wake.notified();
            if let Err(error) = self.work_through(&stripe).await {
                tracing::error!(%error, "can't get at the tasks of billing; trying again");
            }
            if caught_up.is_none_or(|at| at.elapsed() >= CATCH_UP_EVERY) {
                caught_up = Some(tokio::time::Instant::now());
                if let Err(error) = self.catch_up().await {
                    tracing::warn!(%error, "can't ask Stripe for missed events; trying again in an hour");
                }
            }
            tokio::select! {
                () = cancel.cancelled() => {}
                () = woken => {}
                () = tokio::time::sleep(POLL) => {}
            }
        }
    }

    /// Does all tasks that are due now; gives their number. Tests call it to know when all is done.
    pub async fn work_off(&self) -> Result<usize, BillingError> {
        let stripe = self.stripe()?.clone();
        self.work_through(&stripe).await
    }

    async fn work_through(&self, stripe: &Stripe) -> Result<usize, BillingError> {
        let mut count = 0;
        while let Some(claimed) = self.claim_task().await? {
            count += 1;
            // Tasks name customers by Stripe's ids, which say nothing to others.
            let span = tracing::info_span!("billing", task = %claimed.task);
            let performed = self.perform(stripe, &claimed).instrument(span).await;
            let outcome = if performed.is_ok() { "done" } else { "failed" };
            metrics::counter!("gazette_jobs_total", "job" => "billing", "outcome" => outcome).increment(1);
            match performed {
                Ok(()) => tracing::debug!(task = %claimed.task, "done"),
                Err(BillingError::TooSlow) => tracing::warn!(task = %claimed.task, "given to another worker"),
                Err(error) => {
                    tracing::warn!(task = %claimed.task, %error, "failed; trying again later");
                    self.task_failed(&claimed, &error.to_string()).await?;
                }
            }
        }
        Ok(count)
    }
}
