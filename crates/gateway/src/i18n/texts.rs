//! Fluent messages by language.

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
#[include = "*.ftl"]
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
    /// The file's name is not a language tag.
    #[error("{file}: a file of messages is named after its language, such as de.ftl")]
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
            for entry in std::fs::read_dir(folder)? {
                let path = entry?.path();
                if path.extension().is_some_and(|extension| extension == "ftl") {
                    let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
                    texts.add(&name, std::fs::read_to_string(&path)?)?;
                }
            }
        }
        Ok(texts)
    }

    fn add(&mut self, file: &str, source: String) -> Result<(), TextError> {
        let tag = file.strip_suffix(".ftl").unwrap_or(file);
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
            .unwrap_or_else(|| reference())
    }

    /// Languages that have texts.
    pub(crate) fn locales(&self) -> impl Iterator<Item = &str> {
        self.bundles.keys().map(String::as_str)
    }

    /// Keys of all messages of one language.
    #[cfg(test)]
    pub(crate) fn has(&self, locale: &str, key: &str) -> bool {
        self.bundles.get(locale).is_some_and(|bundle| bundle.has_message(key))
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
