//! Translating over HTTP: who may do what, side by side, and by file.

use gazette_tests::{Browser, Site, location, sample};
use reqwest::StatusCode;
use tokio::io::{AsyncBufReadExt, AsyncReadExt, AsyncWriteExt, BufReader};
use tokio::net::{TcpListener, TcpStream};

/// What stands between two texts.
fn between<'a>(page: &'a str, before: &str, after: &str) -> &'a str {
    let rest = page.split(before).nth(1).unwrap_or_else(|| panic!("no {before} in {page}"));
    rest.split(after).next().expect("a part")
}

/// Characters that HTML escapes, as they were.
fn unescaped(text: &str) -> String {
    let text = text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"");
    text.replace("&#x27;", "'").replace("&#x2f;", "/").replace("&amp;", "&")
}

/// The form of a translation's page, as a browser would send it.
#[derive(Clone)]
struct Page {
    path: String,
    fields: Vec<(String, String)>,
    html: String,
}

impl Page {
    async fn open(browser: &Browser, path: &str) -> Self {
        Self::of(path, browser.page(path).await)
    }

    fn of(path: &str, html: String) -> Self {
        let form = between(&html, "class=\"side\">", "</form>");
        let mut fields = Vec::new();
        for tag in form.split('<').skip(1) {
            let attribute = |name: &str| {
                tag.split(&format!(" {name}=\""))
                    .nth(1)
                    .and_then(|rest| rest.split('"').next())
                    .map(unescaped)
            };
            let Some(name) = attribute("name") else { continue };
            if tag.starts_with("textarea") {
                let text = tag.split_once('>').map_or("", |(_, text)| text);
                fields.push((name, unescaped(text.strip_prefix('\n').unwrap_or(text))));
            } else if tag.starts_with("input") && !tag.contains("type=\"checkbox\"") {
                fields.push((name, attribute("value").unwrap_or_default()));
            }
        }
        Self { path: path.to_owned(), fields, html }
    }

    /// The translation's address of a story's page in the desk's list.
    async fn first(browser: &Browser, list: &str) -> String {
        let desk = browser.page(list).await;
        let rest = desk
            .split("row\"><a href=\"/admin/translate/")
            .nth(1)
            .unwrap_or_else(|| panic!("nothing in {desk}"));
        format!("/admin/translate/{}", rest.split('"').next().expect("an address"))
    }

    fn set(&mut self, name: &str, value: &str) {
        for (_, own) in self.fields.iter_mut().filter(|(own, _)| own == name) {
            value.clone_into(own);
        }
    }

    /// Writes into the row at this place among those with a text.
    fn write(&mut self, row: usize, text: &str) {
        let field = self.fields.iter_mut().filter(|(name, _)| name == "text").nth(row).expect("a row");
        text.clone_into(&mut field.1);
    }

    fn row(&self, row: usize) -> (&str, &str) {
        let of = |wanted: &str| {
            self.fields.iter().filter(|(name, _)| name == wanted).nth(row).map(|(_, value)| value.as_str())
        };
        (of("row").expect("a row"), of("text").expect("a text"))
    }

    async fn send(&self, browser: &Browser, act: &str) -> reqwest::Response {
        let mut fields: Vec<(&str, &str)> =
            self.fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        fields.push(("act", act));
        browser.post(&self.path, &fields).await
    }

    async fn saved(&self, browser: &Browser, act: &str) -> Self {
        let answer = self.send(browser, act).await;
        let to = location(&answer);
        let html = browser.page(&to).await;
        assert!(html.contains("role=\"status\""), "{to}");
        Self::of(&self.path, html)
    }
}

/// The address of the story's translation, from the list of all.
async fn address(browser: &Browser, locale: &str) -> String {
    let mut page = 1;
    loop {
        let list = browser.page(&format!("/admin/translate?locale={locale}&list=all&page={page}")).await;
        let row =
            list.split("<tr>").find(|row| row.contains("Sicherheitsgarantien") || row.contains("Ukraine"));
        if let Some(row) = row {
            return format!("/admin/translate/{}", between(row, "href=\"/admin/translate/", "\""));
        }
        assert!(list.contains("rel=\"next\""), "the story is on the desk");
        page += 1;
    }
}

test_db::both! {
    async fn translators_work_in_their_languages_alone(db: TestDb) {
        let site = Site::start(&db).await;
        let (translator, editor) = (site.staff_in("translator", &["en"]).await, site.staff("editor").await);
        let path = address(&editor, "en").await;
        let french = path.replace("/en", "/fr");
        for address in [&french, &format!("{french}/xliff")] {
            assert_eq!(translator.open(address).await.status(), StatusCode::NOT_FOUND, "{address}");
            assert_eq!(translator.post(address, &[("version", "1")]).await.status(), StatusCode::NOT_FOUND, "{address}");
            assert_eq!(editor.open(address).await.status(), StatusCode::OK, "{address}");
        }
        assert_eq!(translator.post(&format!("{french}/xliff/take"), &[]).await.status(), StatusCode::NOT_FOUND);
        assert_eq!(translator.open("/admin/translate?locale=fr").await.status(), StatusCode::NOT_FOUND);
        assert!(!translator.page("/admin/translate").await.contains("locale=fr"));
        for wrong in ["/admin/translate/x/en", "/admin/translate/00000000-0000-0000-0000-000000000000/en", &path.replace("/en", "/EN"), &path.replace("/en", "/de"), &path.replace("/en", "/xx")] {
            assert_eq!(editor.open(wrong).await.status(), StatusCode::NOT_FOUND, "{wrong}");
        }
    }

    async fn a_translation_is_begun_saved_and_reviewed(db: TestDb) {
        let site = Site::start(&db).await;
        let translator = site.staff("translator").await;
        let path = Page::first(&translator, "/admin/translate?locale=uk&list=missing").await;
        let mut page = Page::open(&translator, &path).await;
        assert!(!page.html.contains("value=\"review\""), "there is nothing to review yet");

        // Nothing typed is lost by what is refused.
        page.write(0, "Перший абзац <b>.");
        let refused = page.send(&translator, "save").await;
        assert_eq!(refused.status(), StatusCode::UNPROCESSABLE_ENTITY);
        let html = refused.text().await.expect("text");
        assert!(html.contains("Перший абзац &lt;b&gt;.") && html.contains("aria-invalid=\"true\""), "{html}");
        page.set("title", "Назва *статті*");
        page.set("slug", "No Slug");
        assert_eq!(page.send(&translator, "save").await.status(), StatusCode::UNPROCESSABLE_ENTITY);
        page.set("slug", "");
        let saved = page.saved(&translator, "save").await;
        assert_eq!(saved.row(0).1, "Перший абзац <b>.");
        assert!(saved.html.contains("value=\"назва-статті\""), "the address comes from the title");
        let review = saved.saved(&translator, "review").await;
        assert!(review.html.contains("value=\"back\""));
        assert!(translator.page("/admin/translate?locale=uk&list=in-review").await.contains(&path));
        review.saved(&translator, "back").await;
        assert!(!translator.page("/admin/translate?locale=uk&list=in-review").await.contains(&path));

        // Two at once: the second sees both texts, and can still save.
        let (mut mine, mut theirs) = (Page::open(&translator, &path).await, Page::open(&translator, &path).await);
        theirs.write(0, "Їхній абзац.");
        theirs.saved(&translator, "save").await;
        mine.write(0, "Мій абзац.");
        let late = mine.send(&translator, "save").await;
        assert_eq!(late.status(), StatusCode::CONFLICT);
        let both = Page::of(&path, late.text().await.expect("text"));
        assert_eq!(both.row(0).1, "Мій абзац.");
        assert!(both.html.contains("<del>Їхній</del><ins>Мій</ins>"), "{}", both.html);
        both.saved(&translator, "save").await;
        assert_eq!(Page::open(&translator, &path).await.row(0).1, "Мій абзац.");

        let nonsense = translator.post(&path, &[("version", "1"), ("source_version", "1"), ("row", "s-abc")]).await;
        assert_eq!(nonsense.status(), StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(translator.post_from(&path, &[], "https://elsewhere.example").await.status(), StatusCode::FORBIDDEN);
    }

    async fn a_file_goes_out_and_comes_back(db: TestDb) {
        let site = Site::start(&db).await;
        let editor = site.staff("editor").await;
        let path = address(&editor, "en").await;
        let before = Page::open(&editor, &path).await;
        let answer = editor.open(&format!("{path}/xliff")).await;
        assert!(answer.headers()["content-disposition"].to_str().expect("ASCII").ends_with(".en.xlf\""));
        assert_eq!(answer.headers()["cache-control"], "no-store");
        let file = answer.text().await.expect("text");
        let upload = async |file: &str| {
            editor.upload(&format!("{path}/xliff"), file.as_bytes()).await
        };

        // As it is, it changes nothing: the round trip loses nothing.
        let same = upload(&file).await;
        assert_eq!(same.status(), StatusCode::OK);
        let html = same.text().await.expect("text");
        assert!(!html.contains("name=\"unit\""), "{html}");

        // One text changed by the translator is shown, taken, and nothing else changes.
        let target = between(&file, "<target xml:space=\"preserve\">", "</target>");
        let edited = file.replacen(target, "Translated outside", 1);
        let page = upload(&edited).await.text().await.expect("text");
        assert_eq!(page.matches("name=\"unit\"").count(), 1, "{page}");
        let (unit, text) = (between(&page, "name=\"unit\" value=\"", "\""), between(&page, "name=\"text\" value=\"", "\""));
        assert_eq!((unit, text), ("line-title", "Translated outside"));
        let field = |name: &str| between(&page, &format!("name=\"{name}\" value=\""), "\"").to_owned();
        let (version, source_version) = (field("version"), field("source_version"));
        let form = [("version", version.as_str()), ("source_version", &source_version), ("unit", unit), ("text", text), ("take", unit)];
        let taken = editor.post(&format!("{path}/xliff/take"), &form).await;
        assert!(location(&taken).ends_with("?done=imported"));
        let after = Page::open(&editor, &path).await;
        let texts = |page: &Page| page.fields.iter().filter(|(name, _)| name != "title" && name != "version").cloned().collect::<Vec<_>>();
        assert_eq!(texts(&after), texts(&before));
        assert!(after.html.contains("value=\"Translated outside\""));
        let late = editor.post(&format!("{path}/xliff/take"), &[&form[..3], &[("text", "Too late"), ("take", unit)]].concat()).await;
        assert_eq!(late.status(), StatusCode::CONFLICT);
        assert!(late.text().await.expect("text").contains("Too late"), "nothing is lost");

        // Bad files are told in words.
        let other = address(&editor, "fr").await;
        let other = editor.page(&format!("{other}/xliff")).await;
        let bomb = "<!DOCTYPE x [<!ENTITY a \"a\">]><xliff xmlns=\"urn:oasis:names:tc:xliff:document:2.0\" version=\"2.1\">&a;</xliff>";
        for bad in ["", "no xml", bomb, &other, &file.replace("version=\"2.1\"", "version=\"1.2\"")] {
            let refused = upload(bad).await;
            assert_eq!(refused.status(), StatusCode::UNPROCESSABLE_ENTITY, "{bad}");
            assert!(refused.text().await.expect("text").contains("role=\"alert\""));
        }
        assert_eq!(editor.post(&format!("{path}/xliff"), &[]).await.status(), StatusCode::UNPROCESSABLE_ENTITY);
        let large = upload(&" ".repeat(10 * 1024 * 1024)).await;
        assert_eq!(large.status(), StatusCode::PAYLOAD_TOO_LARGE);
    }

    async fn words_are_kept_for_two_languages(db: TestDb) {
        let site = Site::start(&db).await;
        let (translator, editor) = (site.staff_in("translator", &["en"]).await, site.staff("editor").await);
        let save = async |from: &str, locale: &str, source: &str, target: &str, remove: &str| {
            let form = [("from", from), ("locale", locale), ("source", source), ("target", target), ("remove", remove)];
            translator.post("/admin/translate/glossary", &form).await
        };
        assert!(translator.page("/admin/translate?locale=en").await.contains("/admin/translate/glossary?locale=en&"));
        for (source, target) in [("", "security guarantees"), ("Sicherheitsgarantien", " "), (&"x".repeat(101), "x")] {
            let refused = save("de", "en", source, target, "").await;
            assert_eq!(refused.status(), StatusCode::UNPROCESSABLE_ENTITY, "{source}");
            assert!(refused.text().await.expect("text").contains("aria-invalid=\"true\""), "{source}");
        }
        let saved = save("de", "en", " Sicherheitsgarantien ", "security  <guarantees>", "").await;
        let page = translator.page(&location(&saved)).await;
        assert!(page.contains("<bdi>security &lt;guarantees&gt;</bdi>"), "{page}");
        let path = address(&editor, "en").await;
        let side = translator.page(&path).await;
        assert!(side.contains("<bdi>security &lt;guarantees&gt;</bdi>"), "beside the paragraphs that have it");
        assert!(!editor.page(&path.replace("/en", "/fr")).await.contains("class=\"terms\""), "other languages have their own");

        // Only into languages they work in, and from another.
        for (from, locale) in [("de", "fr"), ("en", "en"), ("xx", "en"), ("de", "xx")] {
            assert_eq!(save(from, locale, "Wort", "word", "").await.status(), StatusCode::NOT_FOUND, "{from} {locale}");
        }
        assert_eq!(translator.open("/admin/translate/glossary?locale=fr").await.status(), StatusCode::NOT_FOUND);
        assert_eq!(editor.open("/admin/translate/glossary?locale=fr").await.status(), StatusCode::OK);
        let removed = save("de", "en", "Sicherheitsgarantien", "", "1").await;
        assert!(!translator.page(&location(&removed)).await.contains("guarantees"));
    }

    async fn a_machine_drafts_what_is_missing(db: TestDb) {
        let service = translate_in_capitals().await;
        let settings = [("GAZETTE_TRANSLATION__PROTOCOL", "libretranslate"), ("GAZETTE_TRANSLATION__BASE_URL", service.as_str())];
        let site = Site::with(&db, &sample(), &settings).await;
        let translator = site.staff("translator").await;
        let path = Page::first(&translator, "/admin/translate?locale=uk&list=missing").await;
        let mut mine = Page::open(&translator, &path).await;
        mine.set("title", "Моя назва");
        mine.write(0, "Мій абзац.");
        mine.saved(&translator, "save").await;

        let asked = translator.post(&format!("{path}/machine"), &[]).await;
        assert_eq!(location(&asked), format!("{path}#machine"));
        let mut page = Page::open(&translator, &path).await;
        for _ in 0..400 {
            if page.html.contains("data-machine=\"ended\"") {
                break;
            }
            tokio::time::sleep(std::time::Duration::from_millis(50)).await;
            page = Page::open(&translator, &path).await;
        }
        assert_eq!(page.row(0).1, "Мій абзац.", "never over what somebody wrote");
        assert!(page.html.contains("value=\"Моя назва\""));
        let drafted = page.html.matches("value=\"sign:").count();
        assert!(drafted > 3, "{}", page.html);
        let shouted = page.fields.iter().any(|(name, text)| name == "text" && text.len() > 40 && *text == text.to_uppercase());
        assert!(shouted, "{:?}", page.fields);

        // Nobody can publish it like that, alone or with others.
        let editor = site.staff("editor").await;
        let (article, _) = path.trim_start_matches("/admin/translate/").split_once('/').expect("a story and a language");
        let publish = format!("/admin/stories/{article}/uk/publish");
        assert!(editor.page(&publish).await.contains("role=\"alert\""));
        let refused = editor.post(&publish, &[("act", "publish"), ("confirm", "yes")]).await;
        assert_eq!(refused.status(), StatusCode::UNPROCESSABLE_ENTITY);
        let bulk = editor.post("/admin/stories/bulk", &[("story", article), ("act", "publish")]).await;
        assert_eq!(bulk.status(), StatusCode::OK);
        let told = bulk.text().await.expect("text");
        assert!(told.contains("maschinelle Entwürfe sind nicht abgezeichnet"), "{told}");

        // One is signed off, then the rest.
        let sign = page.html.split("value=\"sign:").nth(1).and_then(|rest| rest.split('"').next()).expect("a draft").to_owned();
        let page = page.saved(&translator, &format!("sign:{sign}")).await;
        assert_eq!(page.html.matches("value=\"sign:").count(), drafted - 1);
        let page = page.saved(&translator, "sign").await;
        assert!(!page.html.contains("value=\"sign"), "{}", page.html);
    }
}

/// A service that speaks `LibreTranslate`'s protocol: it translates into capitals. Gives its address.
async fn translate_in_capitals() -> String {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let address = listener.local_addr().expect("bound");
    tokio::spawn(async move {
        while let Ok((stream, _)) = listener.accept().await {
            tokio::spawn(answer(stream));
        }
    });
    format!("http://{address}")
}

async fn answer(stream: TcpStream) {
    let mut stream = BufReader::new(stream);
    loop {
        let mut length = 0;
        loop {
            let mut line = String::new();
            if stream.read_line(&mut line).await.unwrap_or(0) == 0 {
                return;
            }
            let line = line.trim().to_lowercase();
            if let Some(value) = line.strip_prefix("content-length:") {
                length = value.trim().parse().expect("a length");
            }
            if line.is_empty() {
                break;
            }
        }
        let mut body = vec![0; length];
        stream.read_exact(&mut body).await.expect("a body");
        let asked: serde_json::Value = serde_json::from_slice(&body).expect("JSON");
        let text = capitals(asked["q"].as_str().expect("a text"));
        let answer = serde_json::json!({ "translatedText": text }).to_string();
        let head = format!(
            "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: {}\r\n\r\n",
            answer.len()
        );
        stream.get_mut().write_all(format!("{head}{answer}").as_bytes()).await.expect("sent");
    }
}

/// Words in capitals; tags and escapes as they are.
fn capitals(text: &str) -> String {
    let mut as_is = false;
    let mut out = String::new();
    for c in text.chars() {
        as_is = as_is || matches!(c, '<' | '&');
        if as_is {
            out.push(c);
        } else {
            out.extend(c.to_uppercase());
        }
        as_is = as_is && !matches!(c, '>' | ';');
    }
    out
}
