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
//! | [`markdown`] | pure functions from what editors write to what readers get |
//! | [`side`] | a source and its translation beside each other |
//! | [`media`] | pictures: taken in under limits, shown in several sizes |
//! | [`import`] | folders of Markdown, brought in |
//!
//! The rule the product stands on: the remainder leaves this crate only by
//! [`Store::remainder`], against a [`kernel::Entitled`], which names one article and which only the
//! entitlement decision makes; and, for the search index alone, in a [`Document`].

mod entity;
pub mod import;
pub mod markdown;
pub mod media;
pub mod model;
pub mod side;
pub mod store;

pub use model::{
    Address, ArticleDraft, Assignment, BasedOn, Card, Changed, Cover, Dates, DeskCounts, DeskEntry,
    DeskTranslation, Document, Draft, Edition, Heading, Kind, Line, Listing, MachineJob, Mark, Neighbours,
    PictureDraft, PictureEntry, PictureFacts, PictureFilter, PictureKind, PictureUse, PictureWords, Reading,
    Redirect, RedirectTo, RefusedSave, Revision, RevisionEntry, Saved, Setting, SideBySide, SideDraft, Site,
    SiteLocale, Stale, Standing, State, StoredPicture, Term, TermDraft, TermKind, TermLink, TermName, Wanted,
};
pub use store::{Altered, SaveError, Store, StoreError};
