//! Grants give plans to members, for a time.

use std::sync::Arc;

use billing::{Billing, BillingError, Ended};
use jiff::{SignedDuration, Timestamp};
use kernel::access::{Access, Standing, decide};
use kernel::{ArticleId, Clock as _, ManualClock, MemberId, PlanKey};
use sea_orm::{ConnectionTrait, DbBackend, Statement};
use test_db::TestDb;

const HOUR: SignedDuration = SignedDuration::from_hours(1);

struct Fixture {
    billing: Billing,
    clock: Arc<ManualClock>,
    member: MemberId,
    db: TestDb,
}

impl Fixture {
    async fn new(db: TestDb) -> Self {
        let clock = ManualClock::at("2026-11-23T08:00:00Z".parse().expect("a time"));
        let billing = Billing::new(db.connection().clone(), clock.clone());
        let plans = ["gold", "silver"].map(|key| {
            format!(
                "[[plan]]\nkey = \"{key}\"\n[plan.texts]\nde = {{ name = \"{key}\", description = \"\" }}\n"
            )
        });
        billing.import_plans(&plans.concat()).await.expect("plans");
        let member = member(&db, clock.now(), "reader@example.org").await;
        Self { billing, clock, member, db }
    }

    fn now(&self) -> Timestamp {
        self.clock.now()
    }

    /// Whether the member may read what needs the plan `gold` now.
    async fn reads(&self) -> bool {
        let standing = Standing::Member(
            self.billing.grants(self.member).await.expect("read").into_iter().map(Into::into).collect(),
        );
        let access = Access::Plans([plan("gold")].into());
        decide(ArticleId::new(self.now()), &access, &standing.reach(self.now())).is_ok()
    }
}

/// Members are made by another crate; here a row is enough.
async fn member(db: &TestDb, now: Timestamp, email: &str) -> MemberId {
    let id = MemberId::new(now);
    let insert = "INSERT INTO member (id, email, name, languages, created_at) VALUES ($1, $2, '', 'de', 0)";
    execute(db, insert, vec![id.as_uuid().into(), email.into()]).await;
    id
}

async fn execute(db: &TestDb, sql: &str, values: Vec<sea_orm::Value>) {
    let backend: DbBackend = db.connection().get_database_backend();
    db.connection()
        .execute_raw(Statement::from_sql_and_values(backend, sql, values))
        .await
        .expect("executed");
}

fn plan(key: &str) -> PlanKey {
    key.parse().expect("a key")
}

test_db::both! {
    async fn a_grant_opens_from_its_start_to_its_end(db: TestDb) {
        let shop = Fixture::new(db).await;
        assert!(!shop.reads().await);
        let (from, until) = (shop.now() + HOUR, shop.now() + HOUR * 3);
        shop.billing.grant(shop.member, &plan("gold"), from, Some(until), "test").await.expect("granted");
        for (hour, open) in [(0, false), (1, true), (2, true), (3, false), (4, false)] {
            assert_eq!(shop.reads().await, open, "after {hour} hours");
            shop.clock.advance(HOUR);
        }
        assert_eq!(shop.billing.grants(shop.member).await.expect("read").len(), 1, "what has ended is told too");
    }

    async fn grants_are_listed_with_their_reason(db: TestDb) {
        let shop = Fixture::new(db).await;
        let later = shop.billing.grant(shop.member, &plan("gold"), shop.now() + HOUR, None, "prize").await.expect("granted");
        let sooner = shop.billing.grant(shop.member, &plan("silver"), shop.now(), None, "command line").await.expect("granted");
        let other = member(&shop.db, shop.now(), "other@example.org").await;
        shop.billing.grant(other, &plan("silver"), shop.now(), None, "test").await.expect("granted");
        let grants = shop.billing.grants(shop.member).await.expect("read");
        assert_eq!(grants.iter().map(|grant| grant.id).collect::<Vec<_>>(), [sooner, later]);
        assert_eq!((grants[1].reason.as_str(), &grants[1].plan, grants[1].ends_at), ("prize", &plan("gold"), None));
        assert_eq!(later.to_string().parse(), Ok(later));

        let export = serde_json::to_value(shop.billing.export(shop.member).await.expect("read")).expect("serialisable");
        assert_eq!(export["grants"][0]["plan"], "silver");
        assert_eq!(export["grants"][0]["starts_at"], "2026-11-23T08:00:00Z");
    }

    async fn a_revoked_grant_ends_now(db: TestDb) {
        let shop = Fixture::new(db).await;
        let grant = shop.billing.grant(shop.member, &plan("gold"), shop.now(), None, "test").await.expect("granted");
        shop.clock.advance(HOUR);
        assert!(shop.reads().await);
        assert_eq!(shop.billing.revoke(grant).await.expect("revoked"), Ended { ended: 1, cancelled: 0 });
        assert!(!shop.reads().await);
        assert_eq!(shop.billing.grants(shop.member).await.expect("read")[0].ends_at, Some(shop.now()));
        shop.clock.advance(HOUR);
        assert_eq!(shop.billing.revoke(grant).await.expect("nothing to do").total(), 0);
        let other = member(&shop.db, shop.now(), "other@example.org").await;
        let theirs = shop.billing.grant(other, &plan("gold"), shop.now(), None, "test").await.expect("granted");
        assert_eq!(shop.billing.revoke_of(shop.member, theirs).await.expect("none of theirs").total(), 0);
    }

    async fn revoking_all_ends_what_runs_and_cancels_what_is_to_come(db: TestDb) {
        let shop = Fixture::new(db).await;
        let now = shop.now();
        for (from, until) in [(now - HOUR * 2, Some(now - HOUR)), (now - HOUR, None), (now, None), (now + HOUR, None)] {
            shop.billing.grant(shop.member, &plan("gold"), from, until, "test").await.expect("granted");
        }
        assert_eq!(shop.billing.revoke_all(shop.member).await.expect("revoked"), Ended { ended: 1, cancelled: 2 });
        assert!(!shop.reads().await);
        assert_eq!(shop.billing.grants(shop.member).await.expect("read").len(), 2, "history stays");
        let given = shop.billing.grants_with_revoked(shop.member).await.expect("read");
        let revoked: Vec<bool> = given.iter().map(|given| given.revoked_at == Some(now)).collect();
        assert_eq!(revoked, [false, true, true, true], "what never began is remembered too");
        assert!(given.iter().all(|given| !given.counts_at(now) && !given.counts_at(now + HOUR * 9)));
        assert!(given[1].counts_at(now - HOUR / 2), "it counted until then");
        assert_eq!(given[1].grant.ends_at, None, "as it was given");
    }

    async fn what_cannot_be_granted_is_refused(db: TestDb) {
        let shop = Fixture::new(db).await;
        let now = shop.now();
        let grant = async |member, key: &str, until| shop.billing.grant(member, &plan(key), now, until, "test").await;
        assert!(matches!(grant(shop.member, "bronze", None).await, Err(BillingError::NoSuchPlan(key)) if key == plan("bronze")));
        let nobody = MemberId::new(now);
        assert!(matches!(grant(nobody, "gold", None).await, Err(BillingError::NoSuchMember(id)) if id == nobody));
        assert!(matches!(grant(shop.member, "gold", Some(now)).await, Err(BillingError::EndsTooEarly)));
        assert_eq!(shop.billing.grants(shop.member).await.expect("read"), []);
    }

    async fn grants_go_with_the_member(db: TestDb) {
        let shop = Fixture::new(db).await;
        shop.billing.grant(shop.member, &plan("gold"), shop.now(), None, "test").await.expect("granted");
        execute(&shop.db, "DELETE FROM member", vec![]).await;
        assert_eq!(shop.billing.grants(shop.member).await.expect("read"), []);
    }
}
