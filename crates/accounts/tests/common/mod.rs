//! What the tests start from: accounts on a fresh database, and a clock that stands still.
#![allow(dead_code, reason = "each test file uses its part")]

use std::sync::Arc;

use accounts::{Accounts, BrowserKey, Opened, ReturnTo, StartError, Started};
use jiff::Timestamp;
use kernel::{Email, Locale, ManualClock};
use test_db::TestDb;

pub(crate) const FIREFOX: &str = "Mozilla/5.0 (Android 15; Mobile; rv:145.0) Gecko/145.0 Firefox/145.0";
pub(crate) const NETWORK: &str = "192.0.2.7";

pub(crate) struct Fixture {
    pub(crate) accounts: Accounts,
    pub(crate) clock: Arc<ManualClock>,
    pub(crate) browser: BrowserKey,
    pub(crate) db: TestDb,
}

impl Fixture {
    pub(crate) fn new(db: TestDb) -> Self {
        let clock = ManualClock::at("2026-11-23T08:00:00Z".parse::<Timestamp>().expect("a time"));
        let accounts =
            Accounts::new(db.connection().clone(), clock.clone(), b"a secret that only tests know");
        Self { accounts, clock, browser: browser(), db }
    }

    /// Asks for a mail to `address` in this fixture's browser.
    pub(crate) async fn start(&self, address: &str) -> Result<Started, StartError> {
        self.start_from(address, &self.browser, NETWORK).await
    }

    pub(crate) async fn start_from(
        &self,
        address: &str,
        browser: &BrowserKey,
        network: &str,
    ) -> Result<Started, StartError> {
        let back: ReturnTo = "/de/night-trains?from=mail".parse().expect("a path");
        self.accounts.start_sign_in(&email(address), &locale("de"), &back, browser, network).await
    }

    /// Signs in from beginning to end.
    pub(crate) async fn sign_in(&self, address: &str) -> Opened {
        let started = self.start(address).await.expect("started");
        let finished = self.accounts.finish_by_token(started.token.as_str(), &self.browser, FIREFOX).await;
        finished.expect("finished")
    }
}

pub(crate) fn browser() -> BrowserKey {
    BrowserKey::generate().expect("random")
}

pub(crate) fn email(text: &str) -> Email {
    text.parse().expect("an address")
}

pub(crate) fn locale(tag: &str) -> Locale {
    tag.parse().expect("a tag")
}

/// A code of six digits that isn't `code`.
pub(crate) fn wrong(code: &str) -> String {
    let number: u32 = code.parse().expect("digits");
    format!("{:06}", (number + 1) % 1_000_000)
}
