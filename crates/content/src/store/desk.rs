//! The newsroom's list of stories, and one story for those who work on it.

use std::collections::HashMap;

use kernel::time::from_millis;
use kernel::{ArticleId, Locale, MemberId};
use sea_orm::{EntityTrait, FromQueryResult, Value};
use uuid::Uuid;

use super::terms_of::{TermsOf, Wanted};
use super::{Store, StoreError, article, launch, places, row, rows, text};
use crate::entity::article as entity;
use crate::markdown::title_plain;
use crate::model::{
    AccessKind, DeletedStory, DeskCursor, DeskFilter, DeskPage, DeskStory, DeskText, Kind, State, Story,
};

/// Whether the source's blocks aren't any more what they were in the revision that the text `t`, with
/// its newest revision `r`, was made from; `a` is the article.
const IS_STALE: &str = "EXISTS (SELECT 1 FROM translation s \
    JOIN revision past ON past.translation_id = s.id AND past.version = r.source_version \
    JOIN revision head ON head.translation_id = s.id AND head.version = s.version \
    WHERE s.article_id = a.id AND s.locale = a.source_locale AND s.id <> t.id AND past.blocks <> head.blocks)";

/// A text `t` with its newest revision `r`.
const TEXTS: &str = "translation t JOIN revision r ON r.translation_id = t.id AND r.version = t.version";

#[derive(FromQueryResult)]
struct StoryRow {
    id: Uuid,
    key: String,
    kind: String,
    access: String,
    source_locale: String,
    created_by: Option<Uuid>,
    touched_at: i64,
}

#[derive(FromQueryResult)]
struct TextRow {
    article_id: Uuid,
    id: Uuid,
    locale: String,
    slug: String,
    title: String,
    state: String,
    version: i64,
    live_version: Option<i64>,
    publish_at: Option<i64>,
    published_at: Option<i64>,
    updated_at: Option<i64>,
    changed_at: i64,
    stale: i32,
}

#[derive(FromQueryResult)]
struct DeletedRow {
    id: Uuid,
    key: String,
    title: Option<String>,
    created_by: Option<Uuid>,
    deleted_at: i64,
}

#[derive(FromQueryResult)]
struct Count {
    total: i64,
}

impl Store {
    /// A page of the newsroom's list, those last touched first; terms are named in `locale` where they
    /// can be. Four queries.
    pub async fn desk(
        &self,
        filter: &DeskFilter,
        after: Option<DeskCursor>,
        limit: u64,
        locale: &Locale,
    ) -> Result<DeskPage, StoreError> {
        let mut narrowed = Narrowed::by(filter);
        let count: Option<Count> = row(
            &self.db,
            format!("SELECT count(*) AS total FROM article a WHERE {}", narrowed.sql()),
            narrowed.values.clone(),
        )
        .await?;
        if let Some(after) = after {
            let touched = narrowed.bind(after.touched_at.as_millisecond());
            let id = narrowed.bind(after.article.as_uuid());
            narrowed.conditions.push(format!("(a.touched_at, a.id) < ({touched}, {id})"));
        }
        let most = narrowed.bind(i64::try_from(limit.saturating_add(1)).unwrap_or(i64::MAX));
        let sql = format!(
            "SELECT a.id, a.key, a.kind, a.access, a.source_locale, a.created_by, a.touched_at FROM article a \
             WHERE {} ORDER BY a.touched_at DESC, a.id DESC LIMIT {most}",
            narrowed.sql()
        );
        let mut found: Vec<StoryRow> = rows(&self.db, sql, narrowed.values).await?;
        let limit = usize::try_from(limit).unwrap_or(usize::MAX);
        let more = found.len() > limit;
        found.truncate(limit);
        let last = found.last().filter(|_| more);
        let next =
            last.map(|row| DeskCursor { touched_at: from_millis(row.touched_at), article: row.id.into() });
        let ids: Vec<Uuid> = found.iter().map(|row| row.id).collect();
        let mut texts = self.desk_texts(&ids).await?;
        let terms = TermsOf::load(&self.db, &ids, Wanted::NoTags).await?;
        let story = |row: StoryRow| {
            let source = text::locale(&row.source_locale)?;
            let terms = terms.of(row.id, locale, &source);
            Ok(DeskStory {
                article: row.id.into(),
                kind: text::kind(&row.kind)?,
                access: text::access(&row.access)?,
                source,
                begun_by: row.created_by.map(Into::into),
                touched_at: from_millis(row.touched_at),
                section: terms.section,
                authors: terms.authors,
                texts: texts.remove(&row.id).unwrap_or_default(),
                key: row.key,
            })
        };
        Ok(DeskPage {
            stories: found.into_iter().map(story).collect::<Result<_, StoreError>>()?,
            total: count.map_or(0, |count| count.total.unsigned_abs()),
            next,
        })
    }

    /// A story for those who work on it; none if it isn't there, or was deleted. Five queries.
    pub async fn story(&self, article: ArticleId) -> Result<Option<Story>, StoreError> {
        let found = entity::Entity::find_by_id(article.as_uuid()).one(&self.db).await?;
        let Some(row) = found.filter(|row| row.deleted_at.is_none()) else { return Ok(None) };
        let (version, begun_by) = (row.version, row.created_by.map(MemberId::from));
        let texts = self.desk_texts(&[row.id]).await?.remove(&row.id).unwrap_or_default();
        let launch = launch::waiting(&self.db, row.id).await?;
        let draft = article::draft_of(&self.db, row).await?;
        Ok(Some(Story { article, draft, version, begun_by, texts, launch }))
    }

    /// The texts of some articles, by language. One query.
    async fn desk_texts(&self, articles: &[Uuid]) -> Result<HashMap<Uuid, Vec<DeskText>>, StoreError> {
        if articles.is_empty() {
            return Ok(HashMap::new());
        }
        let sql = format!(
            "SELECT t.article_id, t.id, t.locale, t.slug, r.title, t.state, t.version, t.live_version, t.publish_at, \
             t.published_at, t.updated_at, t.changed_at, CASE WHEN {IS_STALE} THEN 1 ELSE 0 END AS stale \
             FROM {TEXTS} JOIN article a ON a.id = t.article_id WHERE t.article_id IN ({}) ORDER BY t.locale",
            places(1, articles.len())
        );
        let found: Vec<TextRow> = rows(&self.db, sql, articles.iter().map(|id| (*id).into())).await?;
        let mut texts: HashMap<Uuid, Vec<DeskText>> = HashMap::new();
        for row in found {
            texts.entry(row.article_id).or_default().push(DeskText {
                translation: row.id.into(),
                locale: text::locale(&row.locale)?,
                slug: row.slug,
                title: row.title,
                state: text::state(&row.state)?,
                version: row.version,
                live_version: row.live_version,
                publish_at: text::moment(row.publish_at),
                published_at: text::moment(row.published_at),
                updated_at: text::moment(row.updated_at),
                changed_at: from_millis(row.changed_at),
                stale: row.stale != 0,
            });
        }
        Ok(texts)
    }

    /// The deleted stories that can be brought back, those deleted last first. One query.
    pub async fn deleted_stories(&self, limit: u64) -> Result<Vec<DeletedStory>, StoreError> {
        let sql = format!(
            "SELECT a.id, a.key, a.created_by, a.deleted_at, COALESCE( \
             (SELECT r.title FROM {TEXTS} WHERE t.article_id = a.id AND t.locale = a.source_locale), \
             (SELECT r.title FROM {TEXTS} WHERE t.article_id = a.id ORDER BY t.locale LIMIT 1)) AS title \
             FROM article a WHERE a.deleted_at IS NOT NULL ORDER BY a.deleted_at DESC, a.id LIMIT $1"
        );
        let limit = i64::try_from(limit).unwrap_or(i64::MAX);
        let found: Vec<DeletedRow> = rows(&self.db, sql, [limit.into()]).await?;
        let story = |row: DeletedRow| DeletedStory {
            article: row.id.into(),
            title: row.title.map_or(row.key, |title| title_plain(&title)),
            begun_by: row.created_by.map(Into::into),
            deleted_at: from_millis(row.deleted_at),
        };
        Ok(found.into_iter().map(story).collect())
    }
}

/// The conditions of a filter, and their values.
struct Narrowed {
    conditions: Vec<String>,
    values: Vec<Value>,
}

impl Narrowed {
    fn by(filter: &DeskFilter) -> Self {
        let mut own = Self { conditions: vec!["a.deleted_at IS NULL".to_owned()], values: Vec::new() };
        if let Some(kind) = filter.kind {
            let kind = own.bind(Kind::as_str(kind));
            own.conditions.push(format!("a.kind = {kind}"));
        }
        if let Some(by) = filter.begun_by {
            let by = own.bind(by.as_uuid());
            own.conditions.push(format!("a.created_by = {by}"));
        }
        match filter.access {
            None => {}
            Some(AccessKind::Plans) => own.conditions.push("a.access LIKE 'plans:%'".to_owned()),
            Some(AccessKind::Public) => own.conditions.push("a.access = 'public'".to_owned()),
            Some(AccessKind::Members) => own.conditions.push("a.access = 'members'".to_owned()),
            Some(AccessKind::Paid) => own.conditions.push("a.access = 'paid'".to_owned()),
        }
        for (kind, key) in [("section", &filter.section), ("author", &filter.author)] {
            if let Some(key) = key {
                let key = own.bind(key.as_str());
                own.conditions.push(format!(
                    "EXISTS (SELECT 1 FROM article_term l JOIN term m ON m.id = l.term_id \
                     WHERE l.article_id = a.id AND m.kind = '{kind}' AND m.key = {key})"
                ));
            }
        }
        own.of_texts(filter);
        own
    }

    /// What one text must be like.
    fn of_texts(&mut self, filter: &DeskFilter) {
        let mut conditions = vec!["t.article_id = a.id".to_owned()];
        if let Some(locale) = &filter.locale {
            let locale = self.bind(locale.as_str());
            conditions.push(format!("t.locale = {locale}"));
        }
        if let Some(state) = filter.state {
            let state = self.bind(State::as_str(state));
            conditions.push(format!("t.state = {state}"));
        }
        if filter.stale {
            conditions.push(IS_STALE.to_owned());
        }
        let words = filter.words.trim();
        if !words.is_empty() {
            let spellings: Vec<String> =
                spellings(words).into_iter().map(|spelling| self.bind(spelling)).collect();
            let any = spellings
                .iter()
                .map(|at| format!("r.title LIKE {at} ESCAPE '\\' OR t.slug LIKE {at} ESCAPE '\\'"));
            conditions.push(format!("({})", any.collect::<Vec<_>>().join(" OR ")));
        }
        if conditions.len() > 1 {
            self.conditions
                .push(format!("EXISTS (SELECT 1 FROM {TEXTS} WHERE {})", conditions.join(" AND ")));
        }
    }

    /// The place of a value.
    fn bind(&mut self, value: impl Into<Value>) -> String {
        self.values.push(value.into());
        format!("${}", self.values.len())
    }

    fn sql(&self) -> String {
        self.conditions.join(" AND ")
    }
}

/// Patterns that find words however they are capitalised: neither database folds case in every script
/// by itself.
fn spellings(words: &str) -> Vec<String> {
    let escaped: String = words
        .chars()
        .flat_map(|c| matches!(c, '%' | '_' | '\\').then_some('\\').into_iter().chain([c]))
        .collect();
    let lower = escaped.to_lowercase();
    let mut letters = lower.chars();
    let capital: String =
        letters.next().into_iter().flat_map(char::to_uppercase).chain(letters.clone()).collect();
    let mut all = vec![escaped.clone(), lower, capital, escaped.to_uppercase()];
    all.sort();
    all.dedup();
    all.into_iter().map(|words| format!("%{words}%")).collect()
}
