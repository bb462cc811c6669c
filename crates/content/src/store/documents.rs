//! What the search index takes: whole texts, both halves. For the worker; no reader's request comes
//! here.

use std::collections::{BTreeMap, HashMap, HashSet};

use kernel::{ArticleId, TranslationId};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use uuid::Uuid;

use super::links::Links;
use super::reading::date;
use super::{Store, StoreError, access, locale};
use crate::entity::{publication, remainder};
use crate::model::{Document, Kind, TermKind};

impl Store {
    /// These texts as they are published now; what isn't is left out. Seven queries at most.
    pub async fn documents(&self, ids: &[TranslationId]) -> Result<Vec<Document>, StoreError> {
        if ids.is_empty() {
            return Ok(Vec::new());
        }
        let uuids: Vec<Uuid> = ids.iter().map(|id| id.as_uuid()).collect();
        let rows = publication::Entity::find().filter(publication::Column::TranslationId.is_in(uuids)).all(&self.db).await?;
        self.documents_of(rows).await
    }

    /// Published texts by id after `after`, at most `limit`: for walking all of them.
    pub async fn documents_after(&self, after: Option<TranslationId>, limit: u64) -> Result<Vec<Document>, StoreError> {
        let mut query = publication::Entity::find().order_by_asc(publication::Column::TranslationId).limit(limit);
        if let Some(after) = after {
            query = query.filter(publication::Column::TranslationId.gt(after.as_uuid()));
        }
        let rows = query.all(&self.db).await?;
        self.documents_of(rows).await
    }

    /// The published translations of an article. One query.
    pub async fn live_translations(&self, article: ArticleId) -> Result<Vec<TranslationId>, StoreError> {
        let ids: Vec<Uuid> = publication::Entity::find()
            .filter(publication::Column::ArticleId.eq(article.as_uuid()))
            .select_only()
            .column(publication::Column::TranslationId)
            .into_tuple()
            .all(&self.db)
            .await?;
        Ok(ids.into_iter().map(TranslationId::from).collect())
    }

    /// The live version of every published translation: what an index must agree with. One query.
    pub async fn live_versions(&self) -> Result<BTreeMap<TranslationId, i64>, StoreError> {
        let rows: Vec<(Uuid, i64)> = publication::Entity::find()
            .select_only()
            .columns([publication::Column::TranslationId, publication::Column::Version])
            .into_tuple()
            .all(&self.db)
            .await?;
        Ok(rows.into_iter().map(|(id, version)| (TranslationId::from(id), version)).collect())
    }

    async fn documents_of(&self, rows: Vec<publication::Model>) -> Result<Vec<Document>, StoreError> {
        let articles: HashSet<Uuid> = rows.iter().map(|row| row.article_id).collect();
        let links = Links::load(&self.db, articles).await?;
        let ids: Vec<Uuid> = rows.iter().filter(|row| row.has_remainder).map(|row| row.translation_id).collect();
        let mut rest: HashMap<Uuid, String> = HashMap::new();
        if !ids.is_empty() {
            let halves = remainder::Entity::find().filter(remainder::Column::TranslationId.is_in(ids)).all(&self.db).await?;
            rest.extend(halves.into_iter().map(|half| (half.translation_id, half.text)));
        }
        rows.into_iter()
            .map(|row| {
                let own = locale(&row.locale)?;
                let mut terms = Vec::new();
                for kind in [TermKind::Section, TermKind::Tag, TermKind::Author] {
                    terms.extend(links.terms(row.article_id, kind, &own)?.into_iter().map(|term| term.name));
                }
                Ok(Document {
                    translation: row.translation_id.into(),
                    article: row.article_id.into(),
                    version: row.version,
                    locale: own,
                    title: row.title,
                    standfirst: row.standfirst,
                    teaser: row.teaser_text,
                    remainder: rest.remove(&row.translation_id).unwrap_or_default(),
                    terms,
                    access: access(&links.article(row.article_id)?.access)?,
                    published_at: date(Kind::parse(&row.kind), Some(row.published_at)),
                })
            })
            .collect()
    }
}
