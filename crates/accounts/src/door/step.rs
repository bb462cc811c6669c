//! Proofs under way: a token for a browser that has proved half, or that answers a passkey's challenge.

use kernel::MemberId;
use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter};

use super::{MOST_STEP_ATTEMPTS, STEP_LIFETIME};
use crate::accounts::Accounts;
use crate::database::millis_after;
use crate::entity::staff_step;
use crate::error::AccountError;
use crate::secret::{StepToken, sha256};

/// What a step is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Purpose {
    /// The second half of a sign-in that a password began.
    Factor,
    /// A passkey that signs in, or proves anew who somebody is.
    Passkey,
    /// A passkey that is being added.
    Add,
}

impl Purpose {
    fn as_str(self) -> &'static str {
        match self {
            Self::Factor => "factor",
            Self::Passkey => "passkey",
            Self::Add => "add",
        }
    }
}

impl Accounts {
    /// Begins a step; `None` for a member whom a passkey will name.
    pub(crate) async fn begin_step(
        &self,
        purpose: Purpose,
        member: Option<MemberId>,
        challenge: Option<String>,
    ) -> Result<StepToken, AccountError> {
        let (token, now) = (StepToken::generate()?, self.now());
        let row = staff_step::ActiveModel {
            id: Set(kernel::id::v7(now)),
            token_hash: Set(token.hash()),
            member_id: Set(member.map(MemberId::as_uuid)),
            purpose: Set(purpose.as_str().to_owned()),
            challenge: Set(challenge),
            attempts: Set(0),
            expires_at: Set(millis_after(now, STEP_LIFETIME)),
        };
        staff_step::Entity::insert(row).exec_without_returning(&self.database).await?;
        Ok(token)
    }

    /// A step that can still be finished. It changes nothing.
    pub(crate) async fn open_step(
        &self,
        purpose: Purpose,
        token: &str,
    ) -> Result<Option<staff_step::Model>, AccountError> {
        let open = staff_step::Entity::find()
            .filter(staff_step::Column::TokenHash.eq(sha256(token)))
            .filter(staff_step::Column::Purpose.eq(purpose.as_str()))
            .filter(staff_step::Column::ExpiresAt.gt(self.now().as_millisecond()))
            .filter(staff_step::Column::Attempts.lt(MOST_STEP_ATTEMPTS));
        Ok(open.one(&self.database).await?)
    }

    /// Takes an attempt from a step, in one statement, before anything is compared.
    pub(crate) async fn try_step(
        &self,
        purpose: Purpose,
        token: &str,
    ) -> Result<Option<staff_step::Model>, AccountError> {
        let taken = staff_step::Entity::update_many()
            .col_expr(staff_step::Column::Attempts, Expr::col(staff_step::Column::Attempts).add(1))
            .filter(staff_step::Column::TokenHash.eq(sha256(token)))
            .filter(staff_step::Column::Purpose.eq(purpose.as_str()))
            .filter(staff_step::Column::ExpiresAt.gt(self.now().as_millisecond()))
            .filter(staff_step::Column::Attempts.lt(MOST_STEP_ATTEMPTS))
            .exec_with_returning(&self.database)
            .await?;
        Ok(taken.into_iter().next())
    }

    /// Remembers the challenge that a passkey has to answer in a step.
    pub(crate) async fn challenge_in_step(
        &self,
        step: &staff_step::Model,
        challenge: String,
    ) -> Result<(), AccountError> {
        staff_step::Entity::update_many()
            .col_expr(staff_step::Column::Challenge, Expr::value(challenge))
            .filter(staff_step::Column::Id.eq(step.id))
            .exec(&self.database)
            .await?;
        Ok(())
    }

    /// Ends a step; false if another has ended it meanwhile.
    pub(crate) async fn end_step(&self, step: &staff_step::Model) -> Result<bool, AccountError> {
        let ended = staff_step::Entity::delete_by_id(step.id).exec(&self.database).await?;
        Ok(ended.rows_affected > 0)
    }
}
