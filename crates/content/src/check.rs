//! What is wrong with a text before it is published: what readers would stumble over, and what gives
//! away or holds back more than was meant.

use kernel::Access;

use crate::markdown::{Found, What};
use crate::model::{Draft, Preview};

/// Characters that search engines and social cards show of a title, and of a description.
const TITLE: usize = 70;
const DESCRIPTION: usize = 160;
/// Words of a teaser that can make somebody want the rest.
const TEASER: u32 = 40;

/// Something that is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Issue {
    /// What.
    pub problem: Problem,
    /// The field it is in, as forms call it.
    pub field: &'static str,
    /// The line of the body it is in, from 1.
    pub line: Option<usize>,
    /// The address, name or text it is about; empty if there is none.
    pub detail: String,
    /// How many there are, of what there are too many or too few of.
    pub count: u32,
}

/// What can be wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Problem {
    /// There is no text.
    NoText,
    /// A picture isn't described for those who can't see it.
    NoAlt,
    /// The cover isn't described.
    NoCoverAlt,
    /// No picture is stored at this address.
    NoPicture,
    /// A link leads to a page of ours that isn't there.
    BrokenLink,
    /// A footnote says nothing.
    EmptyNote,
    /// A mark leads to no footnote.
    MissingNote,
    /// The story is sold, and all of it is in the teaser.
    AllInTeaser,
    /// The story is for everyone, and yet has a paywall marker.
    MarkerForNothing,
    /// The teaser is so short that nobody knows what is behind it.
    ShortTeaser,
    /// The title is longer than is shown elsewhere.
    LongTitle,
    /// The description is longer than is shown elsewhere.
    LongDescription,
    /// There is no description.
    NoDescription,
}

impl Problem {
    /// Its word, for texts.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::NoText => "no-text",
            Self::NoAlt => "no-alt",
            Self::NoCoverAlt => "no-cover-alt",
            Self::NoPicture => "no-picture",
            Self::BrokenLink => "broken-link",
            Self::EmptyNote => "empty-note",
            Self::MissingNote => "missing-note",
            Self::AllInTeaser => "all-in-teaser",
            Self::MarkerForNothing => "marker-for-nothing",
            Self::ShortTeaser => "short-teaser",
            Self::LongTitle => "long-title",
            Self::LongDescription => "long-description",
            Self::NoDescription => "no-description",
        }
    }

    /// Whether nothing is published before it is mended; others need only be confirmed.
    #[must_use]
    pub const fn is_error(self) -> bool {
        !matches!(
            self,
            Self::MarkerForNothing
                | Self::ShortTeaser
                | Self::LongTitle
                | Self::LongDescription
                | Self::NoDescription
        )
    }
}

impl Issue {
    pub(crate) fn of(problem: Problem, field: &'static str) -> Self {
        Self { problem, field, line: None, detail: String::new(), count: 0 }
    }

    pub(crate) fn in_body(problem: Problem, line: usize, detail: &str) -> Self {
        Self { line: Some(line), detail: detail.to_owned(), ..Self::of(problem, "body") }
    }
}

/// What can be said of a text without asking the database; `found` is what its body has to look at,
/// `teaser_words` are those of its visible half.
pub(crate) fn issues(draft: &Draft, preview: &Preview, found: &[Found], teaser_words: u32) -> Vec<Issue> {
    let reading = &preview.reading;
    let mut issues = Vec::new();
    if reading.teaser_html.trim().is_empty() && !reading.has_remainder {
        issues.push(Issue::of(Problem::NoText, "body"));
    }
    for Found { line, what } in found {
        match what {
            What::Picture { address, described: false } => {
                issues.push(Issue::in_body(Problem::NoAlt, *line, address));
            }
            What::EmptyNote(name) => issues.push(Issue::in_body(Problem::EmptyNote, *line, name)),
            What::MissingNote(name) => issues.push(Issue::in_body(Problem::MissingNote, *line, name)),
            What::Paywall if reading.access == Access::Public => {
                issues.push(Issue::in_body(Problem::MarkerForNothing, *line, ""));
            }
            What::Picture { .. } | What::Link(_) | What::Paywall => {}
        }
    }
    if reading.cover.as_ref().is_some_and(|cover| cover.alt.trim().is_empty()) {
        issues.push(Issue::of(Problem::NoCoverAlt, "cover_alt"));
    }
    if reading.access != Access::Public {
        if !reading.has_remainder && !reading.teaser_html.trim().is_empty() {
            issues.push(Issue::of(Problem::AllInTeaser, "body"));
        } else if reading.has_remainder && teaser_words < TEASER {
            issues.push(Issue { count: teaser_words, ..Issue::of(Problem::ShortTeaser, "body") });
        }
    }
    let shown = draft.seo_title.as_deref().filter(|title| !title.is_empty());
    let (title, field) = shown.map_or((reading.title.as_str(), "title"), |title| (title, "seo_title"));
    for (problem, text, most, field) in [
        (Problem::LongTitle, title, TITLE, field),
        (Problem::LongDescription, draft.description.as_str(), DESCRIPTION, "description"),
    ] {
        let count = text.chars().count();
        if count > most {
            let count = u32::try_from(count).unwrap_or(u32::MAX);
            issues.push(Issue { count, ..Issue::of(problem, field) });
        }
    }
    if draft.description.trim().is_empty() {
        issues.push(Issue::of(Problem::NoDescription, "description"));
    }
    issues
}
