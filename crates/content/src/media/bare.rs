//! Telling a JPEG that is nothing but a picture.
//!
//! Markers are those of ITU-T T.81, table B.1. Whatever isn't certain counts as not bare: the
//! picture is then written anew, which costs time and a little quality, and nothing else.

/// Whether the file holds only what is needed to show it: no EXIF, XMP, comments or thumbnails, and
/// nothing after the picture's end. For files that have been decoded: it proves nothing else.
pub(super) fn is_bare_jpeg(bytes: &[u8]) -> bool {
    let Some(mut rest) = bytes.strip_prefix(&[0xFF, 0xD8]) else { return false };
    loop {
        let &[0xFF, marker, high, low, ..] = rest else { return false };
        let length = usize::from(u16::from_be_bytes([high, low]));
        let Some(segment) = rest.get(4..2 + length) else { return false };
        match marker {
            // Start of scan: the picture itself. In it a marker can't be mistaken, and the end comes once.
            0xDA => return ends_once(rest),
            // Frame header (baseline, extended, progressive), Huffman and quantisation tables, restarts.
            0xC0..=0xC2 | 0xC4 | 0xDB | 0xDD => {}
            // JFIF without a thumbnail; Adobe's note on the colours.
            0xE0 if segment.starts_with(b"JFIF\0") && segment.len() == 14 => {}
            0xEE if segment.starts_with(b"Adobe") && segment.len() == 12 => {}
            _ => return false,
        }
        rest = &rest[2 + length..];
    }
}

fn ends_once(scans: &[u8]) -> bool {
    let end = scans.windows(2).position(|pair| pair == [0xFF, 0xD9]);
    // Between the scans of a progressive picture there may be tables, and nothing that speaks.
    let speaks = scans.windows(2).any(|pair| pair[0] == 0xFF && matches!(pair[1], 0xE0..=0xEF | 0xFE));
    end == Some(scans.len() - 2) && !speaks
}

#[cfg(test)]
mod tests {
    use image::codecs::jpeg::JpegEncoder;
    use image::{Rgb, RgbImage};

    use super::*;

    fn jpeg() -> Vec<u8> {
        let mut bytes = Vec::new();
        let image = RgbImage::from_fn(40, 20, |x, y| {
            Rgb([u8::try_from(x * 6 % 256).unwrap_or(0), 0, u8::try_from(y * 12 % 256).unwrap_or(0)])
        });
        image.write_with_encoder(JpegEncoder::new(&mut bytes)).expect("encoded");
        bytes
    }

    fn with_segment(marker: u8, content: &[u8]) -> Vec<u8> {
        let mut bytes = jpeg();
        let length = u16::try_from(content.len() + 2).expect("short").to_be_bytes();
        let segment = [&[0xFF, marker], &length[..], content].concat();
        bytes.splice(2..2, segment);
        bytes
    }

    #[test]
    fn a_picture_as_an_encoder_writes_it_is_bare() {
        assert!(is_bare_jpeg(&jpeg()));
    }

    #[test]
    fn what_else_a_file_can_carry_is_seen() {
        let appended = [&jpeg()[..], b"PK\x03\x04 an archive"].concat();
        let second = [jpeg(), jpeg()].concat();
        let mut cut = jpeg();
        cut.truncate(cut.len() - 2);
        for (what, file) in [
            ("EXIF", with_segment(0xE1, b"Exif\0\0secret place")),
            ("a comment", with_segment(0xFE, b"secret")),
            ("Photoshop's notes", with_segment(0xED, b"Photoshop 3.0\0")),
            ("a JFIF thumbnail", with_segment(0xE0, b"JFIF\0\x01\x01\0\0\x01\0\x01\x01\x01abc")),
            ("an archive", appended),
            ("a second picture", second),
            ("no end", cut),
            ("nothing", Vec::new()),
            ("a lie about a length", vec![0xFF, 0xD8, 0xFF, 0xDB, 0xFF, 0xFF, 0]),
            ("a length of nothing", vec![0xFF, 0xD8, 0xFF, 0xDB, 0, 0, 0]),
        ] {
            assert!(!is_bare_jpeg(&file), "{what}");
        }
    }
}
