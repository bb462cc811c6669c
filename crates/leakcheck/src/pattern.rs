//! Which of the router's addresses a walk has met.

use std::collections::BTreeSet;
use std::fmt;

use reqwest::{Method, StatusCode};

/// A method and a pattern in the router's notation (`/{locale}/tags/{slug}`, `{*rest}`).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Route {
    /// The method; GET stands for HEAD too.
    pub method: Method,
    /// The pattern.
    pub pattern: &'static str,
}

/// The router's table, and what of it has been met so far.
#[derive(Clone, Debug)]
pub struct Coverage {
    routes: Vec<Route>,
    /// Places in `routes` that answered.
    met: BTreeSet<usize>,
    /// Those among them that answered something else than "not found".
    found: BTreeSet<usize>,
}

impl Coverage {
    /// Nothing met yet. Methods are in any case, as the router's macros spell them; what is no method
    /// (a layer) is left out.
    #[must_use]
    pub fn of(table: &[(&'static str, &'static str)]) -> Self {
        let known = [Method::GET, Method::POST, Method::PUT, Method::PATCH, Method::DELETE];
        let routes = table.iter().filter_map(|(method, pattern)| {
            let method = known.iter().find(|known| known.as_str().eq_ignore_ascii_case(method))?;
            Some(Route { method: method.clone(), pattern })
        });
        Self { routes: routes.collect(), met: BTreeSet::new(), found: BTreeSet::new() }
    }

    /// Notes how an address answered. The most literal pattern that fits is the one met, unless it
    /// doesn't know the method.
    pub fn meet(&mut self, method: &Method, path: &str, status: StatusCode) {
        if status == StatusCode::METHOD_NOT_ALLOWED {
            return;
        }
        let method = if *method == Method::HEAD { &Method::GET } else { method };
        let fitting = self.routes.iter().enumerate().filter(|(_, route)| fits(route.pattern, path));
        let Some(literal) = fitting.clone().map(|(_, route)| variables(route.pattern)).min() else { return };
        let mut same = fitting.filter(|(_, route)| variables(route.pattern) == literal);
        if let Some((index, _)) = same.find(|(_, route)| route.method == *method) {
            self.met.insert(index);
            if status != StatusCode::NOT_FOUND {
                self.found.insert(index);
            }
        }
    }

    /// All addresses with this method.
    pub fn patterns(&self, method: &Method) -> impl Iterator<Item = &'static str> {
        self.routes.iter().filter(move |route| route.method == *method).map(|route| route.pattern)
    }

    /// Addresses no walk has met: the leak matrix doesn't know them.
    #[must_use]
    pub fn unmet(&self) -> Vec<Route> {
        self.without(&self.met)
    }

    /// Addresses that never answered anything but "not found": what is behind them wasn't seen.
    #[must_use]
    pub fn unseen(&self) -> Vec<Route> {
        let unmet = self.unmet();
        self.without(&self.found).into_iter().filter(|route| !unmet.contains(route)).collect()
    }

    fn without(&self, seen: &BTreeSet<usize>) -> Vec<Route> {
        let rest = self.routes.iter().enumerate().filter(|(index, _)| !seen.contains(index));
        rest.map(|(_, route)| route.clone()).collect()
    }
}

impl fmt::Display for Route {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.method, self.pattern)
    }
}

fn variables(pattern: &str) -> usize {
    pattern.matches('{').count()
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

    fn names(routes: &[Route]) -> Vec<String> {
        routes.iter().map(ToString::to_string).collect()
    }

    #[test]
    fn the_most_literal_pattern_is_met() {
        let mut coverage = Coverage::of(&[
            ("get", "/"),
            ("get", "/{locale}/"),
            ("get", "/{locale}/{slug}"),
            ("get", "/{locale}/search"),
            ("get", "/assets/{hash}/{*name}"),
        ]);
        let mut get = |path| coverage.meet(&Method::GET, path, StatusCode::OK);
        get("/de/search");
        get("/assets/1/fonts/a.woff2");
        get("/de/");
        get("/de/a");
        assert_eq!(names(&coverage.unmet()), ["GET /"]);
    }

    #[test]
    fn another_method_meets_nothing() {
        let mut coverage = Coverage::of(&[("get", "/a"), ("post", "/a"), ("post", "/b"), ("layer", "/b")]);
        coverage.meet(&Method::GET, "/a", StatusCode::OK);
        coverage.meet(&Method::GET, "/b", StatusCode::METHOD_NOT_ALLOWED);
        coverage.meet(&Method::GET, "/b", StatusCode::NOT_FOUND);
        assert_eq!(names(&coverage.unmet()), ["POST /a", "POST /b"]);
    }

    #[test]
    fn what_only_isnt_found_is_told_apart() {
        let mut coverage = Coverage::of(&[("get", "/gift/{token}"), ("get", "/x")]);
        coverage.meet(&Method::GET, "/gift/1", StatusCode::NOT_FOUND);
        assert_eq!(names(&coverage.unseen()), ["GET /gift/{token}"]);
        coverage.meet(&Method::HEAD, "/gift/2", StatusCode::OK);
        assert!(coverage.unseen().is_empty());
        assert_eq!(names(&coverage.unmet()), ["GET /x"]);
    }
}
