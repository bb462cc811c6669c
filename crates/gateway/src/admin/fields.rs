//! A form as it was sent: names and values, in order. Forms whose fields depend on the site's
//! languages have no fixed shape, and a form that is refused is shown again just as it was.

use kernel::Money;
use serde::Deserialize;

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(transparent)]
pub(crate) struct Fields(Vec<(String, String)>);

impl Fields {
    /// The value of a field, without the space around it; empty if it wasn't sent.
    pub(crate) fn get(&self, name: &str) -> &str {
        let sent = self.0.iter().find(|(sent, _)| sent == name);
        sent.map_or("", |(_, value)| value.trim())
    }

    /// The value of a field as it was typed, with line ends as in files: forms send CR LF.
    pub(crate) fn text(&self, name: &str) -> String {
        let sent = self.0.iter().find(|(sent, _)| sent == name);
        sent.map_or_else(String::new, |(_, value)| value.replace("\r\n", "\n"))
    }

    /// All values of a field that can be sent several times.
    pub(crate) fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.0.iter().filter(move |(sent, _)| sent == name).map(|(_, value)| value.trim())
    }

    /// All values of a field, with the space around them.
    pub(crate) fn raw<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.0.iter().filter(move |(sent, _)| sent == name).map(|(_, value)| value.as_str())
    }

    /// A number that may be left out: `Ok(None)` if it was, `Err` if it is none.
    pub(crate) fn number(&self, name: &str) -> Result<Option<u32>, ()> {
        match self.get(name) {
            "" => Ok(None),
            text => text.parse().map(Some).map_err(|_| ()),
        }
    }
}

#[cfg(test)]
impl Fields {
    /// A form that sends these.
    pub(crate) fn of(pairs: &[(&str, &str)]) -> Self {
        Self(pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect())
    }
}

/// A decimal number as people of any language type it, with a point: `4,90` is 4.90, and so is
/// `٤٫٩٠`. Grouping isn't guessed at.
pub(crate) fn decimal(text: &str) -> String {
    let digit = |c: char| match c {
        ',' | '٫' => '.',
        '٠'..='٩' => digit_after(c, '٠'),
        '۰'..='۹' => digit_after(c, '۰'),
        c => c,
    };
    text.trim().chars().map(digit).collect()
}

/// An amount as it is typed into a field, and as a spreadsheet reads it: digits and a point.
pub(crate) fn plain(money: Money) -> String {
    let text = money.to_string();
    text.split(' ').next().unwrap_or_default().to_owned()
}

fn digit_after(c: char, zero: char) -> char {
    char::from_digit(u32::from(c) - u32::from(zero), 10).unwrap_or(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_typed_in_many_ways() {
        for text in ["4.90", " 4,90", "٤٫٩٠", "۴٫۹۰"] {
            assert_eq!(decimal(text), "4.90", "{text}");
        }
        assert_eq!(decimal("1.000,00"), "1.000.00", "which then is no number");
    }

    #[test]
    fn amounts_have_a_point() {
        for (minor, code, text) in [
            (490, "EUR", "4.90"),
            (5, "EUR", "0.05"),
            (650, "JPY", "650"),
            (-1_250, "KWD", "-1.250"),
            (0, "USD", "0.00"),
        ] {
            assert_eq!(plain(Money::new(minor, code.parse().expect("a currency"))), text);
        }
    }

    #[test]
    fn fields_are_trimmed_and_may_be_missing() {
        let fields =
            Fields(vec![("a".into(), " x ".into()), ("a".into(), "y".into()), ("n".into(), "z".into())]);
        assert_eq!((fields.get("a"), fields.get("b")), ("x", ""));
        assert_eq!(fields.all("a").collect::<Vec<_>>(), ["x", "y"]);
        assert_eq!((fields.number("b"), fields.number("n")), (Ok(None), Err(())));
    }
}
