//! What readers see: put up, rendered anew, taken down.

use std::collections::HashMap;

use sea_orm::sea_query::OnConflict;
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, EntityTrait, FromQueryResult, IntoActiveModel, Iterable,
    QueryFilter, QueryOrder, QuerySelect,
};
use uuid::Uuid;

use super::compose::{self, Halves, Publishing, Revised};
use super::outbox::Change;
use super::{Pictures, StoreError, Writing, places, rows, text};
use crate::entity::{article, publication, remainder, revision, slug_history, translation};

/// Texts rendered anew between two visits to the database.
const AT_ONCE: u64 = 100;

/// Puts up publications in place of what was there, and tells of it.
pub(crate) async fn put_up(writing: &mut Writing, halves: Vec<Halves>) -> Result<(), StoreError> {
    if halves.is_empty() {
        return Ok(());
    }
    let ids: Vec<Uuid> = halves.iter().map(|halves| halves.publication.translation_id).collect();
    let (publications, remainders): (Vec<_>, Vec<_>) =
        halves.into_iter().map(|halves| (halves.publication, halves.remainder)).unzip();
    for publication in &publications {
        writing.tell(Change::Translation {
            article: publication.article_id.into(),
            translation: publication.translation_id.into(),
            locale: text::locale(&publication.locale)?,
            version: Some(publication.version),
        });
    }
    // An address that is live leads nowhere else.
    forget_former(writing, publications.iter().map(|row| (row.locale.as_str(), row.slug.as_str()))).await?;
    let columns =
        publication::Column::iter().filter(|column| !matches!(column, publication::Column::TranslationId));
    let replace = OnConflict::column(publication::Column::TranslationId).update_columns(columns).to_owned();
    let rows = publications.into_iter().map(IntoActiveModel::into_active_model);
    let insert = publication::Entity::insert_many::<publication::ActiveModel, _>(rows).on_conflict(replace);
    insert.exec_without_returning(writing.db()).await.map_err(StoreError::from_write)?;

    let remainders: Vec<_> = remainders.into_iter().flatten().collect();
    let kept: Vec<Uuid> = remainders.iter().map(|row| row.translation_id).collect();
    let gone: Vec<Uuid> = ids.into_iter().filter(|id| !kept.contains(id)).collect();
    if !gone.is_empty() {
        let gone = remainder::Entity::delete_many().filter(remainder::Column::TranslationId.is_in(gone));
        gone.exec(writing.db()).await?;
    }
    if !remainders.is_empty() {
        let columns = [remainder::Column::Version, remainder::Column::Html, remainder::Column::Text];
        let replace = OnConflict::column(remainder::Column::TranslationId).update_columns(columns).to_owned();
        let rows = remainders.into_iter().map(IntoActiveModel::into_active_model);
        let insert = remainder::Entity::insert_many::<remainder::ActiveModel, _>(rows).on_conflict(replace);
        insert.exec_without_returning(writing.db()).await?;
    }
    Ok(())
}

/// Takes down what readers see of some translations, both halves, and tells of it.
pub(crate) async fn take_down(
    writing: &mut Writing,
    translations: &[translation::Model],
) -> Result<(), StoreError> {
    let ids: Vec<Uuid> = translations.iter().map(|row| row.id).collect();
    if ids.is_empty() {
        return Ok(());
    }
    // The remainder goes with it: the schema cascades.
    let gone = publication::Entity::delete_many().filter(publication::Column::TranslationId.is_in(ids));
    gone.exec(writing.db()).await?;
    for row in translations {
        writing.tell(Change::Translation {
            article: row.article_id.into(),
            translation: row.id.into(),
            locale: text::locale(&row.locale)?,
            version: None,
        });
    }
    Ok(())
}

/// Renders what is live of an article anew: its access rule has changed.
pub(crate) async fn render_article(
    writing: &mut Writing,
    article: &article::Model,
    teaser_paragraphs: u32,
) -> Result<(), StoreError> {
    let live = publication::Entity::find().filter(publication::Column::ArticleId.eq(article.id));
    let live = live.all(writing.db()).await?;
    let articles = HashMap::from([(article.id, article.clone())]);
    render(writing, live, &articles, teaser_paragraphs).await
}

/// Renders everything that is live and cut anew: the length of teasers has changed.
pub(crate) async fn render_all(writing: &mut Writing, teaser_paragraphs: u32) -> Result<(), StoreError> {
    let mut after = Uuid::nil();
    loop {
        let page = publication::Entity::find()
            .filter(publication::Column::TranslationId.gt(after))
            .order_by_asc(publication::Column::TranslationId)
            .limit(AT_ONCE);
        let page = page.all(writing.db()).await?;
        let Some(last) = page.last() else { return Ok(()) };
        after = last.translation_id;
        let ids = page.iter().map(|row| row.article_id);
        let articles =
            article::Entity::find().filter(article::Column::Id.is_in(ids)).all(writing.db()).await?;
        let cut = articles.into_iter().filter(|article| article.access != "public");
        let articles: HashMap<Uuid, article::Model> = cut.map(|article| (article.id, article)).collect();
        let live = page.into_iter().filter(|row| articles.contains_key(&row.article_id)).collect();
        render(writing, live, &articles, teaser_paragraphs).await?;
    }
}

/// Renders some publications anew: a picture they show has changed.
pub(crate) async fn render_texts(
    writing: &mut Writing,
    translations: &[Uuid],
    teaser_paragraphs: u32,
) -> Result<(), StoreError> {
    let texts = translations.iter().copied();
    let live = publication::Entity::find().filter(publication::Column::TranslationId.is_in(texts));
    let live = live.all(writing.db()).await?;
    let ids = live.iter().map(|row| row.article_id);
    let articles = article::Entity::find().filter(article::Column::Id.is_in(ids)).all(writing.db()).await?;
    let articles = articles.into_iter().map(|article| (article.id, article)).collect();
    render(writing, live, &articles, teaser_paragraphs).await
}

/// Renders publications anew from the revisions that are live.
async fn render(
    writing: &mut Writing,
    live: Vec<publication::Model>,
    articles: &HashMap<Uuid, article::Model>,
    teaser_paragraphs: u32,
) -> Result<(), StoreError> {
    if live.is_empty() {
        return Ok(());
    }
    let ids: Vec<Uuid> = live.iter().map(|row| row.translation_id).collect();
    let sql = format!(
        "SELECT r.* FROM revision r JOIN publication p ON p.translation_id = r.translation_id AND p.version = r.version \
         WHERE p.translation_id IN ({})",
        places(1, ids.len())
    );
    let revisions: Vec<revision::Model> = rows(writing.db(), sql, ids.iter().map(|id| (*id).into())).await?;
    let translations =
        translation::Entity::find().filter(translation::Column::Id.is_in(ids)).all(writing.db()).await?;
    let pictures = Pictures::used_in(writing.db(), revisions.iter().map(|row| row.body.as_str())).await?;
    let mut revisions: HashMap<Uuid, revision::Model> =
        revisions.into_iter().map(|row| (row.translation_id, row)).collect();
    let translations: HashMap<Uuid, translation::Model> =
        translations.into_iter().map(|row| (row.id, row)).collect();
    let mut halves = Vec::with_capacity(live.len());
    for row in live {
        let parts = (
            articles.get(&row.article_id),
            translations.get(&row.translation_id),
            revisions.remove(&row.translation_id),
        );
        let (Some(article), Some(translation), Some(revision)) = parts else { continue };
        let mut rendered = compose::publication(&Publishing {
            article,
            translation,
            revised: &Revised::read(revision)?,
            teaser_paragraphs,
            pictures: &pictures,
            published_at: row.published_at,
            updated_at: row.updated_at,
        })?;
        // The newest version may have another address, which isn't public yet.
        rendered.publication.slug = row.slug;
        halves.push(rendered);
    }
    put_up(writing, halves).await
}

/// Remembers the former address of a text that readers knew.
pub(crate) async fn remember_former(
    writing: &Writing,
    translation: &translation::Model,
) -> Result<(), StoreError> {
    let row = slug_history::Model {
        locale: translation.locale.clone(),
        slug: translation.slug.clone(),
        translation_id: translation.id,
        changed_at: writing.millis(),
    };
    let replace = OnConflict::columns([slug_history::Column::Locale, slug_history::Column::Slug])
        .update_columns([slug_history::Column::TranslationId, slug_history::Column::ChangedAt])
        .to_owned();
    let insert = slug_history::Entity::insert(row.into_active_model()).on_conflict(replace);
    insert.exec_without_returning(writing.db()).await?;
    Ok(())
}

async fn forget_former<'a>(
    writing: &Writing,
    addresses: impl Iterator<Item = (&'a str, &'a str)>,
) -> Result<(), StoreError> {
    let any = addresses.fold(Condition::any(), |any, (locale, slug)| {
        let former = Condition::all().add(slug_history::Column::Locale.eq(locale));
        any.add(former.add(slug_history::Column::Slug.eq(slug)))
    });
    slug_history::Entity::delete_many().filter(any).exec(writing.db()).await?;
    Ok(())
}

/// An address, and the article one of whose texts has it.
#[derive(Debug, FromQueryResult)]
pub(crate) struct Taken {
    pub(crate) locale: String,
    pub(crate) slug: String,
    /// The article's key.
    pub(crate) key: String,
}

/// Those of these addresses (language and slug) that a text of another article has: in its newest
/// version, or in the one that is live. One query.
pub(crate) async fn taken(
    db: &impl ConnectionTrait,
    article: Uuid,
    addresses: &[(String, String)],
) -> Result<Vec<Taken>, StoreError> {
    if addresses.is_empty() {
        return Ok(Vec::new());
    }
    let pair = |place: usize| format!("(x.locale = ${} AND x.slug = ${})", 2 * place + 2, 2 * place + 3);
    let any = (0..addresses.len()).map(pair).collect::<Vec<_>>().join(" OR ");
    let of = |table: &str| {
        format!(
            "SELECT x.locale, x.slug, a.key FROM {table} x JOIN article a ON a.id = x.article_id \
             WHERE x.article_id <> $1 AND ({any})"
        )
    };
    let sql = format!("{} UNION {}", of("translation"), of("publication"));
    let pairs = addresses.iter().flat_map(|(locale, slug)| [locale.as_str().into(), slug.as_str().into()]);
    Ok(rows(db, sql, std::iter::once(article.into()).chain(pairs)).await?)
}
