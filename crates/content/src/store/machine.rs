//! Drafts by machine: what is to be drafted, what was, and what nobody has signed off.

use std::collections::BTreeSet;

use jiff::SignedDuration;
use kernel::hash::content_hash;
use kernel::{ArticleId, Locale, Slug};
use sea_orm::{ConnectionTrait, FromQueryResult};
use uuid::Uuid;

use super::compose::Revised;
use super::{SaveError, Store, StoreError, row, rows, run, text};
use crate::markdown::pieces;
use crate::model::{BasedOn, Line, MachineJob, Mark, Saved, SideBySide, SideDraft};
use crate::side::RowKey;

/// How long a worker may take between two signs of life.
const LEASE: SignedDuration = SignedDuration::from_mins(10);

#[derive(FromQueryResult)]
struct HashRow {
    hash: String,
}

#[derive(FromQueryResult)]
struct JobRow {
    done: i32,
    total: i32,
    refused: i32,
    problem: Option<String>,
    finished_at: Option<i64>,
}

#[derive(FromQueryResult)]
struct TakenRow {
    article_id: Uuid,
    locale: String,
}

impl Store {
    /// Asks for drafts of what a translation lacks. One that is asked for already is only asked once.
    pub async fn ask_machine(&self, article: ArticleId, locale: &Locale) -> Result<(), StoreError> {
        let sql = "INSERT INTO machine_job (article_id, locale, asked_at, lease_until, done, total, refused) \
            VALUES ($1, $2, $3, 0, 0, 0, 0) ON CONFLICT (article_id, locale) DO UPDATE SET asked_at = excluded.asked_at, \
            lease_until = 0, done = 0, total = 0, refused = 0, problem = NULL, finished_at = NULL \
            WHERE machine_job.finished_at IS NOT NULL";
        let now = self.now().as_millisecond();
        run(&self.db, sql, [article.as_uuid().into(), locale.as_str().into(), now.into()]).await?;
        Ok(())
    }

    /// How far the drafts of a translation are; none if none were ever asked for. One query.
    pub async fn machine_job(
        &self,
        article: ArticleId,
        locale: &Locale,
    ) -> Result<Option<MachineJob>, StoreError> {
        let sql = "SELECT done, total, refused, problem, finished_at FROM machine_job \
            WHERE article_id = $1 AND locale = $2";
        let found: Option<JobRow> =
            row(&self.db, sql, [article.as_uuid().into(), locale.as_str().into()]).await?;
        Ok(found.map(|row| MachineJob {
            done: text::count(row.done),
            total: text::count(row.total),
            refused: text::count(row.refused),
            problem: row.problem,
            finished_at: text::moment(row.finished_at),
        }))
    }

    /// Takes the drafts that were asked for first and that nobody is at work on.
    pub async fn take_machine_job(&self) -> Result<Option<(ArticleId, Locale)>, StoreError> {
        // The condition stands twice: of two who found the same row, one finds it taken.
        let sql = "UPDATE machine_job SET lease_until = $2 WHERE lease_until < $1 AND finished_at IS NULL \
            AND (article_id, locale) IN (SELECT article_id, locale FROM machine_job \
            WHERE finished_at IS NULL AND lease_until < $1 ORDER BY asked_at LIMIT 1) RETURNING article_id, locale";
        let (now, until) = (self.now(), self.now() + LEASE);
        let values = [now.as_millisecond().into(), until.as_millisecond().into()];
        let taken: Option<TakenRow> = row(&self.db, sql, values).await?;
        taken.map(|row| Ok((row.article_id.into(), text::locale(&row.locale)?))).transpose()
    }

    /// Says how far the drafts are, and that somebody is still at work.
    pub async fn machine_progress(
        &self,
        article: ArticleId,
        locale: &Locale,
        done: u32,
        total: u32,
    ) -> Result<(), StoreError> {
        let sql = "UPDATE machine_job SET done = $3, total = $4, lease_until = $5 \
            WHERE article_id = $1 AND locale = $2 AND finished_at IS NULL";
        let until = (self.now() + LEASE).as_millisecond();
        let values = [
            article.as_uuid().into(),
            locale.as_str().into(),
            text::size(done).into(),
            text::size(total).into(),
            until.into(),
        ];
        run(&self.db, sql, values).await?;
        Ok(())
    }

    /// Says that the drafts are made: how many were refused because they had lost a mark, and what
    /// ended the work early.
    pub async fn end_machine_job(
        &self,
        article: ArticleId,
        locale: &Locale,
        refused: u32,
        problem: Option<&str>,
    ) -> Result<(), StoreError> {
        let sql = "UPDATE machine_job SET refused = $3, problem = $4, finished_at = $5 \
            WHERE article_id = $1 AND locale = $2";
        let values = [
            article.as_uuid().into(),
            locale.as_str().into(),
            text::size(refused).into(),
            problem.map(str::to_owned).into(),
            self.now().as_millisecond().into(),
        ];
        run(&self.db, sql, values).await?;
        Ok(())
    }

    /// Saves drafts into the places that nobody has touched, as a new revision without an author;
    /// drafts for other places are left out. What is saved is marked as machine-made before it is
    /// there, so that it can't be published by an accident in between.
    pub async fn save_drafts(
        &self,
        article: ArticleId,
        locale: &Locale,
        lines: &[(Line, String)],
        drafts: &[(RowKey, String)],
        source_version: i64,
        slug: Slug,
    ) -> Result<Option<Saved>, SaveError> {
        let side = self.side_by_side(article, locale).await?.ok_or(StoreError::NoArticle(article))?;
        let (side_draft, made) = drafted(&side, lines, drafts, source_version, slug);
        if made.is_empty() {
            return Ok(None);
        }
        let now = self.now().as_millisecond();
        for hash in made {
            let sql = "INSERT INTO machine_text (article_id, locale, hash, made_at) VALUES ($1, $2, $3, $4) \
                ON CONFLICT (article_id, locale, hash) DO NOTHING";
            let values = [article.as_uuid().into(), locale.as_str().into(), hash.into(), now.into()];
            run(&self.db, sql, values).await?;
        }
        let based_on = side.version().map_or(BasedOn::New, BasedOn::Version);
        self.save_side(article, locale, &side_draft, based_on, None).await.map(Some)
    }

    /// Says that somebody has read these texts, by their hashes, and stands for them.
    pub async fn sign_off(
        &self,
        article: ArticleId,
        locale: &Locale,
        hashes: &BTreeSet<String>,
    ) -> Result<(), StoreError> {
        for hash in hashes {
            let sql = "DELETE FROM machine_text WHERE article_id = $1 AND locale = $2 AND hash = $3";
            let values = [article.as_uuid().into(), locale.as_str().into(), hash.as_str().into()];
            run(&self.db, sql, values).await?;
        }
        Ok(())
    }
}

/// The translation with the drafts in the places that nobody has touched, and the hashes of those
/// drafts.
fn drafted(
    side: &SideBySide,
    lines: &[(Line, String)],
    drafts: &[(RowKey, String)],
    source_version: i64,
    slug: Slug,
) -> (SideDraft, BTreeSet<String>) {
    let mut made = BTreeSet::new();
    let all_lines = Line::ALL.into_iter().map(|line| {
        let own = side.target.as_ref().map(|(_, text)| line.of(&text.draft).to_owned()).unwrap_or_default();
        let draft = lines.iter().find(|(of, _)| *of == line).filter(|_| side.is_line_free(line));
        let text = draft.map(|(_, text)| text.trim().to_owned()).filter(|text| !text.is_empty());
        if let Some(text) = &text {
            made.insert(content_hash(text.as_bytes()));
        }
        (line, text.unwrap_or(own))
    });
    let all_lines = all_lines.collect();
    let mut marked = Vec::new();
    let rows: Vec<(RowKey, String)> = side
        .rows
        .iter()
        .map(|row| {
            let draft = drafts.iter().find(|(key, _)| *key == row.key).filter(|_| side.is_row_free(row));
            if let Some((key, text)) = draft {
                marked.push(key.clone());
                return (key.clone(), text.trim_end().to_owned());
            }
            (row.key.clone(), row.target.clone().unwrap_or_default())
        })
        .collect();
    for (_, text) in rows.iter().filter(|(key, _)| marked.contains(key)) {
        let before = made.len();
        made.extend(hashes(text));
        // A footnote's text is no piece without what refers to it.
        if made.len() == before {
            made.insert(content_hash(text.trim().as_bytes()));
        }
    }
    let draft = SideDraft { slug, lines: all_lines, rows, source_version, mark: Mark::Rows(marked) };
    (draft, made)
}

/// Hashes of the pieces of a body. Those of blocks wouldn't do: they take in footnotes, and so change
/// with what somebody else wrote.
fn hashes(body: &str) -> impl Iterator<Item = String> {
    pieces(body).into_iter().map(|piece| content_hash(piece.markdown.as_bytes()))
}

/// Hashes of what a machine made of a translation and nobody has signed off. One query.
pub(super) async fn unsigned(
    db: &impl ConnectionTrait,
    article: Uuid,
    locale: &str,
) -> Result<BTreeSet<String>, StoreError> {
    let sql = "SELECT hash FROM machine_text WHERE article_id = $1 AND locale = $2";
    let found: Vec<HashRow> = rows(db, sql, [article.into(), locale.into()]).await?;
    Ok(found.into_iter().map(|row| row.hash).collect())
}

/// Whether a revision has texts that a machine made and nobody has signed off.
pub(super) async fn is_unsigned(
    db: &impl ConnectionTrait,
    article: Uuid,
    locale: &str,
    revised: &Revised,
) -> Result<bool, StoreError> {
    let unsigned = unsigned(db, article, locale).await?;
    if unsigned.is_empty() {
        return Ok(false);
    }
    let row = &revised.row;
    let lines = [&row.title, &row.standfirst, &row.description, &row.cover_alt, &row.cover_caption];
    let lines = lines.into_iter().chain(&row.seo_title).map(|line| content_hash(line.as_bytes()));
    Ok(lines.chain(hashes(&row.body)).any(|hash| unsigned.contains(&hash)))
}
