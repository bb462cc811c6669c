//! What must be known of every document that matches, in memory: some 50 bytes each.
//!
//! Documents are numbered through all segments of a view. Searching reads these columns for each
//! of perhaps many thousand matches, so they are plain arrays, filled from the files at each commit.

use std::collections::HashMap;
use std::hash::Hash;

use content::TermKind;
use kernel::{Access, ArticleId, Locale};
use tantivy::columnar::StrColumn;
use tantivy::{DocAddress, DocId, Searcher};
use uuid::Uuid;

use super::list::DocNumber;
use super::schema::{column, label_parts};
use crate::engine::SearchError;

/// The story of a document that is deleted.
const GONE: u32 = u32::MAX;

/// The columns of a view.
#[derive(Debug, Default)]
pub(super) struct Columns {
    /// Number of each segment's first document.
    starts: Vec<DocNumber>,
    story: Vec<u32>,
    published: Vec<i64>,
    locale: Vec<u32>,
    access: Vec<u32>,
    /// Where the labels of each document begin; one more than there are documents.
    labels_of: Vec<u32>,
    labels: Vec<u32>,
    /// Texts by story, and where those of each begin; one more than there are stories.
    texts: Vec<DocNumber>,
    texts_of: Vec<u32>,
    /// Stories by the id of their article.
    by_article: Vec<u32>,
    /// What the numbers in the columns stand for.
    articles: Vec<u128>,
    locales: Vec<Locale>,
    rules: Vec<Access>,
    labels_known: Vec<(TermKind, String)>,
    /// Names of labels, by language and label.
    names: HashMap<(u32, u32), Box<str>>,
    /// Stories with each label.
    labelled: Vec<u64>,
    in_locale: Vec<u64>,
    newest: i64,
}

/// Gives numbers to values in the order in which they are met.
struct Numbering<T> {
    numbers: HashMap<T, u32>,
    values: Vec<T>,
}

impl<T: Clone + Eq + Hash> Numbering<T> {
    fn new() -> Self {
        Self { numbers: HashMap::new(), values: Vec::new() }
    }

    fn number(&mut self, value: T) -> u32 {
        let next = u32::try_from(self.values.len()).unwrap_or(GONE);
        *self.numbers.entry(value).or_insert_with_key(|value| {
            self.values.push(value.clone());
            next
        })
    }
}

impl Columns {
    /// Reads the columns of all segments.
    pub(super) fn read(searcher: &Searcher) -> Result<Self, SearchError> {
        let mut columns = Self::default();
        let mut articles = Numbering::new();
        let mut locales = Numbering::new();
        let mut rules = Numbering::new();
        let mut labels = Numbering::new();
        let mut stories = 0;
        for segment in searcher.segment_readers() {
            columns.starts.push(columns.next());
            let fast = segment.fast_fields();
            let (high, low) = (fast.u64(column::ARTICLE_HIGH)?, fast.u64(column::ARTICLE_LOW)?);
            let published = fast.i64(column::PUBLISHED)?;
            let locale = Names::read(fast.str(column::LOCALE)?, &mut locales, |tag| tag.parse().ok())?;
            let access = Names::read(fast.str(column::ACCESS)?, &mut rules, |rule| rule.parse().ok())?;
            let mut names: Vec<Box<str>> = Vec::new();
            let label = Names::read(fast.str(column::LABELS)?, &mut labels, |label| {
                let parts = label_parts(label);
                names.push(parts.map_or("", |(_, _, name)| name).into());
                parts.map(|(kind, key, _)| (kind, key.to_owned()))
            })?;
            for doc in 0..segment.max_doc() {
                let alive = !segment.is_deleted(doc);
                let ids = (high.first(doc), low.first(doc), locale.first(doc), access.first(doc));
                let (story, locale, access) = match ids {
                    (Some(high), Some(low), Some(locale), Some(access)) if alive => {
                        (articles.number(u128::from(high) << 64 | u128::from(low)), locale, access)
                    }
                    _ => (GONE, 0, 0),
                };
                columns.labels_of.push(u32::try_from(columns.labels.len()).unwrap_or(GONE));
                if story != GONE {
                    let another = story >= stories;
                    stories = stories.max(story + 1);
                    for (ordinal, number) in label.all(doc) {
                        if another {
                            bump(&mut columns.labelled, number);
                        }
                        columns.labels.push(number);
                        let named = columns.names.entry((locale, number));
                        named.or_insert_with(|| names.get(ordinal).cloned().unwrap_or_default());
                    }
                    columns.newest = columns.newest.max(published.first(doc).unwrap_or(0));
                    bump(&mut columns.in_locale, locale);
                }
                columns.story.push(story);
                columns.locale.push(locale);
                columns.access.push(access);
                columns.published.push(published.first(doc).unwrap_or(0));
            }
        }
        columns.labels_of.push(u32::try_from(columns.labels.len()).unwrap_or(GONE));
        columns.articles = articles.values;
        columns.group();
        columns.locales = locales.values;
        columns.rules = rules.values;
        columns.labels_known = labels.values;
        Ok(columns)
    }

    /// Sorts texts by their stories, and stories by their articles.
    fn group(&mut self) {
        let mut ends = vec![0u32; self.articles.len() + 1];
        for story in self.story.iter().filter(|story| **story != GONE) {
            if let Some(end) = ends.get_mut(*story as usize + 1) {
                *end += 1;
            }
        }
        for index in 1..ends.len() {
            ends[index] += ends[index - 1];
        }
        self.texts_of.clone_from(&ends);
        self.texts = vec![0; ends.last().copied().unwrap_or(0) as usize];
        for (doc, story) in (0..).zip(&self.story).filter(|(_, story)| **story != GONE) {
            let Some(place) = ends.get_mut(*story as usize) else { continue };
            if let Some(text) = self.texts.get_mut(*place as usize) {
                *text = doc;
            }
            *place += 1;
        }
        self.by_article = (0..).take(self.articles.len()).collect();
        let articles = &self.articles;
        self.by_article.sort_unstable_by_key(|story| articles.get(*story as usize));
    }

    fn next(&self) -> DocNumber {
        u32::try_from(self.story.len()).unwrap_or(GONE)
    }

    /// Number of a document of a segment.
    pub(super) fn number(&self, segment: usize, doc: DocId) -> DocNumber {
        self.starts.get(segment).map_or(GONE, |start| start + doc)
    }

    /// Where a document is.
    pub(super) fn address(&self, doc: DocNumber) -> DocAddress {
        let segment = self.starts.partition_point(|start| *start <= doc).saturating_sub(1);
        let start = self.starts.get(segment).copied().unwrap_or(0);
        DocAddress::new(u32::try_from(segment).unwrap_or(GONE), doc - start)
    }

    /// Number of the document's story; none if it is deleted.
    pub(super) fn story(&self, doc: DocNumber) -> Option<u32> {
        self.story.get(doc as usize).copied().filter(|story| *story != GONE)
    }

    /// How many stories there are.
    pub(super) fn stories(&self) -> usize {
        self.articles.len()
    }

    /// The article that a story number stands for.
    pub(super) fn article(&self, story: u32) -> ArticleId {
        Uuid::from_u128(self.articles.get(story as usize).copied().unwrap_or_default()).into()
    }

    /// The story number of an article.
    pub(super) fn story_of(&self, article: ArticleId) -> Option<u32> {
        let id = article.as_uuid().as_u128();
        let known = |story: &u32| self.articles.get(*story as usize).copied().unwrap_or_default();
        let place = self.by_article.binary_search_by_key(&id, known).ok()?;
        self.by_article.get(place).copied()
    }

    /// A story's texts.
    pub(super) fn texts_of(&self, story: u32) -> impl Iterator<Item = DocNumber> {
        let bounds = self.texts_of.get(story as usize).zip(self.texts_of.get(story as usize + 1));
        let texts = bounds.and_then(|(start, end)| self.texts.get(*start as usize..*end as usize));
        texts.unwrap_or_default().iter().copied()
    }

    /// Milliseconds since 1970; 0 for pages.
    pub(super) fn published(&self, doc: DocNumber) -> i64 {
        self.published.get(doc as usize).copied().unwrap_or(0)
    }

    /// Date of the newest text.
    pub(super) fn newest(&self) -> i64 {
        self.newest
    }

    /// Languages that occur, by number.
    pub(super) fn locales(&self) -> &[Locale] {
        &self.locales
    }

    /// Number of the document's language.
    pub(super) fn locale(&self, doc: DocNumber) -> u32 {
        self.locale.get(doc as usize).copied().unwrap_or(0)
    }

    /// How many texts there are in a language.
    pub(super) fn in_locale(&self, locale: &Locale) -> u32 {
        let number = self.locales.iter().position(|known| known == locale);
        let texts = number.and_then(|number| self.in_locale.get(number)).copied().unwrap_or(0);
        u32::try_from(texts).unwrap_or(u32::MAX)
    }

    /// Access rules that occur, by number.
    pub(super) fn rules(&self) -> &[Access] {
        &self.rules
    }

    /// Number of the document's access rule.
    pub(super) fn access(&self, doc: DocNumber) -> u32 {
        self.access.get(doc as usize).copied().unwrap_or(0)
    }

    /// Labels that occur, by number.
    pub(super) fn labels_known(&self) -> &[(TermKind, String)] {
        &self.labels_known
    }

    /// How many stories have each label, by its number.
    pub(super) fn labelled(&self) -> &[u64] {
        &self.labelled
    }

    /// What a label is called in a language, if any text in it has it.
    pub(super) fn label_name(&self, locale: u32, label: u32) -> Option<&str> {
        self.names.get(&(locale, label)).map(|name| &**name)
    }

    /// Numbers of the document's labels.
    pub(super) fn labels(&self, doc: DocNumber) -> &[u32] {
        let bounds = self.labels_of.get(doc as usize).zip(self.labels_of.get(doc as usize + 1));
        bounds.and_then(|(start, end)| self.labels.get(*start as usize..*end as usize)).unwrap_or_default()
    }
}

/// A segment's column of names, with the numbers the view has for them.
struct Names {
    column: Option<StrColumn>,
    numbers: Vec<Option<u32>>,
}

impl Names {
    fn read<T: Clone + Eq + Hash>(
        column: Option<StrColumn>,
        numbering: &mut Numbering<T>,
        mut parse: impl FnMut(&str) -> Option<T>,
    ) -> Result<Self, SearchError> {
        let mut numbers = Vec::new();
        for ordinal in 0..column.as_ref().map_or(0, |column| column.num_terms()) as u64 {
            let mut name = String::new();
            if let Some(column) = &column {
                column.ord_to_str(ordinal, &mut name)?;
            }
            numbers.push(parse(&name).map(|value| numbering.number(value)));
        }
        Ok(Self { column, numbers })
    }

    fn first(&self, doc: DocId) -> Option<u32> {
        self.all(doc).next().map(|(_, number)| number)
    }

    /// Place in the segment's dictionary, and number, of each of the document's values.
    fn all(&self, doc: DocId) -> impl Iterator<Item = (usize, u32)> {
        let ordinals = self.column.iter().flat_map(move |column| column.ords().values_for_doc(doc));
        ordinals.filter_map(|ordinal| {
            let ordinal = usize::try_from(ordinal).ok()?;
            Some((ordinal, self.numbers.get(ordinal).copied().flatten()?))
        })
    }
}

fn bump(counts: &mut Vec<u64>, number: u32) {
    let index = number as usize;
    if counts.len() <= index {
        counts.resize(index + 1, 0);
    }
    if let Some(count) = counts.get_mut(index) {
        *count += 1;
    }
}
