//! What is known of all that is indexed: languages, access rules, labels.
//!
//! Everyone may know it: it is asked of the visible halves.

use std::collections::HashMap;
use std::sync::Arc;

use content::TermKind;
use kernel::{Access, Locale};
use serde::Deserialize;
use serde_json::json;
use tokio::time::Instant;

use super::Remote;
use super::server::is_missing;
use super::story::{label_parts, name_parts};
use crate::engine::{Label, SearchError};

/// How often each value of a field occurs.
pub(super) type Facets = HashMap<String, HashMap<String, u64>>;

/// A catalogue and when it was asked for.
#[derive(Debug)]
pub(super) struct Known {
    at: Instant,
    catalogue: Arc<Catalogue>,
}

/// What occurs in the index.
#[derive(Debug, Default)]
pub(super) struct Catalogue {
    pub(super) locales: Vec<Locale>,
    pub(super) rules: Vec<Access>,
    /// Stories with each label.
    labels: HashMap<String, u64>,
    /// Labels' names by language.
    names: HashMap<String, Vec<(Locale, String)>>,
    /// How many texts there are.
    pub(super) texts: u64,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Answers {
    results: Vec<Answer>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Answer {
    #[serde(default)]
    facet_distribution: Facets,
}

impl Remote {
    /// The catalogue, at most as old as is believed.
    pub(super) async fn catalogue(&self) -> Result<Arc<Catalogue>, SearchError> {
        if let Some(known) = &*self.known.read().await
            && known.at.elapsed() < self.fresh
        {
            return Ok(Arc::clone(&known.catalogue));
        }
        self.look().await
    }

    /// The catalogue as it is now.
    pub(super) async fn look(&self) -> Result<Arc<Catalogue>, SearchError> {
        let at = Instant::now();
        let query = json!({
            "indexUid": self.names.open(),
            "limit": 0,
            "facets": ["access", "labels", "locales", "names"],
        });
        let answers: Answers = match self.server.multi_search(&json!({ "queries": [query] })).await {
            Err(error) if is_missing(&error) => return Err(SearchError::Building),
            answers => answers?,
        };
        let facets = answers.results.into_iter().next().map(|answer| answer.facet_distribution);
        let catalogue = Arc::new(Catalogue::of(facets.unwrap_or_default()));
        *self.known.write().await = Some(Known { at, catalogue: Arc::clone(&catalogue) });
        Ok(catalogue)
    }
}

impl Catalogue {
    fn of(mut facets: Facets) -> Self {
        let mut take = |name: &str| facets.remove(name).unwrap_or_default();
        let found = take("locales");
        let texts = found.values().sum();
        let mut locales: Vec<Locale> = found.keys().filter_map(|tag| tag.parse().ok()).collect();
        locales.sort_by(|a, b| a.as_str().cmp(b.as_str()));
        let mut rules: Vec<Access> = take("access").keys().filter_map(|rule| rule.parse().ok()).collect();
        rules.sort_by_key(ToString::to_string);
        let mut names: HashMap<String, Vec<(Locale, String)>> = HashMap::new();
        for (label, locale, name) in take("names").keys().filter_map(|name| name_parts(name)) {
            names.entry(label).or_default().push((locale, name.to_owned()));
        }
        for names in names.values_mut() {
            names.sort_by(|a, b| a.0.as_str().cmp(b.0.as_str()));
        }
        Self { locales, rules, labels: take("labels"), names, texts }
    }

    /// Labels by the number of stories, most first, named in a language or else in any.
    pub(super) fn labels(&self, stories: &HashMap<String, u64>, locale: &Locale) -> Vec<Label> {
        let mut labels: Vec<Label> = stories
            .iter()
            .filter(|(_, stories)| **stories > 0)
            .filter_map(|(label, stories)| {
                let (kind, key): (TermKind, &str) = label_parts(label)?;
                let name = self.name(label, locale).unwrap_or(key).to_owned();
                Some(Label { kind, key: key.to_owned(), name, stories: *stories })
            })
            .collect();
        labels.sort_by(|a, b| b.stories.cmp(&a.stories).then_with(|| a.name.cmp(&b.name)));
        labels
    }

    /// All labels.
    pub(super) fn all_labels(&self, locale: &Locale) -> Vec<Label> {
        self.labels(&self.labels, locale)
    }

    fn name(&self, label: &str, locale: &Locale) -> Option<&str> {
        let names = self.names.get(label)?;
        let name = names.iter().find(|(known, _)| known == locale).or_else(|| names.first())?;
        Some(&name.1)
    }
}
