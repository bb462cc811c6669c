//! Redeeming a gift's code.
//!
//! A gift adds to what its redeemer has: it begins when the last of what runs out has run out. Who
//! pays for a subscription that renews itself, alone or in a group, would lose the time, and so is
//! told instead; the code stays good.

use jiff::{SignedDuration, Span, Timestamp, tz::TimeZone};
use kernel::time::from_millis;
use kernel::{MemberId, PlanKey};
use sea_orm::sea_query::Expr;
use sea_orm::{ActiveValue::Set, ColumnTrait, DbErr, EntityTrait, PaginatorTrait, QueryFilter};

use crate::billing::Billing;
use crate::codes::GiftCode;
use crate::entity::{code_attempt, gift, holding, plan_includes};
use crate::error::BillingError;
use crate::gifts::{GiftState, state};
use crate::plans::unreadable;

/// The time over which wrong codes are counted, and how many a member and a network may type.
const WINDOW: SignedDuration = SignedDuration::from_hours(1);
const TRIES: u64 = 10;
const TRIES_OF_NETWORK: u64 = 40;

/// What a code was worth.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Redeemed {
    /// The plan.
    pub plan: PlanKey,
    /// From when on it is the redeemer's.
    pub starts_at: Timestamp,
    /// Until when.
    pub ends_at: Timestamp,
    /// Who gave it.
    pub giver_name: String,
    /// With which words.
    pub message: String,
}

/// Why a code wasn't redeemed.
#[derive(Debug, thiserror::Error)]
pub enum RedeemError {
    /// Nobody has given this code.
    #[error("there is no such code")]
    NoSuchCode,
    /// Too many codes were tried that are none.
    #[error("too many wrong codes; try again in an hour")]
    TooMany,
    /// It was redeemed before.
    #[error("the code was redeemed before")]
    Used,
    /// The giver has the money back.
    #[error("the gift was taken back")]
    Void,
    /// It wasn't redeemed in time.
    #[error("the code has expired")]
    Expired,
    /// They read by a subscription that renews itself.
    #[error("the member has a subscription that renews itself")]
    Subscribed,
    /// They have the plan without end.
    #[error("the member has the plan for good")]
    ForGood,
    /// Plans failed.
    #[error(transparent)]
    Billing(#[from] BillingError),
}

impl Billing {
    /// Redeems a code for a member. `network` is the address that asks, or the part of it that one
    /// customer has; only a keyed hash of it is kept, and only of wrong codes.
    pub async fn redeem(&self, code: &str, member: MemberId, network: &str) -> Result<Redeemed, RedeemError> {
        let who = [format!("member {member}"), format!("network {}", self.keys()?.network(network))];
        if self.has_tried_too_often(&who).await? {
            return Err(RedeemError::TooMany);
        }
        let found = match code.parse::<GiftCode>() {
            Ok(code) => {
                gift::Entity::find()
                    .filter(gift::Column::CodeHash.eq(code.hash()))
                    .one(&self.database)
                    .await?
            }
            Err(_) => None,
        };
        let Some(row) = found else {
            self.note_wrong_code(&who).await?;
            return Err(RedeemError::NoSuchCode);
        };
        let now = self.now();
        match state(&row, now) {
            GiftState::Ready => {}
            GiftState::Unpaid => return Err(RedeemError::NoSuchCode),
            GiftState::Redeemed => return Err(RedeemError::Used),
            GiftState::Void => return Err(RedeemError::Void),
            GiftState::Expired => return Err(RedeemError::Expired),
        }
        let plan: PlanKey = row.plan.parse().map_err(|_| unreadable("gift", "plan", row.plan.clone()))?;
        if self.renews(member, &plan).await? {
            return Err(RedeemError::Subscribed);
        }
        let starts_at = self.free_from(member, &plan, now).await?.ok_or(RedeemError::ForGood)?;
        let ends_at = months_after(starts_at, row.months);
        let redeemed = gift::Entity::update_many()
            .col_expr(gift::Column::RedeemedBy, Expr::value(member.as_uuid()))
            .col_expr(gift::Column::RedeemedAt, Expr::value(now.as_millisecond()))
            .col_expr(gift::Column::StartsAt, Expr::value(starts_at.as_millisecond()))
            .col_expr(gift::Column::EndsAt, Expr::value(ends_at.as_millisecond()))
            .filter(gift::Column::Id.eq(row.id))
            // Of two at once one redeems it.
            .filter(gift::Column::RedeemedAt.is_null())
            .filter(gift::Column::VoidAt.is_null())
            .exec(&self.database)
            .await?;
        if redeemed.rows_affected == 0 {
            return Err(RedeemError::Used);
        }
        Ok(Redeemed { plan, starts_at, ends_at, giver_name: row.giver_name, message: row.message })
    }

    /// Whether a member has the plan by a subscription that renews itself: their own, or a seat's.
    async fn renews(&self, member: MemberId, plan: &PlanKey) -> Result<bool, BillingError> {
        let mut renewing = Vec::new();
        for purchase in self.purchases(member).await? {
            let facts = purchase.facts;
            let goes_on = facts.status.is_live() && facts.cancel_at.is_none();
            if facts.bought.is_plan() && goes_on {
                renewing.extend(facts.plan);
            }
        }
        for seat in self.own_seats(member).await? {
            renewing.extend(seat.plan.filter(|_| seat.renews));
        }
        Ok(self.with_included(renewing).await?.contains(plan))
    }

    /// Plans, and those that come with them.
    async fn with_included(&self, mut plans: Vec<PlanKey>) -> Result<Vec<PlanKey>, BillingError> {
        for row in plan_includes::Entity::find().all(&self.database).await? {
            if plans.iter().any(|plan| plan.as_str() == row.plan) {
                let included = row.included.parse();
                plans.push(included.map_err(|_| unreadable("plan_includes", "included", row.included))?);
            }
        }
        Ok(plans)
    }

    /// From when on a member hasn't the plan, after `now`; `None` if they have it for good.
    async fn free_from(
        &self,
        member: MemberId,
        plan: &PlanKey,
        now: Timestamp,
    ) -> Result<Option<Timestamp>, BillingError> {
        let held = holding::Entity::find()
            .filter(holding::Column::MemberId.eq(member.as_uuid()))
            .filter(holding::Column::Plan.eq(plan.as_str()))
            .all(&self.database)
            .await?;
        let mut free = now.as_millisecond();
        loop {
            let covers = |row: &&holding::Model| {
                row.starts_at <= free && row.ends_at.is_none_or(|ends_at| ends_at > free)
            };
            match held.iter().find(covers) {
                None => return Ok(Some(from_millis(free))),
                Some(row) => match row.ends_at {
                    None => return Ok(None),
                    Some(ends_at) => free = ends_at,
                },
            }
        }
    }

    async fn has_tried_too_often(&self, who: &[String; 2]) -> Result<bool, BillingError> {
        let now = self.now();
        let since = now.checked_sub(WINDOW).unwrap_or(now).as_millisecond();
        for (who, most) in who.iter().zip([TRIES, TRIES_OF_NETWORK]) {
            let tried = code_attempt::Entity::find()
                .filter(code_attempt::Column::Who.eq(who.as_str()))
                .filter(code_attempt::Column::At.gt(since))
                .count(&self.database)
                .await?;
            if tried >= most {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// Notes a wrong code, and forgets those that count no more.
    async fn note_wrong_code(&self, who: &[String; 2]) -> Result<(), BillingError> {
        let now = self.now();
        let since = now.checked_sub(WINDOW).unwrap_or(now).as_millisecond();
        let transaction = transaction::begin(&self.database).await?;
        let rows = who.iter().map(|who| code_attempt::ActiveModel {
            id: Set(kernel::id::v7(now)),
            who: Set(who.clone()),
            at: Set(now.as_millisecond()),
        });
        code_attempt::Entity::insert_many(rows).exec_without_returning(&transaction).await?;
        code_attempt::Entity::delete_many()
            .filter(code_attempt::Column::At.lte(since))
            .exec(&transaction)
            .await?;
        transaction.commit().await?;
        Ok(())
    }
}

impl From<DbErr> for RedeemError {
    fn from(error: DbErr) -> Self {
        Self::Billing(error.into())
    }
}

/// So many calendar months later.
fn months_after(at: Timestamp, months: i32) -> Timestamp {
    let span = Span::new().try_months(months).unwrap_or_default();
    let later = TimeZone::UTC.to_datetime(at).checked_add(span);
    later.and_then(|later| TimeZone::UTC.to_timestamp(later)).unwrap_or(Timestamp::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_are_the_calendars() {
        let at = |text: &str| text.parse::<Timestamp>().expect("a moment");
        assert_eq!(months_after(at("2026-08-31T10:00:00Z"), 6), at("2027-02-28T10:00:00Z"));
        assert_eq!(months_after(at("2026-11-24T10:00:00Z"), 12), at("2027-11-24T10:00:00Z"));
    }
}
