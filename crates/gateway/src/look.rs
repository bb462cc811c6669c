//! How the publication looks beyond the theme's files: colours and type that staff choose on a page.
//!
//! The theme's style sheet names a few colours; this gives them other values, in a small sheet after
//! it. Staff choose paper, ink and accent for light and dark, everything between is mixed from them,
//! so that nothing can be chosen that can't be read.

use std::fmt::Write;

use serde::{Deserialize, Serialize};

use crate::http::Encoded;

/// The setting that holds it.
pub(crate) const SETTING: &str = "look";
/// The least contrast of text (WCAG 2.2, 1.4.3).
pub(crate) const LEAST: f64 = 4.5;

/// A colour in sRGB.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub(crate) struct Colour([u8; 3]);

impl TryFrom<String> for Colour {
    type Error = &'static str;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        Self::parse(&text).ok_or("a colour is written as #rrggbb")
    }
}

impl From<Colour> for String {
    fn from(colour: Colour) -> Self {
        colour.css()
    }
}

impl Colour {
    /// Reads `#rrggbb`.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        let digits = text.strip_prefix('#').filter(|digits| digits.len() == 6 && digits.is_ascii())?;
        let part = |at: usize| u8::from_str_radix(digits.get(at..at + 2)?, 16).ok();
        Some(Self([part(0)?, part(2)?, part(4)?]))
    }

    /// As style sheets write it.
    pub(crate) fn css(self) -> String {
        let [red, green, blue] = self.0;
        format!("#{red:02x}{green:02x}{blue:02x}")
    }

    /// Relative luminance (WCAG 2.2, “relative luminance”).
    fn luminance(self) -> f64 {
        let linear = |part: u8| {
            let part = f64::from(part) / 255.0;
            if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
        };
        let [red, green, blue] = self.0.map(linear);
        0.2126 * red + 0.7152 * green + 0.0722 * blue
    }

    /// Contrast ratio, 1 to 21 (WCAG 2.2, “contrast ratio”).
    pub(crate) fn contrast(self, other: Self) -> f64 {
        let (one, two) = (self.luminance(), other.luminance());
        (one.max(two) + 0.05) / (one.min(two) + 0.05)
    }

    /// So many hundredths of the way to another colour.
    fn towards(self, other: Self, hundredths: u16) -> Self {
        let part = |from: u8, to: u8| {
            let sum = u16::from(from) * (100 - hundredths) + u16::from(to) * hundredths;
            u8::try_from((sum + 50) / 100).unwrap_or(u8::MAX)
        };
        Self(std::array::from_fn(|channel| part(self.0[channel], other.0[channel])))
    }

    /// Black or white, whichever can be read on it: one of them always can.
    fn readable(self) -> Self {
        let (black, white) = (Self([0, 0, 0]), Self([255, 255, 255]));
        if self.contrast(black) >= self.contrast(white) { black } else { white }
    }
}

/// The colours of light or of dark.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Palette {
    pub(crate) paper: Colour,
    pub(crate) ink: Colour,
    pub(crate) accent: Colour,
}

impl Palette {
    /// The theme's own.
    pub(crate) const LIGHT: Self = Self {
        paper: Colour([0xfb, 0xf8, 0xf2]),
        ink: Colour([0x1d, 0x1b, 0x16]),
        accent: Colour([0xb3, 0x30, 0x1a]),
    };
    pub(crate) const DARK: Self = Self {
        paper: Colour([0x16, 0x15, 0x0f]),
        ink: Colour([0xec, 0xe7, 0xda]),
        accent: Colour([0xff, 0x8d, 0x6f]),
    };

    /// Boxes and bands: a little of the ink in the paper.
    fn raised(self) -> Colour {
        self.paper.towards(self.ink, 5)
    }

    /// Text that stands back: as much paper in the ink as can still be read on a raised ground.
    fn quiet(self) -> Colour {
        let readable = |colour: &Colour| colour.contrast(self.raised()) >= LEAST;
        let mixed = (0..=30).rev().map(|hundredths| self.ink.towards(self.paper, hundredths));
        mixed.into_iter().find(readable).unwrap_or(self.ink)
    }

    /// The contrast of text, and of what stands out, where each is least.
    pub(crate) fn contrasts(self) -> [f64; 2] {
        [self.ink, self.accent].map(|colour| colour.contrast(self.paper).min(colour.contrast(self.raised())))
    }

    fn css(self, out: &mut String) {
        let values = [
            ("paper", self.paper),
            ("raised", self.raised()),
            ("ink", self.ink),
            ("quiet", self.quiet()),
            ("line", self.paper.towards(self.ink, 18)),
            ("rule", self.ink),
            ("accent", self.accent),
            ("on-accent", self.accent.readable()),
            ("mark", self.paper.towards(self.accent, 25)),
        ];
        for (name, colour) in values {
            let _ = write!(out, "--{name}:{};", colour.css());
        }
    }
}

/// Which of the fonts in the binary, or the reader's own.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Type {
    /// Stories in the serif, what is around them in the sans.
    #[default]
    Newspaper,
    /// All in the sans.
    Plain,
    /// The fonts of the reader's system: nothing is loaded.
    System,
}

impl Type {
    pub(crate) const ALL: [(Self, &str); 3] =
        [(Self::Newspaper, "newspaper"), (Self::Plain, "plain"), (Self::System, "system")];

    /// The choice with this name.
    pub(crate) fn named(name: &str) -> Option<Self> {
        Self::ALL.iter().find(|(_, known)| *known == name).map(|(of, _)| *of)
    }

    fn css(self) -> &'static str {
        match self {
            Self::Newspaper => "",
            Self::Plain => "--serif:\"Gazette Sans\",\"Gazette Naskh\",system-ui,sans-serif;",
            Self::System => "--serif:Charter,Cambria,Georgia,serif;--sans:system-ui,sans-serif;",
        }
    }
}

/// What staff have chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Look {
    pub(crate) light: Palette,
    pub(crate) dark: Palette,
    #[serde(rename = "type")]
    pub(crate) fonts: Type,
}

impl Default for Look {
    fn default() -> Self {
        Self { light: Palette::LIGHT, dark: Palette::DARK, fonts: Type::default() }
    }
}

impl Look {
    /// The style sheet that comes after the theme's.
    pub(crate) fn css(self) -> String {
        let mut css = String::from(":root{");
        self.light.css(&mut css);
        css.push_str(self.fonts.css());
        css.push_str("}\n@media (prefers-color-scheme: dark){:root{");
        self.dark.css(&mut css);
        css.push_str("}}\n");
        css
    }
}

/// The sheet at an address that says what is in it, so that it can be kept for good.
#[derive(Debug)]
pub(crate) struct Sheet {
    pub(crate) href: String,
    pub(crate) content: Encoded,
}

/// The name of the sheet among the assets.
pub(crate) const NAME: &str = "look.css";

impl Sheet {
    /// The sheet of a look; none for the theme's own, which needs no other.
    pub(crate) fn of(look: Look) -> Option<Self> {
        if look == Look::default() {
            return None;
        }
        let css = look.css();
        let hash: String = kernel::hash::content_hash(css.as_bytes()).chars().take(12).collect();
        Some(Self {
            href: format!("/assets/{hash}/{NAME}"),
            content: Encoded::new(css, "text/css; charset=utf-8"),
        })
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn colour(text: &str) -> Colour {
        Colour::parse(text).expect("a colour")
    }

    #[test]
    fn contrast_is_as_the_standard_computes_it() {
        let ratio = |a, b| format!("{:.2}", colour(a).contrast(colour(b)));
        assert_eq!(ratio("#000000", "#ffffff"), "21.00");
        assert_eq!(ratio("#777777", "#ffffff"), "4.48");
        assert_eq!(ratio("#ffffff", "#767676"), "4.54");
        assert_eq!(ratio("#123456", "#123456"), "1.00");
    }

    #[test]
    fn colours_are_six_digits() {
        assert_eq!(colour("#FFaa00").css(), "#ffaa00");
        for text in ["ffaa00", "#fa0", "#ffaa0g", "#ffaa00;}", "", "#ääää"] {
            assert_eq!(Colour::parse(text), None, "{text}");
        }
    }

    #[test]
    fn the_theme_itself_can_be_read_and_needs_no_sheet() {
        for palette in [Palette::LIGHT, Palette::DARK] {
            assert!(palette.contrasts().into_iter().all(|contrast| contrast >= LEAST), "{palette:?}");
        }
        assert!(Sheet::of(Look::default()).is_none());
        let other = Look { fonts: Type::Plain, ..Look::default() };
        let sheet = Sheet::of(other).expect("a sheet");
        assert!(sheet.href.starts_with("/assets/") && sheet.href.ends_with("/look.css"));
        assert!(
            other.css().contains("--serif:\"Gazette Sans\"")
                && other.css().contains("prefers-color-scheme: dark")
        );
    }

    proptest! {
        #[test]
        fn what_is_mixed_can_be_read_where_what_was_chosen_can(paper: [u8; 3], ink: [u8; 3], accent: [u8; 3]) {
            let palette = Palette { paper: Colour(paper), ink: Colour(ink), accent: Colour(accent) };
            let accent = palette.accent;
            prop_assert!(accent.readable().contrast(accent) >= LEAST);
            if palette.contrasts()[0] >= LEAST {
                prop_assert!(palette.quiet().contrast(palette.raised()) >= LEAST);
            }
        }
    }
}
