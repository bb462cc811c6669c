//! How long it takes until what is published is found: from the end of the import, which has
//! committed it, over the outbox and the worker, to the page.

use std::path::Path;
use std::time::{Duration, Instant};

use gazette_tests::{Gazette, client, gazette};

/// Stories published one after the other.
const STORIES: usize = 100;
/// The longest that is waited for one.
const LONGEST: Duration = Duration::from_secs(10);

/// The times, shortest first, on SQLite with the real binary.
pub(crate) async fn published_and_found() -> Vec<Duration> {
    let (data, folder) = (tempfile::tempdir().expect("a folder"), tempfile::tempdir().expect("a folder"));
    let site = "default_locale = \"en\"\ntime_zone = \"UTC\"\n\n[[locale]]\ntag = \"en\"\nname = \"Fresh\"\n\n\
                [[section]]\nkey = \"news\"\n[section.names]\nen = { name = \"News\", slug = \"news\" }\n";
    std::fs::write(folder.path().join("site.toml"), site).expect("written");
    publish(data.path(), folder.path(), STORIES).await;
    let server = Gazette::start(gazette(data.path(), None, &["serve", "--listen", "127.0.0.1:0"])).await;
    let client = client();
    let mut times = Vec::with_capacity(STORIES);
    for story in 0..STORIES {
        publish(data.path(), folder.path(), story).await;
        let committed = Instant::now();
        let address = format!("{}/en/search?q=fresh{story}word", server.base);
        loop {
            let page = client.get(&address).send().await.expect("an answer").text().await.expect("text");
            if page.contains(&format!("/en/fresh-{story}\"")) {
                break;
            }
            assert!(committed.elapsed() < LONGEST, "story {story} isn't found");
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
        times.push(committed.elapsed());
    }
    assert!(server.stop().await);
    times.sort_unstable();
    times
}

async fn publish(data: &Path, folder: &Path, story: usize) {
    let dir = folder.join(format!("fresh-{story}"));
    std::fs::create_dir(&dir).expect("made");
    std::fs::write(dir.join("article.toml"), "access = \"public\"\nsource = \"en\"\nsection = \"news\"\n")
        .expect("written");
    let text = format!(
        "+++\ntitle = \"Story {story}\"\nslug = \"fresh-{story}\"\npublished_at = 2026-01-01T00:00:00Z\n+++\n\n\
         Here stands fresh{story}word.\n"
    );
    std::fs::write(dir.join("en.md"), text).expect("written");
    let import = ["import", "markdown", folder.to_str().expect("UTF-8")];
    let output = gazette(data, None, &import).output().await.expect("the binary runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
}
