//! The queue: joined to a transaction, captured in a demo, forgotten, swept.

mod common;

use std::sync::Arc;

use common::{Fixture, mail};
use jiff::SignedDuration;
use mail::{Courier, MailError, Mailbox, Transport};
use sea_orm::TransactionTrait;

test_db::both! {
    async fn mail_shares_the_fate_of_its_transaction(db: TestDb) {
        let (office, mailbox) = (Fixture::new(db), Arc::new(Mailbox::default()));
        let courier = office.courier(Transport::captured(mailbox.clone()));
        let lost = office.db.connection().begin().await.expect("begun");
        office.mailroom.enqueue(&lost, mail("lost")).await.expect("queued");
        lost.rollback().await.expect("rolled back");
        let kept = office.db.connection().begin().await.expect("begun");
        office.mailroom.enqueue(&kept, mail("kept")).await.expect("queued");
        kept.commit().await.expect("committed");
        office.mailroom.wake();

        assert_eq!(courier.deliver_due().await.expect("delivered").sent, 1);
        let messages = mailbox.messages();
        assert_eq!(messages.iter().map(|message| message.to.as_str()).collect::<Vec<_>>(), ["kept@example.com"]);
        assert_eq!((messages[0].subject.as_str(), messages[0].text.as_str()), ("For kept", "Hello"));
        assert_eq!(messages[0].html, "<p>Hello</p>");
        assert_eq!(messages[0].at.to_string(), "2026-11-23T08:00:00Z");
    }

    async fn the_mailbox_keeps_the_last_two_hundred(db: TestDb) {
        let (office, mailbox) = (Fixture::new(db), Arc::new(Mailbox::default()));
        let courier = office.courier(Transport::captured(mailbox.clone()));
        for n in 0..202 {
            office.send(&format!("reader{n}")).await;
            office.clock.advance(SignedDuration::from_millis(1));
        }
        courier.deliver_due().await.expect("delivered");
        let messages = mailbox.messages();
        assert_eq!(messages.len(), 200);
        assert_eq!(messages[0].to.as_str(), "reader2@example.com");
        assert_eq!(messages[199].to.as_str(), "reader201@example.com");
    }

    async fn what_is_forgotten_is_not_sent(db: TestDb) {
        let (office, mailbox) = (Fixture::new(db), Arc::new(Mailbox::default()));
        office.send("erased").await;
        office.send("reader").await;
        office.mailroom.forget(&mail("erased").to).await.expect("forgotten");
        office.courier(Transport::captured(mailbox.clone())).deliver_due().await.expect("delivered");
        assert_eq!(mailbox.messages().len(), 1);
    }

    async fn only_what_is_old_and_done_is_swept(db: TestDb) {
        let (office, mailbox) = (Fixture::new(db), Arc::new(Mailbox::default()));
        office.send("sent").await;
        assert_eq!(office.mailroom.waiting().await.expect("counted"), 1);
        office.courier(Transport::captured(mailbox)).deliver_due().await.expect("delivered");
        assert_eq!(office.mailroom.waiting().await.expect("counted"), 0);
        office.send("waiting").await;
        assert_eq!(office.mailroom.sweep().await.expect("swept"), 0);
        office.clock.advance(SignedDuration::from_hours(31 * 24));
        assert_eq!(office.mailroom.sweep().await.expect("swept"), 1);
        assert_eq!(office.column("subject").await.as_deref(), Some("For waiting"));
    }

    async fn a_courier_needs_a_sender(db: TestDb) {
        let office = Fixture::new(db);
        let courier = Courier::new(&office.mailroom, Transport::captured(Arc::default()), "nobody");
        assert!(matches!(courier, Err(MailError::Sender(text)) if text == "nobody"));
    }
}
