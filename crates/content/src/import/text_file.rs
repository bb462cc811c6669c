//! `LOCALE.md`: a text and its front matter.

use std::path::{Path, PathBuf};

use jiff::Timestamp;
use jiff::civil::DateTime;
use jiff::tz::TimeZone;
use kernel::Slug;
use serde::Deserialize;
use toml::Spanned;
use toml::value::Datetime;

use super::problem::{FileError, Toml, read_text};
use crate::model::{Draft, State};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FrontMatter {
    title: Spanned<String>,
    slug: Spanned<Slug>,
    #[serde(default)]
    standfirst: String,
    #[serde(default)]
    description: String,
    seo_title: Option<String>,
    published_at: Option<Spanned<Datetime>>,
    updated_at: Option<Spanned<Datetime>>,
    state: Option<Spanned<StateWord>>,
    #[serde(default)]
    cover_alt: String,
    #[serde(default)]
    cover_caption: String,
    made_from: Option<Spanned<i64>>,
}

#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum StateWord {
    Draft,
    InReview,
    Scheduled,
    Published,
    Withdrawn,
}

/// A text as its file has it.
#[derive(Clone, Debug)]
pub(super) struct TextFile {
    pub(super) path: PathBuf,
    /// Pictures in its body are named as in the file.
    pub(super) draft: Draft,
    /// The line its body begins in.
    pub(super) body_line: usize,
    pub(super) slug_line: usize,
    pub(super) made_from_line: usize,
    pub(super) target: Target,
    pub(super) updated_at: Option<Timestamp>,
}

/// Where a text should stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Target {
    /// Not before readers: a draft, in review or withdrawn.
    Hidden(State, Option<Timestamp>),
    /// Before readers from this moment, which may be to come.
    From(Timestamp),
    /// Before readers now; with the date it has, if it has one.
    Published,
}

/// Reads it. The zone is for dates without an offset; `now` tells past from future.
pub(super) fn read(path: &Path, zone: &TimeZone, now: Timestamp) -> Result<TextFile, FileError> {
    let source = read_text(path)?;
    let missing = || FileError::whole(path, "there is no front matter", "TOML between two lines of +++");
    let rest = source.strip_prefix("+++\n").ok_or_else(missing)?;
    let (front, body) = split(rest).ok_or_else(missing)?;
    let toml = Toml { path, source: front, before: 1 };
    let form: FrontMatter = toml.read()?;
    if form.title.get_ref().trim().is_empty() {
        return Err(toml.at(form.title.span(), "the title is empty", "a title"));
    }
    if let Some(made_from) = form.made_from.as_ref().filter(|number| *number.get_ref() < 1) {
        return Err(toml.at(
            made_from.span(),
            format!("there is no revision {}", made_from.get_ref()),
            "a number from 1",
        ));
    }
    let target = target(toml, &form, zone, now)?;
    let updated_at = moment(toml, form.updated_at.as_ref(), zone)?;
    let blank = body.bytes().take_while(|byte| *byte == b'\n').count();
    let line = |at: usize| toml.line(at);
    Ok(TextFile {
        path: path.to_owned(),
        body_line: front.matches('\n').count() + 3 + blank,
        slug_line: line(form.slug.span().start),
        made_from_line: form.made_from.as_ref().map_or(1, |made_from| line(made_from.span().start)),
        target,
        updated_at,
        draft: Draft {
            slug: form.slug.into_inner(),
            title: form.title.into_inner().trim().to_owned(),
            standfirst: form.standfirst,
            body: body.trim_start_matches('\n').trim_end().to_owned(),
            description: form.description,
            seo_title: form.seo_title,
            cover_alt: form.cover_alt,
            cover_caption: form.cover_caption,
            made_from: form.made_from.map(Spanned::into_inner),
        },
    })
}

/// Front matter, with its last line end, and body.
fn split(rest: &str) -> Option<(&str, &str)> {
    let mut offset = 0;
    for line in rest.split_inclusive('\n') {
        if line.trim_end() == "+++" {
            return Some((rest.get(..offset)?, rest.get(offset + line.len()..)?));
        }
        offset += line.len();
    }
    None
}

fn target(toml: Toml<'_>, form: &FrontMatter, zone: &TimeZone, now: Timestamp) -> Result<Target, FileError> {
    let at = moment(toml, form.published_at.as_ref(), zone)?;
    let state = form.state.as_ref().map(|state| *state.get_ref());
    let span = || form.state.as_ref().map_or(0..0, Spanned::span);
    Ok(match (state, at) {
        (Some(StateWord::Draft), _) | (None, None) => Target::Hidden(State::Draft, None),
        (Some(StateWord::InReview), _) => Target::Hidden(State::InReview, None),
        (Some(StateWord::Withdrawn), at) => Target::Hidden(State::Withdrawn, at),
        (Some(StateWord::Scheduled), None) => {
            return Err(toml.at(span(), "a scheduled text has no date", "published_at = … beside it"));
        }
        (Some(StateWord::Published), Some(at)) if at > now => {
            let problem = "a published text has a date in the future";
            return Err(toml.at(span(), problem, "state = \"scheduled\", or no state"));
        }
        (Some(StateWord::Published), None) => Target::Published,
        (Some(StateWord::Published | StateWord::Scheduled) | None, Some(at)) => Target::From(at),
    })
}

/// A moment; without an offset it is in the site's time zone.
fn moment(
    toml: Toml<'_>,
    date: Option<&Spanned<Datetime>>,
    zone: &TimeZone,
) -> Result<Option<Timestamp>, FileError> {
    let Some(date) = date else { return Ok(None) };
    let refuse = || {
        let problem = format!("“{}” is no moment", date.get_ref());
        toml.at(date.span(), problem, "a date and time such as 2025-09-03T06:00:00+02:00")
    };
    let value = date.get_ref();
    if value.date.is_none() || value.time.is_none() {
        return Err(refuse());
    }
    let text = value.to_string();
    let at: Timestamp = if value.offset.is_some() {
        text.parse().map_err(|_| refuse())?
    } else {
        let local: DateTime = text.parse().map_err(|_| refuse())?;
        zone.to_timestamp(local).map_err(|_| refuse())?
    };
    Ok(Some(kernel::time::from_millis(at.as_millisecond())))
}

impl TextFile {
    /// Something at a line of the body, from 1.
    pub(super) fn in_body(
        &self,
        line: usize,
        problem: impl Into<String>,
        expected: impl Into<String>,
    ) -> FileError {
        FileError::at(&self.path, self.body_line + line - 1, problem, expected)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn moments_without_offset_are_the_sites() {
        let berlin = TimeZone::get("Europe/Berlin").expect("a time zone");
        let at = |text: &str| {
            let source = format!("at = {text}");
            let form: std::collections::BTreeMap<String, Spanned<Datetime>> =
                toml::from_str(&source).expect("TOML");
            let toml = Toml { path: Path::new("de.md"), source: &source, before: 1 };
            moment(toml, form.get("at"), &berlin)
                .map(|at| at.map(|at| at.to_string()))
                .map_err(|error| error.line)
        };
        assert_eq!(at("2025-09-03T06:00:00"), Ok(Some("2025-09-03T04:00:00Z".to_owned())));
        assert_eq!(at("2025-09-03 06:00:00.1234"), Ok(Some("2025-09-03T04:00:00.123Z".to_owned())));
        assert_eq!(at("2025-09-03T06:00:00-02:00"), Ok(Some("2025-09-03T08:00:00Z".to_owned())));
        assert_eq!((at("2025-09-03"), at("06:00:00")), (Err(2), Err(2)));
    }

    #[test]
    fn front_matter_ends_at_its_line() {
        assert_eq!(split("a = 1\n+++\nBody\n+++\n"), Some(("a = 1\n", "Body\n+++\n")));
        assert_eq!(split("+++"), Some(("", "")));
        assert_eq!(split("a = \"+++\"\n"), None);
    }
}
