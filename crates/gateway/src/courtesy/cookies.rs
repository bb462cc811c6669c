//! What a visitor's browser keeps: a count of stories in this month, and gift links it has opened.
//! Neither says who reads: there are stories and times in them, and nothing about a person.

use billing::courtesy::{GiftLinkId, Month, Read, Tally};
use http::{HeaderMap, HeaderValue};
use jiff::Timestamp;
use kernel::ArticleId;
use uuid::Uuid;

use crate::app::App;
use crate::http::{cookie, set_cookie};

/// Stories that fit: those of the most generous meter.
const MOST_STORIES: usize = 30;
/// Gift links that fit; the oldest make room.
const MOST_GIFTS: usize = 12;
/// A count lives on into the next month, where it is empty but shows that the browser keeps it.
const COUNT_KEPT: i64 = 60 * 60 * 24 * 62;
/// As long as a gift link opens its story.
const GIFTS_KEPT: i64 = 60 * 60 * 24 * 30;

/// Bytes of a story: its id, when it was opened, and whether it is on an account's ledger.
const STORY: usize = 16 + 8 + 1;

/// A visitor's count.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Count {
    pub(crate) tally: Tally,
    /// Stories that have been taken along to an account: they count here, but not for who signs in
    /// here next.
    pub(crate) taken_along: Vec<ArticleId>,
}

/// The count in the request's cookie; one of an earlier month is empty. `None` if there is no cookie
/// of ours.
pub(crate) fn count(app: &App, headers: &HeaderMap, month: Month) -> Option<Count> {
    let text = cookie(headers, app.settings.meter_cookie())?;
    let (number, count) = read(&app.seal.meter_in(text)?)?;
    Some(if number == month.number() { count } else { Count::default() })
}

/// The cookie for a count.
pub(crate) fn count_cookie(app: &App, count: &Count, month: Month) -> Option<HeaderValue> {
    let sealed = app.seal.meter(&written(month.number(), count));
    set_cookie(app.settings.meter_cookie(), &sealed, COUNT_KEPT)
}

/// The gift links the browser has opened, the newest last.
pub(crate) fn gifts(app: &App, headers: &HeaderMap) -> Vec<GiftLinkId> {
    let links = cookie(headers, app.settings.gifts_cookie()).and_then(|text| app.seal.gifts_in(text));
    let (links, _) = links.as_deref().unwrap_or_default().as_chunks::<16>();
    links.iter().map(|link| Uuid::from_bytes(*link).into()).collect()
}

/// The cookie for these gift links.
pub(crate) fn gifts_cookie(app: &App, links: &[GiftLinkId]) -> Option<HeaderValue> {
    let newest = &links[links.len().saturating_sub(MOST_GIFTS)..];
    set_cookie(app.settings.gifts_cookie(), &app.seal.opened_gifts(newest), GIFTS_KEPT)
}

pub(super) fn links(links: &[GiftLinkId]) -> Vec<u8> {
    links.iter().flat_map(|link| *link.as_uuid().as_bytes()).collect()
}

/// Month, bounces, and the stories.
pub(super) fn written(month: i32, count: &Count) -> Vec<u8> {
    let mut bytes = month.to_be_bytes().to_vec();
    bytes.push(count.tally.bounces);
    for read in count.tally.reads.iter().take(MOST_STORIES) {
        bytes.extend_from_slice(read.article.as_uuid().as_bytes());
        bytes.extend_from_slice(&read.at.as_millisecond().to_be_bytes());
        bytes.push(u8::from(count.taken_along.contains(&read.article)));
    }
    bytes
}

fn read(bytes: &[u8]) -> Option<(i32, Count)> {
    let (month, rest) = bytes.split_first_chunk::<4>()?;
    let (bounces, rest) = rest.split_first()?;
    let (stories, rest) = rest.as_chunks::<STORY>();
    if !rest.is_empty() {
        return None;
    }
    let mut count = Count { tally: Tally { bounces: *bounces, reads: Vec::new() }, taken_along: Vec::new() };
    for story in stories {
        let (id, rest) = story.split_first_chunk::<16>()?;
        let (at, rest) = rest.split_first_chunk::<8>()?;
        let article = ArticleId::from(Uuid::from_bytes(*id));
        let at = Timestamp::from_millisecond(i64::from_be_bytes(*at)).ok()?;
        count.tally.reads.push(Read { article, at });
        if rest == [1] {
            count.taken_along.push(article);
        }
    }
    Some((i32::from_be_bytes(*month), count))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_count_survives_its_cookie() {
        let article = |number| ArticleId::from(Uuid::from_u128(number));
        let at = Timestamp::from_millisecond(1_764_000_000_123).expect("in range");
        let reads = (0..40).map(|number| Read { article: article(number), at }).collect::<Vec<_>>();
        let count =
            Count { tally: Tally { reads: reads[..3].to_vec(), bounces: 2 }, taken_along: vec![article(1)] };
        assert_eq!(read(&written(202_611, &count)), Some((202_611, count.clone())));
        assert_eq!(read(&written(202_611, &Count::default())), Some((202_611, Count::default())));
        assert_eq!(read(&[]), None);
        assert_eq!(read(&[0; 17]), None, "half a story");
        let many = Count { tally: Tally { reads, bounces: 0 }, taken_along: Vec::new() };
        let cookie = base64_length(written(202_611, &many).len() + 32);
        assert!(cookie < 1_500, "it fits into a cookie: {cookie}");
    }

    fn base64_length(bytes: usize) -> usize {
        bytes.div_ceil(3) * 4
    }
}
