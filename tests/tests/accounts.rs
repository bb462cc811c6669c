//! Signing in by mail, and looking after one's account.

use gazette_tests::{Site, location};
use reqwest::StatusCode;

test_db::both! {
    async fn a_link_signs_in_only_the_browser_that_asked(db: TestDb) {
        let site = Site::start(&db).await;
        let (own, other) = (site.browser(), site.browser());
        own.post("/de/sign-in", &[("email", "new@example.org"), ("return_to", "/de/account")]).await;
        let mail = site.mail.next("new@example.org").await;
        let token = mail.split("token=").nth(1).and_then(|rest| rest.split_whitespace().next()).expect("a token").to_owned();

        // Opening the link changes nothing, wherever it is opened.
        for browser in [&own, &other] {
            assert_eq!(browser.open(&format!("/de/sign-in/link?token={token}")).await.status(), StatusCode::OK);
        }
        let refused = other.post("/de/sign-in/link", &[("token", &token)]).await;
        assert_eq!(refused.status(), StatusCode::OK, "it is told what to do");
        assert_eq!(location(&other.open("/de/account").await), "/de/sign-in?return_to=%2Fde%2Faccount");

        let finished = own.post("/de/sign-in/link", &[("token", &token)]).await;
        assert_eq!(location(&finished), "/de/account");
        assert!(own.page("/de/account").await.contains("new@example.org"));
        let again = own.post("/de/sign-in/link", &[("token", &token)]).await;
        assert_eq!(again.status(), StatusCode::UNPROCESSABLE_ENTITY, "a link works once");
    }

    async fn members_are_written_to_in_their_own_language(db: TestDb) {
        let site = Site::start(&db).await;
        let browser = site.browser();
        browser.sign_in(&site.mail, "reader@example.org").await;
        let seven = ["ar", "it", "de", "en", "fr", "es", "uk"];
        let mut form = vec![("name", "")];
        form.extend(seven.map(|tag| ("language", tag)));
        browser.post("/en/account/profile", &form).await;
        let page = browser.page("/en/account").await;
        assert_eq!(page.matches("<select").count(), seven.len(), "a place for each");
        let chosen: Vec<_> = page.match_indices(" selected>").map(|(at, _)| &page[..at]).collect();
        let chosen: Vec<_> = chosen.iter().filter_map(|before| before.rsplit("<option value=\"").next()?.split('"').next()).collect();
        assert_eq!(chosen, seven, "none is lost, in their order");

        let form = [("name", ""), ("language", "it"), ("language", "de")];
        browser.post("/en/account/profile", &form).await;
        site.browser().post("/en/sign-in", &[("email", "reader@example.org"), ("return_to", "/en/")]).await;
        let mail = site.mail.next("reader@example.org").await;
        assert!(mail.contains("/it/sign-in/link?token="), "{mail}");
        site.browser().post("/fr/sign-in", &[("email", "new@example.org"), ("return_to", "/fr/")]).await;
        assert!(site.mail.next("new@example.org").await.contains("/fr/sign-in/link?token="));
    }

    async fn a_browser_has_one_session(db: TestDb) {
        let site = Site::start(&db).await;
        let browser = site.browser();
        let first = browser.sign_in(&site.mail, "reader@example.org").await;
        let front = browser.page_with("/en/", &first).await;
        assert!(front.contains("/en/account"));
        browser.sign_in(&site.mail, "other@example.org").await;
        let ended = browser.page_with("/en/", &first).await;
        assert!(ended.contains("/en/sign-in"), "the session it had opens nothing any more");
        browser.sign_in(&site.mail, "reader@example.org").await;
        assert_eq!(browser.page("/en/account").await.matches("/revoke\"").count(), 0, "none is listed but this");
    }

    async fn the_code_serves_another_device(db: TestDb) {
        let site = Site::start(&db).await;
        let browser = site.browser();
        browser.post("/en/sign-in", &[("email", "code@example.org"), ("return_to", "/en/")]).await;
        let mail = site.mail.next("code@example.org").await;
        let code = mail.split_whitespace().find(|word| word.len() == 6 && word.bytes().all(|b| b.is_ascii_digit())).expect("a code");
        let wrong = if code == "000000" { "000001" } else { "000000" };
        let refused = browser.post("/en/sign-in/code", &[("code", wrong), ("return_to", "/en/")]).await;
        assert_eq!(refused.status(), StatusCode::UNPROCESSABLE_ENTITY);
        let finished = browser.post("/en/sign-in/code", &[("code", code), ("return_to", "/en/")]).await;
        assert_eq!(location(&finished), "/en/");
    }

    async fn nothing_tells_who_has_an_account(db: TestDb) {
        let site = Site::start(&db).await;
        site.browser().sign_in(&site.mail, "known@example.org").await;
        let ask = async |email: &str| {
            let response = site.browser().post("/en/sign-in", &[("email", email), ("return_to", "/en/")]).await;
            (response.status(), response.text().await.expect("text").replace(email, ""))
        };
        assert_eq!(ask("known@example.org").await, ask("unknown@example.org").await);
        let nonsense = site.browser().post("/en/sign-in", &[("email", "nonsense"), ("return_to", "/en/")]).await;
        assert_eq!(nonsense.status(), StatusCode::UNPROCESSABLE_ENTITY);
        assert!(nonsense.text().await.expect("text").contains("nonsense"), "what was typed is not lost");
    }

    async fn limits_hold(db: TestDb) {
        let site = Site::start(&db).await;
        let browser = site.browser();
        let mut statuses = Vec::new();
        for _ in 0..7 {
            statuses.push(browser.post("/en/sign-in", &[("email", "often@example.org"), ("return_to", "/en/")]).await.status());
        }
        assert_eq!(statuses[0], StatusCode::OK);
        assert_eq!(statuses[6], StatusCode::TOO_MANY_REQUESTS);
    }

    async fn forms_from_elsewhere_are_refused(db: TestDb) {
        let site = Site::start(&db).await;
        let browser = site.browser();
        browser.sign_in(&site.mail, "reader@example.org").await;
        let forged = browser.post_from("/en/account/delete", &[("confirm", "reader@example.org")], "https://evil.example").await;
        assert_eq!(forged.status(), StatusCode::FORBIDDEN);
        assert!(browser.page("/en/account").await.contains("reader@example.org"));
        let away = browser.open("/en/sign-in?return_to=https://evil.example/").await;
        assert_eq!(location(&away), "/en/", "no redirect leaves the site");
    }

    async fn the_account_is_the_readers_own(db: TestDb) {
        let site = Site::start(&db).await;
        let (phone, desk) = (site.browser(), site.browser());
        phone.sign_in(&site.mail, "reader@example.org").await;
        desk.sign_in(&site.mail, "reader@example.org").await;
        let saved = phone
            .post("/en/account/profile", &[("name", "R. Eader"), ("language", "it"), ("language", ""), ("language", "de")])
            .await;
        assert_eq!(location(&saved), "/en/account?done=saved");
        assert!(phone.page("/en/account").await.contains("R. Eader"));
        assert_eq!(phone.redirect("/").await, "/it/", "the first language of the list decides");
        let export: serde_json::Value = phone.open("/en/account/export").await.json().await.expect("JSON");
        assert!(export.to_string().contains("reader@example.org") && export.to_string().contains("R. Eader"));

        phone.post("/en/account/sessions/revoke-others", &[]).await;
        assert_eq!(location(&desk.open("/en/account").await), "/en/sign-in?return_to=%2Fen%2Faccount");
        let mistaken = phone.post("/en/account/delete", &[("confirm", "someone@example.org")]).await;
        assert_eq!(mistaken.status(), StatusCode::UNPROCESSABLE_ENTITY);
        let deleted = phone.post("/en/account/delete", &[("confirm", "Reader@example.org")]).await;
        assert_eq!(location(&deleted), "/en/");
        assert_eq!(location(&phone.open("/en/account").await), "/en/sign-in?return_to=%2Fen%2Faccount");
    }

    async fn signing_out_is_at_once(db: TestDb) {
        let site = Site::start(&db).await;
        let browser = site.browser();
        browser.sign_in(&site.mail, "reader@example.org").await;
        browser.page("/en/account").await;
        assert_eq!(location(&browser.post("/en/sign-out", &[]).await), "/en/");
        assert_eq!(location(&browser.open("/en/account").await), "/en/sign-in?return_to=%2Fen%2Faccount");
    }
}
