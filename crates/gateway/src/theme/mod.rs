//! Themes: templates and assets, the default one in the binary.
//!
//! A theme folder holds `templates/`, `assets/` and `locales/`; any file in it takes the place of
//! the shipped one of the same name. Files are read once, at start: a page costs no file access.
//! Templates are sandboxed: they see the view they are given and the functions of [`functions`],
//! and their work is bounded by fuel.

mod assets;
mod functions;

use std::path::{Path, PathBuf};
use std::sync::Arc;

use jiff::tz::TimeZone;
use kernel::Locale;
use minijinja::{AutoEscape, Environment, Output, State, UndefinedBehavior, Value};
use rust_embed::RustEmbed;

pub(crate) use assets::Assets;

use crate::i18n::{TextError, Texts};

#[derive(RustEmbed)]
#[folder = "templates"]
struct Templates;

/// Work a template may do, in minijinja's units: about fifty times what the largest page needs.
const FUEL: u64 = 5_000_000;

/// Everything that decides how pages look and read.
pub(crate) struct Theme {
    templates: Environment<'static>,
    texts: Arc<Texts>,
    assets: Arc<Assets>,
}

/// A theme that can't be used.
#[derive(Debug, thiserror::Error)]
pub enum ThemeError {
    /// A template has a mistake.
    #[error("template {name}: {problem}")]
    Template {
        /// The template.
        name: String,
        /// What is wrong, with its line.
        problem: String,
    },
    /// A file of interface texts has a mistake.
    #[error(transparent)]
    Texts(#[from] TextError),
    /// A file can't be read.
    #[error("can't read the theme's {path}: {source}")]
    Io {
        /// The file.
        path: PathBuf,
        /// Why not.
        source: std::io::Error,
    },
}

/// A page that couldn't be rendered: a mistake in a template that its check didn't find.
#[derive(Debug, thiserror::Error)]
#[error("template {template}: {problem}")]
pub(crate) struct RenderError {
    template: String,
    problem: String,
}

impl Theme {
    /// The shipped theme, with the files of `folder` over it.
    pub(crate) fn load(folder: Option<&Path>) -> Result<Self, ThemeError> {
        let below = |name: &str| folder.map(|folder| folder.join(name));
        let texts = Arc::new(Texts::load(below("locales").as_deref())?);
        let assets = Arc::new(Assets::load(below("assets").as_deref())?);
        let mut templates = Environment::new();
        templates.set_auto_escape_callback(|name| {
            let extension = Path::new(name).extension().and_then(|extension| extension.to_str());
            if matches!(extension, Some("html" | "xml")) { AutoEscape::Html } else { AutoEscape::None }
        });
        templates.set_formatter(write_value);
        templates.set_undefined_behavior(UndefinedBehavior::SemiStrict);
        templates.set_fuel(Some(FUEL));
        functions::add(&mut templates, &texts, &assets);
        for (name, source) in sources(below("templates").as_deref())? {
            let problem = |error: minijinja::Error| ThemeError::Template {
                name: name.clone(),
                problem: format!("{error:#}"),
            };
            templates.add_template_owned(name.clone(), source).map_err(problem)?;
        }
        Ok(Self { templates, texts, assets })
    }

    /// Renders a template for a language; dates are shown in `time_zone`.
    pub(crate) fn render(
        &self,
        template: &str,
        locale: &Locale,
        time_zone: &TimeZone,
        context: Value,
    ) -> Result<String, RenderError> {
        let setting = functions::Setting::new(self.texts.nearest(locale), time_zone.clone());
        let problem = |error: minijinja::Error| RenderError {
            template: template.to_owned(),
            problem: format!("{error:#}"),
        };
        let context = minijinja::context! { setting => Value::from_object(setting), ..context };
        self.templates.get_template(template).and_then(|found| found.render(context)).map_err(problem)
    }

    /// The interface texts.
    pub(crate) fn texts(&self) -> &Texts {
        &self.texts
    }

    /// Style sheets, scripts, fonts and icons.
    pub(crate) fn assets(&self) -> &Assets {
        &self.assets
    }
}

/// Writes a value into a page. As the engine does, but a `/` stays one: addresses are legible in the
/// source, and an HTML attribute or text has no use for its escape.
fn write_value(out: &mut Output, state: &mut State, value: &Value) -> Result<(), minijinja::Error> {
    match value.as_str() {
        Some(text) if matches!(state.auto_escape(), AutoEscape::Html) && !value.is_safe() => {
            let mut rest = text;
            while let Some(at) = rest.find(['&', '<', '>', '"', '\'']) {
                let (before, special) = rest.split_at(at);
                out.write_str(before)?;
                out.write_str(match special.as_bytes()[0] {
                    b'&' => "&amp;",
                    b'<' => "&lt;",
                    b'>' => "&gt;",
                    b'"' => "&quot;",
                    _ => "&#39;",
                })?;
                rest = &special[1..];
            }
            out.write_str(rest)?;
            Ok(())
        }
        _ => minijinja::escape_formatter(out, state, value),
    }
}

/// Names and sources of all templates, those of `folder` in place of the shipped.
fn sources(folder: Option<&Path>) -> Result<Vec<(String, String)>, ThemeError> {
    let shipped = Templates::iter().filter_map(|name| {
        let content = Templates::get(&name)?;
        Some((name.into_owned(), String::from_utf8_lossy(&content.data).into_owned()))
    });
    let mut sources: std::collections::BTreeMap<_, _> = shipped.collect();
    for (name, content) in files(folder)? {
        sources.insert(name, String::from_utf8_lossy(&content).into_owned());
    }
    Ok(sources.into_iter().collect())
}

/// All files below a folder, by their path in it with `/`; none if there is no folder.
fn files(folder: Option<&Path>) -> Result<Vec<(String, Vec<u8>)>, ThemeError> {
    let mut found = Vec::new();
    let mut open: Vec<PathBuf> =
        folder.filter(|folder| folder.is_dir()).map(Path::to_owned).into_iter().collect();
    while let Some(directory) = open.pop() {
        let failed = |path: &Path| {
            let path = path.to_owned();
            move |source| ThemeError::Io { path, source }
        };
        for entry in std::fs::read_dir(&directory).map_err(failed(&directory))? {
            let path = entry.map_err(failed(&directory))?.path();
            if path.is_dir() {
                open.push(path);
            } else if let Some(name) = folder.and_then(|folder| path.strip_prefix(folder).ok()) {
                let name = name.to_string_lossy().replace(std::path::MAIN_SEPARATOR, "/");
                found.push((name, std::fs::read(&path).map_err(failed(&path))?));
            }
        }
    }
    Ok(found)
}
