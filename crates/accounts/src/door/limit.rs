//! Failures, counted before anything is compared, and the growing time for which nothing more is
//! tried.
//!
//! A browser that was once signed in as somebody has a count of its own (OWASP, "Slow down online
//! guessing attacks with device cookies"): whoever guesses at an owner's password elsewhere slows down
//! only strangers, never the owner.

use jiff::SignedDuration;
use sea_orm::sea_query::{Expr, OnConflict};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter};
use serde_json::json;

use crate::accounts::Accounts;
use crate::audit::Actor;
use crate::entity::failed_proof;
use crate::error::AccountError;
use crate::{audit, database};

/// Failures from one address or browser that cost nothing.
const FREE: i32 = 5;
/// The same for a network, behind which many people are.
const FREE_OF_NETWORK: i32 = 30;
/// The longest time for which nothing is tried.
const LONGEST: SignedDuration = SignedDuration::from_mins(15);
/// After this long without a failure they are forgotten.
const FORGOTTEN: SignedDuration = SignedDuration::from_hours(24);

/// Something whose failures are counted.
#[derive(Clone, Debug)]
pub(crate) struct Limit {
    mark: String,
    free: i32,
    is_network: bool,
}

/// Nothing is tried for a while.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Wait {
    pub(crate) seconds: i64,
}

impl Accounts {
    /// What counts for a proof: the browser, if it is known; else whom it is about, and the network.
    pub(crate) fn limits(&self, about: &str, browser: Option<&str>, network: &str) -> Vec<Limit> {
        let own = |kind, name| Limit { mark: self.keys.failure(kind, name), free: FREE, is_network: false };
        if let Some(browser) = browser {
            return vec![own("browser", &format!("{browser} {about}"))];
        }
        let mark = self.keys.failure("network", network);
        vec![own("about", about), Limit { mark, free: FREE_OF_NETWORK, is_network: true }]
    }

    /// Counts a failure for each, before it is known to be one; `Err` if nothing may be tried now.
    /// `subject` is whom it is about, for the audit trail, which is told when it begins to take long.
    pub(crate) async fn take_attempt(
        &self,
        limits: &[Limit],
        actor: &Actor,
        subject: &str,
    ) -> Result<Result<(), Wait>, AccountError> {
        let now = self.now();
        let transaction = database::begin(&self.database).await?;
        let locks = limits.iter().map(|limit| self.keys.lock(&limit.mark)).collect();
        database::lock(&transaction, locks).await?;
        let marks: Vec<&str> = limits.iter().map(|limit| limit.mark.as_str()).collect();
        let rows = failed_proof::Entity::find()
            .filter(failed_proof::Column::Mark.is_in(marks))
            .all(&transaction)
            .await?;
        let now_millis = now.as_millisecond();
        let busy = rows.iter().map(|row| row.free_at - now_millis).max().unwrap_or(0);
        if busy > 0 {
            return Ok(Err(Wait { seconds: (busy + 999) / 1000 }));
        }
        let forgotten = database::millis_after(now, -FORGOTTEN);
        for limit in limits {
            let known = rows.iter().find(|row| row.mark == limit.mark && row.last_at > forgotten);
            let failures = known.map_or(0, |row| row.failures).saturating_add(1);
            let row = failed_proof::ActiveModel {
                mark: Set(limit.mark.clone()),
                failures: Set(failures),
                last_at: Set(now_millis),
                free_at: Set(database::millis_after(now, pause(failures - limit.free))),
            };
            let replaced = OnConflict::column(failed_proof::Column::Mark)
                .update_columns([
                    failed_proof::Column::Failures,
                    failed_proof::Column::LastAt,
                    failed_proof::Column::FreeAt,
                ])
                .to_owned();
            failed_proof::Entity::insert(row)
                .on_conflict(replaced)
                .exec_without_returning(&transaction)
                .await?;
            if failures == limit.free + 1 {
                let detail = json!({ "failures": failures - 1, "network": limit.is_network });
                audit::record(&transaction, now, actor, "sign-in-slowed", subject, &detail).await?;
            }
        }
        transaction.commit().await?;
        Ok(Ok(()))
    }

    /// It wasn't a failure: whom it is about starts anew, and the network is as it was.
    pub(crate) async fn give_attempt_back(&self, limits: &[Limit]) -> Result<(), AccountError> {
        // Here alone: it has a `min` and a `max` of its own.
        use sea_orm::sea_query::ExprTrait;
        for limit in limits {
            let mark = failed_proof::Column::Mark.eq(limit.mark.as_str());
            if limit.is_network {
                let less = Expr::col(failed_proof::Column::Failures).sub(1);
                failed_proof::Entity::update_many()
                    .col_expr(failed_proof::Column::Failures, less)
                    .col_expr(failed_proof::Column::FreeAt, Expr::value(0_i64))
                    .filter(mark)
                    .filter(failed_proof::Column::Failures.gt(0))
                    .exec(&self.database)
                    .await?;
            } else {
                failed_proof::Entity::delete_many().filter(mark).exec(&self.database).await?;
            }
        }
        Ok(())
    }
}

/// For how long nothing is tried after so many failures too many: 1, 2, 4 … seconds, up to
/// [`LONGEST`].
fn pause(too_many: i32) -> SignedDuration {
    match u32::try_from(too_many) {
        Ok(n) if n > 0 => SignedDuration::from_secs(1_i64 << (n - 1).min(20)).min(LONGEST),
        _ => SignedDuration::ZERO,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pauses_double_up_to_a_quarter_of_an_hour() {
        let seconds: Vec<i64> = [-3, 0, 1, 2, 3, 10, 11, 1_000].map(|n| pause(n).as_secs()).to_vec();
        assert_eq!(seconds, [0, 0, 1, 2, 4, 512, 900, 900]);
    }
}
