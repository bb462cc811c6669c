//! Sections, tags and authors as staff keep them: renamed, merged, ordered, deleted.

use std::collections::HashMap;

use kernel::{ArticleId, Locale, TermId};
use sea_orm::FromQueryResult;
use uuid::Uuid;

use super::outbox::Change;
use super::{Store, StoreError, Writing, row, rows, run, term};
use crate::model::{Term, TermDraft, TermKind, TermName};

#[derive(FromQueryResult)]
struct FormerRow {
    term_id: Uuid,
}

#[derive(FromQueryResult)]
struct CountRow {
    term_id: Uuid,
    stories: i64,
}

#[derive(FromQueryResult)]
struct ArticleRow {
    article_id: Uuid,
}

impl Store {
    /// The term with this key. Two queries.
    pub async fn term(&self, kind: TermKind, key: &str) -> Result<Option<Term>, StoreError> {
        Ok(self.terms(kind).await?.into_iter().find(|term| term.key == key))
    }

    /// The term that had this address once. Three queries.
    pub async fn term_by_former_slug(
        &self,
        kind: TermKind,
        locale: &Locale,
        slug: &str,
    ) -> Result<Option<Term>, StoreError> {
        let sql = "SELECT term_id FROM term_former WHERE kind = $1 AND locale = $2 AND slug = $3";
        let values = [kind.as_str().into(), locale.as_str().into(), slug.into()];
        let Some(former): Option<FormerRow> = row(&self.db, sql, values).await? else { return Ok(None) };
        let all = self.terms(kind).await?;
        Ok(all.into_iter().find(|term| term.id.as_uuid() == former.term_id))
    }

    /// How many stories each term has, published or not; those without any are left out. One query.
    pub async fn term_counts(&self) -> Result<HashMap<TermId, u64>, StoreError> {
        let sql = "SELECT term_id, count(*) AS stories FROM article_term GROUP BY term_id";
        let found: Vec<CountRow> = rows(&self.db, sql, []).await?;
        let count = |row: CountRow| (row.term_id.into(), u64::try_from(row.stories).unwrap_or(0));
        Ok(found.into_iter().map(count).collect())
    }

    /// Makes a term, or changes the one that was `seen`, if it still is as it was then
    /// ([`StoreError::SettingsChanged`]). Addresses that it gives up lead to its new ones; an address
    /// that another term has is refused ([`StoreError::NotUnique`]).
    pub async fn revise_term(&self, seen: Option<&Term>, draft: &TermDraft) -> Result<(), StoreError> {
        let mut writing = self.begin().await?;
        let known = term::load(writing.db(), Some(draft.kind)).await?;
        let before = known.iter().find(|term| term.key == draft.key);
        if before != seen {
            return Err(StoreError::SettingsChanged);
        }
        if let Some(before) = before {
            let sql = "DELETE FROM term_name WHERE term_id = $1";
            run(writing.db(), sql, [before.id.as_uuid().into()]).await?;
        }
        term::write(&writing, draft, before).await?;
        for name in &draft.names {
            forget_former(&writing, draft.kind, name).await?;
        }
        if let Some(before) = before {
            let kept = |name: &&TermName| draft.names.iter().any(|new| is_same_address(new, name));
            for name in before.names.iter().filter(|name| !kept(name)) {
                remember_former(&writing, draft.kind, name, before.id).await?;
            }
        }
        writing.tell(Change::Term);
        writing.commit().await
    }

    /// Puts what has one term under another of the same kind, and deletes the first: its addresses,
    /// present and former, lead to the other's. Both must still be as they were seen.
    pub async fn merge_terms(&self, from: &Term, into: &Term) -> Result<u64, StoreError> {
        let mut writing = self.begin().await?;
        let known = term::load(writing.db(), Some(from.kind)).await?;
        if from.id == into.id || ![from, into].into_iter().all(|term| known.contains(term)) {
            return Err(StoreError::SettingsChanged);
        }
        let (old, new) = (from.id.as_uuid(), into.id.as_uuid());
        let concerned: Vec<ArticleRow> =
            rows(writing.db(), "SELECT article_id FROM article_term WHERE term_id = $1", [old.into()])
                .await?;
        // A story that has both keeps the one.
        let both = "DELETE FROM article_term WHERE term_id = $1 AND article_id IN \
            (SELECT article_id FROM article_term WHERE term_id = $2)";
        run(writing.db(), both, [old.into(), new.into()]).await?;
        let follow = "UPDATE article_term SET term_id = $2 WHERE term_id = $1";
        run(writing.db(), follow, [old.into(), new.into()]).await?;
        let former = "UPDATE term_former SET term_id = $2 WHERE term_id = $1";
        run(writing.db(), former, [old.into(), new.into()]).await?;
        for name in &from.names {
            remember_former(&writing, from.kind, name, into.id).await?;
        }
        run(writing.db(), "DELETE FROM term WHERE id = $1", [old.into()]).await?;
        for story in &concerned {
            writing.tell(Change::Article(ArticleId::from(story.article_id)));
        }
        writing.tell(Change::Term);
        writing.commit().await?;
        Ok(u64::try_from(concerned.len()).unwrap_or(u64::MAX))
    }

    /// Deletes a term that no story has ([`StoreError::TermUsed`]); its addresses lead nowhere then.
    pub async fn delete_term(&self, term: TermId) -> Result<(), StoreError> {
        let mut writing = self.begin().await?;
        let sql = "SELECT term_id, count(*) AS stories FROM article_term WHERE term_id = $1 GROUP BY term_id";
        let used: Option<CountRow> = row(writing.db(), sql, [term.as_uuid().into()]).await?;
        if used.is_some() {
            return Err(StoreError::TermUsed);
        }
        run(writing.db(), "DELETE FROM term WHERE id = $1", [term.as_uuid().into()]).await?;
        writing.tell(Change::Term);
        writing.commit().await
    }

    /// Moves a term one place up or down among its kind; the first stays first, and the last last.
    pub async fn move_term(&self, kind: TermKind, key: &str, up: bool) -> Result<(), StoreError> {
        let mut writing = self.begin().await?;
        let mut terms = term::load(writing.db(), Some(kind)).await?;
        let Some(at) = terms.iter().position(|term| term.key == key) else {
            return Err(StoreError::NoTerm { kind, key: key.to_owned() });
        };
        let to = if up { at.saturating_sub(1) } else { (at + 1).min(terms.len() - 1) };
        terms.swap(at, to);
        for (place, term) in (0_i32..).zip(&terms) {
            let sql = "UPDATE term SET position = $2 WHERE id = $1 AND position <> $2";
            run(writing.db(), sql, [term.id.as_uuid().into(), place.into()]).await?;
        }
        writing.tell(Change::Term);
        writing.commit().await
    }
}

fn is_same_address(a: &TermName, b: &TermName) -> bool {
    a.locale == b.locale && a.slug == b.slug
}

async fn remember_former(
    writing: &Writing,
    kind: TermKind,
    name: &TermName,
    term: TermId,
) -> Result<(), StoreError> {
    let sql = "INSERT INTO term_former (kind, locale, slug, term_id, changed_at) VALUES ($1, $2, $3, $4, $5) \
        ON CONFLICT (kind, locale, slug) DO UPDATE SET term_id = excluded.term_id, changed_at = excluded.changed_at";
    let values = [
        kind.as_str().into(),
        name.locale.as_str().into(),
        name.slug.as_str().into(),
        term.as_uuid().into(),
        writing.millis().into(),
    ];
    run(writing.db(), sql, values).await?;
    Ok(())
}

/// An address that is in use leads nowhere else.
async fn forget_former(writing: &Writing, kind: TermKind, name: &TermName) -> Result<(), StoreError> {
    let sql = "DELETE FROM term_former WHERE kind = $1 AND locale = $2 AND slug = $3";
    run(writing.db(), sql, [kind.as_str().into(), name.locale.as_str().into(), name.slug.as_str().into()])
        .await?;
    Ok(())
}
