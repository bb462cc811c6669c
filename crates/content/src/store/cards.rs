//! Texts in lists.

use std::collections::HashMap;

use kernel::{ArticleId, TranslationId};
use sea_orm::{ConnectionTrait, FromQueryResult, Value};
use uuid::Uuid;

use super::terms_of::{TermsOf, Wanted};
use super::{Store, StoreError, places, rows, text};
use crate::media::Focus;
use crate::model::{Card, Cover, Kind};

/// What [`CardRow`] reads, from `publication p`, `article a` and `media m`.
pub(super) const COLUMNS: &str = "p.translation_id, p.article_id, p.version, p.kind, p.locale, p.slug, p.title, p.title_html, \
    p.standfirst, p.published_at, p.updated_at, p.minutes, p.cover_alt, p.cover_caption, a.access, a.source_locale, \
    m.hash AS cover, m.width AS cover_width, m.height AS cover_height, m.credit AS cover_credit, \
    m.focus_x AS cover_x, m.focus_y AS cover_y";

/// Where it reads from.
pub(super) const TABLES: &str =
    "publication p JOIN article a ON a.id = p.article_id LEFT JOIN media m ON m.hash = a.cover";

/// Newest first, with an order among those of the same moment.
pub(super) const NEWEST_FIRST: &str = "p.published_at DESC, p.translation_id DESC";

#[derive(FromQueryResult)]
pub(super) struct CardRow {
    translation_id: Uuid,
    pub(super) article_id: Uuid,
    version: i64,
    pub(super) kind: String,
    pub(super) locale: String,
    slug: String,
    title: String,
    title_html: String,
    standfirst: String,
    published_at: i64,
    updated_at: Option<i64>,
    minutes: i32,
    cover_alt: String,
    cover_caption: String,
    access: String,
    pub(super) source_locale: String,
    #[sea_orm(nested)]
    cover: CoverRow,
}

/// A cover that may not be there.
#[derive(FromQueryResult)]
pub(super) struct CoverRow {
    cover: Option<String>,
    cover_width: Option<i32>,
    cover_height: Option<i32>,
    cover_credit: Option<String>,
    cover_x: Option<i32>,
    cover_y: Option<i32>,
}

impl CoverRow {
    /// The cover with what a translation says about it.
    pub(super) fn with(self, alt: String, caption: String) -> Option<Cover> {
        Some(Cover {
            hash: self.cover?,
            width: text::count(self.cover_width?),
            height: text::count(self.cover_height?),
            alt,
            caption,
            credit: self.cover_credit.unwrap_or_default(),
            focus: Focus::stored(self.cover_x?, self.cover_y?),
        })
    }
}

impl Store {
    /// The published ones of these texts, in no particular order. Two queries.
    pub async fn cards(&self, translations: &[TranslationId]) -> Result<Vec<Card>, StoreError> {
        if translations.is_empty() {
            return Ok(Vec::new());
        }
        let sql = format!(
            "SELECT {COLUMNS} FROM {TABLES} WHERE p.translation_id IN ({})",
            places(1, translations.len())
        );
        cards(&self.db, sql, translations.iter().map(|id| id.as_uuid().into())).await
    }

    /// The published texts of these articles, in every language, in no particular order. Two queries.
    pub async fn cards_of(&self, articles: &[ArticleId]) -> Result<Vec<Card>, StoreError> {
        if articles.is_empty() {
            return Ok(Vec::new());
        }
        let sql =
            format!("SELECT {COLUMNS} FROM {TABLES} WHERE p.article_id IN ({})", places(1, articles.len()));
        cards(&self.db, sql, articles.iter().map(|id| id.as_uuid().into())).await
    }

    /// The words of the visible halves of these texts, a string a block, for those that are
    /// published. One query.
    pub async fn teasers(
        &self,
        translations: &[TranslationId],
    ) -> Result<HashMap<TranslationId, Vec<String>>, StoreError> {
        if translations.is_empty() {
            return Ok(HashMap::new());
        }
        let sql = format!(
            "SELECT translation_id, teaser_text FROM publication WHERE translation_id IN ({})",
            places(1, translations.len())
        );
        let values = translations.iter().map(|id| Value::from(id.as_uuid()));
        let teasers = rows::<TeaserRow>(&self.db, sql, values).await?.into_iter().map(|row| {
            let blocks = row.teaser_text.lines().map(str::to_owned).collect();
            (TranslationId::from(row.translation_id), blocks)
        });
        Ok(teasers.collect())
    }
}

#[derive(FromQueryResult)]
struct TeaserRow {
    translation_id: Uuid,
    teaser_text: String,
}

/// The cards that a query for [`COLUMNS`] finds. Two queries.
pub(super) async fn cards(
    db: &impl ConnectionTrait,
    sql: String,
    values: impl IntoIterator<Item = Value>,
) -> Result<Vec<Card>, StoreError> {
    build(db, rows(db, sql, values).await?).await
}

/// Adds the terms. One query.
pub(super) async fn build(db: &impl ConnectionTrait, rows: Vec<CardRow>) -> Result<Vec<Card>, StoreError> {
    let mut articles: Vec<Uuid> = rows.iter().map(|row| row.article_id).collect();
    articles.sort_unstable();
    articles.dedup();
    let terms = TermsOf::load(db, &articles, Wanted::NoTags).await?;
    rows.into_iter().map(|row| card(row, &terms)).collect()
}

pub(super) fn card(row: CardRow, terms: &TermsOf) -> Result<Card, StoreError> {
    let locale = text::locale(&row.locale)?;
    let terms = terms.of(row.article_id, &locale, &text::locale(&row.source_locale)?);
    Ok(Card {
        article: ArticleId::from(row.article_id),
        translation: TranslationId::from(row.translation_id),
        version: row.version,
        slug: row.slug,
        title: row.title,
        title_html: row.title_html,
        standfirst: row.standfirst,
        access: text::access(&row.access)?,
        published_at: shown_date(text::kind(&row.kind)?, row.published_at),
        updated_at: text::moment(row.updated_at),
        minutes: text::count(row.minutes),
        cover: row.cover.with(row.cover_alt, row.cover_caption),
        section: terms.section,
        authors: terms.authors,
        locale,
    })
}

/// Pages have no date that readers see.
pub(super) fn shown_date(kind: Kind, published_at: i64) -> Option<jiff::Timestamp> {
    (kind == Kind::Story).then(|| kernel::time::from_millis(published_at))
}
