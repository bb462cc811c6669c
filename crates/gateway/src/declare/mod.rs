//! `/{locale}/cancel` and `/{locale}/withdraw`: ending a contract without signing in, where one of the
//! publication's markets wants it (BGB sections 312k and 356a).
//!
//! What the law says about the pages: the way to them is on every page, they ask for no more than it
//! takes to know who declares what, the button says just what it does, and the receipt is there at
//! once, with the time, to keep. The same answer comes whoever the address belongs to.

mod form;
pub(crate) mod proof;
pub(crate) mod receipt;

use accounts::BrowserKey;
use axum::Form;
use axum::extract::State;
use axum::response::Response;
use billing::{Declarant, DeclarationKind, NotDeclared};
use http::{HeaderMap, Method, StatusCode};
use kernel::Locale;

use crate::address;
use crate::app::App;
use crate::extract::{Offered, see_other};
use crate::failure::Failure;
use crate::framing::{self, Head};
use crate::http::{ClientAddress, Encoded, Freshness};
use crate::publication::Publication;
use crate::reader::Reader;
use crate::view::declare::DeclareView;

use form::Typed;

/// `GET /{locale}/cancel`
pub(crate) async fn cancel(
    State(app): State<App>,
    Offered(locale, publication): Offered,
    reader: Reader,
) -> Result<Response, Failure> {
    empty(&app, &publication, &locale, &reader, DeclarationKind::Cancel)
}

/// `GET /{locale}/withdraw`
pub(crate) async fn withdraw(
    State(app): State<App>,
    Offered(locale, publication): Offered,
    reader: Reader,
) -> Result<Response, Failure> {
    empty(&app, &publication, &locale, &reader, DeclarationKind::Withdraw)
}

/// `POST /{locale}/cancel`
pub(crate) async fn send_cancel(
    State(app): State<App>,
    Offered(locale, publication): Offered,
    reader: Reader,
    client: ClientAddress,
    Form(typed): Form<Typed>,
) -> Result<Response, Failure> {
    send(&app, &publication, &locale, &reader, client, DeclarationKind::Cancel, typed).await
}

/// `POST /{locale}/withdraw`
pub(crate) async fn send_withdraw(
    State(app): State<App>,
    Offered(locale, publication): Offered,
    reader: Reader,
    client: ClientAddress,
    Form(typed): Form<Typed>,
) -> Result<Response, Failure> {
    send(&app, &publication, &locale, &reader, client, DeclarationKind::Withdraw, typed).await
}

fn empty(
    app: &App,
    publication: &Publication,
    locale: &Locale,
    reader: &Reader,
    kind: DeclarationKind,
) -> Result<Response, Failure> {
    open(app)?;
    let typed = reader.member().map(Typed::of).unwrap_or_default();
    page(app, publication, locale, reader, StatusCode::OK, kind, &typed, Vec::new())
}

async fn send(
    app: &App,
    publication: &Publication,
    locale: &Locale,
    reader: &Reader,
    client: ClientAddress,
    kind: DeclarationKind,
    typed: Typed,
) -> Result<Response, Failure> {
    open(app)?;
    let declaration = match typed.read(kind, locale) {
        Ok(declaration) => declaration,
        Err(problems) => {
            let status = StatusCode::UNPROCESSABLE_ENTITY;
            return page(app, publication, locale, reader, status, kind, &typed, problems);
        }
    };
    let secret = || BrowserKey::generate().map_err(accounts::AccountError::from);
    let (receipt, proof) = (secret()?, secret()?);
    // Looked up for every address, so that none takes longer.
    let member = app.accounts.member_by_email(&declaration.email).await?;
    let declarant = Declarant {
        member: member.as_ref().map(|member| member.id),
        signed_in: reader.member().is_some_and(|own| own.email == declaration.email),
        network: &app.accounts.network_mark(&client.network()),
        receipt: receipt.as_str(),
        proof: proof.as_str(),
        proof_url: &app.settings.absolute(&format!("{}?token=", address::named(locale, "declared/proof"))),
    };
    let declared = match app.billing.declare(&declaration, &declarant).await {
        Ok(declared) => declared,
        Err(NotDeclared::TooMany) => {
            let (status, problems) = (StatusCode::TOO_MANY_REQUESTS, vec!["too-many"]);
            return page(app, publication, locale, reader, status, kind, &typed, problems);
        }
        Err(NotDeclared::Billing(error)) => return Err(error.into()),
    };
    let actor = reader.member().map_or_else(|| "visitor".to_owned(), |member| member.id.to_string());
    let detail = serde_json::json!({ "kind": kind.as_str() });
    app.accounts.record(actor.as_str(), "declaration-received", &declared.id.to_string(), &detail).await?;
    see_other(&format!("{}?receipt={receipt}", address::named(locale, "declared")))
}

/// Where no market wants these pages, there are none.
fn open(app: &App) -> Result<(), Failure> {
    if app.billing.selling().eu_kit() { Ok(()) } else { Err(Failure::NotFound) }
}

#[expect(clippy::too_many_arguments, reason = "all that the page shows")]
fn page(
    app: &App,
    publication: &Publication,
    locale: &Locale,
    reader: &Reader,
    status: StatusCode,
    kind: DeclarationKind,
    typed: &Typed,
    problems: Vec<&'static str>,
) -> Result<Response, Failure> {
    let view = DeclareView {
        kind: kind.as_str(),
        name: typed.name.clone(),
        email: typed.email.clone(),
        contract: typed.contract.clone(),
        extraordinary: typed.is_extraordinary(),
        cause: typed.cause.clone(),
        on_date: typed.is_on_date(),
        ends_on: typed.ends_on.clone(),
        problems,
    };
    let head = Head {
        path: address::named(locale, kind.as_str()),
        title: framing::text(app, locale, &format!("title-{}", kind.as_str())),
        editions: publication
            .site
            .locales
            .iter()
            .map(|offered| (offered.locale.clone(), address::named(&offered.locale, kind.as_str())))
            .collect(),
        ..Head::default()
    };
    let frame = framing::frame(app, publication, locale, head, reader.is_signed_in());
    let html = framing::render(app, publication, "declare.html", &frame, "declare", view)?;
    let answer = Encoded::html(html).answer_with(status, &Method::GET, &HeaderMap::new(), Freshness::Never);
    Ok(answer.map(axum::body::Body::new))
}
