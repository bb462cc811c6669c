//! Those who work here, over HTTP: asked, changed, removed; what was done is told; and the first run.

use gazette_tests::{Browser, Gazette, PASSWORD, Site, gazette, location};
use reqwest::StatusCode;

const PERSON: &str = "marta@example.org";

async fn text(answer: reqwest::Response, status: StatusCode) -> String {
    assert_eq!(answer.status(), status);
    answer.text().await.expect("text")
}

/// What stands between two texts.
fn between(page: &str, before: &str, after: &str) -> String {
    let rest = page.split(before).nth(1).unwrap_or_else(|| panic!("no {before} in {page}"));
    rest.split(after).next().expect("a part").to_owned()
}

/// The path of the link in the next mail to somebody.
async fn link_in_mail(site: &Site, email: &str) -> String {
    let mail = site.mail.next(email).await;
    let link = mail.split_whitespace().find(|word| word.contains("/admin/invitation?")).expect("a link");
    link[link.find("/admin").expect("a path")..].to_owned()
}

/// The page of somebody who works here.
async fn person(owner: &Browser, email: &str) -> String {
    let list = owner.page("/admin/staff").await;
    let row =
        list.split("<tr>").find(|row| row.contains(email)).unwrap_or_else(|| panic!("no {email} in {list}"));
    format!("/admin/staff/{}", between(row, "/admin/staff/", "\""))
}

test_db::both! {
    async fn somebody_is_asked_and_comes(db: TestDb) {
        let site = Site::start(&db).await;
        let owner = site.staff("owner").await;
        for (email, role, locale) in [("marta", "translator", "de"), (PERSON, "king", "de"), (PERSON, "translator", "xx"), ("owner@example.org", "editor", "")] {
            let form = [("email", email), ("role", role), ("locale", locale)];
            let page = text(owner.post("/admin/staff", &form).await, StatusCode::UNPROCESSABLE_ENTITY).await;
            assert!(page.contains("role=\"alert\"") && page.contains(&format!("value=\"{email}\"")), "{form:?}");
        }
        let form = [("email", PERSON), ("role", "translator"), ("locale", "de"), ("locale", "fr")];
        assert_eq!(location(&owner.post("/admin/staff", &form).await), "/admin/staff?done=invited");
        let first = link_in_mail(&site, PERSON).await;
        owner.post("/admin/staff", &form).await;
        let path = link_in_mail(&site, PERSON).await;
        let stranger = site.browser();
        text(stranger.open(&first).await, StatusCode::UNPROCESSABLE_ENTITY).await;
        let page = stranger.page(&path).await;
        assert!(page.contains(PERSON));
        let token = between(&path, "token=", "&");
        let accept = async |browser: &Browser, password: &str| {
            browser.post("/admin/invitation", &[("token", &token), ("name", "Marta K."), ("password", password)]).await
        };
        let page = text(accept(&stranger, "elf zeichen").await, StatusCode::UNPROCESSABLE_ENTITY).await;
        assert!(page.contains("value=\"Marta K.\""), "what was typed is kept");
        assert_eq!(location(&accept(&stranger, PASSWORD).await), "/admin");
        stranger.page("/admin").await;
        let again = text(accept(&site.browser(), PASSWORD).await, StatusCode::UNPROCESSABLE_ENTITY).await;
        assert!(!again.contains("name=\"password\""), "it works once");

        let path = person(&owner, PERSON).await;
        let page = owner.page(&path).await;
        assert!(page.contains("Marta K.") && page.contains("value=\"fr\" checked") && !page.contains("value=\"it\" checked"));
        assert_eq!(location(&owner.post(&path, &[("role", "editor"), ("locale", "de")]).await), format!("{path}?done=changed"));
        tokio::time::sleep(std::time::Duration::from_millis(2_100)).await;
        assert!(location(&stranger.open("/admin").await).starts_with("/admin/sign-in"), "their sessions were another role's");
        stranger.sign_in_staff(PERSON, PASSWORD).await;
        stranger.page("/admin/search").await;

        let audit = owner.page(&format!("/admin/audit?what=role&subject={PERSON}")).await;
        assert!(audit.contains("<del><bdi>translator</bdi></del> → <ins><bdi>editor</bdi></ins>"), "{audit}");
        assert!(audit.contains("owner@example.org"), "who did it");
        assert!(owner.page("/admin/audit?who=nobody-at-all").await.contains("class=\"empty\""));
        assert!(owner.page("/admin/audit?what=role&until=2001-01-01").await.contains("class=\"empty\""));
        let csv = text(owner.open("/admin/audit.csv?what=role").await, StatusCode::OK).await;
        assert!(csv.starts_with("at,actor,actor_email,action,subject,") && csv.contains("\"role-set\"") && csv.contains("\"owner@example.org\""), "{csv}");
        let newest = owner.page("/admin/audit").await;
        assert!(newest.contains("staff-invited") && newest.contains("invitation-accepted"));

        assert_eq!(location(&owner.post(&format!("{path}/remove"), &[]).await), "/admin/staff?done=removed");
        tokio::time::sleep(std::time::Duration::from_millis(2_100)).await;
        assert!(location(&stranger.open("/admin").await).starts_with("/admin/sign-in"));
        text(stranger.post("/admin/sign-in", &[("email", PERSON), ("password", PASSWORD)]).await, StatusCode::UNPROCESSABLE_ENTITY).await;
    }

    async fn nobody_rises_and_the_last_owner_stays(db: TestDb) {
        let site = Site::start(&db).await;
        let (owner, admin) = (site.staff("owner").await, site.staff("admin").await);
        let (owners, admins) = (person(&owner, "owner@example.org").await, person(&owner, "admin@example.org").await);
        for (browser, path, role) in [(&admin, &admins, "owner"), (&admin, &owners, "editor"), (&owner, &owners, "editor")] {
            let page = text(browser.post(path, &[("role", role)]).await, StatusCode::UNPROCESSABLE_ENTITY).await;
            assert!(page.contains("role=\"alert\""), "{path} {role}");
        }
        for (browser, path) in [(&admin, &owners), (&owner, &owners)] {
            text(browser.post(&format!("{path}/remove"), &[]).await, StatusCode::UNPROCESSABLE_ENTITY).await;
        }
        let invited = admin.post("/admin/staff", &[("email", PERSON), ("role", "owner")]).await;
        text(invited, StatusCode::UNPROCESSABLE_ENTITY).await;
        assert_eq!(admin.post(&format!("{owners}/reset-factor"), &[]).await.status(), StatusCode::NOT_FOUND);
        assert_eq!(location(&owner.post(&format!("{admins}/reset-factor"), &[]).await), format!("{admins}?done=reset"));
        site.mail.next("admin@example.org").await;
        let gone = owner.post("/de/account/delete", &[("confirm", "owner@example.org")]).await;
        assert_eq!(gone.status(), StatusCode::UNPROCESSABLE_ENTITY, "who works here gives up their role first");
    }
}

#[tokio::test]
async fn a_publication_begins() {
    let data = tempfile::tempdir().expect("a folder");
    let server = Gazette::start(gazette(data.path(), None, &["serve", "--listen", "127.0.0.1:0"])).await;
    let browser = Browser::new(&server.base);
    let path = server
        .setup
        .as_deref()
        .and_then(|url| url.strip_prefix(server.base.as_str()))
        .expect("a set-up page")
        .to_owned();
    for elsewhere in ["/", "/admin", "/en/", "/setup?token=wrong", "/en/sign-in"] {
        let page = text(browser.open(elsewhere).await, StatusCode::SERVICE_UNAVAILABLE).await;
        assert!(page.contains("is being set up") && !page.contains("name=\"password\""), "{elsewhere}");
    }
    assert_eq!(browser.open("/readyz").await.status(), StatusCode::OK);
    let page = browser.page(&format!("{path}&locale=de")).await;
    assert!(page.contains("lang=\"de\"") && page.contains("Hier beginnt Ihre Publikation"));
    let token = path.split("token=").nth(1).expect("a token");
    let form = |token: &'static str, email: &'static str| {
        [
            ("token", token),
            ("ui", "de"),
            ("name", "Der Hafen"),
            ("tagline", "Neues <vom> Wasser"),
            ("locale", "de"),
            ("locale", "en"),
            ("other-locales", "pt-BR"),
            ("default", "de"),
            ("time-zone", "Europe/Berlin"),
            ("email", email),
            ("password", PASSWORD),
        ]
    };
    let token: &'static str = Box::leak(token.to_owned().into_boxed_str());
    let page =
        text(browser.post("/setup", &form(token, "owner")).await, StatusCode::UNPROCESSABLE_ENTITY).await;
    assert!(
        page.contains("value=\"Neues &lt;vom&gt; Wasser\"")
            && page.contains("<option selected>Europe/Berlin"),
        "{page}"
    );
    assert_eq!(
        browser.post("/setup", &form("wrong", "owner@example.org")).await.status(),
        StatusCode::SERVICE_UNAVAILABLE
    );
    let done = browser.post("/setup", &form(token, "owner@example.org")).await;
    assert_eq!(location(&done), "/admin");
    assert_eq!(
        location(&browser.open("/admin").await),
        "/admin/security/factor",
        "an owner needs a second factor"
    );
    browser.set_up_codes().await;
    let home = browser.page("/admin").await;
    assert!(home.contains("class=\"first-steps\"") && home.contains("/admin/staff"), "{home}");
    assert!(browser.page("/pt-BR/").await.contains("Der Hafen"));
    for path in [path.as_str(), "/setup"] {
        assert_eq!(browser.open(path).await.status(), StatusCode::NOT_FOUND, "it works once");
    }
    assert_eq!(
        browser.post("/setup", &form(token, "other@example.org")).await.status(),
        StatusCode::NOT_FOUND
    );
    server.kill().await;
    let server = Gazette::start(gazette(data.path(), None, &["serve", "--listen", "127.0.0.1:0"])).await;
    assert!(server.setup.is_none(), "there is nothing to set up any more");
}
