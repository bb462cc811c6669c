//! Which role a page of the newsroom asks for: the one table of permissions.
//!
//! The router puts [`super::guard`] before every address below `/admin`, and the guard lets nobody
//! pass to an address that isn't listed here. So a page that was forgotten is closed, and a test
//! finds it.

use accounts::Role;
use http::Method;

/// The least role that may use each address, in the router's notation, whatever the method. Each
/// role may do what the next may ([`Role`]).
const TABLE: &[(&str, Role)] = &[
    ("/admin", Role::Translator),
    ("/admin/stories", Role::Translator),
    ("/admin/stories/new", Role::Author),
    ("/admin/stories/bulk", Role::Editor),
    ("/admin/stories/deleted", Role::Author),
    ("/admin/stories/{article}", Role::Translator),
    ("/admin/stories/{article}/launch", Role::Editor),
    ("/admin/stories/{article}/duplicate", Role::Author),
    ("/admin/stories/{article}/delete", Role::Author),
    ("/admin/stories/{article}/{locale}", Role::Translator),
    ("/admin/stories/{article}/{locale}/autosave", Role::Translator),
    ("/admin/stories/{article}/{locale}/preview", Role::Translator),
    ("/admin/stories/{article}/{locale}/publish", Role::Editor),
    ("/admin/stories/{article}/{locale}/revisions", Role::Translator),
    ("/admin/media", Role::Author),
    ("/admin/media/upload", Role::Author),
    ("/admin/media/{hash}", Role::Author),
    ("/admin/media/{hash}/replace", Role::Editor),
    ("/admin/media/{hash}/delete", Role::Editor),
    ("/admin/search", Role::Editor),
    ("/admin/search/synonyms", Role::Editor),
    ("/admin/search/pins", Role::Editor),
    ("/admin/search/pins/change", Role::Editor),
    ("/admin/numbers", Role::Editor),
    ("/admin/numbers/days.csv", Role::Editor),
    ("/admin/numbers/stories.csv", Role::Editor),
    ("/admin/numbers/searches.csv", Role::Editor),
    ("/admin/numbers/money", Role::Owner),
    ("/admin/numbers/money.csv", Role::Owner),
    ("/admin/members", Role::Admin),
    ("/admin/members/export.csv", Role::Admin),
    ("/admin/members/import", Role::Admin),
    ("/admin/members/import/{import}", Role::Admin),
    ("/admin/members/import/{import}/run", Role::Admin),
    ("/admin/members/{id}", Role::Admin),
    ("/admin/members/{id}/grants", Role::Admin),
    ("/admin/members/{id}/grants/{grant}/end", Role::Admin),
    ("/admin/members/{id}/refund", Role::Owner),
    ("/admin/members/{id}/subscription", Role::Admin),
    ("/admin/members/{id}/change", Role::Owner),
    ("/admin/members/{id}/sessions/end", Role::Admin),
    ("/admin/members/{id}/sessions/{session}/end", Role::Admin),
    ("/admin/members/{id}/delete", Role::Admin),
    ("/admin/explain", Role::Admin),
    ("/admin/settings", Role::Admin),
    ("/admin/settings/integrations", Role::Admin),
    ("/admin/settings/menus", Role::Admin),
    ("/admin/settings/paywall", Role::Admin),
    ("/admin/settings/redirects", Role::Admin),
    ("/admin/settings/robots", Role::Admin),
    ("/admin/settings/theme", Role::Admin),
    ("/admin/settings/theme/preview", Role::Admin),
    ("/admin/settings/theme/sheet", Role::Admin),
    ("/admin/settings/terms/{kind}", Role::Admin),
    ("/admin/settings/terms/{kind}/{key}", Role::Admin),
    ("/admin/settings/terms/{kind}/{key}/move", Role::Admin),
    ("/admin/settings/terms/{kind}/{key}/merge", Role::Admin),
    ("/admin/settings/terms/{kind}/{key}/delete", Role::Admin),
    ("/admin/plans", Role::Owner),
    ("/admin/plans/{key}", Role::Owner),
    ("/admin/plans/{key}/move", Role::Owner),
    ("/admin/plans/{key}/prices", Role::Owner),
    ("/admin/plans/{key}/stop", Role::Owner),
    ("/admin/coupons", Role::Owner),
    ("/admin/coupons/end", Role::Owner),
    ("/admin/billing", Role::Owner),
    ("/admin/billing/payments", Role::Owner),
    ("/admin/billing/events", Role::Owner),
    ("/admin/billing/replay", Role::Owner),
    ("/admin/declarations", Role::Owner),
    ("/admin/declarations/settle", Role::Owner),
    ("/admin/staff", Role::Admin),
    ("/admin/staff/{id}", Role::Admin),
    ("/admin/staff/{id}/remove", Role::Admin),
    ("/admin/staff/{id}/reset-factor", Role::Owner),
    ("/admin/staff/{id}/sessions/{session}/end", Role::Owner),
    ("/admin/staff/invitations/{invitation}/withdraw", Role::Admin),
    ("/admin/audit", Role::Owner),
    ("/admin/audit.csv", Role::Owner),
    ("/admin/sign-out", Role::Translator),
    ("/admin/security", Role::Translator),
    ("/admin/security/name", Role::Translator),
    ("/admin/security/password", Role::Translator),
    ("/admin/security/factor", Role::Translator),
    ("/admin/security/totp", Role::Translator),
    ("/admin/security/totp/remove", Role::Translator),
    ("/admin/security/passkey", Role::Translator),
    ("/admin/security/passkeys/{passkey}/remove", Role::Translator),
    ("/admin/security/codes", Role::Translator),
    ("/admin/security/sessions/{session}/end", Role::Translator),
    ("/admin/security/sessions/end-others", Role::Translator),
    ("/admin/security/proof", Role::Translator),
    ("/admin/passkey/add", Role::Translator),
    ("/admin/passkey/add/finish", Role::Translator),
    ("/admin/passkey/proof", Role::Translator),
    ("/admin/passkey/proof/finish", Role::Translator),
    ("/admin/translate", Role::Translator),
    ("/admin/translate/glossary", Role::Translator),
    ("/admin/translate/{article}/{locale}", Role::Translator),
    ("/admin/translate/{article}/{locale}/assign", Role::Translator),
    ("/admin/translate/{article}/{locale}/machine", Role::Translator),
    ("/admin/translate/{article}/{locale}/xliff", Role::Translator),
    ("/admin/translate/{article}/{locale}/xliff/take", Role::Translator),
];

/// Where nobody is signed in yet.
const OPEN: &[&str] = &[
    "/admin/invitation",
    "/admin/sign-in",
    "/admin/sign-in/factor",
    "/admin/passkey/sign-in",
    "/admin/passkey/sign-in/finish",
    "/admin/passkey/factor",
    "/admin/passkey/factor/finish",
];

/// What those may use who still lack the second factor that their role asks for.
const WAY_TO_FACTOR: &[&str] = &[
    "/admin/sign-out",
    "/admin/security/factor",
    "/admin/security/totp",
    "/admin/security/passkey",
    "/admin/security/codes",
    "/admin/security/proof",
    "/admin/passkey/add",
    "/admin/passkey/add/finish",
    "/admin/passkey/proof",
    "/admin/passkey/proof/finish",
];

/// Dangerous acts, by method and address: they ask who it is, unless that was proved within the last
/// minutes. The form comes back with what was typed ([`super::staff::fresh`]).
const FRESH: &[(Method, &str)] = &[
    (Method::GET, "/admin/members/export.csv"),
    (Method::POST, "/admin/members/{id}/refund"),
    (Method::POST, "/admin/members/{id}/delete"),
    (Method::POST, "/admin/staff"),
    (Method::POST, "/admin/staff/{id}"),
    (Method::POST, "/admin/staff/{id}/remove"),
    (Method::POST, "/admin/staff/{id}/reset-factor"),
    (Method::POST, "/admin/security/password"),
    (Method::GET, "/admin/security/totp"),
    (Method::POST, "/admin/security/totp/remove"),
    (Method::GET, "/admin/security/passkey"),
    (Method::POST, "/admin/security/passkeys/{passkey}/remove"),
    (Method::POST, "/admin/security/codes"),
];

/// Whether an address is there for those who aren't signed in.
pub(crate) fn is_open(pattern: &str) -> bool {
    OPEN.contains(&pattern)
}

/// Whether an address helps to set up a second factor.
pub(crate) fn leads_to_factor(pattern: &str) -> bool {
    WAY_TO_FACTOR.contains(&pattern)
}

/// Whether an act asks for a fresh proof of who does it.
pub(crate) fn is_dangerous(method: &Method, pattern: &str) -> bool {
    FRESH.iter().any(|(listed, at)| listed == method && *at == pattern)
}

/// Whether a member with this role may use the address with this pattern; nobody may use what isn't
/// listed.
pub(crate) fn allows(pattern: &str, role: Role) -> bool {
    TABLE.iter().find(|(listed, _)| *listed == pattern).is_some_and(|(_, least)| rank(role) <= rank(*least))
}

/// The place of a role, the most trusted first.
fn rank(role: Role) -> usize {
    Role::ALL.iter().position(|listed| *listed == role).unwrap_or(usize::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::router::{ROUTES, is_newsroom};

    #[test]
    fn every_page_of_the_newsroom_is_listed_and_nothing_else() {
        let listed: Vec<_> = TABLE.iter().map(|(pattern, _)| *pattern).collect();
        for pattern in ROUTES.iter().filter(|pattern| is_newsroom(pattern)) {
            assert!(
                listed.contains(pattern) != is_open(pattern),
                "{pattern} asks for no role, or is open too"
            );
        }
        let dangerous = FRESH.iter().map(|(_, pattern)| pattern);
        for pattern in listed.iter().chain(OPEN).chain(WAY_TO_FACTOR).chain(dangerous) {
            assert!(ROUTES.contains(pattern), "{pattern} is no address");
        }
    }

    #[test]
    fn a_role_may_do_what_the_next_may() {
        for (pattern, least) in TABLE {
            let allowed: Vec<_> = Role::ALL.iter().map(|role| allows(pattern, *role)).collect();
            let place = rank(*least);
            assert!(allowed.iter().enumerate().all(|(index, may)| *may == (index <= place)), "{pattern}");
        }
        assert!(!allows("/admin/nowhere", Role::Owner));
    }
}
