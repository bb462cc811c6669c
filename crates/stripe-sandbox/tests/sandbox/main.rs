//! The sandbox over HTTP, as a client and a payer meet it.

#![expect(clippy::unwrap_used, reason = "a panic here is a failed test")]

mod bench;
mod billing;
mod calls;
mod catalogue;
mod changes;
mod checkout;
mod faults;
mod fixtures;
mod localstripe;
mod money_back;
mod portal;
mod receiver;
mod repeatable;
mod trials;
mod unpaid;
mod webhooks;
