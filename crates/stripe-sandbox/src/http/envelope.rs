//! What is the same for every call of the API: faults, key, version, idempotency, expansion, headers.

use std::{convert::Infallible, time::Duration};

use axum::{
    body::{Body, to_bytes},
    extract::{RawPathParams, Request, State},
    response::Response,
    routing::{MethodRouter, delete, get, post},
};
use http::{HeaderMap, HeaderValue, Method, StatusCode, header};
use serde_json::Value;

use super::auth;
use crate::{
    error::{Answer, Refusal},
    expand::expand,
    faults::FaultKind,
    form::Params,
    idempotency::Kept,
    sandbox::Sandbox,
    world::World,
};

/// A call as a handler sees it.
#[derive(Debug)]
pub(crate) struct Call {
    path: Vec<String>,
    /// From the body, or from the query of a GET or DELETE.
    pub(crate) params: Params,
}

/// Does a call in the world.
pub(crate) type Handler = fn(&mut World, Call) -> Answer<Value>;

impl Call {
    /// The address's variable part; there is one in every address that has a handler asking for it.
    pub(crate) fn id(&self) -> &str {
        self.path.first().map_or("", String::as_str)
    }

    /// The second variable part.
    pub(crate) fn second(&self) -> &str {
        self.path.get(1).map_or("", String::as_str)
    }
}

/// More than any call of Stripe's needs.
const MOST_BYTES: usize = 1 << 20;

/// A route for one method.
pub(crate) fn call(method: &Method, handler: Handler) -> MethodRouter<Sandbox, Infallible> {
    let answer = move |State(sandbox): State<Sandbox>, path: RawPathParams, request: Request| {
        let path = path.iter().map(|(_, value)| value.to_owned()).collect();
        respond(sandbox, handler, path, request)
    };
    match *method {
        Method::POST => post(answer),
        Method::DELETE => delete(answer),
        _ => get(answer),
    }
}

async fn respond(sandbox: Sandbox, handler: Handler, path: Vec<String>, request: Request) -> Response {
    let (parts, body) = request.into_parts();
    let fault = sandbox.core().faults.take(parts.method.as_str(), parts.uri.path());
    let body = match to_bytes(body, MOST_BYTES).await {
        Ok(bytes) => String::from_utf8_lossy(&bytes).into_owned(),
        Err(_) => return refused(&sandbox, &Refusal::request("The body is too large or was cut off.")),
    };
    match fault {
        Some(FaultKind::RateLimit) => return refused(&sandbox, &Refusal::rate_limited()),
        Some(FaultKind::RateLimitFor(seconds)) => {
            let mut response = refused(&sandbox, &Refusal::rate_limited());
            set(response.headers_mut(), "retry-after", &seconds.to_string());
            return response;
        }
        Some(FaultKind::ServerError) => return refused(&sandbox, &Refusal::server_error()),
        Some(FaultKind::Hang(seconds)) => {
            tokio::time::sleep(Duration::from_secs(seconds.into())).await;
            return refused(&sandbox, &Refusal::server_error());
        }
        None | Some(FaultKind::ServerErrorAfterwards | FaultKind::HangAfterwards(_)) => {}
    }
    if let Some(host) = parts.headers.get(header::HOST).and_then(|host| host.to_str().ok()) {
        sandbox.use_base_url(&format!("http://{host}"));
    }
    let sent = Sent {
        path,
        address: parts.uri.path().to_owned(),
        body: if parts.method == Method::POST {
            body
        } else {
            parts.uri.query().unwrap_or_default().to_owned()
        },
        headers: parts.headers,
        method: parts.method,
    };
    let response = answer(&sandbox, handler, sent);
    sandbox.wake();
    match fault {
        Some(FaultKind::ServerErrorAfterwards) => refused(&sandbox, &Refusal::server_error()),
        Some(FaultKind::HangAfterwards(seconds)) => {
            tokio::time::sleep(Duration::from_secs(seconds.into())).await;
            response
        }
        _ => response,
    }
}

struct Sent {
    path: Vec<String>,
    address: String,
    method: Method,
    headers: HeaderMap,
    body: String,
}

impl Sent {
    fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name).and_then(|value| value.to_str().ok())
    }

    /// Only POST is idempotent by key; the other methods are by themselves.
    fn key(&self) -> Option<&str> {
        if self.method == Method::POST { self.header("idempotency-key") } else { None }
    }
}

fn answer(sandbox: &Sandbox, handler: Handler, sent: Sent) -> Response {
    let mut core = sandbox.core();
    core.catch_up();
    let request_id = core.world.ids.next("req");
    let checked = auth::check(&sent.headers, sandbox.secret_keys())
        .and_then(|()| check_version(sent.header("stripe-version")))
        .and_then(|()| check_account(sent.header("stripe-account"), &core.world.settings.account));
    let version = sent.header("stripe-version").unwrap_or(&core.world.settings.api_version).to_owned();
    let key = sent.key().map(str::to_owned);
    let now = core.world.now();
    let remembered = checked.and_then(|()| match &key {
        Some(key) if key.len() > 255 => {
            Err(Refusal::request("Idempotency keys have at most 255 characters."))
        }
        Some(key) => core.memory.recall(key, &sent.address, &sent.body, now),
        None => Ok(None),
    });
    let (kept, replayed) = match remembered {
        Ok(Some(kept)) => (kept, true),
        Ok(None) => {
            core.world.request = Some((request_id.clone(), key.clone()));
            let Sent { path, body, address, .. } = sent;
            let outcome = perform(&mut core.world, handler, path, &body);
            core.move_to(now);
            let kept = keep(outcome, &request_id);
            if let Some(key) = &key {
                core.memory.keep(key, &address, &body, now, kept.clone());
            }
            (kept, false)
        }
        Err(refusal) => (keep(Err(refusal), &request_id), false),
    };
    drop(core);
    let mut response = json_response(kept.status, &kept.body);
    let headers = response.headers_mut();
    set(headers, "request-id", &request_id);
    set(headers, "stripe-version", &version);
    if let Some(key) = &key {
        set(headers, "idempotency-key", key);
    }
    if replayed {
        set(headers, "idempotent-replayed", "true");
        set(headers, "original-request", &kept.request_id);
    }
    response
}

fn perform(world: &mut World, handler: Handler, path: Vec<String>, body: &str) -> Answer<Value> {
    let mut params = Params::parse(body)?;
    let paths = params.texts("expand")?.unwrap_or_default();
    // What can't be shown must not have been done.
    let saved = (!paths.is_empty()).then(|| world.clone());
    let mut value = handler(world, Call { path, params })?;
    let expanded = expand(world, &mut value, &paths);
    if let (Err(_), Some(saved)) = (&expanded, saved) {
        *world = saved;
    }
    expanded.map(|()| value)
}

fn keep(outcome: Answer<Value>, request_id: &str) -> Kept {
    let request_id = request_id.to_owned();
    match outcome {
        Ok(body) => Kept { status: StatusCode::OK, body, request_id },
        Err(refusal) => Kept { status: refusal.status(), body: refusal.body(), request_id },
    }
}

/// A version is a date, since 2024 with a name.
fn check_version(version: Option<&str>) -> Answer<()> {
    let Some(version) = version else { return Ok(()) };
    let date = version.split('.').next().unwrap_or_default();
    if date.parse::<jiff::civil::Date>().is_ok() {
        return Ok(());
    }
    Err(Refusal::request(format!("Invalid Stripe API version: {version}")))
}

fn check_account(asked: Option<&str>, own: &str) -> Answer<()> {
    match asked {
        Some(asked) if asked != own => Err(Refusal::unauthorized(format!(
            "The provided key does not have access to account '{asked}' (or that account does not exist)."
        ))
        .code("account_invalid")),
        _ => Ok(()),
    }
}

/// A refusal before the call was looked at.
fn refused(sandbox: &Sandbox, refusal: &Refusal) -> Response {
    let mut response = json_response(refusal.status(), &refusal.body());
    let request_id = sandbox.core().world.ids.next("req");
    set(response.headers_mut(), "request-id", &request_id);
    response
}

pub(super) async fn no_such_address(State(sandbox): State<Sandbox>, request: Request) -> Response {
    refused(&sandbox, &Refusal::no_such_address(request.method().as_str(), request.uri().path()))
}

/// An answer in JSON.
pub(crate) fn json_response(status: StatusCode, body: &Value) -> Response {
    let mut response = Response::new(Body::from(body.to_string()));
    *response.status_mut() = status;
    set(response.headers_mut(), "content-type", "application/json");
    response
}

fn set(headers: &mut HeaderMap, name: &'static str, value: &str) {
    if let Ok(value) = HeaderValue::from_str(value) {
        headers.insert(name, value);
    }
}
