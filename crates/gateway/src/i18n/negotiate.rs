//! `Accept-Language` (RFC 9110, section 12.5.4).

use kernel::Locale;

/// The languages a browser asks for, best first; those refused (`q=0`), `*` and nonsense left out.
/// At most the first 20 are read.
pub(crate) fn accepted(header: &str) -> Vec<Locale> {
    let mut ranges: Vec<(u16, Locale)> = header
        .split(',')
        .take(20)
        .filter_map(|range| {
            let (tag, parameters) = range.split_once(';').unwrap_or((range, ""));
            let locale = tag.trim().parse().ok()?;
            let quality = parameters.trim().strip_prefix("q=").map_or(Some(1000), thousandths)?;
            (quality > 0).then_some((quality, locale))
        })
        .collect();
    // Stable: equal quality keeps the order of the header.
    ranges.sort_by_key(|(quality, _)| std::cmp::Reverse(*quality));
    ranges.into_iter().map(|(_, locale)| locale).collect()
}

/// A quality value as thousandths: `0.8` is 800.
fn thousandths(text: &str) -> Option<u16> {
    let (whole, fraction) = text.trim().split_once('.').unwrap_or((text.trim(), ""));
    let whole: u16 = whole.parse().ok().filter(|whole| *whole <= 1)?;
    let digits = fraction.bytes().chain(std::iter::repeat(b'0')).take(3);
    let mut fraction = digits.map(|b| b.is_ascii_digit().then(|| u16::from(b - b'0')));
    let fraction = fraction.try_fold(0, |sum, digit| Some(sum * 10 + digit?))?;
    Some((whole * 1000 + fraction).min(1000))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn tags(header: &str) -> Vec<String> {
        accepted(header).iter().map(ToString::to_string).collect()
    }

    #[test]
    fn best_first() {
        assert_eq!(tags("fr-CH, fr;q=0.9, en;q=0.8, de;q=0.7, *;q=0.5"), ["fr-CH", "fr", "en", "de"]);
        assert_eq!(tags("en;q=0.5, de"), ["de", "en"]);
        assert_eq!(tags("it;q=0, es;q=0.001"), ["es"]);
    }

    #[test]
    fn nonsense_is_left_out() {
        assert!(tags("").is_empty());
        assert_eq!(tags("; q, ,,de;q=x, it;q=1.5, es;q=-1"), ["it"]);
    }

    proptest! {
        #[test]
        fn never_panics(header in "\\PC{0,200}") {
            accepted(&header);
        }
    }
}
