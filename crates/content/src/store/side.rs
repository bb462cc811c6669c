//! Work on translations beside their source.

use std::collections::HashMap;

use kernel::{ArticleId, Locale, MemberId};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

use super::compose::{Links, Revised};
use super::{SaveError, Store, StoreError};
use crate::entity::{article, revision as revision_entity};
use crate::markdown::{BlockSource, outline};
use crate::model::{BasedOn, Draft, Line, Mark, Revision, Saved, SideBySide, SideDraft, Standing};
use crate::side::{Body, Row, RowKey, RowStanding, compose, rows};

/// Revisions of a source that are looked through for what a block once said.
const MOST_REVISIONS: u64 = 200;

impl Store {
    /// A story's source beside its translation into a language; none if there is no such story, if
    /// its source has no text, or if the language is the source's own. At most eight queries.
    pub async fn side_by_side(
        &self,
        article: ArticleId,
        locale: &Locale,
    ) -> Result<Option<SideBySide>, StoreError> {
        let Some(found) = article::Entity::find_by_id(article.as_uuid()).one(&self.db).await? else {
            return Ok(None);
        };
        if found.deleted_at.is_some() || found.source_locale == locale.as_str() {
            return Ok(None);
        }
        let standings = self.translations(article).await?;
        let of = |locale: &str| standings.iter().find(|standing| standing.locale.as_str() == locale);
        let Some(source) = of(&found.source_locale) else { return Ok(None) };
        let Some(head) = self.revision(source.translation, source.version).await? else { return Ok(None) };
        let target = match of(locale.as_str()) {
            Some(own) => self.revision(own.translation, own.version).await?.map(|text| (own.clone(), text)),
            None => None,
        };
        let made_from = target.as_ref().and_then(|(_, text)| text.draft.made_from);
        let then = match made_from {
            Some(version) if version == head.version => Some(head.clone()),
            Some(version) => self.revision(source.translation, version).await?,
            None => None,
        };
        let rows =
            rows(body(&head), then.as_ref().map(body), target.as_ref().map(|(_, text)| text).map(body));
        let machine = super::machine::unsigned(&self.db, found.id, locale.as_str()).await?;
        let before = self.before(source, then.as_ref(), &rows).await?;
        Ok(Some(SideBySide {
            article,
            key: found.key,
            source_locale: super::text::locale(&found.source_locale)?,
            source: head,
            then,
            target,
            rows,
            machine,
            before,
        }))
    }

    /// Saves a translation row by row, as a new revision; `based_on` as for
    /// [`save_translation`](Self::save_translation). Rows that are declared to be up to date
    /// remember the source as `source_version` says it; once no difference is left, so does the whole
    /// translation.
    pub async fn save_side(
        &self,
        article: ArticleId,
        locale: &Locale,
        side: &SideDraft,
        based_on: BasedOn,
        author: Option<MemberId>,
    ) -> Result<Saved, SaveError> {
        let seen = self.side_by_side(article, locale).await?.ok_or(StoreError::NoArticle(article))?;
        let shown = self.source_as_shown(&seen, side.source_version).await?;
        let seen = match shown {
            Some(shown) => anew(seen, shown),
            None => seen,
        };
        let texts = side.rows.iter().map(|(key, text)| (text.as_str(), link(&seen, &side.mark, key)));
        let composed = compose(texts);
        let mut draft = Draft {
            slug: side.slug.clone(),
            title: String::new(),
            standfirst: String::new(),
            body: composed.body,
            description: String::new(),
            seo_title: None,
            cover_alt: String::new(),
            cover_caption: String::new(),
            made_from: None,
        };
        for line in Line::ALL {
            line.put(&mut draft, side.line(line).to_owned());
        }
        let made_from = seen.target.as_ref().and_then(|(_, text)| text.draft.made_from);
        let whole = made_from.is_none() || is_up_to_date(&seen, side);
        draft.made_from = match made_from {
            Some(made_from) if !whole => Some(made_from.min(side.source_version)),
            _ => Some(side.source_version),
        };
        let links = composed.links.as_deref().map_or(Links::Aligned, Links::Given);
        self.put_translation(article, locale, &draft, links, based_on, author).await
    }

    /// The source as the translator saw it, if it has moved on since.
    async fn source_as_shown(&self, seen: &SideBySide, version: i64) -> Result<Option<Revision>, SaveError> {
        if version == seen.source.version {
            return Ok(None);
        }
        let standings = self.translations(seen.article).await?;
        let source = standings.iter().find(|standing| standing.locale == seen.source_locale);
        let shown = match source {
            Some(source) => self.revision(source.translation, version).await?,
            None => None,
        };
        shown.map(Some).ok_or(SaveError::NoSourceVersion(version))
    }

    /// What the source said in rows that have changed since. Mostly it is in the version that the
    /// translation was made from; rows brought up to date by themselves remember a later one.
    async fn before(
        &self,
        source: &Standing,
        then: Option<&Revision>,
        rows: &[Row],
    ) -> Result<Vec<(RowKey, String)>, StoreError> {
        let changed: Vec<(&RowKey, &BlockSource)> = rows
            .iter()
            .filter(|row| matches!(row.standing, RowStanding::Changed | RowStanding::Gone))
            .filter_map(|row| Some((&row.key, row.link.as_ref()?)))
            .collect();
        if changed.is_empty() {
            return Ok(Vec::new());
        }
        let mut found: HashMap<BlockSource, String> = HashMap::new();
        let mut look = |body: &str, blocks: &[crate::markdown::Block]| {
            for (block, text) in blocks.iter().zip(outline(body)) {
                let link = BlockSource { id: block.id.clone(), hash: block.hash.clone() };
                if changed.iter().any(|(_, wanted)| **wanted == link) {
                    found.entry(link).or_insert(text.markdown);
                }
            }
            changed.iter().all(|(_, wanted)| found.contains_key(*wanted))
        };
        let mut all = then.is_some_and(|then| look(&then.draft.body, &then.blocks));
        if !all {
            let later = revision_entity::Entity::find()
                .filter(revision_entity::Column::TranslationId.eq(source.translation.as_uuid()))
                .order_by_desc(revision_entity::Column::Version)
                .limit(MOST_REVISIONS)
                .all(&self.db)
                .await?;
            for row in later {
                let Revised { row, blocks } = Revised::read(row)?;
                all = look(&row.body, &blocks);
                if all {
                    break;
                }
            }
        }
        let told =
            changed.into_iter().filter_map(|(key, link)| Some((key.clone(), found.get(link)?.clone())));
        Ok(told.collect())
    }
}

fn body(revision: &Revision) -> Body<'_> {
    Body { markdown: &revision.draft.body, blocks: &revision.blocks }
}

/// The two texts beside each other with the source as it was shown.
fn anew(seen: SideBySide, shown: Revision) -> SideBySide {
    let rows = rows(
        body(&shown),
        seen.then.as_ref().map(body),
        seen.target.as_ref().map(|(_, text)| text).map(body),
    );
    SideBySide { source: shown, rows, ..seen }
}

/// The link that a row's first block gets.
fn link(seen: &SideBySide, mark: &Mark, key: &RowKey) -> Option<BlockSource> {
    let Some(row) = seen.rows.iter().find(|row| row.key == *key) else {
        // The source as it was shown doesn't have it, the translation may.
        let blocks = seen.target.as_ref().map(|(_, text)| text.blocks.as_slice()).unwrap_or_default();
        let links = blocks.iter().filter_map(|block| block.source.as_ref());
        return links.into_iter().find(|link| *key == RowKey::Source(link.id.clone())).cloned();
    };
    let marked = is_marked(mark, key);
    match (key, &row.hash) {
        (RowKey::Source(id), Some(hash)) if marked || row.link.is_none() => {
            Some(BlockSource { id: id.clone(), hash: hash.clone() })
        }
        // What the source has taken out, and the translator keeps, is the translation's own.
        _ if marked && row.standing == RowStanding::Gone => None,
        _ => row.link.clone(),
    }
}

fn is_marked(mark: &Mark, key: &RowKey) -> bool {
    match mark {
        Mark::Nothing => false,
        Mark::Rows(keys) => keys.contains(key),
        Mark::All => true,
    }
}

/// Whether nothing is left in which the source has moved on.
fn is_up_to_date(seen: &SideBySide, side: &SideDraft) -> bool {
    if side.mark == Mark::All {
        return true;
    }
    let settled = |row: &Row| {
        let is_there = side.row(&row.key).is_some_and(|text| !text.trim().is_empty());
        match row.standing {
            RowStanding::Changed => is_marked(&side.mark, &row.key),
            RowStanding::New => is_there,
            RowStanding::Gone => !is_there || is_marked(&side.mark, &row.key),
            _ => true,
        }
    };
    let lines = Line::ALL.into_iter().all(|line| seen.line_before(line).is_none());
    lines && seen.rows.iter().all(settled)
}
