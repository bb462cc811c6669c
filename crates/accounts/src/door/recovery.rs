//! Recovery codes: ten, for the day on which the second factor is lost; each works once.

use kernel::MemberId;
use sea_orm::sea_query::Expr;
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter};
use serde_json::json;

use crate::accounts::Accounts;
use crate::audit::{self, Actor};
use crate::database;
use crate::entity::recovery_code;
use crate::error::AccountError;
use crate::secret::random;

/// Codes of one set.
const CODES: usize = 10;
/// Letters and digits that aren't taken for each other (Crockford's base 32).
const ALPHABET: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";
/// Characters of a code: 80 bits.
const LENGTH: usize = 16;

impl Accounts {
    /// Makes ten codes in place of those before. They are nowhere else: only their hashes are kept.
    pub async fn new_recovery_codes(
        &self,
        member: MemberId,
        actor: Actor,
    ) -> Result<Vec<String>, AccountError> {
        let codes = (0..CODES).map(|_| code()).collect::<Result<Vec<_>, _>>()?;
        let id = member.as_uuid();
        let rows = codes.iter().map(|code| recovery_code::ActiveModel {
            member_id: Set(id),
            code_hash: Set(self.keys.recovery(id, &typed(code))),
            used_at: Set(None),
        });
        let transaction = database::begin(&self.database).await?;
        recovery_code::Entity::delete_many()
            .filter(recovery_code::Column::MemberId.eq(id))
            .exec(&transaction)
            .await?;
        recovery_code::Entity::insert_many(rows).exec_without_returning(&transaction).await?;
        let subject = member.to_string();
        audit::record(&transaction, self.now(), &actor, "recovery-codes-made", &subject, &json!({})).await?;
        transaction.commit().await?;
        Ok(codes)
    }

    /// How many of a member's codes are left. One query.
    pub async fn recovery_codes_left(&self, member: MemberId) -> Result<u64, AccountError> {
        let left = recovery_code::Entity::find()
            .filter(recovery_code::Column::MemberId.eq(member.as_uuid()))
            .filter(recovery_code::Column::UsedAt.is_null());
        Ok(left.count(&self.database).await?)
    }

    /// Whether a code is one of the member's and wasn't used before. It is used then.
    pub(crate) async fn use_recovery_code(&self, member: MemberId, code: &str) -> Result<bool, AccountError> {
        let used = recovery_code::Entity::update_many()
            .col_expr(recovery_code::Column::UsedAt, Expr::value(self.now().as_millisecond()))
            .filter(recovery_code::Column::MemberId.eq(member.as_uuid()))
            .filter(recovery_code::Column::CodeHash.eq(self.keys.recovery(member.as_uuid(), &typed(code))))
            .filter(recovery_code::Column::UsedAt.is_null())
            .exec(&self.database)
            .await?;
        Ok(used.rows_affected > 0)
    }
}

/// A code in groups of four.
fn code() -> Result<String, AccountError> {
    let bytes: [u8; LENGTH] = random()?;
    let letters: Vec<char> = bytes.iter().map(|byte| char::from(ALPHABET[usize::from(byte % 32)])).collect();
    Ok(letters.chunks(4).map(|group| group.iter().collect::<String>()).collect::<Vec<_>>().join("-"))
}

/// A code as people type it: any case, with or without hyphens, `o` for zero and `l` or `i` for one.
fn typed(code: &str) -> String {
    let letters = code.chars().filter(char::is_ascii_alphanumeric).map(|c| c.to_ascii_lowercase());
    letters
        .map(|c| match c {
            'o' => '0',
            'i' | 'l' => '1',
            c => c,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_easy_to_type() {
        let code = code().expect("random");
        assert_eq!(code.len(), LENGTH + 3, "{code}");
        assert_eq!(typed(&code.to_uppercase().replace('-', " ")), typed(&code));
        assert_eq!(typed("OIL0-1"), "01101");
    }
}
