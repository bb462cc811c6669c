//! Transactions that write, and times as the database keeps them.

use jiff::{SignedDuration, Timestamp};

pub(crate) use transaction::begin;

/// The moment `by` after `now` (before it, if negative) in milliseconds after 1970.
pub(crate) fn millis_after(now: Timestamp, by: SignedDuration) -> i64 {
    now.saturating_add(by).unwrap_or(now).as_millisecond()
}
