//! An article's folder: everything in it read and checked, and its pictures taken in.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::{fs, io};

use jiff::Timestamp;
use kernel::{Locale, Money};

use super::article_file::{self, ArticleFile};
use super::pictures::{Album, Prepared};
use super::problem::FileError;
use super::text_file::{self, TextFile};
use crate::entity::media;
use crate::media::MediaStore;
use crate::model::{ArticleDraft, Site, TermKind};
use crate::store::TermIds;

/// What folders are read with.
#[derive(Debug)]
pub(super) struct Reader {
    /// The imported folder, without links in its path.
    pub(super) root: PathBuf,
    pub(super) site: Site,
    pub(super) terms: TermIds,
    /// Where pictures go; nowhere in a dry run.
    pub(super) media: Option<MediaStore>,
    pub(super) prepared: Prepared,
    pub(super) now: Timestamp,
}

/// An article as its folder has it.
#[derive(Debug)]
pub(super) struct Article {
    pub(super) manifest: PathBuf,
    pub(super) draft: ArticleDraft,
    /// What it costs alone; `None` if it says nothing of that.
    pub(super) prices: Option<Vec<Money>>,
    /// Its pictures; the cover has its credit.
    pub(super) pictures: Vec<media::Model>,
    /// The source first.
    pub(super) texts: Vec<Text>,
}

/// A text in one language.
#[derive(Debug)]
pub(super) struct Text {
    pub(super) locale: Locale,
    /// From the first on.
    pub(super) earlier: Vec<TextFile>,
    pub(super) newest: TextFile,
}

/// The folders of articles, by name: those with an `article.toml` or texts.
pub(super) fn list(dir: &Path) -> io::Result<Vec<PathBuf>> {
    let mut folders = Vec::new();
    for entry in fs::read_dir(dir)? {
        let path = entry?.path();
        let hidden = path.file_name().is_none_or(|name| name.to_string_lossy().starts_with('.'));
        if !hidden && path.is_dir() && (path.join("article.toml").is_file() || holds_texts(&path)?) {
            folders.push(path);
        }
    }
    folders.sort();
    Ok(folders)
}

fn holds_texts(folder: &Path) -> io::Result<bool> {
    for entry in fs::read_dir(folder)? {
        if entry?.path().extension().is_some_and(|extension| extension == "md") {
            return Ok(true);
        }
    }
    Ok(false)
}

/// The key of the article in a folder.
pub(super) fn key(folder: &Path) -> String {
    folder.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}

impl Reader {
    /// Reads a folder, or says everything that is wrong in it. Blocking; pictures make it
    /// CPU-bound.
    pub(super) fn read(&self, folder: &Path) -> Result<Article, Vec<FileError>> {
        let mut errors = Vec::new();
        let mut album = Album {
            root: &self.root,
            media: self.media.as_ref(),
            prepared: &self.prepared,
            now: self.now,
            taken: BTreeMap::new(),
        };
        let manifest = folder.join("article.toml");
        let file = article_file::read(&manifest).map_err(|error| errors.push(error)).ok();
        let mut texts = self.texts(folder, &mut album, &mut errors);
        let prices = file.as_ref().and_then(|file| file.prices.clone());
        let draft = file.and_then(|file| {
            texts.sort_by_key(|text| (text.locale != file.source.value, text.locale.clone()));
            self.check(&manifest, &file, &texts, &mut errors);
            draft(folder, &manifest, file, &mut album, &mut errors)
        });
        match draft {
            Some(draft) if errors.is_empty() => {
                Ok(Article { manifest, draft, prices, pictures: album.taken.into_values().collect(), texts })
            }
            _ => Err(errors),
        }
    }

    fn check(&self, manifest: &Path, file: &ArticleFile, texts: &[Text], errors: &mut Vec<FileError>) {
        for term in &file.terms {
            let (kind, key) = &term.value;
            if !self.terms.contains_key(&term.value) {
                let word = kind.as_str();
                let problem = format!("there is no {word} with the key “{key}”");
                errors.push(FileError::at(manifest, term.line, problem, format!("a {word} of site.toml")));
            }
        }
        let source = &file.source;
        if errors.is_empty() && texts.iter().all(|text| text.locale != source.value) {
            let problem = format!("the source is {}, but there is no text in it", source.value);
            errors.push(FileError::at(manifest, source.line, problem, format!("a file {}.md", source.value)));
        }
    }

    fn texts(&self, folder: &Path, album: &mut Album<'_>, errors: &mut Vec<FileError>) -> Vec<Text> {
        let files = match files(folder, errors) {
            Ok(files) => files,
            Err(error) => {
                errors.push(FileError::whole(
                    folder,
                    format!("the folder can't be read ({error})"),
                    "a readable folder",
                ));
                return Vec::new();
            }
        };
        let mut texts = Vec::new();
        for (locale, revisions) in files {
            if let Err(error) = self.offered(&locale, &revisions).and_then(|()| whole(&locale, &revisions)) {
                errors.push(error);
                continue;
            }
            let mut read: Vec<TextFile> = Vec::new();
            for path in revisions.values() {
                let text = text_file::read(path, &self.site.time_zone, self.now);
                let text = text.and_then(|mut text| album.take_from(&mut text).map(|()| text));
                match text {
                    Ok(text) => read.push(text),
                    Err(error) => errors.push(error),
                }
            }
            // The newest sorts last.
            if let Some(newest) = read.pop() {
                texts.push(Text { locale, earlier: read, newest });
            }
        }
        texts
    }

    fn offered(&self, locale: &Locale, revisions: &BTreeMap<u32, PathBuf>) -> Result<(), FileError> {
        let offered = self.site.locales.iter().map(|offered| &offered.locale);
        if offered.clone().any(|offered| offered == locale) {
            return Ok(());
        }
        let path = revisions.values().next_back().cloned().unwrap_or_default();
        let languages: Vec<String> = offered.map(ToString::to_string).collect();
        let problem = format!("the publication isn't offered in {locale}");
        Err(FileError::whole(
            &path,
            problem,
            format!("one of {} (or a [[locale]] in site.toml)", languages.join(", ")),
        ))
    }
}

/// The article's own facts; its cover is taken in.
fn draft(
    folder: &Path,
    manifest: &Path,
    file: ArticleFile,
    album: &mut Album<'_>,
    errors: &mut Vec<FileError>,
) -> Option<ArticleDraft> {
    let cover = match &file.cover {
        None => None,
        Some(cover) => match album.take(folder, &cover.value) {
            Ok(hash) => Some(hash),
            Err((problem, expected)) => {
                errors.push(FileError::at(manifest, cover.line, problem, expected));
                return None;
            }
        },
    };
    if let Some(row) = cover.as_ref().and_then(|hash| album.taken.get_mut(hash)) {
        row.credit = file.cover_credit;
    }
    let of = |kind: TermKind| {
        let of_kind = file.terms.iter().filter(move |term| term.value.0 == kind);
        of_kind.map(|term| term.value.1.clone())
    };
    Some(ArticleDraft {
        key: key(folder),
        kind: file.kind,
        access: file.access.clone(),
        source: file.source.value.clone(),
        section: of(TermKind::Section).next(),
        tags: of(TermKind::Tag).collect(),
        authors: of(TermKind::Author).collect(),
        cover,
    })
}

/// The newest text's place among revisions.
const NEWEST: u32 = u32::MAX;

/// The texts in a folder by language and revision.
fn files(folder: &Path, errors: &mut Vec<FileError>) -> io::Result<BTreeMap<Locale, BTreeMap<u32, PathBuf>>> {
    let mut files: BTreeMap<Locale, BTreeMap<u32, PathBuf>> = BTreeMap::new();
    let mut paths: Vec<PathBuf> =
        fs::read_dir(folder)?.map(|entry| Ok(entry?.path())).collect::<io::Result<_>>()?;
    paths.sort();
    for path in paths {
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let Some(name) = name.strip_suffix(".md").filter(|name| !name.starts_with('.')) else { continue };
        let Some((locale, revision)) = revision_of(name) else {
            errors.push(FileError::whole(
                &path,
                "the file's name is no language",
                "a name such as de.md or de.r1.md",
            ));
            continue;
        };
        if let Some(other) = files.entry(locale).or_default().insert(revision, path.clone()) {
            let other = other.file_name().unwrap_or_default().to_string_lossy().into_owned();
            errors.push(FileError::whole(&path, format!("{other} is the same text"), "one file for each"));
        }
    }
    Ok(files)
}

/// `de` is the newest revision of German, `de.r2` the second.
fn revision_of(name: &str) -> Option<(Locale, u32)> {
    let (tag, revision) = match name.rsplit_once(".r") {
        Some((tag, number)) => (tag, number.parse().ok().filter(|number| (1..NEWEST).contains(number))?),
        None => (name, NEWEST),
    };
    Some((tag.parse().ok()?, revision))
}

/// Checks that there is a newest text, and that none is missing before it.
fn whole(locale: &Locale, revisions: &BTreeMap<u32, PathBuf>) -> Result<(), FileError> {
    let expected = (1..).take(revisions.len().saturating_sub(1)).chain([NEWEST]);
    for ((revision, path), expected) in revisions.iter().zip(expected) {
        if *revision != expected {
            let name =
                if expected == NEWEST { format!("{locale}.md") } else { format!("{locale}.r{expected}.md") };
            let problem = format!("an earlier revision without {name}");
            return Err(FileError::whole(path, problem, "all of r1, r2, … and the newest without a number"));
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_say_language_and_revision() {
        let of = |name: &str| revision_of(name).map(|(locale, revision)| (locale.to_string(), revision));
        assert_eq!(of("de"), Some(("de".to_owned(), NEWEST)));
        assert_eq!(of("pt-BR.r12"), Some(("pt-BR".to_owned(), 12)));
        assert_eq!((of("README"), of("de.r0"), of("de.rx")), (None, None, None));
    }

    #[test]
    fn no_revision_may_be_missing() {
        let locale: Locale = "de".parse().expect("a tag");
        let is_whole = |revisions: &[u32]| {
            let files = revisions.iter().map(|revision| (*revision, PathBuf::from("x.md"))).collect();
            whole(&locale, &files).is_ok()
        };
        assert!(is_whole(&[NEWEST]) && is_whole(&[1, 2, NEWEST]));
        assert!(!is_whole(&[1]) && !is_whole(&[2, NEWEST]) && !is_whole(&[1, 3, NEWEST]));
    }
}
