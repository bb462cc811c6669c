//! `/{locale}/declared?receipt=`: the receipt of a declaration, to read and to keep.

use axum::extract::{Query, State};
use axum::response::Response;
use http::header::{CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_TYPE};
use http::{HeaderMap, HeaderValue, Method, StatusCode};
use serde::Deserialize;
use url::form_urlencoded;

use crate::address;
use crate::app::App;
use crate::extract::Offered;
use crate::failure::Failure;
use crate::framing::{self, Head};
use crate::http::{Encoded, Freshness};
use crate::mails;
use crate::notices;
use crate::reader::Reader;
use crate::view::declare::DeclaredView;

#[derive(Deserialize)]
pub(crate) struct Asked {
    #[serde(default)]
    receipt: String,
    /// As a text file.
    file: Option<String>,
}

pub(crate) async fn show(
    State(app): State<App>,
    Offered(locale, publication): Offered,
    reader: Reader,
    Query(asked): Query<Asked>,
) -> Result<Response, Failure> {
    let declared = app.billing.receipt(&asked.receipt).await?.ok_or(Failure::NotFound)?;
    let letter = notices::receipt(&app, &publication, &locale, &declared.declaration, declared.at);
    if asked.file.is_some() {
        let text = mails::letter_text(&app, &publication, &locale, &letter)?;
        return Ok(file(text, &format!("{}-{}.txt", declared.declaration.kind.as_str(), declared.id)));
    }
    let query: String = form_urlencoded::Serializer::new(String::new())
        .append_pair("receipt", &asked.receipt)
        .append_pair("file", "1")
        .finish();
    let view = DeclaredView {
        kind: declared.declaration.kind.as_str(),
        // Kept together in sentences of either direction (Unicode's FSI and PDI).
        email: format!("\u{2068}{}\u{2069}", declared.declaration.email),
        facts: letter.facts,
        file_href: format!("{}?{query}", address::named(&locale, "declared")),
    };
    let head = Head {
        path: address::named(&locale, "declared"),
        title: framing::text(&app, &locale, &format!("notice-declared-{}-title", view.kind)),
        robots: Some("noindex"),
        ..Head::default()
    };
    let frame = framing::frame(&app, &publication, &locale, head, reader.is_signed_in());
    let html = framing::render(&app, &publication, "declared.html", &frame, "declared", view)?;
    let answer =
        Encoded::html(html).answer_with(StatusCode::OK, &Method::GET, &HeaderMap::new(), Freshness::Never);
    Ok(answer.map(axum::body::Body::new))
}

/// A file to keep; `name` is ASCII without quotes.
fn file(text: String, name: &str) -> Response {
    let mut response = Response::new(axum::body::Body::from(text));
    let headers = response.headers_mut();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static("text/plain; charset=utf-8"));
    headers.insert(CACHE_CONTROL, Freshness::Never.header());
    if let Ok(disposition) = HeaderValue::try_from(format!("attachment; filename=\"{name}\"")) {
        headers.insert(CONTENT_DISPOSITION, disposition);
    }
    response
}
