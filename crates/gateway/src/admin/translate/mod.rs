//! `/admin/translate…`: what is to be translated, and doing it.

pub(crate) mod assign;
pub(crate) mod desk;
mod exchange;
mod form;
pub(crate) mod glossary;
pub(crate) mod machine;
mod show;
pub(crate) mod side;
mod slug;
pub(crate) mod xliff;

use content::SideBySide;
use kernel::{ArticleId, Locale};

pub(crate) use show::terms;
pub(crate) use slug::suggest as slug_for;

use super::Staff;
use crate::app::App;
use crate::failure::Failure;

/// The story and the language of an address, for one who works in that language. Who doesn't isn't
/// told whether there is such a story.
fn place(staff: &Staff, article: &str, locale: &str) -> Result<(ArticleId, Locale), Failure> {
    let article = article.parse().map_err(|_| Failure::NotFound)?;
    let parsed: Locale = locale.parse().map_err(|_| Failure::NotFound)?;
    let is_offered = staff.publication.offered(&parsed).is_some();
    if parsed.as_str() != locale || !is_offered || !staff.works_in(&parsed) {
        return Err(Failure::NotFound);
    }
    Ok((article, parsed))
}

/// Source and translation of that place.
async fn find(
    app: &App,
    staff: &Staff,
    article: &str,
    locale: &str,
) -> Result<(SideBySide, Locale), Failure> {
    let (article, locale) = place(staff, article, locale)?;
    let side = app.content.side_by_side(article, &locale).await?.ok_or(Failure::NotFound)?;
    Ok((side, locale))
}

/// The address of a translation's page.
fn address(article: ArticleId, locale: &Locale) -> String {
    format!("/admin/translate/{article}/{locale}")
}
