//! What is found, in which order, and what is shown of it.

mod support;

use content::{Document, TermKind};
use jiff::ToSpan;
use search::{Filter, Order, Query, Searcher};
use support::*;

fn titled(number: u32, tag: &str, title: &str) -> Document {
    Document { title: title.into(), ..document(number, tag) }
}

#[tokio::test]
async fn every_word_must_be_there_wherever_it_stands() {
    let mut split = titled(1, "de", "Nachtzüge");
    split.standfirst = "Quer durch Europa".into();
    split.teaser = "Man schläft im Abteil.".into();
    split.terms = vec![tag("Reisen"), tag("Verkehr")];
    let bench = Bench::with(vec![split, titled(2, "de", "Nachtzüge im Winter")]).await;
    assert_eq!(bench.stories("nachtzug europa abteil verkehr").await, [1]);
    assert_eq!(bench.stories("nachtzüge winter").await, [2]);
    assert_eq!(bench.stories("nachtzüge europa winter").await, NONE);
    assert_eq!(bench.stories("").await, NONE);
    assert_eq!(bench.stories("-winter").await, NONE);
}

#[tokio::test]
async fn compounds_phrases_exclusions_and_beginnings() {
    let mut long = titled(3, "de", "Was bleibt");
    long.teaser = "Über die Garantien der Sicherheit in Europa".into();
    let bench = Bench::with(vec![
        titled(1, "de", "Sicherheitsgarantien für die Ukraine"),
        titled(2, "de", "Neue Garantie auf alte Möbel"),
        long,
    ])
    .await;
    let sorted = |mut stories: Vec<u32>| {
        stories.sort_unstable();
        stories
    };
    assert_eq!(sorted(bench.stories("garantie").await), [1, 2, 3]);
    assert_eq!(bench.stories("garantie").await[0], 2, "as written comes before parts and endings");
    assert_eq!(sorted(bench.stories("Sicherheits garantien").await), [1, 3]);
    assert_eq!(bench.stories("Sicherheitsgarantie").await, [1, 3]);
    assert_eq!(sorted(bench.stories("garantie -möbel").await), [1, 3]);
    assert_eq!(bench.stories("garantie -möbel -ukraine").await, [3]);
    assert_eq!(bench.stories("garantie -\"für die ukraine\" -\"der Sicherheit\"").await, [2]);
    assert_eq!(bench.stories("\"für die ukraine\"").await, [1]);
    assert_eq!(bench.stories("\"die für ukraine\"").await, NONE);
    assert_eq!(bench.stories("\"Garantien der Sicherheit\" europ").await, [3]);
    assert_eq!(bench.stories("sicherh").await, [1, 3]);
    assert_eq!(bench.stories("ukr").await, [1]);
    assert_eq!(sorted(bench.stories("garan").await), [1, 2, 3], "also the beginning of a part");
}

#[tokio::test]
async fn the_title_counts_most_then_standfirst_and_terms_then_the_text() {
    let mut documents = vec![titled(1, "de", "Wort hier")];
    for (number, place) in [(2, "standfirst"), (3, "teaser"), (4, "remainder")] {
        let mut text = titled(number, "de", "Etwas anderes");
        match place {
            "standfirst" => text.standfirst = "Wort hier".into(),
            "teaser" => text.teaser = "Wort hier".into(),
            _ => text.remainder = "Ein langer Text, in dem auch ein Wort steht, unter vielen.".into(),
        }
        text.access = access("members");
        documents.push(text);
    }
    let bench = Bench::with(documents).await;
    assert_eq!(numbers(&bench.find("wort", "de", &member(&[])).await), [1, 2, 3, 4]);
    assert_eq!(bench.stories("wort").await, [1, 2, 3]);
}

#[tokio::test]
async fn words_side_by_side_come_before_words_apart() {
    let told =
        |number: u32, teaser: &str| Document { teaser: teaser.into(), ..titled(number, "de", "Titel") };
    let bench = Bench::with(vec![
        told(1, "Die Bahn fährt, und wer in der Nacht durch ganz Europa will, schläft."),
        told(2, "Wer schläft, den fährt die Bahn in der Nacht durch ganz Europa hindurch."),
        told(3, "Die Bahn in der ganzen Nacht und durch ein anderes Europa, das nicht schläft."),
    ])
    .await;
    assert_eq!(bench.stories("bahn in der nacht durch ganz europa").await[0], 2);
    assert_eq!(bench.stories("ganz nacht bahn").await.len(), 3);
}

#[tokio::test]
async fn of_two_that_match_alike_the_newer_comes_first() {
    let dated = |number: u32, days: i64| Document {
        published_at: Some(now() - (days * 24).hours()),
        ..titled(number, "de", "Die Brücke am Fluss")
    };
    let page = Document { published_at: None, ..titled(4, "de", "Die Brücke am Fluss") };
    let better = Document { published_at: Some(now() - (900 * 24).hours()), ..titled(5, "de", "Brücke") };
    let bench = Bench::with(vec![dated(1, 300), dated(2, 1), dated(3, 30), page, better]).await;
    assert_eq!(bench.stories("brücke fluss").await, [2, 3, 1, 4]);
    assert_eq!(bench.stories("brücke").await.len(), 5);
}

#[tokio::test]
async fn a_story_is_one_hit_in_the_language_that_suits_the_reader() {
    let mut documents = Vec::new();
    for number in 1..=3 {
        for tag in ["de", "en", "fr", "uk"] {
            documents.push(titled(number, tag, "Ukraine 2025"));
        }
    }
    documents.retain(|document| match document.locale.as_str() {
        "de" => document.article == article(1),
        "fr" => document.article != article(3),
        _ => true,
    });
    let bench = Bench::with(documents).await;
    let query = Query {
        known: vec![locale("fr"), locale("de"), locale("en")],
        ..Query::new("2025", locale("de"), visitor())
    };
    let found = bench.engine.search(&query).await.expect("an answer");
    let languages: Vec<_> = found.hits.iter().map(|hit| hit.locale.to_string()).collect();
    assert_eq!((numbers(&found), languages), (vec![1, 2, 3], ["de", "fr", "en"].map(String::from).to_vec()));
    assert_eq!(found.total, 3);
    assert_eq!(found.hits[1].translation, translation(2, "fr"));
}

/// The same letters are another word in another language.
#[tokio::test]
async fn each_language_has_its_own_words() {
    let bench = Bench::with(vec![
        titled(1, "de", "Das Gift der Schlange"),
        titled(2, "en", "Gifts for everyone"),
        titled(3, "fr", "L'arme de l'Ukraine"),
        titled(4, "ja", "ウクライナの安全保障"),
        titled(5, "ar", "ضمانات أمنية لأوكرانيا"),
        titled(6, "uk", "Гарантії безпеки об’єктів"),
    ])
    .await;
    assert_eq!(bench.stories("gift").await, [1, 2]);
    assert_eq!(bench.stories("gifts everyone").await, [2]);
    assert_eq!(bench.stories("ukraine").await, [3]);
    assert_eq!(bench.stories("安全保障").await, [4]);
    assert_eq!(bench.stories("全").await, [4]);
    assert_eq!(bench.stories("الضمانات").await, [5]);
    assert_eq!(bench.stories("об'єктів гарантії").await, [6]);
}

#[tokio::test]
async fn paging_shows_every_story_once() {
    let bench = Bench::with((0..57).map(|number| titled(number, "de", "Gleich und gleich")).collect()).await;
    for number in [3, 13, 23] {
        // More segments, and texts replaced.
        bench.put(vec![titled(number, "de", "Gleich und doch neu")], 2).await;
    }
    let mut seen = Vec::new();
    for offset in (0..).step_by(10) {
        let query = Query { offset, ..Query::new("gleich", locale("de"), visitor()) };
        let page = bench.engine.search(&query).await.expect("an answer");
        assert_eq!(page.total, 57);
        if page.hits.is_empty() {
            break;
        }
        seen.extend(numbers(&page));
    }
    assert_eq!(seen.len(), 57);
    seen.sort_unstable();
    seen.dedup();
    assert_eq!(seen.len(), 57);
}

#[tokio::test]
async fn depth_and_length_are_bounded() {
    let bench = Bench::with((0..120).map(|number| titled(number, "de", "Gleich")).collect()).await;
    let ask = async |offset, limit| {
        let query = Query { offset, limit, ..Query::new("gleich", locale("de"), visitor()) };
        let found = bench.engine.search(&query).await.expect("an answer");
        (found.total, found.hits.len())
    };
    assert_eq!(ask(0, usize::MAX).await, (120, 100));
    assert_eq!(ask(0, 0).await, (120, 0));
    assert_eq!(ask(usize::MAX, usize::MAX).await, (120, 0));
    assert_eq!(ask(10_001, 10).await, (120, 0));
}

#[tokio::test]
async fn typing_errors_are_forgiven_where_nothing_is_as_typed() {
    let mut text = titled(1, "de", "Nachtzüge nach Rom");
    text.teaser = "Der Präsident fährt mit dem Nachtzug.".into();
    let bench =
        Bench::with(vec![text, titled(2, "de", "Präsenz zeigen"), titled(3, "en", "Night trains")]).await;
    for (typed, meant) in
        [("Nachtzügge", Some("Nachtzüge")), ("Presidnet Rom", Some("Präsident Rom")), ("präsident", None)]
    {
        let found = bench.find(typed, "de", &visitor()).await;
        assert_eq!(numbers(&found), [1], "{typed}");
        assert_eq!(found.instead.as_deref(), meant);
    }
    let found = bench.find("Presidnet", "de", &visitor()).await;
    assert_eq!(shown(&found.hits[0]), "Der [Präsident] fährt mit dem Nachtzug.");
    assert_eq!(bench.stories("nigth").await, [3]);
    assert_eq!(bench.stories("ron").await, NONE, "too short");
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
async fn filters_leave_what_they_name_and_counts_say_how_much_that_is() {
    let mut documents = Vec::new();
    for number in 0..6 {
        for tag in ["de", "fr"].into_iter().take(if number < 2 { 2 } else { 1 }) {
            let mut text = titled(number, tag, "Brücke");
            text.terms = vec![support::tag(if number % 2 == 0 { "Verkehr" } else { "Reisen" })];
            text.access = access(if number < 3 { "public" } else { "paid" });
            text.published_at = Some(now() - (i64::from(number) * 24).hours());
            documents.push(text);
        }
    }
    let bench = Bench::with(documents).await;
    let ask = async |filter: Filter| {
        let query = Query { filter, order: Order::Newest, ..Query::new("brücke", locale("de"), visitor()) };
        bench.engine.search(&query).await.expect("an answer")
    };
    let all = ask(Filter::default()).await;
    assert_eq!(numbers(&all), [0, 1, 2, 3, 4, 5]);
    assert_eq!(all.counts.languages, [(locale("de"), 6), (locale("fr"), 2)]);
    assert_eq!(all.counts.access, [(access("paid"), 3), (access("public"), 3)]);
    let labels: Vec<_> = all.counts.labels.iter().map(|label| (label.name.as_str(), label.stories)).collect();
    assert_eq!(labels, [("Reisen", 3), ("Verkehr", 3)]);
    let tagged = |key: &str| Filter { labels: vec![(TermKind::Tag, key.into())], ..Filter::default() };
    assert_eq!(numbers(&ask(tagged("reisen")).await), [1, 3, 5]);
    assert_eq!(numbers(&ask(tagged("nowhere")).await), NONE);
    let french = ask(Filter { language: Some(locale("fr")), ..Filter::default() }).await;
    assert_eq!((numbers(&french), french.hits[0].locale.as_str()), (vec![0, 1], "fr"));
    assert_eq!(numbers(&ask(Filter { access: Some(access("paid")), ..Filter::default() }).await), [3, 4, 5]);
    let days = |days: i64| Some(now() - (days * 24).hours());
    let between = Filter { from: days(4), until: days(1), ..Filter::default() };
    assert_eq!(numbers(&ask(between).await), [2, 3, 4]);
}

#[tokio::test]
async fn suggestions_go_on_as_what_was_typed() {
    let mut hidden = titled(1, "de", "Nachtzüge quer durch Europa");
    hidden.teaser = "Nachtschicht".into();
    hidden.terms = vec![tag("Nahverkehr")];
    let bench =
        Bench::with(vec![hidden, titled(2, "de", "Die Nacht im Museum"), titled(3, "fr", "Nacht")]).await;
    let suggest = async |text: &str| {
        let found = bench.engine.suggest(text, &locale("de"), 5).await.expect("an answer");
        let titles = found.stories.into_iter().map(|story| story.title);
        titles.chain(found.labels.into_iter().map(|label| label.name)).collect::<Vec<_>>()
    };
    assert_eq!(suggest("nacht").await.len(), 3);
    assert_eq!(suggest("europa nachtz").await, ["Nachtzüge quer durch Europa"]);
    assert_eq!(suggest("nachtsch").await, Vec::<String>::new());
    assert_eq!(suggest("nahv").await, ["Nahverkehr"]);
    assert_eq!(suggest("nachtzuege").await, ["Nachtzüge quer durch Europa"], "one error");
    assert_eq!(suggest("eurpoa").await, ["Nachtzüge quer durch Europa"], "two changed places");
    assert_eq!(suggest("musuem").await, ["Die Nacht im Museum"]);
    assert_eq!(suggest("").await, Vec::<String>::new());
}

#[tokio::test]
async fn the_snippet_shows_why() {
    let mut text = titled(1, "de", "Titel");
    text.access = access("paid");
    text.standfirst = "Ein Vorspann.".into();
    text.teaser = "Hier geht es um die Sicherheitsgarantien.".into();
    text.remainder = "Und ganz hinten steht der Leuchtturm.".into();
    let bench = Bench::with(vec![text]).await;
    let shown = async |question, reach| shown(&bench.find(question, "de", &reach).await.hits[0]);
    assert_eq!(shown("garantie", visitor()).await, "Hier geht es um die [Sicherheitsgarantien].");
    assert_eq!(shown("titel", visitor()).await, "Ein Vorspann.");
    assert_eq!(shown("leuchtturm", member(&["basic"])).await, "Und ganz hinten steht der [Leuchtturm].");
}

mod whatever_is_typed {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]

        /// An answer, never an error or a panic; and the same one twice.
        #[test]
        fn there_is_an_answer(text in "([ \"\\-„“]|garantie|garnatie|安全|(l'|ab){1,90}|\u{301}{1,9}|\u{202e}|👩\u{200d}👧|\\PC){0,40}", tag in "(de|en|ja)") {
            let runtime = tokio::runtime::Builder::new_current_thread().build().expect("a runtime");
            runtime.block_on(async {
                let bench = bench().await;
                let found = bench.find(&text, &tag, &staff()).await;
                assert_eq!(found, bench.find(&text, &tag, &staff()).await);
                assert!(found.hits.len() as u64 <= found.total);
            });
        }
    }

    /// One index for all cases.
    async fn bench() -> &'static Bench {
        static BENCH: tokio::sync::OnceCell<Bench> = tokio::sync::OnceCell::const_new();
        BENCH
            .get_or_init(|| async {
                let closed = |number, tag, title| Document {
                    access: access("paid"),
                    remainder: "Sicherheitsgarantien 安全保障 a b c".into(),
                    ..titled(number, tag, title)
                };
                Bench::with(vec![
                    closed(1, "de", "Garantie"),
                    closed(2, "ja", "安全保障"),
                    closed(3, "ar", "ضمانات"),
                ])
                .await
            })
            .await
    }
}
