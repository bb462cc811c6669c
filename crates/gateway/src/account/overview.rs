//! `GET /{locale}/account`: who I am, what I may read, where I am signed in.

use axum::extract::{Query, State};
use axum::response::Response;
use http::{HeaderMap, Method, StatusCode};
use kernel::Locale;
use kernel::access::{Held, Standing};
use serde::Deserialize;

use crate::address;
use crate::app::App;
use crate::courtesy;
use crate::extract::{Offered, see_other};
use crate::failure::Failure;
use crate::framing::{self, Head};
use crate::http::{Encoded, Freshness};
use crate::publication::Publication;
use crate::reader::Reader;
use crate::view::account::{AccountView, HoldingView, LanguageChoice, SessionView};
use crate::view::build;

#[derive(Deserialize)]
pub(crate) struct Asked {
    done: Option<String>,
}

pub(crate) async fn show(
    State(app): State<App>,
    Offered(locale, publication): Offered,
    reader: Reader,
    Query(asked): Query<Asked>,
) -> Result<Response, Failure> {
    let done = ["saved", "revoked"].into_iter().find(|done| asked.done.as_deref() == Some(done));
    page(&app, &publication, &locale, &reader, StatusCode::OK, Notice { done, problem: None }).await
}

/// What the page says about the form that was just sent.
#[derive(Default)]
pub(crate) struct Notice {
    pub(crate) done: Option<&'static str>,
    pub(crate) problem: Option<&'static str>,
}

/// The page, or the way to sign in.
pub(crate) async fn page(
    app: &App,
    publication: &Publication,
    locale: &Locale,
    reader: &Reader,
    status: StatusCode,
    notice: Notice,
) -> Result<Response, Failure> {
    let path = address::named(locale, "account");
    let Reader::SignedIn(signed_in) = reader else {
        return see_other(&address::sign_in(locale, &path));
    };
    let member = &signed_in.member;
    let sessions = app.accounts.sessions(member.id).await?;
    let plans = app.billing.plans().await?;
    let now = app.clock.now();
    let given = courtesy::current(app).await?.rules;
    let held = match &signed_in.standing {
        Standing::Member(holdings) => holdings.as_slice(),
        Standing::Visitor | Standing::Staff => &[],
    };
    let holdings = held.iter().filter_map(|holding| {
        let Held::Plan(key) = &holding.what else { return None };
        let plan = plans.iter().find(|plan| plan.key == *key);
        let text =
            plan.and_then(|plan| plan.text(locale).or_else(|| plan.text(&publication.site.default_locale)));
        Some(HoldingView {
            plan: text.map_or_else(|| key.to_string(), |text| text.name.clone()),
            until: holding.until.map(build::rfc3339),
            current: holding.counts_at(now),
        })
    });
    let view = AccountView {
        email: member.email.to_string(),
        name: member.name.clone(),
        languages: languages(publication, locale, &member.languages.iter().cloned().collect::<Vec<_>>()),
        sessions: sessions
            .into_iter()
            .map(|session| SessionView {
                current: session.id == signed_in.session.id,
                id: session.id.to_string(),
                device: session.device,
                created_at: build::rfc3339(session.created_at),
                last_seen_at: build::rfc3339(session.last_seen_at),
            })
            .collect(),
        holdings: holdings.collect(),
        sells: app.billing.sells(),
        meter: given.meter_members > 0,
        gift_links: given.gift_links > 0,
        role: member.role.map(accounts::Role::as_str),
        done: notice.done,
        problem: notice.problem,
    };
    let head = Head {
        path,
        title: framing::text(app, locale, "title-account"),
        robots: Some("noindex"),
        editions: publication
            .site
            .locales
            .iter()
            .map(|offered| (offered.locale.clone(), address::named(&offered.locale, "account")))
            .collect(),
        ..Head::default()
    };
    let frame = framing::frame(app, publication, locale, head, true);
    let html = framing::render(app, publication, "account.html", &frame, "account", view)?;
    let answer = Encoded::html(html).answer_with(status, &Method::GET, &HeaderMap::new(), Freshness::Never);
    Ok(answer.map(axum::body::Body::new))
}

/// The member's languages in their order, then the others on offer.
fn languages(publication: &Publication, page: &Locale, chosen: &[Locale]) -> Vec<LanguageChoice> {
    let choice = |locale: &Locale, place| LanguageChoice {
        link: build::language(locale, page, address::front(locale)),
        place,
    };
    let others = publication
        .site
        .locales
        .iter()
        .map(|offered| &offered.locale)
        .filter(|locale| !chosen.contains(locale));
    let chosen = chosen.iter().enumerate().map(|(index, locale)| choice(locale, Some(index + 1)));
    chosen.chain(others.map(|locale| choice(locale, None))).collect()
}
