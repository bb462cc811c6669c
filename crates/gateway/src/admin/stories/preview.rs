//! `POST /admin/stories/{article}/{locale}/preview`: the unsaved text as a reader would see it.

use axum::Form;
use axum::extract::State;
use axum::response::Response;
use http::HeaderValue;
use http::header::{CONTENT_SECURITY_POLICY, X_FRAME_OPTIONS};
use kernel::access::{Held, Holding, Reach, Standing};

use super::typed::{shown, too_long, typed};
use super::{AskedText, Scope, closed};
use crate::admin::Staff;
use crate::admin::fields::Fields;
use crate::app::App;
use crate::failure::Failure;
use crate::http::{Encoded, Freshness, SANDBOXED};
use crate::public::article;

/// `POST`: nothing of it is kept.
pub(crate) async fn show(
    State(app): State<App>,
    staff: Staff,
    asked: AskedText,
    Form(fields): Form<Fields>,
) -> Result<Response, Failure> {
    if !Scope::of(&staff, &asked.story).writes(&asked.locale) {
        return closed(&app, &staff, &asked.story);
    }
    let text = typed(&fields);
    if too_long(&text).is_some() {
        return Err(Failure::TooLarge);
    }
    let (article, now) = (asked.story.article, app.clock.now());
    let draft = shown(&text, &asked.locale).ok_or(Failure::BadRequest)?;
    let preview = app.content.preview(article, &asked.locale, &draft).await?.ok_or(Failure::NotFound)?;
    let reach = match fields.get("as") {
        "member" => Standing::Member(Vec::new()).reach(now),
        "subscriber" => {
            // Whoever holds the story itself may read it, whatever its rule.
            let held = Holding { what: Held::Article(article), from: now, until: None };
            Standing::Member(vec![held]).reach(now)
        }
        _ => Reach::visitor(),
    };
    let html = article::preview(&app, &staff.publication, &preview, &reach).await?;
    let answer = Encoded::html(html);
    let answer = answer.answer(&http::Method::GET, &http::HeaderMap::new(), Freshness::Never);
    let mut answer = answer.map(axum::body::Body::new);
    let headers = answer.headers_mut();
    headers.insert(CONTENT_SECURITY_POLICY, HeaderValue::from_static(SANDBOXED));
    headers.insert(X_FRAME_OPTIONS, HeaderValue::from_static("SAMEORIGIN"));
    Ok(answer)
}
