//! The indexer: what is indexed, what an engine can do, two engines, and the worker that drains the
//! outbox.
//!
//! [`Embedded`] keeps an index in a folder, [`Meili`] on a server that nodes share; [`Worker`] brings
//! every change from the database into it, and builds it when there is none. Readers ask with a [`Query`]; what they may not read
//! doesn't exist for them (see [`engine`]).

mod analysis;
mod curation;
mod embedded;
pub mod engine;
mod fingerprint;
mod instead;
mod meili;
mod question;
mod snippet;
mod worker;

pub use curation::{Curation, CurationError, Searched};
pub use embedded::Embedded;
pub use engine::{
    Batch, ClosedWords, Counts, Filter, Fragment, Health, Hit, Indexer, Label, Order, Query, Reached,
    Rebuild, Results, SearchEngine, SearchError, Searcher, SuggestedStory, Suggestions,
};
pub use fingerprint::Fingerprint;
pub use meili::{Keys, Meili, MeiliAddress, provision};
pub use worker::{Difference, Progress, Worker, WorkerError};
