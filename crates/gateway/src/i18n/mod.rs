//! Interface texts and the formats of a language.
//!
//! Texts are Fluent messages, one folder a language (`locales/de/story.ftl`): those in the binary, and
//! over them those of the theme folder, so that a publisher can reword a text or add a whole language
//! without a build. Dates, numbers, lists and names of languages come from CLDR by ICU4X.

mod format;
mod negotiate;
mod open_graph;
mod texts;

pub(crate) use format::Formats;
pub(crate) use negotiate::accepted;
pub(crate) use open_graph::open_graph;
pub use texts::TextError;
pub(crate) use texts::{Argument, Texts};
