//! A translation as its translator sees and saves it.

use std::collections::BTreeSet;

use kernel::hash::content_hash;
use kernel::{ArticleId, Locale, Slug};

use super::{Draft, Revision, Standing};
use crate::side::{Row, RowKey};

/// A story's source and its translation into one language, side by side.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SideBySide {
    /// The story.
    pub article: ArticleId,
    /// The editors' name for it.
    pub key: String,
    /// The language it was written in.
    pub source_locale: Locale,
    /// The source's newest revision.
    pub source: Revision,
    /// The source as this translation was made from it; none before there is a translation.
    pub then: Option<Revision>,
    /// The translation's newest revision and where it stands; none before there is one.
    pub target: Option<(Standing, Revision)>,
    /// The two bodies, row by row.
    pub rows: Vec<Row>,
    /// Hashes of what a machine made of it and nobody has signed off.
    pub machine: BTreeSet<String>,
    /// For rows that have changed, the source's Markdown as the translation remembers it.
    pub before: Vec<(RowKey, String)>,
}

/// The texts of a translation beside its body.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Line {
    /// The title.
    Title,
    /// One or two sentences under it.
    Standfirst,
    /// For search results.
    Description,
    /// A shorter title for the same.
    SeoTitle,
    /// What the cover shows.
    CoverAlt,
    /// The line under the cover.
    CoverCaption,
}

/// A translation as it comes back, row by row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SideDraft {
    /// The last part of its address.
    pub slug: Slug,
    /// The texts beside the body; one that isn't among them is empty.
    pub lines: Vec<(Line, String)>,
    /// The rows in order, each with its Markdown. A row that is left out is taken out.
    pub rows: Vec<(RowKey, String)>,
    /// The source's version that its translator saw.
    pub source_version: i64,
    /// What is declared to be up to date.
    pub mark: Mark,
}

/// What is declared to be up to date with the source as it was seen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Mark {
    /// Nothing.
    Nothing,
    /// These rows.
    Rows(Vec<RowKey>),
    /// Everything.
    All,
}

impl Line {
    /// All of them, in the order in which they are read.
    pub const ALL: [Self; 6] = [
        Self::Title,
        Self::Standfirst,
        Self::Description,
        Self::SeoTitle,
        Self::CoverAlt,
        Self::CoverCaption,
    ];

    /// As forms and files write it.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Title => "title",
            Self::Standfirst => "standfirst",
            Self::Description => "description",
            Self::SeoTitle => "seo-title",
            Self::CoverAlt => "cover-alt",
            Self::CoverCaption => "cover-caption",
        }
    }

    /// The line of that name.
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|line| line.as_str() == word)
    }

    /// What a text says there.
    #[must_use]
    pub fn of(self, draft: &Draft) -> &str {
        match self {
            Self::Title => &draft.title,
            Self::Standfirst => &draft.standfirst,
            Self::Description => &draft.description,
            Self::SeoTitle => draft.seo_title.as_deref().unwrap_or_default(),
            Self::CoverAlt => &draft.cover_alt,
            Self::CoverCaption => &draft.cover_caption,
        }
    }

    /// Makes a text say something there.
    pub fn put(self, draft: &mut Draft, text: String) {
        match self {
            Self::Title => draft.title = text,
            Self::Standfirst => draft.standfirst = text,
            Self::Description => draft.description = text,
            Self::SeoTitle => draft.seo_title = Some(text).filter(|text| !text.is_empty()),
            Self::CoverAlt => draft.cover_alt = text,
            Self::CoverCaption => draft.cover_caption = text,
        }
    }
}

impl SideBySide {
    /// The version of the translation; none before there is one.
    #[must_use]
    pub fn version(&self) -> Option<i64> {
        self.target.as_ref().map(|(_, revision)| revision.version)
    }

    /// What the source said in a line when the translation was made, if it says something else now.
    #[must_use]
    pub fn line_before(&self, line: Line) -> Option<&str> {
        let then = self.then.as_ref().map(|then| line.of(&then.draft))?;
        (then != line.of(&self.source.draft)).then_some(then)
    }

    /// The source's Markdown in a row as the translation remembers it, if it has changed.
    #[must_use]
    pub fn row_before(&self, key: &RowKey) -> Option<&str> {
        self.before.iter().find(|(of, _)| of == key).map(|(_, markdown)| markdown.as_str())
    }

    /// Whether a machine made what stands in a row, and nobody has signed it off.
    #[must_use]
    pub fn is_machine_row(&self, row: &Row) -> bool {
        row.target.as_ref().is_some_and(|text| self.machine.contains(&content_hash(text.as_bytes())))
    }

    /// The same of a line.
    #[must_use]
    pub fn is_machine_line(&self, line: Line) -> bool {
        let text = self.target.as_ref().map(|(_, text)| line.of(&text.draft)).unwrap_or_default();
        !text.is_empty() && self.machine.contains(&content_hash(text.as_bytes()))
    }

    /// Whether a machine may write into a row: nobody has touched what stands there.
    #[must_use]
    pub fn is_row_free(&self, row: &Row) -> bool {
        row.source.is_some() && (row.target.is_none() || self.is_machine_row(row))
    }

    /// The same of a line.
    #[must_use]
    pub fn is_line_free(&self, line: Line) -> bool {
        let text = self.target.as_ref().map(|(_, text)| line.of(&text.draft)).unwrap_or_default();
        text.is_empty() || self.is_machine_line(line)
    }

    /// How many rows and lines nobody has brought up to date.
    #[must_use]
    pub fn open(&self) -> usize {
        let lines = Line::ALL.into_iter().filter(|line| self.line_before(*line).is_some());
        self.rows.iter().filter(|row| row.standing.is_open()).count() + lines.count()
    }
}

impl SideDraft {
    /// What the draft says in a line.
    #[must_use]
    pub fn line(&self, line: Line) -> &str {
        self.lines.iter().find(|(of, _)| *of == line).map_or("", |(_, text)| text.as_str())
    }

    /// What the draft says in a row, if it has it.
    #[must_use]
    pub fn row(&self, key: &RowKey) -> Option<&str> {
        self.rows.iter().find(|(of, _)| of == key).map(|(_, text)| text.as_str())
    }
}
