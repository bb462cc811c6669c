//! Readers who hold single articles: bought, given or metered.

mod support;

use content::Document;
use kernel::Reach;
use kernel::access::{Held, Holding, Standing};
use search::{Results, Searcher};
use support::*;

fn paid(number: u32, tag: &str, remainder: &str) -> Document {
    Document {
        access: access("paid"),
        title: "Harbour stories".into(),
        teaser: "Ships come and go.".into(),
        remainder: remainder.into(),
        ..document(number, tag)
    }
}

fn holding(articles: &[u32]) -> Reach {
    let holding = |number: &u32| Holding {
        what: Held::Article(article(*number)),
        from: jiff::Timestamp::MIN,
        until: None,
    };
    Standing::Member(articles.iter().map(holding).collect()).reach(now())
}

fn texts() -> Vec<Document> {
    vec![
        paid(1, "de", "Im Quarzleuchtturm brennt das Licht der Laternen, und Wächter schlafen."),
        paid(1, "en", "In the lighthouse burns a lantern, and the keepers sleep."),
        paid(2, "de", "Im Quarzleuchtturm brennt kein Licht."),
        paid(3, "ja", "灯台の中で鯨鯉が眠る。"),
    ]
}

#[tokio::test]
async fn the_words_of_an_article_are_found_by_who_holds_it() {
    let bench = Bench::with(texts()).await;
    let first = holding(&[1]);
    for question in [
        "Quarzleuchtturm",
        "leuchtturm",
        "quarzl",
        "laterne",
        "LATERNEN",
        "\"brennt das Licht\"",
        "harbour laternen",
        "ships wächter",
        "brennt -kein",
        "Latrenen",
        "Quarzleuchttrum",
    ] {
        let found = bench.find(question, "de", &first).await;
        assert_eq!(numbers(&found), [1], "{question}");
        assert!(shown(&found.hits[0]).contains('['), "{question}: {}", shown(&found.hits[0]));
    }
    assert_eq!(numbers(&bench.find("lantern", "de", &first).await), [1], "in its other language, too");
    assert_eq!(numbers(&bench.find("鯨鯉", "ja", &holding(&[3])).await), [3]);
    assert_eq!(numbers(&bench.find("鯨鯉", "ja", &first).await), NONE);
    assert_eq!(numbers(&bench.find("quarzleuchtturm", "de", &holding(&[1, 2])).await).len(), 2);
    assert_eq!(numbers(&bench.find("harbour -laternen -lantern", "de", &first).await), [2, 3]);
    let gifted = visitor().with_article(article(1));
    assert_eq!(numbers(&bench.find("laternen", "de", &gifted).await), [1]);
}

/// What the same words do in articles they don't hold changes no answer.
#[tokio::test]
async fn holding_one_article_tells_nothing_of_the_others() {
    let with = Bench::with(texts()).await;
    let mut other = texts();
    for text in other.iter_mut().filter(|text| text.article != article(1)) {
        text.remainder = "Etwas anderes.".into();
    }
    let without = Bench::with(other).await;
    let bytes = |results: Results| format!("{results:?}");
    for question in [
        "quarzleuchtturm",
        "leuchtturm",
        "quarz",
        "kein",
        "harbour -kein",
        "licht",
        "Quarzleuchttrum",
        "鯨鯉",
        "harbour",
    ] {
        for reach in [holding(&[1]), holding(&[9]), visitor().with_article(article(1))] {
            let answer = bytes(with.find(question, "de", &reach).await);
            assert_eq!(answer, bytes(without.find(question, "de", &reach).await), "{question}");
        }
    }
}

/// Held articles are read themselves; after a change it is the new text that is read.
#[tokio::test]
async fn a_held_article_changes() {
    let bench = Bench::with(texts()).await;
    let first = holding(&[1]);
    assert_eq!(bench.find("laternen", "de", &first).await.total, 1);
    bench.put(vec![paid(1, "de", "Nun steht hier der Anker.")], 2).await;
    assert_eq!(bench.find("laternen", "de", &first).await.total, 0);
    assert_eq!(bench.find("anker", "de", &first).await.total, 1);
    assert_eq!(bench.engine.suggest("anker", &locale("de"), 5).await.expect("an answer").stories, []);
}
