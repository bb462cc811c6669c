//! What staff teach the search, and what it tells them.

mod support;

use content::Document;
use kernel::ManualClock;
use search::{Curation, CurationError, Query, Searcher};
use support::*;
use test_db::TestDb;

fn titled(number: u32, title: &str) -> Document {
    Document { title: title.into(), ..document(number, "de") }
}

fn curation(db: &TestDb) -> Curation {
    Curation::new(db.connection().clone(), ManualClock::at(now()))
}

on_engines_and_databases! {
    async fn words_that_mean_the_same_find_the_same(db: TestDb, on: On) {
        let curation = curation(&db);
        let documents = vec![titled(1, "Die Deutsche Bahn fährt"), titled(2, "Die DB-Zentrale")];
        let Some(bench) = Bench::on(on, documents).await else { return };
        let find = async |text: &str| {
            let mut query = Query::new(text, locale("de"), visitor());
            curation.teach(&mut query).await.expect("readable");
            numbers(&bench.engine.search(&query).await.expect("an answer"))
        };
        assert_eq!(find("db").await, [2]);
        curation.set_synonyms(&locale("de"), "DB", &["Deutsche  Bahn"]).await.expect("written");
        assert_eq!(find("db").await, [2, 1], "as written comes first");
        assert_eq!(find("db fährt").await, [1]);
        curation.set_synonyms(&locale("de"), "db", &[]).await.expect("written");
        assert_eq!(find("db").await, [2]);
        let refused = curation.set_synonyms(&locale("de"), " ", &[]).await;
        assert!(matches!(refused, Err(CurationError::NoQuery(_))));
    }
}

test_db::both! {
    async fn what_is_counted_is_nobodys(db: TestDb) {
        let curation = curation(&db);
        let de = locale("de");
        let count = |text: &str, found| curation.count(&Query::new(text, locale("de"), member(&[])), found);
        for query in ["Wahl", "wahl ", "wahl", "wahlurne", "nie da", "nie da", "nie  da"] {
            count(query, u64::from(query != "nie da" && query != "nie  da"));
        }
        for _ in 0..5 {
            count("anna@example.org", 1);
            count("0171 1234567", 1);
        }
        curation.write_counts().await.expect("written");
        count("wahl", 1);
        curation.write_counts().await.expect("written");
        let shown = |found: Vec<search::Searched>| {
            found.into_iter().map(|searched| (searched.query, searched.searches)).collect::<Vec<_>>()
        };
        let top = curation.top(&de, now(), 10).await.expect("readable");
        assert_eq!(shown(top), [("wahl".to_owned(), 4), ("nie da".to_owned(), 3)]);
        let without = curation.without_result(&de, now(), 10).await.expect("readable");
        assert_eq!(shown(without), [("nie da".to_owned(), 3)]);
        curation.forget_counts(now() + jiff::SignedDuration::from_hours(24)).await.expect("written");
        assert!(curation.top(&de, now(), 10).await.expect("readable").is_empty());
    }
}

test_db::both! {
    async fn what_is_suggested_is_what_visitors_find(db: TestDb) {
        let clock = ManualClock::at(now());
        let curation = Curation::new(db.connection().clone(), clock.clone());
        let search = |text: &str, reach, found| curation.count(&Query::new(text, locale("de"), reach), found);
        for _ in 0..2 {
            for _ in 0..4 {
                search("Wahl im Herbst", visitor(), 3);
                search("wahlkabine", visitor(), 0);
                search("wahlgeheimnis", member(&["gold"]), 3);
            }
            clock.advance(jiff::SignedDuration::from_hours(24));
        }
        for _ in 0..9 {
            search("wahl an einem tag", visitor(), 3);
        }
        curation.write_counts().await.expect("written");
        let popular = async |text: &str| curation.popular(&locale("de"), text, 5).await.expect("readable");
        assert_eq!(popular("Wah").await, ["wahl im herbst"]);
        assert_eq!(popular("wahl  im").await, ["wahl im herbst"]);
        for nothing in ["wahl im herbst", "w", "", "herbst"] {
            assert!(popular(nothing).await.is_empty(), "{nothing}");
        }
        let french = curation.popular(&locale("fr"), "wahl", 5).await.expect("readable");
        assert!(french.is_empty());
    }
}

/// Pins need no database to be obeyed.
async fn pinned_come_first(on: On) {
    let documents = vec![titled(1, "Wahl"), titled(2, "Wahl im Herbst"), titled(3, "Ganz anderes")];
    let Some(bench) = Bench::on(on, documents).await else { return };
    let mut query = Query::new("wahl", locale("de"), visitor());
    query.pinned = vec![article(3), article(2), article(9)];
    let found = bench.engine.search(&query).await.expect("an answer");
    assert_eq!((numbers(&found), found.total), (vec![3, 2, 1], 3));
}

#[tokio::test]
async fn pinned_stories_come_first() {
    for on in [On::Embedded, On::Fake, On::Meilisearch] {
        pinned_come_first(on).await;
    }
}
