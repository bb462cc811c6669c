//! `/manifest.webmanifest`: the site as an installable application (W3C Web Application Manifest).

use axum::extract::State;
use axum::response::Response;
use http::request::Parts;
use serde_json::json;

use crate::address;
use crate::app::App;
use crate::failure::Failure;
use crate::http::{Encoded, Freshness};

pub(crate) async fn show(State(app): State<App>, request: Parts) -> Result<Response, Failure> {
    let publication = app.publications.current().await?;
    let default = &publication.site.default_locale;
    let own = publication.offered(default);
    let icon = app
        .theme
        .assets()
        .get("icon.svg")
        .map(|icon| json!({ "src": icon.href, "type": "image/svg+xml", "sizes": "any" }));
    let manifest = json!({
        "name": own.map(|own| &own.name),
        "description": own.map(|own| &own.tagline),
        "lang": default,
        "dir": default.direction(),
        "start_url": "/",
        "id": address::front(default),
        "display": "minimal-ui",
        "icons": icon.into_iter().collect::<Vec<_>>(),
    });
    let body = Encoded::new(manifest.to_string(), "application/manifest+json");
    Ok(body.answer(&request.method, &request.headers, Freshness::Shared).map(axum::body::Body::new))
}
