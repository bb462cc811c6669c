//! The words of an index: looked up, listed by their beginning, or found by their likeness.

use std::collections::BTreeMap;
use std::io;
use std::sync::Arc;

use tantivy::fieldnorm::FieldNormReader;
use tantivy::postings::TermInfo;
use tantivy::schema::Field;
use tantivy::{InvertedIndexReader, Searcher};

use super::likeness::Likeness;
use super::schema::Fields;
use crate::engine::SearchError;

/// Usual length of what everyone may see, of the other half, and of a title, in words. Fixed, so
/// that a text nobody may read doesn't change how much a word in another counts.
const OPEN_LENGTH: f32 = 120.0;
const CLOSED_LENGTH: f32 = 600.0;
const TITLE_LENGTH: f32 = 8.0;

/// How fast a repeated word ceases to count (BM25's k1), and how much long texts are held against
/// (its b).
const SATURATION: f32 = 1.2;
const LENGTH_COUNTS: f32 = 0.6;

/// Most words that are looked at for one beginning in one segment, and most that are taken: the
/// most frequent.
const MOST_LISTED: usize = 4_000;
const MOST_TAKEN: usize = 128;

/// The dictionaries of a view, one for each field of words.
pub(super) struct Dictionaries {
    pub(super) title: Dictionary,
    pub(super) open: Dictionary,
    pub(super) open_stems: Dictionary,
    pub(super) closed: Dictionary,
    pub(super) closed_stems: Dictionary,
}

/// The words of one field.
pub(super) struct Dictionary {
    pub(super) field: Field,
    pub(super) segments: Vec<Segment>,
    /// What the length of a text does to a match, by the length as the index notes it.
    pub(super) by_length: Vec<f32>,
}

/// The words of one field in one segment.
pub(super) struct Segment {
    pub(super) words: Arc<InvertedIndexReader>,
    pub(super) lengths: Option<FieldNormReader>,
}

/// Where a word, or several, are found: the segment and the place in it.
pub(super) type Places = Vec<(usize, TermInfo)>;

/// A word that is like another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Alike {
    /// As it is spelt in the index.
    pub(super) term: Vec<u8>,
    /// Texts it is in.
    pub(super) texts: u32,
}

impl Dictionaries {
    pub(super) fn open(searcher: &Searcher, fields: &Fields) -> Result<Self, SearchError> {
        Ok(Self {
            title: Dictionary::open(searcher, fields.title, TITLE_LENGTH)?,
            open: Dictionary::open(searcher, fields.open, OPEN_LENGTH)?,
            open_stems: Dictionary::open(searcher, fields.open_stems, OPEN_LENGTH)?,
            closed: Dictionary::open(searcher, fields.closed, CLOSED_LENGTH)?,
            closed_stems: Dictionary::open(searcher, fields.closed_stems, CLOSED_LENGTH)?,
        })
    }
}

impl Dictionary {
    fn open(searcher: &Searcher, field: Field, usual: f32) -> Result<Self, SearchError> {
        let segments = searcher.segment_readers().iter().map(|segment| {
            let words = segment.inverted_index(field)?;
            Ok(Segment { words, lengths: segment.fieldnorms_readers().get_field(field)? })
        });
        let by_length = (0..=u8::MAX).map(|id| {
            #[expect(clippy::cast_precision_loss, reason = "a length in words")]
            let length = FieldNormReader::id_to_fieldnorm(id) as f32;
            SATURATION * (1.0 - LENGTH_COUNTS + LENGTH_COUNTS * length / usual)
        });
        Ok(Self {
            field,
            segments: segments.collect::<Result<_, SearchError>>()?,
            by_length: by_length.collect(),
        })
    }

    /// Where a word stands.
    pub(super) fn word(&self, term: &str) -> io::Result<Places> {
        let mut places = Places::new();
        for (number, segment) in self.segments.iter().enumerate() {
            places.extend(segment.words.terms().get(term)?.map(|info| (number, info)));
        }
        Ok(places)
    }

    /// Where the words between these two stand; of very many, the most frequent.
    pub(super) fn between(&self, first: &str, last: &str) -> io::Result<Places> {
        let mut places = Places::new();
        for (number, segment) in self.segments.iter().enumerate() {
            let mut listed = Vec::new();
            let mut words = segment.words.terms().range().ge(first).le(last).into_stream()?;
            while listed.len() < MOST_LISTED && words.advance() {
                listed.push(words.value().clone());
            }
            if listed.len() > MOST_TAKEN {
                listed.select_nth_unstable_by(MOST_TAKEN, |a, b| b.doc_freq.cmp(&a.doc_freq));
                listed.truncate(MOST_TAKEN);
            }
            places.extend(listed.into_iter().map(|info| (number, info)));
        }
        Ok(places)
    }

    /// The words that are like another, the most frequent first.
    pub(super) fn alike(&self, likeness: &Likeness, most: usize) -> io::Result<Vec<Alike>> {
        let mut texts: BTreeMap<Vec<u8>, u32> = BTreeMap::new();
        for segment in &self.segments {
            let mut words = segment.words.terms().search(likeness).into_stream()?;
            let mut listed = 0;
            while let Some((term, info)) = words.next().filter(|_| listed < MOST_LISTED) {
                listed += 1;
                *texts.entry(term.to_owned()).or_default() += info.doc_freq;
            }
        }
        let mut found: Vec<Alike> = texts.into_iter().map(|(term, texts)| Alike { term, texts }).collect();
        found.sort_by(|a, b| b.texts.cmp(&a.texts).then_with(|| a.term.cmp(&b.term)));
        found.truncate(most);
        Ok(found)
    }
}

/// Texts in which these words stand, at most.
pub(super) fn texts(places: &Places) -> u32 {
    places.iter().map(|(_, info)| info.doc_freq).fold(0, u32::saturating_add)
}

/// How much a word says that is in so many of so many texts (BM25's idf).
#[expect(clippy::cast_precision_loss, reason = "numbers of texts")]
pub(super) fn rarity(texts: u32, of: u32) -> f32 {
    let (texts, of) = (texts as f32, of.max(texts) as f32);
    (1.0 + (of - texts + 0.5) / (texts + 0.5)).ln()
}

/// What a word is worth that stands so often in a text, before its rarity.
#[expect(clippy::cast_precision_loss, reason = "a number of words")]
pub(super) fn frequency(times: u32, by_length: f32) -> f32 {
    let times = times as f32;
    times * (SATURATION + 1.0) / (times + by_length)
}
