//! What can go wrong with a request, and how it is told.
//!
//! Handlers return [`Failure`]; it travels to [`crate::finish`] in the response's extensions, where
//! the reader's language is known and it becomes a page, or problem details on JSON addresses.

use std::sync::Arc;

use axum::response::{IntoResponse, Response};
use http::StatusCode;

/// A request that can't be answered as asked.
#[derive(Clone, Debug, thiserror::Error)]
pub(crate) enum Failure {
    /// The request makes no sense.
    #[error("bad request")]
    BadRequest,
    /// Nobody is signed in (any more); for programs, since people are led to this address.
    #[error("signed out")]
    SignedOut(String),
    /// It came from a page of another origin, or from somebody who may not do this.
    #[error("cross-origin request")]
    Forbidden,
    /// There is nothing here.
    #[error("not found")]
    NotFound,
    /// The address exists, but not for this method.
    #[error("method not allowed")]
    MethodNotAllowed,
    /// It was here and has been withdrawn.
    #[error("gone")]
    Gone,
    /// It is well-formed, but not what is expected here.
    #[error("unprocessable")]
    Unprocessable,
    /// More bytes than the limits allow.
    #[error("too large")]
    TooLarge,
    /// The search engine doesn't answer; all else does.
    #[error("search is down")]
    SearchDown,
    /// Something inside failed; the cause is for the log only.
    #[error("internal: {0}")]
    Internal(Arc<dyn std::error::Error + Send + Sync>),
}

impl Failure {
    /// The status to answer with.
    pub(crate) fn status(&self) -> StatusCode {
        match self {
            Self::BadRequest => StatusCode::BAD_REQUEST,
            Self::SignedOut(_) => StatusCode::UNAUTHORIZED,
            Self::Forbidden => StatusCode::FORBIDDEN,
            Self::NotFound => StatusCode::NOT_FOUND,
            Self::MethodNotAllowed => StatusCode::METHOD_NOT_ALLOWED,
            Self::Gone => StatusCode::GONE,
            Self::Unprocessable => StatusCode::UNPROCESSABLE_ENTITY,
            Self::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Self::SearchDown => StatusCode::SERVICE_UNAVAILABLE,
            Self::Internal(_) => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    /// A notice of a kind that there is no letter for.
    pub(crate) fn unwritten(word: &'static str) -> Self {
        #[derive(Debug, thiserror::Error)]
        #[error("there is no letter for the notice “{0}”")]
        struct Unwritten(&'static str);
        Self::internal(Unwritten(word))
    }

    fn internal(error: impl std::error::Error + Send + Sync + 'static) -> Self {
        Self::Internal(Arc::new(error))
    }
}

impl IntoResponse for Failure {
    fn into_response(self) -> Response {
        let mut response = self.status().into_response();
        response.extensions_mut().insert(self);
        response
    }
}

macro_rules! internal {
    ($($error:ty),+ $(,)?) => {
        $(impl From<$error> for Failure {
            fn from(error: $error) -> Self {
                Self::internal(error)
            }
        })+
    };
}

internal!(
    content::SaveError,
    content::StoreError,
    content::media::MediaError,
    accounts::AccountError,
    billing::BillingError,
    mail::MailError,
    numbers::NumbersError,
    search::CurationError,
    csv::Error,
    crate::explain::ExplainError,
    crate::theme::RenderError,
);
