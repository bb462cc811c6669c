//! `/admin/settings/robots`: what crawlers are told beyond what every Gazette tells them.

use axum::Form;
use axum::extract::{Query, State};
use axum::response::Response;
use content::{Setting, StoreError};
use http::StatusCode;
use serde_json::json;

use super::Wrong;
use crate::admin::fields::Fields;
use crate::admin::{Done, Staff, page_with};
use crate::app::App;
use crate::extract::see_other;
use crate::failure::Failure;
use crate::public::robots::{SETTING, text};
use crate::view::settings::RobotsView;

const PATH: &str = "/admin/settings/robots";
/// Letters that can be added.
const MOST: usize = 8000;
/// What a line can begin with (RFC 9309, 2.2; `Sitemap` and `Crawl-delay` are widely read).
const FIELDS: [&str; 5] = ["user-agent", "allow", "disallow", "sitemap", "crawl-delay"];

/// `GET`
pub(crate) async fn show(
    State(app): State<App>,
    staff: Staff,
    Query(done): Query<Done>,
) -> Result<Response, Failure> {
    let kept: Setting<String> = app.content.setting(SETTING).await?;
    page(&app, &staff, kept.version.to_string(), kept.value, done.of(&["saved"]), None)
}

/// `POST`
pub(crate) async fn save(
    State(app): State<App>,
    staff: Staff,
    Form(fields): Form<Fields>,
) -> Result<Response, Failure> {
    let before: Setting<String> = app.content.setting(SETTING).await?;
    let typed = fields.get("more").replace("\r\n", "\n");
    let seen = fields.get("version").parse().unwrap_or(-1);
    let wrong = if !typed.lines().all(is_line) || typed.chars().count() > MOST {
        Wrong::new("robots", "more")
    } else {
        match app.content.save_setting(SETTING, seen, &typed).await {
            Ok(()) => {
                let detail = json!({ "before": before.value, "after": typed });
                staff.record(&app, "robots-changed", "site", &detail).await?;
                app.publications.forget();
                return see_other(&format!("{PATH}?done=saved"));
            }
            Err(StoreError::SettingsChanged) => Wrong::late(),
            Err(error) => return Err(error.into()),
        }
    };
    page(&app, &staff, before.version.to_string(), typed, None, Some(wrong))
}

/// An empty line, a comment, or a field that crawlers know.
fn is_line(line: &str) -> bool {
    let line = line.trim();
    let field = line.split_once(':').map(|(field, _)| field.trim().to_ascii_lowercase());
    line.is_empty() || line.starts_with('#') || field.is_some_and(|field| FIELDS.contains(&field.as_str()))
}

fn page(
    app: &App,
    staff: &Staff,
    version: String,
    more: String,
    done: Option<&'static str>,
    wrong: Option<Wrong>,
) -> Result<Response, Failure> {
    let status = wrong.as_ref().map_or(StatusCode::OK, Wrong::status);
    let view = RobotsView { version, fixed: text(app, ""), more, done, wrong: wrong.map(Into::into) };
    page_with(app, staff, status, PATH, "title-admin-robots", "admin/settings-robots.html", "settings", view)
}

#[cfg(test)]
mod tests {
    use super::is_line;

    #[test]
    fn lines_say_what_crawlers_know() {
        for line in ["", "# no", "User-agent: GPTBot", "  disallow : /", "Sitemap: https://x.example/s.xml"] {
            assert!(is_line(line), "{line}");
        }
        for line in ["GPTBot", "Noindex: /", "<html>", ": /"] {
            assert!(!is_line(line), "{line}");
        }
    }
}
