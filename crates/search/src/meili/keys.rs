//! The keys: one that can only search, for the site, and one that keeps the indexes, for workers.

use meilisearch_sdk::documents::DocumentsQuery;
use meilisearch_sdk::key::{Action, Key, KeyBuilder, KeysQuery};
use serde_json::Value;

use super::Meili;
use super::names::Names;
use super::server::{Server, soon};
use crate::engine::SearchError;

/// What the key of a worker may do with our indexes.
const KEEPING: [&str; 12] = [
    "search",
    "documents.add",
    "documents.get",
    "documents.delete",
    "indexes.create",
    "indexes.get",
    "indexes.update",
    "indexes.delete",
    "indexes.swap",
    "tasks.get",
    "settings.get",
    "settings.update",
];

/// The two keys of a publication.
#[derive(Clone, PartialEq, Eq)]
pub struct Keys {
    /// For the site: it can search what readers may find, and nothing else.
    pub search: String,
    /// For workers and the command line.
    pub index: String,
}

impl std::fmt::Debug for Keys {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Keys").finish_non_exhaustive()
    }
}

/// Makes both keys with the server's master key, or finds those made before.
pub async fn provision(url: &str, master_key: &str, prefix: &str) -> Result<Keys, SearchError> {
    let names = Names::new(prefix)?;
    let server = Server::at(url, master_key)?;
    let there = soon(server.sdk.get_keys_with(KeysQuery::new().with_limit(1_000))).await?.results;
    let keep = |action: &str| Action::Unknown(action.to_owned());
    let searched = vec![names.open(), names.all_full()];
    Ok(Keys {
        search: key(&server, &there, format!("{prefix}: search"), vec![Action::Search], searched).await?,
        index: key(
            &server,
            &there,
            format!("{prefix}: keep"),
            KEEPING.into_iter().map(keep).collect(),
            vec![names.all()],
        )
        .await?,
    })
}

async fn key(
    server: &Server,
    there: &[Key],
    name: String,
    actions: Vec<Action>,
    indexes: Vec<String>,
) -> Result<String, SearchError> {
    let as_wanted = |key: &&Key| {
        key.name.as_deref() == Some(&name)
            && key.indexes == indexes
            && key.expires_at.is_none()
            && actions.iter().all(|action| key.actions.iter().any(|known| spelt(known) == spelt(action)))
            && key.actions.len() == actions.len()
    };
    if let Some(key) = there.iter().find(as_wanted) {
        return Ok(key.key.clone());
    }
    let mut wanted = KeyBuilder::new();
    wanted.with_name(&name).with_description("Made by `gazette search provision`");
    wanted.actions = actions;
    wanted.indexes = indexes;
    Ok(soon(server.sdk.create_key(&wanted)).await?.key)
}

fn spelt(action: &Action) -> Value {
    serde_json::to_value(action).unwrap_or_default()
}

impl Meili {
    /// What the key of this engine can do besides searching what readers may find; nothing, if it is
    /// the site's. Each is tried; nothing is changed.
    pub async fn beyond_search(&self) -> Result<Vec<&'static str>, SearchError> {
        let (server, names) = (&self.0.server, &self.0.names);
        let open = server.index(&names.open());
        let mut can = Vec::new();
        let documents =
            soon(open.get_documents_with::<Value>(DocumentsQuery::new(&open).with_limit(1))).await;
        note(&mut can, "read documents without searching", documents)?;
        note(&mut can, "read settings", soon(open.get_settings()).await)?;
        note(&mut can, "read keys", soon(server.sdk.get_keys()).await)?;
        note(&mut can, "read tasks", soon(server.sdk.get_tasks()).await)?;
        let meta = server.index(&names.meta());
        note(&mut can, "search where readers must not", soon(meta.search().execute::<Value>()).await)?;
        let next = server.index(&names.next().open());
        note(&mut can, "search what is being built", soon(next.search().execute::<Value>()).await)?;
        Ok(can)
    }
}

/// A refusal is what is hoped for. Any other answer, also that there is no such index, is from a
/// server that would have done it.
fn note<T>(
    can: &mut Vec<&'static str>,
    what: &'static str,
    tried: Result<T, SearchError>,
) -> Result<(), SearchError> {
    match tried {
        Err(SearchError::Refused(_)) => Ok(()),
        Err(error @ SearchError::Unreachable(_)) => Err(error),
        Ok(_) | Err(_) => {
            can.push(what);
            Ok(())
        }
    }
}
