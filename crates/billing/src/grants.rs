//! Plans given to members, by staff or from the command line.

use std::fmt;
use std::str::FromStr;

use jiff::Timestamp;
use kernel::access::{Held, Holding};
use kernel::time::from_millis;
use kernel::{MemberId, PlanKey};
use sea_orm::sea_query::Expr;
use sea_orm::{
    ActiveValue::Set, ColumnTrait, Condition, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, SqlErr,
};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::billing::Billing;
use crate::entity::{access_grant, grant_revocation, plan};
use crate::error::BillingError;
use crate::plans::unreadable;

/// One plan given to one member.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct GrantId(Uuid);

/// A plan given to a member for a time.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Grant {
    /// Its id.
    pub id: GrantId,
    /// The plan.
    pub plan: PlanKey,
    /// First moment at which it counts.
    pub starts_at: Timestamp,
    /// First moment at which it no longer counts; `None` is for good.
    pub ends_at: Option<Timestamp>,
    /// Why, or by whom, it was given.
    pub reason: String,
    /// When it was given.
    pub created_at: Timestamp,
}

/// A grant as it was given, and when it was taken back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Given {
    /// As it was given.
    pub grant: Grant,
    /// When it was taken back, if it was.
    pub revoked_at: Option<Timestamp>,
}

/// What revoking has changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ended {
    /// Grants that ran and end now.
    pub ended: u64,
    /// Grants that hadn't begun, and never will.
    pub cancelled: u64,
}

impl Billing {
    /// Gives a member a plan from a moment on, until another or for good.
    pub async fn grant(
        &self,
        member: MemberId,
        plan: &PlanKey,
        from: Timestamp,
        until: Option<Timestamp>,
        reason: &str,
    ) -> Result<GrantId, BillingError> {
        let (starts_at, ends_at) = (from.as_millisecond(), until.map(Timestamp::as_millisecond));
        if ends_at.is_some_and(|ends_at| ends_at <= starts_at) {
            return Err(BillingError::EndsTooEarly);
        }
        let now = self.now();
        let id = kernel::id::v7(now);
        let row = access_grant::ActiveModel {
            id: Set(id),
            member_id: Set(member.as_uuid()),
            plan: Set(plan.to_string()),
            starts_at: Set(starts_at),
            ends_at: Set(ends_at),
            reason: Set(reason.to_owned()),
            created_at: Set(now.as_millisecond()),
        };
        match access_grant::Entity::insert(row).exec_without_returning(&self.database).await {
            Ok(_) => Ok(GrantId(id)),
            Err(error) if matches!(error.sql_err(), Some(SqlErr::ForeignKeyConstraintViolation(_))) => {
                Err(self.missing(member, plan).await?)
            }
            Err(error) => Err(error.into()),
        }
    }

    /// Which of the two that a grant speaks of isn't there.
    async fn missing(&self, member: MemberId, plan: &PlanKey) -> Result<BillingError, BillingError> {
        let plans = plan::Entity::find_by_id(plan.to_string()).count(&self.database).await?;
        Ok(if plans == 0 {
            BillingError::NoSuchPlan(plan.clone())
        } else {
            BillingError::NoSuchMember(member)
        })
    }

    /// Ends one grant now.
    pub async fn revoke(&self, grant: GrantId) -> Result<Ended, BillingError> {
        self.end(Condition::all().add(access_grant::Column::Id.eq(grant.0))).await
    }

    /// Ends all of a member's grants now.
    pub async fn revoke_all(&self, member: MemberId) -> Result<Ended, BillingError> {
        self.end(Condition::all().add(access_grant::Column::MemberId.eq(member.as_uuid()))).await
    }

    /// A grant that has begun keeps its row and ends now; one that hasn't begun opens nothing any
    /// more. Either is written down as it was, so that it can be told why somebody could read then.
    async fn end(&self, which: Condition) -> Result<Ended, BillingError> {
        let now = self.now().as_millisecond();
        let still = Condition::any()
            .add(access_grant::Column::EndsAt.is_null())
            .add(access_grant::Column::EndsAt.gt(now));
        let transaction = transaction::begin(&self.database).await?;
        let rows = access_grant::Entity::find().filter(which).filter(still).all(&transaction).await?;
        let (running, to_come): (Vec<_>, Vec<_>) = rows.iter().partition(|row| row.starts_at < now);
        if !rows.is_empty() {
            let revoked = rows.iter().map(|row| grant_revocation::ActiveModel {
                grant_id: Set(row.id),
                member_id: Set(row.member_id),
                plan: Set(row.plan.clone()),
                starts_at: Set(row.starts_at),
                ends_at: Set(row.ends_at),
                reason: Set(row.reason.clone()),
                created_at: Set(row.created_at),
                revoked_at: Set(now),
            });
            grant_revocation::Entity::insert_many(revoked).exec_without_returning(&transaction).await?;
        }
        let of = |rows: &[&access_grant::Model]| {
            access_grant::Column::Id.is_in(rows.iter().map(|row| row.id).collect::<Vec<_>>())
        };
        access_grant::Entity::update_many()
            .col_expr(access_grant::Column::EndsAt, Expr::value(now))
            .filter(of(&running))
            .exec(&transaction)
            .await?;
        access_grant::Entity::delete_many().filter(of(&to_come)).exec(&transaction).await?;
        transaction.commit().await?;
        let count = |rows: Vec<_>| u64::try_from(rows.len()).unwrap_or(u64::MAX);
        Ok(Ended { ended: count(running), cancelled: count(to_come) })
    }

    /// Ends one grant of a member now, if it is theirs.
    pub async fn revoke_of(&self, member: MemberId, grant: GrantId) -> Result<Ended, BillingError> {
        let own = access_grant::Column::MemberId.eq(member.as_uuid());
        self.end(Condition::all().add(access_grant::Column::Id.eq(grant.0)).add(own)).await
    }

    /// A member's grants, past ones, those to come and those taken back, as they were given; the
    /// first to start first. Two queries.
    pub async fn grants_with_revoked(&self, member: MemberId) -> Result<Vec<Given>, BillingError> {
        let revoked = grant_revocation::Entity::find()
            .filter(grant_revocation::Column::MemberId.eq(member.as_uuid()))
            .all(&self.database)
            .await?;
        let mut given: Vec<Given> = Vec::new();
        for grant in self.grants(member).await? {
            if !revoked.iter().any(|row| row.grant_id == grant.id.0) {
                given.push(Given { grant, revoked_at: None });
            }
        }
        for row in revoked {
            let revoked_at = Some(from_millis(row.revoked_at));
            let grant = Grant {
                id: GrantId(row.grant_id),
                plan: row.plan.parse().map_err(|_| unreadable("grant_revocation", "plan", row.plan))?,
                starts_at: from_millis(row.starts_at),
                ends_at: row.ends_at.map(from_millis),
                reason: row.reason,
                created_at: from_millis(row.created_at),
            };
            given.push(Given { grant, revoked_at });
        }
        given.sort_by_key(|given| (given.grant.starts_at, given.grant.id));
        Ok(given)
    }

    /// A member's grants, past and future ones too, the first to start first. One query.
    pub async fn grants(&self, member: MemberId) -> Result<Vec<Grant>, BillingError> {
        let rows = access_grant::Entity::find()
            .filter(access_grant::Column::MemberId.eq(member.as_uuid()))
            .order_by_asc(access_grant::Column::StartsAt)
            .order_by_asc(access_grant::Column::Id)
            .all(&self.database)
            .await?;
        rows.into_iter().map(Grant::try_from).collect()
    }
}

impl Given {
    /// Whether it counts at a moment.
    #[must_use]
    pub fn counts_at(&self, at: Timestamp) -> bool {
        Holding::from(self.grant.clone()).counts_at(at) && self.revoked_at.is_none_or(|revoked| at < revoked)
    }
}

impl Ended {
    /// How many grants have changed.
    #[must_use]
    pub fn total(self) -> u64 {
        self.ended + self.cancelled
    }
}

impl From<Grant> for Holding {
    fn from(grant: Grant) -> Self {
        Self { what: Held::Plan(grant.plan), from: grant.starts_at, until: grant.ends_at }
    }
}

impl TryFrom<access_grant::Model> for Grant {
    type Error = BillingError;

    fn try_from(row: access_grant::Model) -> Result<Self, Self::Error> {
        Ok(Self {
            id: GrantId(row.id),
            plan: row.plan.parse().map_err(|_| unreadable("access_grant", "plan", row.plan))?,
            starts_at: from_millis(row.starts_at),
            ends_at: row.ends_at.map(from_millis),
            reason: row.reason,
            created_at: from_millis(row.created_at),
        })
    }
}

impl fmt::Display for Ended {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.total().fmt(f)
    }
}

impl fmt::Display for GrantId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl fmt::Debug for GrantId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "GrantId({})", self.0)
    }
}

impl FromStr for GrantId {
    type Err = uuid::Error;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Uuid::from_str(text).map(Self)
    }
}
