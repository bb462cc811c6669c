//! What an operator relies on: numbers, health, request ids, pages when the database is away, a
//! server that stops in good order, a theme of one's own.

use std::time::{Duration, Instant};

use gazette_tests::{Gazette, Site, client, gazette, small};
use reqwest::StatusCode;
use reqwest::header::{COOKIE, LOCATION, SET_COOKIE};
use sea_orm::ConnectionTrait;
use tempfile::TempDir;
use test_db::TestDb;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

const NUMBERS: (&str, &str) = ("GAZETTE_METRICS_LISTEN", "127.0.0.1:0");

test_db::both! {
    async fn numbers_and_health_are_apart_from_the_site(db: TestDb) {
        let folder = publication();
        let site = Site::with(&db, folder.path(), &[NUMBERS]).await;
        let reader = site.browser();
        reader.page("/en/harbour").await;
        assert_eq!(reader.open("/metrics").await.status(), StatusCode::NOT_FOUND, "not for readers");
        let expected = [
            "gazette_http_requests_total{status=\"2xx\",path=\"routed\"}",
            "gazette_index_changes_behind 0",
            "gazette_mail_waiting 0",
            "gazette_billing_tasks_waiting 0",
            "gazette_jobs_total{job=\"index\",outcome=\"done\"}",
            "gazette_jobs_total{job=\"sweep\",outcome=\"done\"}",
        ];
        let mut numbers = String::new();
        for _ in 0..100 {
            numbers = get(site.metrics()).await.1;
            if expected.iter().all(|line| numbers.contains(line)) {
                break;
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        for line in expected {
            assert!(numbers.contains(line), "{line} in\n{numbers}");
        }
        let beside = |name: &str| site.metrics().replace("/metrics", name);
        assert_eq!(get(&beside("/readyz")).await.0, StatusCode::OK);
        take_away(&db, "outbox_head").await;
        assert_eq!(get(&beside("/readyz")).await.0, StatusCode::SERVICE_UNAVAILABLE);
        assert_eq!(reader.open("/readyz").await.status(), StatusCode::SERVICE_UNAVAILABLE);
        assert_eq!(get(&beside("/healthz")).await.0, StatusCode::OK, "it still runs");
        bring_back(&db, "outbox_head").await;
        assert_eq!(reader.open("/readyz").await.status(), StatusCode::OK);
    }

    async fn a_worker_can_be_asked_how_it_is(db: TestDb) {
        let data = tempfile::tempdir().expect("a folder");
        let mut command = gazette(data.path(), Some(db.url()), &["serve", "--role", "worker"]);
        command.env(NUMBERS.0, NUMBERS.1);
        let worker = Gazette::start_worker(command).await;
        assert_eq!(get(&worker.base.replace("/metrics", "/readyz")).await.0, StatusCode::OK);
        assert!(worker.stop().await, "it stops in good order");
    }

    async fn every_answer_has_a_name(db: TestDb) {
        let folder = publication();
        let site = Site::of(&db, folder.path()).await;
        let reader = site.browser();
        let mut names = std::collections::BTreeSet::new();
        // The second answer comes from memory.
        for path in ["/en/harbour", "/en/harbour", "/en/nothing", "/healthz", "/"] {
            let answer = reader.open(path).await;
            let name = answer.headers()["x-request-id"].to_str().expect("ASCII").to_owned();
            assert!(name.len() == 16 && name.bytes().all(|b| b.is_ascii_hexdigit()), "{path}: {name}");
            assert!(names.insert(name), "{path}: each has its own");
        }
    }

    async fn without_its_database_the_site_still_says_so(db: TestDb) {
        let folder = publication();
        let site = Site::of(&db, folder.path()).await;
        let reader = site.browser();
        reader.page("/de/").await;
        let tables = ["site", "publication", "outbox_head"];
        for table in tables {
            take_away(&db, table).await;
        }
        // Long enough for the memory to be emptied, because changes can't be heard of.
        tokio::time::sleep(Duration::from_secs(1)).await;
        for (path, lang, words) in [
            ("/de/harbour", "de", "Hier ist etwas schiefgegangen"),
            ("/en/harbour", "en", "Something went wrong"),
        ] {
            let answer = reader.open(path).await;
            assert_eq!(answer.status(), StatusCode::INTERNAL_SERVER_ERROR, "{path}");
            assert_eq!(answer.headers()["cache-control"], "no-store");
            let name = answer.headers()["x-request-id"].to_str().expect("ASCII").to_owned();
            let html = answer.text().await.expect("text");
            assert!(html.contains(&format!("<html lang=\"{lang}\"")), "{html}");
            assert!(html.contains(words) && html.contains(&name), "{html}");
        }
        for table in tables {
            bring_back(&db, table).await;
        }
        assert!(reader.page("/de/harbour").await.contains("Story harbour"), "and it recovers");
    }

    async fn a_request_under_way_is_answered_before_the_server_stops(db: TestDb) {
        let folder = publication();
        let site = Site::of(&db, folder.path()).await;
        let address = site.browser().base().strip_prefix("http://").expect("HTTP").to_owned();
        let mut connection = TcpStream::connect(&address).await.expect("connected");
        let form = "email=nonsense&return_to=%2Fen%2F";
        let head = format!(
            "POST /en/sign-in HTTP/1.1\r\nhost: {address}\r\ncontent-type: application/x-www-form-urlencoded\r\n\
             content-length: {}\r\nconnection: close\r\n\r\n",
            form.len()
        );
        let (begun, rest) = form.split_at(10);
        connection.write_all(head.as_bytes()).await.expect("sent");
        connection.write_all(begun.as_bytes()).await.expect("sent");
        tokio::time::sleep(Duration::from_millis(300)).await;
        let finishing = async {
            tokio::time::sleep(Duration::from_millis(700)).await;
            connection.write_all(rest.as_bytes()).await.expect("sent");
            let mut answer = String::new();
            connection.read_to_string(&mut answer).await.expect("read");
            answer
        };
        let (stopped, answer) = tokio::join!(site.stop(), finishing);
        assert!(answer.starts_with("HTTP/1.1 422") && answer.contains("nonsense"), "{answer}");
        assert!(stopped, "and then it stops in good order");
    }

    async fn a_theme_takes_the_place_of_what_is_shipped(db: TestDb) {
        let (folder, theme) = (publication(), tempfile::tempdir().expect("a folder"));
        for (file, content) in [
            ("templates/archive.html", "{% extends \"layout.html\" %}{% block main %}<h1>Our own archive</h1>{% endblock %}"),
            ("locales/de/own.ftl", "nav-search = Stöbern\n"),
            ("assets/print.css", "/* our own */"),
        ] {
            let path = theme.path().join(file);
            std::fs::create_dir_all(path.parent().expect("a folder")).expect("made");
            std::fs::write(path, content).expect("written");
        }
        let site = Site::with(&db, folder.path(), &[("GAZETTE_THEME", theme.path().to_str().expect("UTF-8"))]).await;
        let reader = site.browser();
        let archive = reader.page("/de/archive").await;
        assert!(archive.contains("Our own archive") && archive.contains("Stöbern"), "{archive}");
        let (before, _) = archive.split_once("/print.css").expect("a style sheet");
        let href = format!("{}/print.css", before.rsplit('"').next().expect("an address"));
        assert_eq!(reader.page(&href).await, "/* our own */");
        assert!(reader.page("/en/archive").await.contains("Search"), "what isn't reworded stays");
    }

    async fn over_https_cookies_are_bound_to_the_host(db: TestDb) {
        let folder = publication();
        let site = Site::with(&db, folder.path(), &[("GAZETTE_BASE_URL", "https://news.example/")]).await;
        let base = site.browser().base().to_owned();
        // The site is behind a proxy that speaks HTTPS; this client stands in the proxy's place.
        let ask = client().post(format!("{base}/en/sign-in")).form(&[("email", "reader@example.org"), ("return_to", "/en/")]);
        let browser = set_cookies(&ask.send().await.expect("an answer"));
        let mail = site.mail.next("reader@example.org").await;
        let link = mail.split_whitespace().find(|word| word.contains("token=")).expect("a link");
        assert!(link.starts_with("https://news.example/en/sign-in/link"), "{link}");
        let token = link.split("token=").nth(1).expect("a token");
        let finish = client().post(format!("{base}/en/sign-in/link")).header(COOKIE, pair(&browser[0]));
        let session = set_cookies(&finish.form(&[("token", token)]).send().await.expect("an answer"));
        for cookie in browser.iter().chain(&session) {
            assert!(cookie.starts_with("__Host-gazette"), "{cookie}");
            for attribute in ["; Path=/", "; HttpOnly", "; SameSite=Lax", "; Secure"] {
                assert!(cookie.contains(attribute), "{cookie}");
            }
        }
        let account = |cookie: String| client().get(format!("{base}/en/account")).header(COOKIE, cookie).send();
        let session = pair(&session[0]);
        assert_eq!(account(session.clone()).await.expect("an answer").status(), StatusCode::OK);
        let unbound = account(session.replace("__Host-", "")).await.expect("an answer");
        assert!(unbound.headers().contains_key(LOCATION), "a cookie that another host could set opens nothing");
    }

    async fn there_is_no_mailbox_on_a_real_site(db: TestDb) {
        let folder = publication();
        let site = Site::of(&db, folder.path()).await;
        for path in ["/dev/mailbox", "/dev/mailbox/0/html"] {
            assert_eq!(site.browser().open(path).await.status(), StatusCode::NOT_FOUND, "{path}");
        }
    }
}

#[tokio::test]
async fn the_demo_is_up_soon_and_shows_its_mail() {
    let data = tempfile::tempdir().expect("a folder");
    let started = Instant::now();
    let demo = Gazette::start(gazette(data.path(), None, &["demo", "--listen", "127.0.0.1:0"])).await;
    // What it takes here says little: this build isn't optimised, and other tests run beside it.
    eprintln!("the demo was up after {:?}", started.elapsed());
    assert!(started.elapsed() < Duration::from_mins(1));
    let browser = gazette_tests::Browser::new(&demo.base);
    browser.post("/de/sign-in", &[("email", "subscriber@example.org"), ("return_to", "/de/")]).await;
    let mut mailbox = String::new();
    for _ in 0..100 {
        mailbox = browser.page("/dev/mailbox").await;
        if mailbox.contains("subscriber@example.org") {
            break;
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    assert!(mailbox.contains("/sign-in/link?token="), "{mailbox}");
    let html = browser.open("/dev/mailbox/0/html").await;
    let policy = html.headers()["content-security-policy"].to_str().expect("ASCII").to_owned();
    assert!(policy.starts_with("sandbox") && policy.contains("default-src 'none'"), "{policy}");
    assert!(html.text().await.expect("text").contains("/sign-in/link?token="));
    assert!(demo.stop().await);
}

fn publication() -> TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    small::write_site(folder.path());
    let date = "published_at = 2026-01-01T00:00:00Z";
    small::write_story(folder.path(), "harbour", "public", date, "Boats come in.");
    folder
}

async fn get(url: &str) -> (StatusCode, String) {
    let answer = client().get(url).send().await.expect("an answer");
    (answer.status(), answer.text().await.expect("text"))
}

/// A database that fails, for whoever asks for this table.
async fn take_away(db: &TestDb, table: &str) {
    let sql = format!("ALTER TABLE {table} RENAME TO {table}_away");
    db.connection().execute_unprepared(&sql).await.expect("renamed");
}

async fn bring_back(db: &TestDb, table: &str) {
    let sql = format!("ALTER TABLE {table}_away RENAME TO {table}");
    db.connection().execute_unprepared(&sql).await.expect("renamed");
}

fn set_cookies(answer: &reqwest::Response) -> Vec<String> {
    let cookies = answer.headers().get_all(SET_COOKIE).iter();
    cookies.filter_map(|cookie| cookie.to_str().ok().map(str::to_owned)).collect()
}

fn pair(cookie: &str) -> String {
    cookie.split(';').next().unwrap_or_default().to_owned()
}
