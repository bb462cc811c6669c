//! From where those came who subscribed.

use jiff::Timestamp;
use kernel::Locale;
use sea_orm::{ConnectionTrait, DbErr, FromQueryResult, Statement};

use crate::billing::Billing;
use crate::error::BillingError;
use crate::plans::unreadable;

/// How many subscribed coming from an address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Conversion {
    /// The language of the page on which they chose a plan.
    pub locale: Locale,
    /// The path they came from and went back to.
    pub from: String,
    /// How many. Those who began with a trial are among them.
    pub subscribed: i64,
}

#[derive(FromQueryResult)]
struct Row {
    locale: String,
    return_to: String,
    subscribed: i64,
}

impl Billing {
    /// From where those came who went to pay from a moment on and before another, most first. One
    /// query.
    pub async fn conversions(
        &self,
        from: Timestamp,
        until: Timestamp,
        most: u64,
    ) -> Result<Vec<Conversion>, BillingError> {
        let sql = "SELECT locale, return_to, count(*) AS subscribed FROM conversion \
                   WHERE at >= $1 AND at < $2 GROUP BY locale, return_to \
                   ORDER BY 3 DESC, locale, return_to LIMIT $3";
        let most = i64::try_from(most).unwrap_or(i64::MAX);
        let values = [from.as_millisecond().into(), until.as_millisecond().into(), most.into()];
        let statement = Statement::from_sql_and_values(self.database.get_database_backend(), sql, values);
        let rows = Row::find_by_statement(statement).all(&self.database).await?;
        let conversion = |row: Row| {
            let locale = row.locale.parse().map_err(|_| unreadable("conversion", "locale", row.locale))?;
            Ok(Conversion { locale, from: row.return_to, subscribed: row.subscribed })
        };
        rows.into_iter().map(conversion).collect()
    }
}

/// Remembers from where a checkout was begun that is paid; once, however often it is looked at.
pub(crate) async fn note(db: &impl ConnectionTrait, session: &str) -> Result<(), DbErr> {
    let sql = "INSERT INTO conversion (checkout, at, locale, return_to) \
               SELECT id, created_at, locale, return_to FROM checkout WHERE session = $1 \
               ON CONFLICT (checkout) DO NOTHING";
    let statement = Statement::from_sql_and_values(db.get_database_backend(), sql, [session.into()]);
    db.execute_raw(statement).await.map(drop)
}
