//! One HTTP request to Stripe, as async-stripe's request types describe it.
//!
//! Ours rather than async-stripe's, which keeps no connection open, hides how long Stripe asks us to
//! wait (`Retry-After`), and takes an answer that isn't JSON, such as a proxy's, for a broken one.

use std::fmt;
use std::time::Duration;

use http::header::{AUTHORIZATION, CONTENT_TYPE, RETRY_AFTER, USER_AGENT};
use http::{HeaderMap, HeaderName, HeaderValue, Method, Request};
use http_body_util::{BodyExt, Full, Limited};
use hyper::body::Bytes;
use hyper_rustls::{HttpsConnector, HttpsConnectorBuilder};
use hyper_util::client::legacy::Client;
use hyper_util::client::legacy::connect::HttpConnector;
use hyper_util::rt::{TokioExecutor, TokioTimer};
use stripe_client_core::{CustomizedStripeRequest, StripeClient, StripeClientErr, StripeMethod};

use super::client::{NotUsable, StripeSettings};

/// Stripe's API, if the settings name no other.
const STRIPE: &str = "https://api.stripe.com/";
/// Bytes of the largest answer we read; a page of a hundred invoices is about one million.
const MOST_BYTES: usize = 32 << 20;
/// How long a connection is kept that nothing goes over.
const IDLE: Duration = Duration::from_secs(30);

const ACCOUNT: HeaderName = HeaderName::from_static("stripe-account");
const VERSION: HeaderName = HeaderName::from_static("stripe-version");
const IDEMPOTENCY_KEY: HeaderName = HeaderName::from_static("idempotency-key");
const SHOULD_RETRY: HeaderName = HeaderName::from_static("stripe-should-retry");

/// A way to Stripe.
pub(super) struct Wire {
    client: Client<HttpsConnector<HttpConnector>, Full<Bytes>>,
    base: String,
    headers: HeaderMap,
    timeout: Duration,
}

/// Why one request gave no answer that can be used.
#[derive(Debug)]
pub(super) enum WireFailure {
    /// There was no answer, or not in time.
    Unreachable(String),
    /// The answer isn't what this release knows.
    Unreadable(String),
    /// Stripe refuses, or can't.
    Answered(Refusal),
}

/// An answer that isn't the one wanted.
#[derive(Debug)]
pub(super) struct Refusal {
    pub(super) status: u16,
    /// Stripe's code, such as `resource_missing`.
    pub(super) code: String,
    /// Stripe's words.
    pub(super) message: String,
    /// Whether Stripe says that trying again helps.
    pub(super) should_retry: Option<bool>,
    /// How long it asks us to wait before.
    pub(super) retry_after: Option<Duration>,
}

impl Wire {
    pub(super) fn new(settings: &StripeSettings, timeout: Duration) -> Result<Self, NotUsable> {
        let value = |text: &str| {
            let bad = |_| NotUsable("a key or an account holds characters that can't be sent".to_owned());
            HeaderValue::from_str(text).map_err(bad)
        };
        let mut headers = HeaderMap::new();
        let mut authorization = value(&format!("Bearer {}", settings.secret_key))?;
        authorization.set_sensitive(true);
        headers.insert(AUTHORIZATION, authorization);
        headers.insert(VERSION, value(&super::api_version())?);
        let agent = concat!("Gazette/", env!("CARGO_PKG_VERSION"), " Stripe/v1 RustBindings");
        headers.insert(USER_AGENT, HeaderValue::from_static(agent));
        if let Some(account) = &settings.account {
            headers.insert(ACCOUNT, value(account)?);
        }
        let connector = HttpsConnectorBuilder::new()
            .with_provider_and_webpki_roots(rustls::crypto::ring::default_provider())
            .map_err(|error| NotUsable(error.to_string()))?
            .https_or_http()
            .enable_http1()
            .enable_http2()
            .build();
        let client = Client::builder(TokioExecutor::new())
            .pool_timer(TokioTimer::new())
            .pool_idle_timeout(IDLE)
            .build(connector);
        let base = settings.api_base.as_ref().map_or(STRIPE, |base| base.as_str());
        Ok(Self { client, base: base.trim_end_matches('/').to_owned(), headers, timeout })
    }

    async fn send(&self, request: Request<Full<Bytes>>) -> Result<Bytes, WireFailure> {
        let unreachable = |error: &dyn fmt::Display| WireFailure::Unreachable(error.to_string());
        let answer = self.client.request(request).await.map_err(|error| unreachable(&error))?;
        let (head, body) = answer.into_parts();
        let body = Limited::new(body, MOST_BYTES).collect().await;
        let body = body.map_err(|error| unreachable(&error))?.to_bytes();
        if head.status.is_success() {
            return Ok(body);
        }
        let header = |name| head.headers.get(name).and_then(|value: &HeaderValue| value.to_str().ok());
        let error = std::str::from_utf8(&body).ok().and_then(|text| {
            let error: stripe_shared::Error = miniserde::json::from_str(text).ok()?;
            Some(error.error)
        });
        Err(WireFailure::Answered(Refusal {
            status: head.status.as_u16(),
            code: error
                .as_ref()
                .and_then(|error| error.code.as_ref())
                .map_or_else(String::new, ToString::to_string),
            message: error.and_then(|error| error.message).unwrap_or_default(),
            should_retry: header(SHOULD_RETRY).and_then(|word| word.parse().ok()),
            retry_after: header(RETRY_AFTER)
                .and_then(|seconds| seconds.parse().ok())
                .map(Duration::from_secs),
        }))
    }
}

impl StripeClient for Wire {
    type Err = WireFailure;

    async fn execute(&self, request: CustomizedStripeRequest) -> Result<Bytes, WireFailure> {
        let (request, config) = request.into_pieces();
        let mut address = format!("{}/v1{}", self.base, request.path);
        if let Some(query) = request.query {
            address.push('?');
            address.push_str(&query);
        }
        let method = match request.method {
            StripeMethod::Get => Method::GET,
            StripeMethod::Post => Method::POST,
            StripeMethod::Delete => Method::DELETE,
        };
        let unreadable = |error: &dyn fmt::Display| WireFailure::Unreadable(error.to_string());
        let mut http = Request::builder().method(method).uri(address);
        if let Some(headers) = http.headers_mut() {
            headers.extend(self.headers.clone());
            if request.body.is_some() {
                let form = HeaderValue::from_static("application/x-www-form-urlencoded");
                headers.insert(CONTENT_TYPE, form);
            }
            if let Some(key) = config.request_strategy.and_then(|strategy| strategy.get_key()) {
                let key = HeaderValue::from_str(key.as_str()).map_err(|error| unreadable(&error))?;
                headers.insert(IDEMPOTENCY_KEY, key);
            }
        }
        let body = Full::new(Bytes::from(request.body.unwrap_or_default()));
        let http = http.body(body).map_err(|error| unreadable(&error))?;
        match tokio::time::timeout(self.timeout, self.send(http)).await {
            Ok(answer) => answer,
            Err(_) => Err(WireFailure::Unreachable("no answer in time".to_owned())),
        }
    }
}

impl StripeClientErr for WireFailure {
    fn deserialize_err(message: impl fmt::Display) -> Self {
        Self::Unreadable(message.to_string())
    }
}

impl WireFailure {
    /// Whether the same request may be answered later.
    pub(super) fn may_pass(&self) -> bool {
        match self {
            Self::Unreachable(_) => true,
            Self::Unreadable(_) => false,
            Self::Answered(refusal) => refusal.may_pass(),
        }
    }

    /// How long Stripe asks us to wait.
    pub(super) fn retry_after(&self) -> Option<Duration> {
        match self {
            Self::Answered(refusal) => refusal.retry_after,
            Self::Unreachable(_) | Self::Unreadable(_) => None,
        }
    }
}

impl Refusal {
    pub(super) fn may_pass(&self) -> bool {
        // 409: the same key is being worked on this moment.
        self.should_retry.unwrap_or(matches!(self.status, 409 | 424 | 429 | 500..))
    }
}
