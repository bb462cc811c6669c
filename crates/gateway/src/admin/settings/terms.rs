//! `/admin/settings/{sections,tags,authors}`: all terms of a kind, and a new one.

use axum::Form;
use axum::extract::{Path, Query, State};
use axum::response::Response;
use content::{StoreError, Term, TermDraft, TermKind, TermName};
use http::StatusCode;
use kernel::{Locale, Slug};
use serde_json::{Value, json};

use super::Wrong;
use crate::address;
use crate::admin::fields::Fields;
use crate::admin::{Done, Staff, page_with};
use crate::app::App;
use crate::extract::see_other;
use crate::failure::Failure;
use crate::view::build;
use crate::view::settings::{TermLine, TermNameView, TermsView};

/// Letters of a name and of a sentence about it.
const MOST: [usize; 2] = [80, 300];

/// The kind that an address speaks of.
pub(super) fn kind_of(word: &str) -> Result<TermKind, Failure> {
    let all = [TermKind::Section, TermKind::Tag, TermKind::Author];
    all.into_iter().find(|kind| address::shelf(*kind) == word).ok_or(Failure::NotFound)
}

/// The page of a kind.
pub(super) fn at(kind: TermKind) -> String {
    format!("/admin/settings/terms/{}", address::shelf(kind))
}

/// `GET`
pub(crate) async fn show(
    State(app): State<App>,
    staff: Staff,
    Path(kind): Path<String>,
    Query(done): Query<Done>,
) -> Result<Response, Failure> {
    let done = done.of(&["saved", "merged", "deleted"]);
    page(&app, &staff, kind_of(&kind)?, &Fields::default(), done, None).await
}

/// `POST`: a new one.
pub(crate) async fn create(
    State(app): State<App>,
    staff: Staff,
    Path(kind): Path<String>,
    Form(fields): Form<Fields>,
) -> Result<Response, Failure> {
    let kind = kind_of(&kind)?;
    let position = app.content.terms(kind).await?.len();
    let position = i32::try_from(position).unwrap_or(i32::MAX);
    let wrong = match read(&staff, kind, fields.get("key"), position, &[], &fields) {
        Err(wrong) => wrong,
        Ok(draft) => match app.content.revise_term(None, &draft).await {
            Ok(()) => {
                let subject = format!("{}:{}", kind.as_str(), draft.key);
                staff.record(&app, "term-created", &subject, &json!({ "after": told(&draft.names) })).await?;
                app.publications.forget();
                return see_other(&format!("{}?done=saved", at(kind)));
            }
            Err(StoreError::SettingsChanged) => Wrong::new("key-taken", "key"),
            Err(StoreError::NotUnique(_)) => Wrong::new("slug-taken", ""),
            Err(error) => return Err(error.into()),
        },
    };
    page(&app, &staff, kind, &fields, None, Some(wrong)).await
}

/// `POST …/move`: up or down.
pub(crate) async fn shift(
    State(app): State<App>,
    staff: Staff,
    Path((kind, key)): Path<(String, String)>,
    Form(fields): Form<Fields>,
) -> Result<Response, Failure> {
    let kind = kind_of(&kind)?;
    let up = match fields.get("to") {
        "up" => true,
        "down" => false,
        _ => return Err(Failure::BadRequest),
    };
    match app.content.move_term(kind, &key, up).await {
        Ok(()) => {}
        Err(StoreError::NoTerm { .. }) => return Err(Failure::NotFound),
        Err(error) => return Err(error.into()),
    }
    let subject = format!("{}:{key}", kind.as_str());
    staff.record(&app, "term-moved", &subject, &json!({ "to": fields.get("to") })).await?;
    app.publications.forget();
    see_other(&at(kind))
}

/// Names as the audit trail tells them.
pub(super) fn told(names: &[TermName]) -> Value {
    let names =
        names.iter().map(|name| json!({ "locale": name.locale, "name": name.name, "slug": name.slug }));
    names.collect()
}

/// A term as it was typed. Names in languages that the form doesn't have stay.
pub(super) fn read(
    staff: &Staff,
    kind: TermKind,
    key: &str,
    position: i32,
    known: &[TermName],
    fields: &Fields,
) -> Result<TermDraft, Wrong> {
    let [longest_name, longest_line] = MOST;
    let key = match key {
        "" => return Err(Wrong::new("key", "key")),
        key if key.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-') => key,
        _ => return Err(Wrong::new("key", "key")),
    };
    let offered = || staff.publication.site.locales.iter().map(|offered| &offered.locale);
    let other = |name: &&TermName| offered().all(|locale| *locale != name.locale);
    let mut names: Vec<TermName> = known.iter().filter(other).cloned().collect();
    for locale in offered() {
        let field = |part: &str| format!("{part}-{locale}");
        let (name, slug) = (fields.get(&field("name")), fields.get(&field("slug")));
        let description = fields.get(&field("description"));
        if name.is_empty() && slug.is_empty() && description.is_empty() {
            continue;
        }
        if name.is_empty() || name.chars().count() > longest_name {
            return Err(Wrong::new("name", field("name")));
        }
        if description.chars().count() > longest_line {
            return Err(Wrong::new("tagline", field("description")));
        }
        let slug: Slug = slug.parse().map_err(|_| Wrong::new("slug", field("slug")))?;
        names.push(TermName {
            locale: locale.clone(),
            name: name.to_owned(),
            slug: slug.as_str().to_owned(),
            description: description.to_owned(),
        });
    }
    if names.is_empty() {
        return Err(Wrong::new("names", ""));
    }
    Ok(TermDraft { kind, key: key.to_owned(), position, names })
}

/// The fields of a term in each language: as they were typed, or as they are.
pub(super) fn fields_of(staff: &Staff, known: &[TermName], typed: Option<&Fields>) -> Vec<TermNameView> {
    let offered = staff.publication.site.locales.iter().map(|offered| {
        let locale = &offered.locale;
        let kept = known.iter().find(|name| name.locale == *locale);
        let text = |part: &str, kept: Option<&String>| {
            let typed = typed.map(|typed| typed.get(&format!("{part}-{locale}")).to_owned());
            typed.or_else(|| kept.cloned()).unwrap_or_default()
        };
        TermNameView {
            language: build::language(locale, &staff.locale, String::new()),
            name: text("name", kept.map(|name| &name.name)),
            slug: text("slug", kept.map(|name| &name.slug)),
            description: text("description", kept.map(|name| &name.description)),
        }
    });
    offered.collect()
}

/// What a term is called in a language, or else in any, or else by its key.
pub(super) fn name_in(term: &Term, locale: &Locale) -> String {
    let name = term.names.iter().find(|name| name.locale == *locale).or_else(|| term.names.first());
    name.map_or_else(|| term.key.clone(), |name| name.name.clone())
}

async fn page(
    app: &App,
    staff: &Staff,
    kind: TermKind,
    typed: &Fields,
    done: Option<&'static str>,
    wrong: Option<Wrong>,
) -> Result<Response, Failure> {
    let counts = app.content.term_counts().await?;
    let site = &staff.publication.site;
    let terms = app.content.terms(kind).await?.into_iter().map(|term| TermLine {
        href: format!("{}/{}", at(kind), term.key),
        name: name_in(&term, &staff.locale),
        stories: counts.get(&term.id).copied().unwrap_or(0),
        missing: site
            .locales
            .iter()
            .filter(|offered| term.names.iter().all(|name| name.locale != offered.locale))
            .map(|offered| build::language(&offered.locale, &staff.locale, String::new()).name)
            .collect(),
        key: term.key,
    });
    let status = wrong.as_ref().map_or(StatusCode::OK, Wrong::status);
    let view = TermsView {
        kind: kind.as_str(),
        href: at(kind),
        terms: terms.collect(),
        key: typed.get("key").to_owned(),
        names: fields_of(staff, &[], Some(typed)),
        done,
        wrong: wrong.map(Into::into),
    };
    page_with(
        app,
        staff,
        status,
        &at(kind),
        "title-admin-terms",
        "admin/settings-terms.html",
        "settings",
        view,
    )
}
