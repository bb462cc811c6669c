//! Plans come from `plans.toml` and are shown in its order.

use std::sync::Arc;

use billing::{Billing, BillingError, Saved};
use kernel::{Locale, SystemClock};

const SAMPLE: &str = include_str!("../../gazette/sample/plans.toml");

fn locale(tag: &str) -> Locale {
    tag.parse().expect("a tag")
}

fn billing(db: &test_db::TestDb) -> Billing {
    Billing::new(db.connection().clone(), Arc::new(SystemClock))
}

fn plan(key: &str, name: &str) -> String {
    format!("[[plan]]\nkey = \"{key}\"\n[plan.texts]\nde = {{ name = \"{name}\", description = \"\" }}\n")
}

test_db::both! {
    async fn the_sample_is_read_in_its_order(db: TestDb) {
        let billing = billing(&db);
        assert_eq!(billing.import_plans(SAMPLE).await.expect("good"), Saved { created: 2, updated: 0, unchanged: 0, retired: 0, reoffered: true });
        let plans = billing.plans().await.expect("read");
        assert_eq!(plans.iter().map(|plan| plan.key.as_str()).collect::<Vec<_>>(), ["standard", "supporter"]);
        let german = plans[0].text(&locale("de")).expect("described");
        assert_eq!((german.name.as_str(), german.benefits.len()), ("Abo", 3));
        assert_eq!(plans[1].text(&locale("fr")).expect("described").name, "Abonnement de soutien");
        assert_eq!(plans[0].text(&locale("ja")), None);
    }

    async fn the_same_again_writes_nothing(db: TestDb) {
        let billing = billing(&db);
        billing.import_plans(SAMPLE).await.expect("good");
        let before = billing.plans().await.expect("read");
        assert_eq!(billing.import_plans(SAMPLE).await.expect("good"), Saved { created: 0, updated: 0, unchanged: 2, retired: 0, reoffered: false });
        assert_eq!(billing.plans().await.expect("read"), before);
    }

    async fn changes_are_taken_over_and_other_plans_stay(db: TestDb) {
        let billing = billing(&db);
        billing.import_plans(&[plan("a", "A"), plan("b", "B"), plan("c", "C")].concat()).await.expect("good");
        let saved = billing.import_plans(&[plan("b", "B"), plan("a", "A!")].concat()).await.expect("good");
        assert_eq!(saved, Saved { created: 0, updated: 2, unchanged: 0, retired: 1, reoffered: false });
        let plans = billing.plans().await.expect("read");
        let names: Vec<_> = plans.iter().map(|plan| plan.text(&locale("de")).expect("described").name.as_str()).collect();
        assert_eq!(names, ["B", "A!", "C"]);
    }

    async fn a_bad_file_changes_nothing(db: TestDb) {
        let billing = billing(&db);
        let error = billing.import_plans(&[plan("a", "A"), plan("B", "B")].concat()).await.expect_err("refused");
        assert!(matches!(&error, BillingError::PlanFile(error) if error.line == 6), "{error}");
        assert_eq!(billing.plans().await.expect("read"), []);
    }
}
