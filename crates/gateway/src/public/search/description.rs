//! `/{locale}/search/opensearch.xml`: lets a browser offer this site's search (`OpenSearch` 1.1).

use axum::extract::State;
use axum::response::Response;
use http::request::Parts;
use kernel::Locale;
use minijinja::value::Serde;
use serde::Serialize;

use crate::address;
use crate::app::App;
use crate::extract::Offered;
use crate::failure::Failure;
use crate::http::{Encoded, Freshness};

/// `description` in `opensearch.xml`.
#[derive(Debug, Serialize)]
struct DescriptionView {
    lang: Locale,
    name: String,
    /// Absolute addresses.
    search: String,
    icon: Option<String>,
}

pub(crate) async fn show(
    State(app): State<App>,
    Offered(locale, publication): Offered,
    request: Parts,
) -> Result<Response, Failure> {
    let view = DescriptionView {
        name: publication.offered(&locale).map(|own| own.name.clone()).unwrap_or_default(),
        search: app.settings.absolute(&address::named(&locale, "search")),
        icon: app.theme.assets().get("icon.svg").map(|icon| app.settings.absolute(&icon.href)),
        lang: locale.clone(),
    };
    let context = minijinja::Value::from_pairs([("description", minijinja::Value::from(Serde(view)))]);
    let xml = app.theme.render("opensearch.xml", &locale, &publication.site.time_zone, context)?;
    let body = Encoded::new(xml, "application/opensearchdescription+xml; charset=utf-8");
    Ok(body.answer(&request.method, &request.headers, Freshness::Shared).map(axum::body::Body::new))
}
