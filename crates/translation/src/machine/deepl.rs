//! `DeepL`'s API, version 2: <https://developers.deepl.com/docs/api-reference/translate>.

use std::collections::HashMap;

use async_trait::async_trait;
use reqwest::header::HeaderValue;
use serde_json::{Value, json};
use tokio::sync::Mutex;

use super::wire::{Wire, secret};
use super::{Failure, Pair, Term, Translator};

pub(super) struct DeepL {
    wire: Wire,
    authorization: Option<HeaderValue>,
    /// The glossaries it keeps for us: what is in them, and their ids.
    glossaries: Mutex<HashMap<Pair, (Vec<Term>, String)>>,
}

impl DeepL {
    pub(super) fn new(wire: Wire, key: &str) -> Self {
        let authorization = secret(&format!("DeepL-Auth-Key {key}"));
        Self { wire, authorization, glossaries: Mutex::default() }
    }

    /// The id of a glossary with these terms; one is made if there is none.
    async fn glossary(&self, pair: &Pair, terms: &[Term]) -> Result<Option<String>, Failure> {
        if terms.is_empty() {
            return Ok(None);
        }
        let mut kept = self.glossaries.lock().await;
        if let Some((known, id)) = kept.get(pair) {
            if known == terms {
                return Ok(Some(id.clone()));
            }
            self.wire.delete(&format!("/v2/glossaries/{id}"), self.authorization.as_ref()).await?;
            kept.remove(pair);
        }
        let entries: Vec<String> =
            terms.iter().map(|term| format!("{}\t{}", cell(&term.source), cell(&term.target))).collect();
        let body = json!({
            "name": format!("gazette {}-{}", pair.from, pair.into),
            "source_lang": language(&pair.from),
            "target_lang": language(&pair.into),
            "entries": entries.join("\n"),
            "entries_format": "tsv",
        });
        let answer = self.wire.post("/v2/glossaries", self.authorization.as_ref(), &body).await?;
        let id = answer["glossary_id"].as_str().ok_or_else(|| unreadable("no glossary_id"))?.to_owned();
        kept.insert(pair.clone(), (terms.to_vec(), id.clone()));
        Ok(Some(id))
    }
}

#[async_trait]
impl Translator for DeepL {
    async fn translate(&self, text: &str, pair: &Pair, glossary: &[Term]) -> Result<String, Failure> {
        let mut body = json!({
            "text": [text],
            "source_lang": language(&pair.from),
            "target_lang": target(&pair.into),
            "tag_handling": "xml",
            "preserve_formatting": true,
        });
        if let Some(id) = self.glossary(pair, glossary).await? {
            body["glossary_id"] = Value::String(id);
        }
        let answer = self.wire.post("/v2/translate", self.authorization.as_ref(), &body).await?;
        let text = answer["translations"][0]["text"].as_str();
        text.map(str::to_owned).ok_or_else(|| unreadable("no translations[0].text"))
    }
}

fn unreadable(what: &str) -> Failure {
    Failure::Unreadable(what.to_owned())
}

/// Tabs and line ends part the entries.
fn cell(text: &str) -> String {
    text.replace(['\t', '\n', '\r'], " ")
}

/// A source language: no regions.
fn language(tag: &str) -> String {
    tag.split('-').next().unwrap_or(tag).to_uppercase()
}

/// A target language: English, Portuguese and Chinese must say which.
fn target(tag: &str) -> String {
    let upper = tag.to_uppercase();
    match (language(tag).as_str(), upper.as_str()) {
        ("EN", "EN-US") => "EN-US".to_owned(),
        ("EN", _) => "EN-GB".to_owned(),
        ("PT", "PT-BR") => "PT-BR".to_owned(),
        ("PT", _) => "PT-PT".to_owned(),
        ("ZH", full) if full.contains("HANT") || full.contains("-TW") => "ZH-HANT".to_owned(),
        ("ZH", _) => "ZH-HANS".to_owned(),
        (language, _) => language.to_owned(),
    }
}
