//! A site with the sample publication, and browsers that visit it.

use std::path::Path;

use reqwest::header::{ACCEPT_LANGUAGE, COOKIE, LOCATION, SET_COOKIE};
use reqwest::redirect::Policy;
use reqwest::{Client, Response, StatusCode};
use tempfile::TempDir;
use test_db::TestDb;

use crate::{Gazette, Mailbox, gazette, sample};

/// A running site on a database of its own.
#[derive(Debug)]
pub struct Site {
    server: Gazette,
    database: String,
    data: TempDir,
    /// Configuration of its own.
    settings: Vec<(String, String)>,
    /// What it mails.
    pub mail: Mailbox,
}

impl Site {
    /// Imports the sample publication into the database and serves it.
    pub async fn start(db: &TestDb) -> Self {
        Self::of(db, &sample()).await
    }

    /// The same with the publication in a folder.
    pub async fn of(db: &TestDb, publication: &Path) -> Self {
        Self::with(db, publication, &[]).await
    }

    /// The same with settings as in the environment.
    pub async fn with(db: &TestDb, publication: &Path, settings: &[(&str, &str)]) -> Self {
        let settings: Vec<_> =
            settings.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
        let data = tempfile::tempdir().expect("a folder");
        let folder = publication.to_str().expect("UTF-8");
        let imported = run(data.path(), db.url(), &["import", "markdown", folder]).await;
        assert!(imported.contains(" 0 errors"), "{imported}");
        let mail = Mailbox::start().await;
        let server = serve(data.path(), db.url(), &mail, &settings).await;
        Self { server, database: db.url().to_owned(), data, settings, mail }
    }

    /// Runs a command on the site's data; gives what it answers.
    pub async fn run(&self, arguments: &[&str]) -> String {
        run(self.data.path(), &self.database, arguments).await
    }

    /// Somebody with this role, signed in to the newsroom as `ROLE@example.org`.
    pub async fn staff(&self, role: &str) -> Browser {
        self.staff_in(role, &[]).await
    }

    /// The same, working only in these languages.
    pub async fn staff_in(&self, role: &str, locales: &[&str]) -> Browser {
        let email = format!("{role}@example.org");
        let mut command = vec!["staff", "add", &email, "--role", role];
        command.extend(locales.iter().flat_map(|locale| ["--locale", locale]));
        self.run(&command).await;
        let browser = self.browser();
        browser.sign_in(&self.mail, &email).await;
        browser
    }

    /// Ends the server without warning and starts it again.
    pub async fn kill_and_restart(self) -> Self {
        self.server.kill().await;
        let server = serve(self.data.path(), &self.database, &self.mail, &self.settings).await;
        Self { server, ..self }
    }

    /// Stops the server in good order.
    pub async fn stop(self) -> bool {
        self.server.stop().await
    }

    /// Where its numbers are, if it was told to serve them.
    ///
    /// # Panics
    /// If it wasn't.
    #[must_use]
    pub fn metrics(&self) -> &str {
        self.server.metrics.as_deref().expect("GAZETTE_METRICS_LISTEN is set")
    }

    /// A browser that visits the site.
    #[must_use]
    pub fn browser(&self) -> Browser {
        Browser::new(&self.server.base)
    }
}

async fn serve(data: &Path, database: &str, mail: &Mailbox, settings: &[(String, String)]) -> Gazette {
    let mut command = gazette(data, Some(database), &["serve", "--listen", "127.0.0.1:0"]);
    command
        .env("GAZETTE_MAIL__SMTP_URL", &mail.url)
        .env("GAZETTE_MAIL__FROM", "Gazette <gazette@example.org>")
        .envs(settings.iter().map(|(name, value)| (name, value)));
    Gazette::start(command).await
}

async fn run(data: &Path, database: &str, arguments: &[&str]) -> String {
    let output = gazette(data, Some(database), arguments).output().await.expect("the binary runs");
    let (out, err) = (String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    assert!(output.status.success(), "{arguments:?}: {out}{err}");
    out.into_owned()
}

/// A client that keeps cookies and follows no redirects.
#[must_use]
pub fn client() -> Client {
    // Chosen for the whole process; a second choice changes nothing.
    let _ = rustls::crypto::ring::default_provider().install_default();
    Client::builder().redirect(Policy::none()).cookie_store(true).build().expect("a client")
}

/// Keeps cookies; follows no redirects, so that tests see them.
#[derive(Clone, Debug)]
pub struct Browser {
    client: Client,
    base: String,
}

impl Browser {
    /// One that visits the site at `base`.
    #[must_use]
    pub fn new(base: &str) -> Self {
        Self { client: client(), base: base.to_owned() }
    }

    /// Where the site is.
    #[must_use]
    pub fn base(&self) -> &str {
        &self.base
    }

    /// Opens an address of the site.
    pub async fn open(&self, path: &str) -> Response {
        self.client.get(format!("{}{path}", self.base)).send().await.expect("an answer")
    }

    /// Opens an address as somebody who reads these languages.
    pub async fn open_in(&self, path: &str, languages: &str) -> Response {
        let request = self.client.get(format!("{}{path}", self.base)).header(ACCEPT_LANGUAGE, languages);
        request.send().await.expect("an answer")
    }

    /// Opens an address with these headers.
    pub async fn open_with(&self, path: &str, headers: &[(&str, &str)]) -> Response {
        let request = self.client.get(format!("{}{path}", self.base));
        let request = headers.iter().fold(request, |request, (name, value)| request.header(*name, *value));
        request.send().await.expect("an answer")
    }

    /// Asks for the headers of an address, with these.
    pub async fn head(&self, path: &str, headers: &[(&str, &str)]) -> Response {
        let request = self.client.head(format!("{}{path}", self.base));
        let request = headers.iter().fold(request, |request, (name, value)| request.header(*name, *value));
        request.send().await.expect("an answer")
    }

    /// The text of a page that must be there.
    pub async fn page(&self, path: &str) -> String {
        let response = self.open(path).await;
        assert_eq!(response.status(), StatusCode::OK, "{path}");
        response.text().await.expect("text")
    }

    /// The page that somebody with this cookie sees, who isn't this browser's user.
    pub async fn page_with(&self, path: &str, cookie: &str) -> String {
        let request = client().get(format!("{}{path}", self.base)).header(COOKIE, cookie);
        let response = request.send().await.expect("an answer");
        assert_eq!(response.status(), StatusCode::OK, "{path}");
        response.text().await.expect("text")
    }

    /// Where an address redirects to.
    pub async fn redirect(&self, path: &str) -> String {
        location(&self.open(path).await)
    }

    /// Sends a form.
    pub async fn post(&self, path: &str, form: &[(&str, &str)]) -> Response {
        self.client.post(format!("{}{path}", self.base)).form(form).send().await.expect("an answer")
    }

    /// Sends JSON, as a script on a page does.
    pub async fn post_json(&self, path: &str, body: &serde_json::Value) -> Response {
        self.client.post(format!("{}{path}", self.base)).json(body).send().await.expect("an answer")
    }

    /// Sends files in the field `file` of a form; `accept` is what is wanted as an answer.
    pub async fn upload_pictures(&self, path: &str, files: &[(&str, &[u8])], accept: &str) -> Response {
        const BOUNDARY: &str = "a-line-that-is-in-no-picture";
        let mut body = Vec::new();
        for (name, bytes) in files {
            let head = format!(
                "--{BOUNDARY}\r\ncontent-disposition: form-data; name=\"file\"; filename=\"{name}\"\r\n\
                 content-type: application/octet-stream\r\n\r\n"
            );
            body.extend_from_slice(head.as_bytes());
            body.extend_from_slice(bytes);
            body.extend_from_slice(b"\r\n");
        }
        body.extend_from_slice(format!("--{BOUNDARY}--\r\n").as_bytes());
        let request = self.client.post(format!("{}{path}", self.base)).header("accept", accept);
        let kind = format!("multipart/form-data; boundary={BOUNDARY}");
        request.header("content-type", kind).body(body).send().await.expect("an answer")
    }

    /// Sends a form as a page of another site would.
    pub async fn post_from(&self, path: &str, form: &[(&str, &str)], origin: &str) -> Response {
        let request = self.client.post(format!("{}{path}", self.base)).form(form).header("origin", origin);
        request.send().await.expect("an answer")
    }

    /// Sends a form with one file, in the field `file`.
    pub async fn upload(&self, path: &str, file: &[u8]) -> Response {
        const BOUNDARY: &str = "----gazette-tests";
        let head = format!(
            "--{BOUNDARY}\r\ncontent-disposition: form-data; name=\"file\"; filename=\"file\"\r\n\
             content-type: application/octet-stream\r\n\r\n"
        );
        let body = [head.as_bytes(), file, format!("\r\n--{BOUNDARY}--\r\n").as_bytes()].concat();
        let request = self.client.post(format!("{}{path}", self.base)).body(body);
        let kind = format!("multipart/form-data; boundary={BOUNDARY}");
        request.header("content-type", kind).send().await.expect("an answer")
    }

    /// Signs in by the link in the mail; gives the session's cookie.
    pub async fn sign_in(&self, mailbox: &Mailbox, email: &str) -> String {
        let asked = self.post("/en/sign-in", &[("email", email), ("return_to", "/en/")]).await;
        assert_eq!(asked.status(), StatusCode::OK);
        let mail = mailbox.next(email).await;
        let link =
            mail.split_whitespace().find(|word| word.contains("/sign-in/link?token=")).expect("a link");
        let token = link.split("token=").nth(1).expect("a token");
        let finished = self.post("/en/sign-in/link", &[("token", token)]).await;
        assert_eq!(location(&finished), "/en/");
        let cookies = finished.headers().get_all(SET_COOKIE).iter();
        let cookie = cookies.filter_map(|cookie| cookie.to_str().ok()?.split(';').next()).next_back();
        cookie.expect("a session").to_owned()
    }
}

/// Where an answer redirects to.
///
/// # Panics
/// If it doesn't.
#[must_use]
pub fn location(response: &Response) -> String {
    let target =
        response.headers().get(LOCATION).unwrap_or_else(|| panic!("{} is no redirect", response.status()));
    target.to_str().expect("ASCII").to_owned()
}

/// What stands between two texts, the first time.
///
/// # Panics
/// If the first isn't there.
#[must_use]
pub fn page_between(page: &str, before: &str, after: &str) -> String {
    let rest = page.split(before).nth(1).unwrap_or_else(|| panic!("no {before} in {page}"));
    rest.split(after).next().expect("a part").to_owned()
}
