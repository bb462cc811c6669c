//! From a question to the texts of one language that have all that was asked for.
//!
//! A text matches if it has everything wanted, anywhere in what the reader may read of it. Each
//! thing sought counts where it is worth most: as written more than in another form, and more in
//! the title than elsewhere.

use kernel::{Access, Locale};

use super::clause::{Clause, Way};
use super::dictionaries::{Alike, Dictionary, rarity, texts};
use super::generation::View;
use super::likeness::Likeness;
use super::list::{DocNumber, List};
use super::schema::{Form, Prefix};
use crate::analysis::{Word, has_compounds, words};
use crate::engine::SearchError;
use crate::question::{Asked, Sought};

/// What a match is worth, by how the word was found.
const AS_WRITTEN: f32 = 1.0;
const BY_STEM: f32 = 0.8;
const BY_ALL_PARTS: f32 = 0.5;
const BY_BEGINNING: f32 = 0.3;
const AS_PHRASE: f32 = 1.2;
const BY_SYNONYM: f32 = 0.6;
/// The same with one typing error, and with two.
const BY_LIKENESS: [f32; 2] = [0.5, 0.2];
/// What the other half counts, where the visible one counts 1: it is longer and says less of what
/// a text is about.
const IN_CLOSED: f32 = 0.8;
/// What the title adds.
const IN_TITLE: f32 = 2.0;

/// How many texts are few enough for common words to count.
const FEW: usize = 3_000;
/// Most words that one with typing errors is taken for.
const MOST_ALIKE: usize = 24;

/// Whether typing errors are forgiven.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Typing {
    /// No.
    Exact,
    /// In words that are nowhere as they were typed.
    UnknownForgiven,
    /// In all words.
    Forgiven,
}

/// Looks for words of one language where the reader may look.
pub(super) struct Matcher<'a> {
    view: &'a View,
    places: Vec<Place<'a>>,
    title: Prefix,
    compounds: bool,
    synonyms: Vec<Synonym>,
    /// Texts in the language, by which the rarity of words is measured.
    texts: u32,
    typing: Typing,
}

/// A word and what it finds too: words side by side.
struct Synonym {
    word: Word,
    means: Vec<Vec<Word>>,
}

/// A half of the texts, or the part of it that is under one access rule.
struct Place<'a> {
    written: &'a Dictionary,
    stems: &'a Dictionary,
    prefix: Prefix,
    worth: f32,
}

impl<'a> Matcher<'a> {
    /// `rules` are those under which the reader may read the other half.
    pub(super) fn new(view: &'a View, locale: &Locale, rules: &[Access], typing: Typing) -> Self {
        let dictionaries = &view.dictionaries;
        let open = Place {
            written: &dictionaries.open,
            stems: &dictionaries.open_stems,
            prefix: Prefix::open(locale),
            worth: 1.0,
        };
        let closed = rules.iter().map(|rule| Place {
            written: &dictionaries.closed,
            stems: &dictionaries.closed_stems,
            prefix: Prefix::closed(rule, locale),
            worth: IN_CLOSED,
        });
        Self {
            view,
            places: std::iter::once(open).chain(closed).collect(),
            title: Prefix::open(locale),
            compounds: has_compounds(locale),
            synonyms: Vec::new(),
            texts: view.columns.in_locale(locale),
            typing,
        }
    }

    /// Lets words find what others mean, too.
    pub(super) fn with_synonyms(mut self, synonyms: &[(String, Vec<String>)], locale: &Locale) -> Self {
        self.synonyms = synonyms
            .iter()
            .filter_map(|(word, means)| {
                let means = means.iter().map(|means| words(means, locale)).filter(|means| !means.is_empty());
                Some(Synonym { word: words(word, locale).into_iter().next()?, means: means.collect() })
            })
            .collect();
        self
    }

    /// Looks in titles alone.
    pub(super) fn titles(view: &'a View, locale: &Locale) -> Self {
        let title = &view.dictionaries.title;
        let place = Place { written: title, stems: title, prefix: Prefix::open(locale), worth: 1.0 };
        Self { places: vec![place], ..Self::new(view, locale, &[], Typing::Exact) }
    }

    /// The texts that have what is asked for. Where errors are forgiven, words in `asked` become
    /// what they were taken for.
    pub(super) fn texts(&self, asked: &mut Asked) -> Result<List, SearchError> {
        let mut wanted = Vec::with_capacity(asked.wanted.len());
        for sought in &mut asked.wanted {
            let clause = self.clause(sought)?;
            if clause.cost() == 0 {
                // Most words of one language are none of another: that ends it soon.
                return Ok(List::default());
            }
            wanted.push((clause.cost(), clause, &*sought));
        }
        // The rarest first: of the others only the texts in which that stands matter.
        wanted.sort_by_key(|(cost, ..)| *cost);
        let mut found: Option<List> = None;
        for (_, mut clause, sought) in wanted {
            let within: Option<Vec<DocNumber>> = found.as_ref().map(List::docs);
            if within.as_ref().is_some_and(Vec::is_empty) {
                return Ok(List::default());
            }
            self.in_title(sought, &mut clause)?;
            let list = clause.list(self.view, within.as_deref())?;
            found = Some(match found {
                Some(found) => found.and(&list),
                None => list,
            });
        }
        let mut found = found.unwrap_or_default();
        for sought in &mut asked.unwanted {
            found = found.without(&self.clause(sought)?.list(self.view, None)?);
        }
        self.besides(found, &mut asked.besides)
    }

    /// Among few texts, those that have the common words too come first.
    fn besides(&self, mut found: List, common: &mut [Sought]) -> Result<List, SearchError> {
        let within = found.docs();
        if within.len() > FEW {
            return Ok(found);
        }
        for sought in common {
            found = found.plus(&self.clause(sought)?.list(self.view, Some(&within))?);
        }
        Ok(found)
    }

    fn clause(&self, sought: &mut Sought) -> Result<Clause<'a>, SearchError> {
        let mut clause = Clause::default();
        match sought {
            Sought::Phrase(words) => clause.ways.extend(self.written(words, AS_PHRASE)?),
            Sought::Word(word) | Sought::Alike(word, _) => self.word(word, &mut clause)?,
            Sought::Beginning(word) => {
                self.word(word, &mut clause)?;
                self.beginning(word, &mut clause)?;
            }
        }
        let forgiven = match self.typing {
            Typing::Exact => false,
            Typing::UnknownForgiven => clause.cost() == 0,
            Typing::Forgiven => true,
        };
        if forgiven && let Sought::Word(word) | Sought::Beginning(word) = &*sought {
            let taken_for = self.alike(word, &mut clause)?;
            if !taken_for.is_empty() {
                *sought = Sought::Alike(word.clone(), taken_for);
            }
        }
        Ok(clause)
    }

    /// All ways in which a word is found.
    fn word(&self, word: &Word, clause: &mut Clause<'a>) -> Result<(), SearchError> {
        clause.ways.extend(self.written(std::slice::from_ref(word), AS_WRITTEN)?);
        clause.ways.extend(self.stems(&word.stems, BY_STEM)?);
        for synonym in self.synonyms.iter().filter(|synonym| synonym.word.surface == word.surface) {
            for means in &synonym.means {
                clause.ways.extend(self.written(means, BY_SYNONYM)?);
                if let [word] = means.as_slice() {
                    clause.ways.extend(self.stems(&word.stems, BY_SYNONYM * BY_STEM)?);
                }
            }
        }
        if !word.parts.is_empty() {
            let parts = word.parts.iter().map(|stems| self.stems(stems, 1.0));
            let parts = parts.collect::<Result<_, _>>()?;
            clause.ways.push(Way::All { parts, worth: BY_ALL_PARTS });
        }
        Ok(())
    }

    /// What a word is worth besides if it is in the title.
    fn in_title(&self, sought: &Sought, clause: &mut Clause<'a>) -> Result<(), SearchError> {
        let word = match sought {
            Sought::Word(word) | Sought::Beginning(word) | Sought::Alike(word, _) => word,
            Sought::Phrase(_) => return Ok(()),
        };
        let dictionary = &self.view.dictionaries.title;
        let pieces = word.sought().iter().map(|piece| (Form::Written, &piece.text, AS_WRITTEN));
        for (form, text, worth) in pieces.chain(word.stems.iter().map(|stem| (Form::Stem, stem, BY_STEM))) {
            let places = dictionary.word(&self.title.spell(form, text))?;
            let worth = IN_TITLE * worth * self.rarity(texts(&places));
            clause.bonus.push(Way::Word { dictionary, places, worth });
        }
        Ok(())
    }

    /// Words as written, at the distances they have in the query.
    fn written(&self, words: &[Word], worth: f32) -> Result<Vec<Way<'a>>, SearchError> {
        let first = words.first().map_or(0, |word| word.position);
        let mut pieces: Vec<(usize, &str)> = Vec::new();
        for word in words {
            let at = word.position.saturating_sub(first);
            let sought = word.sought().iter().enumerate();
            pieces.extend(sought.map(|(offset, piece)| (at + offset, piece.text.as_str())));
        }
        if let [(_, word)] = pieces.as_slice() {
            return self.words(Form::Written, word, worth);
        }
        let mut ways = Vec::with_capacity(self.places.len());
        for place in &self.places {
            let mut rarest = u32::MAX;
            let mut words = Vec::with_capacity(pieces.len());
            for (at, piece) in &pieces {
                let term = place.prefix.spell(Form::Written, piece);
                rarest = rarest.min(texts(&place.written.word(&term)?));
                words.push((*at, term));
            }
            let worth = worth * place.worth * self.rarity(rarest);
            ways.push(Way::Phrase { dictionary: place.written, words, texts: rarest, worth });
        }
        Ok(ways)
    }

    fn stems(&self, stems: &[String], worth: f32) -> Result<Vec<Way<'a>>, SearchError> {
        let mut ways = Vec::with_capacity(stems.len() * self.places.len());
        for stem in stems {
            ways.extend(self.words(Form::Stem, stem, worth)?);
        }
        Ok(ways)
    }

    /// One term, in all places; it is as rare as it is in all of them together.
    fn words(&self, form: Form, word: &str, worth: f32) -> Result<Vec<Way<'a>>, SearchError> {
        let mut found = Vec::with_capacity(self.places.len());
        for place in &self.places {
            let dictionary = place.dictionary(form);
            found.push((dictionary, place.worth, dictionary.word(&place.prefix.spell(form, word))?));
        }
        let all = found.iter().map(|(_, _, places)| texts(places)).fold(0, u32::saturating_add);
        let worth = worth * self.rarity(all);
        let way = |(dictionary, place, places)| Way::Word { dictionary, places, worth: worth * place };
        Ok(found.into_iter().map(way).collect())
    }

    fn beginning(&self, word: &Word, clause: &mut Clause<'a>) -> Result<(), SearchError> {
        let Some(beginning) = word.single() else { return Ok(()) };
        let stems = self.compounds.then_some((Form::Stem, BY_STEM));
        for (form, worth) in std::iter::once((Form::Written, 1.0)).chain(stems) {
            let mut found = Vec::with_capacity(self.places.len());
            for place in &self.places {
                let (first, last) = place.prefix.beginning(form, beginning);
                found.push((place, place.dictionary(form).between(&first, &last)?));
            }
            let all = found.iter().map(|(_, places)| texts(places)).fold(0, u32::saturating_add);
            let worth = worth * BY_BEGINNING * self.rarity(all);
            clause.ways.extend(found.into_iter().map(|(place, places)| Way::Any {
                dictionary: place.dictionary(form),
                places,
                worth: worth * place.worth,
            }));
        }
        Ok(())
    }

    /// Words that somebody may have meant who typed this one, the likeliest first.
    fn alike(&self, word: &Word, clause: &mut Clause<'a>) -> Result<Vec<String>, SearchError> {
        let Some(written) = word.single().filter(|_| !word.gapless) else { return Ok(Vec::new()) };
        let mut taken_for: Vec<(u8, u32, String)> = Vec::new();
        for place in &self.places {
            let beginning = place.prefix.spell(Form::Written, "");
            let Some(likeness) = Likeness::to(written, beginning) else { continue };
            let dictionary = place.written;
            for Alike { term, texts } in dictionary.alike(&likeness, MOST_ALIKE)? {
                let Some((found, errors)) = likeness.word(&term) else { continue };
                let worth = usize::from(errors).checked_sub(1).and_then(|errors| BY_LIKENESS.get(errors));
                let Some(worth) = worth else { continue };
                let places = dictionary.word(&place.prefix.spell(Form::Written, found))?;
                clause.ways.push(Way::Any {
                    dictionary,
                    places,
                    worth: worth * place.worth * self.rarity(texts),
                });
                taken_for.push((errors, u32::MAX - texts, found.to_owned()));
            }
        }
        taken_for.sort();
        Ok(taken_for.into_iter().map(|(_, _, word)| word).collect())
    }

    fn rarity(&self, texts: u32) -> f32 {
        rarity(texts, self.texts)
    }
}

impl<'a> Place<'a> {
    fn dictionary(&self, form: Form) -> &'a Dictionary {
        match form {
            Form::Written => self.written,
            Form::Stem => self.stems,
        }
    }
}
