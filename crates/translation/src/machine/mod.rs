//! Machine translation: a text is sent with its marks as tags, and comes back as Markdown, or is
//! refused because a mark was lost.
//!
//! Three protocols are spoken: `DeepL`'s, `LibreTranslate`'s, and the chat completions that many
//! speak as `OpenAI` does. Where each is, its key and its model are settings.

mod chat;
mod deepl;
mod draft;
mod libre;
mod markup;
mod wire;

use std::sync::Arc;
use std::time::Duration;

use async_trait::async_trait;
use url::Url;

pub use draft::{Draft, Refused, draft};

use crate::glossary::Term;

/// Who translates, and how to reach it.
#[derive(Clone)]
pub struct Settings {
    /// The protocol it speaks.
    pub protocol: Protocol,
    /// Where it is, without the protocol's own paths: `https://api-free.deepl.com`,
    /// `http://127.0.0.1:5000`, `https://api.example.org/v1`.
    pub base_url: Url,
    /// Its key, if it asks for one.
    pub key: Option<String>,
    /// The model, for chat.
    pub model: Option<String>,
    /// How long one try may take.
    pub timeout: Duration,
    /// How many tries there are; at least one.
    pub tries: u32,
}

/// A protocol.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Protocol {
    /// `POST /v2/translate`
    DeepL,
    /// `POST /translate`
    LibreTranslate,
    /// `POST /chat/completions`
    OpenAi,
}

/// Two languages, as BCP 47 tags.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Pair {
    /// From this one.
    pub from: String,
    /// Into this one.
    pub into: String,
}

/// Why there is no translation.
#[derive(Clone, Debug, thiserror::Error, PartialEq, Eq)]
pub enum Failure {
    /// It didn't answer, or not in time.
    #[error("the translation service can't be reached: {0}")]
    Unreachable(String),
    /// It has too much to do, or fails; later it may work.
    #[error("the translation service answers {0}; later it may work")]
    Failing(u16),
    /// It won't do it: the key is wrong, the quota is used up, it doesn't know the languages.
    #[error("the translation service refuses ({status}): {message}")]
    Refusing {
        /// The HTTP status.
        status: u16,
        /// Its words.
        message: String,
    },
    /// Its answer isn't what its protocol says.
    #[error("the answer of the translation service can't be read: {0}")]
    Unreadable(String),
}

/// The settings can't be used.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
pub struct NotUsable(String);

/// Translates texts with tags in them: `<x id="1"/>` for a mark that stands alone,
/// `<g id="2">…</g>` for marks around something; everything else is escaped as in XML.
#[async_trait]
pub trait Translator: Send + Sync {
    /// Translates one text. The glossary is passed on in the way the protocol has, if it has one.
    async fn translate(&self, text: &str, pair: &Pair, glossary: &[Term]) -> Result<String, Failure>;
}

/// A translator with these settings. Nothing is called yet.
pub fn translator(settings: Settings) -> Result<Arc<dyn Translator>, NotUsable> {
    let wire = wire::Wire::new(&settings)?;
    Ok(match settings.protocol {
        Protocol::DeepL => {
            let key = settings.key.ok_or_else(|| NotUsable("DeepL needs a key".to_owned()))?;
            Arc::new(deepl::DeepL::new(wire, &key))
        }
        Protocol::LibreTranslate => Arc::new(libre::LibreTranslate::new(wire, settings.key)),
        Protocol::OpenAi => {
            let model =
                settings.model.ok_or_else(|| NotUsable("chat needs the name of a model".to_owned()))?;
            Arc::new(chat::Chat::new(wire, settings.key, model))
        }
    })
}

#[cfg(test)]
mod tests;
