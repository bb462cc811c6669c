//! Reading what a translator sends back. Nothing in it is believed: size, nesting and entities are
//! limited, and what can't be read of a unit is told about that unit.

use super::codes::{self, Known, markdown, originals};
use super::tree::{Element, tree};
use super::{CATEGORY, Document, LARGEST, Unit, UnitState};
use crate::marks::{lost, parts};

/// A file as it was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Read {
    /// What it says.
    pub document: Document,
    /// What is wrong with some units, by name.
    pub problems: Vec<(String, Problem)>,
}

/// What is wrong with a unit. Its text is given nevertheless.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Problem {
    /// Marks of the source that the translation lacks.
    Lost(Vec<String>),
    /// Codes whose original isn't in the file.
    Unknown(usize),
    /// The file has another unit of that name; the first counts.
    Twice,
}

/// Why a file can't be read.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
pub enum ReadError {
    /// More bytes than a story has.
    #[error("the file is larger than {} MiB", LARGEST / 1024 / 1024)]
    TooLarge,
    /// It isn't UTF-8.
    #[error("the file isn't UTF-8")]
    NotText,
    /// It isn't well-formed.
    #[error("the file isn't well-formed XML at byte {at}: {why}")]
    NotXml {
        /// Where.
        at: u64,
        /// What the parser says.
        why: String,
    },
    /// It declares a document type or uses entities.
    #[error("the file has a document type or entities, which aren't read")]
    Entities,
    /// It is nested deeper than any XLIFF is.
    #[error("the file is nested too deep")]
    TooDeep,
    /// It is XML, but not XLIFF 2.
    #[error("the file isn't XLIFF 2")]
    NotXliff,
    /// It isn't one of ours, or has lost what says which story it is.
    #[error("the file doesn't say which story it translates")]
    NotOurs,
}

/// Reads a file.
pub fn read(file: &[u8]) -> Result<Read, ReadError> {
    if file.len() > LARGEST {
        return Err(ReadError::TooLarge);
    }
    let text = std::str::from_utf8(file).map_err(|_| ReadError::NotText)?;
    let root = tree(text.trim_start_matches('\u{feff}'))?;
    let version = root.attribute("version").unwrap_or_default();
    if root.name != "xliff" || !version.starts_with("2.") {
        return Err(ReadError::NotXliff);
    }
    let file = root.child("file").ok_or(ReadError::NotXliff)?;
    let about = metadata(file);
    let find = |name: &str| about.iter().find(|(own, _)| own == name).map(|(_, value)| value.clone());
    let number = |name: &str| find(name).and_then(|value| value.parse().ok()).ok_or(ReadError::NotOurs);
    let language = |name: &str| root.attribute(name).unwrap_or_default().to_owned();
    let mut document = Document {
        article: find("article").ok_or(ReadError::NotOurs)?,
        key: file.attribute("original").unwrap_or_default().to_owned(),
        source_locale: language("srcLang"),
        target_locale: language("trgLang"),
        right_to_left: (file.attribute("srcDir") == Some("rtl"), file.attribute("trgDir") == Some("rtl")),
        source_version: number("source-version")?,
        target_version: number("target-version")?,
        units: Vec::new(),
    };
    let mut problems = Vec::new();
    units(file, &mut document.units, &mut problems);
    Ok(Read { document, problems })
}

/// The units, those in groups too.
fn units(within: &Element, units: &mut Vec<Unit>, problems: &mut Vec<(String, Problem)>) {
    for element in within.elements() {
        match element.name.as_str() {
            "group" => self::units(element, units, problems),
            "unit" => {
                let unit = unit(element, problems);
                if units.iter().any(|other| other.name == unit.name) {
                    problems.push((unit.name, Problem::Twice));
                } else {
                    units.push(unit);
                }
            }
            _ => {}
        }
    }
}

fn unit(element: &Element, problems: &mut Vec<(String, Problem)>) -> Unit {
    let data = originals(element);
    let segments: Vec<&Element> =
        element.elements().filter(|part| matches!(part.name.as_str(), "segment" | "ignorable")).collect();
    let mut known = Known::new();
    for source in segments.iter().filter_map(|segment| segment.child("source")) {
        codes::known(source, &data, &mut known);
    }
    let (mut source, mut target) = (String::new(), None::<String>);
    let mut state = UnitState::Final;
    let (mut unknown, mut nothing) = (0, 0);
    for segment in segments {
        let own = segment.child("source").map(|own| markdown(own, &data, &known, &mut nothing));
        let translated = segment.child("target").map(|own| markdown(own, &data, &known, &mut unknown));
        if segment.name == "segment" {
            let word = segment.attribute("state").unwrap_or_default();
            state = state.min(UnitState::parse(word).unwrap_or(UnitState::Initial));
        }
        // Space between segments is the same in both unless it says otherwise.
        let translated = translated.or_else(|| own.clone().filter(|_| segment.name == "ignorable"));
        source.push_str(&own.unwrap_or_default());
        if let Some(translated) = translated {
            target.get_or_insert_default().push_str(&translated);
        }
    }
    let target = target.filter(|target| !target.trim().is_empty());
    let about = metadata(element);
    let find = |name: &str| about.iter().find(|(own, _)| own == name).map(|(_, value)| value.clone());
    let unit = Unit {
        name: element.attribute("name").or(element.attribute("id")).unwrap_or_default().to_owned(),
        kind: find("kind").unwrap_or_default(),
        target_hash: find("target-hash"),
        state: if target.is_some() { state } else { UnitState::Initial },
        note: element.child("notes").and_then(|notes| notes.child("note")).map(Element::text),
        source,
        target,
    };
    if unknown > 0 {
        problems.push((unit.name.clone(), Problem::Unknown(unknown)));
    }
    if let Some(target) = &unit.target {
        let lost = lost(&parts(&unit.source), &parts(target));
        if !lost.is_empty() {
            problems.push((unit.name.clone(), Problem::Lost(lost)));
        }
    }
    unit
}

/// Our metadata of an element.
fn metadata(element: &Element) -> Vec<(String, String)> {
    let groups = element.children("metadata").flat_map(|metadata| metadata.children("metaGroup"));
    let ours = groups.filter(|group| group.attribute("category") == Some(CATEGORY));
    let all = ours.flat_map(|group| group.children("meta"));
    all.filter_map(|meta| Some((meta.attribute("type")?.to_owned(), meta.text()))).collect()
}
