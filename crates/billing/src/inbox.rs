//! Stripe's messages: believed if signed, kept once, and turned into tasks.

use jiff::Timestamp;
use sea_orm::sea_query::OnConflict;
use sea_orm::{ActiveValue::Set, ConnectionTrait, DbErr, EntityTrait, TryInsertResult};

use crate::billing::Billing;
use crate::entity::stripe_event;
use crate::error::BillingError;
use crate::stripe::api_version;
use crate::stripe::envelope::Envelope;
use crate::stripe::signature::{NotSigned, verify};
use crate::tasks::{self, Task, Urgency};

/// What became of a message.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Received {
    /// It is kept, and what it speaks of will be looked at.
    Queued,
    /// It is kept; nothing of ours depends on it.
    Kept,
    /// It was here before.
    Known,
}

/// Why a message isn't taken.
#[derive(Debug, thiserror::Error)]
pub enum NotReceived {
    /// Stripe isn't configured here.
    #[error("no Stripe account is configured")]
    NoStripe,
    /// It may not be Stripe's.
    #[error(transparent)]
    NotSigned(#[from] NotSigned),
    /// It isn't an event.
    #[error("the message is no event: {0}")]
    Malformed(String),
    /// It speaks of test money where real money moves, or the other way round.
    #[error("the event is of the other mode (test or live) than this site's key")]
    OtherMode,
    /// It speaks of another account.
    #[error("the event is of another account")]
    OtherAccount,
    /// It couldn't be kept; Stripe sends it again.
    #[error(transparent)]
    Billing(#[from] BillingError),
}

/// An event Stripe has sent, for staff.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// Stripe's id.
    pub id: String,
    /// Such as `customer.subscription.updated`.
    pub kind: String,
    /// When it happened.
    pub created_at: Timestamp,
    /// When we heard of it.
    pub received_at: Timestamp,
    /// What it made us look at; none for types we don't act on.
    pub task: Option<String>,
    /// When that was done.
    pub applied_at: Option<Timestamp>,
    /// The version of the API it was made in; what it speaks of is fetched in [`crate::api_version`].
    pub api_version: Option<String>,
}

impl Billing {
    /// Takes a message with its `Stripe-Signature` header and its body, byte for byte as it came.
    /// When this returns `Ok` the event is stored, together with the task it asks for, and may be
    /// acknowledged.
    pub async fn receive(&self, signature: &str, body: &[u8]) -> Result<Received, NotReceived> {
        let stripe = self.stripe.as_ref().ok_or(NotReceived::NoStripe)?;
        verify(signature, body, &stripe.settings.webhook_secrets, self.now())?;
        let event: Envelope =
            serde_json::from_slice(body).map_err(|error| NotReceived::Malformed(error.to_string()))?;
        if event.livemode != stripe.is_live() {
            return Err(NotReceived::OtherMode);
        }
        if event.account.is_some() && event.account != stripe.settings.account {
            return Err(NotReceived::OtherAccount);
        }
        let received = self.keep(&event).await?;
        let expected = api_version();
        if received != Received::Known && event.api_version.as_ref().is_some_and(|sent| *sent != expected) {
            tracing::warn!(
                event = %event.id,
                version = event.api_version,
                expected,
                "the webhook endpoint sends events of another API version; what they speak of is fetched in ours"
            );
        }
        Ok(received)
    }

    /// Stores an event and asks for its task, in one transaction.
    pub(crate) async fn keep(&self, event: &Envelope) -> Result<Received, BillingError> {
        let task = task_of(event);
        let transaction = transaction::begin(&self.database).await?;
        let received = if insert(&transaction, self.now(), event, task.as_ref()).await? {
            if let Some(task) = &task {
                let urgency = if event.is_urgent() { Urgency::Urgent } else { Urgency::InTurn };
                tasks::ask_with(&transaction, self.now(), task, urgency).await?;
                Received::Queued
            } else {
                Received::Kept
            }
        } else {
            Received::Known
        };
        transaction.commit().await?;
        if received == Received::Queued {
            self.wake.notify_waiters();
        }
        Ok(received)
    }
}

/// What an event asks us to look at.
fn task_of(event: &Envelope) -> Option<Task> {
    let checkout = event.checkout().map(|id| Task::Checkout(id.to_owned()));
    checkout
        .or_else(|| event.customer().map(|id| Task::Customer(id.to_owned())))
        .or_else(|| event.charge().map(|id| Task::Charge(id.to_owned())))
}

/// Whether the event was new.
async fn insert(
    db: &impl ConnectionTrait,
    now: Timestamp,
    event: &Envelope,
    task: Option<&Task>,
) -> Result<bool, DbErr> {
    let row = stripe_event::ActiveModel {
        id: Set(event.id.clone()),
        type_: Set(event.kind.clone()),
        created_at: Set(event.created.saturating_mul(1_000)),
        received_at: Set(now.as_millisecond()),
        task: Set(task.map(ToString::to_string)),
        applied_at: Set(None),
        api_version: Set(event.api_version.clone()),
    };
    let known = OnConflict::column(stripe_event::Column::Id).do_nothing().to_owned();
    let inserted =
        stripe_event::Entity::insert(row).on_conflict(known).try_insert().exec_without_returning(db).await?;
    Ok(matches!(inserted, TryInsertResult::Inserted(1..)))
}
