//! Finding documents: as the server does, by looking at all of them.

use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value, json};

use super::filter::Filter;
use super::state::{Index, Refused, invalid};

/// Refuses what the server refuses.
pub(crate) fn check(index: &Index, query: &Value, federated: bool) -> Result<(), Refused> {
    if federated {
        for alone in ["offset", "limit", "facets"] {
            if !query[alone].is_null() {
                return Err(invalid("invalid_multi_search_query_pagination", alone));
            }
        }
    } else if !query["federationOptions"].is_null() {
        return Err(invalid("invalid_multi_search_federation_options", "Federation options are not allowed"));
    }
    let searchable = index.list("searchableAttributes");
    for field in strings(&query["attributesToSearchOn"]) {
        if !searchable.contains(&field) {
            let message = format!("Attribute `{field}` is not searchable.");
            return Err(invalid("invalid_search_attributes_to_search_on", message));
        }
    }
    for sort in strings(&query["sort"]) {
        let (field, order) = sort.split_once(':').expect("field:order");
        assert!(order == "asc" || order == "desc", "{sort}");
        if !index.list("sortableAttributes").contains(&field.to_owned()) {
            return Err(invalid("invalid_search_sort", format!("Attribute `{field}` is not sortable.")));
        }
    }
    facets(index, &strings(&query["facets"]), &[])?;
    if let Some(q) = query["q"].as_str() {
        assert_eq!(query["matchingStrategy"], "all", "all words must be found: {q}");
        assert_eq!(query["locales"], json!(["eng"]), "no language is to be guessed");
    }
    Ok(())
}

pub(crate) fn single(indexes: &BTreeMap<String, Index>, query: &Value) -> Result<Value, Refused> {
    let index = &indexes[query["indexUid"].as_str().expect("a name")];
    let found = find(index, query)?;
    let limit = query["limit"].as_u64().map_or(20, |limit| usize::try_from(limit).expect("small"));
    let documents: Vec<&Value> = found.iter().map(|found| found.document).collect();
    let counts = facets(index, &strings(&query["facets"]), &documents)?;
    let hits = found.iter().take(limit).map(|found| shown(index, query, found.document));
    Ok(json!({
        "indexUid": query["indexUid"], "hits": hits.collect::<Vec<_>>(), "query": query["q"].as_str().unwrap_or(""),
        "processingTimeMs": 0, "limit": limit, "offset": 0, "estimatedTotalHits": found.len(),
        "facetDistribution": counts,
    }))
}

pub(crate) fn federated(
    indexes: &BTreeMap<String, Index>,
    queries: &[Value],
    federation: &Value,
) -> Result<Value, Refused> {
    let mut all: Vec<(usize, &str, f64, Found<'_>)> = Vec::new();
    let mut by_index: BTreeMap<&str, BTreeMap<&str, &Value>> = BTreeMap::new();
    for (position, query) in queries.iter().enumerate() {
        let uid = query["indexUid"].as_str().expect("a name");
        let weight = query["federationOptions"]["weight"].as_f64().unwrap_or(1.0);
        for found in find(&indexes[uid], query)? {
            let id = found.document["id"].as_str().expect("an id");
            by_index.entry(uid).or_default().insert(id, found.document);
            all.push((position, uid, weight, found));
        }
    }
    // A document is a hit once in an index, by the query in which it is worth most.
    all.sort_by(|(a, _, a_weight, a_found), (b, _, b_weight, b_found)| {
        a_found.sort.cmp(&b_found.sort).reverse().then_with(|| {
            let (a_score, b_score) = (a_weight * a_found.score, b_weight * b_found.score);
            let newer = b_found.published.cmp(&a_found.published);
            b_score.partial_cmp(&a_score).unwrap_or(Ordering::Equal).then(newer).then(a.cmp(b))
        })
    });
    let mut seen = BTreeSet::new();
    all.retain(|(_, uid, _, found)| seen.insert((*uid, found.document["id"].as_str().expect("an id"))));
    let number = |name: &str, default| {
        federation[name].as_u64().map_or(default, |n| usize::try_from(n).expect("small"))
    };
    let (offset, limit) = (number("offset", 0), number("limit", 20));
    let hits: Vec<Value> = all
        .iter()
        .skip(offset)
        .take(limit)
        .map(|(position, uid, weight, found)| {
            let mut hit = shown(&indexes[*uid], &queries[*position], found.document);
            hit["_federation"] = json!({
                "indexUid": uid, "queriesPosition": position, "weightedRankingScore": weight * found.score,
            });
            hit
        })
        .collect();
    let mut counts = Map::new();
    for (uid, names) in federation["facetsByIndex"].as_object().into_iter().flatten() {
        let index = indexes.get(uid).ok_or_else(|| invalid("index_not_found", uid.as_str()))?;
        let documents: Vec<&Value> =
            by_index.get(uid.as_str()).into_iter().flat_map(BTreeMap::values).copied().collect();
        let distribution = facets(index, &strings(names), &documents)?;
        counts.insert(uid.clone(), json!({ "distribution": distribution, "stats": {} }));
    }
    let mut answer = json!({
        "hits": hits, "processingTimeMs": 0, "limit": limit, "offset": offset,
        "estimatedTotalHits": seen.len(), "requestUid": "00000000-0000-4000-8000-000000000000",
    });
    if !counts.is_empty() {
        answer["facetsByIndex"] = Value::Object(counts);
    }
    Ok(answer)
}

struct Found<'a> {
    document: &'a Value,
    score: f64,
    published: i64,
    /// What is sorted by, if anything: newest first.
    sort: Option<i64>,
}

/// The documents that a query finds, best first.
fn find<'a>(index: &'a Index, query: &Value) -> Result<Vec<Found<'a>>, Refused> {
    let filter = query["filter"].as_str();
    let filter =
        filter.map(|filter| Filter::parse(filter, &index.list("filterableAttributes"))).transpose()?;
    let searchable = index.list("searchableAttributes");
    let chosen = strings(&query["attributesToSearchOn"]);
    let exact =
        strings(&index.settings.get("typoTolerance").cloned().unwrap_or_default()["disableOnAttributes"]);
    let fields: Vec<&String> = searchable.iter().filter(|field| chosen.contains(field)).collect();
    let terms = Terms::parse(query["q"].as_str().unwrap_or(""));
    let sort = strings(&query["sort"]).first().map(|sort| sort.replace(":desc", ""));
    let mut found = Vec::new();
    for document in
        index.documents.values().filter(|document| filter.as_ref().is_none_or(|f| f.lets(document)))
    {
        if let Some(score) = terms.score(document, &fields, &exact) {
            let published = document["published"].as_i64().unwrap_or(i64::MIN);
            let sort = sort.as_ref().map(|field| document[field].as_i64().unwrap_or(i64::MIN));
            found.push(Found { document, score, published, sort });
        }
    }
    found.sort_by(|a, b| {
        let by_score = || b.score.partial_cmp(&a.score).unwrap_or(Ordering::Equal);
        b.sort.cmp(&a.sort).then_with(by_score).then_with(|| b.published.cmp(&a.published))
    });
    Ok(found)
}

/// A query taken apart as the server does it.
#[derive(Debug, Default)]
struct Terms {
    wanted: Vec<Term>,
    unwanted: Vec<Vec<String>>,
}

#[derive(Debug)]
enum Term {
    Phrase(Vec<String>),
    Word { text: String, beginning: bool },
}

impl Terms {
    fn parse(q: &str) -> Self {
        let mut terms = Self::default();
        let mut rest = q;
        loop {
            rest = rest.trim_start();
            let (not, after) = rest.strip_prefix('-').map_or((false, rest), |after| (true, after));
            if after.is_empty() {
                return terms;
            }
            if let Some(quoted) = after.strip_prefix('"') {
                let (phrase, after) = quoted.split_once('"').unwrap_or((quoted, ""));
                let phrase: Vec<String> = phrase.split_whitespace().map(str::to_owned).collect();
                match (phrase.is_empty(), not) {
                    (true, _) => {}
                    (false, true) => terms.unwanted.push(phrase),
                    (false, false) => terms.wanted.push(Term::Phrase(phrase)),
                }
                rest = after;
            } else {
                let end = after.find(|c: char| c.is_whitespace() || c == '"').unwrap_or(after.len());
                let (word, after) = after.split_at(end);
                // Only the very end of a query may be unfinished.
                let beginning = after.is_empty();
                assert!(!not, "words that are not wanted are in quotes");
                terms.wanted.push(Term::Word { text: word.to_owned(), beginning });
                rest = after;
            }
        }
    }

    /// None if it is not found.
    fn score(&self, document: &Value, fields: &[&String], exact: &[String]) -> Option<f64> {
        let texts: Vec<(usize, bool, Vec<&str>)> = fields
            .iter()
            .enumerate()
            .filter_map(|(rank, field)| {
                let words = document[field.as_str()].as_str()?.split_whitespace().collect();
                Some((rank, exact.contains(field), words))
            })
            .collect();
        let has = |phrase: &[String]| texts.iter().any(|(_, _, words)| at(words, phrase).is_some());
        if self.unwanted.iter().any(|phrase| has(phrase)) {
            return None;
        }
        let mut score = 1.0;
        for term in &self.wanted {
            let best = texts.iter().filter_map(|(rank, exact, words)| {
                let quality = term.found_in(words, *exact)?;
                #[expect(clippy::cast_precision_loss, reason = "small numbers")]
                let by_field = 1.0 - *rank as f64 / 20.0;
                Some(by_field * quality)
            });
            score *=
                best.fold(None, |best: Option<f64>, next| Some(best.map_or(next, |best| best.max(next))))?;
        }
        Some(score * self.nearness(&texts) * self.share(&texts))
    }

    /// Words that stand as near as in the query come first.
    fn nearness(&self, texts: &[(usize, bool, Vec<&str>)]) -> f64 {
        let places = |term: &Term, words: &[&str]| match term {
            Term::Phrase(phrase) => at(words, phrase),
            Term::Word { text, .. } => words.iter().position(|word| word.starts_with(text.as_str())),
        };
        let mut nearness = 1.0;
        for pair in self.wanted.windows(2) {
            let distance = texts.iter().filter_map(|(_, _, words)| {
                Some(places(&pair[1], words)?.abs_diff(places(&pair[0], words)?).clamp(1, 8))
            });
            #[expect(clippy::cast_precision_loss, reason = "small numbers")]
            let distance = distance.min().unwrap_or(8) as f64;
            nearness *= 1.0 - distance / 50.0;
        }
        nearness
    }

    /// A text that is nothing but what was sought is better than one with more.
    fn share(&self, texts: &[(usize, bool, Vec<&str>)]) -> f64 {
        let whole = texts.iter().any(|(_, _, words)| {
            matches!(self.wanted.as_slice(), [Term::Phrase(phrase)] if phrase.len() == words.len() && at(words, phrase).is_some())
        });
        if whole { 1.0 } else { 0.99 }
    }
}

impl Term {
    fn found_in(&self, words: &[&str], exact: bool) -> Option<f64> {
        match self {
            Self::Phrase(phrase) => at(words, phrase).map(|_| 1.0),
            Self::Word { text, beginning } => {
                let best = words.iter().filter_map(|word| {
                    if word == text {
                        return Some(1.0);
                    }
                    if *beginning && word.starts_with(text.as_str()) {
                        return Some(0.9);
                    }
                    let allowed = match text.chars().count() {
                        _ if exact => 0,
                        ..4 => 0,
                        4..8 => 1,
                        _ => 2,
                    };
                    let errors = errors(text, word);
                    (errors <= allowed).then_some(if errors == 1 { 0.5 } else { 0.3 })
                });
                best.fold(None, |best: Option<f64>, next| Some(best.map_or(next, |best| best.max(next))))
            }
        }
    }
}

/// Where words stand side by side.
fn at(words: &[&str], phrase: &[String]) -> Option<usize> {
    words.windows(phrase.len()).position(|window| window == phrase)
}

/// How many letters are wrong, missing, too many, or have changed places; one in the first letter
/// counts double.
fn errors(a: &str, b: &str) -> usize {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    let mut rows = vec![(0..=b.len()).collect::<Vec<usize>>()];
    for i in 1..=a.len() {
        let mut row = vec![i; b.len() + 1];
        for j in 1..=b.len() {
            let same = usize::from(a[i - 1] != b[j - 1]);
            row[j] = (rows[i - 1][j] + 1).min(row[j - 1] + 1).min(rows[i - 1][j - 1] + same);
            if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                row[j] = row[j].min(rows[i - 2][j - 2] + 1);
            }
        }
        rows.push(row);
    }
    rows[a.len()][b.len()] + usize::from(a.first() != b.first())
}

/// How often each value occurs.
fn facets(index: &Index, names: &[String], documents: &[&Value]) -> Result<Value, Refused> {
    let filterable = index.list("filterableAttributes");
    let mut facets = Map::new();
    for name in names {
        if !filterable.contains(name) {
            return Err(invalid("invalid_search_facets", format!("`{name}` is not filterable")));
        }
        let mut counts: BTreeMap<&str, u64> = BTreeMap::new();
        for document in documents {
            let values = match &document[name] {
                Value::Array(values) => values.iter().collect(),
                value => vec![value],
            };
            values
                .into_iter()
                .filter_map(Value::as_str)
                .for_each(|value| *counts.entry(value).or_default() += 1);
        }
        facets.insert(name.clone(), json!(counts));
    }
    Ok(Value::Object(facets))
}

/// What of a document is shown: of what is displayed, what is asked for.
fn shown(index: &Index, query: &Value, document: &Value) -> Value {
    let displayed = index.list("displayedAttributes");
    let wanted = strings(&query["attributesToRetrieve"]);
    let mut hit = json!({});
    for name in wanted.iter().filter(|name| displayed.contains(name) && !document[name.as_str()].is_null()) {
        hit[name.as_str()] = document[name.as_str()].clone();
    }
    hit
}

fn strings(value: &Value) -> Vec<String> {
    value.as_array().into_iter().flatten().filter_map(Value::as_str).map(str::to_owned).collect()
}
