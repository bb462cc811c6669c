//! A subscriber's pause: nothing is charged, and nothing is read beyond what is paid.

use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp, ToSpan};
use kernel::MemberId;

use crate::billing::Billing;
use crate::error::BillingError;
use crate::facts::{Facts, Status};
use crate::purchases::Purchase;
use crate::rule;

/// Months a pause may last.
pub const PAUSES: std::ops::RangeInclusive<u8> = 1..=3;
/// Collecting goes on this long before the first renewal that is paid again, so that it is.
const BEFORE: SignedDuration = SignedDuration::from_hours(1);
/// Periods longer than this aren't paused: there is no payment to skip within three months.
const SHORT: SignedDuration = SignedDuration::from_hours(24 * 62);

impl Purchase {
    /// Whether its holder may pause it.
    #[must_use]
    pub fn may_pause(&self) -> bool {
        let facts = &self.facts;
        facts.status == Status::Active
            && facts.cancel_at.is_none()
            && facts.unpaid_since.is_none()
            && !facts.collection_paused
            && facts.period.until.duration_since(facts.period.from) <= SHORT
    }
}

impl Billing {
    /// Skips the next `months` payments of a member's subscription: it rests from the end of what
    /// is paid, and goes on by itself.
    pub async fn pause(&self, member: MemberId, purchase: &str, months: u8) -> Result<(), BillingError> {
        let own = self.own(member, purchase).await?;
        if !own.may_pause() || !PAUSES.contains(&months) {
            return Err(BillingError::NotNow);
        }
        let resumes_at = resumes_at(&own.facts, months).ok_or(BillingError::NotNow)?;
        self.stripe()?.pause(purchase, resumes_at).await?;
        self.look_at(&own).await
    }

    /// Ends a member's pause now. If what was paid is used up, a new period begins and is paid at
    /// once; if that fails, the pause goes on.
    pub async fn end_pause(&self, member: MemberId, purchase: &str) -> Result<(), BillingError> {
        let own = self.own(member, purchase).await?;
        if !own.facts.collection_paused || !own.facts.status.is_live() {
            return Err(BillingError::NotNow);
        }
        let paid = rule::paid_until(&own.facts) > self.now();
        self.stripe()?.end_pause(purchase, !paid).await?;
        self.look_at(&own).await
    }
}

fn resumes_at(facts: &Facts, months: u8) -> Option<Timestamp> {
    let renewal = facts.period.until.to_zoned_datetime(TimeZone::UTC);
    let first_paid = renewal.checked_add(i64::from(months).months()).ok()?.timestamp();
    first_paid.checked_sub(BEFORE).ok()
}
