//! `/admin/translate`: what there is to translate into a language.

use accounts::Member;
use axum::extract::{Query, State};
use axum::response::Response;
use content::markdown::title_plain;
use content::{DeskEntry, State as TextState, Wanted};
use jiff::civil::Date;
use kernel::Locale;
use serde::Deserialize;

use super::show::name_of;
use super::{address, glossary};
use crate::admin::paging::{self, pager};
use crate::admin::{Staff, page};
use crate::app::App;
use crate::extract::PageNumber;
use crate::failure::Failure;
use crate::view::build;
use crate::view::desk::Choice;
use crate::view::translate::{EntryView, ListView, TranslateDeskView};

const PATH: &str = "/admin/translate";

#[derive(Deserialize)]
pub(crate) struct Asked {
    locale: Option<String>,
    list: Option<String>,
}

/// `GET`
pub(crate) async fn show(
    State(app): State<App>,
    staff: Staff,
    Query(asked): Query<Asked>,
    PageNumber(number): PageNumber,
) -> Result<Response, Failure> {
    let locale = chosen(&staff, asked.locale.as_deref()).ok_or(Failure::NotFound)?;
    let wanted = asked.list.as_deref().and_then(Wanted::parse).unwrap_or(Wanted::Missing);
    let stretch = paging::stretch(number);
    let mut entries = app.content.translation_desk(&locale, wanted, stretch.offset, stretch.limit).await?;
    let more = paging::more(&mut entries);
    // Few, and known by name: one query.
    let is_assigned = entries.iter().any(|entry| entry.assignee.is_some());
    let people = if is_assigned { app.accounts.staff().await? } else { Vec::new() };
    let today = staff.publication.site.time_zone.to_datetime(app.clock.now()).date();
    let counts = app.content.translation_counts(&locale).await?;
    let list = |wanted: Wanted| format!("{PATH}?locale={locale}&list={}", wanted.as_str());
    let view = TranslateDeskView {
        locales: locales(&staff, &locale),
        target: build::language(&locale, &staff.locale, String::new()),
        glossary: glossary::others(&staff, &locale).next().map(|from| glossary::address(from, &locale)),
        lists: Wanted::ALL
            .into_iter()
            .map(|each| ListView {
                word: each.as_str(),
                href: list(each),
                count: counts.of(each),
                current: each == wanted,
            })
            .collect(),
        entries: entries.iter().map(|entry| entry_view(&staff, entry, &locale, &people, today)).collect(),
        pager: pager(number, more, |page| format!("{}&page={page}", list(wanted))),
    };
    page(&app, &staff, PATH, "title-admin-translate", "admin/translate-desk.html", "desk", view)
}

/// The languages of the site that they work in, in its order.
fn own(staff: &Staff) -> Vec<&Locale> {
    let offered = staff.publication.site.locales.iter().map(|offered| &offered.locale);
    offered.filter(|locale| staff.works_in(locale)).collect()
}

/// The language that was asked for, if they work in it; else the first they do, other than the one
/// that most is written in.
pub(super) fn chosen(staff: &Staff, asked: Option<&str>) -> Option<Locale> {
    let own = own(staff);
    if let Some(asked) = asked {
        return own.into_iter().find(|locale| locale.as_str() == asked).cloned();
    }
    let default = &staff.publication.site.default_locale;
    own.iter().find(|locale| **locale != default).or(own.first()).map(|locale| (*locale).clone())
}

pub(super) fn locales(staff: &Staff, chosen: &Locale) -> Vec<Choice> {
    let choice = |locale: &Locale| Choice {
        word: locale.to_string(),
        name: build::language(locale, &staff.locale, String::new()).name,
        chosen: locale == chosen,
    };
    own(staff).into_iter().map(choice).collect()
}

fn entry_view(
    staff: &Staff,
    entry: &DeskEntry,
    locale: &Locale,
    people: &[Member],
    today: Date,
) -> EntryView {
    let translation = entry.translation.as_ref();
    EntryView {
        href: address(entry.article, locale),
        title: title_plain(&entry.title),
        source: build::language(&entry.source_locale, &staff.locale, String::new()),
        state: translation.map(|translation| translation.state.as_str()),
        is_stale: translation.is_some_and(|translation| translation.is_stale),
        in_review: translation.is_some_and(|translation| translation.in_review),
        is_ahead: translation.is_some_and(|translation| translation.is_ahead),
        source_is_live: entry.source_state == TextState::Published,
        changed_at: build::rfc3339(entry.changed_at),
        assignee: people.iter().find(|member| Some(member.id) == entry.assignee).map(name_of),
        due: entry.due.map(|due| due.to_string()),
        is_overdue: entry.due.is_some_and(|due| due < today),
    }
}
