//! Plans that somebody pays for somebody else.
//!
//! A gift is drafted before it is paid, and has a code from then on. The code goes to the giver, and
//! on the day they chose to the recipient. What it is worth is decided by the facts of its purchase:
//! money that goes back takes it back, whether it was redeemed or not.

use jiff::Timestamp;
use jiff::civil::date;
use jiff::tz::TimeZone;
use kernel::time::from_millis;
use kernel::{Email, Locale, MemberId, PlanKey};
use sea_orm::sea_query::Expr;
use sea_orm::{
    ActiveValue::Set, ColumnTrait, Condition, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QueryOrder,
    QuerySelect, QueryTrait,
};
use serde::Serialize;

use crate::billing::Billing;
use crate::checkout::Buyer;
use crate::codes::GiftCode;
use crate::entity::{gift, purchase};
use crate::error::BillingError;
use crate::facts::Facts;
use crate::ids::{GiftId, OfferId};
use crate::offers::Sells;
use crate::plans::unreadable;
use crate::rule;

/// Calendar years after that of the payment in which a gift can be redeemed: as long as German law
/// lets a claim live (BGB, §§ 195 and 199).
const YEARS: i16 = 3;

/// A gift before it is paid.
#[derive(Clone, Debug)]
pub struct GiftDraft {
    /// Its id: the same form sent twice drafts one gift.
    pub id: GiftId,
    /// What is given.
    pub offer: OfferId,
    /// Who gives it, as the recipient is told.
    pub giver_name: String,
    /// Whom it is for.
    pub recipient_name: String,
    /// Where the code is sent; `None` if the giver hands it over.
    pub recipient_email: Option<Email>,
    /// A few words.
    pub message: String,
    /// The language of the mail.
    pub locale: Locale,
    /// When the mail is sent; `None` if the giver hands the code over.
    pub deliver_at: Option<Timestamp>,
}

/// A gift, as its giver sees it.
#[derive(Clone, Debug, Serialize)]
pub struct Gift {
    /// Its id.
    pub id: GiftId,
    /// What is given.
    pub plan: PlanKey,
    /// For how long.
    pub months: u32,
    /// Who gives it.
    pub giver_name: String,
    /// Whom it is for.
    pub recipient_name: String,
    /// Where the code is sent, if it is.
    pub recipient_email: Option<Email>,
    /// A few words.
    pub message: String,
    /// The language of the mail.
    pub locale: Locale,
    /// When the mail is sent.
    pub deliver_at: Option<Timestamp>,
    /// When it was.
    pub delivered_at: Option<Timestamp>,
    /// How it stands.
    pub state: GiftState,
    /// Until when it can be redeemed, once it is paid.
    pub expires_at: Option<Timestamp>,
    /// The code, while it can be redeemed.
    #[serde(skip)]
    pub code: Option<GiftCode>,
}

/// How a gift stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum GiftState {
    /// Not paid, as far as we know.
    Unpaid,
    /// It can be redeemed.
    Ready,
    /// It was.
    Redeemed,
    /// The money went back.
    Void,
    /// Nobody has redeemed it in time.
    Expired,
}

impl Billing {
    /// Keeps a gift until it is paid. The same draft of the same buyer again changes what isn't paid
    /// yet.
    pub async fn draft_gift(&self, buyer: &Buyer, draft: &GiftDraft) -> Result<(), BillingError> {
        self.keys()?;
        let offer =
            self.offer_by_id(draft.offer).await?.map(|(offer, _)| offer).filter(|offer| offer.offered);
        let Some(Sells::Gift { plan, months }) = offer.map(|offer| offer.sells) else {
            return Err(BillingError::NoSuchPrice);
        };
        let known = gift::Entity::find_by_id(draft.id.0).one(&self.database).await?;
        if let Some(known) = &known
            && (known.buyer != buyer.key() || known.purchase.is_some())
        {
            return Err(BillingError::NoSuchPurchase);
        }
        let row = gift::ActiveModel {
            id: Set(draft.id.0),
            buyer: Set(buyer.key()),
            offer: Set(draft.offer.0),
            plan: Set(plan.to_string()),
            months: Set(i32::try_from(months).unwrap_or(i32::MAX)),
            giver_name: Set(draft.giver_name.clone()),
            recipient_name: Set(draft.recipient_name.clone()),
            recipient_email: Set(draft.recipient_email.as_ref().map(ToString::to_string)),
            message: Set(draft.message.clone()),
            locale: Set(draft.locale.to_string()),
            deliver_at: Set(draft.deliver_at.map(Timestamp::as_millisecond)),
            delivered_at: Set(None),
            created_at: Set(self.now().as_millisecond()),
            purchase: Set(None),
            receipt_at: Set(None),
            code_hash: Set(None),
            paid_at: Set(None),
            expires_at: Set(None),
            void_at: Set(None),
            redeemed_by: Set(None),
            redeemed_at: Set(None),
            starts_at: Set(None),
            ends_at: Set(None),
        };
        if known.is_some() {
            gift::Entity::update(row).exec(&self.database).await?;
        } else {
            gift::Entity::insert(row).exec_without_returning(&self.database).await?;
        }
        Ok(())
    }

    /// Whether a buyer has drafted a gift of this offer.
    pub(crate) async fn is_draft_of(
        &self,
        id: GiftId,
        buyer: &Buyer,
        offer: OfferId,
    ) -> Result<bool, BillingError> {
        let row = gift::Entity::find_by_id(id.0).one(&self.database).await?;
        Ok(row.is_some_and(|row| row.buyer == buyer.key() && row.offer == offer.0))
    }

    /// Writes down what the facts of its purchase make of a gift.
    pub(crate) async fn settle_gift(
        &self,
        db: &impl ConnectionTrait,
        purchase: &str,
        facts: &Facts,
        id: GiftId,
    ) -> Result<(), BillingError> {
        let code = self.keys()?.code(id).hash();
        let stands = rule::access(facts, &self.policy);
        let void_at = match stands.first() {
            None => Some(facts.started_at),
            Some(span) => Some(span.until).filter(|until| *until < Timestamp::MAX),
        };
        let settled = gift::Entity::update_many()
            .col_expr(gift::Column::Purchase, Expr::value(purchase))
            .col_expr(gift::Column::CodeHash, Expr::value(code))
            .col_expr(gift::Column::PaidAt, Expr::value(facts.started_at.as_millisecond()))
            .col_expr(gift::Column::ExpiresAt, Expr::value(expiry(facts.started_at).as_millisecond()))
            .col_expr(gift::Column::VoidAt, Expr::value(void_at.map(Timestamp::as_millisecond)))
            .filter(gift::Column::Id.eq(id.0))
            .exec(db)
            .await?;
        if settled.rows_affected == 0 {
            tracing::error!(
                purchase,
                "a gift was paid of which nothing is known here; give it back or grant the plan"
            );
        }
        Ok(())
    }

    /// The gifts a member has paid, the newest first. Three queries.
    pub async fn gifts(&self, giver: MemberId) -> Result<Vec<Gift>, BillingError> {
        let own = purchase::Entity::find()
            .filter(purchase::Column::Customer.is_in(self.customers(giver).await?))
            .all(&self.database)
            .await?;
        let rows = gift::Entity::find()
            .filter(gift::Column::Purchase.is_in(own.into_iter().map(|purchase| purchase.id)))
            .order_by_desc(gift::Column::CreatedAt)
            .all(&self.database)
            .await?;
        rows.into_iter().map(|row| self.shown(row)).collect()
    }

    /// A gift, for whoever has drafted it. One query.
    pub async fn gift_of(&self, id: GiftId, buyer: &Buyer) -> Result<Option<Gift>, BillingError> {
        let row = gift::Entity::find_by_id(id.0).one(&self.database).await?;
        row.filter(|row| row.buyer == buyer.key()).map(|row| self.shown(row)).transpose()
    }

    /// A row as its giver sees it.
    pub(crate) fn shown(&self, row: gift::Model) -> Result<Gift, BillingError> {
        let state = state(&row, self.now());
        let id = GiftId(row.id);
        let code = if state == GiftState::Ready { Some(self.keys()?.code(id)) } else { None };
        let email = row
            .recipient_email
            .map(|email| email.parse().map_err(|_| unreadable("gift", "recipient_email", email)));
        Ok(Gift {
            id,
            plan: row.plan.parse().map_err(|_| unreadable("gift", "plan", row.plan))?,
            months: u32::try_from(row.months).unwrap_or(0),
            giver_name: row.giver_name,
            recipient_name: row.recipient_name,
            recipient_email: email.transpose()?,
            message: row.message,
            locale: row.locale.parse().map_err(|_| unreadable("gift", "locale", row.locale))?,
            deliver_at: row.deliver_at.map(from_millis),
            delivered_at: row.delivered_at.map(from_millis),
            state,
            expires_at: row.expires_at.map(from_millis),
            code,
        })
    }
}

impl Billing {
    /// Deletes drafts that nobody has paid since a moment.
    pub(crate) async fn sweep_drafts(&self, before: i64) -> Result<(), BillingError> {
        gift::Entity::delete_many()
            .filter(gift::Column::Purchase.is_null())
            .filter(gift::Column::CreatedAt.lt(before))
            .exec(&self.database)
            .await?;
        Ok(())
    }
}

/// Forgets what a giver has written: their account is deleted. Those to whom they have given
/// something can redeem it still, and are told from whom it is.
pub(crate) async fn forget(
    db: &impl ConnectionTrait,
    giver: MemberId,
    customers: &[String],
) -> Result<(), DbErr> {
    let paid = purchase::Entity::find()
        .select_only()
        .column(purchase::Column::Id)
        .filter(purchase::Column::Customer.is_in(customers))
        .into_query();
    let theirs = Condition::any()
        .add(gift::Column::Buyer.eq(format!("member {giver}")))
        .add(gift::Column::Purchase.in_subquery(paid));
    gift::Entity::delete_many()
        .filter(theirs.clone())
        .filter(gift::Column::Purchase.is_null())
        .exec(db)
        .await?;
    gift::Entity::update_many()
        .col_expr(gift::Column::GiverName, Expr::value(""))
        .col_expr(gift::Column::RecipientName, Expr::value(""))
        .col_expr(gift::Column::RecipientEmail, Expr::value(Option::<String>::None))
        .col_expr(gift::Column::DeliverAt, Expr::value(Option::<i64>::None))
        .col_expr(gift::Column::Message, Expr::value(""))
        .filter(theirs.clone())
        .filter(gift::Column::RedeemedAt.is_not_null())
        .exec(db)
        .await?;
    gift::Entity::update_many()
        .col_expr(gift::Column::Buyer, Expr::value(""))
        .filter(theirs)
        .exec(db)
        .await?;
    Ok(())
}

/// How a gift stands at a moment.
pub(crate) fn state(row: &gift::Model, now: Timestamp) -> GiftState {
    let passed = |at: Option<i64>| at.is_some_and(|at| at <= now.as_millisecond());
    if row.purchase.is_none() {
        GiftState::Unpaid
    } else if passed(row.void_at) {
        GiftState::Void
    } else if row.redeemed_at.is_some() {
        GiftState::Redeemed
    } else if passed(row.expires_at) {
        GiftState::Expired
    } else {
        GiftState::Ready
    }
}

/// The end of the third calendar year after the payment's.
fn expiry(paid_at: Timestamp) -> Timestamp {
    let year = TimeZone::UTC.to_datetime(paid_at).year().saturating_add(YEARS + 1).min(9_998);
    TimeZone::UTC.to_timestamp(date(year, 1, 1).at(0, 0, 0, 0)).unwrap_or(Timestamp::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn gifts_expire_three_calendar_years_after_the_payment() {
        let at = |text: &str| text.parse::<Timestamp>().expect("a moment");
        assert_eq!(expiry(at("2026-11-24T12:00:00Z")), at("2030-01-01T00:00:00Z"));
        assert_eq!(expiry(at("2026-01-01T00:00:00Z")), at("2030-01-01T00:00:00Z"));
    }
}
