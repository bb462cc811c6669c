//! What the database has of articles that are about to be imported.

use std::collections::{BTreeMap, HashMap};

use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};
use uuid::Uuid;

use crate::entity::{article, article_term, media, revision, translation};
use crate::store::compose::Revised;
use crate::store::{StoreError, places, rows};

/// An article as the database has it.
#[derive(Debug)]
pub(super) struct Known {
    pub(super) article: article::Model,
    pub(super) terms: Vec<article_term::Model>,
    /// Credit of its cover.
    pub(super) credit: Option<String>,
    /// By language.
    pub(super) texts: HashMap<String, KnownText>,
}

/// A text as the database has it.
#[derive(Debug)]
pub(super) struct KnownText {
    pub(super) row: translation::Model,
    /// The newest revision; of the source all.
    pub(super) revisions: BTreeMap<i64, Revised>,
}

/// Reads articles by key. Five queries, however many they are.
pub(super) async fn load(
    db: &impl ConnectionTrait,
    keys: &[String],
) -> Result<HashMap<String, Known>, StoreError> {
    let found = article::Entity::find().filter(article::Column::Key.is_in(keys)).all(db).await?;
    if found.is_empty() {
        return Ok(HashMap::new());
    }
    let ids: Vec<Uuid> = found.iter().map(|article| article.id).collect();
    let covers = found.iter().filter_map(|article| article.cover.clone());
    let credits = media::Entity::find().filter(media::Column::Hash.is_in(covers)).all(db).await?;
    let credits: HashMap<String, String> = credits.into_iter().map(|row| (row.hash, row.credit)).collect();
    let mut terms: HashMap<Uuid, Vec<article_term::Model>> = HashMap::new();
    for link in article_term::Entity::find()
        .filter(article_term::Column::ArticleId.is_in(ids.clone()))
        .all(db)
        .await?
    {
        terms.entry(link.article_id).or_default().push(link);
    }
    let mut texts = load_texts(db, &ids).await?;
    let known = found.into_iter().map(|article| {
        let known = Known {
            terms: terms.remove(&article.id).unwrap_or_default(),
            credit: article.cover.as_ref().and_then(|cover| credits.get(cover).cloned()),
            texts: texts.remove(&article.id).unwrap_or_default(),
            article,
        };
        (known.article.key.clone(), known)
    });
    Ok(known.collect())
}

/// The texts of articles, by article and language.
async fn load_texts(
    db: &impl ConnectionTrait,
    articles: &[Uuid],
) -> Result<HashMap<Uuid, HashMap<String, KnownText>>, StoreError> {
    let sql = format!(
        "SELECT r.* FROM revision r JOIN translation t ON t.id = r.translation_id JOIN article a ON a.id = t.article_id \
         WHERE a.id IN ({}) AND (r.version = t.version OR t.locale = a.source_locale)",
        places(1, articles.len())
    );
    let found: Vec<revision::Model> = rows(db, sql, articles.iter().map(|id| (*id).into())).await?;
    let mut revisions: HashMap<Uuid, BTreeMap<i64, Revised>> = HashMap::new();
    for row in found {
        revisions.entry(row.translation_id).or_default().insert(row.version, Revised::read(row)?);
    }
    let mut texts: HashMap<Uuid, HashMap<String, KnownText>> = HashMap::new();
    let found =
        translation::Entity::find().filter(translation::Column::ArticleId.is_in(articles.iter().copied()));
    for row in found.all(db).await? {
        let revisions = revisions.remove(&row.id).unwrap_or_default();
        texts.entry(row.article_id).or_default().insert(row.locale.clone(), KnownText { row, revisions });
    }
    Ok(texts)
}
