//! Saving a text.

use kernel::{ArticleId, Locale, MemberId, TranslationId};
use sea_orm::{ActiveModelTrait, ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter, QuerySelect};
use uuid::Uuid;

use super::compose::{Links, Place, Revised, is_same, revise};
use super::{SaveError, Store, StoreError, Writing, live, media, revision, run, text};
use crate::entity::{article, refused_save, revision as revision_entity, translation};
use crate::model::{BasedOn, Changed, Draft, Saved, State};

impl Store {
    /// Saves a text as a new revision. Readers see nothing of it until it is published.
    ///
    /// `based_on` names the version the text was made from; if there is a newer one, the save is
    /// refused ([`SaveError::Stale`]) and the text kept for [`Store::refused`]. A text that is the
    /// newest version already is no new revision.
    pub async fn save_translation(
        &self,
        article: ArticleId,
        locale: &Locale,
        draft: &Draft,
        based_on: BasedOn,
        author: Option<MemberId>,
    ) -> Result<Saved, SaveError> {
        self.put_translation(article, locale, draft, Links::Aligned, based_on, author).await
    }

    /// [`save_translation`](Self::save_translation) for one who knows which source block each block
    /// was made from.
    pub(super) async fn put_translation(
        &self,
        article: ArticleId,
        locale: &Locale,
        draft: &Draft,
        links: Links<'_>,
        based_on: BasedOn,
        author: Option<MemberId>,
    ) -> Result<Saved, SaveError> {
        let writing = self.begin().await?;
        let article = lock(&writing, article).await?;
        let before = translation::Entity::find()
            .filter(translation::Column::ArticleId.eq(article.id))
            .filter(translation::Column::Locale.eq(locale.as_str()))
            .one(writing.db())
            .await?;
        let head = match &before {
            Some(before) => revision::load(writing.db(), before.id, before.version).await?,
            None => None,
        };
        if let (Some(before), Some(head)) = (&before, &head) {
            if is_same(draft, &before.slug, &head.row) && is_linked(links, head) {
                let translation = before.id.into();
                return Ok(Saved { translation, version: before.version, changed: Changed::Nothing });
            }
            if based_on != BasedOn::Version(before.version) {
                let refused = refuse(&writing, before, draft, based_on, author).await?;
                writing.commit().await?;
                return Err(SaveError::Stale { refused, found: before.version });
            }
        }
        let text = Text { draft, links };
        let saved = write(&writing, &article, locale, text, before.as_ref(), head.as_ref(), author).await?;
        writing.commit().await?;
        Ok(saved)
    }
}

/// The article, locked until the transaction ends: whoever writes to one of its texts waits.
pub(super) async fn lock(writing: &Writing, article: ArticleId) -> Result<article::Model, StoreError> {
    let row = article::Entity::find_by_id(article.as_uuid()).lock_exclusive().one(writing.db()).await?;
    // What was deleted is nowhere, until it is brought back.
    row.filter(|row| row.deleted_at.is_none()).ok_or(StoreError::NoArticle(article))
}

/// Notes that something of a story has changed.
pub(crate) async fn touch(writing: &Writing, article: Uuid) -> Result<(), StoreError> {
    let sql = "UPDATE article SET touched_at = $2 WHERE id = $1";
    run(writing.db(), sql, [article.into(), writing.millis().into()]).await?;
    Ok(())
}

/// What is to be written.
#[derive(Clone, Copy)]
struct Text<'a> {
    draft: &'a Draft,
    links: Links<'a>,
}

/// Whether the blocks have these links already.
fn is_linked(links: Links<'_>, head: &Revised) -> bool {
    match links {
        Links::Aligned => true,
        Links::Given(links) => head.blocks.iter().map(|block| &block.source).eq(links),
    }
}

async fn write(
    writing: &Writing,
    article: &article::Model,
    locale: &Locale,
    Text { draft, links }: Text<'_>,
    before: Option<&translation::Model>,
    head: Option<&Revised>,
    author: Option<MemberId>,
) -> Result<Saved, SaveError> {
    let slug = draft.slug.to_string();
    if before.is_none_or(|before| before.slug != slug) {
        let address = [(locale.to_string(), slug.clone())];
        if !live::taken(writing.db(), article.id, &address).await?.is_empty() {
            return Err(SaveError::Store(StoreError::SlugTaken { locale: locale.clone(), slug }));
        }
    }
    let source = source_of(writing, article, locale, draft.made_from).await?;
    let id = before.map_or_else(|| TranslationId::new(writing.now), |before| before.id.into());
    let version = before.map_or(1, |before| before.version + 1);
    let place = Place { translation: id, version, now: writing.now };
    let source = source.as_ref().map(Revised::as_source);
    let mut revised = revise(place, draft, head.map(Revised::text), source, links)?;
    revised.row.author = author.map(MemberId::as_uuid);
    match before {
        None => insert(writing, article, locale, id, slug).await?,
        Some(before) => {
            if before.slug != slug && before.published_at.is_some() {
                live::remember_former(writing, before).await?;
            }
            let row = translation::Model { slug, version, changed_at: writing.millis(), ..before.clone() };
            let update = translation::Entity::update(row.into_active_model().reset_all()).exec(writing.db());
            update.await.map_err(StoreError::from_write)?;
        }
    }
    media::note_uses(writing, std::slice::from_ref(&revised.row)).await?;
    revision_entity::Entity::insert(revised.row.into_active_model())
        .exec_without_returning(writing.db())
        .await?;
    touch(writing, article.id).await?;
    let changed = if before.is_some() { Changed::Updated } else { Changed::Created };
    Ok(Saved { translation: id, version, changed })
}

async fn insert(
    writing: &Writing,
    article: &article::Model,
    locale: &Locale,
    id: TranslationId,
    slug: String,
) -> Result<(), StoreError> {
    let row = translation::Model {
        id: id.as_uuid(),
        article_id: article.id,
        locale: locale.to_string(),
        slug,
        state: State::Draft.as_str().to_owned(),
        version: 1,
        live_version: None,
        publish_at: None,
        published_at: None,
        updated_at: None,
        created_at: writing.millis(),
        changed_at: writing.millis(),
    };
    let insert = translation::Entity::insert(row.into_active_model()).exec_without_returning(writing.db());
    insert.await.map_err(StoreError::from_write)?;
    Ok(())
}

/// The source's revision that a translation is made from; none for the source itself, or as long as
/// the source has no text.
async fn source_of(
    writing: &Writing,
    article: &article::Model,
    locale: &Locale,
    made_from: Option<i64>,
) -> Result<Option<Revised>, SaveError> {
    if article.source_locale == locale.as_str() {
        return Ok(None);
    }
    let source = translation::Entity::find()
        .filter(translation::Column::ArticleId.eq(article.id))
        .filter(translation::Column::Locale.eq(&*article.source_locale))
        .one(writing.db())
        .await?;
    let found = match &source {
        Some(source) => revision::load(writing.db(), source.id, made_from.unwrap_or(source.version)).await?,
        None => None,
    };
    match (found, made_from) {
        (None, Some(version)) => Err(SaveError::NoSourceVersion(version)),
        (found, _) => Ok(found),
    }
}

async fn refuse(
    writing: &Writing,
    before: &translation::Model,
    draft: &Draft,
    based_on: BasedOn,
    author: Option<MemberId>,
) -> Result<Uuid, StoreError> {
    let id = kernel::RevisionId::new(writing.now).as_uuid();
    let row = refused_save::Model {
        id,
        translation_id: before.id,
        based_on: match based_on {
            BasedOn::New => 0,
            BasedOn::Version(version) => version,
        },
        found: before.version,
        draft: text::to_json("a refused text", draft)?,
        author: author.map(MemberId::as_uuid),
        created_at: writing.millis(),
    };
    refused_save::Entity::insert(row.into_active_model()).exec_without_returning(writing.db()).await?;
    Ok(id)
}
