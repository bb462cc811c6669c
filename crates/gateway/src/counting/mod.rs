//! Counting reads: what a request costs is a hash and an append in memory; a task writes the rest
//! down ([`keep_counting`]).
//!
//! A read is a page of a text that was sent to somebody who is about to read it, from memory or not;
//! also one they had already (304): it is read again, and only not sent again. Asking for the
//! headers, fetching ahead, programs, and staff are no reads.

mod buffer;
mod keep;
mod salts;

use http::header::USER_AGENT;
use http::request::Parts;
use kernel::access::Standing;
use numbers::{Day, Read, Reader as CountedReader, State};

use self::buffer::Buffer;
use self::salts::Salts;
use crate::app::App;
use crate::http::{ClientAddress, is_crawler, is_reading};
use crate::page_cache::{Page, Scope};
use crate::reader::Reader;

pub(crate) use keep::story_at;
pub use keep::{keep_counting, open_counting};

/// Reads that are kept in memory before they are written, at most: some 6 MB.
const MOST_READS: usize = 1 << 16;
const MOST_OPENINGS: usize = 1 << 10;
/// Longest address that is remembered as where somebody came from, in bytes.
const LONGEST: usize = 512;

/// What has been counted and not written yet.
pub(crate) struct Counting {
    reads: Buffer<Read>,
    openings: Buffer<Opening>,
    salts: Salts,
}

/// Somebody looks what subscribing costs.
struct Opening {
    day: Day,
    reader: CountedReader,
    /// Where they come from: a path.
    from: String,
}

impl Default for Counting {
    fn default() -> Self {
        Self {
            reads: Buffer::holding(MOST_READS),
            openings: Buffer::holding(MOST_OPENINGS),
            salts: Salts::default(),
        }
    }
}

/// Counts a page that is about to be sent, if it is a text and somebody reads it.
pub(crate) fn read(app: &App, reader: &Reader, page: &Page, request: &Parts) {
    let Scope::Article { article, locale, walled, .. } = &page.scope else { return };
    let Some(state) = state(app, reader) else { return };
    let Some((day, who)) = told_apart(app, request) else { return };
    let read = Read { day, article: *article, locale: locale.clone(), state, walled: *walled, reader: who };
    kept(app.counting.reads.push(read), "reads");
}

/// Counts somebody who looks what subscribing costs, coming `from` a path of the site.
pub(crate) fn opened(app: &App, reader: &Reader, from: &str, request: &Parts) {
    if from.len() > LONGEST || state(app, reader).is_none() {
        return;
    }
    let Some((day, reader)) = told_apart(app, request) else { return };
    kept(app.counting.openings.push(Opening { day, reader, from: from.to_owned() }), "openings");
}

/// As what they are counted; staff aren't.
fn state(app: &App, reader: &Reader) -> Option<State> {
    match reader {
        Reader::Visitor => Some(State::Visitor),
        Reader::SignedIn(signed_in) if signed_in.standing == Standing::Staff => None,
        Reader::SignedIn(_) if reader.reach(app.clock.now()).plans().next().is_some() => {
            Some(State::Subscriber)
        }
        Reader::SignedIn(_) => Some(State::Member),
    }
}

/// The day and the reader; `None` if nobody reads, or if there is no salt for this moment.
fn told_apart(app: &App, request: &Parts) -> Option<(Day, CountedReader)> {
    if !is_reading(request) || is_crawler(&request.headers) {
        return None;
    }
    let (day, salt) = app.counting.salts.at(app.clock.now())?;
    let client = request.extensions.get::<ClientAddress>()?;
    let agent = request.headers.get(USER_AGENT)?;
    let mut network = [0; 8];
    Some((day, salt.reader(client.network_bytes(&mut network), agent.as_bytes())))
}

fn kept(kept: bool, what: &'static str) {
    if !kept {
        metrics::counter!("gazette_counts_dropped_total", "what" => what).increment(1);
    }
}

#[cfg(test)]
mod tests {
    use std::hint::black_box;
    use std::time::Instant;

    use http::Method;
    use jiff::Timestamp;
    use kernel::ArticleId;
    use numbers::{Numbers, Salt};

    use super::*;

    async fn salt() -> Salt {
        let db = test_db::TestDb::sqlite().await;
        Numbers::new(db.connection().clone())
            .salt(Day::at(Timestamp::UNIX_EPOCH, &jiff::tz::TimeZone::UTC))
            .await
            .expect("a salt")
    }

    /// `cargo test --release -p gateway -- --ignored --nocapture what_counting_costs`
    #[tokio::test]
    #[ignore = "measures"]
    async fn what_counting_costs() {
        const READS: u32 = 50_000;
        let agent = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36";
        let request = http::Request::builder()
            .method(Method::GET)
            .header(USER_AGENT, agent)
            .body(())
            .expect("a request");
        let (request, ()) = request.into_parts();
        let (salt, buffer) = (salt().await, Buffer::holding(16 * 1_000_000));
        let article = ArticleId::new(Timestamp::UNIX_EPOCH);
        let locale: kernel::Locale = "de".parse().expect("a tag");
        let day = Day::at(Timestamp::UNIX_EPOCH, &jiff::tz::TimeZone::UTC);
        let began = Instant::now();
        for n in 0..READS {
            let request = black_box(&request);
            assert!(is_reading(request) && !is_crawler(&request.headers));
            let reader = salt.reader(&n.to_le_bytes(), request.headers[USER_AGENT].as_bytes());
            let (locale, state) = (locale.clone(), State::Visitor);
            assert!(buffer.push(Read { day, article, locale, state, walled: false, reader }));
        }
        let each = began.elapsed() / READS;
        println!("counting a read costs {each:?}");
        assert!(each.as_micros() < 50, "no more than a hash and an append");
    }
}
