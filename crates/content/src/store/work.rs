//! The translators' desk: what is there to do in a language.

use jiff::civil::Date;
use kernel::time::from_millis;
use kernel::{ArticleId, Locale, MemberId};
use sea_orm::{ActiveModelTrait, ColumnTrait, EntityTrait, FromQueryResult, IntoActiveModel, QueryFilter};
use uuid::Uuid;

use super::{Store, StoreError, row, rows, run, text};
use crate::entity::translation;
use crate::model::{Assignment, DeskCounts, DeskEntry, DeskTranslation, State, Wanted};

/// Stories with their source and their translation into the language `$1`.
const DESK: &str = "FROM article a \
    JOIN translation s ON s.article_id = a.id AND s.locale = a.source_locale \
    JOIN revision sr ON sr.translation_id = s.id AND sr.version = s.version \
    LEFT JOIN translation t ON t.article_id = a.id AND t.locale = $1 \
    LEFT JOIN revision r ON r.translation_id = t.id AND r.version = t.version \
    LEFT JOIN translation_work w ON w.article_id = a.id AND w.locale = $1 \
    WHERE a.source_locale <> $1 AND a.deleted_at IS NULL";

const MISSING: &str = "t.id IS NULL";
const STALE: &str = "(t.id IS NOT NULL AND (r.source_version IS NULL OR r.source_version < s.version))";
const IN_REVIEW: &str = "(t.state = 'in-review' OR w.review_version = t.version)";
const DUE: &str = "(w.assignee IS NOT NULL OR w.due IS NOT NULL)";

#[derive(FromQueryResult)]
struct DeskRow {
    article_id: Uuid,
    source_locale: String,
    title: String,
    source_state: String,
    source_version: i64,
    changed_at: i64,
    state: Option<String>,
    version: Option<i64>,
    live_version: Option<i64>,
    made_from: Option<i64>,
    review_version: Option<i64>,
    assignee: Option<Uuid>,
    due: Option<String>,
}

#[derive(FromQueryResult)]
struct AssignmentRow {
    assignee: Option<Uuid>,
    due: Option<String>,
}

#[derive(FromQueryResult)]
struct CountsRow {
    missing: i64,
    stale: i64,
    in_review: i64,
    due: i64,
    every: i64,
}

impl Store {
    /// Stories as the desk of a language sees them, those changed last first (those due first, where
    /// due ones are wanted). One query.
    pub async fn translation_desk(
        &self,
        locale: &Locale,
        wanted: Wanted,
        offset: u64,
        limit: u64,
    ) -> Result<Vec<DeskEntry>, StoreError> {
        let (condition, order) = match wanted {
            Wanted::Missing => (MISSING, "s.changed_at DESC"),
            Wanted::Stale => (STALE, "s.changed_at DESC"),
            Wanted::InReview => (IN_REVIEW, "t.changed_at DESC"),
            Wanted::Due => (DUE, "w.due IS NULL, w.due, s.changed_at DESC"),
            Wanted::All => ("1 = 1", "s.changed_at DESC"),
        };
        let sql = format!(
            "SELECT a.id AS article_id, a.source_locale, sr.title, s.state AS source_state, \
             s.version AS source_version, s.changed_at, t.state, t.version, t.live_version, \
             r.source_version AS made_from, w.review_version, w.assignee, w.due {DESK} AND {condition} \
             ORDER BY {order}, a.id LIMIT $2 OFFSET $3"
        );
        let values = [locale.as_str().into(), bounded(limit).into(), bounded(offset).into()];
        let found: Vec<DeskRow> = rows(&self.db, sql, values).await?;
        found.into_iter().map(entry).collect()
    }

    /// How much of each kind there is on the desk of a language. One query.
    pub async fn translation_counts(&self, locale: &Locale) -> Result<DeskCounts, StoreError> {
        let count = |condition: &str| format!("CAST(SUM(CASE WHEN {condition} THEN 1 ELSE 0 END) AS bigint)");
        let sql = format!(
            "SELECT COALESCE({}, 0) AS missing, COALESCE({}, 0) AS stale, COALESCE({}, 0) AS in_review, \
             COALESCE({}, 0) AS due, COUNT(*) AS every {DESK}",
            count(MISSING),
            count(STALE),
            count(IN_REVIEW),
            count(DUE)
        );
        let found: Option<CountsRow> = row(&self.db, sql, [locale.as_str().into()]).await?;
        let number = |count: i64| u64::try_from(count).unwrap_or(0);
        Ok(found.map_or_else(DeskCounts::default, |row| DeskCounts {
            missing: number(row.missing),
            stale: number(row.stale),
            in_review: number(row.in_review),
            due: number(row.due),
            all: number(row.every),
        }))
    }

    /// Who translates a story into a language, and until when. One query.
    pub async fn assignment(&self, article: ArticleId, locale: &Locale) -> Result<Assignment, StoreError> {
        let sql = "SELECT assignee, due FROM translation_work WHERE article_id = $1 AND locale = $2";
        let found: Option<AssignmentRow> =
            row(&self.db, sql, [article.as_uuid().into(), locale.as_str().into()]).await?;
        let Some(found) = found else { return Ok(Assignment::default()) };
        Ok(Assignment { assignee: found.assignee.map(Into::into), due: found.due.map(date).transpose()? })
    }

    /// Says who is to translate a story into a language, and until when.
    pub async fn assign(
        &self,
        article: ArticleId,
        locale: &Locale,
        assignment: Assignment,
    ) -> Result<(), StoreError> {
        let sql = "INSERT INTO translation_work (article_id, locale, assignee, due) VALUES ($1, $2, $3, $4) \
            ON CONFLICT (article_id, locale) DO UPDATE SET assignee = excluded.assignee, due = excluded.due";
        let values = [
            article.as_uuid().into(),
            locale.as_str().into(),
            assignment.assignee.map(MemberId::as_uuid).into(),
            assignment.due.map(|due| due.to_string()).into(),
        ];
        run(&self.db, sql, values).await?;
        Ok(())
    }

    /// Says that the newest version of a translation waits for somebody's yes, or no longer does. A
    /// draft changes its state; a published text stays published and is listed with those that wait.
    pub async fn set_in_review(
        &self,
        article: ArticleId,
        locale: &Locale,
        waits: bool,
    ) -> Result<(), StoreError> {
        let writing = self.begin().await?;
        super::save::lock(&writing, article).await?;
        let Some(own) = find(&writing, article, locale).await? else {
            return Err(StoreError::NoArticle(article));
        };
        let state = text::state(&own.state)?;
        let moved = match (state, waits) {
            (State::Draft, true) => Some(State::InReview),
            (State::InReview, false) => Some(State::Draft),
            _ => None,
        };
        let version = (waits && moved.is_none() && state != State::InReview).then_some(own.version);
        let sql = "INSERT INTO translation_work (article_id, locale, review_version) VALUES ($1, $2, $3) \
            ON CONFLICT (article_id, locale) DO UPDATE SET review_version = excluded.review_version";
        let values = [article.as_uuid().into(), locale.as_str().into(), version.into()];
        run(writing.db(), sql, values).await?;
        if let Some(state) = moved {
            let row =
                translation::Model { state: state.as_str().to_owned(), changed_at: writing.millis(), ..own };
            translation::Entity::update(row.into_active_model().reset_all()).exec(writing.db()).await?;
        }
        writing.commit().await
    }
}

async fn find(
    writing: &super::Writing,
    article: ArticleId,
    locale: &Locale,
) -> Result<Option<translation::Model>, StoreError> {
    let found = translation::Entity::find()
        .filter(translation::Column::ArticleId.eq(article.as_uuid()))
        .filter(translation::Column::Locale.eq(locale.as_str()))
        .one(writing.db())
        .await?;
    Ok(found)
}

fn entry(row: DeskRow) -> Result<DeskEntry, StoreError> {
    let translation = match (row.state, row.version) {
        (Some(state), Some(version)) => {
            let state = text::state(&state)?;
            Some(DeskTranslation {
                state,
                is_stale: row.made_from.is_none_or(|made_from| made_from < row.source_version),
                in_review: state == State::InReview || row.review_version == Some(version),
                is_ahead: row.live_version.is_some_and(|live| live < version),
            })
        }
        _ => None,
    };
    Ok(DeskEntry {
        article: row.article_id.into(),
        source_locale: text::locale(&row.source_locale)?,
        title: row.title,
        source_state: text::state(&row.source_state)?,
        changed_at: from_millis(row.changed_at),
        translation,
        assignee: row.assignee.map(Into::into),
        due: row.due.map(date).transpose()?,
    })
}

fn date(due: String) -> Result<Date, StoreError> {
    due.parse().map_err(|_| StoreError::Unreadable { what: "a date", value: due })
}

fn bounded(number: u64) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}
