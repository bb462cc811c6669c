//! What handlers work with.

use std::sync::Arc;

use accounts::{Accounts, Passkeys};
use billing::Billing;
use content::Store;
use content::media::{Limits, MediaStore};
use kernel::Clock;
use mail::{Mailbox, Mailroom, Transport};
use numbers::Numbers;
use search::{Curation, Searcher};
use translation::machine::Translator;

use crate::counting::Counting;
use crate::courtesy::{Courtesies, Seal};
use crate::page_cache::PageCache;
use crate::publication::Publications;
use crate::reader::Readers;
use crate::settings::Settings;
use crate::setup::Setup;
use crate::theme::{Theme, ThemeError};

/// The domain crates the gateway shows to the world.
pub struct Parts {
    /// Articles.
    pub content: Store,
    /// Pictures.
    pub media: MediaStore,
    /// Readers and sessions.
    pub accounts: Accounts,
    /// Plans.
    pub billing: Billing,
    /// Outgoing mail.
    pub mail: Mailroom,
    /// The search engine.
    pub search: Arc<dyn Searcher>,
    /// What staff have taught the search.
    pub curation: Curation,
    /// Who makes drafts of translations, if anybody does.
    pub machine: Option<Arc<dyn Translator>>,
    /// What is counted of readers.
    pub numbers: Numbers,
    /// The time.
    pub clock: Arc<dyn Clock>,
    /// Keys of what browsers carry.
    pub seal: Seal,
    /// What pictures are taken in at most.
    pub picture_limits: Limits,
    /// The way mail leaves, if there is one.
    pub post: Option<Transport>,
    /// In the demo: captured mail, shown at `/dev/mailbox`.
    pub mailbox: Option<Arc<Mailbox>>,
}

/// The gateway's state; cheap to clone.
#[derive(Clone)]
pub struct App(Arc<Inner>);

/// What an [`App`] shares among its clones.
pub struct Inner {
    pub(crate) parts: Parts,
    pub(crate) settings: Settings,
    pub(crate) theme: Theme,
    pub(crate) pages: PageCache,
    pub(crate) readers: Readers,
    pub(crate) publications: Publications,
    pub(crate) courtesies: Courtesies,
    pub(crate) counting: Counting,
    pub(crate) setup: Setup,
    /// None where the site's address is no domain.
    pub(crate) passkeys: Option<Passkeys>,
}

impl App {
    /// Loads the theme and puts the parts together.
    pub fn new(parts: Parts, settings: Settings) -> Result<Self, ThemeError> {
        let theme = Theme::load(settings.theme.as_deref())?;
        let pages = PageCache::new(settings.page_cache_bytes);
        let readers = Readers::new(parts.accounts.clone());
        let publications = Publications::new(parts.content.clone());
        let courtesies = Courtesies::default();
        // The name is shown by the browser beside the site's domain.
        let passkeys = Passkeys::of_site(&settings.base_url, "Gazette").unwrap_or_else(|error| {
            tracing::warn!(%error, "staff can't use passkeys here");
            None
        });
        let setup = Setup::default();
        let counting = Counting::default();
        let inner = Inner {
            parts,
            settings,
            theme,
            pages,
            readers,
            publications,
            courtesies,
            counting,
            setup,
            passkeys,
        };
        Ok(Self(Arc::new(inner)))
    }
}

impl std::ops::Deref for App {
    type Target = Inner;

    fn deref(&self) -> &Inner {
        &self.0
    }
}

impl std::ops::Deref for Inner {
    type Target = Parts;

    fn deref(&self) -> &Parts {
        &self.parts
    }
}

impl std::fmt::Debug for App {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("App").field("settings", &self.settings).finish_non_exhaustive()
    }
}
