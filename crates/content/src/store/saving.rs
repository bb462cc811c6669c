//! Saving translations: every save is a revision, and none overwrites what it hasn't seen.

use jiff::Timestamp;
use kernel::{ArticleId, Locale, MemberId, TranslationId};
use sea_orm::{ActiveValue::Set, ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QueryOrder};
use uuid::Uuid;

use super::outbox::{Change, record};
use super::{Store, StoreError, blocks, fresh_uuid};
use crate::entity::{article, publication, refused_save, revision, slug_history, translation};
use crate::markdown::{Block, BlockId, align_to_source, carry_ids, outline};
use crate::model::{BasedOn, Draft, RevisionView, Saved, State};

/// A save that wasn't done.
#[derive(Debug, thiserror::Error)]
pub enum SaveError {
    /// Somebody else saved meanwhile. Both texts are kept: theirs is the translation's newest
    /// revision, this one is [`Store::refused_save`]'s.
    #[error("version {based_on} is no longer the newest ({found} is); the text was kept aside as {refused}")]
    Stale {
        /// Where this text is kept.
        refused: Uuid,
        /// What the save was made from.
        based_on: i64,
        /// The newest version.
        found: i64,
    },
    /// The database couldn't.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl From<DbErr> for SaveError {
    fn from(error: DbErr) -> Self {
        Self::Store(error.into())
    }
}

impl Store {
    /// Saves a translation of an article. A first save makes a draft; a later one makes a revision,
    /// which readers see when it is published. Nothing changed: nothing written.
    pub async fn save_translation(
        &self,
        article: ArticleId,
        locale: &Locale,
        draft: &Draft,
        based_on: BasedOn,
        author: Option<MemberId>,
    ) -> Result<Saved, SaveError> {
        let transaction = self.begin().await?;
        let found = find(&transaction, article, locale).await?;
        if let (Some(row), stated) = (&found, based_on)
            && stated != BasedOn::Version(row.version)
        {
            let based_on = if let BasedOn::Version(version) = stated { version } else { 0 };
            let refused = self.keep_aside(&transaction, row, based_on, draft, author).await?;
            transaction.commit().await?;
            return Err(SaveError::Stale { refused, based_on, found: row.version });
        }
        let saved = self.save_translation_in(&transaction, article, locale, draft, author).await?;
        if saved.changed {
            self.commit(transaction).await?;
        }
        Ok(saved)
    }

    /// Saves within a transaction, on top of whatever is newest.
    pub(crate) async fn save_translation_in(
        &self,
        db: &impl ConnectionTrait,
        article: ArticleId,
        locale: &Locale,
        draft: &Draft,
        author: Option<MemberId>,
    ) -> Result<Saved, StoreError> {
        let now = self.now_millis();
        let owner = article::Entity::find_by_id(article.as_uuid()).one(db).await?;
        let owner = owner.ok_or(StoreError::Missing("article"))?;
        let found = find(db, article, locale).await?;
        let newest = match &found {
            Some(row) => Some(load(db, row.id, row.version).await?),
            None => None,
        };
        let source = if owner.source_locale == locale.as_str() {
            None
        } else {
            source_revision(db, article, &owner.source_locale, draft.made_from, newest.as_ref(), draft).await?
        };
        if let (Some(row), Some(newest)) = (&found, &newest)
            && same(row, newest, draft, source.as_ref().map(|source| source.version))
        {
            return Ok(Saved { translation: row.id.into(), version: row.version, changed: false });
        }
        let blocks = name_blocks(newest.as_ref(), source.as_ref(), draft, now)?;
        let (id, version) = match &found {
            Some(row) => (row.id, row.version + 1),
            None => (fresh_uuid(now), 1),
        };
        self.write_translation(db, article, locale, draft, found.as_ref(), id, version).await?;
        let row = revision::ActiveModel {
            id: Set(fresh_uuid(now)),
            translation_id: Set(id),
            version: Set(version),
            title: Set(draft.title.clone()),
            standfirst: Set(draft.standfirst.clone()),
            body: Set(draft.body.clone()),
            description: Set(draft.description.clone()),
            seo_title: Set(draft.seo_title.clone()),
            cover_alt: Set(draft.cover_alt.clone()),
            cover_caption: Set(draft.cover_caption.clone()),
            blocks: Set(serde_json::to_string(&blocks).map_err(|error| StoreError::Broken(error.to_string()))?),
            source_version: Set(source.map(|source| source.version)),
            author: Set(author.map(MemberId::as_uuid)),
            created_at: Set(now),
        };
        revision::Entity::insert(row).exec_without_returning(db).await?;
        Ok(Saved { translation: id.into(), version, changed: true })
    }

    /// Writes the translation's row; a changed slug leaves its old address to its history.
    #[expect(clippy::too_many_arguments, reason = "private, and each is a different thing")]
    async fn write_translation(
        &self,
        db: &impl ConnectionTrait,
        article: ArticleId,
        locale: &Locale,
        draft: &Draft,
        found: Option<&translation::Model>,
        id: Uuid,
        version: i64,
    ) -> Result<(), StoreError> {
        let now = self.now_millis();
        let slug = draft.slug.as_str();
        if found.is_none_or(|row| row.slug != slug) {
            free_slug(db, id, locale, slug).await?;
        }
        let Some(row) = found else {
            let row = translation::ActiveModel {
                id: Set(id),
                article_id: Set(article.as_uuid()),
                locale: Set(locale.to_string()),
                slug: Set(slug.to_owned()),
                state: Set(State::Draft.as_str().to_owned()),
                version: Set(version),
                live_version: Set(None),
                publish_at: Set(None),
                published_at: Set(None),
                updated_at: Set(None),
                created_at: Set(now),
                changed_at: Set(now),
            };
            translation::Entity::insert(row).exec_without_returning(db).await?;
            return Ok(());
        };
        let update = translation::ActiveModel {
            id: Set(id),
            slug: Set(slug.to_owned()),
            version: Set(version),
            changed_at: Set(now),
            ..Default::default()
        };
        translation::Entity::update(update).exec(db).await?;
        if row.slug != slug {
            move_address(db, row, slug, now).await?;
        }
        Ok(())
    }

    async fn keep_aside(
        &self,
        db: &impl ConnectionTrait,
        row: &translation::Model,
        based_on: i64,
        draft: &Draft,
        author: Option<MemberId>,
    ) -> Result<Uuid, StoreError> {
        let now = self.now_millis();
        let id = fresh_uuid(now);
        let kept = refused_save::ActiveModel {
            id: Set(id),
            translation_id: Set(row.id),
            based_on: Set(based_on),
            found: Set(row.version),
            draft: Set(serde_json::to_string(draft).map_err(|error| StoreError::Broken(error.to_string()))?),
            author: Set(author.map(MemberId::as_uuid)),
            created_at: Set(now),
        };
        refused_save::Entity::insert(kept).exec_without_returning(db).await?;
        Ok(id)
    }

    /// The text of a refused save.
    pub async fn refused_save(&self, refused: Uuid) -> Result<Option<Draft>, StoreError> {
        let row = refused_save::Entity::find_by_id(refused).one(&self.db).await?;
        row.map(|row| serde_json::from_str(&row.draft).map_err(|error| StoreError::Broken(error.to_string()))).transpose()
    }

    /// All revisions of a translation, newest first.
    pub async fn revisions(&self, translation: TranslationId) -> Result<Vec<RevisionView>, StoreError> {
        let row = translation::Entity::find_by_id(translation.as_uuid()).one(&self.db).await?;
        let row = row.ok_or(StoreError::Missing("translation"))?;
        let revisions = revision::Entity::find()
            .filter(revision::Column::TranslationId.eq(row.id))
            .order_by_desc(revision::Column::Version)
            .all(&self.db)
            .await?;
        revisions.into_iter().map(|revision| view(&row.slug, revision)).collect()
    }

    /// The translation of an article in a language, and its version.
    pub async fn translation(&self, article: ArticleId, locale: &Locale) -> Result<Option<(TranslationId, i64)>, StoreError> {
        Ok(find(&self.db, article, locale).await?.map(|row| (row.id.into(), row.version)))
    }
}

fn view(slug: &str, row: revision::Model) -> Result<RevisionView, StoreError> {
    let slug = slug.parse().map_err(|error: kernel::slug::NotASlug| StoreError::Broken(error.to_string()))?;
    Ok(RevisionView {
        version: row.version,
        created_at: Timestamp::from_millisecond(row.created_at).unwrap_or(Timestamp::UNIX_EPOCH),
        draft: Draft {
            slug,
            title: row.title,
            standfirst: row.standfirst,
            body: row.body,
            description: row.description,
            seo_title: row.seo_title,
            cover_alt: row.cover_alt,
            cover_caption: row.cover_caption,
            made_from: row.source_version,
        },
    })
}

pub(crate) async fn find(db: &impl ConnectionTrait, article: ArticleId, locale: &Locale) -> Result<Option<translation::Model>, StoreError> {
    let found = translation::Entity::find()
        .filter(translation::Column::ArticleId.eq(article.as_uuid()))
        .filter(translation::Column::Locale.eq(locale.as_str()))
        .one(db)
        .await?;
    Ok(found)
}

/// A revision that must be there.
pub(super) async fn load(db: &impl ConnectionTrait, translation: Uuid, version: i64) -> Result<revision::Model, StoreError> {
    let found = revision::Entity::find()
        .filter(revision::Column::TranslationId.eq(translation))
        .filter(revision::Column::Version.eq(version))
        .one(db)
        .await?;
    found.ok_or(StoreError::Missing("revision"))
}

/// The revision of the source that a translation is made from: the one stated, else the one it was
/// made from so far if its text hasn't changed, else the newest.
async fn source_revision(
    db: &impl ConnectionTrait,
    article: ArticleId,
    source_locale: &str,
    stated: Option<i64>,
    newest: Option<&revision::Model>,
    draft: &Draft,
) -> Result<Option<revision::Model>, StoreError> {
    let Some(source) = find(db, article, &super::locale(source_locale)?).await? else { return Ok(None) };
    let unchanged = newest.filter(|newest| same_text(newest, draft)).and_then(|newest| newest.source_version);
    let version = stated.or(unchanged).unwrap_or(source.version).min(source.version);
    load(db, source.id, version).await.map(Some)
}

fn same(row: &translation::Model, newest: &revision::Model, draft: &Draft, source_version: Option<i64>) -> bool {
    row.slug == draft.slug.as_str() && newest.source_version == source_version && same_text(newest, draft)
}

fn same_text(newest: &revision::Model, draft: &Draft) -> bool {
    newest.title == draft.title
        && newest.standfirst == draft.standfirst
        && newest.body == draft.body
        && newest.description == draft.description
        && newest.seo_title == draft.seo_title
        && newest.cover_alt == draft.cover_alt
        && newest.cover_caption == draft.cover_caption
}

/// The blocks of a new revision: names carried over from the newest, links to the source's.
fn name_blocks(
    newest: Option<&revision::Model>,
    source: Option<&revision::Model>,
    draft: &Draft,
    now: i64,
) -> Result<Vec<Block>, StoreError> {
    let outlined = outline(&draft.body);
    let lengths: Vec<usize> = outlined.iter().map(|block| block.markdown.chars().count()).collect();
    let before: Vec<(Block, String)> = match newest {
        Some(newest) => {
            let texts = outline(&newest.body).into_iter().map(|block| block.markdown);
            blocks(&newest.blocks)?.into_iter().zip(texts).collect()
        }
        None => Vec::new(),
    };
    // UUIDv7 ends in 62 random bits.
    let fresh = || BlockId::from_random(u64::from_be_bytes(last_bytes(fresh_uuid(now))));
    let named = carry_ids(&before, outlined, fresh);
    let Some(source) = source else {
        return Ok(named.into_iter().map(|block| Block { source: None, ..block }).collect());
    };
    let source_lengths: Vec<usize> = outline(&source.body).iter().map(|block| block.markdown.chars().count()).collect();
    Ok(align_to_source(named, &lengths, &blocks(&source.blocks)?, &source_lengths))
}

fn last_bytes(id: Uuid) -> [u8; 8] {
    let [.., a, b, c, d, e, f, g, h] = id.into_bytes();
    [a, b, c, d, e, f, g, h]
}

/// Makes sure no other text has the address; a former address of another text is given up.
async fn free_slug(db: &impl ConnectionTrait, own: Uuid, locale: &Locale, slug: &str) -> Result<(), StoreError> {
    let taken = translation::Entity::find()
        .filter(translation::Column::Locale.eq(locale.as_str()))
        .filter(translation::Column::Slug.eq(slug))
        .one(db)
        .await?;
    if taken.is_some_and(|row| row.id != own) {
        return Err(StoreError::SlugTaken { locale: locale.clone(), slug: slug.to_owned() });
    }
    let key = (locale.to_string(), slug.to_owned());
    slug_history::Entity::delete_by_id(key).exec(db).await?;
    Ok(())
}

/// The address of a text changes at once, also where its newest words aren't live yet.
async fn move_address(db: &impl ConnectionTrait, row: &translation::Model, slug: &str, now: i64) -> Result<(), StoreError> {
    let former = slug_history::ActiveModel {
        locale: Set(row.locale.clone()),
        slug: Set(row.slug.clone()),
        translation_id: Set(row.id),
        changed_at: Set(now),
    };
    slug_history::Entity::insert(former).exec_without_returning(db).await?;
    if row.live_version.is_none() {
        return Ok(());
    }
    let update = publication::ActiveModel {
        translation_id: Set(row.id),
        slug: Set(slug.to_owned()),
        ..Default::default()
    };
    publication::Entity::update(update).exec(db).await?;
    let change = Change::Translation {
        article: row.article_id.into(),
        translation: row.id.into(),
        locale: super::locale(&row.locale)?,
        version: row.live_version,
    };
    record(db, now, change).await
}
