//! Counting stories: the pure rule of the meter, the same for a visitor's cookie and a member's
//! ledger.
//!
//! A story counts at once when it is opened, so that the wall holds. It is given back if its reader
//! left it within [`BOUNCE`]: because the next story is opened that soon, or because the browser
//! says that it was left. Saying so opens nothing: at most [`MOST_BOUNCES`] are given back a month,
//! so nobody reads more than the limit and these, whatever they claim.

use jiff::{SignedDuration, Timestamp};
use kernel::ArticleId;

/// Who leaves a story sooner than this hasn't read it.
pub const BOUNCE: SignedDuration = SignedDuration::from_secs(10);
/// Stories left at once that don't count, in a month.
pub const MOST_BOUNCES: u8 = 5;
/// How long a message may be under way that a story was left.
const UNDER_WAY: SignedDuration = SignedDuration::from_secs(3);

/// One story that counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Read {
    /// The story, in whatever language.
    pub article: ArticleId,
    /// When it was opened.
    pub at: Timestamp,
}

/// What somebody has read on the meter in a month.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// The stories that count, each once.
    pub reads: Vec<Read>,
    /// How many were given back because they were left at once.
    pub bounces: u8,
}

/// What came of wanting to read a story.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Taken {
    /// It counts already, and is open.
    Again,
    /// It counts from now on, and is open; the story before may have been given back for it.
    Counted {
        /// The story given back.
        bounced: Option<ArticleId>,
    },
    /// The month's stories are used up.
    UsedUp,
}

impl Tally {
    /// Whether the story counts, and so is open.
    #[must_use]
    pub fn has(&self, article: ArticleId) -> bool {
        self.reads.iter().any(|read| read.article == article)
    }

    /// How many stories more can be read.
    #[must_use]
    pub fn left(&self, limit: u16) -> u16 {
        limit.saturating_sub(u16::try_from(self.reads.len()).unwrap_or(u16::MAX))
    }

    /// Counts a story that is about to be read.
    pub fn take(&mut self, article: ArticleId, limit: u16, now: Timestamp) -> Taken {
        if self.has(article) {
            return Taken::Again;
        }
        let last = self.reads.iter().max_by_key(|read| read.at).copied();
        let bounced = last.filter(|last| self.may_return(*last, now, BOUNCE)).map(|last| last.article);
        let counting = self.reads.len() - usize::from(bounced.is_some());
        if counting >= usize::from(limit) {
            return Taken::UsedUp;
        }
        if let Some(bounced) = bounced {
            self.give_back(bounced);
        }
        self.reads.push(Read { article, at: now });
        Taken::Counted { bounced }
    }

    /// Gives a story back that was left at once; says whether it was.
    pub fn leave(&mut self, article: ArticleId, now: Timestamp) -> bool {
        let read = self.reads.iter().find(|read| read.article == article).copied();
        let within = BOUNCE.saturating_add(UNDER_WAY);
        let returned = read.is_some_and(|read| self.may_return(read, now, within));
        if returned {
            self.give_back(article);
        }
        returned
    }

    fn may_return(&self, read: Read, now: Timestamp, within: SignedDuration) -> bool {
        let since = now.duration_since(read.at);
        self.bounces < MOST_BOUNCES && !since.is_negative() && since < within
    }

    fn give_back(&mut self, article: ArticleId) {
        self.reads.retain(|read| read.article != article);
        self.bounces = self.bounces.saturating_add(1);
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use proptest::prelude::*;

    use super::*;

    fn at(second: i64) -> Timestamp {
        Timestamp::from_second(1_000_000 + second).expect("in range")
    }

    fn story(number: u128) -> ArticleId {
        uuid::Uuid::from_u128(number).into()
    }

    #[test]
    fn a_story_counts_once() {
        let mut tally = Tally::default();
        assert_eq!(tally.take(story(1), 2, at(0)), Taken::Counted { bounced: None });
        assert_eq!(tally.take(story(1), 2, at(60)), Taken::Again);
        assert_eq!(tally.left(2), 1);
        assert_eq!(tally.take(story(2), 2, at(120)), Taken::Counted { bounced: None });
        assert_eq!(tally.take(story(3), 2, at(180)), Taken::UsedUp);
        assert_eq!(tally.take(story(1), 2, at(240)), Taken::Again, "what counts stays open");
        assert_eq!(tally.left(1), 0, "a lower limit takes nothing back");
    }

    #[test]
    fn a_story_left_at_once_does_not_count() {
        let mut tally = Tally::default();
        tally.take(story(1), 1, at(0));
        assert_eq!(tally.take(story(2), 1, at(9)), Taken::Counted { bounced: Some(story(1)) });
        assert_eq!(tally.take(story(3), 1, at(19)), Taken::UsedUp, "ten seconds are reading");
        assert!(!tally.leave(story(2), at(60)));
        assert!(!tally.leave(story(9), at(19)), "it was never read");
        let mut tally = Tally::default();
        tally.take(story(1), 1, at(0));
        assert!(tally.leave(story(1), at(12)), "the message was under way");
        assert!(!tally.leave(story(1), at(12)), "once");
        assert_eq!(tally.left(1), 1);
    }

    #[test]
    fn a_clock_that_goes_back_gives_nothing_back() {
        let mut tally = Tally::default();
        tally.take(story(1), 1, at(60));
        assert_eq!(tally.take(story(2), 1, at(0)), Taken::UsedUp);
        assert!(!tally.leave(story(1), at(0)));
    }

    proptest! {
        /// Whatever somebody opens, leaves and claims, they see at most the limit and the bounces.
        #[test]
        fn nobody_reads_more_than_the_limit_and_the_bounces(
            limit in 0u16..6,
            steps in proptest::collection::vec((0u128..40, 0i64..30, any::<bool>()), 0..200),
        ) {
            let (mut tally, mut now, mut opened) = (Tally::default(), 0, BTreeSet::new());
            for (number, later, leaves) in steps {
                now += later;
                if leaves {
                    tally.leave(story(number), at(now));
                } else if !matches!(tally.take(story(number), limit, at(now)), Taken::UsedUp) {
                    opened.insert(number);
                }
                prop_assert!(tally.reads.len() <= usize::from(limit));
                let distinct: BTreeSet<_> = tally.reads.iter().map(|read| read.article).collect();
                prop_assert_eq!(distinct.len(), tally.reads.len());
            }
            prop_assert!(opened.len() <= usize::from(limit) + usize::from(MOST_BOUNCES));
        }
    }
}
