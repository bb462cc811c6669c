//! Who looks, and in which ways.

use kernel::Access;

/// One state a visitor can be in.
#[derive(Clone, Debug)]
pub struct Visitor {
    /// What the report calls them.
    pub name: String,
    /// Headers they send: cookies, user agent, forwarding headers.
    pub headers: Vec<(String, String)>,
    /// The rules they satisfy; `public` need not be named.
    pub reads: Vec<Access>,
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
    /// A conditional request with a validator that somebody else was given.
    IfNoneMatch,
    /// Compressed.
    Compressed,
}

impl Probe {
    /// All of them.
    pub const ALL: [Self; 5] = [Self::Get, Self::Head, Self::Range, Self::IfNoneMatch, Self::Compressed];
}

impl Visitor {
    /// The states that need no account: somebody unknown, a crawler, and someone who forges the
    /// headers by which proxies vouch for clients or rewrite addresses.
    #[must_use]
    pub fn unknown() -> Vec<Self> {
        let visitor = |name: &str, headers: &[(&str, &str)]| Self {
            name: name.to_owned(),
            headers: headers.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect(),
            reads: Vec::new(),
        };
        vec![
            visitor("anonymous", &[]),
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
        ]
    }

    /// Somebody with a session cookie.
    #[must_use]
    pub fn with_cookie(name: &str, cookie: &str, reads: Vec<Access>) -> Self {
        Self { name: name.to_owned(), headers: vec![("cookie".to_owned(), cookie.to_owned())], reads }
    }

    /// Whether they may read what has this rule.
    #[must_use]
    pub fn may_read(&self, access: &Access) -> bool {
        *access == Access::Public || self.reads.contains(access)
    }
}
