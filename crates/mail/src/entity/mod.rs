//! The table of this crate; see `migrations/src/m20261123_000004_mail.sql` for what it means.

pub(crate) mod mail;
