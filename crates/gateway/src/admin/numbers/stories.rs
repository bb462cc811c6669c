//! What became of the readers of each story: who met the wall, who went on, who subscribed.

use std::collections::HashMap;

use kernel::{ArticleId, Locale};
use numbers::{Days, StoryCount};

use crate::admin::Staff;
use crate::app::App;
use crate::counting::story_at;
use crate::failure::Failure;

/// Addresses from which most subscribed that are looked up.
const MOST_ORIGINS: u64 = 1_000;

/// One story in one language.
pub(super) struct Story {
    pub(super) count: StoryCount,
    pub(super) opened: i64,
    pub(super) subscribed: i64,
}

/// What is known of a range.
pub(super) struct Stories {
    /// Those read most.
    pub(super) list: Vec<Story>,
    /// How many went on from stories to what subscribing costs.
    pub(super) opened: i64,
    /// How many of those who came from a story subscribed, by the language of the page.
    pub(super) subscribed: HashMap<Locale, i64>,
}

/// The stories that were read most, and those besides that made subscribers. Five queries.
pub(super) async fn of(app: &App, staff: &Staff, days: Days, most: u64) -> Result<Stories, Failure> {
    let counts = app.numbers.stories(days, most).await?;
    let opened: HashMap<(ArticleId, Locale), i64> = app
        .numbers
        .opened(days, MOST_ORIGINS)
        .await?
        .into_iter()
        .map(|opened| ((opened.article, opened.locale), opened.opened))
        .collect();
    let mut subscribed = conversions(app, staff, days).await?;
    let mut by_locale: HashMap<Locale, i64> = HashMap::new();
    for ((_, locale), count) in &subscribed {
        *by_locale.entry(locale.clone()).or_default() += count;
    }
    let mut list: Vec<Story> = counts
        .into_iter()
        .map(|count| {
            let key = (count.article, count.locale.clone());
            let opened = opened.get(&key).copied().unwrap_or(0);
            Story { count, opened, subscribed: subscribed.remove(&key).unwrap_or(0) }
        })
        .collect();
    // A story whose readers were all before the range may have made a subscriber in it.
    if u64::try_from(list.len()).unwrap_or(u64::MAX) < most {
        list.extend(subscribed.into_iter().map(|((article, locale), subscribed)| {
            let opened = opened.get(&(article, locale.clone())).copied().unwrap_or(0);
            let count = StoryCount { article, locale, reads: [0; 3], readers: 0, walled: 0 };
            Story { count, opened, subscribed }
        }));
    }
    Ok(Stories { list, opened: opened.values().sum(), subscribed: by_locale })
}

/// How many subscribed coming from a story. Three queries.
async fn conversions(
    app: &App,
    staff: &Staff,
    days: Days,
) -> Result<HashMap<(ArticleId, Locale), i64>, Failure> {
    let (from, until) = days.span(&staff.publication.site.time_zone);
    let origins = app.billing.conversions(from, until, MOST_ORIGINS).await?;
    let addresses: Vec<_> = origins.iter().filter_map(|origin| story_at(&origin.from)).collect();
    let stories = app.content.stories_at(&addresses).await?;
    let mut counted: HashMap<(ArticleId, Locale), i64> = HashMap::new();
    for origin in origins {
        let Some(address) = story_at(&origin.from) else { continue };
        if let Some(article) = stories.get(&address) {
            *counted.entry((*article, address.0)).or_default() += origin.subscribed;
        }
    }
    Ok(counted)
}
