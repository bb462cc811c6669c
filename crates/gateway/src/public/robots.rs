//! `/robots.txt` (RFC 9309).

use axum::extract::State;
use axum::response::Response;
use http::request::Parts;

use crate::app::App;
use crate::failure::Failure;
use crate::http::{Encoded, Freshness};

/// The setting with what staff add.
pub(crate) const SETTING: &str = "robots";

pub(crate) async fn show(State(app): State<App>, request: Parts) -> Result<Response, Failure> {
    let publication = app.publications.current().await?;
    let body = Encoded::new(text(&app, &publication.robots), "text/plain; charset=utf-8");
    Ok(body.answer(&request.method, &request.headers, Freshness::Shared).map(axum::body::Body::new))
}

/// What crawlers are told: what holds for every site, and then `more`.
pub(crate) fn text(app: &App, more: &str) -> String {
    let (sitemap, news) = (app.settings.absolute("/sitemap.xml"), app.settings.absolute("/news-sitemap.xml"));
    let more = if more.is_empty() { String::new() } else { format!("\n{more}\n") };
    format!(
        "User-agent: *\nDisallow: /*/account\nDisallow: /*/gift/\nDisallow: /*/search\nDisallow: /*/sign-in\nAllow: /\n{more}\nSitemap: {sitemap}\nSitemap: {news}\n"
    )
}
