//! What the publication is made of, as plain values.

mod article;
mod desk;
mod draft;
mod glossary;
mod library;
mod reading;
mod settings;
mod side;
mod site;
mod term;
mod work;

pub use article::{ArticleDraft, Kind, State};
pub use desk::{
    AccessKind, DeletedStory, DeskCursor, DeskFilter, DeskPage, DeskStory, DeskText, Launched, Preview,
    Story, Typed, Waiting, WorkingCopy,
};
pub use draft::{BasedOn, Changed, Dates, Draft, RefusedSave, Revision, RevisionEntry, Saved, Standing};
pub use glossary::{GlossaryTerm, LocalePair};
pub use library::{
    PictureDraft, PictureEntry, PictureFacts, PictureFilter, PictureKind, PictureUse, PictureWords,
    StoredPicture,
};
pub use reading::{Address, Card, Cover, Document, Edition, Heading, Listing, Neighbours, Reading, Stale};
pub use settings::{Redirect, RedirectTo, Setting};
pub use side::{Line, Mark, SideBySide, SideDraft};
pub use site::{Site, SiteLocale};
pub use term::{Term, TermDraft, TermKind, TermLink, TermName};
pub use work::{Assignment, DeskCounts, DeskEntry, DeskTranslation, MachineJob, Wanted};
