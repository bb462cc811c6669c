//! Pictures as staff see them.

use jiff::Timestamp;
use kernel::{ArticleId, Locale};

use crate::media::Focus;

/// What a picture is, by what it is kept as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PictureKind {
    /// A JPEG.
    Photograph,
    /// A PNG: it is partly transparent.
    Transparent,
}

impl PictureKind {
    /// Its media type.
    #[must_use]
    pub fn mime(self) -> &'static str {
        match self {
            Self::Photograph => "image/jpeg",
            Self::Transparent => "image/png",
        }
    }
}

/// Which pictures of the library are asked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PictureFilter {
    /// A part of its file's name, its credit or its words; empty for all.
    pub text: String,
    /// Whether some story shows it.
    pub used: Option<bool>,
    /// What it is.
    pub kind: Option<PictureKind>,
}

/// A picture of the library.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PictureEntry {
    /// Its name: the hash of its content.
    pub hash: String,
    /// The name its file had; may be empty.
    pub name: String,
    /// Its media type.
    pub mime: String,
    /// Width in pixels.
    pub width: u32,
    /// Height in pixels.
    pub height: u32,
    /// Bytes of the original.
    pub bytes: u64,
    /// Who made it.
    pub credit: String,
    /// When it was taken in.
    pub created_at: Timestamp,
    /// What stays in view where it is cut.
    pub focus: Focus,
    /// Whether a story shows it: in the newest version of a text, or in the one that is live.
    pub used: bool,
}

/// The words a story begins with when it takes the picture, in one language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PictureWords {
    /// The language.
    pub locale: Locale,
    /// What it shows.
    pub alt: String,
    /// The line under it.
    pub caption: String,
}

/// A place where a picture is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PictureUse {
    /// The story.
    pub article: ArticleId,
    /// The story's key.
    pub key: String,
    /// The language of the text; of a cover, that the story was written in.
    pub locale: Locale,
    /// The newest title there; the key, if there is no text yet.
    pub title: String,
    /// Whether it is the cover.
    pub cover: bool,
}

/// All that is known of a picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PictureFacts {
    /// As in the library.
    pub entry: PictureEntry,
    /// Counts the changes; a change names the version it was made from.
    pub version: i64,
    /// The words it gives to stories.
    pub words: Vec<PictureWords>,
    /// Where it is shown.
    pub uses: Vec<PictureUse>,
}

/// What staff say of a picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PictureDraft {
    /// Who made it.
    pub credit: String,
    /// What stays in view where it is cut.
    pub focus: Focus,
    /// The words it gives to stories; a language without any is left out.
    pub words: Vec<PictureWords>,
}

/// What the address of a picture needs to know of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoredPicture {
    /// What stays in view where it is cut.
    pub focus: Focus,
    /// The picture that has taken its place.
    pub replaced_by: Option<String>,
}
