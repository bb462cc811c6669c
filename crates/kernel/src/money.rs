//! Money: whole minor units of a currency, never a fraction of anything.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// A currency of ISO 4217, written as its three capital letters.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Currency(iso_currency::Currency);

/// An amount of money.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Money {
    /// In the currency's smallest unit: cents for EUR, yen for JPY, fils for KWD.
    pub minor: i64,
    /// The currency.
    pub currency: Currency,
}

/// The text is no currency.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
#[error("“{0}” is no currency; expected three letters of ISO 4217, such as EUR")]
pub struct NotACurrency(String);

/// The text is no amount of this currency.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
#[error("“{text}” is no amount in {currency}; expected digits and at most {decimals} after the point")]
pub struct NotAnAmount {
    text: String,
    currency: Currency,
    decimals: u8,
}

/// By their letters.
impl Ord for Currency {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.code().cmp(other.code())
    }
}

impl PartialOrd for Currency {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Currency {
    /// Three capital letters.
    #[must_use]
    pub fn code(self) -> &'static str {
        self.0.code()
    }

    /// Currencies used in a region (ISO 3166, two capital letters); none for a region unknown.
    #[must_use]
    pub fn of_region(region: &str) -> Vec<Self> {
        let country = region.parse().ok();
        country.map(iso_currency::Currency::from_country).into_iter().flatten().map(Self).collect()
    }

    /// Decimal digits of an amount: 2 for EUR, 0 for JPY, 3 for KWD.
    #[must_use]
    pub fn exponent(self) -> u8 {
        // Those without one (XXX, gold) are no money that anybody pays with.
        self.0.exponent().and_then(|digits| u8::try_from(digits).ok()).unwrap_or(0)
    }
}

impl Money {
    /// `minor` units of a currency.
    #[must_use]
    pub const fn new(minor: i64, currency: Currency) -> Self {
        Self { minor, currency }
    }

    /// Reads a plain decimal number such as `4.90`, with a point and without grouping.
    pub fn parse(text: &str, currency: Currency) -> Result<Self, NotAnAmount> {
        let decimals = currency.exponent();
        let fail = || NotAnAmount { text: text.chars().take(40).collect(), currency, decimals };
        let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
        let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
        let width = usize::from(decimals);
        if whole.is_empty() || !digits(whole) || !digits(fraction) || fraction.len() > width {
            return Err(fail());
        }
        format!("{whole}{fraction:0<width$}")
            .parse()
            .map(|minor| Self { minor, currency })
            .map_err(|_| fail())
    }
}

/// The text is no amount of money.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
pub enum NotMoney {
    /// It isn't a number and a currency.
    #[error("“{0}” is no price; expected an amount and a currency, such as 4.90 EUR")]
    Parts(String),
    /// The second part is no currency.
    #[error(transparent)]
    Currency(#[from] NotACurrency),
    /// The first part is no amount of it.
    #[error(transparent)]
    Amount(#[from] NotAnAmount),
}

impl FromStr for Money {
    type Err = NotMoney;

    /// Reads what `Display` writes.
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let (amount, currency) =
            text.trim().split_once(' ').ok_or_else(|| NotMoney::Parts(text.chars().take(40).collect()))?;
        Ok(Self::parse(amount, currency.trim().parse()?)?)
    }
}

/// The plain decimal number, as [`Money::parse`] reads it, and the currency: `4.90 EUR`. What
/// readers see is written by their language's rules instead.
impl fmt::Display for Money {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (sign, minor) = (if self.minor < 0 { "-" } else { "" }, self.minor.unsigned_abs());
        let width = usize::from(self.currency.exponent());
        let unit = 10_u64.pow(u32::from(self.currency.exponent()));
        match width {
            0 => write!(f, "{sign}{minor} {}", self.currency),
            _ => write!(f, "{sign}{}.{:0width$} {}", minor / unit, minor % unit, self.currency),
        }
    }
}

impl fmt::Display for Currency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl fmt::Debug for Currency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl FromStr for Currency {
    type Err = NotACurrency;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let code = text.to_ascii_uppercase();
        iso_currency::Currency::from_code(&code)
            .map(Self)
            .ok_or_else(|| NotACurrency(text.chars().take(20).collect()))
    }
}

impl TryFrom<String> for Currency {
    type Error = NotACurrency;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        text.parse()
    }
}

impl From<Currency> for String {
    fn from(currency: Currency) -> Self {
        currency.code().to_owned()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn currency(code: &str) -> Currency {
        code.parse().expect("a currency")
    }

    #[test]
    fn amounts_have_their_currencys_decimals() {
        let table = [("EUR", "4.90", 490), ("EUR", "5", 500), ("JPY", "650", 650), ("KWD", "1.250", 1_250)];
        for (code, text, minor) in table {
            assert_eq!(
                Money::parse(text, currency(code)),
                Ok(Money::new(minor, currency(code))),
                "{text} {code}"
            );
        }
        assert_eq!(Money::new(490, currency("eur")).to_string(), "4.90 EUR");
        assert_eq!(Money::new(-5, currency("EUR")).to_string(), "-0.05 EUR");
        assert_eq!(Money::new(650, currency("JPY")).to_string(), "650 JPY");
    }

    #[test]
    fn what_is_no_amount_is_refused() {
        for text in ["", ".", ".5", "4,90", "4.905", "-1", "+1", "1e3", "٤", "99999999999999999999"] {
            assert!(Money::parse(text, currency("EUR")).is_err(), "{text}");
        }
        assert!(Money::parse("1.5", currency("JPY")).is_err());
        assert!("EURO".parse::<Currency>().is_err());
        for text in ["", "4.90", "EUR 4.90", "4.90 EURO", "4.905 EUR", "4.90EUR"] {
            assert!(text.parse::<Money>().is_err(), "{text}");
        }
    }

    #[test]
    fn regions_have_their_currencies() {
        assert!(Currency::of_region("CH").contains(&currency("CHF")));
        assert!(Currency::of_region("DE").contains(&currency("EUR")));
        assert!(Currency::of_region("XX").is_empty());
    }

    proptest! {
        #[test]
        fn amounts_survive_the_round_trip(minor in 0i64.., code in prop::sample::select(vec!["EUR", "JPY", "KWD"])) {
            let money = Money::new(minor, currency(code));
            prop_assert_eq!(money.to_string().parse(), Ok(money));
        }
    }
}
