//! Why somebody could, or couldn't, read something at a moment: what was recorded by then of what
//! they bought and were given, and what the rule of that time made of it.

use jiff::Timestamp;
use kernel::access::{Held, Holding};
use kernel::{MemberId, PlanKey};
use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter, QueryOrder};

use crate::billing::Billing;
use crate::entity::{plan_includes_history, purchase, purchase_history, stripe_customer};
use crate::error::BillingError;
use crate::facts::{Facts, Status};
use crate::plans::unreadable;
use crate::rule::{self, Policy, Why};

/// Something that could have let a member read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Claim {
    /// To what.
    pub plan: Option<PlanKey>,
    /// What came with the plan at that time.
    pub with: Vec<PlanKey>,
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
        /// Its first moment.
        from: Timestamp,
        /// Its end as it was then, if it had one.
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
    /// It was given, and its time hadn't begun.
    NotYet,
    /// It was given, and its time was over.
    Expired,
    /// It was given, and had been taken back.
    Revoked,
}

impl Because {
    /// The word that stands for it, as in the keys of interface texts.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Rule(why) => why.as_str(),
            Self::Unproved => "unproved",
            Self::Given => "given",
            Self::NotYet => "not-yet",
            Self::Expired => "expired",
            Self::Revoked => "revoked",
        }
    }
}

impl Billing {
    /// All that could have let a member read at a moment, as it was recorded then. Six queries.
    pub async fn claims(&self, member: MemberId, at: Timestamp) -> Result<Vec<Claim>, BillingError> {
        let includes = self.inclusions(at).await?;
        let with = |plan: &PlanKey| -> Vec<PlanKey> {
            includes.iter().filter(|(of, _)| of == plan).map(|(_, included)| included.clone()).collect()
        };
        let mut claims = self.bought(member, at).await?;
        for given in self.grants_with_revoked(member).await? {
            // Given afterwards, even if for a time before: it opened nothing then.
            if given.grant.created_at > at {
                continue;
            }
            let counted = given.counts_at(at);
            let because = if counted {
                Because::Given
            } else if given.revoked_at.is_some_and(|revoked| revoked <= at) {
                Because::Revoked
            } else if at < given.grant.starts_at {
                Because::NotYet
            } else {
                Because::Expired
            };
            let grant = given.grant;
            claims.push(Claim {
                plan: Some(grant.plan),
                with: Vec::new(),
                source: Source::Grant { reason: grant.reason, from: grant.starts_at, until: grant.ends_at },
                counted,
                because,
            });
        }
        for claim in &mut claims {
            claim.with = claim.plan.as_ref().map(with).unwrap_or_default();
        }
        Ok(claims)
    }

    /// Which plan included which at a moment.
    async fn inclusions(&self, at: Timestamp) -> Result<Vec<(PlanKey, PlanKey)>, BillingError> {
        let at = at.as_millisecond();
        let still = Condition::any()
            .add(plan_includes_history::Column::EndsAt.is_null())
            .add(plan_includes_history::Column::EndsAt.gt(at));
        let rows = plan_includes_history::Entity::find()
            .filter(plan_includes_history::Column::StartsAt.lte(at))
            .filter(still)
            .all(&self.database)
            .await?;
        let key = |text: String| text.parse().map_err(|_| unreadable("plan_includes_history", "plan", text));
        rows.into_iter().map(|row| Ok((key(row.plan)?, key(row.included)?))).collect()
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
                with: Vec::new(),
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

/// What the claims that counted amount to at a moment: the plans, and those that came with them.
#[must_use]
pub fn held_by(claims: &[Claim], at: Timestamp) -> Vec<Holding> {
    let counted = claims.iter().filter(|claim| claim.counted);
    let plans = counted.flat_map(|claim| claim.plan.iter().chain(&claim.with));
    plans.map(|plan| Holding { what: Held::Plan(plan.clone()), from: at, until: None }).collect()
}
