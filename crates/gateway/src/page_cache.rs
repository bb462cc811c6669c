//! Rendered pages, kept in memory until what they show changes.
//!
//! A page is rendered once per variant and content version and then only sent. There are three
//! [`Variant`]s; none holds personal data, so all readers of a variant share its bytes. A *full*
//! page is found only through [`PageCache::signed_in`], which asks the entitlement decision anew
//! for each request: what is in memory is no shortcut around the paywall.
//!
//! A story that is open without a plan, or says what is left of what is free, has a page for each
//! [`Notice`]; these are apart from the others and found only through [`PageCache::noticed`].

use std::hash::{BuildHasher, RandomState};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use content::store::Change;
use jiff::Timestamp;
use kernel::access::{Access, Reach, decide};
use kernel::{ArticleId, Locale};
use moka::sync::Cache;
use tokio::sync::{Mutex, MutexGuard};

use crate::courtesy::Notice;
use crate::http::{Encoded, Freshness};

/// For whom a page was rendered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Variant {
    /// Nobody is signed in. An article shows what everyone may see.
    Visitor,
    /// Signed in, not entitled to the article (or the page is no article).
    Member,
    /// Signed in and entitled to the whole article.
    Full,
}

/// A rendered page and what it depends on.
#[derive(Clone, Debug)]
pub(crate) struct Page {
    pub(crate) body: Encoded,
    pub(crate) variant: Variant,
    pub(crate) scope: Scope,
    /// When it must be rendered anew, whatever happens: the front page carries today's date.
    pub(crate) expires_at: Option<Timestamp>,
}

/// What a page shows, in terms of what can change.
#[derive(Clone, Debug)]
pub(crate) enum Scope {
    /// An article's page. It also lists other stories of its language.
    Article {
        /// The article and its rule, for the entitlement decision.
        article: ArticleId,
        access: Access,
        locale: Locale,
        /// Whether a wall stands in place of the rest.
        walled: bool,
    },
    /// A page made of the texts of one language.
    Language(Locale),
    /// A page made of texts in all languages: the sitemap.
    Everything,
}

impl Page {
    /// Who may keep it.
    pub(crate) fn freshness(&self) -> Freshness {
        match self.variant {
            Variant::Visitor => Freshness::Shared,
            Variant::Member | Variant::Full => Freshness::Private,
        }
    }

    /// The rule of the article that this page shows a part of, with a wall in place of the rest, if it
    /// does that for a reader with this reach.
    pub(crate) fn closed_by(&self, reach: &Reach) -> Option<&Access> {
        match &self.scope {
            Scope::Article { access, .. } if self.may_be_seen_with(reach) == Seen::Teaser => Some(access),
            _ => None,
        }
    }

    fn may_be_seen_with(&self, reach: &Reach) -> Seen {
        match &self.scope {
            Scope::Article { article, access, .. } => match decide(*article, access, reach) {
                Ok(_) => Seen::Full,
                Err(_) => Seen::Teaser,
            },
            Scope::Language(_) | Scope::Everything => Seen::Teaser,
        }
    }

    fn is_touched_by(&self, change: &Change) -> bool {
        match (&self.scope, change) {
            // A story's section, tags, access and cover are shown in lists of every language.
            (_, Change::Site | Change::Term | Change::Article(_)) | (Scope::Everything, _) => true,
            (
                Scope::Article { article, locale, .. },
                Change::Translation { article: changed, locale: of, .. },
            ) => article == changed || locale == of,
            (Scope::Language(locale), Change::Translation { locale: of, .. }) => locale == of,
        }
    }
}

/// Which half of an article a reader gets.
#[derive(PartialEq, Eq)]
enum Seen {
    Teaser,
    Full,
}

/// Which of the pages at an address that say why a story is open, or what is left of what is free.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Noticed {
    pub(crate) path: Arc<str>,
    pub(crate) signed_in: bool,
    pub(crate) notice: Notice,
}

/// The pages in memory.
pub(crate) struct PageCache {
    visitor: Cache<Arc<str>, Arc<Page>>,
    member: Cache<Arc<str>, Arc<Page>>,
    full: Cache<Arc<str>, Arc<Page>>,
    noticed: Cache<Noticed, Arc<Page>>,
    /// Counts invalidations: a page whose facts were read before one isn't kept after it.
    generation: AtomicU64,
    /// One render at a time for the same page, so that a crowd costs one.
    renders: Vec<Mutex<()>>,
    hasher: RandomState,
}

impl PageCache {
    /// A cache of at most `bytes`, half of it for visitors.
    pub(crate) fn new(bytes: u64) -> Self {
        let cache = |bytes: u64| {
            Cache::builder()
                .max_capacity(bytes)
                .weigher(|path: &Arc<str>, page: &Arc<Page>| {
                    page.body.weight().saturating_add(u32::try_from(path.len()).unwrap_or(u32::MAX))
                })
                .build()
        };
        Self {
            visitor: cache(bytes / 2),
            member: cache(bytes / 4),
            full: cache(bytes / 8),
            noticed: Cache::builder()
                .max_capacity(bytes / 8)
                .weigher(|_: &Noticed, page: &Arc<Page>| page.body.weight())
                .build(),
            generation: AtomicU64::new(0),
            renders: (0..64).map(|_| Mutex::new(())).collect(),
            hasher: RandomState::new(),
        }
    }

    /// The visitor's page at this address, if it is in memory.
    pub(crate) fn visitor(&self, path: &str, now: Timestamp) -> Option<Arc<Page>> {
        fresh(self.visitor.get(path), now)
    }

    /// The page of somebody signed in, if it is in memory: the full one if their reach covers its
    /// article now, the member's otherwise.
    pub(crate) fn signed_in(&self, path: &str, reach: &Reach, now: Timestamp) -> Option<Arc<Page>> {
        if let Some(page) = fresh(self.full.get(path), now)
            && page.may_be_seen_with(reach) == Seen::Full
        {
            return Some(page);
        }
        // Somebody entitled must not be left with the teaser because the full page isn't here yet.
        fresh(self.member.get(path), now).filter(|page| page.may_be_seen_with(reach) == Seen::Teaser)
    }

    /// The page with this notice, if it is in memory, for somebody whose reach was found for this
    /// request.
    pub(crate) fn noticed(&self, which: &Noticed, reach: &Reach, now: Timestamp) -> Option<Arc<Page>> {
        fresh(self.noticed.get(which), now)
            .filter(|page| page.variant != Variant::Full || page.may_be_seen_with(reach) == Seen::Full)
    }

    /// Keeps a page with a notice, under the same condition as [`Self::keep`].
    pub(crate) fn keep_noticed(&self, which: &Noticed, page: Page, generation: u64) -> Arc<Page> {
        let page = Arc::new(page);
        self.noticed.insert(which.clone(), Arc::clone(&page));
        if self.generation() != generation {
            self.noticed.invalidate(which);
        }
        page
    }

    /// Waits for the turn to render this address.
    pub(crate) async fn turn(&self, path: &str) -> MutexGuard<'_, ()> {
        let hash = usize::try_from(self.hasher.hash_one(path) % 64).unwrap_or(0);
        self.renders[hash].lock().await
    }

    /// The present generation; read it before reading what a page shows.
    pub(crate) fn generation(&self) -> u64 {
        self.generation.load(Ordering::SeqCst)
    }

    /// Keeps a page whose facts were read at `generation`, unless something changed meanwhile.
    pub(crate) fn keep(&self, path: &str, page: Page, generation: u64) -> Arc<Page> {
        let page = Arc::new(page);
        let cache = self.of(page.variant);
        let key: Arc<str> = path.into();
        cache.insert(Arc::clone(&key), Arc::clone(&page));
        // An invalidation counts first and sweeps then, so one that missed this page is seen here.
        if self.generation() != generation {
            cache.invalidate(&key);
        }
        page
    }

    /// Drops the pages that show what has changed.
    pub(crate) fn invalidate(&self, changes: &[Change]) {
        self.generation.fetch_add(1, Ordering::SeqCst);
        for cache in [&self.visitor, &self.member, &self.full] {
            for (path, page) in cache {
                if changes.iter().any(|change| page.is_touched_by(change)) {
                    cache.invalidate(&*path);
                }
            }
        }
        for (which, page) in &self.noticed {
            if changes.iter().any(|change| page.is_touched_by(change)) {
                self.noticed.invalidate(&*which);
            }
        }
    }

    fn of(&self, variant: Variant) -> &Cache<Arc<str>, Arc<Page>> {
        match variant {
            Variant::Visitor => &self.visitor,
            Variant::Member => &self.member,
            Variant::Full => &self.full,
        }
    }
}

fn fresh(page: Option<Arc<Page>>, now: Timestamp) -> Option<Arc<Page>> {
    page.filter(|page| page.expires_at.is_none_or(|at| now < at))
}

#[cfg(test)]
mod tests {
    use kernel::TranslationId;
    use kernel::access::{Held, Holding, Standing};

    use super::*;

    fn now() -> Timestamp {
        Timestamp::from_second(1_000_000).expect("in range")
    }

    fn locale(tag: &str) -> Locale {
        tag.parse().expect("a language tag")
    }

    fn page(variant: Variant, article: ArticleId, text: &str) -> Page {
        let scope = Scope::Article { article, access: Access::Paid, locale: locale("de"), walled: false };
        Page { body: Encoded::html(text.to_owned()), variant, scope, expires_at: None }
    }

    fn member(plans: &[&str]) -> Reach {
        let holding = |plan: &&str| Holding {
            what: Held::Plan(plan.parse().expect("a plan")),
            from: Timestamp::MIN,
            until: None,
        };
        Standing::Member(plans.iter().map(holding).collect()).reach(now())
    }

    #[test]
    fn a_full_page_is_found_only_by_the_entitled() {
        let (cache, article) = (PageCache::new(1 << 20), ArticleId::new(now()));
        cache.keep("/de/x", page(Variant::Full, article, "all"), cache.generation());
        assert!(cache.visitor("/de/x", now()).is_none());
        assert!(cache.signed_in("/de/x", &member(&[]), now()).is_none());
        let found = cache.signed_in("/de/x", &member(&["standard"]), now()).expect("the full page");
        assert_eq!(found.variant, Variant::Full);
    }

    #[test]
    fn a_page_with_a_notice_is_found_only_by_who_is_let_in() {
        let (cache, article) = (PageCache::new(1 << 20), ArticleId::new(now()));
        let metered = |left| Noticed {
            path: "/de/x".into(),
            signed_in: false,
            notice: Notice::Metered { left, limit: 3, resets: String::new() },
        };
        cache.keep_noticed(&metered(2), page(Variant::Full, article, "all"), cache.generation());
        let let_in = Reach::visitor().with_article(article);
        assert!(cache.noticed(&metered(2), &let_in, now()).is_some());
        assert!(cache.noticed(&metered(1), &let_in, now()).is_none(), "another number left");
        assert!(cache.noticed(&metered(2), &Reach::visitor(), now()).is_none());
        assert!(cache.visitor("/de/x", now()).is_none(), "nobody else's page");
        assert!(cache.signed_in("/de/x", &member(&["standard"]), now()).is_none());
        cache.invalidate(&[Change::Site]);
        assert!(cache.noticed(&metered(2), &let_in, now()).is_none());
    }

    #[test]
    fn the_entitled_are_not_left_with_the_teaser() {
        let (cache, article) = (PageCache::new(1 << 20), ArticleId::new(now()));
        cache.keep("/de/x", page(Variant::Member, article, "teaser"), cache.generation());
        assert!(cache.signed_in("/de/x", &member(&["standard"]), now()).is_none());
        assert!(cache.signed_in("/de/x", &member(&[]), now()).is_some());
    }

    #[test]
    fn a_change_drops_the_pages_that_show_it() {
        let (cache, article) = (PageCache::new(1 << 20), ArticleId::new(now()));
        let keep = |path: &str, scope: Scope| {
            let page = Page { scope, ..page(Variant::Visitor, article, "x") };
            cache.keep(path, page, cache.generation());
        };
        keep("/de/", Scope::Language(locale("de")));
        keep("/fr/", Scope::Language(locale("fr")));
        keep("/sitemap.xml", Scope::Everything);
        let article_in =
            |tag| Scope::Article { article, access: Access::Paid, locale: locale(tag), walled: false };
        keep("/de/x", article_in("de"));
        keep("/it/x", article_in("it"));
        let translation = TranslationId::new(now());
        cache.invalidate(&[Change::Translation {
            article,
            translation,
            locale: locale("de"),
            version: Some(2),
        }]);
        let left = |path: &str| cache.visitor(path, now()).is_some();
        assert!(!left("/de/") && !left("/sitemap.xml") && !left("/de/x"));
        assert!(!left("/it/x"), "it links to the German edition");
        assert!(left("/fr/"));
        cache.invalidate(&[Change::Site]);
        assert!(!left("/fr/"));
    }

    #[test]
    fn a_page_of_old_facts_is_not_kept() {
        let (cache, article) = (PageCache::new(1 << 20), ArticleId::new(now()));
        let generation = cache.generation();
        cache.invalidate(&[Change::Site]);
        cache.keep("/de/x", page(Variant::Visitor, article, "old"), generation);
        assert!(cache.visitor("/de/x", now()).is_none());
    }

    #[test]
    fn pages_expire() {
        let (cache, article) = (PageCache::new(1 << 20), ArticleId::new(now()));
        let page = Page { expires_at: Some(now()), ..page(Variant::Visitor, article, "today") };
        cache.keep("/de/", page, cache.generation());
        assert!(cache.visitor("/de/", now()).is_none());
    }
}
