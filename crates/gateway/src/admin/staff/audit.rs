//! `/admin/audit`: who did what to whom, when, from where, and what was before.

use accounts::{Audited, Member, Trail, TrailQuery};
use axum::extract::{Query, State};
use axum::response::{IntoResponse, Response};
use http::header::{CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_TYPE};
use jiff::civil::Date;
use serde::Deserialize;
use serde_json::Value;
use url::form_urlencoded::Serializer;

use crate::admin::{Staff, page};
use crate::app::App;
use crate::failure::Failure;
use crate::http::Freshness;
use crate::view::build;
use crate::view::staff::{AuditView, ChangeView, EntryView, NamedView};

const PATH: &str = "/admin/audit";
/// Entries of a page.
const ROWS: u64 = 50;
/// Entries of a download.
const MOST: u64 = 20_000;

#[derive(Clone, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Asked {
    who: String,
    what: String,
    subject: String,
    from: String,
    until: String,
    before: String,
}

/// `GET`
pub(crate) async fn show(
    State(app): State<App>,
    staff: Staff,
    Query(asked): Query<Asked>,
) -> Result<Response, Failure> {
    let trail = app.accounts.trail(&asked.query(&staff), ROWS).await?;
    let next = trail.next.map(|id| asked.address(PATH, &id.to_string()));
    let view = AuditView {
        entries: trail.entries.iter().map(|(_, entry)| entry_view(entry, &trail)).collect(),
        next,
        is_first: asked.before.is_empty(),
        csv: asked.address("/admin/audit.csv", ""),
        first: asked.address(PATH, ""),
        who: asked.who,
        what: asked.what,
        subject: asked.subject,
        from: asked.from,
        until: asked.until,
    };
    page(&app, &staff, PATH, "title-staff-audit", "admin/staff-audit.html", "audit", view)
}

/// `GET /admin/audit.csv`: the same as a table to keep (RFC 4180).
pub(crate) async fn download(
    State(app): State<App>,
    staff: Staff,
    Query(asked): Query<Asked>,
) -> Result<Response, Failure> {
    let trail = app.accounts.trail(&asked.query(&staff), MOST).await?;
    let mut table = String::from("at,actor,actor_email,action,subject,network,device,detail\r\n");
    for (_, entry) in &trail.entries {
        let email = named(&trail.members, &entry.actor).map(|member| member.email.to_string());
        let cells = [
            build::rfc3339(entry.at),
            entry.actor.clone(),
            email.unwrap_or_default(),
            entry.action.clone(),
            entry.subject.clone(),
            entry.network.clone(),
            entry.device.clone(),
            entry.detail.to_string(),
        ];
        table.push_str(&cells.map(|cell| quoted(&cell)).join(","));
        table.push_str("\r\n");
    }
    let kind = [
        (CONTENT_TYPE, "text/csv; charset=utf-8"),
        (CONTENT_DISPOSITION, "attachment; filename=\"audit.csv\""),
    ];
    let mut response = (kind, table).into_response();
    response.headers_mut().insert(CACHE_CONTROL, Freshness::Never.header());
    Ok(response)
}

impl Asked {
    fn query(&self, staff: &Staff) -> TrailQuery {
        let zone = &staff.publication.site.time_zone;
        let start = |day: Date| zone.to_timestamp(day.at(0, 0, 0, 0)).ok();
        let day = |text: &str| text.parse::<Date>().ok();
        TrailQuery {
            who: self.who.clone(),
            what: self.what.clone(),
            subject: self.subject.clone(),
            from: day(&self.from).and_then(start),
            until: day(&self.until).and_then(|day| day.tomorrow().ok()).and_then(start),
            before: self.before.parse().ok(),
        }
    }

    fn address(&self, path: &str, before: &str) -> String {
        let mut query = Serializer::new(String::new());
        let pairs = [
            ("who", &*self.who),
            ("what", &*self.what),
            ("subject", &*self.subject),
            ("from", &*self.from),
            ("until", &*self.until),
            ("before", before),
        ];
        query.extend_pairs(pairs.iter().filter(|(_, value)| !value.is_empty()));
        let query = query.finish();
        if query.is_empty() { path.to_owned() } else { format!("{path}?{query}") }
    }
}

fn entry_view(entry: &Audited, trail: &Trail) -> EntryView {
    let is_change = entry.detail.get("before").is_some() || entry.detail.get("after").is_some();
    let (changes, facts) =
        if is_change { (changes(&entry.detail), Vec::new()) } else { (Vec::new(), facts(&entry.detail)) };
    EntryView {
        at: build::rfc3339(entry.at),
        who: named_view(trail, &entry.actor),
        action: entry.action.clone(),
        subject: named_view(trail, &entry.subject),
        device: entry.device.clone(),
        // Enough to tell one network from another.
        network: entry.network.chars().take(8).collect(),
        changes,
        facts,
    }
}

fn named<'a>(members: &'a [Member], id: &str) -> Option<&'a Member> {
    members.iter().find(|member| member.id.to_string() == id)
}

fn named_view(trail: &Trail, text: &str) -> NamedView {
    let member = named(&trail.members, text);
    NamedView {
        name: member.map_or_else(|| text.to_owned(), |member| member.email.to_string()),
        href: member.map(|member| match member.role {
            Some(_) => format!("/admin/staff/{}", member.id),
            None => format!("/admin/members/{}", member.id),
        }),
    }
}

/// What differs between before and after, key by key.
fn changes(detail: &Value) -> Vec<ChangeView> {
    let null = Value::Null;
    let (before, after) = (detail.get("before").unwrap_or(&null), detail.get("after").unwrap_or(&null));
    if !before.is_object() && !after.is_object() {
        return vec![ChangeView { key: String::new(), before: said(before), after: said(after) }];
    }
    let keys = |value: &Value| {
        value.as_object().map(|map| map.keys().cloned().collect::<Vec<_>>()).unwrap_or_default()
    };
    let mut all = keys(before);
    all.extend(keys(after).into_iter().filter(|key| before.get(key).is_none()));
    let differ = all.into_iter().filter(|key| before.get(key) != after.get(key));
    let change = |key: String| ChangeView {
        before: before.get(&key).map(said).unwrap_or_default(),
        after: after.get(&key).map(said).unwrap_or_default(),
        key,
    };
    differ.map(change).collect()
}

/// What else is worth knowing, key by key.
fn facts(detail: &Value) -> Vec<ChangeView> {
    let pairs = detail.as_object().into_iter().flatten();
    pairs
        .map(|(key, value)| ChangeView { key: key.clone(), before: String::new(), after: said(value) })
        .collect()
}

/// A value as people write it.
fn said(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        Value::Array(items) => items.iter().map(said).collect::<Vec<_>>().join(", "),
        other => other.to_string(),
    }
}

/// A cell (RFC 4180). What a spreadsheet would compute is made text (OWASP, "CSV Injection").
fn quoted(cell: &str) -> String {
    let computed = cell.starts_with(['=', '+', '-', '@', '\t', '\r']);
    format!("\"{}{}\"", if computed { "'" } else { "" }, cell.replace('"', "\"\""))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn only_what_differs_is_shown() {
        let detail = json!({ "before": { "role": "editor", "locales": [], "same": 1 }, "after": { "role": null, "locales": ["de", "fr"], "same": 1, "new": true } });
        let shown: Vec<_> = changes(&detail).into_iter().map(|it| (it.key, it.before, it.after)).collect();
        let text =
            |key: &str, before: &str, after: &str| (key.to_owned(), before.to_owned(), after.to_owned());
        assert_eq!(shown.len(), 3);
        for expected in [text("role", "editor", ""), text("locales", "", "de, fr"), text("new", "", "true")] {
            assert!(shown.contains(&expected), "{expected:?} in {shown:?}");
        }
        let plain = changes(&json!({ "before": 3, "after": 4 }));
        assert_eq!((plain[0].before.as_str(), plain[0].after.as_str()), ("3", "4"));
    }

    #[test]
    fn cells_stay_text() {
        assert_eq!(quoted("a \"b\""), "\"a \"\"b\"\"\"");
        assert_eq!(quoted("=SUM(A1)"), "\"'=SUM(A1)\"");
    }
}
