//! What is said about declarations: their receipts, and that nothing could be ended.

use billing::{Declaration, DeclarationKind};
use jiff::Timestamp;
use kernel::Locale;

use crate::app::App;
use crate::framing;
use crate::i18n::{Argument, Formats};
use crate::mails;
use crate::publication::Publication;
use crate::view::letter::{FactView, LetterView, LinkView};

/// The receipt: what was declared, by whom, and when it was received.
pub(crate) fn receipt(
    app: &App,
    publication: &Publication,
    locale: &Locale,
    declaration: &Declaration,
    at: Timestamp,
) -> LetterView {
    let writer = Writer { app, publication, locale };
    writer.letter(declaration, &format!("declared-{}", declaration.kind.as_str()), at)
}

/// The receipt as a mail, with the link that proves the address.
pub(super) fn mailed(
    app: &App,
    publication: &Publication,
    locale: &Locale,
    declaration: &Declaration,
    at: Timestamp,
    proof_url: &str,
) -> (String, LetterView) {
    let writer = Writer { app, publication, locale };
    let mut letter = receipt(app, publication, locale, declaration, at);
    letter.action =
        Some(LinkView { text: writer.text("notice-declared-button"), href: proof_url.to_owned() });
    letter.closing = vec![writer.text("notice-declared-proof"), writer.text("notice-declared-not-you")];
    (writer.text(&format!("notice-declared-{}-subject", declaration.kind.as_str())), letter)
}

/// That nothing could be ended: `word` is `too-late` or `unmatched`.
pub(super) fn in_vain(
    app: &App,
    publication: &Publication,
    locale: &Locale,
    declaration: &Declaration,
    at: Timestamp,
    word: &str,
) -> (String, LetterView) {
    let writer = Writer { app, publication, locale };
    let mut letter = writer.letter(declaration, word, at);
    if let Some(contact) = &publication.site.contact {
        letter.closing = vec![writer.text_with("notice-declared-contact", "address", contact.as_str())];
    }
    (writer.text(&format!("notice-{word}-subject")), letter)
}

struct Writer<'a> {
    app: &'a App,
    publication: &'a Publication,
    locale: &'a Locale,
}

impl Writer<'_> {
    fn letter(&self, declaration: &Declaration, word: &str, at: Timestamp) -> LetterView {
        let site = mails::site_name(self.publication, self.locale);
        LetterView {
            title: self.text(&format!("notice-{word}-title")),
            paragraphs: vec![self.text_with(&format!("notice-{word}-text"), "site", site)],
            facts: self.facts(declaration, at),
            ..LetterView::default()
        }
    }

    /// The content of the declaration, and its date and time.
    fn facts(&self, declaration: &Declaration, at: Timestamp) -> Vec<FactView> {
        let formats = Formats::for_locale(&self.app.theme.texts().nearest(self.locale));
        let zone = &self.publication.site.time_zone;
        // To the second, and with the zone: it is a matter of evidence.
        let zoned = at.to_zoned_datetime(zone.clone());
        // The exact time reads from left to right in every language (Unicode's LRI and PDI).
        let exact = zoned.strftime("\u{2066}%Y-%m-%d %H:%M:%S %:z\u{2069}");
        let received = format!("{} ({exact})", formats.date_time(zoned.datetime()));
        let mut facts = vec![
            ("declared-what", self.text(&format!("declared-what-{}", declaration.kind.as_str()))),
            ("declared-received", received),
            ("declared-name", declaration.name.clone()),
            ("declared-contract", declaration.contract.clone()),
            ("declared-email", declaration.email.to_string()),
        ];
        if declaration.kind == DeclarationKind::Cancel {
            let how = if declaration.cause.is_some() { "extraordinary" } else { "ordinary" };
            facts.insert(1, ("declared-how", self.text(&format!("declare-how-{how}"))));
            facts.extend(declaration.cause.clone().map(|cause| ("declared-cause", cause)));
            let ends_on = declaration.ends_on.map(|date| formats.date(date));
            let soonest = || self.text("declare-when-soonest");
            facts.push(("declared-ends", ends_on.unwrap_or_else(soonest)));
        }
        facts.into_iter().map(|(label, value)| FactView { label: self.text(label), value }).collect()
    }

    fn text(&self, key: &str) -> String {
        framing::text(self.app, self.locale, key)
    }

    fn text_with(&self, key: &str, name: &str, value: &str) -> String {
        framing::text_with(self.app, self.locale, key, &[(name, Argument::from(value))])
    }
}
