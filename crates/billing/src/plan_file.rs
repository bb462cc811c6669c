//! Reading `plans.toml` (docs/import.md).

use std::collections::{BTreeMap, BTreeSet};

use kernel::{Locale, PlanKey};
use serde::Deserialize;
use toml::Spanned;

use crate::plans::{Plan, PlanText};

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
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Text {
    name: Spanned<String>,
    description: String,
    #[serde(default)]
    benefits: Vec<String>,
}

/// The plans of a `plans.toml`, in its order.
pub(crate) fn read(text: &str) -> Result<Vec<Plan>, PlanFileError> {
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
    Ok(file.plan.into_iter().map(Plan::from).collect())
}

/// The line of a byte, counted from 1.
fn line(text: &str, offset: usize) -> usize {
    text.as_bytes().iter().take(offset).filter(|byte| **byte == b'\n').count() + 1
}

impl From<Entry> for Plan {
    fn from(entry: Entry) -> Self {
        let texts = entry.texts.into_iter().map(|(locale, text)| PlanText {
            locale,
            name: text.name.into_inner(),
            description: text.description,
            benefits: text.benefits,
        });
        Self { key: entry.key.into_inner(), texts: texts.collect() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plans_are_read_in_their_order() {
        let text = "[[plan]]\nkey = \"b\"\n[plan.texts]\nde = { name = \"B\", description = \"\" }\n\
                    [[plan]]\nkey = \"a\"\n[plan.texts]\nde = { name = \"A\", description = \"d\", benefits = [\"x\", \"y\"] }\n";
        let plans = read(text).expect("good");
        assert_eq!(plans.iter().map(|plan| plan.key.as_str()).collect::<Vec<_>>(), ["b", "a"]);
        assert_eq!(plans[1].texts[0].benefits, ["x", "y"]);
        assert_eq!(read(""), Ok(vec![]));
    }

    #[test]
    fn mistakes_are_named_with_their_line() {
        let head = "[[plan]]\nkey = \"a\"\n";
        let good = "[plan.texts]\nde = { name = \"A\", description = \"\" }\n";
        let table = [
            ("[[plan]]\nkey = \"Gold!\"\n[plan.texts]\n".to_owned(), 2, "“Gold!”"),
            (format!("{head}price = 3\n{good}"), 3, "price"),
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
            ("[[plan]\n".to_owned(), 1, ""),
        ];
        for (text, line, problem) in table {
            let error = read(&text).expect_err(&text);
            assert_eq!(error.line, line, "{error}\n{text}");
            assert!(error.problem.contains(problem), "{error}\n{text}");
        }
    }
}
