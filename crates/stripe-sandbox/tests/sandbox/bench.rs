//! A sandbox with a client, and the things most stories begin with.

use std::{sync::Once, time::Duration};

use reqwest::{Client, Method, RequestBuilder, StatusCode, redirect::Policy};
use serde_json::Value;
use stripe_sandbox::{Config, Sandbox};

pub(crate) const DAY: u64 = 86_400;

pub(crate) struct Bench {
    pub(crate) sandbox: Sandbox,
    pub(crate) address: String,
    pub(crate) http: Client,
}

pub(crate) struct Reply {
    pub(crate) status: StatusCode,
    pub(crate) headers: reqwest::header::HeaderMap,
    pub(crate) body: Value,
}

impl Reply {
    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name).map(|value| value.to_str().unwrap())
    }
}

impl Bench {
    pub(crate) async fn new() -> Self {
        Self::with(Config::default()).await
    }

    pub(crate) async fn with(config: Config) -> Self {
        let sandbox = Sandbox::new(&config).unwrap();
        let address = sandbox.start().await.unwrap();
        Self { sandbox, address, http: client() }
    }

    pub(crate) fn request(&self, method: Method, path: &str) -> RequestBuilder {
        self.http.request(method, format!("{}{path}", self.address)).bearer_auth("sk_test_123")
    }

    pub(crate) async fn send(&self, request: RequestBuilder) -> Reply {
        let response = request.send().await.unwrap();
        let (status, headers) = (response.status(), response.headers().clone());
        Reply { status, headers, body: response.json().await.unwrap() }
    }

    pub(crate) async fn try_post(&self, path: &str, form: &[(&str, &str)]) -> Reply {
        self.send(self.request(Method::POST, path).form(form)).await
    }

    pub(crate) async fn post(&self, path: &str, form: &[(&str, &str)]) -> Value {
        let reply = self.try_post(path, form).await;
        assert_eq!(reply.status, StatusCode::OK, "POST {path}: {}", reply.body);
        reply.body
    }

    pub(crate) async fn try_get(&self, path: &str) -> Reply {
        self.send(self.request(Method::GET, path)).await
    }

    pub(crate) async fn get(&self, path: &str) -> Value {
        let reply = self.try_get(path).await;
        assert_eq!(reply.status, StatusCode::OK, "GET {path}: {}", reply.body);
        reply.body
    }

    pub(crate) async fn delete(&self, path: &str) -> Value {
        let reply = self.send(self.request(Method::DELETE, path)).await;
        assert_eq!(reply.status, StatusCode::OK, "DELETE {path}: {}", reply.body);
        reply.body
    }

    pub(crate) async fn advance_days(&self, days: u64) {
        self.sandbox.advance(Duration::from_secs(days * DAY)).await;
    }

    pub(crate) async fn advance_hours(&self, hours: u64) {
        self.sandbox.advance(Duration::from_secs(hours * 3_600)).await;
    }

    /// A recurring price of a product of its own.
    pub(crate) async fn price(&self, amount: i64, currency: &str, interval: &str) -> String {
        let form = [
            ("unit_amount", &*amount.to_string()),
            ("currency", currency),
            ("recurring[interval]", interval),
            ("product_data[name]", "Digital"),
        ];
        id(&self.post("/v1/prices", &form).await)
    }

    /// A customer with a default card.
    pub(crate) async fn customer(&self, card: &str) -> String {
        let customer = id(&self.post("/v1/customers", &[("email", "ada@example.com")]).await);
        let method =
            self.post(&format!("/v1/payment_methods/{card}/attach"), &[("customer", &customer)]).await;
        let form = [("invoice_settings[default_payment_method]", &*id(&method))];
        self.post(&format!("/v1/customers/{customer}"), &form).await;
        customer
    }

    /// Another default card for a customer.
    pub(crate) async fn change_card(&self, customer: &str, card: &str) -> String {
        let method =
            id(&self.post(&format!("/v1/payment_methods/{card}/attach"), &[("customer", customer)]).await);
        let form = [("invoice_settings[default_payment_method]", &*method)];
        self.post(&format!("/v1/customers/{customer}"), &form).await;
        method
    }

    pub(crate) async fn subscribe(&self, customer: &str, price: &str) -> Value {
        self.post("/v1/subscriptions", &[("customer", customer), ("items[0][price]", price)]).await
    }

    pub(crate) fn status_of(&self, subscription: &str) -> String {
        text(&self.sandbox.object(subscription).unwrap()["status"])
    }

    /// Types of all events so far, oldest first.
    pub(crate) fn event_types(&self) -> Vec<String> {
        self.sandbox.events().iter().map(|event| text(&event["type"])).collect()
    }

    pub(crate) fn event(&self, kind: &str) -> Value {
        let events = self.sandbox.events();
        events.iter().rev().find(|event| event["type"] == kind).unwrap_or_else(|| panic!("no {kind}")).clone()
    }

    pub(crate) fn count(&self, kind: &str) -> usize {
        self.event_types().iter().filter(|of| *of == kind).count()
    }

    /// Sends a page's form without following where it leads.
    pub(crate) async fn page_post(&self, path: &str, form: &[(&str, &str)]) -> (StatusCode, String, String) {
        let url = if path.starts_with("http") { path.to_owned() } else { format!("{}{path}", self.address) };
        let response = self.http.post(url).form(form).send().await.unwrap();
        let status = response.status();
        let location = response.headers().get("location").map(|value| value.to_str().unwrap().to_owned());
        (status, location.unwrap_or_default(), response.text().await.unwrap())
    }

    pub(crate) async fn page(&self, url: &str) -> String {
        let response = self.http.get(url).send().await.unwrap();
        assert_eq!(response.status(), StatusCode::OK);
        response.text().await.unwrap()
    }
}

pub(crate) fn client() -> Client {
    static TLS: Once = Once::new();
    TLS.call_once(|| {
        rustls::crypto::ring::default_provider().install_default().unwrap();
    });
    Client::builder().redirect(Policy::none()).build().unwrap()
}

pub(crate) fn id(object: &Value) -> String {
    text(&object["id"])
}

pub(crate) fn text(value: &Value) -> String {
    value.as_str().unwrap_or_else(|| panic!("not a text: {value}")).to_owned()
}

pub(crate) fn item(subscription: &Value) -> String {
    text(&subscription["items"]["data"][0]["id"])
}
