//! Ending a contract without signing in, as the law has it.

use gazette_tests::{Site, location, sample};
use reqwest::StatusCode;

const MARKET: &[(&str, &str)] = &[("GAZETTE_MARKET", "[{regions=[\"DE\"],tax=\"vat\",eu_kit=true}]")];

test_db::both! {
    async fn a_cancellation_is_receipted_at_once(db: TestDb) {
        let site = Site::with(&db, &sample(), MARKET).await;
        let browser = site.browser();
        let front = browser.page("/de/").await;
        for label in ["Verträge hier kündigen", "Vertrag widerrufen"] {
            assert!(front.contains(label), "{label} is on every page");
        }
        assert!(browser.page("/de/cancel").await.contains("jetzt kündigen"));
        assert!(browser.page("/de/withdraw").await.contains("Widerruf bestätigen"));

        let form = [("name", "A. Leserin"), ("email", "leserin@example.org"), ("contract", "Abo 4711"), ("how", "ordinary"), ("when", "soonest")];
        let sent = browser.post("/de/cancel", &form).await;
        let receipt = location(&sent);
        assert!(receipt.starts_with("/de/declared?receipt="), "{receipt}");
        let page = browser.page(&receipt).await;
        for said in ["A. Leserin", "Abo 4711", "Ordentliche Kündigung", "Zum frühestmöglichen Zeitpunkt"] {
            assert!(page.contains(said), "{said}");
        }
        let file = browser.open(&format!("{receipt}&file=1")).await;
        assert!(file.headers()["content-disposition"].to_str().expect("ASCII").starts_with("attachment"));
        let file = file.text().await.expect("text");
        assert!(file.contains("Abo 4711") && file.contains("Kündigung"), "{file}");

        let mail = site.mail.next("leserin@example.org").await;
        for said in ["A. Leserin", "Abo 4711", "Ordentliche", "Eingegangen am"] {
            assert!(mail.contains(said), "{said}: {mail}");
        }
        let link = mail.split_whitespace().find(|word| word.contains("/de/declared/proof?token=")).expect("a link");
        let path = &link[link.find("/de/").expect("a path")..];
        assert!(browser.page(path).await.contains("Waren Sie das?"));
        let token = path.split("token=").nth(1).expect("a token");
        let proved = browser.post("/de/declared/proof", &[("token", token)]).await;
        assert_eq!(proved.status(), StatusCode::OK);
        let again = browser.post("/de/declared/proof", &[("token", "nonsense")]).await;
        assert_eq!(again.status(), StatusCode::NOT_FOUND);
    }

    async fn what_is_missing_is_said_and_nothing_typed_is_lost(db: TestDb) {
        let site = Site::with(&db, &sample(), MARKET).await;
        let browser = site.browser();
        let form = [("name", "A. Leserin"), ("email", "nonsense"), ("contract", ""), ("how", "extraordinary"), ("cause", ""), ("when", "date"), ("ends_on", "")];
        let refused = browser.post("/de/cancel", &form).await;
        assert_eq!(refused.status(), StatusCode::UNPROCESSABLE_ENTITY);
        let page = refused.text().await.expect("text");
        assert!(page.contains("A. Leserin") && page.contains("nonsense"));
        for problem in ["email-problem", "contract-problem", "cause-problem", "date-problem"] {
            assert!(page.contains(problem), "{problem}");
        }
        assert!(!site.mail.has("nonsense"));
    }

    async fn nothing_tells_who_subscribes(db: TestDb) {
        let site = Site::with(&db, &sample(), MARKET).await;
        site.browser().sign_in(&site.mail, "known@example.org").await;
        let declare = async |email: &str| {
            let form = [("name", "A"), ("email", email), ("contract", "Abo")];
            let browser = site.browser();
            let sent = browser.post("/de/withdraw", &form).await;
            let page = browser.page(&location(&sent)).await;
            let mail = site.mail.next(email).await;
            let lines = mail.lines().filter(|line| !line.contains("token=") && !line.contains(':')).count();
            (sent.status(), page.len() - 3 * email.len(), lines)
        };
        let (known, unknown) = (declare("known@example.org").await, declare("other@example.org").await);
        assert_eq!(known.0, unknown.0);
        assert!(known.1.abs_diff(unknown.1) < 8, "{known:?} {unknown:?}");
    }

    async fn where_no_market_asks_for_it_there_is_no_such_page(db: TestDb) {
        let site = Site::start(&db).await;
        let browser = site.browser();
        for path in ["/de/cancel", "/de/withdraw"] {
            assert_eq!(browser.open(path).await.status(), StatusCode::NOT_FOUND);
        }
        assert!(!browser.page("/de/").await.contains("/de/cancel"));
        let form = [("name", "A"), ("email", "a@example.org"), ("contract", "Abo")];
        assert_eq!(browser.post("/de/cancel", &form).await.status(), StatusCode::NOT_FOUND);
    }
}
