//! From what text columns hold to the types that say what they may hold.

use std::str::FromStr;

use jiff::Timestamp;
use kernel::time::from_millis;
use kernel::{Access, Locale};
use serde::Serialize;
use serde::de::DeserializeOwned;

use super::StoreError;
use crate::model::{Kind, State, TermKind};

fn unreadable(what: &'static str, value: &str) -> StoreError {
    StoreError::Unreadable { what, value: value.chars().take(80).collect() }
}

fn parse<T: FromStr>(what: &'static str, value: &str) -> Result<T, StoreError> {
    value.parse().map_err(|_| unreadable(what, value))
}

pub(crate) fn locale(value: &str) -> Result<Locale, StoreError> {
    parse("a language", value)
}

pub(crate) fn access(value: &str) -> Result<Access, StoreError> {
    parse("an access rule", value)
}

pub(crate) fn slug(value: &str) -> Result<kernel::Slug, StoreError> {
    parse("a slug", value)
}

pub(crate) fn email(value: &str) -> Result<kernel::Email, StoreError> {
    parse("an e-mail address", value)
}

pub(crate) fn kind(value: &str) -> Result<Kind, StoreError> {
    Kind::parse(value).ok_or_else(|| unreadable("a kind of article", value))
}

pub(crate) fn term_kind(value: &str) -> Result<TermKind, StoreError> {
    TermKind::parse(value).ok_or_else(|| unreadable("a kind of term", value))
}

pub(crate) fn state(value: &str) -> Result<State, StoreError> {
    State::parse(value).ok_or_else(|| unreadable("a translation's state", value))
}

pub(crate) fn json<T: DeserializeOwned>(what: &'static str, value: &str) -> Result<T, StoreError> {
    serde_json::from_str(value).map_err(|_| unreadable(what, value))
}

pub(crate) fn to_json<T: Serialize>(what: &'static str, value: &T) -> Result<String, StoreError> {
    serde_json::to_string(value).map_err(|error| unreadable(what, &error.to_string()))
}

pub(crate) fn moment(millis: Option<i64>) -> Option<Timestamp> {
    millis.map(from_millis)
}

pub(crate) fn millis(at: Option<Timestamp>) -> Option<i64> {
    at.map(Timestamp::as_millisecond)
}

/// Counts and sizes are never negative; the schema says so.
pub(crate) fn count(value: i32) -> u32 {
    u32::try_from(value).unwrap_or(0)
}

pub(crate) fn size(value: u32) -> i32 {
    i32::try_from(value).unwrap_or(i32::MAX)
}
