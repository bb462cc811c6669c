//! What a reader may not read doesn't exist for them: whatever they ask, the answer is the same as
//! if it had not been written.

mod support;

use content::{Document, TermKind};
use jiff::ToSpan;
use kernel::Reach;
use search::{ClosedWords, Filter, Order, Query, Results, Searcher};
use support::*;

const RULES: [&str; 5] = ["members", "paid", "plans:gold", "plans:gold,silver", "plans:silver"];
const LOCALES: [&str; 5] = ["de", "en", "ar", "ja", "uk"];

/// Every state of a reader, and which of [`RULES`] let them in.
fn readers() -> Vec<(&'static str, Reach, [bool; 5])> {
    vec![
        ("visitor", visitor(), [false; 5]),
        ("free member", member(&[]), [true, false, false, false, false]),
        ("other plan", member(&["basic"]), [true, true, false, false, false]),
        ("gold", member(&["gold"]), [true, true, true, true, false]),
        ("silver", member(&["silver"]), [true, true, false, true, true]),
        ("staff", staff(), [true; 5]),
    ]
}

/// A word that stands in the other half of one text and nowhere else. Letters only, so that no
/// analysis takes it apart; no canary is the beginning of another, nor so like another that it
/// could be a typing error.
fn canary(rule: usize, locale: usize) -> String {
    let letters = |n: usize| char::from(b'a' + u8::try_from(n).expect("small")).to_string().repeat(3);
    format!("kanari{}{}x", letters(rule), letters(locale))
}

fn text(rule: usize, locale: usize, with_canaries: bool) -> Document {
    let number = u32::try_from(rule * 10 + locale).expect("small");
    let mut document = document(number, LOCALES[locale]);
    document.access = access(RULES[rule]);
    document.title = "Harbour stories".into();
    document.standfirst = "The harbour by night.".into();
    document.teaser = "Ships come and go while the town sleeps.".into();
    document.terms = vec![tag("Travel")];
    let canary = if with_canaries { canary(rule, locale) } else { "harbour".into() };
    document.remainder = format!("Deep in the harbour {canary} follows lantern, and so the stories end.");
    document
}

fn texts(with_canaries: bool) -> Vec<Document> {
    let all = (0..RULES.len()).flat_map(|rule| (0..LOCALES.len()).map(move |locale| (rule, locale)));
    all.map(|(rule, locale)| text(rule, locale, with_canaries)).collect()
}

/// All the ways to ask about a word: none may tell whether it stands in a closed text.
fn questions(word: &str) -> Vec<String> {
    let beginning = &word[..word.len() - 1];
    vec![
        word.to_owned(),
        word.to_uppercase(),
        beginning.to_owned(),
        format!("harbour {word}"),
        format!("{word} harbour"),
        format!("harbour -{word}"),
        format!("harbour -\"{word}\""),
        format!("harbour -\"{word} follows\""),
        format!("\"{word}\""),
        format!("\"{word} follows\""),
        format!("\"harbour {word}\""),
        format!("harbour \"{word} follows lantern\""),
        format!("travel {beginning}"),
        // With a typing error.
        word.replacen("kanari", "kanair", 1),
        format!("harbuor {word}"),
    ]
}

on_engines! {
async fn a_word_nobody_may_read_is_a_word_that_exists_nowhere(on: On) {
    let Some(bench) = Bench::on(on, texts(true)).await else { return };
    for (name, reach, open) in readers() {
        for (rule, open) in open.into_iter().enumerate() {
            for locale in 0..LOCALES.len() {
                let canary = canary(rule, locale);
                let nowhere = "z".repeat(canary.len());
                for (asked, instead) in questions(&canary).iter().zip(questions(&nowhere)) {
                    let answer = bench.find(asked, "de", &reach).await;
                    let expected = bench.find(&instead, "de", &reach).await;
                    if open {
                        assert_ne!(answer, expected, "{name} should find {asked} in {}", RULES[rule]);
                    } else {
                        assert_eq!(bytes(&answer), bytes(&expected), "{name} asks {asked}");
                    }
                }
            }
        }
    }
}

/// Whatever they ask: with the other halves there or written differently, the answer to those who
/// may not read them has the same hits in the same order with the same snippets.
async fn closed_words_change_no_answer(on: On) {
    let Some(with) = Bench::on(on, texts(true)).await else { return };
    let Some(without) = Bench::on(on, texts(false)).await else { return };
    for question in
        ["harbour", "harb", "ships town", "travel", "lantern", "follows", "\"stories end\"", "the -deep"]
    {
        let answer = with.find(question, "en", &visitor()).await;
        assert_eq!(bytes(&answer), bytes(&without.find(question, "en", &visitor()).await), "{question}");
    }
    assert_eq!(with.find("harbour", "en", &visitor()).await.total, 25);
    assert_eq!(with.find("lantern", "en", &visitor()).await.total, 0);
}

async fn those_who_may_read_find_every_canary_and_see_where(on: On) {
    let Some(bench) = Bench::on(on, texts(true)).await else { return };
    for (name, reach, open) in readers() {
        for rule in (0..RULES.len()).filter(|rule| open[*rule]) {
            for locale in 0..LOCALES.len() {
                let canary = canary(rule, locale);
                let found = bench.find(&canary, "de", &reach).await;
                assert_eq!(found.total, 1, "{name} looks for {canary}");
                assert!(
                    shown(&found.hits[0]).contains(&format!("[{canary}]")),
                    "{name}: {:?}",
                    found.hits[0]
                );
            }
        }
    }
}

/// The title matches, and of the texts only the closed one has the word too.
async fn a_snippet_never_quotes_what_is_closed(on: On) {
    let Some(bench) = Bench::on(on, texts(true)).await else { return };
    for (name, reach, open) in readers() {
        let found = bench.find("stories", "de", &reach).await;
        assert_eq!(found.total, 25);
        for hit in &found.hits {
            let rule = numbers(&Results { hits: vec![hit.clone()], ..Results::default() })[0] as usize / 10;
            let quoted = shown(hit).contains("lantern");
            assert_eq!(quoted, open[rule], "{name} sees {} of {}", shown(hit), RULES[rule]);
        }
    }
}

/// A word rare where the reader may read and frequent where not must not rank as if it were
/// frequent.
async fn closed_texts_don_t_weigh_in(on: On) {
    let mut documents = Vec::new();
    for number in 0..2 {
        let mut text = document(number, "en");
        text.access = access("members");
        text.title = "Story".into();
        text.remainder = if number == 0 { "one rare".into() } else { "one usual usual".into() };
        documents.push(text);
    }
    let Some(plain) = Bench::on(on, documents.clone()).await else { return };
    for number in 10..60 {
        let mut text = document(number, "en");
        text.access = access("paid");
        text.title = "Other".into();
        text.remainder = "rare usual".into();
        documents.push(text);
    }
    let Some(crowded) = Bench::on(on, documents.clone()).await else { return };
    for text in documents.iter_mut().skip(2) {
        text.remainder = "something else".into();
    }
    let Some(other) = Bench::on(on, documents).await else { return };
    for question in ["one", "rare", "usual", "usual one"] {
        let (a, b) = (
            crowded.find(question, "en", &member(&[])).await,
            other.find(question, "en", &member(&[])).await,
        );
        assert_eq!(bytes(&a), bytes(&b), "{question}");
        assert_eq!(a.total, plain.find(question, "en", &member(&[])).await.total);
    }
}
}

/// In scripts without spaces, in compounds and with articles glued on, words are taken apart: no part
/// of a closed one may show either.
#[tokio::test]
async fn words_of_other_scripts_and_compounds_don_t_show() {
    const CLOSED: [(&str, &str, &[&str]); 6] = [
        (
            "de",
            "Im Quarzleuchtturmwärterhaus wohnt",
            &["Quarzleuchtturm", "leuchtturmwärter", "quarz", "wärterhaus"],
        ),
        ("ja", "その鯨鯉鮫鰻の話", &["鯨鯉", "鯨鯉鮫鰻", "鮫", "\"鯉鮫\"", "鰻の話"]),
        ("zh", "这里藏着鳄鹭鸥鸭", &["鳄鹭", "鸥鸭", "鳄", "藏着"]),
        ("ko", "고래잉어상어 이야기", &["고래", "잉어상어", "고래잉어상"]),
        ("ar", "في المنارة القديمة والقنديل", &["القنديل", "قنديل", "منارة", "والقنديل"]),
        ("uk", "Про маяківницю Квітославу", &["маяківниця", "квітослава", "квітос"]),
    ];
    let texts = |with: bool| -> Vec<Document> {
        let texts = (0..).zip(CLOSED).map(|(number, (tag, closed, _))| Document {
            access: access("paid"),
            title: "Harbour stories".into(),
            remainder: if with { closed.into() } else { String::new() },
            ..document(number, tag)
        });
        texts.collect()
    };
    let (with, without) = (Bench::with(texts(true)).await, Bench::with(texts(false)).await);
    for (tag, _, asked) in CLOSED {
        for text in asked {
            for asked in [(*text).to_owned(), format!("harbour {text}"), format!("harbour -{text}")] {
                let answer = with.find(&asked, tag, &visitor()).await;
                assert_eq!(bytes(&answer), bytes(&without.find(&asked, tag, &visitor()).await), "{asked}");
            }
            let found = with.find(text, tag, &member(&["basic"])).await;
            assert_eq!(found.total, 1, "{text} is found by who may read it");
        }
    }
}

/// Filters, orders, later pages and what staff teach change nothing about that.
#[tokio::test]
async fn no_way_of_asking_tells_of_a_closed_word() {
    let with = Bench::with(texts(true)).await;
    let without = Bench::with(texts(false)).await;
    let filters = [
        Filter::default(),
        Filter { language: Some(locale("de")), ..Filter::default() },
        Filter { access: Some(access("paid")), ..Filter::default() },
        Filter { labels: vec![(TermKind::Tag, "travel".into())], ..Filter::default() },
        Filter { from: Some(now() - 24.hours()), until: Some(now() + 24.hours()), ..Filter::default() },
    ];
    let word = canary(1, 0);
    for text in [word.clone(), format!("harbour -{word}"), format!("harbour {word}"), "harbour".to_owned()] {
        for filter in &filters {
            for order in [Order::Relevance, Order::Newest] {
                for (offset, pinned, synonym) in [
                    (0, vec![], None),
                    (10, vec![], None),
                    (0, vec![article(10)], None),
                    (0, vec![], Some(("night".to_owned(), vec![word.clone()]))),
                    (0, vec![], Some((word.clone(), vec!["night".to_owned()]))),
                ] {
                    let query = Query {
                        filter: filter.clone(),
                        order,
                        offset,
                        pinned,
                        synonyms: synonym.into_iter().collect(),
                        ..Query::new(&text, locale("de"), visitor())
                    };
                    let answer = with.engine.search(&query).await.expect("an answer");
                    let expected = without.engine.search(&query).await.expect("an answer");
                    assert_eq!(bytes(&answer), bytes(&expected), "{query:?}");
                }
            }
        }
    }
}

#[tokio::test]
async fn suggestions_know_nothing_of_closed_words() {
    let with = Bench::with(texts(true)).await;
    let without = Bench::with(texts(false)).await;
    let canaries =
        (0..RULES.len()).flat_map(|rule| (0..LOCALES.len()).map(move |locale| canary(rule, locale)));
    for word in canaries.chain(["harb", "harbuor", "trav", "lantern", "ships"].map(String::from)) {
        for text in [word.clone(), word[..word.len() - 1].to_owned(), format!("harbour {word}")] {
            for tag in LOCALES {
                let suggest = async |bench: &Bench| {
                    let found = bench.engine.suggest(&text, &locale(tag), 6).await;
                    format!("{:?}", found.expect("an answer"))
                };
                assert_eq!(suggest(&with).await, suggest(&without).await, "{text}");
            }
        }
    }
}

/// A publisher may let closed words match: what is shown is what everyone may see all the same.
#[tokio::test]
async fn a_publisher_may_let_closed_words_match() {
    let bench = Bench::with(texts(true)).await;
    for rule in 0..RULES.len() {
        let word = canary(rule, 0);
        let query = Query { closed: ClosedWords::Match, ..Query::new(&word, locale("de"), visitor()) };
        let found = bench.engine.search(&query).await.expect("an answer");
        assert_eq!(found.total, 1, "{word}");
        let snippet = shown(&found.hits[0]);
        assert!(snippet.starts_with("The harbour by night."), "{snippet}");
        assert!(!bytes(&found).contains("lantern") && !bytes(&found).contains(&word), "{found:?}");
    }
}

/// The answer as it would be sent.
fn bytes(results: &Results) -> String {
    format!("{results:?}")
}
