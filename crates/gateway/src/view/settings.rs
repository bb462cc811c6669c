//! The newsroom's settings; each page's view is `settings`.

use kernel::{Direction, Locale};
use serde::Serialize;

use super::LanguageLink;
use super::desk::Choice;

/// Why a form wasn't taken.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct WrongView {
    /// The second half of a key `settings-problem-…`.
    pub(crate) problem: &'static str,
    /// The name of the field it is about; may be empty.
    pub(crate) field: String,
}

/// Name, languages, time zone, contact.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct IdentityView {
    /// The mark of what the form was made from.
    pub(crate) seen: String,
    pub(crate) locales: Vec<OfferedView>,
    pub(crate) defaults: Vec<Choice>,
    pub(crate) add: String,
    pub(crate) add_name: String,
    pub(crate) add_tagline: String,
    pub(crate) zone: String,
    pub(crate) contact: String,
    /// The second half of a key `settings-done-…`.
    pub(crate) done: Option<&'static str>,
    pub(crate) wrong: Option<WrongView>,
}

/// A language that is offered.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct OfferedView {
    pub(crate) language: LanguageLink,
    pub(crate) name: String,
    pub(crate) tagline: String,
    pub(crate) place: String,
    pub(crate) remove: bool,
}

/// Where the wall stands.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct PaywallView {
    pub(crate) seen: String,
    pub(crate) teaser: String,
    pub(crate) visitors: String,
    pub(crate) members: String,
    pub(crate) links: String,
    pub(crate) done: Option<&'static str>,
    pub(crate) wrong: Option<WrongView>,
}

/// What crawlers are told.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct RobotsView {
    pub(crate) version: String,
    /// What they are always told.
    pub(crate) fixed: String,
    pub(crate) more: String,
    pub(crate) done: Option<&'static str>,
    pub(crate) wrong: Option<WrongView>,
}

/// Former addresses.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct RedirectsView {
    pub(crate) redirects: Vec<RedirectView>,
    pub(crate) from: String,
    pub(crate) to: String,
    pub(crate) status: String,
    pub(crate) csv: String,
    pub(crate) lines: Vec<WrongLine>,
    pub(crate) done: Option<&'static str>,
    pub(crate) wrong: Option<WrongView>,
}

#[derive(Clone, Debug, Serialize)]
pub(crate) struct RedirectView {
    pub(crate) from: String,
    pub(crate) to: Option<String>,
    pub(crate) status: u16,
}

/// A line of a file that can't be taken; 0 if it isn't known which.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct WrongLine {
    pub(crate) line: u64,
    pub(crate) text: String,
    /// The second half of a key `settings-problem-…`.
    pub(crate) problem: &'static str,
}

/// All sections, tags or authors.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct TermsView {
    /// `section`, `tag` or `author`.
    pub(crate) kind: &'static str,
    pub(crate) href: String,
    pub(crate) terms: Vec<TermLine>,
    /// A new one, as it was typed.
    pub(crate) key: String,
    pub(crate) names: Vec<TermNameView>,
    pub(crate) done: Option<&'static str>,
    pub(crate) wrong: Option<WrongView>,
}

#[derive(Clone, Debug, Serialize)]
pub(crate) struct TermLine {
    pub(crate) href: String,
    pub(crate) key: String,
    pub(crate) name: String,
    pub(crate) stories: u64,
    /// The languages in which it has no name.
    pub(crate) missing: Vec<String>,
}

/// A term in one language.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct TermNameView {
    pub(crate) language: LanguageLink,
    pub(crate) name: String,
    pub(crate) slug: String,
    pub(crate) description: String,
}

/// One section, tag or author.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct TermView {
    pub(crate) kind: &'static str,
    pub(crate) href: String,
    pub(crate) all_href: String,
    pub(crate) seen: String,
    pub(crate) name: String,
    pub(crate) key: String,
    pub(crate) names: Vec<TermNameView>,
    /// Those that it can be merged into.
    pub(crate) others: Vec<Choice>,
    pub(crate) stories: u64,
    pub(crate) done: Option<&'static str>,
    pub(crate) wrong: Option<WrongView>,
}

/// How the publication looks.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct ThemeView {
    pub(crate) version: String,
    pub(crate) palettes: Vec<PaletteView>,
    /// Words of keys `settings-type-…`.
    pub(crate) types: Vec<Choice>,
    /// The front page in these colours.
    pub(crate) preview: String,
    pub(crate) done: Option<&'static str>,
    pub(crate) wrong: Option<WrongView>,
}

/// The colours of light or of dark.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct PaletteView {
    /// `light` or `dark`.
    pub(crate) name: &'static str,
    pub(crate) colours: Vec<ColourView>,
}

#[derive(Clone, Debug, Serialize)]
pub(crate) struct ColourView {
    /// `paper`, `ink` or `accent`.
    pub(crate) part: &'static str,
    pub(crate) field: String,
    pub(crate) value: String,
    /// Its ratio to what it stands on, if text is written in it.
    pub(crate) contrast: Option<String>,
}

/// What Gazette stands on.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct IntegrationsView {
    pub(crate) integrations: Vec<IntegrationView>,
}

#[derive(Clone, Debug, Serialize)]
pub(crate) struct IntegrationView {
    /// The second half of a key `settings-integration-…`.
    pub(crate) name: &'static str,
    /// Where it is.
    pub(crate) place: Option<String>,
    /// How it went when it was just tried out.
    pub(crate) tried: Option<TriedView>,
}

#[derive(Clone, Debug, Serialize)]
pub(crate) struct TriedView {
    /// The second half of a key `settings-tried-…`.
    pub(crate) outcome: &'static str,
    pub(crate) works: bool,
    /// What the other side said, in English.
    pub(crate) detail: Option<String>,
}

/// The menus of a language.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct MenusView {
    pub(crate) version: String,
    pub(crate) locale: Locale,
    pub(crate) dir: Direction,
    pub(crate) locales: Vec<Choice>,
    pub(crate) menus: Vec<MenuView>,
    pub(crate) done: Option<&'static str>,
    pub(crate) wrong: Option<WrongView>,
}

#[derive(Clone, Debug, Serialize)]
pub(crate) struct MenuView {
    /// `header` or `footer`.
    pub(crate) name: &'static str,
    pub(crate) entries: Vec<EntryView>,
}

#[derive(Clone, Debug, Serialize)]
pub(crate) struct EntryView {
    pub(crate) line: usize,
    pub(crate) label: String,
    pub(crate) address: String,
    pub(crate) place: String,
}
