//! What is told, and what isn't.

use billing::Notice;
use reqwest::Method;
use test_db::TestDb;

use crate::support::World;
use crate::support::truth::Api;

test_db::both! {
    async fn a_subscription_is_told_from_welcome_to_its_end(db: TestDb) {
        let world = World::new(db).await;
        let member = world.subscribe("reader@example.org", 490).await;
        assert_eq!(world.told().await, ["welcome reader@example.org"]);
        world.days(35).await;
        assert!(world.told().await.is_empty(), "monthly renewals aren't news");
        let id = world.purchase(member).await.id;
        world.billing.leave(member, &id, None).await.expect("left");
        world.settle().await;
        assert_eq!(world.told().await, ["cancelled reader@example.org"]);
        world.billing.set_ending(member, &id, false).await.expect("kept");
        world.settle().await;
        assert_eq!(world.told().await, ["kept reader@example.org"]);
        world.days(1).await;
        world.billing.leave(member, &id, None).await.expect("left again");
        world.settle().await;
        assert_eq!(world.told().await, ["cancelled reader@example.org"], "each time anew");
        world.days(40).await;
        assert!(world.told().await.is_empty(), "the end was told");
    }

    async fn a_visitor_is_told_in_the_language_of_the_checkout(db: TestDb) {
        let world = World::new(db).await;
        let buyer = billing::Buyer::Visitor("browser".to_owned());
        let session = world.session(&World::order(buyer, world.price(490).await)).await;
        world.pay(&session, Some("new@example.org"));
        world.settle().await;
        let due = world.billing.notices_due(10).await.expect("read");
        let [due] = due.as_slice() else { panic!("one notice: {due:?}") };
        assert_eq!(due.to.member, None);
        assert_eq!(due.to.email.as_ref().map(kernel::Email::as_str), Some("new@example.org"));
        assert_eq!(due.to.locale.as_ref().map(kernel::Locale::as_str), Some("de"));
    }

    async fn nothing_is_told_of_the_past(db: TestDb) {
        let world = World::new(db).await;
        let member = world.subscribe("reader@example.org", 490).await;
        let id = world.purchase(member).await.id;
        world.days(40).await;
        world.billing.leave(member, &id, None).await.expect("left");
        world.settle().await;
        // Another database learns of it all, long afterwards.
        let other = world.with_database(TestDb::sqlite().await).await;
        other.days(1).await;
        other.billing.reconcile(&|_| {}).await.expect("reconciled");
        other.settle().await;
        assert!(!other.customers_at_stripe(&Api::new(&other.stripe_address)).await.is_empty());
        assert!(other.told().await.is_empty());
    }

    async fn a_notice_is_told_by_one_worker(db: TestDb) {
        let world = World::new(db).await;
        world.subscribe("reader@example.org", 490).await;
        let due = world.billing.notices_due(10).await.expect("read");
        let id = due[0].id;
        let telling = world.billing.begin_telling(id).await.expect("begun").expect("waiting");
        drop(telling);
        let again = world.billing.begin_telling(id).await.expect("begun").expect("waiting: it was rolled back");
        again.commit().await.expect("told");
        assert!(world.billing.begin_telling(id).await.expect("asked").is_none());
        assert!(world.billing.notices_due(10).await.expect("read").is_empty());
    }

    async fn a_failed_payment_is_told_with_the_way_to_pay_it(db: TestDb) {
        let world = World::new(db).await;
        let member = world.member("reader@example.org").await;
        let order = World::order(World::buyer(member, "reader@example.org"), world.price(490).await);
        let session = world.session(&order).await;
        world.sandbox.pay_checkout(&session, "pm_card_sandboxLaterChargesFail", None).expect("paid");
        world.settle().await;
        world.told().await;
        world.days(32).await;
        let due = world.billing.notices_due(10).await.expect("read");
        let [due] = due.as_slice() else { panic!("one notice: {due:?}") };
        let Notice::PaymentFailed { amount, pay_url, reads_until, .. } = &due.notice else { panic!("{due:?}") };
        assert_eq!(amount.map(|amount| amount.minor), Some(490));
        assert!(pay_url.as_ref().is_some_and(|url| url.starts_with("http")), "{pay_url:?}");
        assert!(*reads_until > world.clock.now());
        assert_eq!(world.told().await, ["payment-failed reader@example.org"]);
        world.days(60).await;
        assert_eq!(world.told().await, ["lapsed reader@example.org"], "no word for each retry");
    }

    async fn refunds_are_told_once_each(db: TestDb) {
        let world = World::new(db).await;
        let member = world.subscribe("reader@example.org", 490).await;
        world.told().await;
        let charge = world.purchase(member).await.facts.payments[0].charge.clone();
        let api = Api::new(&world.stripe_address);
        for amount in ["100", "390"] {
            api.call(Method::POST, "/v1/refunds", &[("charge", &charge), ("amount", amount)]).await;
            world.settle().await;
            assert_eq!(world.told().await, ["refunded reader@example.org"]);
        }
        world.billing.reconcile(&|_| {}).await.expect("reconciled");
        world.settle().await;
        assert!(world.told().await.is_empty());
    }

    async fn trials_and_yearly_renewals_are_told_ahead(db: TestDb) {
        let world = World::new(db).await;
        world.subscribe("reader@example.org", 4_900).await;
        assert_eq!(world.told().await, ["welcome reader@example.org"]);
        world.days(10).await;
        assert!(world.told().await.is_empty());
        world.days(2).await;
        assert_eq!(world.told().await, ["trial-ending reader@example.org"]);
        world.days(320).await;
        assert!(world.told().await.is_empty(), "too early");
        world.days(20).await;
        let due = {
            world.billing.foresee().await.expect("foreseen");
            world.billing.notices_due(10).await.expect("read")
        };
        let [due] = due.as_slice() else { panic!("one notice: {due:?}") };
        let Notice::Renewal { at, amount, .. } = &due.notice else { panic!("{due:?}") };
        let ahead = at.duration_since(world.clock.now()).as_hours() / 24;
        assert!((20..=30).contains(&ahead), "{ahead} days ahead");
        assert_eq!(amount.map(|amount| amount.minor), Some(4_900));
        assert_eq!(world.told().await, ["renewal reader@example.org"]);
        world.days(5).await;
        assert!(world.told().await.is_empty(), "once a period");
    }

    async fn who_has_cancelled_is_told_of_no_renewal(db: TestDb) {
        let world = World::new(db).await;
        let member = world.subscribe("reader@example.org", 9_900).await;
        let id = world.purchase(member).await.id;
        world.billing.leave(member, &id, None).await.expect("left");
        world.settle().await;
        world.told().await;
        world.days(350).await;
        assert!(world.told().await.is_empty());
    }

    async fn a_card_that_will_not_last_is_told_in_time(db: TestDb) {
        let world = World::new(db).await;
        let member = world.member("reader@example.org").await;
        let order = World::order(World::buyer(member, "reader@example.org"), world.price(490).await);
        let session = world.session(&order).await;
        world.sandbox.pay_checkout(&session, "pm_card_sandboxExpiresSoon", None).expect("paid");
        world.settle().await;
        let id = world.purchase(member).await.id;
        let card = world.billing.detail(&id).await.expect("read").card.expect("a card");
        assert_eq!(card.brand, "visa");
        let mut told = Vec::new();
        for _ in 0..70 {
            world.days(1).await;
            told.extend(world.told().await.into_iter().filter(|told| told.starts_with("card")));
        }
        assert_eq!(told, ["card-expiring reader@example.org"]);
    }
}
