//! `GET /{locale}/account/stories`: the stories the reader has bought.

use axum::extract::State;
use axum::response::Response;
use content::Edition;
use http::StatusCode;
use kernel::Locale;

use super::{Page, Request};
use crate::address;
use crate::app::App;
use crate::extract::{Offered, see_other};
use crate::failure::Failure;
use crate::reader::Reader;
use crate::view::offers::{StoriesView, StoryView};
use crate::view::{Link, build};

pub(crate) async fn show(
    State(app): State<App>,
    Offered(locale, publication): Offered,
    reader: Reader,
) -> Result<Response, Failure> {
    let here = "account/stories";
    let Some(member) = reader.member() else {
        return see_other(&address::sign_in(&locale, &address::named(&locale, here)));
    };
    let mut stories = Vec::new();
    for story in app.billing.bought_stories(member.id).await? {
        let editions = app.content.editions(story.article).await?;
        let best = best(&editions, &locale, &member.languages.iter().cloned().collect::<Vec<_>>());
        let others = editions.iter().filter(|edition| Some(*edition) != best);
        stories.push(StoryView {
            link: best.map(|edition| Link {
                name: edition.title.clone(),
                href: Some(address::text(&edition.locale, &edition.slug)),
                lang: (edition.locale != locale).then(|| edition.locale.clone()),
                current: false,
            }),
            others: others.map(|edition| build::edition(edition, &locale)).collect(),
            bought_at: build::rfc3339(story.bought_at),
        });
    }
    let request = Request { app: &app, publication: &publication, locale: &locale, reader: &reader };
    let page =
        Page { path: here.to_owned(), title: "title-stories", template: "stories.html", name: "stories" };
    request.answer(&page, StoriesView { stories }, StatusCode::OK)
}

/// The edition in the page's language, or in the first the reader reads, or whatever there is.
fn best<'a>(editions: &'a [Edition], page: &Locale, read: &[Locale]) -> Option<&'a Edition> {
    let in_language = |locale: &Locale| editions.iter().find(|edition| edition.locale == *locale);
    std::iter::once(page).chain(read).find_map(in_language).or_else(|| editions.first())
}
