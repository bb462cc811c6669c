//! Lists of stories.

use std::cmp::Reverse;
use std::collections::HashMap;

use jiff::Timestamp;
use kernel::time::from_millis;
use kernel::{ArticleId, Locale, TermId};
use sea_orm::{FromQueryResult, Value};
use uuid::Uuid;

use super::cards::{COLUMNS, CardRow, NEWEST_FIRST, TABLES, build, cards};
use super::{Store, StoreError, row, rows, site, term, text};
use crate::model::{Address, Card, Kind, Listing, Neighbours, Reading, Term, TermKind};

/// Which stories.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Shelf {
    /// All of them.
    All,
    /// Those of a section, tag or author.
    Term(TermId),
    /// Those published in a span of time.
    Month {
        /// Its first moment.
        from: Timestamp,
        /// The first moment after it.
        to: Timestamp,
    },
}

#[derive(FromQueryResult)]
struct Count {
    total: i64,
}

#[derive(FromQueryResult)]
struct Moment {
    at: i64,
}

#[derive(FromQueryResult)]
struct InSection {
    term_id: Uuid,
    #[sea_orm(nested)]
    card: CardRow,
}

#[derive(FromQueryResult)]
struct AddressRow {
    article_id: Uuid,
    kind: String,
    locale: String,
    slug: String,
    at: i64,
}

/// In what stories are alike.
#[derive(Clone, Copy)]
enum Likeness {
    Tags,
    Section,
    Language,
}

impl Likeness {
    /// Stories in language `$1` that are like article `$2`, `$3` at most.
    fn sql(self) -> String {
        let common = "SELECT term_id FROM article_term WHERE article_id = $2 AND kind =";
        let newest = |filter: &str| {
            format!(
                "SELECT {COLUMNS} FROM {TABLES} WHERE p.locale = $1 AND p.kind = 'story' AND p.article_id <> $2 \
                 {filter} ORDER BY {NEWEST_FIRST} LIMIT $3"
            )
        };
        match self {
            // Ids first, all from indexes: with a busy tag these are thousands of rows. SQLite takes
            // the sides of a CROSS JOIN in the order written.
            Self::Tags => format!(
                "SELECT {COLUMNS} FROM (SELECT p.translation_id AS id, r.shared FROM \
                     (SELECT l.article_id, count(*) AS shared FROM article_term l \
                      WHERE l.term_id IN ({common} 'tag') AND l.article_id <> $2 GROUP BY l.article_id) r \
                     CROSS JOIN publication p WHERE p.article_id = r.article_id AND p.locale = $1 AND p.kind = 'story' \
                     ORDER BY r.shared DESC, {NEWEST_FIRST} LIMIT $3) best \
                 JOIN publication p ON p.translation_id = best.id JOIN article a ON a.id = p.article_id \
                 LEFT JOIN media m ON m.hash = a.cover ORDER BY best.shared DESC, {NEWEST_FIRST}"
            ),
            Self::Section => newest(&format!(
                "AND EXISTS (SELECT 1 FROM article_term l \
                 WHERE l.article_id = p.article_id AND l.term_id IN ({common} 'section'))"
            )),
            Self::Language => newest(""),
        }
    }
}

impl Store {
    /// A page of a shelf in one language: stories only, newest first. Three queries.
    pub async fn shelf(
        &self,
        locale: &Locale,
        shelf: Shelf,
        offset: u64,
        limit: u64,
    ) -> Result<Listing, StoreError> {
        let (filter, values) = filter(locale, &shelf);
        let count: Option<Count> = row(
            &self.db,
            format!("SELECT count(*) AS total FROM publication p WHERE {filter}"),
            values.clone(),
        )
        .await?;
        let total = count.and_then(|count| u64::try_from(count.total).ok()).unwrap_or(0);
        if offset >= total || limit == 0 {
            return Ok(Listing { cards: Vec::new(), total });
        }
        let (limit_at, offset_at) = (values.len() + 1, values.len() + 2);
        let sql = format!(
            "SELECT {COLUMNS} FROM {TABLES} WHERE {filter} ORDER BY {NEWEST_FIRST} LIMIT ${limit_at} OFFSET ${offset_at}"
        );
        let page = values.into_iter().chain([number(limit), number(offset)]);
        Ok(Listing { cards: cards(&self.db, sql, page).await?, total })
    }

    /// The newest stories of every section that has some in this language, `each` at most, in the
    /// sections' order. Four queries.
    pub async fn by_section(&self, locale: &Locale, each: u64) -> Result<Vec<(Term, Vec<Card>)>, StoreError> {
        let sql = format!(
            "SELECT s.term_id, {COLUMNS} FROM \
             (SELECT l.term_id, p.translation_id AS story, row_number() OVER \
                 (PARTITION BY l.term_id ORDER BY {NEWEST_FIRST}) AS place \
              FROM publication p JOIN article_term l ON l.article_id = p.article_id AND l.kind = 'section' \
              WHERE p.locale = $1 AND p.kind = 'story') s \
             JOIN publication p ON p.translation_id = s.story JOIN article a ON a.id = p.article_id \
             LEFT JOIN media m ON m.hash = a.cover WHERE s.place <= $2 ORDER BY {NEWEST_FIRST}"
        );
        let found: Vec<InSection> = rows(&self.db, sql, [locale.as_str().into(), number(each)]).await?;
        let (sections, found): (Vec<Uuid>, Vec<CardRow>) =
            found.into_iter().map(|row| (row.term_id, row.card)).unzip();
        let mut by_section: HashMap<Uuid, Vec<Card>> = HashMap::new();
        for (section, card) in sections.into_iter().zip(build(&self.db, found).await?) {
            by_section.entry(section).or_default().push(card);
        }
        let terms = term::load(&self.db, Some(TermKind::Section)).await?;
        let with_cards = |term: Term| by_section.remove(&term.id.as_uuid()).map(|cards| (term, cards));
        Ok(terms.into_iter().filter_map(with_cards).collect())
    }

    /// Stories to read after this one, in its language: those with the most tags in common, then
    /// those of its section, then any; newest first. Pages have none. At most six queries.
    pub async fn related(&self, reading: &Reading, limit: u64) -> Result<Vec<Card>, StoreError> {
        let wanted = usize::try_from(limit).unwrap_or(usize::MAX);
        let mut found: Vec<Card> = Vec::new();
        for likeness in [Likeness::Tags, Likeness::Section, Likeness::Language] {
            let makes_sense = match likeness {
                Likeness::Tags => !reading.tags.is_empty(),
                Likeness::Section => reading.section.is_some(),
                Likeness::Language => reading.kind == Kind::Story,
            };
            if found.len() >= wanted || !makes_sense {
                continue;
            }
            // Enough to leave out those already found.
            let candidates = limit + found.len() as u64;
            let values =
                [reading.locale.as_str().into(), reading.article.as_uuid().into(), number(candidates)];
            for card in cards(&self.db, likeness.sql(), values).await? {
                if found.len() < wanted && found.iter().all(|other| other.article != card.article) {
                    found.push(card);
                }
            }
        }
        Ok(found)
    }

    /// The stories just before and after this one in its language. Pages have none. At most four
    /// queries.
    pub async fn neighbours(&self, reading: &Reading) -> Result<Neighbours, StoreError> {
        let Some(at) = reading.published_at else { return Ok(Neighbours::default()) };
        let one = async |comparison: &str, order: &str| {
            let sql = format!(
                "SELECT {COLUMNS} FROM {TABLES} WHERE p.locale = $1 AND p.kind = 'story' \
                 AND (p.published_at, p.translation_id) {comparison} ($2, $3) \
                 ORDER BY p.published_at {order}, p.translation_id {order} LIMIT 1"
            );
            let values = [
                reading.locale.as_str().into(),
                at.as_millisecond().into(),
                reading.translation.as_uuid().into(),
            ];
            Ok::<_, StoreError>(cards(&self.db, sql, values).await?.pop())
        };
        Ok(Neighbours { newer: one(">", "ASC").await?, older: one("<", "DESC").await? })
    }

    /// When each story of a language was published, newest first. One query.
    pub async fn published_times(&self, locale: &Locale) -> Result<Vec<Timestamp>, StoreError> {
        let sql = format!(
            "SELECT p.published_at AS at FROM publication p WHERE p.locale = $1 AND p.kind = 'story' ORDER BY {NEWEST_FIRST}"
        );
        let times: Vec<Moment> = rows(&self.db, sql, [locale.as_str().into()]).await?;
        Ok(times.into_iter().map(|moment| from_millis(moment.at)).collect())
    }

    /// The static pages of a language, by key. Two queries.
    pub async fn pages(&self, locale: &Locale) -> Result<Vec<Card>, StoreError> {
        let sql = format!(
            "SELECT {COLUMNS} FROM {TABLES} WHERE p.locale = $1 AND p.kind = 'page' ORDER BY a.key, p.translation_id"
        );
        cards(&self.db, sql, [locale.as_str().into()]).await
    }

    /// Every published text in the languages offered, by article, last changed first. Two queries.
    pub async fn addresses(&self) -> Result<Vec<Address>, StoreError> {
        let offered = site::offered(&self.db).await?;
        let sql = "SELECT p.article_id, p.kind, p.locale, p.slug, coalesce(p.updated_at, p.published_at) AS at \
            FROM publication p ORDER BY p.article_id";
        let mut addresses: Vec<Address> = Vec::new();
        for row in rows::<AddressRow>(&self.db, sql, []).await? {
            let locale = text::locale(&row.locale)?;
            if !offered.contains(&locale) {
                continue;
            }
            let (article, at) = (ArticleId::from(row.article_id), from_millis(row.at));
            match addresses.last_mut().filter(|last| last.article == article) {
                Some(last) => {
                    last.changed_at = last.changed_at.max(at);
                    last.editions.push((locale, row.slug));
                }
                None => addresses.push(Address {
                    article,
                    kind: text::kind(&row.kind)?,
                    changed_at: at,
                    editions: vec![(locale, row.slug)],
                }),
            }
        }
        let place = |locale: &Locale| offered.iter().position(|other| other == locale);
        for address in &mut addresses {
            address.editions.sort_by_key(|(locale, _)| place(locale));
        }
        addresses.sort_by_key(|address| Reverse((address.changed_at, address.article)));
        Ok(addresses)
    }
}

/// The condition that picks a shelf's stories, and its values.
fn filter(locale: &Locale, shelf: &Shelf) -> (&'static str, Vec<Value>) {
    let language: Value = locale.as_str().into();
    match shelf {
        Shelf::All => ("p.locale = $1 AND p.kind = 'story'", vec![language]),
        Shelf::Term(term) => (
            "p.locale = $1 AND p.kind = 'story' \
             AND p.article_id IN (SELECT l.article_id FROM article_term l WHERE l.term_id = $2)",
            vec![language, term.as_uuid().into()],
        ),
        Shelf::Month { from, to } => (
            "p.locale = $1 AND p.kind = 'story' AND p.published_at >= $2 AND p.published_at < $3",
            vec![language, from.as_millisecond().into(), to.as_millisecond().into()],
        ),
    }
}

fn number(value: u64) -> Value {
    i64::try_from(value).unwrap_or(i64::MAX).into()
}
