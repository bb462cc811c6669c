//! An endpoint that keeps what it gets and answers as it is told.

use std::{
    collections::VecDeque,
    sync::{Arc, Mutex},
};

use axum::{Router, extract::State, http::HeaderMap, http::StatusCode, routing::post};
use hmac::{Hmac, KeyInit as _, Mac as _};
use serde_json::Value;
use sha2::Sha256;
use stripe_sandbox::Endpoint;
use tokio::net::TcpListener;

#[derive(Clone, Default)]
pub(crate) struct Receiver(Arc<Mutex<Inner>>);

#[derive(Default)]
struct Inner {
    letters: Vec<Letter>,
    answers: VecDeque<u16>,
}

#[derive(Clone, Debug)]
pub(crate) struct Letter {
    pub(crate) signature: Option<String>,
    pub(crate) body: String,
}

impl Letter {
    pub(crate) fn event(&self) -> Value {
        serde_json::from_str(&self.body).unwrap()
    }

    pub(crate) fn kind(&self) -> String {
        self.event()["type"].as_str().unwrap().to_owned()
    }

    pub(crate) fn id(&self) -> String {
        self.event()["id"].as_str().unwrap().to_owned()
    }

    pub(crate) fn timestamp(&self) -> i64 {
        let header = self.signature.as_deref().unwrap();
        header.split(',').find_map(|part| part.strip_prefix("t=")).unwrap().parse().unwrap()
    }

    /// Whether one of the signatures was made with this secret.
    pub(crate) fn is_signed_with(&self, secret: &str) -> bool {
        let header = self.signature.as_deref().unwrap();
        let mut mac = Hmac::<Sha256>::new_from_slice(secret.as_bytes()).unwrap();
        mac.update(format!("{}.{}", self.timestamp(), self.body).as_bytes());
        let ours = mac.finalize().into_bytes();
        let bytes = |hex: &str| -> Vec<u8> {
            (0..hex.len()).step_by(2).map(|at| u8::from_str_radix(&hex[at..at + 2], 16).unwrap()).collect()
        };
        header.split(',').filter_map(|part| part.strip_prefix("v1=")).any(|theirs| bytes(theirs) == ours[..])
    }
}

impl Receiver {
    /// Starts it and gives the endpoint that reaches it.
    pub(crate) async fn start(secrets: &[&str]) -> (Self, Endpoint) {
        let receiver = Self::default();
        let app = Router::new().route("/hook", post(receive)).with_state(receiver.clone());
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("http://{}/hook", listener.local_addr().unwrap());
        tokio::spawn(async move { axum::serve(listener, app).await });
        let secrets = secrets.iter().map(|secret| (*secret).to_owned()).collect();
        (receiver, Endpoint { url, secrets, events: Vec::new() })
    }

    /// Statuses for the next deliveries; afterwards 200.
    pub(crate) fn answer(&self, statuses: &[u16]) {
        self.0.lock().unwrap().answers.extend(statuses);
    }

    pub(crate) fn letters(&self) -> Vec<Letter> {
        self.0.lock().unwrap().letters.clone()
    }

    pub(crate) fn kinds(&self) -> Vec<String> {
        self.letters().iter().map(Letter::kind).collect()
    }
}

async fn receive(State(receiver): State<Receiver>, headers: HeaderMap, body: String) -> StatusCode {
    let mut inner = receiver.0.lock().unwrap();
    let signature = headers.get("stripe-signature").map(|value| value.to_str().unwrap().to_owned());
    inner.letters.push(Letter { signature, body });
    StatusCode::from_u16(inner.answers.pop_front().unwrap_or(200)).unwrap()
}
