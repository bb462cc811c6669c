//! `/admin`: where the newsroom's work begins.

use axum::extract::State;
use axum::response::Response;
use content::store::Shelf;

use super::{Staff, numbers, page, permission};
use crate::app::App;
use crate::failure::Failure;
use crate::router::ROUTES;
use crate::view::admin::{FirstStep, HomeView};

/// What there is to do first: where, and the key of what it is called.
const FIRST_STEPS: &[(&str, &str)] = &[
    ("/admin/stories/new", "first-step-story"),
    ("/admin/settings", "first-step-settings"),
    ("/admin/staff", "first-step-staff"),
    ("/admin/search", "first-step-search"),
];

pub(crate) async fn show(State(app): State<App>, staff: Staff) -> Result<Response, Failure> {
    let default = &staff.publication.site.default_locale;
    let begun = !app.content.shelf(default, Shelf::All, 0, 1).await?.cards.is_empty();
    let open =
        FIRST_STEPS.iter().filter(|(href, _)| ROUTES.contains(href) && permission::allows(href, staff.role));
    let first_steps =
        if begun { Vec::new() } else { open.map(|(href, key)| FirstStep { href, key }).collect() };
    let figures = numbers::of_the_week(&app, &staff).await?;
    let view = HomeView { role: staff.role.as_str(), first_steps, figures };
    page(&app, &staff, "/admin", "title-admin", "admin/home.html", "home", view)
}
