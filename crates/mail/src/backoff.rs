//! When a mail that couldn't be delivered is tried again.

use jiff::SignedDuration;

/// What passes between one attempt and the next. After the last the mail is given up: by then a
/// server has been away for more than 14 hours.
const PAUSES: [SignedDuration; 5] = [
    SignedDuration::from_mins(1),
    SignedDuration::from_mins(5),
    SignedDuration::from_mins(30),
    SignedDuration::from_hours(2),
    SignedDuration::from_hours(12),
];

/// The pause after the attempt with this number, counted from 1; `None` if it was the last.
pub(crate) fn pause_after(attempt: i32) -> Option<SignedDuration> {
    let index = usize::try_from(attempt.saturating_sub(1)).unwrap_or(0);
    PAUSES.get(index).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pauses_grow_and_end() {
        assert_eq!(pause_after(1), Some(SignedDuration::from_mins(1)));
        assert_eq!(pause_after(5), Some(SignedDuration::from_hours(12)));
        assert_eq!(pause_after(6), None);
        assert!(PAUSES.is_sorted());
    }
}
