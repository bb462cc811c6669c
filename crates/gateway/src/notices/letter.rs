//! What a notice says, in its reader's language.

use billing::{Bought, Notice};
use jiff::Timestamp;
use kernel::{Locale, Money};

use super::declared;
use crate::address;
use crate::app::App;
use crate::failure::Failure;
use crate::framing;
use crate::i18n::{Argument, Formats};
use crate::mails;
use crate::publication::Publication;
use crate::subscribe::offer;
use crate::view::letter::{FactView, LetterView, LinkView};

/// The subject and the letter.
pub(super) async fn of(
    app: &App,
    publication: &Publication,
    locale: &Locale,
    notice: &Notice,
) -> Result<(String, LetterView), Failure> {
    let declared = match notice {
        Notice::Declared { declaration, at, proof_url } => {
            Some(declared::mailed(app, publication, locale, declaration, *at, proof_url))
        }
        Notice::TooLate { declaration, at } | Notice::Unmatched { declaration, at } => {
            Some(declared::in_vain(app, publication, locale, declaration, *at, notice.word()))
        }
        _ => None,
    };
    if let Some(letter) = declared {
        return Ok(letter);
    }
    let writer =
        Writer { app, publication, locale, formats: Formats::for_locale(&app.theme.texts().nearest(locale)) };
    writer.write(notice).await
}

/// Writes in one language.
struct Writer<'a> {
    app: &'a App,
    publication: &'a Publication,
    locale: &'a Locale,
    formats: std::sync::Arc<Formats>,
}

/// What a letter is made of, besides its texts.
#[derive(Default)]
struct Matter {
    /// The second part of its keys: `notice-{word}-subject`, …
    word: &'static str,
    date: Option<Timestamp>,
    amount: Option<Money>,
    card: Option<String>,
    /// Labels, by their keys, and values.
    facts: Vec<(&'static str, String)>,
    /// Where the button leads; no button if `None`.
    href: Option<String>,
}

impl Writer<'_> {
    async fn write(&self, notice: &Notice) -> Result<(String, LetterView), Failure> {
        let home = self.absolute(&address::front(self.locale));
        let own = self.absolute(&address::named(self.locale, "account/subscription"));
        let plans = self.absolute(&address::named(self.locale, "subscribe"));
        let mut matter = Matter { word: notice.word(), ..Matter::default() };
        let bought = match notice {
            Notice::Welcome { bought, trial_ends_at, renews_at, ends_at } => {
                matter.fact("notice-fact-trial", trial_ends_at.map(|at| self.date(at)));
                let renews_at = if *renews_at == *trial_ends_at { None } else { *renews_at };
                matter.fact("notice-fact-renews", renews_at.map(|at| self.date(at)));
                matter.fact("notice-fact-ends", ends_at.map(|at| self.date(at)));
                matter.href = Some(home);
                bought
            }
            Notice::PaymentFailed { bought, amount, pay_url, reads_until } => {
                matter.date = Some(*reads_until);
                matter.fact("notice-fact-amount", amount.map(|amount| self.formats.money(amount)));
                matter.href = Some(pay_url.clone().unwrap_or(own.clone()));
                bought
            }
            Notice::CardExpiring { bought, brand, last4, expires_at } => {
                // The last day on which it is good.
                matter.date = Some(
                    expires_at.saturating_sub(jiff::SignedDuration::from_hours(24)).unwrap_or(*expires_at),
                );
                matter.card = Some(card(brand, last4));
                matter.href = Some(own.clone());
                bought
            }
            Notice::TrialEnding { bought, at, amount } | Notice::Renewal { bought, at, amount } => {
                matter.date = Some(*at);
                matter.fact("notice-fact-renews", Some(self.date(*at)));
                matter.fact("notice-fact-amount", amount.map(|amount| self.formats.money(amount)));
                matter.href = Some(own.clone());
                bought
            }
            Notice::Cancelled { bought, ends_at, over } => {
                matter.date = Some(*ends_at);
                matter.href = Some(if *over { plans } else { own.clone() });
                matter.word = if *over { "ended" } else { "cancelled" };
                bought
            }
            Notice::Lapsed { bought } => {
                matter.href = Some(plans);
                bought
            }
            Notice::Refunded { bought, amount } => {
                matter.amount = Some(*amount);
                bought
            }
            Notice::Paused { bought, resumes_at, reads_until } => {
                matter.date = Some(*reads_until);
                matter.fact("notice-fact-resumes", resumes_at.map(|at| self.date(at)));
                matter.href = Some(own.clone());
                bought
            }
            Notice::Resumed { bought, renews_at } => {
                matter.fact("notice-fact-renews", Some(self.date(*renews_at)));
                matter.href = Some(home);
                bought
            }
            Notice::Kept { bought, renews_at } | Notice::Changed { bought, renews_at } => {
                matter.fact("notice-fact-renews", Some(self.date(*renews_at)));
                matter.href = Some(own.clone());
                bought
            }
            other => return Err(Failure::unwritten(other.word())),
        };
        self.about(bought, matter, own).await
    }

    /// A letter about something that was bought.
    async fn about(
        &self,
        bought: &Bought,
        matter: Matter,
        own: String,
    ) -> Result<(String, LetterView), Failure> {
        let site = mails::site_name(self.publication, self.locale);
        let default = &self.publication.site.default_locale;
        let plans = self.app.billing.plans().await?;
        let plan = plans.iter().find(|plan| Some(&plan.key) == bought.plan.as_ref());
        let plan = plan.and_then(|plan| offer::plan_view(plan, self.locale, default)).map(|plan| plan.name);
        let plan = plan.unwrap_or_else(|| site.to_owned());
        let args = [
            ("site", Argument::from(site)),
            ("plan", Argument::from(plan.as_str())),
            ("date", Argument::Text(matter.date.map(|at| self.date(at)).unwrap_or_default())),
            (
                "amount",
                Argument::Text(matter.amount.map(|amount| self.formats.money(amount)).unwrap_or_default()),
            ),
            ("card", Argument::Text(matter.card.unwrap_or_default())),
        ];
        let text = |part: &str| {
            let key = format!("notice-{}-{part}", matter.word);
            let texts = self.app.theme.texts();
            texts.get(&texts.nearest(self.locale), &key, &args)
        };
        let mut facts = vec![("notice-fact-plan", plan.clone())];
        facts.extend(self.price(bought).await?.map(|price| ("notice-fact-price", price)));
        facts.extend(matter.facts);
        facts.push(("notice-fact-contract", bought.purchase.clone()));
        let facts = facts
            .into_iter()
            .map(|(label, value)| FactView { label: self.text(label, &[]), value })
            .collect();
        let button = text("button").zip(matter.href).map(|(text, href)| LinkView { text, href });
        let mut links = vec![LinkView { text: self.text("notice-account", &[]), href: own }];
        if self.app.billing.selling().eu_kit() {
            for (name, text) in [("cancel", "title-cancel"), ("withdraw", "title-withdraw")] {
                let href = self.absolute(&address::named(self.locale, name));
                links.push(LinkView { text: self.text(text, &[]), href });
            }
        }
        let letter = LetterView {
            title: text("title").unwrap_or_default(),
            paragraphs: text("text").into_iter().collect(),
            facts,
            action: button,
            closing: text("more").into_iter().collect(),
            because: self.text("notice-because", &[("site", Argument::from(site))]),
            links,
        };
        Ok((text("subject").unwrap_or_default(), letter))
    }

    /// What it costs, as the page of plans says it.
    async fn price(&self, bought: &Bought) -> Result<Option<String>, Failure> {
        let prices = self.app.billing.prices().await?;
        let price = prices.iter().find(|price| Some(price.id) == bought.price).map(offer::offer);
        Ok(price.map(|offer| {
            let args = [
                ("amount", Argument::Text(self.formats.money(offer.amount))),
                ("days", Argument::Number(i64::from(offer.days))),
            ];
            self.text(&format!("price-{}", offer.every), &args)
        }))
    }

    fn text(&self, key: &str, args: &[(&str, Argument)]) -> String {
        framing::text_with(self.app, self.locale, key, args)
    }

    fn date(&self, at: Timestamp) -> String {
        self.formats.date(self.publication.site.time_zone.to_datetime(at).date())
    }

    fn absolute(&self, path: &str) -> String {
        self.app.settings.absolute(path)
    }
}

impl Matter {
    fn fact(&mut self, label: &'static str, value: Option<String>) {
        self.facts.extend(value.map(|value| (label, value)));
    }
}

/// A card as people know it: `Visa •••• 4242`.
pub(crate) fn card(brand: &str, last4: &str) -> String {
    let name = match brand {
        "amex" => "American Express",
        "visa" => "Visa",
        "mastercard" => "Mastercard",
        "diners" => "Diners Club",
        "discover" => "Discover",
        "jcb" => "JCB",
        "unionpay" => "UnionPay",
        other => other,
    };
    format!("{name} •••• {last4}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Texts;

    /// The words of all letters about something that was bought.
    const WORDS: [&str; 13] = [
        "welcome",
        "payment-failed",
        "card-expiring",
        "trial-ending",
        "cancelled",
        "ended",
        "lapsed",
        "refunded",
        "renewal",
        "paused",
        "resumed",
        "kept",
        "changed",
    ];

    #[test]
    fn every_letter_can_be_written_in_every_language() {
        let texts = Texts::load(None).expect("well-formed");
        let args = ["site", "plan", "date", "amount", "card"].map(|name| (name, Argument::from("…")));
        for tag in ["en", "de", "fr", "it", "es", "uk", "ar"] {
            let locale: Locale = tag.parse().expect("a tag");
            for word in WORDS {
                for part in ["subject", "title", "text"] {
                    let key = format!("notice-{word}-{part}");
                    let text = texts.get(&locale, &key, &args).unwrap_or_else(|| panic!("no {key}"));
                    assert!(!text.contains('{'), "{tag} {key}: {text}");
                }
            }
        }
    }

    #[test]
    fn cards_are_called_what_people_call_them() {
        assert_eq!(card("visa", "4242"), "Visa •••• 4242");
        assert_eq!(card("cartes_bancaires", "0001"), "cartes_bancaires •••• 0001");
    }
}
