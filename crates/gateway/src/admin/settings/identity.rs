//! `/admin/settings`: name and line in each language, the languages offered, time zone, contact.

use axum::Form;
use axum::extract::{Query, State};
use axum::response::Response;
use content::{Site, SiteLocale, StoreError};
use http::StatusCode;
use jiff::tz::TimeZone;
use kernel::Locale;
use serde_json::{Value, json};

use super::{Wrong, mark};
use crate::admin::fields::Fields;
use crate::admin::{Done, Staff, page_with};
use crate::app::App;
use crate::extract::see_other;
use crate::failure::Failure;
use crate::view::build;
use crate::view::desk::Choice;
use crate::view::settings::{IdentityView, OfferedView, WrongView};

const PATH: &str = "/admin/settings";

/// `GET`
pub(crate) async fn show(
    State(app): State<App>,
    staff: Staff,
    Query(done): Query<Done>,
) -> Result<Response, Failure> {
    let site = app.content.site().await?;
    page(&app, &staff, &site, None, done.of(&["saved"]), None)
}

/// `POST`
pub(crate) async fn save(
    State(app): State<App>,
    staff: Staff,
    Form(fields): Form<Fields>,
) -> Result<Response, Failure> {
    let before = app.content.site().await?;
    let wrong = match read(&before, &fields) {
        _ if fields.get("seen") != mark(&before) => Wrong::late(),
        Err(wrong) => wrong,
        Ok(after) => match app.content.revise_site(&before, &after).await {
            Ok(()) => {
                let detail = json!({ "before": told(&before), "after": told(&after) });
                staff.record(&app, "site-changed", "site", &detail).await?;
                app.publications.forget();
                return see_other(&format!("{PATH}?done=saved"));
            }
            Err(StoreError::SettingsChanged) => Wrong::late(),
            Err(error) => return Err(error.into()),
        },
    };
    page(&app, &staff, &before, Some(&fields), None, Some(wrong))
}

/// The settings as the audit trail tells them.
fn told(site: &Site) -> Value {
    let locales = site
        .locales
        .iter()
        .map(|offered| json!({ "locale": offered.locale, "name": offered.name, "tagline": offered.tagline }));
    json!({
        "locales": locales.collect::<Vec<_>>(),
        "default": site.default_locale,
        "time_zone": site.time_zone.iana_name(),
        "has_contact": site.contact.is_some(),
    })
}

/// What a form says, on the settings as they are.
fn read(before: &Site, fields: &Fields) -> Result<Site, Wrong> {
    let mut locales: Vec<(u32, SiteLocale)> = Vec::new();
    for offered in &before.locales {
        let locale = &offered.locale;
        if !fields.get(&format!("remove-{locale}")).is_empty() {
            continue;
        }
        let place = format!("place-{locale}");
        let order = fields.number(&place).map_err(|()| Wrong::new("place", &*place))?;
        let named = offer(fields, locale.clone(), &format!("name-{locale}"), &format!("tagline-{locale}"))?;
        locales.push((order.unwrap_or(u32::MAX), named));
    }
    let added = fields.get("add");
    if !added.is_empty() {
        let locale: Locale = added.parse().map_err(|_| Wrong::new("locale", "add"))?;
        if before.locales.iter().any(|offered| offered.locale == locale) {
            return Err(Wrong::new("locale", "add"));
        }
        locales.push((u32::MAX, offer(fields, locale, "add-name", "add-tagline")?));
    }
    locales.sort_by_key(|(place, _)| *place);
    let locales: Vec<SiteLocale> = locales.into_iter().map(|(_, offered)| offered).collect();
    let default = locales.iter().map(|offered| &offered.locale);
    let default = default.into_iter().find(|locale| locale.as_str() == fields.get("default"));
    let zone = TimeZone::get(fields.get("zone")).ok().filter(|zone| zone.iana_name().is_some());
    let contact = match fields.get("contact") {
        "" => None,
        address => Some(address.parse().map_err(|_| Wrong::new("contact", "contact"))?),
    };
    Ok(Site {
        default_locale: default.cloned().ok_or_else(|| Wrong::new("default", "default"))?,
        time_zone: zone.ok_or_else(|| Wrong::new("zone", "zone"))?,
        teaser_paragraphs: before.teaser_paragraphs,
        contact,
        locales,
    })
}

fn offer(fields: &Fields, locale: Locale, name: &str, tagline: &str) -> Result<SiteLocale, Wrong> {
    let (named, line) = (fields.get(name), fields.get(tagline));
    if named.is_empty() || named.chars().count() > 80 {
        return Err(Wrong::new("name", name));
    }
    if line.chars().count() > 160 {
        return Err(Wrong::new("tagline", tagline));
    }
    Ok(SiteLocale { locale, name: named.to_owned(), tagline: line.to_owned() })
}

fn page(
    app: &App,
    staff: &Staff,
    site: &Site,
    typed: Option<&Fields>,
    done: Option<&'static str>,
    wrong: Option<Wrong>,
) -> Result<Response, Failure> {
    let text =
        |name: &str, kept: &str| typed.map_or_else(|| kept.to_owned(), |typed| typed.get(name).to_owned());
    let default = text("default", site.default_locale.as_str());
    let language = |locale: &Locale| build::language(locale, &staff.locale, String::new());
    let locales = site.locales.iter().zip(1..).map(|(offered, place)| {
        let locale = &offered.locale;
        OfferedView {
            name: text(&format!("name-{locale}"), &offered.name),
            tagline: text(&format!("tagline-{locale}"), &offered.tagline),
            place: text(&format!("place-{locale}"), &place.to_string()),
            remove: typed.is_some_and(|typed| !typed.get(&format!("remove-{locale}")).is_empty()),
            language: language(locale),
        }
    });
    let defaults = site.locales.iter().map(|offered| Choice {
        word: offered.locale.to_string(),
        name: language(&offered.locale).name,
        chosen: offered.locale.as_str() == default,
    });
    let status = wrong.as_ref().map_or(StatusCode::OK, Wrong::status);
    let view = IdentityView {
        seen: mark(site),
        locales: locales.collect(),
        defaults: defaults.collect(),
        add: text("add", ""),
        add_name: text("add-name", ""),
        add_tagline: text("add-tagline", ""),
        zone: text("zone", site.time_zone.iana_name().unwrap_or("UTC")),
        contact: text("contact", &site.contact.as_ref().map(ToString::to_string).unwrap_or_default()),
        done,
        wrong: wrong.map(WrongView::from),
    };
    page_with(
        app,
        staff,
        status,
        PATH,
        "title-admin-settings",
        "admin/settings-identity.html",
        "settings",
        view,
    )
}

impl From<Wrong> for WrongView {
    fn from(wrong: Wrong) -> Self {
        Self { problem: wrong.problem, field: wrong.field }
    }
}
