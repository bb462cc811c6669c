//! What people may read who have no plan: a few stories a month on the meter, one story by a gift
//! link, what an institution's plan opens from its networks. All of it is off until the publisher
//! says otherwise.
//!
//! None of it is a holding: it depends on the month, on what a browser carries, or on where a
//! request comes from, and is asked for with the request (docs/adr/0016).

mod explain;
mod gift_links;
mod institutions;
mod meter;
mod month;
mod rules;
mod sweep;
mod tally;

pub use explain::Courtesies;
pub use gift_links::{GIFT_LIFETIME, GiftLink, GiftLinkId, Given};
pub use institutions::{Institution, InstitutionId, NewInstitution};
pub use meter::{GivenBack, LedgerEntry, MeterReadId};
pub use month::Month;
pub use rules::Rules;
pub use tally::{BOUNCE, MOST_BOUNCES, Read, Taken, Tally};
