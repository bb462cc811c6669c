//! Which messages are believed, and what becomes of them.

use billing::{NotReceived, Received, Stripe, StripeSettings};
use serde_json::{Value, json};
use stripe_sandbox::{Drop, Switches};

use crate::support::{SECRET, World, signature};

fn event(id: &str, kind: &str) -> Value {
    json!({
        "id": id,
        "object": "event",
        "api_version": billing::api_version(),
        "created": 1_767_603_600,
        "livemode": false,
        "type": kind,
        "data": { "object": { "id": "xyz_1", "object": "xyz", "customer": "cus_1" } },
    })
}

/// The same site with other settings.
fn with(world: &World, change: impl FnOnce(&mut StripeSettings)) -> billing::Billing {
    let mut settings = StripeSettings {
        secret_key: "sk_test_of_the_tests".to_owned(),
        api_base: Some(world.stripe_address.parse().expect("a URL")),
        account: None,
        webhook_secrets: vec![SECRET.to_owned()],
        automatic_tax: false,
    };
    change(&mut settings);
    let stripe = Stripe::new(settings).expect("settings");
    world.billing.clone().with_stripe(stripe, world.billing.policy())
}

async fn receive(billing: &billing::Billing, world: &World, event: &Value) -> Result<Received, NotReceived> {
    let body = event.to_string();
    let signature = signature(SECRET, world.clock.now().as_second(), &body);
    billing.receive(&signature, body.as_bytes()).await
}

test_db::both! {
    async fn unknown_types_are_kept_and_acknowledged(db: TestDb) {
        let world = World::new(db).await;
        for kind in ["zebra.crossed", "radar.early_fraud_warning.created", "v2.core.thing"] {
            let event = event(kind, kind);
            assert_eq!(world.try_receive(&event).await.expect("acknowledged"), Received::Kept);
            assert_eq!(world.try_receive(&event).await.expect("acknowledged"), Received::Known);
        }
        let kept = world.billing.events(10).await.expect("read");
        let kept: Vec<_> = kept.iter().filter(|event| event.kind.contains('.') && event.task.is_none()).collect();
        assert!(kept.iter().any(|event| event.kind == "zebra.crossed" && event.applied_at.is_none()), "{kept:?}");
    }

    async fn of_an_event_the_version_is_kept(db: TestDb) {
        let world = World::new(db).await;
        let mut old = event("evt_old", "zebra.crossed");
        old["api_version"] = json!("2019-02-11");
        world.receive(&old).await;
        let kept = world.billing.events(1).await.expect("read").remove(0);
        assert_eq!(kept.api_version.as_deref(), Some("2019-02-11"));
        assert_ne!(kept.api_version, Some(billing::api_version()));
    }

    async fn the_other_mode_is_refused_both_ways(db: TestDb) {
        let world = World::new(db).await;
        let live = with(&world, |settings| "rk_live_of_the_tests".clone_into(&mut settings.secret_key));
        for (billing, livemode) in [(&world.billing, true), (&live, false)] {
            let mut event = event("evt_mode", "customer.updated");
            event["livemode"] = json!(livemode);
            let refused = receive(billing, &world, &event).await;
            assert!(matches!(refused, Err(NotReceived::OtherMode)), "{livemode}: {refused:?}");
            event["livemode"] = json!(!livemode);
            event["id"] = json!(format!("evt_{livemode}"));
            assert_eq!(receive(billing, &world, &event).await.expect("taken"), Received::Queued);
        }
    }

    async fn another_account_is_refused(db: TestDb) {
        let world = World::new(db).await;
        let mine = with(&world, |settings| settings.account = Some("acct_mine".to_owned()));
        let mut event = event("evt_account", "customer.updated");
        event["account"] = json!("acct_theirs");
        for billing in [&world.billing, &mine] {
            let refused = receive(billing, &world, &event).await;
            assert!(matches!(refused, Err(NotReceived::OtherAccount)), "{refused:?}");
        }
        event["account"] = json!("acct_mine");
        assert_eq!(receive(&mine, &world, &event).await.expect("taken"), Received::Queued);
    }

    async fn what_is_no_event_is_refused(db: TestDb) {
        let world = World::new(db).await;
        for nonsense in [json!([]), json!({}), json!({ "id": 5 }), json!({ "id": "evt", "type": "a.b" })] {
            let refused = world.try_receive(&nonsense).await;
            assert!(matches!(refused, Err(NotReceived::Malformed(_))), "{nonsense}: {refused:?}");
        }
        assert!(world.billing.events(10).await.expect("read").iter().all(|event| event.id.starts_with("evt_")));
    }

    /// The site's own clock is wrong by ten minutes: messages are refused, and fetched all the same.
    async fn a_wrong_clock_delays_and_loses_nothing(db: TestDb) {
        let world = World::new(db).await;
        for (index, wrong) in [-600, 600].into_iter().enumerate() {
            let skewed = world.skewed(wrong);
            world.sandbox.set_switches(Switches { drop: Drop::Everything, ..Switches::default() });
            let email = format!("reader{index}@example.org");
            let member = world.subscribe(&email, 490).await;
            assert_eq!(world.reads(member).await, '-');
            let events = world.sandbox.events();
            let last = events.last().expect("an event");
            let body = last.to_string();
            let signature = signature(SECRET, world.clock.now().as_second(), &body);
            let refused = skewed.receive(&signature, body.as_bytes()).await;
            assert!(matches!(refused, Err(NotReceived::NotSigned(_))), "{refused:?}");
            assert!(skewed.catch_up().await.expect("asked") > 0);
            skewed.work_off().await.expect("done");
            // Whichever clock looks: ten minutes don't matter.
            for clock in [&world.billing, &skewed] {
                let purchase = clock.purchases(member).await.expect("read").remove(0);
                assert_eq!(purchase.facts.payments.len(), 1);
            }
            world.sandbox.advance(std::time::Duration::from_mins(15)).await;
            assert_eq!(world.reads(member).await, 'p');
        }
    }
}
