//! Where a picture's main thing is.

use serde::{Deserialize, Serialize};

/// The point that stays in view when a picture is cut, in hundredths of its width from the left and
/// of its height from the top.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Focus {
    x: u8,
    y: u8,
}

impl Default for Focus {
    /// The middle.
    fn default() -> Self {
        Self { x: 50, y: 50 }
    }
}

impl Focus {
    /// The point, if both are 0 to 100.
    #[must_use]
    pub fn new(x: u8, y: u8) -> Option<Self> {
        (x <= 100 && y <= 100).then_some(Self { x, y })
    }

    /// The same of what a database holds; what can't be is the middle.
    pub(crate) fn stored(x: i32, y: i32) -> Self {
        let part = |value| u8::try_from(value).ok();
        part(x).zip(part(y)).and_then(|(x, y)| Self::new(x, y)).unwrap_or_default()
    }

    /// Hundredths from the left.
    #[must_use]
    pub fn x(self) -> u8 {
        self.x
    }

    /// Hundredths from the top.
    #[must_use]
    pub fn y(self) -> u8 {
        self.y
    }

    /// The largest part of a picture with the proportions of `width` to `height` that has the point
    /// as near to its middle as can be: left, top, width and height.
    pub(super) fn cut(self, picture: (u32, u32), width: u32, height: u32) -> (f64, f64, f64, f64) {
        let (whole_width, whole_height) = (f64::from(picture.0), f64::from(picture.1));
        let scale = (whole_width / f64::from(width)).min(whole_height / f64::from(height));
        let (width, height) = (f64::from(width) * scale, f64::from(height) * scale);
        // Whole pixels, so that no rounding leads over the edge.
        let begin = |at: u8, whole: f64, part: f64| {
            (whole * f64::from(at) / 100.0 - part / 2.0).clamp(0.0, (whole - part).max(0.0)).floor()
        };
        let (left, top) = (begin(self.x, whole_width, width), begin(self.y, whole_height, height));
        (left, top, width.min(whole_width - left), height.min(whole_height - top))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn the_cut_follows_the_point_up_to_the_edge() {
        let cut = |x| format!("{:?}", Focus::new(x, 50).expect("a point").cut((1000, 500), 1, 1));
        for (x, left) in [(0, "0.0"), (25, "0.0"), (50, "250.0"), (75, "500.0"), (100, "500.0")] {
            assert_eq!(cut(x), format!("({left}, 0.0, 500.0, 500.0)"), "{x}");
        }
        let whole = Focus::default().cut((1200, 630), 1200, 630);
        assert_eq!(format!("{whole:?}"), "(0.0, 0.0, 1200.0, 630.0)");
        assert_eq!(Focus::new(101, 0), None);
    }

    proptest! {
        #[test]
        fn the_cut_is_always_within_the_picture(x in 0_u8..=100, y in 0_u8..=100, width in 1_u32..9000, height in 1_u32..9000) {
            let (left, top, wide, high) = Focus::new(x, y).expect("a point").cut((width, height), 1200, 630);
            prop_assert!(left >= 0.0 && top >= 0.0 && wide > 0.0 && high > 0.0);
            prop_assert!(left + wide <= f64::from(width) && top + high <= f64::from(height));
        }
    }
}
