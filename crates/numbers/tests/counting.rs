//! Counts are written once, by however many nodes, and readers are forgotten with their day.

use jiff::civil::{Date, date};
use kernel::{ArticleId, Locale};
use numbers::{Batch, Day, DayCount, Days, Numbers, Read, Reader, State};
use sea_orm::{ConnectionTrait, Statement};
use test_db::TestDb;

const TODAY: Date = date(2026, 11, 25);

fn article(second: i64) -> ArticleId {
    ArticleId::new(jiff::Timestamp::from_second(second).expect("in range"))
}

fn german() -> Locale {
    "de".parse().expect("a tag")
}

async fn reader(numbers: &Numbers, name: &str) -> Reader {
    numbers.salt(Day::from(TODAY)).await.expect("a salt").reader(&[10, 0, 0, 1], name.as_bytes())
}

async fn kept(db: &TestDb, table: &str) -> i64 {
    let backend = db.connection().get_database_backend();
    let sql = format!("SELECT count(*) AS n FROM {table}");
    let row = db.connection().query_one_raw(Statement::from_string(backend, sql)).await.expect("an answer");
    row.expect("a row").try_get("", "n").expect("a number")
}

test_db::both! {
    async fn reads_add_up_and_readers_count_once_a_day(db: TestDb) {
        let numbers = Numbers::new(db.connection().clone());
        let (here, there) = (numbers.clone(), Numbers::new(db.connection().clone()));
        let (story, other) = (article(1), article(2));
        let (ada, ben) = (reader(&here, "Ada").await, reader(&there, "Ben").await);
        let read = |article, state, walled, reader| {
            Read { day: TODAY.into(), article, locale: german(), state, walled, reader }
        };
        let mut first = Batch::default();
        for _ in 0..3 {
            first.add(&read(story, State::Visitor, true, ada));
        }
        first.add(&read(other, State::Visitor, false, ada));
        first.add_opened(TODAY.into(), story, &german(), ada);
        first.add_opened(TODAY.into(), story, &german(), ada);
        here.write(&first).await.expect("written");
        let mut second = Batch::default();
        second.add(&read(story, State::Visitor, true, ada));
        second.add(&read(story, State::Subscriber, false, ada));
        second.add(&read(story, State::Subscriber, false, ben));
        second.add_opened(TODAY.into(), story, &german(), ben);
        there.write(&second).await.expect("written");

        let days = Days::ending(TODAY, 7);
        let stories = numbers.stories(days, 10).await.expect("counted");
        assert_eq!(stories.len(), 2);
        assert_eq!((stories[0].article, stories[0].reads), (story, [4, 0, 2]));
        assert_eq!((stories[0].readers, stories[0].walled), (3, 1), "Ada as a visitor and as a subscriber, and Ben");
        assert_eq!((stories[1].readers, stories[1].walled), (1, 0), "Ada is another reader there");
        assert_eq!(numbers.stories(days, 1).await.expect("counted").len(), 1);
        let by_day = numbers.by_day(days).await.expect("counted");
        assert_eq!(by_day, [
            DayCount { day: TODAY, state: State::Subscriber, reads: 2 },
            DayCount { day: TODAY, state: State::Visitor, reads: 5 },
        ]);
        assert_eq!(numbers.opened(days, 9).await.expect("counted")[0].opened, 2);
        let by_locale = numbers.by_locale(days).await.expect("counted");
        assert_eq!(by_locale.iter().map(|count| count.reads).sum::<i64>(), 7);
        assert!(numbers.by_day(days.before()).await.expect("counted").is_empty());
    }

    async fn what_tells_readers_apart_goes_with_its_day(db: TestDb) {
        let numbers = Numbers::new(db.connection().clone());
        let today = Day::from(TODAY);
        let before = reader(&numbers, "Ada").await;
        assert_eq!(before, reader(&numbers, "Ada").await, "all nodes agree");
        let mut batch = Batch::default();
        let read = Read { day: today, article: article(1), locale: german(), state: State::Member, walled: false, reader: before };
        batch.add(&read);
        numbers.write(&batch).await.expect("written");
        numbers.forget_readers_before(today).await.expect("done");
        assert_eq!((kept(&db, "reader_salt").await, kept(&db, "reader_today").await), (1, 1));
        numbers.forget_readers_before(today.next()).await.expect("done");
        assert_eq!((kept(&db, "reader_salt").await, kept(&db, "reader_today").await), (0, 0));
        assert_eq!(kept(&db, "read_day").await, 1, "what was counted stays");
        assert_ne!(before, reader(&numbers, "Ada").await, "nobody is known again");
    }

    async fn many_are_written_at_once(db: TestDb) {
        let numbers = Numbers::new(db.connection().clone());
        let salt = numbers.salt(TODAY.into()).await.expect("a salt");
        let mut batch = Batch::default();
        for n in 0_u32..1_000 {
            let reader = salt.reader(&n.to_le_bytes(), b"Firefox");
            let article = article(i64::from(n % 500));
            batch.add(&Read { day: TODAY.into(), article, locale: german(), state: State::Visitor, walled: true, reader });
        }
        numbers.write(&batch).await.expect("written");
        let counted = numbers.by_locale(Days::ending(TODAY, 1)).await.expect("counted");
        assert_eq!((counted[0].reads, counted[0].readers, counted[0].walled), (1_000, 1_000, 1_000));
    }
}
