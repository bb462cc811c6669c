//! Whoever waits for a transaction may be gone before it has begun.

use std::time::Duration;

use sea_orm::{ConnectionTrait, Database, DbBackend, Statement};

async fn count(db: &impl ConnectionTrait, backend: DbBackend) -> i64 {
    let question = Statement::from_string(backend, "SELECT COUNT(*) AS found FROM wanted");
    let row = db.query_one_raw(question).await.expect("read").expect("a row");
    row.try_get("", "found").expect("a number")
}

test_db::both! {
    async fn what_is_written_after_one_that_nobody_waited_for_is_durable(db: TestDb) {
        let pool = db.connection();
        pool.execute_unprepared("CREATE TABLE wanted (number INTEGER)").await.expect("made");
        for round in 0..60_i64 {
            let patience = Duration::from_micros(u64::try_from(round * 10).expect("small"));
            drop(tokio::time::timeout(patience, transaction::begin(pool)).await);
            pool.execute_unprepared(&format!("INSERT INTO wanted VALUES ({round})")).await.expect("written");
        }
        let other = Database::connect(db.url()).await.expect("another connection");
        assert_eq!(count(&other, other.get_database_backend()).await, 60, "others see all of it");
    }
}
