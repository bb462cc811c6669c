//! `/admin/stories/{article}/{locale}`: a text, to be written.

use axum::Form;
use axum::extract::{Query, State};
use axum::response::Response;
use content::diff::{self, Fate, Line};
use content::{
    BasedOn, Revision, SaveError, State as TextState, StoreError, Typed, WorkingCopy, markdown, slug,
};
use http::header::CONTENT_SECURITY_POLICY;
use http::{HeaderValue, StatusCode};
use serde_json::json;

use super::typed::{Problem, draft, of_revision, typed};
use super::{AskedText, Scope, chips, closed, people, story_address};
use crate::address;
use crate::admin::fields::Fields;
use crate::admin::{Done, Staff, page_with};
use crate::app::App;
use crate::extract::see_other;
use crate::failure::Failure;
use crate::http::FRAMING_OWN;
use crate::view::build;
use crate::view::writing::{
    ConflictView, DiffLine, EditorView, FieldDiff, NewerView, ProblemView, SearchCardView, StretchView,
};

/// What is shown in the form, and told above it.
struct Shown {
    status: StatusCode,
    typed: Typed,
    /// The version it was made from; 0 for the first.
    version: i64,
    unsaved: Option<WorkingCopy>,
    conflict: Option<ConflictView>,
    done: Option<&'static str>,
    problem: Option<Problem>,
}

/// `GET`: what this member has typed and not saved, else the newest version.
pub(crate) async fn show(
    State(app): State<App>,
    staff: Staff,
    asked: AskedText,
    Query(done): Query<Done>,
) -> Result<Response, Failure> {
    let done = done.of(&["saved", "discarded", "submitted", "restored"]);
    let head = head(&app, &asked).await?;
    let saved = head.as_ref().map(of_revision).unwrap_or_default();
    let version = head.as_ref().map_or(0, |head| head.version);
    let copy = app.content.working_copy(asked.story.article, &asked.locale, staff.member.id).await?;
    let copy = copy.filter(|copy| copy.typed != saved);
    let shown = Shown {
        status: StatusCode::OK,
        version: copy.as_ref().map_or(version, |copy| copy.based_on),
        typed: copy.as_ref().map_or(saved, |copy| copy.typed.clone()),
        unsaved: copy,
        conflict: None,
        done,
        problem: None,
    };
    page(&app, &staff, &asked, head.as_ref(), shown).await
}

/// `POST`: saves it, throws away what isn't saved, or saves it on the way to publishing.
pub(crate) async fn act(
    State(app): State<App>,
    staff: Staff,
    asked: AskedText,
    Form(fields): Form<Fields>,
) -> Result<Response, Failure> {
    let scope = Scope::of(&staff, &asked.story);
    if !scope.writes(&asked.locale) {
        return closed(&app, &staff, &asked.story);
    }
    let (article, path) = (asked.story.article, asked.address());
    if fields.get("act") == "discard" {
        app.content.drop_working_copy(article, &asked.locale, staff.member.id).await?;
        return see_other(&format!("{path}?done=discarded"));
    }
    let head = head(&app, &asked).await?;
    let text = typed(&fields);
    let version: i64 = fields.get("version").parse().unwrap_or(0);
    let saved = save(&app, &staff, &asked, head.as_ref(), &text, version).await?;
    match saved {
        Ok(()) => match fields.get("act") {
            "publish" if scope.publishes() => see_other(&format!("{path}/publish")),
            "submit" => {
                if let Some(text) =
                    app.content.story(article).await?.and_then(|it| it.text(&asked.locale).cloned())
                {
                    app.content.submit(text.translation).await?;
                    staff.record(&app, "text-submitted", &text.translation.to_string(), &json!({})).await?;
                }
                see_other(&format!("{path}?done=submitted"))
            }
            _ => see_other(&format!("{path}?done=saved")),
        },
        Err(refused) => {
            // Whatever becomes of the page, what was typed is here when it is opened again.
            app.content.keep_working_copy(article, &asked.locale, staff.member.id, version, &text).await?;
            refusal(&app, &staff, &asked, text, version, refused).await
        }
    }
}

/// Why a text wasn't saved.
enum Refused {
    Wrong(Problem),
    Stale,
}

/// Makes a revision of it.
async fn save(
    app: &App,
    staff: &Staff,
    asked: &AskedText,
    head: Option<&Revision>,
    text: &Typed,
    version: i64,
) -> Result<Result<(), Refused>, Failure> {
    // Saving brings no translation up to date: that is said of each paragraph, by who has looked at it.
    let made_from = head.and_then(|head| head.draft.made_from);
    let draft = match draft(text, &asked.locale, made_from) {
        Ok(draft) => draft,
        Err(problem) => return Ok(Err(Refused::Wrong(problem))),
    };
    let based_on = if version == 0 { BasedOn::New } else { BasedOn::Version(version) };
    let (article, by) = (asked.story.article, staff.member.id);
    let saved = match app.content.save_translation(article, &asked.locale, &draft, based_on, Some(by)).await {
        Ok(saved) => saved,
        Err(SaveError::Stale { .. }) => return Ok(Err(Refused::Stale)),
        Err(SaveError::Store(StoreError::SlugTaken { .. } | StoreError::NotUnique(_))) => {
            return Ok(Err(Refused::Wrong(Problem { field: "slug", word: "slug-taken" })));
        }
        Err(error) => return Err(error.into()),
    };
    app.content.drop_working_copy(article, &asked.locale, by).await?;
    if saved.changed != content::Changed::Nothing {
        let detail = json!({ "before": head.map(|head| head.version), "after": saved.version });
        staff.record(app, "text-saved", &saved.translation.to_string(), &detail).await?;
    }
    Ok(Ok(()))
}

/// The form again, with everything that was typed, and what is wrong; or with what somebody else has
/// saved meanwhile beside it.
async fn refusal(
    app: &App,
    staff: &Staff,
    asked: &AskedText,
    text: Typed,
    version: i64,
    refused: Refused,
) -> Result<Response, Failure> {
    let head = head(app, asked).await?;
    let shown = |status| Shown {
        status,
        typed: text.clone(),
        version,
        unsaved: None,
        conflict: None,
        done: None,
        problem: None,
    };
    let shown = match (refused, &head) {
        (Refused::Wrong(problem), _) => {
            Shown { problem: Some(problem), ..shown(StatusCode::UNPROCESSABLE_ENTITY) }
        }
        (Refused::Stale, Some(theirs)) => Shown {
            version: theirs.version,
            conflict: Some(ConflictView {
                theirs: newer(app, theirs).await?,
                fields: differences(&of_revision(theirs), &text),
            }),
            ..shown(StatusCode::CONFLICT)
        },
        // It was deleted in between.
        (Refused::Stale, None) => return Err(Failure::NotFound),
    };
    page(app, staff, asked, head.as_ref(), shown).await
}

/// The newest version.
pub(super) async fn head(app: &App, asked: &AskedText) -> Result<Option<Revision>, Failure> {
    // Somebody may have saved since the story was read.
    let texts = app.content.translations(asked.story.article).await?;
    match texts.iter().find(|text| text.locale == asked.locale) {
        Some(text) => Ok(app.content.revision(text.translation, text.version).await?),
        None => Ok(None),
    }
}

/// Who has saved a version, and when.
pub(super) async fn newer(app: &App, revision: &Revision) -> Result<NewerView, Failure> {
    let people = people(app).await?;
    Ok(NewerView {
        version: revision.version,
        by: revision.author.and_then(|by| people.get(&by).cloned()),
        at: build::rfc3339(revision.created_at),
    })
}

/// What differs between two texts, field by field.
pub(super) fn differences(before: &Typed, after: &Typed) -> Vec<FieldDiff> {
    let fields = [
        ("title", &before.title, &after.title),
        ("standfirst", &before.standfirst, &after.standfirst),
        ("body", &before.body, &after.body),
        ("slug", &before.slug, &after.slug),
        ("description", &before.description, &after.description),
        ("seo_title", &before.seo_title, &after.seo_title),
        ("cover_alt", &before.cover_alt, &after.cover_alt),
        ("cover_caption", &before.cover_caption, &after.cover_caption),
    ];
    let differ = fields.into_iter().filter(|(_, before, after)| before != after);
    differ
        .map(|(field, before, after)| FieldDiff {
            field,
            lines: diff::compare(before, after).into_iter().map(line).collect(),
        })
        .collect()
}

fn line(line: Line) -> DiffLine {
    match line {
        Line::Skipped(skipped) => DiffLine { stretches: Vec::new(), skipped },
        Line::Text(stretches) => {
            let stretches = stretches.into_iter().map(|stretch| StretchView {
                fate: match stretch.fate {
                    Fate::Kept => "kept",
                    Fate::Added => "added",
                    Fate::Removed => "removed",
                },
                text: stretch.text,
            });
            DiffLine { stretches: stretches.collect(), skipped: 0 }
        }
    }
}

async fn page(
    app: &App,
    staff: &Staff,
    asked: &AskedText,
    head: Option<&Revision>,
    shown: Shown,
) -> Result<Response, Failure> {
    let (story, locale) = (&asked.story, &asked.locale);
    let scope = Scope::of(staff, story);
    let text = asked.text();
    let (words, minutes) = markdown::length(&shown.typed.body, locale);
    let newest = head.map_or(0, |head| head.version);
    let newer = match head.filter(|head| shown.unsaved.is_some() && head.version > shown.version) {
        Some(head) => Some(newer(app, head).await?),
        None => None,
    };
    let suggested = slug::suggest(&shown.typed.title, locale).map(String::from).unwrap_or_default();
    let live = text.and_then(|text| text.live_version);
    let (path, story_title) = (asked.address(), story.title());
    let view = EditorView {
        story_href: story_address(story.article),
        language: build::language(locale, &staff.locale, path.clone()),
        version: shown.version,
        search: search_card(app, staff, asked, &shown.typed, &suggested),
        slug_hint: suggested,
        words,
        minutes,
        state: text.map(|text| text.state.as_str()),
        live_href: text.filter(|_| live.is_some()).map(|text| address::text(locale, &text.slug)),
        live_version: live,
        saved_version: newest,
        publish_at: text.and_then(|text| text.publish_at).map(build::rfc3339),
        stale: text.is_some_and(|text| text.stale),
        access: build::access_word(&story.draft.access),
        has_cover: story.draft.cover.is_some(),
        texts: chips(staff, story.article, &story.texts),
        unsaved_since: shown.unsaved.as_ref().map(|copy| build::rfc3339(copy.saved_at)),
        newer,
        conflict: shown.conflict,
        can_write: scope.writes(locale),
        can_publish: scope.publishes(),
        can_submit: !scope.publishes()
            && text.is_none_or(|text| matches!(text.state, TextState::Draft | TextState::Withdrawn)),
        done: shown.done,
        problem: shown.problem.map(|problem| ProblemView { field: problem.field, word: problem.word }),
        typed: shown.typed,
        story_title,
        path: path.clone(),
    };
    let template = "admin/story-editor.html";
    let mut answer =
        page_with(app, staff, shown.status, &path, "title-admin-story-text", template, "editor", view)?;
    // The preview is shown in a frame beside the text.
    answer.headers_mut().insert(CONTENT_SECURITY_POLICY, HeaderValue::from_static(FRAMING_OWN));
    Ok(answer)
}

fn search_card(
    app: &App,
    staff: &Staff,
    asked: &AskedText,
    typed: &Typed,
    suggested: &str,
) -> SearchCardView {
    let site = &staff.publication;
    let own = site.offered(&asked.locale).or_else(|| site.offered(&site.site.default_locale));
    let slug = if typed.slug.is_empty() { suggested } else { &typed.slug };
    let first =
        |texts: [&str; 2]| texts.into_iter().find(|text| !text.is_empty()).unwrap_or_default().to_owned();
    let cover = asked.story.draft.cover.as_ref();
    SearchCardView {
        site: own.map(|own| own.name.clone()).unwrap_or_default(),
        address: app.settings.absolute(&format!("/{}/{slug}", asked.locale)),
        title: first([&typed.seo_title, &markdown::title_plain(&typed.title)]),
        description: first([&typed.description, &typed.standfirst]),
        image: cover.map(|hash| address::media(hash, "og.jpg")),
    }
}
