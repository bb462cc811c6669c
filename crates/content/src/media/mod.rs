//! Pictures: taken in under limits, stored by content hash, shown in several sizes.

mod bare;
mod focus;
mod prepare;
mod storage;
mod store;
mod variant;
mod wire;

pub use focus::Focus;
pub use prepare::{Limits, Prepared, prepare};
pub use storage::S3;
pub use store::MediaStore;
pub use variant::Variant;

/// Widths of the variants, in pixels.
pub const WIDTHS: [u32; 4] = [480, 800, 1200, 1600];

/// A picture that can't be used.
#[derive(Debug, thiserror::Error)]
pub enum MediaError {
    /// More bytes than the limit.
    #[error("{bytes} bytes are too many; {limit} at most")]
    TooLarge {
        /// Bytes of the file.
        bytes: usize,
        /// The limit.
        limit: usize,
    },
    /// More pixels than the limit.
    #[error("{width} × {height} pixels are too many; {limit} at most")]
    TooManyPixels {
        /// Width in pixels.
        width: u32,
        /// Height in pixels.
        height: u32,
        /// The limit on their product.
        limit: u64,
    },
    /// Not a picture we read.
    #[error("not a JPEG, PNG or WebP picture: {0}")]
    Unreadable(String),
    /// A picture that moves: only its first moment would be left.
    #[error("the picture is animated; only still ones are taken")]
    Animated,
    /// Drawn in vectors, such as SVG, which can hold scripts.
    #[error("a vector graphic can hold scripts and isn't taken; export it as PNG")]
    Vector,
    /// No picture has this hash.
    #[error("there is no such picture")]
    Unknown,
    /// The folder can't be used.
    #[error("can't use the media folder: {0}")]
    Io(#[from] std::io::Error),
    /// The storage can't be used.
    #[error("can't use the media storage: {0}")]
    Storage(#[from] object_store::Error),
    /// The work was interrupted.
    #[error("the picture's variant could not be made: {0}")]
    Interrupted(String),
}

/// The widths a picture of this width is offered in: those of [`WIDTHS`] it reaches, and always one.
pub fn widths_for(width: u32) -> impl Iterator<Item = u32> {
    WIDTHS
        .into_iter()
        .enumerate()
        .filter(move |(place, own)| *place == 0 || *own <= width)
        .map(|(_, own)| own)
}

/// The width for browsers that know no `srcset`.
#[must_use]
pub fn middle_width(width: u32) -> u32 {
    widths_for(width).filter(|own| *own <= 800).last().unwrap_or(WIDTHS[0])
}
