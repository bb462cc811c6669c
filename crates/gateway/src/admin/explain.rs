//! `/admin/explain`: why could, or couldn't, a member read a story at a moment?

use axum::extract::{Query, State};
use axum::response::Response;
use http::StatusCode;
use jiff::Timestamp;
use jiff::civil::DateTime;
use jiff::tz::TimeZone;
use kernel::{Email, Locale};
use percent_encoding::percent_decode_str;
use serde::Deserialize;

use super::{Staff, page_with};
use crate::app::App;
use crate::explain::recorded;
use crate::explain::words::{Audience, Words, names};
use crate::failure::Failure;
use crate::view::desk::ExplainView;

const PATH: &str = "/admin/explain";

#[derive(Debug, Default, Deserialize)]
pub(crate) struct Asked {
    #[serde(default)]
    email: String,
    #[serde(default)]
    story: String,
    #[serde(default)]
    at: String,
}

/// `GET`
pub(crate) async fn show(
    State(app): State<App>,
    staff: Staff,
    Query(asked): Query<Asked>,
) -> Result<Response, Failure> {
    let mut view = ExplainView {
        email: asked.email.trim().to_owned(),
        story: asked.story.trim().to_owned(),
        at: asked.at.trim().to_owned(),
        ..ExplainView::default()
    };
    if !view.email.is_empty() || !view.story.is_empty() {
        answer(&app, &staff, &mut view).await?;
    }
    let status = if view.problem.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    page_with(&app, &staff, status, PATH, "title-admin-explain", "admin/explain.html", "explain", view)
}

/// Answers what was asked, or notes what is wrong with it.
async fn answer(app: &App, staff: &Staff, view: &mut ExplainView) -> Result<(), Failure> {
    let site = &staff.publication.site;
    let member = match view.email.parse::<Email>() {
        Ok(email) => app.accounts.member_by_email(&email).await?,
        Err(_) => None,
    };
    let Some(member) = member else {
        view.problem = Some("member");
        return Ok(());
    };
    let (locale, slug) = named(&view.story);
    let Some(article) = app.content.story_named(locale.as_ref(), &slug).await? else {
        view.problem = Some("story");
        return Ok(());
    };
    let Some(at) = moment(&view.at, &site.time_zone, app.clock.now()) else {
        view.problem = Some("at");
        return Ok(());
    };
    let Some(heading) = app.content.headings(&[article], &staff.locale).await?.pop() else {
        view.problem = Some("story");
        return Ok(());
    };
    let recorded = recorded(&app.content, &app.accounts, &app.billing, &member, &heading, at).await?;
    let plans = app.billing.plans().await?;
    let names = names(&plans, &staff.locale, &site.default_locale);
    let words = Words::new(app.theme.texts(), &staff.locale, site.time_zone.clone(), names);
    view.told = Some(words.tell(&recorded, &heading.title, &Audience::Staff(member.email.to_string())));
    view.member = Some(member.id.to_string());
    Ok(())
}

/// The language and the slug of a story that was named by its address or its slug.
pub(crate) fn named(text: &str) -> (Option<Locale>, String) {
    let path = text.split(['?', '#']).next().unwrap_or_default().trim_end_matches('/');
    let mut segments = path.rsplit('/');
    let slug = segments.next().unwrap_or_default();
    let locale = segments.next().and_then(|tag| tag.parse().ok());
    (locale, percent_decode_str(slug).decode_utf8_lossy().into_owned())
}

/// A moment as a form says it, in the site's time zone; now if nothing is said.
pub(crate) fn moment(text: &str, zone: &TimeZone, now: Timestamp) -> Option<Timestamp> {
    if text.is_empty() {
        return Some(now);
    }
    text.parse().ok().or_else(|| zone.to_timestamp(text.parse::<DateTime>().ok()?).ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stories_are_named_in_many_ways() {
        let of = |tag: &str| Some(tag.parse::<Locale>().expect("a tag"));
        assert_eq!(named("eine-geschichte"), (None, "eine-geschichte".to_owned()));
        assert_eq!(named("/de/eine-geschichte?x#y"), (of("de"), "eine-geschichte".to_owned()));
        assert_eq!(named("https://news.example/ar/%D8%A3%D9%85%D9%86/"), (of("ar"), "أمن".to_owned()));
        assert_eq!(named(""), (None, String::new()));
    }

    #[test]
    fn moments_are_the_sites() {
        let (zone, now) = (TimeZone::get("Europe/Berlin").expect("known"), Timestamp::UNIX_EPOCH);
        let expected = "2026-11-24T13:02:00Z".parse().ok();
        assert_eq!(moment("2026-11-24T14:02", &zone, now), expected);
        assert_eq!(moment("2026-11-24T13:02:00Z", &zone, now), expected);
        assert_eq!(moment("", &zone, now), Some(now));
        assert_eq!(moment("yesterday", &zone, now), None);
    }
}
