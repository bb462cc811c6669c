//! Addresses that are there, and addresses that are free.

use std::collections::HashSet;

use kernel::{ArticleId, Locale, Slug};
use sea_orm::FromQueryResult;

use super::{Store, StoreError, live, places, rows};

/// How many numbered slugs are tried.
const TRIED: usize = 30;

#[derive(FromQueryResult)]
struct Address {
    locale: String,
    slug: String,
}

#[derive(FromQueryResult)]
struct Key {
    key: String,
}

impl Store {
    /// Those of these addresses (language and slug) that lead to a text that readers see, directly or
    /// from a former address. One query.
    pub async fn live_addresses(
        &self,
        asked: &[(Locale, String)],
    ) -> Result<HashSet<(String, String)>, StoreError> {
        if asked.is_empty() {
            return Ok(HashSet::new());
        }
        let slugs = places(1, asked.len());
        let sql = format!(
            "SELECT p.locale, p.slug FROM publication p WHERE p.slug IN ({slugs}) UNION \
             SELECT h.locale, h.slug FROM slug_history h JOIN publication p ON p.translation_id = h.translation_id \
             WHERE h.slug IN ({slugs})"
        );
        let values = asked.iter().map(|(_, slug)| slug.as_str().into());
        let found: Vec<Address> = rows(&self.db, sql, values).await?;
        let wanted: HashSet<(&str, &str)> =
            asked.iter().map(|(locale, slug)| (locale.as_str(), slug.as_str())).collect();
        let there = found.into_iter().map(|row| (row.locale, row.slug));
        Ok(there.filter(|(locale, slug)| wanted.contains(&(locale.as_str(), slug.as_str()))).collect())
    }

    /// The slug itself if no other story has it in this language, else the first free one of
    /// `slug-2`, `slug-3`, …; none if they are all taken. One query.
    pub async fn free_slug(
        &self,
        article: Option<ArticleId>,
        locale: &Locale,
        wanted: &Slug,
    ) -> Result<Option<Slug>, StoreError> {
        let candidates: Vec<Slug> = numbered(wanted.as_str()).filter_map(|slug| slug.parse().ok()).collect();
        let addresses: Vec<(String, String)> =
            candidates.iter().map(|slug| (locale.to_string(), slug.to_string())).collect();
        let own = article.map_or_else(uuid::Uuid::nil, ArticleId::as_uuid);
        let taken = live::taken(&self.db, own, &addresses).await?;
        Ok(candidates.into_iter().find(|slug| taken.iter().all(|taken| taken.slug != slug.as_str())))
    }

    /// The same for the key of a story. One query.
    pub async fn free_key(&self, wanted: &str) -> Result<Option<String>, StoreError> {
        let candidates: Vec<String> = numbered(wanted).collect();
        let sql = format!("SELECT key FROM article WHERE key IN ({})", places(1, candidates.len()));
        let taken: Vec<Key> = rows(&self.db, sql, candidates.iter().map(|key| key.as_str().into())).await?;
        Ok(candidates.into_iter().find(|key| taken.iter().all(|taken| taken.key != *key)))
    }
}

fn numbered(wanted: &str) -> impl Iterator<Item = String> {
    let first = std::iter::once(wanted.to_owned());
    first.chain((2..=TRIED).map(move |number| format!("{wanted}-{number}")))
}
