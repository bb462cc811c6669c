//! Reading `plans.toml` (docs/import.md).

use std::collections::{BTreeMap, BTreeSet};
use std::num::{NonZeroU8, NonZeroU16};

use kernel::money::NotMoney;
use kernel::{Currency, Locale, Money, PlanKey};
use serde::Deserialize;
use toml::Spanned;

use crate::offers::{OfferTerms, Sells, is_chargeable};
use crate::plans::{Plan, PlanText};
use crate::prices::{Every, Tax, Terms};

/// What is wrong in a `plans.toml`, and where.
#[derive(Clone, Debug, thiserror::Error, PartialEq, Eq)]
#[error("line {line}: {problem}")]
pub struct PlanFileError {
    /// The line, counted from 1.
    pub line: usize,
    /// What is wrong, and what was expected.
    pub problem: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(default)]
    plan: Vec<Entry>,
    /// What a paid story costs alone that says nothing of it itself.
    #[serde(default)]
    story: Option<StoryEntry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct StoryEntry {
    /// `"1.99 EUR"`, one for each currency.
    price: Vec<Spanned<String>>,
    #[serde(default = "inclusive")]
    tax: Tax,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct GiftEntry {
    months: NonZeroU8,
    /// `"29.00 EUR"`, one for each currency.
    price: Vec<Spanned<String>>,
    #[serde(default = "inclusive")]
    tax: Tax,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SeatsEntry {
    every: Renewal,
    /// What a seat costs, one for each currency.
    price: Vec<Spanned<String>>,
    #[serde(default = "two")]
    at_least: NonZeroU16,
    #[serde(default = "inclusive")]
    tax: Tax,
}

fn two() -> NonZeroU16 {
    NonZeroU16::MIN.saturating_add(1)
}

/// What a `plans.toml` says.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct PlanFile {
    /// The plans in their order, each with its prices.
    pub(crate) plans: Vec<(Plan, Vec<Terms>)>,
    /// What is sold beside them.
    pub(crate) offers: Vec<OfferTerms>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    key: Spanned<PlanKey>,
    texts: BTreeMap<Locale, Text>,
    /// Plans that come with this one.
    #[serde(default)]
    includes: Vec<Spanned<PlanKey>>,
    #[serde(default)]
    price: Vec<Spanned<PriceEntry>>,
    /// For how long, and at which price, it can be given away.
    #[serde(default)]
    gift: Vec<GiftEntry>,
    /// At which price a group can have it.
    #[serde(default)]
    seats: Vec<SeatsEntry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PriceEntry {
    /// A decimal number as text: `"4.90"`.
    amount: String,
    currency: Currency,
    /// `month` or `year`; or `days` says how long a pass lasts.
    every: Option<Renewal>,
    days: Option<NonZeroU16>,
    #[serde(default)]
    trial_days: u16,
    #[serde(default = "inclusive")]
    tax: Tax,
}

#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Renewal {
    Month,
    Year,
}

fn inclusive() -> Tax {
    Tax::Inclusive
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Text {
    name: Spanned<String>,
    description: String,
    #[serde(default)]
    benefits: Vec<String>,
}

/// Checks a `plans.toml` without a database; gives the number of its plans.
pub fn check_plans(text: &str) -> Result<usize, PlanFileError> {
    read(text).map(|file| file.plans.len())
}

/// Reads a `plans.toml`.
pub(crate) fn read(text: &str) -> Result<PlanFile, PlanFileError> {
    let fail = |offset: usize, problem: String| PlanFileError { line: line(text, offset), problem };
    let file: File = toml::from_str(text)
        .map_err(|error| fail(error.span().map_or(0, |span| span.start), error.message().to_owned()))?;
    let mut seen = BTreeSet::new();
    for entry in &file.plan {
        let (key, at) = (entry.key.get_ref(), entry.key.span().start);
        if !seen.insert(key) {
            return Err(fail(at, format!("the plan {key} is there already; expected each key once")));
        }
        if entry.texts.is_empty() {
            return Err(fail(at, format!("the plan {key} has no texts; expected one language at least")));
        }
        if let Some(text) = entry.texts.values().find(|text| text.name.get_ref().trim().is_empty()) {
            return Err(fail(
                text.name.span().start,
                "the name is empty; expected what readers call it".to_owned(),
            ));
        }
    }
    for entry in &file.plan {
        let known = |included: &PlanKey| *included != *entry.key.get_ref() && seen.contains(included);
        if let Some(unknown) = entry.includes.iter().find(|included| !known(included.get_ref())) {
            return Err(fail(
                unknown.span().start,
                format!("there is no other plan {}; expected one of this file", unknown.get_ref()),
            ));
        }
    }
    let offers = offers(&file).map_err(|(at, problem)| fail(at, problem))?;
    let plan = |entry: Entry| {
        let prices = entry
            .price
            .iter()
            .map(|price| terms(price.get_ref()).map_err(|problem| fail(price.span().start, problem)));
        let prices = prices.collect::<Result<_, _>>()?;
        let texts = entry.texts.into_iter().map(|(locale, text)| PlanText {
            locale,
            name: text.name.into_inner(),
            description: text.description,
            benefits: text.benefits,
        });
        let includes = entry.includes.into_iter().map(Spanned::into_inner).collect();
        let plan = Plan { key: entry.key.into_inner(), texts: texts.collect(), includes };
        Ok((plan, prices))
    };
    Ok(PlanFile { plans: file.plan.into_iter().map(plan).collect::<Result<_, _>>()?, offers })
}

/// What is sold beside the plans; a problem comes with its place.
fn offers(file: &File) -> Result<Vec<OfferTerms>, (usize, String)> {
    let mut offers = Vec::new();
    let mut add = |prices: &[Spanned<String>], tax: Tax, sells: &Sells| {
        for price in prices {
            let at = price.span().start;
            let amount: Money = price.get_ref().parse().map_err(|error: NotMoney| (at, error.to_string()))?;
            if !is_chargeable(amount) {
                return Err((
                    at,
                    format!(
                        "{amount} can't be charged; expected more than nothing, in an amount that Stripe can count"
                    ),
                ));
            }
            offers.push(OfferTerms { sells: sells.clone(), amount, tax });
        }
        Ok(())
    };
    if let Some(story) = &file.story {
        add(&story.price, story.tax, &Sells::Story(None))?;
    }
    for entry in &file.plan {
        let plan = entry.key.get_ref();
        for gift in &entry.gift {
            add(
                &gift.price,
                gift.tax,
                &Sells::Gift { plan: plan.clone(), months: u32::from(gift.months.get()) },
            )?;
        }
        for seats in &entry.seats {
            let every = match seats.every {
                Renewal::Month => Every::Month,
                Renewal::Year => Every::Year,
            };
            let at_least = u32::from(seats.at_least.get());
            add(&seats.price, seats.tax, &Sells::Seats { plan: plan.clone(), every, at_least })?;
        }
    }
    Ok(offers)
}

fn terms(entry: &PriceEntry) -> Result<Terms, String> {
    let amount = Money::parse(&entry.amount, entry.currency).map_err(|error| error.to_string())?;
    let every = match (&entry.every, entry.days) {
        (Some(Renewal::Month), None) => Every::Month,
        (Some(Renewal::Year), None) => Every::Year,
        (None, Some(days)) => Every::Pass { days: u32::from(days.get()) },
        _ => return Err("expected either every (month or year) or days (of a pass)".to_owned()),
    };
    let terms = Terms { amount, every, trial_days: u32::from(entry.trial_days), tax: entry.tax };
    terms.check().map_err(|problem| problem.to_string())?;
    Ok(terms)
}

/// The line of a byte, counted from 1.
fn line(text: &str, offset: usize) -> usize {
    text.as_bytes().iter().take(offset).filter(|byte| **byte == b'\n').count() + 1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plans_are_read_in_their_order() {
        let text = "[[plan]]\nkey = \"b\"\n[plan.texts]\nde = { name = \"B\", description = \"\" }\n\
                    [[plan]]\nkey = \"a\"\n[plan.texts]\nde = { name = \"A\", description = \"d\", benefits = [\"x\", \"y\"] }\n";
        let plans = read(text).expect("good").plans;
        assert_eq!(plans.iter().map(|(plan, _)| plan.key.as_str()).collect::<Vec<_>>(), ["b", "a"]);
        assert_eq!(plans[1].0.texts[0].benefits, ["x", "y"]);
        assert_eq!(read(""), Ok(PlanFile { plans: vec![], offers: vec![] }));
    }

    #[test]
    fn prices_are_read() {
        let text = "[[plan]]\nkey = \"a\"\n[plan.texts]\nde = { name = \"A\", description = \"\" }\n\
                    [[plan.price]]\namount = \"4.90\"\ncurrency = \"EUR\"\nevery = \"month\"\ntrial_days = 14\n\
                    [[plan.price]]\namount = \"650\"\ncurrency = \"JPY\"\ndays = 7\ntax = \"exclusive\"\n";
        let plans = read(text).expect("good").plans;
        let [month, pass] = plans[0].1.as_slice() else { panic!("two prices") };
        assert_eq!((month.amount.minor, month.every, month.trial_days), (490, Every::Month, 14));
        assert_eq!((pass.amount.minor, pass.every, pass.tax), (650, Every::Pass { days: 7 }, Tax::Exclusive));
    }

    #[test]
    fn stories_gifts_and_seats_are_read() {
        let text = "[story]\nprice = [\"1.99 EUR\", \"250 JPY\"]\n\
                    [[plan]]\nkey = \"a\"\n[plan.texts]\nde = { name = \"A\", description = \"\" }\n\
                    [[plan.gift]]\nmonths = 6\nprice = [\"29.00 EUR\"]\n\
                    [[plan.seats]]\nevery = \"year\"\nprice = [\"39.00 EUR\"]\nat_least = 5\ntax = \"exclusive\"\n";
        let offers = read(text).expect("good").offers;
        let plan: PlanKey = "a".parse().expect("a plan");
        let found: Vec<_> =
            offers.iter().map(|offer| (offer.amount.minor, offer.tax, &offer.sells)).collect();
        let seats = Sells::Seats { plan: plan.clone(), every: Every::Year, at_least: 5 };
        let expected = [
            (199, Tax::Inclusive, &Sells::Story(None)),
            (250, Tax::Inclusive, &Sells::Story(None)),
            (2_900, Tax::Inclusive, &Sells::Gift { plan, months: 6 }),
            (3_900, Tax::Exclusive, &seats),
        ];
        assert_eq!(found, expected);
    }

    #[test]
    fn mistakes_are_named_with_their_line() {
        let head = "[[plan]]\nkey = \"a\"\n";
        let good = "[plan.texts]\nde = { name = \"A\", description = \"\" }\n";
        let table = [
            ("[[plan]]\nkey = \"Gold!\"\n[plan.texts]\n".to_owned(), 2, "“Gold!”"),
            (format!("{head}cost = 3\n{good}"), 3, "cost"),
            (format!("{head}[plan.texts]\ngerman = {{ name = \"A\", description = \"\" }}\n"), 4, "german"),
            (format!("{head}[plan.texts]\nde = {{ name = \"A\" }}\n"), 4, "description"),
            (
                format!("{head}[plan.texts]\nde = {{ name = \" \", description = \"\" }}\n"),
                4,
                "name is empty",
            ),
            (format!("{head}[plan.texts]\n"), 2, "no texts"),
            (format!("{head}{good}[[plan]]\nkey = \"a\"\n{good}"), 6, "already"),
            (format!("{head}{good}[plans]\n"), 5, "plans"),
            (format!("{head}includes = [\"b\"]\n{good}"), 3, "no other plan b"),
            (format!("{head}includes = [\"a\"]\n{good}"), 3, "no other plan a"),
            (format!("{head}{good}[[plan.price]]\namount = \"1\"\ncurrency = \"EUR\"\n"), 5, "either every"),
            (
                format!(
                    "{head}{good}[[plan.price]]\namount = \"1.999\"\ncurrency = \"EUR\"\nevery = \"year\"\n"
                ),
                5,
                "1.999",
            ),
            (
                format!(
                    "{head}{good}[[plan.price]]\namount = \"1\"\ncurrency = \"EURO\"\nevery = \"year\"\n"
                ),
                7,
                "EURO",
            ),
            ("[story]\nprice = [\"1.99\"]\n".to_owned(), 2, "1.99"),
            ("[story]\nprice = [\"0 EUR\"]\n".to_owned(), 2, "can't be charged"),
            (format!("{head}{good}[[plan.gift]]\nmonths = 0\nprice = []\n"), 6, ""),
            (format!("{head}{good}[[plan.seats]]\nevery = \"year\"\nprice = [\"1.999 EUR\"]\n"), 7, "1.999"),
            ("[[plan]\n".to_owned(), 1, ""),
        ];
        for (text, line, problem) in table {
            let error = read(&text).expect_err(&text);
            assert_eq!(error.line, line, "{error}\n{text}");
            assert!(error.problem.contains(problem), "{error}\n{text}");
        }
    }
}
