//! The outbox: order, leases, waking.

use std::collections::BTreeMap;

use content::store::Change;
use content::{BasedOn, Dates, StoreError, TermKind};
use jiff::SignedDuration;
use kernel::{Access, TranslationId};

use crate::setup::{World, draft, locale, term};

test_db::both! {
    async fn numbers_have_no_gaps_and_follow_commits(db: TestDb) {
        let world = World::new(&db).await;
        let mut seen = world.store.outbox_head().await.expect("a head");
        let writers: Vec<_> = (0..6).map(|writer| {
            let store = world.store.clone();
            tokio::spawn(async move {
                let article = store.save_article(crate::setup::article(&format!("w{writer}"), Access::Paid)).await.expect("saved");
                for version in 0..5 {
                    let based_on = if version == 0 { BasedOn::New } else { BasedOn::Version(version) };
                    let text = draft(&format!("w{writer}"), &format!("Version {version}."));
                    let saved = store.save_translation(article, &locale("de"), &text, based_on, None).await.expect("saved");
                    store.publish(saved.translation, Dates::default()).await.expect("published");
                }
            })
        }).collect();
        // Whoever reads meanwhile sees a beginning of the whole, never one with holes.
        let mut versions: BTreeMap<TranslationId, i64> = BTreeMap::new();
        let mut told = 0;
        while told < 30 {
            for change in watch_step(&world, &mut seen).await {
                let Change::Translation { translation, version: Some(version), .. } = change else { panic!("{change:?}") };
                let before = versions.insert(translation, version).unwrap_or(0);
                assert_eq!(version, before + 1, "in the order of commits");
                told += 1;
            }
        }
        for writer in writers {
            writer.await.expect("joined");
        }
        assert_eq!(versions.len(), 6);
        assert_eq!(world.store.outbox_head().await.expect("a head"), seen);
    }

    async fn one_owner_holds_a_lease(db: TestDb) {
        let world = World::new(&db).await;
        let minute = SignedDuration::from_mins(1);
        let takers: Vec<_> = (0..8).map(|owner| {
            let store = world.store.clone();
            tokio::spawn(async move { store.lease("index", &format!("node {owner}"), minute).await.expect("asked").is_some() })
        }).collect();
        let mut holders = 0;
        for taker in takers {
            holders += usize::from(taker.await.expect("joined"));
        }
        assert_eq!(holders, 1);
    }

    async fn a_lease_is_renewed_ends_and_passes_on(db: TestDb) {
        let world = World::new(&db).await;
        let (store, hour) = (&world.store, SignedDuration::from_hours(1));
        let lease = async |owner: &str| store.lease("index", owner, hour).await.expect("asked");
        assert_eq!(lease("a").await, Some(0));
        assert_eq!((lease("b").await, lease("a").await), (None, Some(0)));
        store.advance("index", "a", 3).await.expect("moved");
        assert!(matches!(store.advance("index", "a", 2).await, Err(StoreError::LeaseLost(_))), "never back");
        assert!(matches!(store.advance("index", "b", 4).await, Err(StoreError::LeaseLost(_))));
        assert_eq!(store.lease("mail", "b", hour).await.expect("asked"), Some(0), "consumers are apart");
        world.pass(1);
        assert!(matches!(store.advance("index", "a", 4).await, Err(StoreError::LeaseLost(_))), "it has ended");
        assert_eq!((lease("b").await, lease("a").await), (Some(3), None));
    }

    async fn changes_wake_those_who_wait(db: TestDb) {
        let world = World::new(&db).await;
        let mut woken = world.store.watch();
        woken.borrow_and_update();
        world.store.save_term(term(TermKind::Tag, "new", 9, &[("de", "Neu")])).await.expect("saved");
        tokio::time::timeout(std::time::Duration::from_secs(5), woken.changed()).await.expect("in time").expect("woken");
        assert_eq!(*woken.borrow(), world.store.outbox_head().await.expect("a head"));
    }

    async fn old_changes_are_trimmed_and_numbers_go_on(db: TestDb) {
        let world = World::new(&db).await;
        world.story("a", Access::Paid).await;
        let head = world.store.outbox_head().await.expect("a head");
        world.pass(1);
        let (_, saved) = world.story("b", Access::Paid).await;
        world.pass(1);
        let trimmed = world.store.trim_outbox(crate::setup::at("2026-01-01T12:30:00Z")).await.expect("trimmed");
        assert_eq!(i64::try_from(trimmed), Ok(head));
        let left = world.store.changes(0, 10).await.expect("changes");
        let [entry] = &left[..] else { panic!("{left:?}") };
        assert_eq!(entry.seq, head + 1);
        assert!(matches!(entry.change, Change::Translation { translation, .. } if translation == saved.translation));
    }
}

/// What came since, gapless; a moment later if nothing did.
async fn watch_step(world: &World, seen: &mut i64) -> Vec<Change> {
    let entries = world.store.changes(*seen, 7).await.expect("changes");
    if entries.is_empty() {
        tokio::time::sleep(std::time::Duration::from_millis(5)).await;
    }
    for entry in &entries {
        assert_eq!(entry.seq, *seen + 1, "no gaps");
        *seen = entry.seq;
    }
    entries.into_iter().map(|entry| entry.change).collect()
}
