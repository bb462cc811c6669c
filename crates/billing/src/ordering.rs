//! Buying a story, a gift or seats: from an offer to Stripe's page, once.
//!
//! It goes as with plans (`checkout`): of one thing a buyer has one open way, which a second click
//! continues, and what was paid is found out from Stripe. All addresses are the first click's, so
//! that both ask Stripe for the same.

use kernel::{Access, ArticleId, Email, Locale, MemberId};
use sea_orm::sea_query::Expr;
use sea_orm::{
    ActiveValue::Set, ColumnTrait, Condition, ConnectionTrait, DbErr, EntityTrait, QueryFilter, SqlErr,
};

use crate::billing::Billing;
use crate::checkout::Buyer;
use crate::entity::{offer_checkout, purchase, stripe_customer};
use crate::error::BillingError;
use crate::facts::Bought;
use crate::ids::{GiftId, OfferCheckoutId, OfferId};
use crate::offers::{Offer, Sells};
use crate::progress::Step;
use crate::stripe::fetch::CheckoutState;
use crate::stripe::{Goods, NewSale, Payer, Stripe, StripeFailure};
use crate::tasks::{self, Task};
use crate::{refresh, rule};

/// How often a buyer who does several things at once is looked at anew.
const ROUNDS: usize = 5;
/// The most seats a group can have; more is a talk between people.
pub const MOST_SEATS: u32 = 500;

/// What somebody wants to buy.
#[derive(Clone, Debug)]
pub struct OfferOrder {
    /// Who.
    pub buyer: Buyer,
    /// What.
    pub thing: Thing,
    /// At which offer.
    pub offer: OfferId,
    /// In which language.
    pub locale: Locale,
    /// The local path to go on at.
    pub return_to: String,
    /// Absolute address of the page that waits for the payment; the checkout's id is put after it.
    pub done_url: String,
    /// Absolute address to go to if they turn back.
    pub cancel_url: String,
}

/// A thing that can be bought.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Thing {
    /// A story.
    Story {
        /// Which.
        article: ArticleId,
        /// Its rule.
        access: Access,
        /// What the payer is told it is.
        name: String,
    },
    /// A gift that was drafted.
    Gift {
        /// Which.
        gift: GiftId,
        /// What the payer is told it is.
        name: String,
    },
    /// Seats.
    Seats(u32),
}

/// Where a buyer goes next.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NextStep {
    /// To this page of Stripe's.
    Pay(String),
    /// To the page that waits: this checkout has been paid.
    Wait(OfferCheckoutId),
    /// Nowhere: they have it.
    Owned,
}

/// How far the checkout of an offer has got, as far as is written down.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OfferProgress {
    /// The step.
    pub step: Step,
    /// What is bought.
    pub bought: Bought,
    /// The local path to go on at.
    pub return_to: String,
    /// The address it was paid with, once it is paid.
    pub email: Option<Email>,
}

impl Billing {
    /// Starts a purchase, or continues the one that was begun.
    pub async fn order(&self, order: &OfferOrder) -> Result<NextStep, BillingError> {
        let stripe = self.stripe()?;
        let (offer, stripe_price) = self.offer_by_id(order.offer).await?.ok_or(BillingError::NoSuchPrice)?;
        self.check(order, &offer).await?;
        if self.owns(order).await? {
            return Ok(NextStep::Owned);
        }
        let what = order.thing.key();
        for _ in 0..ROUNDS {
            if let Some(paid) = self.paid_for(&order.buyer, &what).await? {
                return Ok(NextStep::Wait(paid));
            }
            let open = offer_checkout::Entity::find()
                .filter(offer_checkout::Column::Buyer.eq(order.buyer.key()))
                .filter(offer_checkout::Column::What.eq(what.as_str()))
                .filter(offer_checkout::Column::State.eq("open"));
            let row = match open.one(&self.database).await? {
                Some(open) => match self.resume_order(stripe, &open, order).await? {
                    Resumed::Next(next) => return Ok(next),
                    Resumed::Unfinished => open,
                    Resumed::Gone => continue,
                },
                None => match self.insert_order(order, &what).await? {
                    Some(row) => row,
                    None => continue,
                },
            };
            if let Some(next) = self.lead_order(stripe, &row, order, &offer, stripe_price.as_deref()).await? {
                return Ok(next);
            }
        }
        Err(StripeFailure::Unreachable("too many checkouts of one buyer at once".to_owned()).into())
    }

    /// Asks for a look at Stripe, to see whether a checkout was paid.
    pub async fn look_at_order(&self, id: OfferCheckoutId) -> Result<(), BillingError> {
        let row = offer_checkout::Entity::find_by_id(id.0).one(&self.database).await?;
        if let Some(session) = row.filter(|row| row.state == "open").and_then(|row| row.session) {
            tasks::ask(&self.database, self.now(), &Task::Checkout(session)).await?;
            self.wake.notify_waiters();
        }
        Ok(())
    }

    /// How far a buyer's checkout has got; `None` if it isn't theirs. Two queries at most.
    pub async fn order_progress(
        &self,
        id: OfferCheckoutId,
        buyer: &Buyer,
    ) -> Result<Option<OfferProgress>, BillingError> {
        let row = offer_checkout::Entity::find_by_id(id.0).one(&self.database).await?;
        let Some(row) = row.filter(|row| row.buyer == buyer.key()) else { return Ok(None) };
        let customer = match &row.customer {
            Some(id) => stripe_customer::Entity::find_by_id(id.as_str()).one(&self.database).await?,
            None => None,
        };
        let Some(bought) = bought(&row.what, row.quantity) else {
            return Err(crate::plans::unreadable("offer_checkout", "what", row.what));
        };
        Ok(Some(OfferProgress {
            step: match row.state.as_str() {
                "complete" => Step::Complete,
                "expired" => Step::Expired,
                _ => Step::Open,
            },
            bought,
            return_to: row.return_to,
            email: customer.and_then(|customer| customer.email.parse().ok()),
        }))
    }

    /// Whether the offer is on offer, and is for this thing.
    async fn check(&self, order: &OfferOrder, offer: &Offer) -> Result<(), BillingError> {
        let fits = match (&order.thing, &offer.sells) {
            (Thing::Story { article, access, .. }, Sells::Story(_)) => {
                self.story_offers(*article, access).await?.contains(offer)
            }
            (Thing::Gift { gift, .. }, Sells::Gift { .. }) => {
                self.is_draft_of(*gift, &order.buyer, order.offer).await?
            }
            (Thing::Seats(seats), Sells::Seats { at_least, .. }) => {
                if !(*at_least..=MOST_SEATS).contains(seats) {
                    return Err(BillingError::Seats { at_least: *at_least, at_most: MOST_SEATS });
                }
                true
            }
            _ => false,
        };
        if offer.offered && fits { Ok(()) } else { Err(BillingError::NoSuchPrice) }
    }

    /// Whether a member has the thing.
    async fn owns(&self, order: &OfferOrder) -> Result<bool, BillingError> {
        let Some(member) = order.buyer.member() else { return Ok(false) };
        match &order.thing {
            Thing::Story { article, .. } => self.has_story(member, *article).await,
            Thing::Gift { .. } => Ok(false),
            Thing::Seats(_) => {
                let own = self.purchases(member).await?;
                let is_group = |bought| matches!(bought, Bought::Seats(_));
                Ok(own.iter().any(|own| own.facts.status.is_live() && is_group(own.facts.bought)))
            }
        }
    }

    /// A checkout in which this buyer has paid for the thing, unless the money went back since.
    async fn paid_for(&self, buyer: &Buyer, what: &str) -> Result<Option<OfferCheckoutId>, BillingError> {
        let complete = offer_checkout::Entity::find()
            .filter(offer_checkout::Column::Buyer.eq(buyer.key()))
            .filter(offer_checkout::Column::What.eq(what))
            .filter(offer_checkout::Column::State.eq("complete"));
        for row in complete.all(&self.database).await? {
            let session = row.session.clone().unwrap_or_default();
            let counts = match purchase::Entity::find_by_id(session).one(&self.database).await? {
                Some(purchase) => rule::explain(&refresh::parse(&purchase)?, &self.policy, self.now()).0,
                // Seats are a subscription, which has an id of its own.
                None => !what.starts_with("seats"),
            };
            if counts {
                return Ok(Some(OfferCheckoutId(row.id)));
            }
        }
        Ok(None)
    }

    /// Goes on with a checkout that was begun, if it is the same and can still be paid.
    async fn resume_order(
        &self,
        stripe: &Stripe,
        open: &offer_checkout::Model,
        order: &OfferOrder,
    ) -> Result<Resumed, BillingError> {
        let same = open.offer == order.offer.0
            && open.quantity == order.thing.quantity()
            && open.locale == order.locale.as_str();
        let Some(session) = &open.session else {
            if same {
                return Ok(Resumed::Unfinished);
            }
            self.close_order(open, "expired").await?;
            return Ok(Resumed::Gone);
        };
        let waits = || Resumed::Next(NextStep::Wait(OfferCheckoutId(open.id)));
        match stripe.checkout(session).await?.map(|found| found.state) {
            Some(CheckoutState::Complete) => return Ok(waits()),
            Some(CheckoutState::Open) if same => {
                return Ok(Resumed::Next(NextStep::Pay(open.url.clone().unwrap_or_default())));
            }
            Some(CheckoutState::Open) => match stripe.expire_checkout(session).await {
                Ok(()) => {}
                // It was paid a moment ago.
                Err(StripeFailure::Refused { .. }) => return Ok(waits()),
                Err(failure) => return Err(failure.into()),
            },
            Some(CheckoutState::Expired) | None => {}
        }
        self.close_order(open, "expired").await?;
        Ok(Resumed::Gone)
    }

    /// A new row; `None` if another request of this buyer was faster.
    async fn insert_order(
        &self,
        order: &OfferOrder,
        what: &str,
    ) -> Result<Option<offer_checkout::Model>, BillingError> {
        let now = self.now();
        let row = offer_checkout::ActiveModel {
            id: Set(kernel::id::v7(now)),
            buyer: Set(order.buyer.key()),
            member_id: Set(order.buyer.member().map(MemberId::as_uuid)),
            what: Set(what.to_owned()),
            offer: Set(order.offer.0),
            quantity: Set(order.thing.quantity()),
            locale: Set(order.locale.to_string()),
            return_to: Set(order.return_to.clone()),
            done_url: Set(order.done_url.clone()),
            cancel_url: Set(order.cancel_url.clone()),
            session: Set(None),
            url: Set(None),
            customer: Set(None),
            state: Set("open".to_owned()),
            created_at: Set(now.as_millisecond()),
        };
        match offer_checkout::Entity::insert(row).exec_with_returning(&self.database).await {
            Ok(row) => Ok(Some(row)),
            Err(error) if matches!(error.sql_err(), Some(SqlErr::UniqueConstraintViolation(_))) => Ok(None),
            Err(error) => Err(error.into()),
        }
    }

    /// Makes Stripe's page for a row; `None` if the row was closed meanwhile.
    async fn lead_order(
        &self,
        stripe: &Stripe,
        row: &offer_checkout::Model,
        order: &OfferOrder,
        offer: &Offer,
        stripe_price: Option<&str>,
    ) -> Result<Option<NextStep>, BillingError> {
        let made = async {
            let goods = match &order.thing {
                Thing::Story { article, name, .. } => Goods::Story(*article, name),
                Thing::Gift { gift, name } => Goods::Gift(*gift, name),
                Thing::Seats(seats) => Goods::Seats(stripe_price.ok_or(BillingError::NoSuchPrice)?, *seats),
            };
            let customer = match &order.buyer {
                Buyer::Member { id, email } => {
                    Some(self.customer_of(stripe, *id, email, &order.locale).await?)
                }
                Buyer::Visitor(_) => None,
            };
            let new = NewSale {
                id: row.id,
                offer,
                goods,
                payer: customer.as_deref().map_or(Payer::Stranger, Payer::Customer),
                locale: &order.locale,
                success_url: &format!("{}{}", row.done_url, row.id),
                cancel_url: &row.cancel_url,
            };
            Ok::<_, BillingError>(stripe.create_sale(&new).await?)
        };
        let sold = match made.await {
            Ok(sold) => sold,
            Err(error) => {
                // Stripe may remember the failure under this row's key: the next try gets another.
                self.close_order(row, "expired").await?;
                return Err(error);
            }
        };
        let kept = offer_checkout::Entity::update_many()
            .col_expr(offer_checkout::Column::Session, Expr::value(sold.session.as_str()))
            .col_expr(offer_checkout::Column::Url, Expr::value(sold.url.as_str()))
            .filter(offer_checkout::Column::Id.eq(row.id))
            .filter(offer_checkout::Column::State.eq("open"))
            .exec(&self.database)
            .await?;
        if kept.rows_affected == 0 {
            // The buyer chose something else meanwhile; nobody has seen this page.
            stripe.expire_checkout(&sold.session).await?;
            return Ok(None);
        }
        Ok(Some(NextStep::Pay(sold.url)))
    }

    async fn close_order(&self, row: &offer_checkout::Model, state: &str) -> Result<(), BillingError> {
        offer_checkout::Entity::update_many()
            .col_expr(offer_checkout::Column::State, Expr::value(state))
            .filter(offer_checkout::Column::Id.eq(row.id))
            .filter(offer_checkout::Column::State.eq("open"))
            .exec(&self.database)
            .await?;
        Ok(())
    }
}

impl Billing {
    /// Deletes checkouts that were over by `kept`, and has those looked at that were open by `open`.
    pub(crate) async fn sweep_orders(&self, open: i64, kept: i64) -> Result<(), BillingError> {
        let stuck = offer_checkout::Entity::find()
            .filter(offer_checkout::Column::State.eq("open"))
            .filter(offer_checkout::Column::CreatedAt.lt(open));
        for row in stuck.all(&self.database).await? {
            match row.session {
                Some(session) => tasks::ask(&self.database, self.now(), &Task::Checkout(session)).await?,
                // Nobody was ever sent to a page.
                None => _ = offer_checkout::Entity::delete_by_id(row.id).exec(&self.database).await?,
            }
        }
        offer_checkout::Entity::delete_many()
            .filter(offer_checkout::Column::State.ne("open"))
            .filter(offer_checkout::Column::CreatedAt.lt(kept))
            .exec(&self.database)
            .await?;
        Ok(())
    }
}

/// Forgets a member's ways through checkouts: their account is deleted.
pub(crate) async fn forget(
    db: &impl ConnectionTrait,
    member: MemberId,
    customers: &[String],
) -> Result<(), DbErr> {
    let theirs = Condition::any()
        .add(offer_checkout::Column::MemberId.eq(member.as_uuid()))
        .add(offer_checkout::Column::Buyer.eq(format!("member {member}")))
        .add(offer_checkout::Column::Customer.is_in(customers));
    offer_checkout::Entity::delete_many().filter(theirs).exec(db).await?;
    Ok(())
}

/// Notes what became of a checkout at Stripe, if it is one of an offer.
pub(crate) async fn close(
    db: &impl ConnectionTrait,
    session: &str,
    state: &str,
    customer: Option<&str>,
) -> Result<(), DbErr> {
    offer_checkout::Entity::update_many()
        .col_expr(offer_checkout::Column::State, Expr::value(state))
        .col_expr(offer_checkout::Column::Customer, Expr::value(customer.map(str::to_owned)))
        .filter(offer_checkout::Column::Session.eq(session))
        .exec(db)
        .await?;
    Ok(())
}

enum Resumed {
    /// This is where to go.
    Next(NextStep),
    /// It was begun, and has no page yet.
    Unfinished,
    /// It is over; another can be begun.
    Gone,
}

impl Thing {
    /// What one buyer has one open way to.
    fn key(&self) -> String {
        match self {
            Self::Story { article, .. } => format!("story {article}"),
            Self::Gift { gift, .. } => format!("gift {gift}"),
            Self::Seats(_) => "seats".to_owned(),
        }
    }

    fn quantity(&self) -> i32 {
        match self {
            Self::Story { .. } | Self::Gift { .. } => 1,
            Self::Seats(seats) => i32::try_from(*seats).unwrap_or(i32::MAX),
        }
    }
}

/// The thing behind a row's key.
fn bought(what: &str, quantity: i32) -> Option<Bought> {
    match what.split_once(' ') {
        Some(("story", id)) => id.parse().ok().map(Bought::Story),
        Some(("gift", id)) => id.parse().ok().map(Bought::Gift),
        None if what == "seats" => u32::try_from(quantity).ok().map(Bought::Seats),
        _ => None,
    }
}
