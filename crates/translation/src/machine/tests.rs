//! Against a server that speaks the three protocols, over real HTTP.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use axum::routing::{delete, get, post};
use axum::{Json, Router};
use serde_json::{Value, json};

use super::*;
use crate::glossary::Term;

/// What the server does and has seen.
#[derive(Default)]
struct Seen {
    calls: Vec<(String, Value)>,
    /// Ids and names of the glossaries it keeps.
    glossaries: Vec<(String, String)>,
    /// Answers to give first.
    failures: Vec<(u16, Option<&'static str>)>,
    /// What it does to a text, besides shouting.
    damage: Option<(&'static str, &'static str)>,
}

type Shared = Arc<Mutex<Seen>>;

/// "Translates": words in capitals, tags as they are.
fn shouted(text: &str, damage: Option<(&str, &str)>) -> String {
    let mut out = String::new();
    let mut in_tag = false;
    for c in text.chars() {
        in_tag = (in_tag || c == '<') && c != '>';
        if in_tag || c == '>' { out.push(c) } else { out.extend(c.to_uppercase()) }
    }
    // Names of escapes aren't words.
    let out = out.replace("&AMP;", "&amp;").replace("&LT;", "&lt;").replace("&GT;", "&gt;");
    damage.map_or(out.clone(), |(from, to)| out.replace(from, to))
}

fn answer(shared: &Shared, path: &str, headers: &HeaderMap, body: &Value) -> Response {
    let mut seen = shared.lock().expect("unpoisoned");
    let authorization =
        headers.get("authorization").and_then(|value| value.to_str().ok()).unwrap_or_default();
    seen.calls.push((format!("{path} {authorization}").trim().to_owned(), body.clone()));
    if let Some((status, retry_after)) = seen.failures.pop() {
        let status = StatusCode::from_u16(status).expect("a status");
        let mut response = (status, "not now").into_response();
        if let Some(seconds) = retry_after {
            response.headers_mut().insert("retry-after", seconds.parse().expect("a header"));
        }
        return response;
    }
    let damage = seen.damage;
    let shout = |text: &Value| shouted(text.as_str().expect("a text"), damage);
    let answer = match path {
        "/v2/translate" => json!({ "translations": [{ "text": shout(&body["text"][0]) }] }),
        "/v2/glossaries" => {
            let id = format!("g{}", seen.calls.len());
            seen.glossaries.push((id.clone(), body["name"].as_str().expect("a name").to_owned()));
            json!({ "glossary_id": id })
        }
        "/translate" => json!({ "translatedText": shout(&body["q"]) }),
        _ => json!({ "choices": [{ "message": { "content": shout(&body["messages"][1]["content"]) } }] }),
    };
    Json(answer).into_response()
}

/// Starts the server; gives its address.
async fn serve(shared: &Shared) -> Url {
    let mut router = Router::new();
    for path in ["/v2/translate", "/v2/glossaries", "/translate", "/v1/chat/completions"] {
        let handler =
            async move |State(shared): State<Shared>, headers: HeaderMap, Json(body): Json<Value>| {
                answer(&shared, path, &headers, &body)
            };
        router = router.route(path, post(handler));
    }
    let list = async |State(shared): State<Shared>| {
        let mut seen = shared.lock().expect("unpoisoned");
        seen.calls.push(("listed".to_owned(), Value::Null));
        let all = seen.glossaries.iter().map(|(id, name)| json!({ "glossary_id": id, "name": name }));
        Json(json!({ "glossaries": all.collect::<Vec<_>>() }))
    };
    let forget = async |State(shared): State<Shared>, Path(id): Path<String>| {
        let mut seen = shared.lock().expect("unpoisoned");
        seen.calls.push(("forgotten".to_owned(), Value::Null));
        seen.glossaries.retain(|(kept, _)| *kept != id);
        StatusCode::NO_CONTENT
    };
    let router = router.route("/v2/glossaries", get(list)).route("/v2/glossaries/{id}", delete(forget));
    let router = router.with_state(Arc::clone(shared));
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let address = listener.local_addr().expect("bound");
    tokio::spawn(async move { axum::serve(listener, router).await });
    format!("http://{address}").parse().expect("a URL")
}

async fn world(protocol: Protocol) -> (Shared, Arc<dyn Translator>) {
    let shared = Shared::default();
    let base = serve(&shared).await;
    (shared, translator_at(&base, protocol))
}

fn translator_at(base: &Url, protocol: Protocol) -> Arc<dyn Translator> {
    let base_url = if protocol == Protocol::OpenAi { base.join("/v1").expect("a URL") } else { base.clone() };
    let settings = Settings {
        protocol,
        base_url,
        key: Some("hush".to_owned()),
        model: Some("some-model".to_owned()),
        timeout: Duration::from_secs(5),
        tries: 3,
    };
    translator(settings).expect("usable")
}

fn pair() -> Pair {
    Pair { from: "de".to_owned(), into: "en".to_owned() }
}

fn term(source: &str, target: &str) -> Term {
    Term { source: source.to_owned(), target: target.to_owned() }
}

const TEXT: &str = "- Ein *Haus* & ein [Baum](https://e.org).[^1]\n- `code` & mehr";
const SHOUTED: &str = "- EIN *HAUS* & EIN [BAUM](https://e.org).[^1]\n- `code` & MEHR";

#[tokio::test]
async fn all_three_translate_and_keep_the_marks() {
    for (protocol, path) in [
        (Protocol::DeepL, "/v2/translate DeepL-Auth-Key hush"),
        (Protocol::LibreTranslate, "/translate"),
        (Protocol::OpenAi, "/v1/chat/completions Bearer hush"),
    ] {
        let (shared, translator) = world(protocol).await;
        let drafted = draft(&*translator, TEXT, &pair(), &[]).await.expect("a draft");
        assert_eq!((drafted.markdown.as_str(), drafted.missed.len()), (SHOUTED, 0), "{protocol:?}");
        let seen = shared.lock().expect("unpoisoned");
        assert_eq!(seen.calls.iter().map(|(path, _)| path.as_str()).collect::<Vec<_>>(), [path]);
        let sent = &seen.calls[0].1;
        match protocol {
            Protocol::DeepL => assert_eq!(
                (sent["target_lang"].as_str(), sent["tag_handling"].as_str()),
                (Some("EN-GB"), Some("xml"))
            ),
            Protocol::LibreTranslate => {
                assert_eq!((sent["format"].as_str(), sent["api_key"].as_str()), (Some("html"), Some("hush")));
            }
            Protocol::OpenAi => assert_eq!(sent["model"], "some-model"),
        }
    }
}

#[tokio::test]
async fn a_draft_that_loses_a_mark_is_refused() {
    for damage in [
        ("<g id=\"1\">", ""),
        ("<x id=\"4\"/>", "<x id=\"4\"/><x id=\"4\"/>"),
        ("</g>", ""),
        ("EIN", "*EIN*"),
        ("BAUM", "BAUM\n- NEU"),
    ] {
        let (shared, translator) = world(Protocol::LibreTranslate).await;
        shared.lock().expect("unpoisoned").damage = Some(damage);
        assert_eq!(draft(&*translator, TEXT, &pair(), &[]).await, Err(Refused::Marks), "{damage:?}");
    }
}

#[tokio::test]
async fn what_has_no_words_isnt_sent() {
    let (shared, translator) = world(Protocol::OpenAi).await;
    let drafted = draft(&*translator, "```\ncode\n```", &pair(), &[]).await.expect("a draft");
    assert_eq!(drafted.markdown, "```\ncode\n```");
    assert!(shared.lock().expect("unpoisoned").calls.is_empty());
}

#[tokio::test]
async fn glossaries_are_passed_on_and_checked() {
    let glossary = [term("Haus", "HAUS"), term("Baum", "tree"), term("Fluss", "river")];
    let shared = Shared::default();
    let base = serve(&shared).await;
    shared.lock().expect("unpoisoned").glossaries = vec![("other".to_owned(), "gazette fr-en 12".to_owned())];
    let first = translator_at(&base, Protocol::DeepL);
    for _ in 0..2 {
        let drafted = draft(&*first, TEXT, &pair(), &glossary).await.expect("a draft");
        assert_eq!(drafted.missed, [term("Baum", "tree")], "what the text hasn't isn't missed");
    }
    for after_restart in [translator_at(&base, Protocol::DeepL), first, translator_at(&base, Protocol::DeepL)]
    {
        draft(&*after_restart, TEXT, &pair(), &glossary[..1]).await.expect("a draft");
    }
    has_kept_glossaries(&shared);

    let (shared, translator) = world(Protocol::OpenAi).await;
    draft(&*translator, TEXT, &pair(), &glossary).await.expect("a draft");
    let seen = shared.lock().expect("unpoisoned");
    let task = seen.calls[0].1["messages"][0]["content"].as_str().expect("a text");
    assert!(task.contains("“Baum” as “tree”") && !task.contains("Fluss"), "{task}");
}

fn has_kept_glossaries(shared: &Shared) {
    let seen = shared.lock().expect("unpoisoned");
    let calls: Vec<&str> =
        seen.calls.iter().map(|(call, _)| call.split(' ').next().unwrap_or_default()).collect();
    let made = ["listed", "/v2/glossaries", "/v2/translate"];
    let replaced = ["listed", "forgotten", "/v2/glossaries", "/v2/translate"];
    let found = ["listed", "/v2/translate"];
    let expected: Vec<&str> =
        made.into_iter().chain(["/v2/translate"]).chain(replaced).chain(found).chain(found).collect();
    assert_eq!(calls, expected, "one is kept as long as it says the same");
    assert_eq!(seen.calls[1].1["entries"], "Haus\tHAUS\nBaum\ttree\nFluss\triver");
    assert_eq!(seen.calls[2].1["glossary_id"], "g2");
    let kept: Vec<&str> = seen.glossaries.iter().map(|(id, _)| id.as_str()).collect();
    assert_eq!(kept, ["other", "g7"], "one for each pair");
}

#[tokio::test]
async fn what_may_work_later_is_tried_again() {
    let (shared, translator) = world(Protocol::LibreTranslate).await;
    shared.lock().expect("unpoisoned").failures = vec![(503, Some("0")), (429, Some("0"))];
    assert!(draft(&*translator, "Haus", &pair(), &[]).await.is_ok());
    assert_eq!(shared.lock().expect("unpoisoned").calls.len(), 3);
    shared.lock().expect("unpoisoned").failures = vec![(500, Some("0")); 3];
    assert_eq!(draft(&*translator, "Haus", &pair(), &[]).await, Err(Refused::Failed(Failure::Failing(500))));
    shared.lock().expect("unpoisoned").failures = vec![(403, None)];
    let refused = Failure::Refusing { status: 403, message: "not now".to_owned() };
    assert_eq!(draft(&*translator, "Haus", &pair(), &[]).await, Err(Refused::Failed(refused)));
    assert_eq!(shared.lock().expect("unpoisoned").calls.len(), 7, "what is refused isn't tried again");

    let settings = Settings {
        protocol: Protocol::LibreTranslate,
        base_url: "http://127.0.0.1:9".parse().expect("a URL"),
        key: None,
        model: None,
        timeout: Duration::from_secs(1),
        tries: 1,
    };
    let nowhere = translator_of(settings);
    assert!(matches!(
        draft(&*nowhere, "Haus", &pair(), &[]).await,
        Err(Refused::Failed(Failure::Unreachable(_)))
    ));
}

fn translator_of(settings: Settings) -> Arc<dyn Translator> {
    translator(settings).expect("usable")
}

#[test]
fn settings_are_checked() {
    let settings = |protocol| Settings {
        protocol,
        base_url: "http://127.0.0.1:9".parse().expect("a URL"),
        key: None,
        model: None,
        timeout: Duration::from_secs(1),
        tries: 1,
    };
    assert!(translator(settings(Protocol::DeepL)).is_err(), "without a key");
    assert!(translator(settings(Protocol::OpenAi)).is_err(), "without a model");
    assert!(translator(settings(Protocol::LibreTranslate)).is_ok());
}
