//! Calls over HTTP: a time limit, a few tries, and as long a pause as the service asks for.

use std::time::Duration;

use reqwest::header::{AUTHORIZATION, HeaderValue, RETRY_AFTER};
use reqwest::{Client, Method, Response, StatusCode};
use serde_json::Value;

use super::{Failure, NotUsable, Settings};

/// The pause after the first try where the service says nothing; each next one is twice as long.
const PAUSE: Duration = Duration::from_millis(500);
/// The longest pause within one call.
const LONGEST_PAUSE: Duration = Duration::from_mins(1);
/// Longest words of a service that are passed on.
const LONGEST_MESSAGE: usize = 300;

/// A service at its address.
pub(super) struct Wire {
    client: Client,
    base: String,
    tries: u32,
}

impl Wire {
    pub(super) fn new(settings: &Settings) -> Result<Self, NotUsable> {
        // Chosen for the whole process; a second choice changes nothing.
        let _ = rustls::crypto::ring::default_provider().install_default();
        let client = Client::builder().timeout(settings.timeout).redirect(reqwest::redirect::Policy::none());
        Ok(Self {
            client: client.build().map_err(|error| NotUsable(error.to_string()))?,
            base: settings.base_url.as_str().trim_end_matches('/').to_owned(),
            tries: settings.tries.max(1),
        })
    }

    /// Sends JSON, and reads JSON.
    pub(super) async fn post(
        &self,
        path: &str,
        authorization: Option<&HeaderValue>,
        body: &Value,
    ) -> Result<Value, Failure> {
        let answer = self.call(Method::POST, path, authorization, Some(body)).await?;
        answer.json().await.map_err(|error| Failure::Unreadable(told(&error)))
    }

    /// Reads JSON.
    pub(super) async fn get(
        &self,
        path: &str,
        authorization: Option<&HeaderValue>,
    ) -> Result<Value, Failure> {
        let answer = self.call(Method::GET, path, authorization, None).await?;
        answer.json().await.map_err(|error| Failure::Unreadable(told(&error)))
    }

    /// Takes something away; that it isn't there is as good.
    pub(super) async fn delete(
        &self,
        path: &str,
        authorization: Option<&HeaderValue>,
    ) -> Result<(), Failure> {
        match self.call(Method::DELETE, path, authorization, None).await {
            Ok(_) | Err(Failure::Refusing { status: 404, .. }) => Ok(()),
            Err(failure) => Err(failure),
        }
    }

    async fn call(
        &self,
        method: Method,
        path: &str,
        authorization: Option<&HeaderValue>,
        body: Option<&Value>,
    ) -> Result<Response, Failure> {
        let mut pause = PAUSE;
        let mut left = self.tries;
        loop {
            left -= 1;
            let mut request = self.client.request(method.clone(), format!("{}{path}", self.base));
            if let Some(authorization) = authorization {
                request = request.header(AUTHORIZATION, authorization.clone());
            }
            if let Some(body) = body {
                request = request.json(body);
            }
            let (failure, asked) = match request.send().await {
                Err(error) => (Failure::Unreachable(told(&error)), None),
                Ok(answer) if answer.status().is_success() => return Ok(answer),
                Ok(answer) if may_work_later(answer.status()) => {
                    (Failure::Failing(answer.status().as_u16()), retry_after(&answer))
                }
                Ok(answer) => return Err(refused(answer).await),
            };
            if left == 0 {
                return Err(failure);
            }
            tracing::warn!(%failure, left, "machine translation is tried again");
            tokio::time::sleep(asked.unwrap_or(pause).min(LONGEST_PAUSE)).await;
            pause *= 2;
        }
    }
}

/// A header that mustn't be logged.
pub(super) fn secret(value: &str) -> Option<HeaderValue> {
    let mut header = HeaderValue::try_from(value).ok()?;
    header.set_sensitive(true);
    Some(header)
}

fn may_work_later(status: StatusCode) -> bool {
    status == StatusCode::TOO_MANY_REQUESTS || status.is_server_error()
}

/// Seconds; dates aren't sent by those whose protocols we speak.
fn retry_after(answer: &Response) -> Option<Duration> {
    let seconds = answer.headers().get(RETRY_AFTER)?.to_str().ok()?.trim().parse().ok()?;
    Some(Duration::from_secs(seconds))
}

async fn refused(answer: Response) -> Failure {
    let status = answer.status().as_u16();
    let text = answer.text().await.unwrap_or_default();
    Failure::Refusing { status, message: text.chars().take(LONGEST_MESSAGE).collect() }
}

/// The failure without the address, which can hold a key.
fn told(error: &reqwest::Error) -> String {
    let mut text = if error.is_timeout() { "no answer in time".to_owned() } else { String::new() };
    let mut cause = std::error::Error::source(error);
    while let Some(inner) = cause {
        if !text.is_empty() {
            text.push_str(": ");
        }
        text.push_str(&inner.to_string());
        cause = inner.source();
    }
    if text.is_empty() { "the call failed".to_owned() } else { text }
}
