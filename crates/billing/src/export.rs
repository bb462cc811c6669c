//! Everything kept about a member, for them to take away (GDPR, articles 15 and 20).

use jiff::Timestamp;
use kernel::MemberId;
use kernel::time::from_millis;
use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter, QueryOrder};
use serde::Serialize;

use crate::billing::Billing;
use crate::courtesy::{GiftLink, LedgerEntry};
use crate::declaration::DeclarationState;
use crate::entity::{checkout, purchase_history};
use crate::error::BillingError;
use crate::facts::Facts;
use crate::gifts::Gift;
use crate::goods::BoughtStory;
use crate::grants::Grant;
use crate::groups::Group;
use crate::plans::unreadable;
use crate::prices::PriceId;
use crate::purchases::{Invoice, Purchase};
use crate::seats::OwnSeat;

/// What this crate keeps about a member.
#[derive(Clone, Debug, Serialize)]
pub struct BillingExport {
    /// The plans they were given.
    pub grants: Vec<Grant>,
    /// As whom Stripe knows them.
    pub customers: Vec<CustomerExport>,
    /// What they bought.
    pub purchases: Vec<Purchase>,
    /// Every state their purchases have been in.
    pub history: Vec<PastState>,
    /// Their invoices.
    pub invoices: Vec<Invoice>,
    /// The stories they have bought.
    pub stories: Vec<BoughtStory>,
    /// The gifts they have paid.
    pub gifts: Vec<Gift>,
    /// The groups they pay for, with those who have seats there.
    pub groups: Vec<Group>,
    /// The seats they have.
    pub seats: Vec<OwnSeat>,
    /// Their ways through the payment page, while they are remembered.
    pub checkouts: Vec<CheckoutExport>,
    /// What they read on the meter.
    pub meter: Vec<LedgerEntry>,
    /// The gift links they made.
    pub gift_links: Vec<GiftLink>,
    /// What they declared without signing in, from their address.
    pub declarations: Vec<DeclarationState>,
}

/// A customer at Stripe.
#[derive(Clone, Debug, Serialize)]
pub struct CustomerExport {
    /// Stripe's id.
    pub id: String,
    /// The address there.
    pub email: String,
    /// When they became one.
    pub created_at: Timestamp,
    /// When it turned out to be this member.
    pub adopted_at: Option<Timestamp>,
    /// When it was deleted there.
    pub deleted_at: Option<Timestamp>,
}

/// A state a purchase has been in.
#[derive(Clone, Debug, Serialize)]
pub struct PastState {
    /// Of which purchase.
    pub purchase: String,
    /// When it was heard of.
    pub at: Timestamp,
    /// How it stood.
    pub facts: Facts,
}

/// A way through the payment page.
#[derive(Clone, Debug, Serialize)]
pub struct CheckoutExport {
    /// At which price.
    pub price: PriceId,
    /// In which language.
    pub locale: String,
    /// Where they wanted to read on.
    pub return_to: String,
    /// `open`, `complete` or `expired`.
    pub state: String,
    /// When it began.
    pub created_at: Timestamp,
}

impl Billing {
    /// Everything kept about a member. A few dozen queries.
    pub async fn export(&self, member: MemberId) -> Result<BillingExport, BillingError> {
        let customers = self.customer_rows(member).await?;
        let ids: Vec<String> = customers.iter().map(|row| row.id.clone()).collect();
        let purchases = self.purchases(member).await?;
        let history = purchase_history::Entity::find()
            .filter(purchase_history::Column::Purchase.is_in(purchases.iter().map(|own| own.id.as_str())))
            .order_by_asc(purchase_history::Column::At)
            .all(&self.database)
            .await?;
        let theirs = Condition::any()
            .add(checkout::Column::MemberId.eq(member.as_uuid()))
            .add(checkout::Column::Customer.is_in(ids));
        let checkouts = checkout::Entity::find()
            .filter(theirs)
            .order_by_asc(checkout::Column::CreatedAt)
            .all(&self.database)
            .await?;
        Ok(BillingExport {
            grants: self.grants(member).await?,
            customers: customers
                .into_iter()
                .map(|row| CustomerExport {
                    id: row.id,
                    email: row.email,
                    created_at: from_millis(row.created_at),
                    adopted_at: row.adopted_at.map(from_millis),
                    deleted_at: row.deleted_at.map(from_millis),
                })
                .collect(),
            purchases,
            history: history.into_iter().map(PastState::try_from).collect::<Result<_, _>>()?,
            invoices: self.invoices(member).await?,
            stories: self.bought_stories(member).await?,
            gifts: self.gifts(member).await?,
            groups: self.groups(member).await?,
            seats: self.own_seats(member).await?,
            checkouts: checkouts
                .into_iter()
                .map(|row| CheckoutExport {
                    price: PriceId(row.price),
                    locale: row.locale,
                    return_to: row.return_to,
                    state: row.state,
                    created_at: from_millis(row.created_at),
                })
                .collect(),
            meter: self.ledger(member).await?,
            gift_links: self.gift_links(member).await?,
            declarations: self.declarations_of(member).await?,
        })
    }
}

impl TryFrom<purchase_history::Model> for PastState {
    type Error = BillingError;

    fn try_from(row: purchase_history::Model) -> Result<Self, Self::Error> {
        let facts = serde_json::from_str(&row.facts)
            .map_err(|_| unreadable("purchase_history", "facts", row.purchase.clone()))?;
        Ok(Self { purchase: row.purchase, at: from_millis(row.at), facts })
    }
}
