//! Writing down how a customer stands at Stripe, and what follows from it.

use std::collections::HashMap;

use jiff::Timestamp;
use kernel::{MemberId, PlanKey};
use sea_orm::sea_query::{Expr, OnConflict};
use sea_orm::{ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};

use crate::billing::Billing;
use crate::entity::{
    checkout, entitlement, invoice, plan, price, purchase, purchase_history, stripe_customer,
};
use crate::error::BillingError;
use crate::facts::{Facts, Status};
use crate::notice::queue::{self, To};
use crate::notice::{Change, news};
use crate::plans::unreadable;
use crate::prices::{Price, PriceId};
use crate::rule;
use crate::stripe::Stripe;
use crate::stripe::fetch::{CheckoutState, Customer, Found, FoundInvoice, Item};
use crate::tasks::{self, Claimed, Task};
use crate::{database, detail};

impl Billing {
    /// Does a task, and notes that it is done with what it changed, in one transaction.
    pub(crate) async fn perform(&self, stripe: &Stripe, claimed: &Claimed) -> Result<(), BillingError> {
        match &claimed.task {
            Task::Customer(id) => self.look(stripe, claimed, Some(id.clone()), None).await,
            Task::Charge(charge) => {
                let customer = stripe.customer_of_charge(charge).await?;
                self.look(stripe, claimed, customer, None).await
            }
            Task::Checkout(session) => {
                let (state, customer) = match stripe.checkout(session).await? {
                    Some(found) => (found.state, found.customer),
                    None => (CheckoutState::Expired, None),
                };
                self.look(stripe, claimed, customer, Some((session, state))).await
            }
            Task::Duplicates(member) => self.end_duplicates(stripe, claimed, *member).await,
            Task::Declaration(id) => self.apply_declaration(stripe, claimed, *id).await,
            Task::Catalog => self.push_catalog(stripe, claimed).await,
        }
    }

    /// Fetches how a customer stands, and writes it down.
    async fn look(
        &self,
        stripe: &Stripe,
        claimed: &Claimed,
        customer: Option<String>,
        checkout: Option<(&str, CheckoutState)>,
    ) -> Result<(), BillingError> {
        let customer = match customer {
            // Boxed: what Stripe sends is large, and the database's part needn't carry it.
            Some(id) => Box::pin(stripe.customer(&id)).await?,
            None => None,
        };
        let now = self.now();
        let transaction = database::begin(&self.database).await?;
        if let Some(customer) = &customer {
            let catalog = Catalog::read(&transaction).await?;
            let member = write_customer(&transaction, customer).await?;
            self.write_purchases(&transaction, now, customer, &catalog, member).await?;
            write_invoices(&transaction, customer).await?;
        }
        if let Some((session, state)) = checkout {
            write_checkout(&transaction, session, state, customer.as_ref()).await?;
        }
        tasks::done(&transaction, now, claimed).await?;
        transaction.commit().await?;
        Ok(())
    }

    async fn write_purchases(
        &self,
        db: &impl ConnectionTrait,
        now: Timestamp,
        customer: &Customer,
        catalog: &Catalog,
        member: Option<MemberId>,
    ) -> Result<(), BillingError> {
        let of_customer = purchase::Column::Customer.eq(customer.id.as_str());
        let rows = purchase::Entity::find().filter(of_customer).all(db).await?;
        let mut there: HashMap<String, purchase::Model> =
            rows.into_iter().map(|row| (row.id.clone(), row)).collect();
        for found in &customer.purchases {
            let (facts, price) = catalog.complete(found);
            let before = there.remove(&found.id);
            self.write_purchase(db, now, customer, &found.id, &facts, price, before, member).await?;
            detail::write(db, &found.id, found.card.as_ref(), found.discount.as_ref()).await?;
        }
        // What Stripe no longer knows of is over.
        for (id, row) in there {
            let mut facts: Facts = parse(&row)?;
            if facts.status != Status::Canceled && facts.status != Status::Once {
                facts.status = Status::Canceled;
                facts.ended_at = Some(now);
                let price = row.price.map(PriceId);
                self.write_purchase(db, now, customer, &id, &facts, price, Some(row), member).await?;
            }
        }
        Ok(())
    }

    #[expect(clippy::too_many_arguments, reason = "a row's worth of values")]
    async fn write_purchase(
        &self,
        db: &impl ConnectionTrait,
        now: Timestamp,
        customer: &Customer,
        id: &str,
        facts: &Facts,
        price: Option<PriceId>,
        before: Option<purchase::Model>,
        member: Option<MemberId>,
    ) -> Result<(), BillingError> {
        let text = serde_json::to_string(facts).map_err(|error| BillingError::Facts(error.to_string()))?;
        let price_before = before.as_ref().and_then(|before| before.price.map(PriceId));
        if before.as_ref().is_some_and(|before| before.facts == text) && price_before == price {
            return Ok(());
        }
        let facts_before = before.as_ref().map(parse).transpose()?;
        let ends_at = facts.ended_at.or(facts.cancel_at);
        let renews_at = (facts.status.is_live() && ends_at.is_none()).then_some(facts.period.until);
        let row = purchase::ActiveModel {
            id: Set(id.to_owned()),
            customer: Set(customer.id.clone()),
            plan: Set(facts.plan.as_ref().map(ToString::to_string)),
            price: Set(price.map(|price| price.0)),
            status: Set(facts.status.as_str().to_owned()),
            renews_at: Set(renews_at.map(Timestamp::as_millisecond)),
            ends_at: Set(ends_at.map(Timestamp::as_millisecond)),
            facts: Set(text.clone()),
            changed_at: Set(now.as_millisecond()),
        };
        let newer = OnConflict::column(purchase::Column::Id)
            .update_columns([
                purchase::Column::Plan,
                purchase::Column::Price,
                purchase::Column::Status,
                purchase::Column::RenewsAt,
                purchase::Column::EndsAt,
                purchase::Column::Facts,
                purchase::Column::ChangedAt,
            ])
            .to_owned();
        purchase::Entity::insert(row).on_conflict(newer).exec_without_returning(db).await?;
        let history = purchase_history::ActiveModel {
            purchase: Set(id.to_owned()),
            at: Set(now.as_millisecond()),
            facts: Set(text),
        };
        // Two states heard of within a millisecond: the later is the one that was in force.
        let same = OnConflict::columns([purchase_history::Column::Purchase, purchase_history::Column::At])
            .update_column(purchase_history::Column::Facts)
            .to_owned();
        purchase_history::Entity::insert(history).on_conflict(same).exec_without_returning(db).await?;
        let change = Change {
            purchase: id,
            before: facts_before.as_ref().map(|before| (before, price_before)),
            after: facts,
            price,
            unpaid: customer.unpaid(id),
        };
        let to = To::Customer(customer.id.clone());
        for (key, notice) in news(&change, &self.policy, now) {
            queue::write(db, now, &key, &to, &notice, now).await?;
        }
        self.entitle(db, now, id, facts, member).await
    }

    /// Writes what a purchase lets its holder read.
    pub(crate) async fn entitle(
        &self,
        db: &impl ConnectionTrait,
        now: Timestamp,
        purchase: &str,
        facts: &Facts,
        member: Option<MemberId>,
    ) -> Result<(), BillingError> {
        entitlement::Entity::delete_many()
            .filter(entitlement::Column::Purchase.eq(purchase))
            .exec(db)
            .await?;
        let (Some(member), Some(plan)) = (member, &facts.plan) else { return Ok(()) };
        let rows = rule::access(facts, &self.policy).into_iter().map(|span| entitlement::ActiveModel {
            id: Set(kernel::id::v7(now)),
            purchase: Set(purchase.to_owned()),
            member_id: Set(member.as_uuid()),
            plan: Set(plan.to_string()),
            starts_at: Set(span.from.as_millisecond()),
            ends_at: Set(Some(span.until.as_millisecond())),
        });
        let rows: Vec<_> = rows.collect();
        if !rows.is_empty() {
            entitlement::Entity::insert_many(rows).exec_without_returning(db).await?;
        }
        Ok(())
    }

    /// The customers with this address that are nobody's yet become this member's, who has proved
    /// that the address is theirs. Says whether there were any.
    pub async fn adopt(&self, member: MemberId, email: &kernel::Email) -> Result<bool, BillingError> {
        let nobodys = || {
            stripe_customer::Entity::find()
                .filter(stripe_customer::Column::Email.eq(email.as_str()))
                .filter(stripe_customer::Column::MemberId.is_null())
        };
        if nobodys().one(&self.database).await?.is_none() {
            return Ok(false);
        }
        let now = self.now();
        let transaction = database::begin(&self.database).await?;
        let customers: Vec<String> =
            nobodys().all(&transaction).await?.into_iter().map(|row| row.id).collect();
        stripe_customer::Entity::update_many()
            .col_expr(stripe_customer::Column::MemberId, Expr::value(member.as_uuid()))
            .col_expr(stripe_customer::Column::AdoptedAt, Expr::value(now.as_millisecond()))
            .filter(stripe_customer::Column::Id.is_in(customers.clone()))
            .exec(&transaction)
            .await?;
        let purchases = purchase::Entity::find().filter(purchase::Column::Customer.is_in(customers));
        for row in purchases.all(&transaction).await? {
            self.entitle(&transaction, now, &row.id, &parse(&row)?, Some(member)).await?;
        }
        tasks::ask(&transaction, now, &Task::Duplicates(member)).await?;
        transaction.commit().await?;
        self.wake.notify_waiters();
        Ok(true)
    }
}

impl Customer {
    /// The invoice of a purchase that waits: what it asks for, and where it is paid.
    fn unpaid(&self, purchase: &str) -> Option<(kernel::Money, Option<String>)> {
        let open = |invoice: &&FoundInvoice| {
            invoice.status == "open" && invoice.purchase.as_deref() == Some(purchase)
        };
        self.invoices.iter().find(open).map(|invoice| (invoice.total, invoice.url.clone()))
    }
}

/// Our plans and prices by what Stripe calls them.
struct Catalog {
    plans: HashMap<String, PlanKey>,
    prices: HashMap<String, Price>,
}

impl Catalog {
    async fn read(db: &impl ConnectionTrait) -> Result<Self, BillingError> {
        let mut plans = HashMap::new();
        for row in plan::Entity::find().all(db).await? {
            if let Some(product) = row.stripe_product {
                let key = row.key.parse().map_err(|_| unreadable("plan", "key", row.key))?;
                plans.insert(product, key);
            }
        }
        let mut prices = HashMap::new();
        for row in price::Entity::find().all(db).await? {
            let stripe_price = row.stripe_price.clone();
            let price = Price::try_from(row)?;
            prices.extend(stripe_price.map(|id| (id, price.clone())));
            prices.insert(price.id.to_string(), price);
        }
        Ok(Self { plans, prices })
    }

    /// The facts with what was bought filled in.
    fn complete(&self, found: &Found) -> (Facts, Option<PriceId>) {
        let mut facts = found.facts.clone();
        match &found.item {
            Item::Stripe { price, product } => {
                let price = self.prices.get(price);
                // A price made in Stripe's dashboard for one of our products is that plan too.
                let plan = price.map(|price| &price.plan).or_else(|| self.plans.get(product));
                facts.plan = plan.cloned();
                (facts, price.map(|price| price.id))
            }
            Item::Ours(id) => {
                let Some(price) = self.prices.get(id) else { return (facts, None) };
                facts.plan = Some(price.plan.clone());
                if let Some(end) = price.every.pass_end(facts.period.from) {
                    facts.period.until = end;
                    for payment in &mut facts.payments {
                        payment.covers = facts.period;
                    }
                }
                (facts, Some(price.id))
            }
        }
    }
}

/// Writes the customer down; gives whose it is.
async fn write_customer(
    db: &impl ConnectionTrait,
    customer: &Customer,
) -> Result<Option<MemberId>, BillingError> {
    let known = stripe_customer::Entity::find_by_id(customer.id.as_str()).one(db).await?;
    let email = customer.email.as_deref().unwrap_or_default().trim().to_lowercase();
    if let Some(row) = known {
        if row.email != email && !email.is_empty() {
            stripe_customer::Entity::update_many()
                .col_expr(stripe_customer::Column::Email, Expr::value(email))
                .filter(stripe_customer::Column::Id.eq(customer.id.as_str()))
                .exec(db)
                .await?;
        }
        return Ok(row.member_id.map(MemberId::from));
    }
    let row = stripe_customer::ActiveModel {
        id: Set(customer.id.clone()),
        member_id: Set(None),
        email: Set(email),
        created_at: Set(customer.created_at.as_millisecond()),
        adopted_at: Set(None),
    };
    // The buyer's request may write it down at this moment, and knows whose it is.
    let known = OnConflict::column(stripe_customer::Column::Id)
        .update_column(stripe_customer::Column::Email)
        .to_owned();
    let row = stripe_customer::Entity::insert(row).on_conflict(known).exec_with_returning(db).await?;
    Ok(row.member_id.map(MemberId::from))
}

async fn write_invoices(db: &impl ConnectionTrait, customer: &Customer) -> Result<(), BillingError> {
    let of_customer = invoice::Column::Customer.eq(customer.id.as_str());
    invoice::Entity::delete_many().filter(of_customer).exec(db).await?;
    let rows = customer.invoices.iter().map(|found: &FoundInvoice| invoice::ActiveModel {
        id: Set(found.id.clone()),
        customer: Set(customer.id.clone()),
        purchase: Set(found.purchase.clone()),
        number: Set(found.number.clone()),
        status: Set(found.status.clone()),
        total: Set(found.total.minor),
        refunded: Set(found.refunded),
        currency: Set(found.total.currency.to_string()),
        url: Set(found.url.clone()),
        created_at: Set(found.created_at.as_millisecond()),
    });
    let rows: Vec<_> = rows.collect();
    if !rows.is_empty() {
        invoice::Entity::insert_many(rows).exec_without_returning(db).await?;
    }
    Ok(())
}

async fn write_checkout(
    db: &impl ConnectionTrait,
    session: &str,
    state: CheckoutState,
    customer: Option<&Customer>,
) -> Result<(), BillingError> {
    let state = match state {
        CheckoutState::Open => return Ok(()),
        CheckoutState::Complete => "complete",
        CheckoutState::Expired => "expired",
    };
    checkout::Entity::update_many()
        .col_expr(checkout::Column::State, Expr::value(state))
        .col_expr(checkout::Column::Customer, Expr::value(customer.map(|customer| customer.id.clone())))
        .filter(checkout::Column::Session.eq(session))
        .exec(db)
        .await?;
    Ok(())
}

pub(crate) fn parse(row: &purchase::Model) -> Result<Facts, BillingError> {
    serde_json::from_str(&row.facts).map_err(|_| unreadable("purchase", "facts", row.id.clone()))
}
