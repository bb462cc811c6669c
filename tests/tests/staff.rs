//! The newsroom's door over HTTP: how staff get in, and how nobody else does.

use gazette_tests::{Browser, PASSWORD, Site, location, one_time_code};
use reqwest::StatusCode;
use reqwest::header::SET_COOKIE;
use sea_orm::{ConnectionTrait, Statement};

const OWNER: &str = "owner@example.org";
const EDITOR: &str = "editor@example.org";
const STORY: &str = "/de/sicherheitsgarantien-ukraine";

/// Somebody with a role and a password, who isn't signed in.
async fn hired(site: &Site, email: &str, role: &str) {
    site.run(&["staff", "add", email, "--role", role]).await;
    site.run_with(&["staff", "set-password", email], PASSWORD).await;
}

async fn sign_in(browser: &Browser, email: &str, password: &str) -> reqwest::Response {
    let form = [("email", email), ("password", password), ("return_to", "/admin/search?days=7")];
    browser.post("/admin/sign-in", &form).await
}

async fn text(answer: reqwest::Response, status: StatusCode) -> String {
    assert_eq!(answer.status(), status);
    answer.text().await.expect("text")
}

/// The value of the session's cookie that an answer sets.
fn session_of(answer: &reqwest::Response) -> Option<String> {
    let cookies = answer.headers().get_all(SET_COOKIE).iter();
    let mut values =
        cookies.filter_map(|cookie| Some(cookie.to_str().ok()?.strip_prefix("gazette=")?.to_owned()));
    values.next().map(|cookie| cookie.split(';').next().unwrap_or_default().to_owned())
}

test_db::both! {
    async fn a_mail_opens_no_newsroom(db: TestDb) {
        let site = Site::start(&db).await;
        hired(&site, EDITOR, "editor").await;
        let browser = site.browser();
        browser.sign_in(&site.mail, EDITOR).await;
        assert_eq!(location(&browser.open("/admin?x=1").await), "/admin/sign-in?return_to=%2Fadmin%3Fx%3D1");
        assert!(browser.page(STORY).await.contains("wall-title"), "they read like a reader");
        assert_eq!(location(&sign_in(&browser, EDITOR, PASSWORD).await), "/admin/search?days=7");
        browser.page("/admin").await;
        assert!(!browser.page(STORY).await.contains("wall-title"), "and now as staff");
        assert_eq!(location(&browser.post("/admin/sign-out", &[]).await), "/admin/sign-in");
        assert!(location(&browser.open("/admin").await).starts_with("/admin/sign-in"));
    }

    async fn a_session_that_was_there_before_is_not_theirs(db: TestDb) {
        let site = Site::start(&db).await;
        hired(&site, EDITOR, "editor").await;
        let browser = site.browser();
        let before = browser.sign_in(&site.mail, "stranger@example.org").await;
        let signed_in = sign_in(&browser, EDITOR, PASSWORD).await;
        let session = session_of(&signed_in).expect("a session");
        assert!(!before.ends_with(&session), "a new token");
        let stranger = gazette_tests::client().get(format!("{}/admin", browser.base())).header("cookie", before);
        let answer = stranger.send().await.expect("an answer");
        assert!(location(&answer).starts_with("/admin/sign-in"), "the old one opens nothing");
        for elsewhere in ["https://evil.example/", "//evil.example", ""] {
            let form = [("email", EDITOR), ("password", PASSWORD), ("return_to", elsewhere)];
            assert_eq!(location(&site.browser().post("/admin/sign-in", &form).await), "/admin", "{elsewhere}");
        }
        let forged = site.browser().post_from("/admin/sign-in", &[("email", EDITOR), ("password", PASSWORD)], "http://evil.example").await;
        assert_eq!(forged.status(), StatusCode::FORBIDDEN);
    }

    async fn an_owner_needs_a_second_factor(db: TestDb) {
        let site = Site::start(&db).await;
        hired(&site, OWNER, "owner").await;
        let browser = site.browser();
        sign_in(&browser, OWNER, PASSWORD).await;
        for path in ["/admin", "/admin/members", "/admin/security"] {
            assert_eq!(location(&browser.open(path).await), "/admin/security/factor", "{path}");
        }
        assert!(browser.page(STORY).await.contains("wall-title"), "half a proof opens no story");
        let page = browser.page("/admin/security/totp").await;
        assert!(page.contains("<svg") && page.contains("otpauth://totp/"));
        let wrong = browser.post("/admin/security/totp", &[("sealed", "x"), ("code", "000000")]).await;
        text(wrong, StatusCode::UNPROCESSABLE_ENTITY).await;
        let secret = browser.set_up_codes().await;
        browser.page("/admin").await;
        let left = text(browser.post("/admin/security/totp/remove", &[]).await, StatusCode::UNPROCESSABLE_ENTITY).await;
        assert!(left.contains("role=\"alert\""), "the last one stays");

        let other = site.browser();
        let half = sign_in(&other, OWNER, PASSWORD).await;
        assert!(session_of(&half).is_none(), "a password alone opens nothing now");
        assert!(location(&half).starts_with("/admin/sign-in/factor?return_to=%2Fadmin%2Fsearch"));
        let page = other.page("/admin/sign-in/factor").await;
        assert!(page.contains("one-time-code"));
        assert!(location(&other.open("/admin").await).starts_with("/admin/sign-in?"));
        // That of now was used to set it up, and works once.
        let used = other.post("/admin/sign-in/factor", &[("code", &one_time_code(&secret, 0))]).await;
        text(used, StatusCode::UNPROCESSABLE_ENTITY).await;
        let right = other.post("/admin/sign-in/factor", &[("code", &one_time_code(&secret, 1)), ("return_to", "/admin/members")]).await;
        assert_eq!(location(&right), "/admin/members");
        other.page("/admin/members").await;
        let stranger = site.browser();
        let page = text(stranger.post("/admin/sign-in/factor", &[("code", "000000")]).await, StatusCode::UNPROCESSABLE_ENTITY).await;
        assert!(page.contains("name=\"password\""), "without the first half it begins anew");
    }

    async fn a_recovery_code_opens_once(db: TestDb) {
        let site = Site::start(&db).await;
        hired(&site, OWNER, "owner").await;
        let owner = site.browser();
        owner.sign_in_staff(OWNER, PASSWORD).await;
        let page = text(owner.post("/admin/security/codes", &[]).await, StatusCode::OK).await;
        let codes: Vec<&str> = page.split("<li>").filter_map(|item| item.split("</li>").next()).filter(|item| item.len() == 19 && item.matches('-').count() == 3).collect();
        assert_eq!(codes.len(), 10, "{page}");
        for (attempt, opens) in [(codes[0], true), (codes[0], false), ("0000-0000-0000-0000", false), (codes[1], true)] {
            let browser = site.browser();
            sign_in(&browser, OWNER, PASSWORD).await;
            let answer = browser.post("/admin/sign-in/factor", &[("code", attempt)]).await;
            if opens {
                assert_eq!(location(&answer), "/admin/security?done=recovered");
            } else {
                text(answer, StatusCode::UNPROCESSABLE_ENTITY).await;
            }
        }
        site.run(&["staff", "reset-factor", OWNER]).await;
        tokio::time::sleep(std::time::Duration::from_millis(2_100)).await;
        assert!(location(&owner.open("/admin").await).starts_with("/admin/sign-in"), "that ends their sessions");
        let browser = site.browser();
        sign_in(&browser, OWNER, PASSWORD).await;
        assert_eq!(location(&browser.open("/admin").await), "/admin/security/factor");
    }

    async fn guessing_is_slowed_down_and_tells_nothing(db: TestDb) {
        let site = Site::start(&db).await;
        hired(&site, EDITOR, "editor").await;
        let at_home = site.browser();
        at_home.sign_in_staff(EDITOR, PASSWORD).await;
        let mut told = Vec::new();
        for email in [EDITOR, "nobody@example.org"] {
            let guesser = site.browser();
            let mut last = String::new();
            for _ in 0..6 {
                last = text(sign_in(&guesser, email, "not the password").await, StatusCode::UNPROCESSABLE_ENTITY).await;
            }
            let form_kept = format!("value=\"{email}\"");
            assert!(last.contains(&form_kept), "what was typed is kept");
            told.push(last.replace(email, ""));
            let waits = sign_in(&guesser, email, PASSWORD).await;
            assert_eq!(waits.status(), StatusCode::TOO_MANY_REQUESTS, "{email}");
        }
        assert_eq!(told[0], told[1], "known and unknown are told the same");
        at_home.post("/admin/sign-out", &[]).await;
        assert_eq!(location(&sign_in(&at_home, EDITOR, PASSWORD).await), "/admin/search?days=7", "who was here before isn't locked out");
    }

    async fn passwords_are_judged_where_they_are_set(db: TestDb) {
        let site = Site::start(&db).await;
        hired(&site, EDITOR, "editor").await;
        let (browser, other) = (site.browser(), site.browser());
        browser.sign_in_staff(EDITOR, PASSWORD).await;
        other.sign_in_staff(EDITOR, PASSWORD).await;
        for weak in ["", "elf zeichen", "editor@example.org", "passwordpassword"] {
            let page = text(browser.post("/admin/security/password", &[("password", weak)]).await, StatusCode::UNPROCESSABLE_ENTITY).await;
            assert!(page.contains("role=\"alert\"") && page.contains("aria-invalid"), "{weak}");
        }
        let set = browser.post("/admin/security/password", &[("password", "quite another password")]).await;
        assert_eq!(location(&set), "/admin/security?done=password");
        assert!(session_of(&set).is_some(), "a new token");
        browser.page("/admin/security?done=password").await;
        tokio::time::sleep(std::time::Duration::from_millis(2_100)).await;
        assert!(location(&other.open("/admin").await).starts_with("/admin/sign-in"));
        text(sign_in(&site.browser(), EDITOR, PASSWORD).await, StatusCode::UNPROCESSABLE_ENTITY).await;
        let named = browser.post("/admin/security/name", &[("name", "Eva <Redaktion>")]).await;
        let page = browser.page(&location(&named)).await;
        assert!(page.contains("Eva &lt;Redaktion&gt;"));
        text(browser.post("/admin/security/name", &[("name", &"x".repeat(121))]).await, StatusCode::UNPROCESSABLE_ENTITY).await;
    }

    async fn a_dangerous_act_asks_again_who_it_is(db: TestDb) {
        let site = Site::start(&db).await;
        hired(&site, EDITOR, "editor").await;
        let browser = site.browser();
        browser.sign_in_staff(EDITOR, PASSWORD).await;
        let connection = db.connection();
        let aged = Statement::from_string(connection.get_database_backend(), "UPDATE session SET proved_at = proved_at - 601000");
        connection.execute_raw(aged).await.expect("aged by ten minutes");
        // A session is remembered for two seconds.
        tokio::time::sleep(std::time::Duration::from_millis(2_100)).await;
        let new = "quite <another> password";
        let page = text(browser.post("/admin/security/password", &[("password", new)]).await, StatusCode::FORBIDDEN).await;
        assert!(page.contains("name=\"password\" value=\"quite &lt;another&gt; password\"") && page.contains("action=\"/admin/security/password\""), "{page}");
        let form = |proof| [("password", new), ("proof-password", proof)];
        let page = text(browser.post("/admin/security/password", &form("not the password")).await, StatusCode::UNPROCESSABLE_ENTITY).await;
        assert!(page.contains("quite &lt;another&gt; password") && page.contains("role=\"alert\""), "nothing is lost");
        assert_eq!(location(&browser.open("/admin/security/totp").await), "/admin/security/proof?return_to=%2Fadmin%2Fsecurity%2Ftotp");
        let proved = browser.post("/admin/security/password", &form(PASSWORD)).await;
        assert_eq!(location(&proved), "/admin/security?done=password", "the act goes on");
        assert!(session_of(&proved).is_some(), "a new token");
        browser.page("/admin/security/totp").await;
        assert_eq!(location(&sign_in(&site.browser(), EDITOR, new).await), "/admin/search?days=7");
    }
}
