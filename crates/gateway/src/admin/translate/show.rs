//! The page of a translation: from two texts to what the template sees.

use accounts::Member;
use axum::response::Response;
use content::markdown::{BlockKind, Fate, compare_words, title_plain};
use content::side::{Row, RowStanding};
use content::{Assignment, Line, LocalePair, MachineJob, SideBySide, State, StoreError};
use http::StatusCode;
use kernel::Locale;
use translation::glossary::{Term, used};

use super::form::{Problem, Typed};
use super::{address, assign};
use crate::admin::{Staff, page_with};
use crate::app::App;
use crate::failure::Failure;
use crate::view::build;
use crate::view::desk::Choice;
use crate::view::translate::{AssignmentView, JobView, LineView, RowView, RunView, SideView, TermView};

/// What a page tells besides the texts.
#[derive(Default)]
pub(super) struct Told {
    pub(super) done: Option<&'static str>,
    pub(super) problem: Option<Problem>,
    /// How words are to be translated.
    pub(super) glossary: Vec<Term>,
    /// How far drafts by machine are.
    pub(super) job: Option<MachineJob>,
    /// Who does it, and who could.
    pub(super) assignment: Option<(Assignment, Vec<Member>)>,
    /// What was typed, if it couldn't be taken.
    pub(super) typed: Option<Typed>,
    /// Whether somebody else saved in between.
    pub(super) is_overtaken: bool,
}

impl Told {
    /// What stands beside the texts.
    pub(super) async fn load(
        app: &App,
        staff: &Staff,
        side: &SideBySide,
        locale: &Locale,
    ) -> Result<Self, Failure> {
        let assignment = app.content.assignment(side.article, locale).await?;
        let able = assign::able(app, staff, locale, assignment).await?;
        let glossary = terms(app, side, locale).await?;
        Ok(Self { glossary, assignment: Some((assignment, able)), ..Self::default() })
    }
}

/// The glossary of a translation.
pub(crate) async fn terms(app: &App, side: &SideBySide, locale: &Locale) -> Result<Vec<Term>, StoreError> {
    let terms = app.content.glossary(LocalePair { from: &side.source_locale, into: locale }).await?;
    Ok(terms.into_iter().map(|term| Term { source: term.source, target: term.target }).collect())
}

pub(super) fn page(
    app: &App,
    staff: &Staff,
    side: &SideBySide,
    locale: &Locale,
    status: StatusCode,
    told: &Told,
) -> Result<Response, Failure> {
    let path = address(side.article, locale);
    let view = view(app, staff, side, locale, told);
    page_with(app, staff, status, &path, "title-admin-translate", "admin/translate-side.html", "side", view)
}

fn view(app: &App, staff: &Staff, side: &SideBySide, locale: &Locale, told: &Told) -> SideView {
    let typed = told.typed.as_ref();
    let standing = side.target.as_ref().map(|(standing, _)| standing);
    let state = standing.map(|standing| standing.state);
    let slug = standing.map(|standing| standing.slug.clone()).unwrap_or_default();
    let mut rows: Vec<RowView> = side.rows.iter().map(|row| row_view(side, row, told)).collect();
    // Rows that are no longer there, but were typed.
    let unknown = typed
        .into_iter()
        .flat_map(|typed| &typed.rows)
        .filter(|(key, text)| !text.trim().is_empty() && !side.rows.iter().any(|row| row.key == *key));
    rows.extend(unknown.map(|(key, text)| RowView {
        key: key.word(),
        standing: "own",
        kind: "paragraph",
        text: text.clone(),
        lines: lines(text),
        ..RowView::default()
    }));
    let counted = || side.rows.iter().filter(|row| row.kind.is_some() && row.source.is_some());
    let language = |locale: &Locale| build::language(locale, &staff.locale, String::new());
    SideView {
        path: address(side.article, locale),
        title: title_plain(&side.source.draft.title),
        source: language(&side.source_locale),
        target: language(locale),
        version: side.version().unwrap_or(0),
        // What was typed was made from the source as it was shown then.
        source_version: typed
            .filter(|_| !told.is_overtaken)
            .map_or(side.source.version, |typed| typed.source_version),
        slug: typed.map_or(slug, |typed| typed.slug.clone()),
        state: state.map(State::as_str),
        lines: Line::ALL.into_iter().map(|line| line_view(side, line, told)).collect(),
        rows,
        open: side.open(),
        unsigned: side.rows.iter().filter(|row| side.is_machine_row(row)).count()
            + Line::ALL.into_iter().filter(|line| side.is_machine_line(*line)).count(),
        has_machine: app.machine.is_some(),
        assignment: told.assignment.as_ref().map(|(now, able)| AssignmentView {
            due: now.due.map(|due| due.to_string()).unwrap_or_default(),
            able: able
                .iter()
                .map(|member| Choice {
                    word: member.id.to_string(),
                    name: name_of(member),
                    chosen: now.assignee == Some(member.id),
                })
                .collect(),
        }),
        job: told.job.as_ref().map(|job| JobView {
            is_running: job.finished_at.is_none(),
            done: job.done,
            total: job.total,
            refused: job.refused,
            problem: job.problem.clone(),
        }),
        filled: counted().filter(|row| row.target.is_some()).count(),
        blocks: counted().count(),
        done: told.done,
        problem: told.problem,
        is_overtaken: told.is_overtaken,
    }
}

fn line_view(side: &SideBySide, line: Line, told: &Told) -> LineView {
    let source = line.of(&side.source.draft);
    let stored = side.target.as_ref().map(|(_, text)| line.of(&text.draft)).unwrap_or_default();
    let typed = told.typed.as_ref().and_then(|typed| typed.line(line));
    let text = typed.unwrap_or(stored);
    LineView {
        name: line.as_str(),
        source: source.to_owned(),
        diff: side.line_before(line).map(|before| runs(before, source)).unwrap_or_default(),
        theirs: if told.is_overtaken && text != stored { runs(stored, text) } else { Vec::new() },
        terms: term_views(source, &told.glossary),
        is_machine: side.is_machine_line(line),
        text: text.to_owned(),
        is_long: matches!(line, Line::Standfirst | Line::Description | Line::CoverAlt | Line::CoverCaption),
        is_required: line == Line::Title,
        lines: lines(text).max(lines(source)),
    }
}

fn row_view(side: &SideBySide, row: &Row, told: &Told) -> RowView {
    let source = row.source.clone().unwrap_or_default();
    let stored = row.target.as_deref().unwrap_or_default();
    let typed = told.typed.as_ref().and_then(|typed| typed.row(&row.key));
    let text = typed.unwrap_or(stored);
    let before = side.row_before(&row.key);
    RowView {
        key: row.key.word(),
        standing: standing_word(row.standing),
        is_open: row.standing.is_open(),
        kind: row.kind.map_or("note", kind_word),
        diff: before
            .filter(|_| row.standing == RowStanding::Changed)
            .map(|before| runs(before, &source))
            .unwrap_or_default(),
        was: before.filter(|_| row.standing == RowStanding::Gone).map(str::to_owned),
        theirs: if told.is_overtaken && text != stored { runs(stored, text) } else { Vec::new() },
        has_source: row.source.is_some(),
        lines: lines(text).max(lines(&source)),
        terms: term_views(&source, &told.glossary),
        is_machine: side.is_machine_row(row),
        is_paywall: row.standing == RowStanding::Kept && stored.trim() == "<!-- paywall -->",
        text: text.to_owned(),
        source,
    }
}

fn term_views(source: &str, glossary: &[Term]) -> Vec<TermView> {
    let view = |term: &Term| TermView { source: term.source.clone(), target: term.target.clone() };
    used(source, glossary).map(view).collect()
}

/// What somebody is called.
pub(super) fn name_of(member: &Member) -> String {
    if member.name.is_empty() { member.email.to_string() } else { member.name.clone() }
}

/// Lines of a text area that shows a text whole, roughly.
fn lines(text: &str) -> usize {
    const A_LINE: usize = 56;
    let lines = text.lines().map(|line| line.chars().count().div_ceil(A_LINE).max(1));
    lines.sum::<usize>().clamp(1, 40)
}

pub(super) fn runs(before: &str, after: &str) -> Vec<RunView> {
    let word = |fate: Fate| match fate {
        Fate::Kept => "kept",
        Fate::Gone => "gone",
        Fate::New => "new",
    };
    compare_words(before, after)
        .into_iter()
        .map(|run| RunView { fate: word(run.fate), text: run.text })
        .collect()
}

fn standing_word(standing: RowStanding) -> &'static str {
    match standing {
        RowStanding::Current => "current",
        RowStanding::Changed => "changed",
        RowStanding::New => "new",
        RowStanding::Missing => "missing",
        RowStanding::Gone => "gone",
        RowStanding::Own => "own",
        RowStanding::Kept => "kept",
    }
}

pub(super) fn kind_word(kind: BlockKind) -> &'static str {
    match kind {
        BlockKind::Paragraph => "paragraph",
        BlockKind::Heading => "heading",
        BlockKind::List => "list",
        BlockKind::Figure => "figure",
        BlockKind::Quote => "quote",
        BlockKind::Code => "code",
        BlockKind::Table => "table",
        BlockKind::Embed => "embed",
        BlockKind::Rule => "rule",
    }
}
