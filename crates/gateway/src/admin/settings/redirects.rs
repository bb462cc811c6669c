//! `/admin/settings/redirects`: addresses of former times, one by one or as a CSV file.

use axum::Form;
use axum::extract::{Query, State};
use axum::response::Response;
use content::{Redirect, RedirectTo, StoreError};
use http::StatusCode;
use serde_json::json;

use super::{Wrong, own_path, target};
use crate::admin::fields::Fields;
use crate::admin::{Done, Staff, page_with};
use crate::app::App;
use crate::extract::see_other;
use crate::failure::Failure;
use crate::view::settings::{RedirectView, RedirectsView, WrongLine};

const PATH: &str = "/admin/settings/redirects";
/// Lines of a file that is taken.
const MOST_LINES: usize = 5000;
/// What can't lead elsewhere, because it is always ours.
const OURS: [&str; 4] = ["/admin", "/assets/", "/media/", "/webhooks/"];

/// `GET`
pub(crate) async fn show(
    State(app): State<App>,
    staff: Staff,
    Query(done): Query<Done>,
) -> Result<Response, Failure> {
    page(&app, &staff, &Fields::default(), done.of(&["saved", "removed"]), None, Vec::new()).await
}

/// `POST`: one more, a file of them, or one less.
pub(crate) async fn save(
    State(app): State<App>,
    staff: Staff,
    Form(fields): Form<Fields>,
) -> Result<Response, Failure> {
    let removed = fields.get("remove");
    if !removed.is_empty() {
        if app.content.remove_redirect(removed).await? {
            staff.record(&app, "redirect-removed", removed, &json!({})).await?;
        }
        app.publications.forget();
        return see_other(&format!("{PATH}?done=removed"));
    }
    let (redirects, lines) = match fields.get("csv") {
        "" => match redirect(fields.get("from"), fields.get("to"), fields.get("status")) {
            Ok(redirect) => (vec![redirect], Vec::new()),
            Err(wrong) => return page(&app, &staff, &fields, None, Some(wrong), Vec::new()).await,
        },
        csv => file(csv),
    };
    if !lines.is_empty() || redirects.is_empty() {
        return page(&app, &staff, &fields, None, Some(Wrong::new("lines", "csv")), lines).await;
    }
    match app.content.add_redirects(&redirects).await {
        Ok(()) => {
            let after =
                |of: &Redirect| json!({ "from": of.path, "to": of.to.target(), "status": of.to.status() });
            let detail = json!({ "after": redirects.iter().take(100).map(after).collect::<Vec<_>>(), "count": redirects.len() });
            staff.record(&app, "redirects-saved", "site", &detail).await?;
            app.publications.forget();
            see_other(&format!("{PATH}?done=saved"))
        }
        Err(StoreError::Loop(path)) => {
            let field = if fields.get("csv").is_empty() { "to" } else { "csv" };
            let lines = vec![WrongLine { line: 0, text: path, problem: "loop" }];
            page(&app, &staff, &fields, None, Some(Wrong::new("loop", field)), lines).await
        }
        Err(error) => Err(error.into()),
    }
}

/// What a file says, and the lines that can't be understood. Its columns are kept apart by commas,
/// semicolons or tabs, as its first line does; one that names the columns is passed over.
fn file(text: &str) -> (Vec<Redirect>, Vec<WrongLine>) {
    // Browsers end lines by two characters, and the reader counts the second one to the next line.
    let text = text.replace("\r\n", "\n");
    let first = text.trim_start().lines().next().unwrap_or_default();
    let delimiter = [b'\t', b';'].into_iter().find(|sign| first.as_bytes().contains(sign)).unwrap_or(b',');
    let mut reader = csv::ReaderBuilder::new();
    reader.has_headers(false).flexible(true).trim(csv::Trim::All).delimiter(delimiter);
    let (mut redirects, mut wrong) = (Vec::new(), Vec::new());
    for (record, place) in reader.from_reader(text.as_bytes()).records().zip(0..) {
        let Ok(record) = record else {
            wrong.push(WrongLine { line: place + 1, text: String::new(), problem: "columns" });
            continue;
        };
        if place == 0 && record.get(0).is_some_and(|first| first.eq_ignore_ascii_case("from")) {
            continue;
        }
        let column = |index: usize| record.get(index).unwrap_or_default();
        let problem = match redirect(column(0), column(1), column(2)) {
            _ if record.len() > 3 => "columns",
            _ if redirects.len() >= MOST_LINES => "many",
            Ok(redirect) => {
                redirects.push(redirect);
                continue;
            }
            Err(wrong) => wrong.problem,
        };
        let line = record.position().map_or(place + 1, csv::Position::line);
        let text = record.iter().collect::<Vec<_>>().join(", ").chars().take(120).collect();
        wrong.push(WrongLine { line, text, problem });
    }
    (redirects, wrong)
}

/// A redirect as it was typed.
fn redirect(from: &str, to: &str, status: &str) -> Result<Redirect, Wrong> {
    let path = own_path(from).filter(|path| {
        !OURS.iter().any(|ours| path == ours || path.starts_with(&format!("{}/", ours.trim_end_matches('/'))))
    });
    let path = path.filter(|path| path != "/").ok_or_else(|| Wrong::new("from", "from"))?;
    let target = || target(to).ok_or_else(|| Wrong::new("to", "to"));
    let to = match status {
        "" | "301" => RedirectTo::Moved(target()?),
        "302" => RedirectTo::Found(target()?),
        "410" if to.is_empty() => RedirectTo::Gone,
        "410" => return Err(Wrong::new("to", "to")),
        _ => return Err(Wrong::new("status", "status")),
    };
    Ok(Redirect { path, to })
}

async fn page(
    app: &App,
    staff: &Staff,
    typed: &Fields,
    done: Option<&'static str>,
    wrong: Option<Wrong>,
    lines: Vec<WrongLine>,
) -> Result<Response, Failure> {
    let redirects = app.content.redirects().await?.into_iter().map(|redirect| RedirectView {
        status: redirect.to.status(),
        to: redirect.to.target().map(str::to_owned),
        from: redirect.path,
    });
    let status = wrong.as_ref().map_or(StatusCode::OK, Wrong::status);
    let chosen = typed.get("status");
    let view = RedirectsView {
        redirects: redirects.collect(),
        from: typed.get("from").to_owned(),
        to: typed.get("to").to_owned(),
        status: if chosen.is_empty() { "301".to_owned() } else { chosen.to_owned() },
        csv: typed.get("csv").to_owned(),
        lines,
        done,
        wrong: wrong.map(Into::into),
    };
    page_with(
        app,
        staff,
        status,
        PATH,
        "title-admin-redirects",
        "admin/settings-redirects.html",
        "settings",
        view,
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(from: &str, to: &str, status: &str) -> Result<Redirect, &'static str> {
        redirect(from, to, status).map_err(|wrong| wrong.problem)
    }

    #[test]
    fn addresses_are_paths_as_people_read_them() {
        let moved = |path: &str, to: &str| {
            Ok(Redirect { path: path.to_owned(), to: RedirectTo::Moved(to.to_owned()) })
        };
        assert_eq!(read("/alt", "/de/neu", ""), moved("/alt", "/de/neu"));
        assert_eq!(
            read("https://news.example/a%C3%A4?x=1#y", "https://e.example", "301"),
            moved("/aä", "https://e.example/")
        );
        assert_eq!(read("/alt", "", "410"), Ok(Redirect { path: "/alt".to_owned(), to: RedirectTo::Gone }));
        for (from, to, status, problem) in [
            ("alt", "/neu", "301", "from"),
            ("//evil.example", "/neu", "301", "from"),
            ("/", "/neu", "301", "from"),
            ("/admin/media", "/neu", "301", "from"),
            ("/media/x", "/neu", "301", "from"),
            ("/a", "javascript:alert(1)", "301", "to"),
            ("/a", "//evil.example", "302", "to"),
            ("/a", "", "301", "to"),
            ("/a", "/b", "410", "to"),
            ("/a", "/b", "303", "status"),
        ] {
            assert_eq!(read(from, to, status), Err(problem), "{from} {to} {status}");
        }
        assert!(read("/mediathek", "/neu", "301").is_ok(), "which only begins alike");
    }

    #[test]
    fn files_tell_which_lines_are_wrong() {
        let (redirects, wrong) =
            file("from,to,status\n/a,/b\n\n\"/c\",/d,302\n/e,,410\nx,/y\n/f,/g,301,more\n");
        assert_eq!(redirects.len(), 3);
        let lines =
            |wrong: &[WrongLine]| wrong.iter().map(|line| (line.line, line.problem)).collect::<Vec<_>>();
        assert_eq!(lines(&wrong), [(6, "from"), (7, "columns")]);
        assert_eq!(lines(&file("from,to\r\n/a,/b\r\nx,/y").1), [(3, "from")], "as a browser sends it");
        assert_eq!(file("/a;/b\n/c;/d;302").0.len(), 2);
    }
}
