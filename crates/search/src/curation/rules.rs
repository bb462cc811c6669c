//! Synonyms and pinned stories.
//!
//! What is typed is compared by its words as they are searched for: whatever their case, accents
//! and punctuation. A synonym may stand for several words side by side. Words in quotes are meant
//! as they are and have no synonyms; words that are not wanted neither.

use std::collections::HashMap;

use jiff::{SignedDuration, Timestamp};
use kernel::{ArticleId, Locale};
use sea_orm::{ConnectionTrait, DbErr, FromQueryResult, Statement, Value};
use uuid::Uuid;

use super::{Curation, CurationError, plain};
use crate::analysis::{Origin, Word, words};
use crate::engine::Query;
use crate::question::Question;

/// How long other processes' changes may take to be seen.
const KEPT: SignedDuration = SignedDuration::from_secs(10);
/// Longest query or word, in characters and in words.
const LONGEST: usize = 100;
const MOST_WORDS: usize = 5;
/// Most that one word can mean, and most stories that can be pinned to one query.
const MOST: usize = 20;

/// A word, or several side by side, and what it finds too.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Synonym {
    /// As it was taught, in lower case.
    pub word: String,
    /// What it means.
    pub means: Vec<String>,
}

/// A query, and the stories that come first for it, in this order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pinned {
    /// As it was taught, in lower case.
    pub query: String,
    /// The stories.
    pub stories: Vec<ArticleId>,
}

/// All that staff have taught, by language and the words of the query.
#[derive(Debug, Default)]
pub(super) struct Rules {
    read_at: Timestamp,
    synonyms: HashMap<(Locale, Vec<String>), Vec<String>>,
    pins: HashMap<(Locale, Vec<String>), Vec<ArticleId>>,
    /// Words of the longest synonym.
    longest: usize,
}

#[derive(FromQueryResult)]
struct SynonymRow {
    locale: String,
    word: String,
    means: String,
}

#[derive(FromQueryResult)]
struct PinRow {
    locale: String,
    query: String,
    article_id: Uuid,
}

impl Curation {
    /// Lets a word of a language, or several side by side, find what others mean, too; replaces
    /// what it meant before. For words that mean each other, both must be told.
    pub async fn set_synonyms(
        &self,
        locale: &Locale,
        word: &str,
        means: &[&str],
    ) -> Result<(), CurationError> {
        let word = checked(word)?;
        let mut list = means.iter().map(|means| checked(means)).collect::<Result<Vec<_>, _>>()?;
        list.retain(|means| *means != word);
        list.sort_unstable();
        list.dedup();
        if list.len() > MOST {
            return Err(CurationError::TooMany);
        }
        let locale = locale.to_string();
        let delete = "DELETE FROM search_synonym WHERE locale = $1 AND word = $2";
        let insert = "INSERT INTO search_synonym (locale, word, means) VALUES ($1, $2, $3)";
        let mut statements = vec![(delete, vec![locale.clone().into(), word.clone().into()])];
        let rows =
            list.into_iter().map(|means| vec![locale.clone().into(), word.clone().into(), means.into()]);
        statements.extend(rows.map(|row| (insert, row)));
        self.write(statements).await
    }

    /// What words of a language mean, by word. One query.
    pub async fn synonyms(&self, locale: &Locale) -> Result<Vec<Synonym>, CurationError> {
        let sql = "SELECT locale, word, means FROM search_synonym WHERE locale = $1 ORDER BY word, means";
        let mut all: Vec<Synonym> = Vec::new();
        for row in self.rows::<SynonymRow>(sql, vec![locale.to_string().into()]).await? {
            match all.last_mut().filter(|last| last.word == row.word) {
                Some(last) => last.means.push(row.means),
                None => all.push(Synonym { word: row.word, means: vec![row.means] }),
            }
        }
        Ok(all)
    }

    /// Puts stories before all others for a query on pages of a language, in this order; replaces
    /// those that were.
    pub async fn set_pins(
        &self,
        locale: &Locale,
        query: &str,
        stories: &[ArticleId],
    ) -> Result<(), CurationError> {
        let query = checked(query)?;
        if stories.len() > MOST {
            return Err(CurationError::TooMany);
        }
        let locale = locale.to_string();
        let delete = "DELETE FROM search_pin WHERE locale = $1 AND query = $2";
        let insert = "INSERT INTO search_pin (locale, query, article_id, position) VALUES ($1, $2, $3, $4) \
                      ON CONFLICT DO NOTHING";
        let mut statements = vec![(delete, vec![locale.clone().into(), query.clone().into()])];
        let rows = (0_i32..).zip(stories).map(|(position, story)| {
            vec![locale.clone().into(), query.clone().into(), story.as_uuid().into(), position.into()]
        });
        statements.extend(rows.map(|row| (insert, row)));
        self.write(statements).await
    }

    /// The pinned stories of a language, by query. One query.
    pub async fn pins(&self, locale: &Locale) -> Result<Vec<Pinned>, CurationError> {
        let sql =
            "SELECT locale, query, article_id FROM search_pin WHERE locale = $1 ORDER BY query, position";
        let mut all: Vec<Pinned> = Vec::new();
        for row in self.rows::<PinRow>(sql, vec![locale.to_string().into()]).await? {
            let story = row.article_id.into();
            match all.last_mut().filter(|last| last.query == row.query) {
                Some(last) => last.stories.push(story),
                None => all.push(Pinned { query: row.query, stories: vec![story] }),
            }
        }
        Ok(all)
    }

    /// The stories pinned to one query, in their order. One query.
    pub async fn pinned(&self, locale: &Locale, query: &str) -> Result<Vec<ArticleId>, CurationError> {
        let query = plain(query);
        let pins = self.pins(locale).await?;
        Ok(pins.into_iter().find(|pins| pins.query == query).map(|pins| pins.stories).unwrap_or_default())
    }

    /// Puts into a query what staff have taught about it. Reads the tables once in ten seconds.
    pub async fn teach(&self, query: &mut Query) -> Result<(), CurationError> {
        let now = self.clock.now();
        let known = self.rules.read().await;
        if let Some(rules) = known.as_ref().filter(|rules| now.duration_since(rules.read_at) < KEPT) {
            rules.apply(query);
            return Ok(());
        }
        drop(known);
        let rules = self.read(now).await?;
        rules.apply(query);
        *self.rules.write().await = Some(rules);
        Ok(())
    }

    /// All of it, or nothing.
    async fn write(&self, statements: Vec<(&str, Vec<Value>)>) -> Result<(), CurationError> {
        let transaction = transaction::begin(&self.db).await?;
        for (sql, values) in statements {
            let backend = transaction.get_database_backend();
            transaction.execute_raw(Statement::from_sql_and_values(backend, sql, values)).await?;
        }
        transaction.commit().await?;
        *self.rules.write().await = None;
        Ok(())
    }

    async fn read(&self, read_at: Timestamp) -> Result<Rules, DbErr> {
        let mut rules = Rules { read_at, ..Rules::default() };
        let synonyms = "SELECT locale, word, means FROM search_synonym ORDER BY means";
        for row in self.rows::<SynonymRow>(synonyms, vec![]).await? {
            // A tag that no release writes is no page's.
            let Ok(locale) = row.locale.parse::<Locale>() else { continue };
            let words = surfaces(&words(&row.word, &locale, Origin::Query));
            rules.longest = rules.longest.max(words.len());
            rules.synonyms.entry((locale, words)).or_default().push(row.means);
        }
        let pins = "SELECT locale, query, article_id FROM search_pin ORDER BY position";
        for row in self.rows::<PinRow>(pins, vec![]).await? {
            let Ok(locale) = row.locale.parse::<Locale>() else { continue };
            let words = surfaces(&words(&row.query, &locale, Origin::Query));
            rules.pins.entry((locale, words)).or_default().push(row.article_id.into());
        }
        Ok(rules)
    }
}

impl Rules {
    fn apply(&self, query: &mut Query) {
        if self.synonyms.is_empty() && self.pins.is_empty() {
            (query.synonyms, query.pinned) = (Vec::new(), Vec::new());
            return;
        }
        let said = Question::parse(&query.text).said(&query.locale);
        let all: Vec<String> = said.iter().flat_map(|(words, _)| surfaces(words)).collect();
        query.pinned = self.pins.get(&(query.locale.clone(), all)).cloned().unwrap_or_default();
        let mut synonyms: Vec<(String, Vec<String>)> = Vec::new();
        for (words, _) in said.iter().filter(|(_, quoted)| !quoted) {
            let surfaces = surfaces(words);
            for first in 0..surfaces.len() {
                for last in first..surfaces.len().min(first + self.longest) {
                    let key = (query.locale.clone(), surfaces[first..=last].to_vec());
                    let Some(means) = self.synonyms.get(&key) else { continue };
                    // Each of the words side by side may be found as what they mean together.
                    synonyms.extend(surfaces[first..=last].iter().map(|word| (word.clone(), means.clone())));
                }
            }
        }
        query.synonyms = synonyms;
    }
}

/// Words as they are searched for.
fn surfaces(words: &[Word]) -> Vec<String> {
    let surface =
        |word: &Word| word.sought().iter().map(|piece| piece.text.as_str()).collect::<Vec<_>>().join("");
    words.iter().map(surface).collect()
}

fn checked(text: &str) -> Result<String, CurationError> {
    let plain = plain(text);
    let words = plain.split(' ').count();
    let searchable = plain.chars().any(char::is_alphanumeric);
    if !searchable || words > MOST_WORDS || plain.chars().count() > LONGEST {
        return Err(CurationError::NoQuery(text.to_owned()));
    }
    Ok(plain)
}
