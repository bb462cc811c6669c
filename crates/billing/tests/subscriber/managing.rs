//! What subscribers can do.

use billing::facts::Status;
use billing::{BillingError, Lasts, Off, Reason, Selling};
use reqwest::Method;
use stripe_sandbox::Config;

use crate::support::World;
use crate::support::truth::Api;

test_db::both! {
    async fn a_pause_skips_payments_and_goes_on_by_itself(db: TestDb) {
        let world = World::new(db).await;
        let member = world.subscribe("reader@example.org", 490).await;
        let id = world.purchase(member).await.id;
        world.told().await;
        assert!(world.billing.pause(member, &id, 4).await.is_err(), "three months at most");
        world.billing.pause(member, &id, 1).await.expect("paused");
        world.settle().await;
        assert_eq!(world.told().await, ["paused reader@example.org"]);
        assert!(!world.purchase(member).await.may_pause());
        world.days(30).await;
        assert_eq!(world.reads(member).await, 'p', "what is paid");
        world.days(2).await;
        assert_eq!(world.reads(member).await, '-', "then it rests");
        world.days(25).await;
        assert_eq!(world.reads(member).await, '-');
        assert_eq!(world.purchase(member).await.facts.payments.len(), 1);
        world.days(5).await;
        assert_eq!(world.told().await, ["resumed reader@example.org"]);
        assert_eq!(world.reads(member).await, 'p');
        assert_eq!(world.purchase(member).await.facts.payments.len(), 2);
    }

    async fn ending_a_pause_within_what_is_paid_costs_nothing(db: TestDb) {
        let world = World::new(db).await;
        let member = world.subscribe("reader@example.org", 490).await;
        let id = world.purchase(member).await.id;
        world.billing.pause(member, &id, 2).await.expect("paused");
        world.days(5).await;
        world.billing.end_pause(member, &id).await.expect("resumed");
        world.days(40).await;
        assert_eq!(world.reads(member).await, 'p');
        assert_eq!(world.purchase(member).await.facts.payments.len(), 2, "renewed as ever");
        assert!(matches!(world.billing.end_pause(member, &id).await, Err(BillingError::NotNow)));
    }

    async fn ending_a_pause_later_begins_a_paid_period(db: TestDb) {
        let world = World::new(db).await;
        let member = world.subscribe("reader@example.org", 490).await;
        let id = world.purchase(member).await.id;
        world.billing.pause(member, &id, 3).await.expect("paused");
        world.days(45).await;
        assert_eq!(world.reads(member).await, '-');
        world.billing.end_pause(member, &id).await.expect("resumed");
        world.settle().await;
        assert_eq!(world.reads(member).await, 'p');
        let facts = world.purchase(member).await.facts;
        assert_eq!((facts.payments.len(), facts.payments[1].amount), (2, 490));
        assert!(!facts.collection_paused);
        world.days(32).await;
        assert_eq!(world.purchase(member).await.facts.payments.len(), 3, "and goes on from there");
    }

    async fn no_pause_is_ended_without_paying(db: TestDb) {
        let world = World::new(db).await;
        let member = world.member("reader@example.org").await;
        let order = World::order(World::buyer(member, "reader@example.org"), world.price(490).await);
        let session = world.session(&order).await;
        world.sandbox.pay_checkout(&session, "pm_card_sandboxLaterChargesFail", None).expect("paid");
        world.settle().await;
        let id = world.purchase(member).await.id;
        world.billing.pause(member, &id, 2).await.expect("paused");
        world.days(40).await;
        assert!(world.billing.end_pause(member, &id).await.is_err(), "the card doesn't pay");
        world.settle().await;
        assert_eq!(world.reads(member).await, '-');
        assert!(world.purchase(member).await.facts.collection_paused, "the pause goes on");
    }

    async fn what_is_charged_next_is_what_stripe_says(db: TestDb) {
        let selling = Selling { stay_coupon: Some("STAY".to_owned()), ..Selling::default() };
        let world = World::selling(db, &Config::default(), false, selling).await;
        let api = Api::new(&world.stripe_address);
        let coupon = [("id", "STAY"), ("percent_off", "50"), ("duration", "repeating"), ("duration_in_months", "2")];
        api.call(Method::POST, "/v1/coupons", &coupon).await;
        let member = world.subscribe("reader@example.org", 490).await;
        let purchase = world.purchase(member).await;
        assert_eq!(world.billing.next_charge(&purchase).await.map(|next| next.minor), Some(490));

        let offer = world.billing.stay_offer(member, &purchase.id).await.expect("asked").expect("an offer");
        assert_eq!((offer.off, offer.lasts), (Off::Percent("50".parse().expect("a share")), Lasts::Months(2)));
        world.billing.take_stay_offer(member, &purchase.id).await.expect("taken");
        world.settle().await;
        assert_eq!(world.billing.next_charge(&purchase).await.map(|next| next.minor), Some(245));
        let detail = world.billing.detail(&purchase.id).await.expect("read");
        assert_eq!(detail.discount.map(|discount| discount.off), Some(Off::Percent("50".parse().expect("a share"))));
        assert_eq!(detail.card.map(|card| card.last4).as_deref(), Some("4242"));
        // Once, whatever becomes of it.
        world.days(100).await;
        assert_eq!(world.billing.stay_offer(member, &purchase.id).await.expect("asked"), None);
        assert!(matches!(world.billing.take_stay_offer(member, &purchase.id).await, Err(BillingError::NotNow)));
        assert_eq!(world.billing.next_charge(&world.purchase(member).await).await.map(|next| next.minor), Some(490));

        world.billing.leave(member, &purchase.id, Some(Reason::Unused)).await.expect("left");
        world.settle().await;
        assert_eq!(world.billing.next_charge(&world.purchase(member).await).await, None);
        let there = world.sandbox.object(&purchase.id).expect("a subscription");
        assert_eq!(there["cancellation_details"]["feedback"], "unused");
    }

    async fn a_cheaper_plan_leaves_credit(db: TestDb) {
        let world = World::new(db).await;
        let member = world.subscribe("supporter@example.org", 990).await;
        let id = world.purchase(member).await.id;
        world.days(10).await;
        let standard = world.price(490).await;
        let preview = world.billing.preview_change(member, &id, standard).await.expect("a preview");
        assert_eq!(preview.due.minor, 0);
        assert!((300..400).contains(&preview.credit.minor), "about two thirds of 5.00: {preview:?}");
        // Confirmed a quarter of an hour later, it is what was shown.
        world.sandbox.advance(std::time::Duration::from_mins(15)).await;
        world.billing.change_price(member, &id, standard, preview.at).await.expect("changed");
        world.settle().await;
        let next = world.billing.next_charge(&world.purchase(member).await).await.expect("a charge");
        assert_eq!(next.minor, 490 - preview.credit.minor);
        assert!(world.told().await.contains(&"changed supporter@example.org".to_owned()));
        // Much later, it must be shown anew.
        let supporter = world.price(990).await;
        let preview = world.billing.preview_change(member, &id, supporter).await.expect("a preview");
        world.sandbox.advance(std::time::Duration::from_hours(1)).await;
        let late = world.billing.change_price(member, &id, supporter, preview.at).await;
        assert!(matches!(late, Err(BillingError::Stale)), "{late:?}");
    }

    async fn a_promotion_link_takes_its_discount_along(db: TestDb) {
        let world = World::new(db).await;
        let api = Api::new(&world.stripe_address);
        let coupon = [("id", "SPRING"), ("amount_off", "100"), ("currency", "eur"), ("duration", "forever")];
        api.call(Method::POST, "/v1/coupons", &coupon).await;
        let code = [("promotion[type]", "coupon"), ("promotion[coupon]", "SPRING"), ("code", "SPRING26")];
        api.call(Method::POST, "/v1/promotion_codes", &code).await;
        let offer = world.billing.promotion("SPRING26").await.expect("asked").expect("an offer");
        assert_eq!(offer.lasts, Lasts::Forever);
        assert!(world.billing.promotion("NOTHING").await.expect("asked").is_none());

        let member = world.member("reader@example.org").await;
        let mut order = World::order(World::buyer(member, "reader@example.org"), world.price(490).await);
        order.code = Some("NOTHING".to_owned());
        assert!(matches!(world.billing.buy(&order).await, Err(BillingError::NoSuchCode)));
        order.code = Some("SPRING26".to_owned());
        let session = world.session(&order).await;
        assert_eq!(world.session(&order).await, session, "a second click goes on with it");
        world.pay(&session, None);
        world.settle().await;
        let purchase = world.purchase(member).await;
        assert_eq!(purchase.facts.payments[0].amount, 390);
        assert_eq!(world.billing.next_charge(&purchase).await.map(|next| next.minor), Some(390));
        assert!(world.billing.detail(&purchase.id).await.expect("read").discount.is_some());
    }

    async fn tax_is_in_the_price_or_comes_on_top(db: TestDb) {
        let config = Config { tax_hundredths: Some(1_900), ..Config::default() };
        let world = World::selling(db, &config, true, Selling::default()).await;
        let member = world.subscribe("reader@example.org", 490).await;
        let purchase = world.purchase(member).await;
        assert_eq!(purchase.facts.payments[0].amount, 490, "it is in the price");
        assert_eq!(world.billing.next_charge(&purchase).await.map(|next| next.minor), Some(490));

        let plans = crate::support::PLANS.replacen("every = \"month\"", "every = \"month\"\ntax = \"exclusive\"", 1);
        world.billing.import_plans(&plans).await.expect("plans");
        world.settle().await;
        let other = world.subscribe("other@example.org", 490).await;
        let purchase = world.purchase(other).await;
        assert_eq!(purchase.facts.payments[0].amount, 583, "4.90 and 19 per cent");
        assert_eq!(world.billing.next_charge(&purchase).await.map(|next| next.minor), Some(583));
        assert_eq!(purchase.facts.status, Status::Active);
    }
}
