//! The newsroom: pages for those who work here.
//!
//! Who may not see a page isn't told that there is one: not found, whoever asks. Only who isn't
//! signed in is asked to, since staff forget.

pub(crate) mod billing;

use accounts::Role;
use axum::response::Response;
use kernel::Locale;

use crate::address;
use crate::app::App;
use crate::extract::see_other;
use crate::failure::Failure;
use crate::publication::Publication;
use crate::reader::Reader;

/// Who is let in, or where they go instead.
enum Door {
    /// In, and in this language.
    Open(Locale),
    /// To sign in first.
    SignIn(Response),
}

/// Lets those with one of these roles in.
fn door(publication: &Publication, reader: &Reader, path: &str, roles: &[Role]) -> Result<Door, Failure> {
    let Some(member) = reader.member() else {
        let locale = publication.site.default_locale.clone();
        return Ok(Door::SignIn(see_other(&address::sign_in(&locale, path))?));
    };
    match member.role {
        Some(role) if roles.contains(&role) => Ok(Door::Open(publication.best(member.languages.iter()))),
        _ => Err(Failure::NotFound),
    }
}

/// The names of plans in a page's language, by key.
async fn plan_names(
    app: &App,
    publication: &Publication,
    locale: &Locale,
) -> Result<std::collections::HashMap<String, String>, Failure> {
    let plans = app.billing.plans().await?;
    let names = plans.iter().map(|plan| {
        let text = plan.text(locale).or_else(|| plan.text(&publication.site.default_locale));
        (plan.key.to_string(), text.map_or_else(|| plan.key.to_string(), |text| text.name.clone()))
    });
    Ok(names.collect())
}
