//! What staff do and see: plans and prices, coupons, who pays what, what failed.

#[expect(dead_code, reason = "each test file uses a part")]
mod support;

use std::collections::BTreeSet;
use std::sync::Arc;

use billing::facts::Status;
use billing::{
    Billing, BillingError, Every, Lasts, Move, NewCoupon, Off, Plan, PlanText, SaleSearch, Stretch, Tax,
    Terms,
};
use kernel::{Clock as _, ManualClock, Money, PlanKey};
use reqwest::Method;
use support::World;
use support::truth::Api;
use uuid::Uuid;

const ALL: Stretch = Stretch { offset: 0, limit: 50 };

fn key(key: &str) -> PlanKey {
    key.parse().expect("a key")
}

fn plan(name: &str, text: &str) -> Plan {
    let text = PlanText {
        locale: "de".parse().expect("a tag"),
        name: text.to_owned(),
        description: String::new(),
        benefits: vec!["Alles".to_owned()],
    };
    Plan { key: key(name), texts: vec![text], includes: BTreeSet::new() }
}

fn terms(minor: i64, every: Every) -> Terms {
    let amount = Money::new(minor, "EUR".parse().expect("a currency"));
    Terms { amount, every, trial_days: 0, tax: Tax::Inclusive }
}

fn file(plans: &[(&str, &str, &str)]) -> String {
    let entry = |(key, name, amount): &(&str, &str, &str)| {
        format!(
            "[[plan]]\nkey = \"{key}\"\n[plan.texts]\nde = {{ name = \"{name}\", description = \"\" }}\n\
             [[plan.price]]\namount = \"{amount}\"\ncurrency = \"EUR\"\nevery = \"month\"\n"
        )
    };
    plans.iter().map(entry).collect()
}

fn billing(db: &test_db::TestDb) -> (Billing, Arc<ManualClock>) {
    let clock = ManualClock::at("2026-11-23T08:00:00Z".parse().expect("a time"));
    (Billing::new(db.connection().clone(), clock.clone()), clock)
}

/// Stripe's id of the price with this amount in EUR cents.
async fn stripe_price(world: &World, cents: i64) -> String {
    let id = world.price(cents).await;
    let plans = world.billing.kept_plans().await.expect("read");
    let kept = plans.into_iter().flat_map(|kept| kept.prices).find(|kept| kept.price.id == id);
    kept.and_then(|kept| kept.stripe).expect("pushed")
}

async fn offered(billing: &Billing, plan: &str) -> Vec<i64> {
    let prices = billing.offered_prices().await.expect("read");
    prices.iter().filter(|price| price.plan == key(plan)).map(|price| price.amount.minor).collect()
}

test_db::both! {
    async fn plans_are_made_described_and_ordered(db: TestDb) {
        let (billing, _) = billing(&db);
        for (name, text) in [("a", "A"), ("b", "B"), ("c", "C")] {
            billing.create_plan(&plan(name, text)).await.expect("made");
        }
        let again = billing.create_plan(&plan("a", "A")).await;
        assert!(matches!(again, Err(BillingError::PlanExists(_))));
        let nameless = billing.save_plan(&Plan { texts: vec![], ..plan("a", "A") }).await;
        assert!(matches!(nameless, Err(BillingError::Nameless)));
        for unknown in ["nowhere", "a"] {
            let includes = [key(unknown)].into();
            let refused = billing.save_plan(&Plan { includes, ..plan("a", "A") }).await;
            assert!(matches!(refused, Err(BillingError::NoSuchPlan(_))), "{unknown}");
        }
        billing.save_plan(&Plan { includes: [key("b"), key("c")].into(), ..plan("a", "A!") }).await.expect("saved");
        billing.move_plan(&key("a"), Move::Down).await.expect("moved");
        billing.move_plan(&key("c"), Move::Down).await.expect("it is the last already");
        let plans = billing.plans().await.expect("read");
        assert_eq!(plans.iter().map(|plan| plan.key.as_str()).collect::<Vec<_>>(), ["b", "a", "c"]);
        assert_eq!((plans[1].texts[0].name.as_str(), plans[1].includes.len()), ("A!", 2));
    }

    async fn another_price_takes_the_place_of_its_rival(db: TestDb) {
        let (billing, _) = billing(&db);
        billing.create_plan(&plan("a", "A")).await.expect("made");
        let offer = async |terms: Terms| billing.offer(&key("a"), &terms).await;
        let (month, replaced) = offer(terms(490, Every::Month)).await.expect("offered");
        assert!(replaced.is_empty());
        offer(terms(4_900, Every::Year)).await.expect("offered");
        offer(terms(250, Every::Pass { days: 7 })).await.expect("offered");
        offer(terms(900, Every::Pass { days: 30 })).await.expect("offered");
        let (_, replaced) = offer(terms(590, Every::Month)).await.expect("offered");
        assert_eq!(replaced, [month]);
        assert_eq!(offered(&billing, "a").await, [250, 590, 900, 4_900]);
        let (back, _) = offer(terms(490, Every::Month)).await.expect("offered");
        assert_eq!(back, month, "the same terms are the same price");
        billing.stop_offering(&key("a"), month).await.expect("stopped");
        assert_eq!(offered(&billing, "a").await, [250, 900, 4_900]);
        let other = billing.stop_offering(&key("b"), month).await;
        assert!(matches!(other, Err(BillingError::NoSuchPrice)));
        billing.stop_offering_plan(&key("a")).await.expect("stopped");
        assert!(offered(&billing, "a").await.is_empty());
        for wrong in [
            Terms { trial_days: 7, ..terms(1, Every::Pass { days: 1 }) },
            Terms { trial_days: 731, ..terms(1, Every::Year) },
            terms(1, Every::Pass { days: 0 }),
            terms(-1, Every::Month),
        ] {
            assert!(matches!(offer(wrong.clone()).await, Err(BillingError::Terms(_))), "{wrong:?}");
        }
    }

    /// The file and the page don't fight: a file is listened to where it says something new.
    async fn a_file_undoes_nothing_that_it_says_as_before(db: TestDb) {
        let (billing, _) = billing(&db);
        let text = file(&[("a", "A", "4.90"), ("b", "B", "9.90")]);
        billing.import_plans(&text).await.expect("good");
        billing.save_plan(&plan("a", "Anders")).await.expect("saved");
        billing.offer(&key("a"), &terms(590, Every::Month)).await.expect("offered");
        billing.move_plan(&key("a"), Move::Down).await.expect("moved");
        billing.create_plan(&plan("own", "Eigenes")).await.expect("made");
        billing.offer(&key("own"), &terms(100, Every::Month)).await.expect("offered");

        let saved = billing.import_plans(&text).await.expect("good");
        assert_eq!((saved.updated, saved.unchanged, saved.retired), (0, 2, 0));
        let plans = billing.plans().await.expect("read");
        assert_eq!(plans.iter().map(|plan| plan.key.as_str()).collect::<Vec<_>>(), ["b", "a", "own"]);
        assert_eq!(plans[1].texts[0].name, "Anders");
        assert_eq!(offered(&billing, "a").await, [590]);

        // What it says anew counts; what it no longer names isn't offered; what it never named stays.
        let saved = billing.import_plans(&file(&[("a", "Neu", "6.90")])).await.expect("good");
        assert_eq!((saved.updated, saved.retired), (1, 1));
        assert_eq!(offered(&billing, "a").await, [690]);
        assert!(offered(&billing, "b").await.is_empty());
        assert_eq!(offered(&billing, "own").await, [100]);

        // Staff may offer it again, and the file says nothing new of it.
        billing.offer(&key("b"), &terms(990, Every::Month)).await.expect("offered");
        billing.import_plans(&file(&[("a", "Neu", "6.90")])).await.expect("good");
        assert_eq!(offered(&billing, "b").await, [990]);
    }

    async fn those_who_pay_an_old_price_keep_it(db: TestDb) {
        let world = World::new(db).await;
        let old = world.price(490).await;
        let member = world.subscribe("old@example.org", 490).await;
        world.billing.offer(&key("standard"), &terms(690, Every::Month)).await.expect("offered");
        world.settle().await;
        world.days(40).await;
        assert_eq!(world.purchase(member).await.price, Some(old));
        let paid: Vec<i64> = world.purchase(member).await.facts.payments.iter().map(|paid| paid.amount).collect();
        assert_eq!(paid, [490, 490]);
        let plans = world.billing.kept_plans().await.expect("read");
        let standard = plans.iter().find(|kept| kept.plan.key == key("standard")).expect("there");
        let euros = |kept: &&billing::KeptPrice| kept.price.amount.currency.code() == "EUR" && kept.price.every == Every::Month;
        let shown: Vec<_> = standard.prices.iter().filter(euros).map(|kept| (kept.price.amount.minor, kept.price.offered, kept.payers, kept.stripe.is_some())).collect();
        assert_eq!(shown, [(690, true, 0, true), (490, false, 1, true)]);
        assert_eq!(world.billing.catalog_problem().await.expect("read"), None);
    }

    async fn coupons_are_made_used_counted_and_ended(db: TestDb) {
        let world = World::new(db).await;
        let api = Api::new(&world.stripe_address);
        let new = NewCoupon {
            id: Uuid::from_u128(1),
            name: "Herbst".to_owned(),
            off: Off::Percent("50".parse().expect("a share")),
            lasts: Lasts::Once,
            plans: [key("standard")].into(),
            most: Some(10),
            until: Some("2050-01-01T00:00:00Z".parse().expect("a time")),
            code: Some("herbst-26".parse().expect("a code")),
        };
        world.billing.create_coupon(&new).await.expect("made");
        let twice = NewCoupon { id: Uuid::from_u128(2), ..new.clone() };
        assert!(matches!(world.billing.create_coupon(&twice).await, Err(BillingError::CodeExists(_))));
        let unknown = NewCoupon { id: Uuid::from_u128(3), code: None, plans: [key("nowhere")].into(), ..new.clone() };
        assert!(matches!(world.billing.create_coupon(&unknown).await, Err(BillingError::NoSuchPlan(_))));

        let coupon = world.billing.coupons().await.expect("listed").pop().expect("one");
        assert_eq!((coupon.name.as_str(), coupon.off, coupon.lasts), ("Herbst", Some(new.off), Lasts::Once));
        assert_eq!((&coupon.plans, coupon.used, coupon.most, coupon.valid), (&new.plans, 0, Some(10), true));
        assert_eq!(coupon.codes[0].code, "HERBST-26");

        let code = coupon.codes[0].id.clone();
        let pays = async |email: &str, cents: i64| {
            let member = world.member(email).await;
            // Makes the customer; what is bought is bought past the page, which a person would fill in.
            world.session(&World::order(World::buyer(member, email), world.price(cents).await)).await;
            let customer = world.customers_at_stripe(&api).await.remove(0);
            let form = [("customer", customer.as_str())];
            let card = api.call(Method::POST, "/v1/payment_methods/pm_card_visa/attach", &form).await;
            let price = stripe_price(&world, cents).await;
            let form = [
                ("customer", customer.as_str()),
                ("items[0][price]", &price),
                ("default_payment_method", card["id"].as_str().expect("an id")),
                ("discounts[0][promotion_code]", &code),
            ];
            api.call(Method::POST, "/v1/subscriptions", &form).await;
            world.settle().await;
            world.purchase(member).await.facts.payments[0].amount
        };
        assert_eq!(pays("half@example.org", 490).await, 245);
        assert_eq!(pays("full@example.org", 990).await, 990, "it is for another plan");
        let coupon = world.billing.coupons().await.expect("listed").pop().expect("one");
        assert_eq!((coupon.used, coupon.codes[0].used), (2, 2));

        world.billing.end_code(&code).await.expect("ended");
        world.billing.end_coupon(&coupon.id).await.expect("ended");
        world.billing.end_coupon(&coupon.id).await.expect("again");
        assert!(world.billing.coupons().await.expect("listed").iter().all(|coupon| !coupon.valid));
    }

    async fn sales_are_found_and_failures_are_told(db: TestDb) {
        let world = World::new(db).await;
        let api = Api::new(&world.stripe_address);
        for (email, cents) in [("anna@example.org", 490), ("an_ton@example.org", 990), ("berta@example.org", 4_900)] {
            world.subscribe(email, cents).await;
        }
        let found = async |search: SaleSearch| {
            let sales = world.billing.sales(&search, ALL).await.expect("read");
            let mut emails: Vec<String> = sales.into_iter().map(|sale| sale.email).collect();
            emails.sort();
            emails
        };
        assert_eq!(found(SaleSearch::default()).await.len(), 3);
        assert_eq!(found(SaleSearch { email: " AN".to_owned(), ..SaleSearch::default() }).await, ["an_ton@example.org", "anna@example.org"]);
        assert_eq!(found(SaleSearch { email: "n_t".to_owned(), ..SaleSearch::default() }).await, ["an_ton@example.org"]);
        assert_eq!(found(SaleSearch { plan: Some(key("supporter")), ..SaleSearch::default() }).await, ["an_ton@example.org"]);
        assert_eq!(found(SaleSearch { status: Some(Status::Trialing), ..SaleSearch::default() }).await, ["berta@example.org"]);
        let page = Stretch { offset: 2, limit: 5 };
        assert_eq!(world.billing.sales(&SaleSearch::default(), page).await.expect("read").len(), 1);
        assert!(world.billing.failed_payments(ALL).await.expect("read").is_empty());

        let member = world.member("anna@example.org").await;
        let own = world.purchase(member).await;
        let path = "/v1/payment_methods/pm_card_chargeCustomerFail/attach";
        let card = api.call(Method::POST, path, &[("customer", &own.customer)]).await;
        let form = [("default_payment_method", card["id"].as_str().expect("an id"))];
        api.call(Method::POST, &format!("/v1/subscriptions/{}", own.id), &form).await;
        world.days(32).await;
        let failed = world.billing.failed_payments_of(member).await.expect("read");
        let first = failed.first().expect("a failure");
        assert_eq!((first.email.as_str(), first.amount.minor, first.member), ("anna@example.org", 490, Some(member)));
        assert!(!first.code.is_empty() && !first.message.is_empty(), "{first:?}");
        assert_eq!(first.invoice, "open");
        assert!(first.url.as_deref().is_some_and(|url| url.starts_with("http")), "{first:?}");
        assert_eq!(world.billing.failed_payments(ALL).await.expect("read").len(), failed.len());

        let events = world.billing.event_states(false, ALL).await.expect("read");
        assert!(events.len() > 10 && events.iter().all(|state| state.error.is_none()), "{events:?}");
        assert!(world.billing.event_states(true, ALL).await.expect("read").is_empty(), "all is done");
        assert!(world.clock.now() > first.at);
    }
}
