//! Between a translation here and its XLIFF file: what goes out, and what would change by what
//! comes back. Pure.

use content::side::{Row, RowKey, RowStanding};
use content::{Line, Mark, SideBySide, SideDraft, State};
use kernel::hash::content_hash;
use kernel::{Direction, Locale, Slug};
use translation::xliff::{Document, Problem, Read, Unit, UnitState};

use super::show::kind_word;

/// What the names of lines begin with.
const LINE: &str = "line-";

/// The translation as a file.
pub(super) fn document(side: &SideBySide, locale: &Locale) -> Document {
    let state = side.target.as_ref().map(|(standing, _)| standing.state);
    let done = match state {
        Some(State::InReview) => UnitState::Reviewed,
        Some(State::Published) => UnitState::Final,
        _ => UnitState::Translated,
    };
    let lines = Line::ALL.into_iter().filter_map(|line| {
        let source = line.of(&side.source.draft);
        let target = side.target.as_ref().map(|(_, text)| line.of(&text.draft)).unwrap_or_default();
        let is_open = side.line_before(line).is_some();
        (!source.is_empty()).then(|| unit(name(line), line.as_str(), source, target, done, is_open))
    });
    let rows = side.rows.iter().filter_map(|row| {
        let source = row.source.as_deref()?;
        let target = row.target.as_deref().unwrap_or_default();
        let kind = row.kind.map_or("note", kind_word);
        Some(unit(row.key.word(), kind, source, target, done, row.standing.is_open()))
    });
    Document {
        article: side.article.to_string(),
        key: side.key.clone(),
        source_locale: side.source_locale.to_string(),
        target_locale: locale.to_string(),
        right_to_left: (
            side.source_locale.direction() == Direction::Rtl,
            locale.direction() == Direction::Rtl,
        ),
        source_version: side.source.version,
        target_version: side.version().unwrap_or(0),
        units: lines.chain(rows).collect(),
    }
}

fn unit(name: String, kind: &str, source: &str, target: &str, done: UnitState, is_open: bool) -> Unit {
    let target = Some(target).filter(|target| !target.is_empty());
    Unit {
        name,
        kind: kind.to_owned(),
        target_hash: target.map(|target| content_hash(target.as_bytes())),
        source: source.to_owned(),
        state: if target.is_none() || is_open { UnitState::Initial } else { done },
        target: target.map(str::to_owned),
        note: None,
    }
}

fn name(line: Line) -> String {
    format!("{LINE}{}", line.as_str())
}

/// What a unit is about here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Place {
    Line(Line),
    Row(RowKey),
}

impl Place {
    pub(super) fn parse(name: &str) -> Option<Self> {
        match name.strip_prefix(LINE) {
            Some(line) => Line::parse(line).map(Self::Line),
            None => RowKey::parse(name).map(Self::Row),
        }
    }
}

/// A unit that would change something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Change {
    pub(super) name: String,
    /// The second half of a key `side-kind-…` or `side-line-…`.
    pub(super) kind: &'static str,
    pub(super) is_line: bool,
    pub(super) source: String,
    /// What stands there now.
    pub(super) before: String,
    pub(super) after: String,
    /// Whether the source has changed since the file was made.
    pub(super) source_moved: bool,
    /// Whether the translation has been changed here since.
    pub(super) edited_here: bool,
    /// Marks that the translation lacks.
    pub(super) lost: Vec<String>,
    /// Codes nobody knows.
    pub(super) unknown: usize,
    /// Whether the translator has said that it is done, so that it is up to date with the source of
    /// the file.
    pub(super) is_done: bool,
}

/// What a file would change.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Import {
    pub(super) changes: Vec<Change>,
    /// Units whose text is there already.
    pub(super) same: usize,
    /// Units without a translation.
    pub(super) empty: usize,
    /// Names of units that belong to nothing that is there now.
    pub(super) strangers: Vec<String>,
}

/// Whether a file is of this story and these languages.
pub(super) fn is_of(document: &Document, side: &SideBySide, locale: &Locale) -> bool {
    document.article == side.article.to_string()
        && document.source_locale == side.source_locale.as_str()
        && document.target_locale == locale.as_str()
}

/// Compares a file with what is there.
pub(super) fn import(side: &SideBySide, read: &Read) -> Import {
    let mut import = Import::default();
    for unit in &read.document.units {
        let Some(target) = &unit.target else {
            import.empty += 1;
            continue;
        };
        let Some((kind, is_line, source, before, is_open)) = there(side, &unit.name) else {
            import.strangers.push(unit.name.clone());
            continue;
        };
        let is_done = unit.state > UnitState::Initial;
        if before.trim() == target.trim() && !(is_open && is_done) {
            import.same += 1;
            continue;
        }
        let hash = (!before.is_empty()).then(|| content_hash(before.as_bytes()));
        let mut change = Change {
            name: unit.name.clone(),
            kind,
            is_line,
            source_moved: source != unit.source,
            edited_here: hash != unit.target_hash,
            source,
            before,
            after: target.clone(),
            lost: Vec::new(),
            unknown: 0,
            is_done,
        };
        for (_, problem) in read.problems.iter().filter(|(of, _)| *of == unit.name) {
            match problem {
                Problem::Lost(marks) => change.lost.clone_from(marks),
                Problem::Unknown(count) => change.unknown = *count,
                Problem::Twice => {}
            }
        }
        import.changes.push(change);
    }
    import
}

/// What stands at the place of a unit now: what it is, whether it is a line, source, translation,
/// and whether it is open.
fn there(side: &SideBySide, name: &str) -> Option<(&'static str, bool, String, String, bool)> {
    match Place::parse(name)? {
        Place::Line(line) => {
            let target = side.target.as_ref().map(|(_, text)| line.of(&text.draft)).unwrap_or_default();
            let source = line.of(&side.source.draft).to_owned();
            Some((line.as_str(), true, source, target.to_owned(), false))
        }
        Place::Row(key) => {
            let row: &Row = side.rows.iter().find(|row| row.key == key && row.source.is_some())?;
            Some((
                row.kind.map_or("note", kind_word),
                false,
                row.source.clone().unwrap_or_default(),
                row.target.clone().unwrap_or_default(),
                row.standing == RowStanding::Changed,
            ))
        }
    }
}

/// A text of a file that is to be taken.
pub(super) struct Taken {
    pub(super) place: Place,
    pub(super) text: String,
    pub(super) is_done: bool,
}

/// The translation as it is now, with the texts that are taken. `source_version` is the file's.
pub(super) fn draft(side: &SideBySide, taken: &[Taken], source_version: i64, slug: Slug) -> SideDraft {
    let text =
        |place: &Place| taken.iter().find(|taken| taken.place == *place).map(|taken| taken.text.clone());
    let stored = |line: Line| side.target.as_ref().map(|(_, text)| line.of(&text.draft).to_owned());
    let lines = Line::ALL
        .into_iter()
        .map(|line| (line, text(&Place::Line(line)).or_else(|| stored(line)).unwrap_or_default()));
    let rows = side.rows.iter().map(|row| {
        let text = text(&Place::Row(row.key.clone())).or_else(|| row.target.clone());
        (row.key.clone(), text.unwrap_or_default())
    });
    let done = taken.iter().filter(|taken| taken.is_done).filter_map(|taken| match &taken.place {
        Place::Row(key) => Some(key.clone()),
        Place::Line(_) => None,
    });
    SideDraft {
        slug,
        lines: lines.collect(),
        rows: rows.collect(),
        source_version,
        mark: Mark::Rows(done.collect()),
    }
}
