//! `/admin/billing/events`: what Stripe has said, what became of it, and trying anew what failed.

use axum::Form;
use axum::extract::{Query, State};
use axum::response::Response;
use billing::EventState;
use serde::Deserialize;

use super::paging;
use super::{Done, Staff, page};
use crate::app::App;
use crate::extract::{PageNumber, see_other};
use crate::failure::Failure;
use crate::view::build;
use crate::view::desk::{EventView, EventsView, GivenUpView};

const PATH: &str = "/admin/billing/events";

#[derive(Deserialize)]
pub(crate) struct Asked {
    open: Option<String>,
}

#[derive(Deserialize)]
pub(crate) struct Task {
    #[serde(default)]
    task: String,
}

/// `GET`
pub(crate) async fn show(
    State(app): State<App>,
    staff: Staff,
    Query(asked): Query<Asked>,
    Query(done): Query<Done>,
    PageNumber(number): PageNumber,
) -> Result<Response, Failure> {
    let open = asked.open.is_some();
    let mut events = app.billing.event_states(open, paging::stretch(number)).await?;
    let more = paging::more(&mut events);
    let given_up = app.billing.given_up().await?;
    let view = EventsView {
        given_up: given_up
            .into_iter()
            .map(|task| GivenUpView { task: task.task, error: task.error, attempts: task.attempts })
            .collect(),
        events: events.into_iter().map(event_view).collect(),
        open,
        pager: paging::pager(number, more, |number| {
            format!("{PATH}?{}page={number}", if open { "open=1&" } else { "" })
        }),
        done: done.of(&["replayed"]),
    };
    page(&app, &staff, PATH, "title-admin-events", "admin/events.html", "events", view)
}

/// `POST …/replay`: tries a task anew.
pub(crate) async fn replay(
    State(app): State<App>,
    staff: Staff,
    Form(task): Form<Task>,
) -> Result<Response, Failure> {
    app.billing.replay(&task.task).await?;
    let detail = serde_json::json!({});
    staff.record(&app, "billing-replayed", &task.task, &detail).await?;
    see_other(&format!("{PATH}?done=replayed"))
}

fn event_view(state: EventState) -> EventView {
    let event = state.event;
    EventView {
        state: match (&event.task, event.applied_at, &state.error) {
            (None, ..) => "kept",
            (Some(_), Some(_), _) => "applied",
            (Some(_), None, Some(_)) if state.given_up => "given-up",
            (Some(_), None, Some(_)) => "failing",
            (Some(_), None, None) => "waiting",
        },
        error: state.error.unwrap_or_default(),
        task: event.task.unwrap_or_default(),
        version: event.api_version.filter(|version| *version != billing::api_version()),
        received_at: build::rfc3339(event.received_at),
        id: event.id,
        kind: event.kind,
    }
}
