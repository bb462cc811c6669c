//! Where to go after signing in: on this site, and nowhere else.

use std::fmt;
use std::str::FromStr;

use kernel::Locale;

/// Bytes of the longest path.
const LONGEST: usize = 2_000;

/// A path on this site, with its query. It begins with a single `/` and holds nothing that a browser
/// would read as another host (WHATWG URL: `\` counts as `/`, tabs and line breaks are dropped).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReturnTo(String);

/// The text isn't a path on this site.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
#[error("not a path on this site; expected one that starts with a single “/”")]
pub struct NotAReturn;

impl ReturnTo {
    /// The front page in a language.
    #[must_use]
    pub fn front(locale: &Locale) -> Self {
        Self(format!("/{locale}/"))
    }

    /// The path.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for ReturnTo {
    type Err = NotAReturn;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let local = text.starts_with('/')
            && !text.starts_with("//")
            && text.len() <= LONGEST
            && !text.chars().any(|c| c == '\\' || c.is_control() || c.is_whitespace());
        if local { Ok(Self(text.to_owned())) } else { Err(NotAReturn) }
    }
}

impl fmt::Display for ReturnTo {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_on_this_site_are_kept() {
        for text in [
            "/",
            "/de/",
            "/de/sicherheitsgarantien-ukraine",
            "/de/search?q=a%20b&p=2",
            "/ar/ضمانات#k3",
            "/a//b",
        ] {
            assert_eq!(text.parse::<ReturnTo>().map(|path| path.to_string()), Ok(text.to_owned()));
        }
        assert_eq!(ReturnTo::front(&"pt-BR".parse().expect("a tag")).as_str(), "/pt-BR/");
    }

    #[test]
    fn every_way_to_another_host_is_refused() {
        let redirects = [
            "",
            "de/",
            "//evil.example",
            "///evil.example",
            "/\\evil.example",
            "\\\\evil.example",
            "/\t/evil.example",
            "/\n/evil.example",
            "/\r\nLocation: https://evil.example",
            " //evil.example",
            "/ /evil.example",
            "https://evil.example",
            "https:/evil.example",
            "https:evil.example",
            "javascript:alert(1)",
            "@evil.example",
            ".evil.example",
            "?//evil.example",
            "/de/\u{0}",
            "/de/\u{7f}",
            "/de/\u{85}",
            "/de\\..\\evil",
        ];
        for text in redirects {
            assert_eq!(text.parse::<ReturnTo>(), Err(NotAReturn), "{text:?}");
        }
        assert_eq!(format!("/{}", "x".repeat(LONGEST)).parse::<ReturnTo>(), Err(NotAReturn));
    }
}
