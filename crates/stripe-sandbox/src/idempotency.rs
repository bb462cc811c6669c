//! `Idempotency-Key`: the same call twice is done once.
//!
//! As Stripe's API v1 does: an answer is kept for 24 hours once the call was carried out, also when the card was
//! declined; calls that were refused for their parameters are not kept.

use std::collections::{BTreeMap, HashMap};

use http::StatusCode;
use serde_json::Value;

use crate::{
    calendar::DAY,
    error::{Answer, Refusal},
};

/// An answer that is given again.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Kept {
    pub(crate) status: StatusCode,
    pub(crate) body: Value,
    pub(crate) request_id: String,
}

#[derive(Debug)]
struct Entry {
    at: i64,
    path: String,
    parameters: BTreeMap<String, Vec<String>>,
    kept: Kept,
}

/// The answers given under keys.
#[derive(Debug, Default)]
pub(crate) struct Memory {
    entries: HashMap<String, Entry>,
}

impl Memory {
    /// The kept answer of this call, or a refusal when the key was used for another.
    pub(crate) fn recall(&self, key: &str, path: &str, body: &str, now: i64) -> Answer<Option<Kept>> {
        let Some(entry) = self.entries.get(key).filter(|entry| now - entry.at < DAY) else { return Ok(None) };
        if entry.path != path {
            return Err(Refusal::idempotency(format!(
                "Keys for idempotent requests can only be used for the same endpoint they were first used for ('{path}' vs '{}'). Try using a key other than '{key}' if you meant to execute a different request.",
                entry.path
            )));
        }
        if entry.parameters != parameters(body) {
            return Err(Refusal::idempotency(format!(
                "Keys for idempotent requests can only be used with the same parameters they were first used with. Try using a key other than '{key}' if you meant to execute a different request."
            )));
        }
        Ok(Some(entry.kept.clone()))
    }

    /// Keeps an answer, if it is one of those that are kept.
    pub(crate) fn keep(&mut self, key: &str, path: &str, body: &str, now: i64, kept: Kept) {
        if kept.status.is_success() || kept.status == StatusCode::PAYMENT_REQUIRED {
            let entry = Entry { at: now, path: path.to_owned(), parameters: parameters(body), kept };
            self.entries.insert(key.to_owned(), entry);
        }
    }
}

/// Parameters without their order, which means nothing between different names.
fn parameters(body: &str) -> BTreeMap<String, Vec<String>> {
    let mut found: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for (key, value) in url::form_urlencoded::parse(body.as_bytes()) {
        found.entry(key.into_owned()).or_default().push(value.into_owned());
    }
    found
}

#[cfg(test)]
mod tests {
    use http::StatusCode;
    use proptest::prelude::*;
    use serde_json::json;

    use super::{Kept, Memory};
    use crate::calendar::DAY;

    fn kept(number: u32, status: u16) -> Kept {
        Kept {
            status: StatusCode::from_u16(status).unwrap(),
            body: json!({ "number": number }),
            request_id: format!("req_{number}"),
        }
    }

    proptest! {
        /// However calls with few keys and bodies are mixed: a key answers as at its first use, or refuses.
        #[test]
        fn a_key_means_one_call(calls in prop::collection::vec((0..4_u8, 0..3_u8, 0..2_u8), 1..40)) {
            let mut memory = Memory::default();
            let mut first: std::collections::HashMap<u8, (u8, u8, u32)> = std::collections::HashMap::new();
            for (number, (key, body, path)) in (0_u32..).zip(calls) {
                let (name, address, form) = (format!("k{key}"), format!("/v1/{path}"), format!("a={body}&b=1"));
                let recalled = memory.recall(&name, &address, &form, 0);
                match first.get(&key) {
                    None => {
                        prop_assert_eq!(recalled, Ok(None));
                        memory.keep(&name, &address, &form, 0, kept(number, 200));
                        first.insert(key, (body, path, number));
                    }
                    Some((of, at, original)) if (*of, *at) == (body, path) => {
                        prop_assert_eq!(recalled, Ok(Some(kept(*original, 200))));
                    }
                    Some(_) => prop_assert!(recalled.is_err()),
                }
            }
        }
    }

    #[test]
    fn a_key_is_forgotten_after_a_day_and_order_does_not_matter() {
        let mut memory = Memory::default();
        memory.keep("k", "/v1/customers", "a=1&b=2", 0, kept(1, 200));
        assert_eq!(memory.recall("k", "/v1/customers", "b=2&a=1", DAY - 1), Ok(Some(kept(1, 200))));
        assert_eq!(memory.recall("k", "/v1/customers", "a=9", DAY), Ok(None));
    }

    #[test]
    fn refused_parameters_are_not_kept_and_declines_are() {
        let mut memory = Memory::default();
        memory.keep("k", "/v1/customers", "a=1", 0, kept(1, 400));
        assert_eq!(memory.recall("k", "/v1/customers", "a=2", 0), Ok(None));
        memory.keep("k", "/v1/customers", "a=1", 0, kept(1, 402));
        assert!(memory.recall("k", "/v1/customers", "a=2", 0).is_err());
    }
}
