//! What an address asks of the search, and the address that asks it.

use content::TermKind;
use jiff::ToSpan;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use kernel::{Access, Locale};
use search::{Filter, Order};
use serde::Deserialize;
use url::form_urlencoded::Serializer;

use crate::address;

/// Longest query that is looked at, in characters; the rest is cut.
const LONGEST: usize = 200;
/// The order that is not the usual one.
const BY_DATE: &str = "date";

/// The parameters of a search, as they are in the address. One that makes no sense counts as none.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub(crate) struct Asked {
    q: String,
    language: String,
    section: String,
    tag: String,
    author: String,
    access: String,
    from: String,
    until: String,
    sort: String,
}

impl Asked {
    /// A search for words, with no filter.
    pub(crate) fn words(text: &str) -> Self {
        Self { q: text.to_owned(), ..Self::default() }
    }

    /// The words.
    pub(crate) fn text(&self) -> String {
        self.q.trim().chars().take(LONGEST).collect()
    }

    /// The filters. Days are those of the site's time zone; both ends are included.
    pub(crate) fn filter(&self, zone: &TimeZone) -> Filter {
        let midnight = |date: Date| zone.to_timestamp(date.at(0, 0, 0, 0)).ok();
        let day = |text: &str| text.parse::<Date>().ok();
        let labels = [
            (TermKind::Section, &self.section),
            (TermKind::Tag, &self.tag),
            (TermKind::Author, &self.author),
        ];
        let labels = labels.into_iter().filter(|(_, key)| !key.is_empty());
        Filter {
            language: self.language.parse().ok(),
            labels: labels.map(|(kind, key)| (kind, key.clone())).collect(),
            access: self.access.parse::<Access>().ok(),
            from: day(&self.from).and_then(midnight),
            until: day(&self.until).and_then(|date| date.checked_add(1.day()).ok()).and_then(midnight),
        }
    }

    /// Which come first.
    pub(crate) fn order(&self) -> Order {
        if self.sort == BY_DATE { Order::Newest } else { Order::Relevance }
    }

    /// The same search in another order.
    pub(crate) fn ordered(&self, order: Order) -> Self {
        let sort = match order {
            Order::Relevance => String::new(),
            Order::Newest => BY_DATE.to_owned(),
        };
        Self { sort, ..self.clone() }
    }

    /// The same with one filter set; without it, if it is set to just that.
    pub(crate) fn toggled(&self, by: By, value: &str) -> Self {
        let mut other = self.clone();
        let filter = other.value(by);
        *filter = if filter == value { String::new() } else { value.to_owned() };
        other
    }

    /// Whether this value of a filter is set.
    pub(crate) fn is_set(&self, by: By, value: &str) -> bool {
        self.clone().value(by) == value
    }

    fn value(&mut self, by: By) -> &mut String {
        match by {
            By::Language => &mut self.language,
            By::Section => &mut self.section,
            By::Tag => &mut self.tag,
            By::Author => &mut self.author,
            By::Access => &mut self.access,
        }
    }

    /// Whether any filter is set.
    pub(crate) fn is_filtered(&self) -> bool {
        self.ordered(Order::Relevance) != Self::words(&self.q)
    }

    /// The parameters that are set, by name; without the words.
    pub(crate) fn parameters(&self) -> Vec<(&'static str, &str)> {
        let all = [
            ("language", &self.language),
            ("section", &self.section),
            ("tag", &self.tag),
            ("author", &self.author),
            ("access", &self.access),
            ("from", &self.from),
            ("until", &self.until),
            ("sort", &self.sort),
        ];
        all.into_iter()
            .filter(|(_, value)| !value.is_empty())
            .map(|(name, value)| (name, value.as_str()))
            .collect()
    }

    /// The address of a page of its results.
    pub(crate) fn address(&self, locale: &Locale, page: u64) -> String {
        let number = page.to_string();
        let page = (page > 1).then_some(("page", number.as_str()));
        self.under(&address::named(locale, "search"), page)
    }

    /// The address of its feed.
    pub(crate) fn feed(&self, locale: &Locale) -> String {
        self.ordered(Order::Relevance).under(&address::named(locale, "search/feed.xml"), None)
    }

    fn under(&self, path: &str, more: Option<(&str, &str)>) -> String {
        let mut query = Serializer::new(String::new());
        query.append_pair("q", &self.text());
        query.extend_pairs(self.parameters());
        query.extend_pairs(more);
        format!("{path}?{}", query.finish())
    }
}

/// What stories can be filtered by besides dates.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum By {
    Language,
    Section,
    Tag,
    Author,
    Access,
}

impl From<TermKind> for By {
    fn from(kind: TermKind) -> Self {
        match kind {
            TermKind::Section => Self::Section,
            TermKind::Tag => Self::Tag,
            TermKind::Author => Self::Author,
        }
    }
}

impl By {
    /// All of them, in the order in which they are offered.
    pub(crate) const ALL: [Self; 5] = [Self::Language, Self::Section, Self::Tag, Self::Author, Self::Access];

    /// As addresses and templates name it.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Language => "language",
            Self::Section => "section",
            Self::Tag => "tag",
            Self::Author => "author",
            Self::Access => "access",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked() -> Asked {
        Asked { tag: "budget".into(), from: "2025-09-01".into(), ..Asked::words("night trains") }
    }

    #[test]
    fn a_filter_is_set_and_taken_back() {
        assert!(asked().is_set(By::Tag, "budget") && !asked().is_set(By::Tag, "war"));
        assert!(!asked().is_set(By::Section, "budget"));
        let more = asked().toggled(By::Section, "europe");
        assert!(more.is_set(By::Section, "europe"));
        assert_eq!(more.toggled(By::Section, "europe"), asked());
    }

    #[test]
    fn addresses_ask_for_what_was_asked() {
        let en: Locale = "en".parse().expect("a language tag");
        let address = asked().ordered(Order::Newest).address(&en, 2);
        assert_eq!(address, "/en/search?q=night+trains&tag=budget&from=2025-09-01&sort=date&page=2");
        assert_eq!(asked().feed(&en), "/en/search/feed.xml?q=night+trains&tag=budget&from=2025-09-01");
        assert_eq!(Asked::words("a&b").address(&en, 1), "/en/search?q=a%26b");
    }

    #[test]
    fn days_are_those_of_the_site() {
        let zone = TimeZone::get("Europe/Berlin").expect("a time zone");
        let filter = Asked { until: "2025-09-03".into(), ..asked() }.filter(&zone);
        assert_eq!(filter.from.map(|time| time.to_string()).as_deref(), Some("2025-08-31T22:00:00Z"));
        assert_eq!(filter.until.map(|time| time.to_string()).as_deref(), Some("2025-09-03T22:00:00Z"));
        assert_eq!(filter.labels, [(TermKind::Tag, "budget".to_owned())]);
        let nonsense = Asked { from: "yesterday".into(), access: "?".into(), ..Asked::default() };
        assert_eq!(nonsense.filter(&zone), Filter::default());
    }
}
