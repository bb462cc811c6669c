//! One newtype an entity, so that a wrong id can't be passed.
//!
//! Ids are UUIDv7 (RFC 9562): they sort by creation time, which keeps database indexes dense.

use std::fmt;
use std::str::FromStr;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

macro_rules! id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(Uuid);

        impl $name {
            /// A fresh id that sorts by `now`.
            #[must_use]
            pub fn new(now: Timestamp) -> Self {
                Self(v7(now))
            }

            /// The id as the database keeps it.
            #[must_use]
            pub const fn as_uuid(self) -> Uuid {
                self.0
            }
        }

        impl From<Uuid> for $name {
            fn from(id: Uuid) -> Self {
                Self(id)
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "{}({})", stringify!($name), self.0)
            }
        }

        impl FromStr for $name {
            type Err = uuid::Error;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                Uuid::from_str(text).map(Self)
            }
        }
    };
}

id! {
    /// One story in all its languages. Whatever counts per story (meter, gift, bookmark, grant)
    /// is keyed on this, never on the translation.
    ArticleId
}
id! {
    /// One story in one language.
    TranslationId
}
id! {
    /// An immutable snapshot of a translation.
    RevisionId
}
id! {
    /// A section, a tag or an author.
    TermId
}
id! {
    /// A reader with an account; staff are members with a role.
    MemberId
}
id! {
    /// One signed-in browser.
    SessionId
}

/// Place of a change in the outbox: gapless, and in the order in which changes were committed.
pub type OutboxSeq = i64;

/// UUIDv7 at `now`, for rows whose ids leave their crate untyped or not at all; times before 1970
/// count as 1970.
#[must_use]
pub fn v7(now: Timestamp) -> Uuid {
    let seconds = u64::try_from(now.as_second()).unwrap_or(0);
    let nanos = u32::try_from(now.subsec_nanosecond()).unwrap_or(0);
    Uuid::new_v7(uuid::Timestamp::from_unix(uuid::NoContext, seconds, nanos))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_sort_by_time() {
        let early = ArticleId::new(Timestamp::from_second(1_000).expect("valid"));
        let late = ArticleId::new(Timestamp::from_second(2_000).expect("valid"));
        assert!(early < late);
        assert_eq!(early.to_string().parse::<ArticleId>().expect("round trip"), early);
    }
}
