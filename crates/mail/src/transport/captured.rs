//! Mail kept in memory instead of sent; for the demo and for tests.

use std::collections::VecDeque;
use std::fmt;
use std::sync::{Mutex, MutexGuard, PoisonError};

use jiff::Timestamp;
use kernel::Email;

/// Messages kept; older ones go.
const KEPT: usize = 200;

/// The last 200 captured messages.
#[derive(Default)]
pub struct Mailbox(Mutex<VecDeque<Captured>>);

/// A message that would have been sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Captured {
    /// Who would have got it.
    pub to: Email,
    /// Its subject.
    pub subject: String,
    /// Its text.
    pub text: String,
    /// Its HTML.
    pub html: String,
    /// When it was queued.
    pub at: Timestamp,
}

impl Mailbox {
    /// The messages, oldest first.
    #[must_use]
    pub fn messages(&self) -> Vec<Captured> {
        self.lock().iter().cloned().collect()
    }

    pub(crate) fn put(&self, message: Captured) {
        let mut messages = self.lock();
        if messages.len() == KEPT {
            messages.pop_front();
        }
        messages.push_back(message);
    }

    /// A panic elsewhere leaves whole messages behind, so the lock's poison means nothing.
    fn lock(&self) -> MutexGuard<'_, VecDeque<Captured>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl fmt::Debug for Mailbox {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Mailbox").field(&self.lock().len()).finish()
    }
}
