//! Groups.

use billing::facts::Bought;
use billing::{
    BillingError, Group, LetterKind, NextStep, Offer, RedeemError, SeatError, SeatId, SeatState, Sells, Thing,
};
use kernel::{ArticleId, Email, Locale, MemberId};
use reqwest::Method;
use stripe_sandbox::Verdict;

use crate::support::World;
use crate::support::truth::Api;

const OWNER: &str = "owner@desk.example.org";

fn german() -> Locale {
    "de".parse().expect("a tag")
}

fn address(text: &str) -> Email {
    text.parse().expect("an address")
}

impl World {
    async fn seat_offer(&self) -> Offer {
        let offers = self.billing.seat_offers().await.expect("read");
        let monthly = |offer: &Offer| {
            matches!(offer.sells, Sells::Seats { every: billing::Every::Month, .. })
                && offer.amount.currency.code() == "EUR"
        };
        offers.into_iter().find(monthly).expect("an offer")
    }

    /// A group that is paid.
    async fn group_of(&self, seats: u32) -> MemberId {
        let owner = self.member(OWNER).await;
        let order =
            Self::offer_order(Self::buyer(owner, OWNER), &self.seat_offer().await, Thing::Seats(seats));
        let session = self.ordered(&order).await;
        self.pay(&session, None);
        self.settle().await;
        owner
    }

    async fn own_group(&self, owner: MemberId) -> Group {
        let groups = self.billing.groups(owner).await.expect("read");
        let [group] = groups.as_slice() else { panic!("one group, not {groups:?}") };
        group.clone()
    }

    async fn seat_for(&self, owner: MemberId, email: &str) -> SeatId {
        let group = self.own_group(owner).await;
        self.billing.invite(owner, &group.purchase, &address(email), &german()).await.expect("invited");
        self.own_group(owner).await.taken.iter().find(|seat| seat.email.as_str() == email).expect("a seat").id
    }

    async fn seated(&self, owner: MemberId, email: &str) -> (MemberId, SeatId) {
        let seat = self.seat_for(owner, email).await;
        let member = self.member(email).await;
        self.billing.accept_seat(seat, member, &address(email)).await.expect("accepted");
        (member, seat)
    }

    async fn invited(&self) -> Vec<String> {
        let mut to = Vec::new();
        for letter in self.billing.due_letters().await.expect("read") {
            let queued = async |transaction| Ok::<_, BillingError>(transaction);
            self.billing.send_letter(&letter, queued).await.expect("sent");
            let kind = match letter.kind {
                LetterKind::SeatOffered { .. } => "offered",
                LetterKind::SeatTaken { .. } => "taken",
                _ => "other",
            };
            to.push(format!("{kind} {}", letter.to));
        }
        to
    }
}

test_db::both! {
    async fn the_owner_pays_and_those_invited_read(db: TestDb) {
        let world = World::new(db).await;
        let owner = world.group_of(3).await;
        assert_eq!(world.reads(owner).await, 'p', "the first seat is the owner's");
        let group = world.own_group(owner).await;
        assert_eq!((group.seats, group.free(), group.taken.len()), (3, 2, 1));
        let seat = world.seat_for(owner, "one@example.org").await;
        assert_eq!(world.invited().await, ["offered one@example.org"]);
        assert_eq!(world.invited().await.len(), 0, "once");
        let one = world.member("one@example.org").await;
        assert_eq!(world.reads(one).await, '-', "not yet taken");
        let other = world.member("other@example.org").await;
        let refused = world.billing.accept_seat(seat, other, &address("other@example.org")).await;
        assert!(matches!(refused, Err(SeatError::NotYours)), "{refused:?}");
        world.billing.accept_seat(seat, one, &address("one@example.org")).await.expect("accepted");
        assert_eq!(world.reads(one).await, 'p');
        assert_eq!(world.reads(other).await, '-');
        // Invitations count as taken.
        world.seat_for(owner, "two@example.org").await;
        let full = world.billing.invite(owner, &group.purchase, &address("three@example.org"), &german()).await;
        assert!(matches!(full, Err(SeatError::NoSeat)), "{full:?}");
        let known = world.billing.invite(owner, &group.purchase, &address("one@example.org"), &german()).await;
        assert!(matches!(known, Err(SeatError::Seated)), "{known:?}");
        // Asked again, the same seat is offered; the mail isn't sent twice a day.
        world.invited().await;
        world.seat_for(owner, "two@example.org").await;
        assert_eq!(world.invited().await.len(), 0);
        assert_eq!(world.own_group(owner).await.taken.len(), 3);
        // One who isn't asked in time makes room.
        world.days(31).await;
        assert_eq!(world.own_group(owner).await.free(), 1);
        assert_eq!(world.reads(one).await, 'p', "renewed");
    }

    async fn a_seat_taken_back_closes_at_once(db: TestDb) {
        let world = World::new(db).await;
        let owner = world.group_of(3).await;
        let (one, seat) = world.seated(owner, "one@example.org").await;
        let reading = world.clock.now();
        world.invited().await;
        let stranger = world.member("stranger@example.org").await;
        assert!(world.billing.remove_seat(stranger, seat).await.is_err(), "only the owner");
        assert!(world.billing.leave_seat(stranger, seat).await.is_err(), "only one's own");
        world.days(1).await;
        world.billing.remove_seat(owner, seat).await.expect("removed");
        assert_eq!(world.reads(one).await, '-');
        assert_eq!(world.invited().await, ["taken one@example.org"]);
        assert!(world.billing.accept_seat(seat, one, &address("one@example.org")).await.is_err());
        let counted = async |at| world.billing.claims(one, at).await.expect("read").iter().any(|claim| claim.counted);
        assert!(counted(reading).await, "explained as it was");
        assert!(!counted(world.clock.now()).await);
        // Given up by themselves, without a mail.
        let (two, seat) = world.seated(owner, "two@example.org").await;
        world.billing.leave_seat(two, seat).await.expect("left");
        assert_eq!(world.reads(two).await, '-');
        assert_eq!(world.invited().await.iter().filter(|to| to.starts_with("taken")).count(), 0);
    }

    async fn members_read_while_the_subscription_does(db: TestDb) {
        let world = World::new(db).await;
        let owner = world.group_of(3).await;
        let (one, _) = world.seated(owner, "one@example.org").await;
        let purchase = world.purchase(owner).await;
        assert_eq!(purchase.facts.bought, Bought::Seats(3));
        let charge = &purchase.facts.payments[0].charge;
        assert_eq!(purchase.facts.payments[0].amount, 3 * 390);
        let dispute = world.sandbox.open_dispute(charge, "fraudulent").expect("a dispute");
        world.settle().await;
        assert_eq!((world.reads(owner).await, world.reads(one).await), ('-', '-'), "disputed");
        let ended = world.billing.invite(owner, &purchase.id, &address("two@example.org"), &german()).await;
        assert!(matches!(ended, Err(SeatError::Ended)), "{ended:?}");
        world.sandbox.close_dispute(&dispute, Verdict::Won).expect("won");
        world.settle().await;
        assert_eq!(world.reads(one).await, 'p');
        world.billing.set_ending(owner, &purchase.id, true).await.expect("cancelled");
        world.settle().await;
        world.days(40).await;
        assert_eq!((world.reads(owner).await, world.reads(one).await), ('-', '-'), "over");
    }

    async fn seats_are_added_and_given_back_at_the_price_shown(db: TestDb) {
        let world = World::new(db).await;
        let owner = world.group_of(4).await;
        let purchase = world.purchase(owner).await.id;
        world.seated(owner, "one@example.org").await;
        world.seated(owner, "two@example.org").await;
        world.seated(owner, "three@example.org").await;
        world.days(10).await;
        let (due, shown_at) = world.billing.preview_seats(owner, &purchase, 6).await.expect("a preview");
        assert!(due.minor > 0, "{due}");
        world.sandbox.advance(std::time::Duration::from_mins(5)).await;
        world.billing.set_seats(owner, &purchase, 6, shown_at).await.expect("set");
        world.settle().await;
        assert_eq!(world.own_group(owner).await.seats, 6);
        assert_eq!(world.billing.invoices(owner).await.expect("read")[0].total, due, "what was shown is charged");
        let few = world.billing.preview_seats(owner, &purchase, 3).await;
        assert!(matches!(few, Err(SeatError::TooFew { taken: 4 })), "the owner chooses who goes: {few:?}");
        for number in [0, 2, 501] {
            assert!(world.billing.preview_seats(owner, &purchase, number).await.is_err(), "{number}");
        }
        let (credit, shown_at) = world.billing.preview_seats(owner, &purchase, 4).await.expect("a preview");
        assert!(credit.minor < 0, "{credit}");
        world.sandbox.advance(std::time::Duration::from_hours(2)).await;
        let stale = world.billing.set_seats(owner, &purchase, 4, shown_at).await;
        assert!(matches!(stale, Err(SeatError::NotShown)), "{stale:?}");
        let stranger = world.member("stranger@example.org").await;
        assert!(world.billing.preview_seats(stranger, &purchase, 8).await.is_err());
    }

    async fn the_newest_stand_when_stripe_has_fewer_seats(db: TestDb) {
        let world = World::new(db).await;
        let owner = world.group_of(3).await;
        let (one, seat) = world.seated(owner, "one@example.org").await;
        world.days(1).await;
        let (two, _) = world.seated(owner, "two@example.org").await;
        let purchase = world.purchase(owner).await.id;
        let api = Api::new(&world.stripe_address);
        let quantity = async |seats: &str| {
            let path = format!("/v1/subscriptions/{purchase}");
            let item = api.call(Method::GET, &path, &[]).await["items"]["data"][0]["id"].as_str().expect("an item").to_owned();
            api.call(Method::POST, &path, &[("items[0][id]", &item), ("items[0][quantity]", seats)]).await;
            world.settle().await;
        };
        quantity("2").await;
        assert_eq!((world.reads(one).await, world.reads(two).await), ('p', '-'));
        let states: Vec<_> = world.own_group(owner).await.taken.iter().map(|seat| seat.state).collect();
        assert_eq!(states, [SeatState::Taken, SeatState::Taken, SeatState::Standing]);
        // A seat that becomes free is the next one's; and all read again when there are enough.
        world.billing.remove_seat(owner, seat).await.expect("removed");
        assert_eq!(world.reads(two).await, 'p');
        quantity("1").await;
        assert_eq!((world.reads(owner).await, world.reads(two).await), ('p', '-'));
        quantity("3").await;
        assert_eq!(world.reads(two).await, 'p');
    }

    async fn colleagues_join_by_their_domain(db: TestDb) {
        let world = World::new(db).await;
        let owner = world.group_of(3).await;
        let purchase = world.purchase(owner).await.id;
        let colleague = address("colleague@desk.example.org");
        let member = world.member(colleague.as_str()).await;
        assert!(!world.billing.join_by_domain(member, &colleague).await.expect("asked"), "not opened");
        let public = address("somebody@gmail.com");
        let refused = world.billing.open_to_domain(owner, &public, &purchase, true).await;
        assert!(matches!(refused, Err(SeatError::PublicDomain)), "{refused:?}");
        world.billing.open_to_domain(owner, &address(OWNER), &purchase, true).await.expect("opened");
        assert!(world.billing.join_by_domain(member, &colleague).await.expect("asked"));
        assert!(!world.billing.join_by_domain(member, &colleague).await.expect("asked"), "once");
        assert_eq!(world.reads(member).await, 'p');
        // A part of the name, or a domain within it, is another's.
        for email in ["x@example.org", "x@sub.desk.example.org", "x@otherdesk.example.org"] {
            let stranger = world.member(email).await;
            assert!(!world.billing.join_by_domain(stranger, &address(email)).await.expect("asked"), "{email}");
        }
        // Whoever was shown out stays out, until invited.
        let seat = world.own_group(owner).await.taken.iter().find(|seat| seat.email == colleague).expect("a seat").id;
        world.billing.remove_seat(owner, seat).await.expect("removed");
        assert!(!world.billing.join_by_domain(member, &colleague).await.expect("asked"));
        assert_eq!(world.reads(member).await, '-');
        world.seated(owner, colleague.as_str()).await;
        assert_eq!(world.reads(member).await, 'p');
        // No more than there are seats.
        world.seated(owner, "third@example.org").await;
        let late = address("late@desk.example.org");
        let late_member = world.member(late.as_str()).await;
        assert!(!world.billing.join_by_domain(late_member, &late).await.expect("asked"));
        world.billing.open_to_domain(owner, &address(OWNER), &purchase, false).await.expect("closed");
        assert_eq!(world.own_group(owner).await.domain, None);
    }

    async fn seats_are_no_second_subscription(db: TestDb) {
        let world = World::new(db).await;
        let owner = world.subscribe(OWNER, 490).await;
        let offer = world.seat_offer().await;
        let order = World::offer_order(World::buyer(owner, OWNER), &offer, Thing::Seats(3));
        let session = world.ordered(&order).await;
        world.pay(&session, None);
        world.settle().await;
        world.billing.adopt(owner, &address(OWNER)).await.expect("asked");
        world.settle().await;
        let live = world.billing.purchases(owner).await.expect("read");
        assert_eq!(live.iter().filter(|own| own.facts.status.is_live()).count(), 2, "both go on");
        assert_eq!(world.billing.order(&order).await.expect("an answer"), NextStep::Owned, "one group");
        let few = World::offer_order(World::buyer(owner, OWNER), &offer, Thing::Seats(2));
        assert!(matches!(world.billing.order(&few).await, Err(BillingError::Seats { at_least: 3, .. })));
    }

    async fn who_reads_by_a_seat_keeps_a_gift_for_later(db: TestDb) {
        let world = World::new(db).await;
        let owner = world.group_of(3).await;
        let (one, _) = world.seated(owner, "one@example.org").await;
        // Nothing is said of a code that is none, whoever types it.
        let refused = world.billing.redeem("0000-0000-0000-0000", one, "192.0.2.1").await;
        assert!(matches!(refused, Err(RedeemError::NoSuchCode)), "{refused:?}");
        let seats = world.billing.own_seats(one).await.expect("read");
        assert!(seats[0].renews && seats[0].counts && seats[0].from == OWNER, "{seats:?}");
    }

    async fn nobody_is_mailed_over_and_over(db: TestDb) {
        let world = World::new(db).await;
        let owner = world.group_of(3).await;
        let group = world.own_group(owner).await.purchase;
        for _ in 0..3 {
            let seat = world.seat_for(owner, "one@example.org").await;
            world.invited().await;
            world.billing.remove_seat(owner, seat).await.expect("removed");
        }
        world.seat_for(owner, "one@example.org").await;
        assert_eq!(world.invited().await.len(), 0, "once a day");
        // Nor are seats offered to the whole town.
        let mut offered = Ok(());
        for place in 0..20 {
            let email = address(&format!("x{place}@example.org"));
            offered = world.billing.invite(owner, &group, &email, &german()).await;
            let Ok(()) = offered else { break };
            let taken = world.own_group(owner).await.taken;
            let seat = taken.iter().find(|seat| seat.email == email).expect("a seat").id;
            world.billing.remove_seat(owner, seat).await.expect("removed");
        }
        assert!(matches!(offered, Err(SeatError::TooMany)), "{offered:?}");
    }

    async fn an_address_is_forgotten_with_its_account(db: TestDb) {
        let world = World::new(db).await;
        let owner = world.group_of(3).await;
        let (one, _) = world.seated(owner, "one@example.org").await;
        let article = ArticleId::new(world.clock.now());
        assert!(world.opens(one, article, "paid").await);
        world.billing.forget_seats(one, &address("one@example.org")).await.expect("forgotten");
        assert!(!world.opens(one, article, "paid").await);
        let left = world.own_group(owner).await.taken;
        assert_eq!(left.iter().map(|seat| seat.email.as_str()).collect::<Vec<_>>(), [OWNER]);
        assert_eq!(world.invited().await, Vec::<String>::new(), "no mail to somebody who is gone");
    }
}
