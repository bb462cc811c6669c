//! What the embedded engine does besides: hints, pins by date, texts that are left out, languages
//! told by their words.

mod support;

use content::Document;
use jiff::ToSpan;
use search::{Order, Query, Searcher};
use support::*;

fn titled(number: u32, tag: &str, title: &str) -> Document {
    Document { title: title.into(), ..document(number, tag) }
}

#[tokio::test]
async fn an_unfinished_word_may_be_mistyped_too() {
    let bench = Bench::with(vec![titled(1, "de", "Sicherheitsgarantien"), titled(2, "de", "Sichtbar")]).await;
    let found = bench.find("sicherhiet", "de", &visitor()).await;
    assert_eq!(numbers(&found), [1]);
    assert_eq!(found.instead.as_deref(), Some("Sicherheitsgarantien"));
}

/// Whatever page and order is asked for and whatever is pinned, what was meant is the same.
#[tokio::test]
async fn what_was_meant_is_told_on_every_page() {
    let mut documents: Vec<Document> = (0..30).map(|number| titled(number, "de", "Nachtzüge")).collect();
    documents.push(titled(99, "de", "Ganz anderes"));
    let bench = Bench::with(documents).await;
    for (offset, order) in [(0, Order::Relevance), (10, Order::Relevance), (40, Order::Newest)] {
        let query = Query {
            offset,
            order,
            pinned: vec![article(99)],
            ..Query::new("Nachtzügge", locale("de"), visitor())
        };
        let found = bench.engine.search(&query).await.expect("an answer");
        assert_eq!(found.instead.as_deref(), Some("Nachtzüge"), "from {offset}");
    }
}

/// A typing error that happens to be a word finds little, and what was meant is offered.
#[tokio::test]
async fn few_results_hint_at_many() {
    let mut documents: Vec<Document> = (0..12).map(|number| titled(number, "de", "Präsident")).collect();
    documents.push(titled(50, "de", "Präsidant"));
    documents.push(titled(51, "de", "Brücke"));
    let bench = Bench::with(documents).await;
    let perhaps = async |text: &str| bench.find(text, "de", &visitor()).await.perhaps;
    assert_eq!(perhaps("präsidant").await.as_deref(), Some("Präsident"));
    assert_eq!(perhaps("präsident").await, None);
    assert_eq!(perhaps("brücke").await, None);
}

#[tokio::test]
async fn among_the_newest_pinned_stories_have_their_place_by_date() {
    let dated = |number: u32, days: i64| Document {
        published_at: Some(now() - (days * 24).hours()),
        ..titled(number, "de", "Wahl")
    };
    let bench = Bench::with(vec![dated(1, 3), dated(2, 2), dated(3, 1)]).await;
    let ask = async |order: Order| {
        let query = Query { order, pinned: vec![article(1)], ..Query::new("wahl", locale("de"), visitor()) };
        numbers(&bench.engine.search(&query).await.expect("an answer"))
    };
    assert_eq!(ask(Order::Relevance).await[0], 1);
    assert_eq!(ask(Order::Newest).await, [3, 2, 1]);
}

/// What is left out is as if it weren't there: in totals and counts, and another language of the
/// story takes its place.
#[tokio::test]
async fn texts_that_are_left_out_are_not_there() {
    let mut documents =
        vec![titled(1, "de", "Wahl 2025"), titled(1, "fr", "Wahl 2025"), titled(2, "de", "Wahl")];
    documents[2].terms = vec![tag("Politik")];
    let bench = Bench::with(documents).await;
    let ask = async |except: &[kernel::TranslationId]| {
        let query = Query {
            except: except.iter().copied().collect(),
            pinned: vec![article(2)],
            ..Query::new("wahl", locale("de"), visitor())
        };
        bench.engine.search(&query).await.expect("an answer")
    };
    let all = ask(&[]).await;
    assert_eq!((all.total, all.counts.labels.len()), (2, 1));
    let fewer = ask(&[translation(1, "de"), translation(2, "de")]).await;
    assert_eq!((numbers(&fewer), fewer.total, fewer.counts.labels.len()), (vec![1], 1, 0));
    assert_eq!(fewer.hits[0].locale, locale("fr"));
    assert_eq!(ask(&[translation(7, "de")]).await, all);
}

#[tokio::test]
async fn the_language_of_the_words_comes_before_others() {
    let bench =
        Bench::with(vec![titled(1, "fr", "the history of Rome"), titled(2, "en", "the history of Rome")])
            .await;
    assert_eq!(bench.stories("the history of Rome").await, [2, 1]);
}

#[tokio::test]
async fn suggestions_forgive_a_typing_error() {
    let bench = Bench::with(vec![
        titled(1, "de", "Nachtzüge quer durch Europa"),
        titled(2, "de", "Die Nacht im Museum"),
    ])
    .await;
    let suggest = async |text: &str| {
        let found = bench.engine.suggest(text, &locale("de"), 5).await.expect("an answer");
        found.stories.into_iter().map(|story| story.title).collect::<Vec<_>>()
    };
    assert_eq!(suggest("nachtzuege").await, ["Nachtzüge quer durch Europa"], "one error");
    assert_eq!(suggest("eurpoa").await, ["Nachtzüge quer durch Europa"], "two changed places");
    assert_eq!(suggest("musuem").await, ["Die Nacht im Museum"]);
}
