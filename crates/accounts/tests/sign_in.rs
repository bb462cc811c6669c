//! Signing in by a mail.

mod common;

use accounts::{FinishError, MOST_ATTEMPTS, SIGN_IN_LIFETIME, Settings, StartError};
use common::{FIREFOX, Fixture, NETWORK, browser, email, wrong};
use jiff::SignedDuration;
use sea_orm::{ConnectionTrait, Statement};

const READER: &str = "reader@example.org";

test_db::both! {
    async fn a_link_makes_the_account_and_signs_in(db: TestDb) {
        let site = Fixture::new(db);
        let started = site.start(READER).await.expect("started");
        assert!(site.accounts.member_by_email(&email(READER)).await.expect("read").is_none(), "not before it is finished");

        let opened = site.accounts.finish_by_token(started.token.as_str(), &site.browser, FIREFOX).await.expect("finished");
        assert_eq!(opened.member.email, email(READER));
        assert_eq!(opened.member.languages.to_string(), "de");
        assert_eq!(opened.return_to.as_str(), "/de/night-trains?from=mail");
        assert_eq!(opened.session.device, "Firefox · Android");

        let found = site.accounts.session(opened.token.as_str()).await.expect("read").expect("signed in");
        assert_eq!((found.member, found.session), (opened.member, opened.session));
    }

    async fn signing_in_again_keeps_the_account(db: TestDb) {
        let site = Fixture::new(db);
        let first = site.sign_in(READER).await;
        site.accounts.rename(first.member.id, "Ada").await.expect("renamed");
        let second = site.sign_in(READER).await;
        assert_eq!(second.member.id, first.member.id);
        assert_eq!(second.member.name, "Ada");
        assert_ne!(second.token, first.token);
        assert!(site.accounts.session(first.token.as_str()).await.expect("read").is_some(), "the other device stays");
    }

    async fn a_code_signs_in_another_device(db: TestDb) {
        let site = Fixture::new(db);
        let started = site.start(READER).await.expect("started");
        let opened = site.accounts.finish_by_code(&site.browser, &started.code, FIREFOX).await.expect("finished");
        assert_eq!(opened.member.email, email(READER));
        let link = site.accounts.finish_by_token(started.token.as_str(), &site.browser, FIREFOX).await;
        assert!(matches!(link, Err(FinishError::Used)), "code and link are one sign-in");
        let again = site.accounts.finish_by_code(&site.browser, &started.code, FIREFOX).await;
        assert!(matches!(again, Err(FinishError::Used)));
    }

    async fn the_code_of_an_earlier_mail_works_too(db: TestDb) {
        let site = Fixture::new(db);
        let earlier = site.start(READER).await.expect("started");
        site.start(READER).await.expect("started again");
        site.accounts.finish_by_code(&site.browser, &earlier.code, FIREFOX).await.expect("finished");
    }

    async fn looking_at_a_link_changes_nothing(db: TestDb) {
        let site = Fixture::new(db);
        let started = site.start(READER).await.expect("started");
        for _ in 0..3 {
            let here = site.accounts.peek_sign_in(started.token.as_str(), Some(&site.browser)).await.expect("open");
            assert!(here.same_browser);
            assert_eq!(here.email.to_string(), "r…@example.org");
        }
        let scanner = site.accounts.peek_sign_in(started.token.as_str(), None).await.expect("open");
        assert!(!scanner.same_browser);
        site.accounts.finish_by_token(started.token.as_str(), &site.browser, FIREFOX).await.expect("still good");
        let used = site.accounts.peek_sign_in(started.token.as_str(), Some(&site.browser)).await;
        assert!(matches!(used, Err(FinishError::Used)));
        let unknown = site.accounts.peek_sign_in("nothing", Some(&site.browser)).await;
        assert!(matches!(unknown, Err(FinishError::Unknown)));
    }

    async fn another_browser_cannot_finish(db: TestDb) {
        let site = Fixture::new(db);
        let started = site.start(READER).await.expect("started");
        let stranger = browser();
        let link = site.accounts.finish_by_token(started.token.as_str(), &stranger, FIREFOX).await;
        assert!(matches!(link, Err(FinishError::OtherBrowser)));
        let code = site.accounts.finish_by_code(&stranger, &started.code, FIREFOX).await;
        assert!(matches!(code, Err(FinishError::Unknown)));
        site.accounts.finish_by_token(started.token.as_str(), &site.browser, FIREFOX).await.expect("the right one can");
    }

    async fn after_fifteen_minutes_it_is_too_late(db: TestDb) {
        let site = Fixture::new(db);
        let started = site.start(READER).await.expect("started");
        assert_eq!(SIGN_IN_LIFETIME, SignedDuration::from_mins(15));
        site.clock.advance(SIGN_IN_LIFETIME - SignedDuration::from_millis(1));
        site.accounts.peek_sign_in(started.token.as_str(), Some(&site.browser)).await.expect("just in time");
        site.clock.advance(SignedDuration::from_millis(1));
        let link = site.accounts.finish_by_token(started.token.as_str(), &site.browser, FIREFOX).await;
        assert!(matches!(link, Err(FinishError::Expired)));
        let code = site.accounts.finish_by_code(&site.browser, &started.code, FIREFOX).await;
        assert!(matches!(code, Err(FinishError::Expired)));
    }

    async fn five_wrong_codes_close_the_code_but_not_the_link(db: TestDb) {
        let site = Fixture::new(db);
        let started = site.start(READER).await.expect("started");
        let guess = wrong(&started.code);
        for attempt in 1..=MOST_ATTEMPTS {
            let answer = site.accounts.finish_by_code(&site.browser, &guess, FIREFOX).await;
            let last = attempt == MOST_ATTEMPTS;
            assert_eq!(matches!(answer, Err(FinishError::TooManyAttempts)), last, "{attempt}: {answer:?}");
            assert_eq!(matches!(answer, Err(FinishError::Unknown)), !last, "{attempt}: {answer:?}");
        }
        let right = site.accounts.finish_by_code(&site.browser, &started.code, FIREFOX).await;
        assert!(matches!(right, Err(FinishError::TooManyAttempts)));
        site.accounts.finish_by_token(started.token.as_str(), &site.browser, FIREFOX).await.expect("the link is as good");
    }

    async fn what_is_no_code_costs_no_attempt(db: TestDb) {
        let site = Fixture::new(db);
        let started = site.start(READER).await.expect("started");
        for text in ["", "12345", "1234567", "12345a", "١٢٣٤٥٦"] {
            let answer = site.accounts.finish_by_code(&site.browser, text, FIREFOX).await;
            assert!(matches!(answer, Err(FinishError::Unknown)), "{text}");
        }
        site.accounts.finish_by_code(&site.browser, &started.code, FIREFOX).await.expect("finished");
    }

    async fn guesses_at_the_same_time_get_no_more_attempts(db: TestDb) {
        let site = Fixture::new(db);
        let started = site.start(READER).await.expect("started");
        let guess = wrong(&started.code);
        let mut guesses = tokio::task::JoinSet::new();
        for _ in 0..20 {
            let (accounts, browser, guess) = (site.accounts.clone(), site.browser.clone(), guess.clone());
            guesses.spawn(async move { accounts.finish_by_code(&browser, &guess, FIREFOX).await });
        }
        let answers = guesses.join_all().await;
        let compared = answers.iter().filter(|answer| matches!(answer, Err(FinishError::Unknown))).count();
        let refused = answers.iter().filter(|answer| matches!(answer, Err(FinishError::TooManyAttempts))).count();
        // The fifth is compared too, and says that it was the last.
        assert_eq!((compared, refused), (4, 16), "{answers:?}");
        let row = Statement::from_string(site.db.connection().get_database_backend(), "SELECT attempts FROM sign_in");
        let row = site.db.connection().query_one_raw(row).await.expect("read").expect("a row");
        assert_eq!(row.try_get::<i32>("", "attempts").expect("a number"), MOST_ATTEMPTS);
    }

    async fn of_two_finishes_at_the_same_time_one_wins(db: TestDb) {
        let site = Fixture::new(db);
        let started = site.start(READER).await.expect("started");
        let mut finishes = tokio::task::JoinSet::new();
        for n in 0..8 {
            let (accounts, browser, started) = (site.accounts.clone(), site.browser.clone(), started.clone());
            finishes.spawn(async move {
                match n % 2 {
                    0 => accounts.finish_by_token(started.token.as_str(), &browser, FIREFOX).await,
                    _ => accounts.finish_by_code(&browser, &started.code, FIREFOX).await,
                }
            });
        }
        let (won, lost): (Vec<_>, Vec<_>) = finishes.join_all().await.into_iter().partition(Result::is_ok);
        assert_eq!(won.len(), 1);
        for answer in lost {
            assert!(matches!(answer, Err(FinishError::Used | FinishError::TooManyAttempts)), "{answer:?}");
        }
        let member = site.accounts.member_by_email(&email(READER)).await.expect("read").expect("made");
        assert_eq!(site.accounts.sessions(member.id).await.expect("read").len(), 1);
    }

    async fn two_first_sign_ins_at_the_same_time_make_one_account(db: TestDb) {
        let site = Fixture::new(db);
        let mut finishes = tokio::task::JoinSet::new();
        for _ in 0..4 {
            let browser = browser();
            let started = site.start_from(READER, &browser, NETWORK).await.expect("started");
            let accounts = site.accounts.clone();
            finishes.spawn(async move { accounts.finish_by_token(started.token.as_str(), &browser, FIREFOX).await });
        }
        let mut members: Vec<_> = finishes.join_all().await.into_iter().map(|opened| opened.expect("finished").member.id).collect();
        members.dedup();
        assert_eq!(members.len(), 1);
    }

    async fn an_address_gets_five_mails_an_hour(db: TestDb) {
        let site = Fixture::new(db);
        for n in 0..5 {
            site.start_from(READER, &browser(), &format!("192.0.2.{n}")).await.expect("within the limit");
        }
        let sixth = site.start_from(READER, &browser(), "198.51.100.1").await;
        assert!(matches!(sixth, Err(StartError::TooMany)));
        site.start("other@example.org").await.expect("others aren't limited");
        site.clock.advance(SignedDuration::from_hours(1));
        site.start(READER).await.expect("an hour later");
    }

    async fn the_limit_is_the_same_with_and_without_an_account(db: TestDb) {
        let site = Fixture::new(db);
        site.sign_in("member@example.org").await;
        site.clock.advance(SignedDuration::from_hours(1));
        for address in ["member@example.org", "nobody@example.org"] {
            let mut mails = 0;
            while site.start(address).await.is_ok() {
                mails += 1;
            }
            assert_eq!(mails, 5, "{address}");
        }
    }

    async fn a_network_gets_thirty_mails_an_hour(db: TestDb) {
        let site = Fixture::new(db);
        for n in 0..30 {
            site.start(&format!("reader{n}@example.org")).await.expect("within the limit");
        }
        assert!(matches!(site.start("late@example.org").await, Err(StartError::TooMany)));
        site.start_from("late@example.org", &browser(), "198.51.100.1").await.expect("another network");
    }

    async fn starts_at_the_same_time_keep_the_limit(db: TestDb) {
        let site = Fixture::new(db);
        // The first round also opens the pool's connections, so the others really are at the same time.
        for round in 0..4 {
            let mut starts = tokio::task::JoinSet::new();
            for n in 0..16 {
                let (accounts, browser) = (site.accounts.clone(), browser());
                starts.spawn(async move {
                    let back = "/".parse().expect("a path");
                    let reader = email(&format!("reader{round}@example.org"));
                    let network = format!("192.0.{round}.{n}");
                    accounts.start_sign_in(&reader, &common::locale("de"), &back, &browser, &network).await
                });
            }
            let started = starts.join_all().await.into_iter().flatten().count();
            assert_eq!(started, 5, "round {round}");
        }
    }

    async fn limits_are_settings(db: TestDb) {
        let mut site = Fixture::new(db);
        site.accounts = site.accounts.with_settings(Settings { starts_per_address: 1, ..Settings::default() });
        site.start(READER).await.expect("the first");
        assert!(matches!(site.start(READER).await, Err(StartError::TooMany)));
    }

    async fn nothing_that_opens_a_door_is_stored_readable(db: TestDb) {
        let site = Fixture::new(db);
        let started = site.start(READER).await.expect("started");
        let opened = site.sign_in(READER).await;
        let read = async |sql| {
            let statement = Statement::from_string(site.db.connection().get_database_backend(), sql);
            let rows = site.db.connection().query_all_raw(statement).await.expect("read");
            let texts = rows.iter().map(|row| row.try_get::<String>("", "texts").expect("a text"));
            texts.collect::<Vec<_>>().join("\n")
        };
        let stored = read("SELECT token_hash || ' ' || code_hash || ' ' || browser_hash || ' ' || network AS texts FROM sign_in").await
            + &read("SELECT token_hash AS texts FROM session").await;
        assert!(stored.len() > 4 * 64);
        for secret in [started.token.as_str(), opened.token.as_str(), site.browser.as_str(), NETWORK] {
            assert!(!stored.contains(secret));
        }
        assert!(!stored.split_whitespace().any(|word| word == started.code));
        assert!(!format!("{started:?} {opened:?}").contains(started.token.as_str()));
    }

    async fn old_sign_ins_and_ended_sessions_are_swept(db: TestDb) {
        let site = Fixture::new(db);
        site.sign_in(READER).await;
        site.start("nobody@example.org").await.expect("started");
        assert_eq!(site.accounts.sweep().await.expect("swept").sign_ins, 0, "limits still look at them");
        site.clock.advance(SignedDuration::from_hours(25));
        let swept = site.accounts.sweep().await.expect("swept");
        assert_eq!((swept.sign_ins, swept.sessions), (2, 0));
        site.clock.advance(SignedDuration::from_hours(90 * 24));
        assert_eq!(site.accounts.sweep().await.expect("swept").sessions, 1);
    }
}
