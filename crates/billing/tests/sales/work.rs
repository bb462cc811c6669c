//! What a worker does: also while Stripe is slow, in a burst, and when it was gone.

use std::time::{Duration, Instant};

use billing::Buyer;
use reqwest::Method;
use serde_json::json;
use stripe_sandbox::{Drop, Fault, FaultKind, Switches};
use tokio_util::sync::CancellationToken;

use crate::support::World;

/// Waits until a member reads this; five seconds are allowed.
async fn until_reads(world: &World, member: kernel::MemberId, wanted: char) {
    let began = Instant::now();
    while world.reads(member).await != wanted {
        assert!(began.elapsed() < Duration::from_secs(5), "it took more than five seconds");
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
}

fn hang(path: &str, calls: u32, seconds: u32) -> Fault {
    Fault { method: Some("GET".to_owned()), path: path.to_owned(), calls, kind: FaultKind::Hang(seconds) }
}

test_db::both! {
    async fn a_payment_heard_of_late_opens_without_signing_in_again(db: TestDb) {
        let world = World::new(db).await;
        let member = world.proved("Reader@example.org").await;
        world.sandbox.set_switches(Switches { drop: Drop::Everything, ..Switches::default() });
        let order = World::order(Buyer::Visitor("one".to_owned()), world.price(490).await);
        let session = world.session(&order).await;
        world.pay(&session, Some("reader@Example.org"));
        world.settle().await;
        assert_eq!(world.reads(member).await, '-', "nothing was heard");
        world.billing.catch_up().await.expect("asked");
        world.settle().await;
        assert_eq!(world.reads(member).await, 'p', "the address is a proved member's");
        // One that staff made, and that nobody has signed in as, proves nothing.
        let made = world.member("made@example.org").await;
        let order = World::order(Buyer::Visitor("two".to_owned()), world.price(490).await);
        let session = world.session(&order).await;
        world.pay(&session, Some("made@example.org"));
        world.billing.catch_up().await.expect("asked");
        world.settle().await;
        assert_eq!(world.reads(made).await, '-');
    }

    async fn one_slow_call_holds_up_nobody_else(db: TestDb) {
        let world = World::new(db).await;
        let member = world.subscribe("reader@example.org", 490).await;
        let purchase = world.purchase(member).await;
        let slow = world.subscribe("slow@example.org", 490).await;
        let slow = world.purchase(slow).await;
        let cancel = CancellationToken::new();
        let worker = tokio::spawn(world.billing.clone().work(cancel.clone()));
        tokio::time::sleep(Duration::from_millis(500)).await;
        world.sandbox.add_fault(hang(&format!("/v1/customers/{}", slow.customer), 1, 8));
        world.billing.replay(&format!("customer:{}", slow.customer)).await.expect("asked");
        tokio::time::sleep(Duration::from_millis(200)).await;
        let charge = &purchase.facts.payments[0].charge;
        world.sandbox.open_dispute(charge, "fraudulent").expect("a dispute");
        until_reads(&world, member, '-').await;
        cancel.cancel();
        worker.await.expect("no panic");
    }

    async fn a_burst_of_renewals_holds_up_no_revocation(db: TestDb) {
        let world = World::new(db).await;
        let member = world.subscribe("reader@example.org", 490).await;
        let purchase = world.purchase(member).await;
        // Renewals of customers with whom each look takes a second.
        for index in 0..200 {
            let id = format!("cus_slow{index}");
            world.sandbox.add_fault(hang(&format!("/v1/customers/{id}"), 1, 1));
            let renewed = json!({
                "id": format!("evt_{index}"), "type": "invoice.paid", "created": 1, "livemode": false,
                "data": { "object": { "id": "in_1", "object": "invoice", "customer": id, "billing_reason": "subscription_cycle" } },
            });
            world.receive(&renewed).await;
        }
        let cancel = CancellationToken::new();
        let worker = tokio::spawn(world.billing.clone().work(cancel.clone()));
        tokio::time::sleep(Duration::from_millis(300)).await;
        world.sandbox.open_dispute(&purchase.facts.payments[0].charge, "fraudulent").expect("a dispute");
        until_reads(&world, member, '-').await;
        cancel.cancel();
        worker.await.expect("no panic");
    }

    async fn what_changed_in_secret_is_found_within_the_hour(db: TestDb) {
        let world = World::new(db).await;
        let member = world.subscribe("reader@example.org", 490).await;
        let quiet = world.subscribe("quiet@example.org", 490).await;
        world.sandbox.set_switches(Switches { drop: Drop::Everything, ..Switches::default() });
        let before = world.purchase(member).await;
        // Renewed, and nothing was heard: whose renewal is due is looked at.
        world.sandbox.advance(Duration::from_hours(24 * 31 + 2)).await;
        assert!(world.billing.compare_some().await.expect("asked") >= 2);
        world.settle().await;
        assert_eq!(world.purchase(member).await.facts.payments.len(), before.facts.payments.len() + 1);
        // Whoever isn't due is looked at once a day.
        for member in [member, quiet] {
            let id = world.purchase(member).await.id;
            world.api().call(Method::DELETE, &format!("/v1/subscriptions/{id}"), &[]).await;
        }
        world.sandbox.advance(Duration::from_hours(24 * 10)).await;
        for _ in 0..24 {
            world.billing.compare_some().await.expect("asked");
            world.settle().await;
        }
        assert_eq!((world.reads(member).await, world.reads(quiet).await), ('-', '-'));
    }

    async fn a_comparison_counts_what_it_repairs_and_what_it_cannot(db: TestDb) {
        let world = World::new(db).await;
        let mut members = Vec::new();
        for index in 0..3 {
            members.push(world.subscribe(&format!("reader{index}@example.org"), 490).await);
        }
        world.sandbox.set_switches(Switches { drop: Drop::Everything, ..Switches::default() });
        let changed = world.purchase(members[0]).await;
        world.api().call(Method::DELETE, &format!("/v1/subscriptions/{}", changed.id), &[]).await;
        let broken = world.purchase(members[1]).await;
        let path = format!("/v1/customers/{}", broken.customer);
        world.sandbox.add_fault(Fault { method: None, path, calls: 100, kind: FaultKind::ServerError });
        let seen = std::sync::Mutex::new(Vec::new());
        let reconciled = world.billing.reconcile(&|far| seen.lock().expect("one").push((far.done, far.total))).await;
        let reconciled = reconciled.expect("compared");
        assert_eq!((reconciled.customers, reconciled.repaired, reconciled.failed), (3, 1, 1));
        assert_eq!(seen.lock().expect("one").as_slice(), [(0, 3), (3, 3)]);
        assert_eq!(world.reads(members[0]).await, '-');
    }
}
