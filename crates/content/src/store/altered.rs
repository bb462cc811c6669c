//! Which texts are no longer as somebody knows them who saw the outbox up to some number.

use std::collections::BTreeMap;

use kernel::{Access, ArticleId, OutboxSeq, TranslationId};
use sea_orm::FromQueryResult;
use uuid::Uuid;

use super::{Change, Store, StoreError, places, rows, text};

/// A text that readers saw change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Altered {
    /// The story.
    pub article: ArticleId,
    /// The story in this language.
    pub translation: TranslationId,
    /// For whom all of it is now; `None` if it is no longer there.
    pub access: Option<Access>,
}

#[derive(FromQueryResult)]
struct Live {
    article_id: Uuid,
    translation_id: Uuid,
    access: String,
}

impl Store {
    /// The texts that have changed since `after`, each once, as they are now. `None` if there are
    /// more changes than `most`, or the outbox no longer remembers them. One query if nothing has
    /// changed, three otherwise.
    pub async fn altered_since(
        &self,
        after: OutboxSeq,
        most: u64,
    ) -> Result<Option<Vec<Altered>>, StoreError> {
        if self.outbox_head().await? <= after {
            return Ok(Some(Vec::new()));
        }
        let changes = self.changes(after, most.saturating_add(1)).await?;
        let complete = changes.first().is_some_and(|first| first.seq == after + 1);
        if !complete || changes.len() as u64 > most {
            return Ok(None);
        }
        let mut articles: Vec<ArticleId> = Vec::new();
        let mut found: BTreeMap<TranslationId, Altered> = BTreeMap::new();
        for entry in changes {
            match entry.change {
                Change::Translation { article, translation, .. } => {
                    articles.push(article);
                    found.insert(translation, Altered { article, translation, access: None });
                }
                Change::Article(article) => articles.push(article),
                Change::Term | Change::Site => {}
            }
        }
        articles.sort_unstable();
        articles.dedup();
        if !articles.is_empty() {
            let sql = format!(
                "SELECT p.article_id, p.translation_id, a.access FROM publication p \
                 JOIN article a ON a.id = p.article_id WHERE p.article_id IN ({})",
                places(1, articles.len())
            );
            let live: Vec<Live> =
                rows(&self.db, sql, articles.iter().map(|article| article.as_uuid().into())).await?;
            for row in live {
                let (article, translation) = (row.article_id.into(), row.translation_id.into());
                let access = Some(text::access(&row.access)?);
                found.insert(translation, Altered { article, translation, access });
            }
        }
        Ok(Some(found.into_values().collect()))
    }
}
