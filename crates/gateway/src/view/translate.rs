//! Translating: `side` is a story and its translation side by side, `desk` what there is to do.

use serde::Serialize;

use super::LanguageLink;
use super::desk::{Choice, DeskPager};

/// `side`
#[derive(Clone, Debug, Serialize)]
pub(crate) struct SideView {
    /// The page's own address.
    pub(crate) path: String,
    /// The source's title.
    pub(crate) title: String,
    pub(crate) source: LanguageLink,
    pub(crate) target: LanguageLink,
    /// The version that is shown; 0 if there is none yet.
    pub(crate) version: i64,
    pub(crate) source_version: i64,
    pub(crate) slug: String,
    /// The second half of a key `translate-state-…`; none if there is no translation yet.
    pub(crate) state: Option<&'static str>,
    pub(crate) lines: Vec<LineView>,
    pub(crate) rows: Vec<RowView>,
    /// Differences that nobody has brought up to date.
    pub(crate) open: usize,
    /// Texts that a machine made and nobody has signed off.
    pub(crate) unsigned: usize,
    /// Whether drafts can be asked for.
    pub(crate) has_machine: bool,
    pub(crate) job: Option<JobView>,
    /// Who does it; left out where something was refused.
    pub(crate) assignment: Option<AssignmentView>,
    /// Blocks of the source that are translated, and all of them.
    pub(crate) filled: usize,
    pub(crate) blocks: usize,
    /// The second halves of the keys `side-done-…` and `side-problem-…`.
    pub(crate) done: Option<&'static str>,
    pub(crate) problem: Option<&'static str>,
    /// Whether somebody else saved in between.
    pub(crate) is_overtaken: bool,
}

/// Who translates it, and until when.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct AssignmentView {
    pub(crate) able: Vec<Choice>,
    /// A date, as the field wants it.
    pub(crate) due: String,
}

/// Drafts by machine.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct JobView {
    pub(crate) is_running: bool,
    pub(crate) done: u32,
    pub(crate) total: u32,
    /// Texts whose draft had lost a mark.
    pub(crate) refused: u32,
    /// The second half of a key `machine-problem-…`.
    pub(crate) problem: Option<String>,
}

/// A text beside the body.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct LineView {
    /// The field, and the second half of a key `side-line-…`.
    pub(crate) name: &'static str,
    pub(crate) source: String,
    /// What has changed in the source; empty if nothing has.
    pub(crate) diff: Vec<RunView>,
    pub(crate) text: String,
    /// How what was typed differs from what somebody else saved in between.
    pub(crate) theirs: Vec<RunView>,
    pub(crate) terms: Vec<TermView>,
    pub(crate) is_machine: bool,
    pub(crate) is_long: bool,
    pub(crate) is_required: bool,
    pub(crate) lines: usize,
}

/// A row of the body.
#[derive(Clone, Debug, Default, Serialize)]
pub(crate) struct RowView {
    /// As the form sends it.
    pub(crate) key: String,
    /// The second half of a key `side-row-…`.
    pub(crate) standing: &'static str,
    /// Whether somebody has to bring it up to date.
    pub(crate) is_open: bool,
    /// The second half of a key `side-kind-…`.
    pub(crate) kind: &'static str,
    pub(crate) has_source: bool,
    pub(crate) source: String,
    pub(crate) diff: Vec<RunView>,
    /// What the source said before it was taken out.
    pub(crate) was: Option<String>,
    pub(crate) text: String,
    pub(crate) theirs: Vec<RunView>,
    /// Words of the glossary that stand in the source.
    pub(crate) terms: Vec<TermView>,
    pub(crate) lines: usize,
    pub(crate) is_machine: bool,
    pub(crate) is_paywall: bool,
}

/// Some words of a difference: `kept`, `gone` or `new`.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct RunView {
    pub(crate) fate: &'static str,
    pub(crate) text: String,
}

/// `desk`
#[derive(Clone, Debug, Serialize)]
pub(crate) struct TranslateDeskView {
    /// Languages to work in.
    pub(crate) locales: Vec<Choice>,
    /// The language at hand.
    pub(crate) target: LanguageLink,
    /// Where its words are; none where there is nothing to translate from.
    pub(crate) glossary: Option<String>,
    pub(crate) lists: Vec<ListView>,
    pub(crate) entries: Vec<EntryView>,
    pub(crate) pager: DeskPager,
}

/// One of the desk's lists.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct ListView {
    /// The second half of a key `translate-list-…`.
    pub(crate) word: &'static str,
    pub(crate) href: String,
    pub(crate) count: u64,
    pub(crate) current: bool,
}

/// A story on the desk.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct EntryView {
    pub(crate) href: String,
    pub(crate) title: String,
    pub(crate) source: LanguageLink,
    /// The second half of a key `translate-state-…`; none if there is no translation.
    pub(crate) state: Option<&'static str>,
    pub(crate) is_stale: bool,
    pub(crate) in_review: bool,
    pub(crate) is_ahead: bool,
    /// Whether readers see the source.
    pub(crate) source_is_live: bool,
    /// RFC 3339, UTC.
    pub(crate) changed_at: String,
    pub(crate) assignee: Option<String>,
    /// A date.
    pub(crate) due: Option<String>,
    pub(crate) is_overdue: bool,
}

/// How a word is translated.
#[derive(Clone, Debug, Default, Serialize)]
pub(crate) struct TermView {
    pub(crate) source: String,
    pub(crate) target: String,
}

/// `glossary`
#[derive(Clone, Debug, Serialize)]
pub(crate) struct GlossaryView {
    /// Languages to translate into.
    pub(crate) locales: Vec<Choice>,
    /// Languages to translate from.
    pub(crate) sources: Vec<LanguageLink>,
    pub(crate) source: LanguageLink,
    pub(crate) target: LanguageLink,
    pub(crate) terms: Vec<TermView>,
    /// What was typed, if it couldn't be taken.
    pub(crate) typed: TermView,
    /// The second halves of keys `glossary-done-…` and `glossary-problem-…`.
    pub(crate) done: Option<&'static str>,
    pub(crate) problem: Option<&'static str>,
}

/// `import`: what a file would change.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct ImportView {
    /// The address of the translation's page.
    pub(crate) path: String,
    pub(crate) title: String,
    pub(crate) source: LanguageLink,
    pub(crate) target: LanguageLink,
    pub(crate) version: i64,
    /// The source's version that the file was made from.
    pub(crate) source_version: i64,
    /// Whether the source has a newer version than that.
    pub(crate) is_older: bool,
    pub(crate) units: Vec<UnitView>,
    /// How many texts are there already, have no translation, belong to nothing that is there.
    pub(crate) same: usize,
    pub(crate) empty: usize,
    pub(crate) strangers: usize,
}

/// A text of a file that would change something.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct UnitView {
    pub(crate) name: String,
    /// The second half of a key `side-line-…` or `side-kind-…`.
    pub(crate) kind: &'static str,
    pub(crate) is_line: bool,
    pub(crate) source: String,
    pub(crate) text: String,
    /// From what stands there now to what would.
    pub(crate) diff: Vec<RunView>,
    pub(crate) ticked: bool,
    pub(crate) source_moved: bool,
    pub(crate) edited_here: bool,
    /// Marks that the translation lacks.
    pub(crate) lost: Vec<String>,
    /// Codes nobody knows.
    pub(crate) unknown: usize,
    pub(crate) is_done: bool,
}
