//! Where mail is left for the courier.

use std::fmt;
use std::sync::Arc;

use jiff::{SignedDuration, Timestamp};
use kernel::{Clock, Email};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, DatabaseConnection, EntityTrait, PaginatorTrait,
    QueryFilter, QueryOrder, QuerySelect,
};
use tokio::sync::Notify;

use crate::entity::mail;
use crate::error::MailError;
use crate::letter::Letter;
use crate::outgoing::Outgoing;

/// How long it is remembered that a mail was sent or given up.
const REMEMBERED: SignedDuration = SignedDuration::from_hours(30 * 24);

/// The queue of outgoing mail; cheap to clone.
#[derive(Clone)]
pub struct Mailroom {
    pub(crate) database: DatabaseConnection,
    clock: Arc<dyn Clock>,
    wake: Arc<Notify>,
}

impl Mailroom {
    /// The queue in `database`.
    #[must_use]
    pub fn new(database: DatabaseConnection, clock: Arc<dyn Clock>) -> Self {
        Self { database, clock, wake: Arc::default() }
    }

    /// Queues a mail in the caller's transaction. Call [`Mailroom::wake`] once it has committed;
    /// otherwise the mail leaves within a second.
    pub async fn enqueue(&self, db: &impl ConnectionTrait, mail: Outgoing) -> Result<(), MailError> {
        let now = self.now();
        let row = mail::ActiveModel {
            id: Set(kernel::id::v7(now)),
            recipient: Set(mail.to.to_string()),
            subject: Set(Outgoing::line(&mail.subject)),
            text_body: Set(mail.text),
            html_body: Set(mail.html),
            attempts: Set(0),
            created_at: Set(now.as_millisecond()),
            next_at: Set(Some(now.as_millisecond())),
            sent_at: Set(None),
            last_error: Set(None),
        };
        mail::Entity::insert(row).exec_without_returning(db).await?;
        Ok(())
    }

    /// Queues a mail by itself, and wakes the courier of this process. It comes back when the mail
    /// is queued, not when it is delivered.
    pub async fn send(&self, mail: Outgoing) -> Result<(), MailError> {
        self.enqueue(&self.database, mail).await?;
        self.wake();
        Ok(())
    }

    /// Counts the mail that is neither sent nor given up.
    pub async fn waiting(&self) -> Result<u64, MailError> {
        let waiting = mail::Entity::find().filter(mail::Column::NextAt.is_not_null());
        Ok(waiting.count(&self.database).await?)
    }

    /// The mails to an address that are still known, the newest first: thirty days of them, and those
    /// that wait. One query.
    ///
    /// Numbers in their subjects are left out: some are codes that sign somebody in.
    pub async fn letters_to(&self, address: &Email, most: u64) -> Result<Vec<Letter>, MailError> {
        let rows = mail::Entity::find()
            .filter(mail::Column::Recipient.eq(address.as_str()))
            .order_by_desc(mail::Column::CreatedAt)
            .order_by_desc(mail::Column::Id)
            .limit(most)
            .all(&self.database)
            .await?;
        Ok(rows.iter().map(Letter::of).collect())
    }

    /// Tells the courier of this process that there is mail.
    pub fn wake(&self) {
        self.wake.notify_one();
    }

    /// Deletes all mail to an address, waiting or done: its account was erased.
    pub async fn forget(&self, address: &Email) -> Result<(), MailError> {
        mail::Entity::delete_many()
            .filter(mail::Column::Recipient.eq(address.as_str()))
            .exec(&self.database)
            .await?;
        Ok(())
    }

    /// Deletes what was queued more than 30 days ago and is done with; says how many. To be called
    /// now and then, by any node.
    pub async fn sweep(&self) -> Result<u64, MailError> {
        let now = self.now();
        let before = now.saturating_sub(REMEMBERED).unwrap_or(now).as_millisecond();
        let deleted = mail::Entity::delete_many()
            .filter(mail::Column::NextAt.is_null())
            .filter(mail::Column::CreatedAt.lt(before))
            .exec(&self.database)
            .await?;
        Ok(deleted.rows_affected)
    }

    pub(crate) fn now(&self) -> Timestamp {
        self.clock.now()
    }

    pub(crate) async fn woken(&self) {
        self.wake.notified().await;
    }
}

impl fmt::Debug for Mailroom {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Mailroom").finish_non_exhaustive()
    }
}
