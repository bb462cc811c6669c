//! Ending contracts without signing in.

use billing::facts::Status;
use billing::{Declarant, Declaration, DeclarationKind, Declared, NotDeclared, Proof};
use kernel::MemberId;

use crate::support::World;

fn declaration(kind: DeclarationKind, email: &str, contract: &str) -> Declaration {
    Declaration {
        kind,
        name: "A. Leserin".to_owned(),
        email: email.parse().expect("an address"),
        contract: contract.to_owned(),
        cause: None,
        ends_on: None,
        locale: "de".parse().expect("a tag"),
    }
}

/// Declares, with secrets made of `salt`.
async fn declare(
    world: &World,
    declaration: &Declaration,
    member: Option<MemberId>,
    salt: &str,
) -> Result<Declared, NotDeclared> {
    let declarant = Declarant {
        member,
        signed_in: false,
        network: salt,
        receipt: &format!("receipt {salt}"),
        proof: &format!("proof {salt}"),
        proof_url: "https://news.example/de/declared/proof?token=",
    };
    let declared = world.billing.declare(declaration, &declarant).await;
    world.settle().await;
    declared
}

test_db::both! {
    async fn an_address_alone_ends_nothing_until_it_is_proved(db: TestDb) {
        let world = World::new(db).await;
        let member = world.subscribe("reader@example.org", 490).await;
        world.told().await;
        let wanted = declaration(DeclarationKind::Cancel, "reader@example.org", "mein Abo");
        let declared = declare(&world, &wanted, Some(member), "1").await.expect("taken");
        assert_eq!(world.told().await, ["declared reader@example.org"], "the receipt");
        assert_eq!(world.purchase(member).await.facts.cancel_at, None);
        assert_eq!(world.billing.receipt("receipt 1").await.expect("read").as_ref(), Some(&declared));
        assert_eq!(world.billing.receipt("proof 1").await.expect("read"), None, "the two secrets differ");
        assert_eq!(world.billing.prove("receipt 1").await.expect("read"), None);

        assert!(matches!(world.billing.peek_proof("proof 1").await.expect("read"), Some(Proof::Open(_))));
        world.settle().await;
        assert_eq!(world.purchase(member).await.facts.cancel_at, None, "looking changes nothing");
        world.billing.prove("proof 1").await.expect("proved").expect("known");
        world.settle().await;
        let facts = world.purchase(member).await.facts;
        assert_eq!(facts.cancel_at, Some(facts.period.until));
        assert_eq!(world.told().await, ["cancelled reader@example.org"]);
        assert!(matches!(world.billing.peek_proof("proof 1").await.expect("read"), Some(Proof::Given(_))));
        let states = world.billing.declarations(10).await.expect("read");
        assert_eq!((states[0].state.as_str(), states[0].open), ("done", false));
        assert_eq!(states[0].ended, [world.purchase(member).await.id]);
    }

    async fn the_number_of_an_invoice_proves_enough(db: TestDb) {
        let world = World::new(db).await;
        let member = world.subscribe("reader@example.org", 490).await;
        let number = world.billing.invoices(member).await.expect("read")[0].number.clone().expect("a number");
        // Somebody else's number is worth nothing.
        world.subscribe("other@example.org", 490).await;
        let other = declaration(DeclarationKind::Cancel, "other@example.org", &format!("Rechnung {number}"));
        declare(&world, &other, None, "1").await.expect("taken");
        let wanted = declaration(DeclarationKind::Cancel, "reader@example.org", &format!("Rechnung {number}."));
        declare(&world, &wanted, Some(member), "2").await.expect("taken");
        assert!(world.purchase(member).await.facts.cancel_at.is_some());
        let states = world.billing.declarations(10).await.expect("read");
        let state = |email: &str| {
            let of = |state: &&billing::DeclarationState| state.declared.declaration.email.as_str() == email;
            states.iter().find(of).expect("there").state.clone()
        };
        assert_eq!((state("reader@example.org").as_str(), state("other@example.org").as_str()), ("done", "unproved"));
        // Who declares it again hears when it ends, though nothing changes.
        world.told().await;
        let end = world.purchase(member).await.facts.cancel_at;
        declare(&world, &wanted, Some(member), "3").await.expect("taken");
        let mut told = world.told().await;
        told.sort();
        assert_eq!(told, ["cancelled reader@example.org", "declared reader@example.org"]);
        assert_eq!(world.purchase(member).await.facts.cancel_at, end);
    }

    async fn a_later_day_is_kept_to(db: TestDb) {
        let world = World::new(db).await;
        let member = world.subscribe("reader@example.org", 490).await;
        let id = world.purchase(member).await.id;
        let until = world.purchase(member).await.facts.period.until;
        let day = until.to_zoned_datetime(jiff::tz::TimeZone::UTC).date().tomorrow().expect("a day");
        let wanted = Declaration { ends_on: Some(day), ..declaration(DeclarationKind::Cancel, "reader@example.org", &id) };
        declare(&world, &wanted, Some(member), "1").await.expect("taken");
        let end = world.purchase(member).await.facts.cancel_at.expect("an end");
        assert!(end > until, "{end} is after {until}");
        world.days(40).await;
        assert_eq!(world.reads(member).await, 'p');
        world.days(25).await;
        assert_eq!(world.reads(member).await, '-');
        assert_eq!(world.purchase(member).await.facts.payments.len(), 2, "no part of a period is charged");
    }

    async fn a_withdrawal_in_time_gives_everything_back(db: TestDb) {
        let world = World::new(db).await;
        let member = world.subscribe("reader@example.org", 490).await;
        let id = world.purchase(member).await.id;
        world.days(13).await;
        world.told().await;
        let wanted = declaration(DeclarationKind::Withdraw, "reader@example.org", &id);
        declare(&world, &wanted, Some(member), "1").await.expect("taken");
        assert_eq!(world.reads(member).await, '-');
        let facts = world.purchase(member).await.facts;
        assert_eq!((facts.status, facts.payments[0].refunded), (Status::Canceled, 490));
        let mut told = world.told().await;
        told.sort();
        assert_eq!(told, ["cancelled reader@example.org", "declared reader@example.org", "refunded reader@example.org"]);
        // Once more finds nothing.
        declare(&world, &wanted, Some(member), "2").await.expect("taken");
        assert_eq!(world.purchase(member).await.facts.payments[0].refunded, 490);
        assert!(world.told().await.contains(&"unmatched reader@example.org".to_owned()));
    }

    async fn a_pass_can_be_withdrawn_from_too(db: TestDb) {
        let world = World::new(db).await;
        let member = world.subscribe("reader@example.org", 250).await;
        let wanted = declaration(DeclarationKind::Withdraw, "reader@example.org", "Zeitpass");
        declare(&world, &wanted, Some(member), "1").await.expect("taken");
        world.billing.prove("proof 1").await.expect("proved").expect("known");
        world.settle().await;
        assert_eq!(world.reads(member).await, '-');
        assert_eq!(world.purchase(member).await.facts.payments[0].refunded, 250);
    }

    async fn a_late_withdrawal_is_for_somebody_to_look_at(db: TestDb) {
        let world = World::new(db).await;
        let member = world.subscribe("reader@example.org", 490).await;
        let id = world.purchase(member).await.id;
        world.days(17).await;
        world.told().await;
        let wanted = declaration(DeclarationKind::Withdraw, "reader@example.org", &id);
        let declared = declare(&world, &wanted, Some(member), "1").await.expect("taken");
        assert_eq!(world.reads(member).await, 'p');
        let mut told = world.told().await;
        told.sort();
        assert_eq!(told, ["declared reader@example.org", "too-late reader@example.org"]);
        let states = world.billing.declarations(10).await.expect("read");
        assert_eq!((states[0].state.as_str(), states[0].open), ("late", true));
        assert!(world.billing.settle_declaration(declared.id).await.expect("settled"));
        assert!(!world.billing.settle_declaration(declared.id).await.expect("asked"), "once");
        assert!(!world.billing.declarations(10).await.expect("read")[0].open);
    }

    async fn what_belongs_to_nobody_ends_nothing_and_says_nothing(db: TestDb) {
        let world = World::new(db).await;
        world.subscribe("reader@example.org", 490).await;
        world.told().await;
        let wanted = declaration(DeclarationKind::Cancel, "nobody@example.org", "mein Abo");
        declare(&world, &wanted, None, "1").await.expect("taken");
        assert_eq!(world.told().await, ["declared nobody@example.org"], "the same receipt");
        world.billing.prove("proof 1").await.expect("proved").expect("known");
        world.settle().await;
        assert_eq!(world.told().await, ["unmatched nobody@example.org"]);
        world.days(20).await;
        let wanted = declaration(DeclarationKind::Cancel, "late@example.org", "mein Abo");
        declare(&world, &wanted, None, "2").await.expect("taken");
        world.days(15).await;
        assert_eq!(world.billing.prove("proof 2").await.expect("asked"), None, "the link is too old");
    }

    async fn limits_hold(db: TestDb) {
        let world = World::new(db).await;
        let wanted = declaration(DeclarationKind::Cancel, "often@example.org", "mein Abo");
        for n in 0..5 {
            declare(&world, &wanted, None, &n.to_string()).await.expect("taken");
        }
        assert!(matches!(declare(&world, &wanted, None, "5").await, Err(NotDeclared::TooMany)));
        let other = declaration(DeclarationKind::Cancel, "other@example.org", "mein Abo");
        declare(&world, &other, None, "6").await.expect("another address");
        world.sandbox.advance(std::time::Duration::from_mins(61)).await;
        declare(&world, &wanted, None, "7").await.expect("an hour later");
    }
}
