//! What goes back takes away what it paid for, and no more; and a change of the rule reaches what
//! was written down before.

use billing::facts::Status;
use billing::rule::Why;
use billing::{Because, Policy};
use jiff::SignedDuration;
use reqwest::Method;
use stripe_sandbox::Verdict;

use crate::support::World;

test_db::both! {
    async fn a_lost_dispute_takes_only_what_it_paid_for(db: TestDb) {
        let world = World::new(db).await;
        let member = world.subscribe("reader@example.org", 490).await;
        let charge = world.purchase(member).await.facts.payments[0].charge.clone();
        let dispute = world.sandbox.open_dispute(&charge, "fraudulent").expect("a dispute");
        world.settle().await;
        assert_eq!(world.reads(member).await, '-', "disputed");
        world.sandbox.close_dispute(&dispute, Verdict::Lost).expect("lost");
        world.settle().await;
        assert_eq!(world.reads(member).await, '-', "lost");
        world.days(32).await;
        assert_eq!(world.purchase(member).await.facts.payments.len(), 2, "renewed and paid");
        assert_eq!(world.reads(member).await, 'p');
    }

    async fn refunding_a_difference_leaves_the_period_paid(db: TestDb) {
        let world = World::new(db).await;
        let member = world.subscribe("reader@example.org", 490).await;
        let id = world.purchase(member).await.id;
        world.days(15).await;
        world.billing.change_price(member, &id, world.price(990).await, world.clock.now()).await.expect("changed");
        world.settle().await;
        let payments = world.purchase(member).await.facts.payments;
        let [period, difference] = payments.as_slice() else { panic!("two payments: {payments:?}") };
        assert!(difference.difference && !period.difference);
        let refund = async |charge: &str| {
            let form = [("charge", charge)];
            world.api().call(Method::POST, "/v1/refunds", &form).await;
            world.settle().await;
        };
        refund(&difference.charge).await;
        assert_eq!(world.reads(member).await, 's', "the month is still paid");
        refund(&period.charge).await;
        assert_eq!(world.reads(member).await, '-');
    }

    async fn another_grace_counts_for_those_who_are_late_already(db: TestDb) {
        let world = World::new(db).await;
        let member = world.proved("reader@example.org").await;
        let order = World::order(World::buyer(member, "reader@example.org"), world.price(490).await);
        let session = world.session(&order).await;
        world.sandbox.pay_checkout(&session, "pm_card_sandboxLaterChargesFail", None).expect("paid");
        world.settle().await;
        world.days(31 + 4).await;
        assert_eq!(world.purchase(member).await.facts.status, Status::PastDue);
        assert_eq!(world.reads(member).await, 'p');
        let before = world.clock.now();
        world.sandbox.advance(std::time::Duration::from_mins(1)).await;

        let strict = Policy { past_due_grace: SignedDuration::from_hours(24) };
        let billing = world.billing.clone().with_stripe(world.stripe.clone(), strict);
        assert_eq!(billing.apply_rule().await.expect("computed"), 1);
        assert_eq!(billing.apply_rule().await.expect("computed"), 0, "once is enough");
        assert_eq!(world.reads(member).await, '-', "a day of grace is over");

        // The past is explained by the rule that was in force.
        let because = async |at| billing.claims(member, at).await.expect("read")[0].because;
        assert_eq!(because(before).await, Because::Rule(Why::Grace));
        assert_eq!(because(world.clock.now()).await, Because::Rule(Why::GraceOver));

        // A look at Stripe that finds nothing new computes anew too.
        let customer = world.purchase(member).await.customer;
        world.billing.replay(&format!("customer:{customer}")).await.expect("asked");
        world.settle().await;
        assert_eq!(world.reads(member).await, 'p', "seven days again");
    }
}
