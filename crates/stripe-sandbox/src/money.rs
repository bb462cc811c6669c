//! Whole minor units, and the roundings that touch them.
//!
//! Every rounding in the sandbox is here: half away from zero, to the nearest minor unit, once per line.

/// How many digits a currency has after the point (Stripe "currencies": zero- and three-decimal ones).
pub(crate) fn exponent(currency: &str) -> u32 {
    match currency {
        "bif" | "clp" | "djf" | "gnf" | "jpy" | "kmf" | "krw" | "mga" | "pyg" | "rwf" | "ugx" | "vnd"
        | "vuv" | "xaf" | "xof" | "xpf" => 0,
        "bhd" | "jod" | "kwd" | "omr" | "tnd" => 3,
        _ => 2,
    }
}

/// Stripe's largest amount: eight digits.
pub(crate) const LARGEST: i64 = 99_999_999;

/// Stripe takes three-decimal amounts only in tens.
pub(crate) fn is_chargeable(amount: i64, currency: &str) -> bool {
    (0..=LARGEST).contains(&amount) && (exponent(currency) != 3 || amount % 10 == 0)
}

/// `amount × part ÷ whole`, rounded half away from zero; 0 when the whole is 0.
pub(crate) fn share(amount: i64, part: i64, whole: i64) -> i64 {
    if whole == 0 {
        return 0;
    }
    let product = i128::from(amount) * i128::from(part);
    let whole = i128::from(whole);
    let half = (whole.abs() / 2) * product.signum();
    // Odd wholes have no exact half; the truncation then rounds to the nearest anyway.
    i64::try_from((product + half) / whole).unwrap_or(i64::MAX)
}

/// A percentage in hundredths of a percent (25.5 % is 2550) of an amount.
pub(crate) fn percent(amount: i64, hundredths: i64) -> i64 {
    share(amount, hundredths, 10_000)
}

/// An amount for people, such as `9.90 EUR`, `500 JPY`, `3.500 KWD`.
pub(crate) fn display(amount: i64, currency: &str) -> String {
    let digits = exponent(currency);
    let scale = 10_u64.pow(digits);
    let sign = if amount < 0 { "-" } else { "" };
    let (whole, rest) = (amount.unsigned_abs() / scale, amount.unsigned_abs() % scale);
    let code = currency.to_uppercase();
    if digits == 0 {
        format!("{sign}{whole} {code}")
    } else {
        format!("{sign}{whole}.{rest:0width$} {code}", width = digits as usize)
    }
}

#[cfg(test)]
mod tests {
    use super::{display, is_chargeable, percent, share};

    #[test]
    fn shares_round_half_away_from_zero() {
        assert_eq!(share(5, 1, 2), 3);
        assert_eq!(share(-5, 1, 2), -3);
        assert_eq!(share(1000, 1, 3), 333);
        assert_eq!(share(2000, 1, 3), 667);
        assert_eq!(share(-2000, 1, 3), -667);
        assert_eq!(share(7, 1, 0), 0);
        assert_eq!(percent(999, 2550), 255);
    }

    #[test]
    fn currencies_keep_their_decimals() {
        assert_eq!(display(990, "eur"), "9.90 EUR");
        assert_eq!(display(-5, "usd"), "-0.05 USD");
        assert_eq!(display(500, "jpy"), "500 JPY");
        assert_eq!(display(3_500, "kwd"), "3.500 KWD");
        assert!(is_chargeable(3_500, "kwd"));
        assert!(!is_chargeable(3_501, "kwd"));
        assert!(!is_chargeable(-1, "usd"));
        assert!(!is_chargeable(100_000_000, "usd"));
    }
}
