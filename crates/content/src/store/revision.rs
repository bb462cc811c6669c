//! What was saved: revisions, and what came too late to be one.

use kernel::time::from_millis;
use kernel::{ArticleId, TranslationId};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, FromQueryResult, QueryFilter, QueryOrder};
use uuid::Uuid;

use super::compose::Revised;
use super::{Store, StoreError, rows, text};
use crate::entity::{article, refused_save, revision, translation};
use crate::model::{Draft, RefusedSave, Revision, RevisionEntry, Standing};

#[derive(FromQueryResult)]
struct EntryRow {
    version: i64,
    created_at: i64,
    author: Option<Uuid>,
    title: String,
    source_version: Option<i64>,
}

impl Store {
    /// All revisions of a translation, newest first, without their texts. One query.
    pub async fn revisions(&self, translation: TranslationId) -> Result<Vec<RevisionEntry>, StoreError> {
        let sql = "SELECT version, created_at, author, title, source_version FROM revision \
            WHERE translation_id = $1 ORDER BY version DESC";
        let found: Vec<EntryRow> = rows(&self.db, sql, [translation.as_uuid().into()]).await?;
        let entry = |row: EntryRow| RevisionEntry {
            version: row.version,
            created_at: from_millis(row.created_at),
            author: row.author.map(Into::into),
            title: row.title,
            made_from: row.source_version,
        };
        Ok(found.into_iter().map(entry).collect())
    }

    /// One revision, whole. Two queries.
    pub async fn revision(
        &self,
        translation: TranslationId,
        version: i64,
    ) -> Result<Option<Revision>, StoreError> {
        let Some(of) = translation::Entity::find_by_id(translation.as_uuid()).one(&self.db).await? else {
            return Ok(None);
        };
        let Some(Revised { row, blocks }) = load(&self.db, of.id, version).await? else { return Ok(None) };
        let draft = Draft {
            slug: text::slug(&of.slug)?,
            title: row.title,
            standfirst: row.standfirst,
            body: row.body,
            description: row.description,
            seo_title: row.seo_title,
            cover_alt: row.cover_alt,
            cover_caption: row.cover_caption,
            made_from: row.source_version,
        };
        Ok(Some(Revision {
            version,
            created_at: from_millis(row.created_at),
            author: row.author.map(Into::into),
            draft,
            blocks,
        }))
    }

    /// The article with this key. One query.
    pub async fn article_by_key(&self, key: &str) -> Result<Option<ArticleId>, StoreError> {
        let found = article::Entity::find().filter(article::Column::Key.eq(key)).one(&self.db).await?;
        Ok(found.map(|row| row.id.into()))
    }

    /// Where the translations of an article stand, by language. One query.
    pub async fn translations(&self, article: ArticleId) -> Result<Vec<Standing>, StoreError> {
        let rows = translation::Entity::find()
            .filter(translation::Column::ArticleId.eq(article.as_uuid()))
            .order_by_asc(translation::Column::Locale)
            .all(&self.db)
            .await?;
        let standing = |row: translation::Model| {
            Ok(Standing {
                translation: row.id.into(),
                article,
                locale: text::locale(&row.locale)?,
                slug: row.slug,
                state: text::state(&row.state)?,
                version: row.version,
                live_version: row.live_version,
                publish_at: text::moment(row.publish_at),
                published_at: text::moment(row.published_at),
                updated_at: text::moment(row.updated_at),
            })
        };
        rows.into_iter().map(standing).collect()
    }

    /// A text that came too late, by the id in [`SaveError::Stale`](super::SaveError::Stale). One
    /// query.
    pub async fn refused(&self, refused: Uuid) -> Result<Option<RefusedSave>, StoreError> {
        refused_save::Entity::find_by_id(refused).one(&self.db).await?.as_ref().map(refused_from).transpose()
    }

    /// The texts of a translation that came too late, newest first. One query.
    pub async fn refused_saves(&self, translation: TranslationId) -> Result<Vec<RefusedSave>, StoreError> {
        let rows = refused_save::Entity::find()
            .filter(refused_save::Column::TranslationId.eq(translation.as_uuid()))
            .order_by_desc(refused_save::Column::Id)
            .all(&self.db)
            .await?;
        rows.iter().map(refused_from).collect()
    }
}

fn refused_from(row: &refused_save::Model) -> Result<RefusedSave, StoreError> {
    Ok(RefusedSave {
        id: row.id,
        translation: row.translation_id.into(),
        based_on: (row.based_on > 0).then_some(row.based_on),
        found: row.found,
        draft: text::json("a refused text", &row.draft)?,
        author: row.author.map(Into::into),
        created_at: from_millis(row.created_at),
    })
}

/// A revision and its blocks. One query.
pub(super) async fn load(
    db: &impl ConnectionTrait,
    translation: Uuid,
    version: i64,
) -> Result<Option<Revised>, StoreError> {
    let row = revision::Entity::find()
        .filter(revision::Column::TranslationId.eq(translation))
        .filter(revision::Column::Version.eq(version))
        .one(db)
        .await?;
    row.map(Revised::read).transpose()
}
