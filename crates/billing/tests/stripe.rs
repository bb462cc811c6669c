//! What members may read always agrees with what they have paid for: over HTTP against the
//! sandbox, in its time, on both databases.

#[expect(dead_code, reason = "each test file uses a part")]
mod support;

use billing::facts::Status;
use billing::rule::Why;
use billing::{Backlog, Because, Buyer, Next, Policy};
use kernel::Clock as _;
use stripe_sandbox::{Drop, Fault, FaultKind, Signature, Switches, Verdict};
use support::World;
use support::truth::Api;

test_db::both! {
    async fn who_pays_reads(db: TestDb) {
        let world = World::new(db).await;
        let member = world.subscribe("reader@example.org", 490).await;
        assert_eq!(world.reads(member).await, 'p');
        let purchase = world.purchase(member).await;
        assert_eq!(purchase.facts.status, Status::Active);
        assert_eq!(purchase.facts.payments.len(), 1);
        let invoices = world.billing.invoices(member).await.expect("read");
        assert_eq!(invoices.iter().map(|invoice| invoice.total.minor).collect::<Vec<_>>(), [490]);

        world.days(65).await;
        assert_eq!(world.reads(member).await, 'p', "renewed twice");
        assert_eq!(world.purchase(member).await.facts.payments.len(), 3);
        let stranger = world.member("stranger@example.org").await;
        assert_eq!(world.reads(stranger).await, '-');
    }

    async fn a_plan_that_includes_another_opens_both(db: TestDb) {
        let world = World::new(db).await;
        let member = world.subscribe("supporter@example.org", 990).await;
        assert_eq!(world.reads(member).await, 's');
    }

    async fn who_cancels_reads_to_the_end_of_the_period(db: TestDb) {
        let world = World::new(db).await;
        let member = world.subscribe("reader@example.org", 490).await;
        let id = world.purchase(member).await.id;
        world.billing.set_ending(member, &id, true).await.expect("cancelled");
        world.settle().await;
        world.days(30).await;
        assert_eq!(world.reads(member).await, 'p', "30 of January's 31 days");
        world.days(1).await;
        assert_eq!(world.reads(member).await, '-');
        assert_eq!(world.purchase(member).await.facts.status, Status::Canceled);
    }

    async fn who_changes_their_mind_reads_on(db: TestDb) {
        let world = World::new(db).await;
        let member = world.subscribe("reader@example.org", 490).await;
        let id = world.purchase(member).await.id;
        world.billing.set_ending(member, &id, true).await.expect("cancelled");
        world.days(3).await;
        world.billing.set_ending(member, &id, false).await.expect("resumed");
        world.days(40).await;
        assert_eq!(world.reads(member).await, 'p');
    }

    async fn changing_the_plan_settles_the_difference(db: TestDb) {
        let world = World::new(db).await;
        let member = world.subscribe("reader@example.org", 490).await;
        let id = world.purchase(member).await.id;
        world.days(15).await;
        let supporter = world.price(990).await;
        let preview = world.billing.preview_change(member, &id, supporter).await.expect("a preview");
        assert!((200..300).contains(&preview.due.minor), "about half a month's difference: {preview:?}");
        world.billing.change_price(member, &id, supporter, preview.at).await.expect("changed");
        world.settle().await;
        assert_eq!(world.reads(member).await, 's');
        let invoices = world.billing.invoices(member).await.expect("read");
        assert_eq!(invoices[0].total, preview.due, "what was shown is what was charged");
        let other = world.member("other@example.org").await;
        assert!(world.billing.set_ending(other, &id, true).await.is_err(), "only one's own");
    }

    async fn money_back_is_access_back(db: TestDb) {
        let world = World::new(db).await;
        let member = world.subscribe("reader@example.org", 490).await;
        let charge = world.purchase(member).await.facts.payments[0].charge.clone();
        let dispute = world.sandbox.open_dispute(&charge, "fraudulent").expect("a dispute");
        world.settle().await;
        assert_eq!(world.reads(member).await, '-', "disputed");
        world.sandbox.close_dispute(&dispute, Verdict::Won).expect("won");
        world.settle().await;
        assert_eq!(world.reads(member).await, 'p', "won");
    }

    async fn a_pass_lasts_its_days(db: TestDb) {
        let world = World::new(db).await;
        let member = world.subscribe("reader@example.org", 250).await;
        assert_eq!(world.purchase(member).await.facts.status, Status::Once);
        assert_eq!(world.reads(member).await, 'p');
        world.days(6).await;
        assert_eq!(world.reads(member).await, 'p');
        world.days(1).await;
        assert_eq!(world.reads(member).await, '-');
    }

    async fn nobody_subscribes_twice(db: TestDb) {
        let world = World::new(db).await;
        let member = world.member("reader@example.org").await;
        let buyer = World::buyer(member, "reader@example.org");
        let order = World::order(buyer.clone(), world.price(490).await);
        // Eight tabs at once.
        let clicks = (0..8).map(|_| {
            let (billing, order) = (world.billing.clone(), order.clone());
            tokio::spawn(async move { billing.buy(&order).await.expect("a checkout") })
        });
        let mut pages = Vec::new();
        for click in clicks.collect::<Vec<_>>() {
            pages.push(click.await.expect("no panic"));
        }
        assert!(pages.windows(2).all(|pair| pair[0] == pair[1]), "one page for all: {pages:?}");
        // Another price takes the first page back.
        let first = world.session(&order).await;
        let yearly = World::order(buyer.clone(), world.price(4_900).await);
        let second = world.session(&yearly).await;
        assert_ne!(first, second);
        assert!(world.sandbox.pay_checkout(&first, "pm_card_visa", None).is_err(), "taken back");
        world.pay(&second, None);
        // Paid, and nobody has told us yet: the next click waits for the truth.
        assert!(matches!(world.billing.buy(&order).await.expect("an answer"), Next::Wait(_)));
        world.settle().await;
        assert_eq!(world.billing.buy(&order).await.expect("an answer"), Next::Subscribed);
        assert_eq!(world.billing.purchases(member).await.expect("read").len(), 1);
    }

    async fn a_visitor_pays_first_and_proves_the_address_later(db: TestDb) {
        let world = World::new(db).await;
        let visitor = Buyer::Visitor("a hash".to_owned());
        let order = World::order(visitor, world.price(490).await);
        let session = world.session(&order).await;
        world.pay(&session, Some("New@Example.org"));
        world.settle().await;
        let member = world.member("new@example.org").await;
        assert_eq!(world.reads(member).await, '-', "an address alone proves nothing");
        assert!(world.billing.adopt(member, &"new@example.org".parse().expect("an address")).await.expect("adopted"));
        world.settle().await;
        assert_eq!(world.reads(member).await, 'p');
    }

    async fn two_customers_with_one_address_pay_once(db: TestDb) {
        let world = World::new(db).await;
        let member = world.subscribe("reader@example.org", 490).await;
        let order = World::order(Buyer::Visitor("a hash".to_owned()), world.price(490).await);
        let session = world.session(&order).await;
        world.pay(&session, Some("reader@example.org"));
        world.settle().await;
        let address = "reader@example.org".parse().expect("an address");
        world.billing.adopt(member, &address).await.expect("adopted");
        world.settle().await;
        let purchases = world.billing.purchases(member).await.expect("read");
        let live: Vec<_> = purchases.iter().filter(|purchase| purchase.facts.status.is_live()).collect();
        assert_eq!(live.len(), 1, "{purchases:?}");
        let ended = purchases.iter().find(|purchase| !purchase.facts.status.is_live()).expect("the second");
        assert!(ended.facts.payments.iter().all(billing::facts::Payment::is_refunded), "{ended:?}");
        assert_eq!(world.reads(member).await, 'p');
    }

    async fn the_past_can_be_explained(db: TestDb) {
        let world = World::new(db).await;
        let before = world.clock.now();
        let member = world.subscribe("reader@example.org", 490).await;
        let id = world.purchase(member).await.id;
        let reading = world.clock.now();
        world.billing.set_ending(member, &id, true).await.expect("cancelled");
        world.days(10).await;
        let ending = world.clock.now();
        world.days(40).await;
        let after = world.clock.now();
        let counted = async |at| {
            let claims = world.billing.claims(member, at).await.expect("read");
            claims.iter().map(|claim| (claim.counted, claim.because)).collect::<Vec<_>>()
        };
        let day_before = before.checked_sub(jiff::SignedDuration::from_hours(24)).expect("in range");
        assert_eq!(counted(day_before).await, []);
        assert_eq!(counted(reading).await, [(true, Because::Rule(Why::Paid))]);
        assert_eq!(counted(ending).await, [(true, Because::Rule(Why::Ending))]);
        assert_eq!(counted(after).await, [(false, Because::Rule(Why::Over))]);
    }

    /// What holds now says nothing of then: other rules, other plans, grants taken back.
    async fn the_past_is_judged_by_what_held_then(db: TestDb) {
        let world = World::new(db).await;
        let hours = jiff::SignedDuration::from_hours;
        let member = world.member("reader@example.org").await;
        let supporter = "supporter".parse().expect("a key");
        let grant = async |from, until| {
            world.billing.grant(member, &supporter, from, until, "prize").await.expect("granted")
        };
        let before = world.clock.now();
        world.sandbox.advance(std::time::Duration::from_hours(1)).await;
        let running = grant(world.clock.now(), None).await;
        let to_come = grant(world.clock.now() + hours(240), Some(world.clock.now() + hours(480))).await;
        world.sandbox.advance(std::time::Duration::from_hours(1)).await;
        let given = world.clock.now();
        world.sandbox.advance(std::time::Duration::from_hours(1)).await;
        let plans = world.billing.plans().await.expect("read");
        let mut alone = plans.into_iter().find(|plan| plan.key == supporter).expect("there");
        alone.includes.clear();
        world.billing.save_plan(&alone).await.expect("saved");
        let by_itself = world.clock.now();
        world.sandbox.advance(std::time::Duration::from_hours(1)).await;
        world.billing.revoke(running).await.expect("revoked");
        world.billing.revoke(to_come).await.expect("revoked");
        let revoked = world.clock.now();

        let held = async |at| {
            let claims = world.billing.claims(member, at).await.expect("read");
            let reach = kernel::access::Standing::Member(billing::held_by(&claims, at)).reach(at);
            let plans: Vec<String> = reach.plans().map(ToString::to_string).collect();
            (plans, claims.iter().map(|claim| claim.because).collect::<Vec<_>>())
        };
        let nothing: Vec<String> = vec![];
        assert_eq!(held(before).await, (nothing.clone(), vec![]));
        let both = vec!["standard".to_owned(), "supporter".to_owned()];
        assert_eq!(held(given).await, (both, vec![Because::Given, Because::NotYet]));
        assert_eq!(held(by_itself).await, (vec!["supporter".to_owned()], vec![Because::Given, Because::NotYet]));
        assert_eq!(held(revoked).await, (nothing, vec![Because::Revoked, Because::Revoked]));
    }

    async fn the_grace_of_that_time_counts(db: TestDb) {
        let world = World::new(db).await;
        let strict = world.with_policy(Policy { past_due_grace: jiff::SignedDuration::ZERO });
        let api = Api::new(&world.stripe_address);
        let member = world.subscribe("reader@example.org", 490).await;
        let own = world.purchase(member).await;
        let path = "/v1/payment_methods/pm_card_chargeCustomerFail/attach";
        let card = api.call(reqwest::Method::POST, path, &[("customer", &own.customer)]).await;
        let form = [("default_payment_method", card["id"].as_str().expect("an id"))];
        api.call(reqwest::Method::POST, &format!("/v1/subscriptions/{}", own.id), &form).await;
        world.days(33).await;
        let lenient = world.clock.now();
        world.sandbox.advance(std::time::Duration::from_hours(1)).await;
        strict.apply_rule().await.expect("computed anew");
        let later = world.clock.now();
        for billing in [&world.billing, &strict] {
            let because = async |at| billing.claims(member, at).await.expect("read")[0].because;
            assert_eq!(because(lenient).await, Because::Rule(Why::Grace), "as it was then");
            assert_eq!(because(later).await, Because::Rule(Why::GraceOver));
        }
    }

    async fn messages_that_arent_stripes_are_refused(db: TestDb) {
        let world = World::new(db).await;
        let wrong = [
            Switches { signature: Signature::Wrong, ..Switches::default() },
            Switches { signature: Signature::Missing, ..Switches::default() },
            Switches { signature: Signature::Shifted(600), ..Switches::default() },
            Switches { signature: Signature::Shifted(-600), ..Switches::default() },
            Switches { livemode: true, ..Switches::default() },
            Switches { alter_body: true, ..Switches::default() },
        ];
        for (index, switches) in wrong.into_iter().enumerate() {
            world.sandbox.set_switches(switches.clone());
            let member = world.subscribe(&format!("reader{index}@example.org"), 490).await;
            assert_eq!(world.reads(member).await, '-', "{switches:?}");
        }
        world.sandbox.set_switches(Switches { signature: Signature::Shifted(290), ..Switches::default() });
        let member = world.subscribe("reader@example.org", 490).await;
        assert_eq!(world.reads(member).await, 'p', "within the tolerance");
    }

    async fn what_stripe_cant_do_now_is_done_later(db: TestDb) {
        let world = World::new(db).await;
        let order = World::order(Buyer::Visitor("a hash".to_owned()), world.price(490).await);
        let session = world.session(&order).await;
        world.sandbox.add_fault(Fault { method: None, path: "/v1/".to_owned(), calls: 10_000, kind: FaultKind::ServerError });
        world.pay(&session, Some("reader@example.org"));
        world.settle().await;
        let member = world.member("reader@example.org").await;
        let address = "reader@example.org".parse().expect("an address");
        assert!(!world.billing.adopt(member, &address).await.expect("asked"), "nothing could be fetched");
        // Given up after some tries, one a day here, and shown; then replayed.
        world.days(10).await;
        let given_up = world.billing.given_up().await.expect("read");
        assert!(!given_up.is_empty() && given_up.iter().all(|task| task.error.contains("500")), "{given_up:?}");
        let backlog = world.billing.backlog().await.expect("counted");
        assert_eq!(usize::try_from(backlog.given_up), Ok(given_up.len()));
        world.sandbox.clear_faults();
        for task in given_up {
            world.billing.replay(&task.task).await.expect("asked");
        }
        world.settle().await;
        world.billing.adopt(member, &address).await.expect("adopted");
        world.settle().await;
        assert_eq!(world.reads(member).await, 'p');
        assert_eq!(world.billing.given_up().await.expect("read"), []);
        assert_eq!(world.billing.backlog().await.expect("counted"), Backlog { waiting: 0, given_up: 0 });
    }

    async fn lost_messages_are_found_again(db: TestDb) {
        let world = World::new(db).await;
        world.sandbox.set_switches(Switches { drop: Drop::Everything, ..Switches::default() });
        let member = world.subscribe("reader@example.org", 490).await;
        assert_eq!(world.reads(member).await, '-', "nothing was heard");
        assert!(world.billing.catch_up().await.expect("asked") > 0);
        world.settle().await;
        assert_eq!(world.reads(member).await, 'p');
        assert_eq!(world.billing.catch_up().await.expect("asked"), 0, "once is enough");

        let id = world.purchase(member).await.id;
        world.billing.set_ending(member, &id, true).await.expect("cancelled");
        world.days(40).await;
        let reconciled = world.billing.reconcile(&|_| {}).await.expect("reconciled");
        assert_eq!(reconciled.customers, 1);
        assert_eq!(world.reads(member).await, '-');
    }
}
