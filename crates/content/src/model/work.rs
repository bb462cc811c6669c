//! Work on translations, as the desk lists it.

use jiff::Timestamp;
use jiff::civil::Date;
use kernel::{ArticleId, Locale, MemberId};

use super::State;

/// A story as the desk of a language sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DeskEntry {
    /// The story.
    pub article: ArticleId,
    /// The language it was written in.
    pub source_locale: Locale,
    /// The title of its source, as written.
    pub title: String,
    /// Where its source stands.
    pub source_state: State,
    /// When its source was last saved or published.
    pub changed_at: Timestamp,
    /// Its translation; none if there is none.
    pub translation: Option<DeskTranslation>,
    /// Who does it.
    pub assignee: Option<MemberId>,
    /// Until when.
    pub due: Option<Date>,
}

/// Who is to translate a story, and until when.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Assignment {
    /// Somebody who works in the language.
    pub assignee: Option<MemberId>,
    /// A date of the site.
    pub due: Option<Date>,
}

/// A translation on the desk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DeskTranslation {
    /// Where it stands.
    pub state: State,
    /// Whether its source has been saved since it was made.
    pub is_stale: bool,
    /// Whether its newest version waits for somebody's yes.
    pub in_review: bool,
    /// Whether its newest version isn't what readers see.
    pub is_ahead: bool,
}

/// How far drafts by machine are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MachineJob {
    /// Texts that were tried.
    pub done: u32,
    /// Texts that are to be.
    pub total: u32,
    /// Texts whose draft had lost a mark.
    pub refused: u32,
    /// What ended the work early, in a word.
    pub problem: Option<String>,
    /// When it ended.
    pub finished_at: Option<Timestamp>,
}

/// Which stories the desk lists.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Wanted {
    /// Those without a translation.
    Missing,
    /// Those whose source has moved on.
    Stale,
    /// Those that wait for somebody's yes.
    InReview,
    /// Those that somebody is to do, by their date.
    Due,
    /// All.
    #[default]
    All,
}

/// How many stories there are of each kind on a desk.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct DeskCounts {
    /// Without a translation.
    pub missing: u64,
    /// Whose source has moved on.
    pub stale: u64,
    /// Waiting for somebody's yes.
    pub in_review: u64,
    /// That somebody is to do.
    pub due: u64,
    /// All.
    pub all: u64,
}

impl Wanted {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 5] = [Self::Missing, Self::Stale, Self::InReview, Self::Due, Self::All];

    /// As addresses write it.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Missing => "missing",
            Self::Stale => "stale",
            Self::InReview => "in-review",
            Self::Due => "due",
            Self::All => "all",
        }
    }

    /// The one of that name.
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|wanted| wanted.as_str() == word)
    }
}

impl DeskCounts {
    /// How many there are of a kind.
    #[must_use]
    pub fn of(&self, wanted: Wanted) -> u64 {
        match wanted {
            Wanted::Missing => self.missing,
            Wanted::Stale => self.stale,
            Wanted::InReview => self.in_review,
            Wanted::Due => self.due,
            Wanted::All => self.all,
        }
    }
}
