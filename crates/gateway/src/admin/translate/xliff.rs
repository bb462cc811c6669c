//! `/admin/translate/{article}/{locale}/xliff`: the translation as a file for translation tools,
//! and back. What comes back is shown first; nothing is saved before somebody has said what to take.

use axum::Form;
use axum::extract::{Multipart, Path, State};
use axum::response::Response;
use content::markdown::title_plain;
use content::{BasedOn, Line, SaveError, StoreError};
use http::header::{CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_TYPE};
use http::{HeaderValue, StatusCode};
use kernel::{Locale, Slug};
use serde_json::json;
use translation::xliff::{self, ReadError};

use super::exchange::{self, Import, Place, Taken};
use super::form::Typed;
use super::show::{Told, page as side_page, runs};
use super::{address, find, slug};
use crate::admin::fields::Fields;
use crate::admin::{Staff, page_with};
use crate::app::App;
use crate::extract::see_other;
use crate::failure::Failure;
use crate::http::Freshness;
use crate::view::build;
use crate::view::translate::{ImportView, UnitView};

/// Largest upload, in bytes: the file and what a form puts around it.
pub(crate) const UPLOAD_LIMIT: usize = xliff::LARGEST + 64 * 1024;

/// `GET`: the file.
pub(crate) async fn download(
    State(app): State<App>,
    staff: Staff,
    Path((article, locale)): Path<(String, String)>,
) -> Result<Response, Failure> {
    let (side, locale) = find(&app, &staff, &article, &locale).await?;
    let file = xliff::write(&exchange::document(&side, &locale));
    let detail = json!({ "locale": locale, "source_version": side.source.version });
    staff.record(&app, "translation-exported", &side.article.to_string(), &detail).await?;
    let name: String = side.key.chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '-' }).collect();
    let disposition = format!("attachment; filename=\"{name}.{locale}.xlf\"");
    let mut response = Response::new(file.into());
    let headers = response.headers_mut();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static("application/xliff+xml; charset=utf-8"));
    headers.insert(CACHE_CONTROL, Freshness::Never.header());
    headers.insert(CONTENT_DISPOSITION, HeaderValue::try_from(disposition).map_err(|_| Failure::BadRequest)?);
    Ok(response)
}

/// `POST`: what a file would change.
pub(crate) async fn preview(
    State(app): State<App>,
    staff: Staff,
    Path((article, locale)): Path<(String, String)>,
    upload: Option<Multipart>,
) -> Result<Response, Failure> {
    let (side, locale) = find(&app, &staff, &article, &locale).await?;
    let refused = |problem: &'static str| {
        let told = Told { problem: Some(problem), ..Told::default() };
        side_page(&app, &staff, &side, &locale, StatusCode::UNPROCESSABLE_ENTITY, &told)
    };
    let file = match upload {
        Some(upload) => uploaded(upload).await?,
        None => None,
    };
    let Some(file) = file else { return refused("no-file") };
    let read = match xliff::read(&file) {
        Ok(read) => read,
        Err(error) => return refused(word(&error)),
    };
    if !exchange::is_of(&read.document, &side, &locale) {
        return refused("other-story");
    }
    let known = read.document.source_version;
    if known < 1 || known > side.source.version {
        return refused("other-story");
    }
    let import = exchange::import(&side, &read);
    let view = view(&staff, &side, &locale, known, import);
    let path = address(side.article, &locale);
    page_with(
        &app,
        &staff,
        StatusCode::OK,
        &path,
        "title-admin-translate",
        "admin/translate-import.html",
        "import",
        view,
    )
}

/// `POST …/take`: saves what was ticked, as a new revision.
pub(crate) async fn take(
    State(app): State<App>,
    staff: Staff,
    Path((article, locale)): Path<(String, String)>,
    Form(fields): Form<Fields>,
) -> Result<Response, Failure> {
    let (side, locale) = find(&app, &staff, &article, &locale).await?;
    let number = |name: &str| fields.get(name).parse::<i64>().ok();
    let taken = taken(&fields);
    let (Some(version), Some(source_version), Some(taken)) =
        (number("version"), number("source_version"), taken)
    else {
        let told = Told { problem: Some("form"), ..Told::default() };
        return side_page(&app, &staff, &side, &locale, StatusCode::UNPROCESSABLE_ENTITY, &told);
    };
    let based_on = if version == 0 { BasedOn::New } else { BasedOn::Version(version) };
    let own = side.target.as_ref().map(|(standing, _)| standing.slug.clone());
    let title = taken.iter().find(|taken| taken.place == Place::Line(Line::Title));
    let title = title
        .map(|taken| taken.text.clone())
        .or_else(|| side.target.as_ref().map(|(_, text)| text.draft.title.clone()));
    let slug: Option<Slug> = match &own {
        Some(own) => own.parse().ok(),
        None => title.as_deref().and_then(slug::suggest),
    };
    let problem = match (title.filter(|title| !title.trim().is_empty()), slug) {
        (None, _) => "title",
        (Some(_), None) => "slug",
        (Some(_), Some(slug)) => {
            let draft = exchange::draft(&side, &taken, source_version, slug);
            let author = Some(staff.member.id);
            match app.content.save_side(side.article, &locale, &draft, based_on, author).await {
                Ok(saved) => {
                    let detail = json!({
                        "locale": locale, "units": taken.len(), "source_version": source_version,
                        "before": { "version": side.version() }, "after": { "version": saved.version },
                    });
                    staff.record(&app, "translation-imported", &side.article.to_string(), &detail).await?;
                    return see_other(&format!("{}?done=imported", address(side.article, &locale)));
                }
                Err(SaveError::Stale { .. }) => {
                    let typed = Typed::of(draft, side.version().unwrap_or(0));
                    let told = Told {
                        problem: Some("stale"),
                        typed: Some(typed),
                        is_overtaken: true,
                        ..Told::default()
                    };
                    return side_page(&app, &staff, &side, &locale, StatusCode::CONFLICT, &told);
                }
                Err(SaveError::Store(StoreError::SlugTaken { .. })) => "taken",
                Err(SaveError::NoSourceVersion(_)) => "form",
                Err(SaveError::Store(error)) => return Err(error.into()),
            }
        }
    };
    // Nothing of the file is lost: it stands in the page's fields.
    let slug = own.as_deref().unwrap_or("x").parse().map_err(|_| Failure::BadRequest)?;
    let mut typed = Typed::of(exchange::draft(&side, &taken, source_version, slug), version);
    typed.slug = own.unwrap_or_default();
    let told = Told { problem: Some(problem), typed: Some(typed), ..Told::default() };
    side_page(&app, &staff, &side, &locale, StatusCode::UNPROCESSABLE_ENTITY, &told)
}

/// The texts that were ticked; none if the form isn't ours.
fn taken(fields: &Fields) -> Option<Vec<Taken>> {
    let names: Vec<&str> = fields.all("unit").collect();
    let texts: Vec<&str> = fields.all_raw("text").collect();
    if names.len() != texts.len() {
        return None;
    }
    let ticked: Vec<&str> = fields.all("take").collect();
    let done: Vec<&str> = fields.all("done").collect();
    let all = names.into_iter().zip(texts).filter(|(name, _)| ticked.contains(name)).map(|(name, text)| {
        Some(Taken {
            place: Place::parse(name)?,
            text: text.replace("\r\n", "\n"),
            is_done: done.contains(&name),
        })
    });
    all.collect()
}

/// The bytes of the file that was sent, if one was.
async fn uploaded(mut upload: Multipart) -> Result<Option<Vec<u8>>, Failure> {
    while let Some(field) = upload.next_field().await.map_err(|error| failed(&error))? {
        if field.name() == Some("file") {
            let bytes = field.bytes().await.map_err(|error| failed(&error))?;
            return Ok((!bytes.is_empty()).then(|| bytes.to_vec()));
        }
    }
    Ok(None)
}

fn failed(error: &axum::extract::multipart::MultipartError) -> Failure {
    if error.status() == StatusCode::PAYLOAD_TOO_LARGE { Failure::TooLarge } else { Failure::BadRequest }
}

/// The second half of a key `side-problem-…`.
fn word(error: &ReadError) -> &'static str {
    match error {
        ReadError::TooLarge => "file-large",
        ReadError::NotText | ReadError::NotXml { .. } | ReadError::TooDeep => "file-broken",
        ReadError::Entities => "file-entities",
        ReadError::NotXliff => "file-other",
        ReadError::NotOurs => "other-story",
    }
}

fn view(
    staff: &Staff,
    side: &content::SideBySide,
    locale: &Locale,
    source_version: i64,
    import: Import,
) -> ImportView {
    let language = |locale: &Locale| build::language(locale, &staff.locale, String::new());
    let units = import.changes.into_iter().map(|change| UnitView {
        // What was changed here since is taken only on purpose.
        ticked: !change.edited_here,
        diff: runs(&change.before, &change.after),
        name: change.name,
        kind: change.kind,
        is_line: change.is_line,
        source: change.source,
        text: change.after,
        source_moved: change.source_moved,
        edited_here: change.edited_here,
        lost: change.lost,
        unknown: change.unknown,
        is_done: change.is_done,
    });
    ImportView {
        path: address(side.article, locale),
        title: title_plain(&side.source.draft.title),
        source: language(&side.source_locale),
        target: language(locale),
        version: side.version().unwrap_or(0),
        source_version,
        is_older: source_version < side.source.version,
        units: units.collect(),
        same: import.same,
        empty: import.empty,
        strangers: import.strangers.len(),
    }
}
