//! What is told ahead of time: that a trial ends, that a long period will be renewed (which the law
//! of the European Union wants), that a card won't last.

use jiff::{SignedDuration, Timestamp};
use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter, QueryOrder};

use super::queue::{self, To};
use super::{Bought, Notice};
use crate::billing::Billing;
use crate::detail::Card;
use crate::entity::{notice, payment_detail, purchase};
use crate::error::BillingError;
use crate::facts::{Facts, Status};
use crate::prices::PriceId;
use crate::refresh;

const DAY: SignedDuration = SignedDuration::from_hours(24);
/// Days before the charge: of a renewal, of the first one after a trial, of the first one with a card
/// that has expired.
const RENEWAL: i32 = 30;
const TRIAL: i32 = 3;
const CARD: i32 = 30;
/// Days of a period whose renewal is told ahead: shorter ones come too often to be forgotten.
const LONG: i32 = 200;
/// Days of a trial whose end is told: of a shorter one the welcome says it.
const SHORT_TRIAL: i32 = 4;

impl Billing {
    /// Writes the notices that are due ahead of something. To be called now and then, by any node;
    /// what was written before isn't written again. Says how many there were.
    pub async fn foresee(&self) -> Result<usize, BillingError> {
        let now = self.now();
        let mut written = 0;
        for row in self.renewing(now).await? {
            let facts = refresh::parse(&row)?;
            written += usize::from(self.foresee_charge(now, &row, &facts).await?);
        }
        Ok(written + self.foresee_cards(now).await?)
    }

    /// Purchases that are charged within the time of the longest notice.
    async fn renewing(&self, now: Timestamp) -> Result<Vec<purchase::Model>, BillingError> {
        let soon = Condition::all()
            .add(purchase::Column::RenewsAt.gt(now.as_millisecond()))
            .add(purchase::Column::RenewsAt.lte(after(now, RENEWAL).as_millisecond()));
        let rows = purchase::Entity::find().filter(soon).order_by_asc(purchase::Column::RenewsAt);
        Ok(rows.all(&self.database).await?)
    }

    async fn foresee_charge(
        &self,
        now: Timestamp,
        row: &purchase::Model,
        facts: &Facts,
    ) -> Result<bool, BillingError> {
        let at = facts.period.until;
        let word = match facts.status {
            _ if facts.collection_paused => return Ok(false),
            Status::Trialing => "trial-ending",
            Status::Active => "renewal",
            _ => return Ok(false),
        };
        let (lead, long) = match facts.status {
            Status::Trialing => (TRIAL, SHORT_TRIAL),
            _ => (RENEWAL, LONG),
        };
        if after(now, lead) < at || at.duration_since(facts.period.from) < DAY * long {
            return Ok(false);
        }
        let key = format!("{word} {} {}", row.id, at.as_second());
        if self.was_written(&key).await? {
            return Ok(false);
        }
        // Without its amount the notice waits: the next round tries again.
        let amount = match self.stripe()?.next_charge(&row.id).await {
            Ok(amount) => amount,
            Err(failure) if failure.may_pass() => {
                tracing::warn!(error = %failure, "can't ask what a renewal will cost; trying again");
                return Ok(false);
            }
            Err(failure) => {
                tracing::warn!(error = %failure, "Stripe won't say what a renewal will cost");
                None
            }
        };
        let bought = bought(row, facts);
        let notice = match facts.status {
            Status::Trialing => Notice::TrialEnding { bought, at, amount },
            _ => Notice::Renewal { bought, at, amount },
        };
        queue::write(&self.database, now, &key, &To::Customer(row.customer.clone()), &notice, now).await?;
        Ok(true)
    }

    async fn foresee_cards(&self, now: Timestamp) -> Result<usize, BillingError> {
        let expiring = Condition::all()
            .add(payment_detail::Column::CardExpiresAt.gt(now.as_millisecond()))
            .add(payment_detail::Column::CardExpiresAt.lte(after(now, CARD).as_millisecond()));
        let details = payment_detail::Entity::find().filter(expiring).all(&self.database).await?;
        let mut written = 0;
        for detail in details {
            let Some(card) = detail.card.as_deref().and_then(|card| serde_json::from_str::<Card>(card).ok())
            else {
                continue;
            };
            let Some(expires_at) = card.expires_at() else { continue };
            let row = purchase::Entity::find_by_id(detail.purchase.as_str()).one(&self.database).await?;
            // Nothing is charged any more, or only while the card is good.
            let charged_after = |row: &purchase::Model| {
                row.renews_at.is_some_and(|renews| renews >= expires_at.as_millisecond())
            };
            let Some(row) = row.filter(charged_after) else { continue };
            let facts = refresh::parse(&row)?;
            let key = format!("card-expiring {} {} {}", row.id, card.last4, expires_at.as_second());
            if self.was_written(&key).await? {
                continue;
            }
            let notice = Notice::CardExpiring {
                bought: bought(&row, &facts),
                brand: card.brand,
                last4: card.last4,
                expires_at,
            };
            queue::write(&self.database, now, &key, &To::Customer(row.customer.clone()), &notice, now)
                .await?;
            written += 1;
        }
        Ok(written)
    }

    async fn was_written(&self, key: &str) -> Result<bool, BillingError> {
        let found = notice::Entity::find().filter(notice::Column::Key.eq(key)).one(&self.database).await?;
        Ok(found.is_some())
    }
}

fn bought(row: &purchase::Model, facts: &Facts) -> Bought {
    Bought { purchase: row.id.clone(), plan: facts.plan.clone(), price: row.price.map(PriceId) }
}

fn after(now: Timestamp, days: i32) -> Timestamp {
    now.checked_add(DAY * days).unwrap_or(Timestamp::MAX)
}
