//! An XML document as a tree, under limits: no document types, no entities but XML's own five, no
//! deeper than a translation tool would nest.

use quick_xml::events::{BytesStart, Event};
use quick_xml::name::ResolveResult;
use quick_xml::{NsReader, XmlVersion};

use super::ReadError;
use super::{CORE, METADATA};

/// Deepest nesting.
const DEEPEST: usize = 60;

/// An element of the core or of the metadata; those of other namespaces are left out.
#[derive(Debug, Default)]
pub(super) struct Element {
    /// Its local name.
    pub(super) name: String,
    attributes: Vec<(String, String)>,
    pub(super) nodes: Vec<Node>,
    /// Whether it is one that we read.
    is_known: bool,
}

#[derive(Debug)]
pub(super) enum Node {
    Text(String),
    Element(Element),
}

impl Element {
    pub(super) fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(own, _)| own == name).map(|(_, value)| value.as_str())
    }

    pub(super) fn elements(&self) -> impl Iterator<Item = &Self> {
        self.nodes.iter().filter_map(|node| match node {
            Node::Element(element) => Some(element),
            Node::Text(_) => None,
        })
    }

    pub(super) fn children<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a Self> {
        self.elements().filter(move |element| element.name == name)
    }

    pub(super) fn child(&self, name: &str) -> Option<&Self> {
        self.elements().find(|element| element.name == name)
    }

    /// The text in it, without what is in its elements.
    pub(super) fn text(&self) -> String {
        let texts = self.nodes.iter().filter_map(|node| match node {
            Node::Text(text) => Some(text.as_str()),
            Node::Element(_) => None,
        });
        texts.collect()
    }

    fn push_text(&mut self, text: &str) {
        match self.nodes.last_mut() {
            Some(Node::Text(last)) => last.push_str(text),
            _ => self.nodes.push(Node::Text(text.to_owned())),
        }
    }
}

/// Reads a document; gives its root.
pub(super) fn tree(document: &str) -> Result<Element, ReadError> {
    let mut reader = NsReader::from_str(document);
    let mut open: Vec<Element> = vec![Element::default()];
    loop {
        let position = reader.buffer_position();
        let (namespace, event) = reader
            .read_resolved_event()
            .map_err(|error| ReadError::NotXml { at: position, why: error.to_string() })?;
        let broken = |why: String| ReadError::NotXml { at: position, why };
        let Some(top) = open.last_mut() else { return Err(broken("no element is open".to_owned())) };
        match event {
            Event::Start(start) => {
                let element = element(&start, is_known(&namespace)).map_err(broken)?;
                if open.len() >= DEEPEST {
                    return Err(ReadError::TooDeep);
                }
                open.push(element);
            }
            Event::Empty(start) => {
                let element = element(&start, is_known(&namespace)).map_err(broken)?;
                if element.is_known {
                    top.nodes.push(Node::Element(element));
                }
            }
            Event::End(_) => {
                let Some(closed) = open.pop() else { continue };
                if let Some(around) = open.last_mut()
                    && closed.is_known
                {
                    around.nodes.push(Node::Element(closed));
                }
            }
            Event::Text(text) => top.push_text(&text.xml10_content()),
            Event::CData(text) => top.push_text(&text.xml10_content()),
            Event::GeneralRef(reference) => {
                let own = reference.resolve_char_ref().map_err(|error| broken(error.to_string()))?;
                let named = match &*reference.xml10_content() {
                    "amp" => Some('&'),
                    "lt" => Some('<'),
                    "gt" => Some('>'),
                    "quot" => Some('"'),
                    "apos" => Some('\''),
                    _ => None,
                };
                top.push_text(own.or(named).ok_or(ReadError::Entities)?.encode_utf8(&mut [0; 4]));
            }
            Event::DocType(_) => return Err(ReadError::Entities),
            Event::Comment(_) | Event::Decl(_) | Event::PI(_) => {}
            Event::Eof => break,
        }
    }
    let root = open.into_iter().next().and_then(|outside| {
        outside.nodes.into_iter().find_map(|node| match node {
            Node::Element(element) => Some(element),
            Node::Text(_) => None,
        })
    });
    root.ok_or(ReadError::NotXliff)
}

fn is_known(namespace: &ResolveResult<'_>) -> bool {
    matches!(namespace, ResolveResult::Bound(bound) if [CORE, METADATA].iter().any(|known| *known == bound.as_ref()))
}

fn element(start: &BytesStart<'_>, is_known: bool) -> Result<Element, String> {
    let mut attributes = Vec::new();
    for attribute in start.attributes() {
        let attribute = attribute.map_err(|error| error.to_string())?;
        let value = attribute.normalized_value(XmlVersion::Implicit1_0).map_err(|error| error.to_string())?;
        attributes.push((attribute.key.as_ref().to_owned(), value.into_owned()));
    }
    Ok(Element { name: start.local_name().as_ref().to_owned(), attributes, nodes: Vec::new(), is_known })
}
