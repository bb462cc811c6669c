//! The first run: an empty publication is set up on a page, by whoever can read the terminal.
//!
//! A token, printed where the server was started, guards the page. It is kept in memory alone: it dies
//! with its use and with the process. Until a publication is there, every other page says that it is
//! being set up.

mod form;
mod page;

use std::sync::{PoisonError, RwLock};

use accounts::InvitationToken;
use axum::extract::{Request, State};
use axum::middleware::Next;
use axum::response::Response;

use crate::app::App;
use crate::failure::Failure;

pub(crate) use page::{complete, show};

/// Whether the publication is still to be set up.
#[derive(Default)]
pub(crate) struct Setup(RwLock<Option<String>>);

impl Setup {
    fn token(&self) -> Option<String> {
        self.0.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    fn set(&self, token: Option<String>) {
        *self.0.write().unwrap_or_else(PoisonError::into_inner) = token;
    }

    /// Takes the token away, if it is this one: of two who send the form at the same time, one sets up.
    fn take(&self, token: &str) -> bool {
        let mut known = self.0.write().unwrap_or_else(PoisonError::into_inner);
        let right = known.as_deref().is_some_and(|known| is_same(known, token));
        if right {
            *known = None;
        }
        right
    }
}

/// Compares in a time that tells nothing.
fn is_same(known: &str, token: &str) -> bool {
    blake3::hash(known.as_bytes()) == blake3::hash(token.as_bytes())
}

impl App {
    /// Opens the set-up, if there is neither a publication nor anybody who works here; gives the
    /// address of its page, below the site's.
    pub async fn open_setup(&self) -> Result<Option<String>, SetupError> {
        if self.content.is_set_up().await? || !self.accounts.staff().await?.is_empty() {
            return Ok(None);
        }
        let token = InvitationToken::generate().map_err(accounts::AccountError::from)?;
        self.setup.set(Some(token.as_str().to_owned()));
        Ok(Some(self.settings.absolute(&format!("/setup?token={token}"))))
    }
}

/// It can't be told whether there is something to set up.
#[derive(Debug, thiserror::Error)]
pub enum SetupError {
    /// The publication can't be read.
    #[error(transparent)]
    Content(#[from] content::StoreError),
    /// The accounts can't be read.
    #[error(transparent)]
    Accounts(#[from] accounts::AccountError),
}

/// Stands before every page while there is no publication.
pub(crate) async fn gate(State(app): State<App>, request: Request, next: Next) -> Result<Response, Failure> {
    if app.setup.token().is_none() || is_open(request.uri().path()) {
        return Ok(next.run(request).await);
    }
    // Somebody may have brought one in at the command line, or on another node.
    if app.content.is_set_up().await? {
        app.setup.set(None);
        app.publications.forget();
        return Ok(next.run(request).await);
    }
    page::waiting(&app, request.headers())
}

fn is_open(path: &str) -> bool {
    matches!(path, "/setup" | "/healthz" | "/readyz")
        || path.starts_with("/assets/")
        || path.starts_with("/webhooks/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_is_taken_once() {
        let setup = Setup::default();
        assert!(!setup.take(""), "there is nothing to set up");
        setup.set(Some("right".to_owned()));
        assert!(!setup.take("wrong") && setup.token().is_some());
        assert!(setup.take("right") && !setup.take("right"));
    }

    #[test]
    fn only_what_the_page_needs_is_open() {
        assert!(is_open("/setup") && is_open("/assets/1/site.css") && is_open("/readyz"));
        assert!(!is_open("/") && !is_open("/admin") && !is_open("/setup/x"));
    }
}
