//! The publication's settings.

use jiff::tz::TimeZone;
use kernel::Locale;
use sea_orm::sea_query::OnConflict;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder};

use super::outbox::Change;
use super::{Store, StoreError, Writing, live, text};
use crate::entity::{site as settings, site_locale};
use crate::model::{Changed, Site, SiteLocale};

impl Default for Site {
    /// What a fresh database has: English, UTC, three paragraphs.
    fn default() -> Self {
        let locale = default_locale();
        Self {
            default_locale: locale.clone(),
            time_zone: TimeZone::UTC,
            teaser_paragraphs: 3,
            contact: None,
            locales: vec![SiteLocale { locale, name: "Gazette".to_owned(), tagline: String::new() }],
        }
    }
}

fn default_locale() -> Locale {
    #[expect(clippy::expect_used, reason = "a constant that the kernel's tests parse")]
    "en".parse().expect("“en” is a language tag")
}

impl Store {
    /// The settings; [`Site::default`] until some were saved. Two queries.
    pub async fn site(&self) -> Result<Site, StoreError> {
        load(&self.db).await
    }

    /// Saves the settings. Settings that are there already aren't written. Another number of
    /// teaser paragraphs renders everything that is published anew, in the same transaction: with
    /// tens of thousands of texts this takes a minute, in which no one else can write to SQLite.
    pub async fn save_site(&self, site: &Site) -> Result<Changed, StoreError> {
        self.put_site(site, None).await
    }

    pub(super) async fn put_site(&self, site: &Site, seen: Option<&Site>) -> Result<Changed, StoreError> {
        check(site)?;
        let mut writing = self.begin().await?;
        let known = settings::Entity::find_by_id(1).one(writing.db()).await?;
        let before = load(writing.db()).await?;
        if seen.is_some_and(|seen| *seen != before) {
            return Err(StoreError::SettingsChanged);
        }
        if known.is_some() && before == *site {
            return Ok(Changed::Nothing);
        }
        write(&writing, site).await?;
        if before.teaser_paragraphs != site.teaser_paragraphs {
            live::render_all(&mut writing, site.teaser_paragraphs).await?;
        }
        writing.tell(Change::Site);
        writing.commit().await?;
        Ok(if known.is_some() { Changed::Updated } else { Changed::Created })
    }
}

fn check(site: &Site) -> Result<(), StoreError> {
    let languages = site.locales.iter().map(|offered| &offered.locale);
    let listed = |locale: &Locale| languages.clone().filter(|other| *other == locale).count();
    let zone = site.time_zone.iana_name();
    let rule = match site {
        _ if listed(&site.default_locale) == 0 => "the default language must be one of those offered",
        _ if languages.clone().any(|locale| listed(locale) > 1) => "a language is offered twice",
        _ if site.locales.iter().any(|offered| offered.name.trim().is_empty()) => {
            "the publication needs a name in each language"
        }
        _ if !(1..=50).contains(&site.teaser_paragraphs) => "a teaser has 1 to 50 paragraphs",
        _ if zone.is_none() => "the time zone must have an IANA name such as Europe/Berlin",
        _ => return Ok(()),
    };
    Err(StoreError::Site(rule))
}

async fn write(writing: &Writing, site: &Site) -> Result<(), StoreError> {
    let rows = site.locales.iter().zip(0..).map(|(offered, position)| {
        let row = site_locale::Model {
            locale: offered.locale.to_string(),
            position,
            name: offered.name.clone(),
            tagline: offered.tagline.clone(),
        };
        row.into_active_model()
    });
    let replace = OnConflict::column(site_locale::Column::Locale)
        .update_columns([
            site_locale::Column::Position,
            site_locale::Column::Name,
            site_locale::Column::Tagline,
        ])
        .to_owned();
    site_locale::Entity::insert_many(rows).on_conflict(replace).exec_without_returning(writing.db()).await?;
    let row = settings::Model {
        id: 1,
        default_locale: site.default_locale.to_string(),
        time_zone: site.time_zone.iana_name().unwrap_or("UTC").to_owned(),
        teaser_paragraphs: text::size(site.teaser_paragraphs),
        contact: site.contact.as_ref().map(ToString::to_string),
        changed_at: writing.millis(),
    };
    let columns = [
        settings::Column::DefaultLocale,
        settings::Column::TimeZone,
        settings::Column::TeaserParagraphs,
        settings::Column::Contact,
        settings::Column::ChangedAt,
    ];
    let replace = OnConflict::column(settings::Column::Id).update_columns(columns).to_owned();
    settings::Entity::insert(row.into_active_model())
        .on_conflict(replace)
        .exec_without_returning(writing.db())
        .await?;
    let offered: Vec<String> = site.locales.iter().map(|offered| offered.locale.to_string()).collect();
    site_locale::Entity::delete_many()
        .filter(site_locale::Column::Locale.is_not_in(offered))
        .exec(writing.db())
        .await?;
    Ok(())
}

pub(super) async fn load(db: &impl ConnectionTrait) -> Result<Site, StoreError> {
    let Some(row) = settings::Entity::find_by_id(1).one(db).await? else { return Ok(Site::default()) };
    let locales = site_locale::Entity::find().order_by_asc(site_locale::Column::Position).all(db).await?;
    let locales = locales.into_iter().map(|row| {
        Ok(SiteLocale { locale: text::locale(&row.locale)?, name: row.name, tagline: row.tagline })
    });
    let zone = TimeZone::get(&row.time_zone);
    Ok(Site {
        default_locale: text::locale(&row.default_locale)?,
        time_zone: zone.map_err(|_| StoreError::Unreadable { what: "a time zone", value: row.time_zone })?,
        teaser_paragraphs: text::count(row.teaser_paragraphs),
        contact: row.contact.as_deref().map(text::email).transpose()?,
        locales: locales.collect::<Result<_, StoreError>>()?,
    })
}

/// The languages offered, in order.
pub(super) async fn offered(db: &impl ConnectionTrait) -> Result<Vec<Locale>, StoreError> {
    let rows = site_locale::Entity::find().order_by_asc(site_locale::Column::Position).all(db).await?;
    if rows.is_empty() {
        return Ok(vec![default_locale()]);
    }
    rows.iter().map(|row| text::locale(&row.locale)).collect()
}
