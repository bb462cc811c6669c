//! The publication's own facts, which every page shows: name, languages, sections, static pages.

use std::sync::{Arc, PoisonError, RwLock};

use content::{Card, Site, SiteLocale, Store, StoreError, Term, TermKind};
use kernel::Locale;

/// The facts at one moment.
#[derive(Debug)]
pub(crate) struct Publication {
    pub(crate) site: Site,
    pub(crate) sections: Vec<Term>,
    pages: Vec<(Locale, Vec<Card>)>,
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
        wanted
            .into_iter()
            .find_map(|wanted| {
                let same = offered.iter().find(|locale| *locale == wanted);
                same.or_else(|| offered.iter().find(|locale| locale.language() == wanted.language()))
            })
            .unwrap_or(&self.site.default_locale)
            .clone()
    }

    /// Static pages in a language.
    pub(crate) fn pages(&self, locale: &Locale) -> &[Card] {
        self.pages.iter().find(|(of, _)| of == locale).map_or(&[], |(_, pages)| pages)
    }
}

/// Keeps the facts until they change.
pub(crate) struct Publications {
    content: Store,
    known: RwLock<Option<Arc<Publication>>>,
}

impl Publications {
    pub(crate) fn new(content: Store) -> Self {
        Self { content, known: RwLock::new(None) }
    }

    /// The facts; two queries and one a language when they have changed, none otherwise.
    pub(crate) async fn current(&self) -> Result<Arc<Publication>, StoreError> {
        if let Some(known) = self.known.read().unwrap_or_else(PoisonError::into_inner).as_ref() {
            return Ok(Arc::clone(known));
        }
        let site = self.content.site().await?;
        let sections = self.content.terms(TermKind::Section).await?;
        let mut pages = Vec::with_capacity(site.locales.len());
        for offered in &site.locales {
            pages.push((offered.locale.clone(), self.content.pages(&offered.locale).await?));
        }
        let read = Arc::new(Publication { site, sections, pages });
        *self.known.write().unwrap_or_else(PoisonError::into_inner) = Some(Arc::clone(&read));
        Ok(read)
    }

    /// Forgets the facts: something changed.
    pub(crate) fn forget(&self) {
        *self.known.write().unwrap_or_else(PoisonError::into_inner) = None;
    }
}
