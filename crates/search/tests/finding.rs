//! What is found, in which order, and what is shown of it.

mod support;

use content::{Document, TermKind};
use jiff::ToSpan;
use search::{Filter, Order, Query, Searcher};
use support::*;

fn titled(number: u32, tag: &str, title: &str) -> Document {
    Document { title: title.into(), ..document(number, tag) }
}

on_engines! {
async fn every_word_must_be_there_wherever_it_stands(on: On) {
    let mut split = titled(1, "de", "Nachtzüge");
    split.standfirst = "Quer durch Europa".into();
    split.teaser = "Man schläft im Abteil.".into();
    split.terms = vec![tag("Reisen"), tag("Verkehr")];
    let Some(bench) = Bench::on(on, vec![split, titled(2, "de", "Nachtzüge im Winter")]).await else { return };
    assert_eq!(bench.stories("nachtzug europa abteil verkehr").await, [1]);
    assert_eq!(bench.stories("nachtzüge winter").await, [2]);
    assert_eq!(bench.stories("nachtzüge europa winter").await, NONE);
    assert_eq!(bench.stories("").await, NONE);
    assert_eq!(bench.stories("-winter").await, NONE);
}

async fn compounds_phrases_exclusions_and_beginnings(on: On) {
    let mut long = titled(3, "de", "Was bleibt");
    long.teaser = "Über die Garantien der Sicherheit in Europa".into();
    let Some(bench) = Bench::on(on, vec![
        titled(1, "de", "Sicherheitsgarantien für die Ukraine"),
        titled(2, "de", "Neue Garantie auf alte Möbel"),
        long,
    ])
    .await else { return };
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

async fn the_title_counts_most_then_standfirst_and_terms_then_the_text(on: On) {
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
    let Some(bench) = Bench::on(on, documents).await else { return };
    assert_eq!(numbers(&bench.find("wort", "de", &member(&[])).await), [1, 2, 3, 4]);
    assert_eq!(bench.stories("wort").await, [1, 2, 3]);
}

async fn words_side_by_side_come_before_words_apart(on: On) {
    let told =
        |number: u32, teaser: &str| Document { teaser: teaser.into(), ..titled(number, "de", "Titel") };
    let Some(bench) = Bench::on(on, vec![
        told(1, "Die Bahn fährt, und wer in der Nacht durch ganz Europa will, schläft."),
        told(2, "Wer schläft, den fährt die Bahn in der Nacht durch ganz Europa hindurch."),
        told(3, "Die Bahn in der ganzen Nacht und durch ein anderes Europa, das nicht schläft."),
    ])
    .await else { return };
    assert_eq!(bench.stories("bahn in der nacht durch ganz europa").await[0], 2);
    assert_eq!(bench.stories("ganz nacht bahn").await.len(), 3);
}

async fn of_two_that_match_alike_the_newer_comes_first(on: On) {
    let dated = |number: u32, days: i64| Document {
        published_at: Some(now() - (days * 24).hours()),
        ..titled(number, "de", "Die Brücke am Fluss")
    };
    let page = Document { published_at: None, ..titled(4, "de", "Die Brücke am Fluss") };
    let better = Document { published_at: Some(now() - (900 * 24).hours()), ..titled(5, "de", "Brücke") };
    let Some(bench) = Bench::on(on, vec![dated(1, 300), dated(2, 1), dated(3, 30), page, better]).await else { return };
    assert_eq!(bench.stories("brücke fluss").await, [2, 3, 1, 4]);
    assert_eq!(bench.stories("brücke").await.len(), 5);
}

async fn a_story_is_one_hit_in_the_language_that_suits_the_reader(on: On) {
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
    let Some(bench) = Bench::on(on, documents).await else { return };
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
async fn each_language_has_its_own_words(on: On) {
    let Some(bench) = Bench::on(on, vec![
        titled(1, "de", "Das Gift der Schlange"),
        titled(2, "en", "Gifts for everyone"),
        titled(3, "fr", "L'arme de l'Ukraine"),
        titled(4, "ja", "ウクライナの安全保障"),
        titled(5, "ar", "ضمانات أمنية لأوكرانيا"),
        titled(6, "uk", "Гарантії безпеки об’єктів"),
    ])
    .await else { return };
    assert_eq!(bench.stories("gift").await, [1, 2]);
    assert_eq!(bench.stories("gifts everyone").await, [2]);
    assert_eq!(bench.stories("ukraine").await, [3]);
    assert_eq!(bench.stories("安全保障").await, [4]);
    assert_eq!(bench.stories("全").await, [4]);
    assert_eq!(bench.stories("الضمانات").await, [5]);
    assert_eq!(bench.stories("об'єктів гарантії").await, [6]);
}

async fn paging_shows_every_story_once(on: On) {
    let Some(bench) = Bench::on(on, (0..57).map(|number| titled(number, "de", "Gleich und gleich")).collect()).await else { return };
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

async fn depth_and_length_are_bounded(on: On) {
    let Some(bench) = Bench::on(on, (0..120).map(|number| titled(number, "de", "Gleich")).collect()).await else { return };
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

async fn typing_errors_are_forgiven_where_nothing_is_as_typed(on: On) {
    let mut text = titled(1, "de", "Nachtzüge nach Rom");
    text.teaser = "Der Präsident fährt mit dem Nachtzug.".into();
    let Some(bench) = Bench::on(on, vec![text, titled(2, "de", "Präsenz zeigen"), titled(3, "en", "Night trains")]).await else { return };
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

async fn filters_leave_what_they_name_and_counts_say_how_much_that_is(on: On) {
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
    let Some(bench) = Bench::on(on, documents).await else { return };
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

async fn suggestions_go_on_as_what_was_typed(on: On) {
    let mut hidden = titled(1, "de", "Nachtzüge quer durch Europa");
    hidden.teaser = "Nachtschicht".into();
    hidden.terms = vec![tag("Nahverkehr")];
    let Some(bench) = Bench::on(on, vec![hidden, titled(2, "de", "Die Nacht im Museum"), titled(3, "fr", "Nacht")]).await else { return };
    let suggest = async |text: &str| {
        let found = bench.engine.suggest(text, &locale("de"), 5).await.expect("an answer");
        let titles = found.stories.into_iter().map(|story| story.title);
        titles.chain(found.labels.into_iter().map(|label| label.name)).collect::<Vec<_>>()
    };
    assert_eq!(suggest("nacht").await.len(), 3);
    assert_eq!(suggest("europa nachtz").await, ["Nachtzüge quer durch Europa"]);
    assert_eq!(suggest("nachtsch").await, Vec::<String>::new());
    assert_eq!(suggest("nahv").await, ["Nahverkehr"]);
    assert_eq!(suggest("").await, Vec::<String>::new());
}

async fn the_snippet_shows_why(on: On) {
    let mut text = titled(1, "de", "Titel");
    text.access = access("paid");
    text.standfirst = "Ein Vorspann.".into();
    text.teaser = "Hier geht es um die Sicherheitsgarantien.".into();
    text.remainder = "Und ganz hinten steht der Leuchtturm.".into();
    let Some(bench) = Bench::on(on, vec![text]).await else { return };
    let shown = async |question, reach| shown(&bench.find(question, "de", &reach).await.hits[0]);
    assert_eq!(shown("garantie", visitor()).await, "Hier geht es um die [Sicherheitsgarantien].");
    assert_eq!(shown("titel", visitor()).await, "Ein Vorspann.");
    assert_eq!(shown("leuchtturm", member(&["basic"])).await, "Und ganz hinten steht der [Leuchtturm].");
}
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
