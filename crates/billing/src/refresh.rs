//! Writing down how a customer stands at Stripe, and what follows from it.

use std::collections::HashMap;

use jiff::Timestamp;
use kernel::{MemberId, PlanKey};
use sea_orm::sea_query::{Expr, OnConflict};
use sea_orm::{ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};

use crate::billing::Billing;
use crate::entity::{
    checkout, entitlement, invoice, plan, price, proved_address, purchase, purchase_history, stripe_customer,
};
use crate::error::BillingError;
use crate::facts::{Bought, Facts, Status};
use crate::notice::queue::{self, To};
use crate::notice::{Change, news};
use crate::plans::unreadable;
use crate::prices::{Price, PriceId};
use crate::rule;
use crate::stripe::Stripe;
use crate::stripe::fetch::{CheckoutState, Customer, Found, FoundInvoice, Item, Line};
use crate::tasks::{self, Claimed, Task};
use crate::{conversions, detail, failures, offers, ordering, trials};

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
            Task::Trial(customer) => self.end_second_trial(stripe, claimed, customer).await,
            Task::Erase(customer) => self.erase_at_stripe(stripe, claimed, customer).await,
            Task::Duplicates(member) => {
                self.refund_second_copies(stripe, *member).await?;
                self.end_duplicates(stripe, claimed, *member).await
            }
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
        // Several tasks can speak of one customer: what was seen first mustn't be written last.
        let looks = match &customer {
            Some(id) => stripe_customer::Entity::find_by_id(id.as_str()).one(&self.database).await?,
            None => None,
        };
        let looks = looks.map_or(0, |row| row.looks);
        let customer = match customer {
            // Boxed: what Stripe sends is large, and the database's part needn't carry it.
            Some(id) => Box::pin(stripe.customer(&id)).await?,
            None => None,
        };
        let now = self.now();
        let transaction = transaction::begin(&self.database).await?;
        if let Some(customer) = &customer {
            let catalog = Catalog::read(&transaction).await?;
            let owner = write_customer(&transaction, now, customer, looks).await?;
            self.write_purchases(&transaction, now, customer, &catalog, owner).await?;
            write_invoices(&transaction, customer, owner).await?;
            failures::write(&transaction, customer).await?;
            ask_what_follows(&transaction, now, &customer.id, owner).await?;
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
        owner: Owner,
    ) -> Result<(), BillingError> {
        let of_customer = purchase::Column::Customer.eq(customer.id.as_str());
        let rows = purchase::Entity::find().filter(of_customer).all(db).await?;
        let mut there: HashMap<String, purchase::Model> =
            rows.into_iter().map(|row| (row.id.clone(), row)).collect();
        for found in &customer.purchases {
            let (facts, price) = catalog.complete(found);
            let before = there.remove(&found.id);
            self.write_purchase(db, now, customer, &found.id, &facts, price, before, owner).await?;
            detail::write(db, &found.id, found.card.as_ref(), found.discount.as_ref()).await?;
        }
        // What Stripe no longer knows of is over.
        for (id, row) in there {
            let mut facts: Facts = parse(&row)?;
            if facts.status != Status::Canceled && facts.status != Status::Once {
                facts.status = Status::Canceled;
                facts.ended_at = Some(now);
                let price = row.price.map(PriceId);
                self.write_purchase(db, now, customer, &id, &facts, price, Some(row), owner).await?;
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
        owner: Owner,
    ) -> Result<(), BillingError> {
        let text = serde_json::to_string(facts).map_err(|error| BillingError::Facts(error.to_string()))?;
        let rule = self.policy.basis();
        let price_before = before.as_ref().and_then(|before| before.price.map(PriceId));
        let same = before.as_ref().filter(|before| before.facts == text);
        let computed = same.is_some_and(|before| before.rule == rule) && price_before == price;
        if computed && !owner.new {
            return Ok(());
        }
        if computed {
            return self.entitle(db, now, id, facts, owner.member).await;
        }
        let facts_before = before.as_ref().map(parse).transpose()?;
        let ends_at = facts.ended_at.or(facts.cancel_at);
        let renews_at = (facts.status.is_live() && ends_at.is_none()).then_some(facts.period.until);
        let changes = before.as_ref().map_or(0, |before| before.changes) + i64::from(same.is_none());
        let row = purchase::ActiveModel {
            id: Set(id.to_owned()),
            customer: Set(customer.id.clone()),
            plan: Set(facts.plan.as_ref().map(ToString::to_string)),
            price: Set(price.map(|price| price.0)),
            status: Set(facts.status.as_str().to_owned()),
            renews_at: Set(renews_at.map(Timestamp::as_millisecond)),
            ends_at: Set(ends_at.map(Timestamp::as_millisecond)),
            facts: Set(text.clone()),
            changed_at: Set(same.map_or(now.as_millisecond(), |before| before.changed_at)),
            rule: Set(rule.clone()),
            changes: Set(changes),
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
                purchase::Column::Rule,
                purchase::Column::Changes,
            ])
            .to_owned();
        purchase::Entity::insert(row).on_conflict(newer).exec_without_returning(db).await?;
        purchase_history::note(db, now, id.to_owned(), text, rule).await?;
        // Of what is bought once, `offers` tells.
        if !matches!(facts.bought, Bought::Plan | Bought::Seats(_)) {
            return self.entitle(db, now, id, facts, owner.member).await;
        }
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
        self.entitle(db, now, id, facts, owner.member).await
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
        self.entitle_others(db, now, purchase, facts, member).await?;
        let (Some(member), Some(plan), Bought::Plan) = (member, &facts.plan, facts.bought) else {
            return Ok(());
        };
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
pub(crate) struct Catalog {
    plans: HashMap<String, PlanKey>,
    prices: HashMap<String, Price>,
    /// The plan of seats.
    seats: HashMap<String, PlanKey>,
}

impl Catalog {
    pub(crate) async fn read(db: &impl ConnectionTrait) -> Result<Self, BillingError> {
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
        Ok(Self { plans, prices, seats: offers::seat_plans(db).await? })
    }

    /// A price made in Stripe's dashboard for one of our products is that plan too.
    fn plan_of(&self, line: &Line) -> Option<&PlanKey> {
        let priced = self.prices.get(&line.price).map(|price| &price.plan);
        priced.or_else(|| self.seats.get(&line.price)).or_else(|| self.plans.get(&line.product))
    }

    /// The facts with what was bought filled in.
    pub(crate) fn complete(&self, found: &Found) -> (Facts, Option<PriceId>) {
        let mut facts = found.facts.clone();
        match &found.item {
            Item::Stripe(lines) => {
                // Of a subscription to several things the first that is ours counts.
                let Some(line) = lines.iter().find(|line| self.plan_of(line).is_some()) else {
                    return (facts, None);
                };
                facts.plan = self.plan_of(line).cloned();
                // Whoever pays for several has them for several people, at whatever price.
                if line.quantity > 1 || self.seats.contains_key(&line.price) {
                    facts.bought = Bought::Seats(line.quantity);
                }
                (facts, self.prices.get(&line.price).map(|price| price.id))
            }
            Item::Story(article) => (for_good(facts, Bought::Story(*article)), None),
            Item::Gift(gift) => (for_good(facts, Bought::Gift(*gift)), None),
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

/// What was bought once and doesn't end by itself.
fn for_good(mut facts: Facts, bought: Bought) -> Facts {
    facts.bought = bought;
    facts.period.until = Timestamp::MAX;
    for payment in &mut facts.payments {
        payment.covers = facts.period;
    }
    facts
}

/// Whose a customer is.
#[derive(Clone, Copy, Debug)]
struct Owner {
    /// The member, once the address is known to be theirs.
    member: Option<MemberId>,
    /// Whether that was found out just now.
    new: bool,
    /// Whether the member's account was deleted.
    erased: bool,
}

/// Writes the customer down; gives whose it is. The row is then this transaction's: nobody adopts
/// the customer while it is written what follows from its having no member.
async fn write_customer(
    db: &impl ConnectionTrait,
    now: Timestamp,
    customer: &Customer,
    looks: i64,
) -> Result<Owner, BillingError> {
    let email = customer.email.as_deref().unwrap_or_default().trim().to_lowercase();
    let row = stripe_customer::ActiveModel {
        id: Set(customer.id.clone()),
        member_id: Set(None),
        email: Set(email.clone()),
        created_at: Set(customer.created_at.as_millisecond()),
        ..Default::default()
    };
    let known = OnConflict::column(stripe_customer::Column::Id)
        .value(
            stripe_customer::Column::LookedAt,
            Expr::col((stripe_customer::Entity, stripe_customer::Column::LookedAt)),
        )
        .to_owned();
    let row = stripe_customer::Entity::insert(row).on_conflict(known).exec_with_returning(db).await?;
    if row.looks != looks {
        return Err(BillingError::Overtaken);
    }
    let erased = row.erased_at.is_some();
    let email = if erased || email.is_empty() { row.email } else { email };
    let proved = match row.member_id {
        None if !erased && !email.is_empty() => {
            proved_address::Entity::find_by_id(email.as_str()).one(db).await?.map(|proved| proved.member_id)
        }
        _ => None,
    };
    let mut update = stripe_customer::Entity::update_many()
        .col_expr(stripe_customer::Column::Email, Expr::value(email))
        .col_expr(stripe_customer::Column::LookedAt, Expr::value(now.as_millisecond()))
        .col_expr(stripe_customer::Column::Looks, Expr::value(looks + 1))
        .filter(stripe_customer::Column::Id.eq(customer.id.as_str()));
    if customer.deleted && row.deleted_at.is_none() {
        update = update.col_expr(stripe_customer::Column::DeletedAt, Expr::value(now.as_millisecond()));
    }
    if let Some(member) = proved {
        update = update
            .col_expr(stripe_customer::Column::MemberId, Expr::value(member))
            .col_expr(stripe_customer::Column::AdoptedAt, Expr::value(now.as_millisecond()));
    }
    update.exec(db).await?;
    Ok(Owner { member: row.member_id.or(proved).map(MemberId::from), new: proved.is_some(), erased })
}

/// Asks for what must be looked at besides: a second subscription or copy of a story, a second trial.
async fn ask_what_follows(
    db: &impl ConnectionTrait,
    now: Timestamp,
    customer: &str,
    owner: Owner,
) -> Result<(), BillingError> {
    if let Some(member) = owner.member
        && (owner.new || live_purchases(db, member).await? > 1)
    {
        tasks::ask(db, now, &Task::Duplicates(member)).await?;
    }
    if !trials::second_trials(db, customer).await?.is_empty() {
        tasks::ask(db, now, &Task::Trial(customer.to_owned())).await?;
    }
    Ok(())
}

/// How many subscriptions to plans of ours a member has.
async fn live_purchases(db: &impl ConnectionTrait, member: MemberId) -> Result<usize, BillingError> {
    let bought = purchase::Entity::find()
        .inner_join(stripe_customer::Entity)
        .filter(stripe_customer::Column::MemberId.eq(member.as_uuid()))
        .filter(purchase::Column::Plan.is_not_null())
        .all(db)
        .await?;
    let facts = bought.iter().map(parse).collect::<Result<Vec<_>, _>>()?;
    // Seats are for others.
    Ok(facts.iter().filter(|facts| facts.bought.is_plan() && facts.status.is_live()).count())
}

async fn write_invoices(
    db: &impl ConnectionTrait,
    customer: &Customer,
    owner: Owner,
) -> Result<(), BillingError> {
    if customer.deleted && customer.invoices.is_empty() {
        // Stripe shows them no more; the books still need them.
        return Ok(());
    }
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
        // Its page names the payer.
        url: Set(found.url.clone().filter(|_| !owner.erased)),
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
    if state == "complete" {
        conversions::note(db, session).await?;
    }
    ordering::close(db, session, state, customer.map(|customer| customer.id.as_str())).await?;
    Ok(())
}

pub(crate) fn parse(row: &purchase::Model) -> Result<Facts, BillingError> {
    serde_json::from_str(&row.facts).map_err(|_| unreadable("purchase", "facts", row.id.clone()))
}
