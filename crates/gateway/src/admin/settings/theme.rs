//! `/admin/settings/theme`: colours and type, with a preview of the front page.

use axum::Form;
use axum::extract::{Query, State};
use axum::response::Response;
use content::{Setting, StoreError};
use http::header::{CONTENT_SECURITY_POLICY, X_FRAME_OPTIONS};
use http::{HeaderValue, Method, StatusCode};
use serde_json::json;
use url::form_urlencoded;

use super::Wrong;
use crate::admin::fields::Fields;
use crate::admin::{Done, Staff, page_with};
use crate::app::App;
use crate::extract::see_other;
use crate::failure::Failure;
use crate::http::{Encoded, FRAMING_OWN, Freshness, SANDBOXED};
use crate::look::{Colour, LEAST, Look, Palette, SETTING, Type};
use crate::public::front;
use crate::view::desk::Choice;
use crate::view::settings::{ColourView, PaletteView, ThemeView};

const PATH: &str = "/admin/settings/theme";

/// `GET`
pub(crate) async fn show(
    State(app): State<App>,
    staff: Staff,
    Query(done): Query<Done>,
) -> Result<Response, Failure> {
    let kept: Setting<Look> = app.content.setting(SETTING).await?;
    page(&app, &staff, &kept, None, done.of(&["saved"]), None)
}

/// `POST`: takes effect on every page at once.
pub(crate) async fn save(
    State(app): State<App>,
    staff: Staff,
    Form(fields): Form<Fields>,
) -> Result<Response, Failure> {
    let before: Setting<Look> = app.content.setting(SETTING).await?;
    let chosen = if fields.get("reset").is_empty() { readable(&fields) } else { Ok(Look::default()) };
    let wrong = match chosen {
        Err(wrong) => wrong,
        Ok(look) => {
            let seen = fields.get("version").parse().unwrap_or(-1);
            match app.content.save_setting(SETTING, seen, &look).await {
                Ok(()) => {
                    let detail = json!({ "before": before.value, "after": look });
                    staff.record(&app, "theme-changed", "site", &detail).await?;
                    app.publications.forget();
                    return see_other(&format!("{PATH}?done=saved"));
                }
                Err(StoreError::SettingsChanged) => Wrong::late(),
                Err(error) => return Err(error.into()),
            }
        }
    };
    page(&app, &staff, &before, Some(&fields), None, Some(wrong))
}

/// `GET …/preview`: the front page in colours that aren't saved, for a frame.
pub(crate) async fn preview(
    State(app): State<App>,
    staff: Staff,
    Query(fields): Query<Fields>,
) -> Result<Response, Failure> {
    let look = read(&fields).map_err(|_| Failure::BadRequest)?;
    let sheet = format!("{PATH}/sheet?{}", query(look));
    let html = front::preview(&app, &staff.locale, sheet).await?;
    let mut answer = answered(&Encoded::html(html));
    let headers = answer.headers_mut();
    headers.insert(CONTENT_SECURITY_POLICY, HeaderValue::from_static(SANDBOXED));
    headers.insert(X_FRAME_OPTIONS, HeaderValue::from_static("SAMEORIGIN"));
    Ok(answer)
}

/// `GET …/sheet`: the style sheet of that page.
pub(crate) async fn sheet(_: Staff, Query(fields): Query<Fields>) -> Result<Response, Failure> {
    let look = read(&fields).map_err(|_| Failure::BadRequest)?;
    Ok(answered(&Encoded::new(look.css(), "text/css; charset=utf-8")))
}

fn answered(body: &Encoded) -> Response {
    let answer = body.answer_with(StatusCode::OK, &Method::GET, &http::HeaderMap::new(), Freshness::Never);
    answer.map(axum::body::Body::new)
}

/// What a form says; a colour that isn't there is the theme's.
fn read(fields: &Fields) -> Result<Look, Wrong> {
    let own = Look::default();
    let colour = |name: &str, own: Colour| match fields.get(name) {
        "" => Ok(own),
        text => Colour::parse(text).ok_or_else(|| Wrong::new("colour", name)),
    };
    let palette = |name: &str, own: Palette| {
        Ok(Palette {
            paper: colour(&format!("{name}-paper"), own.paper)?,
            ink: colour(&format!("{name}-ink"), own.ink)?,
            accent: colour(&format!("{name}-accent"), own.accent)?,
        })
    };
    let fonts = match fields.get("type") {
        "" => Type::default(),
        name => Type::named(name).ok_or_else(|| Wrong::new("type", "type"))?,
    };
    Ok(Look { light: palette("light", own.light)?, dark: palette("dark", own.dark)?, fonts })
}

/// The same, if it can be read.
fn readable(fields: &Fields) -> Result<Look, Wrong> {
    let look = read(fields)?;
    for (name, palette) in [("light", look.light), ("dark", look.dark)] {
        for (part, contrast) in ["ink", "accent"].into_iter().zip(palette.contrasts()) {
            if contrast < LEAST {
                return Err(Wrong::new("contrast", format!("{name}-{part}")));
            }
        }
    }
    Ok(look)
}

/// A look as a query.
fn query(look: Look) -> String {
    let mut query = form_urlencoded::Serializer::new(String::new());
    for (name, palette) in [("light", look.light), ("dark", look.dark)] {
        for (part, colour) in [("paper", palette.paper), ("ink", palette.ink), ("accent", palette.accent)] {
            query.append_pair(&format!("{name}-{part}"), &colour.css());
        }
    }
    let fonts = Type::ALL.iter().find(|(fonts, _)| *fonts == look.fonts);
    query.append_pair("type", fonts.map_or("", |(_, name)| name));
    query.finish()
}

fn page(
    app: &App,
    staff: &Staff,
    kept: &Setting<Look>,
    typed: Option<&Fields>,
    done: Option<&'static str>,
    wrong: Option<Wrong>,
) -> Result<Response, Failure> {
    // What can be shown of what was typed; the rest is as it is kept.
    let shown = typed.and_then(|typed| read(typed).ok()).unwrap_or(kept.value);
    let palette = |name: &'static str, palette: Palette| {
        let [ink, accent] =
            palette.contrasts().map(|contrast| format!("{:.1}", (contrast * 10.0).floor() / 10.0));
        let parts = [
            ("paper", palette.paper, None),
            ("ink", palette.ink, Some(ink)),
            ("accent", palette.accent, Some(accent)),
        ];
        let colour = |(part, colour, contrast): (&'static str, Colour, Option<String>)| {
            let field = format!("{name}-{part}");
            let value = typed.map(|typed| typed.get(&field)).filter(|typed| !typed.is_empty());
            ColourView { part, value: value.map_or_else(|| colour.css(), str::to_owned), field, contrast }
        };
        PaletteView { name, colours: parts.into_iter().map(colour).collect() }
    };
    let status = wrong.as_ref().map_or(StatusCode::OK, Wrong::status);
    let types = Type::ALL.iter().map(|(fonts, name)| Choice {
        word: (*name).to_owned(),
        name: String::new(),
        chosen: *fonts == shown.fonts,
    });
    let view = ThemeView {
        version: kept.version.to_string(),
        palettes: vec![palette("light", shown.light), palette("dark", shown.dark)],
        types: types.collect(),
        preview: format!("{PATH}/preview?{}", query(shown)),
        done,
        wrong: wrong.map(Into::into),
    };
    let mut answer = page_with(
        app,
        staff,
        status,
        PATH,
        "title-admin-theme",
        "admin/settings-theme.html",
        "settings",
        view,
    )?;
    answer.headers_mut().insert(CONTENT_SECURITY_POLICY, HeaderValue::from_static(FRAMING_OWN));
    Ok(answer)
}
