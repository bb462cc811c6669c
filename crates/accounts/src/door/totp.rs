//! One-time codes by the clock (RFC 6238): six digits, 30 seconds, one step of skew, each code once.

use jiff::{SignedDuration, Timestamp};
use kernel::{Email, MemberId};
use sea_orm::sea_query::{Expr, ExprTrait, OnConflict};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter};
use serde_json::json;
use totp_rs::{Builder, Secret, Totp};

use crate::accounts::Accounts;
use crate::audit::{self, Actor};
use crate::database;
use crate::entity::staff_proof;
use crate::error::AccountError;
use crate::secret::random;

/// How long a secret that is being set up can be confirmed.
const SETUP_LIFETIME: SignedDuration = SignedDuration::from_mins(30);

/// A secret that somebody is putting into their app. Nothing is kept of it until it is confirmed.
#[derive(Clone)]
pub struct NewTotp {
    /// The secret in base32, to type.
    pub secret: String,
    /// The `otpauth://` address, to scan.
    pub url: String,
    /// The secret sealed for its member, to be sent back with the first code.
    pub sealed: String,
}

/// The code isn't right, or the secret has grown old.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WrongCode;

impl Accounts {
    /// A fresh secret for a member. `issuer` is the publication's name.
    pub fn new_totp(&self, member: MemberId, email: &Email, issuer: &str) -> Result<NewTotp, AccountError> {
        let secret: [u8; 20] = random()?;
        let until = self.now().saturating_add(SETUP_LIFETIME).unwrap_or(Timestamp::MAX).as_second();
        let mut sealed = until.to_be_bytes().to_vec();
        sealed.extend(secret);
        let sealed = self.keys.seal(&setup_purpose(member), &sealed)?;
        shown(&secret, email, issuer, sealed)
    }

    /// The secret of a setup that goes on, shown once more; `None` if it has grown old.
    pub fn same_totp(
        &self,
        member: MemberId,
        sealed: &str,
        email: &Email,
        issuer: &str,
    ) -> Result<Option<NewTotp>, AccountError> {
        let Some(secret) = self.unsealed_setup(member, sealed) else { return Ok(None) };
        shown(&secret, email, issuer, sealed.to_owned()).map(Some)
    }

    /// Makes a sealed secret the member's, in place of any before, if `code` is one of its codes.
    pub async fn confirm_totp(
        &self,
        member: MemberId,
        sealed: &str,
        code: &str,
        actor: Actor,
    ) -> Result<Result<(), WrongCode>, AccountError> {
        let Some(secret) = self.unsealed_setup(member, sealed) else { return Ok(Err(WrongCode)) };
        let now = self.now();
        let Some(step) = matched_step(&secret, code, now) else { return Ok(Err(WrongCode)) };
        let kept = self.keys.seal(&kept_purpose(member), &secret)?;
        let row = staff_proof::ActiveModel {
            member_id: Set(member.as_uuid()),
            password: Set(None),
            totp: Set(Some(kept)),
            totp_step: Set(step),
            changed_at: Set(now.as_millisecond()),
        };
        let transaction = database::begin(&self.database).await?;
        let replaced = OnConflict::column(staff_proof::Column::MemberId)
            .update_columns([
                staff_proof::Column::Totp,
                staff_proof::Column::TotpStep,
                staff_proof::Column::ChangedAt,
            ])
            .to_owned();
        staff_proof::Entity::insert(row).on_conflict(replaced).exec_without_returning(&transaction).await?;
        audit::record(&transaction, now, &actor, "totp-set", &member.to_string(), &json!({})).await?;
        transaction.commit().await?;
        Ok(Ok(()))
    }

    /// Takes a member's one-time codes away.
    pub async fn remove_totp(&self, member: MemberId, actor: Actor) -> Result<(), AccountError> {
        let transaction = database::begin(&self.database).await?;
        let removed = staff_proof::Entity::update_many()
            .col_expr(staff_proof::Column::Totp, Expr::value(None::<String>))
            .filter(staff_proof::Column::MemberId.eq(member.as_uuid()))
            .filter(staff_proof::Column::Totp.is_not_null())
            .exec(&transaction)
            .await?;
        if removed.rows_affected > 0 {
            let subject = member.to_string();
            audit::record(&transaction, self.now(), &actor, "totp-removed", &subject, &json!({})).await?;
        }
        Ok(transaction.commit().await?)
    }

    /// Whether a code is the member's, now, and wasn't used before. It is used then.
    pub(crate) async fn use_totp(
        &self,
        proof: &staff_proof::Model,
        code: &str,
    ) -> Result<bool, AccountError> {
        let Some(sealed) = &proof.totp else { return Ok(false) };
        let member = MemberId::from(proof.member_id);
        // Sealed under another secret of the server's: it has to be set up anew.
        let Some(secret) = self.keys.unseal(&kept_purpose(member), sealed) else { return Ok(false) };
        let Some(step) = matched_step(&secret, code, self.now()) else { return Ok(false) };
        let used = staff_proof::Entity::update_many()
            .col_expr(staff_proof::Column::TotpStep, Expr::value(step))
            .filter(staff_proof::Column::MemberId.eq(proof.member_id))
            // Of two who send the same code at the same time, one is let in.
            .filter(Expr::col(staff_proof::Column::TotpStep).lt(step))
            .exec(&self.database)
            .await?;
        Ok(used.rows_affected > 0)
    }

    fn unsealed_setup(&self, member: MemberId, sealed: &str) -> Option<Vec<u8>> {
        let opened = self.keys.unseal(&setup_purpose(member), sealed)?;
        let (until, secret) = opened.split_first_chunk::<8>()?;
        (self.now().as_second() < i64::from_be_bytes(*until)).then(|| secret.to_vec())
    }
}

impl std::fmt::Debug for NewTotp {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("NewTotp(…)")
    }
}

fn shown(secret: &[u8], email: &Email, issuer: &str, sealed: String) -> Result<NewTotp, AccountError> {
    // A colon divides issuer and account.
    let issuer = issuer.replace(':', " ");
    let builder = Builder::new().with_secret(Secret::from(secret.to_vec()));
    let builder = builder.with_account_name(email.as_str().replace(':', " ")).with_issuer(Some(issuer));
    let unusable = |error: totp_rs::TotpError| AccountError::Hash(error.to_string());
    let totp = builder.build().map_err(unusable)?;
    let url = totp.to_url().map_err(unusable)?;
    Ok(NewTotp { secret: totp.secret().to_base32(), url, sealed })
}

fn setup_purpose(member: MemberId) -> Vec<u8> {
    format!("totp setup {member}").into_bytes()
}

fn kept_purpose(member: MemberId) -> Vec<u8> {
    format!("totp {member}").into_bytes()
}

fn matched_step(secret: &[u8], code: &str, now: Timestamp) -> Option<i64> {
    let digits: String = code.chars().filter(|c| !c.is_whitespace()).collect();
    let totp: Totp = Builder::new().with_secret(Secret::from(secret.to_vec())).build().ok()?;
    let step = totp.check(&digits, u64::try_from(now.as_second()).ok()?)?;
    i64::try_from(step).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_those_of_the_standard() {
        // RFC 6238, appendix B, SHA-1: eight digits there, of which six are the last.
        let secret = b"12345678901234567890";
        for (second, code) in [(59, "287082"), (1_111_111_109, "081804"), (20_000_000_000, "353130")] {
            let now = Timestamp::from_second(second).expect("a time");
            assert_eq!(matched_step(secret, code, now), Some(second / 30), "{second}");
            assert_eq!(
                matched_step(secret, &format!("{} {}", &code[..3], &code[3..]), now),
                Some(second / 30)
            );
            let later = Timestamp::from_second(second + 30).expect("a time");
            assert_eq!(matched_step(secret, code, later), Some(second / 30), "one step of skew");
            let too_late = Timestamp::from_second(second + 60).expect("a time");
            assert_eq!(matched_step(secret, code, too_late), None);
        }
    }
}
