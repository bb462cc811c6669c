//! Stories by name, and the rules they have been under: for those who ask about them.

use std::collections::{BTreeSet, HashMap};

use jiff::Timestamp;
use kernel::{Access, ArticleId, Locale};
use sea_orm::{FromQueryResult, Value};
use uuid::Uuid;

use super::{Store, StoreError, Writing, places, row, rows, run, text};
use crate::model::Heading;

#[derive(FromQueryResult)]
struct HeadingRow {
    article_id: Uuid,
    locale: String,
    source_locale: String,
    slug: String,
    title: String,
    published_at: i64,
}

#[derive(FromQueryResult)]
struct Named {
    article_id: Uuid,
    locale: String,
}

#[derive(FromQueryResult)]
struct At {
    article_id: Uuid,
    locale: String,
    slug: String,
}

#[derive(FromQueryResult)]
struct Ruled {
    access: String,
}

impl Store {
    /// The published story with this slug: in this language if it is known, else in the first of
    /// the site's that has one. Former slugs count too. At most three queries.
    pub async fn story_named(
        &self,
        locale: Option<&Locale>,
        slug: &str,
    ) -> Result<Option<ArticleId>, StoreError> {
        let live = "SELECT article_id, locale FROM publication WHERE slug = $1";
        let former = "SELECT p.article_id, h.locale FROM slug_history h \
            JOIN publication p ON p.translation_id = h.translation_id WHERE h.slug = $1";
        for sql in [live, former] {
            let mut found: Vec<Named> = rows(&self.db, sql, [slug.into()]).await?;
            if let Some(locale) = locale {
                found.retain(|named| named.locale == locale.as_str());
            }
            if found.len() > 1 {
                let offered = self.site().await?.locales;
                let place = |named: &Named| {
                    offered.iter().position(|offered| offered.locale.as_str() == named.locale)
                };
                found.sort_by_key(|named| place(named).unwrap_or(usize::MAX));
            }
            if let Some(named) = found.first() {
                return Ok(Some(named.article_id.into()));
            }
        }
        Ok(None)
    }

    /// The published stories at these addresses, each a language and a slug; former slugs count too.
    /// Those where nothing is are left out. Two queries.
    pub async fn stories_at(
        &self,
        addresses: &[(Locale, String)],
    ) -> Result<HashMap<(Locale, String), ArticleId>, StoreError> {
        if addresses.is_empty() {
            return Ok(HashMap::new());
        }
        let slugs: BTreeSet<&str> = addresses.iter().map(|(_, slug)| slug.as_str()).collect();
        let places = places(1, slugs.len());
        let live = format!("SELECT article_id, locale, slug FROM publication WHERE slug IN ({places})");
        let former = format!(
            "SELECT p.article_id, h.locale, h.slug FROM slug_history h \
             JOIN publication p ON p.translation_id = h.translation_id WHERE h.slug IN ({places})"
        );
        let mut found = HashMap::new();
        // What is there now comes before what was there once.
        for sql in [former, live] {
            let values = slugs.iter().map(|slug| Value::from(*slug));
            for at in rows::<At>(&self.db, sql, values).await? {
                found.insert((text::locale(&at.locale)?, at.slug), at.article_id.into());
            }
        }
        found.retain(|address, _| addresses.contains(address));
        Ok(found)
    }

    /// What some stories are called, each in this language, else in the one it was written in, else
    /// in any; those that aren't published are left out. One query.
    pub async fn headings(
        &self,
        articles: &[ArticleId],
        locale: &Locale,
    ) -> Result<Vec<Heading>, StoreError> {
        if articles.is_empty() {
            return Ok(Vec::new());
        }
        let sql = format!(
            "SELECT p.article_id, p.locale, a.source_locale, p.slug, p.title, p.published_at \
             FROM publication p JOIN article a ON a.id = p.article_id WHERE p.article_id IN ({}) \
             ORDER BY p.locale",
            places(1, articles.len())
        );
        let values = articles.iter().map(|article| Value::from(article.as_uuid()));
        let found: Vec<HeadingRow> = rows(&self.db, sql, values).await?;
        let mut headings = Vec::with_capacity(articles.len());
        for article in articles {
            let own = || found.iter().filter(|row| row.article_id == article.as_uuid());
            let best = own()
                .find(|row| row.locale == locale.as_str())
                .or_else(|| own().find(|row| row.locale == row.source_locale))
                .or_else(|| own().next());
            let Some(best) = best else { continue };
            let first = own().map(|row| row.published_at).min().unwrap_or(best.published_at);
            headings.push(Heading {
                article: *article,
                locale: text::locale(&best.locale)?,
                slug: best.slug.clone(),
                title: best.title.clone(),
                first_published_at: kernel::time::from_millis(first),
            });
        }
        Ok(headings)
    }

    /// The access rule a story was under at a moment; `None` before it was there. One query.
    pub async fn access_at(&self, article: ArticleId, at: Timestamp) -> Result<Option<Access>, StoreError> {
        let sql =
            "SELECT access FROM article_access WHERE article_id = $1 AND at <= $2 ORDER BY at DESC LIMIT 1";
        let values = [article.as_uuid().into(), at.as_millisecond().into()];
        let ruled: Option<Ruled> = row(&self.db, sql, values).await?;
        ruled.map(|ruled| text::access(&ruled.access)).transpose()
    }
}

/// Remembers which rule a story is under from now on.
pub(super) async fn remember_access(
    writing: &Writing,
    article: Uuid,
    access: &str,
) -> Result<(), StoreError> {
    let sql = "INSERT INTO article_access (article_id, at, access) VALUES ($1, $2, $3) \
        ON CONFLICT (article_id, at) DO UPDATE SET access = excluded.access";
    run(writing.db(), sql, [article.into(), writing.millis().into(), access.into()]).await?;
    Ok(())
}
