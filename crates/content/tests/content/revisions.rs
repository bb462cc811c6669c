//! Saving: every save is a revision, and none is lost.

use content::{BasedOn, Changed, Dates, SaveError, StoreError};
use kernel::Access;

use crate::setup::{BODY, World, draft, locale};

test_db::both! {
    async fn every_save_is_a_revision(db: TestDb) {
        let world = World::new(&db).await;
        let article = world.article("a", Access::Paid).await;
        let first = world.text(article, "de", &draft("a", BODY), BasedOn::New).await;
        assert_eq!((first.version, first.changed), (1, Changed::Created));
        let edited = BODY.replace("Second", "Another second");
        let second = world.text(article, "de", &draft("a", &edited), BasedOn::Version(1)).await;
        assert_eq!((second.version, second.changed), (2, Changed::Updated));
        assert_eq!(second.translation, first.translation);

        let revisions = world.store.revisions(first.translation).await.expect("revisions");
        assert_eq!(revisions.iter().map(|entry| entry.version).collect::<Vec<_>>(), [2, 1]);
        let old = world.store.revision(first.translation, 1).await.expect("read").expect("there");
        let new = world.store.revision(first.translation, 2).await.expect("read").expect("there");
        assert_eq!((old.draft.body.as_str(), new.draft.body.as_str()), (BODY, edited.as_str()));
        let names = |blocks: &[content::markdown::Block]| blocks.iter().map(|block| block.id.clone()).collect::<Vec<_>>();
        assert_eq!(names(&old.blocks), names(&new.blocks), "an edited paragraph keeps its name");
        assert_ne!(old.blocks[1].hash, new.blocks[1].hash);
        assert!(world.store.revision(first.translation, 3).await.expect("read").is_none());
    }

    async fn the_same_text_again_is_no_revision(db: TestDb) {
        let world = World::new(&db).await;
        let article = world.article("a", Access::Paid).await;
        world.text(article, "de", &draft("a", BODY), BasedOn::New).await;
        let again = world.text(article, "de", &draft("a", BODY), BasedOn::New).await;
        assert_eq!((again.version, again.changed), (1, Changed::Nothing));
    }

    async fn a_stale_save_is_refused_and_both_texts_are_kept(db: TestDb) {
        let world = World::new(&db).await;
        let article = world.article("a", Access::Paid).await;
        let first = world.text(article, "de", &draft("a", BODY), BasedOn::New).await;
        world.text(article, "de", &draft("a", "Theirs."), BasedOn::Version(1)).await;
        for based_on in [BasedOn::Version(1), BasedOn::New] {
            let mine = world.store.save_translation(article, &locale("de"), &draft("a", "Mine."), based_on, None).await;
            let Err(SaveError::Stale { refused, found: 2 }) = mine else { panic!("{mine:?}") };
            let kept = world.store.refused(refused).await.expect("read").expect("kept");
            assert_eq!((kept.draft.body.as_str(), kept.found), ("Mine.", 2));
            assert_eq!(kept.based_on, match based_on { BasedOn::New => None, BasedOn::Version(version) => Some(version) });
        }
        assert_eq!(world.store.refused_saves(first.translation).await.expect("read").len(), 2);
        let theirs = world.store.revision(first.translation, 2).await.expect("read").expect("there");
        assert_eq!(theirs.draft.body, "Theirs.");
        assert_eq!(world.store.revisions(first.translation).await.expect("read").len(), 2);
    }

    async fn of_saves_at_once_one_wins_and_none_is_lost(db: TestDb) {
        let world = World::new(&db).await;
        let article = world.article("a", Access::Paid).await;
        let first = world.text(article, "de", &draft("a", BODY), BasedOn::New).await;
        let saves = (0..4).map(|number| {
            let (store, text) = (world.store.clone(), draft("a", &format!("Text {number}.")));
            tokio::spawn(async move {
                store.save_translation(article, &locale("de"), &text, BasedOn::Version(1), None).await
            })
        });
        let (mut saved, mut stale) = (0, 0);
        for save in saves.collect::<Vec<_>>() {
            match save.await.expect("joined") {
                Ok(_) => saved += 1,
                Err(SaveError::Stale { found: 2, .. }) => stale += 1,
                Err(error) => panic!("{error}"),
            }
        }
        assert_eq!((saved, stale), (1, 3));
        assert_eq!(world.store.refused_saves(first.translation).await.expect("read").len(), 3);
    }

    async fn a_slug_belongs_to_one_text_of_a_language(db: TestDb) {
        let world = World::new(&db).await;
        world.story("a", Access::Paid).await;
        let other = world.article("b", Access::Paid).await;
        let taken = world.store.save_translation(other, &locale("de"), &draft("a", BODY), BasedOn::New, None).await;
        assert!(matches!(taken, Err(SaveError::Store(StoreError::SlugTaken { .. }))), "{taken:?}");
        world.text(other, "en", &draft("a", BODY), BasedOn::New).await;
    }

    async fn a_slug_that_readers_still_see_isnt_free(db: TestDb) {
        let world = World::new(&db).await;
        let (article, _) = world.story("a", Access::Paid).await;
        world.text(article, "de", &draft("a-new", BODY), BasedOn::Version(1)).await;
        let other = world.article("b", Access::Paid).await;
        let taken = world.store.save_translation(other, &locale("de"), &draft("a", BODY), BasedOn::New, None).await;
        assert!(matches!(taken, Err(SaveError::Store(StoreError::SlugTaken { .. }))), "{taken:?}");
    }

    async fn a_save_isnt_seen_until_it_is_published(db: TestDb) {
        let world = World::new(&db).await;
        let (article, saved) = world.story("a", Access::Public).await;
        world.text(article, "de", &draft("b", "Unseen."), BasedOn::Version(1)).await;
        assert_eq!(world.read("de", "a").await.version, 1);
        assert!(matches!(world.find("de", "b").await, content::store::Found::Nothing));
        world.store.publish(saved.translation, Dates::default()).await.expect("published");
        assert_eq!(world.read("de", "b").await.teaser_text, "Unseen.");
    }

    async fn a_translation_names_a_version_that_its_source_has(db: TestDb) {
        let world = World::new(&db).await;
        let (article, _) = world.story("a", Access::Paid).await;
        let mut text = draft("a", BODY);
        text.made_from = Some(7);
        let refused = world.store.save_translation(article, &locale("en"), &text, BasedOn::New, None).await;
        assert!(matches!(refused, Err(SaveError::NoSourceVersion(7))), "{refused:?}");
    }
}
