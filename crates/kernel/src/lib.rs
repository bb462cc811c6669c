//! The words all other crates share: ids, locales, slugs, money, access and time. No I/O.
//!
//! A name belongs here when two crates need it and neither owns it. The kernel stays small: it
//! knows no database, no HTTP and no file, and everything in it is a value or a pure function.
//!
//! The rule the whole product stands on lives in [`access`]: [`access::decide`] is the only way to
//! make an [`access::Entitled`], and the paid half of an article is handed out only against one.

pub mod access;
pub mod email;
pub mod hash;
pub mod id;
pub mod locale;
pub mod money;
pub mod slug;
pub mod time;

pub use access::{Access, Entitled, PlanKey, Reach, Refusal, Standing};
pub use email::Email;
pub use id::{ArticleId, MemberId, OutboxSeq, RevisionId, SessionId, TermId, TranslationId};
pub use locale::{Direction, Locale};
pub use money::{Currency, Money};
pub use slug::Slug;
pub use time::{Clock, ManualClock, SystemClock};
