//! Writing a file.

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesEnd, BytesStart, BytesText, Event};

use super::codes::Codes;
use super::{CATEGORY, CORE, Document, METADATA, Unit};
use crate::marks::parts;

type Out = Writer<Vec<u8>>;

/// The file, as UTF-8.
#[must_use]
pub fn write(document: &Document) -> String {
    let mut out = Writer::new(Vec::new());
    // Writing to memory can't fail.
    let _ = document_to(&mut out, document);
    String::from_utf8(out.into_inner()).unwrap_or_default()
}

fn document_to(out: &mut Out, document: &Document) -> std::io::Result<()> {
    out.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
    let attributes = [
        ("xmlns", CORE),
        ("xmlns:mda", METADATA),
        ("version", "2.1"),
        ("srcLang", &document.source_locale),
        ("trgLang", &document.target_locale),
    ];
    start(out, "xliff", &attributes)?;
    let direction = |right_to_left: bool| if right_to_left { "rtl" } else { "ltr" };
    let attributes = [
        ("id", "f1"),
        ("original", document.key.as_str()),
        ("canResegment", "no"),
        ("srcDir", direction(document.right_to_left.0)),
        ("trgDir", direction(document.right_to_left.1)),
        ("xml:space", "preserve"),
    ];
    start(out, "file", &attributes)?;
    let metadata = [
        ("article", document.article.clone()),
        ("source-version", document.source_version.to_string()),
        ("target-version", document.target_version.to_string()),
    ];
    metadata_to(out, &metadata)?;
    for (place, unit) in document.units.iter().enumerate() {
        unit_to(out, place + 1, unit)?;
    }
    end(out, "file")?;
    end(out, "xliff")
}

fn unit_to(out: &mut Out, place: usize, unit: &Unit) -> std::io::Result<()> {
    let id = format!("u{place}");
    start(out, "unit", &[("id", &id), ("name", &unit.name)])?;
    let mut metadata = vec![("kind", unit.kind.clone())];
    metadata.extend(unit.target_hash.clone().map(|hash| ("target-hash", hash)));
    metadata_to(out, &metadata)?;
    if let Some(note) = &unit.note {
        start(out, "notes", &[])?;
        text_element(out, "note", &[], note)?;
        end(out, "notes")?;
    }
    let source = parts(&unit.source);
    let target = unit.target.as_deref().map(parts);
    let mut codes = Codes::of_source(&source);
    codes.add(target.as_deref().unwrap_or_default());
    codes.write_data(out)?;
    start(out, "segment", &[("id", "s1"), ("state", unit.state.as_str())])?;
    start(out, "source", &[("xml:space", "preserve")])?;
    codes.write_source(out, &source)?;
    end(out, "source")?;
    if let Some(target) = &target {
        start(out, "target", &[("xml:space", "preserve")])?;
        codes.write(out, target)?;
        end(out, "target")?;
    }
    end(out, "segment")?;
    end(out, "unit")
}

fn metadata_to(out: &mut Out, all: &[(&str, String)]) -> std::io::Result<()> {
    start(out, "mda:metadata", &[])?;
    start(out, "mda:metaGroup", &[("category", CATEGORY)])?;
    for (name, value) in all {
        text_element(out, "mda:meta", &[("type", name)], value)?;
    }
    end(out, "mda:metaGroup")?;
    end(out, "mda:metadata")
}

fn start(out: &mut Out, name: &str, attributes: &[(&str, &str)]) -> std::io::Result<()> {
    let start = BytesStart::new(name).with_attributes(attributes.iter().copied());
    out.write_event(Event::Start(start))
}

fn end(out: &mut Out, name: &str) -> std::io::Result<()> {
    out.write_event(Event::End(BytesEnd::new(name)))
}

fn text_element(out: &mut Out, name: &str, attributes: &[(&str, &str)], text: &str) -> std::io::Result<()> {
    start(out, name, attributes)?;
    out.write_event(Event::Text(BytesText::new(text)))?;
    end(out, name)
}
