//! `GET /admin/stories`: all stories, narrowed by a form.

use axum::extract::{Query, State};
use axum::response::Response;
use content::{
    AccessKind, DeskCursor, DeskFilter, DeskStory, Kind, State as TextState, Term, TermKind, markdown,
};
use http::StatusCode;
use jiff::Timestamp;
use kernel::Locale;
use serde::Deserialize;
use url::form_urlencoded;

use super::scope::edits;
use super::{PATH, chips, story_address};
use crate::admin::{Done, Staff, page_with, permission};
use crate::app::App;
use crate::failure::Failure;
use crate::view::build;
use crate::view::desk::Choice;
use crate::view::writing::{ResultView, StoriesView, StoryLine};

/// Rows of a page.
const ROWS: u64 = 40;

const ACCESS: [(&str, AccessKind); 4] = [
    ("public", AccessKind::Public),
    ("members", AccessKind::Members),
    ("paid", AccessKind::Paid),
    ("plans", AccessKind::Plans),
];

/// What the list is narrowed by, as the address says it.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Asked {
    q: String,
    kind: String,
    state: String,
    locale: String,
    section: String,
    author: String,
    access: String,
    stale: String,
    mine: String,
    after: String,
    deleted: String,
}

/// What is told above the list.
#[derive(Default)]
pub(super) struct Told {
    pub(super) status: StatusCode,
    pub(super) results: Vec<ResultView>,
    pub(super) done: Option<&'static str>,
    pub(super) problem: Option<&'static str>,
}

/// `GET`
pub(crate) async fn show(
    State(app): State<App>,
    staff: Staff,
    Query(asked): Query<Asked>,
    Query(done): Query<Done>,
) -> Result<Response, Failure> {
    let done = done.of(&["deleted"]);
    page(&app, &staff, &asked, Told { done, ..Told::default() }).await
}

/// The list, and what is told above it.
pub(super) async fn page(app: &App, staff: &Staff, asked: &Asked, told: Told) -> Result<Response, Failure> {
    let filter = filter(staff, asked);
    let found = app.content.desk(&filter, cursor(&asked.after), ROWS, &staff.locale).await?;
    let terms = app.content.all_terms().await?;
    let choices = |kind, chosen: &str| terms_of(&terms, kind, &staff.locale, |key| key == chosen);
    let states = TextState::ALL.map(TextState::as_str);
    let narrowed = DeskFilter { kind: None, ..filter.clone() } != DeskFilter::default();
    let view = StoriesView {
        stories: found.stories.iter().map(|story| line(staff, story)).collect(),
        total: found.total,
        next: found.next.map(|next| address(asked, &cursor_text(next))),
        narrowed,
        words: asked.q.clone(),
        kinds: words(&["story", "page"], |word| word == filter.kind.map_or("", Kind::as_str)),
        states: words(&states, |word| word == asked.state),
        locales: languages(staff, &asked.locale),
        sections: choices(TermKind::Section, &asked.section),
        authors: choices(TermKind::Author, &asked.author),
        tags: choices(TermKind::Tag, ""),
        accesses: words(&ACCESS.map(|(word, _)| word), |word| word == asked.access),
        stale: filter.stale,
        mine: filter.begun_by.is_some(),
        can_begin: permission::allows("/admin/stories/new", staff.role),
        can_bulk: edits(staff.role),
        results: told.results,
        undo: Some(asked.deleted.clone()).filter(|id| told.done == Some("deleted") && !id.is_empty()),
        done: told.done,
        problem: told.problem,
    };
    page_with(app, staff, told.status, PATH, "title-admin-stories", "admin/stories.html", "stories", view)
}

fn filter(staff: &Staff, asked: &Asked) -> DeskFilter {
    let some = |text: &str| Some(text.to_owned()).filter(|text| !text.is_empty());
    DeskFilter {
        kind: Some(if asked.kind == "page" { Kind::Page } else { Kind::Story }),
        words: asked.q.trim().to_owned(),
        state: TextState::ALL.into_iter().find(|state| state.as_str() == asked.state),
        locale: asked.locale.parse().ok(),
        stale: !asked.stale.is_empty(),
        section: some(&asked.section),
        author: some(&asked.author),
        access: ACCESS.into_iter().find(|(word, _)| *word == asked.access).map(|(_, kind)| kind),
        begun_by: (!asked.mine.is_empty()).then_some(staff.member.id),
    }
}

/// `1764038400000-0193…`
fn cursor(text: &str) -> Option<DeskCursor> {
    let (millis, article) = text.split_once('-')?;
    let touched_at = Timestamp::from_millisecond(millis.parse().ok()?).ok()?;
    Some(DeskCursor { touched_at, article: article.parse().ok()? })
}

fn cursor_text(cursor: DeskCursor) -> String {
    format!("{}-{}", cursor.touched_at.as_millisecond(), cursor.article)
}

/// The same list, after a place.
fn address(asked: &Asked, after: &str) -> String {
    let mut query = form_urlencoded::Serializer::new(String::new());
    for (name, value) in [
        ("q", asked.q.as_str()),
        ("kind", &asked.kind),
        ("state", &asked.state),
        ("locale", &asked.locale),
        ("section", &asked.section),
        ("author", &asked.author),
        ("access", &asked.access),
        ("stale", &asked.stale),
        ("mine", &asked.mine),
        ("after", after),
    ] {
        if !value.is_empty() {
            query.append_pair(name, value);
        }
    }
    format!("{PATH}?{}", query.finish())
}

fn line(staff: &Staff, story: &DeskStory) -> StoryLine {
    let source = story.texts.iter().find(|text| text.locale == story.source).or(story.texts.first());
    StoryLine {
        id: story.article.to_string(),
        title: source.map_or_else(|| story.key.clone(), |text| markdown::title_plain(&text.title)),
        lang: source.map_or_else(|| story.source.clone(), |text| text.locale.clone()),
        href: story_address(story.article),
        access: build::access_word(&story.access),
        section: story.section.as_ref().map(|section| section.name.clone()),
        authors: story.authors.iter().map(|author| author.name.clone()).collect(),
        touched_at: build::rfc3339(story.touched_at),
        texts: chips(staff, story.article, &story.texts),
    }
}

/// Words that texts name.
pub(super) fn words(all: &[&str], chosen: impl Fn(&str) -> bool) -> Vec<Choice> {
    all.iter()
        .map(|word| Choice { word: (*word).to_owned(), name: String::new(), chosen: chosen(word) })
        .collect()
}

/// The languages of the site.
pub(super) fn languages(staff: &Staff, chosen: &str) -> Vec<Choice> {
    let offered = staff.publication.site.locales.iter().map(|offered| &offered.locale);
    offered
        .map(|locale| Choice {
            word: locale.to_string(),
            name: build::language(locale, &staff.locale, String::new()).name,
            chosen: locale.as_str() == chosen,
        })
        .collect()
}

/// The terms of a kind, named in a language where they can be.
pub(super) fn terms_of(
    terms: &[Term],
    kind: TermKind,
    locale: &Locale,
    chosen: impl Fn(&str) -> bool,
) -> Vec<Choice> {
    let of_kind = terms.iter().filter(|term| term.kind == kind);
    of_kind
        .map(|term| {
            let own = term.names.iter().find(|name| name.locale == *locale).or(term.names.first());
            Choice {
                name: own.map_or_else(|| term.key.clone(), |name| name.name.clone()),
                chosen: chosen(&term.key),
                word: term.key.clone(),
            }
        })
        .collect()
}
