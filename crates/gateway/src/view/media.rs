//! The newsroom's library of pictures.

use kernel::Locale;
use serde::Serialize;

use super::LanguageLink;
use super::desk::{Choice, DeskPager};

/// `library`: pictures, newest first.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct LibraryView {
    pub(crate) text: String,
    /// `yes`, `no`; empty is either.
    pub(crate) used: Vec<Choice>,
    /// `photograph`, `transparent`; empty is either.
    pub(crate) kinds: Vec<Choice>,
    pub(crate) narrowed: bool,
    pub(crate) pictures: Vec<LibraryPicture>,
    pub(crate) pager: DeskPager,
    /// Files that weren't taken, if some have just been sent.
    pub(crate) refused: Vec<RefusedFile>,
    /// How many of those sent with them were.
    pub(crate) taken: usize,
    /// The largest file in MiB, and the largest picture in millions of pixels.
    pub(crate) most_mib: usize,
    pub(crate) most_megapixels: u64,
    /// The second halves of the keys `media-done-…` and `media-problem-…`.
    pub(crate) done: Option<&'static str>,
    pub(crate) problem: Option<&'static str>,
}

#[derive(Clone, Debug, Serialize)]
pub(crate) struct LibraryPicture {
    pub(crate) href: String,
    /// A square of it.
    pub(crate) src: String,
    /// The name of its file, or the beginning of its hash.
    pub(crate) name: String,
    pub(crate) width: u32,
    pub(crate) height: u32,
    pub(crate) used: bool,
}

/// A file that wasn't taken.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct RefusedFile {
    pub(crate) name: String,
    /// Why, in the language of the page.
    pub(crate) why: String,
}

/// `picture`: one of them.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct EditedPictureView {
    pub(crate) href: String,
    pub(crate) name: String,
    /// The picture, the cut of link previews, and the square.
    pub(crate) src: String,
    pub(crate) preview: String,
    pub(crate) square: String,
    /// How a body names it.
    pub(crate) address: String,
    pub(crate) width: u32,
    pub(crate) height: u32,
    pub(crate) kib: u64,
    pub(crate) created_at: String,
    pub(crate) version: i64,
    /// What was typed, or is kept.
    pub(crate) x: String,
    pub(crate) y: String,
    pub(crate) credit: String,
    pub(crate) words: Vec<PictureWordsView>,
    pub(crate) uses: Vec<PictureUseView>,
    /// Whether this member of staff may replace and delete it.
    pub(crate) may_replace: bool,
    pub(crate) done: Option<&'static str>,
    pub(crate) problem: Option<&'static str>,
    /// Why the file that should take its place wasn't taken.
    pub(crate) refused: Option<String>,
}

#[derive(Clone, Debug, Serialize)]
pub(crate) struct PictureWordsView {
    pub(crate) language: LanguageLink,
    pub(crate) alt: String,
    pub(crate) caption: String,
}

#[derive(Clone, Debug, Serialize)]
pub(crate) struct PictureUseView {
    pub(crate) href: String,
    pub(crate) title: String,
    pub(crate) lang: Locale,
    pub(crate) language: String,
    pub(crate) cover: bool,
}

/// The answer to a script that has sent a picture.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct UploadedView {
    pub(crate) hash: String,
    /// How a body names it.
    pub(crate) src: String,
    pub(crate) width: u32,
    pub(crate) height: u32,
    /// The variants it is shown in: names that complete its address.
    pub(crate) kinds: Vec<String>,
}
