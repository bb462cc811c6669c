//! What is typed into the form, and what it means.

use accounts::Member;
use billing::{Declaration, DeclarationKind};
use jiff::civil::Date;
use kernel::Locale;
use serde::Deserialize;

/// Characters of the longest name, of the longest naming of a contract, and of the longest cause.
const LONGEST_NAME: usize = 200;
const LONGEST_CONTRACT: usize = 300;
const LONGEST_CAUSE: usize = 4_000;

/// The form as it was typed.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Typed {
    pub(super) name: String,
    pub(super) email: String,
    pub(super) contract: String,
    /// `ordinary` or `extraordinary`.
    pub(super) how: String,
    pub(super) cause: String,
    /// `soonest` or `date`.
    pub(super) when: String,
    /// A date.
    pub(super) ends_on: String,
}

impl Typed {
    /// What is known of a member, for them to change.
    pub(super) fn of(member: &Member) -> Self {
        Self { name: member.name.clone(), email: member.email.to_string(), ..Self::default() }
    }

    pub(super) fn is_extraordinary(&self) -> bool {
        self.how == "extraordinary"
    }

    pub(super) fn is_on_date(&self) -> bool {
        self.when == "date"
    }

    /// The declaration; or what is wrong with the form, as the second halves of keys
    /// `declare-problem-…`.
    pub(super) fn read(
        &self,
        kind: DeclarationKind,
        locale: &Locale,
    ) -> Result<Declaration, Vec<&'static str>> {
        let mut problems = Vec::new();
        let name = line(&self.name, LONGEST_NAME);
        let contract = line(&self.contract, LONGEST_CONTRACT);
        let email = self.email.parse().ok();
        if name.is_none() {
            problems.push("name");
        }
        if contract.is_none() {
            problems.push("contract");
        }
        if email.is_none() {
            problems.push("email");
        }
        let cancels = kind == DeclarationKind::Cancel;
        let cause = (cancels && self.is_extraordinary()).then(|| text(&self.cause, LONGEST_CAUSE));
        if cause.as_ref().is_some_and(Option::is_none) {
            problems.push("cause");
        }
        let ends_on = (cancels && self.is_on_date()).then(|| self.ends_on.trim().parse::<Date>().ok());
        if ends_on.is_some_and(|date| date.is_none()) {
            problems.push("date");
        }
        match (name, contract, email) {
            (Some(name), Some(contract), Some(email)) if problems.is_empty() => Ok(Declaration {
                kind,
                name,
                email,
                contract,
                cause: cause.flatten(),
                ends_on: ends_on.flatten(),
                locale: locale.clone(),
            }),
            _ => Err(problems),
        }
    }
}

/// Some words on one line.
fn line(text: &str, most: usize) -> Option<String> {
    let text: String = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let fits = !text.is_empty() && text.chars().count() <= most && !text.chars().any(char::is_control);
    fits.then_some(text)
}

/// Some lines.
fn text(text: &str, most: usize) -> Option<String> {
    let kept = |c: &char| !c.is_control() || *c == '\n';
    let text: String = text.replace("\r\n", "\n").chars().filter(kept).collect();
    let text = text.trim();
    (!text.is_empty() && text.chars().count() <= most).then(|| text.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed() -> Typed {
        Typed {
            name: "  A.\tLeserin ".to_owned(),
            email: "Reader@Example.org".to_owned(),
            contract: "Rechnung 0001".to_owned(),
            ..Typed::default()
        }
    }

    fn read(typed: &Typed) -> Result<Declaration, Vec<&'static str>> {
        typed.read(DeclarationKind::Cancel, &"de".parse().expect("a tag"))
    }

    #[test]
    fn what_is_said_is_read() {
        let declaration = read(&typed()).expect("complete");
        assert_eq!(declaration.name, "A. Leserin");
        assert_eq!((declaration.cause, declaration.ends_on), (None, None));
        let dated = Typed { when: "date".to_owned(), ends_on: "2027-01-31".to_owned(), ..typed() };
        assert_eq!(
            read(&dated).expect("complete").ends_on.map(|date| date.to_string()).as_deref(),
            Some("2027-01-31")
        );
        let because = Typed { how: "extraordinary".to_owned(), cause: "a\r\nb".to_owned(), ..typed() };
        assert_eq!(read(&because).expect("complete").cause.as_deref(), Some("a\nb"));
        // Who takes “as soon as possible” may leave a date behind.
        assert_eq!(read(&Typed { ends_on: "never".to_owned(), ..typed() }).expect("complete").ends_on, None);
    }

    #[test]
    fn all_that_is_missing_is_named_at_once() {
        assert_eq!(read(&Typed::default()), Err(vec!["name", "contract", "email"]));
        let because = Typed { how: "extraordinary".to_owned(), when: "date".to_owned(), ..typed() };
        assert_eq!(read(&because), Err(vec!["cause", "date"]));
        assert_eq!(read(&Typed { name: "x".repeat(201), ..typed() }), Err(vec!["name"]));
        // A withdrawal needs neither.
        let withdrawal = because.read(DeclarationKind::Withdraw, &"de".parse().expect("a tag"));
        assert_eq!(withdrawal.expect("complete").cause, None);
    }
}
