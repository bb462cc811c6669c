//! Why somebody could, or couldn't, read something at a moment: what was recorded by then of what
//! they bought and were given, and what the rule made of it.

use jiff::Timestamp;
use kernel::access::{Held, Holding};
use kernel::{MemberId, PlanKey};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};

use crate::billing::Billing;
use crate::entity::{plan_includes, purchase, purchase_history, stripe_customer};
use crate::error::BillingError;
use crate::facts::{Facts, Status};
use crate::plans::unreadable;
use crate::rule::{self, Policy, Why};

/// Something that could have let a member read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Claim {
    /// To what.
    pub plan: Option<PlanKey>,
    /// Where it comes from.
    pub source: Source,
    /// Whether it counted.
    pub counted: bool,
    /// Why, or why not.
    pub because: Because,
}

/// Where a claim comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Source {
    /// Something bought.
    Purchase {
        /// Stripe's id.
        id: String,
        /// How it stood.
        status: Status,
        /// When we had heard of that.
        heard_at: Timestamp,
    },
    /// Something given.
    Grant {
        /// Why, or by whom.
        reason: String,
        /// Its end, if it has one.
        until: Option<Timestamp>,
    },
}

/// Why a claim counted, or didn't.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Because {
    /// By the rule for what is bought.
    Rule(Why),
    /// It was bought, but nobody had proved yet that the address was theirs.
    Unproved,
    /// It was given, and its time ran.
    Given,
    /// It was given, and its time hadn't begun or was over.
    NotNow,
}

impl Billing {
    /// All that could have let a member read at a moment, as it was recorded then. Five queries.
    pub async fn claims(&self, member: MemberId, at: Timestamp) -> Result<Vec<Claim>, BillingError> {
        let mut claims = self.bought(member, at).await?;
        for grant in self.grants(member).await?.into_iter().filter(|grant| grant.created_at <= at) {
            let counted = Holding::from(grant.clone()).counts_at(at);
            claims.push(Claim {
                plan: Some(grant.plan),
                source: Source::Grant { reason: grant.reason, until: grant.ends_at },
                counted,
                because: if counted { Because::Given } else { Because::NotNow },
            });
        }
        Ok(claims)
    }

    /// What the claims that counted amount to: the plans, and those that come with them.
    pub async fn held_by(&self, claims: &[Claim], at: Timestamp) -> Result<Vec<Holding>, BillingError> {
        let mut plans: Vec<PlanKey> =
            claims.iter().filter(|claim| claim.counted).filter_map(|claim| claim.plan.clone()).collect();
        for row in plan_includes::Entity::find().all(&self.database).await? {
            if plans.iter().any(|plan| plan.as_str() == row.plan) {
                let included = row.included.parse();
                plans.push(included.map_err(|_| unreadable("plan_includes", "included", row.included))?);
            }
        }
        Ok(plans.into_iter().map(|plan| Holding { what: Held::Plan(plan), from: at, until: None }).collect())
    }

    async fn bought(&self, member: MemberId, at: Timestamp) -> Result<Vec<Claim>, BillingError> {
        let customers = stripe_customer::Entity::find()
            .filter(stripe_customer::Column::MemberId.eq(member.as_uuid()))
            .all(&self.database)
            .await?;
        let ids = customers.iter().map(|customer| customer.id.as_str());
        let purchases = purchase::Entity::find()
            .filter(purchase::Column::Customer.is_in(ids))
            .all(&self.database)
            .await?;
        let known = purchase_history::Entity::find()
            .filter(purchase_history::Column::Purchase.is_in(purchases.iter().map(|row| row.id.as_str())))
            .filter(purchase_history::Column::At.lte(at.as_millisecond()))
            .order_by_desc(purchase_history::Column::At)
            .all(&self.database)
            .await?;
        let mut claims = Vec::new();
        for row in purchases {
            // The last we had heard by then; a purchase not heard of yet is no claim.
            let Some(heard) = known.iter().find(|heard| heard.purchase == row.id) else { continue };
            let facts: Facts = serde_json::from_str(&heard.facts)
                .map_err(|_| unreadable("purchase_history", "facts", row.id.clone()))?;
            let policy = Policy::of_basis(&heard.rule).unwrap_or(self.policy);
            let (open, why) = rule::explain(&facts, &policy, at);
            let customer = customers.iter().find(|customer| customer.id == row.customer);
            let proved = customer
                .and_then(|customer| customer.adopted_at)
                .is_none_or(|adopted| adopted <= at.as_millisecond());
            claims.push(Claim {
                plan: facts.plan,
                source: Source::Purchase {
                    id: row.id,
                    status: facts.status,
                    heard_at: kernel::time::from_millis(heard.at),
                },
                counted: open && proved,
                because: if open && !proved { Because::Unproved } else { Because::Rule(why) },
            });
        }
        Ok(claims)
    }
}
