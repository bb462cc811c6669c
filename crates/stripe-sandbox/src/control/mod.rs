//! `/_sandbox/…`: the sandbox's own switches over HTTP, in JSON, without a key.
//!
//! | address | what |
//! |---|---|
//! | `GET /_sandbox/clock` | the present moment |
//! | `POST /_sandbox/clock` `{"advance_seconds": 86400}` or `{"to": 1767690000}` | moves time; answers when all is delivered |
//! | `GET`, `PUT /_sandbox/switches` | how deliveries go wrong ([`Switches`](crate::Switches)) |
//! | `GET`, `PUT /_sandbox/webhooks` | who hears of events: a list of [`Endpoint`](crate::Endpoint)s |
//! | `POST`, `DELETE /_sandbox/faults` | makes calls go wrong ([`Fault`](crate::Fault)), or forgets that |
//! | `GET /_sandbox/held` | ids of held events |
//! | `POST /_sandbox/release` `{"events": ["evt_…"]}` or `{}` | sends held events in this order, or all |
//! | `POST /_sandbox/resend` `{"event": "evt_…"}` | sends an event once more |
//! | `GET /_sandbox/deliveries` | every try at delivering ([`DeliveryReport`](crate::DeliveryReport)) |
//! | `POST /_sandbox/settle` | answers when everything due is delivered |
//! | `POST /_sandbox/disputes` `{"charge": "ch_…"}` | the payer disputes |
//! | `POST /_sandbox/disputes/{id}` `{"verdict": "won"}` | the bank decides |
//! | `POST /_sandbox/authenticate/{payment_intent}` `{"answer": "passed"}` | the payer confirms |

use axum::{
    Json, Router,
    extract::{Path, State},
    response::Response,
    routing::{get, post},
};
use http::StatusCode;
use serde::Deserialize;
use serde_json::{Value, json};

use crate::{
    Authentication, ConfigError, Endpoint, Fault, Sandbox, SandboxError, Switches, Verdict,
    http::json_response,
};

pub(crate) fn routes() -> Router<Sandbox> {
    Router::new()
        .route("/_sandbox/clock", get(clock).post(move_clock))
        .route("/_sandbox/switches", get(switches).put(set_switches))
        .route("/_sandbox/webhooks", get(webhooks).put(set_webhooks))
        .route("/_sandbox/faults", post(add_fault).delete(clear_faults))
        .route("/_sandbox/held", get(held))
        .route("/_sandbox/release", post(release))
        .route("/_sandbox/resend", post(resend))
        .route("/_sandbox/deliveries", get(deliveries))
        .route("/_sandbox/settle", post(settle))
        .route("/_sandbox/disputes", post(open_dispute))
        .route("/_sandbox/disputes/{id}", post(close_dispute))
        .route("/_sandbox/authenticate/{id}", post(authenticate))
}

async fn clock(State(sandbox): State<Sandbox>) -> Json<Value> {
    sandbox.core().catch_up();
    let now = sandbox.now();
    Json(json!({ "now": now.as_second(), "time": now.to_string() }))
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Move {
    #[serde(default)]
    advance_seconds: Option<u32>,
    #[serde(default)]
    to: Option<i64>,
}

async fn move_clock(State(sandbox): State<Sandbox>, Json(by): Json<Move>) -> Json<Value> {
    let target =
        by.to.unwrap_or_else(|| sandbox.now().as_second() + i64::from(by.advance_seconds.unwrap_or(0)));
    sandbox.advance_to_second(target).await;
    clock(State(sandbox)).await
}

async fn switches(State(sandbox): State<Sandbox>) -> Json<Switches> {
    Json(sandbox.switches())
}

async fn set_switches(State(sandbox): State<Sandbox>, Json(switches): Json<Switches>) -> Json<Switches> {
    sandbox.set_switches(switches.clone());
    Json(switches)
}

async fn webhooks(State(sandbox): State<Sandbox>) -> Json<Vec<Endpoint>> {
    Json(sandbox.core().outbox.endpoints.clone())
}

async fn set_webhooks(State(sandbox): State<Sandbox>, Json(endpoints): Json<Vec<Endpoint>>) -> Response {
    match sandbox.set_webhooks(endpoints.clone()) {
        Ok(()) => json_response(StatusCode::OK, &json!(endpoints)),
        Err(error) => problem(&error),
    }
}

async fn add_fault(State(sandbox): State<Sandbox>, Json(fault): Json<Fault>) -> Json<Fault> {
    sandbox.add_fault(fault.clone());
    Json(fault)
}

async fn clear_faults(State(sandbox): State<Sandbox>) -> Json<Value> {
    sandbox.clear_faults();
    Json(json!({}))
}

async fn held(State(sandbox): State<Sandbox>) -> Json<Vec<String>> {
    Json(sandbox.held())
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Release {
    #[serde(default)]
    events: Option<Vec<String>>,
}

async fn release(State(sandbox): State<Sandbox>, Json(what): Json<Release>) -> Json<Value> {
    let released = match what.events {
        Some(events) => sandbox.release(&events).await,
        None => sandbox.release_all().await,
    };
    Json(json!({ "released": released }))
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Resend {
    event: String,
}

async fn resend(State(sandbox): State<Sandbox>, Json(what): Json<Resend>) -> Response {
    done(sandbox.resend(&what.event).await.map(|()| json!({})))
}

async fn deliveries(State(sandbox): State<Sandbox>) -> Json<Value> {
    Json(json!(sandbox.deliveries()))
}

async fn settle(State(sandbox): State<Sandbox>) -> Json<Value> {
    sandbox.settle().await;
    Json(json!({}))
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct OpenDispute {
    charge: String,
    #[serde(default = "fraudulent")]
    reason: String,
}

fn fraudulent() -> String {
    "fraudulent".to_owned()
}

async fn open_dispute(State(sandbox): State<Sandbox>, Json(of): Json<OpenDispute>) -> Response {
    done(sandbox.open_dispute(&of.charge, &of.reason).map(|id| json!({ "id": id })))
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct CloseDispute {
    verdict: Verdict,
}

async fn close_dispute(
    State(sandbox): State<Sandbox>,
    Path(id): Path<String>,
    Json(of): Json<CloseDispute>,
) -> Response {
    done(sandbox.close_dispute(&id, of.verdict).map(|()| json!({})))
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Answered {
    answer: Authentication,
}

async fn authenticate(
    State(sandbox): State<Sandbox>,
    Path(id): Path<String>,
    Json(of): Json<Answered>,
) -> Response {
    done(sandbox.authenticate(&id, of.answer).map(|paid| json!({ "paid": paid })))
}

fn done(outcome: Result<Value, SandboxError>) -> Response {
    match outcome {
        Ok(value) => json_response(StatusCode::OK, &value),
        Err(error) => json_response(StatusCode::BAD_REQUEST, &json!({ "error": error.to_string() })),
    }
}

fn problem(error: &ConfigError) -> Response {
    json_response(StatusCode::BAD_REQUEST, &json!({ "error": error.to_string() }))
}
