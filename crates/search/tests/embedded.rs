//! The index as a thing on disk: it is whole, or it is the one before.

mod support;

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use content::Document;
use search::{Batch, Embedded, Fingerprint, Indexer, Query, SearchError, Searcher};
use support::*;

fn titled(number: u32, title: &str) -> Document {
    Document { title: title.into(), ..document(number, "de") }
}

fn query(text: &str) -> Query {
    Query::new(text, locale("de"), visitor())
}

fn indexes(folder: &Path) -> Vec<String> {
    let names =
        std::fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").file_name());
    let mut names: Vec<String> = names.filter_map(|name| name.into_string().ok()).collect();
    names.retain(|name| name.starts_with('v'));
    names.sort();
    names
}

#[tokio::test]
async fn an_index_that_was_never_built_says_so() {
    let folder = tempfile::tempdir().expect("a folder");
    let engine = Embedded::open(folder.path()).expect("opens");
    assert_eq!(engine.cursor().await.expect("readable"), None);
    assert!(matches!(engine.search(&query("x")).await, Err(SearchError::Building)));
    engine.apply(Batch { after: None, put: vec![], remove: vec![], up_to: 0 }).await.expect("committed");
    assert_eq!(engine.search(&query("x")).await.expect("an answer").total, 0);
}

#[tokio::test]
async fn documents_are_replaced_and_removed_by_translation() {
    let bench = Bench::with(vec![titled(1, "Alt"), titled(2, "Alt")]).await;
    bench.put(vec![titled(1, "Zwischen"), titled(1, "Neu")], 2).await;
    assert_eq!(bench.stories("alt").await, [2]);
    assert_eq!(bench.stories("zwischen").await, NONE);
    assert_eq!(bench.stories("neu").await, [1]);
    bench.remove(translation(1, "de"), 3).await;
    bench.remove(translation(1, "de"), 3).await;
    bench.remove(translation(9, "de"), 3).await;
    assert_eq!(bench.stories("neu").await, NONE);
    assert_eq!(bench.engine.cursor().await.expect("readable"), Some(3));
    let health = bench.engine.health().await.expect("readable");
    assert_eq!(health.documents, 1);
    assert!(health.bytes > Some(0));
}

#[tokio::test]
async fn the_cursor_and_the_documents_survive_together() {
    let folder = tempfile::tempdir().expect("a folder");
    for round in 1..=3 {
        let engine = Embedded::open(folder.path()).expect("opens");
        let before = engine.cursor().await.expect("readable");
        assert_eq!(before, (round > 1).then_some(i64::from(round) - 1));
        let put = vec![titled(round, "Gleich")];
        engine.apply(Batch { after: None, put, remove: vec![], up_to: round.into() }).await.expect("indexed");
        let found = engine.search(&query("gleich")).await.expect("an answer");
        assert_eq!(found.total, u64::from(round));
    }
    assert_eq!(indexes(folder.path()), ["v3-1"]);
}

#[tokio::test]
async fn fingerprints_tell_what_is_indexed() {
    let documents = vec![titled(1, "Eins"), titled(2, "Zwei"), titled(3, "Drei")];
    let bench = Bench::with(documents.clone()).await;
    let changed = titled(2, "Zwei, neu");
    bench.put(vec![changed.clone()], 2).await;
    bench.remove(translation(3, "de"), 3).await;
    let expected: BTreeMap<_, _> =
        [&documents[0], &changed].map(|document| (document.translation, Fingerprint::of(document))).into();
    assert_eq!(bench.engine.fingerprints().await.expect("readable"), expected);
    assert_ne!(Fingerprint::of(&documents[1]), Fingerprint::of(&changed));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn searches_go_on_while_an_index_is_built() {
    let bench = Bench::with((0..50).map(|number| titled(number, "Immer da")).collect()).await;
    let done = Arc::new(AtomicBool::new(false));
    let searching = tokio::spawn({
        let (engine, done) = (bench.engine.clone(), Arc::clone(&done));
        async move {
            let mut answers = 0;
            while !done.load(Ordering::SeqCst) {
                let total = engine.search(&query("immer")).await.expect("an answer").total;
                assert!(total == 50 || total == 60, "{total}");
                answers += 1;
            }
            answers
        }
    });
    for round in 0..3 {
        let mut building = bench.engine.rebuild(10 + round).await.expect("begun");
        for part in 0..6 {
            let documents = (part * 10..part * 10 + 10).map(|number| titled(number, "Immer da")).collect();
            building.add(documents).await.expect("added");
        }
        building.finish().await.expect("swapped");
        assert_eq!(bench.engine.cursor().await.expect("readable"), Some(10 + round));
    }
    done.store(true, Ordering::SeqCst);
    assert!(searching.await.expect("no panic") > 0);
    assert_eq!(bench.stories("immer").await.len(), 60);
    assert_eq!(indexes(bench.folder()).len(), 1);
}

#[tokio::test]
async fn a_rebuild_that_is_given_up_leaves_nothing() {
    let bench = Bench::with(vec![titled(1, "Alt")]).await;
    let mut building = bench.engine.rebuild(1).await.expect("begun");
    building.add(vec![titled(2, "Neu")]).await.expect("added");
    assert_eq!(indexes(bench.folder()).len(), 2);
    drop(building);
    assert_eq!(indexes(bench.folder()), ["v3-1"]);
    assert_eq!(bench.stories("alt").await, [1]);
    assert_eq!(bench.stories("neu").await, NONE);
}

#[tokio::test]
async fn a_building_that_was_interrupted_is_gone_on_with() {
    let bench = Bench::with(vec![titled(1, "Alt")]).await;
    let documents: Vec<Document> = (0..5_100).map(|number| titled(number, "Neu")).collect();
    let mut building = bench.engine.rebuild(5).await.expect("begun");
    building.add(documents[..5_000].to_vec()).await.expect("added");
    building.add(documents[5_000..].to_vec()).await.expect("added, but not yet on disk");
    drop(building);
    assert_eq!(indexes(bench.folder()), ["v3-1", "v3-2"]);
    assert_eq!(bench.stories("alt").await, [1]);

    // Another process, some time later.
    let again = Embedded::open(bench.folder()).expect("opens");
    assert_eq!(indexes(bench.folder()).len(), 2, "it is not swept away");
    let mut building = again.rebuild(9).await.expect("gone on with");
    let reached = building.reached();
    assert_eq!((reached.up_to, reached.documents), (5, 5_000));
    assert_eq!(reached.last, Some(documents[4_999].translation));
    building.add(documents[5_000..].to_vec()).await.expect("added");
    building.finish().await.expect("swapped");
    assert_eq!(again.cursor().await.expect("readable"), Some(5), "what changed since is brought in again");
    assert_eq!(again.health().await.expect("readable").documents, 5_100);
    assert_eq!(indexes(bench.folder()), ["v3-2"]);
}

/// A new program finds an index of an older one with the same fields.
#[tokio::test]
async fn an_outdated_index_answers_until_the_new_one_is_built() {
    let bench = Bench::with(vec![titled(1, "Alt")]).await;
    let meta = bench.folder().join("v3-1").join("meta.json");
    let older =
        std::fs::read_to_string(&meta).expect("readable").replace(r#"\"schema\":3"#, r#"\"schema\":1"#);
    assert!(older.contains(r#"\"schema\":1"#), "{older}");
    std::fs::write(&meta, older).expect("written");
    std::fs::rename(bench.folder().join("v3-1"), bench.folder().join("v1-1")).expect("renamed");
    std::fs::write(bench.folder().join("current"), "v1-1").expect("written");

    let engine = Embedded::open(bench.folder()).expect("opens");
    assert!(engine.is_outdated().await.expect("readable"));
    assert_eq!(engine.search(&query("alt")).await.expect("an answer").total, 1);
    let changed = Batch { after: Some(1), put: vec![titled(2, "Neu")], remove: vec![], up_to: 2 };
    engine.apply(changed).await.expect("indexed");
    assert_eq!(engine.search(&query("neu")).await.expect("an answer").total, 1);
    assert!(engine.is_outdated().await.expect("readable"), "a change doesn't make it new");

    let mut building = engine.rebuild(2).await.expect("begun");
    building.add(vec![titled(1, "Alt"), titled(2, "Neu")]).await.expect("added");
    building.finish().await.expect("swapped");
    assert!(!engine.is_outdated().await.expect("readable"));
    assert_eq!(indexes(bench.folder()), ["v3-1"]);
}

/// A folder that can't be used is a failed search, not a failed start; it is tried again.
#[tokio::test]
async fn a_folder_that_can_t_be_used_is_used_as_soon_as_it_can() {
    let root = tempfile::tempdir().expect("a folder");
    let place = root.path().join("index");
    std::fs::write(&place, "in the way").expect("written");
    let engine = Embedded::at(&place);
    assert!(matches!(engine.search(&query("x")).await, Err(SearchError::Folder(_))));
    assert!(matches!(engine.cursor().await, Err(SearchError::Folder(_))));
    std::fs::remove_file(&place).expect("removed");
    assert_eq!(engine.cursor().await.expect("readable"), None);
}

/// Between asking for the cursor and bringing changes in, another process swapped an index in.
#[tokio::test]
async fn a_batch_for_another_index_is_refused() {
    let bench = Bench::with(vec![titled(1, "Alt")]).await;
    let other = Embedded::open(bench.folder()).expect("opens");
    let mut building = other.rebuild(0).await.expect("begun");
    building.add(vec![titled(1, "Alt")]).await.expect("added");
    building.finish().await.expect("swapped");
    let late = Batch { after: Some(1), put: vec![titled(2, "Neu")], remove: vec![], up_to: 2 };
    assert!(matches!(bench.engine.apply(late).await, Err(SearchError::Exchanged)));
    assert_eq!(bench.engine.cursor().await.expect("readable"), Some(0));
}

#[tokio::test]
async fn changes_are_taken_while_an_index_is_built() {
    let bench = Bench::with(vec![titled(1, "Alt")]).await;
    let mut building = bench.engine.rebuild(1).await.expect("begun");
    bench.put(vec![titled(2, "Neu")], 2).await;
    assert_eq!(bench.stories("neu").await, [2]);
    building.add(vec![titled(1, "Alt")]).await.expect("added");
    building.finish().await.expect("swapped");
    assert_eq!(bench.engine.cursor().await.expect("readable"), Some(1), "so the change is brought in again");
    bench.put(vec![titled(2, "Neu")], 2).await;
    assert_eq!(bench.stories("neu").await, [2]);
}

/// Two processes on one folder: a server, and the command line beside it.
#[tokio::test]
async fn what_another_process_does_is_seen() {
    let server = Bench::with(vec![titled(1, "Alt")]).await;
    let other = Embedded::open(server.folder()).expect("opens");
    other
        .apply(Batch { after: None, put: vec![titled(2, "Neu")], remove: vec![], up_to: 2 })
        .await
        .expect("indexed");
    assert_eq!(server.engine.cursor().await.expect("readable"), Some(2));
    assert_eq!(server.stories("neu").await, [2]);
    let mut building = other.rebuild(3).await.expect("begun");
    building.add(vec![titled(3, "Anders")]).await.expect("added");
    building.finish().await.expect("swapped");
    assert_eq!(server.stories("anders").await, [3]);
    assert_eq!(server.stories("alt").await, NONE);
    server.put(vec![titled(4, "Danach")], 4).await;
    assert_eq!(other.search(&query("anders")).await.expect("an answer").total, 1);
    assert_eq!(other.cursor().await.expect("readable"), Some(4));
    assert_eq!(other.search(&query("danach")).await.expect("an answer").total, 1);
}

#[tokio::test]
async fn a_broken_index_is_replaced_by_an_empty_one() {
    let folder = tempfile::tempdir().expect("a folder");
    {
        let engine = Embedded::open(folder.path()).expect("opens");
        engine
            .apply(Batch { after: None, put: vec![titled(1, "Alt")], remove: vec![], up_to: 5 })
            .await
            .expect("indexed");
    }
    std::fs::write(folder.path().join("v3-1").join("meta.json"), "{").expect("broken");
    let engine = Embedded::open(folder.path()).expect("opens");
    assert_eq!(engine.cursor().await.expect("readable"), None);
    assert_eq!(indexes(folder.path()), ["v3-2"]);
}

#[tokio::test]
async fn leftovers_are_removed_when_the_index_is_opened() {
    let folder = tempfile::tempdir().expect("a folder");
    drop(Embedded::open(folder.path()).expect("opens"));
    for name in ["v3-7", "v0-3"] {
        std::fs::create_dir(folder.path().join(name)).expect("a leftover");
        std::fs::write(folder.path().join(name).join("meta.json"), "").expect("written");
    }
    drop(Embedded::open(folder.path()).expect("opens"));
    assert_eq!(indexes(folder.path()), ["v3-1"]);
}
