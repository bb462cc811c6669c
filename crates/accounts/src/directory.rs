//! The list of members, narrowed and a stretch at a time.

use std::collections::HashMap;

use jiff::Timestamp;
use kernel::{Email, Locale, MemberId, PlanKey};
use sea_orm::sea_query::{Expr, ExprTrait, LikeExpr, SelectStatement};
use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter, QueryOrder, QuerySelect, QueryTrait};

use crate::accounts::Accounts;
use crate::entity::{holding, member, staff};
use crate::error::AccountError;
use crate::member::Member;

/// What members hold, to narrow the list by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Holds {
    /// A plan, bought or given.
    Plan,
    /// None.
    Nothing,
    /// They work here.
    Staff,
}

/// Which members are wanted; what is not set doesn't matter.
#[derive(Clone, Debug, Default)]
pub struct Wanted {
    /// Their address begins like this.
    pub beginning: String,
    /// They read this language.
    pub language: Option<Locale>,
    /// They have had their account since this moment, or later.
    pub since: Option<Timestamp>,
    /// They hold this plan now.
    pub plan: Option<PlanKey>,
    /// They hold something, or nothing, now.
    pub holds: Option<Holds>,
}

impl Accounts {
    /// The members wanted, by address, those after this one. One query.
    pub async fn members_after(
        &self,
        wanted: &Wanted,
        after: Option<&str>,
        limit: u64,
    ) -> Result<Vec<Member>, AccountError> {
        let column = |column: member::Column| Expr::col((member::Entity, column));
        let mut all = Condition::all();
        let beginning = wanted.beginning.trim().to_lowercase();
        if !beginning.is_empty() {
            let like = LikeExpr::new(format!("{}%", escaped(&beginning))).escape('\\');
            all = all.add(column(member::Column::Email).like(like));
        }
        if let Some(after) = after {
            all = all.add(column(member::Column::Email).gt(after));
        }
        if let Some(language) = &wanted.language {
            // The list has spaces between.
            let tag = language.as_str();
            let forms = [tag.to_owned(), format!("{tag} %"), format!("% {tag}"), format!("% {tag} %")];
            let any = forms.into_iter().fold(Condition::any(), |any, form| {
                any.add(column(member::Column::Languages).like(LikeExpr::new(form)))
            });
            all = all.add(any);
        }
        if let Some(since) = wanted.since {
            all = all.add(column(member::Column::CreatedAt).gte(since.as_millisecond()));
        }
        let id = || column(member::Column::Id);
        if let Some(plan) = &wanted.plan {
            all = all.add(id().in_subquery(holders(self.now(), Some(plan))));
        }
        match wanted.holds {
            None => {}
            Some(Holds::Plan) => all = all.add(id().in_subquery(holders(self.now(), None))),
            Some(Holds::Nothing) => all = all.add(id().not_in_subquery(holders(self.now(), None))),
            Some(Holds::Staff) => {
                all = all.add(Expr::col((staff::Entity, staff::Column::MemberId)).is_not_null());
            }
        }
        let rows = member::Entity::find()
            .find_also_related(staff::Entity)
            .filter(all)
            .order_by_asc(member::Column::Email)
            .limit(limit)
            .all(&self.database)
            .await?;
        rows.into_iter().map(Member::from_row).collect()
    }

    /// The plans that members hold now, by member; those who hold none are left out. One query.
    pub async fn plans_held(
        &self,
        members: &[MemberId],
    ) -> Result<HashMap<MemberId, Vec<PlanKey>>, AccountError> {
        if members.is_empty() {
            return Ok(HashMap::new());
        }
        let rows = holding::Entity::find()
            .filter(holding::Column::MemberId.is_in(members.iter().map(|member| member.as_uuid())))
            .filter(running(self.now()))
            .all(&self.database)
            .await?;
        let mut held: HashMap<MemberId, Vec<PlanKey>> = HashMap::new();
        for row in rows {
            let Some(plan) = row.plan else { continue };
            let plan = plan.parse().map_err(|_| AccountError::Unreadable {
                table: "holding",
                column: "plan",
                value: plan,
            })?;
            let plans = held.entry(row.member_id.into()).or_default();
            if !plans.contains(&plan) {
                plans.push(plan);
            }
        }
        for plans in held.values_mut() {
            plans.sort();
        }
        Ok(held)
    }

    /// The members with these addresses, by address; those without an account are left out. One query.
    pub async fn members_by_email(&self, emails: &[Email]) -> Result<HashMap<String, Member>, AccountError> {
        if emails.is_empty() {
            return Ok(HashMap::new());
        }
        let rows = member::Entity::find()
            .find_also_related(staff::Entity)
            .filter(member::Column::Email.is_in(emails.iter().map(Email::as_str)))
            .all(&self.database)
            .await?;
        let members = rows.into_iter().map(|row| {
            let member = Member::from_row(row)?;
            Ok((member.email.to_string(), member))
        });
        members.collect()
    }
}

/// What is held at a moment, and is a plan.
fn running(now: Timestamp) -> Condition {
    let now = now.as_millisecond();
    let open = Condition::any().add(holding::Column::EndsAt.is_null()).add(holding::Column::EndsAt.gt(now));
    Condition::all()
        .add(holding::Column::Plan.is_not_null())
        .add(holding::Column::StartsAt.lte(now))
        .add(open)
}

/// Who holds a plan, or any.
fn holders(now: Timestamp, plan: Option<&PlanKey>) -> SelectStatement {
    let mut holders = holding::Entity::find()
        .select_only()
        .column(holding::Column::MemberId)
        .filter(running(now))
        .filter(holding::Column::MemberId.is_not_null());
    if let Some(plan) = plan {
        holders = holders.filter(holding::Column::Plan.eq(plan.as_str()));
    }
    holders.into_query()
}

fn escaped(text: &str) -> String {
    text.replace('\\', "\\\\").replace('%', "\\%").replace('_', "\\_")
}
