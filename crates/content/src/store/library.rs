//! The library: pictures as staff look for them, describe them, replace and delete them.

use kernel::time::from_millis;
use sea_orm::{ConnectionTrait, FromQueryResult, Value};
use uuid::Uuid;

use super::outbox::Change;
use super::{Store, StoreError, Writing, live, media, row, rows, run, site, text};
use crate::media::{Focus, Prepared};
use crate::model::{
    PictureDraft, PictureEntry, PictureFacts, PictureFilter, PictureUse, PictureWords, StoredPicture,
};

/// Texts whose body shows the picture `m` now, or one that it has replaced: in the newest version or
/// in the live one.
const SHOWING: &str = "media s JOIN media_use u ON u.hash = s.hash JOIN translation t ON t.id = u.translation_id \
    AND (u.version = t.version OR u.version = t.live_version)";

#[derive(FromQueryResult)]
struct EntryRow {
    hash: String,
    name: String,
    mime: String,
    width: i32,
    height: i32,
    bytes: i64,
    credit: String,
    created_at: i64,
    focus_x: i32,
    focus_y: i32,
    version: i64,
    used: i32,
}

impl EntryRow {
    fn entry(self) -> PictureEntry {
        PictureEntry {
            hash: self.hash,
            name: self.name,
            mime: self.mime,
            width: text::count(self.width),
            height: text::count(self.height),
            bytes: u64::try_from(self.bytes).unwrap_or(0),
            credit: self.credit,
            created_at: from_millis(self.created_at),
            focus: Focus::stored(self.focus_x, self.focus_y),
            used: self.used != 0,
        }
    }
}

#[derive(FromQueryResult)]
struct WordsRow {
    locale: String,
    alt: String,
    caption: String,
}

#[derive(FromQueryResult)]
struct UseRow {
    article_id: Uuid,
    key: String,
    locale: String,
    title: String,
    cover: i32,
}

#[derive(FromQueryResult)]
struct StoredRow {
    focus_x: i32,
    focus_y: i32,
    replaced_by: Option<String>,
}

#[derive(FromQueryResult)]
struct DueRow {
    hash: String,
    width: i32,
    focus_x: i32,
    focus_y: i32,
}

#[derive(FromQueryResult)]
struct IdRow {
    id: Uuid,
}

#[derive(FromQueryResult)]
struct KnownRow {
    credit: String,
    focus_x: i32,
    focus_y: i32,
}

impl Store {
    /// Pictures of the library, newest first. One query.
    pub async fn pictures(
        &self,
        filter: &PictureFilter,
        offset: u64,
        limit: u64,
    ) -> Result<Vec<PictureEntry>, StoreError> {
        let mut conditions = vec!["m.replaced_by IS NULL".to_owned()];
        let mut values: Vec<Value> = Vec::new();
        if !filter.text.is_empty() {
            values.push(contains(&filter.text).into());
            let like = |column: &str| format!("lower({column}) LIKE $1 ESCAPE '!'");
            conditions.push(format!(
                "({} OR {} OR EXISTS (SELECT 1 FROM media_words w WHERE w.hash = m.hash AND ({} OR {})))",
                like("m.name"),
                like("m.credit"),
                like("w.alt"),
                like("w.caption")
            ));
        }
        if let Some(kind) = filter.kind {
            values.push(kind.mime().into());
            conditions.push(format!("m.mime = ${}", values.len()));
        }
        if let Some(used) = filter.used {
            conditions.push(format!("{} ({})", if used { "" } else { "NOT" }, is_used()));
        }
        let number = |value: u64| Value::from(i64::try_from(value).unwrap_or(i64::MAX));
        values.extend([number(limit), number(offset)]);
        let sql = format!(
            "{} WHERE {} ORDER BY m.created_at DESC, m.hash LIMIT ${} OFFSET ${}",
            entries(),
            conditions.join(" AND "),
            values.len() - 1,
            values.len()
        );
        let found: Vec<EntryRow> = rows(&self.db, sql, values).await?;
        Ok(found.into_iter().map(EntryRow::entry).collect())
    }

    /// All that is known of a picture; `None` for one that isn't there, or was replaced. Three
    /// queries.
    pub async fn picture(&self, hash: &str) -> Result<Option<PictureFacts>, StoreError> {
        let sql = format!("{} WHERE m.hash = $1 AND m.replaced_by IS NULL", entries());
        let Some(found): Option<EntryRow> = row(&self.db, sql, [hash.into()]).await? else {
            return Ok(None);
        };
        let words = "SELECT locale, alt, caption FROM media_words WHERE hash = $1 ORDER BY locale";
        let words: Vec<WordsRow> = rows(&self.db, words, [hash.into()]).await?;
        let words = words.into_iter().map(|row| {
            Ok(PictureWords { locale: text::locale(&row.locale)?, alt: row.alt, caption: row.caption })
        });
        let words = words.collect::<Result<_, StoreError>>()?;
        Ok(Some(PictureFacts {
            version: found.version,
            entry: found.entry(),
            words,
            uses: uses(&self.db, hash).await?,
        }))
    }

    /// Makes an uploaded picture known by the name its file had. Its variants are due.
    pub async fn save_upload(&self, picture: &Prepared, name: &str) -> Result<(), StoreError> {
        let writing = self.begin().await?;
        media::write(&writing, vec![media::row(picture, "", writing.millis())]).await?;
        let sql = "UPDATE media SET variants_due = TRUE, name = CASE WHEN name = '' THEN $2 ELSE name END \
            WHERE hash = $1";
        run(writing.db(), sql, [picture.hash.as_str().into(), name.into()]).await?;
        writing.commit().await
    }

    /// Changes what is said of a picture, if nobody has changed it since version `based_on`.
    pub async fn save_picture(
        &self,
        hash: &str,
        based_on: i64,
        draft: &PictureDraft,
    ) -> Result<(), StoreError> {
        let mut writing = self.begin().await?;
        let known = "SELECT credit, focus_x, focus_y FROM media WHERE hash = $1 AND replaced_by IS NULL";
        let known: Option<KnownRow> = row(writing.db(), known, [hash.into()]).await?;
        let known = known.ok_or_else(|| StoreError::NoPicture(hash.to_owned()))?;
        let changed = "UPDATE media SET credit = $3, focus_x = $4, focus_y = $5, version = version + 1 \
            WHERE hash = $1 AND version = $2";
        let focus = |part: u8| Value::from(i32::from(part));
        let values = [
            hash.into(),
            based_on.into(),
            draft.credit.as_str().into(),
            focus(draft.focus.x()),
            focus(draft.focus.y()),
        ];
        if run(writing.db(), changed, values).await? == 0 {
            return Err(StoreError::PictureChanged(hash.to_owned()));
        }
        run(writing.db(), "DELETE FROM media_words WHERE hash = $1", [hash.into()]).await?;
        for words in &draft.words {
            let sql = "INSERT INTO media_words (hash, locale, alt, caption) VALUES ($1, $2, $3, $4)";
            let values = [
                hash.into(),
                words.locale.as_str().into(),
                words.alt.as_str().into(),
                words.caption.as_str().into(),
            ];
            run(writing.db(), sql, values).await?;
        }
        if known.credit != draft.credit || Focus::stored(known.focus_x, known.focus_y) != draft.focus {
            // Pages name the credit of a cover, and its cuts by their focal point.
            for story in covered(&writing, hash).await? {
                writing.tell(Change::Article(story.id.into()));
            }
        }
        writing.commit().await
    }

    /// Puts a picture that is known in the place of another, in covers and bodies, drafts and what is
    /// live. It takes over the words, and the credit unless it has its own. Delete the old one from
    /// the [`MediaStore`](crate::media::MediaStore) afterwards: its address leads to the new one.
    pub async fn replace_picture(&self, old: &str, new: &str) -> Result<(), StoreError> {
        let mut writing = self.begin().await?;
        for hash in [old, new] {
            let found: Option<StoredRow> = row(writing.db(), STORED, [hash.into()]).await?;
            if found.is_none() {
                return Err(StoreError::NoPicture(hash.to_owned()));
            }
        }
        if old == new {
            return Ok(());
        }
        let both = || [old.into(), new.into()];
        let showing = format!("SELECT DISTINCT t.id FROM {SHOWING} WHERE s.hash = $1 OR s.replaced_by = $1");
        let showing: Vec<IdRow> = rows(writing.db(), showing, [old.into()]).await?;
        let stories = covered(&writing, old).await?;
        let mut covers: Vec<Value> = both().to_vec();
        covers.push(writing.millis().into());
        let covers_follow =
            "UPDATE article SET cover = $2, version = version + 1, changed_at = $3 WHERE cover = $1";
        run(writing.db(), covers_follow, covers).await?;
        run(writing.db(), "UPDATE media SET replaced_by = NULL WHERE hash = $1", [new.into()]).await?;
        let follow =
            "UPDATE media SET replaced_by = $2, variants_due = FALSE WHERE hash = $1 OR replaced_by = $1";
        run(writing.db(), follow, both()).await?;
        let words = "INSERT INTO media_words (hash, locale, alt, caption) \
            SELECT $2, locale, alt, caption FROM media_words WHERE hash = $1 ON CONFLICT (hash, locale) DO NOTHING";
        run(writing.db(), words, both()).await?;
        let credit = "UPDATE media SET credit = (SELECT o.credit FROM media o WHERE o.hash = $1) \
            WHERE hash = $2 AND credit = ''";
        run(writing.db(), credit, both()).await?;
        let teaser_paragraphs = site::load(writing.db()).await?.teaser_paragraphs;
        let texts: Vec<Uuid> = showing.into_iter().map(|row| row.id).collect();
        live::render_texts(&mut writing, &texts, teaser_paragraphs).await?;
        for story in stories {
            writing.tell(Change::Article(story.id.into()));
        }
        writing.commit().await
    }

    /// Forgets a picture, and those that it has replaced; refused while a story shows it
    /// ([`StoreError::PictureUsed`]). Gives the hashes that are to be deleted from the
    /// [`MediaStore`](crate::media::MediaStore) now.
    pub async fn delete_picture(&self, hash: &str) -> Result<Vec<String>, StoreError> {
        #[derive(FromQueryResult)]
        struct Gone {
            hash: String,
        }

        let writing = self.begin().await?;
        if !uses(writing.db(), hash).await?.is_empty() {
            return Err(StoreError::PictureUsed(hash.to_owned()));
        }
        let gone = "DELETE FROM media WHERE hash = $1 OR replaced_by = $1 RETURNING hash";
        let gone: Vec<Gone> = rows(writing.db(), gone, [hash.into()]).await?;
        if gone.is_empty() {
            return Err(StoreError::NoPicture(hash.to_owned()));
        }
        writing.commit().await?;
        Ok(gone.into_iter().map(|row| row.hash).collect())
    }

    /// What the address of a picture needs to know of it. One query.
    pub async fn stored_picture(&self, hash: &str) -> Result<Option<StoredPicture>, StoreError> {
        let found: Option<StoredRow> = row(&self.db, STORED, [hash.into()]).await?;
        Ok(found.map(|row| StoredPicture {
            focus: Focus::stored(row.focus_x, row.focus_y),
            replaced_by: row.replaced_by,
        }))
    }

    /// Uploaded pictures whose variants are still to be made, oldest first: hash, width and focal
    /// point. One query.
    pub async fn variants_due(&self, limit: u64) -> Result<Vec<(String, u32, Focus)>, StoreError> {
        let sql =
            "SELECT hash, width, focus_x, focus_y FROM media WHERE variants_due ORDER BY created_at LIMIT $1";
        let limit = i64::try_from(limit).unwrap_or(i64::MAX);
        let due: Vec<DueRow> = rows(&self.db, sql, [limit.into()]).await?;
        let due = due
            .into_iter()
            .map(|row| (row.hash, text::count(row.width), Focus::stored(row.focus_x, row.focus_y)));
        Ok(due.collect())
    }

    /// The variants of a picture are made, or can't be.
    pub async fn variants_made(&self, hash: &str) -> Result<(), StoreError> {
        run(&self.db, "UPDATE media SET variants_due = FALSE WHERE hash = $1", [hash.into()]).await?;
        Ok(())
    }
}

const STORED: &str = "SELECT focus_x, focus_y, replaced_by FROM media WHERE hash = $1";

/// The query for the library's entries, up to its conditions.
fn entries() -> String {
    format!(
        "SELECT m.hash, m.name, m.mime, m.width, m.height, m.bytes, m.credit, m.created_at, m.focus_x, m.focus_y, \
         m.version, CASE WHEN {} THEN 1 ELSE 0 END AS used FROM media m",
        is_used()
    )
}

/// Whether `m` is shown anywhere.
fn is_used() -> String {
    format!(
        "EXISTS (SELECT 1 FROM article a WHERE a.cover = m.hash) \
         OR EXISTS (SELECT 1 FROM {SHOWING} WHERE s.hash = m.hash OR s.replaced_by = m.hash)"
    )
}

/// A pattern for what contains a text, in small letters. `!` escapes what has a meaning there.
fn contains(text: &str) -> String {
    let mut pattern = String::from("%");
    for c in text.to_lowercase().chars() {
        if matches!(c, '%' | '_' | '!') {
            pattern.push('!');
        }
        pattern.push(c);
    }
    pattern + "%"
}

/// Where a picture is shown. One query.
async fn uses(db: &impl ConnectionTrait, hash: &str) -> Result<Vec<PictureUse>, StoreError> {
    let sql = format!(
        "SELECT a.id AS article_id, a.key, a.source_locale AS locale, coalesce(r.title, a.key) AS title, 1 AS cover \
         FROM article a LEFT JOIN translation t ON t.article_id = a.id AND t.locale = a.source_locale \
         LEFT JOIN revision r ON r.translation_id = t.id AND r.version = t.version WHERE a.cover = $1 \
         UNION SELECT a.id, a.key, t.locale, r.title, 0 FROM {SHOWING} JOIN article a ON a.id = t.article_id \
         JOIN revision r ON r.translation_id = t.id AND r.version = t.version \
         WHERE s.hash = $1 OR s.replaced_by = $1 ORDER BY 5 DESC, 2, 3"
    );
    let found: Vec<UseRow> = rows(db, sql, [hash.into()]).await?;
    let used = found.into_iter().map(|row| {
        Ok(PictureUse {
            article: row.article_id.into(),
            key: row.key,
            locale: text::locale(&row.locale)?,
            title: row.title,
            cover: row.cover != 0,
        })
    });
    used.collect()
}

/// The stories that have a picture as their cover.
async fn covered(writing: &Writing, hash: &str) -> Result<Vec<IdRow>, StoreError> {
    Ok(rows(writing.db(), "SELECT id FROM article WHERE cover = $1", [hash.into()]).await?)
}
