//! Publishing, scheduling, withdrawing.

use content::store::{Change, Found};
use content::{BasedOn, Dates, State, StoreError};
use kernel::{Access, Clock};

use crate::setup::{BODY, World, at, beginning, draft};

test_db::both! {
    async fn a_published_text_is_cut_in_two(db: TestDb) {
        let world = World::new(&db).await;
        let (article, saved) = world.story("a", Access::Paid).await;
        let reading = world.read("de", "a").await;
        assert_eq!(reading.teaser_text, "First one.\nSecond one.\nThird one.");
        assert!(reading.has_remainder && !reading.teaser_html.contains("secret"));
        let half = world.store.remainder(&world.proof(article), saved.translation, 1).await.expect("read");
        assert_eq!(half.expect("a remainder").text, "Fourth one, secret.\nFifth one, secret.");
    }

    async fn the_remainder_needs_the_right_proof(db: TestDb) {
        let world = World::new(&db).await;
        let (mine, saved) = world.story("a", Access::Paid).await;
        let (other, _) = world.story("b", Access::Paid).await;
        let read = async |article, version| {
            world.store.remainder(&world.proof(article), saved.translation, version).await.expect("read")
        };
        assert!(read(mine, 1).await.is_some());
        assert!(read(other, 1).await.is_none(), "a proof for another article");
        assert!(read(mine, 2).await.is_none(), "another version");
    }

    async fn public_articles_show_everything(db: TestDb) {
        let world = World::new(&db).await;
        let (article, saved) = world.story("a", Access::Public).await;
        let reading = world.read("de", "a").await;
        assert!(reading.teaser_text.ends_with("Fifth one, secret.") && !reading.has_remainder);
        assert!(world.store.remainder(&world.proof(article), saved.translation, 1).await.expect("read").is_none());
    }

    async fn publishing_the_same_again_changes_nothing(db: TestDb) {
        let world = World::new(&db).await;
        let (_, saved) = world.story("a", Access::Paid).await;
        let mut seen = world.store.outbox_head().await.expect("a head");
        world.pass(1);
        world.store.publish(saved.translation, Dates::default()).await.expect("published");
        assert_eq!(world.changes(&mut seen).await, []);
        assert_eq!(world.read("de", "a").await.published_at, Some(beginning()));
    }

    async fn a_text_keeps_its_date_when_it_is_published_again(db: TestDb) {
        let world = World::new(&db).await;
        let (article, saved) = world.story("a", Access::Paid).await;
        world.pass(24);
        world.text(article, "de", &draft("a", "New."), BasedOn::Version(1)).await;
        let updated_at = Some(world.clock.now());
        world.store.publish(saved.translation, Dates { published_at: None, updated_at }).await.expect("published");
        let reading = world.read("de", "a").await;
        assert_eq!((reading.published_at, reading.updated_at), (Some(beginning()), updated_at));
        assert!(!reading.has_remainder);
        assert!(world.store.remainder(&world.proof(article), saved.translation, 2).await.expect("read").is_none());
        assert!(world.store.remainder(&world.proof(article), saved.translation, 1).await.expect("read").is_none());
    }

    async fn what_is_withdrawn_is_gone_with_both_halves(db: TestDb) {
        let world = World::new(&db).await;
        let (article, saved) = world.story("a", Access::Paid).await;
        let mut seen = world.store.outbox_head().await.expect("a head");
        world.store.withdraw(saved.translation).await.expect("withdrawn");
        assert_eq!(world.find("de", "a").await, Found::Withdrawn);
        assert!(world.store.remainder(&world.proof(article), saved.translation, 1).await.expect("read").is_none());
        assert!(world.store.documents_of(&[article]).await.expect("read").is_empty());
        let [Change::Translation { version: None, translation, .. }] = world.changes(&mut seen).await[..] else {
            panic!("one change")
        };
        assert_eq!(translation, saved.translation);
        world.store.publish(saved.translation, Dates::default()).await.expect("published again");
        assert_eq!(world.read("de", "a").await.published_at, Some(beginning()));
    }

    async fn what_was_never_seen_isnt_withdrawn(db: TestDb) {
        let world = World::new(&db).await;
        let article = world.article("a", Access::Paid).await;
        let saved = world.text(article, "de", &draft("a", BODY), BasedOn::New).await;
        world.store.schedule(saved.translation, at("2026-02-01T00:00:00Z")).await.expect("scheduled");
        world.store.withdraw(saved.translation).await.expect("taken back");
        assert_eq!(world.find("de", "a").await, Found::Nothing);
        assert_eq!(world.store.translations(article).await.expect("read")[0].state, State::Draft);
    }

    async fn scheduled_texts_appear_at_their_time(db: TestDb) {
        let world = World::new(&db).await;
        let article = world.article("a", Access::Paid).await;
        let saved = world.text(article, "de", &draft("a", BODY), BasedOn::New).await;
        world.store.schedule(saved.translation, at("2026-01-01T14:00:00Z")).await.expect("scheduled");
        world.pass(1);
        assert_eq!(world.store.publish_due().await.expect("asked"), 0);
        assert_eq!(world.find("de", "a").await, Found::Nothing);
        world.text(article, "de", &draft("a", "Corrected in time."), BasedOn::Version(1)).await;
        world.pass(2);
        let mut seen = world.store.outbox_head().await.expect("a head");
        assert_eq!(world.store.publish_due().await.expect("asked"), 1);
        assert_eq!(world.store.publish_due().await.expect("asked"), 0);
        let reading = world.read("de", "a").await;
        assert_eq!(reading.published_at, Some(at("2026-01-01T14:00:00Z")), "its own time, not the clock's");
        assert_eq!(reading.teaser_text, "Corrected in time.");
        assert_eq!(world.changes(&mut seen).await.len(), 1);
        let refused = world.store.schedule(saved.translation, at("2026-02-01T00:00:00Z")).await;
        assert!(matches!(refused, Err(StoreError::AlreadyPublished(_))));
    }

    async fn several_processes_publish_what_is_due_once(db: TestDb) {
        let world = World::new(&db).await;
        for key in ["a", "b", "c", "d"] {
            let article = world.article(key, Access::Paid).await;
            let saved = world.text(article, "de", &draft(key, BODY), BasedOn::New).await;
            world.store.schedule(saved.translation, beginning()).await.expect("scheduled");
        }
        let mut seen = world.store.outbox_head().await.expect("a head");
        let tasks: Vec<_> = (0..3).map(|_| {
            let store = world.store.clone();
            tokio::spawn(async move { store.publish_due().await.expect("published") })
        }).collect();
        let mut published = 0;
        for task in tasks {
            published += task.await.expect("joined");
        }
        assert_eq!((published, world.changes(&mut seen).await.len()), (4, 4));
    }
}
