//! Random histories of a subscriber, with messages doubled, shuffled and lost: after each step the
//! member reads what a plain model of Stripe's own objects says they should.
//!
//! Runs until 5,000 messages were delivered, or as many as `GAZETTE_TEST_DELIVERIES` says
//! (`just nightly`: 100,000).

#[expect(dead_code, reason = "each test file uses a part")]
mod support;

use std::time::Duration;

use billing::Buyer;
use proptest::prelude::*;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};
use reqwest::Method;
use stripe_sandbox::{Drop, Switches, Verdict};
use support::World;
use support::truth::Api;
use test_db::TestDb;

#[derive(Clone, Debug)]
enum Step {
    Subscribe { cents: i64, card: &'static str },
    Days(u64),
    End,
    Resume,
    Change(i64),
    NewCard(&'static str),
    Refund { whole: bool },
    Dispute,
    Verdict(bool),
    DeleteCustomer,
    Messages { duplicate: u32, reorder: bool, lost: u8 },
}

const GOOD: &str = "pm_card_visa";
const FAILS_LATER: &str = "pm_card_sandboxLaterChargesFail";
const FAILS: &str = "pm_card_chargeCustomerFail";

fn step() -> impl Strategy<Value = Step> {
    let cents = || prop::sample::select(vec![490, 4_900, 990, 9_900]);
    prop_oneof![
        3 => (cents(), prop::sample::select(vec![GOOD, GOOD, FAILS_LATER]))
            .prop_map(|(cents, card)| Step::Subscribe { cents, card }),
        6 => (1u64..40).prop_map(Step::Days),
        2 => Just(Step::End),
        1 => Just(Step::Resume),
        2 => cents().prop_map(Step::Change),
        2 => prop::sample::select(vec![GOOD, FAILS]).prop_map(Step::NewCard),
        1 => any::<bool>().prop_map(|whole| Step::Refund { whole }),
        1 => Just(Step::Dispute),
        1 => any::<bool>().prop_map(Step::Verdict),
        1 => prop::bool::weighted(0.3).prop_map(|delete| if delete { Step::DeleteCustomer } else { Step::Days(1) }),
        2 => (0u32..3, any::<bool>(), prop::sample::select(vec![0u8, 0, 30, 100]))
            .prop_map(|(duplicate, reorder, lost)| Step::Messages { duplicate, reorder, lost }),
    ]
}

/// One history; gives the number of messages that were delivered.
async fn live(steps: &[Step]) -> Result<usize, TestCaseError> {
    let world = World::new(TestDb::sqlite().await).await;
    let api = Api::new(&world.stripe_address);
    let email = "reader@example.org";
    let member = world.member(email).await;
    let mut dispute: Option<String> = None;
    for step in steps {
        act(&world, &api, member, email, step, &mut dispute).await;
        world.settle().await;
        // What was lost is found by asking; what was heard late changes nothing.
        world.billing.catch_up().await.expect("asked");
        world.settle().await;
        let now = world.clock.now().as_second();
        let mut expected = '-';
        for customer in world.customers_at_stripe(&api).await {
            expected = expected.max(api.should_read(&customer, now).await);
        }
        let found = world.reads(member).await;
        prop_assert_eq!(found, expected, "after {:?}: {:#?}", step, world.billing.purchases(member).await);
    }
    // Looking at everything afresh finds nothing to repair.
    let reconciled = world.billing.reconcile(&|_| {}).await.expect("reconciled");
    prop_assert_eq!(reconciled.repaired, 0);
    Ok(world.sandbox.deliveries().len())
}

async fn act(
    world: &World,
    api: &Api,
    member: kernel::MemberId,
    email: &str,
    step: &Step,
    dispute: &mut Option<String>,
) {
    let purchases = world.billing.purchases(member).await.expect("read");
    let live = purchases.iter().find(|purchase| purchase.facts.status.is_live());
    // Refusals are answers too: what can't be done changes nothing.
    match step {
        Step::Subscribe { cents, card } => {
            let order = World::order(World::buyer(member, email), world.price(*cents).await);
            if let Ok(billing::Next::Pay(url)) = world.billing.buy(&order).await {
                let session = url.rsplit('/').next().expect("an id");
                let _ = world.sandbox.pay_checkout(session, card, None);
            }
        }
        Step::Days(days) => world.sandbox.advance(Duration::from_hours(24 * days)).await,
        Step::End | Step::Resume => {
            if let Some(live) = live {
                let _ = world.billing.set_ending(member, &live.id, matches!(step, Step::End)).await;
            }
        }
        Step::Change(cents) => {
            if let Some(live) = live {
                let (to, now) = (world.price(*cents).await, world.clock.now());
                let _ = world.billing.change_price(member, &live.id, to, now).await;
            }
        }
        Step::NewCard(card) => {
            if let Some(live) = live {
                let path = format!("/v1/payment_methods/{card}/attach");
                let method = api.call(Method::POST, &path, &[("customer", &live.customer)]).await;
                let id = method["id"].as_str().unwrap_or_default();
                let path = format!("/v1/subscriptions/{}", live.id);
                api.call(Method::POST, &path, &[("default_payment_method", id)]).await;
            }
        }
        Step::Refund { whole } => {
            let payment = purchases.iter().flat_map(|purchase| &purchase.facts.payments).last();
            if let Some(payment) = payment {
                let mut form = vec![("charge", payment.charge.as_str())];
                if !whole {
                    form.push(("amount", "100"));
                }
                api.call(Method::POST, "/v1/refunds", &form).await;
            }
        }
        Step::Dispute => {
            let payment = purchases.iter().flat_map(|purchase| &purchase.facts.payments).last();
            if let Some(payment) = payment
                && let Ok(id) = world.sandbox.open_dispute(&payment.charge, "fraudulent")
            {
                *dispute = Some(id);
            }
        }
        Step::Verdict(won) => {
            if let Some(id) = dispute.take() {
                let _ = world.sandbox.close_dispute(&id, if *won { Verdict::Won } else { Verdict::Lost });
            }
        }
        Step::DeleteCustomer => {
            if let Some(live) = live {
                api.call(Method::DELETE, &format!("/v1/customers/{}", live.customer), &[]).await;
            }
        }
        Step::Messages { duplicate, reorder, lost } => world.sandbox.set_switches(Switches {
            duplicate: *duplicate,
            reorder: *reorder,
            drop: if *lost == 0 { Drop::Nothing } else { Drop::Percent(*lost) },
            ..Switches::default()
        }),
    }
}

#[test]
fn whatever_happens_members_read_what_they_paid_for() {
    let wanted = std::env::var("GAZETTE_TEST_DELIVERIES").ok().and_then(|count| count.parse().ok());
    let wanted: usize = wanted.unwrap_or(5_000);
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().expect("a runtime");
    let delivered = std::cell::Cell::new(0);
    let mut seed = [0; 32];
    let mut round = 0_u8;
    while delivered.get() < wanted {
        seed[0] = round;
        round = round.wrapping_add(1);
        let config =
            Config { cases: 16, failure_persistence: None, max_shrink_iters: 64, ..Config::default() };
        let mut runner = TestRunner::new_with_rng(config, TestRng::from_seed(RngAlgorithm::ChaCha, &seed));
        let outcome = runner.run(&prop::collection::vec(step(), 4..16), |steps| {
            let messages = runtime.block_on(live(&steps))?;
            delivered.set(delivered.get() + messages);
            Ok(())
        });
        if let Err(error) = outcome {
            panic!("{error}");
        }
    }
    println!("{} messages delivered", delivered.get());
}

/// The messages of a sign-up in every order, each once more at the end, over a database that knows
/// nothing yet: the outcome is the same, also if the worker gets at them one by one.
#[tokio::test]
async fn the_messages_of_a_sign_up_come_in_any_order() {
    let source = World::new(TestDb::sqlite().await).await;
    source.sandbox.set_switches(Switches { drop: Drop::Everything, ..Switches::default() });
    let order = World::order(Buyer::Visitor("a hash".to_owned()), source.price(490).await);
    let session = source.session(&order).await;
    source.pay(&session, Some("reader@example.org"));
    source.sandbox.settle().await;
    let ours = [
        "checkout.session.completed",
        "customer.subscription.created",
        "invoice.paid",
        "charge.succeeded",
        "customer.created",
    ];
    let events = source.sandbox.events();
    let events: Vec<_> =
        events.iter().filter(|event| ours.contains(&event["type"].as_str().unwrap_or(""))).collect();
    assert_eq!(events.len(), ours.len(), "a sign-up sends each of them");
    let mut orders = Vec::new();
    permute(&mut (0..events.len()).collect::<Vec<_>>(), 0, &mut orders);
    for (index, order) in orders.iter().enumerate() {
        let world = source.with_database(TestDb::sqlite().await).await;
        for (at, event) in order.iter().chain(order).enumerate() {
            world.receive(events[*event]).await;
            // Every other order is worked off as it comes, the rest all at once.
            if index % 2 == 0 && at % 2 == 0 {
                world.billing.work_off().await.expect("done");
            }
        }
        world.billing.work_off().await.expect("done");
        let member = world.member("reader@example.org").await;
        let address = "reader@example.org".parse().expect("an address");
        world.billing.adopt(member, &address).await.expect("adopted");
        world.billing.work_off().await.expect("done");
        assert_eq!(world.reads(member).await, 'p', "in the order {order:?}");
        assert_eq!(world.billing.purchases(member).await.expect("read").len(), 1);
    }
}

fn permute(rest: &mut Vec<usize>, from: usize, found: &mut Vec<Vec<usize>>) {
    if from == rest.len() {
        found.push(rest.clone());
        return;
    }
    for index in from..rest.len() {
        rest.swap(from, index);
        permute(rest, from + 1, found);
        rest.swap(from, index);
    }
}
