//! What is to be delivered, when, and what became of it.

use serde::Serialize;

use super::{Drop, Switches};
use crate::{chance::Chance, config::Endpoint};

/// One sending of an event to an endpoint.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Delivery {
    pub(crate) event: String,
    pub(crate) kind: String,
    pub(crate) endpoint: usize,
    due: i64,
    sequence: u64,
    attempts: usize,
}

/// What became of one try.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// The endpoint answered with this status; 2xx is delivered.
    Answered(u16),
    /// No connection, or no answer in time.
    Failed(String),
    /// Never sent: a switch dropped it.
    Dropped,
}

/// One try at delivering, for reading.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct DeliveryReport {
    /// `evt_…`.
    pub event: String,
    /// Such as `invoice.paid`.
    pub kind: String,
    /// Where it went.
    pub url: String,
    /// 1 for the first.
    pub attempt: usize,
    /// Unix seconds on the webhooks' timeline.
    pub at: i64,
    /// What came of it.
    pub outcome: Outcome,
}

#[derive(Debug)]
pub(crate) struct Outbox {
    pub(crate) switches: Switches,
    pub(crate) endpoints: Vec<Endpoint>,
    backoff: Vec<u32>,
    chance: Chance,
    waiting: Vec<Delivery>,
    held: Vec<Delivery>,
    log: Vec<DeliveryReport>,
    made: u64,
}

impl Outbox {
    pub(crate) fn new(endpoints: Vec<Endpoint>, backoff: Vec<u32>, switches: Switches, seed: u64) -> Self {
        let chance = Chance::new(seed);
        Self {
            switches,
            endpoints,
            backoff,
            chance,
            waiting: Vec::new(),
            held: Vec::new(),
            log: Vec::new(),
            made: 0,
        }
    }

    /// Takes an event; gives how many endpoints it goes to.
    pub(crate) fn accept(&mut self, event: &str, kind: &str, now: i64) -> i64 {
        let mut reached = 0;
        for endpoint in 0..self.endpoints.len() {
            if !self.endpoints[endpoint].wants(kind) {
                continue;
            }
            reached += 1;
            if self.drops(kind) {
                self.report(event, kind, endpoint, 0, now, Outcome::Dropped);
                continue;
            }
            for _ in 0..=self.switches.duplicate {
                self.queue(event, kind, endpoint, now);
            }
        }
        reached
    }

    /// Sends an event once more, whatever the switches say about dropping and holding.
    pub(crate) fn resend(&mut self, event: &str, kind: &str, now: i64) {
        for endpoint in 0..self.endpoints.len() {
            if self.endpoints[endpoint].wants(kind) {
                let delivery = self.delivery(event, kind, endpoint, now);
                self.waiting.push(delivery);
            }
        }
    }

    fn queue(&mut self, event: &str, kind: &str, endpoint: usize, now: i64) {
        let delivery = self.delivery(event, kind, endpoint, now + i64::from(self.switches.delay));
        if self.switches.hold { self.held.push(delivery) } else { self.waiting.push(delivery) }
    }

    fn delivery(&mut self, event: &str, kind: &str, endpoint: usize, due: i64) -> Delivery {
        self.made += 1;
        Delivery {
            event: event.to_owned(),
            kind: kind.to_owned(),
            endpoint,
            due,
            sequence: self.made,
            attempts: 0,
        }
    }

    fn drops(&mut self, kind: &str) -> bool {
        match &self.switches.drop {
            Drop::Nothing => false,
            Drop::Everything => true,
            Drop::Percent(percent) => self.chance.below(100) < usize::from(*percent),
            Drop::Types(types) => types.iter().any(|of| of == kind),
        }
    }

    /// The next moment at which something is to be sent.
    pub(crate) fn next_due(&self) -> Option<i64> {
        self.waiting.iter().map(|delivery| delivery.due).min()
    }

    /// What is to be sent now, in the order in which it is to be sent.
    pub(crate) fn take_due(&mut self, now: i64) -> Vec<Delivery> {
        let (mut due, later): (Vec<_>, Vec<_>) =
            self.waiting.drain(..).partition(|delivery| delivery.due <= now);
        self.waiting = later;
        due.sort_by_key(|delivery| (delivery.due, delivery.sequence));
        if self.switches.reorder {
            self.chance.shuffle(&mut due);
        }
        due
    }

    /// Notes what came of a try; plans the next unless it was delivered or the schedule is used up.
    pub(crate) fn finished(&mut self, mut delivery: Delivery, outcome: Outcome, now: i64) {
        let delivered = matches!(outcome, Outcome::Answered(200..=299));
        self.report(&delivery.event, &delivery.kind, delivery.endpoint, delivery.attempts + 1, now, outcome);
        if delivered {
            return;
        }
        if let Some(pause) = self.backoff.get(delivery.attempts) {
            delivery.attempts += 1;
            delivery.due = now + i64::from(*pause);
            self.waiting.push(delivery);
        }
    }

    /// Whether the event still has somewhere to go.
    pub(crate) fn is_pending(&self, event: &str) -> bool {
        self.waiting.iter().chain(&self.held).any(|delivery| delivery.event == event)
    }

    /// Ids of held events, oldest first; a duplicate is there twice.
    pub(crate) fn held(&self) -> Vec<String> {
        self.held.iter().map(|delivery| delivery.event.clone()).collect()
    }

    /// Lets held events go in this order; `None` is all, oldest first.
    pub(crate) fn release(&mut self, events: Option<&[String]>, now: i64) -> usize {
        let chosen: Vec<Delivery> = match events {
            None => self.held.drain(..).collect(),
            Some(events) => events
                .iter()
                .filter_map(|event| {
                    let index = self.held.iter().position(|delivery| delivery.event == *event)?;
                    Some(self.held.remove(index))
                })
                .collect(),
        };
        let count = chosen.len();
        for mut delivery in chosen {
            self.made += 1;
            delivery.due = now;
            delivery.sequence = self.made;
            self.waiting.push(delivery);
        }
        count
    }

    pub(crate) fn log(&self) -> &[DeliveryReport] {
        &self.log
    }

    fn report(
        &mut self,
        event: &str,
        kind: &str,
        endpoint: usize,
        attempt: usize,
        at: i64,
        outcome: Outcome,
    ) {
        let url = self.endpoints.get(endpoint).map(|endpoint| endpoint.url.clone()).unwrap_or_default();
        self.log.push(DeliveryReport {
            event: event.to_owned(),
            kind: kind.to_owned(),
            url,
            attempt,
            at,
            outcome,
        });
    }
}

#[cfg(test)]
mod tests {
    use super::{Delivery, Drop, Outbox, Outcome, Switches};
    use crate::config::Endpoint;

    fn outbox(switches: Switches) -> Outbox {
        let endpoint =
            Endpoint { url: "http://x/".into(), secrets: vec!["whsec_1".into()], events: Vec::new() };
        Outbox::new(vec![endpoint], vec![10, 100], switches, 1)
    }

    fn ids(due: &[Delivery]) -> Vec<&str> {
        due.iter().map(|delivery| delivery.event.as_str()).collect()
    }

    #[test]
    fn failures_are_retried_by_the_schedule_and_then_given_up() {
        let mut outbox = outbox(Switches::default());
        outbox.accept("evt_1", "invoice.paid", 0);
        for now in [0, 10, 110] {
            assert_eq!(outbox.next_due(), Some(now));
            let due = outbox.take_due(now);
            assert_eq!(ids(&due), ["evt_1"]);
            outbox.finished(due[0].clone(), Outcome::Answered(500), now);
        }
        assert_eq!(outbox.next_due(), None);
        assert_eq!(outbox.log().iter().map(|report| report.attempt).collect::<Vec<_>>(), [1, 2, 3]);
    }

    #[test]
    fn switches_duplicate_delay_drop_and_hold() {
        let mut duplicated = outbox(Switches { duplicate: 2, delay: 5, ..Switches::default() });
        duplicated.accept("evt_1", "a", 0);
        assert!(duplicated.take_due(4).is_empty());
        assert_eq!(ids(&duplicated.take_due(5)), ["evt_1", "evt_1", "evt_1"]);

        let mut dropping = outbox(Switches { drop: Drop::Types(vec!["a".into()]), ..Switches::default() });
        dropping.accept("evt_1", "a", 0);
        dropping.accept("evt_2", "b", 0);
        assert_eq!(ids(&dropping.take_due(0)), ["evt_2"]);

        let mut holding = outbox(Switches { hold: true, ..Switches::default() });
        for event in ["evt_1", "evt_2", "evt_3"] {
            holding.accept(event, "a", 0);
        }
        assert!(holding.take_due(0).is_empty());
        assert_eq!(holding.release(Some(&["evt_3".into(), "evt_1".into()]), 0), 2);
        assert_eq!(ids(&holding.take_due(0)), ["evt_3", "evt_1"]);
        assert_eq!(holding.held(), ["evt_2"]);
    }

    #[test]
    fn reordering_is_a_shuffle_that_the_seed_fixes() {
        let order = || {
            let mut outbox = outbox(Switches { reorder: true, ..Switches::default() });
            for event in ["1", "2", "3", "4", "5", "6"] {
                outbox.accept(event, "a", 0);
            }
            outbox.take_due(0).into_iter().map(|delivery| delivery.event).collect::<Vec<_>>()
        };
        assert_eq!(order(), order());
        let mut sorted = order();
        assert_ne!(sorted, ["1", "2", "3", "4", "5", "6"]);
        sorted.sort();
        assert_eq!(sorted, ["1", "2", "3", "4", "5", "6"]);
    }
}
