//! Calls that go wrong on purpose.

use serde::{Deserialize, Serialize};

/// What happens instead of the right answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FaultKind {
    /// 429, and nothing is done.
    RateLimit,
    /// 429 with the wish to be asked again after this many seconds; nothing is done.
    RateLimitFor(u32),
    /// 500, and nothing is done.
    ServerError,
    /// The call is done (and kept under its idempotency key), and the answer is 500.
    ServerErrorAfterwards,
    /// No answer for this many seconds of real time, and nothing is done.
    Hang(u32),
    /// The call is done, and there is no answer for this many seconds of real time.
    HangAfterwards(u32),
}

/// A fault for the next calls that match.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Fault {
    /// `GET`, `POST`, `DELETE`; all when `None`.
    #[serde(default)]
    pub method: Option<String>,
    /// The beginning of the path, such as `/v1/subscriptions`; a segment `*` stands for any one.
    pub path: String,
    /// How many calls.
    pub calls: u32,
    /// What happens to them.
    pub kind: FaultKind,
}

/// The faults that are still to happen.
#[derive(Debug, Default)]
pub(crate) struct Faults {
    planned: Vec<Fault>,
}

impl Faults {
    pub(crate) fn add(&mut self, fault: Fault) {
        self.planned.push(fault);
    }

    pub(crate) fn clear(&mut self) {
        self.planned.clear();
    }

    /// What happens to this call; uses up one of the fault's calls.
    pub(crate) fn take(&mut self, method: &str, path: &str) -> Option<FaultKind> {
        let fault = self.planned.iter_mut().find(|fault| fault.calls > 0 && fault.matches(method, path))?;
        fault.calls -= 1;
        let kind = fault.kind;
        self.planned.retain(|fault| fault.calls > 0);
        Some(kind)
    }
}

impl Fault {
    fn matches(&self, method: &str, path: &str) -> bool {
        let method_fits = self.method.as_ref().is_none_or(|wanted| wanted.eq_ignore_ascii_case(method));
        let mut segments = path.trim_matches('/').split('/');
        let path_fits = self.path.trim_matches('/').split('/').all(|wanted| {
            segments.next().is_some_and(|segment| wanted == "*" || wanted == segment) || wanted.is_empty()
        });
        method_fits && path_fits
    }
}

#[cfg(test)]
mod tests {
    use super::{Fault, FaultKind, Faults};

    #[test]
    fn a_fault_hits_matching_calls_as_often_as_told() {
        let mut faults = Faults::default();
        let path = "/v1/subscriptions/*".to_owned();
        faults.add(Fault { method: Some("post".into()), path, calls: 2, kind: FaultKind::RateLimit });
        assert_eq!(faults.take("POST", "/v1/subscriptions"), None);
        assert_eq!(faults.take("GET", "/v1/subscriptions/sub_1"), None);
        assert_eq!(faults.take("POST", "/v1/customers/cus_1"), None);
        assert_eq!(faults.take("POST", "/v1/subscriptions/sub_1"), Some(FaultKind::RateLimit));
        assert_eq!(faults.take("POST", "/v1/subscriptions/sub_1/resume"), Some(FaultKind::RateLimit));
        assert_eq!(faults.take("POST", "/v1/subscriptions/sub_1"), None);
    }

    #[test]
    fn the_root_path_matches_everything() {
        let mut faults = Faults::default();
        faults.add(Fault { method: None, path: "/".into(), calls: 1, kind: FaultKind::ServerError });
        assert_eq!(faults.take("GET", "/v1/events"), Some(FaultKind::ServerError));
    }
}
