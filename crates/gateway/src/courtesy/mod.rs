//! Reading without a plan: through an institution, by a gift link, on the meter.
//!
//! [`way`] is asked when what a reader holds doesn't open a story. What it opens is a [`Reach`] for
//! this request alone, so the rest is fetched against a proof like any other; and the page that
//! shows it has a [`Notice`] that says why it is open. Such pages are `private`, and found in memory
//! only by those who were let in anew (docs/adr/0016).

mod cookies;
mod institution;
mod known;
mod meter;
mod seal;

pub(crate) mod gift;

use axum::response::Response;
use content::Reading;
use http::HeaderValue;
use http::request::Parts;
use kernel::Access;
use kernel::access::{Reach, decide};

use crate::app::App;
use crate::failure::Failure;
use crate::http::ClientAddress;
use crate::publication::Publication;
use crate::reader::Reader;

pub(crate) use institution::reach;
pub(crate) use known::{Courtesies, current, refresh};
pub(crate) use meter::{left, month, start, take_along};
pub use seal::Seal;

/// What a page says about why its story is open, or why it isn't.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Notice {
    /// Open through an institution.
    Institution { name: String },
    /// Open by a gift link.
    Gift,
    /// Open on the meter.
    Metered { left: u16, limit: u16, resets: String },
    /// Closed: the meter is used up.
    UsedUp { limit: u16, resets: String },
    /// Closed: the browser hasn't shown yet that it keeps a count.
    Offer { limit: u16 },
    /// Closed: the browser was given a count to keep, and didn't.
    NoCookie,
}

impl Notice {
    /// Whether the story is open.
    pub(crate) fn opens(&self) -> bool {
        matches!(self, Self::Institution { .. } | Self::Gift | Self::Metered { .. })
    }
}

/// How a reader gets at a story that isn't theirs.
pub(crate) enum Way {
    /// In no other way than by what they hold.
    Own,
    /// In this one.
    Other(Box<Other>),
    /// Not yet: the browser is sent on first.
    Answer(Response),
}

/// A way that isn't by what a reader holds.
pub(crate) struct Other {
    pub(crate) notice: Notice,
    /// What the reader may read for this request.
    pub(crate) reach: Reach,
    /// What the browser keeps from now on.
    pub(crate) cookie: Option<HeaderValue>,
}

/// How this reader gets at the story now. It counts on the meter, if that is the way.
pub(crate) async fn way(
    app: &App,
    publication: &Publication,
    reader: &Reader,
    request: &Parts,
    reading: &Reading,
) -> Result<Way, Failure> {
    let now = app.clock.now();
    let own = reader.reach(now);
    if !reading.has_remainder || decide(reading.article, &reading.access, &own).is_ok() {
        return Ok(Way::Own);
    }
    let known = current(app).await?;
    let other = |notice, reach| Other { notice, reach, cookie: None };
    if let Some(institution) = request.extensions.get().and_then(|client| known.institution(*client, now)) {
        let reach = institution::with(own.clone(), institution);
        if decide(reading.article, &reading.access, &reach).is_ok() {
            let notice = Notice::Institution { name: institution.name.clone() };
            return Ok(Way::Other(Box::new(other(notice, reach))));
        }
    }
    if gift::opens(app, request, reading.article).await? {
        return Ok(Way::Other(Box::new(other(Notice::Gift, own.with_article(reading.article)))));
    }
    let limit = known.meter(reader, &reading.access);
    if limit == 0 {
        return Ok(Way::Own);
    }
    meter::way(app, publication, reader, request, reading, limit).await
}

/// Whether only [`way`] can say what this reader gets of a closed story: its page isn't to be taken
/// from memory before that was asked.
pub(crate) fn must_be_asked(app: &App, reader: &Reader, request: &Parts, access: &Access) -> bool {
    let Some(known) = app.courtesies.known() else { return true };
    let client = request.extensions.get::<ClientAddress>();
    known.meter(reader, access) > 0
        || client.is_none_or(|client| known.institution(*client, app.clock.now()).is_some())
        || gift::is_carried(app, &request.headers)
}

/// Whether visitors get different pages of closed stories at the same address, which no shared cache
/// can tell apart.
pub(crate) fn visitors_differ(app: &App, access: &Access) -> bool {
    let Some(known) = app.courtesies.known() else { return true };
    known.meter(&Reader::Visitor, access) > 0 || known.has_institutions(app.clock.now())
}
