//! Publishing: rendering once what readers will see, and taking it back.

use jiff::Timestamp;
use kernel::TranslationId;
use sea_orm::sea_query::Expr;
use sea_orm::{ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};

use super::outbox::{Change, record};
use super::saving::load;
use super::{Store, StoreError, access, articles, blocks, locale, media};
use crate::entity::{article, publication, remainder, revision, translation};
use crate::markdown::{Half, RenderOptions, Rendered, render, title_html, title_plain};
use crate::model::State;

/// The dates readers see.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Dates {
    /// First published; `None` keeps the date it has, or takes the present moment.
    pub published_at: Option<Timestamp>,
    /// Brought up to date; `None` keeps the date it has.
    pub updated_at: Option<Timestamp>,
}

impl Store {
    /// Publishes the newest version of a translation.
    pub async fn publish(&self, translation: TranslationId, dates: Dates) -> Result<(), StoreError> {
        let transaction = self.begin().await?;
        self.publish_in(&transaction, translation, dates).await?;
        self.commit(transaction).await
    }

    /// Sets the moment at which a translation is published.
    pub async fn schedule(&self, translation: TranslationId, at: Timestamp) -> Result<(), StoreError> {
        let transaction = self.begin().await?;
        self.set_state_in(&transaction, translation, State::Scheduled, Some(at)).await?;
        self.commit(transaction).await
    }

    /// Takes a published translation back. Its address says that it is gone.
    pub async fn withdraw(&self, translation: TranslationId) -> Result<(), StoreError> {
        let transaction = self.begin().await?;
        self.set_state_in(&transaction, translation, State::Withdrawn, None).await?;
        self.commit(transaction).await
    }

    /// Publishes what is due; gives how many. Each is a transaction of its own, so that one that
    /// fails doesn't hold up the others.
    pub async fn publish_due(&self) -> Result<usize, StoreError> {
        let due = translation::Entity::find()
            .filter(translation::Column::PublishAt.lte(self.now_millis()))
            .all(&self.db)
            .await?;
        let mut published = 0;
        for row in due {
            let at = row.publish_at.map(kernel::time::from_millis);
            let transaction = self.begin().await?;
            let still = translation::Entity::find_by_id(row.id).one(&transaction).await?;
            if still.is_some_and(|still| still.publish_at == row.publish_at) {
                self.publish_in(&transaction, row.id.into(), Dates { published_at: at, updated_at: None }).await?;
                self.commit(transaction).await?;
                published += 1;
            }
        }
        Ok(published)
    }

    pub(crate) async fn publish_in(&self, db: &impl ConnectionTrait, translation: TranslationId, dates: Dates) -> Result<(), StoreError> {
        let now = self.now_millis();
        let row = translation_row(db, translation).await?;
        let owner = article::Entity::find_by_id(row.article_id).one(db).await?;
        let owner = owner.ok_or(StoreError::Missing("article"))?;
        let newest = load(db, row.id, row.version).await?;
        let published_at = dates.published_at.map(Timestamp::as_millisecond).or(row.published_at).unwrap_or(now);
        let updated_at = dates.updated_at.map(Timestamp::as_millisecond).or(row.updated_at);
        let update = translation::ActiveModel {
            id: Set(row.id),
            state: Set(State::Published.as_str().to_owned()),
            live_version: Set(Some(row.version)),
            publish_at: Set(None),
            published_at: Set(Some(published_at)),
            updated_at: Set(updated_at),
            changed_at: Set(now),
            ..Default::default()
        };
        translation::Entity::update(update).exec(db).await?;
        let site = super::site::load(db).await?;
        let rendered = self.rendered(db, &owner, &row.locale, &newest, site.teaser_paragraphs).await?;
        write(db, &owner, &row, &newest, &rendered, (published_at, updated_at)).await?;
        let change = Change::Translation {
            article: row.article_id.into(),
            translation,
            locale: locale(&row.locale)?,
            version: Some(row.version),
        };
        record(db, now, change).await
    }

    /// Moves a translation to a state in which readers don't see it.
    pub(crate) async fn set_state_in(
        &self,
        db: &impl ConnectionTrait,
        translation: TranslationId,
        state: State,
        publish_at: Option<Timestamp>,
    ) -> Result<(), StoreError> {
        let now = self.now_millis();
        let row = translation_row(db, translation).await?;
        let update = translation::ActiveModel {
            id: Set(row.id),
            state: Set(state.as_str().to_owned()),
            live_version: Set(None),
            publish_at: Set(publish_at.map(Timestamp::as_millisecond)),
            changed_at: Set(now),
            ..Default::default()
        };
        translation::Entity::update(update).exec(db).await?;
        if row.live_version.is_none() {
            return Ok(());
        }
        publication::Entity::delete_by_id(row.id).exec(db).await?;
        let change = Change::Translation {
            article: row.article_id.into(),
            translation,
            locale: locale(&row.locale)?,
            version: None,
        };
        record(db, now, change).await
    }

    /// Marks a translation as one that was published on this day, for an import of what is withdrawn.
    pub(crate) async fn set_published_at_in(&self, db: &impl ConnectionTrait, translation: TranslationId, at: Timestamp) -> Result<(), StoreError> {
        translation::Entity::update_many()
            .col_expr(translation::Column::PublishedAt, Expr::value(at.as_millisecond()))
            .filter(translation::Column::Id.eq(translation.as_uuid()))
            .exec(db)
            .await?;
        Ok(())
    }

    /// Renders a live translation anew: the cut has changed.
    pub(super) async fn render_live_anew(&self, db: &impl ConnectionTrait, live: &publication::Model, teaser_paragraphs: u32) -> Result<(), StoreError> {
        let owner = article::Entity::find_by_id(live.article_id).one(db).await?;
        let owner = owner.ok_or(StoreError::Missing("article"))?;
        let row = translation_row(db, live.translation_id.into()).await?;
        let revision = load(db, row.id, live.version).await?;
        let rendered = self.rendered(db, &owner, &row.locale, &revision, teaser_paragraphs).await?;
        write(db, &owner, &row, &revision, &rendered, (live.published_at, live.updated_at)).await?;
        let change = Change::Translation {
            article: row.article_id.into(),
            translation: row.id.into(),
            locale: locale(&row.locale)?,
            version: Some(live.version),
        };
        record(db, self.now_millis(), change).await
    }

    async fn rendered(
        &self,
        db: &impl ConnectionTrait,
        owner: &article::Model,
        of: &str,
        revision: &revision::Model,
        teaser_paragraphs: u32,
    ) -> Result<Rendered, StoreError> {
        let pictures = media::pictures(db, &revision.body).await?;
        let options = RenderOptions {
            cut: articles::cut(&access(&owner.access)?, teaser_paragraphs),
            locale: &locale(of)?,
            pictures: &|url| pictures.get(url).cloned(),
        };
        Ok(render(&revision.body, &blocks(&revision.blocks)?, &options))
    }
}

async fn translation_row(db: &impl ConnectionTrait, translation: TranslationId) -> Result<translation::Model, StoreError> {
    let row = translation::Entity::find_by_id(translation.as_uuid()).one(db).await?;
    row.ok_or(StoreError::Missing("translation"))
}

/// Writes what readers see in place of what they saw.
async fn write(
    db: &impl ConnectionTrait,
    owner: &article::Model,
    row: &translation::Model,
    revision: &revision::Model,
    rendered: &Rendered,
    (published_at, updated_at): (i64, Option<i64>),
) -> Result<(), StoreError> {
    publication::Entity::delete_by_id(row.id).exec(db).await?;
    let small = |number: u32| i32::try_from(number).unwrap_or(i32::MAX);
    let live = publication::ActiveModel {
        translation_id: Set(row.id),
        article_id: Set(row.article_id),
        kind: Set(owner.kind.clone()),
        locale: Set(row.locale.clone()),
        slug: Set(row.slug.clone()),
        version: Set(revision.version),
        title: Set(title_plain(&revision.title)),
        title_html: Set(title_html(&revision.title)),
        standfirst: Set(revision.standfirst.clone()),
        description: Set(revision.description.clone()),
        seo_title: Set(revision.seo_title.clone()),
        cover_alt: Set(revision.cover_alt.clone()),
        cover_caption: Set(revision.cover_caption.clone()),
        teaser_html: Set(rendered.teaser.html.clone()),
        teaser_text: Set(rendered.teaser.text.clone()),
        has_remainder: Set(rendered.remainder.is_some()),
        words: Set(small(rendered.words)),
        minutes: Set(small(rendered.minutes)),
        blocks: Set(revision.blocks.clone()),
        source_version: Set(revision.source_version),
        published_at: Set(published_at),
        updated_at: Set(updated_at),
    };
    publication::Entity::insert(live).exec_without_returning(db).await?;
    if let Some(Half { html, text }) = &rendered.remainder {
        let rest = remainder::ActiveModel {
            translation_id: Set(row.id),
            version: Set(revision.version),
            html: Set(html.clone()),
            text: Set(text.clone()),
        };
        remainder::Entity::insert(rest).exec_without_returning(db).await?;
    }
    Ok(())
}
