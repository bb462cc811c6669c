//! Reading without a plan: the meter's ledger, gift links, institutions.

use std::sync::Arc;

use billing::courtesy::{
    GIFT_LIFETIME, Given, GivenBack, MOST_BOUNCES, Month, NewInstitution, Read, Rules, Taken,
};
use billing::{Billing, BillingError};
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};
use kernel::{ArticleId, Clock as _, ManualClock, MemberId, PlanKey};
use sea_orm::{ConnectionTrait, Statement};
use test_db::TestDb;

const MINUTE: SignedDuration = SignedDuration::from_mins(1);

struct Fixture {
    billing: Billing,
    clock: Arc<ManualClock>,
    db: TestDb,
    people: i64,
}

impl Fixture {
    async fn new(db: TestDb) -> Self {
        let clock = ManualClock::at("2026-11-23T08:00:00Z".parse().expect("a time"));
        let billing = Billing::new(db.connection().clone(), clock.clone());
        let plans = "[[plan]]\nkey = \"standard\"\n[plan.texts]\nde = { name = \"Abo\", description = \"\" }\n\
                     [[plan]]\nkey = \"gold\"\nincludes = [\"standard\"]\n[plan.texts]\nde = { name = \"Gold\", description = \"\" }\n";
        billing.import_plans(plans).await.expect("plans");
        Self { billing, clock, db, people: 0 }
    }

    fn now(&self) -> Timestamp {
        self.clock.now()
    }

    fn month(&self) -> Month {
        Month::of(self.now(), &TimeZone::get("Europe/Berlin").expect("a time zone"))
    }

    /// Members and articles are made by other crates; here rows are enough.
    async fn member(&mut self) -> MemberId {
        self.people += 1;
        let id = MemberId::new(self.now());
        let email = format!("reader{}@example.org", self.people);
        let insert =
            "INSERT INTO member (id, email, name, languages, created_at) VALUES ($1, $2, '', 'de', 0)";
        self.execute(insert, vec![id.as_uuid().into(), email.into()]).await;
        id
    }

    async fn article(&self) -> ArticleId {
        let id = ArticleId::new(self.now());
        let insert = "INSERT INTO article (id, key, kind, access, source_locale, version, created_at, changed_at) \
                      VALUES ($1, $2, 'story', 'paid', 'de', 1, 0, 0)";
        self.execute(insert, vec![id.as_uuid().into(), id.to_string().into()]).await;
        id
    }

    async fn articles<const N: usize>(&self) -> [ArticleId; N] {
        let mut articles = [ArticleId::new(self.now()); N];
        for article in &mut articles {
            *article = self.article().await;
        }
        articles
    }

    async fn execute(&self, sql: &str, values: Vec<sea_orm::Value>) {
        let backend = self.db.connection().get_database_backend();
        let statement = Statement::from_sql_and_values(backend, sql, values);
        self.db.connection().execute_raw(statement).await.expect("executed");
    }

    /// Opens a story a minute after the last.
    async fn read(&self, member: MemberId, article: ArticleId, limit: u16) -> Taken {
        self.clock.advance(MINUTE);
        self.billing.take(member, article, limit, self.month()).await.expect("counted").0
    }
}

fn plan(key: &str) -> PlanKey {
    key.parse().expect("a plan")
}

test_db::both! {
    async fn nothing_is_given_away_until_the_publisher_says_so(db: TestDb) {
        let it = Fixture::new(db).await;
        assert_eq!(it.billing.courtesy_rules().await.expect("read"), Rules::default());
        let rules = Rules { meter_visitors: 3, meter_members: 5, gift_links: 10 };
        it.billing.set_courtesy_rules(rules).await.expect("set");
        let rules = Rules { meter_members: 0, ..rules };
        it.billing.set_courtesy_rules(rules).await.expect("set");
        assert_eq!(it.billing.courtesy_rules().await.expect("read"), rules);
        let refused = it.billing.set_courtesy_rules(Rules { meter_visitors: 31, ..rules }).await;
        assert!(matches!(refused, Err(BillingError::TooGenerous)));
    }

    async fn a_member_reads_as_many_stories_as_are_free(db: TestDb) {
        let mut it = Fixture::new(db).await;
        let (member, other) = (it.member().await, it.member().await);
        let [one, two, three] = it.articles().await;
        assert_eq!(it.read(member, one, 2).await, Taken::Counted { bounced: None });
        assert_eq!(it.read(member, one, 2).await, Taken::Again);
        assert_eq!(it.read(member, two, 2).await, Taken::Counted { bounced: None });
        assert_eq!(it.read(member, three, 2).await, Taken::UsedUp);
        assert_eq!(it.billing.tally(member, it.month()).await.expect("read").left(2), 0);
        assert_eq!(it.read(other, three, 2).await, Taken::Counted { bounced: None }, "each has their own");
        // In December the count begins anew, where the site is.
        it.clock.set("2026-11-30T22:58:00Z".parse().expect("a time"));
        assert_eq!(it.read(member, three, 2).await, Taken::UsedUp);
        assert_eq!(it.read(member, three, 2).await, Taken::Counted { bounced: None });
        let ledger = it.billing.ledger(member).await.expect("read");
        assert_eq!(ledger.iter().map(|entry| entry.article).collect::<Vec<_>>(), [three, two, one]);
        assert_eq!(ledger[1].ends_at.to_string(), "2026-11-30T23:00:00Z");
    }

    async fn a_story_left_at_once_is_given_back(db: TestDb) {
        let mut it = Fixture::new(db).await;
        let member = it.member().await;
        let [one, two] = it.articles().await;
        it.read(member, one, 1).await;
        it.clock.advance(SignedDuration::from_secs(4));
        let taken = it.billing.take(member, two, 1, it.month()).await.expect("counted").0;
        assert_eq!(taken, Taken::Counted { bounced: Some(one) });
        it.clock.advance(SignedDuration::from_secs(4));
        assert!(it.billing.bounce(member, two, it.month()).await.expect("left"));
        assert!(!it.billing.bounce(member, two, it.month()).await.expect("left"), "once");
        assert_eq!(it.billing.tally(member, it.month()).await.expect("read").bounces, 2);
        let ledger = it.billing.ledger(member).await.expect("read");
        assert!(ledger.iter().all(|entry| matches!(entry.given_back, Some((_, GivenBack::Bounce)))));
        // Whoever claims to leave everything at once reads a handful, not everything.
        for _ in 0..20 {
            let article = it.article().await;
            it.read(member, article, 1).await;
            it.billing.bounce(member, article, it.month()).await.expect("left");
        }
        let tally = it.billing.tally(member, it.month()).await.expect("read");
        assert_eq!((tally.bounces, tally.reads.len()), (MOST_BOUNCES, 1));
        assert_eq!(it.billing.ledger(member).await.expect("read").len(), usize::from(MOST_BOUNCES) + 1);
    }

    async fn one_story_a_month_can_be_taken_back(db: TestDb) {
        let mut it = Fixture::new(db).await;
        let (member, other) = (it.member().await, it.member().await);
        let [one, two, three] = it.articles().await;
        it.read(member, one, 2).await;
        it.read(member, two, 2).await;
        let ledger = it.billing.ledger(member).await.expect("read");
        let month = it.month();
        assert!(!it.billing.undo(other, ledger[0].id, month).await.expect("asked"), "somebody else's");
        assert!(it.billing.may_undo(member, month).await.expect("asked"));
        assert!(it.billing.undo(member, ledger[0].id, month).await.expect("asked"));
        assert!(!it.billing.undo(member, ledger[1].id, month).await.expect("asked"), "one a month");
        assert!(!it.billing.may_undo(member, month).await.expect("asked"));
        assert_eq!(it.read(member, three, 2).await, Taken::Counted { bounced: None });
        assert_eq!(it.read(member, two, 2).await, Taken::UsedUp, "what was taken back is closed");
    }

    async fn what_a_visitor_has_read_counts_for_the_member_they_become(db: TestDb) {
        let mut it = Fixture::new(db).await;
        let member = it.member().await;
        let [one, two, three] = it.articles().await;
        it.read(member, one, 3).await;
        it.read(member, two, 3).await;
        let undone = it.billing.ledger(member).await.expect("read")[0].id;
        assert!(it.billing.undo(member, undone, it.month()).await.expect("asked"));
        let at = it.now();
        // A story may be gone by then; one that was taken back stays so.
        let gone = ArticleId::new(at);
        let visitor = [one, two, three, gone].map(|article| Read { article, at });
        for _ in 0..2 {
            it.billing.merge(member, &visitor, it.month()).await.expect("merged");
        }
        let tally = it.billing.tally(member, it.month()).await.expect("read");
        let counting: Vec<_> = tally.reads.iter().map(|read| read.article).collect();
        assert_eq!(counting, [one, three]);
    }

    async fn of_readings_at_the_same_time_no_more_count_than_are_free(db: TestDb) {
        let mut it = Fixture::new(db).await;
        let member = it.member().await;
        let mut tasks = tokio::task::JoinSet::new();
        for _ in 0..8 {
            let (billing, article, month) = (it.billing.clone(), it.article().await, it.month());
            tasks.spawn(async move { billing.take(member, article, 2, month).await.expect("counted").0 });
        }
        let taken = tasks.join_all().await;
        let tally = it.billing.tally(member, it.month()).await.expect("read");
        assert_eq!(tally.reads.len(), 2);
        // All at the same moment: each takes the place of one that can't have been read.
        let counted = taken.iter().filter(|taken| !matches!(taken, Taken::UsedUp)).count();
        assert_eq!(counted, 2 + usize::from(tally.bounces));
    }

    async fn a_gift_link_opens_its_story_until_it_ends(db: TestDb) {
        let mut it = Fixture::new(db).await;
        let (member, other) = (it.member().await, it.member().await);
        let [one, two, three] = it.articles().await;
        let give = async |article| it.billing.give(member, article, 2, it.month()).await.expect("asked");
        let Given::Link(link) = give(one).await else { panic!("there was one left") };
        assert!(matches!(give(one).await, Given::Link(same) if same.id == link.id), "one for each story");
        let Given::Link(second) = give(two).await else { panic!("there was one left") };
        assert_eq!(give(three).await, Given::UsedUp);
        assert!(!it.billing.revoke_gift_link(other, link.id).await.expect("asked"), "somebody else's");
        assert!(it.billing.revoke_gift_link(member, link.id).await.expect("asked"));
        assert_eq!(give(one).await, Given::UsedUp, "what was taken back counts");
        it.billing.note_gift_use(second.id).await.expect("noted");
        let found = it.billing.gift_links_by_id(&[link.id, second.id]).await.expect("read");
        assert_eq!(found.len(), 2);
        for link in found {
            assert_eq!(link.opens_at(it.now()), link.id == second.id);
            assert_eq!(link.uses, u32::from(link.id == second.id));
            assert!(!link.opens_at(link.expires_at));
        }
        it.clock.advance(GIFT_LIFETIME);
        assert!(matches!(it.billing.give(member, two, 2, it.month()).await.expect("asked"), Given::Link(fresh) if fresh.id != second.id));
        assert_eq!(it.billing.gift_links_made(member, it.month()).await.expect("read"), 1);
    }

    async fn of_links_made_at_the_same_time_no_more_are_made_than_may_be(db: TestDb) {
        let mut it = Fixture::new(db).await;
        let member = it.member().await;
        let mut tasks = tokio::task::JoinSet::new();
        for _ in 0..6 {
            let (billing, article, month) = (it.billing.clone(), it.article().await, it.month());
            tasks.spawn(async move { billing.give(member, article, 2, month).await.expect("asked") });
        }
        let made = tasks.join_all().await.into_iter().filter(|given| matches!(given, Given::Link(_)));
        assert_eq!(made.count(), 2);
    }

    async fn an_institution_has_its_plan_and_what_comes_with_it(db: TestDb) {
        let it = Fixture::new(db).await;
        let networks = ["192.0.2.7/24", "2001:db8::/32"].map(|network| network.parse().expect("a network"));
        let gold = plan("gold");
        let new = || NewInstitution { name: " City library ", plan: &gold, networks: &networks, until: None };
        let id = it.billing.add_institution(new()).await.expect("added");
        let institutions = it.billing.institutions().await.expect("read");
        assert_eq!(institutions[0].name, "City library");
        assert_eq!(institutions[0].opens, [plan("gold"), plan("standard")].into());
        assert!(institutions[0].has("192.0.2.200".parse().expect("an address")));
        assert!(institutions[0].counts_at(it.now()));
        it.clock.advance(MINUTE);
        it.billing.end_institution(id).await.expect("ended");
        assert!(!it.billing.institutions().await.expect("read")[0].counts_at(it.now()));
        assert!(matches!(it.billing.end_institution(id).await, Err(BillingError::NoSuchInstitution(_))));

        let refused = [
            (NewInstitution { name: " ", ..new() }, "not a name"),
            (NewInstitution { plan: &plan("silver"), ..new() }, "no plan silver"),
            (NewInstitution { networks: &[], ..new() }, "needs a network"),
            (NewInstitution { networks: &["0.0.0.0/0".parse().expect("a network")], ..new() }, "too wide"),
            (NewInstitution { until: Some(it.now()), ..new() }, "must end after"),
        ];
        for (new, why) in refused {
            let error = it.billing.add_institution(new).await.expect_err(why).to_string();
            assert!(error.contains(why), "{error}");
        }
    }

    async fn what_could_have_opened_a_story_can_be_told_later(db: TestDb) {
        let mut it = Fixture::new(db).await;
        let (member, friend) = (it.member().await, it.member().await);
        let article = it.article().await;
        let before = it.now();
        it.read(member, article, 1).await;
        let read = it.now();
        let Given::Link(link) = it.billing.give(friend, article, 1, it.month()).await.expect("asked") else {
            panic!("there was one left")
        };
        it.clock.advance(MINUTE);
        let entry = it.billing.ledger(member).await.expect("read")[0].id;
        assert!(it.billing.undo(member, entry, it.month()).await.expect("asked"));
        assert!(it.billing.revoke_gift_link(friend, link.id).await.expect("asked"));
        let at = async |at| it.billing.courtesies(member, article, at).await.expect("read");
        assert!(!at(before).await.metered(before));
        assert!(at(read).await.metered(read));
        assert_eq!(at(read).await.gift_links, 1);
        assert!(!at(it.now()).await.metered(it.now()));
        assert_eq!(at(it.now()).await.gift_links, 0);
    }

    async fn what_was_read_is_forgotten(db: TestDb) {
        let mut it = Fixture::new(db).await;
        let member = it.member().await;
        let article = it.article().await;
        it.read(member, article, 1).await;
        it.billing.give(member, article, 1, it.month()).await.expect("asked");
        it.clock.advance(SignedDuration::from_hours(24 * 60));
        assert_eq!(it.billing.sweep_courtesies().await.expect("swept"), 0);
        it.clock.advance(SignedDuration::from_hours(24 * 70));
        assert_eq!(it.billing.sweep_courtesies().await.expect("swept"), 2);
        assert!(it.billing.ledger(member).await.expect("read").is_empty());
        let export = it.billing.export(member).await.expect("read");
        assert!(export.meter.is_empty() && export.gift_links.is_empty());
    }
}
