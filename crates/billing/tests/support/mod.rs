//! A publication that sells through the sandbox, with its messages coming in over HTTP, and with
//! the sandbox's time.

pub(crate) mod truth;

use std::sync::Arc;
use std::time::Duration;

use accounts::{Accounts, BrowserKey, Languages};
use axum::Router;
use axum::body::Bytes;
use axum::extract::State;
use axum::routing::post;
use billing::{
    Billing, Buyer, Event, Next, NotReceived, Order, Policy, PriceId, Received, Selling, Stretch, Stripe,
    StripeSettings,
};
use hmac::{Hmac, KeyInit, Mac};
use http::{HeaderMap, StatusCode};
use jiff::Timestamp;
use kernel::access::{Access, decide};
use kernel::{ArticleId, Clock, Email, MemberId};
use sha2::Sha256;
use stripe_sandbox::{Checkout, Config, Endpoint, Sandbox};
use test_db::TestDb;

/// The secret both sides know.
pub(crate) const SECRET: &str = "whsec_of_the_tests";

/// Plans with their prices.
pub(crate) const PLANS: &str = include_str!("../../../gazette/sample/plans.toml");

/// A publication and its Stripe.
pub(crate) struct World {
    pub(crate) sandbox: Sandbox,
    pub(crate) billing: Billing,
    pub(crate) accounts: Accounts,
    pub(crate) clock: Arc<dyn Clock>,
    pub(crate) stripe: Stripe,
    pub(crate) stripe_address: String,
    pub(crate) db: TestDb,
}

/// The sandbox's time is everybody's.
struct SandboxTime(Sandbox);

/// A clock that is wrong by some seconds.
struct Wrong(Arc<dyn Clock>, i64);

impl Clock for Wrong {
    fn now(&self) -> Timestamp {
        self.0.now() + jiff::SignedDuration::from_secs(self.1)
    }
}

impl Clock for SandboxTime {
    fn now(&self) -> Timestamp {
        self.0.now()
    }
}

impl World {
    /// With the sample's plans, known to Stripe.
    pub(crate) async fn new(db: TestDb) -> Self {
        Self::with_config(db, &Config::default()).await
    }

    /// The same over a sandbox that is set up otherwise.
    pub(crate) async fn with_config(db: TestDb, config: &Config) -> Self {
        Self::selling(db, config, false, Selling::default()).await
    }

    /// With a sandbox, tax and publisher's decisions of its own.
    pub(crate) async fn selling(db: TestDb, config: &Config, tax: bool, selling: Selling) -> Self {
        let sandbox = Sandbox::new(config).expect("a sandbox");
        let address = sandbox.start().await.expect("an address");
        Self::at(sandbox, address, db, tax, selling).await
    }

    /// Another publication's database over the same Stripe.
    pub(crate) async fn with_database(&self, db: TestDb) -> Self {
        let (sandbox, address) = (self.sandbox.clone(), self.stripe_address.clone());
        Self::at(sandbox, address, db, false, Selling::default()).await
    }

    async fn at(
        sandbox: Sandbox,
        stripe_address: String,
        db: TestDb,
        automatic_tax: bool,
        selling: Selling,
    ) -> Self {
        let clock: Arc<dyn Clock> = Arc::new(SandboxTime(sandbox.clone()));
        let settings = StripeSettings {
            secret_key: "sk_test_of_the_tests".to_owned(),
            api_base: Some(stripe_address.parse().expect("a URL")),
            account: None,
            webhook_secrets: vec![SECRET.to_owned()],
            automatic_tax,
        };
        let stripe = Stripe::new(settings).expect("settings");
        let billing = Billing::new(db.connection().clone(), Arc::clone(&clock))
            .with_stripe(stripe.clone(), Policy::default())
            .with_secret(&[7; 32])
            .with_selling(selling);
        let accounts = Accounts::new(db.connection().clone(), Arc::clone(&clock), &[7; 32]);
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let url = format!("http://{}/webhooks/stripe", listener.local_addr().expect("an address"));
        let inbox = Router::new().route("/webhooks/stripe", post(receive)).with_state(billing.clone());
        tokio::spawn(async move { axum::serve(listener, inbox).await });
        sandbox
            .set_webhooks(vec![Endpoint { url, secrets: vec![SECRET.to_owned()], events: vec![] }])
            .expect("an endpoint");
        billing.import_plans(PLANS).await.expect("plans");
        let world = Self { sandbox, billing, accounts, clock, stripe, stripe_address, db };
        world.settle().await;
        world
    }

    /// The newest events that were heard of.
    pub(crate) async fn events(&self, limit: u64) -> Vec<Event> {
        let states = self.billing.event_states(false, Stretch { offset: 0, limit }).await.expect("read");
        states.into_iter().map(|state| state.event).collect()
    }

    /// The same publication, whose publisher has decided otherwise.
    pub(crate) fn with_policy(&self, policy: Policy) -> Billing {
        let billing = Billing::new(self.db.connection().clone(), Arc::clone(&self.clock));
        billing.with_stripe(self.stripe.clone(), policy)
    }

    /// Another process of the same site: it has connections of its own.
    pub(crate) async fn another_node(&self) -> Billing {
        let connection = sea_orm::Database::connect(self.db.url()).await.expect("connections");
        Billing::new(connection, Arc::clone(&self.clock))
            .with_stripe(self.stripe.clone(), Policy::default())
            .with_secret(&[7; 32])
    }

    /// The same site with a clock that is wrong by some seconds.
    pub(crate) fn skewed(&self, seconds: i64) -> Billing {
        let clock = Arc::new(Wrong(Arc::clone(&self.clock), seconds));
        Billing::new(self.db.connection().clone(), clock).with_stripe(self.stripe.clone(), Policy::default())
    }

    /// A message of Stripe's, signed and delivered by hand.
    pub(crate) async fn receive(&self, event: &serde_json::Value) {
        self.try_receive(event).await.expect("received");
    }

    /// The same, with what comes of it.
    pub(crate) async fn try_receive(&self, event: &serde_json::Value) -> Result<Received, NotReceived> {
        let body = event.to_string();
        let signature = signature(SECRET, self.clock.now().as_second(), &body);
        self.billing.receive(&signature, body.as_bytes()).await
    }

    /// Stripe's API, spoken to directly.
    pub(crate) fn api(&self) -> truth::Api {
        truth::Api::new(&self.stripe_address)
    }

    /// Ids of all customers that Stripe has.
    pub(crate) async fn customers_at_stripe(&self, api: &truth::Api) -> Vec<String> {
        let list = api.call(reqwest::Method::GET, "/v1/customers?limit=100", &[]).await;
        let customers = list["data"].as_array().expect("a list").iter();
        customers.filter_map(|customer| Some(customer["id"].as_str()?.to_owned())).collect()
    }

    /// Waits until every message has been delivered and worked off.
    pub(crate) async fn settle(&self) {
        loop {
            self.sandbox.settle().await;
            if self.billing.work_off().await.expect("tasks are done") == 0 {
                return;
            }
        }
    }

    /// Lets days pass; what happens at Stripe in that time is heard of as it happens.
    pub(crate) async fn days(&self, days: u64) {
        for _ in 0..days {
            self.sandbox.advance(Duration::from_hours(24)).await;
            self.settle().await;
        }
    }

    pub(crate) async fn member(&self, email: &str) -> MemberId {
        let languages = Languages::new(vec!["de".parse().expect("a tag")]).expect("a list");
        let email: Email = email.parse().expect("an address");
        self.accounts.ensure_member(&email, "", &languages).await.expect("a member").id
    }

    /// A member who has signed in, and so proved that the address is theirs.
    pub(crate) async fn proved(&self, email: &str) -> MemberId {
        let browser = BrowserKey::generate().expect("chance");
        let (email, locale) = (email.parse().expect("an address"), "de".parse().expect("a tag"));
        let back = "/de/".parse().expect("a path");
        let started = self.accounts.start_sign_in(&email, &locale, &back, &browser, "192.0.2.1").await;
        let code = started.expect("started").code;
        self.accounts.finish_by_code(&browser, &code, "").await.expect("signed in").member.id
    }

    /// The price of a plan with this amount in EUR cents.
    pub(crate) async fn price(&self, cents: i64) -> PriceId {
        let prices = self.billing.offered_prices().await.expect("prices");
        let fits =
            |price: &&billing::Price| price.amount.minor == cents && price.amount.currency.code() == "EUR";
        prices.iter().find(fits).expect("a price").id
    }

    /// What there is to tell, as it is told: each time once. The word and the address.
    pub(crate) async fn told(&self) -> Vec<String> {
        self.billing.foresee().await.expect("foreseen");
        let due = self.billing.notices_due(100).await.expect("read");
        let mut told = Vec::new();
        for due in due {
            let telling = self.billing.begin_telling(due.id).await.expect("begun").expect("not told yet");
            telling.commit().await.expect("told");
            let email = match due.to.member {
                Some(id) => self.accounts.member(id).await.expect("read").map(|member| member.email),
                None => due.to.email,
            };
            told.push(format!("{} {}", due.notice.word(), email.expect("an address")));
        }
        told
    }

    pub(crate) fn order(buyer: Buyer, price: PriceId) -> Order {
        Order {
            buyer,
            price,
            locale: "de".parse().expect("a tag"),
            return_to: "/de/eine-geschichte".to_owned(),
            done_url: "https://news.example/de/subscribe/done?checkout=".to_owned(),
            cancel_url: "https://news.example/de/subscribe".to_owned(),
            code: None,
        }
    }

    pub(crate) fn buyer(id: MemberId, email: &str) -> Buyer {
        Buyer::Member { id, email: email.parse().expect("an address") }
    }

    /// Buys and pays with a card that pays.
    pub(crate) async fn subscribe(&self, email: &str, cents: i64) -> MemberId {
        let member = self.member(email).await;
        let order = Self::order(Self::buyer(member, email), self.price(cents).await);
        let session = self.session(&order).await;
        self.pay(&session, None);
        self.settle().await;
        member
    }

    /// The id of the checkout an order leads to.
    pub(crate) async fn session(&self, order: &Order) -> String {
        match self.billing.buy(order).await.expect("a checkout") {
            Next::Pay(url) => url.rsplit('/').next().expect("an id").to_owned(),
            other => panic!("expected a page to pay on, not {other:?}"),
        }
    }

    pub(crate) fn pay(&self, session: &str, email: Option<&str>) {
        let paid = self.sandbox.pay_checkout(session, "pm_card_visa", email).expect("an answer");
        assert!(matches!(paid, Checkout::Complete { .. }), "{paid:?}");
    }

    /// What the member may read now: `-` nothing that is paid for, `p` paid articles, `s` also those
    /// for supporters.
    pub(crate) async fn reads(&self, member: MemberId) -> char {
        let session = self.accounts.open_session(member, "").await.expect("a session");
        let signed_in =
            self.accounts.session(session.token.as_str()).await.expect("read").expect("signed in");
        let now = self.clock.now();
        let reach = signed_in.standing.reach(now);
        let article = ArticleId::new(now);
        let open = |rule: &str| {
            let rule: Access = rule.parse().expect("a rule");
            decide(article, &rule, &reach).is_ok()
        };
        match (open("paid"), open("plans:standard"), open("plans:supporter")) {
            (false, false, false) => '-',
            (true, true, false) => 'p',
            (true, true, true) => 's',
            other => panic!("plans include each other: {other:?}"),
        }
    }

    /// Stripe's id of the member's only purchase.
    pub(crate) async fn purchase(&self, member: MemberId) -> billing::Purchase {
        let purchases = self.billing.purchases(member).await.expect("read");
        let [purchase] = purchases.as_slice() else { panic!("one purchase, not {purchases:?}") };
        purchase.clone()
    }
}

/// What Stripe puts beside a body.
pub(crate) fn signature(secret: &str, at: i64, body: &str) -> String {
    let mut mac = Hmac::<Sha256>::new_from_slice(secret.as_bytes()).expect("any length");
    mac.update(format!("{at}.{body}").as_bytes());
    format!("t={at},v1={}", kernel::hash::hex(&mac.finalize().into_bytes()))
}

async fn receive(State(billing): State<Billing>, headers: HeaderMap, body: Bytes) -> StatusCode {
    let signature = headers.get("stripe-signature").and_then(|value| value.to_str().ok()).unwrap_or_default();
    match billing.receive(signature, &body).await {
        Ok(_) => StatusCode::OK,
        Err(NotReceived::Billing(_)) => StatusCode::INTERNAL_SERVER_ERROR,
        Err(_) => StatusCode::BAD_REQUEST,
    }
}
