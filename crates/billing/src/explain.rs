//! Why somebody could, or couldn't, read something at a moment: what was recorded by then of what
//! they bought and were given, and what the rule of that time made of it.

use jiff::Timestamp;
use kernel::access::{Held, Holding};
use kernel::time::from_millis;
use kernel::{ArticleId, MemberId, PlanKey};
use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter, QueryOrder};

use crate::billing::Billing;
use crate::entity::{gift, plan_includes_history, purchase, purchase_history, seat, stripe_customer};
use crate::error::BillingError;
use crate::facts::{Bought, Facts, Status};
use crate::plans::unreadable;
use crate::rule::{self, Policy, Why};

/// Something that could have let a member read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Claim {
    /// To which plan.
    pub plan: Option<PlanKey>,
    /// What came with the plan at that time.
    pub with: Vec<PlanKey>,
    /// To which story, if it is to one.
    pub article: Option<ArticleId>,
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
    /// A code that was redeemed.
    Gift {
        /// When.
        redeemed_at: Timestamp,
        /// Its end.
        until: Timestamp,
    },
    /// A seat in a group.
    Seat {
        /// Stripe's id of the group's subscription.
        purchase: String,
        /// When it was taken.
        accepted_at: Timestamp,
        /// When it was given up or taken back.
        removed_at: Option<Timestamp>,
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
    /// It was a seat, and the group had fewer seats than members.
    NoSeat,
    /// It was given, and its time ran.
    Given,
    /// It was given, and its time hadn't begun.
    NotYet,
    /// It was given, and its time was over.
    Expired,
    /// It was given, and had been taken back.
    Revoked,
    /// It was a seat, and had been given up or taken back.
    Left,
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
            Self::NoSeat => "no-seat",
            Self::Left => "left",
        }
    }
}

impl Billing {
    /// All that could have let a member read at a moment, as it was recorded then. Eight queries, and
    /// one a seat.
    pub async fn claims(&self, member: MemberId, at: Timestamp) -> Result<Vec<Claim>, BillingError> {
        let includes = self.inclusions(at).await?;
        let with = |plan: &PlanKey| -> Vec<PlanKey> {
            includes.iter().filter(|(of, _)| of == plan).map(|(_, included)| included.clone()).collect()
        };
        let mut claims = self.bought(member, at).await?;
        self.claim_gifts(member, at, &mut claims).await?;
        self.claim_seats(member, at, &mut claims).await?;
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
                article: None,
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

    /// Gifts that were redeemed by then.
    async fn claim_gifts(
        &self,
        member: MemberId,
        at: Timestamp,
        claims: &mut Vec<Claim>,
    ) -> Result<(), BillingError> {
        let redeemed = gift::Entity::find()
            .filter(gift::Column::RedeemedBy.eq(member.as_uuid()))
            .filter(gift::Column::RedeemedAt.lte(at.as_millisecond()));
        for row in redeemed.all(&self.database).await? {
            let (Some(redeemed_at), Some(starts_at), Some(ends_at)) =
                (row.redeemed_at, row.starts_at, row.ends_at)
            else {
                continue;
            };
            let void = row.void_at.is_some_and(|void_at| void_at <= at.as_millisecond());
            let runs = (starts_at..ends_at).contains(&at.as_millisecond());
            claims.push(Claim {
                plan: Some(row.plan.parse().map_err(|_| unreadable("gift", "plan", row.plan))?),
                with: Vec::new(),
                article: None,
                source: Source::Gift { redeemed_at: from_millis(redeemed_at), until: from_millis(ends_at) },
                counted: runs && !void,
                because: match (runs, void) {
                    (true, true) => Because::Rule(Why::Refunded),
                    (true, false) => Because::Given,
                    (false, _) if at.as_millisecond() < starts_at => Because::NotYet,
                    (false, _) => Because::Expired,
                },
            });
        }
        Ok(())
    }

    /// Seats that were taken by then, as their groups stood.
    async fn claim_seats(
        &self,
        member: MemberId,
        at: Timestamp,
        claims: &mut Vec<Claim>,
    ) -> Result<(), BillingError> {
        let accepted = seat::Entity::find()
            .filter(seat::Column::MemberId.eq(member.as_uuid()))
            .filter(seat::Column::AcceptedAt.lte(at.as_millisecond()));
        for row in accepted.all(&self.database).await? {
            let heard = purchase_history::Entity::find()
                .filter(purchase_history::Column::Purchase.eq(row.purchase.as_str()))
                .filter(purchase_history::Column::At.lte(at.as_millisecond()))
                .order_by_desc(purchase_history::Column::At)
                .one(&self.database)
                .await?;
            let Some(heard) = heard else { continue };
            let facts = read_facts(&heard)?;
            let (open, why) =
                rule::explain(&facts, &Policy::of_basis(&heard.rule).unwrap_or(self.policy), at);
            let removed_at = row.removed_at.map(from_millis);
            let left = removed_at.is_some_and(|removed_at| removed_at <= at);
            // Who stands without a seat is known for now only.
            let stands = !row.counts && row.removed_at.is_none();
            claims.push(Claim {
                plan: facts.plan,
                with: Vec::new(),
                article: None,
                source: Source::Seat {
                    purchase: row.purchase,
                    accepted_at: from_millis(row.accepted_at.unwrap_or_default()),
                    removed_at,
                },
                counted: open && !left && !stands,
                because: match (open, left, stands) {
                    (true, true, _) => Because::Left,
                    (true, false, true) => Because::NoSeat,
                    _ => Because::Rule(why),
                },
            });
        }
        Ok(())
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
            let facts = read_facts(heard)?;
            let article = match facts.bought {
                Bought::Plan => None,
                Bought::Story(article) => Some(article),
                // What others read by; the payer's own seat is a claim of its own.
                Bought::Gift(_) | Bought::Seats(_) => continue,
            };
            let policy = Policy::of_basis(&heard.rule).unwrap_or(self.policy);
            let (open, why) = rule::explain(&facts, &policy, at);
            let customer = customers.iter().find(|customer| customer.id == row.customer);
            let proved = customer
                .and_then(|customer| customer.adopted_at)
                .is_none_or(|adopted| adopted <= at.as_millisecond());
            claims.push(Claim {
                plan: facts.plan,
                with: Vec::new(),
                article,
                source: Source::Purchase {
                    id: row.id,
                    status: facts.status,
                    heard_at: from_millis(heard.at),
                },
                counted: open && proved,
                because: if open && !proved { Because::Unproved } else { Because::Rule(why) },
            });
        }
        Ok(claims)
    }
}

/// What the claims that counted amount to at a moment: the plans, those that came with them, and stories.
#[must_use]
pub fn held_by(claims: &[Claim], at: Timestamp) -> Vec<Holding> {
    let counted = claims.iter().filter(|claim| claim.counted);
    let held = counted.flat_map(|claim| {
        let plans = claim.plan.iter().chain(&claim.with).cloned().map(Held::Plan);
        plans.chain(claim.article.map(Held::Article))
    });
    held.map(|what| Holding { what, from: at, until: None }).collect()
}

fn read_facts(heard: &purchase_history::Model) -> Result<Facts, BillingError> {
    serde_json::from_str(&heard.facts)
        .map_err(|_| unreadable("purchase_history", "facts", heard.purchase.clone()))
}
