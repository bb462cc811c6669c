#![recursion_limit = "256"] // The objects are long JSON literals.
//! A stand-in for the part of Stripe's API that a newsroom's billing calls: stateful, over HTTP, with hosted
//! pages, signed webhooks and a clock that a test moves. For the demo and tests only; it refuses live keys and
//! configurations that call themselves production.
//!
//! ```no_run
//! # async fn example() -> Result<(), Box<dyn std::error::Error>> {
//! use std::time::Duration;
//! use stripe_sandbox::{Config, Endpoint, Sandbox};
//!
//! let sandbox = Sandbox::new(&Config {
//!     webhooks: vec![Endpoint {
//!         url: "http://127.0.0.1:8080/webhooks/stripe".into(),
//!         secrets: vec!["whsec_test".into()],
//!         events: vec![],
//!     }],
//!     ..Config::default()
//! })?;
//! let address = sandbox.start().await?; // point the Stripe client here, with any sk_test_… key
//! sandbox.advance(Duration::from_secs(31 * 86_400)).await; // renewals, trial ends and retries happen
//! # let _ = address;
//! # Ok(())
//! # }
//! ```
//!
//! Layers, from the inside out: `world` is data and the transitions of it, `objects` its JSON; `api` turns
//! parameters into transitions; `http` is what all calls share; `pages` are the hosted pages; `webhooks` carries
//! events away; [`Sandbox`] holds it together. Over HTTP the switches are under `/_sandbox/…`.
//!
//! Where it differs from Stripe: one account; cards are test cards only; currencies are not converted; refunds
//! succeed at once; tax is one rate; a parameter it doesn't know is refused rather than ignored.

mod api;
mod calendar;
mod chance;
mod clock;
mod config;
mod control;
mod core;
mod error;
mod expand;
mod faults;
mod form;
mod http;
mod idempotency;
mod ids;
mod money;
mod objects;
mod pages;
mod paging;
mod payer;
mod sandbox;
mod webhooks;
mod world;

pub use clock::Clock;
pub use config::{Config, ConfigError, Endpoint, Timeline};
pub use faults::{Fault, FaultKind};
pub use payer::{Authentication, Checkout, Verdict};
pub use sandbox::{Sandbox, SandboxError};
pub use webhooks::{DeliveryReport, Drop, Outcome, Signature, Switches};
pub use world::FinalState;
