//! What the server holds, and what it does when it is asked.

use std::collections::{BTreeMap, BTreeSet};

use axum::http::{Method, StatusCode};
use serde_json::{Map, Value, json};

use super::MASTER;
use super::filter::Filter;
use super::finding;

/// Parameters of a search; what else is sent is refused.
const SEARCH: [&str; 12] = [
    "q",
    "offset",
    "limit",
    "filter",
    "facets",
    "sort",
    "attributesToSearchOn",
    "attributesToRetrieve",
    "matchingStrategy",
    "locales",
    "indexUid",
    "federationOptions",
];
/// All settings; the same.
const SETTINGS: [&str; 16] = [
    "synonyms",
    "stopWords",
    "rankingRules",
    "filterableAttributes",
    "sortableAttributes",
    "distinctAttribute",
    "searchableAttributes",
    "displayedAttributes",
    "pagination",
    "faceting",
    "typoTolerance",
    "dictionary",
    "proximityPrecision",
    "searchCutoffMs",
    "localizedAttributes",
    "embedders",
];

#[derive(Default)]
pub(crate) struct State {
    pub(crate) indexes: BTreeMap<String, Index>,
    pub(crate) tasks: Vec<Task>,
    keys: Vec<Value>,
    pub(crate) requests: Vec<(String, String, Value)>,
    pub(crate) fail_next: bool,
    pub(crate) down: bool,
}

#[derive(Clone, Default)]
pub(crate) struct Index {
    pub(crate) documents: BTreeMap<String, Value>,
    pub(crate) settings: Map<String, Value>,
}

/// A task, and how it stands.
#[derive(Clone, Debug)]
pub(crate) struct Task {
    pub(crate) kind: &'static str,
    pub(crate) index: Option<String>,
    pub(crate) status: &'static str,
    act: Act,
}

#[derive(Clone, Debug)]
enum Act {
    Create,
    Delete,
    Put(Vec<Value>),
    Remove(Vec<String>),
    Set(Map<String, Value>),
    Swap(Vec<(String, String)>),
}

/// Why the server doesn't do it.
#[derive(Debug)]
pub(crate) struct Refused {
    pub(crate) status: StatusCode,
    pub(crate) code: &'static str,
    pub(crate) kind: &'static str,
    pub(crate) message: String,
}

type Answer = Result<(StatusCode, Value), Refused>;

pub(super) fn invalid(code: &'static str, message: impl Into<String>) -> Refused {
    Refused { status: StatusCode::BAD_REQUEST, code, kind: "invalid_request", message: message.into() }
}

fn missing(status: StatusCode, index: &str) -> Refused {
    let message = format!("Index `{index}` not found.");
    Refused { status, code: "index_not_found", kind: "invalid_request", message }
}

impl Index {
    pub(super) fn list(&self, setting: &str) -> Vec<String> {
        let values = self.settings.get(setting).and_then(Value::as_array);
        values.into_iter().flatten().filter_map(Value::as_str).map(str::to_owned).collect()
    }
}

impl State {
    #[expect(clippy::too_many_lines, reason = "the API's table of contents")]
    pub(super) fn route(
        &mut self,
        method: &Method,
        path: &[&str],
        parameters: &[(String, String)],
        body: &Value,
        key: &str,
    ) -> Answer {
        // Whoever looks sees it get on.
        if method == Method::GET {
            self.time_passes();
        }
        let parameter =
            |name: &str| parameters.iter().find(|(known, _)| known == name).map(|(_, value)| value);
        match (method.as_str(), path) {
            ("POST", ["keys"]) => {
                self.may(key, "keys.create", None)?;
                known(body, &["actions", "indexes", "name", "description", "uid", "expiresAt"])?;
                assert!(
                    body.get("expiresAt").is_some(),
                    "the API wants to be told that a key doesn't expire"
                );
                let number = self.keys.len();
                let mut made = body.clone();
                made["key"] = json!(format!("key-{number}"));
                made["uid"] = json!(format!("00000000-0000-4000-8000-{number:012}"));
                made["createdAt"] = json!("2026-11-24T00:00:00Z");
                made["updatedAt"] = json!("2026-11-24T00:00:00Z");
                self.keys.push(made.clone());
                Ok((StatusCode::CREATED, made))
            }
            ("GET", ["keys"]) => {
                self.may(key, "keys.get", None)?;
                let results =
                    json!({ "results": self.keys, "offset": 0, "limit": 1000, "total": self.keys.len() });
                Ok((StatusCode::OK, results))
            }
            ("GET", ["tasks"]) => {
                self.may(key, "tasks.get", None)?;
                Ok((
                    StatusCode::OK,
                    json!({ "results": [], "limit": 20, "from": null, "next": null, "total": 0 }),
                ))
            }
            ("GET", ["tasks", uid]) => {
                self.may(key, "tasks.get", None)?;
                let uid: usize = uid.parse().expect("a number");
                // Tasks of no single index are seen only with keys for all.
                if self.tasks[uid].index.is_none() && self.may(key, "tasks.get", Some("*")).is_err() {
                    let message = format!("Task `{uid}` not found.");
                    let (status, kind) = (StatusCode::NOT_FOUND, "invalid_request");
                    return Err(Refused { status, code: "task_not_found", kind, message });
                }
                Ok((StatusCode::OK, self.task(uid)))
            }
            ("GET", ["indexes"]) => {
                self.may(key, "indexes.get", None)?;
                let all: Vec<Value> = self.indexes.keys().map(|uid| described(uid)).collect();
                Ok((StatusCode::OK, json!({ "results": all, "offset": 0, "limit": 20, "total": all.len() })))
            }
            ("POST", ["indexes"]) => {
                known(body, &["uid", "primaryKey"])?;
                let uid = body["uid"].as_str().expect("a name");
                assert!(uid.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'_'), "{uid}");
                assert_eq!(body["primaryKey"], "id");
                self.may(key, "indexes.create", Some(uid))?;
                Ok(self.enqueue("indexCreation", Some(uid), Act::Create))
            }
            ("GET", ["indexes", uid]) => {
                self.may(key, "indexes.get", Some(uid))?;
                self.index(uid)?;
                Ok((StatusCode::OK, described(uid)))
            }
            ("DELETE", ["indexes", uid]) => {
                self.may(key, "indexes.delete", Some(uid))?;
                Ok(self.enqueue("indexDeletion", Some(uid), Act::Delete))
            }
            ("PATCH", ["indexes", uid, "settings"]) => {
                self.may(key, "settings.update", Some(uid))?;
                known(body, &SETTINGS)?;
                let settings = body.as_object().expect("an object").clone();
                Ok(self.enqueue("settingsUpdate", Some(uid), Act::Set(settings)))
            }
            ("GET", ["indexes", uid, "settings"]) => {
                self.may(key, "settings.get", Some(uid))?;
                Ok((StatusCode::OK, Value::Object(self.index(uid)?.settings.clone())))
            }
            ("POST", ["indexes", uid, "documents"]) => {
                self.may(key, "documents.add", Some(uid))?;
                assert_eq!(parameter("primaryKey").map(String::as_str), Some("id"));
                let documents = body.as_array().expect("a list").clone();
                Ok(self.enqueue("documentAdditionOrUpdate", Some(uid), Act::Put(documents)))
            }
            ("POST", ["indexes", uid, "documents", "delete-batch"]) => {
                self.may(key, "documents.delete", Some(uid))?;
                let ids = body.as_array().expect("a list").iter();
                let ids = ids.map(|id| id.as_str().expect("an id").to_owned()).collect();
                Ok(self.enqueue("documentDeletion", Some(uid), Act::Remove(ids)))
            }
            ("GET", ["indexes", uid, "documents"]) => {
                self.may(key, "documents.get", Some(uid))?;
                let fields: Option<Vec<String>> =
                    parameter("fields").map(|fields| fields.split(',').map(str::to_owned).collect());
                let number = |name| parameter(name).map(|value| value.parse().expect("a number"));
                let (offset, limit) = (number("offset").unwrap_or(0), number("limit").unwrap_or(20));
                self.fetch(uid, fields.as_deref(), None, offset, limit)
            }
            ("POST", ["indexes", uid, "documents", "fetch"]) => {
                self.may(key, "documents.get", Some(uid))?;
                known(body, &["offset", "limit", "fields", "filter", "ids", "sort"])?;
                let fields: Option<Vec<String>> = body["fields"].as_array().map(|fields| {
                    fields.iter().map(|field| field.as_str().expect("a name").to_owned()).collect()
                });
                let number = |name: &str| body[name].as_u64().and_then(|number| usize::try_from(number).ok());
                let (offset, limit) = (number("offset").unwrap_or(0), number("limit").unwrap_or(20));
                self.fetch(uid, fields.as_deref(), body["filter"].as_str(), offset, limit)
            }
            ("POST", ["indexes", uid, "search"]) => {
                self.may(key, "search", Some(uid))?;
                self.index(uid)?;
                Ok((
                    StatusCode::OK,
                    json!({
                        "hits": [], "offset": 0, "limit": 20, "estimatedTotalHits": 0, "processingTimeMs": 0, "query": "",
                    }),
                ))
            }
            ("POST", ["swap-indexes"]) => {
                let swaps: Vec<(String, String)> = body
                    .as_array()
                    .expect("a list")
                    .iter()
                    .map(|swap| {
                        known(swap, &["indexes", "rename"]).expect("of the API");
                        let name = |at: usize| swap["indexes"][at].as_str().expect("a name").to_owned();
                        assert_eq!(swap["indexes"].as_array().map(Vec::len), Some(2));
                        (name(0), name(1))
                    })
                    .collect();
                let mut seen = BTreeSet::new();
                for name in swaps.iter().flat_map(|(a, b)| [a, b]) {
                    self.may(key, "indexes.swap", Some(name))?;
                    assert!(seen.insert(name.clone()), "{name} is in two swaps");
                }
                Ok(self.enqueue("indexSwap", None, Act::Swap(swaps)))
            }
            ("POST", ["multi-search"]) => self.multi_search(body, key),
            _ => panic!("{method} /{} is not of the API, or not known to be used", path.join("/")),
        }
    }

    fn multi_search(&mut self, body: &Value, key: &str) -> Answer {
        known(body, &["queries", "federation"])?;
        let federated = body.get("federation").filter(|federation| !federation.is_null());
        let queries = body["queries"].as_array().expect("a list");
        for query in queries {
            known(query, &SEARCH)?;
            let uid = query["indexUid"].as_str().expect("a name");
            self.may(key, "search", Some(uid))?;
            let index = self.indexes.get(uid).ok_or_else(|| missing(StatusCode::BAD_REQUEST, uid))?;
            finding::check(index, query, federated.is_some())?;
        }
        if let Some(federation) = federated {
            known(federation, &["offset", "limit", "facetsByIndex", "mergeFacets"])?;
            return Ok((StatusCode::OK, finding::federated(&self.indexes, queries, federation)?));
        }
        let results: Result<Vec<Value>, Refused> =
            queries.iter().map(|query| finding::single(&self.indexes, query)).collect();
        Ok((StatusCode::OK, json!({ "results": results? })))
    }

    fn fetch(
        &self,
        uid: &str,
        fields: Option<&[String]>,
        filter: Option<&str>,
        offset: usize,
        limit: usize,
    ) -> Answer {
        let index = self.index(uid)?;
        let filter =
            filter.map(|filter| Filter::parse(filter, &index.list("filterableAttributes"))).transpose()?;
        let displayed = index.list("displayedAttributes");
        let shown = |name: &String| {
            (displayed.is_empty() || displayed.contains(name))
                && fields.is_none_or(|fields| fields.contains(name))
        };
        let found: Vec<Value> = index
            .documents
            .values()
            .filter(|document| filter.as_ref().is_none_or(|filter| filter.lets(document)))
            .map(|document| {
                let fields = document.as_object().expect("a document").iter().filter(|(name, _)| shown(name));
                Value::Object(fields.map(|(name, value)| (name.clone(), value.clone())).collect())
            })
            .collect();
        let total = found.len();
        let results: Vec<Value> = found.into_iter().skip(offset).take(limit).collect();
        Ok((StatusCode::OK, json!({ "results": results, "offset": offset, "limit": limit, "total": total })))
    }

    fn index(&self, uid: &str) -> Result<&Index, Refused> {
        self.indexes.get(uid).ok_or_else(|| missing(StatusCode::NOT_FOUND, uid))
    }

    /// Whether the key lets its holder do this, with this index.
    fn may(&self, key: &str, action: &str, index: Option<&str>) -> Result<(), Refused> {
        let found = self.keys.iter().find(|known| known["key"] == key);
        let allowed = key == MASTER
            || found.is_some_and(|found| {
                let lists = |name: &str, wanted: &dyn Fn(&str) -> bool| {
                    found[name]
                        .as_array()
                        .expect("a list")
                        .iter()
                        .any(|value| value.as_str().is_some_and(wanted))
                };
                let covers = |pattern: &str| match (pattern.strip_suffix('*'), index) {
                    (_, None) => true,
                    (Some(beginning), Some(index)) => index.starts_with(beginning),
                    (None, Some(index)) => index == pattern,
                };
                lists("actions", &|known| known == action) && lists("indexes", &covers)
            });
        if allowed {
            return Ok(());
        }
        let message = "The provided API key is invalid.".to_owned();
        Err(Refused { status: StatusCode::FORBIDDEN, code: "invalid_api_key", kind: "auth", message })
    }

    fn enqueue(&mut self, kind: &'static str, index: Option<&str>, act: Act) -> (StatusCode, Value) {
        let uid = self.tasks.len();
        self.tasks.push(Task { kind, index: index.map(str::to_owned), status: "enqueued", act });
        let task = json!({
            "taskUid": uid, "indexUid": index, "status": "enqueued", "type": kind,
            "enqueuedAt": "2026-11-24T00:00:00Z",
        });
        (StatusCode::ACCEPTED, task)
    }

    /// The first task that isn't done gets on a step.
    fn time_passes(&mut self) {
        let Some(at) = self.tasks.iter().position(|task| matches!(task.status, "enqueued" | "processing"))
        else {
            return;
        };
        if self.tasks[at].status == "enqueued" {
            self.tasks[at].status = "processing";
            return;
        }
        let fails = std::mem::take(&mut self.fail_next);
        let task = self.tasks[at].clone();
        self.tasks[at].status = if !fails && self.done(&task) { "succeeded" } else { "failed" };
    }

    /// Does it, as a whole or not at all.
    fn done(&mut self, task: &Task) -> bool {
        let name = task.index.clone().unwrap_or_default();
        match &task.act {
            Act::Create => {
                if self.indexes.contains_key(&name) {
                    return false;
                }
                self.indexes.insert(name, Index::default());
            }
            Act::Delete => return self.indexes.remove(&name).is_some(),
            Act::Put(documents) => {
                let index = self.indexes.entry(name).or_default();
                for document in documents {
                    let id = document["id"].as_str().expect("an id").to_owned();
                    index.documents.insert(id, document.clone());
                }
            }
            Act::Remove(ids) => {
                let index = self.indexes.entry(name).or_default();
                for id in ids {
                    index.documents.remove(id);
                }
            }
            Act::Set(settings) => {
                self.indexes.entry(name).or_default().settings.extend(settings.clone());
            }
            Act::Swap(swaps) => {
                if !swaps.iter().flat_map(|(a, b)| [a, b]).all(|name| self.indexes.contains_key(name)) {
                    return false;
                }
                for (a, b) in swaps {
                    let (first, second) = (self.indexes.remove(a), self.indexes.remove(b));
                    self.indexes.extend(first.map(|index| (b.clone(), index)));
                    self.indexes.extend(second.map(|index| (a.clone(), index)));
                }
            }
        }
        true
    }

    fn task(&self, uid: usize) -> Value {
        let task = &self.tasks[uid];
        let mut answer = json!({
            "uid": uid, "indexUid": task.index, "status": task.status, "type": task.kind,
            "enqueuedAt": "2026-11-24T00:00:00Z", "canceledBy": null, "error": null,
            "details": null, "duration": null, "startedAt": null, "finishedAt": null,
        });
        if task.status != "enqueued" {
            answer["startedAt"] = json!("2026-11-24T00:00:00Z");
        }
        if matches!(task.status, "succeeded" | "failed") {
            answer["duration"] = json!("PT0.01S");
            answer["finishedAt"] = json!("2026-11-24T00:00:01Z");
        }
        if task.status == "failed" {
            answer["error"] = json!({
                "message": "The task failed, as the test told it.", "code": "internal", "type": "internal",
                "link": "https://docs.meilisearch.com/errors#internal",
            });
        }
        answer
    }
}

fn described(uid: &str) -> Value {
    json!({
        "uid": uid, "primaryKey": "id", "createdAt": "2026-11-24T00:00:00Z", "updatedAt": "2026-11-24T00:00:00Z",
    })
}

/// What isn't of the API is refused.
fn known(body: &Value, names: &[&str]) -> Result<(), Refused> {
    for name in body.as_object().expect("an object").keys() {
        if !names.contains(&name.as_str()) {
            return Err(invalid("bad_request", format!("Unknown field `{name}`")));
        }
    }
    Ok(())
}
