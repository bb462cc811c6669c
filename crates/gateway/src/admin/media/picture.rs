//! `/admin/media/{hash}`: one picture, its words, where it is shown; replacing and deleting it.

use axum::Form;
use axum::extract::multipart::MultipartRejection;
use axum::extract::{Multipart, Path, Query, State};
use axum::response::Response;
use content::media::{Focus, middle_width};
use content::{PictureDraft, PictureFacts, PictureWords, StoreError};
use http::StatusCode;
use kernel::Locale;
use serde_json::json;

use super::{PATH, at, name, receive};
use crate::address;
use crate::admin::fields::Fields;
use crate::admin::{Done, Staff, page_with, permission};
use crate::app::App;
use crate::extract::see_other;
use crate::failure::Failure;
use crate::view::build;
use crate::view::media::{EditedPictureView, PictureUseView, PictureWordsView};

/// Letters of a credit, of an alternative text and of a caption.
const MOST: [usize; 3] = [200, 500, 1000];

/// `GET`
pub(crate) async fn show(
    State(app): State<App>,
    staff: Staff,
    Path(hash): Path<String>,
    Query(done): Query<Done>,
) -> Result<Response, Failure> {
    let facts = facts(&app, &hash).await?;
    let told = Told { done: done.of(&["saved", "replaced"]), ..Told::default() };
    page(&app, &staff, &facts, StatusCode::OK, told)
}

/// `POST`: focal point, credit, and the words in each language.
pub(crate) async fn save(
    State(app): State<App>,
    staff: Staff,
    Path(hash): Path<String>,
    Form(fields): Form<Fields>,
) -> Result<Response, Failure> {
    let facts = facts(&app, &hash).await?;
    let refused = |status, problem| {
        let told = Told { problem: Some(problem), typed: Some(&fields), ..Told::default() };
        page(&app, &staff, &facts, status, told)
    };
    let draft = match draft(&staff, &facts, &fields) {
        Ok(draft) => draft,
        Err(problem) => return refused(StatusCode::UNPROCESSABLE_ENTITY, problem),
    };
    let version = fields.get("version").parse().unwrap_or(0);
    match app.content.save_picture(&hash, version, &draft).await {
        Ok(()) => {}
        Err(StoreError::PictureChanged(_)) => return refused(StatusCode::CONFLICT, "changed"),
        Err(error) => return Err(error.into()),
    }
    let said = |focus: Focus, words: &[PictureWords]| {
        let locales: Vec<&Locale> = words.iter().map(|words| &words.locale).collect();
        json!({ "focus": [focus.x(), focus.y()], "words": locales })
    };
    let detail = json!({
        "before": said(facts.entry.focus, &facts.words),
        "after": said(draft.focus, &draft.words),
    });
    staff.record(&app, "picture-described", &hash, &detail).await?;
    see_other(&format!("{}?done=saved", at(&hash)))
}

/// `POST …/replace`: another file takes its place wherever it is shown.
pub(crate) async fn replace(
    State(app): State<App>,
    staff: Staff,
    Path(hash): Path<String>,
    form: Result<Multipart, MultipartRejection>,
) -> Result<Response, Failure> {
    let facts = facts(&app, &hash).await?;
    let form = form.map_err(|_| Failure::BadRequest)?;
    let received = receive::files(&app, form).await?.pop();
    let (problem, refused) = match received.map(|file| file.outcome) {
        None => ("nothing", None),
        Some(Err(refusal)) => ("refused", Some(refusal.told(&app, &staff.locale))),
        Some(Ok(picture)) if picture.hash == hash => ("same", None),
        Some(Ok(picture)) => {
            app.content.replace_picture(&hash, &picture.hash).await?;
            app.media.delete(&hash).await?;
            let detail = json!({ "before": hash, "after": picture.hash, "uses": facts.uses.len() });
            staff.record(&app, "picture-replaced", &hash, &detail).await?;
            return see_other(&format!("{}?done=replaced", at(&picture.hash)));
        }
    };
    let told = Told { problem: Some(problem), refused, ..Told::default() };
    page(&app, &staff, &facts, StatusCode::UNPROCESSABLE_ENTITY, told)
}

/// `POST …/delete`: only if nothing shows it.
pub(crate) async fn delete(
    State(app): State<App>,
    staff: Staff,
    Path(hash): Path<String>,
) -> Result<Response, Failure> {
    let facts = facts(&app, &hash).await?;
    match app.content.delete_picture(&hash).await {
        Ok(gone) => {
            for hash in gone {
                app.media.delete(&hash).await?;
            }
        }
        Err(StoreError::PictureUsed(_)) => {
            let told = Told { problem: Some("used"), ..Told::default() };
            return page(&app, &staff, &facts, StatusCode::UNPROCESSABLE_ENTITY, told);
        }
        Err(error) => return Err(error.into()),
    }
    staff.record(&app, "picture-deleted", &hash, &json!({ "bytes": facts.entry.bytes })).await?;
    see_other(&format!("{PATH}?done=deleted"))
}

async fn facts(app: &App, hash: &str) -> Result<PictureFacts, Failure> {
    app.content.picture(hash).await?.ok_or(Failure::NotFound)
}

/// What a form says of a picture; the words in languages that the form doesn't have stay.
fn draft(staff: &Staff, facts: &PictureFacts, fields: &Fields) -> Result<PictureDraft, &'static str> {
    let [credits, alts, captions] = MOST;
    let short = |text: &str, most: usize| (text.chars().count() <= most).then(|| text.to_owned());
    let part = |name| fields.get(name).parse::<u8>().map_err(|_| "focus");
    let focus = Focus::new(part("x")?, part("y")?).ok_or("focus")?;
    let offered = || staff.publication.site.locales.iter().map(|offered| &offered.locale);
    let mut words: Vec<PictureWords> =
        facts.words.iter().filter(|words| offered().all(|locale| *locale != words.locale)).cloned().collect();
    for locale in offered() {
        let alt = short(fields.get(&format!("alt-{locale}")), alts).ok_or("long")?;
        let caption = short(fields.get(&format!("caption-{locale}")), captions).ok_or("long")?;
        if !alt.is_empty() || !caption.is_empty() {
            words.push(PictureWords { locale: locale.clone(), alt, caption });
        }
    }
    Ok(PictureDraft { credit: short(fields.get("credit"), credits).ok_or("long")?, focus, words })
}

/// What has become of a form.
#[derive(Default)]
struct Told<'a> {
    done: Option<&'static str>,
    problem: Option<&'static str>,
    refused: Option<String>,
    typed: Option<&'a Fields>,
}

fn page(
    app: &App,
    staff: &Staff,
    facts: &PictureFacts,
    status: StatusCode,
    told: Told<'_>,
) -> Result<Response, Failure> {
    let entry = &facts.entry;
    let typed = |name: &str, kept: String| told.typed.map_or(kept, |typed| typed.get(name).to_owned());
    let words = staff.publication.site.locales.iter().map(|offered| {
        let locale = &offered.locale;
        let kept = facts.words.iter().find(|words| words.locale == *locale);
        let kept = |part: fn(&PictureWords) -> &String| kept.map(part).cloned().unwrap_or_default();
        PictureWordsView {
            language: build::language(locale, &staff.locale, String::new()),
            alt: typed(&format!("alt-{locale}"), kept(|words| &words.alt)),
            caption: typed(&format!("caption-{locale}"), kept(|words| &words.caption)),
        }
    });
    let uses = facts.uses.iter().map(|place| PictureUseView {
        href: format!("/admin/stories/{}/{}", place.article, place.locale),
        title: place.title.clone(),
        language: build::language(&place.locale, &staff.locale, String::new()).name,
        lang: place.locale.clone(),
        cover: place.cover,
    });
    let view = EditedPictureView {
        href: at(&entry.hash),
        name: name(entry),
        src: address::media(&entry.hash, &format!("w{}.jpg", middle_width(entry.width))),
        preview: address::media_cut(&entry.hash, "og.jpg", entry.focus),
        square: address::media_cut(&entry.hash, "square.jpg", entry.focus),
        address: format!("/media/{}", entry.hash),
        width: entry.width,
        height: entry.height,
        kib: entry.bytes.div_ceil(1024),
        created_at: build::rfc3339(entry.created_at),
        version: facts.version,
        x: typed("x", entry.focus.x().to_string()),
        y: typed("y", entry.focus.y().to_string()),
        credit: typed("credit", entry.credit.clone()),
        words: words.collect(),
        uses: uses.collect(),
        may_replace: permission::allows("/admin/media/{hash}/replace", staff.role),
        done: told.done,
        problem: told.problem,
        refused: told.refused,
    };
    page_with(
        app,
        staff,
        status,
        &at(&entry.hash),
        "title-admin-media",
        "admin/media-picture.html",
        "picture",
        view,
    )
}
