//! A mail server to deliver to, and a mailroom on a fresh database.
#![allow(dead_code, reason = "each test file uses its part")]

use std::io::{BufRead, BufReader, Read};
use std::process::{Child, Command, Stdio};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use jiff::Timestamp;
use kernel::ManualClock;
use mail::{Courier, Mailroom, Outgoing, Transport};
use sea_orm::{ConnectionTrait, Statement};
use serde_json::Value;
use test_db::TestDb;

/// aiosmtpd in a process of its own; ended when dropped.
pub(crate) struct Receiver {
    process: Child,
    port: u64,
    messages: Arc<Mutex<Vec<Value>>>,
}

impl Receiver {
    pub(crate) fn start() -> Self {
        Self::spawn(&[])
    }

    /// One that wants the user `gazette` to sign in.
    pub(crate) fn with_password(password: &str) -> Self {
        Self::spawn(&[password])
    }

    fn spawn(arguments: &[&str]) -> Self {
        let script = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/receiver.py");
        let mut process = Command::new("python3")
            .arg(script)
            .args(arguments)
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("python3 starts; install it (apt-get install python3)");
        let mut lines = BufReader::new(process.stdout.take().expect("piped")).lines();
        let Some(Ok(first)) = lines.next() else {
            let mut errors = String::new();
            process.stderr.take().expect("piped").read_to_string(&mut errors).expect("readable");
            panic!("the SMTP receiver didn't start; install aiosmtpd (pip install aiosmtpd):\n{errors}");
        };
        let port = serde_json::from_str::<Value>(&first).expect("JSON")["port"].as_u64().expect("a port");
        let messages = Arc::new(Mutex::new(Vec::new()));
        let received = Arc::clone(&messages);
        std::thread::spawn(move || {
            for line in lines.map_while(Result::ok) {
                received.lock().expect("not poisoned").push(serde_json::from_str(&line).expect("JSON"));
            }
        });
        Self { process, port, messages }
    }

    pub(crate) fn transport(&self) -> Transport {
        self.transport_with("", "tls=none")
    }

    /// `user` ends in `@`, if there is one.
    pub(crate) fn transport_with(&self, user: &str, options: &str) -> Transport {
        Transport::smtp(&format!("smtp://{user}127.0.0.1:{}?{options}", self.port)).expect("a server")
    }

    pub(crate) fn messages(&self) -> Vec<Value> {
        self.messages.lock().expect("not poisoned").clone()
    }

    /// The messages, once there are this many. The server tells us about one just before it
    /// accepts it, through a pipe: it can be on its way still when the client is done.
    pub(crate) async fn received(&self, count: usize) -> Vec<Value> {
        let messages = self.arrived(count).await;
        assert_eq!(messages.len(), count, "{messages:?}");
        messages
    }

    /// The messages once there are so many, or more. A message is written down after it has been
    /// taken, so whoever sent it may know earlier.
    pub(crate) async fn arrived(&self, count: usize) -> Vec<Value> {
        for _ in 0..500 {
            if self.messages().len() >= count {
                break;
            }
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
        self.messages()
    }
}

impl Drop for Receiver {
    fn drop(&mut self) {
        self.process.kill().expect("it still runs");
        self.process.wait().expect("it ends");
    }
}

pub(crate) struct Fixture {
    pub(crate) mailroom: Mailroom,
    pub(crate) clock: Arc<ManualClock>,
    pub(crate) db: TestDb,
}

impl Fixture {
    pub(crate) fn new(db: TestDb) -> Self {
        let clock = ManualClock::at("2026-11-23T08:00:00Z".parse::<Timestamp>().expect("a time"));
        Self { mailroom: Mailroom::new(db.connection().clone(), clock.clone()), clock, db }
    }

    pub(crate) fn courier(&self, transport: Transport) -> Courier {
        Courier::new(&self.mailroom, transport, "Der Meridian <post@example.org>").expect("a sender")
    }

    pub(crate) async fn send(&self, name: &str) {
        self.mailroom.send(mail(name)).await.expect("queued");
    }

    /// Comes back when a courier has taken the only mail.
    pub(crate) async fn taken(&self) {
        while self.column("attempts").await.as_deref() == Some("0") {
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
    }

    /// A column of the only mail, as text.
    pub(crate) async fn column(&self, column: &str) -> Option<String> {
        let connection = self.db.connection();
        let sql = format!("SELECT CAST({column} AS text) AS value FROM mail");
        let row = Statement::from_string(connection.get_database_backend(), sql);
        let row = connection.query_one_raw(row).await.expect("read").expect("one mail");
        row.try_get("", "value").expect("a text")
    }
}

pub(crate) fn mail(name: &str) -> Outgoing {
    Outgoing {
        to: format!("{name}@example.com").parse().expect("an address"),
        subject: format!("For {name}"),
        text: "Hello".to_owned(),
        html: "<p>Hello</p>".to_owned(),
    }
}
