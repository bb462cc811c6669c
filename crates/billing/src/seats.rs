//! Seats, as those see them who have one or are offered one.

use kernel::{Email, Locale, MemberId, PlanKey};
use sea_orm::sea_query::Expr;
use sea_orm::{ActiveValue::Set, ColumnTrait, DbErr, EntityTrait, QueryFilter, QueryOrder};
use serde::Serialize;

use crate::billing::Billing;
use crate::domains::domain;
use crate::entity::{purchase, seat, seat_group, seat_span};
use crate::error::BillingError;
use crate::groups::{locked, new_seat, recount, taken};
use crate::ids::SeatId;
use crate::plans::unreadable;
use crate::refresh;

/// Why nothing was changed about a seat.
#[derive(Debug, thiserror::Error)]
pub enum SeatError {
    /// It is gone, or never was.
    #[error("there is no such seat")]
    NoSuchSeat,
    /// It is offered to another address.
    #[error("the seat is for another address")]
    NotYours,
    /// All are taken or offered.
    #[error("no seat is free")]
    NoSeat,
    /// So many were offered today that it can't be meant for members.
    #[error("too many seats were offered today")]
    TooMany,
    /// They have one.
    #[error("they have a seat in this group")]
    Seated,
    /// The group's subscription is over, or waits for a payment.
    #[error("the group's subscription is over")]
    Ended,
    /// More seats are taken.
    #[error("{taken} seats are taken or offered")]
    TooFew {
        /// How many.
        taken: u32,
    },
    /// It was shown too long ago what it costs.
    #[error("what it costs must be shown anew")]
    NotShown,
    /// Anybody can have an address in the owner's domain.
    #[error("anybody can have an address in this domain")]
    PublicDomain,
    /// Plans failed.
    #[error(transparent)]
    Billing(#[from] BillingError),
}

/// An offered seat.
#[derive(Clone, Debug)]
pub struct Invitation {
    /// To whom.
    pub email: Email,
    /// Of which plan.
    pub plan: Option<PlanKey>,
    /// The address of who pays.
    pub from: String,
}

/// A seat that a member has.
#[derive(Clone, Debug, Serialize)]
pub struct OwnSeat {
    /// Its id.
    pub id: SeatId,
    /// The plan.
    pub plan: Option<PlanKey>,
    /// Whether the subscription has enough seats for it.
    pub counts: bool,
    /// Whether the subscription renews itself.
    pub renews: bool,
    /// The address of who pays.
    pub from: String,
}

impl Billing {
    /// A seat that is still offered. Three queries.
    pub async fn invitation(&self, id: SeatId) -> Result<Option<Invitation>, BillingError> {
        let Some(row) = seat::Entity::find_by_id(id.0).one(&self.database).await? else { return Ok(None) };
        let offered = row.removed_at.is_none()
            && row.accepted_at.is_none()
            && row.expires_at > self.now().as_millisecond();
        if !offered {
            return Ok(None);
        }
        let (plan, from) = self.group_of(&row.purchase).await?;
        Ok(Some(Invitation {
            email: row.email.parse().map_err(|_| unreadable("seat", "email", row.email))?,
            plan,
            from,
        }))
    }

    /// Takes an offered seat. `email` is the member's proved address.
    pub async fn accept_seat(&self, id: SeatId, member: MemberId, email: &Email) -> Result<(), SeatError> {
        let row = seat::Entity::find_by_id(id.0).one(&self.database).await?;
        let row = row.filter(|row| row.removed_at.is_none()).ok_or(SeatError::NoSuchSeat)?;
        if row.email != email.as_str() {
            return Err(SeatError::NotYours);
        }
        if row.accepted_at.is_some() {
            return Err(SeatError::Seated);
        }
        let now = self.now();
        let transaction = transaction::begin(&self.database).await?;
        let group = locked(&transaction, &row.purchase).await?.ok_or(SeatError::NoSuchSeat)?;
        let others = taken(&transaction, &row.purchase, now).await?;
        let others = others.iter().filter(|other| other.id != row.id).count();
        // One that has expired can be taken all the same while nobody else has it.
        if others >= usize::try_from(group.seats).unwrap_or(0) {
            return Err(SeatError::NoSeat);
        }
        let accepted = seat::Entity::update_many()
            .col_expr(seat::Column::MemberId, Expr::value(member.as_uuid()))
            .col_expr(seat::Column::AcceptedAt, Expr::value(now.as_millisecond()))
            .filter(seat::Column::Id.eq(row.id))
            .filter(seat::Column::AcceptedAt.is_null())
            .filter(seat::Column::RemovedAt.is_null())
            .exec(&transaction)
            .await?;
        if accepted.rows_affected == 0 {
            return Err(SeatError::NoSuchSeat);
        }
        recount(&transaction, &row.purchase).await?;
        transaction.commit().await?;
        Ok(())
    }

    /// Gives a seat up, at once.
    pub async fn leave_seat(&self, member: MemberId, id: SeatId) -> Result<(), SeatError> {
        let row = seat::Entity::find_by_id(id.0).one(&self.database).await?;
        let own = |row: &seat::Model| row.removed_at.is_none() && row.member_id == Some(member.as_uuid());
        let row = row.filter(own).ok_or(SeatError::NoSuchSeat)?;
        self.empty_seat(&row, true).await
    }

    /// Gives a member who has proved an address a seat in a group that is open to its domain, if one
    /// is free and they haven't given one up or lost it. Says whether they got one.
    pub async fn join_by_domain(&self, member: MemberId, email: &Email) -> Result<bool, BillingError> {
        let open = seat_group::Entity::find()
            .filter(seat_group::Column::Domain.eq(domain(email)))
            .order_by_asc(seat_group::Column::Purchase)
            .all(&self.database)
            .await?;
        if open.is_empty() || !self.own_seats(member).await?.is_empty() {
            return Ok(false);
        }
        let now = self.now();
        for group in open {
            let transaction = transaction::begin(&self.database).await?;
            let Some(group) = locked(&transaction, &group.purchase).await? else { continue };
            let running = seat_span::Entity::find()
                .filter(seat_span::Column::Purchase.eq(group.purchase.as_str()))
                .filter(seat_span::Column::StartsAt.lte(now.as_millisecond()))
                .filter(seat_span::Column::EndsAt.gt(now.as_millisecond()))
                .one(&transaction)
                .await?;
            // Removed ones too: whoever was shown out doesn't come in by the back door.
            let known = seat::Entity::find()
                .filter(seat::Column::Purchase.eq(group.purchase.as_str()))
                .filter(seat::Column::Email.eq(email.as_str()))
                .one(&transaction)
                .await?;
            let taken = taken(&transaction, &group.purchase, now).await?.len();
            if running.is_none() || known.is_some() || taken >= usize::try_from(group.seats).unwrap_or(0) {
                continue;
            }
            let mut row = new_seat(now, &group.purchase, email.as_str(), "en", now.as_millisecond());
            row.member_id = Set(Some(member.as_uuid()));
            row.accepted_at = Set(Some(now.as_millisecond()));
            row.mailed_at = Set(Some(now.as_millisecond()));
            seat::Entity::insert(row).exec_without_returning(&transaction).await?;
            recount(&transaction, &group.purchase).await?;
            transaction.commit().await?;
            return Ok(true);
        }
        Ok(false)
    }

    /// The seats a member has. A few queries for each.
    pub async fn own_seats(&self, member: MemberId) -> Result<Vec<OwnSeat>, BillingError> {
        let rows = seat::Entity::find()
            .filter(seat::Column::MemberId.eq(member.as_uuid()))
            .filter(seat::Column::AcceptedAt.is_not_null())
            .filter(seat::Column::RemovedAt.is_null())
            .order_by_asc(seat::Column::AcceptedAt)
            .all(&self.database)
            .await?;
        let mut seats = Vec::new();
        for row in rows {
            let purchase = purchase::Entity::find_by_id(row.purchase.as_str()).one(&self.database).await?;
            let facts = purchase.as_ref().map(refresh::parse).transpose()?;
            let (plan, from) = self.group_of(&row.purchase).await?;
            seats.push(OwnSeat {
                id: SeatId(row.id),
                plan,
                counts: row.counts,
                renews: facts.is_some_and(|facts| facts.status.is_live() && facts.cancel_at.is_none()),
                from,
            });
        }
        Ok(seats)
    }

    /// Empties a seat; the next that stands gets it. With `told` nobody is mailed about it.
    pub(crate) async fn empty_seat(&self, row: &seat::Model, told: bool) -> Result<(), SeatError> {
        let now = self.now().as_millisecond();
        let transaction = transaction::begin(&self.database).await?;
        locked(&transaction, &row.purchase).await?;
        seat::Entity::update_many()
            .col_expr(seat::Column::RemovedAt, Expr::value(now))
            .col_expr(seat::Column::Counts, Expr::value(false))
            .col_expr(seat::Column::FarewellAt, Expr::value(told.then_some(now)))
            .filter(seat::Column::Id.eq(row.id))
            .exec(&transaction)
            .await?;
        recount(&transaction, &row.purchase).await?;
        transaction.commit().await?;
        Ok(())
    }

    /// The plan of a group, and the address of who pays.
    async fn group_of(&self, purchase: &str) -> Result<(Option<PlanKey>, String), BillingError> {
        let group = seat_group::Entity::find_by_id(purchase).one(&self.database).await?;
        let plan = group.and_then(|group| group.plan);
        let plan = plan.map(|plan| plan.parse().map_err(|_| unreadable("seat_group", "plan", plan)));
        Ok((plan.transpose()?, self.payer_of(purchase).await?.unwrap_or_default()))
    }

    /// Forgets an address for which seats are kept: its account is deleted.
    pub async fn forget_seats(&self, member: MemberId, email: &Email) -> Result<(), BillingError> {
        let rows =
            seat::Entity::find().filter(seat::Column::Email.eq(email.as_str())).all(&self.database).await?;
        for row in rows {
            let own = row.member_id.is_none_or(|id| id == member.as_uuid());
            if own && row.removed_at.is_none() {
                self.empty_seat(&row, true).await.map_err(|error| match error {
                    SeatError::Billing(error) => error,
                    _ => BillingError::NoSuchPurchase,
                })?;
            }
        }
        seat::Entity::update_many()
            .col_expr(seat::Column::Email, Expr::value(""))
            .filter(seat::Column::Email.eq(email.as_str()))
            .exec(&self.database)
            .await?;
        Ok(())
    }
}

/// The language of a mail to somebody of whom nothing else is known.
pub(crate) fn locale_of(text: &str) -> Result<Locale, BillingError> {
    text.parse().map_err(|_| unreadable("seat", "locale", text.to_owned()))
}

impl From<DbErr> for SeatError {
    fn from(error: DbErr) -> Self {
        Self::Billing(error.into())
    }
}
