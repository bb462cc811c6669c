//! Telling readers what billing has written down for them: each notice becomes one mail, in the
//! reader's language, in the transaction that marks it as told.

mod declared;
mod letter;

use std::time::Duration;

use billing::{Due, Recipient};
use kernel::{Email, Locale};
use tokio::time::Instant;
use tokio_util::sync::CancellationToken;

pub(crate) use declared::receipt;
pub(crate) use letter::card;

use crate::app::App;
use crate::failure::Failure;
use crate::mails;
use crate::publication::Publication;

/// How often it is looked for notices.
const POLL: Duration = Duration::from_secs(1);
/// How often it is looked ahead, for renewals, trials and cards.
const FORESEE_EVERY: Duration = Duration::from_mins(1);
/// How often what was told long ago is forgotten.
const SWEEP_EVERY: Duration = Duration::from_hours(24);
/// Notices told in one round.
const ROUND: u64 = 50;

/// Tells readers what there is to tell, until cancelled. Several workers, in one process or many,
/// share the notices.
pub async fn send_notices(app: App, cancel: CancellationToken) {
    let (mut foreseen, mut swept): (Option<Instant>, Option<Instant>) = (None, None);
    let due = |last: Option<Instant>, every| last.is_none_or(|at| at.elapsed() >= every);
    loop {
        if app.billing.sells() && due(foreseen, FORESEE_EVERY) {
            foreseen = Some(Instant::now());
            if let Err(error) = app.billing.foresee().await {
                tracing::error!(%error, "can't look ahead for renewals; trying again");
            }
        }
        if due(swept, SWEEP_EVERY) {
            swept = Some(Instant::now());
            if let Err(error) = app.billing.sweep_notices().await {
                tracing::error!(%error, "can't forget old notices; trying again");
            }
        }
        match app.billing.notices_due(ROUND).await {
            Ok(notices) => {
                for due in &notices {
                    tell_or_postpone(&app, due).await;
                }
            }
            Err(error) => tracing::error!(%error, "can't read the notices; trying again"),
        }
        if tokio::time::timeout(POLL, cancel.cancelled()).await.is_ok() {
            return;
        }
    }
}

async fn tell_or_postpone(app: &App, due: &Due) {
    let word = due.notice.word();
    let Err(failure) = tell(app, due).await else { return };
    tracing::error!(error = %failure, word, "a notice can't be told; trying again later");
    if let Err(error) = app.billing.postpone_notice(due.id).await {
        tracing::error!(%error, word, "nor put off");
    }
}

/// Queues the mail for a notice.
async fn tell(app: &App, due: &Due) -> Result<(), Failure> {
    let publication = app.publications.current().await?;
    let mail = if let Some((to, locale)) = addressee(app, &publication, &due.to).await? {
        let (subject, letter) = letter::of(app, &publication, &locale, &due.notice).await?;
        Some(mails::letter(app, &publication, &locale, to, subject, &letter)?)
    } else {
        tracing::warn!(word = due.notice.word(), "there is nobody to tell this to");
        None
    };
    let Some(telling) = app.billing.begin_telling(due.id).await? else { return Ok(()) };
    if let Some(mail) = mail {
        app.mail.enqueue(telling.connection(), mail).await?;
    }
    telling.commit().await?;
    app.mail.wake();
    Ok(())
}

/// Where a notice goes, and in which language: a member's own choice, else that of the checkout.
async fn addressee(
    app: &App,
    publication: &Publication,
    to: &Recipient,
) -> Result<Option<(Email, Locale)>, Failure> {
    if let Some(id) = to.member
        && let Some(member) = app.accounts.member(id).await?
    {
        let locale = publication.best(member.languages.iter());
        return Ok(Some((member.email, locale)));
    }
    let locale = publication.best(to.locale.iter());
    Ok(to.email.clone().map(|email| (email, locale)))
}
