//! Every address of the site: the table of contents of the HTTP face.
//!
//! The leak matrix walks this table: a route that isn't in [`ROUTES`] can't be registered, and one
//! the matrix doesn't know fails its test.

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::middleware::from_fn_with_state;
use axum::routing::{MethodRouter, get, post};

use crate::account::{change, delete, export, overview, profile, sessions, sign_in, sign_out, subscription};
use crate::app::App;
use crate::failure::Failure;
use crate::public::{
    archive, article, assets, feed, front, home, listing, manifest, media, news_sitemap, robots, search,
    sitemap,
};
use crate::subscribe::{done, offer, order};
use crate::{admin, finish, health, mailbox, webhook};

/// Largest form we read, in bytes.
const FORM_LIMIT: usize = 64 * 1024;

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
    "/admin" => get(admin::home::show),
    "/admin/billing" => get(admin::billing::show),
    "/admin/billing/replay" => post(admin::billing::replay),
    "/webhooks/stripe" => post(webhook::receive),

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
    "/{locale}/{slug}" => get(article::show),

    "/{locale}/sign-in" => get(sign_in::ask).post(sign_in::start),
    "/{locale}/sign-in/code" => post(sign_in::code),
    "/{locale}/sign-in/link" => get(sign_in::confirm).post(sign_in::finish),
    "/{locale}/sign-out" => post(sign_out::sign_out),
    "/{locale}/account" => get(overview::show),
    "/{locale}/account/profile" => post(profile::save),
    "/{locale}/account/subscription" => get(subscription::show),
    "/{locale}/account/subscription/portal" => post(subscription::portal),
    "/{locale}/account/subscription/end" => post(subscription::end),
    "/{locale}/account/subscription/resume" => post(subscription::resume),
    "/{locale}/account/subscription/change" => get(change::show).post(change::make),
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
        let guarded = || handler.clone().route_layer(from_fn_with_state(app.clone(), admin::guard));
        router = router.route(path, if is_newsroom(path) { guarded() } else { handler });
    }
    router
        .fallback(async || Failure::NotFound)
        .method_not_allowed_fallback(async || Failure::MethodNotAllowed)
        .layer(DefaultBodyLimit::max(FORM_LIMIT))
        .layer(from_fn_with_state(app.clone(), finish::finish))
        .with_state(app)
}
