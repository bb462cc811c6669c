//! `/admin/settings/menus`: what stands at the head and foot of every page, by language.

use axum::Form;
use axum::extract::{Query, State};
use axum::response::Response;
use content::{Setting, StoreError};
use http::StatusCode;
use kernel::Locale;
use serde::Deserialize;
use serde_json::json;

use super::{Wrong, target};
use crate::admin::fields::Fields;
use crate::admin::search::{chosen, locales, query};
use crate::admin::{Done, Staff, page_with};
use crate::app::App;
use crate::extract::see_other;
use crate::failure::Failure;
use crate::menu::{Entry, Menu, Menus, SETTING};
use crate::view::settings::{EntryView, MenuView, MenusView};

const PATH: &str = "/admin/settings/menus";
/// Entries of a menu at most, and empty lines that are offered.
const MOST: usize = 20;
const EMPTY: usize = 3;
/// Letters of a word.
const LETTERS: usize = 60;

#[derive(Deserialize)]
pub(crate) struct Asked {
    locale: Option<String>,
}

/// `GET`
pub(crate) async fn show(
    State(app): State<App>,
    staff: Staff,
    Query(asked): Query<Asked>,
    Query(done): Query<Done>,
) -> Result<Response, Failure> {
    let kept: Setting<Menus> = app.content.setting(SETTING).await?;
    let locale = chosen(&staff, asked.locale.as_deref());
    page(&app, &staff, &locale, &kept, None, done.of(&["saved"]), None)
}

/// `POST`: both menus of a language.
pub(crate) async fn save(
    State(app): State<App>,
    staff: Staff,
    Form(fields): Form<Fields>,
) -> Result<Response, Failure> {
    let kept: Setting<Menus> = app.content.setting(SETTING).await?;
    let locale = chosen(&staff, Some(fields.get("locale")));
    let wrong = match (entries(&fields, "header"), entries(&fields, "footer")) {
        (Err(wrong), _) | (_, Err(wrong)) => wrong,
        (Ok(header), Ok(footer)) => {
            let mut menus = kept.value.clone();
            let menu = Menu { header, footer };
            let detail = json!({ "locale": locale, "before": menus.of(&locale), "after": menu });
            if menu == Menu::default() {
                menus.0.remove(locale.as_str());
            } else {
                menus.0.insert(locale.to_string(), menu);
            }
            let seen = fields.get("version").parse().unwrap_or(-1);
            match app.content.save_setting(SETTING, seen, &menus).await {
                Ok(()) => {
                    staff.record(&app, "menus-changed", "site", &detail).await?;
                    app.publications.forget();
                    return see_other(&format!("{PATH}?{}&done=saved", query("locale", locale.as_str())));
                }
                Err(StoreError::SettingsChanged) => Wrong::late(),
                Err(error) => return Err(error.into()),
            }
        }
    };
    page(&app, &staff, &locale, &kept, Some(&fields), None, Some(wrong))
}

/// The entries of a menu in the order of their places; a line without word and address is none.
fn entries(fields: &Fields, menu: &str) -> Result<Vec<Entry>, Wrong> {
    let mut entries: Vec<(u32, Entry)> = Vec::new();
    for line in 0..MOST {
        let field = |part: &str| format!("{menu}-{part}-{line}");
        let (label, address) = (fields.get(&field("label")), fields.get(&field("address")));
        if label.is_empty() && address.is_empty() {
            continue;
        }
        if label.is_empty() || label.chars().count() > LETTERS {
            return Err(Wrong::new("label", field("label")));
        }
        let address = target(address).ok_or_else(|| Wrong::new("address", field("address")))?;
        let place = fields.number(&field("place")).map_err(|()| Wrong::new("place", field("place")))?;
        entries.push((place.unwrap_or(u32::MAX), Entry { label: label.to_owned(), address }));
    }
    entries.sort_by_key(|(place, _)| *place);
    Ok(entries.into_iter().map(|(_, entry)| entry).collect())
}

fn page(
    app: &App,
    staff: &Staff,
    locale: &Locale,
    kept: &Setting<Menus>,
    typed: Option<&Fields>,
    done: Option<&'static str>,
    wrong: Option<Wrong>,
) -> Result<Response, Failure> {
    let known = kept.value.of(locale).cloned().unwrap_or_default();
    let menu = |name: &'static str, entries: &[Entry]| {
        let lines = if typed.is_some() { MOST } else { (entries.len() + EMPTY).min(MOST) };
        let lines = (0..lines).map(|line| {
            let text = |part: &str, kept: String| {
                typed.map_or(kept, |typed| typed.get(&format!("{name}-{part}-{line}")).to_owned())
            };
            let entry = entries.get(line);
            EntryView {
                line,
                label: text("label", entry.map(|entry| entry.label.clone()).unwrap_or_default()),
                address: text("address", entry.map(|entry| entry.address.clone()).unwrap_or_default()),
                place: text("place", (line + 1).to_string()),
            }
        });
        MenuView { name, entries: lines.collect() }
    };
    let status = wrong.as_ref().map_or(StatusCode::OK, Wrong::status);
    let view = MenusView {
        version: kept.version.to_string(),
        locales: locales(staff, locale),
        locale: locale.clone(),
        dir: locale.direction(),
        menus: vec![menu("header", &known.header), menu("footer", &known.footer)],
        done,
        wrong: wrong.map(Into::into),
    };
    page_with(app, staff, status, PATH, "title-admin-menus", "admin/settings-menus.html", "settings", view)
}
