//! Published texts for the search index, both halves. Not for readers.

use kernel::{ArticleId, TranslationId};
use sea_orm::{FromQueryResult, Value};
use uuid::Uuid;

use super::terms_of::{TermsOf, Wanted};
use super::{Store, StoreError, cards, places, row, rows, text};
use crate::model::Document;

const SELECT: &str = "SELECT p.translation_id, p.article_id, p.version, p.kind, p.locale, p.title, p.standfirst, \
    p.teaser_text, r.text AS remainder, a.access, a.source_locale, p.published_at \
    FROM publication p JOIN article a ON a.id = p.article_id LEFT JOIN remainder r ON r.translation_id = p.translation_id";

#[derive(FromQueryResult)]
struct Row {
    translation_id: Uuid,
    article_id: Uuid,
    version: i64,
    kind: String,
    locale: String,
    title: String,
    standfirst: String,
    teaser_text: String,
    remainder: Option<String>,
    access: String,
    source_locale: String,
    published_at: i64,
}

#[derive(FromQueryResult)]
struct Count {
    texts: i64,
}

impl Store {
    /// The published texts of these articles, for the search worker only: they hold the other half
    /// without any proof. Two queries.
    pub async fn documents_of(&self, articles: &[ArticleId]) -> Result<Vec<Document>, StoreError> {
        if articles.is_empty() {
            return Ok(Vec::new());
        }
        let sql = format!(
            "{SELECT} WHERE p.article_id IN ({}) ORDER BY p.translation_id",
            places(1, articles.len())
        );
        self.documents_by(sql, articles.iter().map(|article| article.as_uuid().into())).await
    }

    /// All published texts, a page at a time by id, for the search worker only. Two queries.
    pub async fn documents(
        &self,
        after: Option<TranslationId>,
        limit: u64,
    ) -> Result<Vec<Document>, StoreError> {
        let limit = i64::try_from(limit).unwrap_or(i64::MAX);
        let after = after.map_or(Uuid::nil(), TranslationId::as_uuid);
        let sql = format!("{SELECT} WHERE p.translation_id > $1 ORDER BY p.translation_id LIMIT $2");
        self.documents_by(sql, [after.into(), limit.into()]).await
    }

    /// How many texts are published.
    pub async fn count_documents(&self) -> Result<u64, StoreError> {
        let count: Option<Count> = row(&self.db, "SELECT COUNT(*) AS texts FROM publication", []).await?;
        Ok(count.map_or(0, |count| count.texts.unsigned_abs()))
    }

    async fn documents_by(
        &self,
        sql: String,
        values: impl IntoIterator<Item = Value>,
    ) -> Result<Vec<Document>, StoreError> {
        let found: Vec<Row> = rows(&self.db, sql, values).await?;
        let mut articles: Vec<Uuid> = found.iter().map(|row| row.article_id).collect();
        articles.sort_unstable();
        articles.dedup();
        let terms = TermsOf::load(&self.db, &articles, Wanted::All).await?;
        found.into_iter().map(|row| document(row, &terms)).collect()
    }
}

fn document(row: Row, terms: &TermsOf) -> Result<Document, StoreError> {
    let locale = text::locale(&row.locale)?;
    let terms = terms.of(row.article_id, &locale, &text::locale(&row.source_locale)?);
    let terms = terms.section.into_iter().chain(terms.tags).chain(terms.authors);
    Ok(Document {
        translation: row.translation_id.into(),
        article: row.article_id.into(),
        version: row.version,
        title: row.title,
        standfirst: row.standfirst,
        teaser: row.teaser_text,
        remainder: row.remainder.unwrap_or_default(),
        terms: terms.collect(),
        access: text::access(&row.access)?,
        published_at: cards::shown_date(text::kind(&row.kind)?, row.published_at),
        locale,
    })
}
