//! `/admin/staff`: everybody who works here, and asking somebody to.

use accounts::{Invitation, InvitationError, Role};
use axum::Form;
use axum::extract::{Path, Query, State};
use axum::response::Response;
use http::StatusCode;
use kernel::{Email, Locale};

use super::work::{self, Work};
use crate::admin::fields::Fields;
use crate::admin::{Done, Staff, page_with};
use crate::app::App;
use crate::extract::see_other;
use crate::failure::Failure;
use crate::framing::{text, text_with};
use crate::mails;
use crate::view::build;
use crate::view::letter::{LetterView, LinkView};
use crate::view::staff::{InvitedView, PeopleView, PersonLine};

const PATH: &str = "/admin/staff";

/// `GET`
pub(crate) async fn show(
    State(app): State<App>,
    staff: Staff,
    Query(done): Query<Done>,
) -> Result<Response, Failure> {
    let done = done.of(&["invited", "withdrawn", "removed"]);
    page(&app, &staff, StatusCode::OK, &Fields::default(), done, None).await
}

/// `POST`: asks somebody, by mail.
pub(crate) async fn invite(
    State(app): State<App>,
    staff: Staff,
    Form(fields): Form<Fields>,
) -> Result<Response, Failure> {
    let problem = match (fields.get("email").parse::<Email>(), work::asked(&staff, &fields)) {
        (Err(_), _) => "email",
        (_, Err(problem)) => problem,
        (Ok(email), Ok(Work { role, locales })) => {
            if staff.role.may_set(None, Some(role)) {
                match app.accounts.invite(&email, role, &locales, staff.actor()).await {
                    Ok((invitation, token)) => {
                        send(&app, &staff, &invitation, token.as_str()).await?;
                        return see_other(&format!("{PATH}?done=invited"));
                    }
                    Err(InvitationError::WorksHere) => "works-here",
                    Err(InvitationError::Account(error)) => return Err(error.into()),
                    Err(InvitationError::Void | InvitationError::Expired) => "role",
                }
            } else {
                "above"
            }
        }
    };
    page(&app, &staff, StatusCode::UNPROCESSABLE_ENTITY, &fields, None, Some(problem)).await
}

/// `POST …/invitations/{invitation}/withdraw`
pub(crate) async fn withdraw(
    State(app): State<App>,
    staff: Staff,
    Path(id): Path<String>,
) -> Result<Response, Failure> {
    let id = id.parse().map_err(|_| Failure::NotFound)?;
    app.accounts.withdraw_invitation(id, staff.actor()).await?;
    see_other(&format!("{PATH}?done=withdrawn"))
}

/// The mail, in the language of who asks: of the other nothing is known yet.
async fn send(app: &App, staff: &Staff, invitation: &Invitation, token: &str) -> Result<(), Failure> {
    let locale = known_language(app, staff, &invitation.email).await?;
    let (publication, site) = (&staff.publication, mails::site_name(&staff.publication, &locale));
    let from = if staff.member.name.is_empty() { staff.member.email.as_str() } else { &staff.member.name };
    let role = text(app, &locale, &format!("admin-role-{}", invitation.role));
    let words = [("site", site.into()), ("from", from.into()), ("role", role.as_str().into())];
    let subject = text_with(app, &locale, "mail-invitation-subject", &words);
    let href = app.settings.absolute(&format!("/admin/invitation?token={token}&locale={locale}"));
    let letter = LetterView {
        title: subject.clone(),
        paragraphs: vec![text_with(app, &locale, "mail-invitation-text", &words)],
        action: Some(LinkView { text: text(app, &locale, "invitation-accept"), href }),
        closing: vec![text(app, &locale, "mail-invitation-closing")],
        ..LetterView::default()
    };
    let to = invitation.email.clone();
    app.mail.send(mails::letter(app, publication, &locale, to, subject, &letter)?).await?;
    Ok(())
}

/// The language in which to write to somebody.
pub(super) async fn known_language(app: &App, staff: &Staff, email: &Email) -> Result<Locale, Failure> {
    let member = app.accounts.member_by_email(email).await?;
    let reads = |member: &accounts::Member| staff.publication.best(member.languages.iter());
    Ok(member.as_ref().map_or_else(|| staff.locale.clone(), reads))
}

async fn page(
    app: &App,
    staff: &Staff,
    status: StatusCode,
    fields: &Fields,
    done: Option<&'static str>,
    problem: Option<&'static str>,
) -> Result<Response, Failure> {
    let now = app.clock.now();
    let people = app.accounts.staff().await?.into_iter().map(|member| PersonLine {
        id: member.id.to_string(),
        email: member.email.to_string(),
        name: member.name,
        role: member.role.map_or("", Role::as_str),
        locales: member.locales,
        you: member.id == staff.member.id,
    });
    let invited = app.accounts.invitations().await?.into_iter().map(|invitation| InvitedView {
        id: invitation.id.to_string(),
        email: invitation.email.to_string(),
        role: invitation.role.as_str(),
        locales: invitation.locales,
        since: build::rfc3339(invitation.created_at),
        expired: invitation.expires_at <= now,
    });
    let view = PeopleView {
        people: people.collect(),
        invited: invited.collect(),
        email: fields.get("email").to_owned(),
        work: work::view(staff, fields.get("role"), fields.all("locale")),
        done,
        problem,
    };
    page_with(app, staff, status, PATH, "title-staff-people", "admin/staff-people.html", "people", view)
}
