//! A story alone.

use billing::facts::Bought;
use billing::rule::Why;
use billing::{Because, Buyer, NextStep, Offer, Step, Thing};
use kernel::access::Access;
use kernel::{ArticleId, MemberId, Money};
use stripe_sandbox::{Drop, Switches, Verdict};

use crate::support::World;

const READER: &str = "reader@example.org";

fn story(article: ArticleId) -> Thing {
    Thing::Story { article, access: Access::Paid, name: "Gazette: A story".to_owned() }
}

fn euros(text: &str) -> Money {
    text.parse().expect("money")
}

impl World {
    /// What a paid story costs alone, in EUR.
    async fn story_offer(&self, article: ArticleId) -> Offer {
        let offers = self.billing.story_offers(article, &Access::Paid).await.expect("read");
        let fits = |offer: &Offer| offer.amount.currency.code() == "EUR";
        offers.into_iter().find(fits).expect("an offer")
    }

    async fn buys(&self, buyer: Buyer, article: ArticleId, email: Option<&str>) {
        let offer = self.story_offer(article).await;
        let session = self.ordered(&Self::offer_order(buyer, &offer, story(article))).await;
        self.pay(&session, email);
        self.settle().await;
    }

    async fn bought(&self, email: &str, article: ArticleId) -> MemberId {
        let member = self.member(email).await;
        self.buys(Self::buyer(member, email), article, None).await;
        member
    }

    async fn charge_of(&self, member: MemberId) -> String {
        let purchases = self.billing.purchases(member).await.expect("read");
        let story =
            purchases.iter().find(|own| matches!(own.facts.bought, Bought::Story(_))).expect("a story");
        story.facts.payments[0].charge.clone()
    }
}

test_db::both! {
    async fn a_bought_story_opens_itself_and_nothing_else_for_good(db: TestDb) {
        let world = World::new(db).await;
        let (article, other) = (ArticleId::new(world.clock.now()), ArticleId::new(world.clock.now()));
        let member = world.bought(READER, article).await;
        assert!(world.opens(member, article, "paid").await);
        assert!(world.opens(member, article, "plans:supporter").await, "whatever its rule becomes");
        assert!(!world.opens(member, other, "paid").await);
        assert_eq!(world.reads(member).await, '-', "it is no plan");
        world.days(800).await;
        assert!(world.opens(member, article, "paid").await, "it doesn't end");
        let bought = world.billing.bought_stories(member).await.expect("read");
        assert_eq!(bought.iter().map(|story| story.article).collect::<Vec<_>>(), [article]);
        let stranger = world.member("stranger@example.org").await;
        assert!(!world.opens(stranger, article, "paid").await);
    }

    async fn prices_are_the_publications_or_the_storys_own(db: TestDb) {
        let world = World::new(db).await;
        let now = world.clock.now();
        let (plain, own, none) = (ArticleId::new(now), ArticleId::new(now), ArticleId::new(now));
        let amounts = async |article, rule: &str| {
            let rule: Access = rule.parse().expect("a rule");
            let offers = world.billing.story_offers(article, &rule).await.expect("read");
            offers.iter().map(|offer| offer.amount.to_string()).collect::<Vec<_>>()
        };
        let stories = [(plain, None), (own, Some(vec![euros("4.50 EUR")])), (none, Some(vec![]))];
        let changed = world.billing.import_story_prices(&stories).await.expect("taken over");
        assert_eq!(changed, [own, none]);
        assert_eq!(world.billing.import_story_prices(&stories).await.expect("again"), [], "nothing is written");
        assert_eq!(amounts(plain, "paid").await, ["1.99 EUR", "2.20 USD", "1.90 CHF"]);
        assert_eq!(amounts(own, "paid").await, ["4.50 EUR"]);
        assert_eq!(amounts(own, "plans:supporter").await, ["4.50 EUR"]);
        assert_eq!(amounts(none, "paid").await, Vec::<String>::new());
        for rule in ["public", "members", "plans:supporter"] {
            assert_eq!(amounts(plain, rule).await, Vec::<String>::new(), "{rule}");
        }
        // Another price is another offer; the old one can't be bought any more.
        let old = world.story_offer(own).await;
        world.billing.import_story_prices(&[(own, Some(vec![euros("5.00 EUR")]))]).await.expect("taken over");
        assert_eq!(amounts(own, "paid").await, ["5.00 EUR"]);
        let buyer = Buyer::Visitor("a hash".to_owned());
        assert!(world.billing.order(&World::offer_order(buyer.clone(), &old, story(own))).await.is_err());
        // Nor does one story's offer, or another kind's, buy another story.
        let cheap = world.story_offer(plain).await;
        assert!(world.billing.order(&World::offer_order(buyer.clone(), &cheap, story(own))).await.is_err());
        let gift = world.billing.gift_offers().await.expect("read").remove(0);
        assert!(world.billing.order(&World::offer_order(buyer, &gift, story(plain))).await.is_err());
        // What can't be charged is refused as a whole.
        let bad = [(plain, Some(vec![euros("1.00 EUR")])), (none, Some(vec![euros("0 EUR")]))];
        assert!(world.billing.import_story_prices(&bad).await.is_err());
        assert_eq!(amounts(plain, "paid").await.len(), 3);
    }

    async fn nobody_pays_twice_for_a_story(db: TestDb) {
        let world = World::new(db).await;
        let article = ArticleId::new(world.clock.now());
        let offer = world.story_offer(article).await;
        let member = world.member(READER).await;
        let order = World::offer_order(World::buyer(member, READER), &offer, story(article));
        let clicks = (0..6).map(|_| {
            let (billing, order) = (world.billing.clone(), order.clone());
            tokio::spawn(async move { billing.order(&order).await.expect("a checkout") })
        });
        let mut pages = Vec::new();
        for click in clicks.collect::<Vec<_>>() {
            pages.push(click.await.expect("no panic"));
        }
        assert!(pages.windows(2).all(|pair| pair[0] == pair[1]), "one page for all: {pages:?}");
        // A second tab comes from another page of the same story.
        let mut tab = order.clone();
        tab.cancel_url.push_str("?from=elsewhere");
        assert_eq!(world.billing.order(&tab).await.expect("the same page"), pages[0]);
        let session = world.ordered(&order).await;
        world.pay(&session, None);
        // Paid, and nobody has told us yet.
        assert!(matches!(world.billing.order(&order).await.expect("an answer"), NextStep::Wait(_)));
        world.settle().await;
        assert_eq!(world.billing.order(&order).await.expect("an answer"), NextStep::Owned);

        // A visitor who has paid, but hasn't signed in yet, pays no second time either.
        let visitor = World::offer_order(Buyer::Visitor("a hash".to_owned()), &offer, story(article));
        let session = world.ordered(&visitor).await;
        world.pay(&session, Some("other@example.org"));
        world.settle().await;
        let NextStep::Wait(checkout) = world.billing.order(&visitor).await.expect("an answer") else {
            panic!("it was paid");
        };
        let progress = world.billing.order_progress(checkout, &visitor.buyer).await.expect("read").expect("theirs");
        assert_eq!((progress.step, progress.bought), (Step::Complete, Bought::Story(article)));
        assert_eq!(progress.email.expect("known").as_str(), "other@example.org");
        let stranger = Buyer::Visitor("another hash".to_owned());
        assert_eq!(world.billing.order_progress(checkout, &stranger).await.expect("read"), None);
    }

    async fn a_visitor_pays_first_and_proves_the_address_later(db: TestDb) {
        let world = World::new(db).await;
        let article = ArticleId::new(world.clock.now());
        world.buys(Buyer::Visitor("a hash".to_owned()), article, Some("New@Example.org")).await;
        let member = world.member("new@example.org").await;
        assert!(!world.opens(member, article, "paid").await, "an address alone proves nothing");
        world.billing.adopt(member, &"new@example.org".parse().expect("an address")).await.expect("adopted");
        world.settle().await;
        assert!(world.opens(member, article, "paid").await);
    }

    async fn a_second_copy_is_given_back(db: TestDb) {
        let world = World::new(db).await;
        let article = ArticleId::new(world.clock.now());
        let member = world.bought(READER, article).await;
        world.buys(Buyer::Visitor("a hash".to_owned()), article, Some(READER)).await;
        world.billing.adopt(member, &READER.parse().expect("an address")).await.expect("adopted");
        world.settle().await;
        let purchases = world.billing.purchases(member).await.expect("read");
        let back: Vec<_> = purchases.iter().map(|own| own.facts.payments[0].is_refunded()).collect();
        assert_eq!(back.iter().filter(|back| **back).count(), 1, "{purchases:?}");
        assert!(world.opens(member, article, "paid").await, "the first copy stays");
    }

    async fn money_back_is_the_story_back(db: TestDb) {
        let world = World::new(db).await;
        let article = ArticleId::new(world.clock.now());
        let member = world.bought(READER, article).await;
        let charge = world.charge_of(member).await;
        world.refund(&charge, Some("50")).await;
        assert!(world.opens(member, article, "paid").await, "a part changes nothing");
        let dispute = world.sandbox.open_dispute(&charge, "fraudulent").expect("a dispute");
        world.settle().await;
        assert!(!world.opens(member, article, "paid").await, "disputed");
        world.sandbox.close_dispute(&dispute, Verdict::Won).expect("won");
        world.settle().await;
        assert!(world.opens(member, article, "paid").await, "won");
        let article = ArticleId::new(world.clock.now());
        let member = world.bought("other@example.org", article).await;
        let charge = world.charge_of(member).await;
        world.refund(&charge, None).await;
        assert!(!world.opens(member, article, "paid").await, "refunded");
        assert_eq!(world.billing.bought_stories(member).await.expect("read"), []);
        // It can be bought again.
        world.buys(World::buyer(member, "other@example.org"), article, None).await;
        assert!(world.opens(member, article, "paid").await);
    }

    async fn who_subscribes_may_buy_a_story_of_another_plan(db: TestDb) {
        let world = World::new(db).await;
        let member = world.subscribe(READER, 490).await;
        let article = ArticleId::new(world.clock.now());
        world.billing.import_story_prices(&[(article, Some(vec![euros("2.00 EUR")]))]).await.expect("priced");
        assert!(!world.opens(member, article, "plans:supporter").await);
        world.buys(World::buyer(member, READER), article, None).await;
        assert!(world.opens(member, article, "plans:supporter").await);
        assert_eq!(world.reads(member).await, 'p', "the subscription is as it was");
    }

    async fn doubled_late_and_lost_messages_change_nothing(db: TestDb) {
        let world = World::new(db).await;
        world.sandbox.set_switches(Switches { duplicate: 3, reorder: true, ..Switches::default() });
        let article = ArticleId::new(world.clock.now());
        let member = world.bought(READER, article).await;
        assert!(world.opens(member, article, "paid").await);
        assert_eq!(world.billing.purchases(member).await.expect("read").len(), 1);
        world.sandbox.set_switches(Switches { drop: Drop::Everything, ..Switches::default() });
        let other = ArticleId::new(world.clock.now());
        world.buys(World::buyer(member, READER), other, None).await;
        assert!(!world.opens(member, other, "paid").await, "nothing was heard");
        world.billing.catch_up().await.expect("asked");
        world.settle().await;
        assert!(world.opens(member, other, "paid").await);
        assert_eq!(world.billing.reconcile(&|_| {}).await.expect("reconciled").repaired, 0);
    }

    async fn the_past_can_be_explained(db: TestDb) {
        let world = World::new(db).await;
        let article = ArticleId::new(world.clock.now());
        let member = world.bought(READER, article).await;
        let reading = world.clock.now();
        world.days(2).await;
        let charge = world.charge_of(member).await;
        world.refund(&charge, None).await;
        let after = world.clock.now();
        let said = async |at| {
            let claims = world.billing.claims(member, at).await.expect("read");
            let [claim] = claims.as_slice() else { panic!("one claim, not {claims:?}") };
            assert_eq!(claim.article, Some(article));
            (claim.counted, claim.because)
        };
        assert_eq!(said(reading).await, (true, Because::Rule(Why::Paid)));
        assert_eq!(said(after).await, (false, Because::Rule(Why::Refunded)));
    }
}
