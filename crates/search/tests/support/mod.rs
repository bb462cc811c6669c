//! Documents and readers for the tests of the engine.
#![allow(dead_code, unused_imports, unused_macros, reason = "each test uses a part of it")]

pub(crate) mod engines;
pub(crate) mod fake;
pub(crate) mod faulty;

use content::{Document, TermKind, TermLink};
use jiff::Timestamp;
use kernel::access::{Held, Holding};
use kernel::{Access, ArticleId, Locale, OutboxSeq, Reach, Standing, TranslationId};
use search::{Batch, Indexer, Query, Results, Searcher};

pub(crate) use self::engines::{Both, Home, On, on_engines, on_engines_and_databases};

/// No story.
pub(crate) const NONE: [u32; 0] = [];

/// A day in September 2025; tests need no other now.
pub(crate) fn now() -> Timestamp {
    "2025-09-03T06:00:00Z".parse().expect("a time")
}

pub(crate) fn locale(tag: &str) -> Locale {
    tag.parse().expect("a locale")
}

pub(crate) fn access(rule: &str) -> Access {
    rule.parse().expect("an access rule")
}

/// The same id for the same number, in every run.
fn id(kind: u128, number: u128) -> uuid::Uuid {
    uuid::Uuid::from_u128(kind << 64 | number)
}

pub(crate) fn article(number: u32) -> ArticleId {
    id(1, number.into()).into()
}

pub(crate) fn translation(number: u32, tag: &str) -> TranslationId {
    let tag = tag.bytes().fold(0u128, |sum, byte| sum * 256 + u128::from(byte));
    id(2, u128::from(number) << 32 | tag).into()
}

/// A story of today, public, with nothing in it.
pub(crate) fn document(number: u32, tag: &str) -> Document {
    Document {
        translation: translation(number, tag),
        article: article(number),
        version: 1,
        locale: locale(tag),
        title: String::new(),
        standfirst: String::new(),
        teaser: String::new(),
        remainder: String::new(),
        terms: Vec::new(),
        access: Access::Public,
        published_at: Some(now()),
    }
}

/// A tag with a German name.
pub(crate) fn tag(name: &str) -> TermLink {
    let (key, name) = (name.to_lowercase(), name.to_owned());
    TermLink { slug: Some(key.clone()), kind: TermKind::Tag, locale: locale("de"), key, name }
}

pub(crate) fn visitor() -> Reach {
    Reach::visitor()
}

/// A signed-in member with these plans.
pub(crate) fn member(plans: &[&str]) -> Reach {
    let holding = |plan: &&str| Holding {
        what: Held::Plan(plan.parse().expect("a plan")),
        from: Timestamp::MIN,
        until: None,
    };
    Standing::Member(plans.iter().map(holding).collect()).reach(now())
}

pub(crate) fn staff() -> Reach {
    Standing::Staff.reach(now())
}

/// An engine of its own, with an index.
pub(crate) struct Bench {
    pub(crate) home: Home,
    pub(crate) engine: Both,
}

impl Bench {
    /// The embedded engine.
    pub(crate) async fn with(documents: Vec<Document>) -> Self {
        Self::on(On::Embedded, documents).await.expect("there always is one")
    }

    /// None where a real server is asked for and none is named.
    pub(crate) async fn on(on: On, documents: Vec<Document>) -> Option<Self> {
        let bench = Self::empty(on).await?;
        bench.put(documents, 1).await;
        Some(bench)
    }

    /// The same, never built.
    pub(crate) async fn empty(on: On) -> Option<Self> {
        let home = Home::new(on).await?;
        let engine = home.open().await;
        Some(Self { home, engine })
    }

    /// Where the embedded engine's index is.
    pub(crate) fn folder(&self) -> &std::path::Path {
        match &self.home {
            Home::Folder(folder) => folder.path(),
            Home::Server { .. } => panic!("a server has no folder"),
        }
    }

    pub(crate) async fn put(&self, documents: Vec<Document>, up_to: OutboxSeq) {
        self.engine
            .apply(Batch { after: None, put: documents, remove: vec![], up_to })
            .await
            .expect("indexed");
    }

    pub(crate) async fn remove(&self, translation: TranslationId, up_to: OutboxSeq) {
        self.engine
            .apply(Batch { after: None, put: vec![], remove: vec![translation], up_to })
            .await
            .expect("removed");
    }

    /// What somebody with `reach` finds on a page in `tag`.
    pub(crate) async fn find(&self, text: &str, tag: &str, reach: &Reach) -> Results {
        let query = Query { limit: 100, ..Query::new(text, locale(tag), reach.clone()) };
        self.engine.search(&query).await.expect("an answer")
    }

    /// The numbers of the stories that a visitor finds on a German page, best first.
    pub(crate) async fn stories(&self, text: &str) -> Vec<u32> {
        numbers(&self.find(text, "de", &visitor()).await)
    }
}

/// The numbers of the stories found.
pub(crate) fn numbers(results: &Results) -> Vec<u32> {
    let number =
        |hit: &search::Hit| u32::try_from(hit.article.as_uuid().as_u64_pair().1).expect("one of ours");
    results.hits.iter().map(number).collect()
}

/// The snippet with what is marked in brackets.
pub(crate) fn shown(hit: &search::Hit) -> String {
    let show = |f: &search::Fragment| if f.marked { format!("[{}]", f.text) } else { f.text.clone() };
    hit.snippet.iter().map(show).collect()
}
