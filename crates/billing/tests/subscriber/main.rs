//! What subscribers are told and can do: over HTTP against the sandbox, in its time, on both
//! databases.

#[path = "../support/mod.rs"]
#[expect(dead_code, reason = "each test file uses a part")]
mod support;

mod declarations;
mod managing;
mod notices;
