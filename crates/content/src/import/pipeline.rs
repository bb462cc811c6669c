//! Reading, comparing and rendering ahead of the one writer.

use std::collections::{HashMap, HashSet};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::thread::available_parallelism;

use tokio::sync::{Semaphore, mpsc};
use tokio::task::JoinHandle;

use super::difference::{Difference, NoDifference, difference};
use super::folder::{self, Article, Reader, Text};
use super::known::{self, Known};
use super::problem::FileError;
use super::write::{NotWritten, addresses, write};
use super::{ImportError, Mode, Progress, Report};
use crate::model::Changed;
use crate::store::live::{self, Taken};
use crate::store::{Store, StoreError};

/// Folders whose articles are looked up together.
const TOGETHER: usize = 32;
/// Articles that wait for the writer at most.
const AHEAD: usize = 32;
/// How often an article is compared again after somebody else wrote it in between.
const ATTEMPTS: u32 = 3;

/// A folder that was read and compared.
enum Prepared {
    Ready(Box<Article>, Box<Difference>),
    Wrong(Vec<FileError>),
    Failed(StoreError),
}

/// What became of an article.
enum Outcome {
    Done,
    /// Another article has one of its addresses: it may be about to give it up.
    Waits(FileError),
}

/// Brings in all folders.
pub(super) async fn run(
    store: &Store,
    reader: Arc<Reader>,
    folders: &[PathBuf],
    mode: Mode,
    progress: &(dyn Fn(Progress) + Sync),
    report: &mut Report,
) -> Result<(), ImportError> {
    let (ahead, mut prepared) = mpsc::channel(AHEAD);
    let preparing = tokio::spawn(prepare_all(store.clone(), Arc::clone(&reader), folders.to_vec(), ahead));
    let keys = folders.iter().map(|folder| folder::key(folder)).collect();
    let mut writer = Writer { store, reader: &reader, mode, report, keys, promised: HashMap::new() };
    let mut waiting: Vec<(Box<Article>, FileError)> = Vec::new();
    let total = u64::try_from(folders.len()).unwrap_or(u64::MAX);
    let mut done = 0;
    progress(Progress { done, total });
    while let Some(next) = prepared.recv().await {
        let next: JoinHandle<Prepared> = next;
        match next.await? {
            Prepared::Ready(article, difference) => {
                if let Outcome::Waits(error) = writer.bring_in(&article, *difference).await? {
                    waiting.push((article, error));
                }
            }
            Prepared::Wrong(errors) => writer.report.errors.extend(errors),
            Prepared::Failed(error) => return Err(error.into()),
        }
        done += 1;
        progress(Progress { done, total });
    }
    preparing.await??;
    writer.bring_in_waiting(waiting).await
}

/// Sends the folders to blocking threads, as many at once as there are cores, in order.
async fn prepare_all(
    store: Store,
    reader: Arc<Reader>,
    folders: Vec<PathBuf>,
    ahead: mpsc::Sender<JoinHandle<Prepared>>,
) -> Result<(), StoreError> {
    let cores = Arc::new(Semaphore::new(available_parallelism().map_or(2, usize::from)));
    for together in folders.chunks(TOGETHER) {
        let keys: Vec<String> = together.iter().map(|folder| folder::key(folder)).collect();
        let mut known = known::load(store.db(), &keys).await?;
        for (folder, key) in together.iter().zip(&keys) {
            let Ok(core) = Arc::clone(&cores).acquire_owned().await else { return Ok(()) };
            let (reader, folder, known) = (Arc::clone(&reader), folder.clone(), known.remove(key));
            let prepared = tokio::task::spawn_blocking(move || {
                let prepared = prepare(&reader, &folder, known.as_ref());
                drop(core);
                prepared
            });
            if ahead.send(prepared).await.is_err() {
                return Ok(());
            }
        }
    }
    Ok(())
}

fn prepare(reader: &Reader, folder: &Path, known: Option<&Known>) -> Prepared {
    let article = match reader.read(folder) {
        Ok(article) => article,
        Err(errors) => return Prepared::Wrong(errors),
    };
    match difference(reader, &article, known) {
        Ok(difference) => Prepared::Ready(Box::new(article), Box::new(difference)),
        Err(NoDifference::File(error)) => Prepared::Wrong(vec![error]),
        Err(NoDifference::Store(error)) => Prepared::Failed(error),
    }
}

struct Writer<'a> {
    store: &'a Store,
    reader: &'a Arc<Reader>,
    mode: Mode,
    report: &'a mut Report,
    /// Keys of the articles to be imported.
    keys: HashSet<String>,
    /// In a dry run: addresses that would have been written, and by whom.
    promised: HashMap<(String, String), String>,
}

impl Writer<'_> {
    async fn bring_in(&mut self, article: &Article, difference: Difference) -> Result<Outcome, ImportError> {
        let mut difference = difference;
        for _ in 0..ATTEMPTS {
            let id = difference.article.after.id.into();
            let (changed, texts) =
                (difference.changed, difference.texts.iter().filter(|text| text.changed()).count());
            let written = match (changed, self.mode) {
                (_, Mode::DryRun) => self.promise(article, &difference).await,
                (Changed::Nothing, Mode::Write) => Ok(()),
                (_, Mode::Write) => write(self.store, difference).await,
            };
            match written {
                Ok(()) => {
                    self.count(changed, texts);
                    self.report.prices.push((id, article.prices.clone()));
                    return Ok(Outcome::Done);
                }
                Err(NotWritten::Taken(taken)) => return Ok(Outcome::Waits(slug_taken(article, &taken))),
                Err(NotWritten::Store(error)) => return Err(error.into()),
                Err(NotWritten::Overtaken) => {}
            }
            difference = match self.compare_again(article).await? {
                Ok(difference) => difference,
                Err(error) => {
                    self.report.errors.push(error);
                    return Ok(Outcome::Done);
                }
            };
        }
        let problem = "the article is being changed by somebody else";
        self.report.errors.push(FileError::whole(
            &article.manifest,
            problem,
            "a quiet moment (run the import again)",
        ));
        Ok(Outcome::Done)
    }

    async fn compare_again(&self, article: &Article) -> Result<Result<Difference, FileError>, ImportError> {
        let known = known::load(self.store.db(), std::slice::from_ref(&article.draft.key)).await?;
        match difference(self.reader, article, known.get(&article.draft.key)) {
            Ok(difference) => Ok(Ok(difference)),
            Err(NoDifference::File(error)) => Ok(Err(error)),
            Err(NoDifference::Store(error)) => Err(error.into()),
        }
    }

    /// Articles that wait for another's address get it as soon as that one has moved away, in
    /// whatever order their folders come.
    async fn bring_in_waiting(
        &mut self,
        mut waiting: Vec<(Box<Article>, FileError)>,
    ) -> Result<(), ImportError> {
        loop {
            let before = waiting.len();
            let mut still = Vec::new();
            for (article, _) in waiting {
                match self.compare_again(&article).await? {
                    Ok(difference) => {
                        if let Outcome::Waits(error) = self.bring_in(&article, difference).await? {
                            still.push((article, error));
                        }
                    }
                    Err(error) => self.report.errors.push(error),
                }
            }
            if still.is_empty() || still.len() == before {
                self.report.errors.extend(still.into_iter().map(|(_, error)| error));
                return Ok(());
            }
            waiting = still;
        }
    }

    /// What a dry run does in place of writing: it finds the addresses that clash.
    async fn promise(&mut self, article: &Article, difference: &Difference) -> Result<(), NotWritten> {
        let key = &article.draft.key;
        let texts = difference.texts.iter().map(|text| (text.after.locale.clone(), text.after.slug.clone()));
        let wanted: Vec<(String, String)> = texts.collect();
        for (locale, slug) in &wanted {
            if let Some(other) =
                self.promised.get(&(locale.clone(), slug.clone())).filter(|other| *other != key)
            {
                let taken = Taken { locale: locale.clone(), slug: slug.clone(), key: other.clone() };
                return Err(NotWritten::Taken(taken));
            }
        }
        // Articles of the same import may be about to move away; what they keep is promised to them.
        let taken = live::taken(self.store.db(), difference.article.after.id, &addresses(difference)).await?;
        if let Some(taken) = taken.into_iter().find(|taken| !self.keys.contains(&taken.key)) {
            return Err(NotWritten::Taken(taken));
        }
        self.promised.extend(wanted.into_iter().map(|address| (address, key.clone())));
        Ok(())
    }

    fn count(&mut self, changed: Changed, texts: usize) {
        match changed {
            Changed::Created => self.report.created += 1,
            Changed::Updated => self.report.updated += 1,
            Changed::Nothing => self.report.unchanged += 1,
        }
        self.report.translations += u64::try_from(texts).unwrap_or(0);
    }
}

fn slug_taken(article: &Article, taken: &Taken) -> FileError {
    let problem = format!("the article “{}” has the slug “{}” in {}", taken.key, taken.slug, taken.locale);
    let of = |text: &&Text| text.locale.as_str() == taken.locale;
    match article.texts.iter().find(of) {
        Some(text) => FileError::at(&text.newest.path, text.newest.slug_line, problem, "a slug of its own"),
        None => FileError::whole(&article.manifest, problem, "a slug of its own"),
    }
}
