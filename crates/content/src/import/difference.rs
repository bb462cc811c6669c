//! What has to be written so that the database says what a folder says. Pure: it runs for many
//! articles at once, ahead of the one writer.

use std::collections::BTreeMap;

use jiff::Timestamp;
use kernel::{ArticleId, TranslationId};
use uuid::Uuid;

use super::folder::{Article, Reader, Text};
use super::known::{Known, KnownText};
use super::pictures;
use super::problem::FileError;
use super::text_file::{Target, TextFile};
use crate::entity::{article, article_term, media, revision, translation};
use crate::model::{Changed, State};
use crate::store::compose::{self, Halves, Links, Place, Publishing, Revised, Source, is_same, revise};
use crate::store::{Pictures, StoreError, rows_of};

/// Everything to be written of one article, in one transaction.
#[derive(Debug)]
pub(super) struct Difference {
    pub(super) changed: Changed,
    pub(super) article: ArticleRows,
    pub(super) pictures: Vec<media::Model>,
    pub(super) texts: Vec<TextRows>,
    /// What the database had when the difference was taken: translation, version, last change.
    pub(super) seen: Vec<(Uuid, i64, i64)>,
}

/// The article's own rows.
#[derive(Debug)]
pub(super) struct ArticleRows {
    /// As it was.
    pub(super) before: Option<article::Model>,
    /// As it shall be; the same row if nothing changed.
    pub(super) after: article::Model,
    /// Whether it, or its terms, or its cover's credit changed.
    pub(super) changed: bool,
    /// Its links, if they changed.
    pub(super) terms: Option<Vec<article_term::Model>>,
}

/// The rows of one text.
#[derive(Debug)]
pub(super) struct TextRows {
    pub(super) before: Option<translation::Model>,
    pub(super) after: translation::Model,
    pub(super) revisions: Vec<revision::Model>,
    /// What readers shall see from now on, if that changes.
    pub(super) up: Option<Halves>,
}

impl TextRows {
    /// Whether readers see it no longer.
    pub(super) fn goes_down(&self) -> bool {
        self.before.as_ref().is_some_and(|before| before.live_version.is_some())
            && self.after.live_version.is_none()
    }

    pub(super) fn changed(&self) -> bool {
        self.before.as_ref() != Some(&self.after)
    }
}

/// Why there is none.
#[derive(Debug)]
pub(super) enum NoDifference {
    /// The folder is wrong.
    File(FileError),
    /// The database says something unreadable.
    Store(StoreError),
}

impl From<StoreError> for NoDifference {
    fn from(error: StoreError) -> Self {
        Self::Store(error)
    }
}

/// Compares a folder with what the database has. CPU-bound: texts that change are rendered.
pub(super) fn difference(
    reader: &Reader,
    article: &Article,
    known: Option<&Known>,
) -> Result<Difference, NoDifference> {
    if known.is_some_and(|known| known.article.deleted_at.is_some()) {
        let problem = format!("“{}” was deleted in the newsroom", article.draft.key);
        return Err(NoDifference::File(FileError::whole(
            &article.manifest,
            problem,
            "another folder's name, or that it is brought back there first",
        )));
    }
    let rows = article_rows(reader, article, known)?;
    let sizes = pictures::sizes(&article.pictures);
    let mut writer = Writer { reader, article: &rows.after, sizes, source: BTreeMap::new() };
    let mut texts = Vec::new();
    for text in &article.texts {
        let known = known.and_then(|known| known.texts.get(text.locale.as_str()));
        texts.push(writer.text(text, known, article.draft.source == text.locale)?);
    }
    let texts_changed = texts.iter().any(TextRows::changed);
    let changed = match known {
        None => Changed::Created,
        Some(_) if rows.changed || texts_changed => Changed::Updated,
        Some(_) => Changed::Nothing,
    };
    let seen = known.iter().flat_map(|known| known.texts.values());
    Ok(Difference {
        changed,
        article: rows,
        pictures: article.pictures.clone(),
        texts,
        seen: seen.map(|text| (text.row.id, text.row.version, text.row.changed_at)).collect(),
    })
}

fn article_rows(
    reader: &Reader,
    article: &Article,
    known: Option<&Known>,
) -> Result<ArticleRows, StoreError> {
    let now = reader.now.as_millisecond();
    let Some(known) = known else {
        let id = ArticleId::new(reader.now).as_uuid();
        let terms = Some(rows_of::terms(id, &article.draft, &reader.terms)?);
        return Ok(ArticleRows {
            before: None,
            after: rows_of::row(&article.draft, id, now),
            changed: true,
            terms,
        });
    };
    let before = known.article.clone();
    let terms = rows_of::terms(before.id, &article.draft, &reader.terms)?;
    let terms = (!rows_of::same_terms(&known.terms, &terms)).then_some(terms);
    let cover = article.pictures.iter().find(|picture| article.draft.cover.as_ref() == Some(&picture.hash));
    // Without a credit in the file, whatever is known stays.
    let credit =
        cover.is_some_and(|cover| !cover.credit.is_empty() && known.credit.as_ref() != Some(&cover.credit));
    let after = rows_of::changed(&before, &article.draft, now);
    let changed = credit || terms.is_some() || !rows_of::is_same(&before, &after);
    let after = if changed { after } else { before.clone() };
    Ok(ArticleRows { before: Some(before), after, changed, terms })
}

struct Writer<'a> {
    reader: &'a Reader,
    article: &'a article::Model,
    sizes: Pictures,
    /// The source's revisions, when the source has been dealt with.
    source: BTreeMap<i64, Revised>,
}

impl Writer<'_> {
    fn text(
        &mut self,
        text: &Text,
        known: Option<&KnownText>,
        is_source: bool,
    ) -> Result<TextRows, NoDifference> {
        let id = known.map_or_else(|| TranslationId::new(self.reader.now), |known| known.row.id.into());
        let (head, new) = self.revisions(text, id, known, is_source)?;
        if is_source {
            self.source = known.map(|known| known.revisions.clone()).unwrap_or_default();
            self.source.extend(new.iter().map(|revised| (revised.row.version, revised.clone())));
        }
        let before = known.map(|known| known.row.clone());
        let after = self.row(text, id, before.as_ref(), head.row.version);
        let live = |row: &translation::Model| (row.live_version, row.published_at, row.updated_at);
        let up = match after.published_at {
            Some(published_at)
                if after.live_version.is_some() && before.as_ref().map(live) != Some(live(&after)) =>
            {
                Some(compose::publication(&Publishing {
                    article: self.article,
                    translation: &after,
                    revised: &head,
                    teaser_paragraphs: self.reader.site.teaser_paragraphs,
                    pictures: &self.sizes,
                    published_at,
                    updated_at: after.updated_at,
                })?)
            }
            _ => None,
        };
        Ok(TextRows { before, after, revisions: new.into_iter().map(|revised| revised.row).collect(), up })
    }

    /// The newest revision, and those that are new. Earlier revisions whose number is taken are
    /// left alone: what was saved is never changed.
    fn revisions(
        &self,
        text: &Text,
        id: TranslationId,
        known: Option<&KnownText>,
        is_source: bool,
    ) -> Result<(Revised, Vec<Revised>), NoDifference> {
        let saved = known.map_or(0, |known| known.row.version);
        let mut head: Option<Revised> = known.and_then(|known| known.revisions.get(&saved).cloned());
        let mut slug = known.map(|known| known.row.slug.clone());
        let mut new = Vec::new();
        let skipped = usize::try_from(saved).unwrap_or(usize::MAX);
        for file in text.earlier.iter().skip(skipped).chain([&text.newest]) {
            let draft = &file.draft;
            let source = self.made_from(file, is_source)?;
            if let (Some(head), Some(slug)) = (&head, &slug)
                && is_same(draft, slug, &head.row)
            {
                continue;
            }
            let version = head.as_ref().map_or(1, |head| head.row.version + 1);
            let place = Place { translation: id, version, now: self.reader.now };
            let revised = revise(place, draft, head.as_ref().map(Revised::text), source, Links::Aligned)?;
            slug = Some(draft.slug.to_string());
            head = Some(revised.clone());
            new.push(revised);
        }
        let missing =
            || StoreError::Unreadable { what: "the newest version of a text", value: id.to_string() };
        Ok((head.ok_or_else(missing)?, new))
    }

    /// The source's revision that a text was made from; without a word about it, the newest.
    fn made_from(&self, file: &TextFile, is_source: bool) -> Result<Option<Source<'_>>, NoDifference> {
        if is_source {
            return Ok(None);
        }
        let newest = self.source.last_key_value().map(|(_, revised)| revised);
        let Some(version) = file.draft.made_from else { return Ok(newest.map(Revised::as_source)) };
        if let Some(revised) = self.source.get(&version) {
            return Ok(Some(revised.as_source()));
        }
        let expected = format!("a number from 1 to {}", newest.map_or(1, |newest| newest.row.version));
        let problem = format!("the source has no revision {version}");
        Err(NoDifference::File(FileError::at(&file.path, file.made_from_line, problem, expected)))
    }

    /// The translation's row as it shall be; the same as before if nothing about it changed.
    fn row(
        &self,
        text: &Text,
        id: TranslationId,
        before: Option<&translation::Model>,
        version: i64,
    ) -> translation::Model {
        let now = self.reader.now;
        let had = before.and_then(|before| before.published_at);
        let is_live = |at: Timestamp| at <= now;
        let (state, publish_at, published_at) = match text.newest.target {
            Target::From(at) if is_live(at) => (State::Published, None, Some(at.as_millisecond())),
            Target::From(at) => (State::Scheduled, Some(at.as_millisecond()), had),
            Target::Published => (State::Published, None, had.or(Some(now.as_millisecond()))),
            Target::Hidden(state, at) => (state, None, at.map(Timestamp::as_millisecond).or(had)),
        };
        let after = translation::Model {
            id: id.as_uuid(),
            article_id: self.article.id,
            locale: text.locale.to_string(),
            slug: text.newest.draft.slug.to_string(),
            state: state.as_str().to_owned(),
            version,
            live_version: (state == State::Published).then_some(version),
            publish_at,
            published_at,
            updated_at: text.newest.updated_at.map(Timestamp::as_millisecond),
            created_at: before.map_or(now.as_millisecond(), |before| before.created_at),
            changed_at: before.map_or(now.as_millisecond(), |before| before.changed_at),
        };
        if before == Some(&after) {
            after
        } else {
            translation::Model { changed_at: now.as_millisecond(), ..after }
        }
    }
}
