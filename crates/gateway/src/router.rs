//! Every address of the site: the table of contents of the HTTP face.
//!
//! The leak matrix walks this table: a route that isn't in [`ROUTES`] can't be registered, and one
//! the matrix doesn't know fails its test.

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::middleware::from_fn_with_state;
use axum::routing::{MethodRouter, get, post};

use crate::account::{
    change, delete, export, gift_links, leave, meter, overview, pause, profile, sessions, sign_in, sign_out,
    subscription, why,
};
use crate::admin::media::upload::UPLOAD_LIMIT;
use crate::admin::settings;
use crate::admin::staff::{audit, entry, factor, fresh, invitation, passkey, people, person, security};
use crate::admin::stories as stories_desk;
use crate::app::App;
use crate::courtesy::{self, gift};
use crate::failure::Failure;
use crate::offers::{self, gifts, group, group_offer, paid, redeem, seat, stories, story};
use crate::public::{
    archive, article, assets, feed, front, home, listing, manifest, media, news_sitemap, robots, search,
    sitemap,
};
use crate::subscribe::{done, offer, order};
use crate::{admin, declare, finish, health, mailbox, setup, webhook};

/// Largest form we read, in bytes.
const FORM_LIMIT: usize = 64 * 1024;

/// Largest form with a text that may be a whole file, in bytes.
const FILE_LIMIT: usize = 1024 * 1024;

/// Largest message of Stripe's we read, in bytes: an event holds a whole object, such as an invoice
/// with all its lines.
const WEBHOOK_LIMIT: usize = 1024 * 1024;

/// Largest text of a story that we read, in bytes: forms write a letter in up to nine.
const TEXT_LIMIT: usize = 4 * 1024 * 1024;

macro_rules! routes {
    ($($path:literal => $method:ident($handler:expr) $(.$more:ident($other:expr))*),+ $(,)?) => {
        /// The patterns of all addresses, in the router's notation.
        pub const ROUTES: &[&str] = &[$($path),+];

        /// Methods and patterns of all addresses: `("get", "/{locale}/")`.
        pub const REQUESTS: &[(&str, &str)] =
            &[$((stringify!($method), $path), $((stringify!($more), $path),)*)+];

        fn table() -> Vec<(&'static str, MethodRouter<App>)> {
            vec![$(($path, $method($handler)$(.$more($other))*)),+]
        }
    };
}

routes! {
    "/" => get(home::show),
    "/robots.txt" => get(robots::show),
    "/sitemap.xml" => get(sitemap::index),
    "/sitemaps/{part}" => get(sitemap::part),
    "/news-sitemap.xml" => get(news_sitemap::show),
    "/manifest.webmanifest" => get(manifest::show),
    "/assets/{hash}/{*name}" => get(assets::show),
    "/media/{hash}/{variant}" => get(media::show),
    "/healthz" => get(health::alive),
    "/readyz" => get(health::ready),
    "/dev/mailbox" => get(mailbox::show),
    "/dev/mailbox/{number}/html" => get(mailbox::html),
    "/setup" => get(setup::show).post(setup::complete),
    "/admin" => get(admin::home::show),
    "/admin/stories" => get(stories_desk::list::show),
    "/admin/stories/new" => get(stories_desk::begin::show).post(stories_desk::begin::create),
    "/admin/stories/bulk" => post(stories_desk::bulk::act),
    "/admin/stories/deleted" => get(stories_desk::deleted::show).post(stories_desk::deleted::bring_back),
    "/admin/stories/{article}" => get(stories_desk::facts::show).post(stories_desk::facts::save),
    "/admin/stories/{article}/launch" => post(stories_desk::launch::wait_for),
    "/admin/stories/{article}/duplicate" => post(stories_desk::duplicate::duplicate),
    "/admin/stories/{article}/delete" => post(stories_desk::deleted::delete),
    "/admin/stories/{article}/{locale}" => get(stories_desk::editor::show).post(stories_desk::editor::act).layer(DefaultBodyLimit::max(TEXT_LIMIT)),
    "/admin/stories/{article}/{locale}/autosave" => post(stories_desk::autosave::keep).layer(DefaultBodyLimit::max(TEXT_LIMIT)),
    "/admin/stories/{article}/{locale}/preview" => post(stories_desk::preview::show).layer(DefaultBodyLimit::max(TEXT_LIMIT)),
    "/admin/stories/{article}/{locale}/publish" => get(stories_desk::publish::show).post(stories_desk::publish::act),
    "/admin/stories/{article}/{locale}/revisions" => get(stories_desk::revisions::show).post(stories_desk::revisions::restore),
    "/admin/media" => get(admin::media::show),
    "/admin/media/upload" => post(admin::media::upload::take).layer(DefaultBodyLimit::max(UPLOAD_LIMIT)),
    "/admin/media/{hash}" => get(admin::media::picture::show).post(admin::media::picture::save),
    "/admin/media/{hash}/replace" => post(admin::media::picture::replace).layer(DefaultBodyLimit::max(UPLOAD_LIMIT)),
    "/admin/media/{hash}/delete" => post(admin::media::picture::delete),
    "/admin/search" => get(admin::search::show),
    "/admin/search/synonyms" => get(admin::synonyms::show).post(admin::synonyms::save),
    "/admin/search/pins" => get(admin::pins::show).post(admin::pins::add),
    "/admin/search/pins/change" => post(admin::pins::change),
    "/admin/numbers" => get(admin::numbers::show),
    "/admin/numbers/days.csv" => get(admin::numbers::days),
    "/admin/numbers/stories.csv" => get(admin::numbers::stories_file),
    "/admin/numbers/searches.csv" => get(admin::numbers::searches),
    "/admin/numbers/money" => get(admin::numbers::show_money),
    "/admin/numbers/money.csv" => get(admin::numbers::money_file),
    "/admin/members" => get(admin::members::show),
    "/admin/members/export.csv" => get(admin::members::download),
    "/admin/members/import" => get(admin::members::import::ask)
        .post(admin::members::import::check)
        .layer(DefaultBodyLimit::max(admin::members::import::READ)),
    "/admin/members/import/{import}" => get(admin::members::import::show),
    "/admin/members/import/{import}/run" => post(admin::members::import::start),
    "/admin/members/{id}" => get(admin::member::show),
    "/admin/members/{id}/grants" => post(admin::member::grant),
    "/admin/members/{id}/grants/{grant}/end" => post(admin::member::revoke),
    "/admin/members/{id}/refund" => post(admin::member::refund),
    "/admin/members/{id}/subscription" => post(admin::member::act_on_subscription),
    "/admin/members/{id}/change" => get(admin::member::show_change).post(admin::member::change),
    "/admin/members/{id}/sessions/end" => post(admin::member::end_sessions),
    "/admin/members/{id}/sessions/{session}/end" => post(admin::member::end_session),
    "/admin/members/{id}/delete" => post(admin::member::delete),
    "/admin/explain" => get(admin::explain::show),
    "/admin/settings" => get(settings::identity::show).post(settings::identity::save),
    "/admin/settings/integrations" => get(settings::integrations::show).post(settings::integrations::test),
    "/admin/settings/menus" => get(settings::menus::show).post(settings::menus::save),
    "/admin/settings/paywall" => get(settings::paywall::show).post(settings::paywall::save),
    "/admin/settings/redirects" => get(settings::redirects::show).post(settings::redirects::save).layer(DefaultBodyLimit::max(FILE_LIMIT)),
    "/admin/settings/robots" => get(settings::robots::show).post(settings::robots::save),
    "/admin/settings/theme" => get(settings::theme::show).post(settings::theme::save),
    "/admin/settings/theme/preview" => get(settings::theme::preview),
    "/admin/settings/theme/sheet" => get(settings::theme::sheet),
    "/admin/settings/terms/{kind}" => get(settings::terms::show).post(settings::terms::create),
    "/admin/settings/terms/{kind}/{key}" => get(settings::term::show).post(settings::term::save),
    "/admin/settings/terms/{kind}/{key}/move" => post(settings::terms::shift),
    "/admin/settings/terms/{kind}/{key}/merge" => post(settings::term::merge),
    "/admin/settings/terms/{kind}/{key}/delete" => post(settings::term::delete),
    "/admin/plans" => get(admin::plans::show).post(admin::plans::create),
    "/admin/plans/{key}" => get(admin::plan::show).post(admin::plan::save),
    "/admin/plans/{key}/move" => post(admin::plans::shift),
    "/admin/plans/{key}/prices" => post(admin::plan::offer_at),
    "/admin/plans/{key}/stop" => post(admin::plan::stop),
    "/admin/coupons" => get(admin::coupons::show).post(admin::coupons::create),
    "/admin/coupons/end" => post(admin::coupons::end),
    "/admin/billing" => get(admin::subscriptions::show),
    "/admin/billing/payments" => get(admin::payments::show),
    "/admin/billing/events" => get(admin::events::show),
    "/admin/billing/replay" => post(admin::events::replay),
    "/admin/declarations" => get(admin::declarations::show),
    "/admin/declarations/settle" => post(admin::declarations::settle),
    "/admin/staff" => get(people::show).post(people::invite),
    "/admin/staff/{id}" => get(person::show).post(person::change),
    "/admin/staff/{id}/remove" => post(person::remove),
    "/admin/staff/{id}/reset-factor" => post(person::reset_factor),
    "/admin/staff/{id}/sessions/{session}/end" => post(person::end_session),
    "/admin/staff/invitations/{invitation}/withdraw" => post(people::withdraw),
    "/admin/audit" => get(audit::show),
    "/admin/audit.csv" => get(audit::download),
    "/admin/invitation" => get(invitation::show).post(invitation::accept),
    "/admin/sign-in" => get(entry::ask).post(entry::password),
    "/admin/sign-in/factor" => get(entry::factor).post(entry::code),
    "/admin/sign-out" => post(entry::sign_out),
    "/admin/passkey/sign-in" => post(passkey::begin_entry),
    "/admin/passkey/sign-in/finish" => post(passkey::finish_entry),
    "/admin/passkey/factor" => post(passkey::begin_factor),
    "/admin/passkey/factor/finish" => post(passkey::finish_factor),
    "/admin/passkey/add" => post(passkey::begin_adding),
    "/admin/passkey/add/finish" => post(passkey::finish_adding),
    "/admin/passkey/proof" => post(passkey::begin_proof),
    "/admin/passkey/proof/finish" => post(passkey::finish_proof),
    "/admin/security" => get(security::show),
    "/admin/security/name" => post(security::rename),
    "/admin/security/password" => post(security::change_password),
    "/admin/security/factor" => get(factor::choose),
    "/admin/security/totp" => get(factor::set_up).post(factor::confirm),
    "/admin/security/totp/remove" => post(factor::remove_totp),
    "/admin/security/passkey" => get(factor::add_passkey),
    "/admin/security/passkeys/{passkey}/remove" => post(factor::remove_passkey),
    "/admin/security/codes" => post(factor::new_codes),
    "/admin/security/sessions/{session}/end" => post(security::end_session),
    "/admin/security/sessions/end-others" => post(security::end_others),
    "/admin/security/proof" => get(fresh::show).post(fresh::prove),
    "/admin/translate" => get(admin::translate::desk::show),
    "/admin/translate/glossary" => get(admin::translate::glossary::show).post(admin::translate::glossary::save),
    "/admin/translate/{article}/{locale}" => get(admin::translate::side::show)
        .post(admin::translate::side::save).layer(DefaultBodyLimit::max(admin::translate::side::FORM_LIMIT)),
    "/admin/translate/{article}/{locale}/assign" => post(admin::translate::assign::save),
    "/admin/translate/{article}/{locale}/machine" => post(admin::translate::machine::ask),
    "/admin/translate/{article}/{locale}/xliff" => get(admin::translate::xliff::download)
        .post(admin::translate::xliff::preview).layer(DefaultBodyLimit::max(admin::translate::xliff::UPLOAD_LIMIT)),
    "/admin/translate/{article}/{locale}/xliff/take" => post(admin::translate::xliff::take)
        .layer(DefaultBodyLimit::max(admin::translate::xliff::UPLOAD_LIMIT)),
    "/webhooks/stripe" => post(webhook::receive).layer(DefaultBodyLimit::max(WEBHOOK_LIMIT)),

    "/{locale}/" => get(front::show),
    "/{locale}/feed.xml" => get(feed::language),
    "/{locale}/rss.xml" => get(feed::language),
    "/{locale}/feed.json" => get(feed::language),
    "/{locale}/sections/{slug}" => get(listing::section),
    "/{locale}/sections/{slug}/feed.xml" => get(feed::section),
    "/{locale}/sections/{slug}/rss.xml" => get(feed::section),
    "/{locale}/sections/{slug}/feed.json" => get(feed::section),
    "/{locale}/tags/{slug}" => get(listing::tag),
    "/{locale}/tags/{slug}/feed.xml" => get(feed::tag),
    "/{locale}/tags/{slug}/rss.xml" => get(feed::tag),
    "/{locale}/tags/{slug}/feed.json" => get(feed::tag),
    "/{locale}/authors/{slug}" => get(listing::author),
    "/{locale}/authors/{slug}/feed.xml" => get(feed::author),
    "/{locale}/authors/{slug}/rss.xml" => get(feed::author),
    "/{locale}/authors/{slug}/feed.json" => get(feed::author),
    "/{locale}/archive" => get(archive::index),
    "/{locale}/archive/{year}/{month}" => get(archive::month),
    "/{locale}/search" => get(search::show),
    "/{locale}/search/suggest" => get(search::suggest::show),
    "/{locale}/search/feed.xml" => get(search::feed::show),
    "/{locale}/search/opensearch.xml" => get(search::description::show),
    "/{locale}/subscribe" => get(offer::show).post(order::start),
    "/{locale}/subscribe/done" => get(done::show),
    "/{locale}/subscribe/story" => get(story::show).post(story::order),
    "/{locale}/subscribe/gift" => get(offers::gift::show).post(offers::gift::order),
    "/{locale}/subscribe/group" => get(group_offer::show).post(group_offer::order),
    "/{locale}/subscribe/paid" => get(paid::show),
    "/{locale}/redeem" => get(redeem::show).post(redeem::redeem),
    "/{locale}/cancel" => get(declare::cancel).post(declare::send_cancel),
    "/{locale}/withdraw" => get(declare::withdraw).post(declare::send_withdraw),
    "/{locale}/declared" => get(declare::receipt::show),
    "/{locale}/declared/proof" => get(declare::proof::ask).post(declare::proof::give),
    "/{locale}/{slug}" => get(article::show),
    "/{locale}/meter" => post(courtesy::start),
    "/{locale}/meter/left" => post(courtesy::left),
    "/{locale}/gift/{token}" => get(gift::open),

    "/{locale}/sign-in" => get(sign_in::ask).post(sign_in::start),
    "/{locale}/sign-in/code" => post(sign_in::code),
    "/{locale}/sign-in/link" => get(sign_in::confirm).post(sign_in::finish),
    "/{locale}/sign-out" => post(sign_out::sign_out),
    "/{locale}/account" => get(overview::show),
    "/{locale}/account/why" => get(why::show),
    "/{locale}/account/profile" => post(profile::save),
    "/{locale}/account/subscription" => get(subscription::show),
    "/{locale}/account/subscription/portal" => post(subscription::portal),
    "/{locale}/account/subscription/end" => get(leave::show).post(leave::leave),
    "/{locale}/account/subscription/stay" => post(leave::stay),
    "/{locale}/account/subscription/pause" => get(pause::show).post(pause::pause),
    "/{locale}/account/subscription/end-pause" => post(pause::end),
    "/{locale}/account/subscription/resume" => post(subscription::resume),
    "/{locale}/account/subscription/change" => get(change::show).post(change::make),
    "/{locale}/account/stories" => get(stories::show),
    "/{locale}/account/gifts" => get(gifts::show),
    "/{locale}/account/group" => get(group::show),
    "/{locale}/account/group/invite" => post(group::invite),
    "/{locale}/account/group/remove" => post(group::remove),
    "/{locale}/account/group/domain" => post(group::domain),
    "/{locale}/account/group/seats" => post(group::seats),
    "/{locale}/account/group/leave" => post(group::leave),
    "/{locale}/account/seat" => get(seat::show).post(seat::accept),
    "/{locale}/account/meter" => get(meter::show),
    "/{locale}/account/meter/undo" => post(meter::undo),
    "/{locale}/account/gift-links" => get(gift_links::show).post(gift_links::make),
    "/{locale}/account/gift-links/revoke" => post(gift_links::revoke),
    "/{locale}/account/sessions/{session}/revoke" => post(sessions::revoke),
    "/{locale}/account/sessions/revoke-others" => post(sessions::revoke_others),
    "/{locale}/account/export" => get(export::download),
    "/{locale}/account/delete" => post(delete::delete),
}

/// Whether an address is the newsroom's, and so behind its guard.
pub(crate) fn is_newsroom(path: &str) -> bool {
    path == "/admin" || path.starts_with("/admin/")
}

/// The router with all its layers.
pub(crate) fn router(app: App) -> Router {
    let mut router = Router::new();
    for (path, handler) in table() {
        // Before the fallback too: who may not use an address isn't told which methods it has.
        let guarded = || {
            let whole = handler.clone().fallback(async || Failure::MethodNotAllowed);
            whole.layer(from_fn_with_state(app.clone(), admin::guard))
        };
        router = router.route(path, if is_newsroom(path) { guarded() } else { handler });
    }
    router
        .fallback(async || Failure::NotFound)
        .method_not_allowed_fallback(async || Failure::MethodNotAllowed)
        .layer(DefaultBodyLimit::max(FORM_LIMIT))
        .layer(from_fn_with_state(app.clone(), setup::gate))
        .layer(from_fn_with_state(app.clone(), finish::finish))
        .with_state(app)
}
