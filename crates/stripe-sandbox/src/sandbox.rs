//! The handle: start it, move its time, spoil its deliveries, look inside.

use std::{
    io,
    sync::{
        Arc, Mutex, MutexGuard, PoisonError, Weak,
        atomic::{AtomicBool, Ordering},
    },
    time::Duration,
};

use axum::Router;
use jiff::Timestamp;
use serde_json::Value;
use tokio::{net::TcpListener, sync::Notify, task::JoinSet};

use crate::{
    config::{Config, ConfigError, Endpoint},
    core::Core,
    error::Refusal,
    expand,
    faults::Fault,
    objects::Object as _,
    webhooks::{Delivery, DeliveryReport, Switches, post},
    world::World,
};

/// The year 5000, which leaves room for every calculation with later moments.
const LAST_MOMENT: i64 = 95_617_584_000;

/// A running sandbox. Clones are the same sandbox.
#[derive(Debug, Clone)]
pub struct Sandbox(Arc<Inner>);

#[derive(Debug)]
struct Inner {
    core: Mutex<Core>,
    /// There may be something to deliver.
    wake: Arc<Notify>,
    /// Whose turn it is to deliver; one at a time, so that the order is what the outbox says.
    turn: tokio::sync::Mutex<()>,
    has_courier: AtomicBool,
    webhook_timeout: Duration,
    secret_keys: Vec<String>,
}

/// Something that the sandbox can't do, in Stripe's words.
#[derive(Debug, Clone, thiserror::Error)]
#[error("{0}")]
pub struct SandboxError(String);

impl From<Refusal> for SandboxError {
    fn from(refusal: Refusal) -> Self {
        Self(refusal.message().to_owned())
    }
}

impl Sandbox {
    /// A sandbox with nothing in it. Refuses configurations that look like real money.
    pub fn new(config: &Config) -> Result<Self, ConfigError> {
        config.check()?;
        Ok(Self(Arc::new(Inner {
            core: Mutex::new(Core::new(config)),
            wake: Arc::new(Notify::new()),
            turn: tokio::sync::Mutex::new(()),
            has_courier: AtomicBool::new(false),
            webhook_timeout: config.webhook_timeout,
            secret_keys: config.secret_keys.clone(),
        })))
    }

    /// The API, the pages and the switches, to be served by whoever wants.
    pub fn router(&self) -> Router {
        crate::http::router(self.clone())
    }

    /// Serves until the task is dropped. Pages get this listener's address unless another was configured.
    pub async fn serve(self, listener: TcpListener) -> io::Result<()> {
        let address = listener.local_addr()?;
        self.use_base_url(&format!("http://{address}"));
        self.start_courier();
        axum::serve(listener, self.router()).await
    }

    /// Serves on a free port of this machine in a task of its own; gives the address, such as
    /// `http://127.0.0.1:49152`.
    pub async fn start(&self) -> io::Result<String> {
        let listener = TcpListener::bind("127.0.0.1:0").await?;
        let address = format!("http://{}", listener.local_addr()?);
        self.use_base_url(&address);
        tokio::spawn(self.clone().serve(listener));
        Ok(address)
    }

    /// The sandbox's present moment.
    #[must_use]
    pub fn now(&self) -> Timestamp {
        Timestamp::from_second(self.core().world.now()).unwrap_or(Timestamp::MAX)
    }

    /// How far the sandbox is ahead of the wall clock it follows, so that others can follow it: as far
    /// as it has been advanced. Nothing for a clock that stands still.
    #[must_use]
    pub fn ahead(&self) -> jiff::SignedDuration {
        self.core().ahead()
    }

    /// Moves time on. What is due happens in order, and each event is delivered at its moment, before later
    /// ones happen.
    pub async fn advance(&self, duration: Duration) {
        let seconds = i64::try_from(duration.as_secs()).unwrap_or(i64::MAX);
        let target = self.core().world.now().saturating_add(seconds);
        self.advance_to_second(target).await;
    }

    /// Moves time to a moment; a past one changes nothing.
    pub async fn advance_to(&self, moment: Timestamp) {
        self.advance_to_second(moment.as_second()).await;
    }

    pub(crate) async fn advance_to_second(&self, target: i64) {
        let target = target.min(LAST_MOMENT);
        self.settle().await;
        loop {
            let arrived = self.move_one_step(target);
            self.settle().await;
            if arrived {
                break;
            }
        }
    }

    /// Moves to the next moment at which something happens, or to the target; tells whether that was all.
    fn move_one_step(&self, target: i64) -> bool {
        let mut core = self.core();
        let now = core.world.now();
        let next = core.next_moment().map_or(target, |next| next.clamp(now, target.max(now)));
        core.shift(next - now);
        core.move_to(next);
        next >= target && core.next_moment().is_none_or(|next| next > target)
    }

    /// Waits until everything that is due now has been tried, also what that causes in turn.
    pub async fn settle(&self) {
        let _turn = self.0.turn.lock().await;
        loop {
            let due = {
                let mut core = self.core();
                let now = core.webhook_now();
                core.outbox.take_due(now)
            };
            if due.is_empty() {
                break;
            }
            if self.switches().parallel {
                let all: JoinSet<()> =
                    due.into_iter().map(|delivery| self.clone().deliver(delivery)).collect();
                all.join_all().await;
            } else {
                for delivery in due {
                    self.clone().deliver(delivery).await;
                }
            }
        }
    }

    async fn deliver(self, delivery: Delivery) {
        let letter = self.core().letter(&delivery);
        if let Some(letter) = letter {
            let outcome = post(&letter.url, letter.signature, letter.body, self.0.webhook_timeout).await;
            self.core().delivered(delivery, outcome);
        }
    }

    /// How deliveries go wrong at present.
    #[must_use]
    pub fn switches(&self) -> Switches {
        self.core().outbox.switches.clone()
    }

    /// Sets how deliveries go wrong from now on; held events stay held until released.
    pub fn set_switches(&self, switches: Switches) {
        self.core().outbox.switches = switches;
    }

    /// Sets who hears of events. Deliveries under way to an endpoint keep its place in the list.
    pub fn set_webhooks(&self, endpoints: Vec<Endpoint>) -> Result<(), ConfigError> {
        endpoints.iter().try_for_each(Endpoint::check)?;
        self.core().outbox.endpoints = endpoints;
        Ok(())
    }

    /// Makes the next matching calls go wrong.
    pub fn add_fault(&self, fault: Fault) {
        self.core().faults.add(fault);
    }

    /// Forgets all faults that are still to happen.
    pub fn clear_faults(&self) {
        self.core().faults.clear();
    }

    /// The signature header of a message made by hand, as of now by the sandbox's clock.
    #[must_use]
    pub fn sign(&self, secret: &str, body: &str) -> String {
        crate::webhooks::header(self.now().as_second(), body, &[secret.to_owned()])
    }

    /// Ids of held events, oldest first; an event with duplicates is there as often as it would be sent.
    #[must_use]
    pub fn held(&self) -> Vec<String> {
        self.core().outbox.held()
    }

    /// Sends held events in this order and gives how many there were; returns when they have been tried.
    pub async fn release(&self, events: &[String]) -> usize {
        self.release_some(Some(events)).await
    }

    /// Sends all held events, oldest first.
    pub async fn release_all(&self) -> usize {
        self.release_some(None).await
    }

    async fn release_some(&self, events: Option<&[String]>) -> usize {
        let count = {
            let mut core = self.core();
            let now = core.webhook_now();
            core.outbox.release(events, now)
        };
        self.settle().await;
        count
    }

    /// Sends an event once more, whatever the switches drop or hold.
    pub async fn resend(&self, event: &str) -> Result<(), SandboxError> {
        {
            let mut core = self.core();
            let kind = core.world.get::<crate::objects::Event>(event, "id")?.kind;
            let now = core.webhook_now();
            core.outbox.resend(event, &kind, now);
        }
        self.settle().await;
        Ok(())
    }

    /// Every try at delivering so far, oldest first.
    #[must_use]
    pub fn deliveries(&self) -> Vec<DeliveryReport> {
        self.core().outbox.log().to_vec()
    }

    /// All events so far, oldest first, as Stripe shows them.
    #[must_use]
    pub fn events(&self) -> Vec<Value> {
        let core = self.core();
        core.world.events.iter().map(|event| event.json(&core.world)).collect()
    }

    /// Any object by its id, as Stripe shows it now.
    #[must_use]
    pub fn object(&self, id: &str) -> Option<Value> {
        expand::by_id(&self.core().world, id)
    }

    /// Does something that no call caused, and hands the events over.
    pub(crate) fn act<T>(
        &self,
        act: impl FnOnce(&mut World) -> Result<T, Refusal>,
    ) -> Result<T, SandboxError> {
        let mut core = self.core();
        core.catch_up();
        core.world.request = None;
        let outcome = act(&mut core.world);
        let now = core.world.now();
        core.move_to(now);
        drop(core);
        self.wake();
        outcome.map_err(SandboxError::from)
    }

    pub(crate) fn core(&self) -> MutexGuard<'_, Core> {
        self.0.core.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(crate) fn secret_keys(&self) -> &[String] {
        &self.0.secret_keys
    }

    /// Uses an address for pages, unless one is known.
    pub(crate) fn use_base_url(&self, address: &str) {
        let settings = &mut self.core().world.settings;
        if settings.base_url.is_empty() {
            address.clone_into(&mut settings.base_url);
        }
    }

    /// Says that there may be something to deliver.
    pub(crate) fn wake(&self) {
        self.start_courier();
        self.0.wake.notify_one();
    }

    fn start_courier(&self) {
        let in_runtime = tokio::runtime::Handle::try_current().is_ok();
        if in_runtime && !self.0.has_courier.swap(true, Ordering::AcqRel) {
            tokio::spawn(courier(Arc::downgrade(&self.0)));
        }
    }
}

/// Delivers in the background for as long as somebody holds the sandbox.
async fn courier(sandbox: Weak<Inner>) {
    while let Some(inner) = sandbox.upgrade() {
        let wake = Arc::clone(&inner.wake);
        let sandbox = Sandbox(inner);
        sandbox.core().catch_up();
        sandbox.settle().await;
        drop(sandbox);
        // A second is the clock's grain, for what is due by the wall.
        let _ = tokio::time::timeout(Duration::from_secs(1), wake.notified()).await;
    }
}
