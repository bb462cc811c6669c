//! The public web gateway: the site, the account pages, feeds; themes, interface texts, page cache.
//!
//! A request takes one of two ways. If its page is in memory for this reader, `server` answers at
//! once. Otherwise `router` leads to a handler in `public`, `subscribe`, `offers` or `account`, which asks a
//! domain crate, fills a view (`view`), and has a template render it (`theme`). Failures travel to
//! `finish`, which tells them in the reader's language. `invalidation` follows the outbox and drops
//! from memory what has changed. `notices` turns what billing has to tell into mail.
//!
//! Only this crate knows axum; HTML is only in `templates/`, prose only in `locales/`.

mod account;
mod address;
mod admin;
mod app;
mod counting;
mod courtesy;
mod declare;
pub mod explain;
mod extract;
mod failure;
mod finish;
mod framing;
mod health;
mod http;
mod i18n;
mod invalidation;
mod look;
mod machine;
mod mailbox;
mod mails;
mod menu;
mod metrics;
mod monitor;
mod notices;
mod offers;
mod page_cache;
mod public;
mod publication;
mod reader;
mod router;
mod serve_page;
mod server;
mod settings;
mod setup;
mod subscribe;
mod theme;
mod view;
mod webhook;

pub use app::{App, Parts};
pub use counting::{keep_counting, open_counting};
pub use courtesy::Seal;
pub use http::TrustedProxies;
pub use i18n::TextError;
pub use invalidation::follow_changes;
pub use machine::draft_by_machine;
pub use monitor::{Monitor, monitor};
pub use notices::send_notices;
pub use offers::letters::send_letters;
pub use router::{REQUESTS, ROUTES};
pub use server::serve;
pub use settings::Settings;
pub use setup::SetupError;
pub use theme::ThemeError;
