//! What is wrong with a file, and where.

use std::fmt;
use std::ops::Range;
use std::path::{Path, PathBuf};

/// A file that can't be used: `path:line: what is wrong, what was expected`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct FileError {
    /// The file.
    pub path: PathBuf,
    /// The line, from 1.
    pub line: usize,
    /// What is wrong.
    pub problem: String,
    /// What was expected instead.
    pub expected: String,
}

impl FileError {
    /// Something at a line.
    pub(super) fn at(
        path: &Path,
        line: usize,
        problem: impl Into<String>,
        expected: impl Into<String>,
    ) -> Self {
        Self { path: path.to_owned(), line, problem: problem.into(), expected: expected.into() }
    }

    /// Something about the file as a whole.
    pub(super) fn whole(path: &Path, problem: impl Into<String>, expected: impl Into<String>) -> Self {
        Self::at(path, 1, problem, expected)
    }
}

impl fmt::Display for FileError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: {}, expected {}", self.path.display(), self.line, self.problem, self.expected)
    }
}

impl std::error::Error for FileError {}

/// TOML in a file: knows the line of every place in it.
#[derive(Clone, Copy)]
pub(super) struct Toml<'a> {
    pub(super) path: &'a Path,
    pub(super) source: &'a str,
    /// Lines of the file before it.
    pub(super) before: usize,
}

impl Toml<'_> {
    /// Reads it into a form.
    pub(super) fn read<T: serde::de::DeserializeOwned>(&self) -> Result<T, FileError> {
        toml::from_str(self.source).map_err(|error| {
            let message = error.message().trim().replace('\n', ", ");
            // The parser and serde say “…, expected …” where they know; ours go the same way.
            let (problem, expected) =
                message.split_once(", expected ").unwrap_or((&message, "the form in docs/import.md"));
            self.at(error.span().unwrap_or(0..0), problem, expected)
        })
    }

    /// Something at a place in it.
    pub(super) fn at(
        &self,
        span: Range<usize>,
        problem: impl Into<String>,
        expected: impl Into<String>,
    ) -> FileError {
        FileError::at(self.path, self.line(span.start), problem, expected)
    }

    /// The line of the file that a place is in.
    pub(super) fn line(&self, offset: usize) -> usize {
        let before = self.source.as_bytes().iter().take(offset);
        self.before + before.filter(|byte| **byte == b'\n').count() + 1
    }
}

/// Reads a file of text.
pub(super) fn read_text(path: &Path) -> Result<String, FileError> {
    let bytes = std::fs::read(path).map_err(|error| {
        FileError::whole(path, format!("the file can't be read ({error})"), "a readable file")
    })?;
    let text = String::from_utf8(bytes).map_err(|error| {
        let valid = error.as_bytes().iter().take(error.utf8_error().valid_up_to());
        FileError::at(
            path,
            valid.filter(|byte| **byte == b'\n').count() + 1,
            "this is not UTF-8",
            "text in UTF-8",
        )
    })?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(&text);
    Ok(text.replace("\r\n", "\n"))
}
