//! Selling, once each and never wrongly: over HTTP against the sandbox, on both databases.

#[expect(dead_code, reason = "each test binary uses a part")]
#[path = "../support/mod.rs"]
mod support;

mod buying;
mod client;
mod duplicates;
mod forgetting;
mod messages;
mod money_back;
mod work;
