//! What was bought with an address becomes the member's who has proved that it is theirs; and what
//! is written down is computed anew when the rule changes.

use jiff::Timestamp;
use kernel::MemberId;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

use crate::billing::Billing;
use crate::entity::{purchase, purchase_history, stripe_customer};
use crate::error::BillingError;
use crate::refresh::parse;
use crate::tasks::{self, Task};

/// Customers whose entitlements are computed anew in one transaction.
const BATCH: u64 = 50;

impl Billing {
    /// The customers with this address that are nobody's yet become this member's, who has proved
    /// that the address is theirs. Says whether there were any.
    pub async fn adopt(&self, member: MemberId, email: &kernel::Email) -> Result<bool, BillingError> {
        let nobodys = || {
            stripe_customer::Entity::find()
                .filter(stripe_customer::Column::Email.eq(email.as_str()))
                .filter(stripe_customer::Column::MemberId.is_null())
                .filter(stripe_customer::Column::ErasedAt.is_null())
        };
        if nobodys().one(&self.database).await?.is_none() {
            return Ok(false);
        }
        let now = self.now();
        let transaction = transaction::begin(&self.database).await?;
        // Locked, so that no worker writes at the same time what follows from their being nobody's.
        let rows = nobodys().order_by_asc(stripe_customer::Column::Id).lock_exclusive();
        let customers: Vec<String> = rows.all(&transaction).await?.into_iter().map(|row| row.id).collect();
        stripe_customer::Entity::update_many()
            .col_expr(stripe_customer::Column::MemberId, Expr::value(member.as_uuid()))
            .col_expr(stripe_customer::Column::AdoptedAt, Expr::value(now.as_millisecond()))
            .filter(stripe_customer::Column::Id.is_in(customers.clone()))
            .exec(&transaction)
            .await?;
        let purchases = purchase::Entity::find().filter(purchase::Column::Customer.is_in(customers));
        for row in purchases.all(&transaction).await? {
            self.entitle(&transaction, now, &row.id, &parse(&row)?, Some(member)).await?;
        }
        tasks::ask(&transaction, now, &Task::Duplicates(member)).await?;
        transaction.commit().await?;
        self.wake.notify_waiters();
        Ok(true)
    }

    /// Computes anew what was computed by another edition of the rule, or under another policy of
    /// the publisher's; gives the number of purchases. A batch is a transaction.
    pub async fn apply_rule(&self) -> Result<u64, BillingError> {
        let rule = self.policy.basis();
        let mut count = 0;
        loop {
            let now = self.now();
            let outdated = || purchase::Entity::find().filter(purchase::Column::Rule.ne(rule.as_str()));
            let next = outdated().order_by_asc(purchase::Column::Customer).limit(BATCH);
            let mut ids: Vec<String> =
                next.all(&self.database).await?.into_iter().map(|row| row.customer).collect();
            ids.dedup();
            if ids.is_empty() {
                return Ok(count);
            }
            let transaction = transaction::begin(&self.database).await?;
            // Locked as a worker locks them: one of us is first, the other sees what it wrote.
            let customers = stripe_customer::Entity::find()
                .filter(stripe_customer::Column::Id.is_in(ids))
                .order_by_asc(stripe_customer::Column::Id)
                .lock_exclusive()
                .all(&transaction)
                .await?;
            for customer in customers {
                let own = outdated().filter(purchase::Column::Customer.eq(customer.id.as_str()));
                for row in own.all(&transaction).await? {
                    let facts = parse(&row)?;
                    let member = customer.member_id.map(MemberId::from);
                    self.entitle(&transaction, now, &row.id, &facts, member).await?;
                    note_rule(&transaction, now, row, &rule).await?;
                    count += 1;
                }
            }
            transaction.commit().await?;
        }
    }
}

/// Notes by which rule a purchase is read from now on.
async fn note_rule(
    db: &impl sea_orm::ConnectionTrait,
    now: Timestamp,
    row: purchase::Model,
    rule: &str,
) -> Result<(), BillingError> {
    purchase::Entity::update_many()
        .col_expr(purchase::Column::Rule, Expr::value(rule))
        .filter(purchase::Column::Id.eq(row.id.as_str()))
        .exec(db)
        .await?;
    purchase_history::note(db, now, row.id, row.facts, rule.to_owned()).await?;
    Ok(())
}
