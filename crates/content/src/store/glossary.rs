//! Glossaries: how words are translated from one language into another.

use sea_orm::FromQueryResult;

use super::{Store, StoreError, row, rows, run};
use crate::model::{GlossaryTerm, LocalePair};

/// Most terms of one glossary: they are read whole, and passed on whole to some services.
const MOST_TERMS: i64 = 2_000;

#[derive(FromQueryResult)]
struct TermRow {
    source: String,
    target: String,
}

#[derive(FromQueryResult)]
struct CountRow {
    count: i64,
}

impl Store {
    /// The glossary of two languages, in the order of its words, whatever the case of their letters.
    /// One query.
    pub async fn glossary(&self, pair: LocalePair<'_>) -> Result<Vec<GlossaryTerm>, StoreError> {
        let sql = "SELECT source, target FROM glossary WHERE source_locale = $1 AND target_locale = $2";
        let values = [pair.from.as_str().into(), pair.into.as_str().into()];
        let found: Vec<TermRow> = rows(&self.db, sql, values).await?;
        let mut terms: Vec<GlossaryTerm> =
            found.into_iter().map(|row| GlossaryTerm { source: row.source, target: row.target }).collect();
        terms.sort_by_cached_key(|term| (term.source.to_lowercase(), term.source.clone()));
        Ok(terms)
    }

    /// Says how a word is translated, whatever was said before. Refused with
    /// [`StoreError::GlossaryFull`] if it is one too many.
    pub async fn set_glossary_term(
        &self,
        pair: LocalePair<'_>,
        term: &GlossaryTerm,
    ) -> Result<(), StoreError> {
        let sql = "SELECT COUNT(*) AS count FROM glossary \
            WHERE source_locale = $1 AND target_locale = $2 AND source <> $3";
        let values = [pair.from.as_str().into(), pair.into.as_str().into(), term.source.as_str().into()];
        let others: Option<CountRow> = row(&self.db, sql, values).await?;
        if others.is_some_and(|others| others.count >= MOST_TERMS) {
            return Err(StoreError::GlossaryFull);
        }
        let sql = "INSERT INTO glossary (source_locale, target_locale, source, target, changed_at) \
            VALUES ($1, $2, $3, $4, $5) ON CONFLICT (source_locale, target_locale, source) \
            DO UPDATE SET target = excluded.target, changed_at = excluded.changed_at";
        let values = [
            pair.from.as_str().into(),
            pair.into.as_str().into(),
            term.source.as_str().into(),
            term.target.as_str().into(),
            self.now().as_millisecond().into(),
        ];
        run(&self.db, sql, values).await?;
        Ok(())
    }

    /// Takes a word out of a glossary; that it isn't in it is as good.
    pub async fn remove_glossary_term(&self, pair: LocalePair<'_>, source: &str) -> Result<(), StoreError> {
        let sql = "DELETE FROM glossary WHERE source_locale = $1 AND target_locale = $2 AND source = $3";
        let values = [pair.from.as_str().into(), pair.into.as_str().into(), source.into()];
        run(&self.db, sql, values).await?;
        Ok(())
    }
}
