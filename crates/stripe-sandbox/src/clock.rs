//! Which time it is: a moment that stands still until it is moved, or the wall clock plus an offset.

use jiff::{SignedDuration, Timestamp};

/// How the sandbox's time runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Clock {
    /// Stands still at this moment and moves only by [`Sandbox::advance`](crate::Sandbox::advance).
    Virtual(Timestamp),
    /// Follows the wall clock, this far ahead of it (or behind); advancing makes the offset larger.
    Wall(SignedDuration),
}

impl Clock {
    /// Unix seconds now, for a clock that moves by itself.
    pub(crate) fn follows(self) -> Option<i64> {
        match self {
            Self::Virtual(_) => None,
            Self::Wall(offset) => Some(wall_seconds() + offset.as_secs()),
        }
    }

    pub(crate) fn start(self) -> i64 {
        match self {
            Self::Virtual(moment) => moment.as_second(),
            Self::Wall(offset) => wall_seconds() + offset.as_secs(),
        }
    }
}

/// Unix seconds by the wall clock: the one place that reads it.
#[expect(clippy::disallowed_methods, reason = "this is where time is passed in")]
pub(crate) fn wall_seconds() -> i64 {
    Timestamp::now().as_second()
}
