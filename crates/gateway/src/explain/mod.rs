//! Why somebody could, or couldn't, read a story at a moment: a pure function over what was recorded.
//!
//! [`recorded`] gathers from the domain crates what was known *then*: the rule the story was under,
//! the role the member had, what they had bought and been given, and what plans included.
//! [`judge`] makes the verdict of it, by the same decision that opens stories, and [`words`] tells
//! it in a language.

pub mod words;

use accounts::{Accounts, Member, Role};
use billing::courtesy::Courtesies;
use billing::{Billing, Claim};
use content::{Heading, Store};
use jiff::Timestamp;
use kernel::access::{Refusal, Standing, decide};
use kernel::{Access, ArticleId};

/// What was recorded by a moment about one member and one story.
#[derive(Clone, Debug)]
pub struct Recorded {
    /// The moment.
    pub at: Timestamp,
    /// The story.
    pub article: ArticleId,
    /// When it was first published.
    pub published_at: Timestamp,
    /// The rule it was under; none before it was here.
    pub rule: Option<Access>,
    /// Since when the member has an account.
    pub member_since: Timestamp,
    /// The role they had.
    pub role: Option<Role>,
    /// What could have let them read.
    pub claims: Vec<Claim>,
    /// What could have let them read besides: the meter, gift links, institutions.
    pub courtesies: Courtesies,
}

/// Whether somebody could read all of a story.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// They could.
    Open,
    /// They could not; this would have helped.
    Closed(Refusal),
    /// Nobody could: the story was not published yet.
    NotPublished,
}

/// Why nothing could be gathered.
#[derive(Debug, thiserror::Error)]
pub enum ExplainError {
    /// The articles can't be read.
    #[error(transparent)]
    Content(#[from] content::StoreError),
    /// The accounts can't be read.
    #[error(transparent)]
    Accounts(#[from] accounts::AccountError),
    /// The plans can't be read.
    #[error(transparent)]
    Billing(#[from] billing::BillingError),
}

/// Gathers what was recorded by a moment. Fifteen queries.
pub async fn recorded(
    content: &Store,
    accounts: &Accounts,
    billing: &Billing,
    member: &Member,
    story: &Heading,
    at: Timestamp,
) -> Result<Recorded, ExplainError> {
    Ok(Recorded {
        at,
        article: story.article,
        published_at: story.first_published_at,
        rule: content.access_at(story.article, at).await?,
        member_since: member.created_at,
        role: accounts.role_at(member.id, at).await?.filter(|_| member.created_at <= at),
        claims: billing.claims(member.id, at).await?,
        courtesies: billing.courtesies(member.id, story.article, at).await?,
    })
}

/// What follows from what was recorded.
#[must_use]
pub fn judge(recorded: &Recorded) -> Verdict {
    let Some(rule) = recorded.rule.as_ref().filter(|_| recorded.published_at <= recorded.at) else {
        return Verdict::NotPublished;
    };
    let standing = if recorded.at < recorded.member_since {
        Standing::Visitor
    } else if recorded.role.is_some() {
        Standing::Staff
    } else {
        Standing::Member(billing::held_by(&recorded.claims, recorded.at))
    };
    let mut reach = standing.reach(recorded.at);
    // The meter gives away what any plan opens, and nothing else.
    if recorded.courtesies.metered(recorded.at) && *rule == Access::Paid {
        reach = reach.with_article(recorded.article);
    }
    match decide(recorded.article, rule, &reach) {
        Ok(_) => Verdict::Open,
        Err(refusal) => Verdict::Closed(refusal),
    }
}

#[cfg(test)]
mod tests {
    use billing::courtesy::LedgerEntry;
    use billing::{Because, Source};

    use super::*;

    fn at(second: i64) -> Timestamp {
        Timestamp::from_second(second).expect("in range")
    }

    fn given(counted: bool) -> Claim {
        Claim {
            plan: Some("supporter".parse().expect("a key")),
            with: vec!["standard".parse().expect("a key")],
            article: None,
            source: Source::Grant { reason: "prize".to_owned(), from: at(0), until: None },
            counted,
            because: if counted { Because::Given } else { Because::Expired },
        }
    }

    fn paid() -> Recorded {
        Recorded {
            at: at(100),
            article: ArticleId::new(at(1)),
            published_at: at(10),
            rule: Some(Access::Paid),
            member_since: at(20),
            role: None,
            claims: vec![],
            courtesies: Courtesies::default(),
        }
    }

    fn metered(until: i64) -> Courtesies {
        let read = LedgerEntry {
            id: ArticleId::new(at(90)).to_string().parse().expect("an id"),
            article: ArticleId::new(at(1)),
            read_at: at(90),
            ends_at: at(until),
            given_back: None,
        };
        Courtesies { meter: vec![read], ..Courtesies::default() }
    }

    #[test]
    fn the_table() {
        let plan: Access = "plans:standard".parse().expect("a rule");
        let closed = |rule: &str| {
            Verdict::Closed(match rule {
                "paid" => Refusal::Subscribe,
                "members" => Refusal::SignIn,
                _ => Refusal::Plan(["standard".parse().expect("a key")].into()),
            })
        };
        let table = [
            ("nothing", paid(), closed("paid")),
            ("given", Recorded { claims: vec![given(true)], ..paid() }, Verdict::Open),
            ("given once", Recorded { claims: vec![given(false)], ..paid() }, closed("paid")),
            (
                "came with it",
                Recorded { claims: vec![given(true)], rule: Some(plan.clone()), ..paid() },
                Verdict::Open,
            ),
            ("on the meter", Recorded { courtesies: metered(200), ..paid() }, Verdict::Open),
            ("the month is over", Recorded { courtesies: metered(95), ..paid() }, closed("paid")),
            (
                "the meter opens no plan's stories",
                Recorded { courtesies: metered(200), rule: Some(plan.clone()), ..paid() },
                closed("plan"),
            ),
            ("another plan", Recorded { rule: Some(plan), ..paid() }, closed("plan")),
            ("staff", Recorded { role: Some(Role::Author), ..paid() }, Verdict::Open),
            ("everyone's", Recorded { rule: Some(Access::Public), ..paid() }, Verdict::Open),
            ("members'", Recorded { rule: Some(Access::Members), ..paid() }, Verdict::Open),
            (
                "no account yet",
                Recorded { rule: Some(Access::Members), at: at(15), ..paid() },
                closed("members"),
            ),
            ("not published yet", Recorded { at: at(5), ..paid() }, Verdict::NotPublished),
            (
                "not here yet",
                Recorded { rule: None, role: Some(Role::Owner), ..paid() },
                Verdict::NotPublished,
            ),
        ];
        for (name, recorded, verdict) in table {
            assert_eq!(judge(&recorded), verdict, "{name}");
        }
    }
}
