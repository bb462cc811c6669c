//! `/setup`: the page, and what comes of it.

use accounts::{Actor, Role, device_label};
use axum::Form;
use axum::extract::{Query, State};
use axum::response::Response;
use http::{HeaderMap, Method, StatusCode};
use jiff::tz::TimeZone;
use kernel::Locale;
use minijinja::context;
use minijinja::value::Serde;
use serde::{Deserialize, Serialize};

use super::form::{self, Wanted};
use super::is_same;
use crate::admin::fields::Fields;
use crate::admin::staff::{Caller, entered};
use crate::app::App;
use crate::failure::Failure;
use crate::http::{ClientAddress, Encoded, Freshness, user_agent};
use crate::i18n::accepted;
use crate::view::build;
use crate::view::setup::{SetupView, TongueView};

#[derive(Default, Deserialize)]
#[serde(default)]
pub(crate) struct Asked {
    token: String,
    locale: String,
}

/// `GET`
pub(crate) async fn show(
    State(app): State<App>,
    headers: HeaderMap,
    Query(asked): Query<Asked>,
) -> Result<Response, Failure> {
    let locale = language(&app, &asked.locale, &headers);
    match app.setup.token() {
        None => Err(Failure::NotFound),
        Some(known) if is_same(&known, &asked.token) => {
            let view = view(&app, &locale, asked.token, &Fields::default(), None);
            page(&app, &locale, StatusCode::OK, "setup.html", view)
        }
        Some(_) => waiting(&app, &headers),
    }
}

/// `POST`: makes the publication and its owner, who is signed in then.
pub(crate) async fn complete(
    State(app): State<App>,
    client: ClientAddress,
    headers: HeaderMap,
    Form(fields): Form<Fields>,
) -> Result<Response, Failure> {
    let locale = language(&app, fields.get("ui"), &headers);
    let token = fields.get("token").to_owned();
    match app.setup.token() {
        None => return Err(Failure::NotFound),
        Some(known) if is_same(&known, &token) => {}
        Some(_) => return waiting(&app, &headers),
    }
    let wanted = match form::read(&fields) {
        Ok(wanted) => wanted,
        Err(problem) => {
            let view = view(&app, &locale, token, &fields, Some(problem));
            return page(&app, &locale, StatusCode::UNPROCESSABLE_ENTITY, "setup.html", view);
        }
    };
    if !app.setup.take(&token) {
        return Err(Failure::NotFound);
    }
    let caller = Caller::of(&app, client, &headers);
    let actor = Actor {
        name: "set-up".to_owned(),
        network: app.accounts.network_mark(&client.network()),
        device: device_label(user_agent(&headers)),
    };
    match make(&app, wanted, actor).await {
        Ok(owner) => {
            app.publications.forget();
            let in_ = app.accounts.enter_new(owner, caller.visit()).await?;
            entered(&app, &headers, &in_, "/admin").await
        }
        Err(error) => {
            // Nothing is lost: the same page works once more.
            app.setup.set(Some(token));
            Err(error)
        }
    }
}

/// The owner comes first: a publication without one could be set up by nobody.
async fn make(app: &App, wanted: Wanted, actor: Actor) -> Result<kernel::MemberId, Failure> {
    let Wanted { site, email, languages, password } = wanted;
    let owner = app.accounts.ensure_member(&email, "", &languages).await?;
    app.accounts.set_role(owner.id, Some(Role::Owner), actor.clone()).await?;
    app.accounts.set_password(owner.id, &password, None, actor).await?;
    app.content.save_site(&site).await?;
    Ok(owner.id)
}

/// What every page says until then.
pub(super) fn waiting(app: &App, headers: &HeaderMap) -> Result<Response, Failure> {
    let locale = language(app, "", headers);
    page(app, &locale, StatusCode::SERVICE_UNAVAILABLE, "setup-waiting.html", ())
}

/// A language of the interface: the one that was chosen, or one that the reader knows.
fn language(app: &App, chosen: &str, headers: &HeaderMap) -> Locale {
    let header = headers.get(http::header::ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok());
    let known = app.theme.texts().languages();
    let wanted = chosen.parse::<Locale>().into_iter().chain(accepted(header.unwrap_or_default()));
    accounts::best_of(wanted.collect::<Vec<_>>().iter(), &known).unwrap_or_else(crate::i18n::Texts::reference)
}

fn view(
    app: &App,
    locale: &Locale,
    token: String,
    fields: &Fields,
    problem: Option<&'static str>,
) -> SetupView {
    let fresh = fields.get("token").is_empty();
    let tongues = app.theme.texts().languages();
    let ticked = |own: &Locale| {
        if fresh { own == locale } else { fields.all("locale").any(|tag| tag == own.as_str()) }
    };
    let default = if fresh { locale.as_str() } else { fields.get("default") };
    let zone = if fresh { "UTC" } else { fields.get("time-zone") };
    let tongue = |own: &Locale| TongueView {
        tag: own.clone(),
        name: build::language(own, locale, String::new()).autonym,
        ticked: ticked(own),
        chosen: own.as_str() == default,
        current: own == locale,
    };
    let (own, password) = match problem {
        Some("short" | "long" | "known" | "common") => (None, problem),
        other => (other, None),
    };
    SetupView {
        token,
        tongues: tongues.iter().map(tongue).collect(),
        time_zones: jiff::tz::db().available().map(|name| name.as_str().to_owned()).collect(),
        name: fields.get("name").to_owned(),
        tagline: fields.get("tagline").to_owned(),
        other_locales: fields.get("other-locales").to_owned(),
        default: default.to_owned(),
        time_zone: zone.to_owned(),
        email: fields.get("email").to_owned(),
        problem: own,
        password_problem: password,
    }
}

fn page(
    app: &App,
    locale: &Locale,
    status: StatusCode,
    template: &str,
    view: impl Serialize,
) -> Result<Response, Failure> {
    let context = context! {
        page => context! { lang => locale.as_str(), ui_lang => locale.as_str(), dir => Serde(locale.direction()) },
        setup => Serde(view),
    };
    let html = app.theme.render(template, locale, &TimeZone::UTC, context)?;
    let answer = Encoded::html(html).answer_with(status, &Method::GET, &HeaderMap::new(), Freshness::Never);
    Ok(answer.map(axum::body::Body::new))
}
