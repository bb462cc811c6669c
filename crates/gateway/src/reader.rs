//! Who is asking.
//!
//! A session is looked up once and remembered for [`REMEMBERED`], so that a signed-in reader's next
//! pages cost no query; a change of what they may read takes effect within that time on every node.
//! Signing out takes effect at once on this node.

use std::sync::Arc;
use std::time::Duration;

use accounts::{Accounts, Member, SignedIn};
use http::HeaderMap;
use jiff::Timestamp;
use kernel::SessionId;
use kernel::access::{Reach, Standing};
use moka::sync::Cache;

use crate::failure::Failure;
use crate::http::cookie;
use crate::settings::Settings;

/// How long a session and its standing are taken as known.
const REMEMBERED: Duration = Duration::from_secs(2);

/// The reader of a request.
#[derive(Clone, Debug)]
pub(crate) enum Reader {
    /// Nobody is signed in.
    Visitor,
    /// A signed-in member.
    SignedIn(Arc<SignedIn>),
}

impl Reader {
    /// What they may read now.
    pub(crate) fn reach(&self, now: Timestamp) -> Reach {
        self.standing().reach(now)
    }

    fn standing(&self) -> &Standing {
        const VISITOR: &Standing = &Standing::Visitor;
        match self {
            Self::Visitor => VISITOR,
            Self::SignedIn(signed_in) => &signed_in.standing,
        }
    }

    /// The member, if one is signed in.
    pub(crate) fn member(&self) -> Option<&Member> {
        match self {
            Self::Visitor => None,
            Self::SignedIn(signed_in) => Some(&signed_in.member),
        }
    }

    /// Whether somebody is signed in.
    pub(crate) fn is_signed_in(&self) -> bool {
        matches!(self, Self::SignedIn(_))
    }
}

/// Remembers who is behind a cookie.
pub(crate) struct Readers {
    accounts: Accounts,
    known: Cache<Box<str>, Arc<SignedIn>>,
}

impl Readers {
    pub(crate) fn new(accounts: Accounts) -> Self {
        let known = Cache::builder().max_capacity(20_000).time_to_live(REMEMBERED).build();
        Self { accounts, known }
    }

    /// The token in the session cookie, if there is one.
    pub(crate) fn token<'a>(settings: &Settings, headers: &'a HeaderMap) -> Option<&'a str> {
        cookie(headers, settings.session_cookie()).filter(|token| !token.is_empty())
    }

    /// The reader behind a token, if remembered.
    pub(crate) fn remembered(&self, token: &str) -> Option<Arc<SignedIn>> {
        self.known.get(token)
    }

    /// The reader behind the request's cookie: one query, none if remembered. A token that
    /// opens no session is a visitor's.
    pub(crate) async fn find(&self, settings: &Settings, headers: &HeaderMap) -> Result<Reader, Failure> {
        let Some(token) = Self::token(settings, headers) else {
            return Ok(Reader::Visitor);
        };
        if let Some(known) = self.remembered(token) {
            return Ok(Reader::SignedIn(known));
        }
        let Some(found) = self.accounts.session(token).await? else {
            return Ok(Reader::Visitor);
        };
        let found = Arc::new(found);
        self.known.insert(token.into(), Arc::clone(&found));
        Ok(Reader::SignedIn(found))
    }

    /// Forgets a session at once: it was ended, or what it may read has changed.
    pub(crate) fn forget(&self, session: SessionId) {
        let tokens = self.known.iter().filter(|(_, known)| known.session.id == session);
        for token in tokens.map(|(token, _)| token).collect::<Vec<_>>() {
            self.known.invalidate(&*token);
        }
    }
}
