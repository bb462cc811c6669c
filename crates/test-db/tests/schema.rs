//! The schema goes up on both databases, and down again.

use migrations::{Migrator, MigratorTrait};

test_db::both! {
    async fn the_schema_goes_up_and_down(db: TestDb) {
        Migrator::down(db.connection(), None).await.expect("down");
        Migrator::up(db.connection(), None).await.expect("up again");
    }
}
