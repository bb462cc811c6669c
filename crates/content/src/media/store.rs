//! The folder of pictures.

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use tokio::sync::Semaphore;

use super::{MediaError, Prepared, Variant};

/// Pictures in a folder: `{hash[..2]}/{hash}/original`, variants beside it. Cheap to clone.
#[derive(Clone, Debug)]
pub struct MediaStore {
    folder: Arc<PathBuf>,
    /// Variants are made one at a time, so that a crowd of first views leaves the other core to
    /// readers.
    making: Arc<Semaphore>,
}

impl MediaStore {
    /// Opens the folder, making it if needed.
    pub fn open(folder: &Path) -> Result<Self, MediaError> {
        fs::create_dir_all(folder)?;
        Ok(Self { folder: Arc::new(folder.to_owned()), making: Arc::new(Semaphore::new(1)) })
    }

    /// Stores a picture, durably; storing it again changes nothing. Blocking.
    pub fn put(&self, picture: &Prepared) -> Result<(), MediaError> {
        let Some(folder) = self.place(&picture.hash) else { return Err(MediaError::Unknown) };
        let file = folder.join("original");
        if file.is_file() {
            return Ok(());
        }
        fs::create_dir_all(&folder)?;
        write_durably(&file, &picture.bytes)?;
        Ok(())
    }

    /// A variant's bytes, made now if it is asked for the first time.
    pub async fn variant(&self, hash: &str, variant: Variant) -> Result<Vec<u8>, MediaError> {
        let folder = self.place(hash).ok_or(MediaError::Unknown)?;
        let file = folder.join(variant.name());
        if let Some(bytes) = read(&file).await? {
            return Ok(bytes);
        }
        let turn = self.making.acquire().await;
        if let Some(bytes) = read(&file).await? {
            return Ok(bytes);
        }
        let original = read(&folder.join("original")).await?.ok_or(MediaError::Unknown)?;
        let made = tokio::task::spawn_blocking(move || {
            let bytes = variant.make(&original)?;
            write_durably(&file, &bytes)?;
            Ok(bytes)
        });
        let made = made.await.map_err(|error| MediaError::Interrupted(error.to_string()))?;
        drop(turn);
        made
    }

    /// Where a picture is; none if the text can't be a hash.
    fn place(&self, hash: &str) -> Option<PathBuf> {
        let is_hash =
            hash.len() == 32 && hash.bytes().all(|b| b.is_ascii_digit() || (b'a'..=b'f').contains(&b));
        is_hash.then(|| self.folder.join(&hash[..2]).join(hash))
    }
}

async fn read(file: &Path) -> Result<Option<Vec<u8>>, MediaError> {
    match tokio::fs::read(file).await {
        Ok(bytes) => Ok(Some(bytes)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error.into()),
    }
}

/// Whole or not at all, whenever the power goes: written aside, flushed, renamed, and the rename
/// flushed too.
fn write_durably(file: &Path, bytes: &[u8]) -> io::Result<()> {
    let folder = file.parent().unwrap_or(Path::new("."));
    let aside = folder.join(format!(
        ".{}.{}",
        file.file_name().unwrap_or_default().to_string_lossy(),
        uuid::Uuid::now_v7().simple()
    ));
    let mut out = fs::File::create(&aside)?;
    out.write_all(bytes)?;
    out.sync_all()?;
    fs::rename(&aside, file)?;
    fs::File::open(folder)?.sync_all()
}

#[cfg(test)]
mod tests {
    use super::super::{Limits, prepare};
    use super::*;

    #[tokio::test]
    async fn pictures_are_found_by_their_hash_only() {
        let folder = tempfile::tempdir().expect("a folder");
        let store = MediaStore::open(folder.path()).expect("opened");
        let mut png = Vec::new();
        image::RgbImage::from_pixel(900, 600, image::Rgb([1, 2, 3]))
            .write_to(&mut io::Cursor::new(&mut png), image::ImageFormat::Png)
            .expect("encoded");
        let picture = prepare(&png, Limits::default()).expect("a picture");
        store.put(&picture).expect("stored");
        store.put(&picture).expect("stored again");
        let first = store.variant(&picture.hash, Variant::Webp(480)).await.expect("made");
        assert_eq!(first, store.variant(&picture.hash, Variant::Webp(480)).await.expect("kept"));
        for hash in ["0".repeat(32).as_str(), "../../../../etc", "", &picture.hash.to_uppercase()] {
            assert!(
                matches!(store.variant(hash, Variant::Preview).await, Err(MediaError::Unknown)),
                "{hash}"
            );
        }
    }
}
