//! Readers and staff: identity, sign-in, sessions, roles, the audit trail.
//!
//! [`Accounts`] is the one door. It knows no HTTP: cookies, pages and mails are the gateway's.
//!
//! **Signing in** has no password. [`Accounts::start_sign_in`] makes a link's token and a six-digit
//! code for a mail; [`Accounts::finish_by_token`] or [`Accounts::finish_by_code`] turns one of them
//! into a session, once, within [`SIGN_IN_LIFETIME`], and only for the browser that asked. An
//! account comes into being when its first sign-in is finished, so nothing that can be seen from
//! outside tells whether an address has one.
//!
//! **Nothing that opens a door is stored readable.** Tokens have 256 random bits and are kept as
//! SHA-256; codes are short and networks few, so these are kept as hashes under a server secret.

mod accounts;
mod audit;
mod database;
mod device;
mod directory;
mod entity;
mod erase;
mod error;
mod export;
mod imports;
mod keys;
mod languages;
mod member;
mod return_to;
mod role_at;
mod secret;
mod session;
mod sign_in;
mod staff;
mod sweep;

pub use accounts::{Accounts, Settings};
pub use audit::{Actor, Audited};
pub use device::label as device_label;
pub use directory::{Holds, Wanted};
pub use error::{AccountError, NoRandomness};
pub use export::{MemberExport, Profile};
pub use imports::{Import, ImportId, ImportState};
pub use languages::{Languages, NotLanguages, best_of};
pub use member::Member;
pub use return_to::{NotAReturn, ReturnTo};
pub use secret::{BrowserKey, NotABrowserKey, SessionToken, SignInToken};
pub use session::{NewSession, Session, SignedIn};
pub use sign_in::SIGN_IN_LIFETIME;
pub use sign_in::finish::{FinishError, MOST_ATTEMPTS, Opened};
pub use sign_in::peek::{MaskedEmail, Pending};
pub use sign_in::start::{StartError, Started};
pub use staff::{NotARole, Role};
pub use sweep::Swept;
