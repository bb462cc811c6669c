//! Which of our texts an address in a body leads to.

use kernel::Locale;
use url::Url;

use crate::app::App;
use crate::publication::Publication;

/// The language and the slug that an address names, if it is one of a text of ours: absolute with our
/// origin, or from the root of the site. Other pages of ours (sections, feeds, pictures) aren't texts.
pub(super) fn text_at(app: &App, publication: &Publication, address: &str) -> Option<(Locale, String)> {
    let base = Url::parse(&app.settings.absolute("/")).ok()?;
    let url = base.join(address).ok()?;
    let relative = address.starts_with('/') && !address.starts_with("//");
    if !relative && url.origin() != base.origin() {
        return None;
    }
    let mut segments = url.path().trim_matches('/').split('/');
    let (tag, slug) = (segments.next()?, segments.next()?);
    let locale: Locale = tag.parse().ok()?;
    let known = publication.offered(&locale).is_some() && segments.next().is_none();
    let slug = percent_encoding::percent_decode_str(slug).decode_utf8().ok()?.into_owned();
    let is_text = known && slug.parse::<kernel::Slug>().is_ok();
    is_text.then_some((locale, slug))
}
