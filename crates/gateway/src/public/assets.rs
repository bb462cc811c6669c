//! `/assets/{hash}/{name}`: the theme's files.

use axum::extract::{Path, State};
use axum::response::Response;
use http::request::Parts;

use crate::app::App;
use crate::failure::Failure;
use crate::http::Freshness;

/// Any other hash than the present one is an old page's; it gets the present file, not for good.
pub(crate) async fn show(
    State(app): State<App>,
    Path((_, name)): Path<(String, String)>,
    request: Parts,
) -> Result<Response, Failure> {
    let asset = app.theme.assets().get(&name).ok_or(Failure::NotFound)?;
    let current = asset.href == request.uri.path();
    let freshness = if current { Freshness::Immutable } else { Freshness::Never };
    Ok(asset.content.answer(&request.method, &request.headers, freshness).map(axum::body::Body::new))
}
