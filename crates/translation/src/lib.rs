//! Texts on their way to translators and back. Knows no database.
//!
//! | module | what it is |
//! |---|---|
//! | [`marks`] | Markdown taken apart into words and the marks that must survive a translation |
//! | [`glossary`] | how words are to be translated, and where they stand in a text |
//! | [`machine`] | drafts by machine translation, over HTTP |
//! | [`xliff`] | XLIFF 2.1 (OASIS), the exchange format of translation tools |

pub mod glossary;
pub mod machine;
pub mod marks;
pub mod xliff;
