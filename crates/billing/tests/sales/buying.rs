//! However somebody buys, they pay once and get what they paid for.

use billing::facts::Status;
use billing::{Buyer, Next, Order};
use reqwest::Method;
use stripe_sandbox::{Drop, Switches};

use crate::support::World;

fn visitor(browser: &str) -> Buyer {
    Buyer::Visitor(browser.to_owned())
}

/// Enters a code that takes everything off, as the payer does.
async fn apply_full_discount(world: &World, session: &str) {
    let api = world.api();
    let coupon = api.call(Method::POST, "/v1/coupons", &[("percent_off", "100"), ("duration", "once")]).await;
    let coupon = coupon["id"].as_str().expect("an id");
    let code = [("promotion[type]", "coupon"), ("promotion[coupon]", coupon), ("code", "FREE")];
    api.call(Method::POST, "/v1/promotion_codes", &code).await;
    api.page(&format!("/c/pay/{session}"), &[("action", "apply"), ("promotion_code", "FREE")]).await;
}

async fn open_sessions(world: &World) -> usize {
    world.api().list("/v1/checkout/sessions?status=open&limit=100").await.len()
}

/// Several requests at once; what came of each.
async fn at_once(world: &World, orders: Vec<Order>) -> Vec<Next> {
    let clicks: Vec<_> = orders
        .into_iter()
        .map(|order| {
            let billing = world.billing.clone();
            tokio::spawn(async move { billing.buy(&order).await.expect("a way on") })
        })
        .collect();
    let mut ways = Vec::new();
    for click in clicks {
        ways.push(click.await.expect("no panic"));
    }
    ways
}

test_db::both! {
    async fn who_was_deleted_at_stripe_buys_again(db: TestDb) {
        let world = World::new(db).await;
        let member = world.subscribe("reader@example.org", 490).await;
        for heard_of in [true, false] {
            if !heard_of {
                world.sandbox.set_switches(Switches { drop: Drop::Everything, ..Switches::default() });
            }
            let purchases = world.billing.purchases(member).await.expect("read");
            let live = purchases.iter().find(|purchase| purchase.facts.status.is_live()).expect("one");
            world.api().call(Method::DELETE, &format!("/v1/customers/{}", live.customer), &[]).await;
            if heard_of {
                world.settle().await;
            } else {
                // All we know is that it ended.
                world.sandbox.settle().await;
                let ended = live.customer.clone();
                world.billing.replay(&format!("customer:{ended}")).await.expect("asked");
                world.settle().await;
            }
            assert_eq!(world.reads(member).await, '-');
            assert!(world.billing.portal(member, &"de".parse().expect("a tag"), "http://x.example").await.is_err());
            let order = World::order(World::buyer(member, "reader@example.org"), world.price(490).await);
            let session = world.session(&order).await;
            world.pay(&session, None);
            world.billing.catch_up().await.expect("asked");
            world.settle().await;
            assert_eq!(world.reads(member).await, 'p', "heard of: {heard_of}");
            assert!(world.billing.portal(member, &"de".parse().expect("a tag"), "http://x.example").await.is_ok());
        }
    }

    /// The customer was deleted while the member was on the way; nothing has told us.
    async fn a_customer_deleted_in_secret_is_replaced_at_once(db: TestDb) {
        let world = World::new(db).await;
        let member = world.member("reader@example.org").await;
        let order = World::order(World::buyer(member, "reader@example.org"), world.price(490).await);
        world.session(&order).await;
        world.settle().await;
        world.sandbox.set_switches(Switches { drop: Drop::Everything, ..Switches::default() });
        let customers = world.customers_at_stripe(&world.api()).await;
        world.api().call(Method::DELETE, &format!("/v1/customers/{}", customers[0]), &[]).await;
        let other = World::order(World::buyer(member, "reader@example.org"), world.price(4_900).await);
        let session = world.session(&other).await;
        world.pay(&session, None);
        world.billing.catch_up().await.expect("asked");
        world.settle().await;
        assert_eq!(world.reads(member).await, 'p');
    }

    async fn a_visitor_who_has_paid_is_not_charged_again(db: TestDb) {
        let world = World::new(db).await;
        let order = World::order(visitor("one"), world.price(490).await);
        let session = world.session(&order).await;
        world.pay(&session, Some("new@example.org"));
        world.settle().await;
        // Paid and written down, and nobody has proved whose it is.
        for cents in [490, 990, 250] {
            let again = World::order(visitor("one"), world.price(cents).await);
            let next = world.billing.buy(&again).await.expect("an answer");
            assert!(matches!(next, Next::Wait(_)), "{next:?}");
        }
        assert_eq!(open_sessions(&world).await, 0);
        // Another browser is somebody else.
        let other = World::order(visitor("two"), world.price(490).await);
        assert!(matches!(world.billing.buy(&other).await.expect("an answer"), Next::Pay(_)));
        // When it is over they may buy again.
        let member = world.proved("new@example.org").await;
        world.billing.adopt(member, &"new@example.org".parse().expect("an address")).await.expect("adopted");
        let id = world.purchase(member).await.id;
        world.billing.set_ending(member, &id, true).await.expect("cancelled");
        world.days(40).await;
        assert!(matches!(world.billing.buy(&order).await.expect("an answer"), Next::Pay(_)));
    }

    async fn tabs_of_two_articles_get_one_page(db: TestDb) {
        let world = World::new(db).await;
        let member = world.member("reader@example.org").await;
        for buyer in [visitor("one"), World::buyer(member, "reader@example.org")] {
            let price = world.price(490).await;
            let orders = (0..8).map(|article| {
                let mut order = World::order(buyer.clone(), price);
                order.return_to = format!("/de/geschichte-{article}");
                order.cancel_url = format!("https://news.example/de/subscribe?return_to=%2Fde%2Fgeschichte-{article}");
                order
            });
            let ways = at_once(&world, orders.collect()).await;
            assert!(ways.iter().all(|way| *way == ways[0] && matches!(way, Next::Pay(_))), "{ways:?}");
        }
        assert_eq!(open_sessions(&world).await, 2, "one a buyer");
    }

    async fn tabs_of_several_prices_leave_one_page_that_can_be_paid(db: TestDb) {
        let world = World::new(db).await;
        let mut orders = Vec::new();
        for cents in [490, 4_900, 990, 490] {
            orders.push(World::order(visitor("one"), world.price(cents).await));
        }
        let ways = at_once(&world, orders).await;
        assert!(ways.iter().all(|way| matches!(way, Next::Pay(_))), "{ways:?}");
        let open = world.api().list("/v1/checkout/sessions?status=open&limit=100").await;
        assert_eq!(open.len(), 1, "{open:?}");
    }

    async fn a_pass_that_a_code_makes_free_lasts_its_days(db: TestDb) {
        let world = World::new(db).await;
        let member = world.proved("reader@example.org").await;
        let order = World::order(World::buyer(member, "reader@example.org"), world.price(250).await);
        let session = world.session(&order).await;
        apply_full_discount(&world, &session).await;
        // The page stays open for a while; what counts is when it is paid.
        world.sandbox.advance(std::time::Duration::from_hours(20)).await;
        world.pay(&session, None);
        world.settle().await;
        let purchase = world.purchase(member).await;
        assert_eq!((purchase.facts.status, purchase.facts.payments.len()), (Status::Once, 0));
        assert_eq!(world.reads(member).await, 'p');
        let invoices = world.billing.invoices(member).await.expect("read");
        assert_eq!(invoices.iter().map(|invoice| invoice.total.minor).collect::<Vec<_>>(), [0]);
        world.days(6).await;
        assert_eq!(world.reads(member).await, 'p', "seven days from when it was bought");
        world.days(1).await;
        assert_eq!(world.reads(member).await, '-');
    }

    async fn a_pass_has_an_invoice_and_is_not_sold_twice(db: TestDb) {
        let world = World::new(db).await;
        let member = world.subscribe("reader@example.org", 250).await;
        let invoices = world.billing.invoices(member).await.expect("read");
        assert_eq!(invoices.iter().map(|invoice| invoice.total.minor).collect::<Vec<_>>(), [250]);
        let buyer = World::buyer(member, "reader@example.org");
        let again = World::order(buyer.clone(), world.price(250).await);
        assert_eq!(world.billing.buy(&again).await.expect("an answer"), Next::Subscribed, "while it lasts");
        let subscription = World::order(buyer, world.price(490).await);
        assert!(matches!(world.billing.buy(&subscription).await.expect("an answer"), Next::Pay(_)));
        world.days(8).await;
        assert!(matches!(world.billing.buy(&again).await.expect("an answer"), Next::Pay(_)));
    }

    async fn a_trial_is_had_once(db: TestDb) {
        let world = World::new(db).await;
        let member = world.subscribe("reader@example.org", 4_900).await;
        let first = world.purchase(member).await;
        assert_eq!(first.facts.status, Status::Trialing);
        world.billing.set_ending(member, &first.id, true).await.expect("cancelled");
        world.days(20).await;
        assert_eq!(world.reads(member).await, '-');
        let order = World::order(World::buyer(member, "reader@example.org"), world.price(4_900).await);
        let session = world.session(&order).await;
        world.pay(&session, None);
        world.settle().await;
        let again = world.billing.purchases(member).await.expect("read").remove(0);
        assert_eq!((again.facts.status, again.facts.payments.len()), (Status::Active, 1), "paid at once");
    }

    async fn a_stranger_with_a_known_address_has_no_second_trial(db: TestDb) {
        let world = World::new(db).await;
        for (browser, left) in [("one", 1), ("two", 1), ("three", 1)] {
            let order = World::order(visitor(browser), world.price(4_900).await);
            let session = world.session(&order).await;
            world.pay(&session, Some("Sly@Example.org"));
            world.settle().await;
            let member = world.member("owner-of-nothing@example.org").await;
            assert_eq!(world.reads(member).await, '-');
            let trials = world.api().list("/v1/subscriptions?status=trialing&limit=100").await;
            assert_eq!(trials.len(), left, "after browser {browser}");
        }
        // The same browser isn't even offered one.
        let order = World::order(visitor("one"), world.price(4_900).await);
        assert!(matches!(world.billing.buy(&order).await.expect("an answer"), Next::Wait(_)));
    }

    /// Newsletters, donations: what else is sold over the same account is none of our business.
    async fn what_is_none_of_our_plans_hinders_nothing(db: TestDb) {
        let world = World::new(db).await;
        let member = world.member("reader@example.org").await;
        let order = World::order(World::buyer(member, "reader@example.org"), world.price(490).await);
        world.session(&order).await;
        world.settle().await;
        let api = world.api();
        let customer = world.customers_at_stripe(&api).await.remove(0);
        let price = [("unit_amount", "500"), ("currency", "eur"), ("recurring[interval]", "month"), ("product_data[name]", "Donation")];
        let price = api.call(Method::POST, "/v1/prices", &price).await;
        let method = api.call(Method::POST, "/v1/payment_methods/pm_card_visa/attach", &[("customer", &customer)]).await;
        let donation = [
            ("customer", customer.as_str()),
            ("items[0][price]", price["id"].as_str().expect("an id")),
            ("default_payment_method", method["id"].as_str().expect("an id")),
        ];
        let donation = api.call(Method::POST, "/v1/subscriptions", &donation).await;
        assert_eq!(donation["status"], "active", "{donation}");
        world.settle().await;
        assert_eq!(world.reads(member).await, '-');
        let session = world.session(&order).await;
        world.pay(&session, None);
        world.settle().await;
        assert_eq!(world.reads(member).await, 'p');
        let active = api.list("/v1/subscriptions?status=active&limit=100").await;
        assert_eq!(active.len(), 2, "both go on");
    }
}
