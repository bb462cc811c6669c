//! The parts of HTTP that every answer shares: encodings, validators, headers, problems.

mod client;
mod cookies;
mod encoded;
mod encoding;
mod intent;
mod origin;
mod problem;
mod request_id;
mod security;

pub use client::TrustedProxies;
pub(crate) use client::{ClientAddress, user_agent};
pub(crate) use cookies::{cookie, removed_cookie, set_cookie};
pub(crate) use encoded::{Encoded, Freshness};
pub(crate) use encoding::Encoding;
pub(crate) use intent::{is_crawler, is_navigation, is_reading, is_speculative};
pub(crate) use origin::is_cross_origin;
pub(crate) use problem::{Problem, wants_json};
pub(crate) use request_id::RequestId;
pub(crate) use security::{FRAMING_OWN, SANDBOXED, policy_with_forms_to, secure};
