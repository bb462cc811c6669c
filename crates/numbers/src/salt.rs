//! Telling readers of one day apart, and of no other.

use kernel::{ArticleId, Locale};
use sea_orm::FromQueryResult;

use crate::{Day, Numbers, NumbersError, run};

/// The secret of a day, under which readers are hashed. All nodes share it; it is in the database
/// until its day is over, and then nowhere.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Salt([u8; 32]);

/// A reader on one day: 64 bits of a hash. It is never written down as it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Reader(u64);

#[derive(FromQueryResult)]
struct Salted {
    salt: String,
}

impl Salt {
    /// The reader behind a network address and a browser's name for itself.
    #[must_use]
    pub fn reader(&self, network: &[u8], agent: &[u8]) -> Reader {
        let mut hasher = blake3::Hasher::new_keyed(&self.0);
        hasher.update(&[u8::try_from(network.len()).unwrap_or(u8::MAX)]);
        hasher.update(network);
        hasher.update(agent);
        Reader(first_bits(&hasher.finalize()))
    }
}

impl Reader {
    /// The same reader in the eyes of one story alone: what is kept for the day.
    pub(crate) fn of(self, what: &str, article: ArticleId, locale: &Locale) -> i64 {
        let mut hasher = blake3::Hasher::new();
        hasher.update(&self.0.to_le_bytes());
        hasher.update(article.as_uuid().as_bytes());
        hasher.update(what.as_bytes());
        hasher.update(&[0]);
        hasher.update(locale.as_str().as_bytes());
        first_bits(&hasher.finalize()).cast_signed()
    }
}

fn first_bits(hash: &blake3::Hash) -> u64 {
    let (first, _) = hash.as_bytes().split_first_chunk().unwrap_or((&[0; 8], &[]));
    u64::from_le_bytes(*first)
}

impl Numbers {
    /// The salt of a day: the one that another node made, or a new one. Two queries.
    pub async fn salt(&self, day: Day) -> Result<Salt, NumbersError> {
        let mut fresh = [0; 32];
        getrandom::fill(&mut fresh)?;
        let insert = "INSERT INTO reader_salt (day, salt) VALUES ($1, $2) ON CONFLICT (day) DO NOTHING";
        run(&self.db, insert, [day.0.into(), kernel::hash::hex(&fresh).into()]).await?;
        let select = "SELECT salt FROM reader_salt WHERE day = $1";
        let kept: Vec<Salted> = self.rows(select, [day.0.into()]).await?;
        let text = kept.into_iter().next().map(|kept| kept.salt).unwrap_or_default();
        let hash = blake3::Hash::from_hex(&text).map_err(|_| NumbersError::Unreadable(text))?;
        Ok(Salt(*hash.as_bytes()))
    }

    /// Throws away by what readers of the days before this one could be told apart.
    pub async fn forget_readers_before(&self, day: Day) -> Result<(), NumbersError> {
        run(&self.db, "DELETE FROM reader_salt WHERE day < $1", [day.0.into()]).await?;
        run(&self.db, "DELETE FROM reader_today WHERE day < $1", [day.0.into()]).await?;
        Ok(())
    }
}

/// Keeps the secret out of logs.
impl std::fmt::Debug for Salt {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Salt(…)")
    }
}

#[cfg(test)]
mod tests {
    use jiff::Timestamp;

    use super::*;

    #[test]
    fn readers_are_told_apart_on_a_day_and_on_a_story() {
        let (today, tomorrow) = (Salt([1; 32]), Salt([2; 32]));
        let reader = |salt: Salt, network: &[u8], agent: &[u8]| salt.reader(network, agent);
        let one = reader(today, &[127, 0, 0, 1], b"Firefox");
        assert_eq!(one, reader(today, &[127, 0, 0, 1], b"Firefox"));
        assert_ne!(one, reader(today, &[127, 0, 0, 2], b"Firefox"));
        assert_ne!(one, reader(today, &[127, 0, 0, 1], b"Safari"));
        assert_ne!(one, reader(today, &[127, 0, 0], b"\x01Firefox"), "where one ends is known");
        assert_ne!(one, reader(tomorrow, &[127, 0, 0, 1], b"Firefox"), "nobody is followed");
        let article = |second| ArticleId::new(Timestamp::from_second(second).expect("in range"));
        let (first, second) = (article(1), article(2));
        let german: Locale = "de".parse().expect("a tag");
        assert_eq!(one.of("read", first, &german), one.of("read", first, &german));
        assert_ne!(one.of("read", first, &german), one.of("read", second, &german));
        assert_ne!(one.of("read", first, &german), one.of("wall", first, &german));
    }
}
