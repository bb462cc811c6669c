//! `/admin/stories/{article}/{locale}/publish`: checks a text, and shows it to readers: now, at a time
//! to come, or together with the other languages; or takes it back.

use axum::Form;
use axum::extract::{Query, State};
use axum::response::Response;
use content::check::Issue;
use content::{Dates, DeskText, Launched, State as TextState, StoreError, markdown};
use http::StatusCode;
use jiff::Timestamp;
use jiff::civil::DateTime;
use jiff::tz::{AmbiguousOffset, TimeZone};
use kernel::ArticleId;
use serde_json::json;

use super::launch::{record_launch, waiting};
use super::own::text_at;
use super::{AskedText, Scope, closed};
use crate::address;
use crate::admin::fields::Fields;
use crate::admin::{Done, Staff, page_with};
use crate::app::App;
use crate::extract::see_other;
use crate::failure::Failure;
use crate::view::build;
use crate::view::writing::{IssueView, PublishView};

/// How forms write a time.
const LOCAL: &str = "%Y-%m-%dT%H:%M";

/// `GET`
pub(crate) async fn show(
    State(app): State<App>,
    staff: Staff,
    asked: AskedText,
    Query(done): Query<Done>,
) -> Result<Response, Failure> {
    let done = done.of(&["published", "scheduled", "withdrawn", "ready", "not-ready", "launched"]);
    let problem = match asked.text() {
        Some(text) if app.content.is_machine_made(text.translation).await? => Some("machine"),
        _ => None,
    };
    page(&app, &staff, &asked, StatusCode::OK, "", done, problem).await
}

/// `POST`
pub(crate) async fn act(
    State(app): State<App>,
    staff: Staff,
    asked: AskedText,
    Form(fields): Form<Fields>,
) -> Result<Response, Failure> {
    if !Scope::of(&staff, &asked.story).publishes() {
        return closed(&app, &staff, &asked.story);
    }
    let Some(text) = asked.text().cloned() else { return Err(Failure::NotFound) };
    let path = format!("{}/publish", asked.address());
    let outcome = match fields.get("act") {
        "withdraw" => {
            app.content.withdraw(text.translation).await?;
            let detail = json!({ "before": text.state.as_str() });
            staff.record(&app, "text-withdrawn", &text.translation.to_string(), &detail).await?;
            Ok("withdrawn")
        }
        "not-ready" => {
            app.content.ready(text.translation, false).await?;
            Ok("not-ready")
        }
        "publish" | "schedule" | "ready" => match allowed(&app, &staff, &asked, &text, &fields).await? {
            Err(problem) => Err(problem),
            Ok(()) => match fields.get("act") {
                "schedule" => schedule(&app, &staff, &text, fields.get("at")).await?,
                "ready" => ready(&app, &staff, &asked, &text).await?,
                _ => publish(&app, &staff, &text, !fields.get("updated").is_empty()).await?,
            },
        },
        _ => Err("act"),
    };
    match outcome {
        Ok(done) => see_other(&format!("{path}?done={done}")),
        Err(problem) => {
            let status = StatusCode::UNPROCESSABLE_ENTITY;
            page(&app, &staff, &asked, status, fields.get("at"), None, Some(problem)).await
        }
    }
}

/// What is wrong with the newest version of a text.
pub(super) async fn issues(
    app: &App,
    staff: &Staff,
    article: ArticleId,
    text: &DeskText,
) -> Result<Vec<Issue>, Failure> {
    let Some(head) = app.content.revision(text.translation, text.version).await? else {
        return Err(Failure::NotFound);
    };
    let own = |address: &str| text_at(app, &staff.publication, address);
    let found = app.content.check(article, &text.locale, &head.draft, own).await?;
    found.ok_or(Failure::NotFound)
}

/// Errors must be mended; warnings be confirmed.
async fn allowed(
    app: &App,
    staff: &Staff,
    asked: &AskedText,
    text: &DeskText,
    fields: &Fields,
) -> Result<Result<(), &'static str>, Failure> {
    let found = issues(app, staff, asked.story.article, text).await?;
    if found.iter().any(|issue| issue.problem.is_error()) {
        return Ok(Err("errors"));
    }
    let confirmed = found.is_empty() || fields.get("confirm") == "yes";
    Ok(if confirmed { Ok(()) } else { Err("warnings") })
}

type Outcome = Result<&'static str, &'static str>;

async fn publish(app: &App, staff: &Staff, text: &DeskText, updated: bool) -> Result<Outcome, Failure> {
    let updated_at = if updated { Some(app.clock.now()) } else { text.updated_at };
    match app.content.publish(text.translation, Dates { published_at: None, updated_at }).await {
        Ok(()) => {}
        Err(StoreError::MachineMade(_)) => return Ok(Err("machine")),
        Err(error) => return Err(error.into()),
    }
    let detail = json!({ "before": text.live_version, "after": text.version });
    staff.record(app, "text-published", &text.translation.to_string(), &detail).await?;
    Ok(Ok("published"))
}

async fn schedule(app: &App, staff: &Staff, text: &DeskText, at: &str) -> Result<Outcome, Failure> {
    let at = match moment(at, &staff.publication.site.time_zone) {
        Ok(at) if at > app.clock.now() => at,
        Ok(_) => return Ok(Err("past")),
        Err(problem) => return Ok(Err(problem)),
    };
    match app.content.schedule(text.translation, at).await {
        Ok(()) => {
            let detail = json!({ "before": text.publish_at, "after": at });
            staff.record(app, "text-scheduled", &text.translation.to_string(), &detail).await?;
            Ok(Ok("scheduled"))
        }
        Err(StoreError::AlreadyPublished(_)) => Ok(Err("published")),
        Err(StoreError::MachineMade(_)) => Ok(Err("machine")),
        Err(error) => Err(error.into()),
    }
}

async fn ready(app: &App, staff: &Staff, asked: &AskedText, text: &DeskText) -> Result<Outcome, Failure> {
    let launched = match app.content.ready(text.translation, true).await {
        Err(StoreError::MachineMade(_)) => return Ok(Err("machine")),
        launched => launched?,
    };
    Ok(Ok(match launched {
        Launched::Waits(_) => {
            let detail = json!({ "version": text.version });
            staff.record(app, "text-ready", &text.translation.to_string(), &detail).await?;
            "ready"
        }
        Launched::Published(texts) => {
            record_launch(app, staff, &asked.story, &texts).await?;
            "launched"
        }
    }))
}

/// A time in the site's zone. One that the clocks leap over isn't there; of one that they pass twice,
/// the first is meant.
fn moment(text: &str, zone: &TimeZone) -> Result<Timestamp, &'static str> {
    let local: DateTime = text.parse().map_err(|_| "time")?;
    let ambiguous = zone.to_ambiguous_timestamp(local);
    if matches!(ambiguous.offset(), AmbiguousOffset::Gap { .. }) {
        return Err("gap");
    }
    ambiguous.earlier().map_err(|_| "time")
}

async fn page(
    app: &App,
    staff: &Staff,
    asked: &AskedText,
    status: StatusCode,
    at: &str,
    done: Option<&'static str>,
    problem: Option<&'static str>,
) -> Result<Response, Failure> {
    let Some(text) = asked.text() else { return Err(Failure::NotFound) };
    let (story, locale) = (&asked.story, &asked.locale);
    let path = asked.address();
    let issue = |issue: &Issue| IssueView {
        word: issue.problem.as_str(),
        line: issue.line,
        detail: issue.detail.clone(),
        count: issue.count,
        href: format!("{path}#{}", issue.field),
    };
    let found = issues(app, staff, story.article, text).await?;
    let zone = &staff.publication.site.time_zone;
    let local = |at: Timestamp| zone.to_datetime(at).strftime(LOCAL).to_string();
    let own = story.launch.iter().find(|waiting| waiting.locale == *locale);
    let view = PublishView {
        story_title: markdown::title_plain(&text.title),
        lang: locale.clone(),
        language: build::language(locale, &staff.locale, path.clone()),
        state: text.state.as_str(),
        live_href: (text.state == TextState::Published).then(|| address::text(locale, &text.slug)),
        ahead: text.live_version.is_some_and(|live| live < text.version),
        publish_at: text.publish_at.map(build::rfc3339),
        errors: found.iter().filter(|it| it.problem.is_error()).map(issue).collect(),
        warnings: found.iter().filter(|it| !it.problem.is_error()).map(issue).collect(),
        zone: zone.iana_name().unwrap_or("UTC").to_owned(),
        now: build::rfc3339(app.clock.now()),
        at: if at.is_empty() { text.publish_at.map(local).unwrap_or_default() } else { at.to_owned() },
        launch: if story.launch.is_empty() { Vec::new() } else { waiting(staff, story) },
        waits: own.is_some(),
        ready: own.is_some_and(|waiting| waiting.ready_at.is_some()),
        done,
        problem,
        path: path.clone(),
    };
    let template = "admin/story-publish.html";
    page_with(app, staff, status, &path, "title-admin-story-publish", template, "publishing", view)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_those_of_the_site() {
        let berlin = TimeZone::get("Europe/Berlin").expect("a zone");
        let at = |text: &str| moment(text, &berlin).map(|at| at.to_string());
        assert_eq!(at("2026-07-01T06:00").as_deref(), Ok("2026-07-01T04:00:00Z"));
        assert_eq!(at("2026-03-29T02:30"), Err("gap"), "the clocks leap from 2 to 3");
        assert_eq!(at("2026-10-25T02:30").as_deref(), Ok("2026-10-25T00:30:00Z"), "the first of the two");
        assert_eq!(at("tomorrow"), Err("time"));
    }
}
