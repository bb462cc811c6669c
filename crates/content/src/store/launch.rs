//! Publishing a story in several languages at once.

use std::collections::HashSet;

use kernel::{ArticleId, Locale, TranslationId};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, FromQueryResult, QueryFilter};
use uuid::Uuid;

use super::publish::{go_live, load};
use super::save::{lock, touch};
use super::{Store, StoreError, Writing, rows, run, text};
use crate::entity::{article, translation};
use crate::model::{Launched, Waiting};

#[derive(FromQueryResult)]
struct Row {
    locale: String,
    ready_at: Option<i64>,
}

impl Store {
    /// Lets a story wait for these languages, to be published in all of them at once; for none, each
    /// text is published by itself. What is ready stays so. If nothing is missing any more, it is
    /// published now.
    pub async fn wait_for(&self, article: ArticleId, locales: &[Locale]) -> Result<Launched, StoreError> {
        let mut writing = self.begin().await?;
        let article = lock(&writing, article).await?;
        let before = waiting(writing.db(), article.id).await?;
        let gone = before.iter().filter(|waiting| !locales.contains(&waiting.locale));
        for waiting in gone {
            let sql = "DELETE FROM launch WHERE article_id = $1 AND locale = $2";
            run(writing.db(), sql, [article.id.into(), waiting.locale.as_str().into()]).await?;
        }
        for locale in locales {
            let sql = "INSERT INTO launch (article_id, locale, ready_at) VALUES ($1, $2, NULL) \
                ON CONFLICT (article_id, locale) DO NOTHING";
            run(writing.db(), sql, [article.id.into(), locale.as_str().into()]).await?;
        }
        touch(&writing, article.id).await?;
        let launched = launch(&mut writing, &article).await?;
        writing.commit().await?;
        Ok(launched)
    }

    /// Says that a text is ready, or isn't any more, for a launch that waits for it. When the last one
    /// is ready, all of them are published in one transaction, in the version that is newest then.
    pub async fn ready(&self, translation: TranslationId, ready: bool) -> Result<Launched, StoreError> {
        let mut writing = self.begin().await?;
        let (article, row) = load(&writing, translation).await?;
        let at = ready.then_some(writing.millis());
        let sql = "UPDATE launch SET ready_at = $3 WHERE article_id = $1 AND locale = $2";
        run(writing.db(), sql, [article.id.into(), row.locale.into(), at.into()]).await?;
        touch(&writing, article.id).await?;
        let launched = launch(&mut writing, &article).await?;
        writing.commit().await?;
        Ok(launched)
    }
}

/// Publishes what a launch waits for if all of it is ready, and ends the launch.
async fn launch(writing: &mut Writing, article: &article::Model) -> Result<Launched, StoreError> {
    let waiting = waiting(writing.db(), article.id).await?;
    let texts = translation::Entity::find().filter(translation::Column::ArticleId.eq(article.id));
    let texts = texts.all(writing.db()).await?;
    let there: HashSet<&str> = texts.iter().map(|text| text.locale.as_str()).collect();
    let missing = waiting.iter().filter(|it| it.ready_at.is_none() || !there.contains(it.locale.as_str()));
    let missing: Vec<Locale> = missing.map(|it| it.locale.clone()).collect();
    if !missing.is_empty() || waiting.is_empty() {
        return Ok(Launched::Waits(missing));
    }
    let mut published = Vec::with_capacity(waiting.len());
    for row in texts {
        if waiting.iter().any(|it| it.locale.as_str() == row.locale) {
            published.push(row.id.into());
            let (at, updated_at) = (row.published_at.unwrap_or(writing.millis()), row.updated_at);
            go_live(writing, article, row, at, updated_at).await?;
        }
    }
    run(writing.db(), "DELETE FROM launch WHERE article_id = $1", [article.id.into()]).await?;
    Ok(Launched::Published(published))
}

/// The languages that a story waits for.
pub(super) async fn waiting(db: &impl ConnectionTrait, article: Uuid) -> Result<Vec<Waiting>, StoreError> {
    let sql = "SELECT locale, ready_at FROM launch WHERE article_id = $1 ORDER BY locale";
    let found: Vec<Row> = rows(db, sql, [article.into()]).await?;
    let waiting =
        |row: Row| Ok(Waiting { locale: text::locale(&row.locale)?, ready_at: text::moment(row.ready_at) });
    found.into_iter().map(waiting).collect()
}
