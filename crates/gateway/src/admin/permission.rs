//! Which role a page of the newsroom asks for: the one table of permissions.
//!
//! The router puts [`super::guard`] before every address below `/admin`, and the guard lets nobody
//! pass to an address that isn't listed here. So a page that was forgotten is closed, and a test
//! finds it.

use accounts::Role;

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
    ("/admin/translate", Role::Translator),
    ("/admin/translate/glossary", Role::Translator),
    ("/admin/translate/{article}/{locale}", Role::Translator),
    ("/admin/translate/{article}/{locale}/assign", Role::Translator),
    ("/admin/translate/{article}/{locale}/machine", Role::Translator),
    ("/admin/translate/{article}/{locale}/xliff", Role::Translator),
    ("/admin/translate/{article}/{locale}/xliff/take", Role::Translator),
];

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
            assert!(listed.contains(pattern), "{pattern} asks for no role");
        }
        for pattern in listed {
            assert!(ROUTES.contains(&pattern), "{pattern} is no address");
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
