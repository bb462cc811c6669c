//! `/assets/{hash}/{name}`: the theme's files, and the sheet of what staff have chosen.

use axum::extract::{Path, State};
use axum::response::Response;
use http::request::Parts;

use crate::app::App;
use crate::failure::Failure;
use crate::http::Freshness;
use crate::look;

/// Any other hash than the present one is an old page's; it gets the present file, not for good.
pub(crate) async fn show(
    State(app): State<App>,
    Path((_, name)): Path<(String, String)>,
    request: Parts,
) -> Result<Response, Failure> {
    let publication = app.publications.current().await?;
    let look = publication.look.as_ref().filter(|_| name == look::NAME);
    let (href, content) = match (look, app.theme.assets().get(&name)) {
        (Some(sheet), _) => (&sheet.href, &sheet.content),
        (None, Some(asset)) => (&asset.href, &asset.content),
        (None, None) => return Err(Failure::NotFound),
    };
    let current = href == request.uri.path();
    let freshness = if current { Freshness::Immutable } else { Freshness::Never };
    Ok(content.answer(&request.method, &request.headers, freshness).map(axum::body::Body::new))
}
