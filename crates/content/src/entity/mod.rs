//! The rows of the content tables, as the database keeps them.
//!
//! They carry no rules: what a text column may hold is said by the types of [`crate::model`], into
//! which [`crate::store`] turns every row before it leaves the crate.

pub(crate) mod article;
pub(crate) mod article_term;
pub(crate) mod media;
pub(crate) mod outbox;
pub(crate) mod publication;
pub(crate) mod refused_save;
pub(crate) mod remainder;
pub(crate) mod revision;
pub(crate) mod site;
pub(crate) mod site_locale;
pub(crate) mod slug_history;
pub(crate) mod term;
pub(crate) mod term_name;
pub(crate) mod translation;
pub(crate) mod working_copy;
