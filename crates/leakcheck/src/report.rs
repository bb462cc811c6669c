//! What a walk found.

use std::fmt;

use crate::pattern::Route;
use crate::plant::Canary;
use crate::walk::MOST_ADDRESSES;

/// One word where it must not be, or missing where it must.
#[derive(Clone, Debug)]
pub struct Finding {
    /// The visitor's state.
    pub visitor: String,
    /// The address and the way it was asked for.
    pub surface: String,
    /// The word, and where it was planted if it was.
    pub word: String,
    /// Where it was planted.
    pub planted: Option<Canary>,
}

/// The outcome of a walk.
#[derive(Clone, Debug, Default)]
pub struct Report {
    /// Words seen by those who may not.
    pub leaks: Vec<Finding>,
    /// Words not seen by those who may.
    pub missed: Vec<Finding>,
    /// Search answers that differ between a canary and a word that exists nowhere.
    pub oracles: Vec<Finding>,
    /// Answers read.
    pub answers: u64,
    /// Addresses visited, all visitors together.
    pub addresses: u64,
    /// Addresses of the router that were never met.
    pub unmet: Vec<Route>,
    /// Addresses of the router that always answered "not found".
    pub unseen: Vec<Route>,
    /// Walks that ended before they had seen every address.
    pub cut_short: u64,
}

impl Report {
    /// Whether nothing leaked, nothing was missed, and no address is unknown to the walk.
    #[must_use]
    pub fn is_clean(&self) -> bool {
        self.leaks.is_empty() && self.missed.is_empty() && self.oracles.is_empty() && self.unmet.is_empty()
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} as {}: {}", self.surface, self.visitor, self.word)?;
        match &self.planted {
            Some(canary) => {
                write!(f, " ({:?} of a text for {} in {})", canary.position, canary.access, canary.locale)
            }
            None => Ok(()),
        }
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (title, findings) in [("LEAK", &self.leaks), ("MISSED", &self.missed), ("ORACLE", &self.oracles)]
        {
            for finding in findings.iter().take(50) {
                writeln!(f, "{title}  {finding}")?;
            }
        }
        for route in &self.unmet {
            writeln!(f, "UNKNOWN  the walk never met {route}")?;
        }
        for route in &self.unseen {
            writeln!(f, "note: {route} never answered anything but “not found”")?;
        }
        if self.cut_short > 0 {
            writeln!(
                f,
                "note: {} walks ended at {MOST_ADDRESSES} addresses, before the last",
                self.cut_short
            )?;
        }
        write!(
            f,
            "{} answers from {} addresses: {} leaks, {} missed, {} oracles",
            self.answers,
            self.addresses,
            self.leaks.len(),
            self.missed.len(),
            self.oracles.len()
        )
    }
}
