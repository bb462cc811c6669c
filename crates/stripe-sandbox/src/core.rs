//! What one lock guards: the world, and what surrounds it on its way in and out.

use crate::{
    clock::{Clock, wall_seconds},
    config::{Config, Timeline},
    faults::Faults,
    idempotency::Memory,
    objects::{Event, Object as _},
    webhooks::{Delivery, Outbox, Outcome, Signature, header},
    world::World,
};

#[derive(Debug)]
pub(crate) struct Core {
    pub(crate) world: World,
    pub(crate) memory: Memory,
    pub(crate) faults: Faults,
    pub(crate) outbox: Outbox,
    clock: Clock,
    webhook_time: Timeline,
    signature_time: Timeline,
}

/// A delivery ready to be sent.
#[derive(Debug)]
pub(crate) struct Letter {
    pub(crate) url: String,
    pub(crate) signature: Option<String>,
    pub(crate) body: String,
}

impl Core {
    pub(crate) fn new(config: &Config) -> Self {
        let endpoints = config.webhooks.clone();
        Self {
            world: World::new(config.settings(), config.seed, config.clock.start()),
            memory: Memory::default(),
            faults: Faults::default(),
            outbox: Outbox::new(
                endpoints,
                config.webhook_backoff.clone(),
                config.switches.clone(),
                config.seed,
            ),
            clock: config.clock,
            webhook_time: config.webhook_time,
            signature_time: config.signature_time,
        }
    }

    /// Lets happen what is due by a clock that moves by itself.
    pub(crate) fn catch_up(&mut self) {
        if let Some(now) = self.clock.follows() {
            self.move_to(now);
        }
    }

    /// Lets happen what is due at `moment` and before, and hands the events over.
    pub(crate) fn move_to(&mut self, moment: i64) {
        self.world.request = None;
        self.world.run_until(moment.max(self.world.now()));
        self.hand_over();
    }

    /// Makes a following clock run further ahead.
    pub(crate) fn shift(&mut self, seconds: i64) {
        if let Clock::Wall(offset) = self.clock {
            self.clock = Clock::Wall(offset.saturating_add(jiff::SignedDuration::from_secs(seconds)));
        }
    }

    /// How far a following clock is ahead of the wall's; nothing for one that stands still.
    pub(crate) fn ahead(&self) -> jiff::SignedDuration {
        match self.clock {
            Clock::Wall(offset) => offset,
            Clock::Virtual(_) => jiff::SignedDuration::ZERO,
        }
    }

    /// The next moment at which something happens by itself, deliveries included where they follow this clock.
    pub(crate) fn next_moment(&self) -> Option<i64> {
        let deliveries = match self.webhook_time {
            Timeline::Virtual => self.outbox.next_due(),
            Timeline::Wall => None,
        };
        [self.world.next_moment(), deliveries].into_iter().flatten().min()
    }

    /// Gives new events to the outbox.
    pub(crate) fn hand_over(&mut self) {
        let now = self.webhook_now();
        for id in self.world.take_events() {
            let Some(kind) = self.world.events.get(&id).map(|event| event.kind.clone()) else { continue };
            let pending = self.outbox.accept(&id, &kind, now);
            self.world.edit::<Event>(&id, |event| event.pending_webhooks = pending);
        }
    }

    /// Seconds on the webhooks' timeline.
    pub(crate) fn webhook_now(&self) -> i64 {
        self.seconds(self.webhook_time)
    }

    fn seconds(&self, timeline: Timeline) -> i64 {
        match timeline {
            Timeline::Virtual => self.world.now(),
            Timeline::Wall => wall_seconds(),
        }
    }

    /// The body and signature of a delivery, spoiled as the switches say.
    pub(crate) fn letter(&self, delivery: &Delivery) -> Option<Letter> {
        let endpoint = self.outbox.endpoints.get(delivery.endpoint)?;
        let switches = &self.outbox.switches;
        let mut event = self.world.events.get(&delivery.event)?.json(&self.world);
        if switches.livemode {
            event["livemode"] = true.into();
        }
        let mut body = event.to_string();
        let now = self.seconds(self.signature_time);
        let signature = match switches.signature {
            Signature::Good => Some(header(now, &body, &endpoint.secrets)),
            Signature::Wrong => Some(header(now, &body, &["whsec_of_somebody_else".to_owned()])),
            Signature::Missing => None,
            Signature::Shifted(seconds) => Some(header(now + seconds, &body, &endpoint.secrets)),
        };
        if switches.alter_body {
            body.push(' ');
        }
        Some(Letter { url: endpoint.url.clone(), signature, body })
    }

    /// Notes what came of a delivery.
    pub(crate) fn delivered(&mut self, delivery: Delivery, outcome: Outcome) {
        let (event, now) = (delivery.event.clone(), self.webhook_now());
        self.outbox.finished(delivery, outcome, now);
        if !self.outbox.is_pending(&event) {
            self.world.edit::<Event>(&event, |event| event.pending_webhooks = 0);
        }
    }
}
