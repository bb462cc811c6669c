//! From segments to words: what stands together without a gap is one word.

use std::ops::Range;
use std::sync::LazyLock;

use charabia::{Script, Token, Tokenizer, TokenizerBuilder};

use super::grams::{has_dictionary, is_gapless};
use super::language::{Apostrophe, Profile};

/// Shortest part of a compound, in letters; the dictionary also cuts off endings.
const SHORTEST_PART: usize = 3;
/// Longest word that an apostrophe makes say nothing: `jusqu'`, `quest'`, `they're`.
const LONGEST_ELIDED: usize = 6;

static TOKENIZER: LazyLock<Tokenizer<'static>> =
    LazyLock::new(|| TokenizerBuilder::<Vec<u8>>::default().into_tokenizer());

/// The segments of one word.
#[derive(Debug)]
pub(super) struct Group {
    pub(super) script: Script,
    /// Shortened and joined to the next or previous word by an apostrophe.
    pub(super) elided: bool,
    segments: Vec<Segment>,
}

#[derive(Debug)]
struct Segment {
    range: Range<usize>,
    lemma: String,
}

impl Group {
    /// First byte in the text.
    pub(super) fn start(&self) -> usize {
        self.segments.first().map_or(0, |segment| segment.range.start)
    }

    /// First byte after it.
    pub(super) fn end(&self) -> usize {
        self.segments.last().map_or(0, |segment| segment.range.end)
    }

    /// The whole word, normalised.
    pub(super) fn lemma(&self) -> String {
        self.segments.iter().map(|segment| segment.lemma.as_str()).collect()
    }

    /// The stretches of text that the parts of a compound take; empty if it has just one. What is
    /// too short to be a word belongs to its neighbour.
    pub(super) fn parts(&self) -> Vec<Range<usize>> {
        let mut parts: Vec<(Range<usize>, usize)> = Vec::new();
        for segment in &self.segments {
            let letters = segment.lemma.chars().count();
            match parts.last_mut() {
                Some((range, before)) if letters < SHORTEST_PART || *before < SHORTEST_PART => {
                    range.end = segment.range.end;
                    *before += letters;
                }
                _ => parts.push((segment.range.clone(), letters)),
            }
        }
        if parts.len() < 2 { Vec::new() } else { parts.into_iter().map(|(range, _)| range).collect() }
    }

    /// The stretch of text without the article that was cut off in front.
    pub(super) fn without_article(&self) -> Range<usize> {
        match self.segments.as_slice() {
            [_, noun, ..] => noun.range.start..self.end(),
            _ => self.start()..self.end(),
        }
    }

    fn letters(&self) -> usize {
        self.segments.iter().map(|segment| segment.lemma.chars().count()).sum()
    }
}

/// The words of a text as groups of segments.
pub(super) fn groups(text: &str, profile: &Profile) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    for token in TOKENIZER.tokenize_with_allow_list(text, Some(profile.segmented_as)) {
        if !is_word(&token) {
            continue;
        }
        let between = groups.last().and_then(|group| text.get(group.end()..token.byte_start));
        let script = token.script;
        let range = token.byte_start..token.byte_end;
        let segment = Segment { range, lemma: token.lemma.into_owned() };
        let same_script = groups.last().is_some_and(|group| group.script == script);
        let glue = if same_script { glue(between, script, profile) } else { Glue::None };
        match (glue, groups.last_mut()) {
            (Glue::SameWord, Some(group)) => group.segments.push(segment),
            (glue, before) => {
                let mut group = Group { script, elided: false, segments: vec![segment] };
                if let (Glue::Apostrophe, Some(before)) = (glue, before) {
                    mark_elided(before, &mut group, profile.apostrophe);
                }
                groups.push(group);
            }
        }
    }
    groups
}

#[derive(Clone, Copy, Debug)]
enum Glue {
    None,
    SameWord,
    Apostrophe,
}

/// How a segment is bound to the one before it, given what stands between them.
fn glue(between: Option<&str>, script: Script, profile: &Profile) -> Glue {
    // Dictionaries cut these scripts into words; elsewhere a cut without a gap is within a word.
    let dictionary = match script {
        Script::Thai | Script::Khmer => true,
        Script::Cj | Script::Hangul => has_dictionary(profile),
        _ => false,
    };
    match (between, profile.apostrophe) {
        (Some(""), _) if is_gapless(script, profile) || !dictionary => Glue::SameWord,
        (Some("'" | "’"), Apostrophe::Joins) => Glue::SameWord,
        (Some("'" | "’"), _) => Glue::Apostrophe,
        _ => Glue::None,
    }
}

fn mark_elided(before: &mut Group, after: &mut Group, apostrophe: Apostrophe) {
    match apostrophe {
        Apostrophe::ElidesBefore => before.elided = before.letters() <= LONGEST_ELIDED,
        Apostrophe::ElidesAfter => after.elided = after.letters() <= LONGEST_ELIDED / 2,
        Apostrophe::Separates | Apostrophe::Joins => {}
    }
}

fn is_word(token: &Token<'_>) -> bool {
    !token.is_separator() && token.lemma.chars().any(char::is_alphanumeric)
}
