//! Bringing folders of Markdown in (docs/import.md).
//!
//! [`Importer::read`] lists what is there, [`Importer::apply`] brings it in. Folders are read,
//! their pictures prepared, compared with the database and rendered on blocking threads, ahead of
//! one writer, which has nothing left to do but write: one transaction an article, with few
//! statements. Pictures are stored before the transaction that refers to them, so whenever the
//! process dies, every article is there whole or not at all, and a second run completes the work.
//! What is unchanged isn't written.
//!
//! ```no_run
//! # use content::{Store, import::{Importer, Mode}, media::MediaStore};
//! # async fn example(store: Store, media: MediaStore) -> Result<(), content::import::ImportError> {
//! let importer = Importer::new(store, media);
//! let report = importer.run("articles".as_ref(), Mode::Write, &|_| {}).await?;
//! for error in &report.errors {
//!     eprintln!("{error}");
//! }
//! # Ok(()) }
//! ```

mod article_file;
mod difference;
mod folder;
mod known;
mod pictures;
mod pipeline;
mod problem;
mod site_file;
mod text_file;
mod write;

use std::collections::HashMap;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use kernel::{ArticleId, Money, TermId};

pub use problem::FileError;

use crate::media::MediaStore;
use crate::store::{Store, StoreError, TermIds};
use folder::Reader;
use site_file::SiteFile;

/// Whether to write.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    /// Do it.
    Write,
    /// Say what would be done, and write nothing.
    DryRun,
}

/// How far an import is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// Articles dealt with.
    pub done: u64,
    /// Articles found.
    pub total: u64,
}

/// What there is to import.
#[derive(Clone, Debug)]
pub struct Plan {
    /// As it was named, for messages.
    dir: PathBuf,
    /// Without links.
    root: PathBuf,
    site: Option<SiteFile>,
    folders: Vec<PathBuf>,
    errors: Vec<FileError>,
}

impl Plan {
    /// How many folders of articles there are.
    #[must_use]
    pub fn articles(&self) -> usize {
        self.folders.len()
    }
}

/// What an import did, or would have done.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    /// Articles that are new.
    pub created: u64,
    /// Articles that changed.
    pub updated: u64,
    /// Articles that were as they should be.
    pub unchanged: u64,
    /// Translations that are new or changed.
    pub translations: u64,
    /// What each article costs alone, for those who sell it; `None` if it says nothing of that.
    pub prices: Vec<(ArticleId, Option<Vec<Money>>)>,
    /// What couldn't be read or written, by file and line.
    pub errors: Vec<FileError>,
}

/// An import that can't go on. What was brought in until then is whole.
#[derive(Debug, thiserror::Error)]
pub enum ImportError {
    /// The folder can't be read.
    #[error("can't read {}: {source}; check that the folder exists and may be read", path.display())]
    Folder {
        /// The folder.
        path: PathBuf,
        /// Why not.
        source: io::Error,
    },
    /// The database failed.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// A thread that read a folder ended before its time.
    #[error("reading was interrupted: {0}; run the import again")]
    Interrupted(#[from] tokio::task::JoinError),
}

/// Imports folders into a store.
#[derive(Clone, Debug)]
pub struct Importer {
    store: Store,
    media: MediaStore,
}

impl Importer {
    /// An importer that writes to `store`, and pictures to `media`.
    #[must_use]
    pub fn new(store: Store, media: MediaStore) -> Self {
        Self { store, media }
    }

    /// Reads and applies in one go.
    pub async fn run(
        &self,
        dir: &Path,
        mode: Mode,
        progress: &(dyn Fn(Progress) + Sync),
    ) -> Result<Report, ImportError> {
        let dir = dir.to_owned();
        let plan = tokio::task::spawn_blocking(move || Self::read(&dir)).await??;
        self.apply(&plan, mode, progress).await
    }

    /// Reads `site.toml` and lists the folders of articles. Their files are read when the plan is
    /// applied, so that a large publication never has to fit into memory. Blocking.
    pub fn read(dir: &Path) -> Result<Plan, ImportError> {
        let folder = |source: io::Error| ImportError::Folder { path: dir.to_owned(), source };
        let root = dir.canonicalize().map_err(folder)?;
        let folders = folder::list(dir).map_err(folder)?;
        let mut plan = Plan { dir: dir.to_owned(), root, site: None, folders, errors: Vec::new() };
        let file = dir.join("site.toml");
        if file.is_file() {
            match site_file::read(&file) {
                Ok(site) => plan.site = Some(site),
                Err(error) => plan.errors.push(error),
            }
        }
        Ok(plan)
    }

    /// Brings a plan in: the settings and terms of `site.toml` first, then article by article. A
    /// file that can't be used is reported; all other articles still go in.
    pub async fn apply(
        &self,
        plan: &Plan,
        mode: Mode,
        progress: &(dyn Fn(Progress) + Sync),
    ) -> Result<Report, ImportError> {
        let mut report = Report { errors: plan.errors.clone(), ..Report::default() };
        if let (Mode::Write, Some(file)) = (mode, &plan.site) {
            self.write_site(&plan.dir, file, &mut report).await?;
        }
        let reader = Reader {
            root: plan.root.clone(),
            site: match (mode, &plan.site) {
                (Mode::DryRun, Some(file)) => file.site.clone(),
                _ => self.store.site().await?,
            },
            terms: self.terms(plan, mode).await?,
            media: (mode == Mode::Write).then(|| self.media.clone()),
            prepared: pictures::Prepared::default(),
            now: self.store.now(),
        };
        pipeline::run(&self.store, Arc::new(reader), &plan.folders, mode, progress, &mut report).await?;
        report.errors.sort();
        Ok(report)
    }

    async fn write_site(&self, dir: &Path, file: &SiteFile, report: &mut Report) -> Result<(), ImportError> {
        self.store.save_site(&file.site).await?;
        match self.store.save_terms(&file.terms).await {
            Ok(_) => Ok(()),
            Err(StoreError::NotUnique(rule)) => {
                let problem = format!("a term that isn't in this file has one of its slugs ({rule})");
                report.errors.push(FileError::whole(&dir.join("site.toml"), problem, "other slugs"));
                Ok(())
            }
            Err(error) => Err(error.into()),
        }
    }

    /// The terms that articles can name. In a dry run those of `site.toml` aren't in the database,
    /// and get ids that nothing is written with.
    async fn terms(&self, plan: &Plan, mode: Mode) -> Result<TermIds, StoreError> {
        let known = self.store.all_terms().await?;
        let mut ids: TermIds =
            known.into_iter().map(|term| ((term.kind, term.key), term.id.as_uuid())).collect();
        if mode == Mode::DryRun {
            let drafts = plan.site.iter().flat_map(|file| &file.terms);
            let new: HashMap<_, _> = drafts
                .filter(|draft| !ids.contains_key(&(draft.kind, draft.key.clone())))
                .map(|draft| ((draft.kind, draft.key.clone()), TermId::new(self.store.now()).as_uuid()))
                .collect();
            ids.extend(new);
        }
        Ok(ids)
    }
}
