//! The sizes and formats a picture is shown in.

use std::io::Cursor;

use fast_image_resize::{ResizeOptions, Resizer};
use image::codecs::jpeg::JpegEncoder;
use image::{DynamicImage, RgbImage};

use super::{Focus, Limits, MediaError, WIDTHS, prepare};

/// Width and height of a link preview, in pixels.
const PREVIEW: (u32, u32) = (1200, 630);
/// Width and height of a square, in pixels.
const SQUARE: (u32, u32) = (480, 480);

/// One of the fixed variants. Addresses can name no other, so nobody can fill the disk.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Variant {
    /// `w800.webp`: so wide, in WebP.
    Webp(u32),
    /// `w800.jpg`: so wide, in JPEG.
    Jpeg(u32),
    /// `og.jpg`: 1200 × 630, for link previews. Cut around the focal point.
    Preview,
    /// `square.jpg`: 480 × 480. Cut around the focal point.
    Square,
}

impl Variant {
    /// Reads the last part of an address.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        if let Some(cut) = [Self::Preview, Self::Square].into_iter().find(|cut| cut.name() == name) {
            return Some(cut);
        }
        let (width, extension) = name.strip_prefix('w')?.split_once('.')?;
        let width = WIDTHS.into_iter().find(|own| own.to_string() == width)?;
        match extension {
            "webp" => Some(Self::Webp(width)),
            "jpg" => Some(Self::Jpeg(width)),
            _ => None,
        }
    }

    /// Whether only a part of the picture is shown, so that it depends on where its focal point is.
    #[must_use]
    pub fn is_cut(self) -> bool {
        matches!(self, Self::Preview | Self::Square)
    }

    /// Its name in storage.
    pub(super) fn file(self, focus: Focus) -> String {
        let name = self.name();
        match name.split_once('.') {
            Some((stem, extension)) if self.is_cut() && focus != Focus::default() => {
                format!("{stem}-{}-{}.{extension}", focus.x(), focus.y())
            }
            _ => name,
        }
    }

    /// Its name in addresses.
    #[must_use]
    pub fn name(self) -> String {
        match self {
            Self::Webp(width) => format!("w{width}.webp"),
            Self::Jpeg(width) => format!("w{width}.jpg"),
            Self::Preview => "og.jpg".to_owned(),
            Self::Square => "square.jpg".to_owned(),
        }
    }

    /// Its media type.
    #[must_use]
    pub fn mime(self) -> &'static str {
        match self {
            Self::Webp(_) => "image/webp",
            Self::Jpeg(_) | Self::Preview | Self::Square => "image/jpeg",
        }
    }

    /// Makes it from the original's bytes. CPU-bound.
    pub(super) fn make(self, original: &[u8], focus: Focus) -> Result<Vec<u8>, MediaError> {
        let image = prepare::decode(original, Limits { bytes: usize::MAX, pixels: u64::MAX })?;
        match self {
            Self::Webp(width) => {
                let small = scaled(&on_white(&image), width)?;
                let (width, height) = small.dimensions();
                Ok(webp::Encoder::from_rgb(small.as_raw(), width, height).encode(78.0).to_vec())
            }
            Self::Jpeg(width) => jpeg(&scaled(&on_white(&image), width)?),
            Self::Preview => jpeg(&cut(&on_white(&image), PREVIEW, focus)?),
            Self::Square => jpeg(&cut(&on_white(&image), SQUARE, focus)?),
        }
    }
}

/// The picture at this width, or as it is if it is narrower.
fn scaled(image: &RgbImage, width: u32) -> Result<RgbImage, MediaError> {
    if image.width() <= width {
        return Ok(image.clone());
    }
    let height = (u64::from(image.height()) * u64::from(width)).div_ceil(u64::from(image.width()));
    resized(image, width, u32::try_from(height).unwrap_or(u32::MAX).max(1), &ResizeOptions::new())
}

/// The part of the picture around its focal point, at this size.
fn cut(image: &RgbImage, (width, height): (u32, u32), focus: Focus) -> Result<RgbImage, MediaError> {
    let (left, top, wide, high) = focus.cut(image.dimensions(), width, height);
    resized(image, width, height, &ResizeOptions::new().crop(left, top, wide, high))
}

fn resized(
    image: &RgbImage,
    width: u32,
    height: u32,
    options: &ResizeOptions,
) -> Result<RgbImage, MediaError> {
    let source = DynamicImage::ImageRgb8(image.clone());
    let mut target = DynamicImage::new_rgb8(width, height);
    Resizer::new()
        .resize(&source, &mut target, Some(options))
        .map_err(|error| MediaError::Interrupted(error.to_string()))?;
    Ok(target.into_rgb8())
}

fn jpeg(image: &RgbImage) -> Result<Vec<u8>, MediaError> {
    let mut bytes = Vec::new();
    image
        .write_with_encoder(JpegEncoder::new_with_quality(&mut Cursor::new(&mut bytes), 82))
        .map_err(|error| MediaError::Interrupted(error.to_string()))?;
    Ok(bytes)
}

/// Transparent parts become white: neither JPEG nor our WebP has transparency.
fn on_white(image: &DynamicImage) -> RgbImage {
    if !image.color().has_alpha() {
        return image.to_rgb8();
    }
    let image = image.to_rgba8();
    RgbImage::from_fn(image.width(), image.height(), |x, y| {
        let [red, green, blue, alpha] = image.get_pixel(x, y).0;
        let blend = |channel: u8| {
            let sum = u16::from(channel) * u16::from(alpha) + 255 * (255 - u16::from(alpha));
            u8::try_from(sum / 255).unwrap_or(255)
        };
        image::Rgb([blend(red), blend(green), blend(blue)])
    })
}

#[cfg(test)]
mod tests {
    use image::GenericImageView;

    use super::*;

    #[test]
    fn only_fixed_names_are_variants() {
        for name in ["w480.webp", "w1600.jpg", "og.jpg", "square.jpg"] {
            assert_eq!(Variant::parse(name).map(Variant::name).as_deref(), Some(name));
        }
        for name in
            ["w481.webp", "w480.png", "w0480.jpg", "../x", "w480.jpg.jpg", "", "original.jpg", "og-30-70.jpg"]
        {
            assert_eq!(Variant::parse(name), None, "{name}");
        }
    }

    #[test]
    fn variants_have_their_size() {
        let mut original = Vec::new();
        let image = RgbImage::from_pixel(1000, 500, image::Rgb([9, 99, 199]));
        image.write_with_encoder(JpegEncoder::new(&mut original)).expect("encoded");
        let size = |variant: Variant| {
            let bytes = variant.make(&original, Focus::default()).expect("made");
            image::load_from_memory(&bytes).expect("decoded").dimensions()
        };
        assert_eq!(size(Variant::Jpeg(480)), (480, 240));
        assert_eq!(size(Variant::Webp(800)), (800, 400));
        assert_eq!(size(Variant::Jpeg(1200)), (1000, 500), "never wider than the original");
        assert_eq!(size(Variant::Preview), (1200, 630));
        assert_eq!(size(Variant::Square), (480, 480));
    }

    #[test]
    fn cuts_keep_the_focal_point() {
        let mut original = Vec::new();
        let image = RgbImage::from_fn(900, 300, |x, _| {
            image::Rgb(if x < 300 {
                [255, 0, 0]
            } else if x < 600 {
                [0, 255, 0]
            } else {
                [0, 0, 255]
            })
        });
        image.write_with_encoder(JpegEncoder::new(&mut original)).expect("encoded");
        let middle = |x: u8| {
            let focus = Focus::new(x, 50).expect("a point");
            let bytes = Variant::Square.make(&original, focus).expect("made");
            let pixel = image::load_from_memory(&bytes).expect("decoded").to_rgb8().get_pixel(240, 240).0;
            pixel.iter().position(|channel| *channel > 200)
        };
        assert_eq!([middle(0), middle(50), middle(100)], [Some(0), Some(1), Some(2)]);
        let (focus, name) =
            (Focus::new(30, 70).expect("a point"), |variant: Variant, focus| variant.file(focus));
        assert_eq!(name(Variant::Preview, focus), "og-30-70.jpg");
        assert_eq!(name(Variant::Preview, Focus::default()), "og.jpg");
        assert_eq!(name(Variant::Jpeg(480), focus), "w480.jpg");
    }
}
