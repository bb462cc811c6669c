//! `/admin/numbers`: what is read, by whom, in which language, and where that leads.

use std::collections::{BTreeMap, HashMap};

use axum::extract::{Query, State as FromState};
use axum::response::Response;
use http::StatusCode;
use jiff::SignedDuration;
use kernel::{ArticleId, Locale};
use numbers::{DayCount, Days, LocaleCount, State};

use super::range::{Asked, Range};
use super::stories::{self, Stories, Story};
use super::{bar_of, bars, chart, figure, rate, today};
use crate::address;
use crate::admin::{Staff, page_with, permission, search};
use crate::app::App;
use crate::failure::Failure;
use crate::view::build;
use crate::view::numbers::{
    ChartView, FigureView, LanguageLineView, ReadersView, RowView, StepView, StoryLineView,
};

const PATH: &str = "/admin/numbers";
/// Stories on the page.
const STORIES: u64 = 25;
/// Searches on the page.
const SEARCHES: u64 = 10;

/// `GET`
pub(crate) async fn show(
    FromState(app): FromState<App>,
    staff: Staff,
    Query(asked): Query<Asked>,
) -> Result<Response, Failure> {
    let (zone, today) = today(&app, &staff);
    let range = Range::of(asked, today);
    let by_day = app.numbers.by_day(range.days).await?;
    let by_locale = app.numbers.by_locale(range.days).await?;
    let before = app.numbers.by_locale(range.days.before()).await?;
    let mut found = stories::of(&app, &staff, range.days, STORIES + 1).await?;
    let shown = usize::try_from(STORIES).unwrap_or(usize::MAX);
    let more = found.list.len() > shown;
    found.list.truncate(shown);
    let (since, _) = range.days.span(&zone);
    let language = search::chosen(&staff, None);
    // What is searched for is kept for ninety days.
    let since = since.max(app.clock.now() - SignedDuration::from_hours(24 * 90));
    let searched = |searched| search::searched_view(&language, searched);
    let view = ReadersView {
        figures: figures(&by_locale, &before),
        chart: by_day_chart(&by_day, range.days),
        languages: languages(&staff, &by_locale, &found),
        funnel: funnel(&by_locale, &found),
        stories: lines(&app, &staff, found.list).await?,
        more,
        top: app.curation.top(&language, since, SEARCHES).await?.into_iter().map(searched).collect(),
        without: app
            .curation
            .without_result(&language, since, SEARCHES)
            .await?
            .into_iter()
            .map(searched)
            .collect(),
        searches_in: language.clone(),
        sees_money: permission::allows("/admin/numbers/money", staff.role),
        range: range.view(PATH),
    };
    let status = if range.problem { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    page_with(
        &app,
        &staff,
        status,
        PATH,
        "title-admin-numbers",
        "admin/numbers-readers.html",
        "readers",
        view,
    )
}

fn sum(counts: &[LocaleCount], of: impl Fn(&LocaleCount) -> i64) -> i64 {
    counts.iter().map(of).sum()
}

pub(super) fn figures(now: &[LocaleCount], before: &[LocaleCount]) -> Vec<FigureView> {
    let of = |state: State| move |count: &LocaleCount| if count.state == state { count.reads } else { 0 };
    let both = |word, of: &dyn Fn(&LocaleCount) -> i64| figure(word, sum(now, of), sum(before, of));
    vec![
        both("reads", &|count| count.reads),
        both("visitors", &of(State::Visitor)),
        both("members", &of(State::Member)),
        both("subscribers", &of(State::Subscriber)),
        both("walled", &|count| count.walled),
    ]
}

fn by_day_chart(counts: &[DayCount], days: Days) -> ChartView {
    let (bars, weekly) = bars(days);
    let mut series = State::ALL.map(|_| vec![0; bars.len()]);
    for count in counts {
        let place = State::ALL.iter().position(|state| *state == count.state).unwrap_or(0);
        if let Some(value) = series[place].get_mut(bar_of(&bars, count.day)) {
            *value += count.reads;
        }
    }
    let rows = bars.iter().enumerate().map(|(place, bar)| RowView {
        day: bar.first.to_string(),
        values: series.iter().map(|values| values[place]).collect(),
        money: None,
    });
    let rows = rows.collect();
    let [visitors, members, subscribers] = series;
    let (axis, shapes) =
        chart::stacked(&[("subscriber", subscribers), ("member", members), ("visitor", visitors)]);
    ChartView { id: "reads".to_owned(), axis, money: None, series: shapes, zero: None, weekly, rows }
}

fn languages(staff: &Staff, counts: &[LocaleCount], found: &Stories) -> Vec<LanguageLineView> {
    let all = sum(counts, |count| count.reads).max(1);
    let mut lines: BTreeMap<&Locale, LanguageLineView> = BTreeMap::new();
    for count in counts {
        let line = lines.entry(&count.locale).or_insert_with(|| LanguageLineView {
            language: build::language(&count.locale, &staff.locale, String::new()),
            reads: [0; 3],
            readers: 0,
            walled: 0,
            subscribed: found.subscribed.get(&count.locale).copied().unwrap_or(0),
            share: 0,
        });
        let place = State::ALL.iter().position(|state| *state == count.state).unwrap_or(0);
        line.reads[place] += count.reads;
        line.readers += count.readers;
        line.walled += count.walled;
        line.share = line.reads.iter().sum::<i64>() * 1_000 / all;
    }
    let mut lines: Vec<_> = lines.into_values().collect();
    lines.sort_by_key(|line| std::cmp::Reverse(line.share));
    lines
}

/// Readers, those who met the wall, those who looked what subscribing costs, those who subscribed.
fn funnel(counts: &[LocaleCount], found: &Stories) -> Vec<StepView> {
    let steps = [
        ("readers", sum(counts, |count| count.readers)),
        ("walled", sum(counts, |count| count.walled)),
        ("opened", found.opened),
        ("subscribed", found.subscribed.values().sum()),
    ];
    let most = steps.iter().map(|(_, count)| *count).max().unwrap_or(0).max(1);
    let before = std::iter::once(None).chain(steps.iter().map(|(_, count)| Some(*count)));
    steps
        .iter()
        .zip(before)
        .map(|((word, count), before)| StepView {
            word,
            count: *count,
            share: count * 1_000 / most,
            rate: before.and_then(|before| rate(*count, before)),
        })
        .collect()
}

async fn lines(app: &App, staff: &Staff, list: Vec<Story>) -> Result<Vec<StoryLineView>, Failure> {
    let named = names(app, list.iter().map(|story| (story.count.article, &story.count.locale))).await?;
    let lines = list.into_iter().map(|story| {
        let heading = named.get(&(story.count.article, story.count.locale.clone()));
        StoryLineView {
            title: heading.map(|(title, _)| title.clone()),
            href: heading.map(|(_, slug)| address::text(&story.count.locale, slug)).unwrap_or_default(),
            language: build::language(&story.count.locale, &staff.locale, String::new()),
            reads: story.count.reads,
            readers: story.count.readers,
            walled: story.count.walled,
            opened: story.opened,
            subscribed: story.subscribed,
        }
    });
    Ok(lines.collect())
}

/// Titles and slugs of stories in languages; those that aren't published there are left out. One
/// query a language.
pub(super) async fn names<'a>(
    app: &App,
    stories: impl Iterator<Item = (ArticleId, &'a Locale)>,
) -> Result<HashMap<(ArticleId, Locale), (String, String)>, Failure> {
    let mut by_locale: BTreeMap<&Locale, Vec<ArticleId>> = BTreeMap::new();
    for (article, locale) in stories {
        by_locale.entry(locale).or_default().push(article);
    }
    let mut named = HashMap::new();
    for (locale, articles) in by_locale {
        for heading in app.content.headings(&articles, locale).await? {
            if heading.locale == *locale {
                named.insert((heading.article, heading.locale), (heading.title, heading.slug));
            }
        }
    }
    Ok(named)
}
