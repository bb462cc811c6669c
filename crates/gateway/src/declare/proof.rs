//! `/{locale}/declared/proof?token=`: proving, by the link in the receipt, that the address is one's
//! own. Only the button does it, because mail scanners open links.

use axum::Form;
use axum::extract::{Query, State};
use axum::response::Response;
use billing::Proof;
use http::{HeaderMap, Method, StatusCode};
use kernel::Locale;
use serde::Deserialize;

use crate::address;
use crate::app::App;
use crate::extract::Offered;
use crate::failure::Failure;
use crate::framing::{self, Head};
use crate::http::{Encoded, Freshness};
use crate::publication::Publication;
use crate::reader::Reader;
use crate::view::declare::ProofView;

#[derive(Deserialize)]
pub(crate) struct Token {
    #[serde(default)]
    token: String,
}

/// `GET`
pub(crate) async fn ask(
    State(app): State<App>,
    Offered(locale, publication): Offered,
    reader: Reader,
    Query(asked): Query<Token>,
) -> Result<Response, Failure> {
    let (state, declared) = match app.billing.peek_proof(&asked.token).await?.ok_or(Failure::NotFound)? {
        Proof::Open(declared) => ("open", declared),
        Proof::Given(declared) => ("given", declared),
    };
    let kind = declared.declaration.kind.as_str();
    page(&app, &publication, &locale, &reader, ProofView { state, kind, token: asked.token })
}

/// `POST`
pub(crate) async fn give(
    State(app): State<App>,
    Offered(locale, publication): Offered,
    reader: Reader,
    Form(given): Form<Token>,
) -> Result<Response, Failure> {
    let declared = app.billing.prove(&given.token).await?.ok_or(Failure::NotFound)?;
    let detail = serde_json::json!({});
    app.accounts.record("visitor", "declaration-proved", &declared.id.to_string(), &detail).await?;
    let kind = declared.declaration.kind.as_str();
    page(&app, &publication, &locale, &reader, ProofView { state: "given", kind, token: given.token })
}

fn page(
    app: &App,
    publication: &Publication,
    locale: &Locale,
    reader: &Reader,
    view: ProofView,
) -> Result<Response, Failure> {
    let head = Head {
        path: address::named(locale, "declared/proof"),
        title: framing::text(app, locale, &format!("proof-{}-title", view.state)),
        robots: Some("noindex"),
        ..Head::default()
    };
    let frame = framing::frame(app, publication, locale, head, reader.is_signed_in());
    let html = framing::render(app, publication, "proof.html", &frame, "proof", view)?;
    let answer =
        Encoded::html(html).answer_with(StatusCode::OK, &Method::GET, &HeaderMap::new(), Freshness::Never);
    Ok(answer.map(axum::body::Body::new))
}
