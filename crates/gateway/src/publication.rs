//! The publication's own facts, which every page shows: name, languages, sections, static pages.

use std::collections::HashMap;
use std::sync::{Arc, PoisonError, RwLock};

use content::{Card, RedirectTo, Site, SiteLocale, Store, StoreError, Term, TermKind};
use kernel::Locale;
use percent_encoding::percent_decode_str;

use crate::look::{self, Sheet};
use crate::menu::{self, Menus};
use crate::public::robots;

/// The facts at one moment.
#[derive(Debug)]
pub(crate) struct Publication {
    pub(crate) site: Site,
    pub(crate) sections: Vec<Term>,
    /// What crawlers are told beyond what is always told.
    pub(crate) robots: String,
    /// How it looks, if that isn't as the theme has it.
    pub(crate) look: Option<Sheet>,
    /// Menus that staff have put together.
    pub(crate) menus: Menus,
    pages: Vec<(Locale, Vec<Card>)>,
    redirects: HashMap<String, RedirectTo>,
}

impl Publication {
    /// The language, if the publication offers it.
    pub(crate) fn offered(&self, locale: &Locale) -> Option<&SiteLocale> {
        self.site.locales.iter().find(|offered| offered.locale == *locale)
    }

    /// The first of `wanted` that is offered (as it is, or in its language without the region), or
    /// the default.
    pub(crate) fn best<'a>(&self, wanted: impl IntoIterator<Item = &'a Locale>) -> Locale {
        let offered: Vec<Locale> = self.site.locales.iter().map(|offered| offered.locale.clone()).collect();
        accounts::best_of(wanted, &offered).unwrap_or_else(|| self.site.default_locale.clone())
    }

    /// What is answered at a path at which there is nothing of ours, if staff have said so.
    pub(crate) fn redirect(&self, path: &str) -> Option<&RedirectTo> {
        if self.redirects.is_empty() {
            return None;
        }
        self.redirects.get(&*percent_decode_str(path).decode_utf8().ok()?)
    }

    /// Static pages in a language.
    pub(crate) fn pages(&self, locale: &Locale) -> &[Card] {
        self.pages.iter().find(|(of, _)| of == locale).map_or(&[], |(_, pages)| pages)
    }
}

/// Keeps the facts until they change.
pub(crate) struct Publications {
    content: Store,
    known: RwLock<Known>,
}

#[derive(Default)]
struct Known {
    publication: Option<Arc<Publication>>,
    /// Whether something has changed since.
    stale: bool,
}

impl Publications {
    pub(crate) fn new(content: Store) -> Self {
        Self { content, known: RwLock::default() }
    }

    /// The facts; six queries and one a language when they have changed, none otherwise.
    pub(crate) async fn current(&self) -> Result<Arc<Publication>, StoreError> {
        {
            let known = self.known.read().unwrap_or_else(PoisonError::into_inner);
            if let (Some(publication), false) = (&known.publication, known.stale) {
                return Ok(Arc::clone(publication));
            }
        }
        let site = self.content.site().await?;
        let sections = self.content.terms(TermKind::Section).await?;
        let mut pages = Vec::with_capacity(site.locales.len());
        for offered in &site.locales {
            pages.push((offered.locale.clone(), self.content.pages(&offered.locale).await?));
        }
        let robots = self.content.setting::<String>(robots::SETTING).await?.value;
        let look = Sheet::of(self.content.setting(look::SETTING).await?.value);
        let menus = self.content.setting(menu::SETTING).await?.value;
        let redirects = self.content.redirects().await?;
        let redirects = redirects.into_iter().map(|redirect| (redirect.path, redirect.to)).collect();
        let read = Arc::new(Publication { site, sections, robots, look, menus, pages, redirects });
        let known = Known { publication: Some(Arc::clone(&read)), stale: false };
        *self.known.write().unwrap_or_else(PoisonError::into_inner) = known;
        Ok(read)
    }

    /// The facts as they are, or as they last were: what an error page needs when the database is
    /// away.
    pub(crate) async fn last_known(&self) -> Result<Arc<Publication>, StoreError> {
        match self.current().await {
            Ok(publication) => Ok(publication),
            Err(error) => {
                let known = self.known.read().unwrap_or_else(PoisonError::into_inner);
                known.publication.clone().ok_or(error)
            }
        }
    }

    /// Something changed: the facts are read anew before they are used.
    pub(crate) fn forget(&self) {
        self.known.write().unwrap_or_else(PoisonError::into_inner).stale = true;
    }
}
