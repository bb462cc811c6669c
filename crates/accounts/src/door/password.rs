//! Passwords: which are good enough, and how they are kept (OWASP, "Password Storage" and
//! "Authentication" cheat sheets; NIST SP 800-63B: length, no composition rules).

use std::sync::Arc;

use argon2::password_hash::phc::PasswordHash;
use argon2::{Argon2, Params, PasswordHasher, PasswordVerifier};
use kernel::Email;
use tokio::sync::Semaphore;

use crate::error::AccountError;
use crate::secret::random;

/// Characters of the shortest password.
pub const SHORTEST_PASSWORD: usize = 12;
/// Bytes of the longest; more would only cost time.
const LONGEST: usize = 1_000;
/// A good password has at least so many different characters.
const DISTINCT: usize = 5;

/// The passwords of 12 characters and more that are tried first, in lower case, one a line.
const COMMON: &str = include_str!("common-passwords.txt");

/// A password that is good enough.
#[derive(Clone, PartialEq, Eq)]
pub struct Password(String);

/// Why a password isn't good enough.
#[derive(Clone, Copy, Debug, thiserror::Error, PartialEq, Eq)]
pub enum WeakPassword {
    /// Fewer than [`SHORTEST_PASSWORD`] characters.
    #[error("too short; expected at least {SHORTEST_PASSWORD} characters")]
    Short,
    /// Longer than any password needs to be.
    #[error("too long; expected at most {LONGEST} bytes")]
    Long,
    /// It is the person's address, or the publication's name, or hardly more.
    #[error("too easy to guess; it is an address or the publication's name")]
    Known,
    /// One of those that are tried first.
    #[error("too easy to guess; it is one of the most common ones")]
    Common,
}

impl Password {
    /// Judges a password of the person with this address, at publications with these names.
    pub fn new<'a>(
        text: &str,
        email: &Email,
        names: impl IntoIterator<Item = &'a str>,
    ) -> Result<Self, WeakPassword> {
        if text.chars().count() < SHORTEST_PASSWORD {
            return Err(WeakPassword::Short);
        }
        if text.len() > LONGEST {
            return Err(WeakPassword::Long);
        }
        let bare = bare(text);
        let (local, domain) = email.as_str().split_once('@').unwrap_or((email.as_str(), ""));
        let own = [email.as_str(), local, domain];
        let own = own.map(self::bare).into_iter().chain(names.into_iter().map(self::bare));
        let known: Vec<String> = own.filter(|name| name.chars().count() >= 4).collect();
        // What is left without a name is what there is to guess.
        let rest = known.iter().fold(bare.clone(), |rest, name| rest.replace(name.as_str(), ""));
        if rest.chars().count() < bare.chars().count() && rest.chars().count() < 6 {
            return Err(WeakPassword::Known);
        }
        let mut distinct: Vec<char> = text.to_lowercase().chars().collect();
        distinct.sort_unstable();
        distinct.dedup();
        let lower = text.trim().to_lowercase();
        let common = |word: &str| COMMON.lines().any(|common| common == word);
        let stem = lower.trim_end_matches(|c: char| c.is_ascii_digit() || c.is_ascii_punctuation());
        if distinct.len() < DISTINCT || common(&lower) || common(stem) {
            return Err(WeakPassword::Common);
        }
        Ok(Self(text.to_owned()))
    }
}

/// Keeps it out of logs.
impl std::fmt::Debug for Password {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Password(…)")
    }
}

/// Letters and digits in lower case.
fn bare(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// Hashes off the async threads, a few at a time: each takes 19 MiB and some ten milliseconds.
#[derive(Clone)]
pub(crate) struct Hasher {
    turns: Arc<Semaphore>,
}

/// Hashes that are made at the same time.
const AT_ONCE: usize = 4;

impl Default for Hasher {
    fn default() -> Self {
        Self { turns: Arc::new(Semaphore::new(AT_ONCE)) }
    }
}

/// How a password was judged against a hash.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Judged {
    Wrong,
    Right,
    /// Right, and the hash was made with parameters that are no longer ours.
    RightAndOld,
}

impl Hasher {
    /// A password's hash as a PHC string.
    pub(crate) async fn hash(&self, password: &Password) -> Result<String, AccountError> {
        self.hash_again(&password.0).await
    }

    /// The same for one that has just been found right.
    pub(crate) async fn hash_again(&self, password: &str) -> Result<String, AccountError> {
        let (text, salt) = (password.to_owned(), random::<16>()?);
        self.off_thread(move || {
            let hash = hasher().hash_password_with_salt(text.as_bytes(), &salt);
            hash.map(|hash| hash.to_string()).map_err(|error| AccountError::Hash(error.to_string()))
        })
        .await?
    }

    /// Judges a password; without a hash it takes as long, and is wrong.
    pub(crate) async fn judge(&self, hash: Option<String>, text: String) -> Result<Judged, AccountError> {
        // No password has this hash: it is all zeros.
        const NOBODYS: &str = "$argon2id$v=19$m=19456,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";
        let known = hash.is_some();
        let hash = hash.unwrap_or_else(|| NOBODYS.to_owned());
        self.off_thread(move || {
            let Ok(parsed) = PasswordHash::new(&hash) else {
                return Err(AccountError::Hash("a kept hash can't be read".to_owned()));
            };
            let right = text.len() <= LONGEST && hasher().verify_password(text.as_bytes(), &parsed).is_ok();
            Ok(match (right && known, is_ours(&parsed)) {
                (false, _) => Judged::Wrong,
                (true, true) => Judged::Right,
                (true, false) => Judged::RightAndOld,
            })
        })
        .await?
    }

    async fn off_thread<T: Send + 'static>(
        &self,
        work: impl FnOnce() -> T + Send + 'static,
    ) -> Result<T, AccountError> {
        let busy = |_| AccountError::Hash("hashing was given up".to_owned());
        let _turn = self.turns.acquire().await.map_err(|_| AccountError::Hash("no turn".to_owned()))?;
        tokio::task::spawn_blocking(work).await.map_err(busy)
    }
}

/// Argon2id with 19 MiB, 2 passes, 1 lane: OWASP's first recommendation, and the library's default.
fn hasher() -> Argon2<'static> {
    Argon2::default()
}

fn is_ours(hash: &PasswordHash) -> bool {
    let costs = |params: Params| (params.m_cost(), params.t_cost(), params.p_cost());
    hash.algorithm.as_str() == "argon2id"
        && Params::try_from(hash).is_ok_and(|params| costs(params) == costs(Params::default()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn judged(text: &str) -> Result<Password, WeakPassword> {
        let email = "marta.kovacs@example.org".parse().expect("an address");
        Password::new(text, &email, ["The Meridian", "Der Meridian"])
    }

    #[test]
    fn what_is_easy_to_guess_is_refused() {
        use WeakPassword::{Common, Known, Long, Short};
        let table = [
            ("", Some(Short)),
            ("elf zeichen", Some(Short)),
            ("ööööööööööö", Some(Short)),
            ("zwölf Zeichen", None),
            ("aaaaaaaaaaaa", Some(Common)),
            ("abababababab", Some(Common)),
            ("Password1234", Some(Common)),
            ("passwordpassword", Some(Common)),
            ("Passwordpassword2026!", Some(Common)),
            ("marta.kovacs@example.org", Some(Known)),
            ("MartaKovacs2026", Some(Known)),
            ("The Meridian", Some(Known)),
            ("der-meridian-26", Some(Known)),
            ("The Meridian prints on thursdays", None),
            ("correct horse battery", None),
        ];
        for (text, expected) in table {
            assert_eq!(judged(text).err(), expected, "{text}");
        }
        assert_eq!(judged(&"long enough ".repeat(100)).err(), Some(Long));
        assert!(!format!("{:?}", judged("zwölf Zeichen")).contains("Zeichen"));
    }

    #[tokio::test]
    async fn a_hash_knows_its_password_and_its_age() {
        let hasher = Hasher::default();
        let password = judged("zwölf Zeichen").expect("good");
        let hash = hasher.hash(&password).await.expect("hashed");
        assert!(hash.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"), "{hash}");
        assert_ne!(hash, hasher.hash(&password).await.expect("hashed"), "a salt each");
        let judge = async |hash: Option<&str>, text: &str| {
            hasher.judge(hash.map(str::to_owned), text.to_owned()).await.expect("judged")
        };
        assert_eq!(judge(Some(&hash), "zwölf Zeichen").await, Judged::Right);
        assert_eq!(judge(Some(&hash), "zwölf zeichen").await, Judged::Wrong);
        assert_eq!(judge(None, "zwölf Zeichen").await, Judged::Wrong);
        let weak = Argon2::from(Params::new(8 * 1024, 1, 1, None).expect("parameters"));
        let old =
            weak.hash_password_with_salt("zwölf Zeichen".as_bytes(), &[7; 16]).expect("hashed").to_string();
        assert_eq!(judge(Some(&old), "zwölf Zeichen").await, Judged::RightAndOld);
    }
}
