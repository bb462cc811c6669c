//! What to do next, given how far the index has come.

use std::collections::BTreeSet;

use content::store::{Change, Entry};
use content::{Store, StoreError};
use kernel::{ArticleId, OutboxSeq, TranslationId};

/// Changes brought in at a time.
const CHANGES: u64 = 200;

/// The next thing to do.
#[derive(Debug)]
pub(super) enum Step {
    /// The index is up to date.
    Nothing(OutboxSeq),
    /// Bring these changes in; there is at least one.
    Changes(Vec<Entry>),
    /// Something changed that any text may show: see which differ.
    CompareAll(OutboxSeq),
    /// The outbox doesn't help: build the index anew.
    Build(&'static str),
}

/// Two queries if something changed, one if not.
pub(super) async fn next(store: &Store, cursor: Option<OutboxSeq>) -> Result<Step, StoreError> {
    let Some(cursor) = cursor else { return Ok(Step::Build("there is none")) };
    let head = store.outbox_head().await?;
    if head < cursor {
        return Ok(Step::Build("it knows more than the database, which may have been restored"));
    }
    if head == cursor {
        return Ok(Step::Nothing(cursor));
    }
    let changes = store.changes(cursor, CHANGES).await?;
    let gapless = changes.first().is_some_and(|first| first.seq == cursor + 1);
    Ok(match changes.last() {
        Some(last) if gapless => {
            let everywhere = |entry: &Entry| matches!(entry.change, Change::Term | Change::Site);
            if changes.iter().any(everywhere) { Step::CompareAll(last.seq) } else { Step::Changes(changes) }
        }
        _ => Step::Build("it is further behind than the outbox remembers"),
    })
}

/// What changes concern.
#[derive(Debug, Default)]
pub(super) struct Concerned {
    /// Stories to look up as they are now.
    pub(super) articles: BTreeSet<ArticleId>,
    /// Texts that are gone, unless they are found among those.
    pub(super) gone: BTreeSet<TranslationId>,
}

impl Concerned {
    pub(super) fn by(changes: Vec<Entry>) -> Self {
        let mut concerned = Self::default();
        for entry in changes {
            match entry.change {
                Change::Translation { article, translation, .. } => {
                    concerned.articles.insert(article);
                    concerned.gone.insert(translation);
                }
                Change::Article(article) => {
                    concerned.articles.insert(article);
                }
                Change::Term | Change::Site => {}
            }
        }
        concerned
    }
}
