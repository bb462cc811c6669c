//! `/robots.txt` (RFC 9309).

use axum::extract::State;
use axum::response::Response;
use http::request::Parts;

use crate::app::App;
use crate::http::{Encoded, Freshness};

pub(crate) async fn show(State(app): State<App>, request: Parts) -> Response {
    let (sitemap, news) = (app.settings.absolute("/sitemap.xml"), app.settings.absolute("/news-sitemap.xml"));
    let text = format!(
        "User-agent: *\nDisallow: /*/account\nDisallow: /*/search\nDisallow: /*/sign-in\nAllow: /\n\nSitemap: {sitemap}\nSitemap: {news}\n"
    );
    let body = Encoded::new(text, "text/plain; charset=utf-8");
    body.answer(&request.method, &request.headers, Freshness::Shared).map(axum::body::Body::new)
}
