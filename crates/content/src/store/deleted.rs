//! Deleting with a way back.

use jiff::SignedDuration;
use kernel::ArticleId;
use sea_orm::{ActiveModelTrait, ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter, QuerySelect};

use super::compose::{self, Publishing};
use super::outbox::Change;
use super::save::lock;
use super::{Pictures, Store, StoreError, Writing, live, publish, revision, site};
use crate::entity::{article, translation};
use crate::model::State;

/// How long a deleted story can be brought back, in days.
pub const DELETED_KEPT_DAYS: i64 = 30;

impl Store {
    /// Deletes a story for now: it is out of every list and surface at once, and nothing can be done
    /// to it but [`Self::bring_back`]. Its addresses stay its own.
    pub async fn delete_story(&self, article: ArticleId) -> Result<(), StoreError> {
        let mut writing = self.begin().await?;
        let row = lock(&writing, article).await?;
        let live = texts(&writing, &row).await?.into_iter().filter(|text| text.live_version.is_some());
        live::take_down(&mut writing, &live.collect::<Vec<_>>()).await?;
        let row = article::Model { deleted_at: Some(writing.millis()), ..row };
        update(&writing, row).await?;
        writing.tell(Change::Article(article));
        writing.commit().await
    }

    /// Brings a deleted story back as it was: what was published is published again. A text whose time
    /// came in between becomes a draft.
    pub async fn bring_back(&self, article: ArticleId) -> Result<(), StoreError> {
        let mut writing = self.begin().await?;
        let found = article::Entity::find_by_id(article.as_uuid()).lock_exclusive().one(writing.db()).await?;
        let found = found.ok_or(StoreError::NoArticle(article))?;
        if found.deleted_at.is_none() {
            return Ok(());
        }
        let row = article::Model { deleted_at: None, touched_at: writing.millis(), ..found };
        update(&writing, row.clone()).await?;
        let teaser_paragraphs = site::load(writing.db()).await?.teaser_paragraphs;
        let mut up = Vec::new();
        for text in texts(&writing, &row).await? {
            if text.publish_at.is_some_and(|at| at <= writing.millis()) {
                let state = State::Draft.as_str().to_owned();
                publish::update(&writing, translation::Model { state, publish_at: None, ..text }).await?;
                continue;
            }
            let (Some(version), Some(published_at)) = (text.live_version, text.published_at) else {
                continue;
            };
            let Some(revised) = revision::load(writing.db(), text.id, version).await? else { continue };
            let pictures = Pictures::used_in(writing.db(), [revised.row.body.as_str()]).await?;
            up.push(compose::publication(&Publishing {
                article: &row,
                translation: &text,
                revised: &revised,
                teaser_paragraphs,
                pictures: &pictures,
                published_at,
                updated_at: text.updated_at,
            })?);
        }
        live::put_up(&mut writing, up).await?;
        writing.tell(Change::Article(article));
        writing.commit().await
    }

    /// Deletes for good what was deleted [`DELETED_KEPT_DAYS`] ago; how many stories.
    pub async fn sweep_deleted(&self) -> Result<u64, StoreError> {
        let kept = SignedDuration::from_hours(24 * DELETED_KEPT_DAYS);
        let now = self.now();
        let before = now.saturating_sub(kept).unwrap_or(now);
        let old =
            article::Entity::delete_many().filter(article::Column::DeletedAt.lt(before.as_millisecond()));
        Ok(old.exec(&self.db).await?.rows_affected)
    }
}

async fn texts(writing: &Writing, article: &article::Model) -> Result<Vec<translation::Model>, StoreError> {
    let texts = translation::Entity::find().filter(translation::Column::ArticleId.eq(article.id));
    Ok(texts.all(writing.db()).await?)
}

async fn update(writing: &Writing, row: article::Model) -> Result<(), StoreError> {
    article::Entity::update(row.into_active_model().reset_all()).exec(writing.db()).await?;
    Ok(())
}
