//! Domains of addresses that are an organisation's, and those that are everybody's.

use kernel::Email;

/// Providers of mail to the public. The list only keeps somebody from opening a group to strangers by
/// mistake: who pays for the seats sees who takes them.
const PUBLIC: &[&str] = &[
    "aol.com",
    "arcor.de",
    "bluewin.ch",
    "btinternet.com",
    "email.it",
    "fastmail.com",
    "free.fr",
    "freenet.de",
    "gmail.com",
    "gmx.at",
    "gmx.ch",
    "gmx.com",
    "gmx.de",
    "gmx.net",
    "googlemail.com",
    "hey.com",
    "hotmail.com",
    "hotmail.de",
    "hotmail.es",
    "hotmail.fr",
    "hotmail.it",
    "i.ua",
    "icloud.com",
    "laposte.net",
    "libero.it",
    "live.com",
    "live.de",
    "live.fr",
    "mac.com",
    "mail.com",
    "mail.de",
    "mail.ru",
    "mailbox.org",
    "me.com",
    "meta.ua",
    "msn.com",
    "neuf.fr",
    "orange.fr",
    "outlook.com",
    "outlook.de",
    "outlook.es",
    "outlook.fr",
    "outlook.it",
    "pm.me",
    "posteo.de",
    "posteo.net",
    "proton.me",
    "protonmail.com",
    "qq.com",
    "rambler.ru",
    "sfr.fr",
    "t-online.de",
    "terra.es",
    "tiscali.it",
    "tuta.com",
    "tutanota.com",
    "tutanota.de",
    "tutamail.com",
    "ukr.net",
    "virgilio.it",
    "wanadoo.fr",
    "web.de",
    "yahoo.co.uk",
    "yahoo.com",
    "yahoo.de",
    "yahoo.es",
    "yahoo.fr",
    "yahoo.it",
    "yandex.com",
    "yandex.ru",
    "ymail.com",
    "zoho.com",
    "163.com",
    "126.com",
];

/// The domain of an address.
pub(crate) fn domain(email: &Email) -> &str {
    email.as_str().rsplit_once('@').map_or("", |(_, domain)| domain)
}

/// Whether anybody can have an address in a domain.
pub(crate) fn is_public(domain: &str) -> bool {
    PUBLIC.contains(&domain)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn public_providers_are_no_organisation() {
        let of = |email: &str| is_public(domain(&email.parse().expect("an address")));
        assert!(of("reader@Gmail.com") && of("reader@web.de"));
        assert!(!of("reader@library.example.org"));
        assert!(PUBLIC.iter().all(|domain| domain.to_lowercase() == *domain), "addresses are in lower case");
    }
}
