//! Mail to readers, in their language: text and HTML.

use kernel::{Email, Locale};
use mail::Outgoing;
use minijinja::context;

use crate::app::App;
use crate::failure::Failure;
use crate::framing;
use crate::publication::Publication;

/// Minutes for which a link and its code are good; `accounts` decides.
const MINUTES: i64 = accounts::SIGN_IN_LIFETIME.as_secs() / 60;

/// The link and the code for signing in.
pub(crate) fn sign_in(
    app: &App,
    publication: &Publication,
    locale: &Locale,
    to: Email,
    link: &str,
    code: &str,
) -> Result<Outgoing, Failure> {
    let site_name = publication.offered(locale).map(|own| own.name.as_str()).unwrap_or_default();
    let context = context! {
        page => context! { lang => locale.as_str(), dir => minijinja::value::Serde(locale.direction()) },
        site_name, link, code, minutes => MINUTES,
    };
    let render = |template| app.theme.render(template, locale, &publication.site.time_zone, context.clone());
    let subject = framing::text_with(
        app,
        locale,
        "mail-sign-in-subject",
        &[("site", site_name.into()), ("code", code.into())],
    );
    Ok(Outgoing { to, subject, text: render("mail/sign-in.txt")?, html: render("mail/sign-in.html")? })
}
