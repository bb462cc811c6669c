//! Gifts.

use billing::{
    BillingError, Buyer, Gift, GiftDraft, GiftId, GiftState, Letter, LetterKind, Offer, RedeemError, Sells,
    Thing,
};
use jiff::{SignedDuration, Timestamp};
use kernel::MemberId;
use stripe_sandbox::{Switches, Verdict};

use crate::support::World;

const GIVER: &str = "giver@example.org";
const FRIEND: &str = "friend@example.org";
const NETWORK: &str = "192.0.2.1";

fn in_days(from: Timestamp, days: i64) -> Timestamp {
    from.checked_add(SignedDuration::from_hours(24 * days)).expect("in range")
}

impl World {
    async fn gift_offer(&self, months: u32) -> Offer {
        let offers = self.billing.gift_offers().await.expect("read");
        let fits = |offer: &Offer| {
            matches!(offer.sells, Sells::Gift { months: own, .. } if own == months)
                && offer.amount.currency.code() == "EUR"
        };
        offers.into_iter().find(fits).expect("an offer")
    }

    async fn draft(&self, days: Option<i64>) -> GiftDraft {
        let now = self.clock.now();
        GiftDraft {
            id: GiftId::new(now),
            offer: self.gift_offer(6).await.id,
            giver_name: "The desk".to_owned(),
            recipient_name: "A friend".to_owned(),
            recipient_email: days.map(|_| FRIEND.parse().expect("an address")),
            message: "Read well.".to_owned(),
            locale: "fr".parse().expect("a tag"),
            deliver_at: days.map(|days| in_days(now, days)),
        }
    }

    /// A gift of six months that is paid.
    async fn given(&self, days: Option<i64>) -> (MemberId, Gift) {
        let giver = self.member(GIVER).await;
        let buyer = Self::buyer(giver, GIVER);
        let draft = self.draft(days).await;
        self.pays_gift(&buyer, &draft, None).await;
        (giver, self.billing.gift_of(draft.id, &buyer).await.expect("read").expect("theirs"))
    }

    async fn pays_gift(&self, buyer: &Buyer, draft: &GiftDraft, email: Option<&str>) {
        self.billing.draft_gift(buyer, draft).await.expect("drafted");
        let thing = Thing::Gift { gift: draft.id, name: "A gift".to_owned() };
        let order = Self::offer_order(buyer.clone(), &self.gift_offer(6).await, thing);
        let session = self.ordered(&order).await;
        self.pay(&session, email);
        self.settle().await;
    }

    async fn letters(&self) -> Vec<Letter> {
        let mut sent = Vec::new();
        for letter in self.billing.due_letters().await.expect("read") {
            let queued = async |transaction| Ok::<_, BillingError>(transaction);
            self.billing.send_letter(&letter, queued).await.expect("sent");
            sent.push(letter);
        }
        sent
    }

    async fn charge_of_gift(&self, giver: MemberId) -> String {
        self.billing.purchases(giver).await.expect("read")[0].facts.payments[0].charge.clone()
    }
}

fn code(gift: &Gift) -> String {
    gift.code.as_ref().expect("it can be redeemed").to_string()
}

test_db::both! {
    async fn a_gift_is_given_sent_on_its_day_and_redeemed_once(db: TestDb) {
        let world = World::new(db).await;
        let (giver, gift) = world.given(Some(5)).await;
        assert_eq!(gift.state, GiftState::Ready);
        assert_eq!(world.reads(giver).await, '-', "it isn't for the giver");
        // The giver has the code at once, the recipient on the day.
        let kinds = world.letters().await;
        assert!(matches!(kinds.as_slice(), [Letter { kind: LetterKind::GiftPaid(_), to, .. }] if to.as_str() == GIVER), "{kinds:?}");
        assert_eq!(world.letters().await.len(), 0, "once");
        world.days(4).await;
        assert_eq!(world.letters().await.len(), 0, "not before its day");
        world.days(1).await;
        let letters = world.letters().await;
        let [Letter { kind: LetterKind::GiftGiven(sent), to, locale }] = letters.as_slice() else {
            panic!("{letters:?}");
        };
        assert_eq!((to.as_str(), locale.as_str(), sent.message.as_str()), (FRIEND, "fr", "Read well."));
        assert_eq!(sent.code, gift.code);
        world.days(1).await;
        assert_eq!(world.letters().await.len(), 0, "once");

        let friend = world.member(FRIEND).await;
        let now = world.clock.now();
        let redeemed = world.billing.redeem(&code(&gift).to_lowercase(), friend, NETWORK).await.expect("redeemed");
        assert_eq!((redeemed.plan.as_str(), redeemed.message.as_str()), ("standard", "Read well."));
        assert_eq!(redeemed.starts_at, Timestamp::from_millisecond(now.as_millisecond()).expect("in range"));
        assert_eq!(world.reads(friend).await, 'p');
        let other = world.member("other@example.org").await;
        let again = world.billing.redeem(&code(&gift), other, NETWORK).await;
        assert!(matches!(again, Err(RedeemError::Used)), "{again:?}");
        let own = world.billing.gifts(giver).await.expect("read");
        assert_eq!((own[0].state, own[0].code.is_none()), (GiftState::Redeemed, true), "the giver sees it");
        world.days(190).await;
        assert_eq!(world.reads(friend).await, '-', "six months are over");
    }

    async fn two_at_once_redeem_it_once(db: TestDb) {
        let world = World::new(db).await;
        let (_, gift) = world.given(None).await;
        let mut tries = Vec::new();
        for place in 0..6 {
            let member = world.member(&format!("friend{place}@example.org")).await;
            let (billing, code) = (world.billing.clone(), code(&gift));
            tries.push(tokio::spawn(async move { billing.redeem(&code, member, NETWORK).await.is_ok() }));
        }
        let mut redeemed = 0;
        for attempt in tries {
            redeemed += usize::from(attempt.await.expect("no panic"));
        }
        assert_eq!(redeemed, 1);
    }

    async fn a_visitor_gives_and_sees_it_after_signing_in(db: TestDb) {
        let world = World::new(db).await;
        let buyer = Buyer::Visitor("a hash".to_owned());
        let draft = world.draft(None).await;
        world.pays_gift(&buyer, &draft, Some(GIVER)).await;
        let gift = world.billing.gift_of(draft.id, &buyer).await.expect("read").expect("theirs");
        assert_eq!(gift.state, GiftState::Ready);
        let stranger = Buyer::Visitor("another hash".to_owned());
        assert!(world.billing.gift_of(draft.id, &stranger).await.expect("read").is_none(), "the code is the giver's");
        let giver = world.member(GIVER).await;
        assert_eq!(world.billing.gifts(giver).await.expect("read").len(), 0);
        world.billing.adopt(giver, &GIVER.parse().expect("an address")).await.expect("adopted");
        assert_eq!(world.billing.gifts(giver).await.expect("read")[0].code, gift.code);
    }

    async fn what_isnt_paid_cant_be_redeemed_and_the_same_form_is_one_gift(db: TestDb) {
        let world = World::new(db).await;
        let giver = world.member(GIVER).await;
        let buyer = World::buyer(giver, GIVER);
        let mut draft = world.draft(None).await;
        world.billing.draft_gift(&buyer, &draft).await.expect("drafted");
        "Other words.".clone_into(&mut draft.message);
        world.billing.draft_gift(&buyer, &draft).await.expect("drafted again");
        let gift = world.billing.gift_of(draft.id, &buyer).await.expect("read").expect("theirs");
        assert_eq!((gift.state, gift.code.is_none(), gift.message.as_str()), (GiftState::Unpaid, true, "Other words."));
        assert_eq!(world.letters().await.len(), 0);
        let stranger = Buyer::Visitor("a hash".to_owned());
        assert!(world.billing.draft_gift(&stranger, &draft).await.is_err(), "another's draft");
        let thing = Thing::Gift { gift: draft.id, name: "A gift".to_owned() };
        let order = World::offer_order(stranger, &world.gift_offer(6).await, thing.clone());
        assert!(world.billing.order(&order).await.is_err(), "another's gift");
        // Not for the price of a shorter one.
        let order = World::offer_order(buyer.clone(), &world.gift_offer(12).await, thing);
        assert!(world.billing.order(&order).await.is_err());
        world.pays_gift(&buyer, &draft, None).await;
        assert!(world.billing.draft_gift(&buyer, &draft).await.is_err(), "what is paid isn't changed");
    }

    async fn money_back_voids_it(db: TestDb) {
        let world = World::new(db).await;
        let (giver, gift) = world.given(Some(3)).await;
        let charge = world.charge_of_gift(giver).await;
        world.letters().await;
        world.refund(&charge, None).await;
        assert_eq!(world.billing.gifts(giver).await.expect("read")[0].state, GiftState::Void);
        world.days(4).await;
        assert_eq!(world.letters().await.len(), 0, "nothing is sent");
        let friend = world.member(FRIEND).await;
        let refused = world.billing.redeem(&code(&gift), friend, NETWORK).await;
        assert!(matches!(refused, Err(RedeemError::Void)), "{refused:?}");
        assert_eq!(world.reads(friend).await, '-');
    }

    async fn money_back_takes_a_redeemed_gift_back(db: TestDb) {
        let world = World::new(db).await;
        let (giver, gift) = world.given(None).await;
        let friend = world.member(FRIEND).await;
        world.billing.redeem(&code(&gift), friend, NETWORK).await.expect("redeemed");
        world.days(3).await;
        let charge = world.charge_of_gift(giver).await;
        let dispute = world.sandbox.open_dispute(&charge, "fraudulent").expect("a dispute");
        world.settle().await;
        assert_eq!(world.reads(friend).await, '-', "disputed");
        world.sandbox.close_dispute(&dispute, Verdict::Won).expect("won");
        world.settle().await;
        assert_eq!(world.reads(friend).await, 'p', "won");
        let draft = world.draft(None).await;
        world.pays_gift(&World::buyer(giver, GIVER), &draft, None).await;
        let second = world.billing.gift_of(draft.id, &World::buyer(giver, GIVER)).await.expect("read").expect("theirs");
        let friend = world.member("other@example.org").await;
        world.billing.redeem(&code(&second), friend, NETWORK).await.expect("redeemed");
        let reading = world.clock.now();
        world.days(1).await;
        assert_eq!(world.reads(friend).await, 'p');
        let charge = world.charge_of_gift(giver).await;
        world.refund(&charge, None).await;
        assert_eq!(world.reads(friend).await, '-', "refunded");
        let counted = async |at| world.billing.claims(friend, at).await.expect("read").iter().any(|claim| claim.counted);
        assert!(counted(reading).await);
        assert!(!counted(world.clock.now()).await);
        assert_eq!(world.billing.claims(giver, reading).await.expect("read"), [], "the giver's payment opened nothing");
    }

    async fn a_gift_adds_to_what_runs_out_and_isnt_lost_to_what_renews(db: TestDb) {
        let world = World::new(db).await;
        let (giver, first) = world.given(None).await;
        let friend = world.member(FRIEND).await;
        let one = world.billing.redeem(&code(&first), friend, NETWORK).await.expect("redeemed");
        let draft = world.draft(None).await;
        world.pays_gift(&World::buyer(giver, GIVER), &draft, None).await;
        let gifts = world.billing.gifts(giver).await.expect("read");
        let second = gifts.iter().find(|gift| gift.state == GiftState::Ready).expect("the second");
        let two = world.billing.redeem(&code(second), friend, NETWORK).await.expect("redeemed");
        assert_eq!(two.starts_at, one.ends_at, "one after the other");

        let draft = world.draft(None).await;
        world.pays_gift(&World::buyer(giver, GIVER), &draft, None).await;
        let gifts = world.billing.gifts(giver).await.expect("read");
        let third = gifts.iter().find(|gift| gift.state == GiftState::Ready).expect("the third");
        let subscriber = world.subscribe("subscriber@example.org", 990).await;
        let refused = world.billing.redeem(&code(third), subscriber, NETWORK).await;
        assert!(matches!(refused, Err(RedeemError::Subscribed)), "a larger plan renews: {refused:?}");
        let purchase = world.purchase(subscriber).await;
        world.billing.set_ending(subscriber, &purchase.id, true).await.expect("cancelled");
        world.settle().await;
        let after = world.billing.redeem(&code(third), subscriber, NETWORK).await.expect("redeemed");
        assert_eq!(Some(after.starts_at), world.purchase(subscriber).await.facts.cancel_at, "when it ends");

        let draft = world.draft(None).await;
        world.pays_gift(&World::buyer(giver, GIVER), &draft, None).await;
        let gifts = world.billing.gifts(giver).await.expect("read");
        let fourth = gifts.iter().find(|gift| gift.state == GiftState::Ready).expect("the fourth");
        let lifer = world.member("lifer@example.org").await;
        world.billing.grant(lifer, &"standard".parse().expect("a plan"), world.clock.now(), None, "test").await.expect("granted");
        let refused = world.billing.redeem(&code(fourth), lifer, NETWORK).await;
        assert!(matches!(refused, Err(RedeemError::ForGood)), "{refused:?}");
    }

    async fn wrong_codes_are_limited_and_codes_expire(db: TestDb) {
        let world = World::new(db).await;
        let (_, gift) = world.given(None).await;
        let friend = world.member(FRIEND).await;
        for place in 0..10 {
            let refused = world.billing.redeem(&format!("wrong {place}"), friend, NETWORK).await;
            assert!(matches!(refused, Err(RedeemError::NoSuchCode)), "{refused:?}");
        }
        let refused = world.billing.redeem(&code(&gift), friend, NETWORK).await;
        assert!(matches!(refused, Err(RedeemError::TooMany)), "the right one isn't tried: {refused:?}");
        let other = world.member("other@example.org").await;
        // Another member at another network isn't kept from theirs.
        let refused = world.billing.redeem("0000-0000-0000-0000", other, "198.51.100.1").await;
        assert!(matches!(refused, Err(RedeemError::NoSuchCode)), "{refused:?}");
        world.sandbox.advance(std::time::Duration::from_hours(24 * 366 * 4)).await;
        world.settle().await;
        let refused = world.billing.redeem(&code(&gift), friend, NETWORK).await;
        assert!(matches!(refused, Err(RedeemError::Expired)), "{refused:?}");
    }

    async fn doubled_and_late_messages_change_nothing(db: TestDb) {
        let world = World::new(db).await;
        world.sandbox.set_switches(Switches { duplicate: 3, reorder: true, ..Switches::default() });
        let (giver, gift) = world.given(None).await;
        let friend = world.member(FRIEND).await;
        world.billing.redeem(&code(&gift), friend, NETWORK).await.expect("redeemed");
        assert_eq!(world.billing.reconcile(&|_| {}).await.expect("reconciled").repaired, 0);
        assert_eq!(world.reads(friend).await, 'p', "looking again takes nothing back");
        assert_eq!(world.billing.gifts(giver).await.expect("read").len(), 1);
    }
}
