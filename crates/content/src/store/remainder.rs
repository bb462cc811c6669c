//! The other half, against a proof.

use kernel::{Entitled, TranslationId};
use sea_orm::FromQueryResult;

use super::{Store, StoreError, row};
use crate::markdown::Half;

#[derive(FromQueryResult)]
struct HalfRow {
    html: String,
    text: String,
}

impl Store {
    /// The other half of a published text, for somebody who is entitled to the whole of its
    /// article. `None` if there is none, if the version isn't the live one any more, or if the
    /// proof is of another article. This and the indexer's [`documents_of`](Self::documents_of) are the
    /// only ways to it. One query.
    pub async fn remainder(
        &self,
        proof: &Entitled,
        translation: TranslationId,
        version: i64,
    ) -> Result<Option<Half>, StoreError> {
        let sql = "SELECT r.html, r.text FROM remainder r JOIN publication p ON p.translation_id = r.translation_id \
            WHERE r.translation_id = $1 AND p.article_id = $2 AND r.version = $3";
        let values = [translation.as_uuid().into(), proof.article().as_uuid().into(), version.into()];
        let half: Option<HalfRow> = row(&self.db, sql, values).await?;
        Ok(half.map(|half| Half { html: half.html, text: half.text }))
    }
}
