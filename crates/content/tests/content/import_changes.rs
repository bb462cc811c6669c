//! Importing again after files, or the database, have changed.

use content::store::{Change, Found};
use content::{BasedOn, Dates};
use kernel::Access;

use crate::import::{ARTICLE, BODY, Desk, png, text};
use crate::setup::{draft, locale};

const DATE: &str = "published_at = 2025-12-31T06:00:00";

test_db::both! {
    async fn earlier_revisions_go_in_first(db: TestDb) {
        let desk = Desk::new(&db);
        desk.article("a");
        desk.put("a/de.r1.md", text("a", DATE, BODY));
        desk.put("a/de.r2.md", text("a", DATE, &BODY.replace("zweite", "andere")));
        let newest = BODY.replace("zweite", "andere").replace("Der dritte", "Etwas Neues zwischen beiden.\n\nSogar der dritte");
        desk.put("a/de.md", text("a", DATE, &newest));
        desk.put("a/en.md", text("a-en", &format!("{DATE}\nmade_from = 2"), "One.\n\nTwo.\n\nThree.\n\nFour, secret."));
        assert_eq!(desk.import_well().await, (1, 0, 0));
        let german = desk.read("de", "a").await;
        assert_eq!(german.version, 3);
        let revisions = desk.store.revisions(german.translation).await.expect("revisions");
        assert_eq!(revisions.len(), 3);
        let stale = desk.read("en", "a-en").await.staleness.expect("made from an earlier one");
        assert_eq!((stale.changed.len(), stale.added.len(), stale.removed), (1, 1, 0));

        desk.put("a/en.md", text("a-en", &format!("{DATE}\nmade_from = 3"), "One.\n\nTwo.\n\nThree.\n\nFour, secret."));
        assert_eq!(desk.import_well().await, (0, 1, 0));
        assert_eq!(desk.read("en", "a-en").await.staleness, None);
    }

    async fn a_source_that_moves_on_alone_leaves_translations_stale(db: TestDb) {
        let desk = Desk::new(&db);
        desk.article("a");
        desk.put("a/en.md", text("a-en", DATE, "One.\n\nTwo.\n\nThree.\n\nFour, secret."));
        assert_eq!(desk.import_well().await, (1, 0, 0));
        desk.put("a/de.md", text("a", DATE, &BODY.replace("zweite", "berichtigte zweite")));
        assert_eq!(desk.import_well().await, (0, 1, 0));
        assert_eq!(desk.import_well().await, (0, 0, 1));
        let stale = desk.read("en", "a-en").await.staleness.expect("stale");
        assert_eq!((stale.changed.len(), stale.added.len(), stale.removed), (1, 0, 0));
        desk.put("a/en.md", text("a-en", DATE, "One.\n\nTwo, corrected.\n\nThree.\n\nFour, secret."));
        assert_eq!(desk.import_well().await, (0, 1, 0));
        assert_eq!(desk.read("en", "a-en").await.staleness, None);
    }

    async fn a_revision_file_added_later_keeps_the_numbers(db: TestDb) {
        let desk = Desk::new(&db);
        desk.article("a");
        assert_eq!(desk.import_well().await, (1, 0, 0));
        desk.put("a/de.r1.md", text("a", DATE, BODY));
        assert_eq!(desk.import_well().await, (0, 0, 1), "the first revision is what was imported first");
        desk.put("a/de.md", text("a", DATE, "Neu."));
        assert_eq!(desk.import_well().await, (0, 1, 0));
        assert_eq!(desk.read("de", "a").await.version, 2);
    }

    async fn a_changed_slug_keeps_the_old_address(db: TestDb) {
        let desk = Desk::new(&db);
        desk.article("a");
        assert_eq!(desk.import_well().await, (1, 0, 0));
        desk.put("a/de.md", text("neu", DATE, BODY));
        assert_eq!(desk.import_well().await, (0, 1, 0));
        assert_eq!(desk.find("de", "a").await, Found::Moved { slug: "neu".to_owned() });
        assert_eq!(desk.read("de", "neu").await.version, 2);
    }

    async fn an_address_can_pass_to_an_article_that_comes_first(db: TestDb) {
        let desk = Desk::new(&db);
        for key in ["a", "b", "c"] {
            desk.article(key);
        }
        assert_eq!(desk.import_well().await, (3, 0, 0));
        for (key, slug) in [("a", "b"), ("b", "c"), ("c", "d")] {
            desk.put(&format!("{key}/de.md"), text(slug, DATE, BODY));
        }
        let report = desk.import().await;
        assert_eq!((report.updated, report.errors), (3, vec![]));
        let keys = desk.store.article_by_key("a").await.expect("read");
        assert_eq!(Some(desk.read("de", "b").await.article), keys);
        assert_eq!(desk.find("de", "a").await, Found::Moved { slug: "b".to_owned() });
    }

    async fn an_address_that_is_taken_is_an_error_of_its_line(db: TestDb) {
        let desk = Desk::new(&db);
        desk.article("a");
        desk.article("b");
        desk.put("b/de.md", text("a", DATE, BODY));
        assert_eq!(desk.errors().await, ["b/de.md:3: the article “a” has the slug “a” in de, expected a slug of its own"]);
        assert_eq!(desk.store.article_by_key("b").await.expect("read"), None);
    }

    async fn changed_access_cuts_anew(db: TestDb) {
        let desk = Desk::new(&db);
        desk.article("a");
        desk.put("a/en.md", text("a-en", DATE, "One.\n\nTwo.\n\nThree.\n\nFour, secret."));
        assert_eq!(desk.import_well().await, (1, 0, 0));
        assert!(desk.read("de", "a").await.has_remainder);
        let mut head = desk.store.outbox_head().await.expect("a head");
        desk.put("a/article.toml", ARTICLE.replace("\"paid\"", "\"public\""));
        assert_eq!(desk.import_well().await, (0, 1, 0));
        for (tag, slug) in [("de", "a"), ("en", "a-en")] {
            let reading = desk.read(tag, slug).await;
            assert!(!reading.has_remainder && reading.access == Access::Public);
        }
        let changes = desk.store.changes(head, 10).await.expect("changes");
        assert_eq!(changes.len(), 3);
        head += 3;
        desk.put("a/article.toml", ARTICLE.replace("\"paid\"", "[\"gold\", \"silver\"]"));
        assert_eq!(desk.import_well().await, (0, 1, 0));
        assert!(desk.read("en", "a-en").await.has_remainder);
        let changes = desk.store.changes(head, 10).await.expect("changes");
        assert!(changes.iter().any(|entry| matches!(entry.change, Change::Article(_))));
    }

    async fn a_new_cover_or_credit_is_a_change(db: TestDb) {
        let desk = Desk::new(&db);
        desk.article("a");
        desk.put("a/article.toml", format!("{ARTICLE}cover = \"cover.png\"\n"));
        desk.put("a/cover.png", png(1));
        assert_eq!(desk.import_well().await, (1, 0, 0));
        let before = desk.read("de", "a").await.cover.expect("a cover").hash;
        desk.put("a/article.toml", format!("{ARTICLE}cover = \"cover.png\"\ncover_credit = \"Art: Gazette\"\n"));
        assert_eq!(desk.import_well().await, (0, 1, 0));
        assert_eq!(desk.read("de", "a").await.cover.expect("a cover").credit, "Art: Gazette");
        desk.put("a/cover.png", png(2));
        assert_eq!(desk.import_well().await, (0, 1, 0));
        assert_ne!(desk.read("de", "a").await.cover.expect("a cover").hash, before);
        assert_eq!(desk.import_well().await, (0, 0, 1));
    }

    async fn another_picture_of_the_same_name_is_a_change(db: TestDb) {
        let desk = Desk::new(&db);
        desk.article("a");
        desk.put("a/de.md", text("a", DATE, "Eins.\n\n![x](x.png)\n\nZwei.\n\nDrei."));
        desk.put("a/x.png", png(1));
        assert_eq!(desk.import_well().await, (1, 0, 0));
        let before = desk.read("de", "a").await.teaser_html;
        desk.put("a/x.png", png(2));
        assert_eq!(desk.import_well().await, (0, 1, 0));
        assert_ne!(desk.read("de", "a").await.teaser_html, before);
    }

    async fn what_the_folder_takes_back_is_gone(db: TestDb) {
        let desk = Desk::new(&db);
        desk.article("a");
        desk.article("b");
        assert_eq!(desk.import_well().await, (2, 0, 0));
        desk.put("a/de.md", text("a", "state = \"withdrawn\"", BODY));
        desk.put("b/de.md", text("b", "state = \"draft\"", BODY));
        assert_eq!(desk.import_well().await, (0, 2, 0));
        assert_eq!((desk.find("de", "a").await, desk.find("de", "b").await), (Found::Withdrawn, Found::Nothing));
        assert_eq!(desk.import_well().await, (0, 0, 2));
        desk.put("a/de.md", text("a", DATE, BODY));
        assert_eq!(desk.import_well().await, (0, 1, 1));
        assert!(desk.read("de", "a").await.has_remainder);
    }

    async fn what_isnt_in_the_folder_is_left_alone(db: TestDb) {
        let desk = Desk::new(&db);
        desk.article("a");
        desk.put("a/en.md", text("a-en", DATE, BODY));
        desk.article("b");
        assert_eq!(desk.import_well().await, (2, 0, 0));
        desk.remove("a/en.md");
        std::fs::remove_dir_all(desk.dir.path().join("b")).expect("removed");
        desk.put("a/article.toml", ARTICLE.replace("\"paid\"", "\"public\""));
        assert_eq!(desk.import_well().await, (0, 1, 0));
        assert_eq!(desk.read("de", "b").await.version, 1);
        assert!(!desk.read("en", "a-en").await.has_remainder, "but it follows its article's access rule");
    }

    async fn edits_made_elsewhere_arent_lost(db: TestDb) {
        let desk = Desk::new(&db);
        desk.article("a");
        assert_eq!(desk.import_well().await, (1, 0, 0));
        let reading = desk.read("de", "a").await;
        let edited = draft("a", "Im Haus bearbeitet.");
        let saved = desk.store.save_translation(reading.article, &locale("de"), &edited, BasedOn::Version(1), None).await;
        desk.store.publish(saved.expect("saved").translation, Dates::default()).await.expect("published");
        assert_eq!(desk.import_well().await, (0, 1, 0), "the folder wins");
        assert_eq!(desk.read("de", "a").await.version, 3);
        let kept = desk.store.revision(reading.translation, 2).await.expect("read").expect("there");
        assert_eq!(kept.draft.body, "Im Haus bearbeitet.", "and the edit is a revision");
    }

    async fn imports_at_once_bring_everything_in_once(db: TestDb) {
        let desk = Desk::new(&db);
        for number in 0..12 {
            desk.article(&format!("a{number}"));
        }
        // The settings first, so that the two don't differ in what they find.
        desk.import_as(content::import::Mode::Write).await;
        for number in 0..12 {
            desk.put(&format!("a{number}/de.md"), text(&format!("a{number}"), DATE, "Geändert."));
            desk.article(&format!("b{number}"));
        }
        let (one, two) = tokio::join!(desk.import(), desk.import());
        assert_eq!((one.errors, two.errors), (vec![], vec![]));
        assert_eq!((one.created + two.created, one.updated + two.updated), (12, 12));
        for number in 0..12 {
            assert_eq!(desk.read("de", &format!("a{number}")).await.version, 2);
        }
    }
}
