//! `gazette access`.

use std::process::ExitCode;

use anyhow::{Context, Result, bail};
use billing::courtesy::{Courtesies, GivenBack};
use billing::{Because, Claim, Source};
use content::Reading;
use content::store::Found;
use jiff::Timestamp;
use kernel::access::{Reach, Refusal, Standing, decide};
use kernel::{Clock, Email};

use crate::cli::Access;
use crate::config::Config;
use crate::database;
use crate::wiring::System;

pub(crate) async fn run(config: &Config, what: Access) -> Result<ExitCode> {
    let Access::Explain { email, slug, at } = what;
    let database = database::open_migrated(config).await?;
    let system = System::open(config, database)?;
    let at = at.unwrap_or_else(|| system.clock.now());
    let reading = story(&system, &slug).await?;
    let member = system.accounts.member_by_email(&email).await?;
    let member = member.with_context(|| format!("nobody has the address {email}"))?;
    let claims = system.billing.claims(member.id, at).await?;
    let courtesies = system.billing.courtesies(member.id, reading.article, at).await?;
    let standing = match member.role {
        Some(_) => Standing::Staff,
        None => Standing::Member(system.billing.held_by(&claims, at).await?),
    };
    let mut reach = standing.reach(at);
    // The meter gives away what any plan opens, and nothing else.
    if courtesies.metered(at) && reading.access == kernel::Access::Paid {
        reach = reach.with_article(reading.article);
    }
    let verdict = decide(reading.article, &reading.access, &reach);
    super::print(&head(&email, &reading, at, verdict.as_ref().err()));
    if let Some(role) = member.role {
        super::print(&format!("- they are staff ({}), who read everything", role.as_str()));
    }
    if claims.is_empty() {
        super::print("- nothing was recorded by then that they had bought or been given");
    }
    for claim in &claims {
        super::print(&format!("- {}", line(claim)));
    }
    for line in besides(&courtesies, &reading) {
        super::print(&format!("- {line}"));
    }
    Ok(ExitCode::SUCCESS)
}

/// The story with this slug in any language.
async fn story(system: &System, slug: &str) -> Result<Reading> {
    for offered in system.content.site().await?.locales {
        let found = match system.content.find(&offered.locale, slug).await? {
            Found::Moved { slug } => system.content.find(&offered.locale, &slug).await?,
            found => found,
        };
        if let Found::Text(reading) = found {
            return Ok(*reading);
        }
    }
    bail!("no published story has the slug {slug}, in any language")
}

fn head(email: &Email, reading: &Reading, at: Timestamp, refusal: Option<&Refusal>) -> String {
    let title = &reading.title;
    let rule = &reading.access;
    match refusal {
        None => format!("{email} could read all of “{title}” at {at}, by its rule “{rule}”:"),
        Some(refusal) => {
            let needed = match refusal {
                Refusal::SignIn => "signing in would have been enough".to_owned(),
                Refusal::Subscribe => "any plan would have been enough".to_owned(),
                Refusal::Plan(plans) => {
                    let plans: Vec<_> = plans.iter().map(ToString::to_string).collect();
                    format!("one of these plans was needed: {}", plans.join(", "))
                }
            };
            format!("{email} could not read all of “{title}” at {at}, by its rule “{rule}”; {needed}:")
        }
    }
}

/// What was there besides what they held. Who opened a gift link or read from a network isn't kept, so
/// of these it can only be said that they were there.
fn besides(courtesies: &Courtesies, reading: &Reading) -> Vec<String> {
    let mut lines: Vec<String> = courtesies
        .meter
        .iter()
        .map(|entry| match entry.given_back {
            None => {
                format!("read it on the meter at {}, where it counted until {}", entry.read_at, entry.ends_at)
            }
            Some((at, GivenBack::Bounce)) => {
                format!(
                    "opened it on the meter at {}, and left it at once: given back at {at}",
                    entry.read_at
                )
            }
            Some((at, GivenBack::Undone)) => {
                format!("read it on the meter at {}, and took it back at {at}", entry.read_at)
            }
        })
        .collect();
    if courtesies.gift_links > 0 {
        let links = courtesies.gift_links;
        lines.push(format!("{links} gift links to it worked then: anyone who had opened one could read it"));
    }
    for institution in &courtesies.institutions {
        let reach = institution.opens.iter().cloned().fold(Reach::visitor(), Reach::with_plan);
        if decide(reading.article, &reading.access, &reach).is_ok() {
            let networks: Vec<_> = institution.networks.iter().map(ToString::to_string).collect();
            let (name, networks) = (&institution.name, networks.join(", "));
            lines.push(format!("anyone could read it from the networks of {name} ({networks})"));
        }
    }
    lines
}

fn line(claim: &Claim) -> String {
    let plan = match (&claim.plan, claim.article) {
        (Some(plan), _) => plan.as_str(),
        (None, Some(_)) => "the story alone",
        (None, None) => "no plan of ours",
    };
    let source = match &claim.source {
        Source::Purchase { id, status, heard_at } => {
            format!("bought {plan} ({id}), {} as heard at {heard_at}", status.as_str())
        }
        Source::Gift { redeemed_at, until } => {
            format!("redeemed a gift of {plan} at {redeemed_at}, which lasts until {until}")
        }
        Source::Seat { purchase, accepted_at, removed_at } => {
            let left = removed_at.map_or_else(String::new, |at| format!(" and lost it at {at}"));
            format!("took a seat of {plan} ({purchase}) at {accepted_at}{left}")
        }
        Source::Grant { reason, until: None } => format!("was given {plan} for good ({reason})"),
        Source::Grant { reason, until: Some(until) } => {
            format!("was given {plan} until {until} ({reason})")
        }
    };
    let because = match claim.because {
        Because::Rule(why) => why.in_words(),
        Because::Unproved => "nobody had proved yet that the address was theirs",
        Because::NoSeat => "the group had fewer seats than members",
        Because::Given => "its time ran",
        Because::NotNow => "its time hadn't begun, or was over",
    };
    format!("{source}: {}, since {because}", if claim.counted { "counted" } else { "did not count" })
}
