//! `/admin/invitation`: what the link of an invitation leads to.

use accounts::{Invitation, InvitationError, Languages, Password};
use axum::Form;
use axum::extract::{Query, State};
use axum::response::Response;
use http::{HeaderMap, StatusCode};
use kernel::Locale;
use serde::Deserialize;

use super::{Caller, chosen_locale, entered, open_page, security};
use crate::app::App;
use crate::failure::Failure;
use crate::http::ClientAddress;
use crate::publication::Publication;
use crate::view::staff::InvitationView;

#[derive(Default, Deserialize)]
#[serde(default)]
pub(crate) struct Asked {
    token: String,
    locale: String,
}

#[derive(Default, Deserialize)]
#[serde(default)]
pub(crate) struct Accepted {
    token: String,
    locale: String,
    name: String,
    password: String,
}

/// `GET`: who asks for what. It changes nothing: mail scanners open links.
pub(crate) async fn show(
    State(app): State<App>,
    headers: HeaderMap,
    Query(asked): Query<Asked>,
) -> Result<Response, Failure> {
    let publication = app.publications.current().await?;
    let locale = chosen_locale(&publication, &asked.locale, &headers);
    match app.accounts.peek_invitation(&asked.token).await {
        Ok(invitation) => {
            let view = view(&invitation, asked.token, String::new(), None);
            page(&app, &publication, &locale, StatusCode::OK, view)
        }
        Err(error) => void(&app, &publication, &locale, error),
    }
}

/// `POST`: with a name and a password they work here, and are in.
pub(crate) async fn accept(
    State(app): State<App>,
    client: ClientAddress,
    headers: HeaderMap,
    Form(form): Form<Accepted>,
) -> Result<Response, Failure> {
    let publication = app.publications.current().await?;
    let locale = chosen_locale(&publication, &form.locale, &headers);
    let invitation = match app.accounts.peek_invitation(&form.token).await {
        Ok(invitation) => invitation,
        Err(error) => return void(&app, &publication, &locale, error),
    };
    let problem = match Password::new(&form.password, &invitation.email, security::names(&publication)) {
        Err(weak) => security::weakness(weak),
        Ok(password) => {
            let caller = Caller::of(&app, client, &headers);
            let (languages, actor) = (Languages::of(locale.clone()), caller.actor(&app));
            let accepted =
                app.accounts.accept_invitation(&form.token, &form.name, &languages, &password, actor).await;
            match accepted {
                Ok(member) => {
                    let in_ = app.accounts.enter_new(member, caller.visit()).await?;
                    return entered(&app, &headers, &in_, "/admin").await;
                }
                Err(InvitationError::Account(accounts::AccountError::Name)) => "name",
                Err(error) => return void(&app, &publication, &locale, error),
            }
        }
    };
    let view = view(&invitation, form.token, form.name, Some(problem));
    page(&app, &publication, &locale, StatusCode::UNPROCESSABLE_ENTITY, view)
}

fn view(
    invitation: &Invitation,
    token: String,
    name: String,
    problem: Option<&'static str>,
) -> InvitationView {
    InvitationView {
        token,
        email: invitation.email.to_string(),
        role: invitation.role.as_str(),
        locales: invitation.locales.clone(),
        name,
        problem,
    }
}

/// The link is no longer good, and why.
fn void(
    app: &App,
    publication: &Publication,
    locale: &Locale,
    error: InvitationError,
) -> Result<Response, Failure> {
    let problem = match error {
        InvitationError::Account(error) => return Err(error.into()),
        InvitationError::Expired => "invitation-expired",
        InvitationError::Void | InvitationError::WorksHere => "invitation-void",
    };
    let view = InvitationView { problem: Some(problem), ..InvitationView::default() };
    page(app, publication, locale, StatusCode::UNPROCESSABLE_ENTITY, view)
}

fn page(
    app: &App,
    publication: &Publication,
    locale: &Locale,
    status: StatusCode,
    view: InvitationView,
) -> Result<Response, Failure> {
    let token = view.token.clone();
    let editions = |locale: &Locale| format!("/admin/invitation?token={token}&locale={locale}");
    let template = "admin/staff-invitation.html";
    open_page(
        app,
        publication,
        locale,
        status,
        "title-staff-invitation",
        editions,
        template,
        "invitation",
        view,
    )
}
