//! Pictures of an article: found beside its texts, prepared, and put where they are kept.

use std::collections::{BTreeMap, HashMap};
use std::path::Path;
use std::sync::{Mutex, PoisonError};

use jiff::Timestamp;

use super::problem::FileError;
use super::text_file::TextFile;
use crate::entity::media;
use crate::markdown::{NotReplaced, Picture, picture_uses, replace_pictures};
use crate::media::{Limits, MediaStore, prepare};
use crate::store::{Pictures, media as stored};

/// Pictures prepared already, by the hash of their file: the same file is often beside several
/// texts.
#[derive(Debug, Default)]
pub(super) struct Prepared(Mutex<HashMap<String, media::Model>>);

/// Takes in the pictures of one article.
pub(super) struct Album<'a> {
    /// Pictures from outside this folder aren't read.
    pub(super) root: &'a Path,
    /// Where to put them; nowhere in a dry run.
    pub(super) media: Option<&'a MediaStore>,
    pub(super) prepared: &'a Prepared,
    pub(super) now: Timestamp,
    /// What was taken in, by hash.
    pub(super) taken: BTreeMap<String, media::Model>,
}

const EXPECTED: &str = "the name of a JPEG, PNG or WebP picture beside the file";

impl Album<'_> {
    /// Takes in a picture that a file in `folder` names; its hash, or what is wrong and what was
    /// expected.
    pub(super) fn take(&mut self, folder: &Path, name: &str) -> Result<String, (String, String)> {
        let wrong = |problem: String| (problem, EXPECTED.to_owned());
        if name.contains("://") || name.starts_with('/') {
            return Err(wrong(format!("“{name}” is not beside the file")));
        }
        let path = folder
            .join(name)
            .canonicalize()
            .map_err(|error| wrong(format!("“{name}” can't be found ({error})")))?;
        if !path.starts_with(self.root) {
            return Err(wrong(format!("“{name}” is outside the imported folder")));
        }
        let bytes =
            std::fs::read(&path).map_err(|error| wrong(format!("“{name}” can't be read ({error})")))?;
        let row =
            self.prepare(&bytes).map_err(|problem| wrong(format!("“{name}” can't be used: {problem}")))?;
        let hash = row.hash.clone();
        self.taken.entry(hash.clone()).or_insert(row);
        Ok(hash)
    }

    fn prepare(&self, bytes: &[u8]) -> Result<media::Model, String> {
        let file = kernel::hash::content_hash(bytes);
        let known = || self.prepared.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(row) = known().get(&file) {
            return Ok(row.clone());
        }
        let picture = prepare(bytes, Limits::default()).map_err(|error| error.to_string())?;
        if let Some(media) = self.media {
            // Articles are read on blocking threads, each in its turn.
            let stored = tokio::runtime::Handle::current().block_on(media.put(&picture));
            stored.map_err(|error| error.to_string())?;
        }
        let row = stored::row(&picture, "", self.now.as_millisecond());
        known().insert(file, row.clone());
        Ok(row)
    }

    /// Takes in the pictures of a text, and names them in its body as they are stored.
    pub(super) fn take_from(&mut self, text: &mut TextFile) -> Result<(), FileError> {
        let folder = text.path.parent().unwrap_or(Path::new(".")).to_owned();
        let mut hashes: HashMap<String, String> = HashMap::new();
        for picture in picture_uses(&text.draft.body) {
            let taken = self.take(&folder, &picture.address);
            let hash = taken.map_err(|(problem, expected)| text.in_body(picture.line, problem, expected))?;
            hashes.insert(picture.address, hash);
        }
        let new =
            |address: &str| hashes.get(address).map_or_else(String::new, |hash| Pictures::address(hash));
        text.draft.body = replace_pictures(&text.draft.body, &new).map_err(|NotReplaced { line }| {
            text.in_body(
                line,
                "this picture is written in a way that isn't understood",
                "![what it shows](picture.jpg \"caption\")",
            )
        })?;
        Ok(())
    }
}

/// The sizes of pictures, for rendering.
pub(super) fn sizes(rows: &[media::Model]) -> Pictures {
    let size = |pixels: i32| u32::try_from(pixels).unwrap_or(0);
    let picture = |row: &media::Model| Picture {
        hash: row.hash.clone(),
        width: size(row.width),
        height: size(row.height),
    };
    rows.iter().map(picture).collect()
}
