//! What stands at an address.

use kernel::{ArticleId, Locale, TranslationId};
use sea_orm::{ColumnTrait, EntityTrait, FromQueryResult, QueryFilter};
use uuid::Uuid;

use super::cards::{self, COLUMNS, CardRow, TABLES};
use super::terms_of::{TermsOf, Wanted};
use super::{Store, StoreError, row, rows, site, text};
use crate::entity::translation;
use crate::markdown::staleness;
use crate::model::{Edition, Reading, Stale, State};

/// What stands at an address.
#[derive(Clone, Debug, PartialEq)]
pub enum Found {
    /// A published text.
    Text(Box<Reading>),
    /// It was here once; the same text is at this slug of the same language now.
    Moved {
        /// Its present slug.
        slug: String,
    },
    /// It was published here, and no longer is.
    Withdrawn,
    /// A story that has this slug in another language.
    Elsewhere {
        /// The story.
        article: ArticleId,
        /// The languages it has; never empty. If it has the one asked for, under another slug,
        /// that is among them.
        editions: Vec<Edition>,
    },
    /// Nothing that readers may know of.
    Nothing,
}

#[derive(FromQueryResult)]
struct ReadingRow {
    version: i64,
    description: String,
    seo_title: Option<String>,
    teaser_html: String,
    teaser_text: String,
    has_remainder: bool,
    words: i32,
    source_version: Option<i64>,
    #[sea_orm(nested)]
    card: CardRow,
}

#[derive(FromQueryResult)]
struct EditionRow {
    translation_id: Uuid,
    kind: String,
    locale: String,
    slug: String,
    title: String,
    version: i64,
    published_at: i64,
    updated_at: Option<i64>,
}

#[derive(FromQueryResult)]
struct FormerRow {
    state: String,
    slug: Option<String>,
}

#[derive(FromQueryResult)]
struct OtherRow {
    article_id: Uuid,
    locale: String,
}

#[derive(FromQueryResult)]
struct BlocksRow {
    then: String,
    now: String,
    teaser_html: String,
}

/// An edition and the version that is live there.
pub(super) struct Live {
    pub(super) edition: Edition,
    version: i64,
}

impl Live {
    /// The edition alone.
    pub(super) fn into_edition(self) -> Edition {
        self.edition
    }
}

impl Store {
    /// What stands at `/{locale}/{slug}`. Four queries for a text, and one more if the source has a
    /// newer version than the text was made from; at most five for anything else.
    pub async fn find(&self, locale: &Locale, slug: &str) -> Result<Found, StoreError> {
        let sql = format!(
            "SELECT {COLUMNS}, p.version, p.description, p.seo_title, p.teaser_html, p.teaser_text, p.has_remainder, \
             p.words, p.source_version FROM {TABLES} WHERE p.locale = $1 AND p.slug = $2"
        );
        let found: Option<ReadingRow> = row(&self.db, sql, [locale.as_str().into(), slug.into()]).await?;
        match found {
            Some(found) => Ok(Found::Text(Box::new(self.reading(found).await?))),
            None => self.find_other(locale, slug).await,
        }
    }

    async fn reading(&self, row: ReadingRow) -> Result<Reading, StoreError> {
        let (article, source_locale) = (row.card.article_id, text::locale(&row.card.source_locale)?);
        let kind = text::kind(&row.card.kind)?;
        let terms = TermsOf::load(&self.db, &[article], Wanted::All).await?;
        let card = cards::card(row.card, &terms)?;
        let tags = terms.of(article, &card.locale, &source_locale).tags;
        let editions = self.live_editions(article, Some(&card.locale)).await?;
        let staleness = match row.source_version {
            Some(made_from) if source_locale != card.locale => {
                self.stale(&editions, &source_locale, made_from).await?
            }
            _ => None,
        };
        Ok(Reading {
            article: card.article,
            translation: card.translation,
            version: row.version,
            kind,
            access: card.access,
            locale: card.locale,
            source_locale,
            slug: card.slug,
            title: card.title,
            title_html: card.title_html,
            standfirst: card.standfirst,
            description: row.description,
            seo_title: row.seo_title,
            published_at: card.published_at,
            updated_at: card.updated_at,
            minutes: card.minutes,
            words: text::count(row.words),
            teaser_html: row.teaser_html,
            teaser_text: row.teaser_text,
            has_remainder: row.has_remainder,
            cover: card.cover,
            section: card.section,
            tags,
            authors: card.authors,
            editions: editions.into_iter().map(|live| live.edition).collect(),
            staleness,
        })
    }

    /// The published translations in the languages offered (and in `own`, whether offered or not),
    /// in the site's order. Two queries.
    pub(super) async fn live_editions(
        &self,
        article: Uuid,
        own: Option<&Locale>,
    ) -> Result<Vec<Live>, StoreError> {
        let offered = site::offered(&self.db).await?;
        let sql = "SELECT translation_id, kind, locale, slug, title, version, published_at, updated_at \
            FROM publication WHERE article_id = $1";
        let mut editions = Vec::new();
        for row in rows::<EditionRow>(&self.db, sql, [article.into()]).await? {
            let locale = text::locale(&row.locale)?;
            let place = offered.iter().position(|other| *other == locale);
            if place.is_none() && own != Some(&locale) {
                continue;
            }
            let edition = Edition {
                translation: TranslationId::from(row.translation_id),
                published_at: cards::shown_date(text::kind(&row.kind)?, row.published_at),
                updated_at: text::moment(row.updated_at),
                locale,
                slug: row.slug,
                title: row.title,
            };
            editions.push((place.unwrap_or(usize::MAX), Live { edition, version: row.version }));
        }
        editions.sort_by_key(|(place, _)| *place);
        Ok(editions.into_iter().map(|(_, live)| live).collect())
    }

    /// What has changed in the published source since version `made_from`. Of the old version only
    /// names and hashes of blocks are read.
    async fn stale(
        &self,
        editions: &[Live],
        source: &Locale,
        made_from: i64,
    ) -> Result<Option<Stale>, StoreError> {
        let source = editions.iter().find(|live| live.edition.locale == *source && live.version > made_from);
        let Some(source) = source else { return Ok(None) };
        let sql = "SELECT r.blocks AS \"then\", p.blocks AS now, p.teaser_html FROM publication p JOIN revision r \
            ON r.translation_id = p.translation_id AND r.version = $2 WHERE p.translation_id = $1";
        let values = [source.edition.translation.as_uuid().into(), made_from.into()];
        let Some(blocks) = row::<BlocksRow>(&self.db, sql, values).await? else { return Ok(None) };
        let then: Vec<_> = text::json("blocks", &blocks.then)?;
        let now: Vec<_> = text::json("blocks", &blocks.now)?;
        let difference = staleness(&then, &now);
        Ok((!difference.is_none())
            .then(|| Stale::new(source.edition.clone(), difference, &blocks.teaser_html)))
    }

    async fn find_other(&self, locale: &Locale, slug: &str) -> Result<Found, StoreError> {
        let own = translation::Entity::find()
            .filter(translation::Column::Locale.eq(locale.as_str()))
            .filter(translation::Column::Slug.eq(slug));
        if let Some(own) = own.one(&self.db).await?
            && text::state(&own.state)? == State::Withdrawn
        {
            return Ok(Found::Withdrawn);
        }
        let former = "SELECT t.state, p.slug FROM slug_history h JOIN translation t ON t.id = h.translation_id \
            LEFT JOIN publication p ON p.translation_id = t.id WHERE h.locale = $1 AND h.slug = $2";
        let former: Option<FormerRow> = row(&self.db, former, [locale.as_str().into(), slug.into()]).await?;
        match former {
            Some(FormerRow { slug: Some(slug), .. }) => return Ok(Found::Moved { slug }),
            Some(FormerRow { state, .. }) if text::state(&state)? == State::Withdrawn => {
                return Ok(Found::Withdrawn);
            }
            _ => {}
        }
        self.find_elsewhere(slug).await
    }

    async fn find_elsewhere(&self, slug: &str) -> Result<Found, StoreError> {
        let sql = "SELECT p.article_id, p.locale FROM publication p WHERE p.slug = $1 UNION \
            SELECT p.article_id, p.locale FROM slug_history h JOIN publication p ON p.translation_id = h.translation_id \
            WHERE h.slug = $1";
        let others: Vec<OtherRow> = rows(&self.db, sql, [slug.into()]).await?;
        if others.is_empty() {
            return Ok(Found::Nothing);
        }
        let offered = site::offered(&self.db).await?;
        let place = |row: &OtherRow| offered.iter().position(|locale| locale.as_str() == row.locale);
        let best =
            others.iter().filter(|row| place(row).is_some()).min_by_key(|row| (place(row), row.article_id));
        let Some(best) = best else { return Ok(Found::Nothing) };
        let editions = self.live_editions(best.article_id, None).await?;
        if editions.is_empty() {
            return Ok(Found::Nothing);
        }
        let editions = editions.into_iter().map(|live| live.edition).collect();
        Ok(Found::Elsewhere { article: best.article_id.into(), editions })
    }
}
