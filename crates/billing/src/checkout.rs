//! Buying: from a price on our page to Stripe's, once.
//!
//! A buyer is on one way at a time: the open row of a buyer is unique, and a second click, in this
//! tab or another, continues it. What was paid is found out from Stripe, not from the browser's
//! coming back. A row that was paid is closed in the transaction that writes the purchase down, so
//! whoever can make a new row sees the purchase of the last.

use std::time::Duration;

use jiff::SignedDuration;
use kernel::{Email, Locale, MemberId};
use sea_orm::sea_query::{Expr, OnConflict};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder,
    SqlErr,
};
use uuid::Uuid;

use crate::billing::Billing;
use crate::entity::{checkout, purchase, stripe_customer};
use crate::error::BillingError;
use crate::facts::{Facts, Payment, Status};
use crate::prices::{Every, Price, PriceId};
use crate::refresh;
use crate::stripe::fetch::CheckoutState;
use crate::stripe::{NewCheckout, Payer, Promotion, Stripe, StripeFailure};
use crate::tasks::{self, Task};

/// How often a buyer who does several things at once is looked at anew. In each round one of their
/// requests gets its page.
const ROUNDS: usize = 40;
/// The pause while another request of the same buyer is under way, and how long one can be; one
/// that takes longer has died.
const PAUSE: Duration = Duration::from_millis(100);
const UNDER_WAY: SignedDuration = SignedDuration::from_secs(40);

/// Who buys.
#[derive(Clone, Debug)]
pub enum Buyer {
    /// Somebody signed in.
    Member {
        /// Who.
        id: MemberId,
        /// Their address.
        email: Email,
    },
    /// Somebody who isn't, known by a hash of their browser's key.
    Visitor(String),
}

/// What somebody wants to buy.
#[derive(Clone, Debug)]
pub struct Order {
    /// Who.
    pub buyer: Buyer,
    /// At which price.
    pub price: PriceId,
    /// In which language.
    pub locale: Locale,
    /// The local path to go on reading at.
    pub return_to: String,
    /// Absolute address of the page that waits for the payment; the checkout's id is put after it.
    pub done_url: String,
    /// Absolute address to go to if they turn back.
    pub cancel_url: String,
    /// A promotion code they came with.
    pub code: Option<String>,
}

/// Where a buyer goes next.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Next {
    /// To this page of Stripe's.
    Pay(String),
    /// To the page that waits: this checkout has been paid.
    Wait(CheckoutId),
    /// Nowhere: they have it already.
    Subscribed,
}

/// A checkout's own id.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CheckoutId(Uuid);

impl Billing {
    /// Starts a purchase, or continues the one that was begun.
    pub async fn buy(&self, order: &Order) -> Result<Next, BillingError> {
        let stripe = self.stripe()?;
        let (price, stripe_price) = self.price(order.price).await?.ok_or(BillingError::NoSuchPrice)?;
        let stripe_price = stripe_price.filter(|_| price.offered).ok_or(BillingError::NoSuchPrice)?;
        for _ in 0..ROUNDS {
            let row = match self.open_checkout(&order.buyer).await? {
                Some(open) => match self.resume(stripe, open, order).await? {
                    Resumed::Next(next) => return Ok(next),
                    // Another request of this buyer made the row a moment ago. What Stripe is asked
                    // for is the row's, and so is the idempotency key: both get the same page.
                    Resumed::Unfinished(row) => *row,
                    Resumed::Busy => {
                        tokio::time::sleep(PAUSE).await;
                        continue;
                    }
                    Resumed::Gone => continue,
                },
                None => match self.insert_checkout(order, &price).await? {
                    Some(row) => row,
                    None => continue,
                },
            };
            // Looked for only now that no other row of theirs can be paid.
            if let Some(next) = self.bought_before(&order.buyer, &price).await? {
                self.give_up(row.id).await?;
                return Ok(next);
            }
            if let Some(next) = self.lead(stripe, &row, order, &price, &stripe_price).await? {
                return Ok(next);
            }
        }
        Err(StripeFailure::Unreachable("too many checkouts of one buyer at once".to_owned()).into())
    }

    /// What a promotion code takes off; `None` if there is none that can be used.
    pub async fn promotion(&self, code: &str) -> Result<Option<Promotion>, BillingError> {
        Ok(self.stripe()?.promotion(code).await?.map(|(_, promotion)| promotion))
    }

    /// What the buyer has already that makes this purchase one too many. A visitor is known by
    /// what was paid from their browser, whether or not they have proved whose it is.
    async fn bought_before(&self, buyer: &Buyer, price: &Price) -> Result<Option<Next>, BillingError> {
        let now = self.now();
        let hinders = |facts: &Facts| match facts.status {
            // Seats are for others.
            _ if facts.plan.is_none() || !facts.bought.is_plan() => false,
            Status::Once => {
                matches!(price.every, Every::Pass { .. })
                    && facts.plan.as_ref() == Some(&price.plan)
                    && facts.period.until > now
                    && !facts.payments.iter().any(Payment::is_refunded)
            }
            status => status.is_live(),
        };
        match buyer {
            Buyer::Member { id, .. } => {
                let purchases = self.purchases(*id).await?;
                Ok(purchases.iter().any(|purchase| hinders(&purchase.facts)).then_some(Next::Subscribed))
            }
            Buyer::Visitor(_) => {
                for (row, customer) in self.paid_checkouts(buyer).await? {
                    let bought = purchase::Entity::find().filter(purchase::Column::Customer.eq(customer));
                    for purchase in bought.all(&self.database).await? {
                        if hinders(&refresh::parse(&purchase)?) {
                            return Ok(Some(Next::Wait(CheckoutId(row))));
                        }
                    }
                }
                Ok(None)
            }
        }
    }

    /// The checkouts a buyer has paid, newest first, with their customers.
    pub(crate) async fn paid_checkouts(&self, buyer: &Buyer) -> Result<Vec<(Uuid, String)>, BillingError> {
        let rows = checkout::Entity::find()
            .filter(checkout::Column::Buyer.eq(buyer.key()))
            .filter(checkout::Column::State.eq("complete"))
            .order_by_desc(checkout::Column::CreatedAt)
            .all(&self.database)
            .await?;
        Ok(rows.into_iter().filter_map(|row| Some((row.id, row.customer?))).collect())
    }

    async fn open_checkout(&self, buyer: &Buyer) -> Result<Option<checkout::Model>, BillingError> {
        let open = checkout::Entity::find()
            .filter(checkout::Column::Buyer.eq(buyer.key()))
            .filter(checkout::Column::State.eq("open"));
        Ok(open.one(&self.database).await?)
    }

    /// Goes on with a checkout that was begun, if it is for the same thing and can still be paid.
    async fn resume(
        &self,
        stripe: &Stripe,
        open: checkout::Model,
        order: &Order,
    ) -> Result<Resumed, BillingError> {
        let same =
            open.price == order.price.0 && open.locale == order.locale.as_str() && open.code == order.code;
        if same && open.return_to != order.return_to {
            // They go on where they clicked last.
            checkout::Entity::update_many()
                .col_expr(checkout::Column::ReturnTo, Expr::value(order.return_to.as_str()))
                .filter(checkout::Column::Id.eq(open.id))
                .exec(&self.database)
                .await?;
        }
        let Some(session) = &open.session else {
            let age = self.now().duration_since(kernel::time::from_millis(open.created_at));
            return match (same && !open.done_url.is_empty(), age > UNDER_WAY) {
                (true, _) => Ok(Resumed::Unfinished(Box::new(open))),
                (false, false) => Ok(Resumed::Busy),
                (false, true) => self.close(open.id).await.map(|()| Resumed::Gone),
            };
        };
        self.resume_page(stripe, &open, session, same).await
    }

    /// Goes on with a checkout that has a page.
    async fn resume_page(
        &self,
        stripe: &Stripe,
        open: &checkout::Model,
        session: &str,
        same: bool,
    ) -> Result<Resumed, BillingError> {
        match stripe.checkout(session).await?.map(|found| found.state) {
            Some(CheckoutState::Complete) => return Ok(Resumed::Next(Next::Wait(CheckoutId(open.id)))),
            Some(CheckoutState::Open) if same => {
                return Ok(Resumed::Next(Next::Pay(open.url.clone().unwrap_or_default())));
            }
            Some(CheckoutState::Open) => {
                if take_back(stripe, session).await? == CheckoutState::Complete {
                    return Ok(Resumed::Next(Next::Wait(CheckoutId(open.id))));
                }
            }
            Some(CheckoutState::Expired) | None => {}
        }
        self.close(open.id).await?;
        Ok(Resumed::Gone)
    }

    /// A new row; `None` if another request of this buyer was faster.
    async fn insert_checkout(
        &self,
        order: &Order,
        price: &Price,
    ) -> Result<Option<checkout::Model>, BillingError> {
        let trial_days = if price.trial_days > 0 && self.had_trial(&order.buyer).await? {
            0
        } else {
            i32::try_from(price.trial_days).unwrap_or(0)
        };
        let now = self.now();
        let row = checkout::Model {
            id: kernel::id::v7(now),
            buyer: order.buyer.key(),
            member_id: order.buyer.member().map(MemberId::as_uuid),
            price: order.price.0,
            locale: order.locale.to_string(),
            return_to: order.return_to.clone(),
            session: None,
            url: None,
            customer: None,
            state: "open".to_owned(),
            created_at: now.as_millisecond(),
            done_url: order.done_url.clone(),
            cancel_url: order.cancel_url.clone(),
            trial_days,
            code: order.code.clone(),
        };
        let new = row.clone().into_active_model().reset_all();
        match checkout::Entity::insert(new).exec_without_returning(&self.database).await {
            Ok(_) => Ok(Some(row)),
            Err(error) if matches!(error.sql_err(), Some(SqlErr::UniqueConstraintViolation(_))) => Ok(None),
            Err(error) => Err(error.into()),
        }
    }

    /// Makes Stripe's page for a row; `None` if the buyer must be looked at anew.
    async fn lead(
        &self,
        stripe: &Stripe,
        row: &checkout::Model,
        order: &Order,
        price: &Price,
        stripe_price: &str,
    ) -> Result<Option<Next>, BillingError> {
        let customer = match &order.buyer {
            Buyer::Member { id, email } => {
                let customer = self.customer_of(stripe, *id, email, &order.locale).await;
                match customer {
                    Ok(customer) => Some(customer),
                    Err(error) => return self.give_up(row.id).await.and(Err(error)),
                }
            }
            Buyer::Visitor(_) => None,
        };
        let promotion = match &row.code {
            Some(code) => match stripe.promotion(code).await {
                Ok(Some((id, _))) => Some(id),
                Ok(None) => return self.give_up(row.id).await.and(Err(BillingError::NoSuchCode)),
                Err(failure) => return self.give_up(row.id).await.and(Err(failure.into())),
            },
            None => None,
        };
        let new = NewCheckout {
            id: row.id,
            promotion: promotion.as_deref(),
            price,
            stripe_price,
            payer: customer.as_deref().map_or(Payer::Stranger, Payer::Customer),
            locale: &order.locale,
            success_url: format!("{}{}", row.done_url, row.id),
            cancel_url: &row.cancel_url,
            trial_days: u32::try_from(row.trial_days).unwrap_or(0),
        };
        let sold = match stripe.create_checkout(&new).await {
            Ok(sold) => sold,
            Err(failure) => {
                // Stripe may remember the failure under this row's key: the next try gets another.
                let given_up = self.give_up(row.id).await?;
                if let Some(customer) = customer.filter(|customer| failure.misses(customer)) {
                    // The customer was deleted at Stripe, and we hadn't heard of it.
                    self.note_deleted(&customer).await?;
                    return Ok(None);
                }
                // Another request of this buyer got the page that this one didn't.
                return if given_up { Err(failure.into()) } else { Ok(None) };
            }
        };
        let kept = checkout::Entity::update_many()
            .col_expr(checkout::Column::Session, Expr::value(sold.session.as_str()))
            .col_expr(checkout::Column::Url, Expr::value(sold.url.as_str()))
            .filter(checkout::Column::Id.eq(row.id))
            .filter(checkout::Column::State.eq("open"))
            .exec(&self.database)
            .await?;
        if kept.rows_affected == 0 {
            // The buyer chose something else meanwhile; nobody has seen this page.
            take_back(stripe, &sold.session).await?;
            return Ok(None);
        }
        Ok(Some(Next::Pay(sold.url)))
    }

    /// A member's customer at Stripe, made if need be: the same one, whoever asks first.
    pub(crate) async fn customer_of(
        &self,
        stripe: &Stripe,
        member: MemberId,
        email: &Email,
        locale: &Locale,
    ) -> Result<String, BillingError> {
        let known = self.customer_rows(member).await?;
        if let Some(row) = known.iter().find(|row| row.deleted_at.is_none()) {
            return Ok(row.id.clone());
        }
        // For each customer that was deleted, Stripe is asked for another.
        let id = stripe.create_customer(member, email, locale, known.len()).await?;
        let row = stripe_customer::ActiveModel {
            id: Set(id.clone()),
            member_id: Set(Some(member.as_uuid())),
            email: Set(email.to_string()),
            created_at: Set(self.now().as_millisecond()),
            ..Default::default()
        };
        // Stripe's message that the customer was made may have been here first.
        let heard_of = OnConflict::column(stripe_customer::Column::Id)
            .update_column(stripe_customer::Column::MemberId)
            .to_owned();
        stripe_customer::Entity::insert(row)
            .on_conflict(heard_of)
            .exec_without_returning(&self.database)
            .await?;
        Ok(id)
    }

    /// Sells nothing to a customer any more that Stripe has deleted, and has it looked at.
    async fn note_deleted(&self, customer: &str) -> Result<(), BillingError> {
        stripe_customer::Entity::update_many()
            .col_expr(stripe_customer::Column::DeletedAt, Expr::value(self.now().as_millisecond()))
            .filter(stripe_customer::Column::Id.eq(customer))
            .exec(&self.database)
            .await?;
        tasks::ask(&self.database, self.now(), &Task::Customer(customer.to_owned())).await?;
        self.wake.notify_waiters();
        Ok(())
    }

    /// Closes a checkout that can't be paid any more.
    async fn close(&self, id: Uuid) -> Result<(), BillingError> {
        checkout::Entity::update_many()
            .col_expr(checkout::Column::State, Expr::value("expired"))
            .filter(checkout::Column::Id.eq(id))
            .filter(checkout::Column::State.eq("open"))
            .exec(&self.database)
            .await?;
        Ok(())
    }

    /// Closes a checkout that this request got no page for; false if another request got one.
    async fn give_up(&self, id: Uuid) -> Result<bool, BillingError> {
        let closed = checkout::Entity::update_many()
            .col_expr(checkout::Column::State, Expr::value("expired"))
            .filter(checkout::Column::Id.eq(id))
            .filter(checkout::Column::State.eq("open"))
            .filter(checkout::Column::Session.is_null())
            .exec(&self.database)
            .await?;
        Ok(closed.rows_affected > 0)
    }
}

/// Takes a page back, so that nobody pays there any more; gives what became of it. It can have been
/// paid a moment ago, or taken back by another request of the same buyer.
async fn take_back(stripe: &Stripe, session: &str) -> Result<CheckoutState, BillingError> {
    match stripe.expire_checkout(session).await {
        Ok(()) => Ok(CheckoutState::Expired),
        Err(StripeFailure::Refused { .. }) => {
            Ok(stripe.checkout(session).await?.map_or(CheckoutState::Expired, |found| found.state))
        }
        Err(failure) => Err(failure.into()),
    }
}

enum Resumed {
    /// This is where to go.
    Next(Next),
    /// It was begun, and has no page yet.
    Unfinished(Box<checkout::Model>),
    /// Another request of theirs is getting a page for something else.
    Busy,
    /// It is over; another can be begun.
    Gone,
}

impl Buyer {
    pub(crate) fn key(&self) -> String {
        match self {
            Self::Member { id, .. } => format!("member {id}"),
            Self::Visitor(browser) => format!("browser {browser}"),
        }
    }

    pub(crate) fn member(&self) -> Option<MemberId> {
        match self {
            Self::Member { id, .. } => Some(*id),
            Self::Visitor(_) => None,
        }
    }
}

impl CheckoutId {
    pub(crate) const fn as_uuid(self) -> Uuid {
        self.0
    }
}

impl std::fmt::Display for CheckoutId {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.fmt(f)
    }
}

impl std::str::FromStr for CheckoutId {
    type Err = uuid::Error;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Uuid::from_str(text).map(Self)
    }
}
