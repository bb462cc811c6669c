//! What texts show besides their words: terms and covers, loaded for many at once.

use std::collections::{HashMap, HashSet};

use kernel::Locale;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};
use uuid::Uuid;

use super::{StoreError, count, locale};
use crate::entity::{article, article_term, media, publication, term, term_name};
use crate::model::{Cover, TermKind, TermLink};

/// Articles, terms and covers of some texts.
pub(super) struct Links {
    articles: HashMap<Uuid, article::Model>,
    terms: HashMap<Uuid, Vec<Uuid>>,
    keys: HashMap<Uuid, (TermKind, String)>,
    names: HashMap<Uuid, Vec<term_name::Model>>,
    media: HashMap<String, media::Model>,
}

impl Links {
    /// Loads what belongs to these articles: at most five queries, however many they are.
    pub(super) async fn load(db: &impl ConnectionTrait, articles: HashSet<Uuid>) -> Result<Self, StoreError> {
        let mut links = Self {
            articles: HashMap::new(),
            terms: HashMap::new(),
            keys: HashMap::new(),
            names: HashMap::new(),
            media: HashMap::new(),
        };
        if articles.is_empty() {
            return Ok(links);
        }
        let ids: Vec<Uuid> = articles.into_iter().collect();
        for row in article::Entity::find().filter(article::Column::Id.is_in(ids.clone())).all(db).await? {
            links.articles.insert(row.id, row);
        }
        let used = article_term::Entity::find()
            .filter(article_term::Column::ArticleId.is_in(ids))
            .order_by_asc(article_term::Column::Position)
            .all(db)
            .await?;
        let mut terms: HashSet<Uuid> = HashSet::new();
        for row in used {
            terms.insert(row.term_id);
            links.terms.entry(row.article_id).or_default().push(row.term_id);
        }
        if !terms.is_empty() {
            let terms: Vec<Uuid> = terms.into_iter().collect();
            for row in term::Entity::find().filter(term::Column::Id.is_in(terms.clone())).all(db).await? {
                let kind = TermKind::parse(&row.kind).ok_or(StoreError::Broken(row.kind))?;
                links.keys.insert(row.id, (kind, row.key));
            }
            let names = term_name::Entity::find()
                .filter(term_name::Column::TermId.is_in(terms))
                .order_by_asc(term_name::Column::Locale)
                .all(db)
                .await?;
            for name in names {
                links.names.entry(name.term_id).or_default().push(name);
            }
        }
        let covers: Vec<String> = links.articles.values().filter_map(|row| row.cover.clone()).collect();
        if !covers.is_empty() {
            for row in media::Entity::find().filter(media::Column::Hash.is_in(covers)).all(db).await? {
                links.media.insert(row.hash.clone(), row);
            }
        }
        Ok(links)
    }

    /// The article of a text.
    pub(super) fn article(&self, id: Uuid) -> Result<&article::Model, StoreError> {
        self.articles.get(&id).ok_or(StoreError::Missing("article"))
    }

    /// The article's terms of a kind, named in `locale` where they have a name there, else in
    /// English or whatever there is, without an address.
    pub(super) fn terms(&self, article: Uuid, kind: TermKind, in_locale: &Locale) -> Result<Vec<TermLink>, StoreError> {
        let mut found = Vec::new();
        for id in self.terms.get(&article).into_iter().flatten() {
            let Some((of, key)) = self.keys.get(id).filter(|(of, _)| *of == kind) else { continue };
            let names = self.names.get(id).map_or(&[][..], Vec::as_slice);
            let own = names.iter().find(|name| name.locale == in_locale.as_str());
            let shown = own.or_else(|| names.iter().find(|name| name.locale == "en")).or(names.first());
            let Some(shown) = shown else { continue };
            found.push(TermLink {
                key: key.clone(),
                kind: *of,
                name: shown.name.clone(),
                slug: own.map(|own| own.slug.clone()),
                locale: locale(&shown.locale)?,
            });
        }
        Ok(found)
    }

    /// The cover of a text.
    pub(super) fn cover(&self, live: &publication::Model) -> Option<Cover> {
        let hash = self.articles.get(&live.article_id)?.cover.as_ref()?;
        let media = self.media.get(hash)?;
        Some(Cover {
            hash: hash.clone(),
            width: count(media.width),
            height: count(media.height),
            alt: live.cover_alt.clone(),
            caption: live.cover_caption.clone(),
            credit: media.credit.clone(),
        })
    }
}
