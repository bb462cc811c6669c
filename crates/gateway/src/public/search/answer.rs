//! What a search finds, as it is now.
//!
//! The index is a moment behind the database, or much longer when the engine was down. So what has
//! changed since it was written, and is gone or closed to this reader, is left out of the question:
//! then totals, counts and later pages are right too, and a story whose best text was withdrawn is
//! found in another language. And what is found is compared with the database once more.

use content::Card;
use kernel::access::decide;
use kernel::{OutboxSeq, Reach, TranslationId};
use search::{ClosedWords, Fragment, Hit, Query, Results};

use crate::app::App;
use crate::failure::Failure;

/// How often a question is asked again without what turned out to be gone.
const MOST_TIMES: usize = 3;
/// Most changes that the index may be behind for all of them to be looked at.
const MOST_CHANGES: u64 = 500;

/// What was found.
pub(super) struct Answer {
    pub(super) results: Results,
    /// The hits that are there, with their cards.
    pub(super) hits: Vec<(Card, Vec<Fragment>)>,
}

/// None if search is down.
pub(super) async fn answer(app: &App, mut query: Query) -> Result<Option<Answer>, Failure> {
    let mut times = 0;
    loop {
        let mut results = match app.search.search(&query).await {
            Ok(results) => results,
            Err(error) => {
                super::down(&error);
                return Ok(None);
            }
        };
        let mut gone = match results.up_to {
            Some(up_to) => behind(app, up_to, &query).await?,
            None => Vec::new(),
        };
        let ids: Vec<_> = results.hits.iter().map(|hit| hit.translation).collect();
        let cards = app.content.cards(&ids).await?;
        let mut hits = Vec::with_capacity(cards.len());
        for hit in std::mem::take(&mut results.hits) {
            match cards.iter().find(|card| card.translation == hit.translation) {
                Some(card) if !gone.contains(&hit.translation) => match shown(card, hit, &query) {
                    Ok(snippet) => hits.push((card.clone(), snippet)),
                    Err(translation) => gone.push(translation),
                },
                _ => gone.push(hit.translation),
            }
        }
        gone.retain(|translation| !query.except.contains(translation));
        times += 1;
        if gone.is_empty() || times == MOST_TIMES {
            return Ok(Some(Answer { results, hits }));
        }
        query.except.extend(gone);
    }
}

/// Texts that have changed since the index was written and are gone, or closed to the reader: then
/// the index may hold words of them as open that no longer are.
async fn behind(app: &App, up_to: OutboxSeq, query: &Query) -> Result<Vec<TranslationId>, Failure> {
    // Too many to look at: what is found is compared all the same.
    let altered = app.content.altered_since(up_to, MOST_CHANGES).await?.unwrap_or_default();
    let left_out = altered.into_iter().filter(|text| match &text.access {
        Some(_) if query.closed == ClosedWords::Match => false,
        Some(access) => decide(text.article, access, &query.reach).is_err(),
        None => true,
    });
    Ok(left_out.map(|text| text.translation).collect())
}

/// The passage to show, or the text if it may not have been found for this reader.
fn shown(card: &Card, hit: Hit, query: &Query) -> Result<Vec<Fragment>, TranslationId> {
    if hit.version == card.version && hit.access == card.access {
        return Ok(hit.snippet);
    }
    let open = |reach: &Reach| decide(card.article, &card.access, reach).is_ok();
    if query.closed == ClosedWords::Match || open(&query.reach) {
        return Ok(vec![Fragment { text: card.standfirst.clone(), marked: false }]);
    }
    Err(hit.translation)
}
