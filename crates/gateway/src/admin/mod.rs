//! The newsroom: pages for those who work here.
//!
//! [`permission`] says which role each address asks for, [`guard`](guard::guard) enforces it before
//! any handler runs, and [`page`] puts what a handler made into the newsroom's frame.

pub(crate) mod coupons;
mod csv;
pub(crate) mod declarations;
pub(crate) mod events;
pub(crate) mod explain;
pub(crate) mod fields;
mod guard;
pub(crate) mod home;
pub(crate) mod media;
pub(crate) mod member;
pub(crate) mod members;
pub(crate) mod numbers;
mod paging;
pub(crate) mod payments;
mod permission;
pub(crate) mod pins;
pub(crate) mod plan;
pub(crate) mod plans;
pub(crate) mod search;
pub(crate) mod settings;
pub(crate) mod staff;
pub(crate) mod stories;
pub(crate) mod subscriptions;
pub(crate) mod synonyms;
pub(crate) mod translate;

use axum::response::Response;
use http::{HeaderMap, Method, StatusCode};
use kernel::Locale;
use minijinja::value::Serde;
use serde::Serialize;

use crate::app::App;
use crate::failure::Failure;
use crate::framing::{self, Head};
use crate::http::{Encoded, Freshness};
use crate::publication::Publication;
use crate::view::admin::NewsroomLink;

pub(crate) use guard::{Staff, guard};
pub(crate) use translate::{slug_for, terms};

/// The pages that the newsroom's navigation leads to: address, and key of the title.
const PAGES: &[(&str, &str)] = &[
    ("/admin", "title-admin"),
    ("/admin/stories", "title-admin-stories"),
    ("/admin/translate", "title-admin-translate"),
    ("/admin/media", "title-admin-media"),
    ("/admin/numbers", "title-admin-numbers"),
    ("/admin/members", "title-admin-members"),
    ("/admin/explain", "title-admin-explain"),
    ("/admin/search", "title-admin-search"),
    ("/admin/plans", "title-admin-plans"),
    ("/admin/coupons", "title-admin-coupons"),
    ("/admin/billing", "title-admin-billing"),
    ("/admin/declarations", "title-admin-declarations"),
    ("/admin/settings", "title-admin-settings"),
    ("/admin/staff", "title-staff-people"),
    ("/admin/audit", "title-staff-audit"),
    ("/admin/security", "title-staff-security"),
];

/// What has just been done, as an address says it: `?done=…`.
#[derive(serde::Deserialize)]
pub(crate) struct Done {
    done: Option<String>,
}

impl Done {
    /// The word, if it is one of those that the page knows.
    fn of(&self, known: &[&'static str]) -> Option<&'static str> {
        known.iter().find(|word| self.done.as_deref() == Some(**word)).copied()
    }
}

/// A page of the newsroom at `path`, titled by the text `title`; `name` is what the template calls
/// the view. Nobody keeps it.
pub(crate) fn page(
    app: &App,
    staff: &Staff,
    path: &str,
    title: &str,
    template: &str,
    name: &'static str,
    view: impl Serialize,
) -> Result<Response, Failure> {
    page_with(app, staff, StatusCode::OK, path, title, template, name, view)
}

/// [`page`] with another status: the answer to a form that can't be taken as it is.
#[expect(clippy::too_many_arguments, reason = "all that a page has")]
pub(crate) fn page_with(
    app: &App,
    staff: &Staff,
    status: StatusCode,
    path: &str,
    title: &str,
    template: &str,
    name: &'static str,
    view: impl Serialize,
) -> Result<Response, Failure> {
    let head = Head {
        path: path.to_owned(),
        title: framing::text(app, &staff.locale, title),
        robots: Some("noindex"),
        ..Head::default()
    };
    let frame = framing::frame(app, &staff.publication, &staff.locale, head, true);
    let context = minijinja::Value::from_pairs([
        ("page", minijinja::Value::from(Serde(&frame))),
        ("newsroom", minijinja::Value::from(Serde(links(app, staff, path)))),
        (name, minijinja::Value::from(Serde(view))),
    ]);
    let html = app.theme.render(template, &staff.locale, &staff.publication.site.time_zone, context)?;
    let answer = Encoded::html(html).answer_with(status, &Method::GET, &HeaderMap::new(), Freshness::Never);
    Ok(answer.map(axum::body::Body::new))
}

/// Where this member of staff may go.
fn links(app: &App, staff: &Staff, path: &str) -> Vec<NewsroomLink> {
    let open = PAGES.iter().filter(|(href, _)| permission::allows(href, staff.role));
    open.map(|(href, title)| NewsroomLink {
        href,
        name: framing::text(app, &staff.locale, title),
        current: is_within(href, path),
    })
    .collect()
}

/// Whether a page is the one at `href`, or below it. All pages are below the first.
fn is_within(href: &str, path: &str) -> bool {
    let below = path.strip_prefix(href).is_some_and(|rest| rest.starts_with('/'));
    path == href || (below && href != "/admin")
}

/// The names of plans in a page's language, by key.
async fn plan_names(
    app: &App,
    publication: &Publication,
    locale: &Locale,
) -> Result<std::collections::HashMap<String, String>, Failure> {
    let plans = app.billing.plans().await?;
    Ok(crate::explain::words::names(&plans, locale, &publication.site.default_locale))
}
