//! The writers' pages: the list of stories, a story, a text, its publication and its revisions.

use content::Typed;
use kernel::Locale;
use serde::Serialize;

use super::LanguageLink;
use super::desk::Choice;

/// `closed`: a story that this member of staff can't do this with.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct ClosedView {
    pub(crate) title: String,
    pub(crate) href: String,
}

/// A text of a story, as a mark in a row of languages.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct TextChip {
    /// The language; leads to the text.
    pub(crate) language: LanguageLink,
    /// The second half of a key `story-state-…`; none if there is no text.
    pub(crate) state: Option<&'static str>,
    /// Whether the source has moved on.
    pub(crate) stale: bool,
    /// Whether readers see an older version than the newest.
    pub(crate) ahead: bool,
    pub(crate) title: Option<String>,
    /// RFC 3339, UTC.
    pub(crate) publish_at: Option<String>,
}

/// `stories`: the list.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct StoriesView {
    pub(crate) stories: Vec<StoryLine>,
    pub(crate) total: u64,
    /// Where the list goes on.
    pub(crate) next: Option<String>,
    /// Whether something narrows the list.
    pub(crate) narrowed: bool,
    pub(crate) words: String,
    pub(crate) kinds: Vec<Choice>,
    pub(crate) states: Vec<Choice>,
    pub(crate) locales: Vec<Choice>,
    pub(crate) sections: Vec<Choice>,
    pub(crate) authors: Vec<Choice>,
    pub(crate) tags: Vec<Choice>,
    pub(crate) accesses: Vec<Choice>,
    pub(crate) stale: bool,
    pub(crate) mine: bool,
    /// Whether this member of staff can begin a story, and work on several at once.
    pub(crate) can_begin: bool,
    pub(crate) can_bulk: bool,
    /// What was done with several stories, story by story.
    pub(crate) results: Vec<ResultView>,
    /// The second half of a key `stories-done-…`.
    pub(crate) done: Option<&'static str>,
    /// A story that was just deleted, and can be brought back.
    pub(crate) undo: Option<String>,
    /// The second half of a key `stories-problem-…`.
    pub(crate) problem: Option<&'static str>,
}

/// A story in the list.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct StoryLine {
    pub(crate) id: String,
    pub(crate) title: String,
    /// The language of the title.
    pub(crate) lang: Locale,
    pub(crate) href: String,
    /// The second half of a key `story-access-…`.
    pub(crate) access: &'static str,
    pub(crate) section: Option<String>,
    pub(crate) authors: Vec<String>,
    /// RFC 3339, UTC.
    pub(crate) touched_at: String,
    pub(crate) texts: Vec<TextChip>,
}

/// What became of one story when several were worked on.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct ResultView {
    pub(crate) title: String,
    pub(crate) href: String,
    /// The second half of a key `bulk-result-…`.
    pub(crate) word: &'static str,
    pub(crate) good: bool,
}

/// `begin`: a new story.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct BeginView {
    pub(crate) title: String,
    pub(crate) locales: Vec<Choice>,
    pub(crate) sections: Vec<Choice>,
    pub(crate) accesses: Vec<Choice>,
    pub(crate) kinds: Vec<Choice>,
    /// The second half of a key `writing-problem-…`.
    pub(crate) problem: Option<&'static str>,
}

/// `facts`: what holds for a story in every language.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct FactsView {
    pub(crate) id: String,
    pub(crate) title: String,
    pub(crate) lang: Locale,
    pub(crate) key: String,
    pub(crate) version: i64,
    pub(crate) kinds: Vec<Choice>,
    pub(crate) accesses: Vec<Choice>,
    pub(crate) plans: Vec<Choice>,
    pub(crate) locales: Vec<Choice>,
    pub(crate) sections: Vec<Choice>,
    pub(crate) tags: Vec<Choice>,
    pub(crate) authors: Vec<Choice>,
    pub(crate) cover: String,
    /// The address of the cover, in a small size.
    pub(crate) cover_src: Option<String>,
    pub(crate) texts: Vec<TextChip>,
    pub(crate) begun_by: Option<String>,
    pub(crate) launch: Vec<LaunchView>,
    pub(crate) launches: bool,
    pub(crate) can_set: bool,
    pub(crate) can_publish: bool,
    pub(crate) can_delete: bool,
    pub(crate) can_duplicate: bool,
    pub(crate) done: Option<&'static str>,
    pub(crate) problem: Option<&'static str>,
    /// The facts that somebody else has changed since: the first half of a field's name.
    pub(crate) theirs: Vec<&'static str>,
}

/// A language that a launch may wait for.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct LaunchView {
    pub(crate) language: LanguageLink,
    pub(crate) chosen: bool,
    /// Whether its text is ready; none if nobody waits for it.
    pub(crate) ready: Option<bool>,
}

/// `editor`: a text.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct EditorView {
    /// The address of the text in the newsroom.
    pub(crate) path: String,
    pub(crate) story_href: String,
    pub(crate) story_title: String,
    pub(crate) language: LanguageLink,
    /// The version that the text was made from; 0 for the first.
    pub(crate) version: i64,
    pub(crate) typed: Typed,
    pub(crate) slug_hint: String,
    pub(crate) words: u32,
    pub(crate) minutes: u32,
    pub(crate) state: Option<&'static str>,
    pub(crate) live_href: Option<String>,
    pub(crate) live_version: Option<i64>,
    pub(crate) saved_version: i64,
    /// RFC 3339, UTC.
    pub(crate) publish_at: Option<String>,
    pub(crate) stale: bool,
    /// The second half of a key `story-access-…`.
    pub(crate) access: &'static str,
    pub(crate) has_cover: bool,
    pub(crate) search: SearchCardView,
    pub(crate) texts: Vec<TextChip>,
    /// If the form holds what was typed and not saved: since when (RFC 3339, UTC).
    pub(crate) unsaved_since: Option<String>,
    /// If somebody has saved since.
    pub(crate) newer: Option<NewerView>,
    pub(crate) conflict: Option<ConflictView>,
    pub(crate) can_write: bool,
    pub(crate) can_publish: bool,
    pub(crate) can_submit: bool,
    pub(crate) done: Option<&'static str>,
    pub(crate) problem: Option<ProblemView>,
}

/// What is wrong with which field.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct ProblemView {
    pub(crate) field: &'static str,
    /// The second half of a key `writing-problem-…`.
    pub(crate) word: &'static str,
}

/// How a text looks in search results and on social cards.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct SearchCardView {
    pub(crate) site: String,
    pub(crate) address: String,
    pub(crate) title: String,
    pub(crate) description: String,
    pub(crate) image: Option<String>,
}

/// A newer version than the one at hand.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct NewerView {
    pub(crate) version: i64,
    pub(crate) by: Option<String>,
    /// RFC 3339, UTC.
    pub(crate) at: String,
}

/// Two texts that were made at once.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct ConflictView {
    pub(crate) theirs: NewerView,
    pub(crate) fields: Vec<FieldDiff>,
}

/// What differs in a field.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct FieldDiff {
    pub(crate) field: &'static str,
    pub(crate) lines: Vec<DiffLine>,
}

/// A line of a comparison.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct DiffLine {
    pub(crate) stretches: Vec<StretchView>,
    /// So many paragraphs are left out here; 0 if this line has words.
    pub(crate) skipped: usize,
}

/// A stretch of words.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct StretchView {
    /// `kept`, `added` or `removed`.
    pub(crate) fate: &'static str,
    pub(crate) text: String,
}

/// `publishing`: a text before it is published.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct PublishView {
    pub(crate) path: String,
    pub(crate) story_title: String,
    pub(crate) lang: Locale,
    pub(crate) language: LanguageLink,
    pub(crate) state: &'static str,
    pub(crate) live_href: Option<String>,
    /// Whether readers see another version than the newest.
    pub(crate) ahead: bool,
    /// RFC 3339, UTC.
    pub(crate) publish_at: Option<String>,
    pub(crate) errors: Vec<IssueView>,
    pub(crate) warnings: Vec<IssueView>,
    /// The name of the site's time zone.
    pub(crate) zone: String,
    /// The time there now, and what was typed.
    pub(crate) now: String,
    pub(crate) at: String,
    pub(crate) launch: Vec<LaunchView>,
    /// Whether the story waits for this language, and whether it is ready.
    pub(crate) waits: bool,
    pub(crate) ready: bool,
    pub(crate) done: Option<&'static str>,
    /// The second half of a key `publish-problem-…`.
    pub(crate) problem: Option<&'static str>,
}

/// Something that is wrong with a text.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct IssueView {
    /// The second half of a key `check-…`.
    pub(crate) word: &'static str,
    pub(crate) line: Option<usize>,
    pub(crate) detail: String,
    pub(crate) count: u32,
    pub(crate) href: String,
}

/// `revisions`: what a text said before.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct RevisionsView {
    pub(crate) path: String,
    pub(crate) story_title: String,
    pub(crate) lang: Locale,
    pub(crate) language: LanguageLink,
    pub(crate) revisions: Vec<RevisionLine>,
    pub(crate) from: i64,
    pub(crate) to: i64,
    /// The newest version.
    pub(crate) newest: i64,
    pub(crate) fields: Vec<FieldDiff>,
    pub(crate) can_write: bool,
}

/// A revision in the list.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct RevisionLine {
    pub(crate) version: i64,
    /// RFC 3339, UTC.
    pub(crate) at: String,
    pub(crate) by: Option<String>,
    pub(crate) title: String,
    pub(crate) live: bool,
}

/// `deleted`: stories that can be brought back.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct DeletedView {
    pub(crate) stories: Vec<DeletedLine>,
    /// For how long, in days.
    pub(crate) days: i64,
    pub(crate) problem: Option<&'static str>,
}

/// A deleted story.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct DeletedLine {
    pub(crate) id: String,
    pub(crate) title: String,
    /// RFC 3339, UTC.
    pub(crate) at: String,
    pub(crate) until: String,
    pub(crate) can_bring_back: bool,
}
