//! Bringing members in. A line that was brought in before changes nothing: an account that is there
//! stays as its member has it, and a plan that was given by the same line isn't given again.

use accounts::ImportId;
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use kernel::{Email, MemberId, PlanKey};

use super::parse::Row;
use crate::app::App;
use crate::failure::Failure;

/// Members between two notes of how far it is.
const PIECE: usize = 50;
/// By what plans are known that an import gave.
const REASON: &str = "import";

/// How many of these have an account already, and how many plans are in them. A query for each five
/// hundred.
pub(super) async fn foresee(app: &App, rows: &[Row]) -> Result<(i64, i64), Failure> {
    let mut known = 0;
    for piece in rows.chunks(500) {
        let emails: Vec<Email> = piece.iter().map(|row| row.email.clone()).collect();
        known += app.accounts.members_by_email(&emails).await?.len();
    }
    let plans: usize = rows.iter().map(|row| row.plans.len()).sum();
    Ok((i64::try_from(known).unwrap_or(i64::MAX), i64::try_from(plans).unwrap_or(i64::MAX)))
}

/// Brings them in, from the place where it stopped.
pub(super) async fn run(app: App, import: ImportId, zone: TimeZone, rows: Vec<Row>, done: i64) {
    if let Err(error) = try_run(&app, import, &zone, &rows, done).await {
        tracing::error!(%error, "an import of members stopped; it can be gone on with on its page");
    }
}

async fn try_run(
    app: &App,
    import: ImportId,
    zone: &TimeZone,
    rows: &[Row],
    done: i64,
) -> Result<(), Failure> {
    let mut done = usize::try_from(done).unwrap_or(0).min(rows.len());
    while done < rows.len() {
        let piece = &rows[done..rows.len().min(done + PIECE)];
        let (made, granted) = bring_in(app, zone, piece).await?;
        done += piece.len();
        let whole = |count: usize| i64::try_from(count).unwrap_or(i64::MAX);
        app.accounts.note_import(import, whole(done), made, granted).await?;
    }
    Ok(app.accounts.finish_import(import).await?)
}

/// How many accounts were made, and how many plans were given.
async fn bring_in(app: &App, zone: &TimeZone, rows: &[Row]) -> Result<(i64, i64), Failure> {
    let emails: Vec<Email> = rows.iter().map(|row| row.email.clone()).collect();
    let known = app.accounts.members_by_email(&emails).await?;
    let (mut made, mut granted) = (0, 0);
    for row in rows {
        let member = if let Some(member) = known.get(row.email.as_str()) {
            member.id
        } else {
            made += 1;
            app.accounts.ensure_member(&row.email, &row.name, &row.languages).await?.id
        };
        for plan in &row.plans {
            granted += i64::from(give(app, zone, member, plan, row).await?);
        }
    }
    Ok((made, granted))
}

/// Gives a plan, unless an import has given it up to the same day.
async fn give(
    app: &App,
    zone: &TimeZone,
    member: MemberId,
    plan: &PlanKey,
    row: &Row,
) -> Result<bool, Failure> {
    let start = |day: Date| zone.to_timestamp(day.at(0, 0, 0, 0)).unwrap_or(Timestamp::MAX);
    let now = app.clock.now();
    let from = row.from.map_or(now, start).max(now);
    let until = row.until.map(|last| start(last.tomorrow().unwrap_or(last)));
    if until.is_some_and(|until| until <= from) {
        // It is over already.
        return Ok(false);
    }
    let given = app.billing.grants(member).await?;
    let same = given.iter().any(|grant| {
        grant.reason == REASON && grant.plan == *plan && grant.ends_at == until && (grant.starts_at <= from)
    });
    if same {
        return Ok(false);
    }
    app.billing.grant(member, plan, from, until, REASON).await?;
    Ok(true)
}
