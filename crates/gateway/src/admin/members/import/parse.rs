//! From a file to members: a pure function.

use std::collections::{BTreeSet, HashMap};

use accounts::Languages;
use jiff::civil::Date;
use kernel::{Email, Locale, PlanKey};
use serde::{Deserialize, Serialize};

use crate::admin::csv::typed;

/// Characters of the longest name.
const LONGEST_NAME: usize = 120;

/// A line that can be imported.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Row {
    /// The line in the file; the first is 1.
    pub(super) line: u64,
    pub(super) email: Email,
    pub(super) name: String,
    pub(super) languages: Languages,
    pub(super) plans: Vec<PlanKey>,
    /// The first day of the plans; the day of the import if it isn't given.
    pub(super) from: Option<Date>,
    /// The last day of the plans.
    pub(super) until: Option<Date>,
}

/// What is wrong with a line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Wrong {
    pub(super) line: u64,
    /// The second half of a key `import-problem-…`.
    pub(super) problem: String,
    /// What is meant: of the line, what can't be understood.
    pub(super) what: String,
}

/// What a file says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Parsed {
    pub(super) rows: Vec<Row>,
    pub(super) wrong: Vec<Wrong>,
}

/// Which line of the file a record is on. The reader passes over empty lines, and takes the first of
/// them for the record's.
struct Lines<'a> {
    bytes: &'a [u8],
    /// How far lines have been counted.
    at: usize,
    line: u64,
}

impl Lines<'_> {
    /// The line; positions come in order.
    fn of(&mut self, position: &csv::Position) -> u64 {
        let start = usize::try_from(position.byte()).unwrap_or(usize::MAX).clamp(self.at, self.bytes.len());
        let empty = self.bytes[start..].iter().take_while(|byte| matches!(byte, b'\r' | b'\n')).count();
        for byte in &self.bytes[self.at..start + empty] {
            self.line += u64::from(*byte == b'\n');
        }
        self.at = start + empty;
        self.line
    }
}

/// Where each column is that is known; others are passed over.
struct Columns(HashMap<&'static str, usize>);

const KNOWN: [&str; 6] = ["email", "name", "languages", "plans", "from", "until"];

/// Reads a file: CSV whose first line names the columns. `plans` are those that can be given, and
/// `language` is what those read of whom nothing is said.
pub(super) fn parse(text: &str, plans: &BTreeSet<PlanKey>, language: &Locale) -> Parsed {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let delimiter = if text.lines().next().is_some_and(|first| first.contains(';')) { b';' } else { b',' };
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(delimiter)
        .from_reader(text.as_bytes());
    let mut parsed = Parsed::default();
    let mut columns = None;
    let mut lines = Lines { bytes: text.as_bytes(), at: 0, line: 1 };
    let mut seen: HashMap<String, u64> = HashMap::new();
    for record in reader.records() {
        let record = match record {
            Ok(record) => record,
            Err(error) => {
                let line = error.position().map_or(0, |position| lines.of(position));
                parsed.wrong.push(wrong(line, "text", ""));
                continue;
            }
        };
        let line = record.position().map_or(0, |position| lines.of(position));
        let Some(columns) = &columns else {
            let found = Columns::of(&record);
            if !found.0.contains_key("email") {
                parsed.wrong.push(wrong(line, "columns", &KNOWN.join(", ")));
                return parsed;
            }
            columns = Some(found);
            continue;
        };
        if record.iter().all(|cell| cell.trim().is_empty()) {
            continue;
        }
        match row(&record, line, columns, plans, language) {
            Err(wrong) => parsed.wrong.push(wrong),
            Ok(row) => match seen.insert(row.email.to_string(), line) {
                Some(before) => parsed.wrong.push(wrong(line, "twice", &before.to_string())),
                None => parsed.rows.push(row),
            },
        }
    }
    if columns.is_none() && parsed.wrong.is_empty() {
        parsed.wrong.push(wrong(1, "columns", &KNOWN.join(", ")));
    }
    parsed
}

fn wrong(line: u64, problem: &str, what: &str) -> Wrong {
    Wrong { line, problem: problem.to_owned(), what: what.chars().take(80).collect() }
}

fn row(
    record: &csv::StringRecord,
    line: u64,
    columns: &Columns,
    known: &BTreeSet<PlanKey>,
    language: &Locale,
) -> Result<Row, Wrong> {
    let cell = |name: &str| columns.cell(record, name);
    let bad = |problem: &str, name: &str| wrong(line, problem, cell(name));
    let email: Email = cell("email").parse().map_err(|_| bad("email", "email"))?;
    let name = cell("name");
    if name.chars().count() > LONGEST_NAME || name.chars().any(char::is_control) {
        return Err(bad("name", "name"));
    }
    let languages = match cell("languages") {
        "" => Languages::of(language.clone()),
        text => text.parse().map_err(|_| bad("languages", "languages"))?,
    };
    let mut plans = Vec::new();
    for word in cell("plans").split_ascii_whitespace() {
        let plan: Option<PlanKey> = word.parse().ok();
        plans.push(plan.filter(|plan| known.contains(plan)).ok_or_else(|| wrong(line, "plan", word))?);
    }
    let day = |name: &'static str| match cell(name) {
        "" => Ok(None),
        text => text.parse::<Date>().map(Some).map_err(|_| bad("date", name)),
    };
    let (from, until) = (day("from")?, day("until")?);
    if from.zip(until).is_some_and(|(from, until)| until < from) {
        return Err(bad("order", "until"));
    }
    if plans.is_empty() && (from.is_some() || until.is_some()) {
        return Err(bad("no-plan", "email"));
    }
    Ok(Row { line, email, name: name.to_owned(), languages, plans, from, until })
}

impl Columns {
    fn of(record: &csv::StringRecord) -> Self {
        let places = KNOWN.into_iter().filter_map(|name| {
            let place = record.iter().position(|cell| cell.trim().eq_ignore_ascii_case(name))?;
            Some((name, place))
        });
        Self(places.collect())
    }

    /// A cell as it was typed; empty if there is no such column.
    fn cell<'a>(&self, record: &'a csv::StringRecord, name: &str) -> &'a str {
        let cell = self.0.get(name).and_then(|place| record.get(*place)).unwrap_or_default();
        typed(cell.trim())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Parsed {
        let plans = ["standard", "circle"].map(|key| key.parse().expect("a plan")).into_iter().collect();
        parse(text, &plans, &"de".parse().expect("a tag"))
    }

    fn told(parsed: &Parsed) -> Vec<String> {
        parsed.wrong.iter().map(|wrong| format!("{}: {} {}", wrong.line, wrong.problem, wrong.what)).collect()
    }

    #[test]
    fn each_line_is_a_member_or_says_what_is_wrong() {
        let parsed = read(
            "email,name,languages,plans,from,until,role\n\
             ada@example.org,Ada,en uk,standard circle,2026-01-01,2026-12-31,\n\
             Ben@Example.org,'=Ben,,,,,owner\n\
             \n\
             nobody,,,,,,\n\
             carl@example.org,,klingon!,,,,\n\
             dora@example.org,,,gold,,,\n\
             emil@example.org,,,standard,gestern,,\n\
             fred@example.org,,,standard,2026-02-01,2026-01-01,\n\
             gerd@example.org,,,,2026-02-01,,\n\
             ADA@example.org,,,,,,\n",
        );
        assert_eq!(parsed.rows.len(), 2);
        let ada = &parsed.rows[0];
        assert_eq!((ada.email.as_str(), ada.languages.to_string().as_str()), ("ada@example.org", "en uk"));
        assert_eq!((ada.plans.len(), ada.until), (2, Some(jiff::civil::date(2026, 12, 31))));
        let ben = &parsed.rows[1];
        assert_eq!(
            (ben.name.as_str(), ben.languages.to_string().as_str()),
            ("=Ben", "de"),
            "as it was typed"
        );
        assert_eq!(
            told(&parsed),
            [
                "5: email nobody",
                "6: languages klingon!",
                "7: plan gold",
                "8: date gestern",
                "9: order 2026-01-01",
                "10: no-plan gerd@example.org",
                "11: twice 2",
            ]
        );
    }

    #[test]
    fn spreadsheets_write_files_in_many_ways() {
        let parsed = read("\u{feff}Name;EMAIL\r\n\"Ada; Countess\";ada@example.org\r\n");
        assert_eq!(parsed.rows[0].name, "Ada; Countess");
        assert!(parsed.wrong.is_empty());
        for nothing in ["", "name,plans\nAda,standard\n"] {
            assert_eq!(read(nothing).wrong[0].problem, "columns", "{nothing}");
        }
    }
}
