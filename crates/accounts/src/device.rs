//! What a browser calls itself, in two words a reader recognises.

/// Bytes of a user agent that are looked at; what follows tells nothing.
const CLIPPED: usize = 512;

/// Marks of browsers, the more particular before those whose marks they carry too.
const BROWSERS: &[(&str, &str)] = &[
    ("Edg", "Edge"),
    ("OPR/", "Opera"),
    ("Vivaldi/", "Vivaldi"),
    ("SamsungBrowser/", "Samsung Internet"),
    ("YaBrowser/", "Yandex"),
    ("DuckDuckGo/", "DuckDuckGo"),
    ("FxiOS/", "Firefox"),
    ("Firefox/", "Firefox"),
    ("CriOS/", "Chrome"),
    ("Chrome/", "Chrome"),
    ("Chromium/", "Chromium"),
    ("Safari/", "Safari"),
    ("curl/", "curl"),
];

/// Marks of systems, in the same way.
const SYSTEMS: &[(&str, &str)] = &[
    ("Android", "Android"),
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Windows", "Windows"),
    ("CrOS", "ChromeOS"),
    ("Macintosh", "macOS"),
    ("Linux", "Linux"),
    ("FreeBSD", "FreeBSD"),
];

/// A short name for the device behind a user agent, such as `Firefox · Android`; empty if neither
/// browser nor system is known. It never carries text of the user agent itself, so it is safe to
/// show and to store.
#[must_use]
pub fn label(user_agent: &str) -> String {
    let clipped = &user_agent[..user_agent.floor_char_boundary(CLIPPED)];
    let name = |marks: &[(&str, &'static str)]| {
        marks.iter().find(|(mark, _)| clipped.contains(mark)).map(|(_, name)| *name)
    };
    let names: Vec<&str> = [name(BROWSERS), name(SYSTEMS)].into_iter().flatten().collect();
    names.join(" · ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn browsers_and_systems_are_recognised() {
        let table = [
            ("Mozilla/5.0 (Android 15; Mobile; rv:145.0) Gecko/145.0 Firefox/145.0", "Firefox · Android"),
            ("Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0", "Firefox · Linux"),
            (
                "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36 Edg/142.0.0.0",
                "Edge · Windows",
            ),
            (
                "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.0 Safari/605.1.15",
                "Safari · macOS",
            ),
            (
                "Mozilla/5.0 (iPhone; CPU iPhone OS 18_7 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/142.0 Mobile/15E148 Safari/604.1",
                "Chrome · iPhone",
            ),
            (
                "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/29.0 Chrome/136.0.0.0 Mobile Safari/537.36",
                "Samsung Internet · Android",
            ),
            ("curl/8.14.1", "curl"),
            ("Mozilla/5.0 (iPad)", "iPad"),
            ("", ""),
            ("<script>alert(1)</script>", ""),
        ];
        for (agent, expected) in table {
            assert_eq!(label(agent), expected, "{agent}");
        }
    }

    #[test]
    fn what_is_far_behind_is_not_looked_at() {
        assert_eq!(label(&format!("{} Firefox/145.0", "é".repeat(CLIPPED))), "");
        assert_eq!(label(&format!("{} Firefox/145.0", "x".repeat(400))), "Firefox");
    }
}
