//! Where the bytes are: a folder, or a bucket that speaks S3.
//!
//! Both hold the same: `{hash[..2]}/{hash}/original`, and the variants beside it.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;
use std::{fmt, io};

use object_store::aws::AmazonS3Builder;
use object_store::local::LocalFileSystem;
use object_store::path::Path as Key;
use object_store::{Error, ObjectStore, ObjectStoreExt, PutPayload, RetryConfig};
use serde::{Deserialize, Serialize};
use url::Url;

use super::MediaError;
use super::wire::Connector;

/// How long a call is tried again: somebody waits for it.
const PATIENCE: Duration = Duration::from_secs(20);

/// A bucket on a server that speaks S3.
#[derive(Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct S3 {
    /// The bucket's name.
    pub bucket: String,
    /// The region, as the server calls it.
    pub region: String,
    /// Where the server is, if it isn't Amazon's.
    pub endpoint: Option<Url>,
    /// The key's name.
    pub access_key_id: String,
    /// The key.
    pub secret_access_key: String,
    /// What all names in the bucket begin with; empty for a bucket of our own.
    #[serde(default)]
    pub prefix: String,
}

impl fmt::Debug for S3 {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { bucket, region, endpoint, prefix, .. } = self;
        f.debug_struct("S3")
            .field("bucket", bucket)
            .field("region", region)
            .field("endpoint", endpoint)
            .field("prefix", prefix)
            .finish_non_exhaustive()
    }
}

/// Files by name. Cheap to clone.
#[derive(Clone, Debug)]
pub(super) struct Storage {
    store: Arc<dyn ObjectStore>,
    prefix: String,
    /// The folder, if it is one: it is read from directly, one visit to a blocking thread a file.
    folder: Option<Arc<PathBuf>>,
}

impl Storage {
    pub(super) fn folder(folder: &Path) -> Result<Self, MediaError> {
        std::fs::create_dir_all(folder)?;
        // Whole or not at all, whenever the power goes.
        let store = LocalFileSystem::new_with_prefix(folder)?.with_fsync(true).with_automatic_cleanup(true);
        let folder = Some(Arc::new(folder.to_owned()));
        Ok(Self { store: Arc::new(store), prefix: String::new(), folder })
    }

    pub(super) fn s3(settings: &S3) -> Result<Self, MediaError> {
        let plain = settings.endpoint.as_ref().is_some_and(|url| url.scheme() == "http");
        let mut builder = AmazonS3Builder::new()
            .with_http_connector(Connector::new()?)
            .with_bucket_name(&settings.bucket)
            .with_region(&settings.region)
            .with_access_key_id(&settings.access_key_id)
            .with_secret_access_key(&settings.secret_access_key)
            .with_allow_http(plain)
            .with_retry(RetryConfig { max_retries: 2, retry_timeout: PATIENCE, ..RetryConfig::default() });
        if let Some(endpoint) = &settings.endpoint {
            builder = builder.with_endpoint(endpoint.as_str().trim_end_matches('/'));
        }
        let prefix = settings.prefix.trim_matches('/');
        let prefix = if prefix.is_empty() { String::new() } else { format!("{prefix}/") };
        Ok(Self { store: Arc::new(builder.build()?), prefix, folder: None })
    }

    /// The bytes of a file, if there is one.
    pub(super) async fn read(&self, name: &str) -> Result<Option<Vec<u8>>, MediaError> {
        if let Some(folder) = &self.folder {
            return match tokio::fs::read(folder.join(name)).await {
                Ok(bytes) => Ok(Some(bytes)),
                Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
                Err(error) => Err(error.into()),
            };
        }
        match self.store.get(&self.key(name)).await {
            Ok(found) => Ok(Some(found.bytes().await?.into())),
            Err(Error::NotFound { .. }) => Ok(None),
            Err(error) => Err(error.into()),
        }
    }

    /// Whether there is such a file.
    pub(super) async fn holds(&self, name: &str) -> Result<bool, MediaError> {
        match self.store.head(&self.key(name)).await {
            Ok(_) => Ok(true),
            Err(Error::NotFound { .. }) => Ok(false),
            Err(error) => Err(error.into()),
        }
    }

    /// Writes a file, durably.
    pub(super) async fn write(&self, name: &str, bytes: Vec<u8>) -> Result<(), MediaError> {
        self.store.put(&self.key(name), PutPayload::from(bytes)).await?;
        Ok(())
    }

    /// Deletes a file; one that isn't there is deleted already.
    pub(super) async fn delete(&self, name: &str) -> Result<(), MediaError> {
        match self.store.delete(&self.key(name)).await {
            Ok(()) | Err(Error::NotFound { .. }) => Ok(()),
            Err(error) => Err(error.into()),
        }
    }

    /// The names of all files below a folder, the folder's name included.
    pub(super) async fn below(&self, folder: &str) -> Result<Vec<String>, MediaError> {
        use futures_util::TryStreamExt;

        let found: Vec<_> = self.store.list(Some(&self.key(folder))).try_collect().await?;
        let name = |key: &Key| key.as_ref().strip_prefix(&self.prefix).unwrap_or(key.as_ref()).to_owned();
        Ok(found.iter().map(|file| name(&file.location)).collect())
    }

    /// Where it is, for people.
    pub(super) fn place(&self) -> String {
        self.folder.as_ref().map_or_else(|| self.store.to_string(), |folder| folder.display().to_string())
    }

    fn key(&self, name: &str) -> Key {
        Key::from(format!("{}{name}", self.prefix))
    }
}
