//! `/dev/mailbox`: the demo's captured mail. The address exists only in a demo.

use axum::extract::State;
use axum::response::Response;
use http::{HeaderMap, Method};

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
    let messages = mailbox.messages().into_iter().rev().map(|message| MessageView {
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
