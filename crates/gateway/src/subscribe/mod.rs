//! Choosing a plan, paying it at the payment provider's, and coming back to what one wanted to read.

pub(crate) mod done;
pub(crate) mod offer;
pub(crate) mod order;

use accounts::{AccountError, BrowserKey};
use billing::Buyer;
use http::HeaderMap;

use crate::app::App;
use crate::http::cookie;
use crate::reader::Reader;

/// How long a browser is recognised that is buying: longer than a payment page lives.
pub(crate) const BROWSER_KEPT: i64 = 60 * 60 * 48;

/// Who buys: the member, or whoever uses this browser.
pub(crate) fn buyer(reader: &Reader, browser: Option<&BrowserKey>) -> Option<Buyer> {
    match reader.member() {
        Some(member) => Some(Buyer::Member { id: member.id, email: member.email.clone() }),
        None => browser.map(|key| Buyer::Visitor(kernel::hash::content_hash(key.as_str().as_bytes()))),
    }
}

/// The key this browser was given, if it was.
pub(crate) fn browser(app: &App, headers: &HeaderMap) -> Option<BrowserKey> {
    cookie(headers, app.settings.browser_cookie()).and_then(|key| key.parse().ok())
}

/// The key this browser was given, or a new one.
pub(crate) fn browser_or_new(app: &App, headers: &HeaderMap) -> Result<BrowserKey, AccountError> {
    match browser(app, headers) {
        Some(key) => Ok(key),
        None => Ok(BrowserKey::generate()?),
    }
}
