//! Sessions: found, kept alive, listed, ended.

mod common;

use common::Fixture;
use jiff::SignedDuration;

const READER: &str = "reader@example.org";

test_db::both! {
    async fn a_token_that_was_never_given_opens_nothing(db: TestDb) {
        let site = Fixture::new(db);
        let opened = site.sign_in(READER).await;
        for token in ["", "x", &opened.session.id.to_string(), &format!("{}x", opened.token)] {
            assert!(site.accounts.session(token).await.expect("read").is_none(), "{token}");
        }
    }

    async fn a_session_lives_ninety_days_after_its_last_use(db: TestDb) {
        let site = Fixture::new(db);
        let token = site.sign_in(READER).await.token;
        for _ in 0..3 {
            site.clock.advance(SignedDuration::from_hours(89 * 24));
            assert!(site.accounts.session(token.as_str()).await.expect("read").is_some());
        }
        site.clock.advance(SignedDuration::from_hours(90 * 24));
        assert!(site.accounts.session(token.as_str()).await.expect("read").is_none());
    }

    async fn its_last_use_is_noted_every_five_minutes(db: TestDb) {
        let site = Fixture::new(db);
        let opened = site.sign_in(READER).await;
        let seen = async || {
            site.accounts.session(opened.token.as_str()).await.expect("read").expect("signed in");
            site.accounts.sessions(opened.member.id).await.expect("read")[0].last_seen_at
        };
        let signed_in = opened.session.last_seen_at;
        site.clock.advance(SignedDuration::from_mins(4));
        assert_eq!(seen().await, signed_in);
        site.clock.advance(SignedDuration::from_mins(1));
        assert_eq!(seen().await, signed_in + SignedDuration::from_mins(5));
    }

    async fn sessions_are_listed_the_last_used_first(db: TestDb) {
        let site = Fixture::new(db);
        let first = site.sign_in(READER).await;
        site.clock.advance(SignedDuration::from_mins(1));
        let second = site.sign_in(READER).await;
        let other = site.sign_in("other@example.org").await;
        let ids = async || {
            let sessions = site.accounts.sessions(first.member.id).await.expect("read");
            sessions.into_iter().map(|session| session.id).collect::<Vec<_>>()
        };
        assert_eq!(ids().await, [second.session.id, first.session.id]);
        assert!(!ids().await.contains(&other.session.id));
    }

    async fn one_session_is_ended_and_only_by_its_member(db: TestDb) {
        let site = Fixture::new(db);
        let (mine, theirs) = (site.sign_in(READER).await, site.sign_in("other@example.org").await);
        site.accounts.revoke_session(mine.member.id, theirs.session.id).await.expect("nothing to do");
        assert!(site.accounts.session(theirs.token.as_str()).await.expect("read").is_some());
        site.accounts.revoke_session(mine.member.id, mine.session.id).await.expect("ended");
        assert!(site.accounts.session(mine.token.as_str()).await.expect("read").is_none());
    }

    async fn a_token_ends_its_session_and_no_other(db: TestDb) {
        let site = Fixture::new(db);
        let (first, second) = (site.sign_in(READER).await, site.sign_in(READER).await);
        let ended = site.accounts.end_session(first.token.as_str()).await.expect("ended");
        assert_eq!(ended, Some(first.session.id));
        assert!(site.accounts.session(first.token.as_str()).await.expect("read").is_none());
        assert!(site.accounts.session(second.token.as_str()).await.expect("read").is_some());
        assert_eq!(site.accounts.end_session(first.token.as_str()).await.expect("nothing to do"), None);
        assert_eq!(site.accounts.end_session("").await.expect("nothing to do"), None);
    }

    async fn all_others_are_ended_at_once(db: TestDb) {
        let site = Fixture::new(db);
        let (first, second, kept) = (site.sign_in(READER).await, site.sign_in(READER).await, site.sign_in(READER).await);
        let stranger = site.sign_in("other@example.org").await;
        let mut ended = site.accounts.revoke_other_sessions(kept.member.id, kept.session.id).await.expect("ended");
        ended.sort_unstable();
        let mut expected = vec![first.session.id, second.session.id];
        expected.sort_unstable();
        assert_eq!(ended, expected);
        assert!(site.accounts.session(first.token.as_str()).await.expect("read").is_none());
        assert!(site.accounts.session(kept.token.as_str()).await.expect("read").is_some());
        assert!(site.accounts.session(stranger.token.as_str()).await.expect("read").is_some());
    }

    async fn a_rotated_session_has_a_new_token_only(db: TestDb) {
        let site = Fixture::new(db);
        let opened = site.sign_in(READER).await;
        let token = site.accounts.rotate_session(opened.session.id).await.expect("rotated").expect("alive");
        assert!(site.accounts.session(opened.token.as_str()).await.expect("read").is_none());
        let found = site.accounts.session(token.as_str()).await.expect("read").expect("signed in");
        assert_eq!(found.session.id, opened.session.id);
        site.accounts.revoke_session(opened.member.id, opened.session.id).await.expect("ended");
        assert!(site.accounts.rotate_session(opened.session.id).await.expect("asked").is_none());
    }

    async fn a_session_can_be_opened_without_a_mail(db: TestDb) {
        let site = Fixture::new(db);
        let member = site.sign_in(READER).await.member;
        let new = site.accounts.open_session(member.id, "curl/8.14.1").await.expect("opened");
        let found = site.accounts.session(new.token.as_str()).await.expect("read").expect("signed in");
        assert_eq!((found.session, found.member), (new.session, member));
    }
}
