//! `/admin/media/upload`: takes pictures in, from a form or from a script.

use axum::extract::multipart::MultipartRejection;
use axum::extract::{Multipart, State};
use axum::response::{IntoResponse, Response};
use axum::{Extension, Json};
use content::media::{Prepared, Variant, widths_for};
use http::{HeaderMap, StatusCode};
use serde_json::json;

use super::receive::{self, Received, Refusal};
use super::{Asked, PATH, Told, page};
use crate::admin::Staff;
use crate::app::App;
use crate::extract::see_other;
use crate::failure::Failure;
use crate::framing;
use crate::http::{Problem, RequestId, wants_json};
use crate::view::media::{RefusedFile, UploadedView};

/// Bytes of a form with pictures. Each file has a limit of its own.
pub(crate) const UPLOAD_LIMIT: usize = 512 * 1024 * 1024;

/// `POST`: a form may send many files; a script sends one, and is told of it in JSON.
pub(crate) async fn take(
    State(app): State<App>,
    staff: Staff,
    headers: HeaderMap,
    Extension(request): Extension<RequestId>,
    form: Result<Multipart, MultipartRejection>,
) -> Result<Response, Failure> {
    let form = form.map_err(|_| Failure::BadRequest)?;
    let received = receive::files(&app, form).await?;
    for Received { outcome, .. } in &received {
        if let Ok(picture) = outcome {
            let detail = json!({ "bytes": picture.bytes.len(), "kind": picture.mime });
            staff.record(&app, "picture-uploaded", &picture.hash, &detail).await?;
        }
    }
    if wants_json(&headers) {
        return Ok(answer(&app, &staff, request, received));
    }
    let taken = received.iter().filter(|file| file.outcome.is_ok()).count();
    let refused = |file: &Received| {
        let why = file.outcome.as_ref().err()?.told(&app, &staff.locale);
        Some(RefusedFile { name: file.name.clone(), why })
    };
    let refused: Vec<_> = received.iter().filter_map(refused).collect();
    if taken > 0 && refused.is_empty() {
        return see_other(&format!("{PATH}?done=uploaded"));
    }
    let problem = if received.is_empty() { "nothing" } else { "refused" };
    let told = Told { problem: Some(problem), refused, taken, ..Told::default() };
    page(&app, &staff, &Asked::default(), 1, StatusCode::UNPROCESSABLE_ENTITY, told).await
}

/// What a script is told of the one picture it has sent.
fn answer(app: &App, staff: &Staff, request: RequestId, received: Vec<Received>) -> Response {
    let wrong = |detail: String| {
        let title = framing::text(app, &staff.locale, "media-problem-refused");
        let problem = Problem::new(StatusCode::UNPROCESSABLE_ENTITY, title, &request.to_string());
        problem.with_detail(detail).into_response().map(axum::body::Body::new)
    };
    let mut outcomes = received.into_iter().map(|file| file.outcome);
    match (outcomes.next(), outcomes.next()) {
        (Some(Ok(picture)), None) => (StatusCode::CREATED, Json(uploaded(&picture))).into_response(),
        (Some(Err(refusal)), None) => wrong(Refusal::told(&refusal, app, &staff.locale)),
        _ => wrong(framing::text(app, &staff.locale, "media-problem-nothing")),
    }
}

fn uploaded(picture: &Prepared) -> UploadedView {
    let sizes = widths_for(picture.width).flat_map(|width| [Variant::Webp(width), Variant::Jpeg(width)]);
    UploadedView {
        hash: picture.hash.clone(),
        src: format!("/media/{}", picture.hash),
        width: picture.width,
        height: picture.height,
        kinds: sizes.chain([Variant::Preview, Variant::Square]).map(Variant::name).collect(),
    }
}
