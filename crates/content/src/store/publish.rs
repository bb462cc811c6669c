//! Publishing, now or later, and taking back.

use jiff::Timestamp;
use kernel::TranslationId;
use kernel::time::from_millis;
use sea_orm::{ActiveModelTrait, EntityTrait, FromQueryResult, IntoActiveModel};
use uuid::Uuid;

use super::compose::{self, Publishing, Revised};
use super::save::{lock, touch};
use super::{Pictures, Store, StoreError, Writing, live, machine, revision, rows, site, text};
use crate::entity::{article, translation};
use crate::model::{Dates, State};

impl Store {
    /// Shows readers the newest version, with these dates. If it is live already, with the same
    /// dates, nothing is written.
    pub async fn publish(&self, translation: TranslationId, dates: Dates) -> Result<(), StoreError> {
        let mut writing = self.begin().await?;
        let (article, row) = load(&writing, translation).await?;
        let published_at = text::millis(dates.published_at).or(row.published_at).unwrap_or(writing.millis());
        let updated_at = text::millis(dates.updated_at);
        let is_live = row.live_version == Some(row.version);
        if is_live && row.published_at == Some(published_at) && row.updated_at == updated_at {
            return Ok(());
        }
        go_live(&mut writing, &article, row, published_at, updated_at).await?;
        writing.commit().await
    }

    /// Publishes the version that is newest then, at a time to come; see
    /// [`publish_due`](Self::publish_due). A published text can't be scheduled.
    pub async fn schedule(&self, translation: TranslationId, at: Timestamp) -> Result<(), StoreError> {
        let writing = self.begin().await?;
        let (article, row) = load(&writing, translation).await?;
        if row.live_version.is_some() {
            return Err(StoreError::AlreadyPublished(translation));
        }
        to_publish(&writing, &article, &row).await?;
        let state = State::Scheduled.as_str().to_owned();
        let row = translation::Model { state, publish_at: Some(at.as_millisecond()), ..row };
        update(&writing, row).await?;
        writing.commit().await
    }

    /// Whether the newest version has texts that a machine made and nobody has signed off: then it
    /// can't be published. At most four queries.
    pub async fn is_machine_made(&self, translation: TranslationId) -> Result<bool, StoreError> {
        let writing = self.begin().await?;
        let (article, row) = load(&writing, translation).await?;
        match to_publish(&writing, &article, &row).await {
            Ok(_) => Ok(false),
            Err(StoreError::MachineMade(_)) => Ok(true),
            Err(error) => Err(error),
        }
    }

    /// Hands a draft in: it waits for somebody's yes. What is scheduled or published already stays so.
    pub async fn submit(&self, translation: TranslationId) -> Result<(), StoreError> {
        let writing = self.begin().await?;
        let (_, row) = load(&writing, translation).await?;
        if !matches!(text::state(&row.state)?, State::Draft | State::Withdrawn) {
            return Ok(());
        }
        let state = State::InReview.as_str().to_owned();
        update(&writing, translation::Model { state, ..row }).await?;
        writing.commit().await
    }

    /// Takes a text back: readers no longer see it, and its address says that it was withdrawn. One
    /// that they have never seen becomes a draft.
    pub async fn withdraw(&self, translation: TranslationId) -> Result<(), StoreError> {
        let mut writing = self.begin().await?;
        let (_, row) = load(&writing, translation).await?;
        if row.live_version.is_some() {
            live::take_down(&mut writing, std::slice::from_ref(&row)).await?;
        }
        let state = if row.published_at.is_some() { State::Withdrawn } else { State::Draft };
        let state = state.as_str().to_owned();
        update(&writing, translation::Model { state, live_version: None, publish_at: None, ..row }).await?;
        writing.commit().await
    }

    /// Publishes what is scheduled and due; how many. Each text is a transaction of its own, dated
    /// with the time it was scheduled for. Safe to call from several processes at once.
    pub async fn publish_due(&self) -> Result<u64, StoreError> {
        let now = self.clock.now().as_millisecond();
        let sql = "SELECT t.id FROM translation t JOIN article a ON a.id = t.article_id \
            WHERE t.publish_at <= $1 AND a.deleted_at IS NULL ORDER BY t.publish_at";
        let due: Vec<Due> = rows(&self.db, sql, [now.into()]).await?;
        let mut published = 0;
        for Due { id } in due {
            let mut writing = self.begin().await?;
            let (article, row) = match load(&writing, id.into()).await {
                // Deleted in the meantime, or for now.
                Err(StoreError::NoTranslation(_) | StoreError::NoArticle(_)) => continue,
                loaded => loaded?,
            };
            // Another process, or an editor, may have been faster.
            let Some(at) = row.publish_at.filter(|at| *at <= now) else { continue };
            let updated_at = row.updated_at;
            match go_live(&mut writing, &article, row, at, updated_at).await {
                // It waits until somebody has signed it off.
                Err(StoreError::MachineMade(translation)) => {
                    tracing::warn!(%translation, "due, but machine-made and not signed off");
                    continue;
                }
                live => live?,
            }
            writing.commit().await?;
            published += 1;
            tracing::info!(translation = %id, at = %from_millis(at), "published on schedule");
        }
        Ok(published)
    }
}

#[derive(FromQueryResult)]
struct Due {
    id: Uuid,
}

/// A translation and its article, which is locked.
pub(super) async fn load(
    writing: &Writing,
    translation: TranslationId,
) -> Result<(article::Model, translation::Model), StoreError> {
    let find = async || translation::Entity::find_by_id(translation.as_uuid()).one(writing.db()).await;
    let missing = || StoreError::NoTranslation(translation);
    let article = lock(writing, find().await?.ok_or_else(missing)?.article_id.into()).await?;
    // What was read before the lock may be out of date.
    Ok((article, find().await?.ok_or_else(missing)?))
}

/// The newest version, if it may be published: all of it is written or signed off by somebody.
async fn to_publish(
    writing: &Writing,
    article: &article::Model,
    row: &translation::Model,
) -> Result<Revised, StoreError> {
    let revised = revision::load(writing.db(), row.id, row.version).await?;
    let revised = revised.ok_or(StoreError::NoTranslation(row.id.into()))?;
    if machine::is_unsigned(writing.db(), article.id, &row.locale, &revised).await? {
        return Err(StoreError::MachineMade(row.id.into()));
    }
    Ok(revised)
}

pub(super) async fn go_live(
    writing: &mut Writing,
    article: &article::Model,
    row: translation::Model,
    published_at: i64,
    updated_at: Option<i64>,
) -> Result<(), StoreError> {
    let revised = to_publish(writing, article, &row).await?;
    let teaser_paragraphs = site::load(writing.db()).await?.teaser_paragraphs;
    let pictures = Pictures::used_in(writing.db(), [revised.row.body.as_str()]).await?;
    let halves = compose::publication(&Publishing {
        article,
        translation: &row,
        revised: &revised,
        teaser_paragraphs,
        pictures: &pictures,
        published_at,
        updated_at,
    })?;
    live::put_up(writing, vec![halves]).await?;
    let row = translation::Model {
        state: State::Published.as_str().to_owned(),
        live_version: Some(row.version),
        publish_at: None,
        published_at: Some(published_at),
        updated_at,
        ..row
    };
    update(writing, row).await
}

pub(super) async fn update(writing: &Writing, row: translation::Model) -> Result<(), StoreError> {
    let row = translation::Model { changed_at: writing.millis(), ..row };
    let article = row.article_id;
    translation::Entity::update(row.into_active_model().reset_all()).exec(writing.db()).await?;
    touch(writing, article).await
}
