//! The ways in which one thing sought may be found.

use super::clause::{Clause, Way};
use super::dictionaries::{Alike, Dictionary, rarity, texts};
use super::likeness::{Errors, Likeness};
use super::list::List;
use super::matching::{IN_CLOSED, Matcher, Place, Typing};
use super::schema::Form;
use crate::analysis::Word;
use crate::engine::SearchError;
use crate::question::Sought;

/// What a match is worth, by how the word was found.
const AS_WRITTEN: f32 = 1.0;
const BY_STEM: f32 = 0.8;
const BY_ALL_PARTS: f32 = 0.5;
const BY_BEGINNING: f32 = 0.3;
const AS_PHRASE: f32 = 1.2;
const BY_SYNONYM: f32 = 0.6;
/// The same with one typing error, and with two.
const BY_LIKENESS: [f32; 2] = [0.5, 0.2];
/// What the title adds.
const IN_TITLE: f32 = 2.0;

/// Most words that one with typing errors is taken for.
const MOST_ALIKE: usize = 24;

impl<'a> Matcher<'a> {
    /// All ways of one thing sought.
    pub(super) fn clause(&self, sought: &mut Sought) -> Result<Clause<'a>, SearchError> {
        let mut clause = Clause::default();
        match sought {
            Sought::Phrase(words) => clause.ways.extend(self.written(words, AS_PHRASE)?),
            Sought::Word(word) | Sought::Alike(word, _) => self.word(word, &mut clause)?,
            Sought::Beginning(word) => {
                self.word(word, &mut clause)?;
                self.beginning(word, &mut clause)?;
            }
        }
        let held = self.held.list(sought);
        if !held.is_empty() {
            self.listed(held, AS_WRITTEN, &mut clause);
        }
        let forgiven = match self.typing {
            Typing::Exact => false,
            Typing::UnknownForgiven => clause.cost() == 0,
            Typing::Forgiven => true,
        };
        if forgiven && let Sought::Word(word) | Sought::Beginning(word) = &*sought {
            let taken_for = self.forgiving(word, matches!(sought, Sought::Beginning(_)), &mut clause)?;
            if !taken_for.is_empty() {
                *sought = Sought::Alike(word.clone(), taken_for);
            }
        }
        Ok(clause)
    }

    /// What was found in the texts that the reader holds singly: as rare as where everybody looks.
    fn listed(&self, list: List, worth: f32, clause: &mut Clause<'a>) {
        let worth = worth * IN_CLOSED * self.rarity(clause.cost().max(1));
        clause.ways.push(Way::Listed { list, worth });
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
    pub(super) fn in_title(&self, sought: &Sought, clause: &mut Clause<'a>) -> Result<(), SearchError> {
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
    pub(super) fn written(&self, words: &[Word], worth: f32) -> Result<Vec<Way<'a>>, SearchError> {
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

    /// Words that somebody may have meant who typed this one, the likeliest first. More errors are
    /// forgiven only if nothing is found with fewer: looking for them costs ten times as much.
    fn forgiving(
        &self,
        word: &Word,
        unfinished: bool,
        clause: &mut Clause<'a>,
    ) -> Result<Vec<String>, SearchError> {
        let Some(written) = word.single().filter(|_| !word.gapless) else { return Ok(Vec::new()) };
        let one = |prefix: String| Likeness::to(written, prefix, Errors::One);
        let beginning = |prefix: String| Likeness::to_beginning(written, prefix).filter(|_| unfinished);
        let two = |prefix: String| Likeness::to(written, prefix, Errors::Two);
        let ways: [&dyn Fn(String) -> Option<Likeness>; 3] = match self.typing {
            Typing::Forgiven => [&two, &one, &beginning],
            Typing::Exact | Typing::UnknownForgiven => [&one, &beginning, &two],
        };
        for likeness in ways {
            let taken_for = self.alike(likeness, clause)?;
            if !taken_for.is_empty() {
                return Ok(taken_for);
            }
        }
        Ok(Vec::new())
    }

    /// Words that are alike, the likeliest first.
    fn alike(
        &self,
        likeness: &dyn Fn(String) -> Option<Likeness>,
        clause: &mut Clause<'a>,
    ) -> Result<Vec<String>, SearchError> {
        let mut taken_for: Vec<(u8, u32, String)> = Vec::new();
        if let Some(likeness) = likeness(String::new()) {
            for (word, errors, list) in self.held.alike(&likeness) {
                if let Some(worth) = by_likeness(errors) {
                    self.listed(list, worth, clause);
                    taken_for.push((errors, u32::MAX, word));
                }
            }
        }
        for place in &self.places {
            let Some(likeness) = likeness(place.prefix.spell(Form::Written, "")) else { continue };
            let dictionary = place.written;
            for Alike { term, texts } in dictionary.alike(&likeness, MOST_ALIKE)? {
                let Some((found, errors)) = likeness.word(&term) else { continue };
                let Some(worth) = by_likeness(errors) else { continue };
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

/// What a word with so many errors is worth. One with none was found already.
fn by_likeness(errors: u8) -> Option<f32> {
    BY_LIKENESS.get(usize::from(errors).checked_sub(1)?).copied()
}

impl<'a> Place<'a> {
    fn dictionary(&self, form: Form) -> &'a Dictionary {
        match form {
            Form::Written => self.written,
            Form::Stem => self.stems,
        }
    }
}
