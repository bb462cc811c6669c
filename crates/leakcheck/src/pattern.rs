//! Which of the router's patterns a walk has met.

use std::collections::BTreeSet;

/// Patterns in the router's notation (`/{locale}/tags/{slug}`, `{*rest}`), and those met so far.
#[derive(Clone, Debug)]
pub struct Coverage {
    patterns: Vec<&'static str>,
    met: BTreeSet<&'static str>,
}

impl Coverage {
    /// Nothing met yet.
    #[must_use]
    pub fn of(patterns: &[&'static str]) -> Self {
        Self { patterns: patterns.to_vec(), met: BTreeSet::new() }
    }

    /// Notes that this path was asked for. The most literal pattern that fits is the one met.
    pub fn meet(&mut self, path: &str) {
        let fitting = self.patterns.iter().filter(|pattern| fits(pattern, path));
        if let Some(pattern) = fitting.min_by_key(|pattern| pattern.matches('{').count()) {
            self.met.insert(pattern);
        }
    }

    /// Patterns no walk has met: addresses that the leak matrix doesn't know.
    #[must_use]
    pub fn unmet(&self) -> Vec<&'static str> {
        self.patterns.iter().filter(|pattern| !self.met.contains(*pattern)).copied().collect()
    }
}

fn fits(pattern: &str, path: &str) -> bool {
    let mut segments = path.split('/');
    for part in pattern.split('/') {
        if part.starts_with("{*") {
            return segments.next().is_some();
        }
        let Some(segment) = segments.next() else { return false };
        let variable = part.starts_with('{');
        if (variable && segment.is_empty()) || (!variable && part != segment) {
            return false;
        }
    }
    segments.next().is_none()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_most_literal_pattern_is_met() {
        let mut coverage = Coverage::of(&[
            "/",
            "/{locale}/",
            "/{locale}/{slug}",
            "/{locale}/search",
            "/assets/{hash}/{*name}",
        ]);
        coverage.meet("/de/search");
        coverage.meet("/assets/1/fonts/a.woff2");
        assert_eq!(coverage.unmet(), ["/", "/{locale}/", "/{locale}/{slug}"]);
        coverage.meet("/");
        coverage.meet("/de/");
        coverage.meet("/de/a");
        assert!(coverage.unmet().is_empty());
    }
}
