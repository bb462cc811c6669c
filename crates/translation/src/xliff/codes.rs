//! Marks as inline codes, and back.

use std::collections::BTreeMap;

use quick_xml::Writer;
use quick_xml::events::{BytesEnd, BytesStart, BytesText, Event};

use super::tree::{Element, Node};
use crate::marks::Part;

/// The codes of a unit: originals by id of their data, and the ids that codes of the source have.
#[derive(Default)]
pub(super) struct Codes {
    /// Originals, in order of their first use.
    data: Vec<String>,
    /// The source's codes that the target hasn't used yet: first mark, second mark, id.
    free: Vec<(String, String, String)>,
    next: usize,
    is_source: bool,
}

type Out = Writer<Vec<u8>>;

impl Codes {
    /// Names the marks of the source.
    pub(super) fn of_source(parts: &[Part]) -> Self {
        let mut codes = Self { is_source: true, ..Self::default() };
        codes.gather(parts);
        codes
    }

    /// Names the originals that the target has besides.
    pub(super) fn add(&mut self, parts: &[Part]) {
        let free = std::mem::take(&mut self.free);
        let next = self.next;
        self.gather(parts);
        (self.free, self.next) = (free, next);
    }

    fn gather(&mut self, parts: &[Part]) {
        for part in parts {
            match part {
                Part::Text(_) => {}
                Part::Alone(mark) => {
                    self.keep(mark);
                    self.name(mark, "");
                }
                Part::Pair { open, inner, close } => {
                    self.keep(open);
                    self.keep(close);
                    self.name(open, close);
                    self.gather(inner);
                }
            }
        }
    }

    fn name(&mut self, open: &str, close: &str) {
        self.next += 1;
        self.free.push((open.to_owned(), close.to_owned(), self.next.to_string()));
    }

    fn keep(&mut self, original: &str) {
        if !self.data.iter().any(|known| known == original) {
            self.data.push(original.to_owned());
        }
    }

    fn data_id(&self, original: &str) -> String {
        let place = self.data.iter().position(|known| known == original).unwrap_or(0);
        format!("d{}", place + 1)
    }

    /// The id of a code: the source's for the same marks, if it has them, else a new one.
    fn id(&mut self, open: &str, close: &str) -> String {
        let known = self.free.iter().position(|(first, second, _)| first == open && second == close);
        if let Some(place) = known {
            return self.free.remove(place).2;
        }
        self.next += 1;
        self.next.to_string()
    }

    /// `<originalData>`, if there is any.
    pub(super) fn write_data(&self, out: &mut Out) -> std::io::Result<()> {
        if self.data.is_empty() {
            return Ok(());
        }
        out.write_event(Event::Start(BytesStart::new("originalData")))?;
        for original in &self.data {
            let id = self.data_id(original);
            let start =
                BytesStart::new("data").with_attributes([("id", id.as_str()), ("xml:space", "preserve")]);
            out.write_event(Event::Start(start))?;
            write_text(out, original)?;
            out.write_event(Event::End(BytesEnd::new("data")))?;
        }
        out.write_event(Event::End(BytesEnd::new("originalData")))
    }

    /// The content of `<source>`; afterwards the codes are free for `<target>`.
    pub(super) fn write_source(&mut self, out: &mut Out, parts: &[Part]) -> std::io::Result<()> {
        let free = self.free.clone();
        self.write(out, parts)?;
        self.free = free;
        self.is_source = false;
        Ok(())
    }

    /// The content of `<target>`.
    pub(super) fn write(&mut self, out: &mut Out, parts: &[Part]) -> std::io::Result<()> {
        for part in parts {
            match part {
                Part::Text(text) => write_text(out, text)?,
                Part::Alone(mark) => {
                    let (id, data) = (self.id(mark, ""), self.data_id(mark));
                    let code = BytesStart::new("ph");
                    let code = code.with_attributes([
                        ("id", id.as_str()),
                        ("dataRef", &data),
                        ("disp", mark.trim()),
                    ]);
                    out.write_event(Event::Empty(code))?;
                }
                Part::Pair { open, inner, close } => {
                    let (id, start, end) = (self.id(open, close), self.data_id(open), self.data_id(close));
                    let kind = if open == "[" { "link" } else { "fmt" };
                    let attributes =
                        [("id", id.as_str()), ("dataRefStart", &start), ("dataRefEnd", &end), ("type", kind)];
                    out.write_event(Event::Start(BytesStart::new("pc").with_attributes(attributes)))?;
                    self.write(out, inner)?;
                    out.write_event(Event::End(BytesEnd::new("pc")))?;
                }
            }
        }
        Ok(())
    }
}

/// Text; what XML can't hold is written as `<cp>`. So are carriage returns, which XML readers
/// change into line feeds.
pub(super) fn write_text(out: &mut Out, text: &str) -> std::io::Result<()> {
    let mut rest = text;
    while let Some(at) = rest.find(is_unspeakable) {
        out.write_event(Event::Text(BytesText::new(&rest[..at])))?;
        let Some(c) = rest[at..].chars().next() else { break };
        let hex = format!("{:04X}", u32::from(c));
        out.write_event(Event::Empty(BytesStart::new("cp").with_attributes([("hex", hex.as_str())])))?;
        rest = &rest[at + c.len_utf8()..];
    }
    out.write_event(Event::Text(BytesText::new(rest)))
}

/// What a text of XML 1.0 can't hold.
fn is_unspeakable(c: char) -> bool {
    (c.is_control() && !matches!(c, '\t' | '\n' | '\u{7f}'..='\u{9f}'))
        || matches!(c, '\u{fffe}' | '\u{ffff}')
}

/// The originals of a unit, by the id of their data.
pub(super) fn originals(unit: &Element) -> BTreeMap<String, String> {
    let data = unit.child("originalData").into_iter().flat_map(|data| data.children("data"));
    data.filter_map(|data| Some((data.attribute("id")?.to_owned(), plain(data)))).collect()
}

/// Text with `<cp>` in it.
fn plain(element: &Element) -> String {
    let mut text = String::new();
    for node in &element.nodes {
        match node {
            Node::Text(own) => text.push_str(own),
            Node::Element(inner) if inner.name == "cp" => text.extend(code_point(inner)),
            Node::Element(inner) => text.push_str(&plain(inner)),
        }
    }
    text
}

fn code_point(element: &Element) -> Option<char> {
    element.attribute("hex").and_then(|hex| u32::from_str_radix(hex, 16).ok()).and_then(char::from_u32)
}

/// Originals of the source's codes by the codes' ids, for tools that drop references.
pub(super) type Known = BTreeMap<String, (String, String)>;

/// The codes of a text, by id: first and second original.
pub(super) fn known(element: &Element, data: &BTreeMap<String, String>, known: &mut Known) {
    let original = |element: &Element, name: &str| {
        element.attribute(name).and_then(|id| data.get(id)).cloned().unwrap_or_default()
    };
    for inner in element.elements() {
        if let Some(id) = inner.attribute("id") {
            let pair = match inner.name.as_str() {
                "ph" => (original(inner, "dataRef"), String::new()),
                "pc" => (original(inner, "dataRefStart"), original(inner, "dataRefEnd")),
                _ => continue,
            };
            known.insert(id.to_owned(), pair);
        }
        self::known(inner, data, known);
    }
}

/// The Markdown of `<source>` or `<target>`; `unknown` counts codes whose original nobody knows.
pub(super) fn markdown(
    element: &Element,
    data: &BTreeMap<String, String>,
    known: &Known,
    unknown: &mut usize,
) -> String {
    let mut text = String::new();
    for node in &element.nodes {
        let inner = match node {
            Node::Text(own) => {
                text.push_str(own);
                continue;
            }
            Node::Element(inner) => inner,
        };
        let id = inner.attribute("id").or_else(|| inner.attribute("copyOf"));
        let by_id = id
            .and_then(|id| known.get(id))
            .or_else(|| inner.attribute("copyOf").and_then(|id| known.get(id)));
        let mut original = |reference: &str, own: Option<&String>| {
            let found = inner.attribute(reference).and_then(|id| data.get(id)).or(own);
            if found.is_none() {
                *unknown += 1;
            }
            found.cloned().unwrap_or_default()
        };
        match inner.name.as_str() {
            "cp" => text.extend(code_point(inner)),
            "ph" => text.push_str(&original("dataRef", by_id.map(|pair| &pair.0))),
            // A pair that was cut in two, for codes that overlap.
            "sc" => text.push_str(&original("dataRef", by_id.map(|pair| &pair.0))),
            "ec" => {
                let start = inner.attribute("startRef").and_then(|id| known.get(id)).or(by_id);
                text.push_str(&original("dataRef", start.map(|pair| &pair.1)));
            }
            "pc" => {
                let open = original("dataRefStart", by_id.map(|pair| &pair.0));
                let close = original("dataRefEnd", by_id.map(|pair| &pair.1));
                text.push_str(&open);
                text.push_str(&markdown(inner, data, known, unknown));
                text.push_str(&close);
            }
            // Annotations: only what is in them is text.
            _ => text.push_str(&markdown(inner, data, known, unknown)),
        }
    }
    text
}
