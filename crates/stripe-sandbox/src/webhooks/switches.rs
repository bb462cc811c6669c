//! How deliveries go wrong.

use serde::{Deserialize, Serialize};

/// Everything that can be spoiled about deliveries. The default spoils nothing.
///
/// Switches act on events as they are made, except `signature`, `livemode` and `alter_body`, which act on each
/// delivery as it is sent.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Switches {
    /// Further copies of each event.
    pub duplicate: u32,
    /// Seconds between an event and its first delivery, on the webhooks' timeline.
    pub delay: u32,
    /// Deliveries that are due together are shuffled, by the seed.
    pub reorder: bool,
    /// Deliveries that are due together are sent at the same time instead of one after the other.
    pub parallel: bool,
    /// Which events are never sent.
    pub drop: Drop,
    /// Nothing is sent until it is released by hand.
    pub hold: bool,
    /// What is wrong with the signature.
    pub signature: Signature,
    /// Says `livemode: true`.
    pub livemode: bool,
    /// The body is changed after it was signed.
    pub alter_body: bool,
}

/// Which events are never sent.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Drop {
    /// None.
    #[default]
    Nothing,
    /// All.
    Everything,
    /// About this share, by the seed.
    Percent(u8),
    /// Those of these types.
    Types(Vec<String>),
}

/// What is wrong with the signature.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Signature {
    /// Nothing.
    #[default]
    Good,
    /// Made with another secret.
    Wrong,
    /// There is none.
    Missing,
    /// The timestamp is off by this many seconds (negative is old), and correctly signed.
    Shifted(i64),
}
