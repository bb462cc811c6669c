//! What staff change about plans and prices, and what they see of them.

use std::collections::HashMap;

use kernel::PlanKey;
use sea_orm::{
    ColumnTrait, EntityTrait, FromQueryResult, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect,
};
use uuid::Uuid;

use crate::billing::Billing;
use crate::entity::{billing_task, plan, price, purchase};
use crate::error::BillingError;
use crate::facts::Status;
use crate::plans::{self, Plan};
use crate::prices::{self, Price, PriceId, Terms};
use crate::tasks::{self, Task};

/// A plan as staff see it.
#[derive(Clone, Debug)]
pub struct KeptPlan {
    /// The plan.
    pub plan: Plan,
    /// Whether a `plans.toml` names it.
    pub from_file: bool,
    /// Stripe's id of its product, once Stripe knows it.
    pub product: Option<String>,
    /// Its prices, those that are offered first.
    pub prices: Vec<KeptPrice>,
}

/// A price as staff see it.
#[derive(Clone, Debug)]
pub struct KeptPrice {
    /// The price.
    pub price: Price,
    /// Stripe's id, once Stripe knows it.
    pub stripe: Option<String>,
    /// How many subscribers pay it now.
    pub payers: u64,
}

/// Which way a plan moves in the order of plans.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Move {
    /// Towards the first.
    Up,
    /// Towards the last.
    Down,
}

#[derive(FromQueryResult)]
struct Payers {
    price: Option<Uuid>,
    payers: i64,
}

impl Billing {
    /// All plans in their order, with all their prices. Five queries.
    pub async fn kept_plans(&self) -> Result<Vec<KeptPlan>, BillingError> {
        let mut payers = self.payers().await?;
        let mut prices: HashMap<String, Vec<KeptPrice>> = HashMap::new();
        let rows = price::Entity::find()
            .order_by_desc(price::Column::Offered)
            .order_by_asc(price::Column::Currency)
            .order_by_asc(price::Column::Every)
            .order_by_desc(price::Column::CreatedAt)
            .all(&self.database)
            .await?;
        for row in rows {
            let (plan, stripe) = (row.plan.clone(), row.stripe_price.clone());
            let payers = payers.remove(&row.id).unwrap_or(0);
            let kept = KeptPrice { price: row.try_into()?, stripe, payers };
            prices.entry(plan).or_default().push(kept);
        }
        let placed = plans::placed(&self.database).await?;
        let kept = placed.into_iter().map(|placed| KeptPlan {
            prices: prices.remove(placed.plan.key.as_str()).unwrap_or_default(),
            from_file: placed.told.is_some(),
            product: placed.product,
            plan: placed.plan,
        });
        Ok(kept.collect())
    }

    /// Makes a plan, as the last one.
    pub async fn create_plan(&self, plan: &Plan) -> Result<(), BillingError> {
        let now = self.now();
        let transaction = transaction::begin(&self.database).await?;
        let known = plans::placed(&transaction).await?;
        if known.iter().any(|known| known.plan.key == plan.key) {
            return Err(BillingError::PlanExists(plan.key.clone()));
        }
        check(plan, known.iter().map(|known| &known.plan))?;
        let last = known.iter().map(|known| known.at).max().map_or(0, |last| last.saturating_add(1));
        plans::move_to(&transaction, last, &plan.key).await?;
        plans::write(&transaction, now, plan).await?;
        transaction.commit().await?;
        Ok(())
    }

    /// Writes what a plan says and includes.
    pub async fn save_plan(&self, plan: &Plan) -> Result<(), BillingError> {
        let now = self.now();
        let transaction = transaction::begin(&self.database).await?;
        let known = plans::placed(&transaction).await?;
        if !known.iter().any(|known| known.plan.key == plan.key) {
            return Err(BillingError::NoSuchPlan(plan.key.clone()));
        }
        check(plan, known.iter().map(|known| &known.plan))?;
        plans::write(&transaction, now, plan).await?;
        self.push(&transaction).await?;
        transaction.commit().await?;
        self.wake.notify_waiters();
        Ok(())
    }

    /// Moves a plan by one place.
    pub async fn move_plan(&self, key: &PlanKey, to: Move) -> Result<(), BillingError> {
        let transaction = transaction::begin(&self.database).await?;
        let placed = plans::placed(&transaction).await?;
        let mut order: Vec<PlanKey> = placed.into_iter().map(|placed| placed.plan.key).collect();
        let at = order.iter().position(|plan| plan == key);
        let at = at.ok_or_else(|| BillingError::NoSuchPlan(key.clone()))?;
        let other = match to {
            Move::Up => at.checked_sub(1),
            Move::Down => Some(at + 1).filter(|next| *next < order.len()),
        };
        if let Some(other) = other {
            order.swap(at, other);
        }
        for (place, plan) in (0..).zip(&order) {
            plans::move_to(&transaction, place, plan).await?;
        }
        transaction.commit().await?;
        Ok(())
    }

    /// Offers a plan on these terms. A price of the same interval and currency isn't offered any
    /// more; those who pay it keep it. Gives the price, and those that it takes the place of.
    pub async fn offer(
        &self,
        plan: &PlanKey,
        terms: &Terms,
    ) -> Result<(PriceId, Vec<PriceId>), BillingError> {
        terms.check()?;
        let transaction = transaction::begin(&self.database).await?;
        if plan::Entity::find_by_id(plan.as_str()).count(&transaction).await? == 0 {
            return Err(BillingError::NoSuchPlan(plan.clone()));
        }
        let offered = prices::offer(&transaction, self.now(), plan, terms).await?;
        self.push(&transaction).await?;
        transaction.commit().await?;
        self.wake.notify_waiters();
        Ok(offered)
    }

    /// Lets nobody buy at a price any more; those who pay it keep it.
    pub async fn stop_offering(&self, plan: &PlanKey, price: PriceId) -> Result<(), BillingError> {
        let transaction = transaction::begin(&self.database).await?;
        let row = price::Entity::find_by_id(price.0).one(&transaction).await?;
        if row.is_none_or(|row| row.plan != plan.as_str()) {
            return Err(BillingError::NoSuchPrice);
        }
        prices::set_offered(&transaction, price, false).await?;
        self.push(&transaction).await?;
        transaction.commit().await?;
        self.wake.notify_waiters();
        Ok(())
    }

    /// Lets nobody buy a plan any more, at whatever price; those who have it keep it.
    pub async fn stop_offering_plan(&self, plan: &PlanKey) -> Result<(), BillingError> {
        let transaction = transaction::begin(&self.database).await?;
        prices::write(&transaction, self.now(), plan, &[]).await?;
        self.push(&transaction).await?;
        transaction.commit().await?;
        self.wake.notify_waiters();
        Ok(())
    }

    /// What went wrong the last time that plans were pushed to Stripe, if it did.
    pub async fn catalog_problem(&self) -> Result<Option<String>, BillingError> {
        let task = billing_task::Entity::find_by_id(Task::Catalog.to_string()).one(&self.database).await?;
        Ok(task.and_then(|task| task.last_error))
    }

    async fn push(&self, db: &impl sea_orm::ConnectionTrait) -> Result<(), BillingError> {
        if self.sells() {
            tasks::ask(db, self.now(), &Task::Catalog).await?;
        }
        Ok(())
    }

    /// How many pay each price now.
    async fn payers(&self) -> Result<HashMap<Uuid, u64>, BillingError> {
        let live = [Status::Trialing, Status::Active, Status::PastDue, Status::Unpaid, Status::Paused];
        let rows: Vec<Payers> = purchase::Entity::find()
            .select_only()
            .column(purchase::Column::Price)
            .column_as(purchase::Column::Id.count(), "payers")
            .filter(purchase::Column::Status.is_in(live.map(Status::as_str)))
            .group_by(purchase::Column::Price)
            .into_model()
            .all(&self.database)
            .await?;
        let counted = rows.into_iter().filter_map(|row| Some((row.price?, row.payers.unsigned_abs())));
        Ok(counted.collect())
    }
}

/// A plan has a name, and includes only others that are there.
fn check<'a>(plan: &Plan, known: impl Iterator<Item = &'a Plan>) -> Result<(), BillingError> {
    if plan.texts.is_empty() || plan.texts.iter().any(|text| text.name.trim().is_empty()) {
        return Err(BillingError::Nameless);
    }
    let known: Vec<&PlanKey> = known.map(|known| &known.key).collect();
    let fits = |included: &&PlanKey| **included != plan.key && known.contains(included);
    match plan.includes.iter().find(|included| !fits(included)) {
        Some(unknown) => Err(BillingError::NoSuchPlan(unknown.clone())),
        None => Ok(()),
    }
}
