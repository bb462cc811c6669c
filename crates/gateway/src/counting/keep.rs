//! Writing down what was counted, and keeping the salt of the day.

use std::time::Duration;

use jiff::SignedDuration;
use kernel::Locale;
use numbers::{Batch, Day};
use percent_encoding::percent_decode_str;
use tokio_util::sync::CancellationToken;

use super::Opening;
use crate::app::App;
use crate::failure::Failure;

/// How often it is written: at most so much is lost if the power fails.
const PAUSE: Duration = Duration::from_secs(2);
/// How long before midnight the next day's salt is made.
const AHEAD: SignedDuration = SignedDuration::from_mins(10);
/// Rows that wait in memory while the database is away, at most.
const MOST_WAITING: usize = 50_000;

/// Makes ready for counting: to be called before the first request is answered. If the database is
/// away, it counts once that is back.
pub async fn open_counting(app: &App) {
    if let Err(error) = keep_salts(app).await {
        tracing::warn!(%error, "reads aren't counted yet");
    }
}

/// Writes down what was counted, every two seconds and in the end, until cancelled.
pub async fn keep_counting(app: App, cancel: CancellationToken) {
    let mut waiting = Batch::default();
    loop {
        let stopped = tokio::time::timeout(PAUSE, cancel.cancelled()).await.is_ok();
        if let Err(error) = keep(&app, &mut waiting).await {
            tracing::warn!(%error, "what was read was not written down; trying again");
        }
        if waiting.len() > MOST_WAITING {
            metrics::counter!("gazette_counts_dropped_total", "what" => "batches").increment(1);
            waiting = Batch::default();
        }
        if stopped {
            return;
        }
    }
}

async fn keep(app: &App, waiting: &mut Batch) -> Result<(), Failure> {
    for read in app.counting.reads.take() {
        waiting.add(&read);
    }
    let openings = app.counting.openings.take();
    let addresses: Vec<_> = openings.iter().filter_map(|opening| story_at(&opening.from)).collect();
    let stories = app.content.stories_at(&addresses).await?;
    for Opening { day, reader, from } in openings {
        let address = story_at(&from);
        if let Some((address, article)) = address.and_then(|address| stories.get_key_value(&address)) {
            waiting.add_opened(day, *article, &address.0, reader);
        }
    }
    app.numbers.write(waiting).await?;
    *waiting = Batch::default();
    keep_salts(app).await
}

/// The language and the slug in the path of a text.
pub(crate) fn story_at(path: &str) -> Option<(Locale, String)> {
    let path = path.split(['?', '#']).next()?;
    let (tag, slug) = path.strip_prefix('/')?.split_once('/')?;
    let slug = percent_decode_str(slug).decode_utf8().ok()?;
    let locale = tag.parse().ok()?;
    (!slug.is_empty() && !slug.contains('/')).then(|| (locale, slug.into_owned()))
}

/// Knows the salt of today, that of tomorrow in time, and those of no other day.
async fn keep_salts(app: &App) -> Result<(), Failure> {
    let zone = &app.publications.current().await?.site.time_zone;
    let now = app.clock.now();
    let today = Day::at(now, zone);
    let soon = Day::at(now.checked_add(AHEAD).unwrap_or(now), zone);
    let salts = &app.counting.salts;
    let known = |day: Day| salts.at(day.span(zone).0).is_some_and(|(found, _)| found == day);
    if !known(today) {
        salts.learn(today, today.span(zone), app.numbers.salt(today).await?, today);
        app.numbers.forget_readers_before(today).await?;
    }
    if !known(soon) {
        salts.learn(soon, soon.span(zone), app.numbers.salt(soon).await?, today);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stories_are_found_in_paths() {
        let found = |path| story_at(path).map(|(locale, slug)| format!("{locale} {slug}"));
        assert_eq!(found("/de/ein-text?from=x#k3").as_deref(), Some("de ein-text"));
        assert_eq!(found("/ar/%D8%A3%D9%85%D9%86").as_deref(), Some("ar أمن"));
        for other in ["/", "/de/", "/de/sections/x", "de/x", "/admin"] {
            assert_eq!(found(other), None, "{other}");
        }
    }
}
