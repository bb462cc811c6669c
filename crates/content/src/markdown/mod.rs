//! Markdown: from what editors write to what readers get. Pure functions.
//!
//! A body is `CommonMark` with tables, footnotes, strikethrough and task lists. Its top-level parts
//! are *blocks* with stable ids ([`outline`], [`carry_ids`]); a translation's blocks remember the
//! source's ([`align_to_source`]). [`render`] parses once, cuts the block list in two, and renders
//! each half for itself, so that markup can't break at the cut and nothing of one half (a footnote,
//! a link's definition, a picture's description) can stand in the other.

mod align;
mod block;
mod carry;
mod dialect;
mod inline;
mod lint;
mod measure;
mod outline;
mod pieces;
mod render;
mod replace;
mod sanitise;
mod stale;
mod title;
mod words;

pub use align::align_to_source;
pub use block::{Block, BlockId, BlockKind, BlockSource, Outlined};
pub use carry::carry_ids;
pub use inline::Picture;
pub use lint::{Found, What, lint};
pub use measure::length;
pub use outline::{outline, pictures};
pub use pieces::{Piece, PieceKind, join, pieces};
pub use render::{Cut, Half, RenderOptions, Rendered, render};
pub(crate) use replace::{NotReplaced, picture_uses, replace_pictures};
pub use stale::{Staleness, staleness};
pub use title::{title_html, title_plain};
pub use words::{Fate, Run, compare_words};
