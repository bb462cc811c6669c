//! A publication to test with.

use std::sync::Arc;

use content::Reading;
use content::store::{Change, Found};
use content::{
    ArticleDraft, BasedOn, Dates, Draft, Kind, Saved, Site, SiteLocale, Store, TermDraft, TermKind, TermName,
};
use jiff::{SignedDuration, Timestamp};
use kernel::access::{Entitled, Standing, decide};
use kernel::{Access, ArticleId, Clock, Locale, ManualClock};
use test_db::TestDb;

/// Five paragraphs; the teaser is the first three.
pub(crate) const BODY: &str =
    "First one.\n\nSecond one.\n\nThird one.\n\nFourth one, secret.\n\nFifth one, secret.";

pub(crate) fn locale(tag: &str) -> Locale {
    tag.parse().expect("a language tag")
}

pub(crate) fn at(text: &str) -> Timestamp {
    text.parse().expect("a moment")
}

/// The moment at which tests begin.
pub(crate) fn beginning() -> Timestamp {
    at("2026-01-01T12:00:00Z")
}

/// A store with German (first), English and French, and some terms.
pub(crate) struct World {
    pub(crate) store: Store,
    pub(crate) clock: Arc<ManualClock>,
}

impl World {
    pub(crate) async fn new(db: &TestDb) -> Self {
        let clock = ManualClock::at(beginning());
        let store = Store::new(db.connection().clone(), clock.clone());
        store.save_site(&site()).await.expect("settings");
        let terms = [
            term(TermKind::Section, "world", 0, &[("de", "Welt"), ("en", "World"), ("fr", "Monde")]),
            term(TermKind::Section, "science", 1, &[("de", "Wissen"), ("en", "Science")]),
            term(TermKind::Tag, "sea", 0, &[("de", "Meer"), ("en", "Sea")]),
            term(TermKind::Tag, "rail", 1, &[("de", "Bahn"), ("en", "Rail")]),
            term(TermKind::Tag, "books", 2, &[("de", "Bücher")]),
            term(TermKind::Author, "desk", 0, &[("de", "Redaktion"), ("en", "Desk")]),
        ];
        store.save_terms(&terms).await.expect("terms");
        Self { store, clock }
    }

    pub(crate) async fn article(&self, key: &str, access: Access) -> ArticleId {
        self.store.save_article(article(key, access)).await.expect("an article")
    }

    pub(crate) async fn text(
        &self,
        article: ArticleId,
        tag: &str,
        draft: &Draft,
        based_on: BasedOn,
    ) -> Saved {
        self.store.save_translation(article, &locale(tag), draft, based_on, None).await.expect("saved")
    }

    /// An article with one German text, published now.
    pub(crate) async fn story(&self, key: &str, access: Access) -> (ArticleId, Saved) {
        let article = self.article(key, access).await;
        let saved = self.published(article, "de", &draft(key, BODY)).await;
        (article, saved)
    }

    /// A new text, published now.
    pub(crate) async fn published(&self, article: ArticleId, tag: &str, draft: &Draft) -> Saved {
        let saved = self.text(article, tag, draft, BasedOn::New).await;
        self.store.publish(saved.translation, Dates::default()).await.expect("published");
        saved
    }

    pub(crate) async fn read(&self, tag: &str, slug: &str) -> Reading {
        match self.store.find(&locale(tag), slug).await.expect("found") {
            Found::Text(reading) => *reading,
            other => panic!("/{tag}/{slug} is {other:?}"),
        }
    }

    pub(crate) async fn find(&self, tag: &str, slug: &str) -> Found {
        self.store.find(&locale(tag), slug).await.expect("an answer")
    }

    /// Changes since `seen`, which moves on.
    pub(crate) async fn changes(&self, seen: &mut i64) -> Vec<Change> {
        let entries = self.store.changes(*seen, 1000).await.expect("changes");
        for entry in &entries {
            *seen += 1;
            assert_eq!(entry.seq, *seen, "no gaps");
        }
        assert_eq!(*seen, self.store.outbox_head().await.expect("a head"));
        entries.into_iter().map(|entry| entry.change).collect()
    }

    pub(crate) fn pass(&self, hours: i64) {
        self.clock.advance(SignedDuration::from_hours(hours));
    }

    /// A proof for an article, as staff get it.
    pub(crate) fn proof(&self, article: ArticleId) -> Entitled {
        decide(article, &Access::Paid, &Standing::Staff.reach(self.clock.now()))
            .expect("staff read everything")
    }
}

pub(crate) fn site() -> Site {
    let offered = |tag: &str, name: &str| SiteLocale {
        locale: locale(tag),
        name: name.to_owned(),
        tagline: String::new(),
    };
    Site {
        default_locale: locale("de"),
        locales: vec![
            offered("de", "Der Meridian"),
            offered("en", "The Meridian"),
            offered("fr", "Le Méridien"),
        ],
        ..Site::default()
    }
}

pub(crate) fn term(kind: TermKind, key: &str, position: i32, names: &[(&str, &str)]) -> TermDraft {
    let name = |(tag, name): &(&str, &str)| TermName {
        locale: locale(tag),
        name: (*name).to_owned(),
        slug: name.to_lowercase(),
        description: String::new(),
    };
    TermDraft { kind, key: key.to_owned(), position, names: names.iter().map(name).collect() }
}

pub(crate) fn article(key: &str, access: Access) -> ArticleDraft {
    ArticleDraft {
        key: key.to_owned(),
        kind: Kind::Story,
        access,
        source: locale("de"),
        section: Some("world".to_owned()),
        tags: vec!["sea".to_owned()],
        authors: vec!["desk".to_owned()],
        cover: None,
    }
}

pub(crate) fn draft(slug: &str, body: &str) -> Draft {
    Draft {
        slug: slug.parse().expect("a slug"),
        title: format!("Title of *{slug}*"),
        standfirst: "Under the title.".to_owned(),
        body: body.to_owned(),
        description: "A description.".to_owned(),
        seo_title: None,
        cover_alt: String::new(),
        cover_caption: String::new(),
        made_from: None,
    }
}
