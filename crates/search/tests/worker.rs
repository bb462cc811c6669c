//! From the database into the index: whatever happens on the way, they agree in the end.

mod support;

use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::time::Duration;

use content::{ArticleDraft, BasedOn, Dates, Draft, Kind, Store, TermDraft, TermKind, TermName};
use jiff::SignedDuration;
use kernel::{ArticleId, ManualClock, TranslationId};
use search::{Batch, Indexer, Searcher, Worker, WorkerError};
use support::faulty::{Fault, Faulty};
use support::*;
use test_db::TestDb;
use tokio_util::sync::CancellationToken;

/// A publication with an index and the worker between them.
struct Newsroom {
    store: Store,
    clock: Arc<ManualClock>,
    bench: Bench,
    engine: Faulty,
    worker: Worker,
}

impl Newsroom {
    async fn new(db: &TestDb, on: On) -> Option<Self> {
        let clock = ManualClock::at(now());
        let store = Store::new(db.connection().clone(), clock.clone());
        let bench = Bench::empty(on).await?;
        let engine = Faulty::new(bench.engine.clone());
        let worker = Worker::new(store.clone(), Arc::new(engine.clone()));
        Some(Self { store, clock, bench, engine, worker })
    }

    /// Catches up, and makes sure that it did.
    async fn catch_up(&self) {
        let cursor = self.worker.catch_up().await.expect("caught up");
        assert_eq!(cursor, self.store.outbox_head().await.expect("readable"));
        self.assert_agrees().await;
    }

    async fn assert_agrees(&self) {
        let difference = self.worker.compare().await.expect("readable");
        assert!(difference.is_none(), "{difference:?}");
    }

    async fn article(&self, key: &str, access_rule: &str, tags: &[&str]) -> ArticleId {
        let draft = ArticleDraft {
            key: key.into(),
            kind: Kind::Page,
            access: access(access_rule),
            source: locale("en"),
            section: None,
            tags: tags.iter().map(|tag| (*tag).to_owned()).collect(),
            authors: vec![],
            cover: None,
        };
        self.store.save_article(draft).await.expect("saved")
    }

    /// Saves and publishes a text: a title, a visible paragraph, and one that is behind the wall.
    async fn publish(&self, article: ArticleId, tag: &str, slug: &str, title: &str) -> TranslationId {
        let translation = self.save(article, tag, slug, title).await;
        self.store.publish(translation, Dates::default()).await.expect("published");
        translation
    }

    async fn save(&self, article: ArticleId, tag: &str, slug: &str, title: &str) -> TranslationId {
        let draft = Draft {
            slug: slug.parse().expect("a slug"),
            title: title.into(),
            standfirst: "A standfirst.".into(),
            body: format!("Visible {slug} words.\n\n<!-- paywall -->\n\nHidden {slug} kanari."),
            description: String::new(),
            seo_title: None,
            cover_alt: String::new(),
            cover_caption: String::new(),
            made_from: None,
        };
        let standings = self.store.translations(article).await.expect("readable");
        let before = standings.iter().find(|standing| standing.locale.as_str() == tag);
        let based_on = before.map_or(BasedOn::New, |standing| BasedOn::Version(standing.version));
        let saved =
            self.store.save_translation(article, &locale(tag), &draft, based_on, None).await.expect("saved");
        saved.translation
    }

    async fn total(&self, text: &str) -> u64 {
        self.bench.find(text, "en", &visitor()).await.total
    }

    async fn total_for_staff(&self, text: &str) -> u64 {
        self.bench.find(text, "en", &staff()).await.total
    }

    async fn tag(&self, key: &str, name: &str) {
        let name = TermName {
            locale: locale("en"),
            name: name.into(),
            slug: key.into(),
            description: String::new(),
        };
        let draft = TermDraft { kind: TermKind::Tag, key: key.into(), position: 0, names: vec![name] };
        self.store.save_term(draft).await.expect("saved");
    }
}

on_engines_and_databases! {
    async fn what_is_published_is_found_and_what_is_withdrawn_is_gone(db: TestDb, on: On) {
        let Some(room) = Newsroom::new(&db, on).await else { return };
        let article = room.article("a", "paid", &[]).await;
        let draft = room.save(article, "en", "harbour", "The harbour at night").await;
        room.catch_up().await;
        assert_eq!(room.total("harbour").await, 0, "a draft is nobody's business");

        room.store.publish(draft, Dates::default()).await.expect("published");
        let german = room.publish(article, "de", "hafen", "Der Hafen bei Nacht").await;
        room.catch_up().await;
        assert_eq!((room.total("harbour").await, room.total("häfen").await), (1, 1));
        assert_eq!((room.total("kanari").await, room.total_for_staff("kanari").await), (0, 1));

        room.publish(article, "en", "harbour", "The quay at night").await;
        room.store.withdraw(german).await.expect("withdrawn");
        room.catch_up().await;
        assert_eq!((room.total("quay").await, room.total("\"the harbour\"").await, room.total("hafen").await), (1, 0, 0));

        room.store.delete_article(article).await.expect("deleted");
        room.catch_up().await;
        assert_eq!((room.total("quay").await, room.total_for_staff("kanari").await), (0, 0));
        assert_eq!(room.bench.engine.health().await.expect("readable").documents, 0);
    }

    async fn what_is_scheduled_appears_in_its_time(db: TestDb, on: On) {
        let Some(room) = Newsroom::new(&db, on).await else { return };
        let article = room.article("a", "public", &[]).await;
        let text = room.save(article, "en", "harbour", "The harbour").await;
        room.store.schedule(text, now() + SignedDuration::from_hours(1)).await.expect("scheduled");
        room.store.publish_due().await.expect("nothing yet");
        room.catch_up().await;
        assert_eq!(room.total("harbour").await, 0);
        room.clock.advance(SignedDuration::from_hours(2));
        room.store.publish_due().await.expect("published");
        room.catch_up().await;
        assert_eq!(room.total("harbour").await, 1);
    }

    async fn a_change_of_the_article_reaches_all_its_languages(db: TestDb, on: On) {
        let Some(room) = Newsroom::new(&db, on).await else { return };
        room.tag("sea", "Seafaring").await;
        let article = room.article("a", "paid", &[]).await;
        room.publish(article, "en", "harbour", "The harbour").await;
        room.publish(article, "de", "hafen", "Der Hafen").await;
        room.catch_up().await;
        let member = member(&[]);
        assert_eq!(room.bench.find("kanari", "en", &member).await.total, 0);
        room.article("a", "members", &["sea"]).await;
        room.catch_up().await;
        let found = room.bench.find("kanari hafen", "de", &member).await;
        assert_eq!((found.total, found.hits[0].locale.as_str()), (1, "de"));
        assert_eq!(room.total("seafaring").await, 1);
    }

    async fn a_renamed_tag_is_found_by_its_new_name(db: TestDb, on: On) {
        let Some(room) = Newsroom::new(&db, on).await else { return };
        room.tag("sea", "Seafaring").await;
        let article = room.article("a", "public", &["sea"]).await;
        let other = room.article("b", "public", &[]).await;
        room.publish(article, "en", "harbour", "The harbour").await;
        room.publish(other, "en", "field", "The field").await;
        room.catch_up().await;
        room.tag("sea", "Shipping").await;
        room.catch_up().await;
        assert_eq!((room.total("seafaring").await, room.total("shipping").await), (0, 1));
    }

    async fn nothing_changed_is_nothing_done(db: TestDb, on: On) {
        let Some(room) = Newsroom::new(&db, on).await else { return };
        room.catch_up().await;
        let article = room.article("a", "public", &[]).await;
        room.publish(article, "en", "harbour", "The harbour").await;
        room.catch_up().await;
        let applied = room.engine.applied.load(Ordering::SeqCst);
        room.catch_up().await;
        assert_eq!(room.engine.applied.load(Ordering::SeqCst), applied);
        assert_eq!(room.engine.rebuilt.load(Ordering::SeqCst), 1, "built once, when there was none");
    }

    /// Killed before the commit, after it, and in the middle of nowhere.
    async fn after_any_fault_the_index_agrees(db: TestDb, on: On) {
        let Some(room) = Newsroom::new(&db, on).await else { return };
        room.catch_up().await;
        let article = room.article("a", "paid", &[]).await;
        for (round, fault) in [Fault::Before, Fault::After, Fault::Before, Fault::After].into_iter().enumerate() {
            room.publish(article, "en", "harbour", &format!("Version{round}")).await;
            let german = room.publish(article, "de", "hafen", "Der Hafen").await;
            if round == 2 {
                room.store.withdraw(german).await.expect("withdrawn");
            }
            room.engine.fail_next(fault);
            assert!(matches!(room.worker.catch_up().await, Err(WorkerError::Engine(_))), "{fault:?}");
            // Another process, as it were, on the same files.
            let reopened = room.bench.home.open().await;
            let again = Worker::new(room.store.clone(), Arc::new(reopened.clone()));
            again.catch_up().await.expect("caught up");
            assert!(again.compare().await.expect("readable").is_none());
            drop((again, reopened));
            room.catch_up().await;
            assert_eq!(room.total(&format!("version{round}")).await, 1);
            assert_eq!(room.total("hafen").await, u64::from(round != 2));
        }
    }

    async fn an_index_that_is_too_far_behind_is_built_anew(db: TestDb, on: On) {
        let Some(room) = Newsroom::new(&db, on).await else { return };
        room.catch_up().await;
        let article = room.article("a", "public", &[]).await;
        room.publish(article, "en", "harbour", "The harbour").await;
        room.clock.advance(SignedDuration::from_hours(1));
        room.store.trim_outbox(now() + SignedDuration::from_mins(30)).await.expect("trimmed");
        room.catch_up().await;
        assert_eq!(room.engine.rebuilt.load(Ordering::SeqCst), 2);
        assert_eq!(room.total("harbour").await, 1);
        room.publish(article, "en", "harbour", "The quay").await;
        room.catch_up().await;
        assert_eq!((room.engine.rebuilt.load(Ordering::SeqCst), room.total("quay").await), (2, 1));
    }

    async fn an_index_that_knows_more_than_the_database_is_built_anew(db: TestDb, on: On) {
        let Some(room) = Newsroom::new(&db, on).await else { return };
        room.catch_up().await;
        let stranger = Batch { after: None, put: vec![document(1, "en")], remove: vec![], up_to: 1_000 };
        room.bench.engine.apply(stranger).await.expect("indexed");
        room.catch_up().await;
        assert_eq!(room.bench.engine.health().await.expect("readable").documents, 0);
    }

    async fn a_comparison_names_what_differs(db: TestDb, on: On) {
        let Some(room) = Newsroom::new(&db, on).await else { return };
        let mut texts = Vec::new();
        for key in ["a", "b", "c"] {
            let article = room.article(key, "public", &[]).await;
            texts.push(room.publish(article, "en", key, key).await);
        }
        room.catch_up().await;
        let cursor = room.bench.engine.cursor().await.expect("readable").expect("built");
        let changed = search::Batch {
            after: None,
            put: vec![content::Document { translation: texts[1], ..document(1, "en") }, document(7, "en")],
            remove: vec![texts[0]],
            up_to: cursor,
        };
        room.bench.engine.apply(changed).await.expect("indexed");
        let difference = room.worker.compare().await.expect("readable");
        assert_eq!(difference.missing, [texts[0]]);
        assert_eq!(difference.outdated, [texts[1]]);
        assert_eq!(difference.surplus, [translation(7, "en")]);
        room.worker.reconcile().await.expect("repaired");
        room.assert_agrees().await;
        assert_eq!(room.worker.rebuild(&|_| {}, &CancellationToken::new()).await.expect("built"), 3);
        room.assert_agrees().await;
    }

    async fn everything_is_built_however_much_there_is(db: TestDb, on: On) {
        let Some(room) = Newsroom::new(&db, on).await else { return };
        let article = |n: usize| format!("story{n}");
        for n in 0..45 {
            let article = room.article(&article(n), "public", &[]).await;
            for tag in ["en", "de", "fr", "it", "es"] {
                room.save_and_publish_plain(article, tag, n).await;
            }
        }
        let seen = std::sync::Mutex::new(Vec::new());
        let progress = |progress: search::Progress| seen.lock().expect("no panic").push((progress.done, progress.total));
        let indexed = room.worker.rebuild(&progress, &CancellationToken::new()).await.expect("built");
        assert_eq!(indexed, 225);
        assert_eq!(seen.into_inner().expect("no panic"), [(200, 225), (225, 225)]);
        room.assert_agrees().await;
        assert_eq!(room.total("number").await, 45);
    }

    async fn a_running_worker_has_it_within_a_second(db: TestDb, on: On) {
        let Some(room) = Newsroom::new(&db, on).await else { return };
        let room = Arc::new(room);
        // How long a real server takes for a task is its own affair: half a second on a slow disk.
        let second = Duration::from_secs(if on == On::Meilisearch { 30 } else { 1 });
        let cancel = CancellationToken::new();
        let running = tokio::spawn({
            let (room, cancel) = (Arc::clone(&room), cancel.clone());
            async move { room.worker.run(cancel).await }
        });
        let article = room.article("a", "public", &[]).await;
        let text = room.publish(article, "en", "harbour", "The harbour").await;
        // First it is built, which a server takes its time for.
        room.wait_for("harbour", 1, Duration::from_secs(30)).await;
        let began = tokio::time::Instant::now();
        room.store.withdraw(text).await.expect("withdrawn");
        room.wait_for("harbour", 0, second).await;
        assert!(began.elapsed() < second);

        // Another process writes; nobody wakes the worker.
        let other = Store::new(db.connection().clone(), room.clock.clone());
        other.publish(text, Dates::default()).await.expect("published");
        room.wait_for("harbour", 1, second).await;

        // The engine fails and comes back.
        room.engine.fail_next(Fault::Before);
        room.store.withdraw(text).await.expect("withdrawn");
        room.wait_for("harbour", 0, second * 3).await;

        cancel.cancel();
        tokio::time::timeout(Duration::from_secs(5), running).await.expect("stops").expect("no panic");
    }
}

test_db::both! {
    /// Of an index that nodes share there is one keeper at a time, and another when that one is gone.
    async fn one_worker_at_a_time_keeps_a_shared_index(db: TestDb) {
        let room = Newsroom::new(&db, On::Fake).await.expect("always there");
        let worker = |name: &str| {
            Worker::new(room.store.clone(), Arc::new(room.engine.clone())).called(name.to_owned())
        };
        let (first, second) = (worker("first"), worker("second"));
        first.catch_up().await.expect("built");
        let article = room.article("a", "public", &[]).await;
        room.publish(article, "en", "harbour", "The harbour").await;

        let taken = room.store.lease("search", "somebody else", SignedDuration::from_secs(15)).await;
        assert!(taken.expect("readable").is_some());
        assert!(matches!(second.catch_up().await, Err(WorkerError::Taken)));
        assert_eq!(room.total("harbour").await, 0);
        // That one was killed, and gives nothing back.
        room.clock.advance(SignedDuration::from_secs(16));
        second.catch_up().await.expect("caught up");
        assert_eq!(room.total("harbour").await, 1);
        // This one has given it back, and nobody has to wait.
        room.publish(article, "en", "harbour", "The quay").await;
        first.catch_up().await.expect("caught up");
        assert_eq!(room.total("quay").await, 1);
    }

    /// `gazette reindex` beside a running server.
    async fn a_new_index_is_built_while_another_worker_follows(db: TestDb) {
        let room = Newsroom::new(&db, On::Fake).await.expect("always there");
        let article = room.article("a", "paid", &[]).await;
        room.publish(article, "en", "harbour", "The harbour").await;
        room.catch_up().await;
        let builder = Worker::new(room.store.clone(), Arc::new(room.engine.clone())).called("builder".to_owned());
        let taken = room.store.lease("search-build", "somebody else", SignedDuration::from_secs(15)).await;
        assert!(taken.expect("readable").is_some());
        let refused = builder.rebuild(&|_| {}, &CancellationToken::new()).await;
        assert!(matches!(refused, Err(WorkerError::Taken)), "two don't build the same");
        room.clock.advance(SignedDuration::from_secs(16));
        let stopped = CancellationToken::new();
        stopped.cancel();
        assert!(matches!(builder.rebuild(&|_| {}, &stopped).await, Err(WorkerError::Stopped)));
        room.publish(article, "en", "harbour", "The quay").await;
        room.catch_up().await;
        assert_eq!(room.total("quay").await, 1, "the index in use is kept up to date");
        builder.rebuild(&|_| {}, &CancellationToken::new()).await.expect("built");
        room.catch_up().await;
        assert_eq!((room.total("quay").await, room.total_for_staff("kanari").await), (1, 1));
    }

    /// Whatever was withdrawn while the server was down is gone within a second of its return.
    async fn a_server_that_comes_back_is_caught_up_with_at_once(db: TestDb) {
        let room = Arc::new(Newsroom::new(&db, On::Fake).await.expect("always there"));
        let fake = room.bench.home.fake().expect("the stand-in").clone();
        let article = room.article("a", "public", &[]).await;
        let text = room.publish(article, "en", "harbour", "The harbour").await;
        room.catch_up().await;
        let cancel = CancellationToken::new();
        let running = tokio::spawn({
            let (room, cancel) = (Arc::clone(&room), cancel.clone());
            async move { room.worker.run(cancel).await }
        });
        fake.set_down(true);
        room.store.withdraw(text).await.expect("withdrawn");
        tokio::time::sleep(Duration::from_secs(3)).await;
        fake.set_down(false);
        room.wait_for("harbour", 0, Duration::from_secs(1)).await;
        cancel.cancel();
        tokio::time::timeout(Duration::from_secs(5), running).await.expect("stops").expect("no panic");
    }
}

impl Newsroom {
    async fn save_and_publish_plain(&self, article: ArticleId, tag: &str, number: usize) {
        self.publish(article, tag, &format!("n{number}"), &format!("Number {number}")).await;
    }

    async fn wait_for(&self, text: &str, total: u64, at_most: Duration) {
        let arrived = async {
            loop {
                let query = search::Query::new(text, locale("en"), visitor());
                // There may be no index yet.
                if self.bench.engine.search(&query).await.is_ok_and(|found| found.total == total) {
                    return;
                }
                // Asking without pause would keep a server from its tasks.
                tokio::time::sleep(Duration::from_millis(100)).await;
            }
        };
        tokio::time::timeout(at_most, arrived)
            .await
            .unwrap_or_else(|_| panic!("{text} is not found {total} times"));
    }
}
