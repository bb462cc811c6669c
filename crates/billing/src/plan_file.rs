//! Reading `plans.toml` (docs/import.md).

use std::collections::{BTreeMap, BTreeSet};
use std::num::NonZeroU16;

use kernel::{Currency, Locale, Money, PlanKey};
use serde::Deserialize;
use toml::Spanned;

use crate::plans::{Plan, PlanText};
use crate::prices::{Every, Tax, Terms};
use crate::stripe::to_stripe;

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

#[derive(Deserialize)]
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
    read(text).map(|plans| plans.len())
}

/// The plans of a `plans.toml` in its order, each with its prices.
pub(crate) fn read(text: &str) -> Result<Vec<(Plan, Vec<Terms>)>, PlanFileError> {
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
    file.plan.into_iter().map(plan).collect()
}

fn terms(entry: &PriceEntry) -> Result<Terms, String> {
    let amount = Money::parse(&entry.amount, entry.currency).map_err(|error| error.to_string())?;
    let every = match (&entry.every, entry.days) {
        (Some(Renewal::Month), None) => Every::Month,
        (Some(Renewal::Year), None) => Every::Year,
        (None, Some(_)) if entry.trial_days > 0 => {
            return Err("a pass has no trial; expected trial_days only where every is set".to_owned());
        }
        (None, Some(days)) => Every::Pass { days: u32::from(days.get()) },
        _ => return Err("expected either every (month or year) or days (of a pass)".to_owned()),
    };
    if to_stripe(amount).is_none() {
        return Err(format!("{amount} can't be charged; expected an amount that Stripe can count"));
    }
    Ok(Terms { amount, every, trial_days: u32::from(entry.trial_days), tax: entry.tax })
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
        let plans = read(text).expect("good");
        assert_eq!(plans.iter().map(|(plan, _)| plan.key.as_str()).collect::<Vec<_>>(), ["b", "a"]);
        assert_eq!(plans[1].0.texts[0].benefits, ["x", "y"]);
        assert_eq!(read(""), Ok(vec![]));
    }

    #[test]
    fn prices_are_read() {
        let text = "[[plan]]\nkey = \"a\"\n[plan.texts]\nde = { name = \"A\", description = \"\" }\n\
                    [[plan.price]]\namount = \"4.90\"\ncurrency = \"EUR\"\nevery = \"month\"\ntrial_days = 14\n\
                    [[plan.price]]\namount = \"650\"\ncurrency = \"JPY\"\ndays = 7\ntax = \"exclusive\"\n";
        let plans = read(text).expect("good");
        let [month, pass] = plans[0].1.as_slice() else { panic!("two prices") };
        assert_eq!((month.amount.minor, month.every, month.trial_days), (490, Every::Month, 14));
        assert_eq!((pass.amount.minor, pass.every, pass.tax), (650, Every::Pass { days: 7 }, Tax::Exclusive));
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
            ("[[plan]\n".to_owned(), 1, ""),
        ];
        for (text, line, problem) in table {
            let error = read(&text).expect_err(&text);
            assert_eq!(error.line, line, "{error}\n{text}");
            assert!(error.problem.contains(problem), "{error}\n{text}");
        }
    }
}
