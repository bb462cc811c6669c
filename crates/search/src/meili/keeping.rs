//! Bringing changes in.
//!
//! The server takes changes as tasks and does them later, so nothing counts until a task has
//! succeeded. How far the index has come is a document of its own, written when all before it is
//! done: whatever happens in between, the index is behind what it says of itself, never ahead.

use std::collections::{BTreeMap, BTreeSet};

use async_trait::async_trait;
use content::Document;
use kernel::{Access, ArticleId, Locale, OutboxSeq, TranslationId};
use meilisearch_sdk::documents::DocumentsQuery;
use serde::{Deserialize, Serialize};

use super::names::Names;
use super::places::quoted;
use super::rebuild::Building;
use super::server::{Server, Tasks, is_missing, soon};
use super::settings::{settings, text as text_field, version};
use super::story::{Extent, Prints, Story};
use super::{Meili, Remote};
use crate::engine::{Batch, Indexer, Reached, Rebuild, SearchError};
use crate::fingerprint::Fingerprint;

/// The one document of its index.
const STATE: &str = "state";
/// Documents asked for at once.
const PAGE: usize = 500;

/// How far an index has come, and how it is set.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct State {
    id: String,
    /// Which index this is, of all that there were.
    #[serde(default)]
    pub(super) generation: u64,
    /// None until it is first built.
    pub(super) cursor: Option<OutboxSeq>,
    /// By which settings it was made.
    pub(super) version: String,
    /// Languages that have fields.
    pub(super) locales: BTreeSet<Locale>,
    /// Access rules that have an index.
    pub(super) rules: BTreeSet<String>,
    /// Only while it is being built.
    #[serde(default)]
    pub(super) building: Option<Reached>,
}

impl State {
    fn new() -> Self {
        let (locales, rules) = (BTreeSet::new(), BTreeSet::new());
        let (id, version) = (STATE.to_owned(), version());
        Self { id, generation: 1, cursor: None, version, locales, rules, building: None }
    }

    pub(super) fn rules(&self) -> impl Iterator<Item = Access> {
        self.rules.iter().filter_map(|rule| rule.parse().ok())
    }
}

/// Writes to the indexes in use, or to those being built.
#[derive(Clone)]
pub(super) struct Keeper {
    pub(super) server: Server,
    pub(super) names: Names,
}

/// What there is before a change.
#[derive(Default)]
struct Before {
    stories: BTreeMap<ArticleId, Story>,
    /// By rule, the stories that are whole in its index.
    whole: Vec<(Access, Vec<ArticleId>)>,
}

impl Remote {
    pub(super) fn keeper(&self) -> Keeper {
        Keeper { server: self.server.clone(), names: self.names.clone() }
    }
}

#[async_trait]
impl Indexer for Meili {
    async fn apply(&self, batch: Batch) -> Result<(), SearchError> {
        let keeper = self.0.keeper();
        let state = keeper.state().await?;
        if batch.after.is_some() && batch.after != state.as_ref().and_then(|state| state.cursor) {
            return Err(SearchError::Exchanged);
        }
        let mut state = match state {
            Some(state) => state,
            None => keeper.begin().await?,
        };
        keeper.bring_in(&batch.put, &batch.remove, &mut state).await?;
        state.cursor = Some(batch.up_to);
        keeper.write(&state).await
    }

    async fn cursor(&self) -> Result<Option<OutboxSeq>, SearchError> {
        Ok(self.0.keeper().state().await?.and_then(|state| state.cursor))
    }

    async fn is_outdated(&self) -> Result<bool, SearchError> {
        Ok(self.0.keeper().state().await?.is_some_and(|state| state.version != version()))
    }

    async fn rebuild(&self, up_to: OutboxSeq) -> Result<Box<dyn Rebuild>, SearchError> {
        Ok(Box::new(Building::begin(self.0.keeper(), up_to).await?))
    }

    async fn fingerprints(&self) -> Result<BTreeMap<TranslationId, Fingerprint>, SearchError> {
        self.0.keeper().fingerprints().await
    }

    fn is_shared(&self) -> bool {
        true
    }
}

impl Keeper {
    /// None if there is no index.
    pub(super) async fn state(&self) -> Result<Option<State>, SearchError> {
        let index = self.server.index(&self.names.meta());
        let found = self.server.documents::<State>(DocumentsQuery::new(&index).with_limit(1)).await?;
        Ok(found.and_then(|states| states.into_iter().next()))
    }

    pub(super) async fn write(&self, state: &State) -> Result<(), SearchError> {
        let mut tasks = Tasks::default();
        self.server.put(&self.names.meta(), std::slice::from_ref(state), &mut tasks).await?;
        self.server.wait(tasks).await
    }

    /// Makes the indexes that are always there.
    pub(super) async fn begin(&self) -> Result<State, SearchError> {
        let state = State::new();
        self.ensure(&self.names.meta()).await?;
        self.ensure(&self.names.open()).await?;
        self.set(&self.names.open(), &state).await?;
        Ok(state)
    }

    /// Makes an index if there is none of this name.
    pub(super) async fn ensure(&self, name: &str) -> Result<(), SearchError> {
        match soon(self.server.sdk.get_raw_index(name)).await {
            Ok(_) => Ok(()),
            Err(error) if is_missing(&error) => {
                self.server.run(self.server.sdk.create_index(name, Some("id"))).await
            }
            Err(error) => Err(error),
        }
    }

    pub(super) async fn set(&self, name: &str, state: &State) -> Result<(), SearchError> {
        self.server.run(self.server.index(name).set_settings(&settings(&state.locales))).await
    }

    /// Brings texts in and takes others out; when this returns, searches see it.
    pub(super) async fn bring_in(
        &self,
        put: &[Document],
        remove: &[TranslationId],
        state: &mut State,
    ) -> Result<(), SearchError> {
        let Before { stories, whole: places } = self.affected(put, remove, state).await?;
        let mut after = stories;
        for translation in remove {
            for story in after.values_mut() {
                story.remove(*translation);
            }
        }
        for document in put {
            // A text is in one story, whatever was said of it before.
            for other in after.values_mut().filter(|story| story.article != document.article) {
                other.remove(document.translation);
            }
            let story = || Story::new(document.article, document.access.clone());
            after.entry(document.article).or_insert_with(story).put(document);
        }
        self.make_room(after.values(), state).await?;
        let mut tasks = Tasks::default();
        // Whole texts come before what is seen of them, and go after.
        let whole = by_rule(after.values().filter(|story| !story.texts.is_empty() && !story.is_public()));
        for (rule, stories) in &whole {
            let documents: Vec<_> = stories.iter().map(|story| story.document(Extent::Full)).collect();
            self.server.put(&self.names.full(rule), &documents, &mut tasks).await?;
        }
        let (there, gone): (Vec<&Story>, Vec<&Story>) =
            after.values().partition(|story| !story.texts.is_empty());
        let open: Vec<_> = there.iter().map(|story| story.document(Extent::Open)).collect();
        self.server.put(&self.names.open(), &open, &mut tasks).await?;
        let ids: Vec<String> = gone.iter().map(|story| story.article.to_string()).collect();
        self.server.delete(&self.names.open(), &ids, &mut tasks).await?;
        for (rule, articles) in places {
            let left = articles.iter().filter(|article| {
                let now = after.get(article).filter(|now| !now.texts.is_empty());
                now.is_none_or(|now| now.access != rule)
            });
            let ids: Vec<String> = left.map(ToString::to_string).collect();
            self.server.delete(&self.names.full(&rule), &ids, &mut tasks).await?;
        }
        self.server.wait(tasks).await
    }

    /// The stories that changes concern, as they are in the index, and wherever they are in it: a
    /// change of a story's rule may have been interrupted.
    async fn affected(
        &self,
        put: &[Document],
        remove: &[TranslationId],
        state: &State,
    ) -> Result<Before, SearchError> {
        let articles: BTreeSet<String> = put.iter().map(|document| document.article.to_string()).collect();
        let articles: Vec<String> = articles.into_iter().collect();
        let texts = remove.iter().copied().chain(put.iter().map(|document| document.translation));
        let texts: Vec<String> = texts.map(|translation| translation.to_string()).collect();
        let mut before = Before::default();
        for (field, values) in [("id", articles), ("translations", texts)] {
            for values in values.chunks(PAGE) {
                let values: Vec<String> = values.iter().map(|value| quoted(value)).collect();
                let filter = format!("{field} IN [{}]", values.join(", "));
                for mut story in self.stories(&self.names.open(), &filter, state).await? {
                    if !story.is_public() {
                        story.distrust();
                    }
                    before.stories.entry(story.article).or_insert(story);
                }
                for rule in state.rules() {
                    let mut articles = Vec::new();
                    for story in self.stories(&self.names.full(&rule), &filter, state).await? {
                        articles.push(story.article);
                        before.stories.insert(story.article, story);
                    }
                    before.whole.push((rule, articles));
                }
            }
        }
        Ok(before)
    }

    async fn stories(&self, index: &str, filter: &str, state: &State) -> Result<Vec<Story>, SearchError> {
        let index = self.server.index(index);
        // Not the words: they are made anew from the texts.
        let mut fields = vec!["id".to_owned(), "access".to_owned()];
        fields.extend(state.locales.iter().map(text_field));
        let mut query = DocumentsQuery::new(&index);
        query.with_filter(filter).with_limit(PAGE).with_fields(fields.iter().map(String::as_str));
        Ok(self.server.documents(&query).await?.unwrap_or_default())
    }

    /// Makes indexes for new rules, and fields for new languages.
    async fn make_room<'a>(
        &self,
        stories: impl Iterator<Item = &'a Story>,
        state: &mut State,
    ) -> Result<(), SearchError> {
        let (mut rules, mut locales) = (BTreeSet::new(), BTreeSet::new());
        for story in stories.filter(|story| !story.texts.is_empty()) {
            locales.extend(story.texts.keys().filter(|locale| !state.locales.contains(*locale)).cloned());
            if !story.is_public() && !state.rules.contains(&story.access.to_string()) {
                rules.insert(story.access.to_string());
            }
        }
        if rules.is_empty() && locales.is_empty() {
            return Ok(());
        }
        let changed = !locales.is_empty();
        state.locales.extend(locales);
        if changed {
            let full = state.rules().map(|rule| self.names.full(&rule));
            for index in std::iter::once(self.names.open()).chain(full) {
                self.set(&index, state).await?;
            }
        }
        for rule in rules.iter().filter_map(|rule| rule.parse().ok()) {
            self.ensure(&self.names.full(&rule)).await?;
            self.set(&self.names.full(&rule), state).await?;
        }
        state.rules.extend(rules);
        // Known before anything is put there: what is interrupted must be found again.
        self.write(state).await
    }

    /// What is indexed of each text. One of which not all is where it belongs has a fingerprint that
    /// none has, so that it is repaired.
    async fn fingerprints(&self) -> Result<BTreeMap<TranslationId, Fingerprint>, SearchError> {
        let Some(state) = self.state().await? else { return Ok(BTreeMap::new()) };
        let broken = Fingerprint::from(0);
        let mut whole: BTreeMap<TranslationId, (Access, Fingerprint)> = BTreeMap::new();
        let mut found = BTreeMap::new();
        for rule in state.rules() {
            for story in self.prints(&self.names.full(&rule)).await? {
                for (translation, fingerprint) in story.each() {
                    // In two places: one is too many.
                    if whole.insert(translation, (rule.clone(), fingerprint)).is_some() {
                        found.insert(translation, broken);
                    }
                }
            }
        }
        for story in self.prints(&self.names.open()).await? {
            for (translation, fingerprint) in story.each() {
                let agrees = match whole.remove(&translation) {
                    Some((rule, whole)) => rule == story.access && whole == fingerprint,
                    None => story.access == Access::Public,
                };
                found.entry(translation).or_insert(if agrees { fingerprint } else { broken });
            }
        }
        found.extend(whole.into_keys().map(|translation| (translation, broken)));
        Ok(found)
    }

    /// The fingerprints of all stories of an index.
    async fn prints(&self, index: &str) -> Result<Vec<Prints>, SearchError> {
        let index = self.server.index(index);
        let mut all: Vec<Prints> = Vec::new();
        loop {
            let mut query = DocumentsQuery::new(&index);
            query.with_offset(all.len()).with_limit(PAGE).with_fields(["access", "prints"]);
            let page: Vec<Prints> = self.server.documents(&query).await?.unwrap_or_default();
            let last = page.len() < PAGE;
            all.extend(page);
            if last {
                return Ok(all);
            }
        }
    }
}

fn by_rule<'a>(stories: impl Iterator<Item = &'a Story>) -> Vec<(Access, Vec<&'a Story>)> {
    let mut rules: Vec<(Access, Vec<&Story>)> = Vec::new();
    for story in stories {
        match rules.iter_mut().find(|(rule, _)| *rule == story.access) {
            Some((_, stories)) => stories.push(story),
            None => rules.push((story.access.clone(), vec![story])),
        }
    }
    rules
}
