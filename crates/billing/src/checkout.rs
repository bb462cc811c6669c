//! Buying: from a price on our page to Stripe's, once.
//!
//! A buyer is on one way at a time: the open row of a buyer is unique, and a second click, in this
//! tab or another, continues it. What was paid is found out from Stripe, not from the browser's
//! coming back.

use kernel::{Email, Locale, MemberId};
use sea_orm::sea_query::{Expr, OnConflict};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, SqlErr};
use uuid::Uuid;

use crate::billing::Billing;
use crate::entity::{checkout, stripe_customer};
use crate::error::BillingError;
use crate::prices::{Price, PriceId};
use crate::stripe::fetch::CheckoutState;
use crate::stripe::{NewCheckout, Offer, Payer, Stripe, StripeFailure};
use crate::tasks::{self, Task};

/// How often a buyer who does several things at once is looked at anew.
const ROUNDS: usize = 5;

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
    /// Nowhere: they have a subscription.
    Subscribed,
}

/// A checkout's own id.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CheckoutId(Uuid);

/// How far a checkout has got, as far as is written down.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Progress {
    /// The step.
    pub step: Step,
    /// The local path to go on reading at.
    pub return_to: String,
    /// The address it was paid with, once it is paid.
    pub email: Option<Email>,
    /// The member it belongs to, if it is known.
    pub member: Option<MemberId>,
}

/// A step of a checkout.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// Not paid yet, as far as we know.
    Open,
    /// Paid, and written down.
    Complete,
    /// Not paid, and can't be any more.
    Expired,
}

impl Billing {
    /// Starts a purchase, or continues the one that was begun.
    pub async fn buy(&self, order: &Order) -> Result<Next, BillingError> {
        let stripe = self.stripe()?;
        let (price, stripe_price) = self.price(order.price).await?.ok_or(BillingError::NoSuchPrice)?;
        let stripe_price = stripe_price.filter(|_| price.offered).ok_or(BillingError::NoSuchPrice)?;
        if let Buyer::Member { id, .. } = &order.buyer
            && self.purchases(*id).await?.iter().any(|purchase| purchase.facts.status.is_live())
        {
            return Ok(Next::Subscribed);
        }
        for _ in 0..ROUNDS {
            if let Some(open) = self.open_checkout(&order.buyer).await? {
                match self.resume(stripe, &open, order).await? {
                    Resumed::Next(next) => return Ok(next),
                    Resumed::Unfinished => {
                        // Another request of this buyer made the row a moment ago. The idempotency
                        // key is the row's, so both get the same page.
                        if let Some(next) = self.lead(stripe, open.id, order, &price, &stripe_price).await? {
                            return Ok(next);
                        }
                    }
                    Resumed::Gone => {}
                }
                continue;
            }
            let Some(id) = self.insert_checkout(order).await? else { continue };
            if let Some(next) = self.lead(stripe, id, order, &price, &stripe_price).await? {
                return Ok(next);
            }
        }
        Err(StripeFailure::Unreachable("too many checkouts of one buyer at once".to_owned()).into())
    }

    /// What a promotion code takes off; `None` if there is none that can be used.
    pub async fn promotion(&self, code: &str) -> Result<Option<Offer>, BillingError> {
        Ok(self.stripe()?.promotion(code).await?.map(|(_, offer)| offer))
    }

    /// Asks for a look at Stripe, to see whether a checkout was paid.
    pub async fn look_at_checkout(&self, id: CheckoutId) -> Result<(), BillingError> {
        let row = checkout::Entity::find_by_id(id.0).one(&self.database).await?;
        if let Some(session) = row.filter(|row| row.state == "open").and_then(|row| row.session) {
            tasks::ask(&self.database, self.now(), &Task::Checkout(session)).await?;
            self.wake.notify_waiters();
        }
        Ok(())
    }

    /// How far a buyer's checkout has got; `None` if it isn't theirs. Two queries at most.
    pub async fn progress(&self, id: CheckoutId, buyer: &Buyer) -> Result<Option<Progress>, BillingError> {
        let Some(row) = checkout::Entity::find_by_id(id.0).one(&self.database).await? else {
            return Ok(None);
        };
        if row.buyer != buyer.key() {
            return Ok(None);
        }
        let step = match row.state.as_str() {
            "complete" => Step::Complete,
            "expired" => Step::Expired,
            _ => Step::Open,
        };
        let customer = match &row.customer {
            Some(id) => stripe_customer::Entity::find_by_id(id.as_str()).one(&self.database).await?,
            None => None,
        };
        Ok(Some(Progress {
            step,
            return_to: row.return_to,
            email: customer.as_ref().and_then(|customer| customer.email.parse().ok()),
            member: customer.and_then(|customer| customer.member_id).map(MemberId::from),
        }))
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
        open: &checkout::Model,
        order: &Order,
    ) -> Result<Resumed, BillingError> {
        let same =
            open.price == order.price.0 && open.locale == order.locale.as_str() && open.code == order.code;
        let Some(session) = &open.session else {
            if same {
                return Ok(Resumed::Unfinished);
            }
            self.close(open.id, "expired").await?;
            return Ok(Resumed::Gone);
        };
        match stripe.checkout(session).await?.map(|found| found.state) {
            Some(CheckoutState::Complete) => return Ok(Resumed::Next(Next::Wait(CheckoutId(open.id)))),
            Some(CheckoutState::Open) if same => {
                checkout::Entity::update_many()
                    .col_expr(checkout::Column::ReturnTo, Expr::value(order.return_to.as_str()))
                    .filter(checkout::Column::Id.eq(open.id))
                    .exec(&self.database)
                    .await?;
                return Ok(Resumed::Next(Next::Pay(open.url.clone().unwrap_or_default())));
            }
            Some(CheckoutState::Open) => match stripe.expire_checkout(session).await {
                Ok(()) => {}
                // It was paid a moment ago.
                Err(StripeFailure::Refused { .. }) => {
                    return Ok(Resumed::Next(Next::Wait(CheckoutId(open.id))));
                }
                Err(failure) => return Err(failure.into()),
            },
            Some(CheckoutState::Expired) | None => {}
        }
        self.close(open.id, "expired").await?;
        Ok(Resumed::Gone)
    }

    /// A new row; `None` if another request of this buyer was faster.
    async fn insert_checkout(&self, order: &Order) -> Result<Option<Uuid>, BillingError> {
        let now = self.now();
        let id = kernel::id::v7(now);
        let row = checkout::ActiveModel {
            id: Set(id),
            buyer: Set(order.buyer.key()),
            member_id: Set(order.buyer.member().map(MemberId::as_uuid)),
            price: Set(order.price.0),
            locale: Set(order.locale.to_string()),
            return_to: Set(order.return_to.clone()),
            session: Set(None),
            url: Set(None),
            customer: Set(None),
            state: Set("open".to_owned()),
            code: Set(order.code.clone()),
            created_at: Set(now.as_millisecond()),
        };
        match checkout::Entity::insert(row).exec_without_returning(&self.database).await {
            Ok(_) => Ok(Some(id)),
            Err(error) if matches!(error.sql_err(), Some(SqlErr::UniqueConstraintViolation(_))) => Ok(None),
            Err(error) => Err(error.into()),
        }
    }

    /// Makes Stripe's page for a row; `None` if the row was closed meanwhile.
    async fn lead(
        &self,
        stripe: &Stripe,
        id: Uuid,
        order: &Order,
        price: &Price,
        stripe_price: &str,
    ) -> Result<Option<Next>, BillingError> {
        let made = async {
            let customer = match &order.buyer {
                Buyer::Member { id, email } => {
                    Some(self.customer_of(stripe, *id, email, &order.locale).await?)
                }
                Buyer::Visitor(_) => None,
            };
            let promotion = match &order.code {
                Some(code) => {
                    let known = stripe.promotion(code).await?.ok_or(BillingError::NoSuchCode)?;
                    Some(known.0)
                }
                None => None,
            };
            let new = NewCheckout {
                id,
                promotion: promotion.as_deref(),
                price,
                stripe_price,
                payer: customer.as_deref().map_or(Payer::Stranger, Payer::Customer),
                locale: &order.locale,
                success_url: format!("{}{id}", order.done_url),
                cancel_url: &order.cancel_url,
            };
            Ok::<_, BillingError>(stripe.create_checkout(&new).await?)
        };
        let sold = match made.await {
            Ok(sold) => sold,
            Err(error) => {
                // Stripe may remember the failure under this row's key: the next try gets another.
                self.close(id, "expired").await?;
                return Err(error);
            }
        };
        let kept = checkout::Entity::update_many()
            .col_expr(checkout::Column::Session, Expr::value(sold.session.as_str()))
            .col_expr(checkout::Column::Url, Expr::value(sold.url.as_str()))
            .filter(checkout::Column::Id.eq(id))
            .filter(checkout::Column::State.eq("open"))
            .exec(&self.database)
            .await?;
        if kept.rows_affected == 0 {
            // The buyer chose something else meanwhile; nobody has seen this page.
            stripe.expire_checkout(&sold.session).await?;
            return Ok(None);
        }
        Ok(Some(Next::Pay(sold.url)))
    }

    /// A member's customer at Stripe, made if need be: the same one, whoever asks first.
    async fn customer_of(
        &self,
        stripe: &Stripe,
        member: MemberId,
        email: &Email,
        locale: &Locale,
    ) -> Result<String, BillingError> {
        if let Some(known) = self.customers(member).await?.into_iter().next() {
            return Ok(known);
        }
        let id = stripe.create_customer(member, email, locale).await?;
        let row = stripe_customer::ActiveModel {
            id: Set(id.clone()),
            member_id: Set(Some(member.as_uuid())),
            email: Set(email.to_string()),
            created_at: Set(self.now().as_millisecond()),
            adopted_at: Set(None),
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

    async fn close(&self, id: Uuid, state: &str) -> Result<(), BillingError> {
        checkout::Entity::update_many()
            .col_expr(checkout::Column::State, Expr::value(state))
            .filter(checkout::Column::Id.eq(id))
            .filter(checkout::Column::State.eq("open"))
            .exec(&self.database)
            .await?;
        Ok(())
    }
}

enum Resumed {
    /// This is where to go.
    Next(Next),
    /// It was begun, and has no page yet.
    Unfinished,
    /// It is over; another can be begun.
    Gone,
}

impl Buyer {
    fn key(&self) -> String {
        match self {
            Self::Member { id, .. } => format!("member {id}"),
            Self::Visitor(browser) => format!("browser {browser}"),
        }
    }

    fn member(&self) -> Option<MemberId> {
        match self {
            Self::Member { id, .. } => Some(*id),
            Self::Visitor(_) => None,
        }
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
