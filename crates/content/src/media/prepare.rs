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
        Some(ImageFormat::Jpeg | ImageFormat::Png | ImageFormat::WebP) if is_animated(bytes) => {
            return Err(MediaError::Animated);
        }
        Some(ImageFormat::Jpeg | ImageFormat::Png | ImageFormat::WebP) => {}
        Some(ImageFormat::Gif) => return Err(MediaError::Animated),
        None if is_vector(bytes) => return Err(MediaError::Vector),
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

/// A PNG with an `acTL` chunk before its pixels (PNG, third edition, 11.3.6.1), or a WebP whose
/// `VP8X` header says so (RFC 9649, 2.7).
fn is_animated(bytes: &[u8]) -> bool {
    if bytes.starts_with(b"\x89PNG") {
        let pixels = bytes.windows(4).position(|chunk| chunk == b"IDAT").unwrap_or(bytes.len());
        return bytes[..pixels].windows(4).any(|chunk| chunk == b"acTL");
    }
    bytes.starts_with(b"RIFF")
        && bytes.get(12..16) == Some(b"VP8X")
        && bytes.get(20).is_some_and(|flags| flags & 2 != 0)
}

/// SVG, or another kind of XML.
fn is_vector(bytes: &[u8]) -> bool {
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(512)]).to_ascii_lowercase();
    let head = head.trim_start_matches('\u{feff}').trim_start();
    head.starts_with("<svg") || head.starts_with("<?xml") || (head.starts_with("<!") && head.contains("<svg"))
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
        for bytes in [&b"BM"[..], b"", b"plain text", &whole[..30]] {
            assert!(matches!(prepare(bytes, Limits::default()), Err(MediaError::Unreadable(_))));
        }
        for bytes in [&b"<svg xmlns='http://www.w3.org/2000/svg'/>"[..], b"\n<?xml version='1.0'?><svg/>"] {
            assert!(matches!(prepare(bytes, Limits::default()), Err(MediaError::Vector)));
        }
        let mut moving = Vec::new();
        RgbImage::from_pixel(4, 4, Rgb([1, 2, 3]))
            .write_to(&mut Cursor::new(&mut moving), ImageFormat::Png)
            .expect("encoded");
        // An animation's chunk goes behind the header, which is 33 bytes long.
        moving.splice(33..33, *b"\0\0\0\x08acTL\0\0\0\x02\0\0\0\0\xf3\x8d\x93\x70");
        let webp = b"RIFF\x16\0\0\0WEBPVP8X\x0a\0\0\0\x02\0\0\0\x03\0\0\x03\0\0";
        for bytes in [b"GIF89a", &moving[..], webp] {
            assert!(matches!(prepare(bytes, Limits::default()), Err(MediaError::Animated)));
        }
    }
}
