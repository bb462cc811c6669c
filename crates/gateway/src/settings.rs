//! What the operator decides about the gateway.

use std::path::PathBuf;

use search::ClosedWords;
use url::Url;

use crate::http::TrustedProxies;

/// Settings of the gateway.
#[derive(Clone, Debug)]
pub struct Settings {
    /// The public address of the site: scheme and host, and no path.
    pub base_url: Url,
    /// A folder whose files take the place of the shipped theme's.
    pub theme: Option<PathBuf>,
    /// Reverse proxies whose `X-Forwarded-For` is believed.
    pub trusted_proxies: TrustedProxies,
    /// Where forms lead that have to do with money: the origins of the payment provider's pages.
    pub payment_origins: Vec<String>,
    /// Memory for rendered pages, in bytes.
    pub page_cache_bytes: u64,
    /// In the demo, the password of all its staff.
    pub demo_password: Option<&'static str>,
    /// Whether searches match words of which the reader may not read the text.
    pub closed_words: ClosedWords,
}

impl Settings {
    /// An absolute address on this site; `path` starts with `/`.
    pub(crate) fn absolute(&self, path: &str) -> String {
        format!("{}{path}", self.base_url.as_str().trim_end_matches('/'))
    }

    /// The name of the cookie that holds a session. Over HTTPS it is bound to this host (RFC 6265bis,
    /// `__Host-` prefix).
    pub(crate) fn session_cookie(&self) -> &'static str {
        if self.is_https() { "__Host-gazette" } else { "gazette" }
    }

    /// The name of the cookie that recognises the browser that asked to sign in.
    pub(crate) fn browser_cookie(&self) -> &'static str {
        if self.is_https() { "__Host-gazette-browser" } else { "gazette-browser" }
    }

    /// The name of the cookie that holds half a sign-in of staff.
    pub(crate) fn step_cookie(&self) -> &'static str {
        if self.is_https() { "__Host-gazette-step" } else { "gazette-step" }
    }

    /// The name of the cookie by which a browser is known that staff signed in with before.
    pub(crate) fn known_cookie(&self) -> &'static str {
        if self.is_https() { "__Host-gazette-known" } else { "gazette-known" }
    }

    /// The name of the cookie that holds a visitor's count of stories.
    pub(crate) fn meter_cookie(&self) -> &'static str {
        if self.is_https() { "__Host-gazette-meter" } else { "gazette-meter" }
    }

    /// The name of the cookie that holds the gift links a browser has opened.
    pub(crate) fn gifts_cookie(&self) -> &'static str {
        if self.is_https() { "__Host-gazette-gifts" } else { "gazette-gifts" }
    }

    fn is_https(&self) -> bool {
        self.base_url.scheme() == "https"
    }
}
