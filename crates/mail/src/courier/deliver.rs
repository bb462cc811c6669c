//! Handing a mail over, and writing down what came of it.

use jiff::{SignedDuration, Timestamp};
use kernel::time::from_millis;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, DbErr, EntityTrait, QueryFilter, UpdateMany};

use super::Courier;
use super::claim::Claimed;
use crate::backoff::pause_after;
use crate::entity::mail;
use crate::outgoing::Outgoing;
use crate::transport::{Fate, Refused};

/// Characters of an error that are kept.
const LONGEST_ERROR: usize = 500;

/// What came of one attempt.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Outcome {
    Sent,
    Postponed,
    GivenUp,
}

impl Outcome {
    fn as_str(self) -> &'static str {
        match self {
            Self::Sent => "done",
            Self::Postponed => "failed",
            Self::GivenUp => "given-up",
        }
    }
}

impl Courier {
    #[tracing::instrument(name = "mail", skip_all, fields(mail = %claimed.row.id))]
    pub(super) async fn deliver(&self, claimed: Claimed) -> Result<Outcome, DbErr> {
        let outcome = self.carry(claimed).await?;
        metrics::counter!("gazette_jobs_total", "job" => "mail", "outcome" => outcome.as_str()).increment(1);
        Ok(outcome)
    }

    async fn carry(&self, claimed: Claimed) -> Result<Outcome, DbErr> {
        match self.attempt(&claimed.row).await {
            Ok(()) => self.note_sent(&claimed.row).await,
            Err(refused) => self.note_refused(&claimed, refused).await,
        }
    }

    async fn attempt(&self, row: &mail::Model) -> Result<(), Refused> {
        let (mail, queued) = (outgoing(row)?, from_millis(row.created_at));
        self.transport.hand_over(&self.sender, row.id, queued, mail).await
    }

    async fn note_sent(&self, row: &mail::Model) -> Result<Outcome, DbErr> {
        tracing::info!(mail = %row.id, attempt = row.attempts, "mail sent");
        done(row)
            .col_expr(mail::Column::SentAt, Expr::value(self.mailroom.now().as_millisecond()))
            .col_expr(mail::Column::LastError, Expr::value(None::<String>))
            .exec(&self.mailroom.database)
            .await?;
        Ok(Outcome::Sent)
    }

    async fn note_refused(&self, claimed: &Claimed, refused: Refused) -> Result<Outcome, DbErr> {
        let Claimed { row, until } = claimed;
        let pause = match refused.fate {
            Fate::Temporary => pause_after(row.attempts),
            Fate::Permanent => None,
        };
        let (update, outcome) = if let Some(pause) = pause {
            tracing::warn!(mail = %row.id, attempt = row.attempts, code = refused.code, "mail postponed");
            (postponed(row, self.mailroom.now(), pause), Outcome::Postponed)
        } else {
            tracing::error!(mail = %row.id, attempt = row.attempts, code = refused.code, "mail given up; its row says why");
            (done(row), Outcome::GivenUp)
        };
        let problem: String = refused.problem.chars().take(LONGEST_ERROR).collect();
        update
            .col_expr(mail::Column::LastError, Expr::value(problem))
            // If the lease ran out, somebody else may have delivered it meanwhile.
            .filter(mail::Column::NextAt.eq(*until))
            .exec(&self.mailroom.database)
            .await?;
        Ok(outcome)
    }
}

fn postponed(row: &mail::Model, now: Timestamp, pause: SignedDuration) -> UpdateMany<mail::Entity> {
    let next_at = now.saturating_add(pause).unwrap_or(now).as_millisecond();
    let update = mail::Entity::update_many().filter(mail::Column::Id.eq(row.id));
    update.col_expr(mail::Column::NextAt, Expr::value(next_at))
}

/// Takes a mail out of the queue for good, and its texts away: they can hold sign-in links.
fn done(row: &mail::Model) -> UpdateMany<mail::Entity> {
    mail::Entity::update_many()
        .col_expr(mail::Column::NextAt, Expr::value(None::<i64>))
        .col_expr(mail::Column::TextBody, Expr::value(""))
        .col_expr(mail::Column::HtmlBody, Expr::value(""))
        .filter(mail::Column::Id.eq(row.id))
}

fn outgoing(row: &mail::Model) -> Result<Outgoing, Refused> {
    let to = row.recipient.parse().map_err(|_| Refused {
        fate: Fate::Permanent,
        code: None,
        problem: "the recipient is no e-mail address".to_owned(),
    })?;
    Ok(Outgoing {
        to,
        subject: row.subject.clone(),
        text: row.text_body.clone(),
        html: row.html_body.clone(),
    })
}
