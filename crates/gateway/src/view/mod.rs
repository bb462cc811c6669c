//! What templates see: one plain, serialisable struct a page.
//!
//! A view holds facts, not prose: texts come from the locale files by `t("key")`, dates and numbers
//! are formatted by the template's filters for the page's language. HTML that content has already
//! sanitised is [`Html`] and is not escaped again; every string else is.

use kernel::{Direction, Locale};
use serde::{Serialize, Serializer};

pub(crate) mod account;
pub(crate) mod admin;
pub(crate) mod article;
pub(crate) mod build;
pub(crate) mod card;
pub(crate) mod courtesy;
pub(crate) mod declare;
pub(crate) mod desk;
pub(crate) mod frame;
pub(crate) mod letter;
pub(crate) mod listing;
pub(crate) mod media;
pub(crate) mod members;
pub(crate) mod numbers;
pub(crate) mod offers;
pub(crate) mod search;
pub(crate) mod settings;
pub(crate) mod subscribe;
pub(crate) mod translate;
pub(crate) mod writing;

pub(crate) use card::{CardView, PictureView};
pub(crate) use frame::Frame;

/// HTML that is safe as it stands: rendered and sanitised at publish.
#[derive(Clone, Debug, Default)]
pub(crate) struct Html(pub(crate) String);

impl Serialize for Html {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        minijinja::Value::from_safe_string(self.0.clone()).serialize(serializer)
    }
}

/// A name and where it leads.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Link {
    pub(crate) name: String,
    /// None where the term has no address in the page's language.
    pub(crate) href: Option<String>,
    /// The language of the name, if it isn't the page's.
    pub(crate) lang: Option<Locale>,
    /// Whether it leads to the page at hand.
    pub(crate) current: bool,
}

/// A page in another language, or this one.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct LanguageLink {
    pub(crate) lang: Locale,
    pub(crate) dir: Direction,
    /// The language's name in the language of the page: “German”.
    pub(crate) name: String,
    /// The language's name in itself: “Deutsch”.
    pub(crate) autonym: String,
    pub(crate) href: String,
    pub(crate) current: bool,
}

/// Where a list goes on.
#[derive(Clone, Debug, Default, Serialize)]
pub(crate) struct Pager {
    /// This page, from 1.
    pub(crate) page: u64,
    pub(crate) pages: u64,
    pub(crate) previous: Option<String>,
    pub(crate) next: Option<String>,
}
