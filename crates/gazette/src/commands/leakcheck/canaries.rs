//! The file of words to look for on a running site.

use std::path::Path;

use anyhow::{Context, Result, bail};
use leakcheck::Visitor;
use serde::Deserialize;

/// Words, and those who may see some of them.
#[derive(Debug)]
pub(super) struct Canaries {
    pub(super) words: Vec<String>,
    pub(super) visitors: Vec<Visitor>,
}

/// `FILE.toml`: words, and cookies of signed-in readers with what each may see.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Form {
    words: Vec<String>,
    #[serde(default, rename = "visitor")]
    visitors: Vec<VisitorForm>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct VisitorForm {
    name: String,
    /// As browsers send it: `__Host-gazette=…`.
    cookie: String,
    /// Words they may see, and must; nobody else may. Empty for who must see none.
    #[serde(default)]
    sees: Vec<String>,
}

impl Canaries {
    /// Reads the file: TOML if its name says so, otherwise one word a line.
    pub(super) fn read(file: &Path) -> Result<Self> {
        let text = std::fs::read_to_string(file).with_context(|| format!("can't read {}", file.display()))?;
        let toml = file.extension().is_some_and(|extension| extension == "toml");
        let canaries = if toml { Self::of_toml(&text) } else { Ok(Self::of_lines(&text)) };
        let canaries = canaries.with_context(|| file.display().to_string())?;
        if canaries.words.is_empty() {
            bail!("{} holds no words", file.display());
        }
        Ok(canaries)
    }

    fn of_lines(text: &str) -> Self {
        let words = text.lines().map(str::trim).filter(|word| !word.is_empty());
        Self { words: words.map(str::to_owned).collect(), visitors: Vec::new() }
    }

    fn of_toml(text: &str) -> Result<Self> {
        let form: Form = toml::from_str(text)?;
        let mut visitors = Vec::new();
        for visitor in form.visitors {
            if let Some(word) = visitor.sees.iter().find(|word| !form.words.contains(word)) {
                bail!("{} sees “{word}”, which is not among the words", visitor.name);
            }
            let with_cookie = Visitor::with_cookie(&visitor.name, &visitor.cookie, Vec::new());
            visitors.push(Visitor { sees: visitor.sees, ..with_cookie });
        }
        Ok(Self { words: form.words, visitors })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_toml_file_names_who_may_see_what() {
        let text = "words = [\"alpha\", \"beta\"]\n\n[[visitor]]\nname = \"subscriber\"\n\
                    cookie = \"__Host-gazette=x\"\nsees = [\"beta\"]\n";
        let canaries = Canaries::of_toml(text).expect("readable");
        assert_eq!(canaries.words, ["alpha", "beta"]);
        assert_eq!(canaries.visitors[0].sees, ["beta"]);
        assert_eq!(canaries.visitors[0].headers, [("cookie".to_owned(), "__Host-gazette=x".to_owned())]);
        let unknown = text.replace("[\"beta\"]", "[\"gamma\"]");
        assert!(Canaries::of_toml(&unknown).expect_err("refused").to_string().contains("gamma"));
    }

    #[test]
    fn other_files_hold_a_word_a_line() {
        assert_eq!(Canaries::of_lines(" alpha \n\nbeta\n").words, ["alpha", "beta"]);
    }
}
