//! `/{locale}/account/gift-links`: letting others read a story, and taking that back.

use axum::Form;
use axum::extract::{Query, State};
use axum::response::Response;
use billing::courtesy::{GiftLink, GiftLinkId, Given};
use content::Card;
use http::{HeaderMap, Method, StatusCode};
use jiff::Timestamp;
use kernel::access::decide;
use kernel::{Access, ArticleId, Locale};
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
use crate::view::courtesy::{GiftLinkLine, GiftLinksView};

#[derive(Deserialize)]
pub(crate) struct Asked {
    made: Option<String>,
    done: Option<String>,
}

#[derive(Deserialize)]
pub(crate) struct Story {
    #[serde(default)]
    article: String,
}

#[derive(Deserialize)]
pub(crate) struct Which {
    #[serde(default)]
    link: String,
}

/// What the page says about what was just done.
#[derive(Default)]
struct Notice {
    made: Option<GiftLinkId>,
    done: Option<&'static str>,
    problem: Option<&'static str>,
}

/// `GET`
pub(crate) async fn show(
    State(app): State<App>,
    Offered(locale, publication): Offered,
    reader: Reader,
    Query(asked): Query<Asked>,
) -> Result<Response, Failure> {
    let notice = Notice {
        made: asked.made.and_then(|made| made.parse().ok()),
        done: (asked.done.as_deref() == Some("revoked")).then_some("revoked"),
        problem: None,
    };
    page(&app, &publication, &locale, &reader, StatusCode::OK, notice).await
}

/// `POST`: makes a link to a story that the reader may read by a plan, or shows the one they have.
pub(crate) async fn make(
    State(app): State<App>,
    Offered(locale, publication): Offered,
    reader: Reader,
    Form(story): Form<Story>,
) -> Result<Response, Failure> {
    let article: ArticleId = story.article.parse().map_err(|_| Failure::NotFound)?;
    let editions = app.content.cards_of(&[article]).await?;
    let Some(edition) = build::best_edition(&editions, &locale, &reader) else {
        return Err(Failure::NotFound);
    };
    let Some(member) = member(&reader) else {
        return see_other(&address::sign_in(&locale, &address::text(&edition.locale, &edition.slug)));
    };
    let limit = courtesy::current(&app).await?.rules.gift_links;
    if limit == 0 {
        return Err(Failure::NotFound);
    }
    if !may_give(&reader, article, &edition.access, app.clock.now()) {
        let notice = Notice { problem: Some("not-yours"), ..Notice::default() };
        return page(&app, &publication, &locale, &reader, StatusCode::FORBIDDEN, notice).await;
    }
    match app.billing.give(member, article, limit, courtesy::month(&app, &publication)).await? {
        Given::Link(link) => see_other(&format!("{}?made={}", home(&locale), link.id)),
        Given::UsedUp => {
            let notice = Notice { problem: Some("used-up"), ..Notice::default() };
            page(&app, &publication, &locale, &reader, StatusCode::CONFLICT, notice).await
        }
    }
}

/// `POST …/revoke`
pub(crate) async fn revoke(
    State(app): State<App>,
    Offered(locale, _): Offered,
    reader: Reader,
    Form(which): Form<Which>,
) -> Result<Response, Failure> {
    let Some(member) = member(&reader) else { return see_other(&home(&locale)) };
    let link: GiftLinkId = which.link.parse().map_err(|_| Failure::NotFound)?;
    // One that is taken back already stays so.
    app.billing.revoke_gift_link(member, link).await?;
    see_other(&format!("{}?done=revoked", home(&locale)))
}

/// Who subscribes may give what their plan opens. What is open to them in another way (bought alone,
/// given, on the meter, through an institution) isn't theirs to give.
fn may_give(reader: &Reader, article: ArticleId, access: &Access, now: Timestamp) -> bool {
    let reach = reader.reach(now);
    let closed = matches!(access, Access::Paid | Access::Plans(_));
    let subscribes = reach.everything() || reach.plans().next().is_some();
    closed && subscribes && decide(article, access, &reach).is_ok()
}

async fn page(
    app: &App,
    publication: &Publication,
    locale: &Locale,
    reader: &Reader,
    status: StatusCode,
    notice: Notice,
) -> Result<Response, Failure> {
    let path = home(locale);
    let Some(member) = member(reader) else { return see_other(&address::sign_in(locale, &path)) };
    let limit = courtesy::current(app).await?.rules.gift_links;
    let month = courtesy::month(app, publication);
    let made = app.billing.gift_links_made(member, month).await?;
    let links = app.billing.gift_links(member).await?;
    let articles: Vec<ArticleId> = links.iter().map(|link| link.article).collect();
    let cards = app.content.cards_of(&articles).await?;
    let line = |link: &GiftLink| line(app, link, &cards, locale, reader);
    let view = GiftLinksView {
        limit,
        left: limit.saturating_sub(made),
        resets: build::rfc3339(month.ends_at()),
        made: links.iter().find(|link| Some(link.id) == notice.made).map(line),
        links: links.iter().map(line).collect(),
        done: notice.done,
        problem: notice.problem,
    };
    let head = Head {
        path,
        title: framing::text(app, locale, "title-gift-links"),
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
    let html = framing::render(app, publication, "gift-links.html", &frame, "gift_links", view)?;
    let answer = Encoded::html(html).answer_with(status, &Method::GET, &HeaderMap::new(), Freshness::Never);
    Ok(answer.map(axum::body::Body::new))
}

fn line(app: &App, link: &GiftLink, cards: &[Card], locale: &Locale, reader: &Reader) -> GiftLinkLine {
    let token = app.seal.link(link.id);
    GiftLinkLine {
        id: link.id.to_string(),
        url: app.settings.absolute(&address::named(locale, &format!("gift/{token}"))),
        story: build::story_link(cards, link.article, locale, reader),
        uses: link.uses,
        expires_at: build::rfc3339(link.expires_at),
        state: match link.revoked_at {
            Some(_) => "revoked",
            None if link.opens_at(app.clock.now()) => "open",
            None => "expired",
        },
    }
}

/// The address of this page.
fn home(locale: &Locale) -> String {
    address::named(locale, "account/gift-links")
}
