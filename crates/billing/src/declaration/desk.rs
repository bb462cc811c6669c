//! Declarations as staff see them.

use jiff::Timestamp;
use kernel::MemberId;
use kernel::time::from_millis;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use serde::Serialize;

use super::receive::declared;
use super::{DeclarationId, Declared};
use crate::billing::Billing;
use crate::entity::declaration;
use crate::error::BillingError;

/// A declaration, and what became of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct DeclarationState {
    /// What was declared.
    pub declared: Declared,
    /// `unproved`, `proved`, `done`, `late`, `unmatched` or `settled`.
    pub state: String,
    /// When that was decided.
    pub decided_at: Option<Timestamp>,
    /// Stripe's ids of what it ended.
    pub ended: Vec<String>,
    /// Whether somebody must look at it: it couldn't be applied, or gives a cause.
    pub open: bool,
}

impl Billing {
    /// The newest declarations, those that wait for somebody first. One query.
    pub async fn declarations(&self, limit: u64) -> Result<Vec<DeclarationState>, BillingError> {
        let rows = declaration::Entity::find()
            .order_by_desc(declaration::Column::ReceivedAt)
            .limit(limit)
            .all(&self.database)
            .await?;
        let mut states = rows.iter().map(state).collect::<Result<Vec<_>, _>>()?;
        states.sort_by_key(|state| !state.open);
        Ok(states)
    }

    /// What was declared from a member's address, newest first. One query.
    pub(crate) async fn declarations_of(
        &self,
        member: MemberId,
    ) -> Result<Vec<DeclarationState>, BillingError> {
        let rows = declaration::Entity::find()
            .filter(declaration::Column::MemberId.eq(member.as_uuid()))
            .order_by_desc(declaration::Column::ReceivedAt)
            .all(&self.database)
            .await?;
        rows.iter().map(state).collect()
    }

    /// Notes that staff have dealt with a declaration.
    pub async fn settle_declaration(&self, id: DeclarationId) -> Result<bool, BillingError> {
        let open = Condition::any()
            .add(declaration::Column::State.is_in(["unproved", "late", "unmatched"]))
            .add(declaration::Column::Cause.is_not_null());
        let settled = declaration::Entity::update_many()
            .col_expr(declaration::Column::State, Expr::value("settled"))
            .col_expr(declaration::Column::DecidedAt, Expr::value(self.now().as_millisecond()))
            .filter(declaration::Column::Id.eq(id.0))
            .filter(declaration::Column::State.ne("proved"))
            .filter(open)
            .exec(&self.database)
            .await?;
        Ok(settled.rows_affected == 1)
    }
}

fn state(row: &declaration::Model) -> Result<DeclarationState, BillingError> {
    let waits = matches!(row.state.as_str(), "unproved" | "late" | "unmatched");
    Ok(DeclarationState {
        declared: declared(row)?,
        state: row.state.clone(),
        decided_at: row.decided_at.map(from_millis),
        ended: serde_json::from_str(&row.outcome).unwrap_or_default(),
        open: waits || (row.state == "done" && row.cause.is_some()),
    })
}
