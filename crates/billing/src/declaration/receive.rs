//! Taking a declaration, giving its receipt, and having it proved.

use jiff::{SignedDuration, Timestamp};
use kernel::time::from_millis;
use sea_orm::sea_query::Expr;
use sea_orm::{
    ActiveValue::Set, ColumnTrait, Condition, ConnectionTrait, DatabaseTransaction, DbBackend, DbErr,
    EntityTrait, PaginatorTrait, QueryFilter, Statement,
};

use serde::Serialize;

use super::{Declarant, Declaration, DeclarationId, hash, read};
use crate::billing::Billing;
use crate::entity::{declaration, invoice, purchase, stripe_customer};
use crate::error::BillingError;
use crate::notice::Notice;
use crate::notice::queue::{self, To};
use crate::tasks::{self, Task};

/// The time over which declarations are counted, and how many an address and a network may make.
const WINDOW: SignedDuration = SignedDuration::from_hours(1);
const PER_ADDRESS: u64 = 5;
const PER_NETWORK: u64 = 30;
/// How long a link in a receipt proves the address.
const PROVABLE: SignedDuration = SignedDuration::from_hours(14 * 24);
/// The lock under which declarations are counted: any number that nothing else uses.
const LOCK: i64 = 0x6465_636c;

/// A declaration that was taken.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Declared {
    /// Its id.
    pub id: DeclarationId,
    /// What was declared.
    pub declaration: Declaration,
    /// When it was received.
    pub at: Timestamp,
}

/// Why a declaration isn't taken.
#[derive(Debug, thiserror::Error)]
pub enum NotDeclared {
    /// The limit of the address or of the network is reached.
    #[error("too many declarations; try again in an hour")]
    TooMany,
    /// It couldn't be kept.
    #[error(transparent)]
    Billing(#[from] BillingError),
}

/// What a link from a receipt leads to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Proof {
    /// A declaration that waits for it.
    Open(Declared),
    /// One that is proved already.
    Given(Declared),
}

impl Billing {
    /// Keeps a declaration, and has its receipt mailed. The same is done whoever the address
    /// belongs to.
    pub async fn declare(
        &self,
        declaration: &Declaration,
        declarant: &Declarant<'_>,
    ) -> Result<Declared, NotDeclared> {
        let now = self.now();
        let id = kernel::id::v7(now);
        let transaction = transaction::begin(&self.database).await.map_err(BillingError::from)?;
        lock(&transaction).await.map_err(BillingError::from)?;
        if !within_limits(&transaction, declaration, declarant, now).await.map_err(BillingError::from)? {
            return Err(NotDeclared::TooMany);
        }
        let named =
            names_own_contract(&transaction, declaration, declarant).await.map_err(BillingError::from)?;
        let proved = named || (declarant.signed_in && declarant.member.is_some());
        let row = declaration::ActiveModel {
            id: Set(id),
            kind: Set(declaration.kind.as_str().to_owned()),
            received_at: Set(now.as_millisecond()),
            locale: Set(declaration.locale.to_string()),
            name: Set(declaration.name.clone()),
            email: Set(declaration.email.to_string()),
            member_id: Set(declarant.member.map(kernel::MemberId::as_uuid)),
            contract: Set(declaration.contract.clone()),
            cause: Set(declaration.cause.clone()),
            ends_on: Set(declaration.ends_on.map(|date| date.to_string())),
            state: Set(if proved { "proved" } else { "unproved" }.to_owned()),
            receipt: Set(hash(declarant.receipt)),
            proof: Set(hash(declarant.proof)),
            network: Set(declarant.network.to_owned()),
            proved_at: Set(proved.then(|| now.as_millisecond())),
            decided_at: Set(None),
            outcome: Set("[]".to_owned()),
        };
        declaration::Entity::insert(row)
            .exec_without_returning(&transaction)
            .await
            .map_err(BillingError::from)?;
        let notice = Notice::Declared {
            declaration: declaration.clone(),
            at: now,
            // Always there: its absence would tell that the number was right.
            proof_url: format!("{}{}", declarant.proof_url, declarant.proof),
        };
        let to = To::Address(declaration.email.clone(), declaration.locale.clone());
        queue::write(&transaction, now, &format!("declared {id}"), &to, &notice, now).await?;
        if proved {
            let task = Task::Declaration(id);
            tasks::ask(&transaction, now, &task).await.map_err(BillingError::from)?;
        }
        transaction.commit().await.map_err(BillingError::from)?;
        self.wake.notify_waiters();
        Ok(Declared { id: DeclarationId(id), declaration: declaration.clone(), at: now })
    }

    /// The declaration whose receipt this secret opens. One query.
    pub async fn receipt(&self, secret: &str) -> Result<Option<Declared>, BillingError> {
        let wanted = declaration::Column::Receipt.eq(hash(secret));
        let row = declaration::Entity::find().filter(wanted).one(&self.database).await?;
        row.as_ref().map(declared).transpose()
    }

    /// What the link in a receipt leads to; it changes nothing. `None` if it is no such link, or too
    /// old. One query.
    pub async fn peek_proof(&self, secret: &str) -> Result<Option<Proof>, BillingError> {
        let wanted = declaration::Column::Proof.eq(hash(secret));
        let Some(row) = declaration::Entity::find().filter(wanted).one(&self.database).await? else {
            return Ok(None);
        };
        let declared = declared(&row)?;
        if row.proved_at.is_some() {
            return Ok(Some(Proof::Given(declared)));
        }
        let fresh = self.now().duration_since(declared.at) < PROVABLE && row.state == "unproved";
        Ok(fresh.then_some(Proof::Open(declared)))
    }

    /// Proves the address of a declaration, and has it applied. `None` as with [`Self::peek_proof`].
    pub async fn prove(&self, secret: &str) -> Result<Option<Declared>, BillingError> {
        let declared = match self.peek_proof(secret).await? {
            Some(Proof::Open(declared)) => declared,
            Some(Proof::Given(declared)) => return Ok(Some(declared)),
            None => return Ok(None),
        };
        let now = self.now();
        let transaction = transaction::begin(&self.database).await?;
        let proved = declaration::Entity::update_many()
            .col_expr(declaration::Column::State, Expr::value("proved"))
            .col_expr(declaration::Column::ProvedAt, Expr::value(now.as_millisecond()))
            .filter(declaration::Column::Id.eq(declared.id.0))
            .filter(declaration::Column::State.eq("unproved"))
            .exec(&transaction)
            .await?;
        if proved.rows_affected == 1 {
            tasks::ask(&transaction, now, &Task::Declaration(declared.id.0)).await?;
        }
        transaction.commit().await?;
        self.wake.notify_waiters();
        Ok(Some(declared))
    }
}

pub(super) fn declared(row: &declaration::Model) -> Result<Declared, BillingError> {
    Ok(Declared { id: DeclarationId(row.id), declaration: read(row)?, at: from_millis(row.received_at) })
}

/// The customers at Stripe that an address speaks for: those with it, and the member's.
pub(super) async fn customers(
    db: &impl ConnectionTrait,
    email: &str,
    member: Option<uuid::Uuid>,
) -> Result<Vec<String>, DbErr> {
    let mut theirs = Condition::any().add(
        Condition::all()
            .add(stripe_customer::Column::Email.eq(email))
            // A customer of a member's is theirs alone, whatever address was typed at the checkout.
            .add(stripe_customer::Column::MemberId.is_null()),
    );
    if let Some(member) = member {
        theirs = theirs.add(stripe_customer::Column::MemberId.eq(member));
    }
    let rows = stripe_customer::Entity::find().filter(theirs).all(db).await?;
    Ok(rows.into_iter().map(|row| row.id).collect())
}

/// Whether the number of a contract or of an invoice is among what they wrote.
pub(super) fn names(contract: &str, number: &str) -> bool {
    let word = |c: char| c.is_alphanumeric() || c == '_' || c == '-';
    contract.split(|c| !word(c)).any(|part| !number.is_empty() && part.eq_ignore_ascii_case(number))
}

async fn names_own_contract(
    db: &impl ConnectionTrait,
    declaration: &Declaration,
    declarant: &Declarant<'_>,
) -> Result<bool, DbErr> {
    let member = declarant.member.map(kernel::MemberId::as_uuid);
    let customers = customers(db, declaration.email.as_str(), member).await?;
    let purchases =
        purchase::Entity::find().filter(purchase::Column::Customer.is_in(customers.clone())).all(db).await?;
    let invoices = invoice::Entity::find().filter(invoice::Column::Customer.is_in(customers)).all(db).await?;
    let numbers = purchases.iter().map(|purchase| purchase.id.as_str());
    let mut numbers = numbers.chain(invoices.iter().filter_map(|invoice| invoice.number.as_deref()));
    Ok(numbers.any(|number| names(&declaration.contract, number)))
}

async fn within_limits(
    db: &DatabaseTransaction,
    declaration: &Declaration,
    declarant: &Declarant<'_>,
    now: Timestamp,
) -> Result<bool, DbErr> {
    let since = now.checked_sub(WINDOW).unwrap_or(Timestamp::MIN).as_millisecond();
    let recent = || declaration::Entity::find().filter(declaration::Column::ReceivedAt.gt(since));
    let of_address =
        recent().filter(declaration::Column::Email.eq(declaration.email.as_str())).count(db).await?;
    let of_network = recent().filter(declaration::Column::Network.eq(declarant.network)).count(db).await?;
    Ok(of_address < PER_ADDRESS && of_network < PER_NETWORK)
}

/// Makes others who count wait until this transaction ends. SQLite has one writer anyway.
async fn lock(transaction: &DatabaseTransaction) -> Result<(), DbErr> {
    if transaction.get_database_backend() == DbBackend::Postgres {
        let sql = "SELECT pg_advisory_xact_lock($1)";
        let statement = Statement::from_sql_and_values(DbBackend::Postgres, sql, [LOCK.into()]);
        transaction.execute_raw(statement).await?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_found_in_sentences() {
        assert!(names("Rechnung ABCD1234-0001, bitte", "abcd1234-0001"));
        assert!(names("sub_1Abc", "sub_1Abc"));
        assert!(!names("ABCD1234-00012", "ABCD1234-0001"));
        assert!(!names("mein Abo", "ABCD1234-0001"));
        assert!(!names("mein Abo", ""));
    }
}
