//! `/{locale}/account/meter`: which stories counted this month, and taking one back.

use axum::Form;
use axum::extract::{Query, State};
use axum::response::Response;
use billing::courtesy::{GivenBack, LedgerEntry, MeterReadId};
use content::Card;
use http::{HeaderMap, Method, StatusCode};
use kernel::{ArticleId, Locale};
use serde::Deserialize;

use super::subscription::member;
use crate::address;
use crate::app::App;
use crate::courtesy;
use crate::extract::{Offered, see_other};
use crate::failure::Failure;
use crate::framing::{self, Head};
use crate::http::{Encoded, Freshness};
use crate::publication::Publication;
use crate::reader::Reader;
use crate::view::build;
use crate::view::courtesy::{LedgerLine, LedgerView};

#[derive(Deserialize)]
pub(crate) struct Asked {
    done: Option<String>,
}

#[derive(Deserialize)]
pub(crate) struct Which {
    #[serde(default)]
    read: String,
}

/// `GET`
pub(crate) async fn show(
    State(app): State<App>,
    Offered(locale, publication): Offered,
    reader: Reader,
    Query(asked): Query<Asked>,
) -> Result<Response, Failure> {
    let done = (asked.done.as_deref() == Some("undone")).then_some("undone");
    page(&app, &publication, &locale, &reader, StatusCode::OK, done, None).await
}

/// `POST …/undo`
pub(crate) async fn undo(
    State(app): State<App>,
    Offered(locale, publication): Offered,
    reader: Reader,
    Form(which): Form<Which>,
) -> Result<Response, Failure> {
    let Some(member) = member(&reader) else { return see_other(&home(&locale)) };
    let read: MeterReadId = which.read.parse().map_err(|_| Failure::NotFound)?;
    let month = courtesy::month(&app, &publication);
    if app.billing.undo(member, read, month).await? {
        return see_other(&format!("{}?done=undone", home(&locale)));
    }
    page(&app, &publication, &locale, &reader, StatusCode::CONFLICT, None, Some("undo")).await
}

async fn page(
    app: &App,
    publication: &Publication,
    locale: &Locale,
    reader: &Reader,
    status: StatusCode,
    done: Option<&'static str>,
    problem: Option<&'static str>,
) -> Result<Response, Failure> {
    let path = home(locale);
    let Some(member) = member(reader) else { return see_other(&address::sign_in(locale, &path)) };
    let limit = courtesy::current(app).await?.rules.meter_members;
    let month = courtesy::month(app, publication);
    let tally = app.billing.tally(member, month).await?;
    let mut entries = app.billing.ledger(member).await?;
    entries.retain(|entry| entry.ends_at == month.ends_at());
    let articles: Vec<ArticleId> = entries.iter().map(|entry| entry.article).collect();
    let cards = app.content.cards_of(&articles).await?;
    let view = LedgerView {
        limit,
        left: tally.left(limit),
        count: tally.reads.len(),
        resets: build::rfc3339(month.ends_at()),
        can_undo: app.billing.may_undo(member, month).await?,
        reads: entries.iter().map(|entry| line(entry, &cards, locale, reader)).collect(),
        done,
        problem,
    };
    let head = Head {
        path,
        title: framing::text(app, locale, "title-meter"),
        robots: Some("noindex"),
        editions: publication
            .site
            .locales
            .iter()
            .map(|offered| (offered.locale.clone(), home(&offered.locale)))
            .collect(),
        ..Head::default()
    };
    let frame = framing::frame(app, publication, locale, head, true);
    let html = framing::render(app, publication, "meter.html", &frame, "ledger", view)?;
    let answer = Encoded::html(html).answer_with(status, &Method::GET, &HeaderMap::new(), Freshness::Never);
    Ok(answer.map(axum::body::Body::new))
}

fn line(entry: &LedgerEntry, cards: &[Card], locale: &Locale, reader: &Reader) -> LedgerLine {
    LedgerLine {
        id: entry.id.to_string(),
        story: build::story_link(cards, entry.article, locale, reader),
        read_at: build::rfc3339(entry.read_at),
        state: match entry.given_back {
            None => "counts",
            Some((_, GivenBack::Bounce)) => "bounce",
            Some((_, GivenBack::Undone)) => "undone",
        },
    }
}

/// The address of this page.
fn home(locale: &Locale) -> String {
    address::named(locale, "account/meter")
}
