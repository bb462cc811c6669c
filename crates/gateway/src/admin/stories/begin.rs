//! `/admin/stories/new`: begins a story.

use accounts::Role;
use axum::Form;
use axum::extract::State;
use axum::response::Response;
use content::{ArticleDraft, BasedOn, Draft, Kind, StoreError, TermKind, Typed, slug};
use http::StatusCode;
use kernel::{Access, Locale};
use serde_json::json;

use super::list::{languages, terms_of, words};
use super::{text_address, typed};
use crate::admin::fields::Fields;
use crate::admin::{Staff, page_with};
use crate::app::App;
use crate::extract::see_other;
use crate::failure::Failure;
use crate::view::writing::BeginView;

const PATH: &str = "/admin/stories/new";
/// The rules that need no more words.
const ACCESS: [&str; 3] = ["paid", "members", "public"];

/// `GET`
pub(crate) async fn show(State(app): State<App>, staff: Staff) -> Result<Response, Failure> {
    page(&app, &staff, StatusCode::OK, &Fields::default(), None).await
}

/// `POST`
pub(crate) async fn create(
    State(app): State<App>,
    staff: Staff,
    Form(fields): Form<Fields>,
) -> Result<Response, Failure> {
    match begun(&app, &staff, &fields).await? {
        Ok(address) => see_other(&address),
        Err(problem) => page(&app, &staff, StatusCode::UNPROCESSABLE_ENTITY, &fields, Some(problem)).await,
    }
}

/// Begins it with a first, empty version; where it is written.
async fn begun(app: &App, staff: &Staff, fields: &Fields) -> Result<Result<String, &'static str>, Failure> {
    let site = &staff.publication.site;
    let source = site.locales.iter().map(|offered| &offered.locale);
    let Some(source) = source.into_iter().find(|locale| locale.as_str() == fields.get("source")) else {
        return Ok(Err("source"));
    };
    let named = Typed { title: fields.get("title").to_owned(), ..Typed::default() };
    let draft = match typed::draft(&named, source, None) {
        Ok(draft) => draft,
        Err(problem) => return Ok(Err(problem.word)),
    };
    let Ok(access) = fields.get("access").parse::<Access>() else { return Ok(Err("access")) };
    let Some(slug) = app.content.free_slug(None, source, &draft.slug).await? else {
        return Ok(Err("slug-taken"));
    };
    let Some(key) = app.content.free_key(&key(&named.title, &slug.to_string())).await? else {
        return Ok(Err("slug-taken"));
    };
    let kind = if fields.get("kind") == "page" { Kind::Page } else { Kind::Story };
    let article = ArticleDraft {
        key: key.clone(),
        kind,
        access,
        source: source.clone(),
        section: Some(fields.get("section").to_owned()).filter(|key| !key.is_empty()),
        tags: Vec::new(),
        authors: Vec::new(),
        cover: None,
    };
    let id = match app.content.begin_article(article, Some(staff.member.id)).await {
        Ok(id) => id,
        Err(StoreError::NoTerm { .. }) => return Ok(Err("section")),
        Err(StoreError::ArticleChanged { .. }) => return Ok(Err("slug-taken")),
        Err(error) => return Err(error.into()),
    };
    let draft = Draft { slug, ..draft };
    let by = Some(staff.member.id);
    app.content.save_translation(id, source, &draft, BasedOn::New, by).await?;
    staff.record(app, "story-begun", &id.to_string(), &json!({ "key": key, "source": source })).await?;
    Ok(Ok(text_address(id, source)))
}

/// The editors' name for a story: in ASCII, since it names folders too.
fn key(title: &str, slug: &str) -> String {
    if slug.is_ascii() {
        return slug.to_owned();
    }
    let english: Option<Locale> = "en".parse().ok();
    let spelled = english.and_then(|english| slug::suggest(title, &english)).map(|slug| slug.to_string());
    spelled.filter(|slug| slug.is_ascii()).unwrap_or_else(|| "story".to_owned())
}

async fn page(
    app: &App,
    staff: &Staff,
    status: StatusCode,
    fields: &Fields,
    problem: Option<&'static str>,
) -> Result<Response, Failure> {
    let terms = app.content.terms(TermKind::Section).await?;
    let chosen = |name: &str, otherwise: &str| {
        let sent = fields.get(name);
        if sent.is_empty() { otherwise.to_owned() } else { sent.to_owned() }
    };
    let source = chosen("source", staff.publication.site.default_locale.as_str());
    let (access, kind) = (chosen("access", "paid"), chosen("kind", "story"));
    let kinds = if staff.role == Role::Author { &["story"][..] } else { &["story", "page"] };
    let view = BeginView {
        title: fields.get("title").to_owned(),
        locales: languages(staff, &source),
        sections: terms_of(&terms, TermKind::Section, &staff.locale, |key| key == fields.get("section")),
        accesses: words(&ACCESS, |word| word == access),
        kinds: words(kinds, |word| word == kind),
        problem,
    };
    page_with(app, staff, status, PATH, "title-admin-story-new", "admin/story-new.html", "begin", view)
}
