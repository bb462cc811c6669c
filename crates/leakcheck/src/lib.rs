//! Walks every surface of a running site in every visitor state and looks for paid words.
//!
//! A [`plant`]ed publication holds canaries: words that exist nowhere else, one in each position of
//! a text where something could slip through (start, middle and end of the paid half, a picture's
//! alternative text and caption, code, a footnote, a link's title, a table, a comment, an old
//! revision, drafts), for each access rule and language. [`Walker`] crawls the site as each
//! [`Visitor`], with each probe (HEAD, ranges, conditional requests, codings), searches for each
//! canary, sends foolish forms, and reports every word seen by someone who may not see it and every
//! word missed by someone who may. It is a black box: it knows addresses only as a reader finds them,
//! and the router's table of methods and patterns, all of which must have been met.

mod crawl;
mod forms;
mod oracle;
mod pattern;
mod plant;
mod report;
mod seeds;
mod tags;
mod visitor;
mod walk;

pub use pattern::{Coverage, Route};
pub use plant::{Canary, Plant, Position, plant};
pub use report::{Finding, Report};
pub use visitor::{Probe, Visitor};
pub use walk::{WalkError, Walker};
