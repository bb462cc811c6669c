//! Fluent messages by language: a folder of files, one for each part of the site, or a single file.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::path::Path;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use kernel::{Direction, Locale};
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
            // Fluent would put isolation marks around every value; `isolated` does where they matter.
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

    /// The language that every text exists in.
    pub(crate) fn reference() -> Locale {
        reference()
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
            Argument::Text(text) => {
                fluent.set(Cow::Borrowed(*name), FluentValue::from(isolated(locale.direction(), text)));
            }
        }
    }
    fluent
}

/// Text put into a sentence that runs the other way, such as an address into Arabic, gets marks that
/// keep both in order (UAX 9, first strong isolate).
fn isolated(direction: Direction, text: &str) -> Cow<'_, str> {
    let is_rtl =
        |c: char| matches!(c, '\u{590}'..='\u{8FF}' | '\u{FB1D}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFF}');
    let other = |c: char| match direction {
        Direction::Ltr => is_rtl(c),
        Direction::Rtl => c.is_alphabetic() && !is_rtl(c),
    };
    if text.contains(other) { Cow::Owned(format!("\u{2068}{text}\u{2069}")) } else { Cow::Borrowed(text) }
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

    /// Keys that are put together, by their beginning, with all that can follow.
    const FAMILIES: &[(&str, &[&str])] = &[
        ("access-", &["members", "paid", "plans"]),
        ("account-done-", &["saved", "revoked"]),
        ("account-problem-", &["name", "languages", "confirm"]),
        ("listing-", &["section", "tag", "author", "month"]),
        ("role-", &["owner", "admin", "editor", "author", "translator"]),
        ("share-", &["mail", "bluesky", "whatsapp", "linkedin"]),
        ("sign-in-heading-", &["ask", "sent", "confirm", "other-browser"]),
        ("sign-in-problem-", &["email", "code", "expired", "used", "too-many", "attempts"]),
        ("subscribe-done-", &["paid-title", "waiting-title", "expired-title"]),
        ("wall-label-", &["sign-in", "subscribe", "plan"]),
        ("wall-text-", &["sign-in", "subscribe", "plan"]),
        ("wall-title-", &["sign-in", "subscribe", "plan"]),
    ];

    /// Keys that are put together in Rust from what happened, by their beginning; each is rendered by a
    /// test of its own (`notices`).
    const BEGUN_IN_RUST: [&str; 1] = ["notice-"];

    /// What failures can be told.
    const STATUSES: [u16; 10] = [400, 401, 403, 404, 405, 410, 413, 422, 500, 503];

    fn is_key(text: &str) -> bool {
        text.contains('-')
            && !text.ends_with('-')
            && text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
    }

    /// What stands between an opening parenthesis and its counterpart.
    fn within_parentheses(rest: &str) -> &str {
        let mut depth = 1;
        let end = rest.find(|c| {
            depth += match c {
                '(' => 1,
                ')' => -1,
                _ => 0,
            };
            depth == 0
        });
        &rest[..end.unwrap_or(rest.len())]
    }

    /// The calls of a function in a source: what is within their parentheses.
    fn calls<'a>(source: &'a str, function: &str) -> Vec<&'a str> {
        let opening = format!("{function}(");
        let at = source.match_indices(&opening).filter(|(at, _)| {
            let before = source[..*at].chars().next_back();
            !before.is_some_and(|c| c.is_alphanumeric() || c == '_')
        });
        at.map(|(at, opening)| within_parentheses(&source[at + opening.len()..])).collect()
    }

    fn first_literal(call: &str) -> Option<&str> {
        call.split('"').nth(1)
    }

    #[test]
    fn every_used_key_exists() {
        let (templates, rust, reference) = (files_in("templates"), files_in("src"), reference_keys());
        let in_templates = calls(&templates, "t").into_iter().filter_map(first_literal);
        let calls_in_rust = calls(&rust, "text").into_iter().chain(calls(&rust, "text_with"));
        let ours = |call: &&str| call.trim_start().trim_start_matches('&').starts_with("app");
        let in_rust = calls_in_rust.filter(ours).filter_map(first_literal);
        // Titles are handed on before they are looked up.
        let titles = rust.split('"').filter(|text| text.starts_with("title-"));
        let mut checked = 0;
        for key in in_templates.chain(in_rust).chain(titles).filter(|key| is_key(key)) {
            checked += 1;
            assert!(reference.contains(key), "there is no text “{key}”");
        }
        assert!(checked > 150, "{checked} keys were found");
        for (beginning, rest) in FAMILIES {
            for rest in *rest {
                let key = format!("{beginning}{rest}");
                assert!(reference.contains(&key), "there is no text “{key}”");
            }
        }
        for status in STATUSES {
            for key in
                [format!("error-{status}-title"), format!("error-{status}-text"), format!("problem-{status}")]
            {
                assert!(reference.contains(&key), "there is no text “{key}”");
            }
        }
    }

    #[test]
    fn every_key_is_used() {
        let templates = files_in("templates");
        let uses = files_in("src") + &templates;
        let begun: BTreeSet<&str> = calls(&templates, "t")
            .into_iter()
            .filter_map(first_literal)
            .filter(|literal| literal.ends_with('-'))
            .collect();
        let in_family = |key: &str| {
            FAMILIES
                .iter()
                .any(|(beginning, rest)| key.strip_prefix(beginning).is_some_and(|end| rest.contains(&end)))
        };
        let known: Vec<&str> = FAMILIES.iter().map(|(beginning, _)| *beginning).collect();
        let statuses = STATUSES.map(|status| status.to_string());
        for key in reference_keys() {
            let whole = uses.contains(&format!("\"{key}\""));
            let status = statuses.iter().any(|status| {
                key == format!("problem-{status}") || key.starts_with(&format!("error-{status}-"))
            });
            // Those put together that aren't listed above count by their beginning.
            let other =
                begun.iter().any(|beginning| key.starts_with(beginning) && !known.contains(beginning));
            let in_rust = BEGUN_IN_RUST.iter().any(|beginning| key.starts_with(beginning));
            assert!(
                whole || status || in_family(&key) || other || in_rust,
                "“{key}” is used nowhere, or missing in FAMILIES"
            );
        }
    }

    /// The variables of each message, `$n` and `$n-text` as one.
    fn variables(source: &str) -> BTreeMap<String, BTreeSet<String>> {
        let mut found: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        let mut key = String::new();
        for line in source.lines().filter(|line| !line.starts_with('#')) {
            if line.starts_with(|c: char| c.is_ascii_lowercase())
                && let Some((name, _)) = line.split_once(" =")
            {
                name.clone_into(&mut key);
                found.entry(key.clone()).or_default();
            }
            for rest in line.split('$').skip(1) {
                let name: String =
                    rest.chars().take_while(|c| c.is_alphanumeric() || matches!(c, '-' | '_')).collect();
                let name = name.strip_suffix("-text").unwrap_or(&name).to_owned();
                found.entry(key.clone()).or_default().insert(name);
            }
        }
        found
    }

    #[test]
    fn every_language_says_the_same_things() {
        let files: BTreeMap<_, _> = shipped().into_iter().collect();
        for (file, source) in &files {
            let part = file.split_once('/').expect("in a folder").1;
            let reference = variables(&files[&format!("{REFERENCE}/{part}")]);
            for (key, own) in variables(source) {
                assert_eq!(Some(&own), reference.get(&key), "{file}: the variables of “{key}”");
            }
        }
    }

    #[test]
    fn templates_give_messages_what_they_need() {
        let files = shipped();
        let reference = files.iter().filter(|(file, _)| file.starts_with("en/"));
        let needed: BTreeMap<_, _> = reference.flat_map(|(_, source)| variables(source)).collect();
        for call in calls(&files_in("templates"), "t") {
            let Some(key) = first_literal(call).filter(|key| is_key(key)) else { continue };
            for name in needed.get(key).into_iter().flatten() {
                let given = call.contains(&format!("{name}=")) || call.contains("**");
                assert!(given, "t(\"{key}\") is called without “{name}”: {call}");
            }
        }
    }

    #[test]
    fn text_that_runs_the_other_way_is_isolated() {
        let texts = Texts::load(None).expect("well-formed");
        let get = |tag: &str, query: &str| {
            let locale = tag.parse().expect("a tag");
            let args = [("count", Argument::Number(2)), ("query", query.into())];
            texts.get(&locale, "search-count", &args).expect("a text")
        };
        assert!(get("en", "\u{623}\u{645}\u{646}").contains("\u{2068}\u{623}\u{645}\u{646}\u{2069}"));
        assert!(get("ar", "Kyiv").contains("\u{2068}Kyiv\u{2069}"));
        assert!(!get("de", "Kyjiw 2025").contains('\u{2068}'));
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
