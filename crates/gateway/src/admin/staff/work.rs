//! A role and languages, as forms say them.

use accounts::Role;
use kernel::Locale;

use crate::admin::Staff;
use crate::admin::fields::Fields;
use crate::view::staff::{LocaleChoice, RoleChoice, WorkView};

/// What somebody is to do here.
pub(super) struct Work {
    pub(super) role: Role,
    /// None stands for all.
    pub(super) locales: Vec<Locale>,
}

/// The role and the languages of a form.
pub(super) fn asked(staff: &Staff, fields: &Fields) -> Result<Work, &'static str> {
    let role: Role = fields.get("role").parse().map_err(|_| "role")?;
    let chosen = fields.all("locale").filter(|tag| !tag.is_empty());
    let locales: Result<Vec<Locale>, _> =
        chosen.map(|tag| tag.parse::<Locale>().map_err(|_| "locale")).collect();
    let locales = locales?;
    if locales.iter().any(|locale| staff.publication.offered(locale).is_none()) {
        return Err("locale");
    }
    Ok(Work { role, locales })
}

/// The choice among the roles that one may give, and among the languages.
pub(super) fn view<'a>(staff: &Staff, role: &str, locales: impl Iterator<Item = &'a str>) -> WorkView {
    let roles = Role::ALL.into_iter().rev().filter(|other| staff.role.may_set(None, Some(*other)));
    let chosen: Vec<&str> = locales.collect();
    let locales = staff.publication.site.locales.iter().map(|own| &own.locale);
    WorkView {
        roles: roles.map(|own| RoleChoice { word: own.as_str(), chosen: own.as_str() == role }).collect(),
        locales: locales
            .map(|own| LocaleChoice { locale: own.clone(), chosen: chosen.contains(&own.as_str()) })
            .collect(),
    }
}
