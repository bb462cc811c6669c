//! `LibreTranslate`'s API: <https://docs.libretranslate.com>. It has no glossaries.

use async_trait::async_trait;
use serde_json::{Value, json};

use super::wire::Wire;
use super::{Failure, Pair, Term, Translator};

pub(super) struct LibreTranslate {
    wire: Wire,
    key: Option<String>,
}

impl LibreTranslate {
    pub(super) fn new(wire: Wire, key: Option<String>) -> Self {
        Self { wire, key }
    }
}

#[async_trait]
impl Translator for LibreTranslate {
    async fn translate(&self, text: &str, pair: &Pair, _: &[Term]) -> Result<String, Failure> {
        let language = |tag: &str| tag.split('-').next().unwrap_or(tag).to_owned();
        let mut body = json!({
            "q": text, "source": language(&pair.from), "target": language(&pair.into), "format": "html",
        });
        if let Some(key) = &self.key {
            body["api_key"] = Value::String(key.clone());
        }
        let answer = self.wire.post("/translate", None, &body).await?;
        let text = answer["translatedText"].as_str();
        text.map(str::to_owned).ok_or_else(|| Failure::Unreadable("no translatedText".to_owned()))
    }
}
