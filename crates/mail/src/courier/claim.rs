//! Taking a mail, so that nobody else does.

use jiff::SignedDuration;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, DbErr, EntityTrait, ExprTrait, QueryFilter, QueryOrder, QuerySelect};
use uuid::Uuid;

use super::Courier;
use crate::entity::mail;

/// How long a courier may keep a mail. One that comes to grief meanwhile loses it to another; that
/// is longer than a delivery can take (`smtp::PATIENCE`).
const LEASE: SignedDuration = SignedDuration::from_mins(2);

/// A mail that is ours until `until`.
pub(super) struct Claimed {
    pub(super) row: mail::Model,
    /// The lease's end, in milliseconds after 1970, as it stands in the row.
    pub(super) until: i64,
}

impl Courier {
    /// Takes the mail that is due longest; `None` if none is.
    pub(super) async fn claim(&self) -> Result<Option<Claimed>, DbErr> {
        loop {
            let now = self.mailroom.now();
            let due = mail::Entity::find()
                .select_only()
                .columns([mail::Column::Id, mail::Column::NextAt])
                .filter(mail::Column::NextAt.lte(now.as_millisecond()))
                .order_by_asc(mail::Column::NextAt)
                .order_by_asc(mail::Column::Id)
                .into_tuple::<(Uuid, i64)>()
                .one(&self.mailroom.database)
                .await?;
            let Some((id, seen)) = due else {
                return Ok(None);
            };
            let until = now.saturating_add(LEASE).unwrap_or(now).as_millisecond();
            // Whoever changes what all have seen has it; the others look again.
            let taken = mail::Entity::update_many()
                .col_expr(mail::Column::NextAt, Expr::value(until))
                .col_expr(mail::Column::Attempts, Expr::col(mail::Column::Attempts).add(1))
                .filter(mail::Column::Id.eq(id))
                .filter(mail::Column::NextAt.eq(seen))
                .exec_with_returning(&self.mailroom.database)
                .await?;
            if let Some(row) = taken.into_iter().next() {
                return Ok(Some(Claimed { row, until }));
            }
        }
    }
}
