use kernel::Locale;

use super::{Origin, Word, knows, words};

fn locale(tag: &str) -> Locale {
    tag.parse().expect("a locale")
}

fn analysed(text: &str, tag: &str) -> Vec<Word> {
    words(text, &locale(tag), Origin::Open)
}

/// Whether a document with `text` has what a search for `query` asks for: each of its words by its
/// surface, its stem or its parts.
fn finds(query: &str, text: &str, tag: &str) -> bool {
    let document = analysed(text, tag);
    let written = |text: &str| document.iter().flat_map(|word| &word.surface).any(|piece| piece.text == text);
    let stem = |stems: &[String]| {
        stems.iter().any(|stem| document.iter().any(|word| word.all_stems().contains(&stem.as_str())))
    };
    let query = analysed(query, tag);
    assert!(!query.is_empty());
    query.iter().filter(|word| !word.common).all(|word| {
        word.sought().iter().all(|piece| written(&piece.text))
            || stem(&word.stems)
            || (!word.parts.is_empty() && word.parts.iter().all(|part| stem(part)))
    })
}

fn surfaces(text: &str, tag: &str) -> Vec<String> {
    analysed(text, tag).into_iter().flat_map(|word| word.surface.clone()).map(|piece| piece.text).collect()
}

fn common(text: &str, tag: &str) -> Vec<String> {
    let words = analysed(text, tag).into_iter().filter(|word| word.common);
    words.map(|word| text[word.start..word.end].to_owned()).collect()
}

#[test]
fn german_compounds_are_found_by_their_parts() {
    for query in [
        "Garantie",
        "garantien",
        "Sicherheit",
        "Sicherheits garantien",
        "Sicherheitsgarantie",
        "SICHERHEITSGARANTIEN",
    ] {
        assert!(finds(query, "Die Sicherheitsgarantien für die Ukraine", "de"), "{query}");
    }
    assert!(finds("Sicherheitsgarantien", "Garantie der Sicherheit", "de"));
    assert!(!finds("Unsicherheit", "Sicherheitsgarantien", "de"));
}

#[test]
fn german_endings_are_no_parts() {
    let words = analysed("fährt", "de");
    assert_eq!((words.len(), &words[0].parts), (1, &vec![]));
    assert_eq!(words[0].surface[0].text, "fahrt");
}

#[test]
fn german_umlauts_and_inflections_meet() {
    for (query, text) in [
        ("Länder", "in vielen Ländern"),
        ("lander", "in vielen Ländern"),
        ("Haus", "die Häuser"),
        ("strasse", "Die Straße"),
        ("Straßen", "an der Strasse"),
        ("Garantie", "ohne Garantien"),
    ] {
        assert!(finds(query, text, "de"), "{query} in {text}");
    }
}

#[test]
fn french_and_italian_elisions_are_cut_off() {
    for (query, text, tag) in [
        ("Ukraine", "la défense de l'Ukraine", "fr"),
        ("l’Ukraine", "en Ukraine", "fr"),
        ("qu'elle", "elle", "fr"),
        ("Ucraina", "la difesa dell’Ucraina", "it"),
        ("nell'Ucraina", "Ucraina", "it"),
        ("UE", "nell'UE", "it"),
        ("Ukraine's", "Ukraine", "en"),
    ] {
        assert!(finds(query, text, tag), "{query} in {text}");
    }
    assert_eq!(common("l'Ukraine", "fr"), ["l"]);
    assert_eq!(common("dell'Ucraina", "it"), ["dell"]);
    assert_eq!(common("Ukraine's", "en"), ["s"]);
}

#[test]
fn accents_are_optional_also_in_inflected_forms() {
    for (query, text, tag) in [
        ("garantia", "las garantías", "es"),
        ("garantias", "una garantía", "es"),
        ("informacion", "la información", "es"),
        ("informaciones", "la información", "es"),
        ("securite", "la sécurité", "fr"),
        ("oeuvre", "les œuvres", "fr"),
        ("citta", "le città", "it"),
        ("lodz", "Łódź", "pl"),
    ] {
        assert!(finds(query, text, tag), "{query} in {text}");
    }
}

#[test]
fn a_ukrainian_apostrophe_is_a_letter() {
    for apostrophe in ["'", "’", "ʼ"] {
        let text = format!("об{apostrophe}єкт");
        assert_eq!(surfaces(&text, "uk"), ["обєкт"], "{text}");
    }
    assert_eq!(surfaces("Гарантії безпеки, її", "uk"), ["гарантії", "безпеки", "її"]);
    assert_eq!(surfaces("йо́го", "uk"), ["його"]);
    assert!(finds("елка", "Ёлки", "ru"));
}

#[test]
fn arabic_is_found_without_article_and_points() {
    for (query, text) in [
        ("سلام", "السلام عليكم"),
        ("السلام", "سلام"),
        ("الأمن", "الامن"),
        ("ضمانات", "الضماناتُ الأمنية"),
        ("قنديل", "المنارة والقنديل"),
        ("القنديل", "بالقنديل"),
    ] {
        assert!(finds(query, text, "ar"), "{query} in {text}");
    }
}

#[test]
fn japanese_korean_and_chinese_are_pairs_of_characters() {
    assert_eq!(surfaces("安全保障", "ja"), ["安全", "全保", "保障", "障"]);
    assert!(finds("安全保障", "ウクライナの安全保障について", "ja"));
    assert!(finds("ｳｸﾗｲﾅ", "ウクライナの", "ja"));
    assert!(!finds("障保", "安全保障", "ja"));
    assert!(finds("우크라이나", "우크라이나는", "ko"));
    assert_eq!(surfaces("안보", "ko"), ["안보", "보"]);
    assert!(finds("大学", "北京大学生", "zh"));
    assert!(finds("尊严", "尊嚴", "zh"));
}

#[test]
fn a_single_character_begins_a_piece_wherever_it_stands() {
    for (text, sought) in [("猫", "猫"), ("黒猫", "猫"), ("猫の手", "猫"), ("黒猫の", "猫")] {
        assert!(surfaces(text, "ja").iter().any(|piece| piece.starts_with(sought)), "{text}");
    }
    assert_eq!(analysed("猫", "ja")[0].single(), Some("猫"));
    assert_eq!(analysed("白猫", "ja")[0].single(), Some("白猫"));
    assert_eq!(analysed("白猫の", "ja")[0].single(), None);
}

#[test]
fn thai_is_cut_into_words() {
    let text = "หลักประกันความมั่นคงของยูเครน";
    assert!(analysed(text, "th").len() > 2);
    assert!(finds("ความมั่นคง", text, "th"));
}

#[test]
fn scripts_mix() {
    assert_eq!(surfaces("G7 と EU", "ja"), ["g7", "と", "eu"]);
    assert_eq!(surfaces("COVID-19 E-Mail", "de"), ["covid", "19", "e", "mail"]);
    assert!(finds("EU", "欧州連合EUは", "ja"));
}

#[test]
fn signs_are_in_no_word() {
    for text in ["foo=bar", "$foo `bar`", "<foo>^bar", "foo\u{2011}bar", "foo\u{2010}bar", "foo|~bar€"] {
        assert_eq!(surfaces(text, "de"), ["foo", "bar"], "{text}");
    }
}

#[test]
fn stop_words_are_known_by_their_language() {
    assert_eq!(common("für die Ukraine und mehr", "de"), ["für", "die", "und"]);
    assert_eq!(common("the security of it", "en"), ["the", "of", "it"]);
    assert_eq!(common("une garantie", "fr"), ["une"]);
    assert_eq!(common("гарантії і безпека в Україні", "uk"), ["і", "в"]);
    assert_eq!(common("السلام في أوروبا", "ar"), ["في"]);
    assert!(common("die", "en").is_empty());
}

#[test]
fn words_in_closed_texts_make_no_query_faster() {
    let (closed, open, typed) = ("qxclosedword", "qxopenword", "qxtypedword");
    let de = locale("de");
    words(closed, &de, Origin::Closed);
    words(open, &de, Origin::Open);
    words(typed, &de, Origin::Query);
    for origin in [Origin::Query, Origin::Open, Origin::Closed] {
        assert_eq!(knows(closed, &de, origin), origin == Origin::Closed, "{origin:?}");
        assert_eq!(knows(open, &de, origin), origin == Origin::Open, "{origin:?}");
        assert_eq!(knows(typed, &de, origin), origin == Origin::Query, "{origin:?}");
    }
}

#[test]
fn slavic_words_are_found_in_other_forms() {
    for (query, text, tag) in [
        ("гарантія", "без гарантії безпеки", "uk"),
        ("безпека", "гарантії у безпеці", "uk"),
        ("Київ", "мер Києва", "uk"),
        ("gwarancja", "gwarancje bezpieczeństwa", "pl"),
        ("záruka", "bezpečnostní záruky", "cs"),
        ("гарантия", "без гарантий", "ru"),
    ] {
        assert!(finds(query, text, tag), "{query} in {text}");
    }
}

#[test]
fn offsets_point_at_the_text() {
    let text = "« L’œuvre » — Straße; ﬁn 猫の手";
    for tag in ["fr", "de", "ja", "eo"] {
        for word in analysed(text, tag) {
            assert!(text.get(word.start..word.end).is_some_and(|slice| !slice.is_empty()));
            for piece in &word.surface {
                assert!(text.get(word.start + piece.start..word.start + piece.end).is_some(), "{piece:?}");
            }
        }
    }
}

#[test]
fn positions_never_go_back() {
    let words = analysed("Sicherheitsgarantien für 安全保障 und l'Ukraine", "de");
    let starts: Vec<usize> = words.iter().map(|word| word.position).collect();
    assert!(starts.windows(2).all(|pair| pair[0] < pair[1]));
    assert_eq!(surfaces("eins-zwei, drei", "de").len(), words_end(&analysed("eins-zwei, drei", "de")));
}

fn words_end(words: &[Word]) -> usize {
    words.last().map_or(0, |word| word.position + word.surface.len())
}

#[test]
fn what_is_no_word_is_skipped() {
    for text in ["", " ", "— … !", "🙂", "\u{301}", "°", "\0\u{ad}"] {
        assert!(analysed(text, "de").is_empty(), "{text:?}");
        assert!(analysed(text, "ja").is_empty(), "{text:?}");
    }
}

#[test]
fn words_without_end_are_cut() {
    let long = "ä".repeat(10_000);
    assert!(surfaces(&long, "eo").iter().all(|word| word.chars().count() <= super::LONGEST));
}

mod any_text {
    use proptest::prelude::*;

    use super::super::{Origin, words};
    use super::locale;

    proptest! {
        /// Nothing a person can type makes the analysis stumble, and a word's place is in the text.
        #[test]
        fn is_analysed(text in "\\PC{0,60}", tag in "(ar|be|bg|ca|cs|de|el|en|eo|es|et|eu|fa|fr|ga|he|hi|hu|hy|id|it|ja|km|ko|lt|my|ne|pl|sr|sv|ta|th|tr|uk|vi|yi|zh)") {
            for word in words(&text, &locale(&tag), Origin::Query) {
                prop_assert!(text.get(word.start..word.end).is_some());
                prop_assert!(!word.surface.is_empty());
                prop_assert!(word.surface.iter().all(|piece| !piece.text.is_empty()));
            }
        }
    }
}
