//! A stand-in for a Meilisearch server, as far as its documented API is used by the engine.
//!
//! It holds requests against the API: addresses, methods, keys and what they may do, names of
//! parameters, what must be set before it can be asked. What it doesn't know it refuses, as the
//! server does. Tasks are done later and one after the other; only asking after them lets time pass.
//! It finds what the server would find; its order is the server's in what the tests are about.

mod filter;
mod finding;
mod state;

use std::sync::{Arc, Mutex, MutexGuard};

use axum::Router;
use axum::body::Bytes;
use axum::extract::{RawQuery, State as Shared};
use axum::http::{HeaderMap, Method, StatusCode, Uri};
use axum::response::{IntoResponse, Response};
use serde_json::{Value, json};

pub(crate) use self::state::Task;
use self::state::{Refused, State};

/// The key that may do everything.
pub(crate) const MASTER: &str = "the-master-key";

/// A server in this process.
#[derive(Clone)]
pub(crate) struct Fake {
    pub(crate) url: String,
    state: Arc<Mutex<State>>,
}

impl Fake {
    pub(crate) async fn start() -> Self {
        let state = Arc::new(Mutex::new(State::default()));
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let url = format!("http://{}", listener.local_addr().expect("bound"));
        let app = Router::new().fallback(answer).with_state(Arc::clone(&state));
        tokio::spawn(async move { axum::serve(listener, app).await });
        Self { url, state }
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().expect("no panic")
    }

    /// The next task that is done fails.
    pub(crate) fn fail_next_task(&self) {
        self.state().fail_next = true;
    }

    /// Answers nothing but errors from now on, or no longer.
    pub(crate) fn set_down(&self, down: bool) {
        self.state().down = down;
    }

    /// All tasks so far, in order.
    pub(crate) fn tasks(&self) -> Vec<Task> {
        self.state().tasks.clone()
    }

    /// Bodies of all requests of this method whose address ends like this, in order.
    pub(crate) fn sent(&self, method: &str, end: &str) -> Vec<Value> {
        let state = self.state();
        let sent = state.requests.iter().filter(|(how, path, _)| how == method && path.ends_with(end));
        sent.map(|(_, _, body)| body.clone()).collect()
    }

    /// The names of its indexes.
    pub(crate) fn indexes(&self) -> Vec<String> {
        self.state().indexes.keys().cloned().collect()
    }

    /// Changes a document behind everybody's back.
    pub(crate) fn change(&self, index: &str, id: &str, field: &str, value: &Value) {
        let mut state = self.state();
        let documents = state.indexes.get_mut(index).map(|index| &mut index.documents);
        documents.and_then(|documents| documents.get_mut(id)).expect("there")[field] = value.clone();
    }

    /// The documents of an index.
    pub(crate) fn documents(&self, index: &str) -> Vec<Value> {
        self.state()
            .indexes
            .get(index)
            .map(|index| index.documents.values().cloned().collect())
            .unwrap_or_default()
    }
}

async fn answer(
    Shared(state): Shared<Arc<Mutex<State>>>,
    method: Method,
    uri: Uri,
    RawQuery(query): RawQuery,
    headers: HeaderMap,
    body: Bytes,
) -> Response {
    let body: Value =
        if body.is_empty() { Value::Null } else { serde_json::from_slice(&body).expect("JSON") };
    if !body.is_null() {
        assert_eq!(headers.get("content-type").expect("a type"), "application/json");
    }
    let key = headers.get("authorization").and_then(|value| value.to_str().ok());
    let key = key.and_then(|value| value.strip_prefix("Bearer ")).unwrap_or_default().to_owned();
    let mut state = state.lock().expect("no panic");
    if state.down {
        return StatusCode::SERVICE_UNAVAILABLE.into_response();
    }
    state.requests.push((method.to_string(), uri.path().to_owned(), body.clone()));
    let path: Vec<&str> = uri.path().trim_matches('/').split('/').collect();
    let parameters = parameters(query.as_deref().unwrap_or_default());
    match state.route(&method, &path, &parameters, &body, &key) {
        Ok((status, body)) => (status, axum::Json(body)).into_response(),
        Err(Refused { status, code, kind, message }) => {
            let link = format!("https://docs.meilisearch.com/errors#{code}");
            let body = json!({ "message": message, "code": code, "type": kind, "link": link });
            (status, axum::Json(body)).into_response()
        }
    }
}

fn parameters(query: &str) -> Vec<(String, String)> {
    let pairs = query.split('&').filter_map(|pair| pair.split_once('='));
    pairs.map(|(name, value)| (name.to_owned(), value.replace("%2C", ",").replace("%20", " "))).collect()
}
