//! `GET /admin/members/export.csv`: the members that the list shows, all of them, as a file. It is read
//! and sent a thousand at a time.

use accounts::{Accounts, Member, Wanted};
use axum::extract::{Query, State};
use axum::response::Response;
use bytes::Bytes;
use futures_util::stream;
use serde_json::json;

use super::wanted::Asked;
use crate::admin::{Staff, csv};
use crate::app::App;
use crate::failure::Failure;

/// Members that are in memory at a time.
const STRETCH: u64 = 1_000;

/// What the columns are called; the import knows them by these names.
pub(super) const COLUMNS: [&str; 6] = ["email", "name", "languages", "plans", "since", "role"];

/// Where the export is.
enum Place {
    Beginning,
    After(String),
    End,
}

pub(crate) async fn download(
    State(app): State<App>,
    staff: Staff,
    Query(asked): Query<Asked>,
) -> Result<Response, Failure> {
    let wanted = asked.wanted(&staff).map_err(|_| Failure::BadRequest)?;
    staff
        .record(&app, "members-exported", "members", &json!({ "narrowed": !asked.query().is_empty() }))
        .await?;
    let day = staff.publication.site.time_zone.to_datetime(app.clock.now()).date();
    let accounts = app.accounts.clone();
    let lines = stream::try_unfold(Place::Beginning, move |place| {
        let (accounts, wanted) = (accounts.clone(), wanted.clone());
        async move { stretch(&accounts, &wanted, place).await }
    });
    Ok(csv::stream(&format!("members-{day}.csv"), lines))
}

async fn stretch(
    accounts: &Accounts,
    wanted: &Wanted,
    place: Place,
) -> Result<Option<(Bytes, Place)>, Failure> {
    let (mut body, after) = match place {
        Place::Beginning => (csv::line(COLUMNS)?, None),
        Place::After(email) => (Vec::new(), Some(email)),
        Place::End => return Ok(None),
    };
    let members = accounts.members_after(wanted, after.as_deref(), STRETCH).await?;
    let ids: Vec<_> = members.iter().map(|member| member.id).collect();
    let held = accounts.plans_held(&ids).await?;
    for member in &members {
        let plans = held
            .get(&member.id)
            .map(|plans| plans.iter().map(kernel::PlanKey::as_str).collect::<Vec<_>>().join(" "));
        body.extend(csv::line(cells(member, plans.unwrap_or_default()))?);
    }
    let next = match members.last() {
        Some(last) if u64::try_from(members.len()).unwrap_or(0) == STRETCH => {
            Place::After(last.email.to_string())
        }
        _ => Place::End,
    };
    Ok(Some((body.into(), next)))
}

fn cells(member: &Member, plans: String) -> [String; COLUMNS.len()] {
    [
        csv::text(member.email.as_str()),
        csv::text(&member.name),
        member.languages.to_string(),
        plans,
        member.created_at.to_string(),
        member.role.map(accounts::Role::as_str).unwrap_or_default().to_owned(),
    ]
}
