//! Fluent messages by language: a folder of files, one for each part of the site, or a single file.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::path::Path;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use kernel::Locale;
use rust_embed::RustEmbed;

use super::format::Formats;

#[derive(RustEmbed)]
#[folder = "locales"]
#[include = "*/*.ftl"]
struct Shipped;

/// The language every key exists in.
const REFERENCE: &str = "en";

/// All interface texts, by language.
pub(crate) struct Texts {
    bundles: BTreeMap<String, FluentBundle<FluentResource>>,
}

/// A file of messages that can't be used.
#[derive(Debug, thiserror::Error)]
pub enum TextError {
    /// Neither the file nor its folder is named by a language tag.
    #[error("{file}: messages are in a file or folder named after their language, such as de.ftl or de/")]
    Name {
        /// The file.
        file: String,
    },
    /// The file is not Fluent.
    #[error("{file}: not well-formed Fluent: {problem}")]
    Syntax {
        /// The file.
        file: String,
        /// What the parser says.
        problem: String,
    },
    /// The folder can't be read.
    #[error("can't read the theme's locales: {0}")]
    Io(#[from] std::io::Error),
}

impl Texts {
    /// The shipped texts, with those of `folder` (a theme's `locales`) over them.
    pub(crate) fn load(folder: Option<&Path>) -> Result<Self, TextError> {
        let mut texts = Self { bundles: BTreeMap::new() };
        for file in Shipped::iter() {
            if let Some(content) = Shipped::get(&file) {
                texts.add(&file, String::from_utf8_lossy(&content.data).into_owned())?;
            }
        }
        if let Some(folder) = folder.filter(|folder| folder.is_dir()) {
            texts.add_folder(folder, "")?;
        }
        Ok(texts)
    }

    /// Adds the files of a theme's folder, and of the folders in it that are named by languages.
    fn add_folder(&mut self, folder: &Path, within: &str) -> Result<(), TextError> {
        for entry in std::fs::read_dir(folder)? {
            let path = entry?.path();
            let name = format!("{within}{}", path.file_name().unwrap_or_default().to_string_lossy());
            if path.is_dir() && within.is_empty() {
                self.add_folder(&path, &format!("{name}/"))?;
            } else if path.extension().is_some_and(|extension| extension == "ftl") {
                self.add(&name, std::fs::read_to_string(&path)?)?;
            }
        }
        Ok(())
    }

    /// Adds a file of messages; `file` is its path in the folder, `TAG.ftl` or `TAG/PART.ftl`.
    fn add(&mut self, file: &str, source: String) -> Result<(), TextError> {
        let tag = file.split('/').next().map_or(file, |tag| tag.strip_suffix(".ftl").unwrap_or(tag));
        let name = || TextError::Name { file: file.to_owned() };
        let locale: Locale = tag.parse().map_err(|_| name())?;
        let resource = FluentResource::try_new(source).map_err(|(_, problems)| TextError::Syntax {
            file: file.to_owned(),
            problem: problems.iter().map(ToString::to_string).collect::<Vec<_>>().join("; "),
        })?;
        let language = locale.as_str().parse().map_err(|_| name())?;
        let bundle = self.bundles.entry(locale.as_str().to_owned()).or_insert_with(|| {
            let mut bundle = FluentBundle::new_concurrent(vec![language]);
            // Isolation marks are for plain text of mixed direction; pages isolate with <bdi>.
            bundle.set_use_isolating(false);
            bundle
        });
        bundle.add_resource_overriding(resource);
        Ok(())
    }

    /// The language of the interface on a page in `locale`: its own, its language without the
    /// region, or the reference.
    pub(crate) fn nearest(&self, locale: &Locale) -> Locale {
        [locale.as_str(), locale.language()]
            .into_iter()
            .find(|tag| self.bundles.contains_key(*tag))
            .and_then(|tag| tag.parse().ok())
            .unwrap_or_else(reference)
    }

    /// The message `key` in `locale` (one that [`Self::nearest`] gave), or else in the reference
    /// language. A key that exists nowhere gives `None`: a mistake in a template.
    pub(crate) fn get(&self, locale: &Locale, key: &str, args: &[(&str, Argument)]) -> Option<String> {
        let bundles = [locale.as_str(), REFERENCE];
        let (bundle, message) = bundles
            .iter()
            .filter_map(|tag| self.bundles.get(*tag))
            .find_map(|bundle| Some((bundle, bundle.get_message(key)?.value()?)))?;
        let mut problems = Vec::new();
        let args = fluent_args(locale, args);
        let text = bundle.format_pattern(message, Some(&args), &mut problems);
        for problem in problems {
            tracing::warn!(key, locale = %locale, %problem, "interface text");
        }
        Some(text.into_owned())
    }
}

/// A value put into a message.
#[derive(Clone, Debug)]
pub(crate) enum Argument {
    /// A number: it chooses the plural, and is written as the language writes numbers.
    Number(i64),
    /// Text.
    Text(String),
}

impl From<&str> for Argument {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

/// Numbers go in twice: `$n` chooses the plural form, `$n-text` is the number as CLDR writes it.
/// Fluent itself writes numbers without grouping.
fn fluent_args<'a>(locale: &Locale, args: &'a [(&'a str, Argument)]) -> FluentArgs<'a> {
    let mut fluent = FluentArgs::new();
    for (name, value) in args {
        match value {
            Argument::Number(number) => {
                fluent.set(Cow::Borrowed(*name), FluentValue::from(*number));
                let text = Formats::for_locale(locale).number(*number);
                fluent.set(Cow::Owned(format!("{name}-text")), FluentValue::from(text));
            }
            Argument::Text(text) => fluent.set(Cow::Borrowed(*name), FluentValue::from(text.as_str())),
        }
    }
    fluent
}

fn reference() -> Locale {
    // `en` is a language tag.
    REFERENCE.parse().unwrap_or_else(|_| unreachable!("the reference language is a language tag"))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;
    use std::path::Path;

    use super::*;

    /// The keys of a file of messages.
    fn keys(source: &str) -> BTreeSet<String> {
        let entries = source.lines().filter(|line| line.starts_with(|c: char| c.is_ascii_lowercase()));
        entries.filter_map(|line| Some(line.split_once(" =")?.0.to_owned())).collect()
    }

    /// The shipped messages: for each file its path, such as `en/site.ftl`, and what is in it.
    fn shipped() -> Vec<(String, String)> {
        let read = |name: Cow<'static, str>| {
            let source = Shipped::get(&name)?.data;
            Some((name.into_owned(), String::from_utf8_lossy(&source).into_owned()))
        };
        Shipped::iter().filter_map(read).collect()
    }

    /// All files below a folder of this crate, as one text.
    fn files_in(folder: &str) -> String {
        let mut open = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join(folder)];
        let mut text = String::new();
        while let Some(folder) = open.pop() {
            for entry in std::fs::read_dir(folder).expect("readable") {
                let path = entry.expect("readable").path();
                if path.is_dir() {
                    open.push(path);
                } else {
                    text.push_str(&std::fs::read_to_string(path).expect("text"));
                }
            }
        }
        text
    }

    /// The keys of every part of the reference.
    fn reference_keys() -> BTreeSet<String> {
        let files = shipped();
        let own = files.iter().filter(|(file, _)| file.starts_with("en/"));
        own.flat_map(|(_, source)| keys(source)).collect()
    }

    #[test]
    fn every_language_has_every_key_in_the_same_file() {
        let files: BTreeMap<_, _> = shipped().into_iter().collect();
        let languages: BTreeSet<_> = files.keys().filter_map(|file| Some(file.split_once('/')?.0)).collect();
        let parts: BTreeSet<_> = files.keys().filter_map(|file| Some(file.split_once('/')?.1)).collect();
        for tag in ["en", "de", "fr", "it", "es"] {
            assert!(languages.contains(tag), "{tag} is shipped");
        }
        for part in &parts {
            let of = |tag: &str| {
                files.get(&format!("{tag}/{part}")).map(|source| keys(source)).unwrap_or_default()
            };
            let reference = of(REFERENCE);
            for language in &languages {
                let own = of(language);
                let missing: Vec<_> = reference.difference(&own).collect();
                let surplus: Vec<_> = own.difference(&reference).collect();
                assert!(
                    missing.is_empty() && surplus.is_empty(),
                    "{language}/{part}: missing {missing:?}, surplus {surplus:?}"
                );
            }
        }
    }

    #[test]
    fn no_key_is_in_two_files() {
        let files = shipped();
        let all: Vec<_> = files
            .iter()
            .filter(|(file, _)| file.starts_with("en/"))
            .flat_map(|(_, source)| keys(source))
            .collect();
        assert_eq!(all.len(), reference_keys().len());
    }

    #[test]
    fn a_theme_may_use_a_file_or_a_folder() {
        let theme = tempfile::tempdir().expect("a folder");
        std::fs::write(theme.path().join("de.ftl"), "nav-search = Finden\n").expect("written");
        std::fs::create_dir(theme.path().join("tlh")).expect("made");
        std::fs::write(theme.path().join("tlh/site.ftl"), "nav-search = nej\n").expect("written");
        let texts = Texts::load(Some(theme.path())).expect("well-formed");
        let get = |tag: &str| texts.get(&tag.parse().expect("a tag"), "nav-search", &[]);
        assert_eq!(get("de").as_deref(), Some("Finden"));
        assert_eq!(get("tlh").as_deref(), Some("nej"));
        assert_eq!(get("fr").as_deref(), Some("Recherche"));
    }

    #[test]
    fn every_key_is_used_and_every_used_key_exists() {
        let templates = files_in("templates");
        let uses = files_in("src") + &templates;
        let reference = reference_keys();
        // `t("key"` whole, `t("begin-" ~ …` by its beginning, and `"key"` in Rust.
        let called = |rest: &str| rest.split('"').next().map(str::to_owned);
        let mut beginnings: BTreeSet<String> =
            ["error-", "notice-", "problem-", "sign-in-problem-"].map(str::to_owned).into();
        for rest in templates.split("t(\"").skip(1) {
            let Some(key) = called(rest) else { continue };
            if key.ends_with('-') {
                beginnings.insert(key);
            } else if key.contains('-')
                && key.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
            {
                assert!(reference.contains(&key), "there is no text “{key}”");
            }
        }
        for key in &reference {
            let whole = uses.contains(&format!("\"{key}\""));
            let begun = beginnings.iter().any(|beginning| key.starts_with(beginning));
            assert!(whole || begun, "“{key}” is used nowhere");
        }
    }

    #[test]
    fn texts_are_filled_in_by_the_rules_of_the_language() {
        let texts = Texts::load(None).expect("well-formed");
        let get = |tag: &str, key: &str, n: i64| {
            let locale = texts.nearest(&tag.parse().expect("a tag"));
            texts
                .get(&locale, key, &[("count", Argument::Number(n)), ("minutes", Argument::Number(n))])
                .expect("a text")
        };
        assert_eq!(get("de", "reading-time", 2), "2 Min. Lesezeit");
        assert_eq!(get("de-AT", "listing-count", 1234), "1.234 Artikel");
        assert_eq!(get("fr", "listing-count", 0), "0 article");
        assert_eq!(get("en", "listing-count", 1), "1 story");
        assert_eq!(get("xx", "listing-count", 2), "2 stories", "the reference where there is nothing else");
    }
}
