//! A text as readers would see it, rendered as publishing renders it, and nothing of it kept.

use kernel::{ArticleId, Locale, TranslationId};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

use super::compose::{self, Links, Place, Publishing, Revised, revise};
use super::find::Live;
use super::terms_of::{TermsOf, Wanted};
use super::{Pictures, Store, StoreError, cards, revision, site, text};
use crate::entity::{article, media, translation};
use crate::markdown::Half;
use crate::media::Focus;
use crate::model::{Cover, Draft, Edition, Preview, Reading, State};

impl Store {
    /// What a draft would look like in this place; none if there is no such story. At most nine
    /// queries.
    pub async fn preview(
        &self,
        article: ArticleId,
        locale: &Locale,
        draft: &Draft,
    ) -> Result<Option<Preview>, StoreError> {
        let found = article::Entity::find_by_id(article.as_uuid()).one(&self.db).await?;
        let Some(article) = found.filter(|row| row.deleted_at.is_none()) else { return Ok(None) };
        let before = translation::Entity::find()
            .filter(translation::Column::ArticleId.eq(article.id))
            .filter(translation::Column::Locale.eq(locale.as_str()))
            .one(&self.db)
            .await?;
        let head = match &before {
            Some(before) => revision::load(&self.db, before.id, before.version).await?,
            None => None,
        };
        let now = self.now();
        let row = before.unwrap_or_else(|| translation::Model {
            id: TranslationId::new(now).as_uuid(),
            article_id: article.id,
            locale: locale.to_string(),
            slug: String::new(),
            state: State::Draft.as_str().to_owned(),
            version: 0,
            live_version: None,
            publish_at: None,
            published_at: None,
            updated_at: None,
            created_at: now.as_millisecond(),
            changed_at: now.as_millisecond(),
        });
        let row = translation::Model { slug: draft.slug.to_string(), ..row };
        let place = Place { translation: row.id.into(), version: row.version + 1, now };
        let revised = revise(place, draft, head.as_ref().map(Revised::text), None, Links::Aligned)?;
        let pictures = Pictures::used_in(&self.db, [draft.body.as_str()]).await?;
        let published_at = row.published_at.or(row.publish_at).unwrap_or(now.as_millisecond());
        let halves = compose::publication(&Publishing {
            article: &article,
            translation: &row,
            revised: &revised,
            teaser_paragraphs: site::load(&self.db).await?.teaser_paragraphs,
            pictures: &pictures,
            published_at,
            updated_at: row.updated_at,
        })?;
        let remainder = halves.remainder.map(|row| Half { html: row.html, text: row.text });
        Ok(Some(Preview { reading: self.as_reading(&article, locale, halves.publication).await?, remainder }))
    }

    async fn as_reading(
        &self,
        article: &article::Model,
        locale: &Locale,
        page: crate::entity::publication::Model,
    ) -> Result<Reading, StoreError> {
        let (kind, source_locale) = (text::kind(&article.kind)?, text::locale(&article.source_locale)?);
        let terms = TermsOf::load(&self.db, &[article.id], Wanted::All).await?;
        let terms = terms.of(article.id, locale, &source_locale);
        let cover = match &article.cover {
            Some(hash) => media::Entity::find_by_id(hash).one(&self.db).await?,
            None => None,
        };
        let own = Edition {
            translation: page.translation_id.into(),
            locale: locale.clone(),
            slug: page.slug.clone(),
            title: page.title.clone(),
            published_at: cards::shown_date(kind, page.published_at),
            updated_at: text::moment(page.updated_at),
        };
        let editions = self.live_editions(article.id, None).await?.into_iter().map(Live::into_edition);
        let others = editions.filter(|edition| edition.locale != *locale);
        Ok(Reading {
            article: article.id.into(),
            translation: page.translation_id.into(),
            version: page.version,
            kind,
            access: text::access(&article.access)?,
            locale: locale.clone(),
            source_locale,
            slug: page.slug,
            title: page.title,
            title_html: page.title_html,
            standfirst: page.standfirst,
            description: page.description,
            seo_title: page.seo_title,
            published_at: own.published_at,
            updated_at: own.updated_at,
            minutes: text::count(page.minutes),
            words: text::count(page.words),
            teaser_html: page.teaser_html,
            teaser_text: page.teaser_text,
            has_remainder: page.has_remainder,
            cover: cover.map(|row| Cover {
                hash: row.hash,
                width: text::count(row.width),
                height: text::count(row.height),
                alt: page.cover_alt,
                caption: page.cover_caption,
                focus: Focus::stored(row.focus_x, row.focus_y),
                credit: row.credit,
            }),
            section: terms.section,
            tags: terms.tags,
            authors: terms.authors,
            editions: std::iter::once(own).chain(others).collect(),
            staleness: None,
        })
    }
}
