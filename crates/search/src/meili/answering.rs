//! Answers from the server.

use std::collections::HashMap;
use std::sync::Arc;

use async_trait::async_trait;
use futures_util::future::try_join_all;
use kernel::access::decide;
use kernel::{Access, ArticleId, Locale, Reach};
use serde::Deserialize;
use serde_json::{Value, json};

use super::alike::meant;
use super::asking::{self, Ask};
use super::catalogue::{Catalogue, Facets};
use super::places::{Place, everywhere, places, quoted};
use super::settings::{Field, LANGUAGE, published, text as text_field};
use super::story::{Story, label};
use super::{Meili, Remote};
use crate::analysis::{Origin, words};
use crate::engine::{
    ClosedWords, Counts, DEEPEST, Health, Hit, Label, MOST, Order, Query, Results, SearchError, Searcher,
    SuggestedStory, Suggestions,
};
use crate::instead;
use crate::question::{Asked, Question, Sought};
use crate::snippet::snippet;

/// How much more a language is worth than the next: more than the worst match in it is worse than
/// the best in that.
const BETTER_LANGUAGE: f32 = 1e6;
/// Most languages with a rank of their own; the numbers would become too large.
const MOST_RANKS: usize = 4;
/// What is counted of stories found.
const FACETS: [&str; 2] = ["access", "labels"];

/// What was asked, in one of the languages.
#[derive(Clone)]
struct InLanguage {
    locale: Locale,
    /// Place of the language among those preferred.
    rank: usize,
    asked: Asked,
    asks: Vec<Ask>,
}

#[derive(Default, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Answer {
    hits: Vec<Found>,
    #[serde(default)]
    estimated_total_hits: u64,
    #[serde(default)]
    facets_by_index: HashMap<String, Distribution>,
}

#[derive(Deserialize)]
struct Distribution {
    distribution: Facets,
}

#[derive(Deserialize)]
struct Found {
    #[serde(flatten)]
    story: Story,
    #[serde(rename = "_federation")]
    from: From,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct From {
    queries_position: usize,
}

#[derive(Deserialize)]
struct Answers {
    results: Vec<Answer>,
}

#[derive(Deserialize)]
struct Stories {
    results: Vec<StoriesOf>,
}

#[derive(Deserialize)]
struct StoriesOf {
    hits: Vec<Story>,
}

/// Where and for what a search looks.
struct Search<'a> {
    remote: &'a Remote,
    catalogue: Arc<Catalogue>,
    places: Vec<Place>,
    query: &'a Query,
}

#[async_trait]
impl Searcher for Meili {
    async fn search(&self, query: &Query) -> Result<Results, SearchError> {
        let known = self.0.catalogue().await?;
        match Search::new(&self.0, known, query).results().await {
            // Another index may have been swapped in, with other languages and rules.
            Err(SearchError::Failed(error)) => {
                tracing::debug!(%error, "searching anew");
                Search::new(&self.0, self.0.look().await?, query).results().await
            }
            results => results,
        }
    }

    async fn suggest(&self, text: &str, locale: &Locale, limit: usize) -> Result<Suggestions, SearchError> {
        let known = self.0.catalogue().await?;
        self.0.suggest(&known, text, locale, limit.min(MOST)).await
    }

    async fn health(&self) -> Result<Health, SearchError> {
        // How much room it takes only those may know who keep it.
        Ok(Health { documents: self.0.look().await?.texts, bytes: None })
    }
}

impl<'a> Search<'a> {
    fn new(remote: &'a Remote, catalogue: Arc<Catalogue>, query: &'a Query) -> Self {
        let places = match query.closed {
            ClosedWords::Hidden => places(&remote.names, &catalogue, &query.reach),
            ClosedWords::Match => everywhere(&remote.names, &catalogue),
        };
        Self { remote, catalogue, places, query }
    }

    async fn results(&self) -> Result<Results, SearchError> {
        let question = Question::parse(&self.query.text);
        let pinned = self.pinned().await?;
        let (mut found, mut forgiven) = (self.exact(&question), false);
        let offset = self.query.offset.min(DEEPEST);
        let limit = if self.query.offset > DEEPEST { 0 } else { self.query.limit.min(MOST) };
        let ids: Vec<ArticleId> = pinned.iter().map(|story| story.article).collect();
        // Pinned stories come first, and so take places that others would have.
        let (skip, take) = (offset.saturating_sub(ids.len()), (offset + limit).saturating_sub(ids.len()));
        let take = take.saturating_sub(skip);
        let mut answer = self.ask(&found, &ids, skip, take).await?;
        if answer.estimated_total_hits == 0 {
            let mistaken = self.mistaken(&question, &ids, take).await?;
            if let Some((languages, better)) = mistaken {
                (found, answer, forgiven) = (languages, better, true);
            }
        }
        let counts = self.counts(&found, &answer, &pinned).await?;
        let mut results = Results {
            total: answer.estimated_total_hits + pinned.len() as u64,
            hits: Vec::with_capacity(limit),
            counts,
            ..Results::default()
        };
        for story in pinned.iter().skip(offset).take(limit) {
            results.hits.extend(self.pinned_hit(story, &question));
        }
        let owners = owners(&found, &self.places);
        for Found { story, from } in answer.hits {
            let Some(language) = owners.get(from.queries_position).and_then(|index| found.get(*index)) else {
                continue;
            };
            let mut asked = language.asked.clone();
            if forgiven {
                let Some(text) = story.texts.get(&language.locale) else { continue };
                let texts = [text.title.as_str(), &text.standfirst, &text.teaser];
                take_for_what_was_meant(&mut asked, &language.locale, &[&texts[..], &[&text.rest]].concat());
                if results.hits.is_empty() {
                    results.instead = instead::instead(&self.query.text, &asked, &language.locale, &texts);
                }
            }
            results.hits.extend(hit(&story, &language.locale, &asked, &self.query.reach));
        }
        Ok(results)
    }

    /// The languages to look in, best first, with their ranks; those the reader doesn't know share
    /// one.
    fn languages(&self) -> Vec<(Locale, usize)> {
        let query = self.query;
        let mut known = vec![&query.locale];
        known.extend(query.known.iter().filter(|locale| **locale != query.locale));
        let rank = |locale: &Locale| known.iter().position(|known| *known == locale).unwrap_or(known.len());
        let wanted = |locale: &&Locale| query.filter.language.as_ref().is_none_or(|only| only == *locale);
        let mut languages: Vec<(Locale, usize)> = self
            .catalogue
            .locales
            .iter()
            .filter(wanted)
            .map(|locale| (locale.clone(), rank(locale).min(MOST_RANKS)))
            .collect();
        languages.sort_by(|a, b| a.1.cmp(&b.1).then_with(|| a.0.as_str().cmp(b.0.as_str())));
        languages
    }

    fn is_known(&self, locale: &Locale) -> bool {
        *locale == self.query.locale || self.query.known.contains(locale)
    }

    /// What was asked, just as it was, in all languages.
    fn exact(&self, question: &Question) -> Vec<InLanguage> {
        let in_language = |(locale, rank): (Locale, usize)| {
            let asked = question.in_locale(&locale);
            let synonyms = if locale == self.query.locale { self.query.synonyms.as_slice() } else { &[] };
            InLanguage { asks: asking::exactly(&asked, synonyms, &locale), locale, rank, asked }
        };
        self.languages().into_iter().map(in_language).filter(|found| !found.asks.is_empty()).collect()
    }

    /// What was probably meant, where nothing has what was asked: errors are forgiven in words that
    /// are nowhere, then in all, in languages the reader knows; at last in words that are nowhere,
    /// in the other languages.
    async fn mistaken(
        &self,
        question: &Question,
        pinned: &[ArticleId],
        take: usize,
    ) -> Result<Option<(Vec<InLanguage>, Answer)>, SearchError> {
        let (mine, others): (Vec<InLanguage>, Vec<InLanguage>) =
            self.exact(question).into_iter().partition(|found| self.is_known(&found.locale));
        for (mut found, all) in [(mine.clone(), false), (others, false), (mine, true)] {
            for language in &mut found {
                let known =
                    if all { Vec::new() } else { self.known(&language.asked, &language.locale).await? };
                language.asks = asking::forgivingly(&language.asked, &known).into_iter().collect();
            }
            found.retain(|language| !language.asks.is_empty());
            let answer = self.ask(&found, pinned, 0, take).await?;
            if answer.estimated_total_hits > 0 {
                return Ok(Some((found, answer)));
            }
        }
        Ok(None)
    }

    /// Which of the words asked for are anywhere in this language, where the reader may look.
    async fn known(&self, asked: &Asked, locale: &Locale) -> Result<Vec<bool>, SearchError> {
        let places: Vec<&Place> = self.places.iter().filter(|place| !place.exact).collect();
        let mut queries = Vec::with_capacity(asked.wanted.len() * places.len());
        for sought in &asked.wanted {
            for place in &places {
                let fields: Vec<String> = place.fields().map(|field| field.of(locale)).collect();
                queries.push(json!({
                    "indexUid": place.index,
                    "q": asking::alone(sought),
                    "attributesToSearchOn": fields,
                    "filter": place.filter,
                    "matchingStrategy": "all",
                    "locales": [LANGUAGE],
                    "limit": 0,
                }));
            }
        }
        if queries.is_empty() {
            return Ok(Vec::new());
        }
        let answers: Answers = self.remote.server.multi_search(&json!({ "queries": queries })).await?;
        let found = answers.results.chunks(places.len());
        Ok(found.map(|found| found.iter().any(|answer| answer.estimated_total_hits > 0)).collect())
    }

    /// Asks in these languages, in all places at once.
    async fn ask(
        &self,
        languages: &[InLanguage],
        pinned: &[ArticleId],
        offset: usize,
        limit: usize,
    ) -> Result<Answer, SearchError> {
        let mut queries = Vec::new();
        for language in languages {
            for place in &self.places {
                queries.extend(language.asks_in(place).map(|ask| self.body(language, place, ask, pinned)));
            }
        }
        if queries.is_empty() {
            return Ok(Answer::default());
        }
        let mut facets = HashMap::new();
        for place in &self.places {
            facets.insert(&place.index, FACETS);
        }
        // Only indexes that are asked may be counted in.
        facets.retain(|index, _| queries.iter().any(|query| query["indexUid"] == **index));
        let federation = json!({ "offset": offset, "limit": limit, "facetsByIndex": facets });
        let body = json!({ "federation": federation, "queries": queries });
        self.remote.server.multi_search(&body).await
    }

    fn body(&self, language: &InLanguage, place: &Place, ask: &Ask, pinned: &[ArticleId]) -> Value {
        let locale = &language.locale;
        let mut fields: Vec<String> = place.fields().map(|field| field.of(locale)).collect();
        if ask.forgiving {
            fields.push(Field::Alike.of(locale));
        }
        let mut filter: Vec<String> = place.filter.iter().cloned().collect();
        filter.extend(self.filter(Some(locale)));
        if !pinned.is_empty() {
            filter.push(format!("id NOT IN [{}]", ids(pinned)));
        }
        let ranks = MOST_RANKS - language.rank.min(MOST_RANKS);
        let weight = ask.worth * BETTER_LANGUAGE.powi(i32::try_from(ranks).unwrap_or(0));
        let mut body = json!({
            "indexUid": place.index,
            "q": ask.q,
            "attributesToSearchOn": fields,
            "attributesToRetrieve": ["id", "access", text_field(locale)],
            "matchingStrategy": "all",
            "locales": [LANGUAGE],
            "federationOptions": { "weight": weight },
        });
        if !filter.is_empty() {
            body["filter"] = json!(filter.join(" AND "));
        }
        if self.query.order == Order::Newest {
            body["sort"] = json!([format!("{}:desc", published(locale))]);
        }
        body
    }

    /// The filter as conditions; those of the date are of a text in one language.
    fn filter(&self, locale: Option<&Locale>) -> Vec<String> {
        let filter = &self.query.filter;
        let labels =
            filter.labels.iter().map(|(kind, key)| format!("labels = {}", quoted(&label(*kind, key))));
        let mut conditions: Vec<String> = labels.collect();
        if let Some(access) = &filter.access {
            conditions.push(format!("access = {}", quoted(&access.to_string())));
        }
        let date = locale.map_or_else(|| "published".to_owned(), |locale| quoted(&published(locale)));
        if let Some(from) = filter.from {
            conditions.push(format!("{date} >= {}", from.as_millisecond()));
        }
        if let Some(until) = filter.until {
            conditions.push(format!("{date} < {}", until.as_millisecond()));
        }
        // Stories are one document: one of whose texts is left out is not there at all.
        if !self.query.except.is_empty() {
            let left_out: Vec<String> = self.query.except.iter().map(|id| quoted(&id.to_string())).collect();
            conditions.push(format!("translations NOT IN [{}]", left_out.join(", ")));
        }
        conditions
    }

    /// The pinned stories that are there, in their order, by their visible halves.
    async fn pinned(&self) -> Result<Vec<Story>, SearchError> {
        if self.query.pinned.is_empty() || self.query.order == Order::Newest {
            return Ok(Vec::new());
        }
        let mut filter = vec![format!("id IN [{}]", ids(&self.query.pinned))];
        if let Some(only) = &self.query.filter.language {
            filter.push(format!("locales = {}", quoted(only.as_str())));
        }
        filter.extend(self.filter(None));
        let mut shown = vec!["id".to_owned(), "access".to_owned()];
        shown.extend(self.catalogue.locales.iter().map(text_field));
        let query = json!({
            "indexUid": self.remote.names.open(),
            "filter": filter.join(" AND "),
            "attributesToRetrieve": shown,
            "limit": self.query.pinned.len(),
        });
        let found: Stories = self.remote.server.multi_search(&json!({ "queries": [query] })).await?;
        let mut stories: Vec<Story> = found.results.into_iter().flat_map(|found| found.hits).collect();
        stories.sort_by_key(|story| self.query.pinned.iter().position(|pinned| *pinned == story.article));
        Ok(stories)
    }

    fn pinned_hit(&self, story: &Story, question: &Question) -> Option<Hit> {
        let languages = self.languages();
        let (locale, _) = languages.iter().find(|(locale, _)| story.texts.contains_key(locale))?;
        hit(story, locale, &question.in_locale(locale), &self.query.reach)
    }

    async fn counts(
        &self,
        found: &[InLanguage],
        answer: &Answer,
        pinned: &[Story],
    ) -> Result<Counts, SearchError> {
        // A story matches in several languages: each is asked by itself.
        let each = found.iter().map(|language| async move {
            let answer = self.ask(std::slice::from_ref(language), &[], 0, 0).await?;
            Ok::<_, SearchError>((language.locale.clone(), answer.estimated_total_hits))
        });
        let mut languages = if answer.estimated_total_hits == 0 && pinned.is_empty() {
            Vec::new()
        } else {
            try_join_all(each).await?
        };
        languages.retain(|(_, stories)| *stories > 0);
        languages.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.as_str().cmp(b.0.as_str())));
        let (mut labels, mut access) = (HashMap::new(), HashMap::new());
        for Distribution { distribution } in answer.facets_by_index.values() {
            add(&mut labels, distribution.get("labels"));
            add(&mut access, distribution.get("access"));
        }
        for story in pinned {
            *access.entry(story.access.to_string()).or_default() += 1;
            for label in story.labels() {
                *labels.entry(label).or_default() += 1;
            }
        }
        let mut access: Vec<(Access, u64)> = access
            .into_iter()
            .filter(|(_, stories)| *stories > 0)
            .filter_map(|(rule, stories)| Some((rule.parse().ok()?, stories)))
            .collect();
        access.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.to_string().cmp(&b.0.to_string())));
        Ok(Counts { languages, labels: self.catalogue.labels(&labels, &self.query.locale), access })
    }
}

impl InLanguage {
    /// What may be asked of a place.
    fn asks_in(&self, place: &Place) -> impl Iterator<Item = &Ask> {
        let exact = place.exact;
        self.asks.iter().filter(move |ask| ask.exact || !exact)
    }
}

impl Remote {
    async fn suggest(
        &self,
        known: &Catalogue,
        text: &str,
        locale: &Locale,
        limit: usize,
    ) -> Result<Suggestions, SearchError> {
        let question = Question::parse(text);
        let mut languages: Vec<&Locale> = known.locales.iter().collect();
        languages.sort_by_key(|known| *known != locale);
        let (mut queries, mut owners) = (Vec::new(), Vec::new());
        for language in languages {
            let weight = if language == locale { BETTER_LANGUAGE } else { 1.0 };
            for ask in asking::titles(&question.in_locale(language), language) {
                owners.push(language);
                queries.push(json!({
                    "indexUid": self.names.open(),
                    "q": ask.q,
                    "attributesToSearchOn": [Field::Title.of(language), Field::TitleStems.of(language)],
                    "attributesToRetrieve": ["id", "access", text_field(language)],
                    "matchingStrategy": "all",
                    "locales": [LANGUAGE],
                    "federationOptions": { "weight": ask.worth * weight },
                }));
            }
        }
        let mut suggestions = Suggestions { stories: Vec::new(), labels: labels(known, text, locale, limit) };
        if queries.is_empty() {
            return Ok(suggestions);
        }
        let body = json!({ "federation": { "offset": 0, "limit": limit }, "queries": queries });
        let answer: Answer = self.server.multi_search(&body).await?;
        for Found { mut story, from } in answer.hits {
            let Some(language) = owners.get(from.queries_position) else { continue };
            let Some(text) = story.texts.remove(*language) else { continue };
            let (translation, locale) = (text.translation, (*language).clone());
            suggestions.stories.push(SuggestedStory { translation, locale, title: text.title });
        }
        Ok(suggestions)
    }
}

/// The language to which each query of a request belongs.
fn owners(languages: &[InLanguage], places: &[Place]) -> Vec<usize> {
    let mut owners = Vec::new();
    for (index, language) in languages.iter().enumerate() {
        for place in places {
            owners.extend(language.asks_in(place).map(|_| index));
        }
    }
    owners
}

/// A hit. What of the other half is in the answer is shown only to those who may read it.
fn hit(story: &Story, locale: &Locale, asked: &Asked, reach: &Reach) -> Option<Hit> {
    let text = story.texts.get(locale)?;
    let may_read = decide(story.article, &story.access, reach).is_ok();
    let passages = [
        (text.standfirst.as_str(), Origin::Open),
        (text.teaser.as_str(), Origin::Open),
        (if may_read { text.rest.as_str() } else { "" }, Origin::Closed),
    ];
    Some(Hit {
        article: story.article,
        translation: text.translation,
        locale: locale.clone(),
        version: text.version,
        access: story.access.clone(),
        snippet: snippet(&passages, &asked.wanted, locale),
    })
}

/// Words that a text doesn't have become those of it that were probably meant.
fn take_for_what_was_meant(asked: &mut Asked, locale: &Locale, texts: &[&str]) {
    let found: Vec<String> = texts
        .iter()
        .flat_map(|text| words(text, locale, Origin::Closed))
        .filter_map(|word| Some(word.single()?.to_owned()))
        .collect();
    for sought in &mut asked.wanted {
        let (Sought::Word(word) | Sought::Beginning(word)) = &*sought else { continue };
        if asking::mistakable(sought).is_none() {
            continue;
        }
        let Some(written) = word.single() else { continue };
        let meant = meant(written, &found);
        if !meant.is_empty() {
            *sought = Sought::Alike(word.clone(), meant);
        }
    }
}

/// Labels with a word in their name that goes on as what was typed.
fn labels(known: &Catalogue, text: &str, locale: &Locale, limit: usize) -> Vec<Label> {
    let typed = folded(text, locale, Origin::Query);
    if typed.is_empty() {
        return Vec::new();
    }
    let mut labels = known.all_labels(locale);
    labels.retain(|label| {
        let name = folded(&label.name, locale, Origin::Open);
        name.starts_with(&typed) || name.contains(&format!(" {typed}"))
    });
    labels.truncate(limit);
    labels
}

fn folded(text: &str, locale: &Locale, origin: Origin) -> String {
    let words = words(text, locale, origin);
    let pieces: Vec<&str> =
        words.iter().filter_map(|word| word.surface.first()).map(|piece| piece.text.as_str()).collect();
    pieces.join(" ")
}

fn ids(articles: &[ArticleId]) -> String {
    articles.iter().map(|article| quoted(&article.to_string())).collect::<Vec<_>>().join(", ")
}

fn add(sum: &mut HashMap<String, u64>, counts: Option<&HashMap<String, u64>>) {
    for (value, count) in counts.into_iter().flatten() {
        *sum.entry(value.clone()).or_default() += count;
    }
}
