//! Lists of stories: by date, by term, by month, related, neighbouring.

use std::collections::{HashMap, HashSet};

use jiff::Timestamp;
use kernel::{ArticleId, Locale, TermId, TranslationId};
use sea_orm::sea_query::{Expr, ExprTrait, Query, SelectStatement};
use sea_orm::{ColumnTrait, Condition, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect};
use uuid::Uuid;

use super::links::Links;
use super::reading::date;
use super::{Store, StoreError, access, count, locale};
use crate::entity::{article_term, publication};
use crate::model::{Address, Card, Kind, Listing, Neighbours, Reading, Term, TermKind};

/// Which stories.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shelf {
    /// All.
    All,
    /// Those of a section, tag or author.
    Term(TermId),
    /// Those published from the first moment up to, not including, the second.
    Month {
        /// First moment.
        from: Timestamp,
        /// First moment after.
        to: Timestamp,
    },
}

impl Store {
    /// Stories of a language, newest first. Seven queries at most.
    pub async fn shelf(&self, of: &Locale, shelf: Shelf, offset: u64, limit: u64) -> Result<Listing, StoreError> {
        let mut condition = stories(of);
        match shelf {
            Shelf::All => {}
            Shelf::Term(term) => {
                condition = condition.add(publication::Column::ArticleId.in_subquery(articles_with(&[term.as_uuid()])));
            }
            Shelf::Month { from, to } => {
                condition = condition
                    .add(publication::Column::PublishedAt.gte(from.as_millisecond()))
                    .add(publication::Column::PublishedAt.lt(to.as_millisecond()));
            }
        }
        let total = publication::Entity::find().filter(condition.clone()).count(&self.db).await?;
        let rows = newest_first(condition).offset(offset).limit(limit).all(&self.db).await?;
        Ok(Listing { cards: self.cards_of(rows).await?, total })
    }

    /// The newest stories of each section that has any, sections in order. Queries: two, one a
    /// section, and five for the cards.
    pub async fn by_section(&self, of: &Locale, each: u64) -> Result<Vec<(Term, Vec<Card>)>, StoreError> {
        let sections = self.terms(TermKind::Section).await?;
        let mut rows = Vec::new();
        for section in &sections {
            let with = publication::Column::ArticleId.in_subquery(articles_with(&[section.id.as_uuid()]));
            rows.push(newest_first(stories(of).add(with)).limit(each).all(&self.db).await?);
        }
        let lengths: Vec<usize> = rows.iter().map(Vec::len).collect();
        let mut cards = self.cards_of(rows.into_iter().flatten().collect()).await?.into_iter();
        let blocks = sections.into_iter().zip(lengths).map(|(section, length)| (section, cards.by_ref().take(length).collect()));
        Ok(blocks.filter(|(_, cards): &(Term, Vec<Card>)| !cards.is_empty()).collect())
    }

    /// Stories in the same language that share most tags, then those of the section; newest first
    /// among equals. A page has none.
    pub async fn related(&self, reading: &Reading, limit: u64) -> Result<Vec<Card>, StoreError> {
        if reading.kind == Kind::Page {
            return Ok(Vec::new());
        }
        let used = article_term::Entity::find()
            .filter(article_term::Column::ArticleId.eq(reading.article.as_uuid()))
            .filter(article_term::Column::Kind.ne(TermKind::Author.as_str()))
            .all(&self.db)
            .await?;
        let terms: HashMap<Uuid, u32> =
            used.into_iter().map(|row| (row.term_id, if row.kind == TermKind::Tag.as_str() { 2 } else { 1 })).collect();
        if terms.is_empty() {
            return Ok(Vec::new());
        }
        let ids: Vec<Uuid> = terms.keys().copied().collect();
        // The newest hundred that share anything are enough to choose from.
        let condition = stories(&reading.locale)
            .add(publication::Column::ArticleId.ne(reading.article.as_uuid()))
            .add(publication::Column::ArticleId.in_subquery(articles_with(&ids)));
        let candidates = newest_first(condition).limit(100).all(&self.db).await?;
        let articles: Vec<Uuid> = candidates.iter().map(|row| row.article_id).collect();
        let shared = article_term::Entity::find()
            .filter(article_term::Column::ArticleId.is_in(articles))
            .filter(article_term::Column::TermId.is_in(ids))
            .all(&self.db)
            .await?;
        let mut weight: HashMap<Uuid, u32> = HashMap::new();
        for row in shared {
            *weight.entry(row.article_id).or_default() += terms.get(&row.term_id).copied().unwrap_or(0);
        }
        let mut chosen = candidates;
        chosen.sort_by_key(|row| std::cmp::Reverse(weight.get(&row.article_id).copied()));
        chosen.truncate(usize::try_from(limit).unwrap_or(usize::MAX));
        self.cards_of(chosen).await
    }

    /// The stories before and after, by date, in the same language.
    pub async fn neighbours(&self, reading: &Reading) -> Result<Neighbours, StoreError> {
        let Some(at) = reading.published_at.filter(|_| reading.kind == Kind::Story) else {
            return Ok(Neighbours::default());
        };
        let at = at.as_millisecond();
        let own = reading.translation.as_uuid();
        use publication::Column as C;
        let after = Condition::any().add(C::PublishedAt.gt(at)).add(C::PublishedAt.eq(at).and(C::TranslationId.gt(own)));
        let before = Condition::any().add(C::PublishedAt.lt(at)).add(C::PublishedAt.eq(at).and(C::TranslationId.lt(own)));
        let newer = publication::Entity::find()
            .filter(stories(&reading.locale).add(after))
            .order_by_asc(C::PublishedAt)
            .order_by_asc(C::TranslationId)
            .limit(1);
        let newer = newer.one(&self.db).await?;
        let older = newest_first(stories(&reading.locale).add(before)).limit(1).one(&self.db).await?;
        let has_newer = newer.is_some();
        let mut cards = self.cards_of(newer.into_iter().chain(older).collect()).await?.into_iter();
        let newer = if has_newer { cards.next() } else { None };
        Ok(Neighbours { newer, older: cards.next() })
    }

    /// When the stories of a language were published. One query.
    pub async fn published_times(&self, of: &Locale) -> Result<Vec<Timestamp>, StoreError> {
        let times: Vec<i64> = publication::Entity::find()
            .filter(stories(of))
            .select_only()
            .column(publication::Column::PublishedAt)
            .into_tuple()
            .all(&self.db)
            .await?;
        Ok(times.into_iter().map(kernel::time::from_millis).collect())
    }

    /// Static pages of a language, by title.
    pub async fn pages(&self, of: &Locale) -> Result<Vec<Card>, StoreError> {
        let rows = publication::Entity::find()
            .filter(publication::Column::Locale.eq(of.as_str()))
            .filter(publication::Column::Kind.eq(Kind::Page.as_str()))
            .order_by_asc(publication::Column::Title)
            .all(&self.db)
            .await?;
        self.cards_of(rows).await
    }

    /// Published texts by id, in the order asked for; what isn't published is left out.
    pub async fn cards(&self, ids: &[TranslationId]) -> Result<Vec<Card>, StoreError> {
        if ids.is_empty() {
            return Ok(Vec::new());
        }
        let uuids: Vec<Uuid> = ids.iter().map(|id| id.as_uuid()).collect();
        let rows = publication::Entity::find().filter(publication::Column::TranslationId.is_in(uuids)).all(&self.db).await?;
        let mut cards = self.cards_of(rows).await?;
        cards.sort_by_key(|card| ids.iter().position(|id| *id == card.translation));
        Ok(cards)
    }

    /// Every published text's addresses, newest first. One query.
    pub async fn addresses(&self) -> Result<Vec<Address>, StoreError> {
        use publication::Column as C;
        let rows: Vec<(Uuid, String, String, String, i64, Option<i64>)> = publication::Entity::find()
            .select_only()
            .columns([C::ArticleId, C::Kind, C::Locale, C::Slug, C::PublishedAt, C::UpdatedAt])
            .order_by_desc(C::PublishedAt)
            .order_by_asc(C::ArticleId)
            .order_by_asc(C::Locale)
            .into_tuple()
            .all(&self.db)
            .await?;
        let mut places: HashMap<Uuid, usize> = HashMap::new();
        let mut addresses: Vec<Address> = Vec::new();
        for (article, kind, of, slug, published_at, updated_at) in rows {
            let changed_at = kernel::time::from_millis(updated_at.unwrap_or(published_at));
            let place = *places.entry(article).or_insert_with(|| {
                addresses.push(Address {
                    article: ArticleId::from(article),
                    kind: Kind::parse(&kind),
                    changed_at,
                    editions: Vec::new(),
                });
                addresses.len() - 1
            });
            let address = &mut addresses[place];
            address.changed_at = address.changed_at.max(changed_at);
            address.editions.push((locale(&of)?, slug));
        }
        Ok(addresses)
    }

    async fn cards_of(&self, rows: Vec<publication::Model>) -> Result<Vec<Card>, StoreError> {
        let articles: HashSet<Uuid> = rows.iter().map(|row| row.article_id).collect();
        let links = Links::load(&self.db, articles).await?;
        rows.into_iter().map(|row| card(&links, row)).collect()
    }
}

fn card(links: &Links, row: publication::Model) -> Result<Card, StoreError> {
    let own = locale(&row.locale)?;
    let kind = Kind::parse(&row.kind);
    Ok(Card {
        article: row.article_id.into(),
        translation: row.translation_id.into(),
        access: access(&links.article(row.article_id)?.access)?,
        published_at: date(kind, Some(row.published_at)),
        updated_at: date(kind, row.updated_at),
        minutes: count(row.minutes),
        cover: links.cover(&row),
        section: links.terms(row.article_id, TermKind::Section, &own)?.pop(),
        authors: links.terms(row.article_id, TermKind::Author, &own)?,
        locale: own,
        slug: row.slug,
        title: row.title,
        title_html: row.title_html,
        standfirst: row.standfirst,
    })
}

fn stories(of: &Locale) -> Condition {
    Condition::all()
        .add(publication::Column::Locale.eq(of.as_str()))
        .add(publication::Column::Kind.eq(Kind::Story.as_str()))
}

fn newest_first(condition: Condition) -> sea_orm::Select<publication::Entity> {
    publication::Entity::find()
        .filter(condition)
        .order_by_desc(publication::Column::PublishedAt)
        .order_by_desc(publication::Column::TranslationId)
}

/// Ids of the articles that have one of these terms.
fn articles_with(terms: &[Uuid]) -> SelectStatement {
    Query::select()
        .column(article_term::Column::ArticleId)
        .from(article_term::Entity)
        .and_where(Expr::col(article_term::Column::TermId).is_in(terms.to_vec()))
        .to_owned()
}

