//! The publication's own settings.

use jiff::tz::TimeZone;
use kernel::{Email, Locale};

/// What holds for the whole publication.
#[derive(Clone, Debug, PartialEq)]
pub struct Site {
    /// The language of whoever states no other; one of `locales`.
    pub default_locale: Locale,
    /// The time zone of dates, months and schedules.
    pub time_zone: TimeZone,
    /// Paragraphs of the teaser, where no marker says otherwise; 1 to 50.
    pub teaser_paragraphs: u32,
    /// Where readers can write to.
    pub contact: Option<Email>,
    /// The languages offered, in order; never empty.
    pub locales: Vec<SiteLocale>,
}

/// The publication in one language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SiteLocale {
    /// The language.
    pub locale: Locale,
    /// The publication's name.
    pub name: String,
    /// The line under it.
    pub tagline: String,
}
