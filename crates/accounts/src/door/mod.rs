//! The door of the newsroom: how staff prove who they are.
//!
//! A password opens half the door, or all of it for those who need no second factor and have none.
//! The other half is a one-time code (RFC 6238), a recovery code, or a passkey; a passkey alone opens
//! both halves, since its device has checked who holds it. What half of it opened is a *step*: a row
//! with a token that is good for [`STEP_LIFETIME`] and a few attempts.
//!
//! Failures are counted before anything is compared ([`limit`]), and a name that nobody has costs the
//! same work as one that somebody has.

use jiff::SignedDuration;

pub(crate) mod enter;
pub(crate) mod factor;
pub(crate) mod limit;
pub(crate) mod passkey;
pub(crate) mod password;
pub(crate) mod proof;
pub(crate) mod recovery;
pub(crate) mod step;
pub(crate) mod totp;

/// How long a sign-in may take between its first and its second half.
pub const STEP_LIFETIME: SignedDuration = SignedDuration::from_mins(10);

/// Second factors that can be tried in one step.
pub const MOST_STEP_ATTEMPTS: i32 = 5;
