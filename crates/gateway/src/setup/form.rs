//! What the set-up asks for, and what is wrong with it.

use accounts::{Languages, Password};
use content::{Site, SiteLocale};
use jiff::tz::TimeZone;
use kernel::{Email, Locale};

use crate::admin::fields::Fields;
use crate::admin::staff::security::weakness;

/// Characters of the longest name or tagline.
const LONGEST: usize = 200;
/// Languages that can be offered from the beginning.
const MOST_LOCALES: usize = 30;

/// A publication and its owner.
#[derive(Debug)]
pub(super) struct Wanted {
    pub(super) site: Site,
    pub(super) email: Email,
    pub(super) languages: Languages,
    pub(super) password: Password,
}

/// Reads the form; the error is the second half of a key `setup-problem-…`, or of `staff-problem-…`
/// for the password.
pub(super) fn read(fields: &Fields) -> Result<Wanted, &'static str> {
    let (name, tagline) = (fields.get("name"), fields.get("tagline"));
    let fits = |text: &str| text.chars().count() <= LONGEST && !text.chars().any(char::is_control);
    if name.is_empty() || !fits(name) {
        return Err("name");
    }
    if !fits(tagline) {
        return Err("tagline");
    }
    let locales = locales(fields)?;
    let default_locale: Locale = fields.get("default").parse().map_err(|_| "default")?;
    if !locales.contains(&default_locale) {
        return Err("default");
    }
    let time_zone = TimeZone::get(fields.get("time-zone")).map_err(|_| "time-zone")?;
    if time_zone.iana_name().is_none() {
        return Err("time-zone");
    }
    let email: Email = fields.get("email").parse().map_err(|_| "email")?;
    let password = Password::new(fields.raw("password"), &email, [name]).map_err(weakness)?;
    let languages = Languages::of(default_locale.clone());
    let own = |locale| SiteLocale { locale, name: name.to_owned(), tagline: tagline.to_owned() };
    let site = Site {
        default_locale,
        time_zone,
        locales: locales.into_iter().map(own).collect(),
        ..Site::default()
    };
    Ok(Wanted { site, email, languages, password })
}

/// The languages that are ticked, and those that are typed, in this order.
fn locales(fields: &Fields) -> Result<Vec<Locale>, &'static str> {
    let typed = fields.get("other-locales").split([',', ' ', '،']).filter(|tag| !tag.is_empty());
    let mut locales: Vec<Locale> = Vec::new();
    for tag in fields.all("locale").filter(|tag| !tag.is_empty()).chain(typed) {
        let locale: Locale = tag.parse().map_err(|_| "locales")?;
        if !locales.contains(&locale) {
            locales.push(locale);
        }
    }
    if locales.is_empty() || locales.len() > MOST_LOCALES { Err("locales") } else { Ok(locales) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn form(changed: &[(&str, &str)]) -> Fields {
        let good = [
            ("name", "The Harbour"),
            ("tagline", "News from the water"),
            ("locale", "en"),
            ("locale", "de"),
            ("other-locales", "pt-BR, de"),
            ("default", "de"),
            ("time-zone", "Europe/Berlin"),
            ("email", "owner@example.org"),
            ("password", " a password, with space "),
        ];
        let kept = good.iter().filter(|(name, _)| !changed.iter().any(|(other, _)| other == name));
        Fields::of(&kept.chain(changed).copied().collect::<Vec<_>>())
    }

    #[test]
    fn a_good_form_is_a_publication() {
        let wanted = read(&form(&[])).expect("good");
        let tags: Vec<&str> = wanted.site.locales.iter().map(|own| own.locale.as_str()).collect();
        assert_eq!(tags, ["en", "de", "pt-BR"]);
        assert_eq!(wanted.site.default_locale.as_str(), "de");
        assert_eq!(wanted.site.time_zone.iana_name(), Some("Europe/Berlin"));
    }

    #[test]
    fn each_mistake_has_its_word() {
        let long = "x".repeat(201);
        let table = [
            ("name", "", "name"),
            ("name", long.as_str(), "name"),
            ("tagline", long.as_str(), "tagline"),
            ("other-locales", "nonsense!", "locales"),
            ("default", "fr", "default"),
            ("default", "", "default"),
            ("time-zone", "Europe/Nowhere", "time-zone"),
            ("email", "owner", "email"),
            ("password", "short", "short"),
            ("password", "the harbour 26", "known"),
        ];
        for (field, value, problem) in table {
            assert_eq!(read(&form(&[(field, value)])).expect_err("refused"), problem, "{field}={value}");
        }
        assert_eq!(read(&form(&[("locale", ""), ("other-locales", "")])).expect_err("refused"), "locales");
    }
}
