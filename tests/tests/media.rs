//! The library of pictures over HTTP.

use gazette_tests::{Browser, Site, location, page_between};
use reqwest::StatusCode;
use serde_json::Value;

/// A picture whose left half is of one colour and whose right half is of another.
fn picture(left: [u8; 3], right: [u8; 3]) -> Vec<u8> {
    let mut file = std::io::Cursor::new(Vec::new());
    image::RgbImage::from_fn(1000, 400, |x, _| image::Rgb(if x < 500 { left } else { right }))
        .write_to(&mut file, image::ImageFormat::Png)
        .expect("encoded");
    file.into_inner()
}

const RED: [u8; 3] = [250, 0, 0];
const BLUE: [u8; 3] = [0, 0, 250];

/// Uploads a picture as a script does; what it is told.
async fn uploaded(browser: &Browser, bytes: &[u8]) -> Value {
    let answer =
        browser.upload_pictures("/admin/media/upload", &[("boat.png", bytes)], "application/json").await;
    assert_eq!(answer.status(), StatusCode::CREATED);
    answer.json().await.expect("JSON")
}

/// Whether the middle of a picture is rather red than blue.
async fn is_red(browser: &Browser, path: &str) -> bool {
    let answer = browser.open(path).await;
    assert_eq!(answer.status(), StatusCode::OK, "{path}");
    let picture =
        image::load_from_memory(&answer.bytes().await.expect("bytes")).expect("a picture").to_rgb8();
    let middle = picture.get_pixel(picture.width() / 2, picture.height() / 2).0;
    middle[0] > middle[2]
}

test_db::both! {
    async fn pictures_are_taken_in_and_described(db: TestDb) {
        let site = Site::start(&db).await;
        let author = site.staff("author").await;
        let told = uploaded(&author, &picture(RED, BLUE)).await;
        let hash = told["hash"].as_str().expect("a hash").to_owned();
        assert_eq!((told["src"].as_str(), told["width"].as_u64()), (Some(&*format!("/media/{hash}")), Some(1000)));
        for kind in told["kinds"].as_array().expect("kinds") {
            let path = format!("/media/{hash}/{}", kind.as_str().expect("a name"));
            assert_eq!(site.browser().open(&path).await.status(), StatusCode::OK, "{path}: whoever has the address");
        }
        let list = author.page("/admin/media?q=BOAT&used=no").await;
        assert!(list.contains(&format!("href=\"/admin/media/{hash}\"")) && list.contains("boat.png"), "{list}");
        assert!(!author.page("/admin/media?used=yes").await.contains(&hash));

        let page = format!("/admin/media/{hash}");
        let square = format!("/media/{hash}/square.jpg");
        for (x, red) in [("0", true), ("100", false)] {
            let version = page_between(&author.page(&page).await, "name=\"version\" value=\"", "\"");
            let form = [("version", &*version), ("x", x), ("y", "50"), ("credit", "Ada"), ("alt-de", "Ein Boot")];
            let saved = author.page(&location(&author.post(&page, &form).await)).await;
            assert!(saved.contains("value=\"Ein Boot\"") && saved.contains(&format!("{square}?f={x}-50")), "{saved}");
            assert_eq!(is_red(&author, &square).await, red, "the cut follows the focal point");
        }
        let cut = author.open(&format!("{square}?f=100-50")).await;
        assert!(cut.headers()["cache-control"].to_str().expect("ASCII").contains("immutable"));
        let cut = author.open(&format!("{square}?f=0-50")).await;
        assert!(!cut.headers()["cache-control"].to_str().expect("ASCII").contains("immutable"), "an old page's");

        let late = author.post(&page, &[("version", "1"), ("x", "7"), ("y", "8"), ("credit", "Zu spät")]).await;
        assert_eq!(late.status(), StatusCode::CONFLICT);
        assert!(late.text().await.expect("text").contains("value=\"Zu spät\""));
        let wrong = author.post(&page, &[("version", "3"), ("x", "101"), ("y", "8")]).await;
        assert_eq!(wrong.status(), StatusCode::UNPROCESSABLE_ENTITY);
        assert!(author.page(&page).await.contains("value=\"Ada\""));
        for path in [format!("{page}/replace"), format!("{page}/delete")] {
            assert_eq!(author.post(&path, &[]).await.status(), StatusCode::NOT_FOUND, "editors do this");
        }
    }

    async fn what_is_no_picture_is_refused_with_its_reason(db: TestDb) {
        let site = Site::with(&db, &gazette_tests::sample(), &[("GAZETTE_MEDIA__MOST_MIB", "1")]).await;
        let editor = site.staff("editor").await;
        let svg = b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>";
        let large = vec![0_u8; 3 << 20];
        for (bytes, word) in [(&svg[..], "Vektorgrafik"), (b"GIF89a", "animiert"), (b"MZ", "JPEG"), (&large, "1 MB")] {
            let answer = editor.upload_pictures("/admin/media/upload", &[("x.jpg", bytes)], "application/json").await;
            assert_eq!(answer.status(), StatusCode::UNPROCESSABLE_ENTITY);
            assert_eq!(answer.headers()["content-type"], "application/problem+json");
            let problem: Value = answer.json().await.expect("JSON");
            assert!(problem["detail"].as_str().expect("a detail").contains(word), "{problem}");
        }
        // A form: what can be taken is, and of the rest it is told why not.
        let good = picture(RED, RED);
        let files: [(&str, &[u8]); 3] = [("gut.png", &good), ("<b>.svg", svg), ("groß.bin", &large)];
        let answer = editor.upload_pictures("/admin/media/upload", &files, "text/html").await;
        assert_eq!(answer.status(), StatusCode::UNPROCESSABLE_ENTITY);
        let page = answer.text().await.expect("text");
        assert!(page.contains("&lt;b&gt;.svg") && page.contains("groß.bin") && page.contains("gut.png"), "{page}");
        let answer = editor.upload_pictures("/admin/media/upload", &[("", b"")], "text/html").await;
        assert_eq!(answer.status(), StatusCode::UNPROCESSABLE_ENTITY, "nothing was chosen");
        let answer = editor.upload_pictures("/admin/media/upload", &[("gut.png", &good)], "text/html").await;
        assert!(location(&answer).starts_with("/admin/media?done="));
        assert_eq!(editor.post("/admin/media/upload", &[("file", "text")]).await.status(), StatusCode::BAD_REQUEST);
        let visitor = site.browser().upload_pictures("/admin/media/upload", &[("gut.png", &good)], "text/html").await;
        assert!(location(&visitor).contains("sign-in"));
    }

    async fn a_picture_in_use_is_replaced_and_not_deleted(db: TestDb) {
        let site = Site::start(&db).await;
        let editor = site.staff("editor").await;
        let visitor = site.browser();
        let path = "/de/sicherheitsgarantien-ukraine";
        let old = page_between(&visitor.page(path).await, "/media/", "/");
        let page = format!("/admin/media/{old}");
        assert!(editor.page(&page).await.contains("/admin/stories/"), "it says where it is used");
        let refused = editor.post(&format!("{page}/delete"), &[]).await;
        assert_eq!(refused.status(), StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(visitor.open(&format!("/media/{old}/w800.jpg")).await.status(), StatusCode::OK);

        let new = picture(BLUE, BLUE);
        let answer = editor.upload_pictures(&format!("{page}/replace"), &[("neu.png", &new)], "text/html").await;
        let moved = location(&answer);
        let hash = page_between(&moved, "/admin/media/", "?");
        assert_eq!(editor.open(&page).await.status(), StatusCode::NOT_FOUND);
        let before = location(&visitor.open(&format!("/media/{old}/w800.jpg")).await);
        assert_eq!(before, format!("/media/{hash}/w800.jpg"), "the old address leads to the new picture");
        let mut shown = String::new();
        for _ in 0..100 {
            shown = visitor.page(path).await;
            if shown.contains(&hash) {
                break;
            }
            tokio::time::sleep(std::time::Duration::from_millis(50)).await;
        }
        assert!(shown.contains(&hash) && !shown.contains(&old), "readers see the new one");

        // What nothing shows goes, for good.
        let unused = uploaded(&editor, &picture(RED, RED)).await["hash"].as_str().expect("a hash").to_owned();
        let answer = editor.post(&format!("/admin/media/{unused}/delete"), &[]).await;
        assert!(location(&answer).ends_with("done=deleted"));
        assert_eq!(visitor.open(&format!("/media/{unused}/w480.jpg")).await.status(), StatusCode::NOT_FOUND);
    }
}
