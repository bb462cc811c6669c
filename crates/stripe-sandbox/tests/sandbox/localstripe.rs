//! The same calls to the sandbox and to `localstripe`, another stand-in for Stripe's API, where that has them: what
//! both say of an object is the same.

use std::time::Duration;

use reqwest::{Client, Method, StatusCode};
use serde_json::Value;
use stripe_sandbox::{Clock, Config};
use tokio::process::{Child, Command};

use crate::bench::{Bench, id};

/// Where the two differ, and why the sandbox is right.
const KNOWN: &[(&str, &str)] = &[
    ("card.country", "test cards of Stripe are American"),
    ("card.fingerprint", "chance"),
    ("error.message", "words; ours are Stripe's"),
    ("items.data.0.plan.id", "a plan there, a price here"),
    ("lines.data.0.description", "Stripe names quantity and price"),
    ("data.0.period_end", "the first invoice of a subscription covers no time before it (Stripe)"),
    ("url", "holds an id"),
];

struct Localstripe {
    _process: Child,
    address: String,
    http: Client,
}

impl Localstripe {
    async fn start(http: &Client) -> Self {
        let port = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
        let process = Command::new("python3")
            .args(["-m", "localstripe", "--from-scratch", "--port", &port.to_string()])
            .stdout(std::process::Stdio::null())
            .stderr(std::process::Stdio::null())
            .kill_on_drop(true)
            .spawn()
            .expect("python3 runs");
        let address = format!("http://127.0.0.1:{port}");
        for _ in 0..600 {
            if tokio::net::TcpStream::connect(("127.0.0.1", port)).await.is_ok() {
                return Self { _process: process, address, http: http.clone() };
            }
            tokio::time::sleep(Duration::from_millis(100)).await;
        }
        panic!("localstripe doesn't answer; tests/install.sh installs it");
    }

    async fn call(&self, method: Method, path: &str, form: &[(&str, &str)]) -> (StatusCode, Value) {
        let mut request = self.http.request(method.clone(), format!("{}{path}", self.address));
        if method != Method::GET {
            request = request.form(form);
        }
        let answer = request.bearer_auth("sk_test_123").send().await.unwrap();
        (answer.status(), answer.json().await.unwrap())
    }
}

/// Both, and what was found out about them.
struct Pair {
    bench: Bench,
    other: Localstripe,
    compared: usize,
    differences: Vec<String>,
}

impl Pair {
    /// The same call to both; gives both answers, ours first.
    async fn call(
        &mut self,
        method: Method,
        [ours, theirs]: [&str; 2],
        form: [&[(&str, &str)]; 2],
    ) -> [Value; 2] {
        let mut request = self.bench.request(method.clone(), ours);
        if method != Method::GET {
            request = request.form(form[0]);
        }
        let reply = self.bench.send(request).await;
        let (status, theirs_say) = self.other.call(method.clone(), theirs, form[1]).await;
        assert_eq!(reply.status, status, "{method} {ours}: {} / {theirs_say}", reply.body);
        self.compare(ours, "", &reply.body, &theirs_say);
        [reply.body, theirs_say]
    }

    fn compare(&mut self, call: &str, path: &str, ours: &Value, theirs: &Value) {
        let below = |name: &str| if path.is_empty() { name.to_owned() } else { format!("{path}.{name}") };
        match (ours, theirs) {
            (Value::Object(ours), Value::Object(theirs)) => {
                for (name, value) in ours {
                    if let Some(other) = theirs.get(name) {
                        self.compare(call, &below(name), value, other);
                    }
                }
            }
            (Value::Array(ours), Value::Array(theirs)) => {
                for (index, (value, other)) in ours.iter().zip(theirs).enumerate() {
                    self.compare(call, &below(&index.to_string()), value, other);
                }
            }
            // One of them doesn't say.
            (Value::Null, _) | (_, Value::Null) => {}
            _ => {
                self.compared += 1;
                let known =
                    KNOWN.iter().any(|(known, _)| path == *known || path.ends_with(&format!(".{known}")));
                if !known && !alike(ours, theirs) {
                    self.differences.push(format!("{call} {path}: {ours} / {theirs}"));
                }
            }
        }
    }
}

/// The same, or ids of the same kind, or moments of the same minute.
fn alike(ours: &Value, theirs: &Value) -> bool {
    let prefix = |text: &str| text.split_once('_').map(|(prefix, _)| prefix.to_owned());
    match (ours, theirs) {
        (Value::String(ours), Value::String(theirs)) => {
            ours == theirs || (prefix(ours).is_some() && prefix(ours) == prefix(theirs))
        }
        (Value::Number(ours), Value::Number(theirs)) => {
            let (ours, theirs) = (ours.as_f64().unwrap(), theirs.as_f64().unwrap());
            let moments = ours > 1e9 && theirs > 1e9;
            (ours - theirs).abs() < if moments { 60.0 } else { 1e-9 }
        }
        _ => ours == theirs,
    }
}

#[tokio::test]
async fn it_says_what_localstripe_says() {
    let bench =
        Bench::with(Config { clock: Clock::Wall(jiff::SignedDuration::ZERO), ..Config::default() }).await;
    let other = Localstripe::start(&bench.http).await;
    let mut pair = Pair { bench, other, compared: 0, differences: Vec::new() };
    let (get, post, delete) = (Method::GET, Method::POST, Method::DELETE);

    let form: &[_] = &[("name", "Digital"), ("metadata[plan]", "digital")];
    let products = pair.call(post.clone(), ["/v1/products"; 2], [form; 2]).await.map(|product| id(&product));
    let form: &[_] = &[("id", "HALF"), ("percent_off", "50"), ("duration", "once")];
    pair.call(post.clone(), ["/v1/coupons"; 2], [form; 2]).await;
    let form: &[_] = &[("email", "ada@example.com"), ("name", "Ada"), ("metadata[member]", "m1")];
    let customers =
        pair.call(post.clone(), ["/v1/customers"; 2], [form; 2]).await.map(|customer| id(&customer));
    let paths = customers.each_ref().map(|customer| format!("/v1/customers/{customer}"));
    let own = paths.each_ref().map(String::as_str);
    pair.call(get.clone(), own, [&[]; 2]).await;
    let form: &[_] = &[
        ("type", "card"),
        ("card[number]", "4242424242424242"),
        ("card[exp_month]", "12"),
        ("card[exp_year]", "2030"),
        ("card[cvc]", "123"),
    ];
    let cards = pair.call(post.clone(), ["/v1/payment_methods"; 2], [form; 2]).await.map(|card| id(&card));
    let attach = cards.each_ref().map(|card| format!("/v1/payment_methods/{card}/attach"));
    let forms = customers.each_ref().map(|customer| [("customer", customer.as_str())]);
    pair.call(post.clone(), attach.each_ref().map(String::as_str), forms.each_ref().map(|form| &form[..]))
        .await;
    let forms = cards.each_ref().map(|card| [("invoice_settings[default_payment_method]", card.as_str())]);
    pair.call(post.clone(), own, forms.each_ref().map(|form| &form[..])).await;

    // What is a price at Stripe now is a plan there.
    let price = [
        ("product", products[0].as_str()),
        ("unit_amount", "990"),
        ("currency", "eur"),
        ("recurring[interval]", "month"),
    ];
    let price = id(&pair.bench.post("/v1/prices", &price).await);
    let plan = [
        ("id", "plan_monthly"),
        ("product", products[1].as_str()),
        ("amount", "990"),
        ("currency", "eur"),
        ("interval", "month"),
    ];
    let (status, plan) = pair.other.call(post.clone(), "/v1/plans", &plan).await;
    assert_eq!(status, StatusCode::OK, "{plan}");
    let ours = [("customer", customers[0].as_str()), ("items[0][price]", price.as_str())];
    let theirs = [("customer", customers[1].as_str()), ("items[0][plan]", "plan_monthly")];
    let subscriptions = pair.call(post.clone(), ["/v1/subscriptions"; 2], [&ours, &theirs]).await;
    let subscriptions = subscriptions.map(|subscription| id(&subscription));

    let mut charges = [String::new(), String::new()];
    for kind in ["subscriptions", "invoices", "charges"] {
        let lists = customers.each_ref().map(|customer| format!("/v1/{kind}?customer={customer}"));
        let lists = pair.call(get.clone(), lists.each_ref().map(String::as_str), [&[]; 2]).await;
        charges = lists.map(|list| id(&list["data"][0]));
    }
    let forms = charges.each_ref().map(|charge| [("charge", charge.as_str())]);
    pair.call(post.clone(), ["/v1/refunds"; 2], forms.each_ref().map(|form| &form[..])).await;
    let paths = subscriptions.each_ref().map(|subscription| format!("/v1/subscriptions/{subscription}"));
    let path = paths.each_ref().map(String::as_str);
    pair.call(post.clone(), path, [&[("cancel_at_period_end", "true")]; 2]).await;
    pair.call(delete.clone(), path, [&[]; 2]).await;
    pair.call(delete, own, [&[]; 2]).await;

    // Refusals have the same status and type.
    pair.call(get, ["/v1/customers/cus_nobody"; 2], [&[]; 2]).await;
    pair.call(post, ["/v1/customers"; 2], [&[("nonsense", "1")]; 2]).await;

    assert!(pair.differences.is_empty(), "{:#?}", pair.differences);
    assert!(pair.compared > 200, "only {} fields were compared", pair.compared);
}
