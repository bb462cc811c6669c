//! Long lists, a page at a time. Nobody counts them: a page is read with one row more, which says
//! whether there is another.

use billing::Stretch;

use crate::view::desk::DeskPager;

/// Rows of a page.
pub(super) const ROWS: u64 = 50;

/// The rows to read for a page.
pub(super) fn stretch(page: u64) -> Stretch {
    Stretch { offset: (page - 1) * ROWS, limit: ROWS + 1 }
}

/// Takes the row too many away, and says whether there was one.
pub(super) fn more<T>(rows: &mut Vec<T>) -> bool {
    let most = usize::try_from(ROWS).unwrap_or(usize::MAX);
    let more = rows.len() > most;
    rows.truncate(most);
    more
}

/// Where the list goes on.
pub(super) fn pager(page: u64, more: bool, address: impl Fn(u64) -> String) -> DeskPager {
    DeskPager { page, previous: (page > 1).then(|| address(page - 1)), next: more.then(|| address(page + 1)) }
}
