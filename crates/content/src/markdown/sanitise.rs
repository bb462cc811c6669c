//! The last gate: only what we mean to write gets out.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use ammonia::Builder;

static CLEANER: LazyLock<Builder<'static>> = LazyLock::new(|| {
    let tags = [
        "a",
        "b",
        "blockquote",
        "br",
        "code",
        "del",
        "div",
        "em",
        "figcaption",
        "figure",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "hr",
        "img",
        "input",
        "li",
        "ol",
        "p",
        "picture",
        "pre",
        "section",
        "source",
        "span",
        "strong",
        "sup",
        "table",
        "tbody",
        "td",
        "th",
        "thead",
        "tr",
        "ul",
    ];
    let attributes: [(&str, &[&str]); 11] = [
        ("a", &["href", "title", "role", "aria-label"]),
        ("img", &["src", "srcset", "sizes", "width", "height", "alt", "loading", "decoding"]),
        ("source", &["srcset", "sizes", "type"]),
        ("input", &["type", "checked", "disabled"]),
        ("ol", &["start"]),
        ("td", &["align"]),
        ("th", &["align", "scope"]),
        ("div", &["tabindex", "role", "aria-label"]),
        ("section", &["role"]),
        ("li", &["value"]),
        ("span", &["lang"]),
    ];
    let classes: [(&str, &[&str]); 5] = [
        ("a", &["footnote-ref", "footnote-back"]),
        ("div", &["table"]),
        ("p", &["embed"]),
        ("section", &["footnotes"]),
        ("li", &["task"]),
    ];
    let mut cleaner = Builder::empty();
    cleaner
        .tags(HashSet::from(tags))
        .tag_attributes(
            attributes
                .into_iter()
                .map(|(tag, names)| (tag, names.iter().copied().collect()))
                .collect::<HashMap<_, _>>(),
        )
        .allowed_classes(
            classes
                .into_iter()
                .map(|(tag, names)| (tag, names.iter().copied().collect()))
                .collect::<HashMap<_, _>>(),
        )
        .generic_attributes(HashSet::from(["id"]))
        .url_schemes(HashSet::from(["https", "http", "mailto", "tel"]))
        .url_relative(ammonia::UrlRelative::PassThrough)
        .link_rel(Some("noopener"));
    cleaner
});

/// Removes every element and attribute that isn't on the list.
pub(super) fn sanitise(html: &str) -> String {
    CLEANER.clean(html).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_that_runs_gets_through() {
        let attacks = [
            "<script>alert(1)</script>",
            "<img src=x onerror=alert(1)>",
            "<a href=\"javascript:alert(1)\">x</a>",
            "<a href=\"data:text/html,<script>alert(1)</script>\">x</a>",
            "<svg onload=alert(1)><script>alert(1)</script></svg>",
            "<style>*{background:url(https://evil.example)}</style>",
            "<iframe src=https://evil.example></iframe>",
            "<form action=https://evil.example><input type=password name=p></form>",
            "<meta http-equiv=refresh content=0;url=https://evil.example>",
            "<base href=https://evil.example>",
            "<p style=\"position:fixed\">x</p>",
            "<math><mi xlink:href=\"javascript:alert(1)\">x</mi></math>",
            "<a href=\"vbscript:x\">x</a>",
        ];
        for attack in attacks {
            let clean = sanitise(attack).to_lowercase();
            for word in [
                "<script",
                "onerror",
                "onload",
                "javascript:",
                "data:",
                "vbscript:",
                "<iframe",
                "<form",
                "<meta",
                "<base",
                "style",
                "<svg",
                "<math",
            ] {
                assert!(!clean.contains(word), "{attack} gave {clean}");
            }
        }
    }
}
