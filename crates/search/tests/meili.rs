//! What the server is told, and what happens when it fails: against the stand-in, which knows the
//! API, and a real one where one is named.

mod support;

use content::Document;
use search::{Batch, Indexer, Meili, MeiliAddress, Query, SearchError, Searcher};
use serde_json::{Value, json};
use support::fake::{Fake, MASTER};
use support::*;

fn titled(number: u32, tag: &str, title: &str) -> Document {
    Document { title: title.into(), ..document(number, tag) }
}

fn paid(number: u32, tag: &str, title: &str, remainder: &str) -> Document {
    Document { access: access("paid"), remainder: remainder.into(), ..titled(number, tag, title) }
}

fn batch(put: Vec<Document>, up_to: i64) -> Batch {
    Batch { after: None, put, remove: vec![], up_to }
}

async fn bench(documents: Vec<Document>) -> (Bench, Fake) {
    let bench = Bench::on(On::Fake, documents).await.expect("always there");
    let fake = bench.home.fake().expect("the stand-in").clone();
    (bench, fake)
}

#[tokio::test]
async fn a_search_is_one_request_in_the_api_s_words() {
    let (bench, fake) = bench(vec![titled(1, "de", "Nachtzüge nach Rom")]).await;
    let query = Query { offset: 20, ..Query::new("rom nachtzüge", locale("de"), visitor()) };
    bench.engine.search(&query).await.expect("an answer");
    let sent = fake.sent("POST", "/multi-search");
    let search = sent.iter().find(|body| body["federation"]["offset"] == 20).expect("sent");
    assert_eq!(
        search["federation"],
        json!({ "offset": 20, "limit": 10, "facetsByIndex": { "test_open": ["access", "labels"] } })
    );
    assert_eq!(
        search["queries"][0],
        json!({
            "indexUid": "test_open",
            "q": "\"rom\" \"nachtzuge\"",
            "attributesToSearchOn": [
                "title_de", "title_stems_de", "lead_de", "lead_stems_de", "teaser_de", "teaser_stems_de",
            ],
            "attributesToRetrieve": ["id", "access", "text_de"],
            "matchingStrategy": "all",
            "locales": ["eng"],
            "federationOptions": { "weight": search["queries"][0]["federationOptions"]["weight"] },
        })
    );
    // The beginning comes last and out of quotes, and is worth less than what is written.
    let queries = search["queries"].as_array().expect("a list");
    let last = queries.last().expect("several");
    assert!(last["q"].as_str().expect("a text").ends_with(" nachtzuge"), "{last}");
    let weight = |query: &Value| query["federationOptions"]["weight"].as_f64().expect("a number");
    assert!(weight(last) < weight(&queries[0]));
}

#[tokio::test]
async fn closed_texts_are_in_no_index_that_is_asked_for_those_who_may_not_read_them() {
    let (bench, fake) = bench(vec![paid(1, "de", "Titel", "Kanari"), titled(2, "de", "Offen")]).await;
    let asked = |fake: &Fake| {
        let sent = fake.sent("POST", "/multi-search");
        let queries = sent.iter().flat_map(|body| body["queries"].as_array().expect("a list").clone());
        queries.map(|query| query["indexUid"].as_str().expect("a name").to_owned()).collect::<Vec<_>>()
    };
    bench.find("kanari", "de", &visitor()).await;
    bench.find("\"kanari\" titel", "de", &member(&[])).await;
    bench.engine.suggest("kan", &locale("de"), 5).await.expect("an answer");
    assert!(asked(&fake).iter().all(|index| index == "test_open"), "{:?}", asked(&fake));
    assert_eq!(bench.find("kanari", "de", &member(&["basic"])).await.total, 1);
    assert!(asked(&fake).iter().any(|index| index.starts_with("test_full_")));
    let open = json!(fake.documents("test_open")).to_string().to_lowercase();
    assert!(open.contains("titel") && !open.contains("kanari"), "{open}");
}

/// Somebody who holds one closed story finds its words, and no word of another under the same rule.
#[tokio::test]
async fn a_single_article_held_opens_that_one_alone() {
    let (bench, _) = bench(vec![paid(1, "de", "Eins", "Kanari"), paid(2, "de", "Zwei", "Zeisig")]).await;
    let holder = visitor().with_article(article(1));
    let found = bench.find("kanari", "de", &holder).await;
    assert_eq!((numbers(&found), shown(&found.hits[0])), (vec![1], "[Kanari]".to_owned()));
    assert_eq!(bench.find("zeisig", "de", &holder).await, bench.find("zzzzzz", "de", &holder).await);
    assert_eq!(numbers(&bench.find("zwei", "de", &holder).await), [2]);
    assert_eq!(numbers(&bench.find("eins", "de", &holder).await), [1]);
}

#[tokio::test]
async fn a_change_of_rule_moves_the_story() {
    let (bench, fake) = bench(vec![paid(1, "de", "Titel", "Kanari")]).await;
    let full =
        |fake: &Fake| fake.indexes().into_iter().filter(|name| name.contains("_full_")).collect::<Vec<_>>();
    let before = full(&fake);
    bench.put(vec![Document { access: access("members"), ..paid(1, "de", "Titel", "Kanari") }], 2).await;
    assert_eq!(bench.find("kanari", "de", &member(&[])).await.total, 1);
    assert!(fake.documents(&before[0]).is_empty());
    bench.put(vec![Document { access: access("public"), ..paid(1, "de", "Titel", "Kanari") }], 3).await;
    assert_eq!(bench.find("kanari", "de", &visitor()).await.total, 1);
    assert!(full(&fake).iter().all(|index| fake.documents(index).is_empty()));
}

/// What was only queued, or failed, doesn't count.
#[tokio::test]
async fn the_cursor_waits_for_the_tasks() {
    let (bench, fake) = bench(vec![titled(1, "de", "Alt")]).await;
    fake.fail_next_task();
    let failed = bench.engine.apply(batch(vec![titled(2, "de", "Neu")], 2)).await;
    assert!(matches!(failed, Err(SearchError::Failed(_))), "{failed:?}");
    assert_eq!(bench.engine.cursor().await.expect("readable"), Some(1));
    bench.engine.apply(batch(vec![titled(2, "de", "Neu")], 2)).await.expect("indexed");
    assert_eq!(bench.engine.cursor().await.expect("readable"), Some(2));
    // The cursor was given to the server when all before it was done.
    let tasks = fake.tasks();
    assert!(tasks.iter().filter(|task| task.status == "failed").count() == 1);
    let last = tasks.last().expect("several");
    assert_eq!((last.kind, last.index.as_deref()), ("documentAdditionOrUpdate", Some("test_meta")));
}

#[tokio::test]
async fn a_batch_that_starts_elsewhere_is_refused() {
    let (bench, _) = bench(vec![titled(1, "de", "Alt")]).await;
    let moved = Batch { after: Some(7), ..batch(vec![titled(2, "de", "Neu")], 8) };
    assert!(matches!(bench.engine.apply(moved).await, Err(SearchError::Exchanged)));
    let next = Batch { after: Some(1), ..batch(vec![titled(2, "de", "Neu")], 8) };
    bench.engine.apply(next).await.expect("indexed");
}

#[tokio::test]
async fn a_server_that_is_down_is_told_from_one_that_refuses() {
    let (bench, fake) = bench(vec![titled(1, "de", "Alt")]).await;
    fake.set_down(true);
    let query = Query::new("alt", locale("de"), visitor());
    assert!(matches!(bench.engine.search(&query).await, Err(SearchError::Unreachable(_))));
    assert!(matches!(bench.engine.cursor().await, Err(SearchError::Unreachable(_))));
    fake.set_down(false);
    assert_eq!(bench.engine.search(&query).await.expect("an answer").total, 1);
    let meili = |key: &str, url: &str| {
        Meili::at(&MeiliAddress { url: url.into(), key: key.into(), prefix: "test".into() })
    };
    let stranger = meili("no-key", &fake.url).expect("an engine");
    assert!(matches!(stranger.search(&query).await, Err(SearchError::Refused(_))));
    let nowhere = meili("no-key", "http://127.0.0.1:1").expect("an engine");
    assert!(matches!(nowhere.search(&query).await, Err(SearchError::Unreachable(_))));
    assert!(matches!(meili("a\nb", &fake.url), Err(SearchError::Refused(_))));
}

on_engines! {
    async fn a_new_index_takes_the_place_of_the_old_as_a_whole(on: On) {
        let old = (0..5).map(|number| titled(number, "de", "Immer da")).collect();
        let Some(bench) = Bench::on(on, old).await else { return };
        let mut building = bench.engine.rebuild(7).await.expect("begun");
        let new = vec![titled(1, "de", "Immer da"), paid(9, "fr", "Toujours", "kanari")];
        building.add(new).await.expect("added");
        assert_eq!(bench.stories("immer").await.len(), 5, "the old one answers");
        bench.put(vec![titled(3, "de", "Ganz neu")], 2).await;
        assert_eq!(bench.stories("ganz").await, [3]);
        building.finish().await.expect("swapped");
        assert_eq!(bench.stories("immer").await, [1]);
        assert_eq!(bench.engine.cursor().await.expect("readable"), Some(7));
        assert_eq!(bench.find("kanari", "fr", &staff()).await.total, 1);
        assert_eq!(bench.engine.health().await.expect("readable").documents, 2);
        if let Some(fake) = bench.home.fake() {
            assert_eq!(fake.sent("POST", "/swap-indexes").len(), 1, "all at once");
            assert!(fake.indexes().iter().all(|name| !name.contains("_next_")), "{:?}", fake.indexes());
        }
    }

    /// A story of which one language is replaced keeps the others.
    async fn texts_come_and_go_one_by_one(on: On) {
        let Some(bench) = Bench::on(on, vec![paid(1, "de", "Hafen", "Kanari")]).await else { return };
        bench.put(vec![paid(1, "en", "Harbour", "canary")], 2).await;
        let total = async |text: &str| bench.find(text, "de", &staff()).await.total;
        assert_eq!((total("hafen").await, total("kanari").await, total("canary").await), (1, 1, 1));
        bench.remove(translation(1, "de"), 3).await;
        assert_eq!((total("hafen").await, total("kanari").await, total("canary").await), (0, 0, 1));
        bench.remove(translation(1, "en"), 4).await;
        bench.remove(translation(1, "en"), 4).await;
        assert_eq!((total("harbour").await, total("canary").await), (0, 0));
        assert_eq!(bench.engine.health().await.expect("readable").documents, 0);
        assert!(bench.engine.fingerprints().await.expect("readable").is_empty());
    }
}

#[tokio::test]
async fn a_building_that_was_interrupted_is_gone_on_with() {
    for on in [On::Fake, On::Meilisearch] {
        let Some(bench) = Bench::on(on, vec![titled(1, "de", "Alt")]).await else { continue };
        let mut building = bench.engine.rebuild(5).await.expect("begun");
        let documents: Vec<Document> = (0..1_200).map(|number| titled(number, "de", "Neu")).collect();
        building.add(documents.clone()).await.expect("added");
        drop(building);
        let again = bench.home.open().await;
        let mut building = again.rebuild(9).await.expect("gone on with");
        let reached = building.reached();
        assert_eq!((reached.up_to, reached.documents), (5, 1_000), "what was sent is there");
        assert_eq!(reached.last, Some(documents[999].translation));
        building.add(documents[1_000..].to_vec()).await.expect("added");
        building.finish().await.expect("swapped");
        assert_eq!(again.cursor().await.expect("readable"), Some(5));
        assert_eq!(again.health().await.expect("readable").documents, 1_200);

        // One that knows more than the database, which was restored, is no use.
        drop(again.rebuild(20).await.expect("begun"));
        assert_eq!(again.rebuild(9).await.expect("begun anew").reached().up_to, 9);
    }
}

#[tokio::test]
async fn the_site_s_key_can_search_and_nothing_else() {
    for on in [On::Fake, On::Meilisearch] {
        let Some(bench) = Bench::on(on, vec![paid(1, "de", "Titel", "Kanari")]).await else { continue };
        let Home::Server { url, master, prefix, .. } = &bench.home else { panic!("a server") };
        let keys = search::provision(url, master, prefix).await.expect("keys");
        assert_eq!(keys, search::provision(url, master, prefix).await.expect("the same keys"));
        let meili = |key: &str| {
            let (url, prefix) = (url.clone(), prefix.clone());
            Meili::at(&MeiliAddress { url, key: key.to_owned(), prefix }).expect("an engine")
        };
        assert_eq!(meili(&keys.search).beyond_search().await.expect("tried"), Vec::<&str>::new());
        assert!(!meili(&keys.index).beyond_search().await.expect("tried").is_empty());
        assert!(!meili(master).beyond_search().await.expect("tried").is_empty());
        let refused = meili(&keys.search).apply(batch(vec![], 9)).await;
        assert!(matches!(refused, Err(SearchError::Refused(_))), "{refused:?}");
    }
    assert!(search::provision("http://127.0.0.1:1", MASTER, "test").await.is_err());
}

/// An index that was made by other settings answers until the new one is there.
#[tokio::test]
async fn other_settings_are_noticed() {
    let (bench, fake) = bench(vec![titled(1, "de", "Alt")]).await;
    assert!(!bench.engine.is_outdated().await.expect("readable"));
    fake.change("test_meta", "state", "version", &json!("0-of-another-time"));
    assert!(bench.engine.is_outdated().await.expect("readable"));
    assert_eq!(bench.stories("alt").await, [1]);
    let mut building = bench.engine.rebuild(3).await.expect("begun");
    building.add(vec![titled(1, "de", "Neu")]).await.expect("added");
    building.finish().await.expect("swapped");
    assert!(!bench.engine.is_outdated().await.expect("readable"));
    let settings = fake.sent("PATCH", "/settings");
    let last = settings.last().expect("set");
    assert_eq!(last["rankingRules"][0], "sort");
    assert_eq!(last["localizedAttributes"], json!([{ "locales": ["eng"], "attributePatterns": ["*"] }]));
}
