//! Writing one article: one transaction, few statements.

use sea_orm::{
    ActiveModelTrait, ColumnTrait, EntityTrait, FromQueryResult, IntoActiveModel, QueryFilter, QuerySelect,
};
use uuid::Uuid;

use super::difference::Difference;
use crate::entity::{article, revision, translation};
use crate::store::live::{self, Taken};
use crate::store::{Store, StoreError, Writing, media, rows_of, touch};

/// Rows of texts written with one statement: databases limit the values of a statement.
const ROWS: usize = 100;

/// An article wasn't written.
#[derive(Debug)]
pub(super) enum NotWritten {
    /// Somebody else wrote it since the difference was taken.
    Overtaken,
    /// A text of another article has this address.
    Taken(Taken),
    /// The database failed.
    Store(StoreError),
}

impl<E: Into<StoreError>> From<E> for NotWritten {
    fn from(error: E) -> Self {
        let error = match error.into() {
            StoreError::Database(error) => StoreError::from_write(error),
            error => error,
        };
        match error {
            StoreError::NotUnique(_) => Self::Overtaken,
            error => Self::Store(error),
        }
    }
}

/// Writes it whole, or not at all.
pub(super) async fn write(store: &Store, difference: Difference) -> Result<(), NotWritten> {
    let mut writing = store.begin().await?;
    still_as_seen(&writing, &difference).await?;
    let id = difference.article.after.id;
    if let Some(taken) = live::taken(writing.db(), id, &addresses(&difference)).await?.pop() {
        return Err(NotWritten::Taken(taken));
    }
    let Difference { article, pictures, texts, .. } = difference;
    media::write(&writing, pictures).await?;
    match (article.before, article.changed) {
        (None, _) => rows_of::insert(&writing, article.after, article.terms.unwrap_or_default()).await?,
        (Some(before), true) => rows_of::update(&mut writing, &before, article.after, article.terms).await?,
        (Some(_), false) => touch(&writing, id).await?,
    }
    let down: Vec<_> = texts.iter().filter(|text| text.goes_down()).map(|text| text.after.clone()).collect();
    live::take_down(&mut writing, &down).await?;
    let (mut new, mut revisions, mut up) = (Vec::new(), Vec::new(), Vec::new());
    for text in texts {
        match &text.before {
            None => new.push(text.after.clone()),
            Some(before) if text.changed() => {
                if before.slug != text.after.slug && before.published_at.is_some() {
                    live::remember_former(&writing, before).await?;
                }
                text.after.clone().into_active_model().reset_all().update(writing.db()).await?;
            }
            Some(_) => {}
        }
        revisions.extend(text.revisions);
        up.extend(text.up);
    }
    for rows in new.chunks(ROWS) {
        let rows = rows.iter().cloned().map(IntoActiveModel::into_active_model);
        let insert = translation::Entity::insert_many::<translation::ActiveModel, _>(rows);
        insert.exec_without_returning(writing.db()).await?;
    }
    for rows in revisions.chunks(ROWS) {
        let rows = rows.iter().cloned().map(IntoActiveModel::into_active_model);
        let insert = revision::Entity::insert_many::<revision::ActiveModel, _>(rows);
        insert.exec_without_returning(writing.db()).await?;
    }
    media::note_uses(&writing, &revisions).await?;
    live::put_up(&mut writing, up).await?;
    writing.commit().await?;
    Ok(())
}

/// Addresses that the article didn't have before.
pub(super) fn addresses(difference: &Difference) -> Vec<(String, String)> {
    let moved = difference
        .texts
        .iter()
        .filter(|text| text.before.as_ref().is_none_or(|before| before.slug != text.after.slug));
    moved.map(|text| (text.after.locale.clone(), text.after.slug.clone())).collect()
}

#[derive(FromQueryResult)]
struct Seen {
    id: Uuid,
    version: i64,
    changed_at: i64,
}

/// Locks the article, and checks that it is as it was when the difference was taken.
async fn still_as_seen(writing: &Writing, difference: &Difference) -> Result<(), NotWritten> {
    let Some(before) = &difference.article.before else { return Ok(()) };
    let now = article::Entity::find_by_id(before.id).lock_exclusive().one(writing.db()).await?;
    if now.as_ref() != Some(before) {
        return Err(NotWritten::Overtaken);
    }
    let texts: Vec<Seen> = translation::Entity::find()
        .select_only()
        .columns([translation::Column::Id, translation::Column::Version, translation::Column::ChangedAt])
        .filter(translation::Column::ArticleId.eq(before.id))
        .into_model()
        .all(writing.db())
        .await?;
    let mut now: Vec<_> = texts.into_iter().map(|text| (text.id, text.version, text.changed_at)).collect();
    let mut then = difference.seen.clone();
    now.sort_unstable();
    then.sort_unstable();
    if now == then { Ok(()) } else { Err(NotWritten::Overtaken) }
}
