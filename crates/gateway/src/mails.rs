//! Mail to readers, in their language: text and HTML.

use kernel::{Email, Locale};
use mail::Outgoing;
use minijinja::context;
use minijinja::value::Serde;

use crate::app::App;
use crate::failure::Failure;
use crate::framing;
use crate::publication::Publication;
use crate::view::letter::LetterView;

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
    let site_name = site_name(publication, locale);
    let context = context! {
        page => context! { lang => locale.as_str(), dir => Serde(locale.direction()) },
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

/// A letter under a subject.
pub(crate) fn letter(
    app: &App,
    publication: &Publication,
    locale: &Locale,
    to: Email,
    subject: String,
    letter: &LetterView,
) -> Result<Outgoing, Failure> {
    let html = render_letter(app, publication, locale, letter, "mail/letter.html")?;
    Ok(Outgoing { to, subject, text: letter_text(app, publication, locale, letter)?, html })
}

/// A letter as text.
pub(crate) fn letter_text(
    app: &App,
    publication: &Publication,
    locale: &Locale,
    letter: &LetterView,
) -> Result<String, Failure> {
    render_letter(app, publication, locale, letter, "mail/letter.txt")
}

fn render_letter(
    app: &App,
    publication: &Publication,
    locale: &Locale,
    letter: &LetterView,
    template: &str,
) -> Result<String, Failure> {
    let context = context! {
        page => context! { lang => locale.as_str(), dir => Serde(locale.direction()) },
        site_name => site_name(publication, locale),
        letter => Serde(letter),
    };
    Ok(app.theme.render(template, locale, &publication.site.time_zone, context)?)
}

/// The publication's name in a language.
pub(crate) fn site_name<'a>(publication: &'a Publication, locale: &Locale) -> &'a str {
    publication.offered(locale).map(|own| own.name.as_str()).unwrap_or_default()
}
