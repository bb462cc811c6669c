//! The folder of an index.
//!
//! ```text
//! index/
//!   current       the name of the index in use
//!   lock          held while folders are made or removed
//!   v3-3/         an index: schema 3, third in this folder
//!   v3-4/         another, not finished; its `building` is locked by the process that builds it
//! ```
//! `current` is exchanged by renaming, so there is always one index in use and never half of one.

use std::fs::{self, File, OpenOptions};
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};

use super::schema::SCHEMA;

const POINTER: &str = "current";
const LOCK: &str = "lock";
const BUILDING: &str = "building";

/// Where the indexes are.
#[derive(Clone, Debug)]
pub(super) struct Folder(PathBuf);

/// A folder for an index under construction, held by this process while this lives. Nobody sweeps
/// it away before it is finished.
#[derive(Debug)]
pub(super) struct Place {
    name: String,
    path: PathBuf,
    _building: File,
}

impl Place {
    pub(super) fn name(&self) -> &str {
        &self.name
    }

    /// It is an index like any other from now on.
    pub(super) fn finish(self) -> io::Result<()> {
        fs::remove_file(self.path.join(BUILDING))
    }

    /// Removes it with all that is in it.
    pub(super) fn discard(self) {
        if let Err(error) = fs::remove_dir_all(&self.path) {
            tracing::warn!(%error, "a search index that was given up can't be removed");
        }
    }
}

impl Folder {
    pub(super) fn open(path: &Path) -> io::Result<Self> {
        fs::create_dir_all(path)?;
        Ok(Self(path.to_owned()))
    }

    /// The name of the index in use, of whatever schema.
    pub(super) fn current(&self) -> io::Result<Option<String>> {
        let name = match fs::read_to_string(self.0.join(POINTER)) {
            Ok(name) => name,
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(error),
        };
        Ok(Some(name).filter(|name| is_index(name)))
    }

    pub(super) fn path(&self, name: &str) -> PathBuf {
        self.0.join(name)
    }

    /// Makes an empty folder under a new name.
    pub(super) fn make(&self) -> io::Result<Place> {
        let _lock = self.lock()?;
        let last = self.names()?.iter().filter_map(|name| number(name, SCHEMA)).max().unwrap_or(0);
        let name = format!("v{SCHEMA}-{}", last.saturating_add(1));
        fs::create_dir(self.path(&name))?;
        let path = self.path(&name);
        let building = File::create(path.join(BUILDING))?;
        building.lock()?;
        Ok(Place { name, path, _building: building })
    }

    /// An index of this schema that was not finished and that nobody builds any more.
    pub(super) fn unfinished(&self) -> io::Result<Option<Place>> {
        let _lock = self.lock()?;
        for name in self.names()? {
            let path = self.path(&name);
            let file = path.join(BUILDING);
            if number(&name, SCHEMA).is_none() || !file.exists() {
                continue;
            }
            let building = File::open(file)?;
            if building.try_lock().is_ok() {
                return Ok(Some(Place { name, path, _building: building }));
            }
        }
        Ok(None)
    }

    /// Puts an index in use.
    pub(super) fn point_at(&self, name: &str) -> io::Result<()> {
        let _lock = self.lock()?;
        let draft = self.0.join(format!("{POINTER}.new"));
        let mut file = File::create(&draft)?;
        file.write_all(name.as_bytes())?;
        file.sync_all()?;
        fs::rename(&draft, self.0.join(POINTER))?;
        File::open(&self.0)?.sync_all()
    }

    /// Removes all indexes but the one in use and those of this schema that are not finished. What
    /// can't be removed now is left for the next time.
    pub(super) fn sweep(&self) {
        if let Err(error) = self.try_sweep() {
            tracing::warn!(%error, "an outdated search index can't be removed");
        }
    }

    fn try_sweep(&self) -> io::Result<()> {
        let _lock = self.lock()?;
        let current = fs::read_to_string(self.0.join(POINTER))?;
        for name in self.names()? {
            if name != current && !self.is_unfinished(&name) {
                fs::remove_dir_all(self.path(&name))?;
            }
        }
        Ok(())
    }

    /// Whether it will be gone on with. One of another schema is not, unless it is being built.
    fn is_unfinished(&self, name: &str) -> bool {
        match File::open(self.path(name).join(BUILDING)) {
            Ok(file) => number(name, SCHEMA).is_some() || file.try_lock().is_err(),
            Err(_) => false,
        }
    }

    /// Folders of indexes, of whatever schema.
    fn names(&self) -> io::Result<Vec<String>> {
        let entries = fs::read_dir(&self.0)?.collect::<io::Result<Vec<_>>>()?;
        let names = entries.into_iter().filter_map(|entry| entry.file_name().into_string().ok());
        Ok(names.filter(|name| is_index(name)).collect())
    }

    fn lock(&self) -> io::Result<File> {
        let file = OpenOptions::new().create(true).append(true).open(self.0.join(LOCK))?;
        file.lock()?;
        Ok(file)
    }
}

/// Bytes in a folder's files.
pub(super) fn size(path: &Path) -> io::Result<u64> {
    let mut bytes = 0;
    for entry in fs::read_dir(path)? {
        // Merging may remove files meanwhile.
        bytes += entry?.metadata().map_or(0, |file| file.len());
    }
    Ok(bytes)
}

/// The number of the index among those of a schema.
fn number(name: &str, schema: u32) -> Option<u32> {
    let (found, number) = name.strip_prefix('v')?.split_once('-')?;
    if found.parse() == Ok(schema) { number.parse().ok() } else { None }
}

fn is_index(name: &str) -> bool {
    let parts = name.strip_prefix('v').and_then(|rest| rest.split_once('-'));
    parts.is_some_and(|(schema, number)| schema.parse::<u32>().is_ok() && number.parse::<u32>().is_ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folder() -> (tempfile::TempDir, Folder) {
        let root = tempfile::tempdir().expect("a folder");
        let folder = Folder::open(root.path()).expect("opens");
        (root, folder)
    }

    #[test]
    fn a_new_folder_has_no_index() {
        let (_root, folder) = folder();
        assert_eq!(folder.current().expect("readable"), None);
    }

    #[test]
    fn sweeping_spares_the_index_in_use_and_those_not_finished() {
        let (root, folder) = folder();
        let make = || {
            let place = folder.make().expect("made");
            let name = place.name().to_owned();
            (place, name)
        };
        let ((old, old_name), (used, used_name)) = (make(), make());
        let ((given_up, given_up_name), (_built, built_name)) = (make(), make());
        fs::create_dir(root.path().join("v0-9")).expect("of another schema");
        fs::write(root.path().join("v0-9").join(BUILDING), "").expect("not finished, and never will be");
        fs::create_dir(root.path().join("notes")).expect("somebody's");
        folder.point_at(&used_name).expect("swapped");
        assert_eq!(folder.current().expect("readable").as_deref(), Some(&*used_name));
        old.finish().expect("finished");
        used.finish().expect("finished");
        drop(given_up);
        folder.sweep();
        for (name, stays) in [
            (&*used_name, true),
            (&old_name, false),
            (&given_up_name, true),
            (&built_name, true),
            ("v0-9", false),
            ("notes", true),
        ] {
            assert_eq!(root.path().join(name).exists(), stays, "{name}");
        }
        let again = folder.unfinished().expect("readable").expect("one that nobody builds");
        assert_eq!(again.name(), given_up_name);
        assert!(folder.unfinished().expect("readable").is_none(), "the others are held");
        again.discard();
        assert!(!root.path().join(given_up_name).exists());
    }

    #[test]
    fn what_is_no_index_is_not_in_use() {
        let (_root, folder) = folder();
        for name in ["../elsewhere", "", "v3", "v3-x"] {
            folder.point_at(name).expect("written");
            assert_eq!(folder.current().expect("readable"), None, "{name}");
        }
    }

    #[test]
    fn names_are_not_used_twice_while_they_exist() {
        let (_root, folder) = folder();
        let names: Vec<String> = (0..3).map(|_| folder.make().expect("made").name().to_owned()).collect();
        assert_eq!(names, [1, 2, 3].map(|number| format!("v{SCHEMA}-{number}")));
    }
}
