//! The newsroom's door: passwords, second factors, sessions of staff, and how guessing is slowed down.

mod common;

use accounts::{
    EnterError, Entered, Password, PasswordEntry, Proof, Role, SecondFactor, Settings, Visit, WrongCode,
};
use common::{FIREFOX, Fixture, NETWORK, email};
use jiff::SignedDuration;
use kernel::access::Standing;
use kernel::{Clock as _, MemberId};

const EDITOR: &str = "editor@example.org";
const OWNER: &str = "owner@example.org";
const PASSWORD: &str = "a password for the tests";

fn visit(known: Option<&str>) -> Visit<'_> {
    Visit { network: NETWORK, user_agent: FIREFOX, known }
}

/// Somebody with a role and a password.
async fn staff(site: &Fixture, address: &str, role: Role) -> MemberId {
    let id = site.sign_in(address).await.member.id;
    site.accounts.set_role(id, Some(role), "test").await.expect("given");
    let password = Password::new(PASSWORD, &email(address), []).expect("good");
    site.accounts.set_password(id, &password, None, "test").await.expect("set");
    id
}

async fn by_password(
    site: &Fixture,
    address: &str,
    password: &str,
    known: Option<&str>,
) -> Result<PasswordEntry, EnterError> {
    site.accounts.enter_by_password(&email(address), password, visit(known)).await
}

async fn entered(site: &Fixture, address: &str) -> Entered {
    match by_password(site, address, PASSWORD, None).await {
        Ok(PasswordEntry::Entered(entered)) => *entered,
        other => panic!("not in: {other:?}"),
    }
}

async fn half(site: &Fixture, address: &str) -> String {
    match by_password(site, address, PASSWORD, None).await {
        Ok(PasswordEntry::Half(token)) => token.as_str().to_owned(),
        other => panic!("not half: {other:?}"),
    }
}

/// The code of a secret, so many steps from now.
fn code(site: &Fixture, secret: &str, steps: i64) -> String {
    let secret = totp_rs::Secret::try_from_base32(secret).expect("base32");
    let totp = totp_rs::Builder::new().with_secret(secret).build().expect("long enough");
    let at = site.clock.now().as_second() + 30 * steps;
    totp.generate(u64::try_from(at).expect("after 1970")).to_string()
}

/// Sets up one-time codes; gives their secret.
async fn set_up(site: &Fixture, member: MemberId, address: &str) -> String {
    let new = site.accounts.new_totp(member, &email(address), "The Harbour").expect("made");
    let code = code(site, &new.secret, 0);
    let confirmed =
        site.accounts.confirm_totp(member, &new.sealed, &code, "test".into()).await.expect("tried");
    assert_eq!(confirmed, Ok(()));
    new.secret
}

test_db::both! {
    async fn a_mail_opens_a_readers_session_even_for_staff(db: TestDb) {
        let site = Fixture::new(db);
        staff(&site, EDITOR, Role::Editor).await;
        let reader = site.sign_in(EDITOR).await;
        let found = site.accounts.session(reader.token.as_str()).await.expect("read").expect("signed in");
        assert_eq!((found.standing, found.staff), (Standing::Member(Vec::new()), None));
        let entered = entered(&site, EDITOR).await;
        let found = site.accounts.session(entered.session.token.as_str()).await.expect("read").expect("signed in");
        assert_eq!(found.standing, Standing::Staff);
        let staff = found.staff.expect("of staff");
        assert!(staff.complete && staff.proof == Proof::Password);
        let audited = site.accounts.audited(&found.member.id.to_string()).await.expect("read");
        let entry = audited.iter().find(|entry| entry.action == "signed-in").expect("recorded");
        assert_eq!(entry.device, "Firefox · Android");
        assert_eq!(entry.network, site.accounts.network_mark(NETWORK));
    }

    async fn only_who_works_here_has_a_password(db: TestDb) {
        let site = Fixture::new(db);
        let id = site.sign_in("reader@example.org").await.member.id;
        let password = Password::new(PASSWORD, &email("reader@example.org"), []).expect("good");
        assert!(site.accounts.set_password(id, &password, None, "test").await.is_err());
        for (address, typed) in [("reader@example.org", PASSWORD), ("nobody@example.org", PASSWORD), (EDITOR, "")] {
            let refused = by_password(&site, address, typed, None).await;
            assert!(matches!(refused, Err(EnterError::Wrong)), "{address}");
        }
        let id = staff(&site, EDITOR, Role::Editor).await;
        let entered = entered(&site, EDITOR).await;
        site.accounts.set_role(id, None, "test").await.expect("taken");
        assert!(site.accounts.session(entered.session.token.as_str()).await.expect("read").is_none(), "it ends with the role");
        assert!(matches!(by_password(&site, EDITOR, PASSWORD, None).await, Err(EnterError::Wrong)));
    }

    async fn who_may_do_much_needs_a_second_factor(db: TestDb) {
        let site = Fixture::new(db);
        let id = staff(&site, OWNER, Role::Owner).await;
        let first = entered(&site, OWNER).await;
        let token = first.session.token.as_str();
        let found = site.accounts.session(token).await.expect("read").expect("signed in");
        assert_eq!(found.standing, Standing::Member(Vec::new()), "half a proof reads like a reader");
        assert!(!found.staff.expect("of staff").complete);

        let new = site.accounts.new_totp(id, &email(OWNER), "The: Harbour").expect("made");
        assert!(new.url.starts_with("otpauth://totp/") && new.url.contains("owner%40example.org"), "{}", new.url);
        let wrong = site.accounts.confirm_totp(id, &new.sealed, "000000", "test".into()).await.expect("tried");
        assert_eq!(wrong, Err(WrongCode));
        let other = site.sign_in("other@example.org").await.member.id;
        let stolen = site.accounts.confirm_totp(other, &new.sealed, &code(&site, &new.secret, 0), "test".into()).await;
        assert_eq!(stolen.expect("tried"), Err(WrongCode), "a secret is sealed for its member");
        let right = site.accounts.confirm_totp(id, &new.sealed, &code(&site, &new.secret, 0), "test".into()).await;
        assert_eq!(right.expect("tried"), Ok(()));
        site.accounts.complete_session(first.session.session.id).await.expect("noted");
        let found = site.accounts.session(token).await.expect("read").expect("signed in");
        assert_eq!(found.standing, Standing::Staff);
        half(&site, OWNER).await;
    }

    async fn each_code_works_once(db: TestDb) {
        let site = Fixture::new(db);
        let id = staff(&site, OWNER, Role::Owner).await;
        let secret = set_up(&site, id, OWNER).await;
        let finish = async |code: &str| {
            let token = half(&site, OWNER).await;
            site.accounts.finish_entry_by_code(&token, code, visit(None)).await
        };
        let used = code(&site, &secret, 0);
        assert!(matches!(finish(&used).await, Err(EnterError::Wrong)), "it set the codes up");
        site.clock.advance(SignedDuration::from_secs(30));
        let next = code(&site, &secret, 0);
        let entered = finish(&next).await.expect("in");
        assert!(!entered.by_recovery_code);
        assert!(matches!(finish(&next).await, Err(EnterError::Wrong)));

        let codes = site.accounts.new_recovery_codes(id, "test".into()).await.expect("made");
        assert_eq!(codes.len(), 10);
        let entered = finish(&codes[3].to_uppercase()).await.expect("in");
        assert!(entered.by_recovery_code);
        assert!(matches!(finish(&codes[3]).await, Err(EnterError::Wrong)), "once");
        assert_eq!(site.accounts.recovery_codes_left(id).await.expect("read"), 9);
        site.accounts.reset_factors(id, "test").await.expect("reset");
        assert!(!site.accounts.factors(id).await.expect("read").second());
        assert!(site.accounts.session(entered.session.token.as_str()).await.expect("read").is_none());
    }

    async fn a_step_is_short_and_has_few_attempts(db: TestDb) {
        let site = Fixture::new(db);
        let id = staff(&site, OWNER, Role::Owner).await;
        let secret = set_up(&site, id, OWNER).await;
        let token = half(&site, OWNER).await;
        assert_eq!(site.accounts.pending_entry(&token).await.expect("read"), Some((true, false)));
        for _ in 0..5 {
            let refused = site.accounts.finish_entry_by_code(&token, "000000", visit(None)).await;
            assert!(matches!(refused, Err(EnterError::Wrong)));
        }
        let refused = site.accounts.finish_entry_by_code(&token, &code(&site, &secret, 1), visit(None)).await;
        assert!(matches!(refused, Err(EnterError::Expired)));
        site.clock.advance(SignedDuration::from_hours(25));
        let token = half(&site, OWNER).await;
        site.clock.advance(SignedDuration::from_mins(10));
        let refused = site.accounts.finish_entry_by_code(&token, &code(&site, &secret, 0), visit(None)).await;
        assert!(matches!(refused, Err(EnterError::Expired)));
        assert_eq!(site.accounts.pending_entry(&token).await.expect("read"), None);
    }

    async fn guessing_is_slowed_down_but_the_owner_is_not_locked_out(db: TestDb) {
        let site = Fixture::new(db);
        let id = staff(&site, EDITOR, Role::Editor).await;
        let known = entered(&site, EDITOR).await.known;
        let guess = async |address: &str, known: Option<&str>| by_password(&site, address, "not the password", known).await;
        for address in [EDITOR, "nobody@example.org"] {
            for _ in 0..6 {
                assert!(matches!(guess(address, None).await, Err(EnterError::Wrong)), "{address}");
            }
            let waits = async || match guess(address, None).await {
                Err(EnterError::Wait(seconds)) => seconds,
                other => panic!("{address}: {other:?}"),
            };
            assert_eq!(waits().await, 1);
            site.clock.advance(SignedDuration::from_secs(1));
            assert!(matches!(guess(address, None).await, Err(EnterError::Wrong)));
            assert_eq!(waits().await, 2, "it doubles");
            // The right password, too, has to wait elsewhere.
            assert!(matches!(by_password(&site, address, PASSWORD, None).await, Err(EnterError::Wait(_))));
        }
        assert!(matches!(by_password(&site, EDITOR, PASSWORD, Some(&known)).await, Ok(PasswordEntry::Entered(_))));
        let forged = format!("{}.{}", known.split('.').next().expect("a name"), "0".repeat(64));
        assert!(matches!(by_password(&site, EDITOR, PASSWORD, Some(&forged)).await, Err(EnterError::Wait(_))));
        // A known browser that is stolen has its own limit.
        for _ in 0..6 {
            guess(EDITOR, Some(&known)).await.expect_err("wrong");
        }
        assert!(matches!(guess(EDITOR, Some(&known)).await, Err(EnterError::Wait(1))));
        let audited = site.accounts.audited(&id.to_string()).await.expect("read");
        assert!(audited.iter().any(|entry| entry.action == "sign-in-slowed" && entry.detail["failures"] == 5));
        site.clock.advance(SignedDuration::from_hours(25));
        assert!(matches!(by_password(&site, EDITOR, PASSWORD, None).await, Ok(PasswordEntry::Entered(_))));
    }

    async fn a_network_that_guesses_at_many_is_slowed_down(db: TestDb) {
        let site = Fixture::new(db);
        staff(&site, EDITOR, Role::Editor).await;
        for n in 0..31 {
            let refused = by_password(&site, &format!("n{n}@example.org"), "not the password", None).await;
            assert!(matches!(refused, Err(EnterError::Wrong)), "{n}");
        }
        assert!(matches!(by_password(&site, EDITOR, PASSWORD, None).await, Err(EnterError::Wait(1))));
        let elsewhere = Visit { network: "198.51.100.1", ..visit(None) };
        assert!(site.accounts.enter_by_password(&email(EDITOR), PASSWORD, elsewhere).await.is_ok());
    }

    async fn a_session_of_staff_is_short(db: TestDb) {
        let site = Fixture::new(db);
        staff(&site, EDITOR, Role::Editor).await;
        let alive = async |token: &str| site.accounts.session(token).await.expect("read").is_some();
        let idle = entered(&site, EDITOR).await.session.token;
        site.clock.advance(SignedDuration::from_mins(60));
        assert!(!alive(idle.as_str()).await, "an hour without use");
        let busy = entered(&site, EDITOR).await.session.token;
        for _ in 0..23 {
            site.clock.advance(SignedDuration::from_mins(30));
            assert!(alive(busy.as_str()).await);
        }
        site.clock.advance(SignedDuration::from_mins(30));
        assert!(!alive(busy.as_str()).await, "twelve hours, however it is used");
    }

    async fn a_new_password_ends_the_other_sessions(db: TestDb) {
        let site = Fixture::new(db);
        let id = staff(&site, EDITOR, Role::Editor).await;
        let (reader, mine, other) = (site.sign_in(EDITOR).await, entered(&site, EDITOR).await, entered(&site, EDITOR).await);
        let password = Password::new("quite another password", &email(EDITOR), []).expect("good");
        site.accounts.set_password(id, &password, Some(mine.session.session.id), "test").await.expect("set");
        let alive = async |token: &str| site.accounts.session(token).await.expect("read").is_some();
        assert!(alive(mine.session.token.as_str()).await && alive(reader.token.as_str()).await);
        assert!(!alive(other.session.token.as_str()).await);
        assert!(matches!(by_password(&site, EDITOR, PASSWORD, None).await, Err(EnterError::Wrong)));
    }

    async fn who_needs_a_second_factor_is_a_setting(db: TestDb) {
        let mut site = Fixture::new(db);
        staff(&site, EDITOR, Role::Editor).await;
        for (second_factor, complete) in [(SecondFactor::Trusted, true), (SecondFactor::Everybody, false), (SecondFactor::Nobody, true)] {
            site.accounts = site.accounts.with_settings(Settings { second_factor, ..Settings::default() });
            let token = entered(&site, EDITOR).await.session.token;
            let found = site.accounts.session(token.as_str()).await.expect("read").expect("signed in");
            assert_eq!(found.staff.expect("of staff").complete, complete, "{second_factor:?}");
        }
    }

    async fn who_it_is_can_be_proved_anew(db: TestDb) {
        let site = Fixture::new(db);
        staff(&site, EDITOR, Role::Editor).await;
        let entered = entered(&site, EDITOR).await;
        let (session, token) = (entered.session.session.id, entered.session.token);
        let proved_at = async || {
            let found = site.accounts.session(token.as_str()).await.expect("read").expect("signed in");
            found.staff.expect("of staff").proved_at
        };
        site.clock.advance(SignedDuration::from_mins(20));
        let before = proved_at().await;
        let wrong = site.accounts.prove_by_password(&entered.member, session, "not the password", visit(None)).await;
        assert!(matches!(wrong, Err(EnterError::Wrong)));
        assert_eq!(proved_at().await, before);
        site.accounts.prove_by_password(&entered.member, session, PASSWORD, visit(None)).await.expect("proved");
        assert_eq!(proved_at().await, site.clock.now());
    }
}
