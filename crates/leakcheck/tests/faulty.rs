//! A matrix that can't fail proves nothing: sites with a fault each, and what the walk says of them.

use std::sync::{Arc, Mutex};

use kernel::Access;
use leakcheck::{Canary, Plant, Position, Report, Visitor, Walker};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};

const WORD: &str = "qzsecretsecret";
const TABLE: &[(&str, &str)] = &[("get", "/en/story"), ("get", "/admin"), ("post", "/en/form")];

/// What is wrong with a site.
#[derive(Clone, Copy, PartialEq)]
enum Fault {
    Nothing,
    /// "You have it already" to every validator.
    TakesAnyTag,
    /// Whoever comes first decides what all others get.
    SharesMemory,
    /// The paid word is in the redirect.
    TellsInRedirect,
    /// The newsroom's draft is on the site too, for staff.
    ShowsDrafts,
}

struct Answer {
    status: &'static str,
    headers: String,
    body: String,
}

/// Answers requests with this fault; gives the address.
async fn site(fault: Fault) -> url::Url {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let address = listener.local_addr().expect("an address");
    let memory: Arc<Mutex<Option<(bool, String)>>> = Arc::default();
    tokio::spawn(async move {
        while let Ok((connection, _)) = listener.accept().await {
            tokio::spawn(serve(connection, fault, Arc::clone(&memory)));
        }
    });
    format!("http://{address}/").parse().expect("a URL")
}

async fn serve(mut connection: TcpStream, fault: Fault, memory: Arc<Mutex<Option<(bool, String)>>>) {
    let mut request = Vec::new();
    while !request.windows(4).any(|end| end == b"\r\n\r\n") {
        let mut bytes = [0; 1024];
        match connection.read(&mut bytes).await {
            Ok(read) if read > 0 => request.extend_from_slice(&bytes[..read]),
            _ => return,
        }
    }
    let request = String::from_utf8_lossy(&request).to_lowercase();
    let Answer { status, headers, body } = answer(&request, fault, &memory);
    let body = if request.starts_with("head") { "" } else { &body };
    let answer = format!(
        "HTTP/1.1 {status}\r\nconnection: close\r\ncontent-length: {}\r\n{headers}\r\n{body}",
        body.len()
    );
    let _ = connection.write_all(answer.as_bytes()).await;
}

fn answer(request: &str, fault: Fault, memory: &Mutex<Option<(bool, String)>>) -> Answer {
    let plain = |status, body: &str| Answer { status, headers: String::new(), body: body.to_owned() };
    let path = request.split(' ').nth(1).unwrap_or_default();
    let (paid, staff) = (request.contains("cookie: gazette=paid"), request.contains("cookie: gazette=staff"));
    if request.starts_with("post") {
        return plain("405 Method Not Allowed", "");
    }
    match path {
        "/en/former" => {
            let target = if fault == Fault::TellsInRedirect { WORD } else { "story" };
            Answer { headers: format!("location: /en/{target}\r\n"), ..plain("308 Permanent Redirect", "") }
        }
        "/admin" if staff => plain("200 OK", "qzdraftdraftdr"),
        "/en/story" => {
            let draft = if fault == Fault::ShowsDrafts && staff { "qzdraftdraftdr" } else { "" };
            let mut body =
                if paid || staff { format!("all of it: {WORD} {draft}") } else { "teaser".to_owned() };
            let mut full = paid || staff;
            if fault == Fault::SharesMemory {
                (full, body) = memory.lock().expect("sound").get_or_insert((full, body)).clone();
            }
            let tag = if full { "\"full\"" } else { "\"open\"" };
            let known = request.contains(&format!("if-none-match: {tag}"));
            if known || (fault == Fault::TakesAnyTag && request.contains("if-none-match")) {
                return plain("304 Not Modified", "");
            }
            Answer { headers: format!("etag: {tag}\r\n"), ..plain("200 OK", &body) }
        }
        _ => plain("404 Not Found", "nothing here"),
    }
}

fn walker(base: url::Url) -> Walker {
    // Chosen for the whole process; a second choice changes nothing.
    let _ = rustls::crypto::ring::default_provider().install_default();
    let canary = |word: &str, position| Canary {
        word: word.to_owned(),
        story: "closed-paid".to_owned(),
        access: Access::Paid,
        locale: "en".parse().expect("a tag"),
        position,
    };
    let plant = Plant {
        canaries: vec![canary(WORD, Position::Start), canary("qzdraftdraftdr", Position::Draft)],
        locales: vec!["en".parse().expect("a tag")],
        visible: "teaser".to_owned(),
        addresses: vec!["/en/former".to_owned()],
    };
    Walker::planted(base, &plant, TABLE).expect("a walker")
}

fn paid() -> Visitor {
    Visitor::with_cookie("paid", "gazette=paid", vec![Access::Paid])
}

fn editor() -> Visitor {
    Visitor::with_cookie("editor", "gazette=staff", vec![Access::Paid]).who_works_here()
}

/// Walks as each, and asks each once more.
async fn walked(fault: Fault, visitors: &[Visitor]) -> Report {
    let mut walker = walker(site(fault).await);
    for visitor in visitors {
        walker.crawl(visitor).await.expect("it answers");
    }
    for visitor in visitors {
        walker.again(visitor).await.expect("it answers");
    }
    walker.post(&Visitor::anonymous()).await.expect("it answers");
    walker.finish()
}

fn surfaces(report: &Report) -> Vec<String> {
    report.leaks.iter().map(|leak| format!("{}: {}", leak.visitor, leak.surface)).collect()
}

#[tokio::test]
async fn a_sound_site_is_clean_but_for_what_was_not_met() {
    let report = walked(Fault::Nothing, &[Visitor::anonymous(), paid(), editor()]).await;
    assert_eq!(surfaces(&report), Vec::<String>::new());
    assert!(report.missed.is_empty(), "{report}");
    let unmet: Vec<_> = report.unmet.iter().map(ToString::to_string).collect();
    assert_eq!(unmet, ["POST /en/form"], "an answer of 405 meets nothing");
    assert!(!report.is_clean());
}

#[tokio::test]
async fn a_validator_of_the_entitled_must_not_work_for_others() {
    let report = walked(Fault::TakesAnyTag, &[Visitor::anonymous(), paid()]).await;
    assert_eq!(surfaces(&report), ["anonymous: IfNoneMatch /en/story"]);
}

#[tokio::test]
async fn what_one_visitor_leaves_in_memory_is_seen_in_both_orders() {
    let visitor_first = walked(Fault::SharesMemory, &[Visitor::anonymous(), paid()]).await;
    assert!(visitor_first.leaks.is_empty() && !visitor_first.missed.is_empty(), "{visitor_first}");
    let paid_first = walked(Fault::SharesMemory, &[paid(), Visitor::anonymous()]).await;
    assert!(surfaces(&paid_first).contains(&"anonymous: Get /en/story".to_owned()), "{paid_first}");
}

#[tokio::test]
async fn redirects_are_read_too() {
    let report = walked(Fault::TellsInRedirect, &[Visitor::anonymous()]).await;
    assert!(surfaces(&report).contains(&"anonymous: Head /en/former".to_owned()), "{report}");
}

#[tokio::test]
async fn drafts_are_for_the_newsroom_alone() {
    let report = walked(Fault::ShowsDrafts, &[editor()]).await;
    assert!(!report.leaks.is_empty(), "{report}");
    assert!(report.leaks.iter().all(|leak| leak.surface.contains("/en/story")), "{report}");
}
