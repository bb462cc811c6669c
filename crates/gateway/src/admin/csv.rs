//! Tables as files: CSV (RFC 4180) in UTF-8.

use axum::response::Response;
use bytes::Bytes;
use http::header::{CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_TYPE};
use http::{HeaderMap, HeaderValue, Method};

use crate::failure::Failure;
use crate::http::{Encoded, Freshness, secure};

const TYPE: &str = "text/csv; charset=utf-8";

/// A line: its cells quoted where they must be.
pub(super) fn line<I>(cells: I) -> Result<Vec<u8>, Failure>
where
    I: IntoIterator,
    I::Item: AsRef<[u8]>,
{
    let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(Vec::new());
    writer.write_record(cells)?;
    writer.into_inner().map_err(|error| Failure::from(csv::Error::from(error.into_error())))
}

/// Text that somebody typed, as a cell that no spreadsheet takes for a formula (OWASP, “CSV
/// Injection”).
pub(super) fn text(text: &str) -> String {
    if text.starts_with(['=', '+', '-', '@', '\t', '\r', '\n']) {
        format!("'{text}")
    } else {
        text.to_owned()
    }
}

/// What was typed before [`text`] made it harmless.
pub(super) fn typed(cell: &str) -> &str {
    match cell.strip_prefix('\'') {
        Some(rest) if rest.starts_with(['=', '+', '-', '@', '\t', '\r', '\n']) => rest,
        _ => cell,
    }
}

/// A whole table to keep under a name: first line first.
pub(super) fn file(name: &str, lines: Vec<Vec<String>>) -> Result<Response, Failure> {
    let mut body = Vec::new();
    for cells in lines {
        body.extend(line(cells)?);
    }
    let answer = Encoded::new(body, TYPE).answer(&Method::GET, &HeaderMap::new(), Freshness::Never);
    let mut answer = answer.map(axum::body::Body::new);
    answer.headers_mut().extend(disposition(name).map(|value| (CONTENT_DISPOSITION, value)));
    Ok(answer)
}

/// The same for a table that is too long to be in memory.
pub(super) fn stream<S>(name: &str, lines: S) -> Response
where
    S: futures_util::Stream<Item = Result<Bytes, Failure>> + Send + 'static,
{
    let mut answer = Response::new(axum::body::Body::from_stream(lines));
    let headers = answer.headers_mut();
    secure(headers);
    headers.insert(CONTENT_TYPE, HeaderValue::from_static(TYPE));
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    headers.extend(disposition(name).map(|value| (CONTENT_DISPOSITION, value)));
    answer
}

fn disposition(name: &str) -> Option<HeaderValue> {
    HeaderValue::try_from(format!("attachment; filename=\"{name}\"")).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_cell_is_a_formula() {
        for typed_text in
            ["=1+1", "+49 30", "-1", "@SUM(A1)", "\t=x", "O'Brien", "'quoted'", "", "ada@example.org"]
        {
            let cell = text(typed_text);
            assert!(!cell.starts_with(['=', '+', '-', '@', '\t']), "{cell}");
            assert_eq!(typed(&cell), typed_text, "it comes back");
        }
        assert_eq!(line(["a", "b \"c\"", "d,e"]).expect("text"), b"a,\"b \"\"c\"\"\",\"d,e\"\r\n");
    }
}
