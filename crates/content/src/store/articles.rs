//! What holds for a story in every language.

use std::collections::HashMap;

use kernel::{Access, ArticleId};
use sea_orm::{ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};

use super::outbox::{Change, record};
use super::{Store, StoreError, fresh_uuid, locale};
use crate::entity::{article, article_term, publication, term, translation};
use crate::model::{ArticleDraft, TermKind};

impl Store {
    /// Creates an article, or changes the one with the same key; an unchanged one writes nothing.
    /// Changed access renders its live translations anew.
    pub async fn save_article(&self, draft: &ArticleDraft) -> Result<ArticleId, StoreError> {
        let transaction = self.begin().await?;
        let (id, changed) = self.save_article_in(&transaction, draft).await?;
        if changed {
            self.commit(transaction).await?;
        }
        Ok(id)
    }

    /// The same within a transaction; gives whether anything was written.
    pub(crate) async fn save_article_in(&self, db: &impl ConnectionTrait, draft: &ArticleDraft) -> Result<(ArticleId, bool), StoreError> {
        let now = self.now_millis();
        let terms = terms_of(db, draft).await?;
        let old = article::Entity::find().filter(article::Column::Key.eq(&draft.key)).one(db).await?;
        let Some(old) = old else {
            let id = fresh_uuid(now);
            let row = article::ActiveModel {
                id: Set(id),
                key: Set(draft.key.clone()),
                kind: Set(draft.kind.as_str().to_owned()),
                access: Set(draft.access.to_string()),
                source_locale: Set(draft.source.to_string()),
                cover: Set(draft.cover.clone()),
                version: Set(1),
                created_at: Set(now),
                changed_at: Set(now),
            };
            article::Entity::insert(row).exec_without_returning(db).await?;
            insert_terms(db, id, &terms).await?;
            return Ok((id.into(), true));
        };
        let old_terms = article_term::Entity::find()
            .filter(article_term::Column::ArticleId.eq(old.id))
            .order_by_asc(article_term::Column::Position)
            .all(db)
            .await?;
        let same_terms = old_terms.iter().map(|row| row.term_id).eq(terms.iter().map(|term| term.id));
        let same = old.kind == draft.kind.as_str()
            && old.access == draft.access.to_string()
            && old.source_locale == draft.source.as_str()
            && old.cover == draft.cover;
        if same && same_terms {
            return Ok((old.id.into(), false));
        }
        let row = article::ActiveModel {
            id: Set(old.id),
            kind: Set(draft.kind.as_str().to_owned()),
            access: Set(draft.access.to_string()),
            source_locale: Set(draft.source.to_string()),
            cover: Set(draft.cover.clone()),
            version: Set(old.version + 1),
            changed_at: Set(now),
            ..Default::default()
        };
        article::Entity::update(row).exec(db).await?;
        if !same_terms {
            article_term::Entity::delete_many().filter(article_term::Column::ArticleId.eq(old.id)).exec(db).await?;
            insert_terms(db, old.id, &terms).await?;
        }
        if old.access != draft.access.to_string() || old.kind != draft.kind.as_str() {
            let site = super::site::load(db).await?;
            self.render_article_anew(db, old.id, site.teaser_paragraphs).await?;
        }
        record(db, now, Change::Article(old.id.into())).await?;
        Ok((old.id.into(), true))
    }

    /// Deletes an article with all its translations, revisions and addresses.
    pub async fn delete_article(&self, article: ArticleId) -> Result<(), StoreError> {
        let now = self.now_millis();
        let transaction = self.begin().await?;
        let rows = translation::Entity::find()
            .filter(translation::Column::ArticleId.eq(article.as_uuid()))
            .all(&transaction)
            .await?;
        let deleted = article::Entity::delete_by_id(article.as_uuid()).exec(&transaction).await?;
        if deleted.rows_affected == 0 {
            return Err(StoreError::Missing("article"));
        }
        for row in rows {
            let change = Change::Translation {
                article,
                translation: row.id.into(),
                locale: locale(&row.locale)?,
                version: None,
            };
            record(&transaction, now, change).await?;
        }
        record(&transaction, now, Change::Article(article)).await?;
        self.commit(transaction).await
    }

    /// The article with this key.
    pub async fn article_by_key(&self, key: &str) -> Result<Option<ArticleId>, StoreError> {
        let row = article::Entity::find().filter(article::Column::Key.eq(key)).one(&self.db).await?;
        Ok(row.map(|row| row.id.into()))
    }

    /// Renders the live translations of an article anew, for a changed cut.
    async fn render_article_anew(&self, db: &impl ConnectionTrait, article: uuid::Uuid, teaser_paragraphs: u32) -> Result<(), StoreError> {
        let live = publication::Entity::find().filter(publication::Column::ArticleId.eq(article)).all(db).await?;
        for row in live {
            self.render_live_anew(db, &row, teaser_paragraphs).await?;
        }
        Ok(())
    }

    /// Renders everything that is live anew.
    pub(super) async fn render_all_anew(&self, db: &impl ConnectionTrait, teaser_paragraphs: u32) -> Result<(), StoreError> {
        for row in publication::Entity::find().all(db).await? {
            self.render_live_anew(db, &row, teaser_paragraphs).await?;
        }
        Ok(())
    }
}

/// The terms an article names: its section, tags and authors, in that order.
async fn terms_of(db: &impl ConnectionTrait, draft: &ArticleDraft) -> Result<Vec<term::Model>, StoreError> {
    let named: Vec<(TermKind, &String)> = draft
        .section
        .iter()
        .map(|key| (TermKind::Section, key))
        .chain(draft.tags.iter().map(|key| (TermKind::Tag, key)))
        .chain(draft.authors.iter().map(|key| (TermKind::Author, key)))
        .collect();
    if named.is_empty() {
        return Ok(Vec::new());
    }
    let keys: Vec<&String> = named.iter().map(|(_, key)| *key).collect();
    let rows = term::Entity::find().filter(term::Column::Key.is_in(keys)).all(db).await?;
    let known: HashMap<(&str, &str), &term::Model> =
        rows.iter().map(|row| ((row.kind.as_str(), row.key.as_str()), row)).collect();
    named
        .into_iter()
        .map(|(kind, key)| {
            let found = known.get(&(kind.as_str(), key.as_str())).map(|row| (*row).clone());
            found.ok_or_else(|| StoreError::UnknownTerm { kind: kind.as_str(), key: key.clone() })
        })
        .collect()
}

async fn insert_terms(db: &impl ConnectionTrait, article: uuid::Uuid, terms: &[term::Model]) -> Result<(), StoreError> {
    if terms.is_empty() {
        return Ok(());
    }
    let rows = terms.iter().enumerate().map(|(place, term)| article_term::ActiveModel {
        article_id: Set(article),
        term_id: Set(term.id),
        kind: Set(term.kind.clone()),
        position: Set(i32::try_from(place).unwrap_or(i32::MAX)),
    });
    article_term::Entity::insert_many(rows).exec_without_returning(db).await?;
    Ok(())
}

/// Where a text of this rule is cut.
pub(super) fn cut(access: &Access, teaser_paragraphs: u32) -> crate::markdown::Cut {
    if *access == Access::Public {
        crate::markdown::Cut::None
    } else {
        crate::markdown::Cut::After(teaser_paragraphs)
    }
}
