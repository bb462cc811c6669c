//! Groups: a subscription for several people, as its owner sees and changes it.
//!
//! The owner is who pays. Seats are offered to addresses, and an offered seat is taken in the count
//! until it is accepted, refused by time or taken back. The owner can't have fewer seats than are
//! taken. If Stripe's dashboard leaves fewer all the same, the seats accepted last stand empty-handed
//! until there are enough again.

use jiff::{SignedDuration, Timestamp};
use kernel::time::from_millis;
use kernel::{Email, Locale, MemberId, Money, PlanKey};
use sea_orm::sea_query::{Expr, OnConflict};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QueryOrder, QuerySelect,
};
use serde::Serialize;

use crate::billing::Billing;
use crate::domains::{domain, is_public};
use crate::entity::{offer, purchase, seat, seat_group, seat_span, stripe_customer};
use crate::error::BillingError;
use crate::facts::{Bought, Facts};
use crate::ids::SeatId;
use crate::ordering::MOST_SEATS;
use crate::plans::unreadable;
use crate::purchases::Purchase;
use crate::rule;
use crate::seats::SeatError;

/// How long a seat is kept for somebody who doesn't answer.
const KEPT: SignedDuration = SignedDuration::from_hours(30 * 24);
/// How long after the preview a change is settled as it was shown.
const SHOWN: SignedDuration = SignedDuration::from_mins(60);
/// How often the same invitation is mailed at most.
const MAILED_EVERY: SignedDuration = SignedDuration::from_hours(24);

/// Seats that can be offered in a day, besides twice as many as there are.
const OFFERS_A_DAY: usize = 10;

/// A group, as its owner sees it.
#[derive(Clone, Debug, Serialize)]
pub struct Group {
    /// Stripe's id of the subscription.
    pub purchase: String,
    /// What its members have.
    pub plan: Option<PlanKey>,
    /// How many may.
    pub seats: u32,
    /// Whether they may read now.
    pub open: bool,
    /// Addresses in this domain may join by themselves.
    pub domain: Option<String>,
    /// The seats that are taken or offered, the first first.
    pub taken: Vec<Seat>,
}

/// A seat that is taken or offered.
#[derive(Clone, Debug, Serialize)]
pub struct Seat {
    /// Its id.
    pub id: SeatId,
    /// Whose.
    pub email: Email,
    /// How it stands.
    pub state: SeatState,
    /// When it was accepted, or offered.
    pub since: Timestamp,
}

/// How a seat stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum SeatState {
    /// Offered.
    Invited,
    /// Taken.
    Taken,
    /// Taken, but the subscription has fewer seats now.
    Standing,
}

impl Group {
    /// How many seats nobody has.
    #[must_use]
    pub fn free(&self) -> u32 {
        self.seats.saturating_sub(u32::try_from(self.taken.len()).unwrap_or(u32::MAX))
    }
}

impl Billing {
    /// The groups a member pays for. A few queries.
    pub async fn groups(&self, owner: MemberId) -> Result<Vec<Group>, BillingError> {
        let mut groups = Vec::new();
        for purchase in self.purchases(owner).await? {
            if matches!(purchase.facts.bought, Bought::Seats(_)) {
                groups.extend(self.group(&purchase).await?);
            }
        }
        Ok(groups)
    }

    async fn group(&self, purchase: &Purchase) -> Result<Option<Group>, BillingError> {
        let row = seat_group::Entity::find_by_id(purchase.id.as_str()).one(&self.database).await?;
        let Some(row) = row else { return Ok(None) };
        let now = self.now();
        let rows = taken(&self.database, &row.purchase, now).await?;
        let seats = rows.into_iter().map(|row| {
            let state = match (row.accepted_at, row.counts) {
                (None, _) => SeatState::Invited,
                (Some(_), true) => SeatState::Taken,
                (Some(_), false) => SeatState::Standing,
            };
            Ok(Seat {
                id: SeatId(row.id),
                since: from_millis(row.accepted_at.unwrap_or(row.invited_at)),
                email: row.email.parse().map_err(|_| unreadable("seat", "email", row.email))?,
                state,
            })
        });
        let plan = row.plan.map(|plan| plan.parse().map_err(|_| unreadable("seat_group", "plan", plan)));
        Ok(Some(Group {
            purchase: row.purchase,
            plan: plan.transpose()?,
            seats: count(row.seats),
            open: rule::explain(&purchase.facts, &self.policy, now).0,
            domain: row.domain,
            taken: seats.collect::<Result<_, BillingError>>()?,
        }))
    }

    /// Offers a seat of an owner's group to an address, or offers it anew. The mail is in `locale`.
    pub async fn invite(
        &self,
        owner: MemberId,
        purchase: &str,
        email: &Email,
        locale: &Locale,
    ) -> Result<(), SeatError> {
        let own = self.own_group(owner, purchase).await?;
        let now = self.now();
        if !rule::explain(&own.facts, &self.policy, now).0 {
            return Err(SeatError::Ended);
        }
        let transaction = transaction::begin(&self.database).await?;
        let group = locked(&transaction, purchase).await?.ok_or(SeatError::Ended)?;
        let taken = taken(&transaction, purchase, now).await?;
        let until = now.checked_add(KEPT).unwrap_or(Timestamp::MAX).as_millisecond();
        let known = seat::Entity::find()
            .filter(seat::Column::Purchase.eq(purchase))
            .filter(seat::Column::Email.eq(email.as_str()))
            .filter(seat::Column::RemovedAt.is_null())
            .one(&transaction)
            .await?;
        let holds = |id| taken.iter().any(|row| row.id == id);
        if known.as_ref().is_some_and(|row| row.accepted_at.is_some()) {
            return Err(SeatError::Seated);
        }
        let counted = known.as_ref().is_some_and(|row| holds(row.id));
        if !counted && taken.len() >= usize::try_from(group.seats).unwrap_or(0) {
            return Err(SeatError::NoSeat);
        }
        if let Some(row) = known {
            let mailed_lately =
                row.mailed_at.is_some_and(|at| now.duration_since(from_millis(at)) < MAILED_EVERY);
            let mut again = seat::Entity::update_many()
                .col_expr(seat::Column::ExpiresAt, Expr::value(until))
                .col_expr(seat::Column::Locale, Expr::value(locale.as_str()))
                .filter(seat::Column::Id.eq(row.id));
            if !mailed_lately {
                again = again.col_expr(seat::Column::MailedAt, Expr::value(Option::<i64>::None));
            }
            again.exec(&transaction).await?;
        } else {
            let mailed_at = self.may_offer(&transaction, &group, email, now).await?;
            let mut row = new_seat(now, purchase, email.as_str(), locale.as_str(), until);
            row.mailed_at = Set(mailed_at);
            seat::Entity::insert(row).exec_without_returning(&transaction).await?;
        }
        transaction.commit().await?;
        self.wake_letters();
        Ok(())
    }

    /// Whether another address may be offered a seat today; and when the same one was mailed, if that
    /// was within a day. So nobody is mailed over and over by taking seats back and offering them.
    async fn may_offer(
        &self,
        db: &impl ConnectionTrait,
        group: &seat_group::Model,
        email: &Email,
        now: Timestamp,
    ) -> Result<Option<i64>, SeatError> {
        let since = now.checked_sub(MAILED_EVERY).unwrap_or(now).as_millisecond();
        let lately = seat::Entity::find()
            .filter(seat::Column::Purchase.eq(group.purchase.as_str()))
            .filter(seat::Column::InvitedAt.gt(since))
            .all(db)
            .await?;
        if lately.len() >= OFFERS_A_DAY + 2 * usize::try_from(group.seats).unwrap_or(0) {
            return Err(SeatError::TooMany);
        }
        let same = lately.iter().filter(|row| row.email == email.as_str());
        Ok(same.filter_map(|row| row.mailed_at).max())
    }

    /// Takes a seat of an owner's group back, at once.
    pub async fn remove_seat(&self, owner: MemberId, seat: SeatId) -> Result<(), SeatError> {
        let row = seat::Entity::find_by_id(seat.0).one(&self.database).await?;
        let row = row.filter(|row| row.removed_at.is_none()).ok_or(SeatError::NoSuchSeat)?;
        self.own_group(owner, &row.purchase).await?;
        // Who never had the seat, or gives it up themselves, needs no mail.
        let told = row.accepted_at.is_none() || row.member_id == Some(owner.as_uuid());
        self.empty_seat(&row, told).await?;
        self.wake_letters();
        Ok(())
    }

    /// Lets all join by themselves who prove an address in the owner's own domain, or nobody any more.
    pub async fn open_to_domain(
        &self,
        owner: MemberId,
        email: &Email,
        purchase: &str,
        opened: bool,
    ) -> Result<(), SeatError> {
        self.own_group(owner, purchase).await?;
        let own = domain(email);
        if opened && is_public(own) {
            return Err(SeatError::PublicDomain);
        }
        seat_group::Entity::update_many()
            .col_expr(seat_group::Column::Domain, Expr::value(opened.then(|| own.to_owned())))
            .filter(seat_group::Column::Purchase.eq(purchase))
            .exec(&self.database)
            .await?;
        Ok(())
    }

    /// What another number of seats would cost now; negative if something would be credited. The
    /// moment goes to [`Self::set_seats`], so that what was shown is what is settled.
    pub async fn preview_seats(
        &self,
        owner: MemberId,
        purchase: &str,
        seats: u32,
    ) -> Result<(Money, Timestamp), SeatError> {
        self.may_have(owner, purchase, seats).await?;
        let now = self.now();
        let due = self.stripe()?.preview_seats(purchase, seats, now).await.map_err(BillingError::from)?;
        Ok((due, now))
    }

    /// Sets the number of seats, and settles the difference as it was shown.
    pub async fn set_seats(
        &self,
        owner: MemberId,
        purchase: &str,
        seats: u32,
        shown_at: Timestamp,
    ) -> Result<(), SeatError> {
        let own = self.may_have(owner, purchase, seats).await?;
        let now = self.now();
        let shown =
            shown_at <= now && now.duration_since(shown_at) <= SHOWN && shown_at >= own.facts.period.from;
        if !shown {
            return Err(SeatError::NotShown);
        }
        self.stripe()?.set_seats(purchase, seats, shown_at).await.map_err(BillingError::from)?;
        self.look_at(&own).await?;
        Ok(())
    }

    /// The owner's group, if it may have so many seats.
    async fn may_have(&self, owner: MemberId, purchase: &str, seats: u32) -> Result<Purchase, SeatError> {
        let own = self.own_group(owner, purchase).await?;
        if !own.facts.status.is_live() {
            return Err(SeatError::Ended);
        }
        let taken = taken(&self.database, purchase, self.now()).await?.len();
        let taken = u32::try_from(taken).unwrap_or(u32::MAX);
        if seats < taken {
            return Err(SeatError::TooFew { taken });
        }
        let at_least = self.least_seats(own.facts.plan.as_ref()).await?;
        if !(at_least..=MOST_SEATS).contains(&seats) {
            return Err(SeatError::Billing(BillingError::Seats { at_least, at_most: MOST_SEATS }));
        }
        Ok(own)
    }

    /// The fewest seats of a plan that are, or were, sold.
    async fn least_seats(&self, plan: Option<&PlanKey>) -> Result<u32, BillingError> {
        let Some(plan) = plan else { return Ok(1) };
        let offers = offer::Entity::find()
            .filter(offer::Column::Kind.eq("seats"))
            .filter(offer::Column::Plan.eq(plan.as_str()))
            .all(&self.database)
            .await?;
        Ok(offers.iter().filter_map(|offer| offer.min_seats).min().map_or(1, count))
    }

    async fn own_group(&self, owner: MemberId, purchase: &str) -> Result<Purchase, BillingError> {
        let own = self.own(owner, purchase).await?;
        if matches!(own.facts.bought, Bought::Seats(_)) { Ok(own) } else { Err(BillingError::NoSuchPurchase) }
    }

    /// Writes down what the facts of its purchase make of a group. Its owner has the first seat.
    pub(crate) async fn settle_group(
        &self,
        db: &impl ConnectionTrait,
        now: Timestamp,
        purchase: &str,
        facts: &Facts,
        seats: u32,
        owner: Option<MemberId>,
    ) -> Result<(), BillingError> {
        let row = seat_group::ActiveModel {
            purchase: Set(purchase.to_owned()),
            plan: Set(facts.plan.as_ref().map(ToString::to_string)),
            seats: Set(i32::try_from(seats).unwrap_or(i32::MAX)),
            domain: Set(None),
        };
        let known = OnConflict::column(seat_group::Column::Purchase)
            .update_columns([seat_group::Column::Plan, seat_group::Column::Seats])
            .to_owned();
        seat_group::Entity::insert(row).on_conflict(known).exec_without_returning(db).await?;
        for span in rule::access(facts, &self.policy) {
            let row = seat_span::ActiveModel {
                id: Set(kernel::id::v7(now)),
                purchase: Set(purchase.to_owned()),
                starts_at: Set(span.from.as_millisecond()),
                ends_at: Set(span.until.as_millisecond()),
            };
            seat_span::Entity::insert(row).exec_without_returning(db).await?;
        }
        if let Some(owner) = owner {
            seat_owner(db, now, purchase, owner, facts.started_at).await?;
        }
        recount(db, purchase).await
    }
}

/// Gives the owner the first seat of a group in which nobody has had one.
async fn seat_owner(
    db: &impl ConnectionTrait,
    now: Timestamp,
    purchase: &str,
    owner: MemberId,
    since: Timestamp,
) -> Result<(), BillingError> {
    let any = seat::Entity::find().filter(seat::Column::Purchase.eq(purchase)).one(db).await?;
    let row =
        purchase::Entity::find_by_id(purchase).find_also_related(stripe_customer::Entity).one(db).await?;
    let (None, Some((_, Some(customer)))) = (any, row) else { return Ok(()) };
    // A seat is an address's.
    if customer.email.is_empty() {
        return Ok(());
    }
    let mut seat = new_seat(now, purchase, &customer.email, "en", now.as_millisecond());
    seat.member_id = Set(Some(owner.as_uuid()));
    seat.accepted_at = Set(Some(since.as_millisecond()));
    seat.mailed_at = Set(Some(now.as_millisecond()));
    seat::Entity::insert(seat).exec_without_returning(db).await?;
    Ok(())
}

/// A seat offered to an address.
pub(crate) fn new_seat(
    now: Timestamp,
    purchase: &str,
    email: &str,
    locale: &str,
    until: i64,
) -> seat::ActiveModel {
    seat::ActiveModel {
        id: Set(kernel::id::v7(now)),
        purchase: Set(purchase.to_owned()),
        email: Set(email.to_owned()),
        member_id: Set(None),
        invited_at: Set(now.as_millisecond()),
        expires_at: Set(until),
        accepted_at: Set(None),
        removed_at: Set(None),
        counts: Set(false),
        locale: Set(locale.to_owned()),
        mailed_at: Set(None),
        farewell_at: Set(None),
    }
}

/// A group's row, locked so that two who count its seats wait for each other. SQLite has one writer
/// anyway.
pub(crate) async fn locked(
    db: &impl ConnectionTrait,
    purchase: &str,
) -> Result<Option<seat_group::Model>, DbErr> {
    seat_group::Entity::find_by_id(purchase).lock_exclusive().one(db).await
}

/// The seats of a group that are taken or offered, the first first.
pub(crate) async fn taken(
    db: &impl ConnectionTrait,
    purchase: &str,
    now: Timestamp,
) -> Result<Vec<seat::Model>, DbErr> {
    let there = seat::Entity::find()
        .filter(seat::Column::Purchase.eq(purchase))
        .filter(seat::Column::RemovedAt.is_null())
        .order_by_asc(seat::Column::InvitedAt)
        .order_by_asc(seat::Column::Id)
        .all(db)
        .await?;
    let holds = |row: &seat::Model| row.accepted_at.is_some() || row.expires_at > now.as_millisecond();
    Ok(there.into_iter().filter(holds).collect())
}

/// Decides which of the accepted seats count: as many as there are, the first accepted first.
pub(crate) async fn recount(db: &impl ConnectionTrait, purchase: &str) -> Result<(), BillingError> {
    let Some(group) = seat_group::Entity::find_by_id(purchase).one(db).await? else { return Ok(()) };
    let accepted = seat::Entity::find()
        .filter(seat::Column::Purchase.eq(purchase))
        .filter(seat::Column::RemovedAt.is_null())
        .filter(seat::Column::AcceptedAt.is_not_null())
        .order_by_asc(seat::Column::AcceptedAt)
        .order_by_asc(seat::Column::Id)
        .all(db)
        .await?;
    let seats = usize::try_from(group.seats).unwrap_or(0);
    for (place, row) in accepted.into_iter().enumerate() {
        let counts = place < seats;
        if row.counts != counts {
            seat::Entity::update_many()
                .col_expr(seat::Column::Counts, Expr::value(counts))
                .filter(seat::Column::Id.eq(row.id))
                .exec(db)
                .await?;
        }
    }
    Ok(())
}

fn count(number: i32) -> u32 {
    u32::try_from(number).unwrap_or(0)
}
