//! The same numbers as files.

use axum::extract::{Query, State as FromState};
use axum::response::Response;
use numbers::{Days, State};

use super::range::{Asked, Range};
use super::{money as revenue_of, readers, stories as stories_of, today};
use crate::admin::fields::plain;
use crate::admin::{Staff, csv};
use crate::app::App;
use crate::failure::Failure;

/// Most lines of a file.
const MOST: u64 = 10_000;

fn header(names: &[&str]) -> Vec<String> {
    names.iter().map(|name| (*name).to_owned()).collect()
}

/// `GET /admin/numbers/days.csv`: reads by day and kind of reader.
pub(crate) async fn days(
    FromState(app): FromState<App>,
    staff: Staff,
    Query(asked): Query<Asked>,
) -> Result<Response, Failure> {
    let range = Range::of(asked, today(&app, &staff).1);
    let counts = app.numbers.by_day(range.days).await?;
    let mut lines = vec![header(&["day", "visitors", "members", "subscribers"])];
    for day in range.days.each() {
        let of = |state: State| {
            let found = counts.iter().find(|count| count.day == day && count.state == state);
            found.map_or(0, |count| count.reads).to_string()
        };
        let mut cells = vec![day.to_string()];
        cells.extend(State::ALL.map(of));
        lines.push(cells);
    }
    csv::file(&range.file("reads"), lines)
}

/// `GET /admin/numbers/stories.csv`: each story in each language.
pub(crate) async fn stories(
    FromState(app): FromState<App>,
    staff: Staff,
    Query(asked): Query<Asked>,
) -> Result<Response, Failure> {
    let range = Range::of(asked, today(&app, &staff).1);
    let found = stories_of::of(&app, &staff, range.days, MOST).await?;
    let keys = found.list.iter().map(|story| (story.count.article, &story.count.locale));
    let named = readers::names(&app, keys).await?;
    let names = [
        "story",
        "language",
        "title",
        "visitors",
        "members",
        "subscribers",
        "readers",
        "met_paywall",
        "opened_plans",
        "subscribed",
    ];
    let mut lines = vec![header(&names)];
    for story in found.list {
        let count = story.count;
        let title = named.get(&(count.article, count.locale.clone())).map(|(title, _)| csv::text(title));
        let mut cells = vec![count.article.to_string(), count.locale.to_string(), title.unwrap_or_default()];
        let numbers =
            count.reads.into_iter().chain([count.readers, count.walled, story.opened, story.subscribed]);
        cells.extend(numbers.map(|number| number.to_string()));
        lines.push(cells);
    }
    csv::file(&range.file("stories"), lines)
}

/// `GET /admin/numbers/searches.csv`: what was searched for, in all languages of the site.
pub(crate) async fn searches(
    FromState(app): FromState<App>,
    staff: Staff,
    Query(asked): Query<Asked>,
) -> Result<Response, Failure> {
    let (zone, today) = today(&app, &staff);
    let range = Range::of(asked, today);
    let (since, _) = range.days.span(&zone);
    let mut lines = vec![header(&["language", "query", "searches", "found"])];
    for offered in &staff.publication.site.locales {
        let locale = &offered.locale;
        let without = app.curation.without_result(locale, since, MOST).await?;
        for searched in app.curation.top(locale, since, MOST).await? {
            let found = !without.iter().any(|other| other.query == searched.query);
            lines.push(vec![
                locale.to_string(),
                csv::text(&searched.query),
                searched.searches.to_string(),
                if found { "yes" } else { "no" }.to_owned(),
            ]);
        }
    }
    csv::file(&range.file("searches"), lines)
}

/// `GET /admin/numbers/money.csv`: what came in, and who came and went, by day.
pub(crate) async fn money(
    FromState(app): FromState<App>,
    staff: Staff,
    Query(asked): Query<Asked>,
) -> Result<Response, Failure> {
    let (zone, today) = today(&app, &staff);
    let range = Range::of(asked, today);
    let bars: Vec<Days> = range.days.each().map(|day| Days { first: day, last: day }).collect();
    let revenue = revenue_of::revenue(&app, &zone, &bars, app.clock.now()).await?;
    let currencies = revenue_of::currencies(&revenue);
    let mut first = header(&["day", "paying", "new", "ended"]);
    first.extend(currencies.iter().map(|currency| format!("monthly_{}", currency.code())));
    let mut lines = vec![first];
    for (bar, (at, (new, ended))) in
        bars.iter().zip(revenue.at.iter().zip(revenue.new.iter().zip(&revenue.ended)))
    {
        let mut cells =
            vec![bar.first.to_string(), at.paying.to_string(), new.to_string(), ended.to_string()];
        cells.extend(currencies.iter().map(|currency| plain(revenue_of::of(at, *currency))));
        lines.push(cells);
    }
    csv::file(&range.file("revenue"), lines)
}
