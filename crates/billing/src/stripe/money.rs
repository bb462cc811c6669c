//! Amounts as Stripe counts them: like ISO 4217's minor unit, but for a few currencies
//! (docs.stripe.com, “currencies”, special cases).

use kernel::Money;

/// What one of our minor units is in Stripe's, for currencies where the two differ: ISK and UGX
/// have no decimals but are counted in hundredths; MGA is counted whole.
fn special(currency: &str) -> Option<(i64, i64)> {
    match currency {
        "ISK" | "UGX" => Some((100, 1)),
        "MGA" => Some((1, 100)),
        _ => None,
    }
}

/// The amount for Stripe; `None` if it can't be said there.
pub(crate) fn to_stripe(money: Money) -> Option<i64> {
    match special(money.currency.code()) {
        // Of three decimals Stripe counts two: the last digit must be 0.
        None if money.currency.exponent() == 3 && money.minor % 10 != 0 => None,
        None => Some(money.minor),
        Some((times, per)) if money.minor % per == 0 => {
            money.minor.checked_mul(times).map(|units| units / per)
        }
        Some(_) => None,
    }
}

/// The amount that Stripe names; `None` if we don't know the currency.
pub(crate) fn from_stripe(units: i64, currency: &impl ToString) -> Option<Money> {
    let currency: kernel::Currency = currency.to_string().parse().ok()?;
    let minor = match special(currency.code()) {
        None => units,
        Some((times, per)) => units.checked_mul(per)? / times,
    };
    Some(Money::new(minor, currency))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_come_back_as_they_went() {
        for (code, minor, units) in
            [("EUR", 490, 490), ("JPY", 650, 650), ("KWD", 1_250, 1_250), ("ISK", 700, 70_000)]
        {
            let money = Money::new(minor, code.parse().expect("a currency"));
            assert_eq!(to_stripe(money), Some(units), "{code}");
            assert_eq!(from_stripe(units, &code.to_lowercase()), Some(money), "{code}");
        }
        let fils = |minor| to_stripe(Money::new(minor, "KWD".parse().expect("a currency")));
        assert_eq!((fils(1_255), fils(1_250)), (None, Some(1_250)), "the last digit is 0");
        assert_eq!(from_stripe(1, &"xyz"), None);
    }
}
