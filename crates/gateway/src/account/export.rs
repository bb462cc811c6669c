//! `GET /{locale}/account/export`: everything kept about the reader, as JSON (GDPR, article 20).

use axum::extract::State;
use axum::response::Response;
use http::header::CONTENT_DISPOSITION;
use http::{HeaderMap, HeaderValue, Method};
use serde_json::json;

use crate::address;
use crate::app::App;
use crate::extract::{Offered, see_other};
use crate::failure::Failure;
use crate::http::{Encoded, Freshness};
use crate::reader::Reader;

pub(crate) async fn download(
    State(app): State<App>,
    Offered(locale, _): Offered,
    reader: Reader,
) -> Result<Response, Failure> {
    let Some(member) = reader.member() else {
        return see_other(&address::sign_in(&locale, &address::named(&locale, "account")));
    };
    let export = json!({
        "account": app.accounts.export(member.id).await?,
        "billing": app.billing.export(member.id).await?,
    });
    let body = serde_json::to_vec_pretty(&export).map_err(|_| Failure::BadRequest)?;
    let body = Encoded::new(body, "application/json");
    let mut response =
        body.answer(&Method::GET, &HeaderMap::new(), Freshness::Never).map(axum::body::Body::new);
    let disposition = HeaderValue::from_static("attachment; filename=\"gazette-export.json\"");
    response.headers_mut().insert(CONTENT_DISPOSITION, disposition);
    Ok(response)
}
