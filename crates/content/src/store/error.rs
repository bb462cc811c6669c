//! What can go wrong in the store.

use kernel::{ArticleId, Locale, TranslationId};
use sea_orm::{DbErr, SqlErr};
use uuid::Uuid;

use crate::model::TermKind;

/// Why the store couldn't do as it was told.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// The database failed or is away.
    #[error("the database failed: {0}; trying again may help")]
    Database(#[from] DbErr),
    /// A row holds what this version can't read.
    #[error(
        "the database holds “{value}” as {what}, which this version can't read; was it written by a newer one?"
    )]
    Unreadable {
        /// What it should be.
        what: &'static str,
        /// What it is.
        value: String,
    },
    /// There is no article with this id.
    #[error("there is no article {0}; it may have been deleted")]
    NoArticle(ArticleId),
    /// There is no translation with this id.
    #[error("there is no translation {0}; it may have been deleted")]
    NoTranslation(TranslationId),
    /// There is no term with this key.
    #[error("there is no {} with the key “{key}”; add it first", kind.as_str())]
    NoTerm {
        /// Section, tag or author.
        kind: TermKind,
        /// The key.
        key: String,
    },
    /// No picture is known by this hash.
    #[error("no picture is stored as {0}; store it before the article that uses it")]
    NoPicture(String),
    /// A picture that stories show can't be deleted.
    #[error("the picture {0} is used; take it out of the stories that show it first")]
    PictureUsed(String),
    /// Somebody changed what is said of the picture in between.
    #[error("the picture {0} has been changed since; look at it and change it again")]
    PictureChanged(String),
    /// Another text has this address.
    #[error("the slug “{slug}” is taken in {locale}; choose another")]
    SlugTaken {
        /// The language.
        locale: Locale,
        /// The slug.
        slug: String,
    },
    /// A key or slug that must be unique is used already.
    #[error("something with the same key or slug exists already: {0}")]
    NotUnique(String),
    /// Somebody changed the article in between.
    #[error(
        "the article “{key}” has been changed since, its newest version is {found}; look at it and change it again"
    )]
    ArticleChanged {
        /// The article's key.
        key: String,
        /// The newest version; 0 if there is none.
        found: i64,
    },
    /// The article was deleted, and can still be brought back.
    #[error("the article “{0}” was deleted; bring it back before you change it, or choose another key")]
    Deleted(String),
    /// A published translation can't be scheduled.
    #[error("translation {0} is published already; withdraw it before you schedule it")]
    AlreadyPublished(TranslationId),
    /// A machine made some of it, and nobody has signed that off.
    #[error("translation {0} has machine-made texts; somebody must sign them off before it is published")]
    MachineMade(TranslationId),
    /// A glossary has as many terms as it can have.
    #[error("this glossary is full; take a term out of it first")]
    GlossaryFull,
    /// Somebody changed the settings in between.
    #[error("the settings have been changed since; look at them and change them again")]
    SettingsChanged,
    /// An address that would lead to itself.
    #[error("{0} would lead to itself")]
    Loop(String),
    /// A term that stories have can't be deleted.
    #[error("stories have this term; merge it with another, or take it out of them first")]
    TermUsed,
    /// Settings that contradict themselves.
    #[error("the site's settings can't be kept: {0}")]
    Site(&'static str),
    /// Somebody else follows the changes for this consumer now.
    #[error("the lease of “{0}” has ended; take it again and go on from the cursor it returns")]
    LeaseLost(String),
}

/// Why a text wasn't saved.
#[derive(Debug, thiserror::Error)]
pub enum SaveError {
    /// Somebody saved in between. The refused text is kept.
    #[error(
        "the text was made from an outdated version, the newest is {found}; compare it with the refused text and save again"
    )]
    Stale {
        /// The id under which the refused text is kept: see [`Store::refused`](crate::Store::refused).
        refused: Uuid,
        /// The newest version.
        found: i64,
    },
    /// The version of the source that it says it was made from doesn't exist.
    #[error("the source has no version {0}; name one that it has, or none")]
    NoSourceVersion(i64),
    /// Anything that can go wrong with every write.
    #[error(transparent)]
    Store(StoreError),
}

impl<E: Into<StoreError>> From<E> for SaveError {
    fn from(error: E) -> Self {
        Self::Store(error.into())
    }
}

impl StoreError {
    /// Tells a broken uniqueness rule from other failures of the database: checks made before a
    /// write can be overtaken by another writer, the schema can't.
    pub(crate) fn from_write(error: DbErr) -> Self {
        match error.sql_err() {
            Some(SqlErr::UniqueConstraintViolation(rule)) => Self::NotUnique(rule),
            _ => Self::Database(error),
        }
    }
}
