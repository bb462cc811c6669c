//! Ids that look like Stripe's and are fixed by the seed.
//!
//! Each prefix counts by itself, so that a read (which uses up a `req_…`) doesn't change the next `cus_…`.

use std::collections::BTreeMap;

use crate::chance::{Chance, mix};

const ALPHABET: &[u8; 62] = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

/// Enough base-62 digits for 64 bits.
const UNIQUE_DIGITS: usize = 11;

/// Hands out ids.
#[derive(Debug, Clone)]
pub(crate) struct Ids {
    seed: u64,
    counts: BTreeMap<&'static str, u64>,
}

impl Ids {
    pub(crate) fn new(seed: u64) -> Self {
        Self { seed, counts: BTreeMap::new() }
    }

    /// The next id with this prefix, such as `cus_Q3…`. No two ids of one sandbox are equal.
    pub(crate) fn next(&mut self, prefix: &'static str) -> String {
        let length = match prefix {
            "cus" | "prod" | "si" | "req" => 14,
            "cs_test" => 58,
            _ => 24,
        };
        format!("{prefix}_{}", self.letters(prefix, length))
    }

    /// The next run of letters of a kind, such as a coupon's name.
    pub(crate) fn letters(&mut self, kind: &'static str, length: usize) -> String {
        let count = self.counts.entry(kind).or_insert(0);
        *count += 1;
        let start = kind.bytes().fold(mix(self.seed), |hash, byte| mix(hash ^ u64::from(byte)));
        let unique = mix(start.wrapping_add(*count));
        let mut digits = base62(unique);
        let mut padding = Chance::new(unique);
        while digits.len() < length {
            digits.push(char::from(ALPHABET[padding.below(ALPHABET.len())]));
        }
        digits
    }
}

fn base62(mut number: u64) -> String {
    let mut digits = String::with_capacity(UNIQUE_DIGITS);
    for _ in 0..UNIQUE_DIGITS {
        let digit = usize::try_from(number % 62).unwrap_or(0);
        digits.push(char::from(ALPHABET[digit]));
        number /= 62;
    }
    digits
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::Ids;

    #[test]
    fn ids_repeat_by_seed_and_never_within_one() {
        let many = |seed| {
            let mut ids = Ids::new(seed);
            (0..5_000).map(|_| ids.next("sub")).collect::<Vec<_>>()
        };
        assert_eq!(many(7), many(7));
        assert_ne!(many(7)[0], many(8)[0]);
        assert_eq!(many(7).iter().collect::<HashSet<_>>().len(), 5_000);
    }

    #[test]
    fn one_kind_of_id_does_not_move_another() {
        let (mut busy, mut calm) = (Ids::new(1), Ids::new(1));
        for _ in 0..10 {
            busy.next("req");
        }
        assert_eq!(busy.next("cus"), calm.next("cus"));
        assert_eq!(busy.next("cus").len(), "cus_".len() + 14);
    }
}
