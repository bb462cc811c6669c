//! What searching costs and how good it is: the embedded engine against PostgreSQL's full-text
//! search and SQLite's FTS5 with the same documents, in the same run; Meilisearch too, where a server
//! is named in `GAZETTE_TEST_MEILI_URL` (and its master key in `GAZETTE_TEST_MEILI_KEY`).
//!
//! `tests/bench-search/run.sh` installs what this needs and starts it: `bench-search ROOT
//! [DOCUMENTS]`, where ROOT is the folder in which manual pages and handbook are unpacked.

#![expect(clippy::print_stdout, reason = "a program that prints what it measured")]
#![expect(clippy::cast_precision_loss, reason = "figures for people")]

mod book;
mod corpus;
mod engines;
#[path = "../bench/man.rs"]
#[expect(dead_code, reason = "the other measurement uses the rest")]
mod man;
mod measure;
mod published;
mod questions;
mod yardsticks;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Instant;

use content::Document;
use kernel::Locale;

use engines::{Ask, Ours};
use measure::{Load, load, relevance};
use questions::Known;
use test_db::TestDb;
use yardsticks::Yardstick;

/// Known items asked for in each language.
const KNOWN: usize = 150;
/// Different questions in a measurement of speed.
const DIFFERENT: usize = 2_000;

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

#[tokio::main]
async fn main() {
    let mut arguments = std::env::args().skip(1);
    let root = PathBuf::from(arguments.next().expect("bench-search ROOT [DOCUMENTS]"));
    let most = arguments.next().map_or(100_000, |number| number.parse().expect("a number of documents"));
    let documents = corpus::documents(&root, most);
    let words: usize = documents.iter().map(|document| corpus::whole(document).split(' ').count() + 8).sum();
    println!("{} documents, {words} words, {} cores", documents.len(), cores());
    println!("{}", by_language(&documents));

    let work = tempfile::tempdir().expect("a folder");
    let before = resident("self");
    let started = Instant::now();
    let ours = Ours::embedded(&work.path().join("index"), &documents).await;
    report("gazette", documents.len(), started, &work.path().join("index"));
    println!("resident: {before} MB with the documents, {} MB with the index", resident("self"));

    speed("gazette", &ours, &documents).await;
    println!("resident after that: {} MB", resident("self"));
    freshness(&ours, &documents).await;
    let shared = shared_engine(&documents).await;

    let mut yardsticks = Vec::new();
    let sqlite = work.path().join("fts5.sqlite");
    let started = Instant::now();
    let url = format!("sqlite://{}?mode=rwc", sqlite.display());
    yardsticks.push(("SQLite FTS5", Yardstick::fill(&url, 4, &documents).await));
    println!(
        "{:<14} {:.0} documents/s",
        "SQLite FTS5",
        documents.len() as f64 / started.elapsed().as_secs_f64()
    );
    let postgres;
    match std::env::var("GAZETTE_TEST_POSTGRES_URL") {
        Ok(_) => {
            postgres = TestDb::postgres().await;
            let started = Instant::now();
            yardsticks.push(("PostgreSQL", Yardstick::fill(postgres.url(), 32, &documents).await));
            println!(
                "{:<14} {:.0} documents/s",
                "PostgreSQL",
                documents.len() as f64 / started.elapsed().as_secs_f64()
            );
        }
        Err(_) => println!("SKIPPED: PostgreSQL; GAZETTE_TEST_POSTGRES_URL names none"),
    }
    for (name, yardstick) in &yardsticks {
        println!("{name}: {} MB on disk", yardstick.bytes().await / 1_000_000);
        for (case, ask, questions) in cases(&documents) {
            for clients in [1, 32] {
                let (yardstick, questions) = (yardstick.clone(), Arc::clone(&questions));
                let measured = load(clients, questions.len(), move |number| {
                    let (yardstick, questions) = (yardstick.clone(), Arc::clone(&questions));
                    async move { drop(yardstick.ask(ask, &questions[number].0, &questions[number].1).await) }
                })
                .await;
                row(&format!("{name}, {case}"), clients, &measured);
            }
        }
    }
    let ours: Vec<(&str, &Ours)> = [("gazette", &ours)]
        .into_iter()
        .chain(shared.iter().map(|engine| ("on Meilisearch", engine)))
        .collect();
    println!("resident, all of PostgreSQL: {} MB", resident("postgres"));
    relevant(&ours, &yardsticks, &documents).await;
    across(&ours, &yardsticks, &documents).await;
    drop((ours, yardsticks));
    let times = published::published_and_found().await;
    let ms = |index: usize| times[index.min(times.len() - 1)].as_millis();
    println!(
        "published and found over HTTP: p50 {} ms, p99 {} ms of {}",
        ms(times.len() / 2),
        ms(times.len() * 99 / 100),
        times.len()
    );
}

/// Our second engine, where a server is at hand.
async fn shared_engine(documents: &[Document]) -> Option<Ours> {
    let Ok(url) = std::env::var("GAZETTE_TEST_MEILI_URL") else {
        println!("SKIPPED: Meilisearch; GAZETTE_TEST_MEILI_URL and GAZETTE_TEST_MEILI_KEY name none\n");
        return None;
    };
    let master = std::env::var("GAZETTE_TEST_MEILI_KEY").expect("the master key, beside the URL");
    let started = Instant::now();
    let engine = Ours::on_meilisearch(&url, &master, documents).await;
    let rate = documents.len() as f64 / started.elapsed().as_secs_f64();
    println!("{:<14} {rate:.0} documents/s", "on Meilisearch");
    speed("on Meilisearch", &engine, documents).await;
    println!("resident, all of the server: {} MB", resident("meilisearch"));
    freshness(&engine, documents).await;
    Some(engine)
}

fn by_language(documents: &[Document]) -> String {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for document in documents {
        *counts.entry(document.locale.as_str()).or_default() += 1;
    }
    counts.iter().map(|(language, count)| format!("{language} {count}")).collect::<Vec<_>>().join(", ")
}

type Questions = Arc<[(String, Locale)]>;

/// What is asked to measure speed.
fn cases(documents: &[Document]) -> Vec<(&'static str, Ask, Questions)> {
    let step = (documents.len() / DIFFERENT).max(1);
    let located = |words: Vec<(String, Locale)>| -> Questions { words.into() };
    let mistyped = questions::mistyped(documents, step);
    vec![
        ("words", Ask::Words, located(questions::single(documents, step))),
        ("titles", Ask::Words, titled(documents)),
        ("beginnings", Ask::Beginning, located(questions::beginnings(documents, step))),
        ("typing errors", Ask::Words, pairs(&mistyped)),
        ("filtered, newest first", Ask::Filtered, located(questions::single(documents, step))),
        ("from the 1000th", Ask::Deep, located(questions::single(documents, step))),
        ("suggestions", Ask::Suggestions, located(questions::beginnings(documents, step))),
    ]
}

/// Who finds a story with words of another of its languages than that of the page.
async fn across(ours: &[(&str, &Ours)], yardsticks: &[(&str, Yardstick)], documents: &[Document]) {
    let pairs = questions::across(documents, documents.len() / KNOWN / 10);
    let nothing = measure::Relevance::default();
    let (mut found, mut best) = (vec![nothing; ours.len()], vec![nothing; yardsticks.len()]);
    for (known, page) in &pairs {
        let story = known.document.article;
        for ((_, ours), found) in ours.iter().zip(&mut found) {
            found.add(ours.stories(&known.text, page).await.iter().position(|article| *article == story));
        }
        for ((_, yardstick), best) in yardsticks.iter().zip(&mut best) {
            let ids = yardstick.ask(Ask::Words, &known.text, page).await;
            // Theirs know texts, not stories: the first eight bytes of ours name the story.
            best.add(ids.iter().position(|id| id.as_u64_pair().0 == story.as_uuid().as_u64_pair().0));
        }
    }
    print!("{:<30}", "titles, another language's page");
    let names = ours.iter().map(|(name, _)| name).chain(yardsticks.iter().map(|(name, _)| name));
    for (name, measured) in names.zip(found.iter().chain(&best)) {
        print!("   {name} {:.3}/{:.3}", measured.mrr(), measured.recall());
    }
    println!();
}

async fn speed(engine: &str, ours: &Ours, documents: &[Document]) {
    println!("\n{engine:<28}{:>8}{:>12}{:>10}{:>10}", "clients", "answers/s", "p50 ms", "p99 ms");
    for (name, ask, questions) in cases(documents) {
        for clients in [1, 32] {
            let (ours, questions) = (ours.clone(), Arc::clone(&questions));
            let measured = load(clients, questions.len(), move |number| {
                let (ours, questions) = (ours.clone(), Arc::clone(&questions));
                async move { drop(ours.ask(ask, &questions[number].0, &questions[number].1).await) }
            })
            .await;
            row(name, clients, &measured);
        }
    }
}

/// How long it takes until what is published is found.
async fn freshness(ours: &Ours, documents: &[Document]) {
    let mut times = Vec::new();
    for number in 0..50u64 {
        let mut document = documents[0].clone();
        document.translation = uuid::Uuid::from_u64_pair(u64::MAX, number).into();
        document.article = uuid::Uuid::from_u64_pair(u64::MAX, number).into();
        document.title = format!("published{number}x");
        let started = Instant::now();
        ours.publish(document).await;
        times.push(started.elapsed().as_millis());
    }
    times.sort_unstable();
    println!("published and found: p50 {} ms, worst of 50 {} ms\n", times[25], times[49]);
}

/// Who finds what is known to be there.
async fn relevant(ours: &[(&str, &Ours)], yardsticks: &[(&str, Yardstick)], documents: &[Document]) {
    let mut by_language: BTreeMap<String, Vec<Document>> = BTreeMap::new();
    for document in documents {
        by_language.entry(document.locale.to_string()).or_default().push(document.clone());
    }
    println!("\nMRR@10 / recall@10");
    for (name, make) in [
        ("titles", questions::titles as fn(&[Document], usize) -> Vec<Known<'_>>),
        ("six words", questions::sentences),
        ("six words, one mistyped", questions::mistyped),
    ] {
        for (language, documents) in &by_language {
            let known = make(documents, documents.len() / KNOWN);
            print!("{name:<26}{language:<4}");
            for (engine, ours) in ours {
                let found =
                    relevance(&known, |known| ours.ask(Ask::Words, &known.text, &known.document.locale))
                        .await;
                print!("   {engine} {:.3}/{:.3}", found.mrr(), found.recall());
            }
            for (other, yardstick) in yardsticks {
                let found =
                    relevance(&known, |known| yardstick.ask(Ask::Words, &known.text, &known.document.locale))
                        .await;
                print!("   {other} {:.3}/{:.3}", found.mrr(), found.recall());
            }
            println!();
        }
    }
}

fn titled(documents: &[Document]) -> Arc<[(String, Locale)]> {
    pairs(&questions::titles(documents, (documents.len() / DIFFERENT).max(1)))
}

fn pairs(known: &[Known<'_>]) -> Arc<[(String, Locale)]> {
    known.iter().map(|known| (known.text.clone(), known.document.locale.clone())).collect()
}

fn row(name: &str, clients: usize, load: &Load) {
    let ms = |time: std::time::Duration| time.as_secs_f64() * 1000.0;
    println!("{name:<28}{clients:>8}{:>12.0}{:>10.2}{:>10.2}", load.per_second, ms(load.p50), ms(load.p99));
}

fn report(name: &str, documents: usize, started: Instant, folder: &Path) {
    let rate = documents as f64 / started.elapsed().as_secs_f64();
    println!("{name:<14} {rate:.0} documents/s, {} MB", bytes(folder) / 1_000_000);
}

fn bytes(path: &Path) -> u64 {
    let Ok(entries) = std::fs::read_dir(path) else { return 0 };
    let size = |entry: std::fs::DirEntry| match entry.metadata() {
        Ok(metadata) if metadata.is_dir() => bytes(&entry.path()),
        Ok(metadata) => metadata.len(),
        Err(_) => 0,
    };
    entries.filter_map(Result::ok).map(size).sum()
}

/// What a program takes in memory, in all its processes: `self`, or by the name of the program.
fn resident(program: &str) -> u64 {
    if program == "self" {
        return of_process(Path::new("/proc/self"));
    }
    let processes = std::fs::read_dir("/proc").into_iter().flatten().filter_map(Result::ok);
    let is_it = |path: &PathBuf| {
        std::fs::read_to_string(path.join("comm")).is_ok_and(|name| name.trim().starts_with(program))
    };
    processes.map(|entry| entry.path()).filter(is_it).map(|path| of_process(&path)).sum()
}

/// Without what it shares with others, in megabytes.
fn of_process(process: &Path) -> u64 {
    let status = std::fs::read_to_string(process.join("smaps_rollup")).unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("Pss:")).unwrap_or_default();
    line.trim().trim_end_matches(" kB").parse::<u64>().unwrap_or(0) / 1024
}

fn cores() -> usize {
    std::thread::available_parallelism().map_or(1, usize::from)
}
