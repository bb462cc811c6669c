//! Synonyms and pinned stories.

use std::collections::HashMap;

use jiff::{SignedDuration, Timestamp};
use kernel::{ArticleId, Locale};
use sea_orm::{DbErr, FromQueryResult};
use uuid::Uuid;

use super::{Curation, CurationError, plain};
use crate::engine::Query;

/// How long other processes' changes may take to be seen.
const KEPT: SignedDuration = SignedDuration::from_secs(10);
/// Longest query or word, in characters and in words.
const LONGEST: usize = 100;
const MOST_WORDS: usize = 5;

/// All that staff have taught, by language and query.
#[derive(Debug, Default)]
pub(super) struct Rules {
    read_at: Timestamp,
    synonyms: HashMap<(String, String), Vec<String>>,
    pins: HashMap<(String, String), Vec<ArticleId>>,
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
    /// Lets a word of a language find what others mean, too; replaces what it meant before. For
    /// words that mean each other, both must be told.
    pub async fn set_synonyms(
        &self,
        locale: &Locale,
        word: &str,
        means: &[&str],
    ) -> Result<(), CurationError> {
        let word = checked(word)?;
        let means = means.iter().map(|means| checked(means)).collect::<Result<Vec<_>, _>>()?;
        let delete = "DELETE FROM search_synonym WHERE locale = $1 AND word = $2";
        self.run(delete, vec![locale.to_string().into(), word.clone().into()]).await?;
        for means in means {
            let insert =
                "INSERT INTO search_synonym (locale, word, means) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING";
            self.run(insert, vec![locale.to_string().into(), word.clone().into(), means.into()]).await?;
        }
        self.forget().await;
        Ok(())
    }

    /// Puts stories before all others for a query on pages of a language; replaces those that were.
    pub async fn set_pins(
        &self,
        locale: &Locale,
        query: &str,
        stories: &[ArticleId],
    ) -> Result<(), CurationError> {
        let query = checked(query)?;
        let delete = "DELETE FROM search_pin WHERE locale = $1 AND query = $2";
        self.run(delete, vec![locale.to_string().into(), query.clone().into()]).await?;
        for (position, story) in (0..).zip(stories) {
            let insert = "INSERT INTO search_pin (locale, query, article_id, position) VALUES ($1, $2, $3, $4) \
                          ON CONFLICT DO NOTHING";
            let position: i32 = position;
            let values = vec![
                locale.to_string().into(),
                query.clone().into(),
                story.as_uuid().into(),
                position.into(),
            ];
            self.run(insert, values).await?;
        }
        self.forget().await;
        Ok(())
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

    async fn forget(&self) {
        *self.rules.write().await = None;
    }

    async fn read(&self, read_at: Timestamp) -> Result<Rules, DbErr> {
        let mut rules = Rules { read_at, ..Rules::default() };
        let synonyms = "SELECT locale, word, means FROM search_synonym ORDER BY means";
        for row in self.rows::<SynonymRow>(synonyms, vec![]).await? {
            rules.synonyms.entry((row.locale, row.word)).or_default().push(row.means);
        }
        let pins = "SELECT locale, query, article_id FROM search_pin ORDER BY position";
        for row in self.rows::<PinRow>(pins, vec![]).await? {
            rules.pins.entry((row.locale, row.query)).or_default().push(row.article_id.into());
        }
        Ok(rules)
    }
}

impl Rules {
    fn apply(&self, query: &mut Query) {
        let locale = query.locale.to_string();
        let asked = plain(&query.text);
        let pins = self.pins.get(&(locale.clone(), asked.clone()));
        query.pinned = pins.cloned().unwrap_or_default();
        let words = asked.split(' ').filter_map(|word| {
            let means = self.synonyms.get(&(locale.clone(), word.to_owned()))?;
            Some((word.to_owned(), means.clone()))
        });
        query.synonyms = words.collect();
    }
}

fn checked(text: &str) -> Result<String, CurationError> {
    let plain = plain(text);
    let words = plain.split(' ').count();
    if plain.is_empty() || words > MOST_WORDS || plain.chars().count() > LONGEST {
        return Err(CurationError::NoQuery(text.to_owned()));
    }
    Ok(plain)
}
