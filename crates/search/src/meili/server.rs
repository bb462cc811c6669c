//! Talking to the server.

use std::future::Future;
use std::time::Duration;

use meilisearch_sdk::client::Client;
use meilisearch_sdk::documents::DocumentsQuery;
use meilisearch_sdk::errors::{Error, ErrorCode, ErrorType};
use meilisearch_sdk::indexes::{Index, IndexesQuery};
use meilisearch_sdk::request::{HttpClient, Method};
use meilisearch_sdk::reqwest::ReqwestClient;
use meilisearch_sdk::task_info::TaskInfo;
use meilisearch_sdk::tasks::Task;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::engine::SearchError;

/// How long an answer is waited for.
const PATIENCE: Duration = Duration::from_secs(10);
/// How long the server may take to receive and queue documents.
const UPLOAD: Duration = Duration::from_mins(1);
/// More indexes than a server has of ours.
const MOST_INDEXES: usize = 10_000;
/// First pause before asking how a task is; it doubles up to the longest.
const PAUSE: Duration = Duration::from_millis(10);
const LONGEST_PAUSE: Duration = Duration::from_millis(500);

/// A server, with a key to it.
#[derive(Clone)]
pub(super) struct Server {
    pub(super) sdk: Client<ReqwestClient>,
    /// For what the SDK has no words for.
    http: ReqwestClient,
    host: String,
}

/// Tasks that were given to the server and are not known to be done.
#[derive(Debug, Default)]
pub(super) struct Tasks(Vec<TaskInfo>);

impl Server {
    pub(super) fn at(url: &str, key: &str) -> Result<Self, SearchError> {
        // The client would panic over what can't stand in a header.
        if key.is_empty() || !key.bytes().all(|byte| byte.is_ascii_graphic()) {
            return Err(SearchError::Refused("it is empty, or has characters that no key has".to_owned()));
        }
        let http = ReqwestClient::new(Some(key)).map_err(failure)?;
        let host = url.trim_end_matches('/').to_owned();
        Ok(Self { sdk: Client::new_with_client(&host, Some(key), http.clone()), http, host })
    }

    pub(super) fn index(&self, uid: &str) -> Index<ReqwestClient> {
        self.sdk.index(uid)
    }

    /// Asks several indexes at once. The SDK can't say in which fields a query looks for what, with
    /// owned texts; the address and its parameters are the API's.
    pub(super) async fn multi_search<T: DeserializeOwned + Send + 'static>(
        &self,
        body: &Value,
    ) -> Result<T, SearchError> {
        let url = format!("{}/multi-search", self.host);
        let method = Method::Post { query: (), body };
        within(PATIENCE, self.http.request::<(), &Value, T>(&url, method, 200)).await
    }

    /// The names of all indexes that the key reaches.
    pub(super) async fn indexes(&self) -> Result<Vec<String>, SearchError> {
        let mut query = IndexesQuery::new(&self.sdk);
        let all = soon(self.sdk.list_all_indexes_raw_with(query.with_limit(MOST_INDEXES))).await?;
        let all = all.get("results").and_then(Value::as_array).cloned().unwrap_or_default();
        let name = |index: &Value| index.get("uid").and_then(Value::as_str).map(str::to_owned);
        Ok(all.iter().filter_map(name).collect())
    }

    /// Documents by a query. None if there is no such index.
    pub(super) async fn documents<T: DeserializeOwned + Send + Sync + 'static>(
        &self,
        query: &DocumentsQuery<'_, ReqwestClient>,
    ) -> Result<Option<Vec<T>>, SearchError> {
        match within(PATIENCE, query.execute::<T>()).await {
            Ok(found) => Ok(Some(found.results)),
            Err(error) if is_missing(&error) => Ok(None),
            Err(error) => Err(error),
        }
    }

    pub(super) async fn put<T: Serialize + Send + Sync>(
        &self,
        index: &str,
        documents: &[T],
        tasks: &mut Tasks,
    ) -> Result<(), SearchError> {
        if !documents.is_empty() {
            tasks.0.push(within(UPLOAD, self.index(index).add_or_replace(documents, Some("id"))).await?);
        }
        Ok(())
    }

    pub(super) async fn delete(
        &self,
        index: &str,
        ids: &[String],
        tasks: &mut Tasks,
    ) -> Result<(), SearchError> {
        if !ids.is_empty() {
            tasks.0.push(within(UPLOAD, self.index(index).delete_documents(ids)).await?);
        }
        Ok(())
    }

    /// Waits until the server has done all that it was given; fails if one of it failed. As long as
    /// it answers it is at work: others' tasks may come before ours.
    pub(super) async fn wait(&self, tasks: Tasks) -> Result<(), SearchError> {
        for task in tasks.0 {
            self.done(task).await?;
        }
        Ok(())
    }

    /// Gives the server a task and waits until it is done.
    pub(super) async fn run(
        &self,
        task: impl Future<Output = Result<TaskInfo, Error>>,
    ) -> Result<(), SearchError> {
        let task = within(PATIENCE, task).await?;
        self.done(task).await
    }

    async fn done(&self, task: TaskInfo) -> Result<(), SearchError> {
        let mut pause = PAUSE;
        loop {
            match within(PATIENCE, self.sdk.get_task(&task)).await? {
                Task::Succeeded { .. } => return Ok(()),
                Task::Failed { content } => return Err(failure(Error::Meilisearch(content.error))),
                Task::Enqueued { .. } | Task::Processing { .. } => tokio::time::sleep(pause).await,
            }
            pause = (pause * 2).min(LONGEST_PAUSE);
        }
    }
}

/// An answer, if it comes in time.
pub(super) async fn within<T>(
    time: Duration,
    answer: impl Future<Output = Result<T, Error>>,
) -> Result<T, SearchError> {
    match tokio::time::timeout(time, answer).await {
        Ok(answer) => answer.map_err(failure),
        Err(elapsed) => Err(SearchError::Unreachable(Box::new(elapsed))),
    }
}

/// The same for what is answered at once.
pub(super) async fn soon<T>(answer: impl Future<Output = Result<T, Error>>) -> Result<T, SearchError> {
    within(PATIENCE, answer).await
}

pub(super) fn failure(error: Error) -> SearchError {
    match error {
        Error::Meilisearch(error) if error.error_type == ErrorType::Auth => {
            SearchError::Refused(error.error_message)
        }
        Error::MeilisearchCommunication(error) if error.status_code >= 500 => {
            SearchError::Unreachable(Box::new(error))
        }
        Error::HttpError(error) => SearchError::Unreachable(Box::new(error)),
        error => SearchError::Failed(Box::new(error)),
    }
}

/// Whether an index was asked for that is not there.
pub(super) fn is_missing(error: &SearchError) -> bool {
    let SearchError::Failed(error) = error else { return false };
    matches!(error.downcast_ref(), Some(Error::Meilisearch(error)) if error.error_code == ErrorCode::IndexNotFound)
}
