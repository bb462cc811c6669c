//! Mails about gifts and seats: what is to be sent, each once.
//!
//! The rows themselves say what hasn't been sent. A letter is marked in the same transaction in which
//! its mail is queued, so that a crash neither loses it nor sends it twice.

use std::future::Future;

use jiff::Timestamp;
use kernel::{Email, Locale, PlanKey};
use sea_orm::sea_query::Expr;
use sea_orm::{
    ColumnTrait, Condition, DatabaseTransaction, EntityTrait, QueryFilter, QueryOrder, QuerySelect,
};

use crate::billing::Billing;
use crate::entity::{gift, purchase, seat, seat_group, stripe_customer};
use crate::error::BillingError;
use crate::gifts::Gift;
use crate::ids::SeatId;
use crate::plans::unreadable;
use crate::seats::locale_of;

/// Rows looked at together.
const TOGETHER: u64 = 50;

/// A mail that is due.
#[derive(Clone, Debug)]
pub struct Letter {
    /// To whom.
    pub to: Email,
    /// In which language.
    pub locale: Locale,
    /// What it says.
    pub kind: LetterKind,
}

/// What a letter says.
#[derive(Clone, Debug)]
pub enum LetterKind {
    /// To a giver: the gift is paid, and this is its code.
    GiftPaid(Box<Gift>),
    /// To a recipient: somebody gives them a plan.
    GiftGiven(Box<Gift>),
    /// A seat is offered.
    SeatOffered {
        /// The seat.
        seat: SeatId,
        /// Of which plan.
        plan: Option<PlanKey>,
        /// The address of who pays.
        from: String,
    },
    /// A seat was taken back.
    SeatTaken {
        /// The seat.
        seat: SeatId,
        /// The address of who pays.
        from: String,
    },
}

impl Billing {
    /// The mails that are due. A few queries.
    pub async fn due_letters(&self) -> Result<Vec<Letter>, BillingError> {
        let mut letters = Vec::new();
        let now = self.now();
        self.due_gifts(now, &mut letters).await?;
        self.due_seats(now, &mut letters).await?;
        Ok(letters)
    }

    async fn due_gifts(&self, now: Timestamp, letters: &mut Vec<Letter>) -> Result<(), BillingError> {
        let due = Condition::any().add(gift::Column::ReceiptAt.is_null()).add(
            Condition::all()
                .add(gift::Column::DeliveredAt.is_null())
                .add(gift::Column::DeliverAt.lte(now.as_millisecond())),
        );
        let rows = gift::Entity::find()
            .filter(gift::Column::Purchase.is_not_null())
            .filter(gift::Column::VoidAt.is_null())
            .filter(gift::Column::RedeemedAt.is_null())
            .filter(gift::Column::ExpiresAt.gt(now.as_millisecond()))
            .filter(due)
            .order_by_asc(gift::Column::Id)
            .limit(TOGETHER)
            .all(&self.database)
            .await?;
        for row in rows {
            let deliver =
                row.delivered_at.is_none() && row.deliver_at.is_some_and(|at| at <= now.as_millisecond());
            let (receipt, purchase) = (row.receipt_at.is_none(), row.purchase.clone().unwrap_or_default());
            let gift = Box::new(self.shown(row)?);
            if receipt && let Some(to) = self.payer_of(&purchase).await?.and_then(|email| email.parse().ok())
            {
                let kind = LetterKind::GiftPaid(gift.clone());
                letters.push(Letter { to, locale: gift.locale.clone(), kind });
            }
            if deliver && let Some(to) = gift.recipient_email.clone() {
                letters.push(Letter { to, locale: gift.locale.clone(), kind: LetterKind::GiftGiven(gift) });
            }
        }
        Ok(())
    }

    async fn due_seats(&self, now: Timestamp, letters: &mut Vec<Letter>) -> Result<(), BillingError> {
        let offered = Condition::all()
            .add(seat::Column::MailedAt.is_null())
            .add(seat::Column::AcceptedAt.is_null())
            .add(seat::Column::RemovedAt.is_null())
            .add(seat::Column::ExpiresAt.gt(now.as_millisecond()));
        let taken = Condition::all()
            .add(seat::Column::FarewellAt.is_null())
            .add(seat::Column::AcceptedAt.is_not_null())
            .add(seat::Column::RemovedAt.is_not_null());
        let rows = seat::Entity::find()
            .filter(seat::Column::Email.ne(""))
            .filter(Condition::any().add(offered).add(taken))
            .order_by_asc(seat::Column::Id)
            .limit(TOGETHER)
            .all(&self.database)
            .await?;
        for row in rows {
            let seat = SeatId(row.id);
            let from = self.payer_of(&row.purchase).await?.unwrap_or_default();
            let kind = if row.removed_at.is_some() {
                LetterKind::SeatTaken { seat, from }
            } else {
                let group = seat_group::Entity::find_by_id(row.purchase.as_str()).one(&self.database).await?;
                let plan = group.and_then(|group| group.plan);
                let plan = plan.map(|plan| plan.parse().map_err(|_| unreadable("seat_group", "plan", plan)));
                LetterKind::SeatOffered { seat, plan: plan.transpose()?, from }
            };
            let to = row.email.parse().map_err(|_| unreadable("seat", "email", row.email))?;
            letters.push(Letter { to, locale: locale_of(&row.locale)?, kind });
        }
        Ok(())
    }

    /// Has a letter's mail queued by `queue`, in the transaction that marks it as sent. Of two
    /// processes that want to send the same, one does.
    pub async fn send_letter<E, F>(
        &self,
        letter: &Letter,
        queue: impl FnOnce(DatabaseTransaction) -> F,
    ) -> Result<(), E>
    where
        E: From<BillingError>,
        F: Future<Output = Result<DatabaseTransaction, E>>,
    {
        let transaction = transaction::begin(&self.database).await.map_err(BillingError::from)?;
        let now = Expr::value(self.now().as_millisecond());
        let gift_by = |id: crate::GiftId| gift::Entity::update_many().filter(gift::Column::Id.eq(id.0));
        let seat_by = |id: SeatId| seat::Entity::update_many().filter(seat::Column::Id.eq(id.0));
        let marked = match &letter.kind {
            LetterKind::GiftPaid(gift) => {
                let mark = gift_by(gift.id).col_expr(gift::Column::ReceiptAt, now);
                mark.filter(gift::Column::ReceiptAt.is_null()).exec(&transaction).await
            }
            LetterKind::GiftGiven(gift) => {
                let mark = gift_by(gift.id).col_expr(gift::Column::DeliveredAt, now);
                mark.filter(gift::Column::DeliveredAt.is_null()).exec(&transaction).await
            }
            LetterKind::SeatOffered { seat, .. } => {
                let mark = seat_by(*seat).col_expr(seat::Column::MailedAt, now);
                mark.filter(seat::Column::MailedAt.is_null()).exec(&transaction).await
            }
            LetterKind::SeatTaken { seat, .. } => {
                let mark = seat_by(*seat).col_expr(seat::Column::FarewellAt, now);
                mark.filter(seat::Column::FarewellAt.is_null()).exec(&transaction).await
            }
        };
        if marked.map_err(BillingError::from)?.rows_affected == 0 {
            return Ok(());
        }
        let transaction = queue(transaction).await?;
        transaction.commit().await.map_err(BillingError::from)?;
        Ok(())
    }

    /// The address with which a purchase is paid.
    pub(crate) async fn payer_of(&self, purchase: &str) -> Result<Option<String>, BillingError> {
        let row = purchase::Entity::find_by_id(purchase)
            .find_also_related(stripe_customer::Entity)
            .one(&self.database)
            .await?;
        Ok(row
            .and_then(|(_, customer)| customer)
            .map(|customer| customer.email)
            .filter(|email| !email.is_empty()))
    }

    /// Waits until there may be letters, at most `time`.
    pub async fn letters_within(&self, time: std::time::Duration) {
        let _ = tokio::time::timeout(time, self.letters.notified()).await;
    }

    pub(crate) fn wake_letters(&self) {
        self.letters.notify_one();
    }
}
