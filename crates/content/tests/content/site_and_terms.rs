//! Settings, sections, tags and authors.

use content::store::Change;
use content::{Changed, Site, SiteLocale, Store, StoreError, TermKind};
use jiff::tz::TimeZone;
use kernel::{Access, SystemClock};

use crate::setup::{World, locale, site, term};

test_db::both! {
    async fn a_fresh_database_has_sensible_settings(db: TestDb) {
        let store = Store::new(db.connection().clone(), std::sync::Arc::new(SystemClock));
        let site = store.site().await.expect("settings");
        assert_eq!((site.default_locale.as_str(), site.locales[0].name.as_str()), ("en", "Gazette"));
        assert_eq!(store.save_site(&site).await.expect("saved"), Changed::Created);
    }

    async fn settings_are_kept(db: TestDb) {
        let world = World::new(&db).await;
        let mut new = site();
        new.time_zone = TimeZone::get("Europe/Berlin").expect("a time zone");
        new.contact = Some("service@example.org".parse().expect("an address"));
        new.locales.rotate_left(1);
        new.locales.pop();
        new.default_locale = locale("fr");
        let mut seen = world.store.outbox_head().await.expect("a head");
        assert_eq!(world.store.save_site(&new).await.expect("saved"), Changed::Updated);
        assert_eq!(world.store.save_site(&new).await.expect("saved"), Changed::Nothing);
        assert_eq!(world.store.site().await.expect("settings"), new);
        assert_eq!(world.changes(&mut seen).await, [Change::Site]);
    }

    async fn contradictions_are_refused(db: TestDb) {
        let world = World::new(&db).await;
        let twice = SiteLocale { locale: locale("de"), name: "Zweimal".to_owned(), tagline: String::new() };
        for wrong in [
            Site { default_locale: locale("uk"), ..site() },
            Site { teaser_paragraphs: 0, ..site() },
            Site { locales: site().locales.into_iter().chain([twice]).collect(), ..site() },
        ] {
            assert!(matches!(world.store.save_site(&wrong).await, Err(StoreError::Site(_))), "{wrong:?}");
        }
    }

    async fn longer_teasers_cut_everything_anew(db: TestDb) {
        let world = World::new(&db).await;
        let (article, saved) = world.story("a", Access::Paid).await;
        let (_, open) = world.story("b", Access::Public).await;
        let mut seen = world.store.outbox_head().await.expect("a head");
        world.store.save_site(&Site { teaser_paragraphs: 4, ..site() }).await.expect("saved");
        assert!(world.read("de", "a").await.teaser_text.ends_with("Fourth one, secret."));
        let rest = world.store.remainder(&world.proof(article), saved.translation, 1).await.expect("read");
        assert_eq!(rest.expect("a remainder").text, "Fifth one, secret.");
        let changes = world.changes(&mut seen).await;
        assert_eq!(changes.len(), 2, "what is public needs no rendering: {changes:?}");
        assert!(matches!(changes[0], Change::Translation { translation, .. } if translation != open.translation));
    }

    async fn terms_change_only_when_they_differ(db: TestDb) {
        let world = World::new(&db).await;
        let mut seen = world.store.outbox_head().await.expect("a head");
        let same = term(TermKind::Tag, "sea", 0, &[("en", "Sea"), ("de", "Meer")]);
        assert_eq!(world.store.save_terms(std::slice::from_ref(&same)).await.expect("saved"), [Changed::Nothing]);
        assert_eq!(world.changes(&mut seen).await, []);
        let renamed = term(TermKind::Tag, "sea", 0, &[("de", "See"), ("en", "Sea")]);
        let id = world.store.save_term(renamed).await.expect("saved");
        assert_eq!(world.changes(&mut seen).await, [Change::Term]);
        let found = world.store.term_by_slug(TermKind::Tag, &locale("de"), "see").await.expect("read").expect("there");
        assert_eq!((found.id, found.names.len()), (id, 2));
        assert!(world.store.term_by_slug(TermKind::Tag, &locale("de"), "meer").await.expect("read").is_none());
        assert!(world.store.term_by_slug(TermKind::Author, &locale("de"), "see").await.expect("read").is_none());
    }

    async fn names_can_change_hands(db: TestDb) {
        let world = World::new(&db).await;
        let swapped =
            [term(TermKind::Tag, "sea", 0, &[("de", "Bahn")]), term(TermKind::Tag, "rail", 1, &[("de", "Meer")])];
        assert_eq!(world.store.save_terms(&swapped).await.expect("saved"), [Changed::Updated, Changed::Updated]);
        let clash = term(TermKind::Tag, "new", 3, &[("de", "Meer")]);
        assert!(matches!(world.store.save_term(clash).await, Err(StoreError::NotUnique(_))));
    }

    async fn terms_come_by_position(db: TestDb) {
        let world = World::new(&db).await;
        let sections = world.store.terms(TermKind::Section).await.expect("terms");
        assert_eq!(sections.iter().map(|term| term.key.as_str()).collect::<Vec<_>>(), ["world", "science"]);
        assert_eq!(sections[0].names.len(), 3);
    }
}
