//! What is written is valid, and nothing is lost on the way.

use proptest::prelude::*;

use super::tree::tree;
use super::*;

fn unit(name: &str, source: &str, target: Option<&str>) -> Unit {
    Unit {
        name: name.to_owned(),
        kind: "paragraph".to_owned(),
        target_hash: target.map(|_| "0123".to_owned()),
        source: source.to_owned(),
        target: target.map(str::to_owned),
        state: if target.is_some() { UnitState::Translated } else { UnitState::Initial },
        note: Some("A <note> & more".to_owned()),
    }
}

fn document(units: Vec<Unit>) -> Document {
    Document {
        article: "0192".to_owned(),
        key: "security & \"guarantees\"".to_owned(),
        source_locale: "de".to_owned(),
        target_locale: "ar".to_owned(),
        right_to_left: (false, true),
        source_version: 7,
        target_version: 0,
        units,
    }
}

fn sample() -> Document {
    document(vec![
        unit("line-title", "Was die *Ukraine* fordert", Some("What *Ukraine* asks for")),
        unit(
            "s-abc",
            "Ein **fetter** [Link *dort*](https://e.org \"T\").[^1]",
            Some("A [link *there*](https://e.org \"T\") in **bold**.[^1]"),
        ),
        unit("s-def", "Noch nichts. 1 < 2 & 3", None),
        unit("s-ghi", "- a\n- `b`\n\n  c\u{1}\r\n", Some("- a\n- `b`\n\n  c")),
    ])
}

#[test]
fn a_file_comes_back_as_it_went() {
    let sample = sample();
    let back = read(write(&sample).as_bytes()).expect("ours");
    assert_eq!(back.document, sample);
    assert_eq!(back.problems, []);
}

#[test]
fn marks_are_codes_of_the_same_ids_in_both() {
    let file = write(&sample());
    let unit = file.split("<unit ").nth(2).expect("a unit");
    let (source, target) = unit.split_once("</source>").expect("two texts");
    assert!(
        source.contains("<pc id=\"1\" dataRefStart=\"d1\" dataRefEnd=\"d1\" type=\"fmt\">fetter</pc>"),
        "{source}"
    );
    assert!(
        target.contains("<pc id=\"1\" dataRefStart=\"d1\" dataRefEnd=\"d1\" type=\"fmt\">bold</pc>"),
        "{target}"
    );
    assert!(target.contains("<pc id=\"3\"") && target.contains("<ph id=\"4\""), "{target}");
}

/// The constraints of the specification that the schema can't say, and those it can.
fn is_valid(file: &str) {
    let root = tree(file).expect("well-formed");
    assert_eq!((root.name.as_str(), root.attribute("version")), ("xliff", Some("2.1")));
    let file = root.child("file").expect("a file");
    assert!(file.attribute("id").is_some() && root.attribute("srcLang").is_some());
    let mut ids = Vec::new();
    for unit in file.children("unit") {
        let id = unit.attribute("id").expect("an id");
        assert!(!ids.contains(&id), "unit ids are unique in the file");
        ids.push(id);
        let order = |name: &str| {
            ["metadata", "notes", "originalData", "segment"].iter().position(|known| *known == name)
        };
        let places: Vec<_> = unit.elements().map(|element| order(&element.name).expect("known")).collect();
        assert!(places.is_sorted(), "elements are in the schema's order: {places:?}");
        let data: Vec<_> =
            unit.child("originalData").into_iter().flat_map(|data| data.children("data")).collect();
        let data: Vec<_> = data.into_iter().filter_map(|data| data.attribute("id")).collect();
        let unique: std::collections::BTreeSet<_> = data.iter().collect();
        assert_eq!(unique.len(), data.len(), "data ids are unique in the unit");
        for segment in unit.children("segment") {
            let kinds: Vec<_> = segment.elements().map(|element| element.name.as_str()).collect();
            assert!(kinds == ["source"] || kinds == ["source", "target"]);
            for text in segment.elements() {
                let mut codes = Vec::new();
                is_content(text, &data, &mut codes);
                let unique: std::collections::BTreeSet<_> = codes.iter().collect();
                assert_eq!(unique.len(), codes.len(), "codes' ids are unique in a text");
            }
        }
    }
}

fn is_content<'a>(element: &'a tree::Element, data: &[&str], codes: &mut Vec<&'a str>) {
    for inner in element.elements() {
        let references: &[&str] = match inner.name.as_str() {
            "cp" => continue,
            "ph" => &["dataRef"],
            "pc" => &["dataRefStart", "dataRefEnd"],
            other => panic!("<{other}> in a text"),
        };
        for reference in references {
            assert!(
                data.contains(&inner.attribute(reference).expect("a reference")),
                "references lead somewhere"
            );
        }
        codes.push(inner.attribute("id").expect("an id"));
        is_content(inner, data, codes);
    }
}

#[test]
fn what_is_written_is_valid() {
    is_valid(&write(&sample()));
}

#[test]
fn tools_may_do_what_the_standard_allows() {
    let file = write(&document(vec![unit("s-abc", "Ein *a* und **b**. Noch einer.", None)]));
    let source = file
        .split("<source xml:space=\"preserve\">")
        .nth(1)
        .and_then(|rest| rest.split("</source>").next())
        .expect("a source");
    let first = source.replace(". Noch einer.", ".");
    let segments = format!(
        "<segment id=\"s1\" state=\"translated\"><source>{first}</source><target>One <mrk id=\"m1\" type=\"term\">\
         <pc id=\"2\">b</pc></mrk> and <sc id=\"1\" dataRef=\"d1\"/>a<ec startRef=\"1\"/>.</target></segment><ignorable><source> </source></ignorable>\
         <segment id=\"s2\" state=\"final\"><source>Noch einer.</source><target><![CDATA[One & more.]]></target></segment>"
    );
    let (before, after) =
        (file.split("<segment ").next().expect("a unit"), file.split("</segment>").nth(1).expect("the end"));
    let foreign = "<x:tool xmlns:x=\"urn:x\">not ours</x:tool><!-- nor this -->";
    let back = read(format!("\u{feff}{before}{segments}{foreign}{after}").as_bytes()).expect("read");
    let unit = &back.document.units[0];
    assert_eq!(unit.target.as_deref(), Some("One **b** and *a*. One & more."));
    assert_eq!((unit.source.as_str(), unit.state), ("Ein *a* und **b**. Noch einer.", UnitState::Translated));
    assert_eq!(back.problems, []);
}

#[test]
fn problems_are_told_by_unit() {
    let file = write(&sample());
    let broken = file.replace(
        "in <pc id=\"1\" dataRefStart=\"d1\" dataRefEnd=\"d1\" type=\"fmt\">bold</pc>",
        "in bold<ph id=\"99\"/>",
    );
    let back = read(broken.as_bytes()).expect("read");
    assert_eq!(
        back.problems,
        [
            ("s-abc".to_owned(), Problem::Unknown(1)),
            ("s-abc".to_owned(), Problem::Lost(vec!["**…**".to_owned()]))
        ]
    );
    let twice = read(file.replace("name=\"s-def\"", "name=\"s-abc\"").as_bytes()).expect("read");
    assert_eq!((twice.document.units.len(), &twice.problems[0].1), (3, &Problem::Twice));
}

#[test]
fn bad_files_are_refused() {
    let file = write(&sample());
    let bomb = "<!DOCTYPE x [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]><x>&b;</x>";
    let deep = format!("<xliff xmlns=\"{CORE}\" version=\"2.1\">{}", "<file>".repeat(100));
    let no_story = file.replace("type=\"article\"", "type=\"other\"");
    let other_version = file.replace("version=\"2.1\"", "version=\"1.2\"");
    let table = [
        ("", ReadError::NotXliff),
        ("just words", ReadError::NotXliff),
        ("<html/>", ReadError::NotXliff),
        (bomb, ReadError::Entities),
        (&deep, ReadError::TooDeep),
        (&no_story, ReadError::NotOurs),
        (&other_version, ReadError::NotXliff),
    ];
    for (bad, expected) in table {
        assert_eq!(read(bad.as_bytes()).expect_err(bad), expected, "{bad}");
    }
    assert!(matches!(read(b"<xliff><file></xliff>"), Err(ReadError::NotXml { .. })));
    assert_eq!(read(&vec![b' '; LARGEST + 1]), Err(ReadError::TooLarge));
    assert_eq!(read(b"\xff\xfe"), Err(ReadError::NotText));
}

proptest! {
    #[test]
    fn nothing_is_lost(
        source in "[a-zä *_~`\\[\\]()!<>&\"'\\\\\n|#>.:^0-9\u{0}\u{1}\r\t-]{0,60}[a-z]",
        target in "[a-zä *_~`\\[\\]()!<>&\"'\\\\\n|#>.:^0-9\u{0}\u{1}\r\t-]{0,60}[a-z]",
    ) {
        let sample = document(vec![unit("s-abc", &source, Some(&target))]);
        let file = write(&sample);
        is_valid(&file);
        let back = read(file.as_bytes()).expect("ours");
        prop_assert_eq!(back.document, sample);
    }
}
