//! Readers by a story bought alone, by a gift, by a seat; and those who no longer are.

use anyhow::{Context, Result};
use billing::facts::{Bought, Facts, Payment, Period, Status};
use billing::{Buyer, GiftDraft, GiftId};
use jiff::{SignedDuration, Timestamp};
use kernel::{Clock, Email, MemberId};
use leakcheck::Visitor;

use super::given::{PAID, story};
use super::money::{active, paid_back};
use super::{member, rules, signed_in};
use crate::config::Config;
use crate::wiring::System;

const DAY: SignedDuration = SignedDuration::from_hours(24);

/// A reader in each state; what they read is what docs/billing.md says.
pub(super) async fn visitors(system: &System, config: &Config) -> Result<Vec<Visitor>> {
    let mut visitors = stories(system, config).await?;
    visitors.extend(gifts(system, config).await?);
    visitors.extend(seats(system, config).await?);
    Ok(visitors)
}

/// A bought story opens itself only, and nothing once the money is back.
async fn stories(system: &System, config: &Config) -> Result<Vec<Visitor>> {
    let now = system.clock.now();
    let bought = for_good(now, Bought::Story(story(system, 0).await?))?;
    let owner = member(system, "storybought").await?;
    system.billing.as_if_told(owner, &bought).await?;
    let owner = signed_in(system, config, "one story bought", owner, rules(&["members"])?).await?;
    let back = member(system, "storyrefunded").await?;
    system.billing.as_if_told(back, &refunded(bought, now)).await?;
    Ok(vec![
        Visitor { stories: vec![PAID[0].to_owned()], ..owner },
        signed_in(system, config, "one story bought and refunded", back, rules(&["members"])?).await?,
    ])
}

/// A gift is its redeemer's while it is paid, and never its giver's.
async fn gifts(system: &System, config: &Config) -> Result<Vec<Visitor>> {
    let now = system.clock.now();
    let mut visitors = Vec::new();
    for (name, void) in [("gift redeemed", false), ("gift redeemed and refunded", true)] {
        let short = name.replace(' ', "");
        let giver = member(system, &format!("{short}giver")).await?;
        let gift = paid_gift(system, giver, now).await?;
        let reader = member(system, &short).await?;
        system.billing.redeem(&gift.1, reader, "leak check").await?;
        if void {
            let facts = for_good(now, Bought::Gift(gift.0))?;
            system
                .billing
                .as_if_told(member(system, &format!("{short}payer")).await?, &refunded(facts, now))
                .await?;
        }
        let reads = rules(if void { &["members"] } else { &["members", "paid"] })?;
        visitors.push(signed_in(system, config, name, reader, reads).await?);
        let giver_name = format!("giver of a {name}");
        visitors.push(signed_in(system, config, &giver_name, giver, rules(&["members"])?).await?);
    }
    Ok(visitors)
}

/// A gift that is paid, and its code.
async fn paid_gift(system: &System, giver: MemberId, now: Timestamp) -> Result<(GiftId, String)> {
    let offer = system.billing.gift_offers().await?.into_iter().next().context("gifts are planted")?;
    let buyer = Buyer::Member { id: giver, email: "giver@example.org".parse()? };
    let draft = GiftDraft {
        id: GiftId::new(now),
        offer: offer.id,
        giver_name: "Leak check".to_owned(),
        recipient_name: "Leak check".to_owned(),
        recipient_email: Some("recipient@example.org".parse()?),
        message: String::new(),
        locale: "en".parse()?,
        deliver_at: Some(now),
    };
    system.billing.draft_gift(&buyer, &draft).await?;
    system.billing.as_if_told(giver, &for_good(now, Bought::Gift(draft.id))?).await?;
    let gift = system.billing.gift_of(draft.id, &buyer).await?.context("it was drafted")?;
    Ok((draft.id, gift.code.context("it is paid")?.to_string()))
}

/// Who has a seat reads; who is only offered one, or has lost it, doesn't.
async fn seats(system: &System, config: &Config) -> Result<Vec<Visitor>> {
    let now = system.clock.now();
    let owner = member(system, "groupowner").await?;
    let facts = Facts { bought: Bought::Seats(3), ..active(now, "EUR".parse()?) };
    system.billing.as_if_told(owner, &facts).await?;
    let group = system.billing.groups(owner).await?.into_iter().next().context("a group")?.purchase;
    let mut visitors = Vec::new();
    for (name, takes, loses) in [
        ("seat taken", true, false),
        ("seat taken and lost", true, true),
        ("seat only offered", false, false),
    ] {
        let reader = member(system, &name.replace(' ', "")).await?;
        let email: Email = format!("{}@example.org", name.replace(' ', "")).parse()?;
        system.billing.invite(owner, &group, &email, &"en".parse()?).await?;
        let own = system.billing.groups(owner).await?;
        let seat = own.iter().flat_map(|group| &group.taken).find(|seat| seat.email == email);
        let seat = seat.context("it was offered")?.id;
        if takes {
            system.billing.accept_seat(seat, reader, &email).await?;
        }
        if loses {
            system.billing.remove_seat(owner, seat).await?;
        }
        let reads = rules(if takes && !loses { &["members", "paid"] } else { &["members"] })?;
        visitors.push(signed_in(system, config, name, reader, reads).await?);
    }
    Ok(visitors)
}

/// Bought once, ten days ago.
fn for_good(now: Timestamp, bought: Bought) -> Result<Facts> {
    let facts = active(now, "EUR".parse()?);
    let period = Period { until: Timestamp::MAX, ..facts.period };
    let payments = facts.payments.iter().cloned().map(|payment| Payment { covers: period, ..payment });
    Ok(Facts { plan: None, bought, status: Status::Once, period, payments: payments.collect(), ..facts })
}

fn refunded(facts: Facts, now: Timestamp) -> Facts {
    paid_back(facts, |payment| Payment { refunded: payment.amount, refunded_at: Some(now - DAY), ..payment })
}
