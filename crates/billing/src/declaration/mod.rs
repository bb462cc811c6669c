//! Declarations that end contracts, made without signing in: a cancellation (BGB section 312k) and a
//! withdrawal (BGB section 356a; article 11a of directive 2011/83/EU).
//!
//! Whatever is declared is kept with its time, and receipted by mail. Money and subscriptions move
//! only when the declaration is *proved*: it came from the signed-in member, or named an invoice or a
//! contract of the address it came from, or the link that was mailed to that address was followed.
//! So nobody ends another's subscription knowing no more than an address (ADR 18), and no answer tells
//! whether an address subscribes.

mod apply;
mod desk;
mod receive;

use std::fmt;

use jiff::civil::Date;
use kernel::{Email, Locale, MemberId};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::entity::declaration;
use crate::error::BillingError;
use crate::plans::unreadable;

pub use desk::DeclarationState;
pub use receive::{Declared, NotDeclared, Proof};

/// A declaration's id.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct DeclarationId(pub(crate) Uuid);

/// What is declared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum DeclarationKind {
    /// The contract is to end.
    Cancel,
    /// The contract is to be as if it had never been made.
    Withdraw,
}

/// A declaration, as it was made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Declaration {
    /// What is declared.
    pub kind: DeclarationKind,
    /// Who declares it.
    pub name: String,
    /// Where the receipt goes.
    pub email: Email,
    /// Which contract is meant, in their words: a number, or what it is called.
    pub contract: String,
    /// Of an extraordinary cancellation: its cause.
    pub cause: Option<String>,
    /// When the contract is to end; `None` is as soon as possible.
    pub ends_on: Option<Date>,
    /// In which language.
    pub locale: Locale,
}

/// What the form knows besides.
#[derive(Clone, Copy, Debug)]
pub struct Declarant<'a> {
    /// The member with the address, whether or not they are signed in.
    pub member: Option<MemberId>,
    /// Whether it is they who are signed in.
    pub signed_in: bool,
    /// A keyed hash of the network the declaration came from.
    pub network: &'a str,
    /// Opens the receipt in the browser that declared.
    pub receipt: &'a str,
    /// Proves the address: goes into the mail only.
    pub proof: &'a str,
    /// The absolute address that `proof` is put after.
    pub proof_url: &'a str,
}

impl DeclarationKind {
    /// The word for it, as in the database and in the keys of interface texts.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Cancel => "cancel",
            Self::Withdraw => "withdraw",
        }
    }
}

/// What a receipt's or a proof's secret is kept as: it has 256 random bits, so there is nothing to guess.
fn hash(secret: &str) -> String {
    kernel::hash::content_hash(secret.as_bytes())
}

fn read(row: &declaration::Model) -> Result<Declaration, BillingError> {
    let bad = |column| unreadable("declaration", column, row.id.to_string());
    Ok(Declaration {
        kind: match row.kind.as_str() {
            "cancel" => DeclarationKind::Cancel,
            "withdraw" => DeclarationKind::Withdraw,
            _ => return Err(bad("kind")),
        },
        name: row.name.clone(),
        email: row.email.parse().map_err(|_| bad("email"))?,
        contract: row.contract.clone(),
        cause: row.cause.clone(),
        ends_on: row.ends_on.as_deref().map(str::parse).transpose().map_err(|_| bad("ends_on"))?,
        locale: row.locale.parse().map_err(|_| bad("locale"))?,
    })
}

impl fmt::Display for DeclarationId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl std::str::FromStr for DeclarationId {
    type Err = uuid::Error;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Uuid::from_str(text).map(Self)
    }
}
