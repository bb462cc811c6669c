//! Who looks, and in which ways.

use kernel::Access;

use crate::plant::Canary;

/// One state a visitor can be in.
#[derive(Clone, Debug)]
pub struct Visitor {
    /// What the report calls them.
    pub name: String,
    /// Headers they send: cookies, user agent, forwarding headers.
    pub headers: Vec<(String, String)>,
    /// The rules they satisfy; `public` need not be named.
    pub reads: Vec<Access>,
    /// Words of a site's own that they may see, and must.
    pub sees: Vec<String>,
    /// Whether they work here: in the newsroom they may see what isn't published.
    pub staff: bool,
}

/// One way of asking for an address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Probe {
    /// A plain GET.
    Get,
    /// HEAD: the headers must not tell either.
    Head,
    /// A range of bytes from the middle on.
    Range,
    /// Conditional requests with the validators that this address has given, to whomever.
    IfNoneMatch,
    /// Compressed.
    Compressed,
}

impl Probe {
    /// All of them.
    pub const ALL: [Self; 5] = [Self::Get, Self::Head, Self::Range, Self::IfNoneMatch, Self::Compressed];
}

impl Visitor {
    /// The states that need no account: somebody unknown, a crawler, someone who forges the headers
    /// by which proxies vouch for clients or rewrite addresses, and someone who forges a session.
    #[must_use]
    pub fn unknown() -> Vec<Self> {
        let visitor = |name: &str, headers: &[(&str, &str)]| Self {
            name: name.to_owned(),
            headers: headers.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect(),
            reads: Vec::new(),
            sees: Vec::new(),
            staff: false,
        };
        let session = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";
        vec![
            Self::anonymous(),
            visitor(
                "crawler",
                &[
                    (
                        "user-agent",
                        "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)",
                    ),
                    ("from", "googlebot(at)googlebot.com"),
                ],
            ),
            visitor(
                "spoofed forwarding headers",
                &[
                    ("x-forwarded-for", "127.0.0.1"),
                    ("forwarded", "for=127.0.0.1;proto=https;host=localhost"),
                    ("x-real-ip", "127.0.0.1"),
                    ("x-forwarded-host", "localhost"),
                    ("x-original-url", "/admin"),
                    ("x-rewrite-url", "/admin"),
                    ("x-forwarded-user", "owner@example.org"),
                    ("referer", "https://www.google.com/"),
                ],
            ),
            visitor("forged cookie", &[("cookie", &format!("gazette={session}; __Host-gazette={session}"))]),
        ]
    }

    /// Somebody unknown.
    #[must_use]
    pub fn anonymous() -> Self {
        let (headers, reads, sees) = (Vec::new(), Vec::new(), Vec::new());
        Self { name: "anonymous".to_owned(), headers, reads, sees, staff: false }
    }

    /// Somebody with a session cookie.
    #[must_use]
    pub fn with_cookie(name: &str, cookie: &str, reads: Vec<Access>) -> Self {
        let headers = vec![("cookie".to_owned(), cookie.to_owned())];
        Self { name: name.to_owned(), headers, reads, sees: Vec::new(), staff: false }
    }

    /// The same, working here.
    #[must_use]
    pub fn who_works_here(mut self) -> Self {
        self.staff = true;
        self
    }

    /// Whether they carry a session.
    pub(crate) fn has_cookie(&self) -> bool {
        self.headers.iter().any(|(name, _)| name == "cookie")
    }

    /// Whether they may see a word, planted or of the site's own, in the answer of this address.
    pub(crate) fn may_see(&self, word: &str, planted: Option<&Canary>, address: &str) -> bool {
        let newsroom = address.starts_with("/admin/") || address == "/admin";
        let works_there = self.staff && newsroom && planted.is_some();
        works_there || self.must_see(word, planted)
    }

    /// Whether the site must show them a word somewhere.
    pub(crate) fn must_see(&self, word: &str, planted: Option<&Canary>) -> bool {
        match planted {
            None => self.sees.iter().any(|seen| seen == word),
            Some(canary) => self.may_read(&canary.access) && canary.position.is_shown(),
        }
    }

    /// Whether they may read what has this rule.
    #[must_use]
    pub fn may_read(&self, access: &Access) -> bool {
        *access == Access::Public || self.reads.contains(access)
    }
}
