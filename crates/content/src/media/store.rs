//! Stored pictures, and the variants that are made of them.

use std::path::Path;
use std::sync::Arc;

use tokio::sync::Semaphore;

use super::storage::{S3, Storage};
use super::{Focus, Limits, MediaError, Prepared, Variant, prepare, widths_for};

/// What [`MediaStore::check`] writes, reads and deletes.
const PROBE: &str = "gazette-check";

/// Pictures by the hash of their content. Cheap to clone.
#[derive(Clone, Debug)]
pub struct MediaStore {
    storage: Storage,
    /// Pictures are worked on one at a time, so that a crowd of first views leaves the other core to
    /// readers.
    working: Arc<Semaphore>,
}

impl MediaStore {
    /// Opens a folder, making it if needed.
    pub fn open(folder: &Path) -> Result<Self, MediaError> {
        Ok(Self::on(Storage::folder(folder)?))
    }

    /// Opens a bucket. Nothing is asked of it yet.
    pub fn in_bucket(settings: &S3) -> Result<Self, MediaError> {
        Ok(Self::on(Storage::s3(settings)?))
    }

    fn on(storage: Storage) -> Self {
        Self { storage, working: Arc::new(Semaphore::new(1)) }
    }

    /// Takes a file in: [`prepare`]s and stores it. It waits for its turn.
    pub async fn take_in(&self, file: Vec<u8>, limits: Limits) -> Result<Prepared, MediaError> {
        let turn = self.working.acquire().await;
        let prepared = blocking(move || prepare(&file, limits)).await?;
        drop(turn);
        self.put(&prepared).await?;
        Ok(prepared)
    }

    /// Stores a picture, durably; storing it again changes nothing.
    pub async fn put(&self, picture: &Prepared) -> Result<(), MediaError> {
        let original = place(&picture.hash, "original").ok_or(MediaError::Unknown)?;
        if self.storage.holds(&original).await? {
            return Ok(());
        }
        self.storage.write(&original, picture.bytes.clone()).await
    }

    /// A variant's bytes, made now if it is asked for the first time. `focus` is for those that are
    /// cut.
    pub async fn variant(&self, hash: &str, variant: Variant, focus: Focus) -> Result<Vec<u8>, MediaError> {
        let name = place(hash, &variant.file(focus)).ok_or(MediaError::Unknown)?;
        if let Some(bytes) = self.storage.read(&name).await? {
            return Ok(bytes);
        }
        let turn = self.working.acquire().await;
        if let Some(bytes) = self.storage.read(&name).await? {
            return Ok(bytes);
        }
        let original = place(hash, "original").ok_or(MediaError::Unknown)?;
        let original = self.storage.read(&original).await?.ok_or(MediaError::Unknown)?;
        let made = blocking(move || variant.make(&original, focus)).await?;
        self.storage.write(&name, made.clone()).await?;
        drop(turn);
        Ok(made)
    }

    /// Makes every variant that pages can ask for, so that no reader waits for one.
    pub async fn make_all(&self, hash: &str, width: u32, focus: Focus) -> Result<(), MediaError> {
        let sizes = widths_for(width).flat_map(|width| [Variant::Webp(width), Variant::Jpeg(width)]);
        for variant in sizes.chain([Variant::Preview, Variant::Square]) {
            self.variant(hash, variant, focus).await?;
        }
        Ok(())
    }

    /// Deletes a picture with all its variants.
    pub async fn delete(&self, hash: &str) -> Result<(), MediaError> {
        let folder = place(hash, "").ok_or(MediaError::Unknown)?;
        // The original last: what was interrupted can be begun again.
        let mut files = self.storage.below(folder.trim_end_matches('/')).await?;
        files.sort_by_key(|name| name.ends_with("/original"));
        for name in files {
            self.storage.delete(&name).await?;
        }
        Ok(())
    }

    /// Writes a small file, reads it and deletes it: whether the storage does what it is for.
    pub async fn check(&self) -> Result<(), MediaError> {
        self.storage.write(PROBE, PROBE.into()).await?;
        let read = self.storage.read(PROBE).await?;
        self.storage.delete(PROBE).await?;
        if read.as_deref() == Some(PROBE.as_bytes()) { Ok(()) } else { Err(MediaError::Unknown) }
    }

    /// Where the pictures are, for people.
    #[must_use]
    pub fn place(&self) -> String {
        self.storage.place()
    }
}

/// Work for a processor, away from those who serve.
async fn blocking<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, MediaError> + Send + 'static,
) -> Result<T, MediaError> {
    let done = tokio::task::spawn_blocking(work).await;
    done.map_err(|error| MediaError::Interrupted(error.to_string()))?
}

/// The name of a picture's file; none if the text can't be a hash.
fn place(hash: &str, file: &str) -> Option<String> {
    let is_hash = hash.len() == 32 && hash.bytes().all(|b| b.is_ascii_digit() || (b'a'..=b'f').contains(&b));
    is_hash.then(|| format!("{}/{hash}/{file}", &hash[..2]))
}
