//! Taking a picture in: checked before it is decoded, and stripped of metadata.

use std::io::Cursor;

use image::codecs::jpeg::JpegEncoder;
use image::metadata::Orientation;
use image::{DynamicImage, ImageDecoder, ImageFormat, ImageReader};

use super::MediaError;
use super::bare::is_bare_jpeg;

/// What is taken in at most.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of the file.
    pub bytes: usize,
    /// Width times height.
    pub pixels: u64,
}

impl Default for Limits {
    /// 20 MiB and 50 megapixels.
    fn default() -> Self {
        Self { bytes: 20 * 1024 * 1024, pixels: 50_000_000 }
    }
}

/// A picture as it is stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Prepared {
    /// Content hash of the bytes: the picture's name.
    pub hash: String,
    /// JPEG, or PNG where the picture is partly transparent.
    pub bytes: Vec<u8>,
    /// Its media type.
    pub mime: &'static str,
    /// Width in pixels.
    pub width: u32,
    /// Height in pixels.
    pub height: u32,
}

/// Reads a picture by its content (the file's name says nothing), turns it upright, and writes it
/// anew: what isn't pixels (places, cameras, thumbnails, appended archives) stays behind. A JPEG
/// that holds nothing else is kept as it is, with all its quality.
///
/// CPU-bound: ten milliseconds a megapixel and more. The same bytes give the same result.
pub fn prepare(bytes: &[u8], limits: Limits) -> Result<Prepared, MediaError> {
    if bytes.len() > limits.bytes {
        return Err(MediaError::TooLarge { bytes: bytes.len(), limit: limits.bytes });
    }
    let image = decode(bytes, limits)?;
    let (bytes, mime) = if is_bare_jpeg(bytes) { (bytes.to_vec(), "image/jpeg") } else { encode(&image)? };
    let hash = kernel::hash::content_hash(&bytes);
    Ok(Prepared { hash, bytes, mime, width: image.width(), height: image.height() })
}

/// Decodes after the dimensions in the header were checked.
pub(super) fn decode(bytes: &[u8], limits: Limits) -> Result<DynamicImage, MediaError> {
    let unreadable = |error: image::ImageError| MediaError::Unreadable(error.to_string());
    let reader = ImageReader::new(Cursor::new(bytes)).with_guessed_format()?;
    match reader.format() {
        Some(ImageFormat::Jpeg | ImageFormat::Png | ImageFormat::WebP) => {}
        _ => return Err(MediaError::Unreadable("its content is of another kind".to_owned())),
    }
    let mut decoder = reader.into_decoder().map_err(unreadable)?;
    let (width, height) = decoder.dimensions();
    if u64::from(width) * u64::from(height) > limits.pixels || width == 0 || height == 0 {
        return Err(MediaError::TooManyPixels { width, height, limit: limits.pixels });
    }
    let orientation = decoder.orientation().unwrap_or(Orientation::NoTransforms);
    let mut image = DynamicImage::from_decoder(decoder).map_err(unreadable)?;
    image.apply_orientation(orientation);
    Ok(image)
}

fn encode(image: &DynamicImage) -> Result<(Vec<u8>, &'static str), MediaError> {
    let unreadable = |error: image::ImageError| MediaError::Unreadable(error.to_string());
    let mut bytes = Vec::new();
    if is_transparent(image) {
        image.to_rgba8().write_to(&mut Cursor::new(&mut bytes), ImageFormat::Png).map_err(unreadable)?;
        return Ok((bytes, "image/png"));
    }
    image.to_rgb8().write_with_encoder(JpegEncoder::new_with_quality(&mut bytes, 88)).map_err(unreadable)?;
    Ok((bytes, "image/jpeg"))
}

fn is_transparent(image: &DynamicImage) -> bool {
    image.color().has_alpha() && image.to_rgba8().pixels().any(|pixel| pixel.0[3] < 255)
}

#[cfg(test)]
mod tests {
    use image::{Rgb, RgbImage, Rgba, RgbaImage};

    use super::*;

    fn jpeg(width: u32, height: u32) -> Vec<u8> {
        let image =
            RgbImage::from_fn(
                width,
                height,
                |x, _| if x < width / 2 { Rgb([255, 0, 0]) } else { Rgb([0, 0, 255]) },
            );
        let mut bytes = Vec::new();
        image.write_with_encoder(JpegEncoder::new(&mut bytes)).expect("encoded");
        bytes
    }

    /// The picture with an EXIF segment that says “rotate by 90°” and carries a secret.
    fn with_exif(jpeg: &[u8]) -> Vec<u8> {
        let mut tiff = b"MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0".to_vec();
        tiff.extend_from_slice(b"secret place");
        let mut exif = b"Exif\0\0".to_vec();
        exif.extend(tiff);
        let mut out = jpeg[..2].to_vec();
        out.extend([0xFF, 0xE1]);
        out.extend(u16::try_from(exif.len() + 2).expect("short").to_be_bytes());
        out.extend(exif);
        out.extend(&jpeg[2..]);
        out
    }

    #[test]
    fn pictures_are_turned_upright_and_stripped() {
        let original = with_exif(&jpeg(40, 20));
        let prepared = prepare(&original, Limits::default()).expect("a picture");
        assert_eq!((prepared.width, prepared.height), (20, 40));
        assert!(!prepared.bytes.windows(6).any(|window| window == b"secret"));
        assert_eq!(prepared, prepare(&original, Limits::default()).expect("a picture"), "deterministic");
    }

    #[test]
    fn transparency_is_kept() {
        let mut bytes = Vec::new();
        let image = RgbaImage::from_pixel(4, 4, Rgba([1, 2, 3, 40]));
        image.write_to(&mut Cursor::new(&mut bytes), ImageFormat::Png).expect("encoded");
        assert_eq!(prepare(&bytes, Limits::default()).expect("a picture").mime, "image/png");
    }

    #[test]
    fn limits_hold_before_decoding() {
        let limits = Limits { pixels: 100, ..Limits::default() };
        assert!(matches!(
            prepare(&jpeg(40, 20), limits),
            Err(MediaError::TooManyPixels { width: 40, height: 20, .. })
        ));
        let limits = Limits { bytes: 10, ..Limits::default() };
        assert!(matches!(prepare(&jpeg(4, 4), limits), Err(MediaError::TooLarge { .. })));
    }

    #[test]
    fn what_is_no_picture_is_refused() {
        let whole = jpeg(40, 20);
        for bytes in [&b"GIF89a"[..], b"", b"<svg xmlns='http://www.w3.org/2000/svg'/>", &whole[..30]] {
            assert!(matches!(prepare(bytes, Limits::default()), Err(MediaError::Unreadable(_))));
        }
    }
}
