//! What the publisher decides about selling, besides plans and prices: markets, and what is offered
//! to those who leave.

use kernel::Currency;
use serde::{Deserialize, Serialize};

use crate::prices::{Price, Tax};

/// Markets, and what is offered for staying.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Selling {
    /// The markets; the first that fits is a reader's.
    pub markets: Vec<Market>,
    /// Stripe's id of the coupon that is offered, once, to a subscriber who is about to leave.
    pub stay_coupon: Option<String>,
}

/// Readers to whom the same law and the same words apply.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Market {
    /// Countries, as two capital letters (ISO 3166).
    #[serde(default)]
    pub regions: Vec<String>,
    /// Currencies that tell the market where the country isn't known.
    #[serde(default)]
    pub currencies: Vec<Currency>,
    /// What the tax is called there.
    #[serde(default)]
    pub tax: TaxName,
    /// Whether contracts can be cancelled and withdrawn from without signing in (in German law BGB
    /// sections 312k and 356a).
    #[serde(default)]
    pub eu_kit: bool,
}

/// What readers of a market call the tax on what they buy.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum TaxName {
    /// Just “tax”; nothing is said where it is in the price.
    #[default]
    Tax,
    /// Value added tax.
    Vat,
    /// Goods and services tax.
    Gst,
    /// Sales tax.
    SalesTax,
}

impl Selling {
    /// The market of a reader who pays in `currency`, in a country if it is known.
    #[must_use]
    pub fn market(&self, region: Option<&str>, currency: Currency) -> Option<&Market> {
        let of_region = |market: &&Market| {
            region.is_some_and(|region| market.regions.iter().any(|own| own.eq_ignore_ascii_case(region)))
        };
        let of_currency = |market: &&Market| market.currencies.contains(&currency);
        self.markets.iter().find(of_region).or_else(|| self.markets.iter().find(of_currency))
    }

    /// Whether contracts can be ended without signing in: where one market asks for it, the way is
    /// open to all, for nobody has to say first where they live.
    #[must_use]
    pub fn eu_kit(&self) -> bool {
        self.markets.iter().any(|market| market.eu_kit)
    }

    /// What is said of the tax beside a price, as the second half of a key `price-tax-…`; `None` if
    /// nothing.
    #[must_use]
    pub fn tax_words(&self, price: &Price, region: Option<&str>) -> Option<&'static str> {
        let name = self.market(region, price.amount.currency).map_or(TaxName::Tax, |market| market.tax);
        match (price.tax, name) {
            (Tax::Inclusive, TaxName::Tax) => None,
            (Tax::Inclusive, TaxName::Vat) => Some("included-vat"),
            (Tax::Inclusive, TaxName::Gst) => Some("included-gst"),
            (Tax::Inclusive, TaxName::SalesTax) => Some("included-sales-tax"),
            (Tax::Exclusive, TaxName::Tax) => Some("added"),
            (Tax::Exclusive, TaxName::Vat) => Some("added-vat"),
            (Tax::Exclusive, TaxName::Gst) => Some("added-gst"),
            (Tax::Exclusive, TaxName::SalesTax) => Some("added-sales-tax"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn selling() -> Selling {
        let market = |regions: &[&str], currencies: &[&str], tax, eu_kit| Market {
            regions: regions.iter().map(|&region| region.to_owned()).collect(),
            currencies: currencies.iter().map(|code| code.parse().expect("a currency")).collect(),
            tax,
            eu_kit,
        };
        let markets = vec![
            market(&["DE", "AT"], &["EUR"], TaxName::Vat, true),
            market(&["US"], &["USD"], TaxName::SalesTax, false),
        ];
        Selling { markets, stay_coupon: None }
    }

    #[test]
    fn the_country_tells_the_market_and_else_the_currency() {
        let selling = selling();
        let tax = |region: Option<&str>, code: &str| {
            selling.market(region, code.parse().expect("a currency")).map(|market| market.tax)
        };
        assert_eq!(tax(Some("us"), "EUR"), Some(TaxName::SalesTax));
        assert_eq!(tax(Some("FR"), "EUR"), Some(TaxName::Vat));
        assert_eq!(tax(None, "USD"), Some(TaxName::SalesTax));
        assert_eq!(tax(None, "JPY"), None);
        assert!(selling.eu_kit());
        assert!(!Selling::default().eu_kit());
    }
}
