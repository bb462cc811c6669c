//! What the publisher gives away, kept in memory, so that a page from memory costs no query.

use std::sync::{Arc, PoisonError, RwLock};
use std::time::{Duration, Instant};

use billing::courtesy::{Institution, Rules};
use jiff::Timestamp;
use kernel::Access;
use tokio::sync::Mutex;

use crate::app::App;
use crate::failure::Failure;
use crate::http::ClientAddress;
use crate::reader::Reader;

/// How old it gets before it is read again; a change takes effect within twice that on every node.
const FRESH: Duration = Duration::from_secs(1);

/// What is given away.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Known {
    pub(crate) rules: Rules,
    institutions: Vec<Institution>,
}

impl Known {
    /// How many stories with this rule the reader may read a month. What named plans are for isn't
    /// given away, and staff and members with a plan don't come here.
    pub(crate) fn meter(&self, reader: &Reader, access: &Access) -> u16 {
        match (access, reader) {
            (Access::Paid, Reader::Visitor) => self.rules.meter_visitors,
            (Access::Paid, Reader::SignedIn(_)) => self.rules.meter_members,
            (Access::Public | Access::Members | Access::Plans(_), _) => 0,
        }
    }

    /// The institution from whose network a request comes; of several, the first by name.
    pub(crate) fn institution(&self, client: ClientAddress, now: Timestamp) -> Option<&Institution> {
        self.institutions.iter().find(|institution| institution.counts_at(now) && institution.has(client.0))
    }

    /// Whether any institution counts.
    pub(crate) fn has_institutions(&self, now: Timestamp) -> bool {
        self.institutions.iter().any(|institution| institution.counts_at(now))
    }
}

/// Keeps it.
#[derive(Default)]
pub(crate) struct Courtesies {
    known: RwLock<Option<(Instant, Arc<Known>)>>,
    /// One reads at a time.
    reading: Mutex<()>,
}

impl Courtesies {
    /// What was known last, if anything was.
    pub(crate) fn known(&self) -> Option<Arc<Known>> {
        let known = self.known.read().unwrap_or_else(PoisonError::into_inner);
        known.as_ref().map(|(_, known)| Arc::clone(known))
    }

    fn fresh(&self) -> Option<Arc<Known>> {
        let known = self.known.read().unwrap_or_else(PoisonError::into_inner);
        known.as_ref().filter(|(at, _)| at.elapsed() < FRESH).map(|(_, known)| Arc::clone(known))
    }
}

/// What is given away now. Three queries at most, none if it was read within a second.
pub(crate) async fn current(app: &App) -> Result<Arc<Known>, Failure> {
    if let Some(fresh) = app.courtesies.fresh() {
        return Ok(fresh);
    }
    let _turn = app.courtesies.reading.lock().await;
    if let Some(fresh) = app.courtesies.fresh() {
        return Ok(fresh);
    }
    let rules = app.billing.courtesy_rules().await?;
    let institutions = app.billing.institutions().await?;
    let read = Arc::new(Known { rules, institutions });
    let before = app.courtesies.known();
    *app.courtesies.known.write().unwrap_or_else(PoisonError::into_inner) =
        Some((Instant::now(), Arc::clone(&read)));
    if before.is_some_and(|before| before.rules != read.rules) {
        // Full pages offer gift links, or don't.
        app.pages.invalidate(&[content::store::Change::Site]);
    }
    Ok(read)
}

/// Reads it again if it is old. When the database is away, what was known stays known: pages from
/// memory need it, and nothing closed can be opened without the database.
pub(crate) async fn refresh(app: &App) {
    if let Err(error) = current(app).await {
        tracing::warn!(%error, "can't read what is given away");
    }
}
