//! Histories without HTTP: rules that hold however things go.

use proptest::prelude::*;

use super::{
    Change, FinalState, ItemChange, Leaving, NewItem, NewSubscription, PaymentBehavior, Proration, Try,
    World, by_token,
};
use crate::{
    calendar::{DAY, HOUR, Interval, Unit},
    config::Config,
    form::Metadata,
    objects::{
        Billing, ChargeStatus, Customer, InvoiceStatus, Object as _, Price, Product, Status, Subscription,
        TaxBehavior,
    },
};

const MONTHLY: Interval = Interval { unit: Unit::Month, count: 1 };

/// Something a reader, a newsroom or a bank does.
#[derive(Debug, Clone)]
enum Deed {
    Wait(i64),
    ChangePlan(usize, Proration),
    Cancel,
    Stay,
    Leave,
    Card(&'static str),
    PayOpen,
    Subscribe(Option<i64>),
}

fn deed() -> impl Strategy<Value = Deed> {
    prop_oneof![
        4 => (1..40 * DAY).prop_map(Deed::Wait),
        2 => (0..3_usize, prop_oneof![Just(Proration::Create), Just(Proration::Invoice), Just(Proration::None)])
            .prop_map(|(price, proration)| Deed::ChangePlan(price, proration)),
        1 => Just(Deed::Cancel),
        1 => Just(Deed::Stay),
        1 => Just(Deed::Leave),
        2 => prop_oneof![
            Just("pm_card_visa"),
            Just("pm_card_chargeCustomerFail"),
            Just("pm_card_authenticationRequired"),
            Just("pm_card_sandboxLaterChargesFail"),
        ]
        .prop_map(Deed::Card),
        1 => Just(Deed::PayOpen),
        1 => prop::option::of(1..30_i64).prop_map(Deed::Subscribe),
    ]
}

struct Life {
    world: World,
    customer: String,
    prices: Vec<String>,
}

impl Life {
    fn new(final_state: FinalState) -> Self {
        let config = Config { final_state, ..Config::default() };
        let mut world = World::new(config.settings(), 1, config.clock.start());
        let customer = world.add_customer(None);
        let prices = [(990, MONTHLY), (2990, MONTHLY), (9900, Interval { unit: Unit::Year, count: 1 })]
            .into_iter()
            .map(|(amount, interval)| add_price(&mut world, amount, interval))
            .collect();
        let mut life = Self { world, customer, prices };
        life.act(&Deed::Card("pm_card_visa"));
        life
    }

    fn living(&self) -> Option<Subscription> {
        self.world.subscriptions.iter().find(|of| !of.status.is_over()).cloned()
    }

    /// Does it, or is refused, which is a fine answer too.
    fn act(&mut self, deed: &Deed) {
        let subscription = self.living();
        let world = &mut self.world;
        match (deed, subscription) {
            (Deed::Wait(seconds), _) => world.run_until(world.now() + seconds),
            (Deed::Card(token), _) => {
                let card = by_token(token).unwrap();
                let method = world.add_card(card, None, Billing::default());
                world.attach(&method, &self.customer).unwrap();
                world.edit::<Customer>(&self.customer, |of| of.default_payment_method = Some(method));
            }
            (Deed::Subscribe(trial), None) => {
                let item = NewItem { price: self.prices[0].clone(), quantity: 1, metadata: Metadata::new() };
                let trial_end = trial.map(|days| world.now() + days * DAY);
                let new = NewSubscription { trial_end, ..NewSubscription::of(&self.customer, vec![item]) };
                world.create_subscription(new, PaymentBehavior::Allow).unwrap();
            }
            (Deed::ChangePlan(price, proration), Some(of)) => {
                let item = ItemChange {
                    id: Some(of.items[0].id.clone()),
                    price: Some(self.prices[*price].clone()),
                    ..ItemChange::default()
                };
                let change = Change { items: vec![item], proration: *proration, ..Change::default() };
                let _ = world.change_subscription(&of.id, &change);
            }
            (Deed::Cancel | Deed::Stay, Some(of)) => {
                let wish = Some(matches!(deed, Deed::Cancel));
                let change = Change { cancel_at_period_end: wish, ..Change::default() };
                world.change_subscription(&of.id, &change).unwrap();
            }
            (Deed::Leave, Some(of)) => {
                world.cancel_now(&of.id, Leaving { prorate: true, ..Leaving::default() }).unwrap();
            }
            (Deed::PayOpen, _) => {
                let open: Vec<String> = world
                    .invoices
                    .iter()
                    .filter(|invoice| invoice.status == InvoiceStatus::Open)
                    .map(|invoice| invoice.id.clone())
                    .collect();
                for id in open {
                    world.collect(&id, None, Try::ByHand);
                }
            }
            _ => {}
        }
    }

    fn check(&self) -> Result<(), TestCaseError> {
        let world = &self.world;
        let charged: i64 = world
            .charges
            .iter()
            .filter(|charge| charge.status == ChargeStatus::Succeeded)
            .map(|charge| charge.amount)
            .sum();
        let paid: i64 = world.invoices.iter().map(|invoice| invoice.amount_paid).sum();
        prop_assert_eq!(charged, paid, "what was charged is what invoices say was paid");
        for of in world.subscriptions.iter() {
            prop_assert!(of.period.start < of.period.end, "{:?}", of.period);
            prop_assert_eq!(of.ended_at.is_some(), of.status.is_over());
            if of.status == Status::Active {
                prop_assert!(of.period.start <= world.now() && world.now() < of.period.end);
            }
            if of.status == Status::Trialing {
                prop_assert!(of.trial.is_some_and(|trial| world.now() < trial.end));
            }
        }
        for invoice in world.invoices.iter() {
            prop_assert!(invoice.amount_due() >= 0 && invoice.amount_remaining() >= 0);
            let paid = invoice.status == InvoiceStatus::Paid;
            prop_assert_eq!(paid, invoice.transitions.paid.is_some());
        }
        let moments: Vec<i64> = world.events.iter().map(|event| event.created).collect();
        prop_assert!(moments.is_sorted());
        Ok(())
    }
}

fn add_price(world: &mut World, amount: i64, interval: Interval) -> String {
    let (product, id, created) = (world.ids.next("prod"), world.ids.next("price"), world.now());
    world.insert(Product {
        id: product.clone(),
        created,
        updated: created,
        deleted: false,
        active: true,
        name: "Digital".into(),
        description: None,
        default_price: None,
        images: Vec::new(),
        marketing_features: Vec::new(),
        metadata: Metadata::new(),
        statement_descriptor: None,
        tax_code: None,
        unit_label: None,
        url: None,
    });
    world.insert(Price {
        id: id.clone(),
        created,
        active: true,
        product,
        currency: "eur".into(),
        unit_amount: amount,
        recurring: Some(interval),
        trial_period_days: None,
        tax_behavior: TaxBehavior::Unspecified,
        nickname: None,
        lookup_key: None,
        metadata: Metadata::new(),
    });
    id
}

fn final_state() -> impl Strategy<Value = FinalState> {
    prop_oneof![Just(FinalState::Canceled), Just(FinalState::Unpaid), Just(FinalState::PastDue)]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 150, ..ProptestConfig::default() })]

    /// Money, periods and states agree after every step of any history.
    #[test]
    fn books_balance_in_any_history(deeds in prop::collection::vec(deed(), 1..25), state in final_state()) {
        let mut life = Life::new(state);
        life.act(&Deed::Subscribe(None));
        for deed in &deeds {
            life.act(deed);
            life.check()?;
        }
    }

    /// It makes no difference in how many steps time passes.
    #[test]
    fn time_can_be_cut_anywhere(deeds in prop::collection::vec(deed(), 1..12), cut in HOUR..9 * DAY) {
        let (mut whole, mut sliced) = (Life::new(FinalState::Unpaid), Life::new(FinalState::Unpaid));
        for deed in &deeds {
            whole.act(deed);
            match deed {
                Deed::Wait(seconds) => {
                    let mut left = *seconds;
                    while left > 0 {
                        sliced.act(&Deed::Wait(left.min(cut)));
                        left -= cut;
                    }
                }
                other => sliced.act(other),
            }
        }
        let shown = |life: &Life| life.world.events.iter().map(|event| event.json(&life.world)).collect::<Vec<_>>();
        prop_assert_eq!(shown(&whole), shown(&sliced));
    }

    /// Applying what an update says was before to what is now gives what the last event showed.
    #[test]
    fn previous_attributes_lead_back(deeds in prop::collection::vec(deed(), 1..20)) {
        let mut life = Life::new(FinalState::PastDue);
        life.act(&Deed::Subscribe(Some(5)));
        for deed in &deeds {
            life.act(deed);
        }
        let mut last = std::collections::HashMap::new();
        for event in life.world.events.iter().filter(|event| event.kind.starts_with("customer.subscription.")) {
            let mut before = (*event.object).clone();
            if let Some(previous) = &event.previous_attributes {
                overlay(&mut before, previous);
                let shown = last.get(&event.object["id"].to_string());
                prop_assert_eq!(Some(&before["status"]), shown.map(|shown: &serde_json::Value| &shown["status"]));
            }
            last.insert(event.object["id"].to_string(), (*event.object).clone());
        }
    }
}

fn overlay(value: &mut serde_json::Value, previous: &serde_json::Value) {
    match (value, previous) {
        (serde_json::Value::Object(value), serde_json::Value::Object(previous)) => {
            for (key, old) in previous {
                overlay(value.entry(key.clone()).or_insert(serde_json::Value::Null), old);
            }
        }
        (value, previous) => *value = previous.clone(),
    }
}
