//! `/admin/numbers/money`: what subscriptions bring in a month, and how many come and go.

use std::collections::BTreeSet;

use axum::extract::{Query, State};
use axum::response::Response;
use billing::{Revenue, RevenueDay};
use http::StatusCode;
use jiff::Timestamp;
use jiff::tz::TimeZone;
use kernel::{Currency, Money};
use numbers::{Day, Days};

use super::range::{Asked, Range};
use super::{bars, change, chart, figure, rate, today};
use crate::admin::{Staff, page_with};
use crate::app::App;
use crate::failure::Failure;
use crate::view::numbers::{ChangeView, ChartView, FigureView, MoneyView, RowView};

const PATH: &str = "/admin/numbers/money";

/// `GET`
pub(crate) async fn show(
    State(app): State<App>,
    staff: Staff,
    Query(asked): Query<Asked>,
) -> Result<Response, Failure> {
    let (zone, today) = today(&app, &staff);
    let range = Range::of(asked, today);
    let now = app.clock.now();
    let (bars, weekly) = bars(range.days);
    let revenue = revenue(&app, &zone, &bars, now).await?;
    let days_before = range.days.before();
    let before = self::revenue(&app, &zone, &[days_before], now).await?;
    let rows = || bars.iter().map(|bar| bar.first.to_string());
    let monthly = currencies(&revenue).into_iter().map(|currency| {
        let amounts: Vec<Money> = revenue.at.iter().map(|day| of(day, currency)).collect();
        let minor: Vec<i64> = amounts.iter().map(|money| money.minor).collect();
        let (axis, series) = chart::area("monthly", &minor);
        ChartView {
            id: format!("monthly-{}", currency.code().to_lowercase()),
            money: Some([axis.top, axis.bottom].map(|minor| Money::new(minor, currency))),
            axis,
            series,
            zero: None,
            weekly,
            rows: rows()
                .zip(amounts)
                .map(|(day, money)| RowView { day, values: Vec::new(), money: Some(money) })
                .collect(),
        }
    });
    let (axis, series, zero) = chart::up_and_down(("new", &revenue.new), ("ended", &revenue.ended));
    let movement = ChartView {
        id: "movement".to_owned(),
        axis,
        money: None,
        series,
        zero: Some(zero),
        weekly,
        rows: rows()
            .zip(revenue.new.iter().zip(&revenue.ended).zip(&revenue.at))
            .map(|(day, ((new, ended), at))| RowView {
                day,
                values: vec![*new, *ended, at.paying],
                money: None,
            })
            .collect(),
    };
    let view = MoneyView {
        figures: figures(&revenue, &before),
        monthly: monthly.collect(),
        movement,
        range: range.view(PATH),
    };
    let status = if range.problem { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    page_with(&app, &staff, status, PATH, "title-admin-revenue", "admin/numbers-money.html", "money", view)
}

/// How subscriptions fared over these stretches: at the end of each, or now.
pub(super) async fn revenue(
    app: &App,
    zone: &TimeZone,
    bars: &[Days],
    now: Timestamp,
) -> Result<Revenue, Failure> {
    let start = bars.first().map_or(now, |bar| Day::from(bar.first).span(zone).0);
    let ends: Vec<_> = bars.iter().map(|bar| Day::from(bar.last).span(zone).1.min(now)).collect();
    Ok(app.billing.revenue(start, &ends).await?)
}

/// The currencies in which something came in.
pub(super) fn currencies(revenue: &Revenue) -> BTreeSet<Currency> {
    let days = revenue.at.iter().chain([&revenue.before]);
    days.flat_map(|day| day.monthly.keys().copied()).collect()
}

pub(super) fn of(day: &RevenueDay, currency: Currency) -> Money {
    day.monthly.get(&currency).copied().unwrap_or(Money::new(0, currency))
}

pub(super) fn figures(revenue: &Revenue, before: &Revenue) -> Vec<FigureView> {
    let none = RevenueDay::default();
    let last = revenue.at.last().unwrap_or(&none);
    let sum = |values: &[i64]| values.iter().sum::<i64>();
    let mut figures: Vec<FigureView> = currencies(revenue)
        .into_iter()
        .map(|currency| {
            let (now, then) = (of(last, currency), of(&revenue.before, currency));
            FigureView { money: Some(now), ..figure("monthly", now.minor, then.minor) }
        })
        .collect();
    figures.push(figure("paying", last.paying, revenue.before.paying));
    figures.push(figure("new", sum(&revenue.new), sum(&before.new)));
    figures.push(figure("ended", sum(&revenue.ended), sum(&before.ended)));
    let churn = |revenue: &Revenue| rate(sum(&revenue.ended), revenue.before.paying);
    let kept = |revenue: &Revenue| rate(revenue.trials_paid, revenue.trials_over);
    figures.extend(percent("churn", churn(revenue), churn(before)));
    figures.push(figure("trials", revenue.trials, before.trials));
    figures.extend(percent("trials-paid", kept(revenue), kept(before)));
    figures
}

/// A rate, and by how many points it has changed; none if there was nothing to take a part of.
fn percent(
    word: &'static str,
    now: Option<crate::view::numbers::Rate>,
    before: Option<crate::view::numbers::Rate>,
) -> Option<FigureView> {
    let now = now?;
    let change = match before {
        None => ChangeView { word: "new", by: 0 },
        Some(before) if before == now => change(0, 0),
        Some(before) => ChangeView {
            word: if now.tenths > before.tenths { "points-up" } else { "points-down" },
            by: ((now.tenths - before.tenths).abs() + 5) / 10,
        },
    };
    Some(FigureView { word, value: now.tenths, money: None, percent: true, change })
}
