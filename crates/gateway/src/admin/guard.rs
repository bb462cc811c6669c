//! The door of the newsroom: stands before every address below `/admin`.
//!
//! Who may not see a page isn't told that there is one: not found, whoever asks. Only who isn't
//! signed in is asked to, since staff forget.

use std::sync::Arc;

use accounts::{Actor, Member, Role, device_label};
use axum::extract::{FromRequestParts, MatchedPath, Request, State};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use http::request::Parts;
use kernel::Locale;
use serde_json::Value;

use super::permission;
use crate::address;
use crate::app::App;
use crate::extract::see_other;
use crate::failure::Failure;
use crate::finish::is_for_programs;
use crate::http::{ClientAddress, user_agent};
use crate::publication::Publication;
use crate::reader::Reader;

/// A member of staff who may use the address at hand. Only the guard makes it, so a handler that
/// asks for it can't be reached by anybody else.
#[derive(Clone)]
pub(crate) struct Staff {
    pub(crate) member: Member,
    pub(crate) role: Role,
    /// The language of the interface for them.
    pub(crate) locale: Locale,
    pub(crate) publication: Arc<Publication>,
    /// From where they came: the mark of their network and the name of their device.
    network: String,
    device: String,
}

impl Staff {
    /// How the audit trail names them.
    pub(crate) fn actor(&self) -> Actor {
        Actor { name: self.member.id.to_string(), network: self.network.clone(), device: self.device.clone() }
    }

    /// Whether they may work on texts in a language.
    pub(crate) fn works_in(&self, locale: &Locale) -> bool {
        self.member.works_in(locale)
    }

    /// Puts what they did to `subject` into the audit trail, with where they did it from. A change is
    /// told as `{ "before": …, "after": … }`. None of it may hold personal data other than ids.
    pub(crate) async fn record(
        &self,
        app: &App,
        action: &str,
        subject: &str,
        detail: &Value,
    ) -> Result<(), Failure> {
        Ok(app.accounts.record(self.actor(), action, subject, detail).await?)
    }
}

/// Lets those pass whose role the table allows.
pub(crate) async fn guard(
    State(app): State<App>,
    pattern: MatchedPath,
    reader: Reader,
    client: ClientAddress,
    mut request: Request,
    next: Next,
) -> Result<Response, Failure> {
    let publication = app.publications.current().await?;
    let Some(member) = reader.member() else {
        let path = request.uri().path().to_owned();
        if is_for_programs(&path, request.headers()) {
            // They go on with the page that they belong to.
            let page = path.rsplit_once('/').map_or(path.as_str(), |(page, _)| page);
            return Err(Failure::SignedOut(address::sign_in(&publication.site.default_locale, page)));
        }
        return see_other(&address::sign_in(&publication.site.default_locale, &path));
    };
    let role = member.role.filter(|role| permission::allows(pattern.as_str(), *role));
    let Some(role) = role else { return Err(Failure::NotFound) };
    let locale = publication.best(member.languages.iter());
    let network = app.accounts.network_mark(&client.network());
    let device = device_label(user_agent(request.headers()));
    let staff = Staff { member: member.clone(), role, locale, publication, network, device };
    request.extensions_mut().insert(staff);
    Ok(next.run(request).await.into_response())
}

impl FromRequestParts<App> for Staff {
    type Rejection = Failure;

    async fn from_request_parts(parts: &mut Parts, _: &App) -> Result<Self, Failure> {
        parts.extensions.get::<Self>().cloned().ok_or(Failure::NotFound)
    }
}
