//! What holds for a story in every language.

use std::collections::HashMap;

use kernel::{ArticleId, MemberId};
use sea_orm::{
    ActiveModelTrait, ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder,
    QuerySelect,
};
use uuid::Uuid;

use super::outbox::Change;
use super::save::lock;
use super::{Store, StoreError, Writing, live, site, stories, text};
use crate::entity::{article, article_term, media, publication, term, translation};
use crate::model::{ArticleDraft, BasedOn, TermKind};

/// Ids of terms by kind and key.
pub(crate) type TermIds = HashMap<(TermKind, String), Uuid>;

impl Store {
    /// Makes the article with this key, or changes it. One that is there already as it is isn't
    /// written. Another access rule renders what is published of it anew.
    pub async fn save_article(&self, draft: ArticleDraft) -> Result<ArticleId, StoreError> {
        self.put_article(draft, None, None).await
    }

    /// Begins a story; one with the same key must not be there
    /// ([`StoreError::ArticleChanged`]). `by` is who may work on it as its author.
    pub async fn begin_article(
        &self,
        draft: ArticleDraft,
        by: Option<MemberId>,
    ) -> Result<ArticleId, StoreError> {
        self.put_article(draft, Some(BasedOn::New), by).await
    }

    /// The same for one who has seen the article as it was: if somebody has changed it since, that is
    /// refused ([`StoreError::ArticleChanged`]) and nothing is written.
    pub async fn revise_article(
        &self,
        draft: ArticleDraft,
        based_on: BasedOn,
    ) -> Result<ArticleId, StoreError> {
        self.put_article(draft, Some(based_on), None).await
    }

    /// The article with this key as editors set it, and its version. Three queries.
    pub async fn article(&self, key: &str) -> Result<Option<(ArticleDraft, i64)>, StoreError> {
        let found = article::Entity::find().filter(article::Column::Key.eq(key)).one(&self.db).await?;
        let Some(row) = found.filter(|row| row.deleted_at.is_none()) else { return Ok(None) };
        let version = row.version;
        Ok(Some((draft_of(&self.db, row).await?, version)))
    }

    async fn put_article(
        &self,
        draft: ArticleDraft,
        based_on: Option<BasedOn>,
        by: Option<MemberId>,
    ) -> Result<ArticleId, StoreError> {
        let mut writing = self.begin().await?;
        if let Some(cover) = &draft.cover
            && media::Entity::find_by_id(cover).one(writing.db()).await?.is_none()
        {
            return Err(StoreError::NoPicture(cover.clone()));
        }
        let known = term_ids(&writing, &draft).await?;
        let query = article::Entity::find().filter(article::Column::Key.eq(&*draft.key)).lock_exclusive();
        let before = query.one(writing.db()).await?;
        if before.as_ref().is_some_and(|before| before.deleted_at.is_some()) {
            return Err(StoreError::Deleted(draft.key));
        }
        let id = before.as_ref().map_or_else(|| ArticleId::new(writing.now).as_uuid(), |before| before.id);
        let terms = terms(id, &draft, &known)?;
        let seen = based_on.map(|based_on| match based_on {
            BasedOn::New => 0,
            BasedOn::Version(version) => version,
        });
        let found = before.as_ref().map_or(0, |before| before.version);
        let overtaken = seen.is_some_and(|seen| seen != found);
        let Some(before) = before else {
            if overtaken {
                return Err(StoreError::ArticleChanged { key: draft.key, found });
            }
            let row =
                article::Model { created_by: by.map(MemberId::as_uuid), ..row(&draft, id, writing.millis()) };
            insert(&writing, row, terms).await?;
            writing.commit().await?;
            return Ok(id.into());
        };
        let after = changed(&before, &draft, writing.millis());
        let old_terms = article_term::Entity::find().filter(article_term::Column::ArticleId.eq(id));
        let old_terms = old_terms.all(writing.db()).await?;
        if is_same(&before, &after) && same_terms(&old_terms, &terms) {
            return Ok(id.into());
        }
        if overtaken {
            return Err(StoreError::ArticleChanged { key: draft.key, found });
        }
        update(&mut writing, &before, after, Some(terms)).await?;
        writing.commit().await?;
        Ok(id.into())
    }

    /// Deletes an article with all its texts and their history. Its addresses lead nowhere then.
    pub async fn delete_article(&self, article: ArticleId) -> Result<(), StoreError> {
        let mut writing = self.begin().await?;
        let article = lock(&writing, article).await?;
        let live = translation::Entity::find()
            .filter(translation::Column::ArticleId.eq(article.id))
            .filter(translation::Column::LiveVersion.is_not_null())
            .all(writing.db())
            .await?;
        live::take_down(&mut writing, &live).await?;
        writing.tell(Change::Article(article.id.into()));
        article::Entity::delete_by_id(article.id).exec(writing.db()).await?;
        writing.commit().await
    }
}

/// An article as editors set it. Two queries.
pub(super) async fn draft_of(
    db: &impl ConnectionTrait,
    row: article::Model,
) -> Result<ArticleDraft, StoreError> {
    let links = article_term::Entity::find()
        .filter(article_term::Column::ArticleId.eq(row.id))
        .order_by_asc(article_term::Column::Position)
        .all(db)
        .await?;
    let ids = links.iter().map(|link| link.term_id);
    let terms = term::Entity::find().filter(term::Column::Id.is_in(ids)).all(db).await?;
    let terms: HashMap<Uuid, String> = terms.into_iter().map(|term| (term.id, term.key)).collect();
    let keys = |kind: TermKind| {
        let of_kind = links.iter().filter(|link| link.kind == kind.as_str());
        of_kind.filter_map(|link| terms.get(&link.term_id).cloned()).collect::<Vec<_>>()
    };
    Ok(ArticleDraft {
        kind: text::kind(&row.kind)?,
        access: text::access(&row.access)?,
        source: text::locale(&row.source_locale)?,
        section: keys(TermKind::Section).pop(),
        tags: keys(TermKind::Tag),
        authors: keys(TermKind::Author),
        cover: row.cover,
        key: row.key,
    })
}

async fn term_ids(writing: &Writing, draft: &ArticleDraft) -> Result<TermIds, StoreError> {
    let keys = draft.section.iter().chain(&draft.tags).chain(&draft.authors).cloned();
    let rows = term::Entity::find().filter(term::Column::Key.is_in(keys)).all(writing.db()).await?;
    rows.into_iter().map(|row| Ok(((text::term_kind(&row.kind)?, row.key), row.id))).collect()
}

/// The article's row when it is new.
pub(crate) fn row(draft: &ArticleDraft, id: Uuid, now: i64) -> article::Model {
    article::Model {
        id,
        key: draft.key.clone(),
        kind: draft.kind.as_str().to_owned(),
        access: draft.access.to_string(),
        source_locale: draft.source.to_string(),
        cover: draft.cover.clone(),
        version: 1,
        created_at: now,
        changed_at: now,
        created_by: None,
        deleted_at: None,
        touched_at: now,
    }
}

/// The article's row after a change.
pub(crate) fn changed(before: &article::Model, draft: &ArticleDraft, now: i64) -> article::Model {
    article::Model {
        version: before.version + 1,
        created_at: before.created_at,
        created_by: before.created_by,
        deleted_at: before.deleted_at,
        ..row(draft, before.id, now)
    }
}

/// Whether two rows say the same, whenever they were written.
pub(crate) fn is_same(before: &article::Model, after: &article::Model) -> bool {
    let facts = |row: &article::Model| {
        (row.key.clone(), row.kind.clone(), row.access.clone(), row.source_locale.clone(), row.cover.clone())
    };
    facts(before) == facts(after)
}

/// The rows that link an article to its terms, in order; a term that is named twice is linked once.
pub(crate) fn terms(
    article: Uuid,
    draft: &ArticleDraft,
    known: &TermIds,
) -> Result<Vec<article_term::Model>, StoreError> {
    let section = draft.section.iter().map(|key| (TermKind::Section, key));
    let tags = draft.tags.iter().map(|key| (TermKind::Tag, key));
    let authors = draft.authors.iter().map(|key| (TermKind::Author, key));
    let mut links: Vec<article_term::Model> = Vec::new();
    for ((kind, key), position) in section.chain(tags).chain(authors).zip(0..) {
        let id =
            known.get(&(kind, key.clone())).ok_or_else(|| StoreError::NoTerm { kind, key: key.clone() })?;
        if links.iter().all(|link| link.term_id != *id) {
            let kind = kind.as_str().to_owned();
            links.push(article_term::Model { article_id: article, term_id: *id, kind, position });
        }
    }
    Ok(links)
}

/// Whether two lists of links are the same, but for gaps between their positions.
pub(crate) fn same_terms(before: &[article_term::Model], after: &[article_term::Model]) -> bool {
    let ordered = |links: &[article_term::Model]| {
        let mut links: Vec<_> =
            links.iter().map(|link| (link.kind.clone(), link.position, link.term_id)).collect();
        links.sort_unstable();
        links.into_iter().map(|(kind, _, id)| (kind, id)).collect::<Vec<_>>()
    };
    ordered(before) == ordered(after)
}

/// Writes a new article.
pub(crate) async fn insert(
    writing: &Writing,
    row: article::Model,
    terms: Vec<article_term::Model>,
) -> Result<(), StoreError> {
    let access = row.access.clone();
    let id = row.id;
    let insert = article::Entity::insert(row.into_active_model()).exec_without_returning(writing.db());
    insert.await.map_err(StoreError::from_write)?;
    stories::remember_access(writing, id, &access).await?;
    link(writing, terms).await
}

/// Writes a changed article, and its terms if they are others; tells of it if readers can see it.
pub(crate) async fn update(
    writing: &mut Writing,
    before: &article::Model,
    after: article::Model,
    terms: Option<Vec<article_term::Model>>,
) -> Result<(), StoreError> {
    article::Entity::update(after.clone().into_active_model().reset_all()).exec(writing.db()).await?;
    if let Some(terms) = terms {
        let old = article_term::Entity::delete_many().filter(article_term::Column::ArticleId.eq(after.id));
        old.exec(writing.db()).await?;
        link(writing, terms).await?;
    }
    if before.kind != after.kind {
        let live = publication::Entity::update_many()
            .col_expr(publication::Column::Kind, sea_orm::sea_query::Expr::value(after.kind.clone()))
            .filter(publication::Column::ArticleId.eq(after.id));
        live.exec(writing.db()).await?;
    }
    if before.access != after.access {
        stories::remember_access(writing, after.id, &after.access).await?;
        let teaser_paragraphs = site::load(writing.db()).await?.teaser_paragraphs;
        live::render_article(writing, &after, teaser_paragraphs).await?;
    }
    writing.tell(Change::Article(after.id.into()));
    Ok(())
}

async fn link(writing: &Writing, terms: Vec<article_term::Model>) -> Result<(), StoreError> {
    if terms.is_empty() {
        return Ok(());
    }
    let rows = terms.into_iter().map(IntoActiveModel::into_active_model);
    let insert = article_term::Entity::insert_many::<article_term::ActiveModel, _>(rows);
    insert.exec_without_returning(writing.db()).await?;
    Ok(())
}
