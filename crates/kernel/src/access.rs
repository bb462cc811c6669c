//! Who may read what: one pure rule, and the proof it gives.
//!
//! An article has an [`Access`] rule. A reader has a [`Standing`]. At a moment in time the standing
//! comes down to a [`Reach`], and [`decide`] compares reach and rule. Its answer is an [`Entitled`]
//! (a proof that names the article, which nothing else can make) or a [`Refusal`] that says what
//! would help. There is no boolean to forget or to invert.

use std::collections::BTreeSet;
use std::fmt;
use std::str::FromStr;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::id::ArticleId;

/// The publisher's name for a plan: lower-case ASCII letters, digits and hyphens, 1 to 40 bytes.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct PlanKey(String);

/// Whom an article is for. Written `public`, `members`, `paid` or `plans:a,b` in the database.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum Access {
    /// Everyone.
    Public,
    /// Everyone who is signed in.
    Members,
    /// Everyone with any paying plan.
    Paid,
    /// Those with one of these plans; never empty.
    Plans(BTreeSet<PlanKey>),
}

/// The text names no access rule.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
pub enum NotAnAccess {
    /// Not one of the known forms.
    #[error("“{0}” is no access rule; expected public, members, paid or a list of plans")]
    Unknown(String),
    /// A plan's name has characters that don't belong there.
    #[error("“{0}” is not the name of a plan; expected lower-case letters, digits and hyphens")]
    Plan(String),
}

/// What can be held.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Held {
    /// A plan, and with it what the plan opens.
    Plan(PlanKey),
    /// One article, in all its languages, whatever its rule.
    Article(ArticleId),
}

/// Something held for a time: from its start, up to but not including its end.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Holding {
    /// What is held.
    pub what: Held,
    /// First moment at which it counts.
    pub from: Timestamp,
    /// First moment at which it no longer counts; `None` is for good.
    pub until: Option<Timestamp>,
}

/// What is known about the one who asks.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub enum Standing {
    /// Nobody is signed in. The default: deny.
    #[default]
    Visitor,
    /// A signed-in member and what is recorded as theirs, current or not.
    Member(Vec<Holding>),
    /// Signed-in staff, who read everything.
    Staff,
}

/// What a standing amounts to at one moment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reach {
    signed_in: bool,
    everything: bool,
    plans: BTreeSet<PlanKey>,
    articles: BTreeSet<ArticleId>,
}

/// Proof that its holder may read the whole of one article now. Only [`decide`] makes it.
#[derive(Debug)]
#[must_use]
pub struct Entitled {
    article: ArticleId,
}

/// Why the rest stays closed, in terms of what would open it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// Signing in (or up) is enough.
    SignIn,
    /// Any paying plan would do.
    Subscribe,
    /// One of these plans is needed.
    Plan(BTreeSet<PlanKey>),
}

impl Standing {
    /// The reach of this standing at `now`.
    #[must_use]
    pub fn reach(&self, now: Timestamp) -> Reach {
        match self {
            Self::Visitor => Reach::visitor(),
            Self::Staff => Reach { signed_in: true, everything: true, ..Reach::visitor() },
            Self::Member(holdings) => {
                let mut reach = Reach { signed_in: true, ..Reach::visitor() };
                for holding in holdings.iter().filter(|holding| holding.counts_at(now)) {
                    match &holding.what {
                        Held::Plan(plan) => _ = reach.plans.insert(plan.clone()),
                        Held::Article(article) => _ = reach.articles.insert(*article),
                    }
                }
                reach
            }
        }
    }
}

impl Holding {
    /// Whether the plan is held at `now`.
    #[must_use]
    pub fn counts_at(&self, now: Timestamp) -> bool {
        self.from <= now && self.until.is_none_or(|until| now < until)
    }
}

impl Reach {
    /// The reach of somebody who isn't signed in.
    #[must_use]
    pub fn visitor() -> Self {
        Self { signed_in: false, everything: false, plans: BTreeSet::new(), articles: BTreeSet::new() }
    }

    /// The same, and one article more: opened by a gift link or taken from a meter.
    #[must_use]
    pub fn with_article(mut self, article: ArticleId) -> Self {
        self.articles.insert(article);
        self
    }

    /// The same, and one plan more: held by the institution from whose network somebody reads.
    #[must_use]
    pub fn with_plan(mut self, plan: PlanKey) -> Self {
        self.plans.insert(plan);
        self
    }

    /// Whether the reader is signed in.
    #[must_use]
    pub fn signed_in(&self) -> bool {
        self.signed_in
    }

    /// Whether every article is open, as it is for staff.
    #[must_use]
    pub fn everything(&self) -> bool {
        self.everything
    }

    /// The plans in force; single articles aren't among them.
    pub fn plans(&self) -> impl Iterator<Item = &PlanKey> {
        self.plans.iter()
    }

    /// The single articles that are open whatever their rule, in order.
    pub fn articles(&self) -> impl Iterator<Item = &ArticleId> {
        self.articles.iter()
    }

    fn refusal(&self, article: ArticleId, access: &Access) -> Option<Refusal> {
        let (open, refusal) = match access {
            Access::Public => return None,
            Access::Members => (self.signed_in, Refusal::SignIn),
            Access::Paid => (!self.plans.is_empty(), Refusal::Subscribe),
            Access::Plans(plans) => (!plans.is_disjoint(&self.plans), Refusal::Plan(plans.clone())),
        };
        if open || self.everything || self.articles.contains(&article) { None } else { Some(refusal) }
    }
}

/// The entitlement decision: may a reader with this reach read the whole of `article` now?
pub fn decide(article: ArticleId, access: &Access, reach: &Reach) -> Result<Entitled, Refusal> {
    match reach.refusal(article, access) {
        None => Ok(Entitled { article }),
        Some(refusal) => Err(refusal),
    }
}

impl Entitled {
    /// The one article this proof opens.
    #[must_use]
    pub fn article(&self) -> ArticleId {
        self.article
    }
}

impl PlanKey {
    /// The key.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for PlanKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl FromStr for PlanKey {
    type Err = NotAnAccess;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let fits = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-';
        if (1..=40).contains(&text.len()) && text.bytes().all(fits) {
            Ok(Self(text.to_owned()))
        } else {
            Err(NotAnAccess::Plan(text.chars().take(60).collect()))
        }
    }
}

impl TryFrom<String> for PlanKey {
    type Error = NotAnAccess;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        text.parse()
    }
}

impl From<PlanKey> for String {
    fn from(key: PlanKey) -> Self {
        key.0
    }
}

impl fmt::Display for Access {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Public => f.write_str("public"),
            Self::Members => f.write_str("members"),
            Self::Paid => f.write_str("paid"),
            Self::Plans(plans) => {
                let names: Vec<_> = plans.iter().map(PlanKey::as_str).collect();
                write!(f, "plans:{}", names.join(","))
            }
        }
    }
}

impl FromStr for Access {
    type Err = NotAnAccess;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        match text {
            "public" => Ok(Self::Public),
            "members" => Ok(Self::Members),
            "paid" => Ok(Self::Paid),
            _ => match text.strip_prefix("plans:") {
                Some(plans) => plans.split(',').map(str::parse).collect::<Result<_, _>>().map(Self::Plans),
                None => Err(NotAnAccess::Unknown(text.chars().take(60).collect())),
            },
        }
    }
}

impl TryFrom<String> for Access {
    type Error = NotAnAccess;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        text.parse()
    }
}

impl From<Access> for String {
    fn from(access: Access) -> Self {
        access.to_string()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const NOW: i64 = 1_000_000;

    fn at(second: i64) -> Timestamp {
        Timestamp::from_second(second).expect("in range")
    }

    fn holding(plan: &str, from: i64, until: Option<i64>) -> Holding {
        let what = Held::Plan(plan.parse().expect("a plan"));
        Holding { what, from: at(from), until: until.map(at) }
    }

    fn access(text: &str) -> Access {
        text.parse().expect("an access rule")
    }

    /// Every state of a reader against every rule. `o` is open; otherwise what would help:
    /// `i` sign in, `s` subscribe, `p` one of the plans named.
    #[test]
    fn the_table() {
        let rules = ["public", "members", "paid", "plans:gold", "plans:gold,silver"].map(access);
        let table = [
            ("visitor", Standing::Visitor, "oispp"),
            ("staff", Standing::Staff, "ooooo"),
            ("free member", Standing::Member(vec![]), "oospp"),
            ("paid, running", Standing::Member(vec![holding("basic", 0, Some(NOW + 1))]), "ooopp"),
            ("paid, for good", Standing::Member(vec![holding("basic", 0, None)]), "ooopp"),
            ("starts this second", Standing::Member(vec![holding("basic", NOW, None)]), "ooopp"),
            ("starts later", Standing::Member(vec![holding("basic", NOW + 1, None)]), "oospp"),
            ("ended this second", Standing::Member(vec![holding("basic", 0, Some(NOW))]), "oospp"),
            ("ended long ago", Standing::Member(vec![holding("gold", 0, Some(1))]), "oospp"),
            ("right plan", Standing::Member(vec![holding("gold", 0, None)]), "ooooo"),
            ("one of two plans", Standing::Member(vec![holding("silver", 0, None)]), "ooopo"),
            (
                "right plan ended, other runs",
                Standing::Member(vec![holding("gold", 0, Some(1)), holding("basic", 0, None)]),
                "ooopp",
            ),
            (
                "gap between two periods",
                Standing::Member(vec![holding("gold", 0, Some(NOW)), holding("gold", NOW + 9, None)]),
                "oospp",
            ),
        ];
        let article = ArticleId::new(at(NOW));
        for (name, standing, expected) in table {
            let reach = standing.reach(at(NOW));
            for (rule, expected) in rules.iter().zip(expected.chars()) {
                let found = match decide(article, rule, &reach) {
                    Ok(entitled) => {
                        assert_eq!(entitled.article(), article);
                        'o'
                    }
                    Err(Refusal::SignIn) => 'i',
                    Err(Refusal::Subscribe) => 's',
                    Err(Refusal::Plan(_)) => 'p',
                };
                assert_eq!(found, expected, "{name} on {rule}");
            }
        }
    }

    #[test]
    fn a_single_article_opens_itself_whatever_its_rule() {
        let (own, other) = (ArticleId::new(at(1)), ArticleId::new(at(2)));
        let bought = Holding { what: Held::Article(own), from: at(0), until: None };
        let member = Standing::Member(vec![bought]).reach(at(NOW));
        let gifted = Reach::visitor().with_article(own);
        for rule in ["members", "paid", "plans:gold"].map(access) {
            for reach in [&member, &gifted] {
                assert!(decide(own, &rule, reach).is_ok(), "{rule}");
            }
            assert!(decide(other, &rule, &gifted).is_err(), "{rule}");
        }
        assert!(decide(other, &access("paid"), &member).is_err());
    }

    #[test]
    fn a_plan_of_an_institution_opens_what_it_opens_for_members() {
        let reach = Reach::visitor().with_plan("gold".parse().expect("a plan"));
        let article = ArticleId::new(at(1));
        for (rule, open) in
            [("paid", true), ("plans:gold", true), ("plans:silver", false), ("members", false)]
        {
            assert_eq!(decide(article, &access(rule), &reach).is_ok(), open, "{rule}");
        }
        assert!(!reach.signed_in());
    }

    #[test]
    fn rules_that_say_nothing_are_refused() {
        for text in ["", "plans:", "plans:a,,b", "PAID", "plans:Gold", "free"] {
            assert!(text.parse::<Access>().is_err(), "{text}");
        }
    }

    proptest! {
        #[test]
        fn rules_survive_the_round_trip(plans in proptest::collection::btree_set("[a-z0-9-]{1,40}", 1..4)) {
            let rule = Access::Plans(plans.into_iter().map(|plan| plan.parse().expect("a plan")).collect());
            prop_assert_eq!(access(&rule.to_string()), rule);
        }

        /// A holding that ends never opens more than it did before it ended.
        #[test]
        fn time_only_closes_what_ends(until in 0i64..100, now in 0i64..200) {
            let standing = Standing::Member(vec![holding("basic", 0, Some(until))]);
            let open = decide(ArticleId::new(at(0)), &Access::Paid, &standing.reach(at(now))).is_ok();
            prop_assert_eq!(open, now < until);
        }
    }
}
