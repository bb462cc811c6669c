//! A story's published translations, and telling of what isn't kept here but shown with a story.

use kernel::ArticleId;

use super::outbox::Change;
use super::{Store, StoreError};
use crate::model::Edition;

impl Store {
    /// The published translations of a story in the languages offered, in the site's order; empty if
    /// there are none. Two queries.
    pub async fn editions(&self, article: ArticleId) -> Result<Vec<Edition>, StoreError> {
        let live = self.live_editions(article.as_uuid(), None).await?;
        Ok(live.into_iter().map(|live| live.edition).collect())
    }

    /// Tells those who follow the outbox that what is shown with these stories has changed, such as
    /// what they cost; all of them if none is named.
    pub async fn announce(&self, articles: &[ArticleId]) -> Result<(), StoreError> {
        let mut writing = self.begin().await?;
        if articles.is_empty() {
            writing.tell(Change::Site);
        }
        for article in articles {
            writing.tell(Change::Article(*article));
        }
        writing.commit().await
    }
}
