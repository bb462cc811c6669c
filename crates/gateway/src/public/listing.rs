//! `/{locale}/sections/{slug}`, `…/tags/{slug}`, `…/authors/{slug}`: stories of one term.

use axum::extract::{Path, State};
use axum::response::Response;
use content::store::Shelf;
use content::{Listing, Term, TermKind};
use http::request::Parts;
use kernel::Locale;

use crate::address;
use crate::app::App;
use crate::extract::{Offered, PageNumber, redirect};
use crate::failure::Failure;
use crate::framing::{self, Head};
use crate::http::Encoded;
use crate::page_cache::{Page, Scope};
use crate::reader::Reader;
use crate::serve_page::{cached, plain_variant};
use crate::view::frame::{Feed, Preview};
use crate::view::listing::ListingView;
use crate::view::{Pager, build};

/// Stories on a page of a list.
pub(crate) const PER_PAGE: u64 = 20;

/// What the three kinds of list are asked with.
type Asked = (State<App>, Offered, Path<(String, String)>, PageNumber, Reader, Parts);

pub(crate) async fn section(
    app: State<App>,
    offered: Offered,
    path: Path<(String, String)>,
    page: PageNumber,
    reader: Reader,
    request: Parts,
) -> Result<Response, Failure> {
    show(TermKind::Section, (app, offered, path, page, reader, request)).await
}

pub(crate) async fn tag(
    app: State<App>,
    offered: Offered,
    path: Path<(String, String)>,
    page: PageNumber,
    reader: Reader,
    request: Parts,
) -> Result<Response, Failure> {
    show(TermKind::Tag, (app, offered, path, page, reader, request)).await
}

pub(crate) async fn author(
    app: State<App>,
    offered: Offered,
    path: Path<(String, String)>,
    page: PageNumber,
    reader: Reader,
    request: Parts,
) -> Result<Response, Failure> {
    show(TermKind::Author, (app, offered, path, page, reader, request)).await
}

async fn show(kind: TermKind, asked: Asked) -> Result<Response, Failure> {
    let (State(app), Offered(locale, publication), Path((_, slug)), PageNumber(page), reader, request) =
        asked;
    let first = address::term(&locale, kind, &slug);
    let path = address::paged(&first, page);
    let render = || async {
        let term = app.content.term_by_slug(kind, &locale, &slug).await?.ok_or(Failure::NotFound)?;
        let name = term.names.iter().find(|name| name.locale == locale).ok_or(Failure::NotFound)?;
        let listing =
            app.content.shelf(&locale, Shelf::Term(term.id), (page - 1) * PER_PAGE, PER_PAGE).await?;
        let pager = pager(&first, page, &listing)?;
        let feed = Feed::of(name.name.clone(), &first);
        let view = ListingView {
            kind: build::term_word(kind),
            name: name.name.clone(),
            description: name.description.clone(),
            month: None,
            cards: build::cards(&listing.cards),
            total: listing.total,
            pager,
            feed: Some(feed.href.clone()),
        };
        let head = Head {
            path: path.clone(),
            title: name.name.clone(),
            description: name.description.clone(),
            editions: if page == 1 { editions(&term) } else { Vec::new() },
            preview: Preview { kind: "website", ..Preview::default() },
            feed: Some(feed),
            section: (kind == TermKind::Section).then(|| term.key.clone()),
            ..Head::default()
        };
        let frame = framing::frame(&app, &publication, &locale, head, reader.is_signed_in());
        let html = framing::render(&app, &publication, "listing.html", &frame, "listing", view)?;
        let scope = Scope::Language(locale.clone());
        Ok(Page { body: Encoded::html(html), variant: plain_variant(&reader), scope, expires_at: None })
    };
    match cached(&app, &reader, &request, &path, render).await {
        Err(Failure::NotFound) => moved(&app, kind, &locale, &slug).await,
        answered => answered,
    }
}

/// A term that had this address once is at its present one now, or what it was merged into is.
async fn moved(app: &App, kind: TermKind, locale: &Locale, slug: &str) -> Result<Response, Failure> {
    let term = app.content.term_by_former_slug(kind, locale, slug).await?.ok_or(Failure::NotFound)?;
    let name = term.names.iter().find(|name| name.locale == *locale).ok_or(Failure::NotFound)?;
    redirect(&address::term(locale, kind, &name.slug))
}

/// Where the list goes on. A page after the last doesn't exist; an empty list has one page.
pub(crate) fn pager(first: &str, page: u64, listing: &Listing) -> Result<Pager, Failure> {
    let pages = listing.total.div_ceil(PER_PAGE).max(1);
    if page > pages {
        return Err(Failure::NotFound);
    }
    Ok(Pager {
        page,
        pages,
        previous: (page > 1).then(|| address::paged(first, page - 1)),
        next: (page < pages).then(|| address::paged(first, page + 1)),
    })
}

fn editions(term: &Term) -> Vec<(Locale, String)> {
    term.names
        .iter()
        .map(|name| (name.locale.clone(), address::term(&name.locale, term.kind, &name.slug)))
        .collect()
}
