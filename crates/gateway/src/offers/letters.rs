//! Mail about gifts and seats: rendered and queued as it falls due.

use std::time::Duration;

use billing::{BillingError, Gift, Letter, LetterKind};
use kernel::{Locale, PlanKey};
use mail::{MailError, Outgoing};
use minijinja::context;
use minijinja::value::Serde;
use tokio_util::sync::CancellationToken;

use super::gift::duration;
use super::{Request, gifts, seat};
use crate::address;
use crate::app::App;
use crate::failure::Failure;
use crate::framing::{text, text_with};
use crate::i18n::Formats;
use crate::publication::Publication;
use crate::reader::Reader;
use crate::view::offers::LetterView;

/// How often it is looked for letters of other processes, and for those whose day has come.
const POLL: Duration = Duration::from_secs(2);

/// Queues mail about gifts and seats until cancelled. Several processes share the work.
pub async fn send_letters(app: App, cancel: CancellationToken) {
    while !cancel.is_cancelled() {
        if let Err(error) = send_due(&app).await {
            tracing::error!(%error, "can't send mail about gifts and seats; trying again");
        }
        tokio::select! {
            () = cancel.cancelled() => {}
            () = app.billing.letters_within(POLL) => {}
        }
    }
}

async fn send_due(app: &App) -> Result<(), Failure> {
    for letter in app.billing.due_letters().await? {
        let outgoing = write(app, &letter).await?;
        let sent = app.billing.send_letter(&letter, async |transaction| {
            app.mail.enqueue(&transaction, outgoing).await?;
            Ok::<_, NotSent>(transaction)
        });
        sent.await?;
        app.mail.wake();
    }
    Ok(())
}

/// A mail, its language and what it says.
async fn write(app: &App, letter: &Letter) -> Result<Outgoing, Failure> {
    let publication = app.publications.current().await?;
    let locale = publication.best([&letter.locale]);
    let request = Request { app, publication: &publication, locale: &locale, reader: &Reader::Visitor };
    let (subject, view) = match &letter.kind {
        LetterKind::GiftPaid(gift) => paid(&request, gift).await?,
        LetterKind::GiftGiven(gift) => given(&request, gift).await?,
        LetterKind::SeatOffered { seat: id, plan, from } => {
            let link = app.settings.absolute(&seat::address(&locale, *id));
            let site = site_name(&publication, &locale);
            let plan = name(&request, plan.as_ref()).await?;
            let opening = text_with(
                app,
                &locale,
                "mail-seat-text",
                &[("from", from.as_str().into()), ("plan", plan.as_str().into()), ("site", site.into())],
            );
            let view = LetterView {
                opening: vec![opening],
                quote: String::new(),
                code: String::new(),
                link,
                button: text(app, &locale, "seat-accept"),
                closing: vec![text(app, &locale, "mail-seat-how")],
            };
            (text_with(app, &locale, "mail-seat-subject", &[("site", site.into())]), view)
        }
        LetterKind::SeatTaken { from, .. } => {
            let site = site_name(&publication, &locale);
            let words = &[("from", from.as_str().into()), ("site", site.into())];
            let view = LetterView {
                opening: vec![text_with(app, &locale, "mail-seat-taken-text", words)],
                quote: String::new(),
                code: String::new(),
                link: app.settings.absolute(&address::named(&locale, "subscribe")),
                button: text(app, &locale, "title-subscribe"),
                closing: Vec::new(),
            };
            (text_with(app, &locale, "mail-seat-taken-subject", &[("site", site.into())]), view)
        }
    };
    outgoing(&request, letter, subject, &view)
}

/// To the giver: the code.
async fn paid(request: &Request<'_>, gift: &Gift) -> Result<(String, LetterView), Failure> {
    let Request { app, locale, .. } = request;
    let view = gifts::view(request, gift).await?;
    let what = duration(app, locale, &view.plan, view.months);
    let recipient = gift.recipient_name.as_str();
    let opening = text_with(
        app,
        locale,
        "mail-gift-paid-text",
        &[("what", what.as_str().into()), ("name", recipient.into())],
    );
    let how = match (&gift.recipient_email, gift.deliver_at) {
        (Some(email), Some(at)) => {
            let day = date(request, at);
            text_with(
                app,
                locale,
                "gift-paid-mail",
                &[("date", day.as_str().into()), ("email", email.as_str().into())],
            )
        }
        _ => text(app, locale, "gift-paid-self"),
    };
    let letter = LetterView {
        opening: vec![opening, how],
        quote: String::new(),
        code: view.code.unwrap_or_default(),
        link: view.href.unwrap_or_default(),
        button: text(app, locale, "mail-gift-redeem"),
        closing: until(request, gift),
    };
    Ok((text_with(app, locale, "mail-gift-paid-subject", &[("name", recipient.into())]), letter))
}

/// To the recipient: what it is, from whom, and the code.
async fn given(request: &Request<'_>, gift: &Gift) -> Result<(String, LetterView), Failure> {
    let Request { app, locale, publication, .. } = request;
    let view = gifts::view(request, gift).await?;
    let what = duration(app, locale, &view.plan, view.months);
    let site = site_name(publication, locale);
    let words = [
        ("name", gift.recipient_name.as_str().into()),
        ("giver", gift.giver_name.as_str().into()),
        ("what", what.as_str().into()),
        ("site", site.into()),
    ];
    let mut closing = until(request, gift);
    closing.push(text(app, locale, "mail-gift-no-renewal"));
    let letter = LetterView {
        opening: vec![text_with(app, locale, "mail-gift-text", &words)],
        quote: gift.message.clone(),
        code: view.code.unwrap_or_default(),
        link: view.href.unwrap_or_default(),
        button: text(app, locale, "mail-gift-redeem"),
        closing,
    };
    Ok((text_with(app, locale, "mail-gift-subject", &words), letter))
}

fn until(request: &Request<'_>, gift: &Gift) -> Vec<String> {
    let day = gift.expires_at.map(|end| date(request, gifts::last_day(end)));
    let say =
        |day: String| text_with(request.app, request.locale, "gift-until", &[("date", day.as_str().into())]);
    day.map(say).into_iter().collect()
}

fn date(request: &Request<'_>, at: jiff::Timestamp) -> String {
    let interface = request.app.theme.texts().nearest(request.locale);
    Formats::for_locale(&interface).date(request.publication.site.time_zone.to_datetime(at).date())
}

async fn name(request: &Request<'_>, plan: Option<&PlanKey>) -> Result<String, Failure> {
    match plan {
        Some(plan) => request.plan_name(plan).await,
        None => Ok(String::new()),
    }
}

fn site_name<'a>(publication: &'a Publication, locale: &Locale) -> &'a str {
    publication.offered(locale).map(|own| own.name.as_str()).unwrap_or_default()
}

fn outgoing(
    request: &Request<'_>,
    letter: &Letter,
    subject: String,
    view: &LetterView,
) -> Result<Outgoing, Failure> {
    let Request { app, publication, locale, .. } = request;
    let context = context! {
        page => context! { lang => locale.as_str(), dir => Serde(locale.direction()) },
        site_name => site_name(publication, locale),
        letter => Serde(view),
    };
    let render = |template| app.theme.render(template, locale, &publication.site.time_zone, context.clone());
    Ok(Outgoing {
        to: letter.to.clone(),
        subject,
        text: render("mail/offer.txt")?,
        html: render("mail/offer.html")?,
    })
}

/// Why a letter wasn't queued.
#[derive(Debug, thiserror::Error)]
enum NotSent {
    #[error(transparent)]
    Billing(#[from] BillingError),
    #[error(transparent)]
    Mail(#[from] MailError),
}

impl From<NotSent> for Failure {
    fn from(error: NotSent) -> Self {
        match error {
            NotSent::Billing(error) => error.into(),
            NotSent::Mail(error) => error.into(),
        }
    }
}
