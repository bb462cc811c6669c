//! Readers without a plan who read all the same: by a gift link, through an institution, on the
//! meter; and those who nearly do.

use std::net::IpAddr;

use anyhow::{Context, Result};
use billing::Billing;
use billing::courtesy::{
    GIFT_LIFETIME, GiftLinkId, Given, InstitutionId, Month, NewInstitution, Read, Rules, Tally,
};
use gateway::Seal;
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};
use kernel::{ArticleId, Clock, ManualClock, MemberId};
use leakcheck::Visitor;

use super::{member, rules, signed_in};
use crate::config::Config;
use crate::wiring::System;

/// The paid stories of the planted publication.
pub(super) const PAID: [&str; 3] = ["closed-paid", "closed-paid-second", "closed-paid-third"];

/// A network for documentation (RFC 5737), as if it were a library's.
const LIBRARY: &str = "203.0.113.0/24";
const READER_THERE: &str = "203.0.113.9";
const READER_ELSEWHERE: &str = "198.51.100.7";

/// What was given away, besides the meter.
pub(super) struct Gifts {
    pub(super) visitors: Vec<Visitor>,
    /// The address of a link that works.
    pub(super) address: String,
    library: Option<InstitutionId>,
}

/// Gift links to the first paid story, and, where addresses of clients can be chosen, a library with
/// the plan `gold`.
pub(super) async fn gifts(system: &System, config: &Config, direct: bool) -> Result<Gifts> {
    let now = system.clock.now();
    let giver = member(system, "giver").await?;
    system.billing.set_courtesy_rules(Rules { gift_links: 10, ..Rules::default() }).await?;
    let works = give(&system.billing, giver, story(system, 0).await?, now).await?;
    let revoked = give(&system.billing, giver, story(system, 1).await?, now).await?;
    system.billing.revoke_gift_link(giver, revoked).await?;
    // Made when what it gives was still open.
    let before = now - GIFT_LIFETIME - SignedDuration::from_hours(1);
    let then = Billing::new(system.database.clone(), ManualClock::at(before));
    let expired = give(&then, giver, story(system, 2).await?, before).await?;

    let seal = system.seal();
    let opened = |name: &str, seal: &Seal, links: &[GiftLinkId], stories: &[&str]| {
        let cookie = format!("{}={}", cookie(config, "gazette-gifts"), seal.opened_gifts(links));
        Visitor { stories: owned(stories), ..Visitor::with_cookie(name, &cookie, Vec::new()) }
    };
    let mut visitors = vec![
        opened("gift link used", &seal, &[works], &PAID[..1]),
        opened("gift link expired", &seal, &[expired], &[]),
        opened("gift link taken back", &seal, &[revoked], &[]),
        opened("forged gift link", &Seal::derive(b"another server"), &[works], &[]),
    ];
    let mut library = None;
    if direct {
        let (gold, network) = ("gold".parse()?, [LIBRARY.parse()?]);
        let new = NewInstitution { name: "City library", plan: &gold, networks: &network, until: None };
        library = Some(system.billing.add_institution(new).await?);
        let from = |name: &str, hops: &str, reads| Visitor {
            headers: vec![("x-forwarded-for".to_owned(), hops.to_owned())],
            ..Visitor::with_cookie(name, "", reads)
        };
        visitors.push(from("in a library", READER_THERE, rules(&["paid", "plans:gold"])?));
        visitors.push(from("elsewhere", READER_ELSEWHERE, Vec::new()));
        let claimed = format!("{READER_THERE}, {READER_ELSEWHERE}");
        visitors.push(from("who says they are in a library", &claimed, Vec::new()));
    }
    Ok(Gifts { visitors, address: format!("/en/gift/{}", seal.link(works)), library })
}

impl Gifts {
    /// Ends the library's access.
    pub(super) async fn end(&self, system: &System) -> Result<()> {
        match self.library {
            Some(library) => Ok(system.billing.end_institution(library).await?),
            None => Ok(()),
        }
    }
}

/// The walk's own address: a proxy whose word counts, so that a visitor can be somewhere else.
pub(super) fn proxy() -> IpAddr {
    IpAddr::from([127, 0, 0, 1])
}

/// Switches the meter on, and gives those who read by it: two stories for members, three for
/// visitors.
pub(super) async fn metered(system: &System, config: &Config) -> Result<Vec<Visitor>> {
    let rules_on = Rules { meter_visitors: 3, meter_members: 2, ..Rules::default() };
    system.billing.set_courtesy_rules(rules_on).await?;
    let (now, month) = (system.clock.now(), month(system));
    // Long enough ago that it was no bounce.
    let at = now - SignedDuration::from_mins(1);
    let read = |article| Read { article, at };
    let [one, two] = [story(system, 0).await?, story(system, 1).await?];
    let gone = ArticleId::new(at);

    let count = |name: &str, seal: &Seal, reads: Vec<Read>, stories: &[&str]| {
        let sealed = seal.visitor_count(&Tally { reads, bounces: billing::courtesy::MOST_BOUNCES }, month);
        let cookie = format!("{}={sealed}", cookie(config, "gazette-meter"));
        Visitor { stories: owned(stories), ..Visitor::with_cookie(name, &cookie, Vec::new()) }
    };
    let seal = system.seal();
    let mut visitors = vec![
        // The walk brings the same cookie each time, so this opens every paid story, but no other.
        count("meter left", &seal, vec![], &PAID),
        count("meter used up", &seal, vec![read(one), read(two), read(gone)], &PAID[..2]),
        count("forged count", &Seal::derive(b"another server"), vec![], &[]),
    ];
    let left = member(system, "meterleft").await?;
    let left = signed_in(system, config, "member with meter left", left, rules(&["members"])?).await?;
    visitors.push(Visitor { perhaps: owned(&PAID), ..left });
    let spent = member(system, "meterspent").await?;
    system.billing.merge(spent, &[read(one), read(two)], month).await?;
    let spent =
        signed_in(system, config, "member with the meter used up", spent, rules(&["members"])?).await?;
    visitors.push(Visitor { stories: owned(&PAID[..2]), ..spent });
    Ok(visitors)
}

/// Whether the member who had stories left has now used them up, and no more.
pub(super) async fn counted(system: &System) -> Result<bool> {
    let member = member(system, "meterleft").await?;
    Ok(system.billing.tally(member, month(system)).await?.reads.len() == 2)
}

/// The planted site lives in UTC.
fn month(system: &System) -> Month {
    Month::of(system.clock.now(), &TimeZone::UTC)
}

pub(super) async fn story(system: &System, number: usize) -> Result<ArticleId> {
    let key = PAID[number];
    system.content.article_by_key(key).await?.with_context(|| format!("{key} wasn't planted"))
}

async fn give(billing: &Billing, giver: MemberId, article: ArticleId, now: Timestamp) -> Result<GiftLinkId> {
    match billing.give(giver, article, 10, Month::of(now, &TimeZone::UTC)).await? {
        Given::Link(link) => Ok(link.id),
        Given::UsedUp => anyhow::bail!("no gift link was left"),
    }
}

fn owned(stories: &[&str]) -> Vec<String> {
    stories.iter().map(|story| (*story).to_owned()).collect()
}

fn cookie(config: &Config, name: &str) -> String {
    let https = config.base_url.as_ref().is_some_and(|url| url.scheme() == "https");
    if https { format!("__Host-{name}") } else { name.to_owned() }
}
