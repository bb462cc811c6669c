//! The form of a translation's page: what was typed, as it was typed.

use content::side::RowKey;
use content::{BasedOn, Line, Mark, SideDraft};
use kernel::Slug;

use super::slug;
use crate::admin::fields::Fields;

/// Longest text of a line, in characters.
const LONGEST_LINE: usize = 2_000;

/// A translation as it was sent.
pub(super) struct Typed {
    /// The version it was made from; 0 for none.
    pub(super) version: i64,
    /// The source's version that was shown.
    pub(super) source_version: i64,
    pub(super) slug: String,
    pub(super) lines: Vec<(Line, String)>,
    pub(super) rows: Vec<(RowKey, String)>,
    pub(super) act: Act,
}

/// What is to be done with it, besides saving it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Act {
    Save,
    /// Nothing of the source's changes is left to do.
    AllCurrent,
    /// This row is up to date.
    Current(RowKey),
    /// Somebody has read what a machine made of this row and stands for it.
    Sign(RowKey),
    /// The same of all of it.
    SignAll,
    /// Somebody else should say yes to it.
    Review,
    /// It is to be worked on again.
    Back,
}

/// What can't be taken as it is: the second half of a key `side-problem-…`.
pub(super) type Problem = &'static str;

impl Typed {
    /// Reads a form; none if it isn't this form.
    pub(super) fn read(fields: &Fields) -> Option<Self> {
        let number = |name: &str| fields.get(name).parse::<i64>().ok().filter(|number| *number >= 0);
        let keys = fields.all("row").map(RowKey::parse).collect::<Option<Vec<_>>>()?;
        let texts: Vec<String> = fields.all_raw("text").map(lines_of).collect();
        if keys.len() != texts.len() {
            return None;
        }
        let act = match fields.get("act") {
            "" | "save" => Act::Save,
            "all" => Act::AllCurrent,
            "review" => Act::Review,
            "back" => Act::Back,
            "sign" => Act::SignAll,
            row if row.starts_with("sign:") => Act::Sign(RowKey::parse(row.trim_start_matches("sign:"))?),
            row => Act::Current(RowKey::parse(row)?),
        };
        let line = |line: Line| (line, lines_of(fields.get(line.as_str())));
        Some(Self {
            version: number("version")?,
            source_version: number("source_version")?,
            slug: fields.get("slug").to_owned(),
            lines: Line::ALL.into_iter().map(line).collect(),
            rows: keys.into_iter().zip(texts).collect(),
            act,
        })
    }

    /// A translation as if it had been typed.
    pub(super) fn of(draft: SideDraft, version: i64) -> Self {
        Self {
            version,
            source_version: draft.source_version,
            slug: draft.slug.to_string(),
            lines: draft.lines,
            rows: draft.rows,
            act: Act::Save,
        }
    }

    /// The translation it makes, if it can be one.
    pub(super) fn draft(&self) -> Result<SideDraft, Problem> {
        let line = |wanted: Line| {
            self.lines.iter().find(|(line, _)| *line == wanted).map_or("", |(_, text)| text.as_str())
        };
        if line(Line::Title).is_empty() {
            return Err("title");
        }
        if self.lines.iter().any(|(_, text)| text.chars().count() > LONGEST_LINE) {
            return Err("long");
        }
        let slug: Option<Slug> = match self.slug.as_str() {
            "" => slug::suggest(line(Line::Title)),
            typed => typed.parse().ok(),
        };
        Ok(SideDraft {
            slug: slug.ok_or("slug")?,
            lines: self.lines.clone(),
            rows: self.rows.clone(),
            source_version: self.source_version,
            mark: match &self.act {
                Act::AllCurrent => Mark::All,
                Act::Current(row) => Mark::Rows(vec![row.clone()]),
                _ => Mark::Nothing,
            },
        })
    }

    pub(super) fn based_on(&self) -> BasedOn {
        if self.version == 0 { BasedOn::New } else { BasedOn::Version(self.version) }
    }

    pub(super) fn row(&self, key: &RowKey) -> Option<&str> {
        self.rows.iter().find(|(of, _)| of == key).map(|(_, text)| text.as_str())
    }

    pub(super) fn line(&self, wanted: Line) -> Option<&str> {
        self.lines.iter().find(|(line, _)| *line == wanted).map(|(_, text)| text.as_str())
    }
}

/// With the line ends that we keep: browsers send CR LF.
fn lines_of(text: &str) -> String {
    text.replace("\r\n", "\n").replace('\r', "\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fields(pairs: &[(&str, &str)]) -> Fields {
        Fields::of(pairs)
    }

    #[test]
    fn a_form_becomes_a_draft() {
        let base = [
            ("version", "3"),
            ("source_version", "4"),
            ("title", "A Title"),
            ("row", "s-abc"),
            ("text", "    code\r\n"),
        ];
        let typed = Typed::read(&fields(&base)).expect("a form");
        assert_eq!(typed.rows[0].1, "    code\n", "indentation means something");
        let draft = typed.draft().expect("a draft");
        assert_eq!((draft.slug.as_str(), draft.mark), ("a-title", Mark::Nothing));
        let with = |more: (&'static str, &'static str)| Typed::read(&fields(&[&base[..], &[more]].concat()));
        let marked = with(("act", "s-abc")).and_then(|typed| typed.draft().ok()).expect("a draft").mark;
        assert_eq!(marked, Mark::Rows(vec![RowKey::parse("s-abc").expect("a key")]));
        assert_eq!(with(("slug", "No Slug!")).map(|typed| typed.draft().err()), Some(Some("slug")));
        assert!(with(("row", "s-def")).is_none(), "rows without a text");
        assert!(with(("act", "nonsense")).is_none());
        assert!(Typed::read(&fields(&[("version", "x"), ("source_version", "1")])).is_none());
    }
}
