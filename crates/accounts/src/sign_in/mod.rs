//! Signing in by a mail: start, look, finish.

use jiff::{SignedDuration, Timestamp};

use crate::entity::sign_in;

pub(crate) mod finish;
pub(crate) mod peek;
pub(crate) mod start;

/// How long a link and its code are good.
pub const SIGN_IN_LIFETIME: SignedDuration = SignedDuration::from_mins(15);

/// Whether a sign-in can still be finished.
enum State {
    Open,
    Expired,
    Used,
}

impl sign_in::Model {
    fn state(&self, now: Timestamp) -> State {
        if self.used_at.is_some() {
            State::Used
        } else if self.expires_at <= now.as_millisecond() {
            State::Expired
        } else {
            State::Open
        }
    }
}
