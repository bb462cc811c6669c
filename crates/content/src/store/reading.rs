//! What the public site reads of one text. Only `publication`, what it shows, and, against a proof
//! of entitlement, `remainder`.

use std::collections::HashSet;

use jiff::Timestamp;
use kernel::{ArticleId, Entitled, Locale, TranslationId};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};

use super::links::Links;
use super::saving::load;
use super::{Store, StoreError, access, blocks, count, locale};
use crate::entity::{article, publication, remainder, site_locale, slug_history, translation};
use crate::markdown::{Half, staleness};
use crate::model::{Edition, Kind, Reading, Stale, State, TermKind};

/// What is at an address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Found {
    /// A published text.
    Text(Box<Reading>),
    /// It has another address now, in the same language.
    Moved {
        /// The slug it has now.
        slug: String,
    },
    /// It was published and has been taken back.
    Withdrawn,
    /// A story that is published, but not in this language.
    Elsewhere {
        /// The story.
        article: ArticleId,
        /// Where it can be read, in the site's order.
        editions: Vec<Edition>,
    },
    /// Nothing that readers may know of.
    Nothing,
}

impl Store {
    /// Looks an address up. About seven queries for a text, however it is linked.
    pub async fn find(&self, in_locale: &Locale, slug: &str) -> Result<Found, StoreError> {
        let live = publication::Entity::find()
            .filter(publication::Column::Locale.eq(in_locale.as_str()))
            .filter(publication::Column::Slug.eq(slug))
            .one(&self.db)
            .await?;
        match live {
            Some(live) => Ok(Found::Text(Box::new(reading(&self.db, live).await?))),
            None => self.find_former(in_locale, slug).await,
        }
    }

    /// The half that is not for everyone. `proof` opens one article: another's remainder isn't
    /// loaded. One query.
    pub async fn remainder(&self, proof: &Entitled, translation: TranslationId, version: i64) -> Result<Option<Half>, StoreError> {
        let row = remainder::Entity::find_by_id(translation.as_uuid())
            .filter(remainder::Column::Version.eq(version))
            .filter(
                remainder::Column::TranslationId.in_subquery(
                    sea_orm::sea_query::Query::select()
                        .column(publication::Column::TranslationId)
                        .from(publication::Entity)
                        .and_where(publication::Column::ArticleId.eq(proof.article().as_uuid()))
                        .to_owned(),
                ),
            )
            .one(&self.db)
            .await?;
        Ok(row.map(|row| Half { html: row.html, text: row.text }))
    }

    /// What was, or is in another language, at this address.
    async fn find_former(&self, in_locale: &Locale, slug: &str) -> Result<Found, StoreError> {
        let former = slug_history::Entity::find_by_id((in_locale.to_string(), slug.to_owned())).one(&self.db).await?;
        let own = match former {
            Some(former) => translation::Entity::find_by_id(former.translation_id).one(&self.db).await?,
            None => {
                translation::Entity::find()
                    .filter(translation::Column::Locale.eq(in_locale.as_str()))
                    .filter(translation::Column::Slug.eq(slug))
                    .one(&self.db)
                    .await?
            }
        };
        if let Some(own) = own {
            if own.live_version.is_some() {
                return Ok(Found::Moved { slug: own.slug });
            }
            // A draft that was never published is nobody's business.
            if own.state == State::Withdrawn.as_str() && own.published_at.is_some() {
                return Ok(Found::Withdrawn);
            }
        }
        let elsewhere = publication::Entity::find().filter(publication::Column::Slug.eq(slug)).one(&self.db).await?;
        let Some(elsewhere) = elsewhere else { return Ok(Found::Nothing) };
        let editions = editions(&self.db, elsewhere.article_id.into(), elsewhere.kind == "page").await?;
        match editions.iter().find(|edition| edition.locale == *in_locale) {
            Some(edition) => Ok(Found::Moved { slug: edition.slug.clone() }),
            None => Ok(Found::Elsewhere { article: elsewhere.article_id.into(), editions }),
        }
    }
}

async fn reading(db: &impl ConnectionTrait, live: publication::Model) -> Result<Reading, StoreError> {
    let links = Links::load(db, HashSet::from([live.article_id])).await?;
    let owner = links.article(live.article_id)?;
    let own_locale = locale(&live.locale)?;
    let kind = Kind::parse(&live.kind);
    let editions = editions(db, live.article_id.into(), kind == Kind::Page).await?;
    let staleness = match live.source_version {
        Some(made_from) if owner.source_locale != live.locale => stale(db, owner, made_from, &editions).await?,
        _ => None,
    };
    Ok(Reading {
        article: live.article_id.into(),
        translation: live.translation_id.into(),
        version: live.version,
        kind,
        access: access(&owner.access)?,
        source_locale: locale(&owner.source_locale)?,
        published_at: date(kind, Some(live.published_at)),
        updated_at: date(kind, live.updated_at),
        minutes: count(live.minutes),
        words: count(live.words),
        cover: links.cover(&live),
        section: links.terms(live.article_id, TermKind::Section, &own_locale)?.pop(),
        tags: links.terms(live.article_id, TermKind::Tag, &own_locale)?,
        authors: links.terms(live.article_id, TermKind::Author, &own_locale)?,
        locale: own_locale,
        slug: live.slug,
        title: live.title,
        title_html: live.title_html,
        standfirst: live.standfirst,
        description: live.description,
        seo_title: live.seo_title,
        teaser_html: live.teaser_html,
        teaser_text: live.teaser_text,
        has_remainder: live.has_remainder,
        editions,
        staleness,
    })
}

/// The published translations of a story, in the site's order of languages.
async fn editions(db: &impl ConnectionTrait, article: ArticleId, is_page: bool) -> Result<Vec<Edition>, StoreError> {
    let offered = site_locale::Entity::find().order_by_asc(site_locale::Column::Position).all(db).await?;
    let place = |locale: &str| offered.iter().position(|offered| offered.locale == locale);
    let mut rows = publication::Entity::find().filter(publication::Column::ArticleId.eq(article.as_uuid())).all(db).await?;
    // A language that is no longer offered has no pages.
    rows.retain(|row| offered.is_empty() || place(&row.locale).is_some());
    rows.sort_by_key(|row| place(&row.locale));
    let kind = if is_page { Kind::Page } else { Kind::Story };
    rows.into_iter()
        .map(|row| {
            Ok(Edition {
                translation: row.translation_id.into(),
                locale: locale(&row.locale)?,
                slug: row.slug,
                title: row.title,
                published_at: date(kind, Some(row.published_at)),
                updated_at: date(kind, row.updated_at),
            })
        })
        .collect()
}

/// What changed between the source's revision a translation was made from and the one that is live.
async fn stale(db: &impl ConnectionTrait, owner: &article::Model, made_from: i64, editions: &[Edition]) -> Result<Option<Stale>, StoreError> {
    let Some(source) = editions.iter().find(|edition| edition.locale.as_str() == owner.source_locale) else {
        return Ok(None);
    };
    let live = publication::Entity::find_by_id(source.translation.as_uuid()).one(db).await?;
    let Some(live) = live.filter(|live| live.version > made_from) else { return Ok(None) };
    let then = load(db, live.translation_id, made_from).await?;
    let difference = staleness(&blocks(&then.blocks)?, &blocks(&live.blocks)?);
    Ok((!difference.is_none()).then(|| Stale::new(source.clone(), difference)))
}

/// Static pages have no dates.
pub(super) fn date(kind: Kind, millis: Option<i64>) -> Option<Timestamp> {
    millis.filter(|_| kind == Kind::Story).map(kernel::time::from_millis)
}
