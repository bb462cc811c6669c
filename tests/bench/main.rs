//! What a page costs: Gazette against nginx that serves the same bytes as files, in the same run.
//!
//! `tests/bench/run.sh` installs what this needs and starts it: `bench MANUAL [ARTICLES]`, where
//! MANUAL is the folder of manual pages in five languages that the articles are made of.

#![expect(clippy::print_stdout, reason = "a program that prints what it measured")]

mod corpus;
mod load;
mod man;

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use gazette_tests::{Browser, Gazette, Mailbox, gazette, sample};
use load::{Load, Nginx, wrk};

/// Runs of each measurement; the middle one counts.
const ROUNDS: usize = 3;
const SECONDS: u64 = 5;
const STORY: &str = "/en/story-0";
const SUBSCRIBER: &str = "subscriber@example.org";

#[tokio::main]
async fn main() {
    let mut arguments = std::env::args().skip(1);
    let manual = PathBuf::from(arguments.next().expect("bench MANUAL [ARTICLES]"));
    let articles: u64 =
        arguments.next().map_or(10_000, |number| number.parse().expect("a number of articles"));
    let work = tempfile::tempdir().expect("a folder");
    let (source, data) = (work.path().join("source"), work.path().join("data"));

    println!("{} on {} cores", version().await, std::thread::available_parallelism().map_or(1, usize::from));
    let translations = corpus::write(&manual, &sample().join("night-trains/cover.jpg"), articles, &source);
    import(&data, &source, translations).await;

    let mail = Mailbox::start().await;
    index(&data, &mail, translations).await;
    let site = start(&data, &mail).await;
    let browser = Browser::new(&site.base);
    println!("resident after the start   {}", resident(&site));

    let member = browser.sign_in(&mail, "member@example.org").await;
    let subscriber = Browser::new(&site.base).sign_in(&mail, SUBSCRIBER).await;
    run(&data, &["member", "grant", SUBSCRIBER, "--plan", "standard"]).await;
    tokio::time::sleep(Duration::from_secs(3)).await;

    let files = work.path().join("files");
    let nginx = yardstick(&files, &browser, &member, &subscriber).await;
    println!("\n{:<34}{:>10}{:>11}{:>11}{:>10}", "32 connections", "pages/s", "p50", "p99", "of nginx");
    for (name, path, file, cookie) in [
        ("article, visitor", STORY, "visitor", None),
        ("article, member", STORY, "member", Some(&member)),
        ("article, subscriber (full)", STORY, "full", Some(&subscriber)),
        ("front page", "/en/", "front", None),
    ] {
        let cookie = cookie.map(String::as_str);
        let (ours, theirs) = against(&site, path, cookie, &nginx, file).await;
        row(name, &ours, Some(&theirs));
    }
    let searches = script(
        work.path(),
        "search",
        "local n = 0\nlocal w = {'file', 'kernel', 'memory', 'signal', 'network', 'printf', 'terminal', 'process', 'user', 'command'}\nrequest = function() n = n + 1; return wrk.format('GET', '/en/search?q=' .. w[n % 10 + 1]) end\n",
    );
    row("search, ten words in turn", &middle(&site.base, "/en/", None, Some(&searches)).await, None);
    let everywhere = script(
        work.path(),
        "all",
        &format!(
            "local n = 0\nrequest = function() n = (n + 7919) % {articles}; return wrk.format('GET', '/de/story-' .. n) end\n"
        ),
    );
    row("article, another one each time", &middle(&site.base, "/en/", None, Some(&everywhere)).await, None);
    println!("\nresident at the end        {}", resident(&site));
    nginx.stop().await;
    assert!(site.stop().await, "the server stops in good order");
}

async fn version() -> String {
    let output = tokio::process::Command::new("nginx").arg("-v").output().await.expect("nginx runs");
    let nginx = String::from_utf8_lossy(&output.stderr).trim().replace("nginx version: ", "");
    format!("gazette {} and {nginx}", env!("CARGO_PKG_VERSION"))
}

async fn run(data: &Path, arguments: &[&str]) {
    let output = gazette(data, None, arguments).output().await.expect("the binary runs");
    assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
}

async fn import(data: &Path, source: &Path, translations: u64) {
    let started = Instant::now();
    run(data, &["import", "markdown", source.to_str().expect("UTF-8")]).await;
    rate("import", translations, started.elapsed());
    let started = Instant::now();
    run(data, &["import", "markdown", source.to_str().expect("UTF-8")]).await;
    rate("import again, nothing changed", translations, started.elapsed());
}

fn rate(what: &str, translations: u64, took: Duration) {
    #[expect(clippy::cast_precision_loss, reason = "a count of texts")]
    let rate = translations as f64 / took.as_secs_f64();
    println!("{what:<30} {translations} translations in {:.1} s: {rate:.0}/s", took.as_secs_f64());
}

/// The first start, which builds the search index.
async fn index(data: &Path, mail: &Mailbox, translations: u64) {
    let started = Instant::now();
    let site = serve(data, mail).await;
    let browser = Browser::new(&site.base);
    while browser.open("/en/search?q=file").await.status() != reqwest::StatusCode::OK {
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    rate("index", translations, started.elapsed());
    assert!(site.stop().await, "the server stops in good order");
}

async fn serve(data: &Path, mail: &Mailbox) -> Gazette {
    let mut command = gazette(data, None, &["serve", "--listen", "127.0.0.1:0"]);
    command.env("GAZETTE_MAIL__SMTP_URL", &mail.url).env("GAZETTE_MAIL__FROM", "gazette@example.org");
    Gazette::start(command).await
}

async fn start(data: &Path, mail: &Mailbox) -> Gazette {
    let started = Instant::now();
    let site = serve(data, mail).await;
    let listening = started.elapsed();
    Browser::new(&site.base).page(STORY).await;
    println!(
        "start                          {} ms, first page after {} ms",
        listening.as_millis(),
        started.elapsed().as_millis()
    );
    site
}

/// What the server takes in memory, and how much of that is files that the system may drop.
fn resident(site: &Gazette) -> String {
    let status = std::fs::read_to_string(format!("/proc/{}/status", site.id())).expect("it runs");
    let megabytes = |name: &str| {
        let line = status.lines().find_map(|line| line.strip_prefix(name)).expect("a size");
        line.trim().trim_end_matches(" kB").parse::<u64>().expect("a number") / 1024
    };
    format!("{} MB, {} MB of it mapped files", megabytes("VmRSS:"), megabytes("RssFile:"))
}

/// nginx with the pages of this very site as files.
async fn yardstick(files: &Path, visitor: &Browser, member: &str, subscriber: &str) -> Nginx {
    std::fs::create_dir(files).expect("a folder");
    for (name, path, cookie) in [
        ("visitor", STORY, ""),
        ("member", STORY, member),
        ("full", STORY, subscriber),
        ("front", "/en/", ""),
    ] {
        let page = visitor.page_with(path, cookie).await;
        println!("{name:<8} page of {:>6} bytes", page.len());
        std::fs::write(files.join(name), page).expect("written");
    }
    let (teaser, full) = (files.join("member"), files.join("full"));
    let size = |file: &Path| std::fs::metadata(file).map_or(0, |file| file.len());
    assert!(size(&full) > size(&teaser) + 2_000, "the subscriber gets all of it");
    Nginx::serve(files).await
}

/// Ours and nginx's in turn, so that both meet the same machine.
async fn against(
    site: &Gazette,
    path: &str,
    cookie: Option<&str>,
    nginx: &Nginx,
    file: &str,
) -> (Load, Load) {
    let (mut ours, mut theirs) = (Vec::new(), Vec::new());
    for _ in 0..ROUNDS {
        theirs.push(wrk(&format!("{}/{file}", nginx.base), None, None, SECONDS).await);
        ours.push(wrk(&format!("{}{path}", site.base), cookie, None, SECONDS).await);
    }
    (median(ours), median(theirs))
}

async fn middle(base: &str, path: &str, cookie: Option<&str>, script: Option<&Path>) -> Load {
    let mut loads = Vec::new();
    for _ in 0..ROUNDS {
        loads.push(wrk(&format!("{base}{path}"), cookie, script, SECONDS).await);
    }
    median(loads)
}

fn median(mut loads: Vec<Load>) -> Load {
    loads.sort_by(|a, b| a.per_second.total_cmp(&b.per_second));
    loads.swap_remove(loads.len() / 2)
}

fn script(folder: &Path, name: &str, lua: &str) -> PathBuf {
    let file = folder.join(format!("{name}.lua"));
    std::fs::write(&file, lua).expect("written");
    file
}

fn row(name: &str, ours: &Load, theirs: Option<&Load>) {
    let ratio =
        theirs.map_or_else(String::new, |theirs| format!("{:.2}", ours.per_second / theirs.per_second));
    println!("{name:<34}{:>10.0}{:>11}{:>11}{ratio:>10}", ours.per_second, ours.p50, ours.p99);
    if let Some(theirs) = theirs {
        println!(
            "{:<34}{:>10.0}{:>11}{:>11}",
            "  nginx, the same bytes", theirs.per_second, theirs.p50, theirs.p99
        );
    }
}
