//! Mail as a real SMTP server receives it.

mod common;

use std::collections::BTreeSet;
use std::time::{Duration, Instant};

use common::{Fixture, Receiver, mail};
use jiff::SignedDuration;
use mail::{Delivered, Outgoing, Transport};
use serde_json::Value;
use tokio_util::sync::CancellationToken;

const MINUTE: SignedDuration = SignedDuration::from_mins(1);

const SENT: Delivered = Delivered { sent: 1, postponed: 0, given_up: 0 };
const POSTPONED: Delivered = Delivered { sent: 0, postponed: 1, given_up: 0 };
const GIVEN_UP: Delivered = Delivered { sent: 0, postponed: 0, given_up: 1 };
const NOTHING: Delivered = Delivered { sent: 0, postponed: 0, given_up: 0 };

fn header<'a>(message: &'a Value, name: &str) -> Vec<&'a str> {
    let headers = message["headers"].as_array().expect("a list").iter();
    headers.filter(|header| header[0] == name).map(|header| header[1].as_str().expect("a text")).collect()
}

test_db::both! {
    async fn what_arrives_is_what_was_sent(db: TestDb) {
        let (office, server) = (Fixture::new(db), Receiver::start());
        let text = "Grüße aus Köln\n\nваш код: 042137 — ضمانات\n.\nEnde".to_owned();
        let mail = Outgoing {
            to: "reader@example.com".parse().expect("an address"),
            subject: "Ihr Code für „Der Meridian“: 042137\r\nBcc: victim@example.com".to_owned(),
            html: format!("<p lang=\"uk\">{text}</p>"),
            text: text.clone(),
        };
        office.mailroom.send(mail).await.expect("queued");
        assert_eq!(office.courier(server.transport()).deliver_due().await.expect("delivered"), SENT);

        let message = &server.received(1).await[0];
        assert_eq!((&message["to"], &message["from"]), (&"reader@example.com".into(), &"post@example.org".into()));
        assert_eq!(header(message, "To"), ["reader@example.com"]);
        assert_eq!(header(message, "From"), ["Der Meridian <post@example.org>"]);
        let subject = "Ihr Code für „Der Meridian“: 042137  Bcc: victim@example.com";
        assert_eq!(header(message, "Subject"), [subject]);
        assert_eq!(header(message, "Bcc"), [""; 0]);
        assert_eq!(header(message, "Auto-Submitted"), ["auto-generated"]);
        assert_eq!(header(message, "Date"), ["Mon, 23 Nov 2026 08:00:00 +0000"]);
        assert!(header(message, "Message-ID")[0].ends_with("@example.org>"));
        assert_eq!(message["type"], "multipart/alternative");
        assert_eq!(message["parts"], serde_json::json!(["text/plain", "text/html"]));
        let lines = |part: &Value| part.as_str().expect("a text").replace("\r\n", "\n").trim_end().to_owned();
        assert_eq!(lines(&message["text"]), text);
        assert_eq!(lines(&message["html"]), format!("<p lang=\"uk\">{text}</p>"));
    }

    async fn what_was_sent_keeps_no_texts(db: TestDb) {
        let (office, server) = (Fixture::new(db), Receiver::start());
        office.send("reader").await;
        office.courier(server.transport()).deliver_due().await.expect("delivered");
        for column in ["text_body", "html_body"] {
            assert_eq!(office.column(column).await.as_deref(), Some(""));
        }
        assert!(office.column("sent_at").await.is_some());
        assert_eq!(office.column("next_at").await, None);
    }

    async fn a_busy_server_is_tried_again_after_a_minute(db: TestDb) {
        let (office, server) = (Fixture::new(db), Receiver::start());
        let courier = office.courier(server.transport());
        office.send("busy").await;
        assert_eq!(courier.deliver_due().await.expect("tried"), POSTPONED);
        assert!(office.column("last_error").await.expect("told").contains("try again later"));
        assert_eq!(courier.deliver_due().await.expect("looked"), NOTHING);
        office.clock.advance(MINUTE - SignedDuration::from_millis(1));
        assert_eq!(courier.deliver_due().await.expect("looked"), NOTHING);
        office.clock.advance(SignedDuration::from_millis(1));
        assert_eq!(courier.deliver_due().await.expect("tried"), SENT);
        server.received(1).await;
        assert_eq!(office.column("last_error").await, None);
    }

    async fn a_recipient_that_is_gone_is_given_up_at_once(db: TestDb) {
        let (office, server) = (Fixture::new(db), Receiver::start());
        let courier = office.courier(server.transport());
        office.send("gone").await;
        office.send("reader").await;
        let expected = Delivered { sent: 1, postponed: 0, given_up: 1 };
        assert_eq!(courier.deliver_due().await.expect("tried"), expected);
        office.clock.advance(MINUTE * 60 * 24 * 7);
        assert_eq!(courier.deliver_due().await.expect("looked"), NOTHING);
        assert_eq!(server.received(1).await[0]["to"], "reader@example.com");
    }

    async fn a_server_that_is_away_is_tried_six_times(db: TestDb) {
        let office = Fixture::new(db);
        // Nobody listens on port 1.
        let courier = office.courier(Transport::smtp("smtp://127.0.0.1:1?tls=none").expect("a server"));
        office.send("reader").await;
        for minutes in [1, 5, 30, 120, 720] {
            assert_eq!(courier.deliver_due().await.expect("tried"), POSTPONED, "before {minutes}");
            assert_eq!(office.column("text_body").await.as_deref(), Some("Hello"));
            office.clock.advance(MINUTE * minutes);
        }
        assert_eq!(courier.deliver_due().await.expect("tried"), GIVEN_UP);
        assert_eq!(office.column("next_at").await, None);
        assert_eq!(office.column("text_body").await.as_deref(), Some(""));
        assert!(office.column("last_error").await.is_some());
    }

    async fn a_wrong_password_loses_no_mail(db: TestDb) {
        let (office, server) = (Fixture::new(db), Receiver::with_password("right"));
        office.send("reader").await;
        let wrong = office.courier(server.transport_with("gazette:wrong@", "tls=none"));
        assert_eq!(wrong.deliver_due().await.expect("tried"), POSTPONED);
        assert!(office.column("last_error").await.expect("told").contains("535"));
        office.clock.advance(MINUTE);
        let right = office.courier(server.transport_with("gazette:right@", "tls=none"));
        assert_eq!(right.deliver_due().await.expect("tried"), SENT);
        server.received(1).await;
    }

    async fn without_encryption_nothing_is_sent_unless_that_is_said(db: TestDb) {
        let (office, server) = (Fixture::new(db), Receiver::start());
        office.send("reader").await;
        for options in ["", "tls=required"] {
            let courier = office.courier(server.transport_with("", options));
            assert_eq!(courier.deliver_due().await.expect("tried"), POSTPONED, "{options}");
            office.clock.advance(MINUTE * 30);
        }
        assert_eq!(server.messages(), Vec::<Value>::new());
        let courier = office.courier(server.transport_with("", "tls=opportunistic"));
        assert_eq!(courier.deliver_due().await.expect("tried"), SENT);
    }

    async fn two_couriers_send_no_mail_twice(db: TestDb) {
        let (office, server) = (Fixture::new(db), Receiver::start());
        for n in 0..30 {
            office.send(&format!("reader{n}")).await;
        }
        let mut couriers = tokio::task::JoinSet::new();
        for _ in 0..3 {
            let courier = office.courier(server.transport());
            couriers.spawn(async move { courier.deliver_due().await.expect("delivered").sent });
        }
        let sent = couriers.join_all().await;
        assert_eq!(sent.iter().sum::<usize>(), 30);
        assert!(sent.iter().filter(|sent| **sent > 0).count() > 1, "they worked at the same time: {sent:?}");
        let messages = server.received(30).await;
        let recipients: BTreeSet<_> = messages.iter().map(|message| message["to"].to_string()).collect();
        assert_eq!(recipients.len(), 30);
    }

    async fn a_mail_whose_courier_fell_over_goes_out_after_its_lease(db: TestDb) {
        let (office, server) = (Fixture::new(db), Receiver::start());
        office.send("slow").await;
        let fallen = office.courier(server.transport());
        let fallen = tokio::spawn(async move { fallen.deliver_due().await });
        office.taken().await;
        fallen.abort();
        assert!(fallen.await.expect_err("cut off").is_cancelled());
        let courier = office.courier(server.transport());
        assert_eq!(courier.deliver_due().await.expect("looked"), NOTHING, "the lease still runs");
        office.clock.advance(MINUTE * 2);
        assert_eq!(courier.deliver_due().await.expect("tried"), SENT);
        let names: BTreeSet<_> = server.arrived(1).await.iter().map(|message| header(message, "Message-ID").concat()).collect();
        assert_eq!(names.len(), 1, "a mail that arrives twice can be recognised");
    }

    async fn mail_leaves_as_soon_as_it_is_queued(db: TestDb) {
        let (office, server) = (Fixture::new(db), Receiver::start());
        let cancel = CancellationToken::new();
        let running = tokio::spawn(office.courier(server.transport()).run(cancel.clone()));
        // The courier has looked once, found nothing, and now waits a second.
        tokio::time::sleep(Duration::from_millis(200)).await;
        let queued = Instant::now();
        office.send("reader").await;
        server.received(1).await;
        assert!(queued.elapsed() < Duration::from_millis(700), "{:?}", queued.elapsed());
        cancel.cancel();
        running.await.expect("it ends");
    }

    async fn stopping_finishes_the_mail_under_way(db: TestDb) {
        let (office, server) = (Fixture::new(db), Receiver::start());
        let cancel = CancellationToken::new();
        let running = tokio::spawn(office.courier(server.transport()).run(cancel.clone()));
        office.send("slow").await;
        office.taken().await;
        cancel.cancel();
        running.await.expect("it ends");
        assert!(office.column("sent_at").await.is_some());
        server.received(1).await;
    }

    async fn a_slow_recipient_holds_up_nobody(db: TestDb) {
        let (office, server) = (Fixture::new(db), Receiver::start());
        office.mailroom.send(mail("slow")).await.expect("queued");
        office.mailroom.send(mail("reader")).await.expect("queued");
        let cancel = CancellationToken::new();
        let running = tokio::spawn(office.courier(server.transport()).run(cancel.clone()));
        let messages = server.received(2).await;
        assert_eq!(messages[0]["to"], "reader@example.com");
        cancel.cancel();
        running.await.expect("it ends");
    }
}
