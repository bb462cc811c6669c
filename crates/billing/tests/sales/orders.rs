//! The messages of a sign-up in every order, doubled, and with the worker dying at any point.
//! (`tests/tests/billing.rs` kills the whole process.)
//!
//! A sign-up sends a good dozen. What they ask for is the same task for each message that names the
//! same object, so the orders that differ are those of a few kinds: all of these are run, with the
//! other messages strewn in between.

use std::time::Duration;

use billing::Buyer;
use sea_orm::ConnectionTrait;
use serde_json::Value;
use stripe_sandbox::{Drop, Switches};

use crate::support::World;

/// One of each kind that a sign-up sends and that asks for something.
const KINDS: [&str; 5] = [
    "checkout.session.completed",
    "customer.subscription.created",
    "customer.subscription.updated",
    "invoice.paid",
    "charge.succeeded",
];

/// How a run goes wrong.
#[derive(Clone, Copy, Debug)]
enum Run {
    /// All messages come, then the worker.
    AtOnce,
    /// The worker gets at them one by one.
    OneByOne,
    /// Each comes twice, and all once more at the end.
    Doubled,
    /// The worker dies at some point after each, and another takes over.
    Dying,
}

const RUNS: [Run; 4] = [Run::AtOnce, Run::OneByOne, Run::Doubled, Run::Dying];

/// All that a sign-up sends.
async fn sign_up(world: &World, email: &str) -> Vec<Value> {
    let before = world.sandbox.events().len();
    world.sandbox.set_switches(Switches { drop: Drop::Everything, ..Switches::default() });
    let order = World::order(Buyer::Visitor("one".to_owned()), world.price(490).await);
    let session = world.session(&order).await;
    world.pay(&session, Some(email));
    world.sandbox.settle().await;
    world.sandbox.events().split_off(before)
}

/// Forgets all that was heard.
async fn forget(world: &World) {
    for table in [
        "notice",
        "failed_payment",
        "entitlement",
        "purchase_history",
        "purchase",
        "invoice",
        "checkout",
        "stripe_customer",
        "stripe_event",
        "billing_task",
    ] {
        world.db.connection().execute_unprepared(&format!("DELETE FROM {table}")).await.expect("deleted");
    }
}

/// Does what waits, and dies after a while with all its connections; whoever was at it loses its
/// lease.
async fn work_and_die(world: &World, after: Duration) {
    let billing = world.another_node().await;
    let worker = tokio::spawn(async move { billing.work_off().await });
    tokio::time::sleep(after).await;
    worker.abort();
    // It may have been done already.
    let _ = worker.await;
    world.sandbox.advance(Duration::from_secs(30)).await;
}

/// Does what waits until nothing does.
async fn work_off(world: &World) {
    let done = async { while world.billing.work_off().await.expect("done") > 0 {} };
    tokio::time::timeout(Duration::from_secs(30), done)
        .await
        .expect("a worker that has died holds nothing up");
}

async fn deliver(world: &World, events: &[&Value], run: Run, seed: usize) {
    for (at, event) in events.iter().enumerate() {
        world.receive(event).await;
        match run {
            Run::AtOnce => {}
            Run::OneByOne => {
                world.billing.work_off().await.expect("done");
            }
            Run::Doubled => {
                world.receive(event).await;
                if at % 3 == 0 {
                    world.billing.work_off().await.expect("done");
                }
            }
            // From before the first call to after the last row, in steps that differ from run to run.
            Run::Dying => {
                let micros = u64::try_from((seed * 37 + at * 101) % 60).expect("small") * 500;
                work_and_die(world, Duration::from_micros(micros)).await;
            }
        }
    }
    if matches!(run, Run::Doubled) {
        for event in events {
            world.receive(event).await;
        }
    }
    work_off(world).await;
}

/// All orders of the first five, with the rest strewn in by a rule that differs from order to order.
fn orders(events: &[Value]) -> Vec<Vec<&Value>> {
    let of_kind =
        |kind: &str| events.iter().find(|event| event["type"] == kind).unwrap_or_else(|| panic!("no {kind}"));
    let chosen: Vec<&Value> = KINDS.iter().map(|kind| of_kind(kind)).collect();
    let rest: Vec<&Value> =
        events.iter().filter(|event| chosen.iter().all(|chosen| chosen["id"] != event["id"])).collect();
    let mut all = Vec::new();
    permute(&mut (0..chosen.len()).collect::<Vec<_>>(), 0, &mut all);
    let strewn = all.iter().enumerate().map(|(seed, order)| {
        let mut events: Vec<&Value> = order.iter().map(|index| chosen[*index]).collect();
        for (index, event) in rest.iter().enumerate() {
            events.insert((seed * 7 + index * 13) % (events.len() + 1), event);
        }
        events
    });
    strewn.collect()
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

test_db::both! {
    async fn a_sign_up_is_the_same_in_any_order(db: TestDb) {
        let email = "reader@example.org";
        let world = World::new(db).await;
        let events = sign_up(&world, email).await;
        let member = world.proved(email).await;
        for (seed, order) in orders(&events).iter().enumerate() {
            for run in RUNS {
                forget(&world).await;
                deliver(&world, order, run, seed).await;
                let kinds: Vec<_> = order.iter().map(|event| event["type"].as_str().unwrap_or_default()).collect();
                assert_eq!(world.reads(member).await, 'p', "{run:?}: {kinds:?}");
                assert_eq!(world.billing.purchases(member).await.expect("read").len(), 1);
                assert_eq!(world.billing.invoices(member).await.expect("read").len(), 1);
                let heard = world.events(100).await;
                assert_eq!(heard.len(), events.len(), "each is kept once");
                assert!(heard.iter().all(|event| event.task.is_none() || event.applied_at.is_some()), "{heard:?}");
                assert_eq!(world.billing.given_up().await.expect("read"), []);
            }
        }
    }

    /// The worker dies after each half millisecond of its work, from the first call to the last row.
    async fn a_worker_can_die_at_any_point(db: TestDb) {
        let email = "reader@example.org";
        let world = World::new(db).await;
        let events = sign_up(&world, email).await;
        let member = world.proved(email).await;
        for step in 0..80_u64 {
            forget(&world).await;
            for event in &events {
                world.receive(event).await;
            }
            work_and_die(&world, Duration::from_micros(step * 500)).await;
            let half_done = world.billing.purchases(member).await.expect("read");
            assert_eq!(half_done.is_empty(), world.reads(member).await == '-', "all or nothing, after {step} steps");
            work_off(&world).await;
            assert_eq!(world.reads(member).await, 'p', "after {step} steps");
        }
    }
}
