//! Of two subscriptions the better one stays, and what was paid twice comes back.

use billing::Buyer;
use billing::facts::Status;
use stripe_sandbox::{Config, FinalState};

use crate::support::World;

/// Another subscription with the address of a member, from a browser that isn't signed in.
async fn buy_unseen(world: &World, browser: &str, email: &str, cents: i64) {
    let order = World::order(Buyer::Visitor(browser.to_owned()), world.price(cents).await);
    let session = world.session(&order).await;
    world.pay(&session, Some(email));
    world.settle().await;
}

test_db::both! {
    async fn what_is_paid_stays_when_the_older_one_is_unpaid(db: TestDb) {
        let config = Config { final_state: FinalState::Unpaid, ..Config::default() };
        let world = World::with_config(db, &config).await;
        let email = "reader@example.org";
        let member = world.proved(email).await;
        let order = World::order(World::buyer(member, email), world.price(490).await);
        let session = world.session(&order).await;
        world.sandbox.pay_checkout(&session, "pm_card_sandboxLaterChargesFail", None).expect("paid");
        world.settle().await;
        world.days(60).await;
        let old = world.purchase(member).await;
        assert_eq!(old.facts.status, Status::Unpaid);
        buy_unseen(&world, "one", email, 490).await;
        let purchases = world.billing.purchases(member).await.expect("read");
        let by = |id: &str| purchases.iter().find(|purchase| purchase.id == id).expect("known");
        assert_eq!(by(&old.id).facts.status, Status::Canceled, "{purchases:#?}");
        let new = purchases.iter().find(|purchase| purchase.id != old.id).expect("a second");
        assert_eq!(new.facts.status, Status::Active);
        assert!(purchases.iter().flat_map(|purchase| &purchase.facts.payments).all(|payment| payment.refunded == 0));
        assert_eq!(world.reads(member).await, 'p');
    }

    async fn only_what_was_paid_twice_is_given_back(db: TestDb) {
        let world = World::new(db).await;
        let email = "reader@example.org";
        let member = world.proved(email).await;
        let order = World::order(World::buyer(member, email), world.price(490).await);
        let session = world.session(&order).await;
        world.pay(&session, None);
        world.settle().await;
        world.days(40).await;
        let old = world.purchase(member).await;
        assert_eq!(old.facts.payments.len(), 2);
        // The better plan, bought without signing in.
        buy_unseen(&world, "one", email, 990).await;
        let purchases = world.billing.purchases(member).await.expect("read");
        let by = |id: &str| purchases.iter().find(|purchase| purchase.id == id).expect("known");
        let ended = by(&old.id);
        assert_eq!(ended.facts.status, Status::Canceled);
        assert_eq!(ended.facts.payments[0].refunded, 0, "a month that was read");
        let back = ended.facts.payments[1].refunded;
        assert!((300..400).contains(&back), "the rest of the second month: {back}");
        assert_eq!(world.reads(member).await, 's');
    }

    async fn a_second_trial_that_is_live_costs_nothing_and_ends(db: TestDb) {
        let world = World::new(db).await;
        let email = "reader@example.org";
        let member = world.proved(email).await;
        let order = World::order(World::buyer(member, email), world.price(4_900).await);
        let session = world.session(&order).await;
        world.pay(&session, None);
        world.settle().await;
        buy_unseen(&world, "one", email, 4_900).await;
        let purchases = world.billing.purchases(member).await.expect("read");
        let live = purchases.iter().filter(|purchase| purchase.facts.status.is_live()).count();
        assert_eq!((purchases.len(), live), (2, 1), "{purchases:#?}");
        world.days(30).await;
        let charges = world.api().list("/v1/charges?limit=100").await;
        assert_eq!(charges.len(), 1, "one of them was paid after its trial");
    }
}
