//! What is kept about a member can be taken away by them, and is gone when they go.

use billing::{Buyer, Next};
use reqwest::Method;
use sea_orm::{ConnectionTrait, Statement};
use stripe_sandbox::{Fault, FaultKind};

use crate::support::World;

/// All of the database that could name somebody, as one text.
async fn everything(world: &World) -> String {
    let db = world.db.connection();
    let mut text = String::new();
    for (table, columns) in [
        ("stripe_customer", "id || ' ' || email"),
        ("checkout", "buyer || ' ' || return_to || ' ' || coalesce(customer, '')"),
        ("purchase", "facts"),
        ("purchase_history", "facts"),
        ("invoice", "coalesce(url, '')"),
        ("stripe_event", "coalesce(task, '')"),
    ] {
        let sql = format!("SELECT {columns} AS text FROM {table}");
        let rows =
            db.query_all_raw(Statement::from_string(db.get_database_backend(), sql)).await.expect("read");
        for row in rows {
            text.push_str(&row.try_get::<String>("", "text").expect("a text"));
            text.push('\n');
        }
    }
    text
}

test_db::both! {
    async fn an_export_holds_all_that_is_kept(db: TestDb) {
        let world = World::new(db).await;
        let email = "reader@example.org";
        let member = world.subscribe(email, 490).await;
        world.subscribe("other@example.org", 990).await;
        let export = serde_json::to_value(world.billing.export(member).await.expect("read")).expect("JSON");
        assert_eq!(export["customers"][0]["email"], email);
        assert_eq!(export["purchases"].as_array().map(Vec::len), Some(1));
        assert_eq!(export["purchases"][0]["facts"]["payments"][0]["amount"], 490);
        assert!(export["history"].as_array().is_some_and(|history| !history.is_empty()), "{export:#}");
        assert_eq!(export["invoices"][0]["total"]["minor"], 490, "{export:#}");
        assert_eq!(export["checkouts"][0]["return_to"], "/de/eine-geschichte");
        assert!(!export.to_string().contains("other@example.org"));
    }

    async fn who_goes_is_forgotten_even_while_stripe_is_down(db: TestDb) {
        let world = World::new(db).await;
        let email = "reader@example.org";
        let member = world.subscribe(email, 490).await;
        // Another purchase, from before they had an account.
        let order = World::order(Buyer::Visitor("one".to_owned()), world.price(990).await);
        let session = world.session(&order).await;
        world.pay(&session, Some(email));
        world.settle().await;
        world.billing.adopt(member, &email.parse().expect("an address")).await.expect("adopted");
        world.sandbox.add_fault(Fault { method: None, path: "/v1/".to_owned(), calls: 100_000, kind: FaultKind::ServerError });
        world.billing.erase(member).await.expect("erased");
        world.accounts.erase(member).await.expect("erased");
        world.settle().await;
        let kept = everything(&world).await;
        assert!(!kept.contains(email) && !kept.contains("geschichte") && !kept.contains("http"), "{kept}");
        assert!(!kept.contains(&member.to_string()), "{kept}");
        world.sandbox.clear_faults();
        world.days(2).await;
        let live = world.api().list("/v1/subscriptions?status=active&limit=100").await;
        assert_eq!(live.len(), 0, "nothing is charged any more");
        assert!(world.customers_at_stripe(&world.api()).await.is_empty(), "Stripe knows nobody");
        // Looking at everything afresh brings nothing back; the books still add up.
        world.billing.reconcile(&|_| {}).await.expect("compared");
        let kept = everything(&world).await;
        assert!(!kept.contains(email) && !kept.contains("http"), "{kept}");
        let db = world.db.connection();
        let invoices = Statement::from_string(db.get_database_backend(), "SELECT id FROM invoice WHERE total > 0");
        assert!(!db.query_all_raw(invoices).await.expect("read").is_empty(), "invoices are kept");
        // Whoever signs in with that address later is somebody new.
        let new = world.proved(email).await;
        assert!(!world.billing.adopt(new, &email.parse().expect("an address")).await.expect("asked"));
        let order = World::order(World::buyer(new, email), world.price(490).await);
        assert!(matches!(world.billing.buy(&order).await.expect("an answer"), Next::Pay(_)));
    }

    async fn ways_to_the_payment_page_are_forgotten(db: TestDb) {
        let world = World::new(db).await;
        world.subscribe("reader@example.org", 490).await;
        let order = World::order(Buyer::Visitor("turned-back".to_owned()), world.price(490).await);
        let session = world.session(&order).await;
        world.api().call(Method::POST, &format!("/v1/checkout/sessions/{session}/expire"), &[]).await;
        world.settle().await;
        assert_eq!(world.billing.sweep().await.expect("swept"), 0, "too soon");
        world.days(31).await;
        assert_eq!(world.billing.sweep().await.expect("swept"), 2);
        assert!(!everything(&world).await.contains("geschichte"));
    }
}
