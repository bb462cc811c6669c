//! `/dev/mailbox`: the demo's captured mail. The address exists only in a demo.

use axum::extract::{Path, State};
use axum::response::Response;
use http::header::CONTENT_SECURITY_POLICY;
use http::{HeaderMap, HeaderValue, Method};

use crate::app::App;
use crate::failure::Failure;
use crate::framing::{self, Head};
use crate::http::{Encoded, Freshness};
use crate::reader::Reader;
use crate::view::account::{MailboxView, MessageView};
use crate::view::build;

pub(crate) async fn show(State(app): State<App>, reader: Reader) -> Result<Response, Failure> {
    let mailbox = app.mailbox.as_ref().ok_or(Failure::NotFound)?;
    let publication = app.publications.current().await?;
    let locale = publication.site.default_locale.clone();
    let messages = mailbox.messages().into_iter().enumerate().rev().map(|(number, message)| MessageView {
        html_href: format!("/dev/mailbox/{number}/html"),
        to: message.to.to_string(),
        subject: message.subject,
        text: message.text,
        at: build::rfc3339(message.at),
    });
    let view = MailboxView { messages: messages.collect() };
    let head = Head {
        path: "/dev/mailbox".to_owned(),
        title: framing::text(&app, &locale, "title-mailbox"),
        robots: Some("noindex"),
        ..Head::default()
    };
    let frame = framing::frame(&app, &publication, &locale, head, reader.is_signed_in());
    let html = framing::render(&app, &publication, "mailbox.html", &frame, "mailbox", view)?;
    Ok(Encoded::html(html)
        .answer(&Method::GET, &HeaderMap::new(), Freshness::Never)
        .map(axum::body::Body::new))
}

/// A mail's own page may do nothing but look as it does in a mail reader: it has styles and links.
const SANDBOX: HeaderValue = HeaderValue::from_static(
    "sandbox allow-popups allow-top-navigation-by-user-activation; default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:",
);

/// `/dev/mailbox/{number}/html`: a mail as mail readers show it.
pub(crate) async fn html(State(app): State<App>, Path(number): Path<String>) -> Result<Response, Failure> {
    let mailbox = app.mailbox.as_ref().ok_or(Failure::NotFound)?;
    let number: usize = number.parse().map_err(|_| Failure::NotFound)?;
    let message = mailbox.messages().into_iter().nth(number).ok_or(Failure::NotFound)?;
    let answer = Encoded::html(message.html).answer(&Method::GET, &HeaderMap::new(), Freshness::Never);
    let mut answer = answer.map(axum::body::Body::new);
    answer.headers_mut().insert(CONTENT_SECURITY_POLICY, SANDBOX);
    Ok(answer)
}
