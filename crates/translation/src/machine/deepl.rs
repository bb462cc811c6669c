//! `DeepL`'s API, version 2: <https://developers.deepl.com/docs/api-reference/translate>.

use std::collections::HashMap;

use async_trait::async_trait;
use kernel::hash::content_hash;
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

    /// The id of a glossary with these terms; one is made if there is none. It is found again by its
    /// name, which says what is in it: after a restart, and by other workers. Those it replaces are
    /// taken away, since `DeepL` keeps only so many.
    async fn glossary(&self, pair: &Pair, terms: &[Term]) -> Result<Option<String>, Failure> {
        if terms.is_empty() {
            return Ok(None);
        }
        let mut kept = self.glossaries.lock().await;
        if let Some((_, id)) = kept.get(pair).filter(|(known, _)| known == terms) {
            return Ok(Some(id.clone()));
        }
        let entries: Vec<String> =
            terms.iter().map(|term| format!("{}\t{}", cell(&term.source), cell(&term.target))).collect();
        let entries = entries.join("\n");
        let own = format!("gazette {}-{} ", pair.from, pair.into);
        let name = format!("{own}{}", content_hash(entries.as_bytes()));
        let id = match self.made_before(&own, &name).await? {
            Some(id) => id,
            None => self.make(&name, pair, entries).await?,
        };
        kept.insert(pair.clone(), (terms.to_vec(), id.clone()));
        Ok(Some(id))
    }

    /// The glossary with this name, if there is one; others whose names begin with `own` are taken away.
    async fn made_before(&self, own: &str, name: &str) -> Result<Option<String>, Failure> {
        let answer = self.wire.get("/v2/glossaries", self.authorization.as_ref()).await?;
        let mut found = None;
        for glossary in answer["glossaries"].as_array().into_iter().flatten() {
            let (Some(id), Some(other)) = (glossary["glossary_id"].as_str(), glossary["name"].as_str())
            else {
                return Err(unreadable("a glossary without glossary_id or name"));
            };
            if other == name {
                found = Some(id.to_owned());
            } else if other.starts_with(own) {
                self.wire.delete(&format!("/v2/glossaries/{id}"), self.authorization.as_ref()).await?;
            }
        }
        Ok(found)
    }

    async fn make(&self, name: &str, pair: &Pair, entries: String) -> Result<String, Failure> {
        let body = json!({
            "name": name,
            "source_lang": language(&pair.from),
            "target_lang": language(&pair.into),
            "entries": entries,
            "entries_format": "tsv",
        });
        let answer = self.wire.post("/v2/glossaries", self.authorization.as_ref(), &body).await?;
        answer["glossary_id"].as_str().map(str::to_owned).ok_or_else(|| unreadable("no glossary_id"))
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
        let answer = self.wire.post("/v2/translate", self.authorization.as_ref(), &body).await;
        if let Err(Failure::Refusing { status: 404, .. }) = answer {
            // Another worker has replaced the glossary; the next try looks for it.
            self.glossaries.lock().await.remove(pair);
        }
        let answer = answer?;
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
