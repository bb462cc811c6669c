//! Dates, numbers, lists and names of languages, as a language writes them (CLDR by ICU4X).

use std::collections::HashMap;
use std::sync::{Arc, LazyLock, RwLock};

use icu::calendar::{Gregorian, Iso};
use icu::datetime::fieldsets::{YM, YMD, YMDT};
use icu::datetime::{DateTimeFormatter, input};
use icu::decimal::DecimalFormatter;
use icu::decimal::input::Decimal;
use icu::experimental::dimension::currency::CurrencyType;
use icu::experimental::dimension::currency::formatter::CurrencyFormatter;
use icu::experimental::dimension::currency::options::CurrencyFormatterOptions;
use icu::list::ListFormatter;
use icu::list::options::{ListFormatterOptions, ListLength};
use icu::locale::Locale as IcuLocale;
use icu::locale::names::{LanguageIdentifierDisplayName, LanguageIdentifierDisplayNameOptions};
use jiff::civil;
use kernel::{Locale, Money};

/// The formats of one language. Made once a language and kept.
pub(crate) struct Formats {
    date: Option<DateTimeFormatter<YMD>>,
    date_time: Option<DateTimeFormatter<YMDT>>,
    month: Option<DateTimeFormatter<YM>>,
    number: Option<DecimalFormatter>,
    list: Option<ListFormatter>,
    locale: IcuLocale,
}

/// A piece of a formatted list: the text between elements, or the place of an element.
#[derive(Debug, PartialEq, Eq, serde::Serialize)]
pub(crate) struct ListPart {
    /// Text such as “, ” or “ und ”; empty where an element stands.
    pub(crate) literal: String,
    /// Index of the element that stands here.
    pub(crate) index: Option<usize>,
}

static MADE: LazyLock<RwLock<HashMap<String, Arc<Formats>>>> = LazyLock::new(RwLock::default);

impl Formats {
    /// The formats of a language. A language that CLDR doesn't know gets CLDR's root formats.
    pub(crate) fn for_locale(locale: &Locale) -> Arc<Self> {
        if let Some(made) =
            MADE.read().unwrap_or_else(std::sync::PoisonError::into_inner).get(locale.as_str())
        {
            return Arc::clone(made);
        }
        let formats = Arc::new(Self::make(locale));
        let mut made = MADE.write().unwrap_or_else(std::sync::PoisonError::into_inner);
        Arc::clone(made.entry(locale.as_str().to_owned()).or_insert(formats))
    }

    fn make(locale: &Locale) -> Self {
        let icu = || IcuLocale::from(locale.identifier());
        let list = ListFormatterOptions::default().with_length(ListLength::Wide);
        Self {
            date: DateTimeFormatter::try_new(icu().into(), YMD::long()).ok(),
            date_time: DateTimeFormatter::try_new(icu().into(), YMD::long().with_time_hm()).ok(),
            month: DateTimeFormatter::try_new(icu().into(), YM::long()).ok(),
            number: DecimalFormatter::try_new(
                icu().into(),
                icu::decimal::options::DecimalFormatterOptions::default(),
            )
            .ok(),
            list: ListFormatter::try_new_and(icu().into(), list).ok(),
            locale: icu(),
        }
    }

    /// “3. September 2025”.
    pub(crate) fn date(&self, date: civil::Date) -> String {
        let text =
            self.date.as_ref().zip(icu_date(date)).map(|(format, date)| format.format(&date).to_string());
        text.unwrap_or_else(|| date.to_string())
    }

    /// “3. September 2025 um 06:00”.
    pub(crate) fn date_time(&self, moment: civil::DateTime) -> String {
        let time = input::Time::try_new(
            u8::try_from(moment.hour()).unwrap_or(0),
            u8::try_from(moment.minute()).unwrap_or(0),
            0,
            0,
        );
        let text = self.date_time.as_ref().zip(icu_date(moment.date())).zip(time.ok());
        text.map_or_else(
            || moment.to_string(),
            |((format, date), time)| format.format(&input::DateTime { date, time }).to_string(),
        )
    }

    /// “September 2025”.
    pub(crate) fn month(&self, day: civil::Date) -> String {
        let text =
            self.month.as_ref().zip(icu_date(day)).map(|(format, date)| format.format(&date).to_string());
        text.unwrap_or_else(|| day.strftime("%Y-%m").to_string())
    }

    /// “12.345”.
    pub(crate) fn number(&self, number: i64) -> String {
        self.number
            .as_ref()
            .map_or_else(|| number.to_string(), |format| format.format(&Decimal::from(number)).to_string())
    }

    /// “12,3”: so many tenths.
    pub(crate) fn tenths(&self, tenths: i64) -> String {
        let mut number = Decimal::from(tenths);
        number.multiply_pow10(-1);
        number.absolute.pad_end(-1);
        self.number.as_ref().map_or_else(|| number.to_string(), |format| format.format(&number).to_string())
    }

    /// “4,90 €”, “$5.50”, “¥650”.
    pub(crate) fn money(&self, money: Money) -> String {
        let currency = money.currency;
        let mut amount = Decimal::from(money.minor);
        amount.multiply_pow10(-i16::from(currency.exponent()));
        amount.absolute.pad_end(-i16::from(currency.exponent()));
        let format =
            CurrencyType::try_from_str(&currency.code().to_ascii_lowercase()).ok().and_then(|code| {
                CurrencyFormatter::try_new_symbol(
                    (&self.locale).into(),
                    code,
                    CurrencyFormatterOptions::default(),
                )
                .ok()
            });
        format.map_or_else(|| money.to_string(), |format| format.format_fixed_decimal(&amount).to_string())
    }

    /// “Deutsch, Englisch und Französisch”.
    pub(crate) fn list(&self, elements: &[String]) -> String {
        match &self.list {
            Some(format) => format.format_to_string(elements.iter()),
            None => elements.join(", "),
        }
    }

    /// How a list of `len` elements is joined.
    pub(crate) fn list_parts(&self, len: usize) -> Vec<ListPart> {
        // Private-use characters stand for the elements; no language's joining words contain them.
        let first = 0xF0000;
        let marks: Vec<String> = (first..).take(len).filter_map(char::from_u32).map(String::from).collect();
        let mut parts = Vec::with_capacity(2 * len);
        let mut literal = String::new();
        for c in self.list(&marks).chars() {
            match u32::from(c).checked_sub(first).and_then(|index| usize::try_from(index).ok()) {
                Some(index) => {
                    if !literal.is_empty() {
                        parts.push(ListPart { literal: std::mem::take(&mut literal), index: None });
                    }
                    parts.push(ListPart { literal: String::new(), index: Some(index) });
                }
                None => literal.push(c),
            }
        }
        if !literal.is_empty() {
            parts.push(ListPart { literal, index: None });
        }
        parts
    }

    /// The name of `language` in this language: “Deutsch”, “German”, “allemand”.
    pub(crate) fn language_name(&self, language: &Locale) -> String {
        let preferences = (&self.locale).into();
        let options = LanguageIdentifierDisplayNameOptions::default();
        LanguageIdentifierDisplayName::try_new_heavy(preferences, language.identifier(), options)
            .map_or_else(|_| language.to_string(), |name| name.as_borrowed().to_string())
    }
}

/// Gregorian dates only: Gazette's dates are those of the publication, whatever the reader's locale.
fn icu_date(date: civil::Date) -> Option<input::Date<Gregorian>> {
    let day = (u8::try_from(date.month()).ok()?, u8::try_from(date.day()).ok()?);
    let iso = input::Date::<Iso>::try_new_iso(i32::from(date.year()), day.0, day.1).ok()?;
    Some(iso.to_calendar(Gregorian))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn formats(tag: &str) -> Arc<Formats> {
        Formats::for_locale(&tag.parse().expect("a language tag"))
    }

    #[test]
    fn dates_are_written_as_the_language_writes_them() {
        let day = civil::date(2025, 9, 3);
        let expected = [
            ("de", "3. September 2025"),
            ("en", "September 3, 2025"),
            ("fr", "3 septembre 2025"),
            ("it", "3 settembre 2025"),
            ("es", "3 de septiembre de 2025"),
            ("uk", "3 вересня 2025\u{202f}р."),
        ];
        for (tag, text) in expected {
            assert_eq!(formats(tag).date(day), text, "{tag}");
        }
        assert_eq!(formats("de").month(day), "September 2025");
        assert_eq!(formats("fr").month(day), "septembre 2025");
        assert!(formats("de").date_time(day.at(6, 5, 0, 0)).contains("06:05"));
    }

    #[test]
    fn numbers_are_grouped() {
        assert_eq!(formats("de").number(12_345), "12.345");
        assert_eq!(formats("en").number(12_345), "12,345");
        assert_eq!(formats("fr").number(12_345), "12\u{202f}345");
        assert_eq!((formats("de").tenths(123), formats("en").tenths(1_000)), ("12,3".into(), "100.0".into()));
    }

    #[test]
    fn money_is_written_as_the_language_writes_it() {
        let money = |minor, code: &str| Money::new(minor, code.parse().expect("a currency"));
        assert_eq!(formats("de").money(money(490, "EUR")), "4,90\u{a0}€");
        assert_eq!(formats("en").money(money(490, "EUR")), "€4.90");
        assert_eq!(formats("en").money(money(5_000, "USD")), "$50.00");
        assert_eq!(formats("de").money(money(123_456, "JPY")), "123.456\u{a0}¥");
        assert_eq!(formats("en").money(money(1_250, "KWD")), "KWD\u{a0}1.250");
        assert_eq!(formats("en").money(money(-490, "EUR")), "-€4.90");
    }

    #[test]
    fn lists_are_joined_and_can_be_taken_apart() {
        let names = ["Spanien".to_owned(), "Italien".to_owned(), "Irland".to_owned()];
        assert_eq!(formats("de").list(&names), "Spanien, Italien und Irland");
        let parts = formats("de").list_parts(3);
        let text: String = parts
            .iter()
            .map(|part| part.index.map_or(part.literal.as_str(), |index| &names[index]))
            .collect();
        assert_eq!(text, "Spanien, Italien und Irland");
        assert!(formats("ar").list_parts(0).is_empty());
    }

    #[test]
    fn languages_have_names_in_every_language() {
        let german: Locale = "de".parse().expect("a language tag");
        let expected =
            [("de", "Deutsch"), ("en", "German"), ("fr", "allemand"), ("it", "tedesco"), ("es", "alemán")];
        for (tag, name) in expected {
            assert_eq!(formats(tag).language_name(&german), name, "{tag}");
        }
        for (language, name) in [
            ("uk", "Ukrainisch"),
            ("ar", "Arabisch"),
            ("ja", "Japanisch"),
            ("pt-BR", "Portugiesisch (Brasilien)"),
        ] {
            let language: Locale = language.parse().expect("a language tag");
            assert!(
                formats("de").language_name(&language).starts_with(name.split(' ').next().expect("a word")),
                "{name}"
            );
        }
    }
}
