//! An explanation in words.

use std::collections::HashMap;

use billing::courtesy::{GivenBack, LedgerEntry};
use billing::rule::Why;
use billing::{Because, Claim, Plan, Source};
use jiff::Timestamp;
use jiff::tz::TimeZone;
use kernel::access::{Reach, Refusal, decide};
use kernel::{Access, Locale, PlanKey};
use serde::Serialize;

use super::{Recorded, Verdict, judge};
use crate::i18n::{Argument, Formats, TextError, Texts};

/// Whom it is told.
#[derive(Clone, Debug)]
pub(crate) enum Audience {
    /// Staff, about the member with this address.
    Staff(String),
    /// The member themselves.
    Member,
}

/// An explanation in words.
#[derive(Clone, Debug, Serialize)]
pub struct Told {
    /// Whether they could read all of it.
    pub open: bool,
    /// That, in a sentence.
    pub verdict: String,
    /// What it follows from, besides the claims.
    pub because: Vec<String>,
    /// All that could have let them read.
    pub claims: Vec<ToldClaim>,
}

/// Something that could have let somebody read, in words.
#[derive(Clone, Debug, Serialize)]
pub struct ToldClaim {
    /// Whether it did.
    pub counted: bool,
    /// What it is.
    pub what: String,
    /// Why it did, or didn't.
    pub because: String,
}

/// What words are chosen by.
pub(crate) struct Words<'a> {
    texts: &'a Texts,
    locale: Locale,
    time_zone: TimeZone,
    plans: HashMap<String, String>,
}

impl<'a> Words<'a> {
    /// The words of a language; moments are told in `time_zone`.
    pub(crate) fn new(
        texts: &'a Texts,
        locale: &Locale,
        time_zone: TimeZone,
        plans: HashMap<String, String>,
    ) -> Self {
        Self { texts, locale: texts.nearest(locale), time_zone, plans }
    }

    /// Tells what was recorded about the story called `title`, and what follows from it.
    pub(crate) fn tell(&self, recorded: &Recorded, title: &str, audience: &Audience) -> Told {
        let verdict = judge(recorded);
        let mut because = vec![self.rule(recorded)];
        if let Verdict::Closed(refusal) = &verdict {
            because.push(self.needed(refusal));
        }
        if verdict != Verdict::NotPublished {
            because.extend(self.circumstances(recorded));
        }
        because.extend(self.courtesies(recorded));
        Told {
            open: verdict == Verdict::Open,
            verdict: self.verdict(&verdict, recorded, title, audience),
            because,
            claims: recorded.claims.iter().map(|claim| self.claim(claim)).collect(),
        }
    }

    fn circumstances(&self, recorded: &Recorded) -> Option<String> {
        if recorded.at < recorded.member_since {
            Some(self.say("explain-no-account", &[("since", self.moment(recorded.member_since))]))
        } else if recorded.role.is_some() {
            Some(self.say("explain-staff", &[]))
        } else if recorded.claims.is_empty() {
            Some(self.say("explain-nothing", &[]))
        } else {
            None
        }
    }

    fn verdict(&self, verdict: &Verdict, recorded: &Recorded, title: &str, audience: &Audience) -> String {
        let at = self.moment(recorded.at);
        let title = Argument::from(title);
        match (audience, verdict) {
            (Audience::Staff(who), verdict) => {
                let key = match verdict {
                    Verdict::Open => "explain-open-them",
                    Verdict::Closed(_) | Verdict::NotPublished => "explain-closed-them",
                };
                self.say(key, &[("at", at), ("title", title), ("who", Argument::from(who.as_str()))])
            }
            (Audience::Member, Verdict::Open) => {
                self.say("explain-open-you", &[("at", at), ("title", title)])
            }
            (Audience::Member, Verdict::Closed(_) | Verdict::NotPublished) => {
                self.say("explain-closed-you", &[("at", at), ("title", title)])
            }
        }
    }

    fn rule(&self, recorded: &Recorded) -> String {
        match recorded.rule.as_ref().filter(|_| recorded.published_at <= recorded.at) {
            None => self.say("explain-not-published", &[]),
            Some(Access::Public) => self.say("explain-rule-public", &[]),
            Some(Access::Members) => self.say("explain-rule-members", &[]),
            Some(Access::Paid) => self.say("explain-rule-paid", &[]),
            Some(Access::Plans(plans)) => self.say("explain-rule-plans", &[("plans", self.list(plans))]),
        }
    }

    fn needed(&self, refusal: &Refusal) -> String {
        match refusal {
            Refusal::SignIn => self.say("explain-needed-sign-in", &[]),
            Refusal::Subscribe => self.say("explain-needed-plan", &[]),
            Refusal::Plan(plans) => self.say("explain-needed-plans", &[("plans", self.list(plans))]),
        }
    }

    fn claim(&self, claim: &Claim) -> ToldClaim {
        let plan = Argument::Text(match (&claim.plan, claim.article) {
            (Some(plan), _) => self.plan(plan),
            (None, Some(_)) => self.say("explain-story-alone", &[]),
            (None, None) => self.say("explain-plan-unknown", &[]),
        });
        let mut what = match &claim.source {
            Source::Purchase { heard_at, .. } => {
                self.say("explain-bought", &[("plan", plan), ("at", self.moment(*heard_at))])
            }
            Source::Gift { redeemed_at, until } => self.say(
                "explain-redeemed",
                &[("plan", plan), ("at", self.moment(*redeemed_at)), ("until", self.moment(*until))],
            ),
            Source::Seat { accepted_at, .. } => {
                self.say("explain-seat", &[("plan", plan), ("at", self.moment(*accepted_at))])
            }
            Source::Grant { from, until: None, .. } => {
                self.say("explain-given", &[("plan", plan), ("from", self.moment(*from))])
            }
            Source::Grant { from, until: Some(until), .. } => self.say(
                "explain-given-until",
                &[("plan", plan), ("from", self.moment(*from)), ("until", self.moment(*until))],
            ),
        };
        if !claim.with.is_empty() {
            what.push(' ');
            what.push_str(&self.say("explain-with", &[("plans", self.list(&claim.with))]));
        }
        ToldClaim { counted: claim.counted, what, because: self.say(reason(claim.because), &[]) }
    }

    /// What was there besides what they held. Who opened a gift link or read from a network isn't kept,
    /// so of these it can only be said that they were there.
    fn courtesies(&self, recorded: &Recorded) -> Vec<String> {
        let courtesies = &recorded.courtesies;
        let mut lines: Vec<String> = courtesies.meter.iter().map(|read| self.metered(read)).collect();
        if courtesies.gift_links > 0 {
            let count = i64::try_from(courtesies.gift_links).unwrap_or(i64::MAX);
            lines.push(self.say("explain-gift-links", &[("count", Argument::Number(count))]));
        }
        for institution in &courtesies.institutions {
            let reach = institution.opens.iter().cloned().fold(Reach::visitor(), Reach::with_plan);
            let opens = |rule: &Access| decide(recorded.article, rule, &reach).is_ok();
            if recorded.rule.as_ref().is_some_and(opens) {
                let name = Argument::from(institution.name.as_str());
                lines.push(self.say("explain-institution", &[("name", name)]));
            }
        }
        lines
    }

    fn metered(&self, read: &LedgerEntry) -> String {
        let (at, until) = (self.moment(read.read_at), self.moment(read.ends_at));
        match read.given_back {
            None => self.say("explain-metered", &[("at", at), ("until", until)]),
            Some((_, GivenBack::Bounce)) => self.say("explain-metered-left", &[("at", at)]),
            Some((back, GivenBack::Undone)) => {
                self.say("explain-metered-undone", &[("at", at), ("back", self.moment(back))])
            }
        }
    }

    fn list<'p>(&self, plans: impl IntoIterator<Item = &'p PlanKey>) -> Argument {
        let names: Vec<String> = plans.into_iter().map(|plan| self.plan(plan)).collect();
        Argument::Text(Formats::for_locale(&self.locale).list(&names))
    }

    fn plan(&self, plan: &PlanKey) -> String {
        self.plans.get(plan.as_str()).cloned().unwrap_or_else(|| plan.to_string())
    }

    fn moment(&self, at: Timestamp) -> Argument {
        Argument::Text(Formats::for_locale(&self.locale).date_time(self.time_zone.to_datetime(at)))
    }

    fn say(&self, key: &str, args: &[(&str, Argument)]) -> String {
        self.texts.get(&self.locale, key, args).unwrap_or_else(|| key.to_owned())
    }
}

impl Told {
    /// For a terminal: a line a reason.
    #[must_use]
    pub fn lines(&self) -> Vec<String> {
        let claims = self.claims.iter().map(|claim| {
            let mark = if claim.counted { '+' } else { '-' };
            format!("{mark} {} {}", claim.what, claim.because)
        });
        let because = self.because.iter().map(|because| format!("  {because}"));
        std::iter::once(self.verdict.clone()).chain(because).chain(claims).collect()
    }
}

/// Tells staff in English what was recorded: for the command line.
pub fn in_english(
    recorded: &Recorded,
    title: &str,
    email: &str,
    time_zone: &TimeZone,
    plans: &[Plan],
) -> Result<Told, TextError> {
    let texts = Texts::load(None)?;
    let english = Texts::reference();
    let names = names(plans, &english, &english);
    let words = Words::new(&texts, &english, time_zone.clone(), names);
    Ok(words.tell(recorded, title, &Audience::Staff(email.to_owned())))
}

/// The names of plans in a language, or else in the publication's, by key.
pub(crate) fn names(plans: &[Plan], locale: &Locale, default: &Locale) -> HashMap<String, String> {
    let named = plans.iter().map(|plan| {
        let text = plan.text(locale).or_else(|| plan.text(default)).or(plan.texts.first());
        (plan.key.to_string(), text.map_or_else(|| plan.key.to_string(), |text| text.name.clone()))
    });
    named.collect()
}

/// The text that says why a claim counted, or didn't.
fn reason(because: Because) -> &'static str {
    match because {
        Because::Given => "explain-because-given",
        Because::NotYet => "explain-because-not-yet",
        Because::Expired => "explain-because-expired",
        Because::Revoked => "explain-because-revoked",
        Because::Unproved => "explain-because-unproved",
        Because::NoSeat => "explain-because-no-seat",
        Because::Left => "explain-because-left",
        Because::Rule(why) => match why {
            Why::NotBegun => "explain-because-not-begun",
            Why::Paid => "explain-because-paid",
            Why::Trial => "explain-because-trial",
            Why::Grace => "explain-because-grace",
            Why::Ending => "explain-because-ending",
            Why::GraceOver => "explain-because-grace-over",
            Why::Over => "explain-because-over",
            Why::NeverPaid => "explain-because-never-paid",
            Why::Unpaid => "explain-because-unpaid",
            Why::Paused => "explain-because-paused",
            Why::Refunded => "explain-because-refunded",
            Why::Disputed => "explain-because-disputed",
            Why::NoPlan => "explain-because-no-plan",
        },
    }
}

impl std::fmt::Debug for Words<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Words").field("locale", &self.locale).finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every reason is told in every language, and in other words than any other.
    #[test]
    fn every_reason_has_words() {
        let texts = Texts::load(None).expect("well-formed");
        let whys = [
            Why::NotBegun,
            Why::Paid,
            Why::Trial,
            Why::Grace,
            Why::Ending,
            Why::GraceOver,
            Why::Over,
            Why::NeverPaid,
            Why::Unpaid,
            Why::Paused,
            Why::Refunded,
            Why::Disputed,
            Why::NoPlan,
        ];
        let all: Vec<Because> = whys
            .into_iter()
            .map(Because::Rule)
            .chain([Because::Given, Because::NotYet, Because::Expired, Because::Revoked, Because::Unproved])
            .collect();
        for tag in ["en", "de", "fr", "it", "es", "uk", "ar"] {
            let locale: Locale = tag.parse().expect("a tag");
            let told: std::collections::BTreeSet<String> = all
                .iter()
                .map(|because| texts.get(&locale, reason(*because), &[]).expect("a text"))
                .collect();
            assert_eq!(told.len(), all.len(), "{tag}");
        }
    }
}
