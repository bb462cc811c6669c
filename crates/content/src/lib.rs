//! Content storage: articles in several languages, and what readers get to see of them.
//!
//! An *article* is one story in all its languages; a *translation* is that story in one of them,
//! with its own address, state and dates; a *revision* is an immutable snapshot of a translation.
//! Publishing renders a revision to safe HTML, cut into a *teaser* for everyone and a *remainder*
//! for those who are entitled to it.
//!
//! | module | what it is |
//! |---|---|
//! | [`model`] | plain values: what goes in and comes out |
//! | [`store`] | the database: writing, publishing, reading, the outbox of changes |
//! | [`mod@slug`] | addresses from titles |
//! | [`mod@diff`] | what differs between two texts, word by word |
//! | [`mod@check`] | what is wrong with a text before it is published |
//! | [`markdown`] | pure functions from what editors write to what readers get |
//! | [`side`] | a source and its translation beside each other |
//! | [`media`] | pictures: taken in under limits, shown in several sizes |
//! | [`import`] | folders of Markdown, brought in |
//!
//! The rule the product stands on: the remainder leaves this crate only by
//! [`Store::remainder`], against a [`kernel::Entitled`], which names one article and which only the
//! entitlement decision makes; and, for the search index alone, in a [`Document`].

pub mod check;
pub mod diff;
mod entity;
pub mod import;
pub mod markdown;
pub mod media;
pub mod model;
pub mod side;
pub mod slug;
pub mod store;

pub use model::{
    AccessKind, Address, ArticleDraft, Assignment, BasedOn, Card, Changed, Cover, Dates, DeletedStory,
    DeskCounts, DeskCursor, DeskEntry, DeskFilter, DeskPage, DeskStory, DeskText, DeskTranslation, Document,
    Draft, Edition, GlossaryTerm, Heading, Kind, Launched, Line, Listing, LocalePair, MachineJob, Mark,
    Neighbours, PictureDraft, PictureEntry, PictureFacts, PictureFilter, PictureKind, PictureUse,
    PictureWords, Preview, Reading, Redirect, RedirectTo, RefusedSave, Revision, RevisionEntry, Saved,
    Setting, SideBySide, SideDraft, Site, SiteLocale, Stale, Standing, State, StoredPicture, Story, Term,
    TermDraft, TermKind, TermLink, TermName, Typed, Waiting, Wanted, WorkingCopy,
};
pub use store::{Altered, DELETED_KEPT_DAYS, SaveError, Store, StoreError};
