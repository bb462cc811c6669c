//! `/admin/translate/glossary`: how words are translated from one language into another.

use axum::Form;
use axum::extract::{Query, State};
use axum::response::Response;
use content::{GlossaryTerm, LocalePair, StoreError};
use http::StatusCode;
use kernel::Locale;
use serde::Deserialize;
use serde_json::json;
use url::form_urlencoded::Serializer;

use super::desk::{chosen, locales};
use crate::admin::fields::Fields;
use crate::admin::{Done, Staff, page_with};
use crate::app::App;
use crate::extract::see_other;
use crate::failure::Failure;
use crate::view::translate::{GlossaryView, TermView};
use crate::view::{LanguageLink, build};

const PATH: &str = "/admin/translate/glossary";
/// Longest word, in characters.
const LONGEST: usize = 100;

#[derive(Deserialize)]
pub(crate) struct Asked {
    locale: Option<String>,
    from: Option<String>,
}

/// `GET`
pub(crate) async fn show(
    State(app): State<App>,
    staff: Staff,
    Query(asked): Query<Asked>,
    Query(done): Query<Done>,
) -> Result<Response, Failure> {
    let (from, into) = pair(&staff, asked.from.as_deref(), asked.locale.as_deref())?;
    let told = Told { done: done.of(&["saved", "removed"]), ..Told::default() };
    page(&app, &staff, &from, &into, told).await
}

/// `POST`: says how a word is translated, or takes it out.
pub(crate) async fn save(
    State(app): State<App>,
    staff: Staff,
    Form(fields): Form<Fields>,
) -> Result<Response, Failure> {
    let some = |name| Some(fields.get(name)).filter(|tag| !tag.is_empty());
    let (from, into) = pair(&staff, some("from"), some("locale"))?;
    let languages = LocalePair { from: &from, into: &into };
    let term = GlossaryTerm { source: words(fields.get("source")), target: words(fields.get("target")) };
    let is_wrong = |text: &str| text.is_empty() || text.chars().count() > LONGEST;
    let outcome = if !fields.get("remove").is_empty() {
        app.content.remove_glossary_term(languages, &term.source).await?;
        Ok(("glossary-term-removed", "removed"))
    } else if is_wrong(&term.source) {
        Err("source")
    } else if is_wrong(&term.target) {
        Err("target")
    } else {
        match app.content.set_glossary_term(languages, &term).await {
            Ok(()) => Ok(("glossary-term-saved", "saved")),
            Err(StoreError::GlossaryFull) => Err("full"),
            Err(error) => return Err(error.into()),
        }
    };
    match outcome {
        Ok((action, done)) => {
            let detail = json!({ "from": from, "into": into, "target": term.target });
            staff.record(&app, action, &term.source, &detail).await?;
            see_other(&format!("{}&done={done}", address(&from, &into)))
        }
        Err(problem) => {
            page(&app, &staff, &from, &into, Told { problem: Some(problem), term, done: None }).await
        }
    }
}

/// The address of a glossary.
pub(super) fn address(from: &Locale, into: &Locale) -> String {
    let query = Serializer::new(String::new())
        .append_pair("locale", into.as_str())
        .append_pair("from", from.as_str())
        .finish();
    format!("{PATH}?{query}")
}

/// The languages that were asked for: into one that they work in, from another of the site; the
/// site's first where none was asked for.
fn pair(staff: &Staff, from: Option<&str>, into: Option<&str>) -> Result<(Locale, Locale), Failure> {
    let into = chosen(staff, into).ok_or(Failure::NotFound)?;
    let is_asked = |locale: &&Locale| from.is_none_or(|tag| tag == locale.as_str());
    let from = others(staff, &into).find(is_asked).cloned().ok_or(Failure::NotFound)?;
    Ok((from, into))
}

/// The site's other languages, the one that most is written in first.
pub(super) fn others<'a>(staff: &'a Staff, into: &'a Locale) -> impl Iterator<Item = &'a Locale> {
    let site = &staff.publication.site;
    let all = site.locales.iter().map(|offered| &offered.locale);
    let rest = all.filter(move |locale| **locale != site.default_locale);
    std::iter::once(&site.default_locale).chain(rest).filter(move |locale| *locale != into)
}

/// Words with one space between them.
fn words(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What the page tells besides the glossary.
#[derive(Default)]
struct Told {
    done: Option<&'static str>,
    /// The second half of a key `glossary-problem-…`.
    problem: Option<&'static str>,
    /// What was typed, if it couldn't be taken.
    term: GlossaryTerm,
}

async fn page(
    app: &App,
    staff: &Staff,
    from: &Locale,
    into: &Locale,
    told: Told,
) -> Result<Response, Failure> {
    let terms = app.content.glossary(LocalePair { from, into }).await?;
    let language = |locale: &Locale, href: String| build::language(locale, &staff.locale, href);
    let source =
        |locale: &Locale| LanguageLink { current: locale == from, ..language(locale, address(locale, into)) };
    let view = GlossaryView {
        locales: locales(staff, into),
        sources: others(staff, into).map(source).collect(),
        source: language(from, address(from, into)),
        target: language(into, String::new()),
        terms: terms.into_iter().map(term_view).collect(),
        typed: term_view(told.term),
        done: told.done,
        problem: told.problem,
    };
    let status = if told.problem.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    page_with(
        app,
        staff,
        status,
        PATH,
        "title-admin-glossary",
        "admin/translate-glossary.html",
        "glossary",
        view,
    )
}

fn term_view(term: GlossaryTerm) -> TermView {
    TermView { source: term.source, target: term.target }
}
